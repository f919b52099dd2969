// Package casefile is one case (案件): what it is about, who is in it, what was said, what was
// agreed, what was done; and all that can be done with it now, from the course of a case.
package casefile

import (
	"context"
	"errors"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// The tabs.
const (
	tabOverview = iota
	tabParties
	tabConsultations
	tabAgreement
	tabJournal
	tabs
)

// View is the screen.
type View struct {
	env    *views.Env
	route  views.Route
	file   hall.CaseFile
	opened bool // the opening is on record
	read   bool
	denied bool
	tab    int
	top    int
	visits widget.Grouped // what took place, and the tasks that follow
	long   *filling       // a form that fills the screen; nil: the tabs are shown
	short  *filling       // a form in a box
	ask    *widget.Form   // of the question about a mediator
	row    hall.MediatorRow
	gone   hall.MediatorID // who stands aside
	busy   bool
}

type (
	loaded struct {
		file hall.CaseFile
		err  error
	}
	chosen struct{ action hall.Action }
	// filled is a small form that was submitted.
	filled struct {
		action hall.Action
		values map[string]string
	}
	done struct {
		action hall.Action
		c      hall.Case
		untold bool // settled, and nobody has written that the rights were told [law 23]
		err    error
	}
)

// New makes the screen.
func New(env *views.Env, r views.Route) views.View { return &View{env: env, route: r} }

// Title implements views.View.
func (v *View) Title() text.Message {
	if !v.read {
		return text.Screen("casefile")
	}
	no := text.Raw(v.file.Case.Number)
	if v.file.Case.Number == "" {
		no = text.CaseFile.NoNumber
	}
	if v.long != nil {
		return text.CaseFile.Form.With("what", text.Action(v.long.action)).With("no", no)
	}
	return text.CaseFile.Title.With("no", no)
}

// Load implements views.View: the first reading is an opening, and is recorded.
func (v *View) Load() tea.Cmd {
	desk, id, first := v.env.Desk, v.route.Case, !v.opened
	return func() tea.Msg {
		read := desk.Case
		if first {
			read = desk.OpenCase
		}
		f, err := read(context.Background(), id)
		return loaded{f, err}
	}
}

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case loaded:
		return v.show(m)
	case chosen:
		return v.begin(m.action)
	case visitChosen:
		return v.visitRun(m.what)
	case filled:
		return v.submit(m.action, m.values)
	case done:
		return v.done(m)
	case confirmed:
		return v.do(hall.Step{Action: m.action}, nil)
	case leaves:
		return v.pickNew(m.id)
	case picked:
		return v.picked(m)
	case formOpened:
		return v.openForm(m)
	case putAside:
		v.long = nil
		return tea.Batch(v.Load(), views.Toast(views.Done, text.CaseFile.Kept))
	}
	if v.long != nil {
		return v.longUpdate(msg)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		v.browse(k)
	}
	return nil
}

func (v *View) show(m loaded) tea.Cmd {
	var e *hall.Error
	if errors.As(m.err, &e) && e.Code == hall.ErrClosedCase {
		v.denied, v.read = true, false
		return nil
	}
	if m.err != nil {
		return views.Fail(m.err)
	}
	first := !v.read
	v.file, v.read, v.denied, v.opened = m.file, true, false, true
	v.listVisits(first)
	for _, f := range []*filling{v.long, v.short} {
		if f != nil && f.stale {
			f.rev, f.stale = m.file.Case.Rev, false
		}
	}
	if first && v.route.Draft != 0 {
		return v.resume(v.route.Draft)
	}
	return nil
}

func (v *View) browse(k tea.KeyPressMsg) {
	was := v.tab
	if v.tab == tabConsultations && v.visits.Update(k) {
		return
	}
	switch s := k.Keystroke(); s {
	case "left":
		v.tab = (v.tab + tabs - 1) % tabs
	case "right", "tab":
		v.tab = (v.tab + 1) % tabs
	case "1", "2", "3", "4", "5":
		v.tab = int(s[0] - '1')
	case "up":
		v.top--
	case "down":
		v.top++
	case "pgup":
		v.top -= 10
	case "pgdown":
		v.top += 10
	case "home":
		v.top = 0
	}
	if v.tab != was {
		v.top = 0
	}
	v.top = max(v.top, 0)
}

// enter opens the menu of what the page shows.
func (v *View) enter() tea.Cmd {
	if v.tab == tabConsultations {
		return v.visitMenu()
	}
	return v.menu()
}

// menu lists every action of the course, with the reason of what cannot be done now. The
// cursor stands on the next sensible step.
func (v *View) menu() tea.Cmd {
	say := v.env.Say
	relapse := widget.MenuItem{ID: "0", Label: say(text.CaseFile.Relapse), Reason: say(v.noRelapse())}
	var can, cannot []widget.MenuItem
	for _, a := range hall.Actions() {
		it := widget.MenuItem{ID: strconv.Itoa(int(a)), Label: say(text.Action(a)), Reason: say(v.why(a))}
		if it.Reason != "" {
			cannot = append(cannot, it)
			continue
		}
		can = append(can, it)
	}
	if relapse.Reason == "" {
		can = append(can, relapse)
	} else {
		cannot = append(cannot, relapse)
	}
	next, _ := nextStep(v.file.Case, v.env.Today())
	return views.Open(dialog.MenuAt(v.env, say(text.CaseFile.MenuTitle), append(can, cannot...), strconv.Itoa(int(next)), func(id string) tea.Msg {
		n, _ := strconv.Atoi(id)
		return chosen{hall.Action(n)}
	}))
}

// do takes a step, with the form it was made of or without one. The revision is the one the
// form was opened with: what another desk changed since is not overwritten unseen.
func (v *View) do(s hall.Step, f *filling) tea.Cmd {
	if v.busy {
		return nil
	}
	v.busy = true
	desk, id, rev := v.env.Desk, v.file.Case.ID, v.file.Case.Rev
	if f != nil {
		rev = f.rev
	}
	return func() tea.Msg {
		m := done{action: s.Action}
		m.untold = s.Session != nil && s.Session.Result == hall.ResultSettled && !s.Session.RightsTold
		step := func(draft hall.DraftID) (err error) {
			m.c, err = desk.Step(context.Background(), id, rev, draft, s)
			return err
		}
		if f != nil {
			m.err = f.keep.Finish(step)
		} else {
			m.err = step(0)
		}
		return m
	}
}

func (v *View) done(m done) tea.Cmd {
	v.busy = false
	if m.err == nil {
		v.long, v.short, v.ask, v.file.Case = nil, nil, nil, m.c
		level := views.Done
		if m.untold {
			level = views.Warn
		}
		return tea.Batch(v.Load(), views.Toast(level, v.said(m)))
	}
	var bad *hall.Error
	if !errors.As(m.err, &bad) {
		return tea.Batch(views.Fail(m.err), v.reopen(m.action))
	}
	if bad.Code == hall.ErrConflict { // read anew; what was typed stays
		for _, f := range []*filling{v.long, v.short} {
			if f != nil {
				f.stale = true
			}
		}
		return tea.Batch(v.Load(), views.Fail(bad), v.reopen(m.action))
	}
	return v.complain(m.action, bad)
}

// said is what a step came to.
func (v *View) said(m done) text.Message {
	t, a, c := text.CaseFile, m.action, m.c
	switch {
	case m.untold:
		return t.NotTold
	case a == hall.ActAccept:
		return t.Numbered.With("no", c.Number)
	case a != hall.ActAgree && a != hall.ActSign:
		return t.Done.With("what", text.Action(a))
	case c.State == hall.Performed:
		return t.DoneSpot
	case c.Agreement.Effective() == 0:
		return t.DoneMissing.With("what", v.missing(*c.Agreement))
	}
	return t.DoneInForce.With("day", text.ShortDay(c.Agreement.Effective()))
}

// complain puts an error under its field: in the long form, or in the small one, which is
// opened again as it was.
func (v *View) complain(a hall.Action, bad *hall.Error) tea.Cmd {
	form := v.ask
	switch {
	case v.long != nil:
		form = v.long.form
	case v.short != nil:
		form = v.short.form
	}
	if form == nil || !form.Has(bad.Field) {
		return tea.Batch(views.Fail(bad), v.reopen(a))
	}
	form.SetError(bad.Field, v.env.Say(text.Err(bad)))
	form.FocusError()
	return v.reopen(a)
}

// reopen puts a form's box up again, with what was typed.
func (v *View) reopen(a hall.Action) tea.Cmd {
	switch {
	case v.long != nil:
		return nil
	case v.short != nil:
		return v.openShort()
	case v.ask != nil:
		return v.openAsk(a)
	}
	return nil
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	t := text.CaseFile
	if v.long != nil {
		return []views.Action{
			{Key: views.Key("Enter", "enter"), Name: text.Dialog.Next}, {Key: views.Key("Ctrl-S", "ctrl+s"), Name: t.Submit, Run: v.longSubmit},
		}
	}
	shut := func() text.Message {
		switch {
		case v.denied:
			return t.Denied
		case !v.read:
			return t.Reading
		}
		return text.Message{}
	}
	return []views.Action{
		{Key: views.Key("Enter", "enter"), Name: t.Do, Run: v.enter, Blocked: shut},
		{Key: views.Key("Ctrl-K", "ctrl+k"), Name: t.Do, Run: v.menu, Blocked: shut, Hidden: true},
		{Key: views.Key("1-5", "1", "2", "3", "4", "5", "left", "right"), Name: t.TabKeys},
		{Key: views.Key("↑↓", "up", "down"), Name: t.Scroll},
		{Key: views.Key("Ctrl-R", "ctrl+r"), Name: t.Relapse, Run: v.relapse, Blocked: func() text.Message {
			if why := shut(); !why.IsZero() {
				return why
			}
			return v.noRelapse()
		}},
	}
}
