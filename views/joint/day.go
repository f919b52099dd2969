package joint

import (
	"sizhen/store/hall"
	"sizhen/views/dialog"
	"sizhen/views/text"
)

// noteDay writes the weekday behind a typed date: a slip is seen at once.
func (v *View) noteDay(id string) {
	f, note := v.fill.form, ""
	if d, err := text.ParseDate(f.Value(id), v.env.Today()); err == nil && f.Value(id) != "" {
		note = v.env.Say(text.ShortDay(d))
		if on := v.env.Calendar().On(d); !on.Open {
			note = v.env.Say(text.Ending.Closed.With("day", note).With("why", on.Name))
		}
	}
	f.SetNote(id, note)
}

// day reads a date field; an empty one is no date.
func (v *View) day(id string) (hall.Day, *hall.Error) { return dialog.Day(v.env, v.fill.form, id) }
