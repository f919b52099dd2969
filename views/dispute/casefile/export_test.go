package casefile

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// Tabs is how many pages a case has.
const Tabs = tabJournal + 1

// NextStep is the next sensible step of a case.
var NextStep = nextStep

// Shown is the screen with a case that was read.
func Shown(env *views.Env, f hall.CaseFile) *View {
	v := open(env, func(context.Context, views.Session) (hall.CaseFile, error) { return f, nil }, 0)
	v.Update(v.page.Load()())
	v.Update(v.visits.Load()())
	return v
}

// Form is a long form of an action, opened over a case.
func Form(env *views.Env, f hall.CaseFile, a hall.Action) views.View {
	spec := forms()[a]
	x := doing{env: env, file: f}.stepForm(a, spec, hall.Draft{}).(*form.View[taking])
	r := taking{of: f}
	spec.start(env.Session, &r)
	x.Begin(r, hall.Draft{})
	return x
}

// Why is why an action cannot be begun.
func Why(env *views.Env, f hall.CaseFile, a hall.Action) text.Message {
	return doing{env: env, file: f}.why(a)
}

// Begin opens what an action asks for.
func Begin(env *views.Env, f hall.CaseFile, a hall.Action) tea.Cmd {
	return doing{env: env, file: f}.begin(a)
}

// OpenVisit opens what is under the cursor.
func (v *View) OpenVisit() tea.Cmd {
	e, _ := v.visits.At()
	return e.open(v.env)
}
