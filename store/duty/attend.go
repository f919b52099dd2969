package duty

import (
	"context"
	"slices"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// Attendance is how everybody kept duty in some days, a line a person: those of the team first, then
// whoever else had a shift or came. It is the head's.
func (d *Desk) Attendance(ctx context.Context, from, to hall.Day) ([]hall.AttendanceRow, error) {
	var out []hall.AttendanceRow
	err := d.Read(ctx, hall.MaySupervise, func(r book.Reader) error {
		if from == 0 || to < from || to-from >= mostShown {
			return hall.Refuse(hall.ErrPlanRange, "most", mostShown)
		}
		rows, err := d.dutyRows(r, from, to)
		if err != nil {
			return err
		}
		a := attending{dutyRows: rows, from: from, to: to}
		for _, step := range []func() error{a.team, a.days, a.exchanged} {
			if err := step(); err != nil {
				return err
			}
		}
		for i := range a.out {
			a.out[i].Count()
		}
		out = a.out
		return nil
	})
	return out, err
}

// attending gathers the days of each person.
type attending struct {
	*dutyRows
	from, to hall.Day
	out      []hall.AttendanceRow
}

// line is somebody's line, begun where there is none.
func (a *attending) line(who hall.DutyRef) *hall.AttendanceRow {
	i := slices.IndexFunc(a.out, func(o hall.AttendanceRow) bool { return o.Who.Same(who) })
	if i < 0 {
		i = len(a.out)
		a.out = append(a.out, hall.AttendanceRow{Who: who})
	}
	return &a.out[i]
}

func (a *attending) team() error {
	for _, k := range hall.DutyKinds() {
		list, err := a.d.members(a.r, k, a.from, a.to)
		if err != nil {
			return err
		}
		for _, m := range list {
			f, err := a.of(m.Who)
			if err != nil {
				return err
			}
			a.line(f.ref)
		}
	}
	return nil
}

// days adds each day's shifts with who came, and who came without a shift.
func (a *attending) days() error {
	shifts := map[hall.Day][]hall.Shift{}
	for _, k := range hall.DutyKinds() {
		list, err := a.d.planned(a.r, k, a.from, a.to)
		if err != nil {
			return err
		}
		for _, s := range list {
			if s.State == hall.DutyStands {
				shifts[s.Day] = append(shifts[s.Day], s)
			}
		}
	}
	for day := a.from; day <= a.to; day++ {
		if err := a.day(day, shifts[day]); err != nil {
			return err
		}
	}
	return nil
}

func (a *attending) day(day hall.Day, shifts []hall.Shift) error {
	var signed []hall.SignIn
	if day <= a.now {
		var err error
		if signed, err = SignInsOn(a.r, day); err != nil {
			return err
		}
	}
	var rows []hall.DutyRow
	for _, s := range shifts {
		row, err := a.row(s, signed)
		if err != nil {
			return err
		}
		rows = append(rows, row)
		for _, p := range row.Places {
			f, err := a.of(p.Who)
			if err != nil {
				return err
			}
			one := hall.AttendanceDay{Day: day, Kind: s.Kind, Township: row.Township, Planned: true, Shift: s.ID, Place: p}
			one.See(signed, f.ref)
			line := a.line(f.ref)
			line.Days = append(line.Days, one)
		}
	}
	for _, s := range hall.Unplanned(rows, signed) {
		who := s.Who()
		if who.ID == 0 {
			who.Kind = hall.InviteOther
		}
		f, err := a.of(who)
		if err != nil {
			return err
		}
		one := hall.AttendanceDay{Day: day, Place: s.Came(a.now)}
		if i := slices.IndexFunc(shifts, func(o hall.Shift) bool { return o.ID == s.Duty }); i >= 0 {
			one.Kind, one.Township, one.Stood = shifts[i].Kind, rows[i].Township, true
		}
		one.See(signed, s.Who())
		line := a.line(f.ref)
		line.Days = append(line.Days, one)
	}
	return nil
}

// exchanged adds the shifts that changed hands by consent: who gave one, who took it, who stood in.
func (a *attending) exchanged() error {
	for p, err := range a.r.Range(kv.Table(hall.OfSwap), kv.Span{}) {
		if err != nil {
			return err
		}
		var s hall.DutySwap
		if err := book.Decode(p.Value, &s, a.d.Book.Zone()); err != nil {
			return err
		}
		if s.State != hall.SwapDone || s.Undoes != 0 {
			continue
		}
		if err := a.handed(s.Day, s.Who, s.With, s.For == 0); err != nil {
			return err
		}
		if s.For != 0 {
			if err := a.handed(s.ForDay, s.With, s.Who, false); err != nil {
				return err
			}
		}
	}
	return nil
}

// handed notes that a shift of a day went from one to another.
func (a *attending) handed(day hall.Day, from, to hall.DutyRef, stood bool) error {
	if day < a.from || day > a.to {
		return nil
	}
	gave, err := a.of(from)
	if err != nil {
		return err
	}
	took, err := a.of(to)
	if err != nil {
		return err
	}
	line := a.line(gave.ref)
	line.Days = append(line.Days, hall.AttendanceDay{Day: day, Gave: true, With: to.Name})
	line = a.line(took.ref)
	for i := range line.Days {
		if one := &line.Days[i]; one.Day == day && one.Planned {
			one.Took, one.Stood, one.With = !stood, stood, from.Name
			break
		}
	}
	return nil
}
