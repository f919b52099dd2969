// Package casefile is one case (案件): what it is about, who is in it, what was said, what was
// agreed, what was done; and all that can be done with it now, from the course of a case.
package casefile

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
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
}

type loaded struct {
	file hall.CaseFile
	err  error
}

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
	return text.CaseFile.Title.With("no", no)
}

// Load implements views.View: the first reading is an opening, and is recorded.
func (v *View) Load() tea.Cmd {
	id, first := v.route.Case, !v.opened
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		read := s.Desk.Case
		if first {
			read = s.Desk.OpenCase
		}
		f, err := read(ctx, id)
		return loaded{f, err}
	})
}

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case loaded:
		return v.show(m)
	case form.Resumed:
		return v.resume(m.Draft)
	case tea.KeyPressMsg:
		v.browse(m)
		return nil
	}
	cmd, _ := menu.Run(msg)
	return cmd
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
	if first && v.route.Draft != 0 {
		return form.Resume(v.env, v.route.Draft)
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

// menu lists every action of the course, each with its number in every state and with the reason
// of what cannot be done now. The cursor stands on the next sensible step.
func (v *View) menu() tea.Cmd {
	next, _ := nextStep(v.file.Case, v.env.Today())
	at := -1
	var items []menu.Item
	for i, a := range hall.Actions() {
		if a == next {
			at = i
		}
		items = append(items, menu.Item{Name: text.Action(a), Why: v.why(a), Do: func() tea.Cmd { return v.begin(a) }})
	}
	items = append(items, menu.Item{Name: text.CaseFile.Relapse, Why: v.noRelapse(), Do: v.relapse})
	items = append(items, v.corrections()...)
	return menu.OpenAt(v.env, v.env.Say(text.CaseFile.MenuTitle), items, at)
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	t := text.CaseFile
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
