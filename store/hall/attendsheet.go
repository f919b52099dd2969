package hall

import (
	"cmp"
	"slices"
)

// AttendanceRow is how somebody kept duty in some days (考勤), with the days behind each figure.
type AttendanceRow struct {
	Who     DutyRef
	Days    []AttendanceDay // in order
	Planned int             // shifts that stand in the plan
	Came    int
	Late    int // shifts, and minutes in all
	LateBy  int
	Early   int
	EarlyBy int
	Missed  int // not of who was on leave, or has left
	Swapped int // shifts that others took, by consent
	Stood   int // shifts of others, taken without one in return, or as the head put down
	Extra   int // days on which they came unplanned
	Entered int // days that were written down later (补签到)
}

// AttendanceDay is one shift of somebody, or one day on which they came without.
type AttendanceDay struct {
	Day      Day
	Kind     DutyKind
	Township string // of a visit of the county team
	Planned  bool
	Shift    ShiftID // the planned one
	Place    DutyPlace
	Signed   SignInID // the latest sign-in; 0: none
	Gave     bool     // swapped away: somebody else has it
	Took     bool     // taken from somebody in a swap
	Stood    bool     // taken from somebody for nothing
	With     string   // the other one of the swap
	Fixed    bool     // times were put right
	Entered  bool     // written down on a later day
}

// Missed reports whether a shift was not kept.
func (d AttendanceDay) Missed() bool { return d.Planned && d.Place.Missed() }

// Figure is one of the figures of somebody's attendance.
type Figure uint8

const (
	FigureDays    Figure = iota // 每一天: all of them
	FigurePlanned               // 排班
	FigureCame                  // 到岗
	FigureLate                  // 迟到
	FigureEarly                 // 早退
	FigureMissed                // 缺勤
	FigureSwapped               // 换出
	FigureStood                 // 代班
	FigureEntered               // 补签
	FigureExtra                 // 没排班来
)

// Figures lists them in the order they are shown.
func Figures() []Figure {
	var out []Figure
	for f := FigureDays; f <= FigureExtra; f++ {
		out = append(out, f)
	}
	return out
}

// In reports whether a day stands behind a figure.
func (d AttendanceDay) In(f Figure) bool {
	came := !d.Place.In.IsZero()
	switch f {
	case FigurePlanned:
		return d.Planned
	case FigureCame:
		return came && (d.Planned || d.Stood)
	case FigureLate:
		return d.Place.Late > 0
	case FigureEarly:
		return d.Place.Early > 0
	case FigureMissed:
		return d.Missed()
	case FigureSwapped:
		return d.Gave
	case FigureStood:
		return d.Stood
	case FigureEntered:
		return d.Entered
	case FigureExtra:
		return came && !d.Planned && !d.Stood
	}
	return true
}

// Behind are the days behind a figure.
func (r AttendanceRow) Behind(f Figure) []AttendanceDay {
	return slices.DeleteFunc(slices.Clone(r.Days), func(d AttendanceDay) bool { return !d.In(f) })
}

// See notes which of a day's sign-ins was somebody's.
func (d *AttendanceDay) See(signed []SignIn, who DutyRef) {
	for _, s := range signed {
		if s.Of(who) || !d.Place.In.IsZero() && s.Name == who.Name {
			d.Signed, d.Fixed, d.Entered = s.ID, d.Fixed || len(s.Corrections) > 0, d.Entered || !s.Entered.IsZero()
		}
	}
}

// Count works the figures out of the days.
func (r *AttendanceRow) Count() {
	slices.SortStableFunc(r.Days, func(a, b AttendanceDay) int { return cmp.Compare(a.Day, b.Day) })
	for f, n := range map[Figure]*int{
		FigurePlanned: &r.Planned, FigureCame: &r.Came, FigureLate: &r.Late, FigureEarly: &r.Early, FigureMissed: &r.Missed,
		FigureSwapped: &r.Swapped, FigureStood: &r.Stood, FigureEntered: &r.Entered, FigureExtra: &r.Extra,
	} {
		*n = len(r.Behind(f))
	}
	for _, d := range r.Days {
		r.LateBy, r.EarlyBy = r.LateBy+d.Place.Late, r.EarlyBy+d.Place.Early
	}
}

// Came is the place of somebody who came without being planned.
func (s SignIn) Came(today Day) DutyPlace {
	p := DutyPlace{Who: s.Who(), State: DutyHere, In: s.In, Out: s.Out, Late: s.Late, Early: s.Early}
	if !s.Out.IsZero() || s.Day < today {
		p.State = DutyGone
	}
	return p
}
