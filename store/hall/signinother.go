package hall

import (
	"slices"
	"time"
)

// OpInLate writes down a sign-in of an earlier day that nobody made (补签到).
const OpInLate Op = "in-late"

// Other is somebody of a day's shift whom another can sign in or out.
type Other struct {
	Day    Day
	Shift  ShiftID
	Place  DutyPlace
	Signed *SignIn // the latest sign-in of the day
}

// Op is what would be done on the day itself.
func (o Other) Op() Op {
	if o.Signed != nil && o.Signed.Out.IsZero() {
		return OpOutFor
	}
	return OpInFor
}

// OtherCourse is how somebody is signed in and out by another: who has no account by who assigns work,
// everybody by the head. What was not signed on its day is written down later by the person, too.
func OtherCourse() Course[Other, Attendance, Op] {
	type row = Row[Other, Attendance, Op]
	noAccount := Whose[Other]{
		Own: func(o Other, _ Actor) bool { return !o.Place.Own && (o.Signed == nil || o.Signed.Staff == 0) }, Or: MaySupervise,
		Not: func(o Other, _ Actor) *Error {
			return Refuse(ErrNotAsked, "names", []string{o.Place.Who.Name}, "op", OpInFor)
		},
	}
	late := Whose[Other]{
		Own: func(o Other, a Actor) bool { return o.Place.Who.Is(a) || !o.Place.Own && a.May(MayAssign) }, Or: MaySupervise,
		Not: func(o Other, _ Actor) *Error { return Refuse(ErrOwnSignIn, "name", o.Place.Who.Name) },
	}
	today := []Need[Other]{func(o Other, _ Actor, now time.Time) *Error {
		if o.Day != DayOf(now) {
			return Refuse(ErrOtherDay, "day", o.Day)
		}
		return nil
	}}
	past := []Need[Other]{func(o Other, _ Actor, now time.Time) *Error {
		if o.Day >= DayOf(now) {
			return Refuse(ErrNotMissed, "day", o.Day)
		}
		return nil
	}}
	ahead, here, gone := []Attendance{DutyAhead}, []Attendance{DutyHere}, []Attendance{DutyGone}
	return Course[Other, Attendance, Op]{
		State: func(o Other) Attendance {
			switch {
			case o.Signed == nil:
				return DutyAhead
			case o.Signed.Out.IsZero():
				return DutyHere
			}
			return DutyGone
		},
		Wrong: func(o Other, op Op) *Error {
			if op == OpOutFor {
				return Refuse(ErrSignedOff, "name", o.Place.Who.Name)
			}
			return Refuse(ErrOnAlready)
		},
		Rows: []row{
			{Op: OpInFor, From: append(ahead, gone...), To: here, Right: MayAssign, Whose: noAccount, Needs: today, Deed: DeedDutyInFor, Back: OpOutFor},
			{Op: OpOutFor, From: here, To: gone, Right: MayAssign, Whose: noAccount, Needs: today, Deed: DeedDutyOutFor},
			{Op: OpInLate, From: ahead, To: gone, Right: MayQueue, Whose: late, Needs: past, Deed: DeedDutyInLate, Back: OpCorrect},
		},
	}
}

// Others are those of the day's shifts whom the reader can sign in or out, and those who have to do it
// themselves and have not yet; none when there is nobody of the first.
func (d DutyDay) Others(by Actor, now time.Time) []Other {
	var out []Other
	can := false
	for _, o := range d.placed() {
		why := Why(OtherCourse(), o, o.Op(), by, now)
		if o.Place.Who.Is(by) || o.Place.Own && o.Signed != nil && why != nil {
			continue
		}
		can = can || why == nil && (o.Signed == nil || o.Signed.Out.IsZero())
		out = append(out, o)
	}
	if !can {
		return nil
	}
	return out
}

// placed are all who have a place on a shift of the day that stands.
func (d DutyDay) placed() []Other {
	var out []Other
	for _, r := range d.Rows {
		for _, p := range r.Places {
			if r.State == DutyStands {
				out = append(out, Other{Day: d.Day, Shift: r.ID, Place: p, Signed: d.SignIn(p)})
			}
		}
	}
	return out
}

// Absent are those of an earlier day's shifts who did not sign in, and in whose place nobody came.
func (d DutyDay) Absent(today Day) []Other {
	if d.Day >= today {
		return nil
	}
	return slices.DeleteFunc(d.placed(), func(o Other) bool { return o.Signed != nil || o.Place.StoodBy != "" })
}

// Themselves names those of the day's shifts, but the reader, who have not come and have an account to
// sign in with.
func (d DutyDay) Themselves(by Actor) []string {
	var out []string
	for _, o := range d.placed() {
		if o.Place.Own && o.Signed == nil && !o.Place.Who.Is(by) {
			out = append(out, o.Place.Who.Name)
		}
	}
	return out
}

// SignIn is the latest sign-in of who has a place; nil: he has not come. Who was planned by
// one of his two numbers, account or roster, and signed in by the other, is found by name.
func (d DutyDay) SignIn(p DutyPlace) *SignIn {
	if p.In.IsZero() {
		return nil
	}
	var out *SignIn
	for i := range d.Signed {
		if d.Signed[i].Of(p.Who) {
			out = &d.Signed[i]
		}
	}
	for i := range d.Signed {
		if s := &d.Signed[i]; out == nil && s.Name == p.Who.Name {
			out = s
		}
	}
	return out
}
