package store

import (
	"context"
	"slices"
	"strconv"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/duty"
	"sizhen/store/hall"
	"sizhen/store/people"
)

// Adopt puts changed settings in force and has what bears the name of a room, a grade or a
// township follow where that was renamed (hall.Renamed). It works in bounded
// transactions; what was stopped goes on when the store is opened next.
func (s *Store) Adopt(ctx context.Context, h hall.Settings) error {
	var n people.Names
	var kept bool
	err := s.read(ctx, func(r book.Reader) (err error) {
		n, kept, err = people.NamesKept(r)
		return err
	})
	same := kept
	for _, l := range lists(&n, h) {
		same = same && slices.Equal(*l.was, l.now)
	}
	if err == nil && !same {
		n, err = book.Unsigned(ctx, s.book, hall.Actor{}, func(t *book.Tx) (people.Names, error) { return called(t, h) })
	}
	if err != nil {
		return err
	}
	s.SetSettings(h) // from here on only the new names are given
	for len(n.Going) > 0 {
		if n, err = book.Unsigned(ctx, s.book, hall.Actor{}, rename); err != nil {
			return err
		}
	}
	return nil
}

// list is something whose names records bear: how it was called and is called now, and what
// has records follow.
type list struct {
	kind  string
	was   *[]string
	now   []string
	steps func(from, to string, moved *int) []book.Step
}

// lists are all there are.
func lists(n *people.Names, h hall.Settings) []list {
	var towns []string
	for _, t := range h.Duty.Towns {
		towns = append(towns, t.Name)
	}
	return []list{
		{hall.RenameRoom, &n.Rooms, h.Rooms, calendar.RenameRoom},
		{hall.RenameGrade, &n.Grades, h.Grades, func(from, to string, moved *int) []book.Step {
			return []book.Step{people.RenameGrade(from, to, moved)}
		}},
		{hall.RenameTown, &n.Towns, towns, func(from, to string, moved *int) []book.Step {
			return []book.Step{duty.RenameTownship(from, to, moved), people.RenameTownship(from, to, moved)}
		}},
	}
}

// called keeps how all is called from now on, and what was renamed by that.
func called(t *book.Tx, h hall.Settings) (people.Names, error) {
	n, kept, err := people.NamesKept(t)
	if err != nil {
		return n, err
	}
	for _, l := range lists(&n, h) {
		if kept {
			for _, r := range hall.Renamed(l.kind, *l.was, l.now) {
				if err := t.Log(hall.Entry{Deed: hall.DeedRename, Args: map[string]string{"kind": r.Kind, "before": r.From, "now": r.To}}); err != nil {
					return n, err
				}
				n.Going = append(n.Going, r)
			}
		}
		*l.was = slices.Clone(l.now)
	}
	return n, people.KeepNames(t, n)
}

// rename does the next piece of what is being renamed, and keeps how far it has come.
func rename(t *book.Tx) (people.Names, error) {
	n, _, err := people.NamesKept(t)
	if err != nil || len(n.Going) == 0 {
		return n, err
	}
	r, moved := n.Going[0], 0
	all := lists(&n, t.Settings())
	steps := all[slices.IndexFunc(all, func(l list) bool { return l.kind == r.Kind })].steps(r.From, r.To, &moved)
	next, err := steps[n.Step](t, n.At)
	if err != nil {
		return n, err
	}
	if moved > 0 {
		args := map[string]string{"kind": r.Kind, "before": r.From, "now": r.To, "n": strconv.Itoa(moved)}
		if err := t.Log(hall.Entry{Deed: hall.DeedRename, Args: args}); err != nil {
			return n, err
		}
	}
	if n.At = next; next == nil {
		n.Step++
	}
	if n.Step == len(steps) {
		n.Going, n.Step = n.Going[1:], 0
	}
	return n, people.KeepNames(t, n)
}
