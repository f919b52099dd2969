package duty

import (
	"slices"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// before puts on the board what the days before it left open about duty: sign-outs that are missing, and of
// the last day with duty the sign-ins that the reader can write down.
func (d *Desk) before(r book.Reader, b *hall.Board) error {
	last := false
	for back := b.Day - 1; back >= b.Day-forgottenWithin; back-- {
		signed, err := SignInsOn(r, back)
		if err != nil {
			return err
		}
		for _, s := range signed {
			if !s.Forgotten(b.Day) {
				continue
			}
			b.Before.Out = append(b.Before.Out, s)
			begun, err := beganHandover(r, s.Staff)
			if err != nil {
				return err
			}
			if begun && !slices.Contains(b.Before.Begun, s.Staff) {
				b.Before.Begun = append(b.Before.Begun, s.Staff)
			}
		}
		if last {
			continue
		}
		absent, duty, err := d.absentOn(r, back, b.Day, signed)
		if err != nil {
			return err
		}
		b.Before.In, last = absent, duty || len(signed) > 0
	}
	return nil
}

// absentOn are those planned on an earlier day who did not sign in and whose coming the reader can write
// down; duty tells whether anybody was planned at all.
func (d *Desk) absentOn(r book.Reader, day, today hall.Day, signed []hall.SignIn) (out []hall.Other, duty bool, err error) {
	rows, err := d.dutyRows(r, day, day)
	if err != nil {
		return nil, false, err
	}
	on := hall.DutyDay{Day: day, Signed: signed}
	list, err := d.planned(r, hall.DutyHall, day, day)
	if err != nil {
		return nil, false, err
	}
	for _, s := range list {
		row, err := rows.row(s, signed)
		if err != nil {
			return nil, false, err
		}
		on.Rows = append(on.Rows, row)
		duty = duty || s.State == hall.DutyStands && len(s.People) > 0
	}
	for _, o := range on.Absent(today) {
		if o.Place.Missed() && hall.Why(hall.OtherCourse(), o, hall.OpInLate, d.Actor, d.Now()) == nil {
			out = append(out, o)
		}
	}
	return out, duty, nil
}

// beganHandover reports whether an account has a handover that it began and did not finish.
func beganHandover(r book.Reader, staff hall.StaffID) (bool, error) {
	if staff == 0 {
		return false, nil
	}
	for _, err := range r.Range(book.FormsTable, kv.Prefix(book.FormKey(hall.HandoverForm(staff), 0, 0))) {
		return err == nil, err
	}
	return false, nil
}
