package text

import "sizhen/store/hall"

// FigureName is what a figure of somebody's attendance is called.
func FigureName(f hall.Figure) Message { return name(figureNames, f) }

var figureNames = map[hall.Figure]Message{
	hall.FigureDays: M("每一天", "Every day"), hall.FigurePlanned: AttendancePaper.Planned, hall.FigureCame: AttendancePaper.Came,
	hall.FigureLate: AttendancePaper.Late, hall.FigureEarly: AttendancePaper.Early, hall.FigureMissed: AttendancePaper.Missed,
	hall.FigureSwapped: AttendancePaper.Swapped, hall.FigureStood: AttendancePaper.Stood, hall.FigureEntered: AttendancePaper.Entered,
	hall.FigureExtra: AttendancePaper.Extra,
}

// What is said of how a shift was kept.
var (
	StoodIn = M("顶班", "stood in")           // came for a shift that another was planned for
	Entered = M("补签", "entered late")       // written down on a later day
	NotOut  = M("没有签退", "did not sign out") // and the day is over

	stoodBy   = M("{name} 顶班", "{name} stood in")
	onLeave   = M("请假", "on leave")
	hasLeft   = M("已停用或离任", "off or left")
	noShift   = M("没排班", "no shift")
	gaveTo    = M("换给 {with}", "given to {with}")
	tookFrom  = M("从 {with} 换来", "swapped with {with}")
	stoodFor  = M("替 {with}", "for {with}")
	corrected = M("更正过", "corrected")
)

// StoodBy says who came in somebody's place; empty: nobody did.
func StoodBy(who string) Message {
	if who == "" {
		return Message{}
	}
	return stoodBy.With("name", who)
}

// AttendanceShift is the shift of a day.
func AttendanceShift(d hall.AttendanceDay) Message {
	if !d.Planned && !d.Stood && !d.Gave {
		return noShift
	}
	return Words(DutyKind(d.Kind), Raw(d.Township))
}

// AttendanceKept is whether a shift was kept.
func AttendanceKept(d hall.AttendanceDay) Message {
	p := d.Place
	switch {
	case d.Gave:
		return Message{}
	case p.In.IsZero() && p.StoodBy != "":
		return StoodBy(p.StoodBy)
	case p.In.IsZero() && p.Left:
		return hasLeft
	case p.In.IsZero() && p.OnLeave:
		return onLeave
	}
	return Attendance(p.State)
}

// AttendanceRemark is what of a day was not as planned.
func AttendanceRemark(d hall.AttendanceDay, today hall.Day) Message {
	p := d.Place
	parts := []Message{LateBy(p.Late), EarlyBy(p.Early)}
	if !p.In.IsZero() && p.Out.IsZero() && d.Day < today {
		parts = append(parts, NotOut)
	}
	switch {
	case d.Gave:
		parts = append(parts, gaveTo.With("with", d.With))
	case d.Took:
		parts = append(parts, tookFrom.With("with", d.With))
	case d.Stood && d.With != "":
		parts = append(parts, Words(StoodIn, stoodFor.With("with", d.With)))
	case d.Stood:
		parts = append(parts, StoodIn)
	}
	if d.Entered {
		parts = append(parts, Entered)
	}
	if d.Fixed {
		parts = append(parts, corrected)
	}
	return List(parts...)
}
