package duty

import (
	"slices"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// OnLeaveIn are those who are on leave today, until which day, by the key of their duty. A hall
// has a handful at a time.
func (d *Desk) OnLeaveIn(r book.Reader) (map[string]hall.Day, error) {
	today := hall.DayOf(d.Now())
	all, err := d.leavesIn(r, today, today)
	out := make(map[string]hall.Day, len(all))
	for _, l := range all {
		if k := rotaKey(l.Who); k != nil {
			out[string(k)] = max(out[string(k)], l.To)
		}
	}
	return out, err
}

// KeysOf are the keys under which a mediator's duty and leave stand: his own, and his
// account's.
func KeysOf(m hall.Mediator) [][]byte {
	out := [][]byte{rotaKey(hall.DutyRef{Kind: hall.InviteMediator, ID: uint64(m.ID)})}
	if m.Staff != 0 {
		out = append(out, rotaKey(hall.DutyRef{Kind: hall.InviteStaff, ID: uint64(m.Staff)}))
	}
	return out
}

// dutyAhead is how far duty is looked for.
const dutyAhead = 366

// ShiftDaysOf are the days from one on for which a mediator is planned on duty.
func ShiftDaysOf(r book.Reader, m hall.Mediator, from hall.Day) ([]hall.Day, error) {
	var out []hall.Day
	for _, k := range KeysOf(m) {
		days, err := DaysOf(r, k, from, from+dutyAhead)
		if err != nil {
			return nil, err
		}
		out = append(out, days...)
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

// DaysOf lists the days on which a mediator or an account has duty.
func DaysOf(r book.Reader, who []byte, from, to hall.Day) ([]hall.Day, error) {
	var out []hall.Day
	for p, err := range r.Range(byRota.Table, kv.Span{From: book.Path(who).Day(from), To: book.Path(who).Day(to + 1)}) {
		if err != nil {
			return nil, err
		}
		out = append(out, book.DayOf(p.Key[len(who):]))
	}
	return out, nil
}
