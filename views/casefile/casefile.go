// Package casefile is one case (案件): what it is about, who is in it, what was said, what was
// agreed, what was done; and all that can be done with it now, from the course of a case.
package casefile

import (
	"context"
	"errors"

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
	long   *longForm    // a form that fills the screen; nil: the tabs are shown
	ask    *widget.Form // of the small dialog that is open
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
	v.opened = true
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
		return v.openLong(m)
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
	v.file, v.read, v.denied = m.file, true, false
	if first && v.route.Draft != 0 {
		return v.resume(v.route.Draft)
	}
	return nil
}

func (v *View) browse(k tea.KeyPressMsg) {
	was := v.tab
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

// menu lists every action of the course, with the reason of what cannot be done now.
func (v *View) menu() tea.Cmd {
	var can, cannot []widget.MenuItem
	for _, a := range hall.Actions() {
		it := widget.MenuItem{ID: string(rune(a)), Label: v.env.Say(text.Action(a))}
		if why := hall.Why(v.file.Case, a, v.env.Actor); why != nil {
			it.Reason = v.env.Say(text.WhyNot(a, why))
			cannot = append(cannot, it)
			continue
		}
		can = append(can, it)
	}
	return views.Open(dialog.Menu(v.env.Styles, v.env.Say(text.CaseFile.MenuTitle), append(can, cannot...), func(id string) tea.Msg {
		return chosen{hall.Action([]rune(id)[0])}
	}))
}

// do takes a step; keep, when there is a draft, removes it with it.
func (v *View) do(s hall.Step, finish func(func(hall.DraftID) error) error) tea.Cmd {
	if v.busy {
		return nil
	}
	v.busy = true
	desk, id, rev := v.env.Desk, v.file.Case.ID, v.file.Case.Rev
	return func() tea.Msg {
		m := done{action: s.Action}
		step := func(draft hall.DraftID) (err error) {
			m.c, err = desk.Step(context.Background(), id, rev, draft, s)
			return err
		}
		if finish != nil {
			m.err = finish(step)
		} else {
			m.err = step(0)
		}
		return m
	}
}

func (v *View) done(m done) tea.Cmd {
	v.busy = false
	if m.err == nil {
		v.long, v.ask = nil, nil
		say := text.CaseFile.Done.With("what", text.Action(m.action))
		if m.action == hall.ActAccept {
			say = text.CaseFile.Numbered.With("no", m.c.Number)
		}
		return tea.Batch(v.Load(), views.Toast(views.Done, say))
	}
	var bad *hall.Error
	if !errors.As(m.err, &bad) {
		return views.Fail(m.err)
	}
	if bad.Code == hall.ErrConflict { // read anew; what was typed stays
		return tea.Batch(v.Load(), views.Fail(bad), v.reopen(m.action))
	}
	return v.complain(m.action, bad)
}

// complain puts an error under its field: in the long form, or in the small one, which is
// opened again as it was.
func (v *View) complain(a hall.Action, bad *hall.Error) tea.Cmd {
	form := v.ask
	if v.long != nil {
		form = v.long.form
	}
	if form == nil || !form.Has(bad.Field) {
		return tea.Batch(views.Fail(bad), v.reopen(a))
	}
	form.SetError(bad.Field, v.env.Say(text.Err(bad)))
	form.FocusError()
	return v.reopen(a)
}

func (v *View) reopen(a hall.Action) tea.Cmd {
	if v.long != nil || v.ask == nil {
		return nil
	}
	return v.openAsk(a)
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
		if v.denied {
			return t.Denied
		}
		return text.Message{}
	}
	return []views.Action{
		{Key: views.Key("Enter", "enter", "ctrl+k"), Name: t.Do, Run: v.menu, Blocked: shut},
		{Key: views.Key("1-5", "1", "2", "3", "4", "5", "left", "right"), Name: t.TabKeys},
		{Key: views.Key("↑↓", "up", "down"), Name: t.Scroll},
		{Key: views.Key("Ctrl-R", "ctrl+r"), Name: t.Relapse, Blocked: shut, Run: func() tea.Cmd {
			return views.Go(views.Route{Screen: views.Intake, Case: v.file.Case.ID})
		}},
	}
}

// Hint implements views.View: the next sensible step.
func (v *View) Hint() text.Message {
	c, t := v.file.Case, text.CaseFile
	switch {
	case !v.read:
		return text.Message{}
	case v.long != nil:
		return t.FormHint
	case c.State == hall.Registered:
		return t.HintAccept
	case c.State == hall.Paused:
		return t.HintPaused
	case c.State == hall.Accepted && len(c.Mediators()) == 0:
		return t.HintAssign
	case c.State == hall.Mediating && c.LastResult == hall.ResultSettled:
		return t.HintAgree
	case c.State == hall.Accepted || c.State == hall.Mediating:
		return t.HintSession
	case c.State == hall.Agreed:
		return t.HintSign
	case c.State == hall.Performing:
		return t.HintPerform
	}
	return t.HintClosed
}
