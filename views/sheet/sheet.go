// Package sheet is a form that fills a screen and is kept as a draft while it is written:
// what a key does to it, how it is completed, how it is drawn. Its owner says what follows
// from the answers and what completing it means.
package sheet

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/draft"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// Sheet is such a form.
type Sheet struct {
	What   string // which form it is, for its owner
	Form   *widget.Form
	Keep   *draft.Keeper
	Rev    uint64                        // of the record, as it was when the form was opened
	Stale  bool                          // it was changed at another desk: its new revision is still to be read
	Busy   bool                          // it is being completed
	Follow func() tea.Cmd                // hides what does not apply, writes what follows behind the fields
	Picked func(id string, n int)        // takes a suggestion; nil: there are none
	Check  func(id string) *hall.Error   // what is wrong with a field that was left; nil: said on completing
	Save   func() (tea.Cmd, *hall.Error) // completes it, or says what is wrong
	Ask    func() tea.Cmd                // what Enter on the last field does; nil: it completes the form

	env *views.Env
}

// New makes a sheet of its questions, with what was answered so far.
func New(env *views.Env, what string, items []widget.Item, answers map[string]string) *Sheet {
	s := &Sheet{What: what, Form: widget.NewForm(env.Styles, dialog.Words(env), items), env: env}
	s.Form.SetValues(answers)
	return s
}

// Key gives a key to the form.
func (s *Sheet) Key(msg tea.Msg) tea.Cmd {
	ev := s.Form.Update(msg)
	var cmds []tea.Cmd
	if ev.Refused != "" {
		cmds = append(cmds, views.Toast(views.Warn, text.Raw(ev.Refused)))
	}
	if ev.PickedIn != "" && s.Picked != nil {
		s.Picked(ev.PickedIn, ev.Picked)
		ev.Changed = ev.PickedIn
	}
	if ev.Changed != "" {
		cmds = append(cmds, s.Follow(), s.Keep.Changed())
		if (ev.Taken || ev.PickedIn != "") && s.Form.FocusAfter(ev.Changed) { // an answer may ask for more
			ev.Submitted = false
		}
	}
	if ev.Left != "" {
		cmds = append(cmds, s.Keep.Save())
		s.check(ev.Left)
	}
	switch {
	case ev.Submitted && s.Ask != nil:
		cmds = append(cmds, s.Ask())
	case ev.Submitted:
		cmds = append(cmds, s.Submit())
	}
	return tea.Batch(cmds...)
}

// check says under a field that was left what cannot be read in it; the cursor goes on.
func (s *Sheet) check(id string) {
	if s.Check == nil {
		return
	}
	if bad := s.Check(id); bad != nil {
		s.Form.SetError(bad.Field, s.env.Say(text.Err(bad)))
	}
}

// Submit completes the form when nothing is missing.
func (s *Sheet) Submit() tea.Cmd {
	if s.Busy || s.Stale {
		return nil
	}
	s.Form.ClearErrors()
	if s.Form.Missing() {
		return nil
	}
	cmd, bad := s.Save()
	if bad != nil {
		s.Complain(bad)
		return nil
	}
	s.Busy = true
	return cmd
}

// Complain puts a refusal under its field.
func (s *Sheet) Complain(bad *hall.Error) {
	s.Form.SetError(bad.Field, s.env.Say(text.Err(bad)))
	s.Form.FocusError()
}

// Refused takes why it could not be completed: under its field where it has one. False: it
// is about something else, or the record was changed at another desk (Stale says so).
func (s *Sheet) Refused(err error) bool {
	s.Busy = false
	var bad *hall.Error
	if !errors.As(err, &bad) {
		return false
	}
	if s.Stale = bad.Code == hall.ErrConflict; s.Stale || bad.Field == "" || !s.Form.Has(bad.Field) {
		return false
	}
	s.Complain(bad)
	return true
}

// NoteDay writes the weekday behind a typed date, and why the hall is closed then: a slip is
// seen at once.
func (s *Sheet) NoteDay(id string) { dialog.NoteDay(s.env, s.Form, id) }

// Day reads a date field; an empty one is no date.
func (s *Sheet) Day(id string) (hall.Day, *hall.Error) { return dialog.Day(s.env, s.Form, id) }

// Draw shows the form below some lines and above others, in w×h cells.
func (s *Sheet) Draw(w, h int, above, below []string) views.Frame {
	top := len(above)
	body, cx, cy, ok := s.Form.Draw(Width(w), max(h-top-len(below), 1))
	out := above
	for _, l := range append(body, below...) {
		out = append(out, "  "+l)
	}
	frame := views.NewFrame(w, h, out)
	if ok && cy+top < h {
		frame.Cursor = &views.Point{X: cx + 2, Y: cy + top}
	}
	return frame
}

// Width is how wide the form of a sheet is drawn in w cells.
func Width(w int) int { return min(w-4, 96) }
