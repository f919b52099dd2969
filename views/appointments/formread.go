package appointments

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/sheet"
	"sizhen/views/text"
	"sizhen/views/widget"
)

type (
	search struct{ field, query string }
	found  struct {
		search
		rows []hall.MediatorRow
		err  error
	}
)

// formItems are the form's questions.
func (v *View) formItems(what string) []widget.Item {
	say, t, e, s := v.env.Say, text.Calendar, text.Ending, v.env.Settings
	var modes, rooms []widget.Option
	for _, m := range []hall.Mode{hall.InRoom, hall.ByPhone, hall.ByVideo, hall.AtHome} {
		modes = append(modes, widget.Option{Key: strconv.Itoa(int(m)), Label: say(text.Mode(m)), Initials: pinyin.First(text.Mode(m).In(text.Zh))})
	}
	for _, r := range s.Rooms {
		rooms = append(rooms, widget.Option{Key: r, Label: r, Initials: pinyin.First(r)})
	}
	hours := e.TimeHelp.With("a", text.Minutes(s.Open[0])).With("b", text.Minutes(s.Open[1])).With("c", text.Minutes(s.Open2[0])).With("d", text.Minutes(s.Open2[1]))
	out := []widget.Item{
		{ID: "day", Label: say(e.Day), Max: 20, Required: true, Help: say(e.DayHelp)},
		{ID: "time", Label: say(e.Time), Max: 20, Required: true, Help: say(hours)},
		{ID: "mode", Label: say(e.Mode), Kind: widget.Choice, Required: true, Options: modes, Value: "0"},
		{ID: "room", Label: say(e.Room), Kind: widget.Choice, Required: true, Options: rooms},
		{ID: "place", Label: say(e.Place), Max: 60, Help: say(e.PlaceHelp)},
	}
	for i := range most {
		label, help := t.MediatorN.With("n", i+1), e.MediatorHelp
		if i == 0 {
			label = e.Mediator
		}
		out = append(out, widget.Item{ID: fmt.Sprint("m", i+1), Label: say(label), Max: 40, Choose: true, Help: say(help)})
	}
	if what == formChange {
		out = append(out, widget.Item{ID: "reason", Label: say(t.MoveWhy), Kind: widget.Notes, Rows: 2, Max: 300, Required: true})
	}
	return out
}

// booking reads the booking from the form; a field that cannot be read is an error in it.
func (v *View) booking() (hall.Booking, *hall.Error) {
	f := v.fill.Form
	var b hall.Booking
	day, bad := v.fill.Day("day")
	if bad == nil && day == 0 {
		bad = hall.Refuse(hall.ErrRequired).In("day")
	}
	if bad != nil {
		return b, bad
	}
	if f.Value("time") == "" {
		return b, hall.Refuse(hall.ErrRequired).In("time")
	}
	from, to, err := text.ParseSlot(f.Value("time"))
	if errors.As(err, &bad) {
		return b, bad.In("time")
	}
	if to == 0 {
		to = from + max(v.env.Settings.Slot, stretch)
	}
	mode, _ := strconv.Atoi(f.Raw("mode")) // one of the options
	b.Slot, b.Mode = hall.Slot{Day: day, From: from, To: to}, hall.Mode(mode)
	switch b.Mode {
	case hall.InRoom:
		if b.Room = f.Raw("room"); !v.env.Settings.HasRoom(b.Room) {
			return b, hall.Refuse(hall.ErrRequired).In("room")
		}
	case hall.AtHome:
		if b.Place = f.Value("place"); b.Place == "" {
			b.Place = home(v.fill.file.Case)
		}
	}
	for i, m := range v.fill.picked {
		id := fmt.Sprint("m", i+1)
		name := f.Value(id)
		switch {
		case name == "":
		case name != m.Name || m.ID == 0:
			return b, hall.Refuse(hall.ErrNeedMediator).In(id)
		case !slices.Contains(b.Mediators, m.ID):
			b.Mediators = append(b.Mediators, m.ID)
		}
	}
	return b, nil
}

// unreadable is why a day or a time that was left cannot be read; nil: it can, or is empty.
func (v *View) unreadable(id string) *hall.Error {
	var bad *hall.Error
	switch f := v.fill; {
	case id == "day":
		_, bad = f.Day(id)
	case id == "time" && f.Form.Value(id) != "":
		if _, _, err := text.ParseSlot(f.Form.Value(id)); errors.As(err, &bad) {
			bad = bad.In(id)
		}
	}
	return bad
}

// home is where the first applicant lives.
func home(c hall.Case) string {
	if of := c.Of(hall.Applicant); len(of) > 0 {
		return cmp.Or(of[0].Details.Address, of[0].Details.Village)
	}
	return ""
}

// follow hides what does not apply, says what a day and a time were read as, and looks up what
// collides once both can be read.
func (v *View) follow() tea.Cmd {
	f := v.fill
	mode := f.Form.Raw("mode")
	f.Form.SetHidden("room", mode != strconv.Itoa(int(hall.InRoom)))
	f.Form.SetHidden("place", mode != strconv.Itoa(int(hall.AtHome)))
	for i := 1; i < most; i++ {
		f.Form.SetHidden(fmt.Sprint("m", i+1), f.Form.Value(fmt.Sprint("m", i)) == "" && f.Form.Value(fmt.Sprint("m", i+1)) == "")
	}
	f.NoteDay("day")
	searching := v.searching()
	b, bad := v.booking()
	note := ""
	if from, to, err := text.ParseSlot(f.Form.Value("time")); err == nil {
		if to == 0 {
			to = from + max(v.env.Settings.Slot, stretch)
		}
		note = text.Slot(hall.Slot{From: from, To: to})
	}
	f.Form.SetNote("time", note)
	key := ""
	if bad == nil {
		key = fmt.Sprint(b)
	}
	desk, id, on := v.env.Desk, f.visit.ID, f.file.Case.ID
	cmd, changed := f.clashes.Ask(key, func(ctx context.Context) ([]hall.Clash, error) { return desk.Clashes(ctx, id, on, b) })
	if changed {
		f.Form.ClearErrors() // they were about the booking before
	}
	return tea.Batch(searching, cmd)
}

// searching looks for the mediators whose names are being typed, once typing rests.
func (v *View) searching() tea.Cmd {
	f := v.fill
	var cmds []tea.Cmd
	for i := range f.asked {
		id := fmt.Sprint("m", i+1)
		typed := f.Form.Value(id)
		if typed != f.asked[i] && typed != "" && typed != f.picked[i].Name {
			cmds = append(cmds, v.env.After(settle, search{id, typed}))
		}
		f.asked[i] = typed
	}
	return tea.Batch(cmds...)
}

// lookMessage takes the messages of looking for mediators; false for others.
func (v *View) lookMessage(msg tea.Msg) (tea.Cmd, bool) {
	f := v.fill
	switch m := msg.(type) {
	case search:
		if f == nil || m.query != f.Form.Value(m.field) {
			return nil, true
		}
		desk, on := v.env.Desk, f.file.Case.ID
		return func() tea.Msg {
			rows, err := desk.FindMediators(context.Background(), m.query, on, 6)
			return found{m, rows, err}
		}, true
	case found:
		if f == nil || m.err != nil || m.query != f.Form.Value(m.field) {
			return nil, true
		}
		v.suggest(m)
		if len(m.rows) == 1 && m.rows[0].Name == m.query && m.rows[0].Conflict == hall.NoConflict {
			v.pickMediator(m.field, 0) // who types a whole name means that one
			return tea.Batch(f.Follow(), f.Keep.Changed()), true
		}
		return nil, true
	}
	return nil, false
}

// suggest offers the mediators found, with why one of them should stand aside.
func (v *View) suggest(m found) {
	f := v.fill
	f.found = m.rows
	var names []string
	for _, r := range m.rows {
		name := r.Name + "  " + r.Village
		if r.Conflict != hall.NoConflict {
			name += "  " + v.env.Say(text.Conflict(r.Conflict))
		}
		names = append(names, name)
	}
	f.Form.SetSuggest(m.field, names)
}

// pickMediator puts the one that was picked into his field.
func (v *View) pickMediator(field string, n int) {
	f := v.fill
	if n >= len(f.found) {
		return
	}
	r := f.found[n]
	for i := range f.picked {
		if fmt.Sprint("m", i+1) == field {
			f.picked[i] = hall.MediatorRef{ID: r.ID, Name: r.Name}
		}
	}
	f.Form.SetValue(field, r.Name)
	f.Form.SetSuggest(field, nil)
}

// drawFill draws the form, and below it what collides.
func (v *View) drawFill(w, h int) views.Frame {
	f, say, st := v.fill, v.env.Say, v.env.Styles
	c := f.file.Case
	head := []string{say(text.Calendar.FormTitle[f.What]), f.name(), c.Subject}
	if a, n := hall.First(c.Of(hall.Applicant)); a != "" {
		b, _ := hall.First(c.Of(hall.Respondent))
		head = append(head, say(text.Sides(hall.VisitRow{Who: a, Others: n, Against: b})))
	}
	out := []string{" " + st.Title.Render(widget.Cut(joined(head), w-2, st.Marks.More))}
	if f.What == formChange {
		was := text.Calendar.MoveFrom.With("when", text.When(f.visit.Slot)).With("where", v.place(hall.VisitRowOf(f.visit)))
		out = append(out, " "+st.Muted.Render(widget.Cut(say(was), w-2, st.Marks.More)))
	}
	out = append(out, "")
	return f.Draw(w, h, out, f.clashes.Lines(sheet.Width(w)))
}
