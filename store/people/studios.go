package people

import (
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
	err := d.Read(ctx, hall.MayLook, func(r book.Reader) error {
		out = nil
		var list []hall.Studio
		var err error
		if cut := book.ParseQuery(q); cut != nil {
			ids, err := Studios.Find(ctx, r, cut, limit)
			if err != nil {
				return err
			}
			for _, id := range ids {
				u, err := Studios.Get(r, id)
				if err != nil {
					return err
				}
				list = append(list, u)
			}
		} else {
			for _, state := range []byte{standing, ended} {
				some, err := rowsIn[hall.Studio](r, byStudio.Table, studiosOf(state), limit)
				if err != nil {
					return err
				}
				list = append(list, some...)
			}
		}
		for _, u := range list[:min(len(list), limit)] {
			row := hall.StudioRow{Studio: u}
			people, err := MembersOf(r, 's', uint64(u.ID))
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

// SaveStudio adds a brand studio, or changes one: Rev must be the one read. The draft (0:
// none) is removed with it.
func (d *Desk) SaveStudio(ctx context.Context, draft hall.DraftID, u hall.Studio) (hall.Studio, error) {
	return book.Write(ctx, d.Desk, hall.MayRoster, func(t *book.Tx) (out hall.Studio, _ error) {
		save := u
		save.Name = hall.NameOf(u.Name)
		if err := save.Check(t.Settings()); err != nil {
			return out, err
		}
		if save.Founded > t.Today() {
			return out, hall.Refuse(hall.ErrDayFuture).In("founded")
		}
		was := hall.Studio{}
		if save.ID != 0 {
			var err error
			if was, err = Studios.Get(t, save.ID); err != nil {
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
		if err := noStudioLike(t, save, was); err != nil {
			return out, err
		}
		if save.OrgName = ""; save.Org != 0 {
			o, err := standingOrg(t, save.Org, "org")
			if err != nil {
				return out, err
			}
			save.OrgName = o.Name
		}
		if err := Studios.Put(t, &save); err != nil {
			return out, err
		}
		if was.ID != 0 && was.Name != save.Name {
			if err := eachOfStudio(t, save.ID, 0, "", func(m *hall.Mediator) { m.StudioName = save.Name }); err != nil {
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

func eachOfStudio(t *book.Tx, id hall.StudioID, from hall.Day, why string, change func(*hall.Mediator)) error {
	people, err := MembersOf(t, 's', uint64(id))
	if err != nil {
		return err
	}
	for _, p := range people {
		if err := turnMediator(t, p.ID, from, why, change); err != nil {
			return err
		}
	}
	return nil
}

// CloseStudio ends a studio: its people stay on the roster, without it. Nothing is erased.
func (d *Desk) CloseStudio(ctx context.Context, id hall.StudioID, rev uint64, day hall.Day, why string) (hall.Studio, error) {
	return book.Write(ctx, d.Desk, hall.MayRoster, func(t *book.Tx) (out hall.Studio, _ error) {
		u, err := Studios.Get(t, id)
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
		err = eachOfStudio(t, id, day, why, func(m *hall.Mediator) { m.Studio, m.StudioName, m.StudioLead = 0, "", false })
		if err != nil {
			return out, err
		}
		u.Closed, u.Why = day, why
		if err := Studios.Put(t, &u); err != nil {
			return out, err
		}
		out = u
		return out, t.Log(hall.Entry{Deed: hall.DeedStudioEnd, Args: map[string]string{"name": u.Name, "reason": why}})
	})
}
