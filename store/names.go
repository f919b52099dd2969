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

// Adopt puts the settings of the file in force, as the store is opened with them, and has what bears
// the name of a room, a grade or a township follow where that was renamed (hall.Renamed). It works in
// bounded transactions; what was stopped goes on when the store is opened next.
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
		n, err = book.Unsigned(ctx, s.book, hall.Actor{}, func(t *book.Tx) (people.Names, error) {
			n, _, err := called(t, h)
			return n, err
		})
	}
	if err != nil {
		return err
	}
	return s.follow(ctx, h, n)
}

// Adopt puts settings in force that somebody changed and that are in their file: Store.Adopt, with
// who did it in the journal.
func (d *Desk) Adopt(ctx context.Context, h hall.Settings) error {
	was := d.Settings()
	n, err := book.Write(ctx, d.at, hall.MayManage, func(t *book.Tx) (people.Names, error) {
		n, fresh, err := called(t, h)
		if err == nil && (len(fresh) == 0 || !hall.OnlyRenamed(was, h, fresh)) {
			err = t.Log(hall.Entry{Deed: hall.DeedSettings})
		}
		return n, err
	})
	if err != nil {
		return err
	}
	return d.st.follow(ctx, h, n)
}

// follow has only the new names given from here on, and carries through what was renamed.
func (s *Store) follow(ctx context.Context, h hall.Settings, n people.Names) (err error) {
	s.SetSettings(h)
	for err == nil && len(n.Going) > 0 {
		n, err = book.Unsigned(ctx, s.book, hall.Actor{Staff: n.Going[0].By, Name: n.Going[0].ByName}, rename)
	}
	return err
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

// called keeps how all is called from now on, and what was renamed by that and by whom.
func called(t *book.Tx, h hall.Settings) (n people.Names, fresh []hall.Renaming, err error) {
	n, kept, err := people.NamesKept(t)
	if err != nil {
		return n, nil, err
	}
	for _, l := range lists(&n, h) {
		if kept {
			for _, r := range hall.Renamed(l.kind, *l.was, l.now) {
				r.By, r.ByName = t.Actor.Staff, t.Actor.Name
				fresh = append(fresh, r)
			}
		}
		*l.was = slices.Clone(l.now)
	}
	n.Going = append(n.Going, fresh...)
	return n, fresh, people.KeepNames(t, n)
}

// rename does the next piece of what is being renamed, as much as a transaction takes, and keeps how
// far it has come. The journal has a line a piece, and one of what nothing bore.
func rename(t *book.Tx) (people.Names, error) {
	n, _, err := people.NamesKept(t)
	if err != nil || len(n.Going) == 0 {
		return n, err
	}
	r, moved := &n.Going[0], 0
	all := lists(&n, t.Settings())
	steps := all[slices.IndexFunc(all, func(l list) bool { return l.kind == r.Kind })].steps(r.From, r.To, &moved)
	for n.Step < len(steps) && !t.Full() {
		if n.At, err = steps[n.Step](t, n.At); err != nil {
			return n, err
		}
		if n.At == nil {
			n.Step++
		}
	}
	done := n.Step == len(steps)
	if r.Moved += moved; moved > 0 || done && r.Moved == 0 {
		e := hall.Entry{Deed: hall.DeedRename, Args: map[string]string{"kind": r.Kind, "before": r.From, "now": r.To}}
		if moved > 0 {
			e.Args["n"] = strconv.Itoa(moved)
		}
		if err := t.Log(e); err != nil {
			return n, err
		}
	}
	if done {
		n.Going, n.Step = n.Going[1:], 0
	}
	return n, people.KeepNames(t, n)
}
