package store_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// crew is a hall with a team of four: the head, two mediators and an officer on duty.
type crew struct {
	*storetest.Hall
	head, xu, yu, wang *store.Desk
}

func newCrew(t testing.TB) *crew {
	t.Helper()
	c := &crew{Hall: storetest.New(t)}
	c.head = c.Desk(c.Boss)
	c.xu, c.yu = c.Add("xu", "徐建国", hall.RoleMediator), c.Add("yu", "俞芳", hall.RoleMediator|hall.FrontDesk)
	c.wang = c.Add("wang", "王值班", hall.DutyOfficer)
	c.team(t, hall.DutyHall, ref(c.head), ref(c.xu), ref(c.yu), ref(c.wang))
	return c
}

func ref(d *store.Desk) hall.DutyRef { return hall.RefOf(d.Actor()) }

func (c *crew) team(t testing.TB, k hall.DutyKind, who ...hall.DutyRef) {
	t.Helper()
	if err := c.head.SetDutyTeam(ctx, k, who); err != nil {
		t.Fatal(err)
	}
}

// december is what the tests plan.
var (
	december = hall.NewDay(2026, 12, 1)
	newYear  = hall.NewDay(2026, 12, 31)
)

func (c *crew) plan(t testing.TB, k hall.DutyKind, from, to hall.Day) hall.DutyPlan {
	t.Helper()
	q := hall.PlanQuery{Kind: k, From: from, To: to}
	p := must[hall.DutyPreview](t)(c.head.PlanDuty(ctx, q))
	return must[hall.DutyPlan](t)(c.head.SavePlan(ctx, q, p.Stamp))
}

func (c *crew) month(t testing.TB, from, to hall.Day) hall.DutyMonth {
	t.Helper()
	return must[hall.DutyMonth](t)(c.wang.DutyMonth(ctx, from, to))
}

// rows are the shifts of a month that stand.
func rows(m hall.DutyMonth, k hall.DutyKind) []hall.DutyRow {
	var out []hall.DutyRow
	for _, d := range m.Days {
		for _, r := range d.Rows {
			if r.Kind == k && r.State == hall.DutyStands {
				out = append(out, r)
			}
		}
	}
	return out
}

// shiftOf finds somebody's first shift from a day on.
func (c *crew) shiftOf(t testing.TB, who hall.DutyRef, from hall.Day) hall.DutyRow {
	t.Helper()
	for _, r := range rows(c.month(t, from, from+60), hall.DutyHall) {
		if r.Has(who) {
			return r
		}
	}
	t.Fatalf("%s has no shift from %v on", who.Name, from)
	return hall.DutyRow{}
}

func TestPlanIsSavedAsItWasShown(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	q := hall.PlanQuery{From: december, To: newYear}
	if _, err := c.wang.PlanDuty(ctx, q); code(err) != hall.ErrForbidden {
		t.Errorf("an officer plans: %v", err)
	}
	p := must[hall.DutyPreview](t)(c.head.PlanDuty(ctx, q))
	if m := c.month(t, december, newYear); len(rows(m, hall.DutyHall)) != 0 || m.Planned[0][0] != 0 {
		t.Fatal("shown, and written")
	}
	if len(p.Shifts) != 23 || len(p.Gaps) != 0 { // December 2026 has 23 working days
		t.Fatalf("%d shifts, %+v", len(p.Shifts), p.Gaps)
	}
	if _, err := c.head.SavePlan(ctx, q, "other"); code(err) != hall.ErrConflict {
		t.Errorf("saved something else than was shown: %v", err)
	}
	must[hall.DutyPlan](t)(c.head.SavePlan(ctx, q, p.Stamp))
	m := c.month(t, december, newYear)
	if got := rows(m, hall.DutyHall); len(got) != 23 || got[0].Day != december || got[0].People[0] != p.Shifts[0].People[0] {
		t.Errorf("saved %d shifts, the first %+v", len(got), got[0])
	}
	for _, tally := range m.Tally[hall.DutyHall] {
		if tally.Work != 5 && tally.Work != 6 || tally.Rest != 0 {
			t.Errorf("%s has %d and %d", tally.Who.Name, tally.Work, tally.Rest)
		}
	}
	if m.Planned[0] != [2]hall.Day{december, newYear} {
		t.Errorf("planned from %v to %v", m.Planned[0][0], m.Planned[0][1])
	}
	if again := must[hall.DutyPreview](t)(c.head.PlanDuty(ctx, q)); len(again.Changes) != 0 {
		t.Errorf("planned again: %+v", again.Changes)
	}
	// Over two months nobody has two more than another either.
	c.plan(t, hall.DutyHall, newYear+1, newYear+31)
	for _, tally := range c.month(t, december, newYear+31).Tally[hall.DutyHall] {
		if n := tally.Work; n < 10 || n > 12 {
			t.Errorf("%s has %d in two months", tally.Who.Name, n)
		}
	}
}

// A hall that has chosen no team plans with its officers on duty.
func TestHallWithoutATeamPlansWithItsOfficers(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	h.Add("wang", "王值班", hall.DutyOfficer)
	d := h.Desk(h.Boss)
	p := must[hall.DutyPreview](t)(d.PlanDuty(ctx, hall.PlanQuery{From: december, To: december + 4}))
	if len(p.Load) != 2 || len(p.Gaps) != 0 {
		t.Errorf("%+v", p.Load)
	}
	if _, err := d.PlanDuty(ctx, hall.PlanQuery{Kind: hall.DutyCounty, From: december, To: newYear}); code(err) != hall.ErrNoTeam {
		t.Errorf("a county team that nobody chose: %v", err)
	}
	if err := d.SetDutyTeam(ctx, hall.DutyHall, nil); code(err) != hall.ErrRequired {
		t.Errorf("an empty team: %v", err)
	}
	team := must[[]hall.DutyMember](t)(d.DutyTeam(ctx, hall.DutyHall))
	if len(team) != 2 || team[0].ID != 0 {
		t.Errorf("%+v", team)
	}
}

// A hall that is called otherwise is the same hall: its county team's visits stand.
func TestARenamedHallKeepsItsCountyPlan(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	s := c.Settings()
	s.Class, s.Duty.Weekday = 1, 3
	c.SetSettings(s)
	c.team(t, hall.DutyCounty, hall.DutyRef{Kind: hall.InviteOther, Name: "县矛调中心 何律师"}, ref(c.yu))
	c.plan(t, hall.DutyCounty, december, newYear)
	s.Name = "百官街道矛盾纠纷调解中心"
	c.SetSettings(s)
	if p := must[hall.DutyPreview](t)(c.head.PlanDuty(ctx, hall.PlanQuery{Kind: hall.DutyCounty, From: december, To: newYear})); len(p.Changes) != 0 {
		t.Errorf("planned again under the new name: %+v", p.Changes)
	}
	visits := rows(c.month(t, december, newYear), hall.DutyCounty)
	if len(visits) != 5 || visits[0].Township != s.Name {
		t.Errorf("%+v", visits)
	}
	if cover := hall.Cover(s.Rotation(), visits, december, newYear); cover[0].Missing != 0 {
		t.Errorf("%d weeks without a visit", cover[0].Missing)
	}
}

func TestLeaveMovesWhatItsPreviewShows(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	c.plan(t, hall.DutyHall, december, newYear)
	before := rows(c.month(t, december, newYear), hall.DutyHall)
	shift := c.shiftOf(t, ref(c.xu), december)
	l := hall.Leave{Who: ref(c.xu), From: shift.Day, To: shift.Day, Why: "孙子满月"}
	p := must[hall.LeavePreview](t)(c.head.PreviewLeave(ctx, l))
	if len(p.Plans) != 1 || len(p.Stays) != 1 || p.Stays[0].ID != shift.ID || p.Plans[0].Moved < 1 || p.Plans[0].Moved > 3 {
		t.Fatalf("%+v", p)
	}
	if len(p.Plans[0].Changes) != p.Plans[0].Moved {
		t.Errorf("a leave plans new shifts: %+v", p.Plans[0].Changes)
	}
	if _, err := c.head.AddLeave(ctx, l, "other"); code(err) != hall.ErrConflict {
		t.Errorf("other changes than those shown: %v", err)
	}
	saved := must[hall.Leave](t)(c.head.AddLeave(ctx, l, p.Stamp))
	after := rows(c.month(t, december, newYear), hall.DutyHall)
	moved := 0
	for i := range after {
		if after[i].People[0] != before[i].People[0] {
			moved++
			if n := len(after[i].Changes); n != 1 || after[i].Changes[0].Reason != "孙子满月" || after[i].Changes[0].What != hall.DutyReplanned {
				t.Errorf("the trail of %v: %+v", after[i].Day, after[i].Changes)
			}
		}
		if after[i].Day == shift.Day && after[i].Has(ref(c.xu)) {
			t.Error("on leave and on duty")
		}
	}
	if moved != p.Plans[0].Moved {
		t.Errorf("%d moved, %d were shown", moved, p.Plans[0].Moved)
	}
	if _, err := c.head.AddLeave(ctx, hall.Leave{Who: ref(c.xu), From: shift.Day - 1, To: shift.Day, Why: "又请"}, ""); code(err) != hall.ErrLeaveTwice {
		t.Errorf("on leave twice: %v", err)
	}
	if err := c.head.TakeBackLeave(ctx, saved.ID, saved.Rev+1, ""); code(err) != hall.ErrConflict {
		t.Errorf("taken back what changed: %v", err)
	}
	back := must[hall.LeavePreview](t)(c.head.PreviewLeaveOff(ctx, saved.ID))
	if err := c.head.TakeBackLeave(ctx, saved.ID, saved.Rev, back.Stamp); err != nil {
		t.Fatal(err)
	}
	if m := c.month(t, december, newYear); len(m.Leaves) != 0 {
		t.Errorf("taken back, and still there: %+v", m.Leaves)
	}
}

// A leave that is only recorded leaves the shift with its name on it, and open.
func TestLeaveWithoutANewPlanLeavesTheShiftOpen(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	c.plan(t, hall.DutyHall, december, newYear)
	shift := c.shiftOf(t, ref(c.wang), december)
	must[hall.Leave](t)(c.head.AddLeave(ctx, hall.Leave{Who: ref(c.wang), From: shift.Day, To: shift.Day + 2, Why: "看病"}, ""))
	row := c.shiftOf(t, ref(c.wang), shift.Day)
	if row.Day != shift.Day || row.Open != 1 || !row.Places[0].OnLeave || row.Places[0].Who.Name != "王值班" {
		t.Errorf("%+v", row)
	}
	for what, l := range map[string]struct {
		l    hall.Leave
		want hall.Code
	}{
		"backwards":        {hall.Leave{Who: ref(c.xu), From: december + 3, To: december, Why: "x"}, hall.ErrLeaveOrder},
		"without a reason": {hall.Leave{Who: ref(c.xu), From: december, To: december}, hall.ErrReason},
		"of nobody":        {hall.Leave{From: december, To: december, Why: "x"}, hall.ErrRequired},
		"of the past":      {hall.Leave{Who: ref(c.xu), From: december - 30, To: december - 20, Why: "x"}, hall.ErrDayBefore},
		"of four years":    {hall.Leave{Who: ref(c.xu), From: december, To: december + 1500, Why: "x"}, hall.ErrPlanRange},
		"far too wordy":    {hall.Leave{Who: ref(c.xu), From: december, To: december, Why: strings.Repeat("事", 1001)}, hall.ErrTooLong},
	} {
		if _, err := c.head.PreviewLeave(ctx, l.l); code(err) != l.want {
			t.Errorf("a leave %s: %v", what, err)
		}
		if _, err := c.head.AddLeave(ctx, l.l, ""); code(err) != l.want {
			t.Errorf("a leave %s: %v", what, err)
		}
	}
	if _, err := c.xu.AddLeave(ctx, hall.Leave{Who: ref(c.xu), From: december, To: december, Why: "x"}, ""); code(err) != hall.ErrForbidden {
		t.Errorf("a leave recorded by a mediator: %v", err)
	}
}

// The head leaves: his account is switched off. The plan keeps his name and shows the shifts
// as open; a new plan gives them to others, and the old days stay his.
func TestWhoLeavesIsNamedAndHisShiftsAreOpen(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	old := c.Add("li", "李主任", hall.Head|hall.DutyOfficer)
	c.team(t, hall.DutyHall, ref(old), ref(c.xu), ref(c.wang))
	nov := hall.NewDay(2026, 11, 24)
	c.plan(t, hall.DutyHall, nov, newYear)
	gone := ref(old)
	past := c.shiftOf(t, gone, nov)
	c.Clock.Set(past.Day.At(18*60, c.Settings().Zone).AddDate(0, 0, 1))
	staff := must[[]hall.StaffRow](t)(c.head.Staff(ctx))
	at := slices.IndexFunc(staff, func(s hall.StaffRow) bool { return s.Name == "李主任" })
	staff[at].Off = true
	if err := c.head.ChangeStaff(ctx, staff[at]); err != nil {
		t.Fatal(err)
	}
	today := hall.DayOf(c.Now())
	row := c.shiftOf(t, gone, today+1)
	if row.Open != 1 || !row.Places[0].Left || row.People[0].Name != "李主任" {
		t.Errorf("who left: %+v", row)
	}
	if _, err := c.head.AssignDuty(ctx, row.ID, row.Rev, []hall.DutyRef{gone}, "照旧"); code(err) != hall.ErrNotAssignable {
		t.Errorf("given to who left: %v", err)
	}
	c.plan(t, hall.DutyHall, today, newYear)
	for _, r := range rows(c.month(t, nov, newYear), hall.DutyHall) {
		if r.Day > today && (r.Has(gone) || r.Open != 0) {
			t.Errorf("%v waits for who left: %+v", r.Day, r.People)
		}
	}
	if r := c.shiftOf(t, gone, nov); r.Day != past.Day || r.People[0].Name != "李主任" {
		t.Errorf("the past was planned anew: %+v", r)
	}
}

// The county team comes every week; one visit is moved, and the week is not visited twice.
func TestMovedVisitCountsForItsWeek(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	s := c.Settings()
	s.Class, s.Duty.Weekday = 1, 3
	c.SetSettings(s)
	guest := hall.DutyRef{Kind: hall.InviteOther, Name: "县矛调中心 何律师"}
	c.team(t, hall.DutyCounty, guest, ref(c.yu))
	c.plan(t, hall.DutyCounty, december, newYear)
	visits := rows(c.month(t, december, newYear), hall.DutyCounty)
	if len(visits) != 5 || visits[1].Day != hall.NewDay(2026, 12, 9) || visits[1].Township != s.Name {
		t.Fatalf("%+v", visits)
	}
	v := visits[1]
	for what, move := range map[string]struct {
		to   hall.Day
		why  string
		want hall.Code
	}{
		"to a Sunday":      {hall.NewDay(2026, 12, 13), "开会", hall.ErrSlotClosed},
		"without a reason": {v.Day + 1, " ", hall.ErrReason},
		"to yesterday":     {hall.DayOf(c.Now()) - 1, "开会", hall.ErrDutyPast},
		"to no day":        {0, "开会", hall.ErrRequired},
	} {
		if _, err := c.head.MoveDuty(ctx, v.ID, v.Rev, move.to, move.why); code(err) != move.want {
			t.Errorf("moved %s: %v", what, err)
		}
	}
	next := hall.NewDay(2026, 12, 14) // a Monday, in the week after
	moved := must[hall.Shift](t)(c.head.MoveDuty(ctx, v.ID, v.Rev, next, "县里开会"))
	if n := len(moved.Changes); n != 1 || moved.Changes[0].From != v.Day || moved.Changes[0].To != next || moved.Changes[0].Reason != "县里开会" ||
		moved.Changes[0].By != "陈芳" {
		t.Errorf("the trail: %+v", moved.Changes)
	}
	if _, err := c.head.MoveDuty(ctx, v.ID, v.Rev, next+1, "x"); code(err) != hall.ErrConflict {
		t.Errorf("moved what was moved meanwhile: %v", err)
	}
	if p := must[hall.DutyPreview](t)(c.head.PlanDuty(ctx, hall.PlanQuery{Kind: hall.DutyCounty, From: december, To: newYear})); len(p.Changes) != 0 {
		t.Errorf("planned again after the move: %+v", p.Changes)
	}
	off := must[hall.Shift](t)(c.head.CallOffDuty(ctx, visits[3].ID, visits[3].Rev, "台风"))
	if off.State != hall.DutyOff {
		t.Errorf("%+v", off)
	}
	if p := must[hall.DutyPreview](t)(c.head.PlanDuty(ctx, hall.PlanQuery{Kind: hall.DutyCounty, From: december, To: newYear})); len(p.Changes) != p.Moved {
		t.Errorf("another is planned for the one that was called off: %+v", p.Changes)
	}
	if _, err := c.head.MoveDuty(ctx, off.ID, off.Rev, next+2, "x"); code(err) != hall.ErrDutyOff {
		t.Errorf("moved what was called off: %v", err)
	}
	extra := must[hall.Shift](t)(c.head.AddDuty(ctx, hall.Shift{Kind: hall.DutyCounty, Day: next + 3, Township: s.Name, People: []hall.DutyRef{guest}}, "补一次"))
	if extra.Need != 1 || !extra.Fixed {
		t.Errorf("%+v", extra)
	}
	if _, err := c.head.AddDuty(ctx, hall.Shift{Kind: hall.DutyCounty, Day: next + 3, Township: "别的镇", People: []hall.DutyRef{ref(c.yu)}}, "补一次"); code(
		err) != hall.ErrRequired {
		t.Errorf("a township that is none of the county's: %v", err)
	}
	if _, err := c.head.AddDuty(ctx, hall.Shift{Day: next + 3, People: []hall.DutyRef{guest}}, "帮忙"); code(err) != hall.ErrDutyTwice {
		t.Errorf("in two places on a day: %v", err)
	}
}

// A plan of a time in which nothing stands plans nothing beside it, and a leave in a half
// planned month plans no new shifts.
func TestPlanKeepsToItsTime(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	c.plan(t, hall.DutyHall, december+45, december+60)
	p := c.plan(t, hall.DutyHall, december+13, december+16) // a Monday to a Thursday
	if p.To != december+16 || len(p.Shifts) != 4 {
		t.Errorf("planned to %v: %d shifts", p.To, len(p.Shifts))
	}
	l := must[hall.LeavePreview](t)(c.head.PreviewLeave(ctx, hall.Leave{Who: p.Shifts[3].People[0], From: december + 16, To: december + 16, Why: "看病"}))
	for _, plan := range l.Plans {
		for _, change := range plan.Changes {
			if change.What == hall.DiffNew && change.Now.Day < december+13 {
				t.Errorf("a leave plans %v", change.Now.Day)
			}
		}
	}
}

// Three months planned in one go even out over the three: who was away in the first makes up
// for it later. Planning the first month again changes nothing.
func TestPlanningOneMonthAgainKeepsTheOthersInMind(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	must[hall.Leave](t)(c.head.AddLeave(ctx, hall.Leave{Who: ref(c.xu), From: december + 10, To: newYear, Why: "住院"}, ""))
	c.plan(t, hall.DutyHall, december, newYear+59)
	p := must[hall.DutyPreview](t)(c.head.PlanDuty(ctx, hall.PlanQuery{From: december, To: newYear}))
	if p.To != newYear+57 || len(p.Changes) != 0 { // a Friday, the last working day
		t.Errorf("planned to %v, %d changes", p.To, len(p.Changes))
	}
}

// Somebody in both teams is never in two places: when both are planned, and when leaves
// change both plans in one go.
func TestTwoKindsOfDutyNeverFallOnOnePerson(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	s := c.Settings()
	s.Class = 1
	c.SetSettings(s)
	both := []hall.DutyRef{ref(c.head), ref(c.xu), ref(c.yu), ref(c.wang)}
	c.team(t, hall.DutyCounty, both...)
	c.plan(t, hall.DutyHall, december, newYear)
	c.plan(t, hall.DutyCounty, december, newYear)
	changed := 0
	for day := december; day < newYear; day += 3 {
		l := hall.Leave{Who: both[int(day)%4], From: day, To: day + 8, Why: "住院"}
		p, err := c.head.PreviewLeave(ctx, l)
		if code(err) == hall.ErrLeaveTwice {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Plans) == 2 && p.Plans[0].Moved > 0 && p.Plans[1].Moved > 0 {
			changed++
		}
		must[hall.Leave](t)(c.head.AddLeave(ctx, l, p.Stamp))
		for _, d := range c.month(t, december, newYear).Days {
			seen := map[string]bool{}
			for _, r := range d.Rows {
				for _, who := range r.People {
					if seen[who.Name] || who.Same(l.Who) && l.From <= d.Day && d.Day <= l.To {
						t.Errorf("%s on %v", who.Name, d.Day)
					}
					seen[who.Name] = true
				}
			}
		}
	}
	if changed == 0 {
		t.Error("no leave changed both plans: nothing was tried")
	}
}

// Who has duty, or attends a joint consultation, is known to the other's planning.
func TestDutyAndJointConsultationsKnowOfEachOther(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	c.plan(t, hall.DutyHall, december, newYear)
	shift := c.shiftOf(t, ref(c.xu), december)
	on := dispute(t, c.head, "章雪琴", "章阿根")
	v := must[hall.Consultation](t)(c.head.ProposeJoint(ctx, on, "疑难"))
	who := hall.Invitee{Kind: hall.InviteMediator, ID: ref(c.xu).ID}
	v = must[hall.Consultation](t)(c.head.Invite(ctx, v.ID, v.Rev, hall.Invitee{Kind: hall.InviteMediator, ID: ref(c.yu).ID}, []hall.Invitee{who}))
	found := must[hall.Times](t)(c.head.FindTimes(ctx, v.ID, shift.Day, shift.Day, 60))
	if why := found.None; len(found.Found) != 0 || why.Why != hall.NoTimePerson || len(why.Who) != 1 || found.Who[why.Who[0]].Name != "徐建国" {
		t.Errorf("on duty, and free: %+v", found)
	}
	clashes := must[[]hall.Clash](t)(c.head.Clashes(ctx, 0, on,
		hall.Booking{Slot: at(shift.Day, 9*60, 60), Room: "一室", Mediators: []hall.MediatorID{hall.MediatorID(ref(c.xu).ID)}}))
	if len(clashes) != 1 || !clashes[0].Soft || clashes[0].Err.Code != hall.ErrOnDuty || clashes[0].Err.Args["name"] != "徐建国" {
		t.Errorf("booked on his day of duty: %+v", clashes)
	}
	// Called together on that day all the same: the next plan gives the shift to somebody else.
	must[hall.Consultation](t)(c.head.Convene(ctx, v.ID, v.Rev, at(shift.Day, 9*60, 60), "会诊室", nil, ""))
	cand := must[[]hall.DutyCandidate](t)(c.head.DutyCandidates(ctx, hall.DutyHall, shift.Day, shift.ID))
	for _, one := range cand {
		if attends := one.Who.Name == "徐建国" || one.Who.Name == "俞芳"; attends != (one.Why != nil) {
			t.Errorf("%s could take the shift: %v", one.Who.Name, one.Why)
		}
	}
	c.plan(t, hall.DutyHall, december, newYear)
	for _, r := range rows(c.month(t, shift.Day, shift.Day), hall.DutyHall) {
		if r.Has(ref(c.xu)) || r.Has(ref(c.yu)) {
			t.Errorf("on duty during the consultation: %+v", r.People)
		}
	}
}

// A county of twenty townships: the year is planned, every township as often as it should be.
func TestCountyPlansItsYear(t *testing.T) {
	t.Parallel()
	c := newCounty(t, 20, 15)
	from, to := hall.NewDay(2027, 1, 1), hall.NewDay(2027, 12, 31)
	c.plan(t, hall.DutyCounty, from, to)
	n := map[string]int{}
	m := c.month(t, from, to)
	for _, r := range rows(m, hall.DutyCounty) {
		n[r.Township]++
		if r.Open != 0 {
			t.Errorf("%s on %v is open", r.Township, r.Day)
		}
	}
	for i, town := range c.Settings().Duty.Towns {
		if want := [...]int{52, 24, 12}[i%3]; n[town.Name] != want && !(town.Class == 1 && n[town.Name] == 53) {
			t.Errorf("%s, class %d, is visited %d times", town.Name, town.Class, n[town.Name])
		}
	}
	least, most := 1000, 0
	for _, tally := range m.Tally[hall.DutyCounty] {
		least, most = min(least, tally.Work), max(most, tally.Work)
	}
	if most-least > 1 {
		t.Errorf("somebody has %d shifts, somebody else %d", least, most)
	}
}

func newCounty(t testing.TB, towns, people int) *crew {
	c := newCrew(t)
	s := c.Settings()
	s.Level = hall.County
	var team []hall.DutyRef
	for i := range towns {
		s.Duty.Towns = append(s.Duty.Towns, hall.DutyTown{Name: "镇" + string(rune('甲'+i)), Class: 1 + i%3, Weekday: i % 6})
	}
	for i := range people {
		team = append(team, hall.DutyRef{Kind: hall.InviteOther, Name: "组员" + string(rune('甲'+i))})
	}
	c.SetSettings(s)
	c.team(t, hall.DutyCounty, team...)
	return c
}

func BenchmarkCountyYear(b *testing.B) {
	c := newCounty(b, 20, 15)
	from, to := hall.NewDay(2027, 1, 1), hall.NewDay(2027, 12, 31)
	q := hall.PlanQuery{Kind: hall.DutyCounty, From: from, To: to}
	b.Run("preview", func(b *testing.B) {
		for b.Loop() {
			must[hall.DutyPreview](b)(c.head.PlanDuty(ctx, q))
		}
	})
	b.Run("save", func(b *testing.B) {
		p := must[hall.DutyPreview](b)(c.head.PlanDuty(ctx, q))
		start := time.Now()
		must[hall.DutyPlan](b)(c.head.SavePlan(ctx, q, p.Stamp))
		b.ReportMetric(float64(time.Since(start).Milliseconds()), "ms-once")
	})
	l := hall.Leave{Who: hall.DutyRef{Kind: hall.InviteOther, Name: "组员甲"}, From: hall.NewDay(2027, 6, 7), To: hall.NewDay(2027, 6, 18), Why: "培训"}
	b.Run("leave", func(b *testing.B) {
		for b.Loop() {
			must[hall.LeavePreview](b)(c.head.PreviewLeave(ctx, l))
		}
	})
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			must[hall.DutyMonth](b)(c.head.DutyMonth(ctx, from, to))
		}
	})
}
