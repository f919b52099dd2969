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

// Missed reports whether a shift was not kept by who could have.
func (d AttendanceDay) Missed() bool {
	return d.Planned && d.Place.State == DutyMissed && !d.Place.OnLeave && !d.Place.Left
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
	add := func(n *int, yes bool) {
		if yes {
			*n++
		}
	}
	for _, d := range r.Days {
		came := !d.Place.In.IsZero()
		add(&r.Planned, d.Planned)
		add(&r.Came, came && (d.Planned || d.Stood))
		add(&r.Late, d.Place.Late > 0)
		add(&r.Early, d.Place.Early > 0)
		add(&r.Missed, d.Missed())
		add(&r.Swapped, d.Gave)
		add(&r.Stood, d.Stood)
		add(&r.Extra, came && !d.Planned && !d.Stood)
		add(&r.Entered, d.Entered)
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
