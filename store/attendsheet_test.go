package store_test

import (
	"slices"
	"testing"

	"sizhen/store/hall"
)

// The month's attendance counts what the days say: late and early with their minutes, missed, swapped
// away, stood in, unplanned.
func TestTheMonthsAttendance(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	add := func(day hall.Day, who ...hall.DutyRef) hall.Shift {
		return must[hall.Shift](t)(c.head.AddDuty(ctx, hall.Shift{Kind: hall.DutyHall, Day: day, People: who}, "加班"))
	}
	add(december, ref(c.xu))
	add(december+1, ref(c.xu))
	add(december+2, ref(c.xu))
	give := add(december+3, ref(c.xu))
	ask := must[hall.DutySwap](t)(c.xu.AskSwap(ctx, hall.DutySwap{Duty: give.ID, With: ref(c.yu), Why: "女儿回来"}))
	must[hall.DutySwap](t)(c.yu.AnswerSwap(ctx, ask.ID, ask.Rev, hall.DutyRef{}, true, ""))

	c.clock(december, 9, 0) // half an hour late, an hour early
	ok1(t, c.xu.DutyIn(ctx))
	c.clock(december, 16, 0)
	ok1(t, c.xu.DutyOut(ctx, ""))
	c.clock(december+1, 8, 20) // xu does not come; wang does, and the head puts down for which shift
	ok1(t, c.wang.DutyIn(ctx))
	c.clock(december+1, 17, 5)
	ok1(t, c.wang.DutyOut(ctx, ""))
	shift := must[hall.DutyDay](t)(c.head.DutyDay(ctx, december+1)).Rows[0]
	in := must[[]hall.SignIn](t)(c.head.Duty(ctx, december+1))[0]
	fix := hall.FixOfSignIn(in)
	fix.Duty = shift.ID
	must[hall.SignIn](t)(c.head.CorrectSignIn(ctx, in.ID, in.Rev, fix, "替徐建国"))
	c.clock(december+2, 10, 0)
	ok1(t, c.head.DutyIn(ctx)) // unplanned
	c.clock(december+4, 9, 0)

	if _, err := c.wang.Attendance(ctx, december, newYear); code(err) != hall.ErrForbidden {
		t.Errorf("shown to everybody: %v", err)
	}
	rows := must[[]hall.AttendanceRow](t)(c.head.Attendance(ctx, december, newYear))
	for name, want := range map[string][10]int{
		"徐建国": {3, 1, 1, 30, 1, 60, 1, 1, 0, 0}, // the one that 王值班 stood in for is none that was missed
		"俞芳":  {1, 0, 0, 0, 0, 0, 1, 0, 1, 0},
		"王值班": {0, 1, 0, 0, 0, 0, 0, 0, 1, 0},
		"陈芳":  {0, 0, 0, 0, 0, 0, 0, 0, 0, 1},
	} {
		i := slices.IndexFunc(rows, func(r hall.AttendanceRow) bool { return r.Who.Name == name })
		if i < 0 {
			t.Errorf("%s is not on the sheet", name)
			continue
		}
		r := rows[i]
		if got := [10]int{r.Planned, r.Came, r.Late, r.LateBy, r.Early, r.EarlyBy, r.Missed, r.Swapped, r.Stood, r.Extra}; got != want {
			t.Errorf("%s: %v, not %v", name, got, want)
		}
	}
}
