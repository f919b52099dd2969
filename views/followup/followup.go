// Package followup is where somebody sees to it that agreements are kept (定期回诊, F7): the
// follow-ups by what is due, one of them in full, the record of a visit and what comes of a
// relapse, and the list for one trip through the villages.
package followup

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// View is the screen: the list, or one follow-up.
type View struct {
	env    *views.Env
	all    hall.FollowUps
	list   widget.Grouped
	read   bool
	limit  int
	id     hall.ConsultationID // the one that is open; 0: the list
	direct bool                // a route led to it: Esc leaves the screen
	file   *hall.JointFile     // of the open one, or of the row under the cursor; nil until it is read
	again  string              // the case that deals with its relapse, as it is called
	lost   text.Message        // why it cannot be opened
	top    int                 // the first line shown
	soon   bool                // the menu is wanted once it is read

	plan  hall.CaseID  // to be planned for, once the screen is open
	draft hall.DraftID // to be gone on with
	fill  *filling     // a form that fills the screen
	trip  *trip        // the list for one trip
	forms map[string]*widget.Form
}

// New makes the screen.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env, id: r.Consultation, direct: r.Consultation != 0, draft: r.Draft, limit: page, forms: map[string]*widget.Form{}}
	if r.Consultation == 0 {
		v.plan = r.Case
	}
	return v
}

// Title implements views.View.
func (v *View) Title() text.Message {
	switch {
	case v.trip != nil:
		return text.FollowForm.TripTitle
	case v.id == 0 || v.file == nil:
		return text.FollowUps.Title
	}
	return text.FollowUps.Of.With("no", name(*v.file))
}

// name is what a follow-up is called: its case's number.
func name(f hall.JointFile) string {
	if no := f.Case.Number; no != "" {
		return no
	}
	return f.Consultation.Who
}

// Load implements views.View.
func (v *View) Load() tea.Cmd {
	var cmds []tea.Cmd
	if v.id == 0 {
		cmds = append(cmds, v.readList())
	}
	if v.plan != 0 {
		cmds = append(cmds, v.begin(doPlan, v.plan, 0))
		v.plan = 0
	}
	if v.trip != nil {
		cmds = append(cmds, v.readTrip())
	}
	return tea.Batch(append(cmds, v.readFile())...)
}

// current is the follow-up that is open, or under the cursor.
func (v *View) current() hall.ConsultationID {
	if v.id != 0 {
		return v.id
	}
	if r := v.selected(); r != nil && !r.Hidden {
		return r.ID
	}
	return 0
}

type read struct {
	id    hall.ConsultationID
	file  hall.JointFile
	again string
	err   error
}

// readFile reads the follow-up that is open, or under the cursor.
func (v *View) readFile() tea.Cmd {
	desk, id := v.env.Desk, v.current()
	if id == 0 {
		return nil
	}
	return func() tea.Msg {
		m := read{id: id}
		if m.file, m.err = desk.FollowUp(context.Background(), id); m.err != nil {
			return m
		}
		of := m.file.Consultation.Visit.Again
		if of == 0 || of == m.file.Case.ID {
			return m
		}
		c, err := desk.Case(context.Background(), of)
		switch {
		case errors.Is(err, hall.Refuse(hall.ErrClosedCase)):
		case err != nil:
			m.err = err
		case c.Case.Number != "":
			m.again = c.Case.Number
		default:
			m.again = c.Case.Subject
		}
		return m
	}
}

// show takes what was read.
func (v *View) show(m read) tea.Cmd {
	if m.id != v.current() {
		return nil // another one is looked at meanwhile
	}
	if m.err != nil {
		if v.id != 0 && v.file == nil {
			v.lost = text.Err(m.err)
			return nil
		}
		return views.Fail(m.err)
	}
	v.file, v.again = &m.file, m.again
	if v.draft != 0 && v.id != 0 {
		id := v.draft
		v.draft = 0
		return v.resume(id)
	}
	if v.soon {
		v.soon = false
		return v.menu()
	}
	return nil
}

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case listed:
		return v.showList(m)
	case read:
		return v.show(m)
	case chosen:
		return v.run(m.what)
	case done:
		return v.done(m)
	}
	for _, take := range []func(tea.Msg) (tea.Cmd, bool){v.askMessage, v.relapseMessage, v.tripMessage, v.fillMessage} {
		if cmd, ok := take(msg); ok {
			return cmd
		}
	}
	return v.key(msg)
}

// key gives a key to what is in front.
func (v *View) key(msg tea.Msg) tea.Cmd {
	switch {
	case v.fill != nil:
		return v.fill.Key(msg)
	case v.trip != nil:
		v.trip.top = scrolled(v.trip.top, msg)
	case v.id == 0:
		return v.listKey(msg)
	default:
		v.top = scrolled(v.top, msg)
	}
	return nil
}

// scrolled is the first line shown after a key.
func scrolled(top int, msg tea.Msg) int {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.Keystroke() {
		case "up":
			top--
		case "down":
			top++
		case "pgup":
			top -= 10
		case "pgdown":
			top += 10
		case "home":
			top = 0
		}
	}
	return max(top, 0)
}

// Leave implements views.Leaver: what was typed is kept.
func (v *View) Leave() tea.Cmd {
	if v.fill == nil {
		return nil
	}
	return v.fill.Keep.Leave()
}

// Back implements views.Backer: Esc closes the form, then the trip, then the follow-up that
// was opened from the list.
func (v *View) Back() (tea.Cmd, bool) {
	switch {
	case v.fill != nil:
		return v.fill.Keep.Aside(putAside{}), true
	case v.trip != nil:
		v.trip = nil
		return v.Load(), true
	case v.id != 0 && !v.direct:
		v.id, v.lost = 0, text.Message{}
		return v.Load(), true
	}
	return nil, false
}

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	switch {
	case !v.lost.IsZero():
		out := []string{"", ""}
		for _, l := range widget.Wrap(v.env.Say(v.lost), min(w-8, 80)) {
			out = append(out, "    "+l)
		}
		return views.NewFrame(w, h, out)
	case v.fill != nil:
		return v.drawFill(w, h)
	case v.trip != nil:
		return v.drawTrip(w, h)
	case v.id == 0:
		return v.drawList(w, h)
	case v.file == nil:
		return views.NewFrame(w, h, nil)
	}
	return v.drawOne(w, h)
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	t := text.FollowUps
	scroll := views.Action{Key: views.Key("↑↓", "up", "down", "pgup", "pgdown"), Name: t.Scroll}
	switch {
	case v.fill != nil:
		return []views.Action{
			{Key: views.Key("Enter", "enter"), Name: text.Dialog.Next},
			{Key: views.Key("Ctrl-S", "ctrl+s"), Name: text.FollowForm.Finish, Run: v.fill.Submit},
		}
	case v.trip != nil:
		return []views.Action{scroll, {Key: views.Key("Enter", "enter"), Name: t.Menu, Run: v.tripMenu},
			{Key: views.Key("Ctrl-S", "ctrl+s"), Name: text.FollowForm.TripSaveKey, Help: text.FollowForm.TripSave, Run: v.saveTrip, Blocked: v.noTripFile}}
	case v.id == 0:
		return []views.Action{
			{Key: views.Key("↑↓", "up", "down"), Name: text.Dialog.Choose},
			{Key: views.Key("Enter", "enter"), Name: t.Menu, Run: v.menu, Blocked: v.closed},
			{Key: views.Key("Ctrl-N", "ctrl+n"), Name: t.PlanKey, Run: v.pickCase},
			{Key: views.Key("Ctrl-T", "ctrl+t"), Name: t.TripKey, Run: v.planTrip},
		}
	}
	return []views.Action{{Key: views.Key("Enter", "enter"), Name: t.Menu, Run: v.menu, Blocked: func() text.Message { return v.lost }}, scroll}
}

// Hint implements views.View.
func (v *View) Hint() text.Message {
	t := text.FollowUps
	switch {
	case !v.lost.IsZero():
		return t.NextLost
	case v.fill != nil:
		return text.FollowForm.Hint
	case v.trip != nil:
		return text.FollowForm.TripHint
	case v.id == 0 && v.selected() == nil:
		return t.HintEmpty
	case v.id == 0:
		return t.Hint
	case v.file == nil:
		return text.Message{}
	}
	return v.next()
}
