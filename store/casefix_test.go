package store_test

import (
	"slices"
	"strings"
	"testing"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// A party's name, telephone and kind, the marks and whether a case is public can be put right once
// it is registered: what stood before stays with it, the list, the search, the person and what is
// booked say the new words.
func TestAPartyIsPutRight(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	res := must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, storetest.Intake(booked(540, 600, "一室"))))
	c := must[hall.CaseFile](t)(d.Case(ctx, res.Case)).Case
	fix := hall.FixOf(c)
	fix.Parties[0].Details.Name, fix.Parties[0].Details.Phone = "章雪芹", "10012346099"
	fix.Parties[0].Proxy, fix.Flags = "王律师", hall.FlagMass
	if _, err := d.CorrectCase(ctx, c.ID, c.Rev, fix, " "); code(err) != hall.ErrReason {
		t.Errorf("without a reason: %v", err)
	}
	if _, err := d.CorrectCase(ctx, c.ID, c.Rev, hall.FixOf(c), "没改"); code(err) != hall.ErrSame {
		t.Errorf("with nothing changed: %v", err)
	}
	if _, err := d.CorrectCase(ctx, c.ID, c.Rev+1, fix, "写错"); code(err) != hall.ErrConflict {
		t.Errorf("of a case changed elsewhere: %v", err)
	}
	now := must[hall.Case](t)(d.CorrectCase(ctx, c.ID, c.Rev, fix, "户口簿上是芹"))
	if p := now.Parties[0]; p.Details.Name != "章雪芹" || p.Proxy != "王律师" || now.Flags != hall.FlagMass || len(now.Corrections) != 4 {
		t.Fatalf("%+v, %+v", p, now.Corrections)
	}
	if one := now.Corrections[0]; one.Field != "Parties[0].Details.Name" || one.Old != "章雪琴" || one.New != "章雪芹" || one.ByName != "陈芳" || one.Why != "户口簿上是芹" {
		t.Errorf("the trail says %+v", one)
	}
	v := must[hall.Consultation](t)(d.Visit(ctx, res.Consultation))
	if v.Who != "章雪芹" || !slices.ContainsFunc(v.Expected, func(e hall.Expected) bool { return e.Name == "章雪芹" }) {
		t.Errorf("booked for %s, expected %+v", v.Who, v.Expected)
	}
	if rows := must[[]hall.PersonRow](t)(d.FindPeople(ctx, "章雪芹", 5)); len(rows) != 1 {
		t.Errorf("the person by the new name: %+v", rows)
	}
	if rows := must[[]hall.PersonRow](t)(d.FindPeople(ctx, "章雪琴", 5)); len(rows) != 0 {
		t.Errorf("and by the old: %+v", rows)
	}
	page := must[hall.CasePage](t)(d.Cases(ctx, hall.CaseQuery{Limit: 5}))
	if page.Rows[0].Applicant != "章雪芹" {
		t.Errorf("the list says %s", page.Rows[0].Applicant)
	}
	last := must[hall.CaseFile](t)(d.Case(ctx, c.ID)).Journal[0]
	if last.Deed != hall.DeedCorrect || last.Args["new.Parties[0].Details.Name"] != "章雪芹" || strings.Contains(last.Args["new.Parties[0].Details.Phone"], "6099") &&
		!strings.Contains(last.Args["new.Parties[0].Details.Phone"], "····") {
		t.Errorf("the journal says %+v", last)
	}
}

// What a correction may not do: lay rules aside, or be made by who sees numbers masked. Who sees
// them masked sees the old ones masked too.
func TestACorrectionKeepsTheRules(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	desk := h.Add("desk", "王丽", hall.FrontDesk)
	res := must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})))
	c := must[hall.CaseFile](t)(d.Case(ctx, res.Case)).Case
	put := func(x *store.Desk, change func(*hall.CaseFix)) error {
		fix := hall.FixOf(c)
		change(&fix)
		_, err := x.CorrectCase(ctx, c.ID, c.Rev, fix, "写错")
		return err
	}
	for name, one := range map[string]struct {
		who    *store.Desk
		change func(*hall.CaseFix)
		want   hall.Code
	}{
		"no name":       {d, func(f *hall.CaseFix) { f.Parties[0].Details.Name = " " }, hall.ErrRequired},
		"half a number": {d, func(f *hall.CaseFix) { f.Parties[0].Details.Phone = "1381234567" }, hall.ErrPhone},
		"a child":       {d, func(f *hall.CaseFix) { f.Parties[0].Details.Birth = hall.NewDay(2015, 1, 1) }, hall.ErrGuardian},
		"no police":     {d, func(f *hall.CaseFix) { f.Flags = hall.FlagCriminal }, hall.ErrPoliceReport},
		"one more":      {d, func(f *hall.CaseFix) { f.Parties = append(f.Parties, f.Parties[0]) }, hall.ErrConflict},
		"not theirs":    {desk, func(f *hall.CaseFix) { f.Parties[0].Details.Name = "章雪芹" }, hall.ErrNotYours},
	} {
		if err := put(one.who, one.change); code(err) != one.want {
			t.Errorf("%s: %v, want %s", name, err, one.want)
		}
	}
	if err := put(d, func(f *hall.CaseFix) { f.Parties[0].Details.Phone = "10012346099" }); err != nil {
		t.Fatal(err)
	}
	masked := must[hall.CaseFile](t)(desk.Case(ctx, c.ID)).Case
	if one := masked.Corrections[0]; one.Old != "100····6021" || one.New != "100····6099" {
		t.Errorf("who sees numbers masked reads %+v", one)
	}
}

// Who joins a dispute is expected at what is booked, and no longer when he is taken out; what is
// said of those after him in the list was not changed. An agreement's parties stay.
func TestPartiesJoinAndLeave(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	id := dispute(t, d, "章雪琴", "章阿根")
	v := must[hall.Consultation](t)(d.Book(ctx, id, 0, hall.Booking{Slot: at(hall.NewDay(2026, 11, 25), 9*60, 60), Room: "一室"}))
	must[hall.Consultation](t)(d.Notify(ctx, v.ID, 0, hall.Notice{Reached: true}))
	change := func(fix func(*hall.CaseFix), why string) (hall.Case, error) {
		c := must[hall.CaseFile](t)(d.Case(ctx, id)).Case
		f := hall.FixOf(c)
		fix(&f)
		return d.CorrectCase(ctx, id, c.Rev, f, why)
	}
	joins := hall.Party{Details: hall.Details{Name: "章小宝", Birth: hall.NewDay(2015, 1, 1), Phone: "10012340003"}}
	if _, err := change(func(f *hall.CaseFix) { f.Join = &joins }, "是他的房子"); code(err) != hall.ErrGuardian {
		t.Errorf("a minor without a guardian: %v", err)
	}
	joins.Guardian, joins.GuardianAs, joins.GuardianPhone = "章阿妹", "母亲", "10012340004"
	must[hall.Case](t)(change(func(f *hall.CaseFix) { f.Join = &joins }, "是他的房子"))
	if _, err := change(func(f *hall.CaseFix) { f.Join = &joins }, "再加一次"); code(err) != hall.ErrPartyThere {
		t.Errorf("joined twice: %v", err)
	}
	got := must[hall.Consultation](t)(d.Visit(ctx, v.ID))
	if len(got.Expected) != 3 || got.Attendance().Told != 2 || got.Attendance().Untold != "章小宝" {
		t.Errorf("expected: %+v", got.Expected)
	}
	if _, err := change(func(f *hall.CaseFix) { f.Leave = 2 }, "弄错了"); code(err) != hall.ErrLastParty {
		t.Errorf("nobody is left on a side: %v", err)
	}
	c := must[hall.Case](t)(change(func(f *hall.CaseFix) { f.Leave = 1 }, "弄错了"))
	if len(c.Parties) != 2 || c.Parties[0].Details.Name != "章阿根" || c.Parties[1].GuardianAs != "母亲" {
		t.Errorf("%+v", c.Parties)
	}
	for _, x := range c.Corrections[len(c.Corrections)-3:] {
		if x.New != "" {
			t.Errorf("who stayed was not changed: %+v", x)
		}
	}
	if got = must[hall.Consultation](t)(d.Visit(ctx, v.ID)); len(got.Expected) != 2 {
		t.Errorf("expected after: %+v", got.Expected)
	}
}

// Who joins a dispute after somebody has come stays expected: the arrival cannot be taken back to a
// list that did not have him.
func TestTakingBackLosesNobodyWhoJoined(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	id := dispute(t, d, "章雪琴", "章阿根")
	v := must[hall.Consultation](t)(d.Book(ctx, id, 0, hall.Booking{Slot: at(hall.DayOf(h.Now()), 10*60+30, 60), Room: "一室"}))
	must[hall.IntakeResult](t)(d.Arrive(ctx, v.ID, 0, 0))
	c := must[hall.CaseFile](t)(d.Case(ctx, id)).Case
	fix := hall.FixOf(c)
	fix.Join = &hall.Party{Side: hall.Respondent, Details: hall.Details{Name: "章阿毛"}}
	must[hall.Case](t)(d.CorrectCase(ctx, id, c.Rev, fix, "房子是他的"))
	if _, err := d.TakeBack(ctx, v.ID); code(err) != hall.ErrNoUndo {
		t.Errorf("the arrival is taken back: %v", err)
	}
	if got := must[hall.Consultation](t)(d.Visit(ctx, v.ID)); len(got.Expected) != 3 || got.Attendance().Came != 1 {
		t.Errorf("expected: %+v", got.Expected)
	}
}

// Who was told the hour of a follow-up hears that it has none any more, and that it is withdrawn.
func TestWhoWasToldOfAFollowUpHearsOfItsEnd(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d, id := settled(t, h, "章雪琴", "章阿根")
	v := nextVisit(t, d, id)
	day := hall.NewDay(2026, 12, 8)
	left := func(want int) {
		t.Helper()
		n := 0
		for _, r := range must[hall.CallList](t)(d.Calls(ctx)).Rows {
			if r.Stale {
				n++
			}
		}
		if n != want {
			t.Errorf("%d are to hear of a change, want %d", n, want)
		}
	}
	move := func(b hall.Booking, way hall.FollowWay) {
		t.Helper()
		must[hall.Consultation](t)(d.MoveFollowUp(ctx, v.ID, must[hall.Consultation](t)(d.Visit(ctx, v.ID)).Rev, 0, way, b, "改一下"))
	}
	told := func() { must[hall.Consultation](t)(d.Notify(ctx, v.ID, 0, hall.Notice{Reached: true})) }
	move(hall.Booking{Slot: at(day, 9*60, 60)}, hall.FollowVisit)
	told()
	move(hall.Booking{Slot: hall.Slot{Day: day}}, hall.FollowPhone)
	left(1)
	told()
	left(0)
	steps(t, d, id, hall.Step{Action: hall.ActReopen, Reason: "又吵"})
	left(1)
}

// Who was registered as urgent by mistake goes back among the others, with what it was kept.
func TestAnUrgencyRegisteredByMistakeIsPutRight(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	wait := func(name string, urgent bool) hall.ConsultationID {
		in := storetest.Intake(hall.Ending{Outcome: hall.SeenNow})
		in.Parties[0].Details = hall.Details{Name: name}
		if urgent {
			in.Urgent, in.UrgentWhy = true, "说要动手"
		}
		return must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, in)).Consultation
	}
	wait("王友根", false)
	id := wait("金大力", true)
	first := func() string {
		return must[hall.Queue](t)(d.Queue(ctx, hall.DayOf(h.Clock.Now()))).Waiting[0].Who
	}
	if got := first(); got != "金大力" {
		t.Fatalf("first in the queue: %s", got)
	}
	v := must[hall.Consultation](t)(d.Visit(ctx, id))
	fix := hall.FixOfIntake(v)
	fix.Matter.Urgent = false
	now := must[hall.Consultation](t)(d.CorrectIntake(ctx, id, v.Rev, fix, "问清楚了，不急"))
	if got := first(); got != "王友根" || now.Urgent || now.UrgentWhy != "" {
		t.Errorf("first in the queue: %s; urgent %v %q", got, now.Urgent, now.UrgentWhy)
	}
	h.MustCheck()
}

// An end that was recorded by mistake is taken back with its reason: the case stands where it stood, and what was recorded
// can be read still. An end of another is for its mediators and the head.
func TestAnEndByMistakeIsTakenBack(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	registered := func() hall.Case {
		res := must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.Booked, Room: "一室",
			Slot: hall.Slot{Day: hall.DayOf(h.Now()) + 1, From: 9 * 60, To: 10 * 60}})))
		return must[hall.CaseFile](t)(d.Case(ctx, res.Case)).Case
	}
	c := registered()
	c = must[hall.Case](t)(d.Step(ctx, c.ID, c.Rev, 0, hall.Step{Action: hall.ActRefuse, Reason: "法院已受理", Referral: "法院"}))
	if _, err := d.Step(ctx, c.ID, c.Rev, 0, hall.Step{Action: hall.ActUndoEnd}); code(err) != hall.ErrReason {
		t.Errorf("without a reason: %v", err)
	}
	c = must[hall.Case](t)(d.Step(ctx, c.ID, c.Rev, 0, hall.Step{Action: hall.ActUndoEnd, Reason: "点错了"}))
	if c.State != hall.Registered || c.Closed != 0 || c.Referral != "" || c.AcceptBy == 0 {
		t.Errorf("taken back: %+v", c)
	}
	if n := len(c.Corrections); n == 0 || c.Corrections[n-1].Why != "点错了" {
		t.Errorf("no trace: %+v", c.Corrections)
	}
	c = must[hall.Case](t)(d.Step(ctx, c.ID, c.Rev, 0, hall.Step{Action: hall.ActAccept}))
	if c.State != hall.Accepted || c.Seq != 1 {
		t.Errorf("accepted afterwards: %+v", c)
	}
	c = must[hall.Case](t)(d.Step(ctx, c.ID, c.Rev, 0, hall.Step{Action: hall.ActTerminate, Cause: hall.EndRefused, Reason: "一方不来", Referral: "起诉"}))
	c = must[hall.Case](t)(d.Step(ctx, c.ID, c.Rev, 0, hall.Step{Action: hall.ActUndoEnd, Reason: "记到别的案子上了"}))
	if c.State != hall.Accepted || c.Cause != hall.EndNone || c.Seq != 1 {
		t.Errorf("taken back after acceptance: %+v", c)
	}
	if faults, err := h.Store.Check(ctx, nil); err != nil || len(faults) > 0 {
		t.Error(err, faults)
	}
}

// What the platforms ask is completed later, by a correction that is kept with the case.
func TestWhatThePlatformsAskIsCompleted(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	c := must[hall.Case](t)(d.Settle(ctx, 0, brought(t, d, nil)))
	fix := hall.FixOf(c)
	fix.Platform = hall.Platform{Title: "滴水", Happened: hall.NewDay(2026, 11, 19), Death: hall.SaidNo, Turned: hall.TurnedNot}
	must[hall.Case](t)(d.CorrectCase(ctx, c.ID, c.Rev, fix, "按平台要求补填"))
	now := must[hall.CaseFile](t)(d.Case(ctx, c.ID)).Case
	if now.Platform != fix.Platform || len(now.Corrections) != 4 {
		t.Errorf("%+v, %d lines of the trail", now.Platform, len(now.Corrections))
	}
	h.MustCheck()
}
