package store_test

import (
	"slices"
	"testing"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

var tuesday = hall.NewDay(2026, 11, 24)

// steps takes a case on, step after step.
func steps(t *testing.T, d *store.Desk, id hall.CaseID, all ...hall.Step) hall.Case {
	t.Helper()
	c := must[hall.CaseFile](t)(d.Case(ctx, id)).Case
	for _, s := range all {
		c = must[hall.Case](t)(d.Step(ctx, id, c.Rev, 0, s))
	}
	return c
}

// settled is a case between two people that was settled today: to be performed in ten days.
func settled(t *testing.T, h *storetest.Hall, a, b string) (*store.Desk, hall.CaseID) {
	t.Helper()
	d := h.Desk(h.Boss)
	id := dispute(t, d, a, b)
	settle(t, h, d, id, tuesday+10)
	return d, id
}

func settle(t *testing.T, h *storetest.Hall, d *store.Desk, id hall.CaseID, by hall.Day) {
	t.Helper()
	if !must[hall.CaseFile](t)(d.Case(ctx, id)).Case.Has(h.Boss.Mediator) {
		steps(t, d, id, hall.Step{Action: hall.ActAssign, Mediator: h.Boss.Mediator})
	}
	steps(t, d, id, hall.Step{Action: hall.ActSession, Session: &hall.Session{At: h.Now(), Statements: "各让一步", Result: hall.ResultSettled}},
		hall.Step{Action: hall.ActAgree, Agreement: &hall.Agreement{Made: tuesday, Terms: "退后半米", PerformBy: by, WhyOral: "双方要求"}})
}

// openDays are the days on which follow-ups of a case are still to be made, from today.
func openDays(t *testing.T, d *store.Desk, id hall.CaseID) []hall.Day {
	t.Helper()
	var out []hall.Day
	for _, r := range must[hall.VisitPage](t)(d.FollowUps(ctx, hall.StageOpen, 100)).Rows {
		if r.Case == id {
			out = append(out, r.Day-tuesday)
		}
	}
	return out
}

func nextVisit(t *testing.T, d *store.Desk, id hall.CaseID) hall.VisitRow {
	t.Helper()
	for _, r := range must[hall.VisitPage](t)(d.FollowUps(ctx, hall.StageOpen, 100)).Rows {
		if r.Case == id {
			return r
		}
	}
	t.Fatal("no follow-up is planned")
	return hall.VisitRow{}
}

func wantOpen(t *testing.T, d *store.Desk, id hall.CaseID, what string, want ...hall.Day) {
	t.Helper()
	if got := openDays(t, d, id); !slices.Equal(got, want) {
		t.Errorf("%s: in %v days, want %v", what, got, want)
	}
}

func TestFollowUpsArePlannedByTypeAndRisk(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	s := h.Settings()
	s.FollowUps = []hall.FollowUpRule{{Type: "neighbours", AfterSigning: []int{7, 90}, AfterDue: []int{2}}, {Risk: hall.RiskHigh, AfterSigning: []int{3}}}
	h.SetSettings(s)
	d, id := settled(t, h, "章雪琴", "章阿根")
	wantOpen(t, d, id, "by type", 7, 12, 90)
	amend := func(kind string, risk hall.Risk) {
		steps(t, d, id, hall.Step{Action: hall.ActAmend, Reason: "登记时选错",
			Amend: &hall.Matter{Type: kind, Subject: "滴水", Facts: "翻建", Risk: risk, Measures: "网格员看着"}})
	}
	amend("land", hall.RiskNone)
	wantOpen(t, d, id, "of another type", 11, 30)
	amend("land", hall.RiskHigh)
	wantOpen(t, d, id, "at high risk", 3, 11)
	amend("land", hall.RiskNone)
	wantOpen(t, d, id, "what was taken back is planned anew", 11, 30)
}

func TestWhatSomebodyDecidedStays(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d, id := settled(t, h, "章雪琴", "章阿根")
	v := nextVisit(t, d, id)
	must[hall.Consultation](t)(d.MoveFollowUp(ctx, v.ID, v.Rev, 0, hall.FollowPhone, hall.Booking{Slot: hall.Slot{Day: tuesday + 15}}, "外出"))
	must[hall.Consultation](t)(d.PlanFollowUp(ctx, id, 0, tuesday+5, hall.FollowHall))
	wantOpen(t, d, id, "moved and by hand", 5, 15, 30)
	last := must[hall.VisitPage](t)(d.FollowUps(ctx, hall.StageOpen, 9)).Rows[2]
	if err := d.CancelAppointment(ctx, last.ID, "一家搬走了"); err != nil {
		t.Fatal(err)
	}
	steps(t, d, id, hall.Step{Action: hall.ActPerform, Day: tuesday})
	wantOpen(t, d, id, "what was moved stays, what was cancelled is not planned again", 5, 15)
	steps(t, d, id, hall.Step{Action: hall.ActFile, Dossier: hall.Dossier{Why: "材料后补"}})
	wantOpen(t, d, id, "filed", 5, 15)
}

func TestPerformedEarlyIsNotAskedAbout(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d, id := settled(t, h, "章雪琴", "章阿根")
	wantOpen(t, d, id, "planned", 11, 30)
	steps(t, d, id, hall.Step{Action: hall.ActPerform, Day: tuesday})
	wantOpen(t, d, id, "performed early: only how it goes on", 30)
	_, late := settled(t, h, "王友根", "阮桂香")
	h.Clock.Set((tuesday + 14).At(600, h.Now().Location()))
	steps(t, d, late, hall.Step{Action: hall.ActPerform, Day: tuesday + 14})
	wantOpen(t, d, late, "performed late: the visit was due before", 11, 30)
}

// Taken up again, the case is mediated: nothing looks after the old agreement, whatever
// becomes of it then, until there is a new one.
func TestReopeningCancelsWhatIsPlanned(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d, id := settled(t, h, "章雪琴", "章阿根")
	v := nextVisit(t, d, id)
	hour := hall.Booking{Slot: at(tuesday+13, 9*60, 60)}
	must[hall.Consultation](t)(d.MoveFollowUp(ctx, v.ID, v.Rev, 0, hall.FollowVisit, hour, "外出"))
	must[hall.Consultation](t)(d.PlanFollowUp(ctx, id, 0, tuesday+5, hall.FollowVisit))
	steps(t, d, id, hall.Step{Action: hall.ActReopen, Reason: "又滴水"})
	wantOpen(t, d, id, "taken up again")
	if got := must[hall.Consultation](t)(d.Visit(ctx, v.ID)); got.State != hall.GoneAway || got.Reason != "又滴水" {
		t.Errorf("%+v", got)
	}
	if rows := must[[]hall.VisitRow](t)(d.Busy(ctx, "", h.Boss.Mediator, tuesday, tuesday+40)); len(rows) != 0 {
		t.Errorf("its hour is still taken: %+v", rows)
	}
	if _, err := d.PlanFollowUp(ctx, id, 0, tuesday+9, hall.FollowVisit); code(err) != hall.ErrNothingToFollow {
		t.Errorf("planned on a case that is being mediated: %v", err)
	}
	steps(t, d, id, hall.Step{Action: hall.ActPause, Reason: "鉴定", Until: tuesday + 30})
	wantOpen(t, d, id, "paused")
	steps(t, d, id, hall.Step{Action: hall.ActResume})
	settle(t, h, d, id, tuesday+10)
	wantOpen(t, d, id, "settled anew on the same days", 11, 30)
	steps(t, d, id, hall.Step{Action: hall.ActReopen, Reason: "又吵"}, hall.Step{Action: hall.ActWithdraw, Reason: "不谈了", Referral: "法院"},
		hall.Step{Action: hall.ActFile, Dossier: hall.Dossier{Why: "材料后补"}})
	wantOpen(t, d, id, "withdrawn after it was taken up again")
}

func found(on hall.Day) hall.FollowUpRecord {
	return hall.FollowUpRecord{On: on, Performance: hall.PerformanceFull, Satisfaction: 2, Relapse: hall.RelapseBack, Findings: "又滴水", Measures: "请村里看着"}
}

// The follow-up that found a relapse remembers what was done about it: its own case, taken
// up again, or another one.
func TestARelapseIsLinked(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d, id := settled(t, h, "章雪琴", "章阿根")
	record := func(on hall.CaseID) hall.ConsultationID {
		v := nextVisit(t, d, on)
		must[hall.Consultation](t)(d.RecordFollowUp(ctx, v.ID, v.Rev, 0, found(tuesday)))
		return v.ID
	}
	again := func(of hall.ConsultationID) hall.CaseID {
		return must[hall.JointFile](t)(d.FollowUp(ctx, of)).Consultation.Visit.Again
	}
	mine := record(id)
	if again(mine) != 0 {
		t.Error("nothing was done about it yet")
	}
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Relapse, in.Parties[0].Details.Phone = id, "10012340001"
	linked := must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, in)).Case
	if again(mine) != linked {
		t.Errorf("linked with %d, want %d", again(mine), linked)
	}
	wantOpen(t, d, id, "the old agreement is still looked after", 30)
	_, other := settled(t, h, "王友根", "阮桂香")
	its := record(other)
	steps(t, d, other, hall.Step{Action: hall.ActReopen, Reason: "又吵"})
	if again(its) != other || again(mine) != linked {
		t.Errorf("%d and %d", again(its), again(mine))
	}
}

func TestFollowUpDatesThatMakeNoSense(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d, id := settled(t, h, "章雪琴", "章阿根")
	v := nextVisit(t, d, id)
	for what, c := range map[string]struct {
		slot hall.Slot
		room string
		way  hall.FollowWay
		want hall.Code
	}{
		"no day":               {hall.Slot{}, "", 0, hall.ErrRequired},
		"past":                 {hall.Slot{Day: tuesday - 1}, "", 0, hall.ErrDayBefore},
		"where another stands": {hall.Slot{Day: tuesday + 30}, "", 0, hall.ErrPlannedFor},
		"an hour on a Sunday":  {at(tuesday+5, 9*60, 60), "", 0, hall.ErrSlotClosed},
		"through noon":         {at(tuesday+6, 11*60, 180), "", 0, hall.ErrSlotHours},
		"in no room":           {at(tuesday+6, 9*60, 60), "", hall.FollowHall, hall.ErrUnknownRoom},
	} {
		if _, err := d.MoveFollowUp(ctx, v.ID, v.Rev, 0, c.way, hall.Booking{Slot: c.slot, Room: c.room}, "改期"); code(err) != c.want {
			t.Errorf("%s: %v", what, err)
		}
	}
	must[hall.Consultation](t)(d.Book(ctx, dispute(t, d, "丙", "丁"), 0,
		hall.Booking{Slot: at(tuesday+6, 9*60, 60), Room: "一室", Mediators: []hall.MediatorID{h.Boss.Mediator}}))
	busy := hall.Booking{Slot: at(tuesday+6, 9*60+30, 60), Room: "二室"}
	if _, err := d.MoveFollowUp(ctx, v.ID, v.Rev, 0, hall.FollowHall, busy, "改期"); code(err) != hall.ErrMediatorBusy {
		t.Errorf("its mediator sits elsewhere then: %v", err)
	}
	busy.Slot = at(tuesday+6, 14*60, 60)
	got := must[hall.Consultation](t)(d.MoveFollowUp(ctx, v.ID, v.Rev, 0, hall.FollowHall, busy, "请他们来"))
	if got.Room != "二室" || got.Mode != hall.InRoom || !got.Timed() {
		t.Errorf("in the hall: %+v", got)
	}
	rec := found(tuesday)
	for what, change := range map[string]func(*hall.FollowUpRecord){
		"tomorrow": func(r *hall.FollowUpRecord) { r.On = tuesday + 1 }, "before the agreement": func(r *hall.FollowUpRecord) { r.On = tuesday - 1 },
		"next before on": func(r *hall.FollowUpRecord) { r.Next = r.On },
	} {
		bad := rec
		change(&bad)
		if _, err := d.RecordFollowUp(ctx, got.ID, got.Rev, 0, bad); code(err) != hall.ErrDayBefore && code(err) != hall.ErrDayFuture {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestFollowUpsByWhatIsDue(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d, one := settled(t, h, "章雪琴", "章阿根")
	_, two := settled(t, h, "王友根", "阮桂香")
	for _, day := range []hall.Day{12, 13, 19, 20} {
		must[hall.Consultation](t)(d.PlanFollowUp(ctx, one, 0, tuesday+day, hall.FollowVisit))
	}
	h.Clock.Set((tuesday + 13).At(600, h.Now().Location()))
	v := nextVisit(t, d, two)
	must[hall.Consultation](t)(d.RecordFollowUp(ctx, v.ID, v.Rev, 0, found(tuesday+13)))
	all := must[hall.FollowUps](t)(d.AllFollowUps(ctx, 1))
	for what, g := range map[string]struct {
		page  hall.VisitPage
		total int
		day   hall.Day
	}{"overdue": {all.Overdue, 2, 11}, "soon": {all.Soon, 2, 13}, "later": {all.Later, 3, 20}, "made": {all.Ended, 1, 13}} {
		if g.page.Total != g.total || len(g.page.Rows) != 1 || g.page.Rows[0].Day != tuesday+g.day {
			t.Errorf("%s: %+v", what, g.page)
		}
	}
}

// A trip goes where the most urgent visit is first, and takes the village's others along.
func TestATripGoesVillageByVillage(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	village := func(name, place string, in hall.Day, way hall.FollowWay) {
		i := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
		i.Parties[0].Details = hall.Details{Name: name, Village: place, Phone: "10012340001", Address: "三组 8 号"}
		id := must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, i)).Case
		settle(t, h, d, id, tuesday+60)
		must[hall.Consultation](t)(d.PlanFollowUp(ctx, id, 0, tuesday+in, way))
	}
	village("甲", "小港村", 5, hall.FollowVisit)
	village("乙", "前岸村", 3, hall.FollowVisit)
	village("丙", "小港", 2, hall.FollowVisit)
	village("丁", "小港村", 1, hall.FollowPhone)
	village("戊", "", 4, hall.FollowVisit)
	names := func(stops []hall.Stop) (out string) {
		for _, s := range stops {
			out += s.Visit.Who
		}
		return out
	}
	stops, rest, err := d.Trip(ctx, tuesday+6, 9)
	if got := names(stops); err != nil || rest != 0 || got != "丙甲乙戊" {
		t.Errorf("%s %d %v", got, rest, err)
	}
	if p := stops[0].Parties[0].Details; p.Phone != "10012340001" || p.Address != "三组 8 号" || stops[0].Terms != "退后半米" || stops[0].PerformBy != tuesday+60 {
		t.Errorf("what one must know on the way: %+v", stops[0])
	}
	other := h.Add("li", "李窗口", hall.FrontDesk)
	stops, _, err = other.Trip(ctx, tuesday+6, 9)
	if err != nil || stops[0].Parties[0].Details.Phone == "10012340001" {
		t.Errorf("who does not work on it reads the number: %+v %v", stops, err)
	}
	if stops, rest, _ = d.Trip(ctx, tuesday+6, 2); len(stops) != 2 || rest != 2 {
		t.Errorf("no room for all: %d, %d", len(stops), rest)
	}
}

// Whoever makes the visit stands at the door: the case's mediators, and those of the visit itself,
// read where to go and whom to ring up. Others read neither, of a guardian and a proxy no more than
// of the party.
func TestWhoeverMakesAVisitReadsTheWayThere(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	i := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	p := &i.Parties[0]
	p.Details.Address, p.Guardian, p.GuardianAs, p.GuardianPhone = "三组 8 号", "章阿妹", "母亲", "10012340009"
	id := must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, i)).Case
	xu, yu := h.Add("xu", "徐建国", hall.RoleMediator), h.Add("yu", "俞芳", hall.RoleMediator)
	steps(t, d, id, hall.Step{Action: hall.ActAssign, Mediator: xu.Actor().Mediator})
	settle(t, h, d, id, tuesday+60)
	v := must[hall.Consultation](t)(d.PlanFollowUp(ctx, id, 0, tuesday+3, hall.FollowVisit))
	read := func(who *store.Desk) hall.Party {
		stops, _, err := who.Trip(ctx, tuesday+6, 9)
		if err != nil || len(stops) != 1 {
			t.Fatalf("%+v %v", stops, err)
		}
		if f := must[hall.JointFile](t)(who.FollowUp(ctx, v.ID)); f.Case.Parties[0].Details != stops[0].Parties[0].Details {
			t.Errorf("the visit says %+v, the trip %+v", f.Case.Parties[0], stops[0].Parties[0])
		}
		return stops[0].Parties[0]
	}
	if got := read(xu); got.Details.Address != "三组 8 号" || got.Details.Phone != "10012346021" || got.GuardianPhone != "10012340009" {
		t.Errorf("who goes there reads %+v", got)
	}
	if got := read(yu); got.Details.Address != "····" || got.Details.Phone == "10012346021" || got.GuardianPhone == "10012340009" {
		t.Errorf("who has nothing to do there reads %+v", got)
	}
	visits := hall.Consultation{Mediators: []hall.MediatorRef{{ID: yu.Actor().Mediator}}}
	if c := (hall.Case{}); !yu.Actor().Meets(c, visits) || xu.Actor().Meets(c, visits) {
		t.Error("the mediators of a visit are those who make it")
	}
}

// What a household agreed to is a day, an hour and a way: when one of them changes, its promise lapses and
// it has to be told.
func TestWhatAHouseholdAgreedToLapsesWithTheHourAndTheWay(t *testing.T) {
	t.Parallel()
	for what, b := range map[string]struct {
		way  hall.FollowWay
		slot hall.Slot
	}{
		"the hour is dropped":  {hall.FollowVisit, hall.Slot{Day: tuesday + 15}},
		"it is by telephone":   {hall.FollowPhone, at(tuesday+14, 9*60, 60)},
		"it is at another day": {hall.FollowVisit, at(tuesday+15, 9*60, 60)},
	} {
		h := storetest.New(t)
		d, id := settled(t, h, "金阿毛", "沈水根")
		row := nextVisit(t, d, id)
		v := must[hall.Consultation](t)(d.MoveFollowUp(ctx, row.ID, row.Rev, 0, hall.FollowVisit, hall.Booking{Slot: at(tuesday+14, 9*60, 60)}, "约好了"))
		v = must[hall.Consultation](t)(d.Confirm(ctx, v.ID, v.Rev))
		v = must[hall.Consultation](t)(d.MoveFollowUp(ctx, v.ID, v.Rev, 0, b.way, hall.Booking{Slot: b.slot, Mode: hall.ByPhone}, "有事"))
		if e := v.Expected[0]; e.Knows() || !e.Stale {
			t.Errorf("%s: %+v", what, e)
		}
		if n := must[hall.CallList](t)(d.Calls(ctx)).Left(); n != 1 {
			t.Errorf("%s: %d are to be called", what, n)
		}
		h.MustCheck()
	}
}
