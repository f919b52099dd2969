package studios

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
)

// Found is what reading the list comes to.
func Found(rows []hall.StudioRow) tea.Msg { return found{rows: rows} }

// FileRead is what reading one studio comes to.
func FileRead(f hall.StudioFile) tea.Msg { return fileRead{id: f.Studio.ID, file: f} }

// Form is a form of a studio, opened over what was read of it.
func Form(env *views.Env, what string, f hall.StudioFile) views.View {
	v := &View{env: env}
	if what == doClose {
		x := v.closeForm(f.Studio.ID, hall.Draft{})
		x.Begin(closing{file: f, day: env.Today()}, hall.Draft{})
		return x
	}
	x := v.studioForm(f.Studio.ID, formOf(what, 1), hall.Draft{})
	x.Begin(f.Studio, hall.Draft{})
	return x
}
