package hall

import (
	"cmp"
	"time"
)

// OpOutLate ends a sign-in of an earlier day that nobody ended (补签退).
const OpOutLate Op = "out-late"

// SignInFix is what of a sign-in can be put right by a correction (DOMAIN §3.13): when somebody came
// and went, and for which planned shift that was.
type SignInFix struct {
	In, Out int     // minutes of its day; no Out: nobody signed out
	Duty    ShiftID // 0: none
}

// SignInFile is a sign-in with what it is put right by.
type SignInFile struct {
	SignIn
	Shifts []Shift // of its day: it can have been for any of them
	Stood  bool    // it was for a shift that somebody else was planned for (顶班)
}

// FixOfSignIn is a sign-in as it stands, to put right from.
func FixOfSignIn(s SignIn) SignInFix {
	return SignInFix{In: MinuteOf(s.In), Out: MinuteOf(s.Out), Duty: s.Duty}
}

// Apply puts a sign-in right. Nobody goes before coming, or at a time that has not been; a time is not
// taken away. A sign-out that was missing hands on what was accepted and not done; today's is made by
// signing out, which asks what is handed over.
func (f SignInFix) Apply(s *SignIn, now time.Time) *Error {
	in, out := s.Day.At(f.In, now.Location()), s.Day.At(f.Out, now.Location())
	switch {
	case f.In == 0:
		return Refuse(ErrRequired).In(FieldFrom)
	case in.After(now):
		return Refuse(ErrDayFuture).In(FieldFrom)
	case f.Out == 0 && !s.Out.IsZero():
		return Refuse(ErrRequired).In(FieldTo)
	case f.Out != 0 && s.Out.IsZero() && !s.Forgotten(DayOf(now)):
		return Refuse(ErrStillOn, "name", s.Name).In(FieldTo)
	case f.Out != 0 && f.Out < f.In:
		return Refuse(ErrOutBefore, "from", f.In).In(FieldTo)
	case f.Out != 0 && out.After(now):
		return Refuse(ErrDayFuture).In(FieldTo)
	}
	if f.Out != 0 && s.Out.IsZero() {
		s.PassOn()
	}
	if f.In != MinuteOf(s.In) {
		s.In = in
	}
	if f.Out != MinuteOf(s.Out) {
		s.Out = out
	}
	s.Duty = f.Duty
	return nil
}

// Beside says why a sign-in cannot stand beside another of the same person and day: nobody is on duty
// twice at a time.
func (s SignIn) Beside(o SignIn) *Error {
	end := func(x SignIn) time.Time {
		if x.Out.IsZero() {
			return (x.Day + 1).At(0, x.In.Location())
		}
		return x.Out
	}
	if s.In.Before(end(o)) && o.In.Before(end(s)) {
		return Refuse(ErrOnThen, "from", MinuteOf(o.In), "to", cmp.Or(MinuteOf(o.Out), 24*60)).In(FieldFrom)
	}
	return nil
}

// Count works out anew how late a sign-in is, and how early its end: who is planned for nothing is
// neither. first says that it is the person's first of the day, last that nothing follows it.
func (s *SignIn) Count(set Settings, info DayInfo, first, last bool) {
	s.Late, s.Early = 0, 0
	if s.Duty != 0 && first {
		s.Late = set.LateBy(info, MinuteOf(s.In))
	}
	if last {
		s.CountEnd(set, info)
	}
}

// CountEnd works out how early a sign-in ended.
func (s *SignIn) CountEnd(set Settings, info DayInfo) {
	if s.Duty != 0 && !s.Out.IsZero() {
		s.Early = set.EarlyBy(info, MinuteOf(s.Out))
	}
}

// AttendanceCourse is how a sign-in is put right: by the head; and a sign-out that was forgotten by
// whose it is, or, of who has no account, by who signs for others. Its state is whether it has ended.
func AttendanceCourse() Course[SignIn, bool, Op] {
	forgot := func(s SignIn, _ Actor, now time.Time) *Error {
		if !s.Forgotten(DayOf(now)) {
			return Refuse(ErrStillOn, "name", s.Name)
		}
		return nil
	}
	whose := Whose[SignIn]{
		Own: func(s SignIn, a Actor) bool {
			return s.Staff != 0 && s.Staff == a.Staff || s.Staff == 0 && a.May(MayAssign)
		},
		Or:  MaySupervise,
		Not: func(s SignIn, _ Actor) *Error { return Refuse(ErrOwnSignIn, "name", s.Name) },
	}
	return Course[SignIn, bool, Op]{
		State: func(s SignIn) bool { return !s.Out.IsZero() },
		Wrong: func(s SignIn, _ Op) *Error { return Refuse(ErrSignedOff, "name", s.Name) },
		Rows: []Row[SignIn, bool, Op]{
			{Op: OpCorrect, From: []bool{false, true}, Right: MaySupervise, Deed: DeedCorrect},
			{Op: OpOutLate, From: []bool{false}, To: []bool{true}, Right: MayQueue, Whose: whose, Needs: []Need[SignIn]{forgot}, Deed: DeedCorrect},
		},
	}
}
