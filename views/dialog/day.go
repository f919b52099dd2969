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

// NoteDay writes the weekday behind a typed date, and why the hall is closed then: a slip is
// seen at once.
func NoteDay(env *views.Env, f *widget.Form, id string) {
	note := ""
	if d, err := text.ParseDate(f.Value(id), env.Today()); err == nil && f.Value(id) != "" {
		note = env.Say(text.ShortDay(d))
		if on := env.Calendar().On(d); !on.Open {
			note = env.Say(text.Ending.Closed.With("day", note).With("why", text.Holiday(on.Name)))
		}
	}
	f.SetNote(id, note)
}
