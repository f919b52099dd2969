// Package appointments lists what is booked (预约问诊, F5), two weeks at a time, and takes
// what becomes of it: arrived, did not come, cancelled.
package appointments

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// span is how many days are listed.
const span = 14

// View is the screen.
type View struct {
	env   *views.Env
	from  hall.Day
	moved bool                // somebody went to other days: the list no longer begins today
	want  hall.ConsultationID // to be selected, whatever its day
	rows  []hall.VisitRow
	read  bool
	table widget.Table
	forms map[string]*widget.Form // questions, until they are answered
}

type (
	loaded struct {
		from hall.Day
		want hall.VisitRow
		rows []hall.VisitRow
		err  error
	}
	chosen struct {
		row  hall.VisitRow
		what string
	}
	cancel struct {
		row hall.VisitRow
		why string
	}
	jump struct{ day string }
	done struct {
		say text.Message
		err error
		row hall.VisitRow // whose cancellation it was, if it was one
	}
)

// New makes the screen.
func New(env *views.Env, r views.Route) views.View {
	return &View{env: env, from: env.Today(), want: r.Consultation, table: widget.Table{Header: true}, forms: map[string]*widget.Form{}}
}

// Title implements views.View.
func (v *View) Title() text.Message { return text.Appointments.Title }

// Load implements views.View.
func (v *View) Load() tea.Cmd {
	if !v.moved {
		v.from = v.env.Today()
	}
	desk, from, want := v.env.Desk, v.from, v.want
	return func() tea.Msg {
		ctx, m := context.Background(), loaded{from: from}
		if want != 0 { // it may lie beyond the days that are listed
			if visit, err := desk.Visit(ctx, want); err == nil {
				m.want = hall.VisitRowOf(visit)
			}
			if day := m.want.Slot.Day; day != 0 && (day < from || day >= from+span) {
				m.from = day
			}
		}
		m.rows, m.err = desk.Appointments(ctx, m.from, m.from+span-1)
		return m
	}
}

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case loaded:
		return v.show(m)
	case chosen:
		return v.run(m)
	case cancel:
		desk := v.env.Desk
		return func() tea.Msg {
			return done{text.Appointments.Cancelled.With("who", m.row.Who), desk.CancelAppointment(context.Background(), m.row.ID, m.why), m.row}
		}
	case jump:
		return v.jump(m)
	case done:
		return v.done(m)
	case tea.KeyPressMsg:
		switch m.Keystroke() {
		case "pgup":
			return v.move(v.from - 7)
		case "pgdown":
			return v.move(v.from + 7)
		}
	}
	v.table.Update(msg)
	return nil
}

func (v *View) move(to hall.Day) tea.Cmd {
	v.from, v.moved = to, true
	return v.Load()
}

func (v *View) show(m loaded) tea.Cmd {
	want := v.want
	v.want = 0
	if m.err != nil {
		return views.Fail(m.err)
	}
	if want == 0 && m.from != v.from {
		return nil // an answer for days that were left
	}
	if m.from != v.from {
		v.from, v.moved = m.from, true
	}
	v.rows, v.read = m.rows, true
	v.fill()
	if want != 0 && !v.table.Select(fmt.Sprint(want)) && m.want.ID != 0 {
		return views.Toast(views.Warn, text.Appointments.Gone.With("who", m.want.Who).With("state", v.state(m.want)))
	}
	return nil
}

// fill puts the rows into the table, in the session's language.
func (v *View) fill() {
	keys := make([]string, len(v.rows))
	cells := make([][]string, len(v.rows))
	tones := make([]widget.Tone, len(v.rows))
	for i, r := range v.rows {
		keys[i], cells[i] = fmt.Sprint(r.ID), v.cells(r)
		if r.State.Over() {
			tones[i] = widget.Muted
		}
	}
	v.table.SetRows(keys, cells, tones)
}

func (v *View) cells(r hall.VisitRow) []string {
	say := v.env.Say
	day := say(text.ShortDay(r.Slot.Day))
	if r.Slot.Day == v.env.Today() {
		day += " " + say(text.Appointments.Today)
	}
	room := r.Room
	if r.Mode != hall.InRoom {
		room = say(text.Mode(r.Mode))
	}
	return []string{day, text.Slot(r.Slot), room, say(text.Who(r.Who, r.Others)), r.Mediator, v.state(r)}
}

func (v *View) state(r hall.VisitRow) string {
	if r.Number > 0 && r.State == hall.Waiting {
		return v.env.Say(text.Appointments.Arrived)
	}
	return v.env.Say(text.Booked(r.State))
}

func (v *View) selected() *hall.VisitRow {
	if i := v.table.Cursor(); i < len(v.rows) {
		return &v.rows[i]
	}
	return nil
}

// menu lists what can be done with the appointment under the cursor.
func (v *View) menu() tea.Cmd {
	r, say, t := *v.selected(), v.env.Say, text.Appointments
	over := text.Message{}
	if r.State != hall.Waiting || r.Number > 0 {
		over = t.Already.With("state", v.state(r))
	}
	arrive, missed := over, over
	if arrive.IsZero() && r.Slot.Day != v.env.Today() {
		arrive = t.Past
	}
	if missed.IsZero() && r.Slot.Day.At(r.Slot.From, v.env.Now().Location()).After(v.env.Now()) {
		missed = t.NotYet
	}
	none := text.Message{}
	if r.Case == 0 {
		none = t.NoCase
	}
	items := []widget.MenuItem{
		{ID: "arrive", Label: say(t.Arrive), Reason: say(arrive)}, {ID: "noshow", Label: say(t.NoShow), Reason: say(missed)},
		{ID: "cancel", Label: say(t.Cancel), Reason: say(over)}, {ID: "case", Label: say(t.OpenCase), Reason: say(none)},
	}
	return views.Open(dialog.Menu(v.env.Styles, say(t.Menu.With("who", r.Who)), items, func(id string) tea.Msg { return chosen{r, id} }))
}

func (v *View) run(m chosen) tea.Cmd {
	desk, ctx, t, r := v.env.Desk, context.Background(), text.Appointments, m.row
	switch m.what {
	case "arrive":
		return func() tea.Msg {
			res, err := desk.Arrive(ctx, r.ID)
			return done{say: t.Came.With("who", r.Who).With("no", fmt.Sprintf("%03d", res.Queue)).With("n", res.Ahead), err: err}
		}
	case "noshow":
		return func() tea.Msg { return done{say: t.Missed.With("who", r.Who), err: desk.NoShow(ctx, r.ID)} }
	case "cancel":
		return v.askWhy(r)
	case "case":
		return views.Go(views.Route{Screen: views.CaseFile, Case: r.Case})
	}
	return nil
}

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	if !v.read {
		return views.NewFrame(w, h, nil)
	}
	v.fill()
	say, t := v.env.Say, text.Appointments
	if len(v.rows) == 0 {
		out := []string{""}
		for _, l := range widget.Wrap(say(t.None.With("from", text.ShortDay(v.from))), min(w-6, 90)) {
			out = append(out, "   "+v.env.Styles.Muted.Render(l))
		}
		return views.NewFrame(w, h, out)
	}
	day, state := 14, 4
	for _, r := range v.rows {
		day, state = max(day, widget.Width(v.cells(r)[0])), max(state, widget.Width(v.state(r)))
	}
	v.table.Columns = []widget.Column{
		{Title: say(t.Day), Width: day, Once: true}, {Title: say(t.When), Width: 11}, {Title: say(t.Room), Width: 8}, {Title: say(t.Who)},
		{Title: say(t.Mediator), Width: 8}, {Title: say(t.State), Width: state},
	}
	out := []string{""}
	for _, l := range v.table.Draw(w-2, h-1, v.env.Styles) {
		out = append(out, " "+l)
	}
	return views.NewFrame(w, h, out)
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	t := text.Appointments
	return []views.Action{
		{Key: views.Key("↑↓", "up", "down"), Name: text.Dialog.Choose},
		{Key: views.Key("Enter", "enter"), Name: text.Dialog.Run, Run: v.menu, Blocked: func() text.Message {
			if v.selected() == nil {
				return t.HintNone
			}
			return text.Message{}
		}},
		{Key: views.Key("PgUp/PgDn", "pgup", "pgdown"), Name: t.Week},
		{Key: views.Key("Ctrl-G", "ctrl+g"), Name: t.Jump, Run: v.askDay},
	}
}

// Hint implements views.View.
func (v *View) Hint() text.Message {
	if len(v.rows) == 0 {
		return text.Appointments.HintNone
	}
	return text.Appointments.Hint
}
