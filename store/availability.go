package store

import (
	"slices"

	"sizhen/store/book"
	"sizhen/store/hall"
)

// weekAhead is how far bookings are counted: today and the six days after.
const weekAhead = 6

// onLeave are those who are on leave today, until which day, by the key of their duty. A hall
// has a handful at a time.
func (d *Desk) onLeave(r book.Reader) (map[string]hall.Day, error) {
	today := hall.DayOf(d.st.Now())
	all, err := d.leavesIn(r, today, today)
	out := make(map[string]hall.Day, len(all))
	for _, l := range all {
		if k := rotaKey(l.Who); k != nil {
			out[string(k)] = max(out[string(k)], l.To)
		}
	}
	return out, err
}

// dutyKeys are the keys under which a mediator's duty and leave stand: his own, and his
// account's.
func dutyKeys(m hall.Mediator) [][]byte {
	out := [][]byte{rotaKey(hall.DutyRef{Kind: hall.InviteMediator, ID: uint64(m.ID)})}
	if m.Staff != 0 {
		out = append(out, rotaKey(hall.DutyRef{Kind: hall.InviteStaff, ID: uint64(m.Staff)}))
	}
	return out
}

// timeOf is what a mediator's next days look like; away is whom onLeave found.
func (d *Desk) timeOf(r book.Reader, m hall.Mediator, away map[string]hall.Day) (hall.Time, error) {
	var t hall.Time
	var err error
	if t.Load, err = byList.Sum(r, listGroup('l', uint64(m.ID))); err != nil {
		return t, err
	}
	today := hall.DayOf(d.st.Now())
	booked, err := d.busy(r, busyMediator(m.ID), today, today+weekAhead)
	t.Booked = len(booked)
	for _, k := range dutyKeys(m) {
		t.Away = max(t.Away, away[string(k)])
	}
	return t, err
}

// dutyAhead is how far duty is looked for.
const dutyAhead = 366

// dutyOf are the days from one on for which a mediator is planned on duty.
func dutyOf(r book.Reader, m hall.Mediator, from hall.Day) ([]hall.Day, error) {
	var out []hall.Day
	for _, k := range dutyKeys(m) {
		days, err := dutyDays(r, k, from, from+dutyAhead)
		if err != nil {
			return nil, err
		}
		out = append(out, days...)
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}
