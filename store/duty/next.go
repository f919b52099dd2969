package duty

import (
	"errors"
	"slices"

	"sizhen/store/book"
	"sizhen/store/hall"
)

// nextWithin is how far ahead it is looked who has duty next: a month holds a visit to every
// class of township.
const nextWithin = 31

// nextDuty reads whose turn it is after a day: the hall's next shifts, and the county team's,
// each on the first day that has any.
func (d *Desk) nextDuty(r book.Reader, day hall.Day) ([]hall.DutyRow, error) {
	rows, err := d.dutyRows(r, day+1, day+nextWithin)
	if err != nil {
		return nil, err
	}
	var out []hall.DutyRow
	for _, k := range hall.DutyKinds() {
		list, err := d.planned(r, k, day+1, day+nextWithin)
		if err != nil {
			return nil, err
		}
		first := hall.Day(0)
		for _, s := range list {
			if s.State != hall.DutyStands || first != 0 && s.Day != first {
				continue
			}
			first = s.Day
			row, err := rows.row(s, nil)
			if err != nil {
				return nil, err
			}
			out = append(out, row)
		}
	}
	return out, nil
}

// visitAhead is how many days before the board tells of the county team's visit.
const visitAhead = 6

// BoardIn puts on the board who is planned today, when the county team comes, and what
// waits to be accepted.
func (d *Desk) BoardIn(r book.Reader, b *hall.Board) error {
	rows, err := d.dutyRows(r, b.Day, b.Day)
	if err != nil {
		return err
	}
	for _, k := range hall.DutyKinds() {
		list, err := d.planned(r, k, b.Day, b.Day+visitAhead)
		if err != nil {
			return err
		}
		for _, s := range list {
			if s.State != hall.DutyStands {
				continue
			}
			if k == hall.DutyCounty && b.Visit == 0 {
				b.Visit = s.Day
			}
			if s.Day != b.Day {
				continue
			}
			row, err := rows.row(s, b.OnDuty)
			if err != nil {
				return err
			}
			b.Rota = append(b.Rota, row)
		}
	}
	if b.Handed, err = d.handovers(r); err != nil {
		return err
	}
	if b.Gaps, err = d.gaps(r, b.Day); err != nil {
		return err
	}
	if err = d.before(r, b); err != nil {
		return err
	}
	v := d.veiler(r)
	return errors.Join(v.signIns(b.OnDuty), v.rows(b.Rota), v.handed(b.Handed), v.signIns(b.Before.Out))
}

// gaps are the shifts of the coming month in which somebody stands who will not come: for who plans.
func (d *Desk) gaps(r book.Reader, from hall.Day) ([]hall.DutyRow, error) {
	if !d.Actor.May(hall.MayPlan) {
		return nil, nil
	}
	rows, err := d.dutyRows(r, from, from+nextWithin)
	if err != nil {
		return nil, err
	}
	var out []hall.DutyRow
	for _, k := range hall.DutyKinds() {
		list, err := d.planned(r, k, from, from+nextWithin)
		if err != nil {
			return nil, err
		}
		for _, s := range list {
			row, err := rows.row(s, nil)
			if err != nil {
				return nil, err
			}
			if s.State == hall.DutyStands && slices.ContainsFunc(row.Places, hall.DutyPlace.Empty) {
				out = append(out, row)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b hall.DutyRow) int { return int(a.Day - b.Day) })
	return out, nil
}
