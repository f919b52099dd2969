package duty

import (
	"context"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/people"
)

// DutyRow reads one planned shift, whatever became of it, with who came.
func (d *Desk) DutyRow(ctx context.Context, id hall.ShiftID) (hall.DutyRow, error) {
	var out hall.DutyRow
	err := d.Look(ctx, func(r book.Reader) error {
		s, err := Shifts.Get(r, id)
		if err != nil {
			return err
		}
		rows, err := d.dutyRows(r, s.Day, s.Day)
		if err != nil {
			return err
		}
		signed, err := SignInsOn(r, s.Day)
		if err == nil {
			out, err = rows.row(s, signed)
		}
		if err != nil {
			return err
		}
		return d.veiler(r).rows([]hall.DutyRow{out})
	})
	return out, err
}

// Swaps lists the latest swaps, those that wait and those that were answered, the latest
// first. The reason is told to those who swap and to whoever plans.
func (d *Desk) Swaps(ctx context.Context, limit int) ([]hall.SwapRow, error) {
	var out []hall.SwapRow
	err := d.Look(ctx, func(r book.Reader) error {
		out = nil
		f := d.faces(r)
		for p, err := range r.Range(kv.Table(hall.OfSwap), kv.Span{Reverse: true, Limit: limit}) {
			if err != nil {
				return err
			}
			var s hall.DutySwap
			if err := book.Decode(p.Value, &s, d.Book.Zone()); err != nil {
				return err
			}
			row, err := d.swapRow(r, f, s)
			if err != nil {
				return err
			}
			if row.Side < 0 && !d.Actor.May(hall.MayPlan) {
				row.Why, row.Note = "", ""
			}
			out = append(out, row)
		}
		return nil
	})
	return out, err
}

// SwapsIn are the swaps that wait for the reader's consent.
func (d *Desk) SwapsIn(r book.Reader) ([]hall.DutySwap, error) {
	rows, err := d.dutyRows(r, hall.DayOf(d.Now()), hall.DayOf(d.Now()))
	if err != nil {
		return nil, err
	}
	wanted, _, err := rows.waiting()
	return wanted, err
}

// DutyPeople finds who could be in a team: those on the roster who can be given work, and
// those of the hall who are on no roster, by name, initials or village.
func (d *Desk) DutyPeople(ctx context.Context, q string, limit int) ([]hall.DutyFace, error) {
	var out []hall.DutyFace
	err := d.Read(ctx, hall.MayPlan, func(r book.Reader) error {
		out = nil
		others, err := people.Of(d.Desk).OffRoster(r, q)
		if err != nil {
			return err
		}
		for _, s := range others {
			out = append(out, hall.DutyFace{Who: hall.DutyRef{Kind: hall.InviteStaff, ID: uint64(s.ID), Name: s.Name}})
		}
		ids, err := people.Of(d.Desk).MediatorIDs(ctx, r, q, limit)
		if err != nil {
			return err
		}
		f := d.faces(r)
		for _, id := range ids {
			m, err := people.Mediators.Get(r, id)
			if err != nil {
				return err
			}
			ref := hall.DutyRef{Kind: hall.InviteMediator, ID: uint64(id), Name: m.Name}
			if one, err := f.of(ref); err != nil {
				return err
			} else if one.here {
				out = append(out, hall.DutyFace{Who: ref, Village: m.Village})
			}
		}
		return nil
	})
	return out[:min(len(out), limit)], err
}
