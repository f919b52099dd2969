package app

import (
	"context"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/views"
)

// looked is whether the store still lies where it was opened.
type looked struct{ err error }

// lookAfter looks for the store's file. A file that was removed under the program takes no more
// writes; without a look nobody would know before the next one.
func (m *Model) lookAfter() tea.Cmd {
	st := m.o.Store
	if st == nil {
		return nil
	}
	return func() tea.Msg { return looked{st.There()} }
}

// looked says in red that the file is gone, for as long as it is, and that it is back.
func (m *Model) looked(l looked) tea.Cmd {
	gone := errors.Is(l.err, kv.ErrMoved)
	was := m.lost
	m.lost = gone
	switch {
	case gone:
		return m.say(views.Fault, moved)
	case was:
		return m.say(views.Done, inPlace)
	}
	return nil
}

// rescued is where a copy of the store lies.
type rescued struct {
	path string
	err  error
}

// Unkept is what a person has typed that the store does not hold.
type Unkept struct {
	By     hall.Actor
	Drafts []hall.Draft
}

// Unkept is what stands in the open forms, in sight or left half typed, and could not be kept.
func (m *Model) Unkept() Unkept {
	u := Unkept{By: m.env.Actor}
	for _, p := range slices.Concat(m.pages, m.parked) {
		if f, ok := p.view.(views.Drafter); ok {
			if d, ok := f.Unkept(); ok {
				u.Drafts = append(u.Drafts, d)
			}
		}
	}
	return u
}

func (m *Model) rescue() tea.Cmd {
	save, typed := m.o.Rescue, m.Unkept()
	return func() tea.Msg {
		path, err := save(context.Background(), typed)
		return rescued{path, err}
	}
}

func (m *Model) rescued(r rescued) tea.Cmd {
	if r.err != nil {
		return m.fail(0, r.err)
	}
	return m.say(views.Done, saved.With("path", r.path))
}
