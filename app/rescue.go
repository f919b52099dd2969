package app

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

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

func (m *Model) rescue() tea.Cmd {
	save := m.o.Rescue
	return func() tea.Msg {
		path, err := save(context.Background())
		return rescued{path, err}
	}
}

func (m *Model) rescued(r rescued) tea.Cmd {
	if r.err != nil {
		return m.fail(0, r.err)
	}
	return m.say(views.Done, saved.With("path", r.path))
}
