package duty

import (
	"context"
	"slices"

	"sizhen/store/book"
	"sizhen/store/hall"
)

// DutyMonth reads the plan of some days, of both kinds, with who came, for a month's screen
// and for the sheet on the wall. Everybody who is signed in may see it.
func (d *Desk) DutyMonth(ctx context.Context, from, to hall.Day) (hall.DutyMonth, error) {
	var out hall.DutyMonth
	err := d.Look(ctx, func(r book.Reader) (err error) {
		out, err = d.dutyMonth(r, from, to)
		return err
	})
	return out, err
}

// mostShown bounds the days that are read at once: a leap year, and the week at each end.
const mostShown = 380

func (d *Desk) dutyMonth(r book.Reader, from, to hall.Day) (hall.DutyMonth, error) {
	if from == 0 || to < from || to-from >= mostShown {
		return hall.DutyMonth{}, hall.Refuse(hall.ErrPlanRange, "most", mostShown)
	}
	out := hall.DutyMonth{From: from, To: to, MayPlan: d.Actor.May(hall.MayPlan)}
	rows, err := d.dutyRows(r, from, to)
	if err != nil {
		return out, err
	}
	out.Leaves, out.Swaps = rows.leaves, rows.swaps
	calendar := d.Calendar()
	out.Doubt = calendar.Doubt(from, to)
	for day := from; day <= to; day++ {
		out.Days = append(out.Days, hall.DutyMonthDay{Day: day, Info: calendar.On(day), Rest: calendar.RestDay(day)})
	}
	for _, k := range hall.DutyKinds() {
		for i, last := range []bool{false, true} {
			if out.Planned[k][i], err = edge(r, k, last); err != nil {
				return out, err
			}
		}
		if out.Team[k], err = d.members(r, k, from, to); err != nil {
			return out, err
		}
		if out.Tally[k], err = d.tallyInto(r, rows, k, from, to, out.Days); err != nil {
			return out, err
		}
	}
	v := d.veiler(r)
	for _, day := range out.Days {
		if err := v.rows(day.Rows); err != nil {
			return out, err
		}
	}
	return out, nil
}

// tallyInto puts the rows of a kind into the days and counts what everybody has.
func (d *Desk) tallyInto(r book.Reader, rows *dutyRows, k hall.DutyKind, from, to hall.Day, days []hall.DutyMonthDay) ([]hall.DutyTally, error) {
	list, err := d.planned(r, k, from, to)
	if err != nil {
		return nil, err
	}
	out, err := d.teamTally(r, rows.faces, k, from, to)
	if err != nil {
		return nil, err
	}
	var signed []hall.SignIn
	read := hall.Day(0)
	for _, s := range list {
		if s.Day != read && s.Day <= rows.now {
			if signed, err = SignInsOn(r, s.Day); err != nil {
				return nil, err
			}
			read = s.Day
		} else if s.Day > rows.now {
			signed = nil
		}
		row, err := rows.row(s, signed)
		if err != nil {
			return nil, err
		}
		day := &days[s.Day-from]
		if day.Rows = append(day.Rows, row); s.State != hall.DutyStands {
			continue
		}
		for _, p := range row.Places {
			f, err := rows.of(p.Who)
			if err != nil {
				return nil, err
			}
			out = count(out, f.ref, p, day.Rest)
		}
	}
	return out, nil
}

// count adds one place to what somebody has.
func count(tally []hall.DutyTally, who hall.DutyRef, p hall.DutyPlace, rest bool) []hall.DutyTally {
	at := slices.IndexFunc(tally, func(t hall.DutyTally) bool { return t.Who.Same(who) })
	if at < 0 {
		at = len(tally)
		tally = append(tally, hall.DutyTally{DutyLoad: hall.DutyLoad{Who: who}})
	}
	t := &tally[at]
	if rest {
		t.Rest++
	} else {
		t.Work++
	}
	if !p.In.IsZero() {
		t.Came++
	}
	if p.Late > 0 {
		t.Late++
	}
	if p.Missed() {
		t.Missed++
	}
	return tally
}

// teamTally begins a tally with the team, and with what each has had since 1 January.
func (d *Desk) teamTally(r book.Reader, f *faces, k hall.DutyKind, from, to hall.Day) ([]hall.DutyTally, error) {
	team, err := d.members(r, k, from, to)
	if err != nil {
		return nil, err
	}
	var out []hall.DutyTally
	for _, m := range team {
		one, err := f.of(m.Who)
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(out, func(t hall.DutyTally) bool { return t.Who.Same(one.ref) }) {
			out = append(out, hall.DutyTally{DutyLoad: hall.DutyLoad{Who: one.ref}})
		}
	}
	before, err := d.planned(r, k, hall.NewDay(from.Year(), 1, 1), from-1)
	if err != nil {
		return nil, err
	}
	for _, s := range before {
		if s.State != hall.DutyStands {
			continue
		}
		for _, who := range s.People {
			one, err := f.of(who)
			if err != nil {
				return nil, err
			}
			for i := range out {
				if t := &out[i]; t.Who.Same(one.ref) && d.Calendar().RestDay(s.Day) {
					t.BeforeRest++
				} else if t.Who.Same(one.ref) {
					t.BeforeWork++
				}
			}
		}
	}
	return out, nil
}

// tally counts what everybody of a team has in some days.
func (d *Desk) tally(r book.Reader, f *faces, k hall.DutyKind, from, to hall.Day) ([]hall.DutyTally, error) {
	out, err := d.teamTally(r, f, k, from, to)
	if err != nil {
		return nil, err
	}
	list, err := d.planned(r, k, from, to)
	if err != nil {
		return nil, err
	}
	for _, s := range list {
		for _, who := range s.People {
			one, err := f.of(who)
			if err != nil {
				return nil, err
			}
			if s.State == hall.DutyStands {
				out = count(out, one.ref, hall.DutyPlace{}, d.Calendar().RestDay(s.Day))
			}
		}
	}
	return out, nil
}
