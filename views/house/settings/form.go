package settings

import (
	"strconv"

	"sizhen/store/hall"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

func (v *View) newForm(s hall.Settings) *widget.Form {
	say := v.env.Say
	classes := make([]widget.Option, 0, 3)
	for n := 1; n <= 3; n++ {
		classes = append(classes, widget.Option{Key: strconv.Itoa(n), Label: say(text.ClassName(n))})
	}
	plain := []widget.Option{{Key: "false", Label: say(text.Settings.No)}, {Key: "true", Label: say(text.Settings.Yes)}}
	yesNo := func(id string, label text.Message, on bool) widget.Item {
		return widget.Item{ID: id, Label: say(label), Kind: widget.Choice, Value: strconv.FormatBool(on), Options: plain, Help: say(text.Settings.LookHelp)}
	}
	words := widget.FormText{Required: say(text.Settings.Required), Clipped: say(text.Settings.Clipped)}
	return widget.NewForm(v.env.Styles, words, []widget.Item{
		{ID: "name", Label: say(text.Settings.Name), Value: s.Name, Max: hall.MaxHallName / 2, Required: true, Help: say(text.Settings.NameHelp)},
		{ID: "rooms", Label: say(text.Settings.Rooms), Value: text.Listed(s.Rooms), Max: 160, Required: true, Help: say(text.Settings.RoomsHelp)},
		{ID: "morning", Label: say(text.Settings.Morning), Value: hours(s.Open), Max: 20, Required: true, Help: say(text.Settings.HoursHelp)},
		{ID: "afternoon", Label: say(text.Settings.Afternoon), Value: hours(s.Open2), Max: 20, Required: true, Help: say(text.Settings.HoursHelp)},
		{ID: "slot", Label: say(text.Settings.Slot), Value: strconv.Itoa(s.Slot), Max: 3, Required: true, Help: say(text.Settings.SlotHelp)},
		{ID: "class", Label: say(text.Settings.Class), Kind: widget.Choice, Value: strconv.Itoa(s.Class), Options: classes},
		{ID: "idle_lock", Label: say(text.Settings.IdleLock), Value: strconv.Itoa(s.IdleLock), Max: 3, Required: true, Help: say(text.Settings.IdleHelp)},
		{ID: "plain", Label: say(text.Settings.Plain), Kind: widget.Choice, Value: strconv.FormatBool(s.Plain), Options: plain, Help: say(text.Settings.PlainHelp)},
		v.oneOf("palette", text.Settings.Palette, s.Palette, grounds()), v.oneOf("colours", text.Settings.Colours, s.Colours, depths()),
		yesNo("contrast", text.Settings.Contrast, s.Contrast), yesNo("roomy", text.Settings.Roomy, s.Roomy),
	})
}

// grounds and depths name what the settings count, in their order.
func grounds() []text.Message {
	return []text.Message{text.Settings.Ask, text.Settings.Dark, text.Settings.Light}
}

func depths() []text.Message {
	return []text.Message{text.Settings.AsTold, text.Settings.TrueColour, text.Raw("256"), text.Raw("16"), text.Settings.NoColour}
}

// oneOf is a choice kept as its place among its names.
func (v *View) oneOf(id string, label text.Message, at uint8, names []text.Message) widget.Item {
	it := widget.Item{ID: id, Label: v.env.Say(label), Kind: widget.Choice, Value: strconv.Itoa(int(at)), Help: v.env.Say(text.Settings.LookHelp)}
	for i, name := range names {
		it.Options = append(it.Options, widget.Option{Key: strconv.Itoa(i), Label: v.env.Say(name)})
	}
	return it
}

func hours(h [2]int) string { return text.Minutes(h[0]) + "-" + text.Minutes(h[1]) }

// read takes the settings out of the form; false when something is wrong, which then stands
// under its field. What the form does not ask for stays as it is in force now.
func (v *View) read() (hall.Settings, bool) {
	f := v.form
	f.ClearErrors()
	s := v.env.Settings
	s.Name, s.Rooms, s.Plain = f.Value("name"), text.ListOf(f.Value("rooms")), f.Value("plain") == "true"
	s.Contrast, s.Roomy = f.Value("contrast") == "true", f.Value("roomy") == "true"
	ground, _ := strconv.Atoi(f.Value("palette")) // one of the options, as the next
	depth, _ := strconv.Atoi(f.Value("colours"))
	s.Palette, s.Colours = uint8(ground), uint8(depth)
	s.Class, _ = strconv.Atoi(f.Value("class")) // one of the options
	s.Open, s.Open2 = v.readHours("morning"), v.readHours("afternoon")
	s.Slot, s.IdleLock = v.readNumber("slot"), v.readNumber("idle_lock")
	if !f.HasErrors() {
		if err := s.Check(); err != nil {
			v.blame(err)
		}
	}
	f.FocusError()
	return s, !f.HasErrors()
}

func (v *View) readHours(id string) (h [2]int) {
	from, to, err := text.ParseSlot(v.form.Value(id))
	if err != nil || to == 0 {
		v.form.SetError(id, v.env.Say(text.Settings.BadHours))
	}
	return [2]int{from, to}
}

func (v *View) readNumber(id string) int {
	n, err := strconv.Atoi(v.form.Value(id))
	if err != nil {
		v.form.SetError(id, v.env.Say(text.Settings.BadNumber))
	}
	return n
}

// blame puts a refusal under its field; one about a setting that is not asked for here goes
// under the first, so that it is seen.
func (v *View) blame(err *hall.Error) {
	id := err.Field
	if !v.form.Has(id) {
		id = "name"
	}
	v.form.SetError(id, v.env.Say(text.Err(err)))
	v.form.FocusError()
}
