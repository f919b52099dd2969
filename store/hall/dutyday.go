package hall

import (
	"slices"
	"time"
)

// Attendance is whether somebody who is planned came.
type Attendance uint8

const (
	DutyAhead  Attendance = iota // 未到时间
	DutyDue                      // 应到未到: it has begun, the day is not over
	DutyHere                     // 在岗
	DutyGone                     // 已下班: signed out, or forgot to
	DutyMissed                   // 缺勤
)

// DutyHours are the minutes of a day between which a shift lasts: the opening hours, on a
// closed day too.
func (s Settings) DutyHours(info DayInfo) (from, to int) {
	if n := len(info.Hours); n > 0 {
		return info.Hours[0][0], info.Hours[n-1][1]
	}
	return s.Open[0], s.Open2[1]
}

// LateBy is how many minutes somebody signs in after a shift of the day began; 0 when that is
// no more than the grace.
func (s Settings) LateBy(info DayInfo, minute int) int {
	from, _ := s.DutyHours(info)
	if late := minute - from; late > s.Duty.Grace {
		return late
	}
	return 0
}

// EarlyBy is how many minutes before a shift of the day ends somebody signs out; 0 when that is no
// more than the grace.
func (s Settings) EarlyBy(info DayInfo, minute int) int {
	_, to := s.DutyHours(info)
	if early := to - minute; early > s.Duty.Grace {
		return early
	}
	return 0
}

// Stays are who was in the hall on a day, each once: from the first sign-in, which is the one that
// can be late, to the last sign-out. Who signed out and in again is on duty.
func Stays(signed []SignIn) []SignIn {
	var out []SignIn
	for _, s := range signed {
		i := slices.IndexFunc(out, func(o SignIn) bool { return o.Of(s.Who()) || s.Of(o.Who()) })
		if i < 0 {
			out = append(out, s)
			continue
		}
		s.In, s.Late = out[i].In, out[i].Late
		if s.Duty == 0 {
			s.Duty = out[i].Duty
		}
		out[i] = s
	}
	return out
}

// Unplanned are those of a day's sign-ins, each once, whom none of the day's shifts asked for: not
// when they came, and not by a plan that was made since.
func Unplanned(rows []DutyRow, signed []SignIn) []SignIn {
	return slices.DeleteFunc(Stays(signed), func(s SignIn) bool {
		return slices.ContainsFunc(rows, func(r DutyRow) bool {
			return r.State == DutyStands && slices.ContainsFunc(r.Places, func(p DutyPlace) bool {
				return !p.In.IsZero() && (s.Of(p.Who) || s.Name == p.Who.Name)
			})
		})
	})
}

// Attended says whether somebody came: signed are the day's sign-ins.
func (s Settings) Attended(who DutyRef, d Day, info DayInfo, signed []SignIn, now Day, minute int) DutyPlace {
	p := DutyPlace{Who: who}
	for _, in := range Stays(signed) {
		if in.Of(who) {
			p.In, p.Out, p.Late, p.Early = in.In, in.Out, in.Late, in.Early
		}
	}
	from, to := s.DutyHours(info)
	switch {
	case !p.In.IsZero() && (!p.Out.IsZero() || d < now):
		p.State = DutyGone
	case !p.In.IsZero():
		p.State = DutyHere
	case d < now || d == now && minute >= to:
		p.State = DutyMissed
	case d == now && minute > from+s.Duty.Grace:
		p.State = DutyDue
	}
	return p
}

// DutyPlace is one person of a shift: whether he came, and whether he can.
type DutyPlace struct {
	Who     DutyRef
	State   Attendance
	In, Out time.Time // the first sign-in, the last sign-out
	Late    int       // minutes
	Early   int       // minutes before the end that somebody went
	Left    bool      // account switched off, or left the roster: the place is open
	OnLeave bool      // on leave that day: the place is open
	Own     bool      // has an account: signs in himself
	StoodBy string    // who came in the place, as the head put down (顶班)
}

// Empty reports whether nobody will come in the place.
func (p DutyPlace) Empty() bool { return p.In.IsZero() && p.StoodBy == "" && (p.Left || p.OnLeave) }

// Missed reports whether the place was kept neither by who could have nor by anybody else.
func (p DutyPlace) Missed() bool {
	return p.State == DutyMissed && p.StoodBy == "" && !p.OnLeave && !p.Left
}

// DutyRow is a shift with its people as they are now.
type DutyRow struct {
	Shift
	Places []DutyPlace // one for each of People
	Open   int         // places that nobody fills: never filled, or of people who left or are on leave
	Mine   bool        // the reader is on it
	Swap   SwapID      // a swap of it waits for an answer
}

// StandIn notes in whose places others came, as many as came for the shift and are not planned for it.
func (r *DutyRow) StandIn(signed []SignIn) {
	for _, s := range Unplanned([]DutyRow{*r}, signed) {
		if s.Duty != r.ID {
			continue
		}
		free := func(p DutyPlace) bool { return p.In.IsZero() && p.StoodBy == "" }
		i := slices.IndexFunc(r.Places, func(p DutyPlace) bool { return free(p) && !p.Left && !p.OnLeave })
		if i < 0 {
			i = slices.IndexFunc(r.Places, free)
		}
		if i >= 0 {
			r.Places[i].StoodBy = s.Name
		}
	}
}

// DutyMonthDay is a day of a duty plan.
type DutyMonthDay struct {
	Day  Day
	Info DayInfo
	Rest bool // counts as a weekend or holiday
	Rows []DutyRow
}

// DutyTally is how much duty somebody has in the days shown, and how it was kept.
type DutyTally struct {
	DutyLoad
	Came, Late, Missed int
}

// DutyMonth is the plan of some days, usually a month, of both kinds of duty.
type DutyMonth struct {
	From, To Day
	Doubt    int // the first year of the days whose holidays nobody has entered; 0: none
	Days     []DutyMonthDay
	Tally    [2][]DutyTally // by kind
	Team     [2][]DutyMember
	Leaves   []Leave    // that touch the days
	Swaps    []DutySwap // waiting for an answer, all of them
	Planned  [2][2]Day  // by kind: the first and the last day that stand in the plan at all; zero: none
	MayPlan  bool       // the reader may plan
}

// OpenHandover is what somebody handed over and nobody has accepted yet.
type OpenHandover struct {
	Shift SignInID
	Day   Day
	Name  string
	Note  string
	Items []HandItem // all of the shift's; Item.Open tells which wait
}

// DutyDay is one day of duty: who is planned, who came, and what goes from one to the next.
type DutyDay struct {
	Day    Day
	Info   DayInfo
	Rows   []DutyRow
	Signed []SignIn // all sign-ins of the day, with logs, in order
	Extra  []SignIn // those of them that no plan asked for
	Mine   *SignIn  // the reader's own, when he is signed in
	Left   bool     // the reader was signed in, and has signed out
	Forgot Day      // of the days before it, the last on which the reader did not sign out; 0: none
	Other  bool     // it is not the day on which it was read
	Open   []OpenHandover
	Swaps  []DutySwap         // that wait for the reader's consent
	Asked  []DutySwap         // that the reader has asked for and still waits for
	Warned map[CaseID]Warning // of the cases that log and handovers name: what must be known first
	Visits []VisitRow         // on a rotation day, in the hall that is visited: who came
	Next   []DutyRow          // after the day: the hall's next shift, and the county team's next visits
}

// DutyCandidate is somebody who could take a shift on a day, or why he cannot.
type DutyCandidate struct {
	Who  DutyRef
	Load DutyLoad // of the month
	Why  *Error   // nil: he can
}

// PlanQuery asks for a plan. When something stands in that time already, and it is not made
// afresh, it goes to the end of all that stands: evening out one month of a planned year alone
// would undo what the others even out.
type PlanQuery struct {
	Kind     DutyKind
	From, To Day
	Afresh   bool // without regard to who has which shift now
}

// DutyPreview is a plan that is not saved yet. Stamp names it: what is saved is what was
// shown, or nothing.
type DutyPreview struct {
	DutyPlan
	Stamp string
}

// LeavePreview is what a leave, or its end, does to the plans: one for each kind of duty
// that it touches. Stays are shifts that keep somebody on leave when nothing is planned anew.
type LeavePreview struct {
	Plans []DutyPreview
	Stays []Shift
	Stamp string
}

// LateTime is how late somebody signed in.
func (s SignIn) LateTime() time.Duration { return time.Duration(s.Late) * time.Minute }
