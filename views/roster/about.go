package roster

import (
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
)

// formName names the draft of a form; of a new entry there is one for each person, so that two
// who add somebody at once do not meet in it.
func (v *View) formName(what string, id hall.MediatorID, n uint64) string {
	if what == doEdit && id == 0 {
		n = uint64(v.env.Actor.Staff)
	}
	return fmt.Sprintf("roster.%s %d %d", what, id, n)
}

// ask reads anew what a form is about, and what was already written in it.
func (v *View) ask(what string, id hall.MediatorID, n uint64) tea.Cmd {
	desk, form := v.env.Desk, v.formName(what, id, n)
	return func() tea.Msg {
		m := v.readAbout(desk, what, id, n)
		if m.err != nil {
			return m
		}
		d, err := desk.DraftFor(background(), form, 0, 0)
		if m.draft = d; err != nil && !errors.Is(err, hall.Refuse(hall.ErrNotFound)) {
			m.err = err
		}
		return m
	}
}

// desk is what reading a form's matter needs of the store's desk.
type desk interface {
	Mediator(ctx, hall.MediatorID) (hall.MediatorFile, error)
	Pair(ctx, hall.PairID) (hall.Pair, error)
}

func (v *View) readAbout(d desk, what string, id hall.MediatorID, n uint64) opened {
	m := opened{about: about{what: what, id: id, n: n}}
	if id != 0 {
		if m.file, m.err = d.Mediator(background(), id); m.err != nil {
			return m
		}
	}
	switch what {
	case doTeach, doEndPair:
		m.pair, m.err = d.Pair(background(), hall.PairID(n))
	case doPair:
		var f hall.MediatorFile
		f, m.err = d.Mediator(background(), hall.MediatorID(n))
		m.other = f.Mediator
	}
	return m
}

// resume goes on with a draft that the board led to.
func (v *View) resume(id hall.DraftID) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		d, err := desk.Draft(background(), id)
		if err != nil {
			return opened{err: err}
		}
		var what string
		var who, n uint64
		_, _ = fmt.Sscanf(strings.TrimPrefix(d.Form, "roster."), "%s %d %d", &what, &who, &n) // the program wrote it
		m := v.readAbout(desk, what, hall.MediatorID(who), n)
		m.draft = d
		return m
	}
}
