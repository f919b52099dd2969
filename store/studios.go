package store

import (
	"bytes"
	"context"
	"strings"

	"sizhen/store/book"
	"sizhen/store/hall"
)

// mostStudios bounds the list of studios that is shown at once; a city has about a hundred.
const mostStudios = 500

// FindStudios finds brand studios that are open by name, initials or their way of working; an
// empty query lists them, kind by kind.
func (d *Desk) FindStudios(ctx context.Context, q string, limit int) ([]hall.StudioRow, error) {
	all, err := d.Studios(ctx, q, limit)
	out := all[:0]
	for _, u := range all {
		if u.Closed == 0 {
			out = append(out, u)
		}
	}
	return out, err
}

// Studios lists studios, kind by kind, those that are closed last; a query narrows them.
func (d *Desk) Studios(ctx context.Context, q string, limit int) ([]hall.StudioRow, error) {
	var out []hall.StudioRow
	limit = min(max(limit, 1), mostStudios)
	err := d.read(ctx, hall.MayLook, func(r book.Reader) error {
		out = nil
		var list []hall.Studio
		var err error
		if cut := book.ParseQuery(q); cut != nil {
			ids, err := studioKind.Find(ctx, r, cut, limit)
			if err != nil {
				return err
			}
			for _, id := range ids {
				u, err := studioKind.Get(r, id)
				if err != nil {
					return err
				}
				list = append(list, u)
			}
		} else {
			for _, state := range []byte{standing, ended} {
				some, err := rowsIn[hall.Studio](r, byStudio.Table, studiosOf(state), limit, d.st)
				if err != nil {
					return err
				}
				list = append(list, some...)
			}
		}
		for _, u := range list[:min(len(list), limit)] {
			row := hall.StudioRow{Studio: u}
			people, err := members(r, 's', uint64(u.ID))
			if err != nil {
				return err
			}
			row.People = len(people)
			if len(people) > 0 && people[0].Head {
				row.Lead = people[0].Name
			}
			out = append(out, row)
		}
		return err
	})
	return out, err
}

// Studio reads one studio with its people and what they achieved.
func (d *Desk) Studio(ctx context.Context, id hall.StudioID) (hall.StudioFile, error) {
	var f hall.StudioFile
	err := d.read(ctx, hall.MayLook, func(r book.Reader) error {
		f = hall.StudioFile{}
		var err error
		if f.Studio, err = studioKind.Get(r, id); err != nil {
			return err
		}
		if f.People, err = members(r, 's', uint64(id)); err != nil {
			return err
		}
		year := hall.DayOf(d.st.Now()).Year()
		for _, p := range f.People {
			all, now, err := results(r, p.ID, year)
			if err != nil {
				return err
			}
			f.Results = append(f.Results, all)
			f.All, f.Year = f.All.Add(all), f.Year.Add(now)
		}
		return nil
	})
	return f, err
}

// results adds a mediator's counters up: one short range read, a counter or two a year.
func results(r book.Reader, id hall.MediatorID, year int) (all, now hall.Results, err error) {
	prefix := book.Key().Byte(ofResults).ID(uint64(id))
	of := prefix.Int(int64(year))
	err = byResult.EachCount(r, prefix, func(group []byte, n int) {
		one := hall.Results{Handled: n}
		if group[len(group)-1] == 'y' {
			one.Settled = n
		}
		all = all.Add(one)
		if bytes.HasPrefix(group, of) {
			now = now.Add(one)
		}
	})
	return all, now, err
}

// Results are the cases a mediator handled and settled, in all and in a year: of those
// accepted in it.
func (d *Desk) Results(ctx context.Context, id hall.MediatorID, year int) (all, of hall.Results, err error) {
	err = d.read(ctx, hall.MayLook, func(r book.Reader) (err error) {
		all, of, err = results(r, id, year)
		return err
	})
	return all, of, err
}

// SaveStudio adds a brand studio, or changes one: Rev must be the one read. The draft (0:
// none) is removed with it.
func (d *Desk) SaveStudio(ctx context.Context, draft hall.DraftID, u hall.Studio) (hall.Studio, error) {
	return change(ctx, d, hall.MayRoster, func(t *tx) (out hall.Studio, _ error) {
		save := u
		save.Name = strings.TrimSpace(u.Name)
		if err := save.Check(t.st.Settings()); err != nil {
			return out, err
		}
		if save.Founded > t.Today() {
			return out, hall.Refuse(hall.ErrDayFuture).In("founded")
		}
		was := hall.Studio{}
		if save.ID != 0 {
			var err error
			if was, err = studioKind.Get(t, save.ID); err != nil {
				return out, err
			}
			if was.Rev != save.Rev {
				return out, hall.Refuse(hall.ErrConflict)
			}
			if bad := hall.Why(hall.StudioCourse(), was, hall.OpChange, t.Actor, t.Now); bad != nil {
				return out, bad
			}
			save.Closed, save.Why = was.Closed, was.Why
		}
		if save.OrgName = ""; save.Org != 0 {
			o, err := t.standingOrg(save.Org, "org")
			if err != nil {
				return out, err
			}
			save.OrgName = o.Name
		}
		if err := studioKind.Put(t.Tx, &save); err != nil {
			return out, err
		}
		if was.ID != 0 && was.Name != save.Name {
			if err := t.eachOfStudio(save.ID, 0, "", func(m *hall.Mediator) { m.StudioName = save.Name }); err != nil {
				return out, err
			}
		}
		out = save
		if err := t.Log(hall.Entry{Deed: hall.DeedStudio, Args: map[string]string{"name": save.Name}}); err != nil {
			return out, err
		}
		return out, t.DropDraft(draft)
	})
}

func (t *tx) eachOfStudio(id hall.StudioID, from hall.Day, why string, change func(*hall.Mediator)) error {
	people, err := members(t, 's', uint64(id))
	if err != nil {
		return err
	}
	for _, p := range people {
		if err := t.turnMediator(p.ID, from, why, change); err != nil {
			return err
		}
	}
	return nil
}

// CloseStudio ends a studio: its people stay on the roster, without it. Nothing is erased.
func (d *Desk) CloseStudio(ctx context.Context, id hall.StudioID, rev uint64, day hall.Day, why string) (hall.Studio, error) {
	return change(ctx, d, hall.MayRoster, func(t *tx) (out hall.Studio, _ error) {
		u, err := studioKind.Get(t, id)
		why := strings.TrimSpace(why)
		switch {
		case err != nil:
			return out, err
		case u.Rev != rev:
			return out, hall.Refuse(hall.ErrConflict)
		}
		if bad := hall.Why(hall.StudioCourse(), u, hall.OpClose, t.Actor, t.Now); bad != nil {
			return out, bad
		}
		switch {
		case why == "":
			return out, hall.Refuse(hall.ErrReason).In("why")
		case day == 0:
			return out, hall.Refuse(hall.ErrRequired).In("day")
		case day > t.Today():
			return out, hall.Refuse(hall.ErrDayFuture).In("day")
		case day < u.Founded:
			return out, hall.Refuse(hall.ErrDayBefore, "day", u.Founded).In("day")
		}
		err = t.eachOfStudio(id, day, why, func(m *hall.Mediator) { m.Studio, m.StudioName, m.StudioLead = 0, "", false })
		if err != nil {
			return out, err
		}
		u.Closed, u.Why = day, why
		if err := studioKind.Put(t.Tx, &u); err != nil {
			return out, err
		}
		out = u
		return out, t.Log(hall.Entry{Deed: hall.DeedStudioEnd, Args: map[string]string{"name": u.Name, "reason": why}})
	})
}
