package studios

import (
	"sizhen/store/hall"
	"sizhen/views"
)

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
