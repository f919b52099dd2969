package duty

import (
	"context"
	"errors"
	"slices"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// dutyRows makes the rows of one day: planned shifts with who came and who cannot.
type dutyRows struct {
	*faces
	leaves []hall.Leave
	swaps  []hall.DutySwap
	town   func(planned string) string
	now    hall.Day
	minute int
}

func (d *Desk) dutyRows(r book.Reader, from, to hall.Day) (*dutyRows, error) {
	now := d.Now()
	out := &dutyRows{faces: d.faces(r), now: hall.DayOf(now), minute: hall.MinuteOf(now)}
	var err error
	if out.leaves, err = d.leavesIn(r, from, to); err != nil {
		return nil, err
	}
	if out.town, err = d.towns(r); err != nil {
		return nil, err
	}
	out.swaps, err = d.openSwaps(r)
	return out, err
}

func (rows *dutyRows) row(s hall.Shift, signed []hall.SignIn) (hall.DutyRow, error) {
	out := hall.DutyRow{Shift: s, Mine: s.Mine(rows.d.Actor)}
	settings, info := rows.d.Settings(), rows.d.Calendar().On(s.Day)
	out.Township = rows.town(s.Township)
	for _, who := range s.People {
		f, err := rows.of(who)
		if err != nil {
			return out, err
		}
		p := settings.Attended(f.ref, s.Day, info, signed, rows.now, rows.minute)
		p.Who, p.Left, p.Own = who, !f.here, f.own
		for _, l := range rows.leaves {
			away, err := rows.of(l.Who)
			if err != nil {
				return out, err
			}
			p.OnLeave = p.OnLeave || l.Covers(s.Day) && away.ref.Same(f.ref)
		}
		out.Mine = out.Mine || f.ref.Is(rows.d.Actor)
		out.Places = append(out.Places, p)
	}
	out.StandIn(signed)
	for _, p := range out.Places {
		if p.Empty() {
			out.Open++
		}
	}
	if s.State == hall.DutyStands {
		out.Open += max(s.Need-len(s.People), 0)
	} else {
		out.Open = 0
	}
	for _, swap := range rows.swaps {
		if swap.Duty == s.ID || swap.For == s.ID {
			out.Swap = swap.ID
		}
	}
	return out, nil
}

// DutyDay reads one day of duty: who is planned and who came, the logs, what was handed over
// and waits (of any day), the swaps that wait for the reader, and, on a day on which the county
// team comes to this hall, who came to it.
func (d *Desk) DutyDay(ctx context.Context, day hall.Day) (hall.DutyDay, error) {
	var out hall.DutyDay
	err := d.Read(ctx, hall.MayQueue, func(r book.Reader) (err error) {
		out, err = d.dutyDay(r, day)
		return err
	})
	return out, err
}

func (d *Desk) dutyDay(r book.Reader, day hall.Day) (hall.DutyDay, error) {
	out := hall.DutyDay{Day: day, Info: d.Calendar().On(day)}
	rows, err := d.dutyRows(r, day, day)
	if err != nil {
		return out, err
	}
	if out.Signed, err = SignInsOn(r, day); err != nil {
		return out, err
	}
	visited := false
	for _, k := range hall.DutyKinds() {
		list, err := d.planned(r, k, day, day)
		if err != nil {
			return out, err
		}
		for _, s := range list {
			row, err := rows.row(s, out.Signed)
			if err != nil {
				return out, err
			}
			out.Rows = append(out.Rows, row)
			visited = visited || s.Kind == hall.DutyCounty && s.State == hall.DutyStands
		}
	}
	v := d.veiler(r).warning()
	if err := errors.Join(v.signIns(out.Signed), v.rows(out.Rows)); err != nil {
		return out, err
	}
	out.Other = day != rows.now
	for i, s := range out.Signed {
		switch {
		case s.Staff != d.Actor.Staff || out.Other:
		case s.Out.IsZero():
			out.Mine = &out.Signed[i]
		default:
			out.Left = true
		}
	}
	if !out.Other {
		if out.Forgot, err = d.forgotten(r, day); err != nil {
			return out, err
		}
	}
	out.Extra = hall.Unplanned(out.Rows, out.Signed)
	if out.Open, err = d.handovers(r); err != nil {
		return out, err
	}
	if err := v.handed(out.Open); err != nil {
		return out, err
	}
	out.Warned = v.warn
	if out.Next, err = d.nextDuty(r, day); err != nil {
		return out, err
	}
	if out.Swaps, out.Asked, err = rows.waiting(); err != nil {
		return out, err
	}
	if visited && d.Settings().Level != hall.County {
		out.Visits, err = d.came(r, day)
	}
	return out, err
}

// forgottenWithin is how many days back it is looked for a sign-out that is missing.
const forgottenWithin = 7

// forgotten is the last day before one on which the reader signed in and not out.
func (d *Desk) forgotten(r book.Reader, day hall.Day) (hall.Day, error) {
	for back := day - 1; back >= day-forgottenWithin; back-- {
		all, err := SignInsOn(r, back)
		if err != nil {
			return 0, err
		}
		for _, s := range all {
			if s.Staff == d.Actor.Staff && s.Forgotten(day) {
				return back, nil
			}
		}
	}
	return 0, nil
}

// waiting sorts the open swaps: those that want the reader's consent, and those he asked for.
func (rows *dutyRows) waiting() (wanted, asked []hall.DutySwap, err error) {
	for _, s := range rows.swaps {
		for i, who := range []hall.DutyRef{s.Who, s.With} {
			f, err := rows.of(who)
			if err != nil {
				return nil, nil, err
			}
			switch {
			case !f.ref.Is(rows.d.Actor):
			case s.Consents[i].At.IsZero():
				wanted = append(wanted, s)
			default:
				asked = append(asked, s)
			}
		}
	}
	return wanted, asked, nil
}

// came lists who came to the hall on a day: walk-ins in their order, then what was booked.
func (d *Desk) came(r book.Reader, day hall.Day) ([]hall.VisitRow, error) {
	queue, err := d.DayIn(r, day, 'q')
	if err != nil {
		return nil, err
	}
	booked, err := d.DayIn(r, day, 'a')
	return append(queue, booked...), err
}

// MyDuty lists the actor's own shifts from a day on, the next ones first.
func (d *Desk) MyDuty(ctx context.Context, from hall.Day, limit int) ([]hall.DutyRow, error) {
	var out []hall.DutyRow
	err := d.Look(ctx, func(r book.Reader) error {
		out = nil
		rows, err := d.dutyRows(r, from, from+mostShown)
		if err != nil {
			return err
		}
		for _, who := range []hall.DutyRef{{Kind: hall.InviteMediator, ID: uint64(d.Actor.Mediator)}, {Kind: hall.InviteStaff, ID: uint64(d.Actor.Staff)}} {
			k := rotaKey(who)
			for p, err := range r.Range(byRota.Table, kv.Span{From: book.Path(k).Day(from), To: kv.Prefix(k).To, Limit: limit}) {
				if err != nil {
					return err
				}
				s, err := Shifts.Get(r, hall.ShiftID(book.Number(p.Key)))
				if err != nil {
					return err
				}
				signed, err := SignInsOn(r, s.Day)
				if err != nil {
					return err
				}
				row, err := rows.row(s, signed)
				if err != nil {
					return err
				}
				out = append(out, row)
			}
		}
		slices.SortStableFunc(out, func(a, b hall.DutyRow) int { return int(a.Day - b.Day) })
		out = out[:min(len(out), max(limit, 0))]
		return nil
	})
	return out, err
}
