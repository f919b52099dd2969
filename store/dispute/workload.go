package dispute

import (
	"context"

	"sizhen/store/book"
	"sizhen/store/duty"
	"sizhen/store/hall"
	"sizhen/store/people"
)

// weekAhead is how far bookings are counted: today and the six days after.
const weekAhead = 6

// timeOf is what a mediator's next days look like; away is whom onLeave found.
func (d *Desk) timeOf(r book.Reader, m hall.Mediator, away map[string]hall.Day) (hall.Time, error) {
	var t hall.Time
	var err error
	if t.Load, err = byList.Sum(r, listGroup('l', uint64(m.ID))); err != nil {
		return t, err
	}
	today := hall.DayOf(d.Now())
	booked, err := duty.Of(d.Desk).BusyIn(r, duty.MediatorTime(m.ID), today, today+weekAhead)
	t.Booked = len(booked)
	for _, k := range duty.KeysOf(m) {
		t.Away = max(t.Away, away[string(k)])
	}
	return t, err
}

// FindMediators finds mediators who can be given work, by name, initials or village; an
// empty query lists the first on the roster, who are the hall's own. For a case it adds the
// signs that somebody should stand aside.
func (d *Desk) FindMediators(ctx context.Context, q string, forCase hall.CaseID, limit int) ([]hall.MediatorRow, error) {
	var out []hall.MediatorRow
	err := d.Read(ctx, hall.MayRead, func(r book.Reader) error {
		out = nil
		var c hall.Case
		if forCase != 0 {
			var err error
			if c, err = Cases.Get(r, forCase); err != nil {
				return err
			}
		}
		kin, err := kinOf(r, c)
		if err != nil {
			return err
		}
		ids, err := people.Of(d.Desk).MediatorIDs(ctx, r, q, limit)
		if err != nil {
			return err
		}
		for _, id := range ids {
			m, err := people.Mediators.Get(r, id)
			if err != nil {
				return err
			}
			if !m.Assignable() {
				continue
			}
			row := hall.MediatorRow{ID: m.ID, Name: m.Name, Village: m.Village, Status: m.Status}
			if row.Load, err = byList.Sum(r, listGroup('l', uint64(id))); err != nil {
				return err
			}
			if forCase != 0 {
				row.Conflict, row.Party = hall.ConflictOf(c, m, kin...)
			}
			out = append(out, row)
		}
		return nil
	})
	return out, err
}

// Roster lists mediators who fit what is asked for, in the order in which they came onto the
// roster.
func (d *Desk) Roster(ctx context.Context, q hall.RosterQuery) (hall.RosterPage, error) {
	var out hall.RosterPage
	err := d.Read(ctx, hall.MayLook, func(r book.Reader) error {
		out = hall.RosterPage{}
		limit := min(max(q.Limit, 1), people.MostRoster)
		ids, err := people.RosterIDs(ctx, r, d.Settings().Types, q, limit+1)
		if err != nil {
			return err
		}
		away, err := duty.Of(d.Desk).OnLeaveIn(r)
		if err != nil {
			return err
		}
		if len(ids) > limit {
			ids, out.More = ids[:limit], true
		}
		for _, id := range ids {
			m, err := people.Mediators.Get(r, id)
			if err != nil {
				return err
			}
			row := hall.RosterRowOf(m)
			t, err := d.timeOf(r, m, away)
			if err != nil {
				return err
			}
			row.Load, row.Booked, row.Away = t.Load, t.Booked, t.Away
			out.Rows = append(out.Rows, row)
		}
		return nil
	})
	return out, err
}

// mostCases is how many of somebody's cases his page shows.
const mostCases = 40

// Mediator reads one mediator with his cases, his next bookings and his pairs. His telephone
// and birthday are for himself and for those who keep the roster.
func (d *Desk) Mediator(ctx context.Context, id hall.MediatorID) (hall.MediatorFile, error) {
	var out hall.MediatorFile
	err := d.Read(ctx, hall.MayLook, func(r book.Reader) error {
		m, err := people.Mediators.Get(r, id)
		if err != nil {
			return err
		}
		out = hall.MediatorFile{Mediator: m}
		if !d.Actor.May(hall.MayRoster) && (d.Actor.Mediator != id || id == 0) {
			out.Mediator, out.Masked = m.Masked(), true
		}
		if out.Pairs, err = people.PairsOf(r, id); err != nil {
			return err
		}
		away, err := duty.Of(d.Desk).OnLeaveIn(r)
		if err != nil {
			return err
		}
		t, err := d.timeOf(r, m, away)
		if err != nil {
			return err
		}
		out.Load, out.Away = t.Load, t.Away
		if out.Duty, err = duty.ShiftDaysOf(r, m, hall.DayOf(d.Now())); err != nil || !d.Actor.May(hall.MayRead) {
			return err
		}
		if out.Cases, err = d.CaseRows(r, byList.Table, listGroup('m', uint64(id)), mostCases); err != nil {
			return err
		}
		today := hall.DayOf(d.Now())
		rows, err := duty.Of(d.Desk).BusyIn(r, book.Key().Byte('m').ID(uint64(id)), today, today+365)
		for i := range rows {
			rows[i] = rows[i].For(d.Actor)
		}
		out.Bookings = rows
		return err
	})
	return out, err
}
