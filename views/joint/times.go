package joint

import (
	"context"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// times are the common times that were found, and how they were looked for.
type times struct {
	days, length int
	found        hall.Times
	read         bool
	table        widget.Table
}

const (
	usualDays   = 30
	usualLength = 90
	rowHand     = "hand"
	rowRange    = "range"
	moving      = "moving"  // the form for the reason of another time
	ranging     = "ranging" // the form for days and length
)

type (
	foundTimes struct {
		id           hall.ConsultationID
		days, length int
		found        hall.Times
		err          error
	}
	ranged struct{ days, length string }
	move   struct {
		slot   hall.Slot
		room   string
		absent []hall.Invitee
		why    string
	}
	convened struct {
		move
		say text.Message
		err error
	}
)

func (v *View) findTimes() tea.Cmd {
	v.times = &times{days: usualDays, length: usualLength, table: widget.Table{Header: true}}
	return v.searchTimes()
}

func (v *View) searchTimes() tea.Cmd {
	desk, id, today, t := v.env.Desk, v.id, v.env.Today(), v.times
	m := foundTimes{id: id, days: t.days, length: t.length}
	return func() tea.Msg {
		m.found, m.err = desk.FindTimes(context.Background(), id, today, today+hall.Day(m.days), m.length)
		return m
	}
}

// timesMessage takes the messages of finding and taking a time; false for others.
func (v *View) timesMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case foundTimes:
		return v.foundTimes(m), true
	case ranged:
		return v.ranged(m), true
	case move:
		return v.convene(m), true
	case convened:
		return v.convened(m), true
	}
	return nil, false
}

func (v *View) foundTimes(m foundTimes) tea.Cmd {
	t := v.times
	if t == nil || m.id != v.id || m.days != t.days || m.length != t.length {
		return nil // given up, or asked for otherwise meanwhile
	}
	if m.err != nil {
		v.times = nil
		return v.refused(m.err)
	}
	t.found, t.read = m.found, true
	v.fillTimes()
	return nil
}

func (v *View) fillTimes() {
	t, say := v.times, v.env.Say
	var keys []string
	var cells [][]string
	var tones []widget.Tone
	for i, f := range t.found.Found {
		missing, tone := say(text.JointForm.AllCome), widget.Normal
		if len(f.Missing) > 0 {
			missing, tone = say(text.Names(t.missing(f))), widget.Muted
		}
		keys, tones = append(keys, strconv.Itoa(i)), append(tones, tone)
		cells = append(cells, []string{say(text.ShortDay(f.Slot.Day)), text.Slot(f.Slot), f.Room, missing})
	}
	for _, r := range []struct {
		key string
		say text.Message
	}{{rowHand, text.JointForm.ByHand}, {rowRange, text.JointForm.OtherRange}} {
		keys, cells, tones = append(keys, r.key), append(cells, []string{say(r.say)}), append(tones, widget.Accent)
	}
	t.table.SetRows(keys, cells, tones)
}

// missing are the names of those who cannot come at a time.
func (t *times) missing(f hall.Found) []string {
	var out []string
	for _, i := range t.absent(f) {
		out = append(out, i.Name)
	}
	return out
}

func (t *times) absent(f hall.Found) []hall.Invitee {
	var out []hall.Invitee
	for _, i := range f.Missing {
		out = append(out, t.found.Who[i])
	}
	return out
}

func (v *View) drawTimes(w, h int) views.Frame {
	t, say, st, words := v.times, v.env.Say, v.env.Styles, text.JointForm
	out := []string{v.heading(w), ""}
	head := words.TimesReading
	switch {
	case t.read && len(t.found.Found) == 0:
		head = words.TimesNone.With("days", t.days)
	case t.read:
		head = words.TimesHead.With("days", t.days).With("n", t.length).With("k", len(t.found.Found))
	}
	for _, l := range widget.Wrap(say(head), min(w-4, 100)) {
		out = append(out, "  "+st.Muted.Render(l))
	}
	out = append(out, "")
	if !t.read {
		return views.NewFrame(w, h, out)
	}
	lw, side := w-2, 0
	if w >= wide {
		side = beside
		lw -= side + 3
	}
	room := 8
	for _, r := range v.env.Settings.Rooms {
		room = min(max(room, widget.Width(r)), 16)
	}
	days := max(14, widget.Width(say(words.ByHand)), widget.Width(say(words.OtherRange)))
	t.table.Columns = []widget.Column{{Title: say(words.TimeDay), Width: days}, {Title: say(words.TimeAt), Width: 11}, {Title: say(words.TimeRoom), Width: room}, {Title: say(words.TimeMissing)}}
	body := t.table.Draw(lw, max(h-len(out), 1), st)
	if side > 0 {
		body = widget.Beside(body, lw, v.attending(side), side, 3)
	}
	for _, l := range body {
		out = append(out, " "+l)
	}
	return views.NewFrame(w, h, out)
}

// attending says of each who is asked whether he can come at the time under the cursor.
func (v *View) attending(w int) []string {
	t, say := v.times, v.env.Say
	i, err := strconv.Atoi(t.table.Key())
	if err != nil || i >= len(t.found.Found) {
		return nil
	}
	f, l := t.found.Found[i], v.page(w)
	l.Head(say(text.ShortDay(f.Slot.Day)) + " " + text.Slot(f.Slot) + " " + f.Room)
	l.Blank()
	for n, who := range t.found.Who {
		mark, tone := v.env.Styles.Marks.Done+" ", v.env.Styles.Text
		note := ""
		switch {
		case slices.Contains(f.Missing, n):
			mark, tone, note = v.env.Styles.Marks.Open+" ", v.env.Styles.Danger, "  "+say(text.Answer(hall.CannotGo))
		case n == 0:
			note = "  " + say(text.Joint.Convener)
		case who.Must:
			note = "  " + say(text.Joint.Must)
		}
		l.Lines = append(l.Lines, tone.Render(widget.Cut(mark+who.Name+note, w, v.env.Styles.Marks.More)))
	}
	return l.Lines
}

// takeTime takes the time under the cursor; one that is set by hand has a form of its own.
func (v *View) takeTime() tea.Cmd {
	t := v.times
	if !t.read {
		return nil
	}
	switch t.table.Key() {
	case rowHand:
		return v.begin(doHand)
	case rowRange:
		return v.askRange()
	}
	i, err := strconv.Atoi(t.table.Key())
	if err != nil || i >= len(t.found.Found) {
		return nil
	}
	f := t.found.Found[i]
	m := move{slot: f.Slot, room: f.Room, absent: t.absent(f)}
	if v.file.Consultation.State == hall.Waiting {
		return v.askMove(m)
	}
	return v.convene(m)
}

// askMove asks why it is held at another time than was said.
func (v *View) askMove(m move) tea.Cmd {
	t, say := text.JointForm, v.env.Say
	f := v.form(moving, widget.Item{ID: "reason", Label: say(t.MoveWhy), Kind: widget.Notes, Rows: 2, Max: 300, Required: true})
	title := t.MoveTitle.With("day", text.ShortDay(m.slot.Day)).With("time", text.Slot(m.slot))
	return views.Open(dialog.Ask(v.env.Styles, say(title), "", f, func(vs map[string]string) tea.Msg {
		m.why = strings.TrimSpace(vs["reason"])
		return m
	}))
}

func convenedAt(m move) text.Message {
	return text.JointForm.ConvenedNow.With("day", text.ShortDay(m.slot.Day)).With("time", text.Slot(m.slot)).With("room", m.room)
}

func (v *View) convene(m move) tea.Cmd {
	desk, c := v.env.Desk, v.file.Consultation
	return func() tea.Msg {
		_, err := desk.Convene(context.Background(), c.ID, c.Rev, m.slot, m.room, m.absent, m.why)
		return convened{m, convenedAt(m), err}
	}
}

// convened takes the answer. After a refusal the times are looked for anew: somebody was
// quicker.
func (v *View) convened(m convened) tea.Cmd {
	if m.err == nil {
		delete(v.forms, moving)
		v.times = nil
		return tea.Batch(v.Load(), views.Toast(views.Done, m.say))
	}
	cmds := []tea.Cmd{v.Load(), v.refused(m.err)}
	if v.times != nil {
		cmds = append(cmds, v.searchTimes())
	}
	return tea.Batch(cmds...)
}

func (v *View) askRange() tea.Cmd {
	t, say := text.JointForm, v.env.Say
	f := v.form(ranging,
		widget.Item{ID: "days", Label: say(t.Days), Max: 3, Required: true, Value: strconv.Itoa(v.times.days), Help: say(t.DaysHelp)},
		widget.Item{ID: "length", Label: say(t.Length), Max: 3, Required: true, Value: strconv.Itoa(v.times.length), Help: say(t.LengthHelp)})
	return views.Open(dialog.Ask(v.env.Styles, say(t.RangeTitle), "", f, func(vs map[string]string) tea.Msg { return ranged{vs["days"], vs["length"]} }))
}

func (v *View) ranged(m ranged) tea.Cmd {
	f := v.forms[ranging]
	if v.times == nil || f == nil {
		return nil
	}
	f.ClearErrors()
	days, err := strconv.Atoi(strings.TrimSpace(m.days))
	if err != nil || days < 1 || days > 180 {
		f.SetError("days", v.env.Say(text.JointForm.BadDays))
	}
	length, err := strconv.Atoi(strings.TrimSpace(m.length))
	if err != nil || length < 30 || length > 480 {
		f.SetError("length", v.env.Say(text.JointForm.BadLength))
	}
	if f.HasErrors() {
		f.FocusError()
		return v.askRange()
	}
	delete(v.forms, ranging)
	v.times.days, v.times.length, v.times.read = days, length, false
	return v.searchTimes()
}
