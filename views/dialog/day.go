package dialog

import (
	"errors"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// Day reads a form's field that holds a date; an empty one is no date.
func Day(env *views.Env, f *widget.Form, id string) (hall.Day, *hall.Error) {
	s := f.Value(id)
	if s == "" {
		return 0, nil
	}
	d, err := text.ParseDate(s, env.Today())
	var bad *hall.Error
	if errors.As(err, &bad) {
		return 0, bad.In(id)
	}
	return d, nil
}
