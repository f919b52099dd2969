package store

import (
	"context"
	"slices"
	"strconv"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/hall"
	"sizhen/store/people"
)

// Adopt puts changed settings in force and has what bears the name of a room or a grade follow
// where that was renamed: same place in the list, another name. It works in bounded
// transactions; what was stopped goes on when the store is opened next.
func (s *Store) Adopt(ctx context.Context, h hall.Settings) error {
	var n people.Names
	var kept bool
	err := s.read(ctx, func(r book.Reader) (err error) {
		n, kept, err = people.NamesKept(r)
		return err
	})
	if err == nil && !(kept && slices.Equal(n.Rooms, h.Rooms) && slices.Equal(n.Grades, h.Grades)) {
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

// called keeps how rooms and grades are called from now on, and what was renamed by that.
func called(t *book.Tx, h hall.Settings) (people.Names, error) {
	n, kept, err := people.NamesKept(t)
	if err != nil {
		return n, err
	}
	if kept {
		all := append(hall.Renamed(hall.RenameRoom, n.Rooms, h.Rooms), hall.Renamed(hall.RenameGrade, n.Grades, h.Grades)...)
		for _, r := range all {
			if err := t.Log(hall.Entry{Deed: hall.DeedRename, Args: map[string]string{"kind": r.Kind, "before": r.From, "now": r.To}}); err != nil {
				return n, err
			}
		}
		n.Going = append(n.Going, all...)
	}
	n.Rooms, n.Grades = slices.Clone(h.Rooms), slices.Clone(h.Grades)
	return n, people.KeepNames(t, n)
}

// rename does the next piece of what is being renamed, and keeps how far it has come.
func rename(t *book.Tx) (people.Names, error) {
	n, _, err := people.NamesKept(t)
	if err != nil || len(n.Going) == 0 {
		return n, err
	}
	r, moved := n.Going[0], 0
	steps := calendar.RenameRoom(r.From, r.To, &moved)
	if r.Kind == hall.RenameGrade {
		steps = []book.Step{people.RenameGrade(r.From, r.To, &moved)}
	}
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
