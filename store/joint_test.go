package store_test

import (
	"strings"
	"testing"
	"time"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// hard is a case that is being mediated, with a joint consultation proposed.
func hard(t *testing.T, h *storetest.Hall) (*store.Desk, hall.CaseID, hall.Consultation) {
	d := h.Desk(h.Boss)
	id := dispute(t, d, "金阿毛", "沈水根")
	v := must[hall.Consultation](t)(d.ProposeJoint(ctx, id, "药害占几成，两边说法不一"))
	return d, id, v
}

func agreed(t *testing.T, d *store.Desk, v hall.Consultation, given ...bool) hall.Consultation {
	t.Helper()
	f := must[hall.JointFile](t)(d.Joint(ctx, v.ID))
	all := f.Discussion().Questions(f.Case)
	for i, yes := range given {
		all[i].Given, all[i].Day = yes, hall.NewDay(2026, 11, 24)
	}
	return must[hall.Consultation](t)(d.Consents(ctx, v.ID, v.Rev, all))
}

// It is called together with outsiders once every party has agreed to them [law 20]; to whom one does not
// agree is crossed off, and not invited again before the party says otherwise.
func TestOutsidersNeedTheConsentOfTheParties(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d, _, v := hard(t, h)
	station := must[hall.Body](t)(d.SaveBody(ctx, 0, hall.Body{Name: "农技站", Contact: "陆站长", Kind: hall.BodyDepartment}))
	police := must[hall.Body](t)(d.SaveBody(ctx, 0, hall.Body{Name: "派出所", Kind: hall.BodyPolice}))
	me := hall.Invitee{Kind: hall.InviteStaff, ID: uint64(h.Boss.Staff)}
	xu := hall.Invitee{Kind: hall.InviteMediator, ID: uint64(h.Add("xu", "徐建国", hall.RoleMediator).Actor().Mediator)}
	inside := []hall.Invitee{xu, {Kind: hall.InviteBody, ID: uint64(police.ID)}, {Kind: hall.InviteOther, Name: "何律师", As: hall.AsAdviser}}
	all := append(inside, hall.Invitee{Kind: hall.InviteBody, ID: uint64(station.ID)})
	slot := at(hall.NewDay(2026, 11, 26), 9*60, 90)

	v = must[hall.Consultation](t)(d.Invite(ctx, v.ID, v.Rev, me, inside))
	if _, err := d.Consents(ctx, v.ID, v.Rev, nil); code(err) != hall.ErrNoOutsiders {
		t.Errorf("an internal consultation asks nobody: %v", err)
	}
	v = must[hall.Consultation](t)(d.Invite(ctx, v.ID, v.Rev, me, all))
	if _, err := d.Convene(ctx, v.ID, v.Rev, slot, "会诊室", nil, ""); code(err) != hall.ErrConsentFirst || !strings.Contains(err.Error(), "金阿毛") {
		t.Errorf("nobody was asked: %v", err)
	}
	v = agreed(t, d, v, true)
	if _, err := d.Convene(ctx, v.ID, v.Rev, slot, "会诊室", nil, ""); code(err) != hall.ErrConsentFirst || strings.Contains(err.Error(), "金阿毛") {
		t.Errorf("the other side was not asked: %v", err)
	}
	v = agreed(t, d, v, true, false)
	if len(v.Joint.Invited) != 3 || v.Joint.Invited[0].Name != "徐建国" {
		t.Errorf("the other side does not agree: %+v", v.Joint.Invited)
	}
	if _, err := d.Invite(ctx, v.ID, v.Rev, me, all); code(err) != hall.ErrNoConsent {
		t.Errorf("invited all the same: %v", err)
	}
	v = agreed(t, d, v, true, true)
	v = must[hall.Consultation](t)(d.Invite(ctx, v.ID, v.Rev, me, all))
	v = must[hall.Consultation](t)(d.Convene(ctx, v.ID, v.Rev, slot, "会诊室", nil, ""))
	if i := v.Joint.Invited[3]; i.Name != "农技站" || i.Unit != "陆站长" || v.Joint.Convener.Kind != hall.InviteMediator {
		t.Errorf("%+v", v.Joint)
	}
}

// A consent belongs to those it was asked about: who is invited later is asked about anew, who is crossed
// off changes nothing, and a further meeting goes by what was said of whom.
func TestAConsentNamesWhomItIsFor(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d, _, v := hard(t, h)
	me := hall.Invitee{Kind: hall.InviteStaff, ID: uint64(h.Boss.Staff)}
	one, two, three := guest("俞律师"), guest("陆站长"), guest("何会计")
	missing := func(want string, who ...string) {
		t.Helper()
		f := must[hall.JointFile](t)(d.Joint(ctx, v.ID))
		names, whom := f.Unasked()
		if got := strings.Join(whom, " "); got != want || len(names) != len(who) {
			t.Errorf("%v are to be asked about %q, not about %q", names, got, want)
		}
	}
	invite := func(all ...hall.Invitee) {
		t.Helper()
		v = must[hall.Consultation](t)(d.Invite(ctx, v.ID, v.Rev, me, all))
	}
	invite(one, two)
	v = agreed(t, d, v, true, true)
	v = must[hall.Consultation](t)(d.Convene(ctx, v.ID, v.Rev, at(hall.NewDay(2026, 11, 26), 9*60, 90), "会诊室", nil, ""))
	invite(one, two, three)
	missing("何会计", "金阿毛", "沈水根")
	v = agreed(t, d, v, true, false)
	if n := len(v.Joint.Invited); n != 2 {
		t.Errorf("a party refuses the third, and %d are left", n)
	}
	invite(one)
	missing("")
	invite(one, two)
	missing("")

	h.Clock.Set(v.Slot.Day.At(11*60, h.Now().Location()))
	rec := hall.JointRecord{Convener: v.Joint.Convener, Invited: v.Joint.Invited, Line: "按六成算", Opinion: "再调", Who: "陈芳", By: v.Slot.Day + 3}
	rec.Convener.Came = true
	v = must[hall.Consultation](t)(d.RecordJoint(ctx, v.ID, v.Rev, 0, rec))
	v = must[hall.Consultation](t)(d.MeetAgain(ctx, v.ID, v.Rev, "还差一步"))
	missing("")
	invite(one, guest("郑法官"))
	missing("郑法官", "金阿毛", "沈水根")
	if _, err := d.Invite(ctx, v.ID, v.Rev, me, []hall.Invitee{three}); code(err) != hall.ErrNoConsent {
		t.Errorf("the further meeting forgot who was refused: %v", err)
	}
	h.MustCheck()
}

func guest(name string) hall.Invitee { return hall.Invitee{Kind: hall.InviteOther, Name: name} }

// Whoever is invited is booked: another joint consultation cannot have him then, but for
// whom it was said that he cannot come.
func TestInvitedPeopleAndBodiesAreBookedOnce(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d, _, v := hard(t, h)
	station := must[hall.Body](t)(d.SaveBody(ctx, 0, hall.Body{Name: "农技站"}))
	me := hall.Invitee{Kind: hall.InviteStaff, ID: uint64(h.Boss.Staff)}
	xu := hall.Invitee{Kind: hall.InviteMediator, ID: uint64(h.Add("xu", "徐建国", hall.RoleMediator).Actor().Mediator)}
	body := hall.Invitee{Kind: hall.InviteBody, ID: uint64(station.ID)}
	slot := at(hall.NewDay(2026, 11, 26), 9*60, 90)
	if _, err := d.Convene(ctx, v.ID, v.Rev, slot, "会诊室", nil, ""); code(err) != hall.ErrNoConvener {
		t.Errorf("without a convener: %v", err)
	}
	v = must[hall.Consultation](t)(d.Invite(ctx, v.ID, v.Rev, me, []hall.Invitee{body, xu}))
	v = agreed(t, d, v, true, true)
	v = must[hall.Consultation](t)(d.Convene(ctx, v.ID, v.Rev, slot, "会诊室", nil, ""))

	id := dispute(t, d, "丙", "丁")
	w := must[hall.Consultation](t)(d.ProposeJoint(ctx, id, "也要农技站来看"))
	yu := hall.Invitee{Kind: hall.InviteMediator, ID: uint64(h.Add("yu", "俞芳", hall.RoleMediator).Actor().Mediator)}
	w = must[hall.Consultation](t)(d.Invite(ctx, w.ID, w.Rev, yu, []hall.Invitee{body}))
	w = agreed(t, d, w, true, true)
	if _, err := d.Convene(ctx, w.ID, w.Rev, slot, "一室", nil, ""); code(err) != hall.ErrBodyBusy {
		t.Errorf("the body is elsewhere then: %v", err)
	}
	if _, err := d.Book(ctx, id, 0, hall.Booking{Slot: slot, Room: "一室", Mediators: []hall.MediatorID{hall.MediatorID(xu.ID)}}); code(
		err) != hall.ErrMediatorBusy {
		t.Errorf("he is at a joint consultation then: %v", err)
	}
	w = must[hall.Consultation](t)(d.Convene(ctx, w.ID, w.Rev, slot, "一室", []hall.Invitee{body}, ""))
	if w.Joint.Invited[0].Answer != hall.CannotGo {
		t.Errorf("%+v", w.Joint.Invited)
	}
	if _, err := d.Answered(ctx, w.ID, w.Rev, body, hall.Comes, ""); code(err) != hall.ErrBodyBusy {
		t.Errorf("says it comes after all: %v", err)
	}
	if _, err := d.Convene(ctx, v.ID, v.Rev, at(slot.Day+1, 9*60, 90), "会诊室", nil, ""); code(err) != hall.ErrReason {
		t.Errorf("another time without a reason: %v", err)
	}
	v = must[hall.Consultation](t)(d.Convene(ctx, v.ID, v.Rev, at(slot.Day+1, 9*60, 90), "会诊室", nil, "等鉴定"))
	must[hall.Consultation](t)(d.Answered(ctx, w.ID, w.Rev, body, hall.Comes, "")) // now it can
}

// One case goes through all four diagnoses: seen at the door, an appointment, a joint
// consultation with its tasks, an agreement, the follow-ups, a relapse.
func TestOneCaseThroughAllFourDiagnoses(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	res := seen(t, d, "金阿毛", false)
	must[hall.VisitRow](t)(d.CallNext(ctx, "一室"))
	if err := d.StartVisit(ctx, res.Consultation, 0); err != nil {
		t.Fatal(err)
	}
	walk := must[hall.Consultation](t)(d.Visit(ctx, res.Consultation))
	end := hall.Ending{Outcome: hall.AcceptedNow}
	id := must[hall.IntakeResult](t)(d.EndVisit(ctx, walk.ID, walk.Rev, 0, end)).Case

	app := must[hall.Consultation](t)(d.Book(ctx, id, 0, hall.Booking{Slot: at(hall.NewDay(2026, 11, 25), 9*60, 60), Room: "一室"}))
	h.Clock.Set(time.Date(2026, 11, 25, 8, 50, 0, 0, h.Now().Location()))
	must[hall.IntakeResult](t)(d.Arrive(ctx, app.ID, 0))
	must[hall.VisitRow](t)(d.Call(ctx, app.ID, "一室"))
	if err := d.StartVisit(ctx, app.ID, 0); err != nil {
		t.Fatal(err)
	}
	app = must[hall.Consultation](t)(d.Visit(ctx, app.ID))
	must[hall.IntakeResult](t)(d.EndVisit(ctx, app.ID, app.Rev, 0, hall.Ending{Outcome: hall.AdviceOnly, Advice: "数额相差太大，提请会诊"}))

	v := must[hall.Consultation](t)(d.ProposeJoint(ctx, id, "数额相差太大"))
	his := h.Add("xu", "徐建国", hall.RoleMediator)
	xu := hall.Invitee{Kind: hall.InviteMediator, ID: uint64(his.Actor().Mediator)}
	lawyer := hall.Invitee{Kind: hall.InviteOther, Name: "俞律师", Unit: "村法律顾问"}
	v = must[hall.Consultation](t)(d.Invite(ctx, v.ID, v.Rev, hall.Invitee{Kind: hall.InviteStaff, ID: uint64(h.Boss.Staff)}, []hall.Invitee{xu, lawyer}))
	v = agreed(t, d, v, true, true)
	v = must[hall.Consultation](t)(d.Agenda(ctx, v.ID, v.Rev, "一、责任"))
	day := hall.NewDay(2026, 11, 26)
	v = must[hall.Consultation](t)(d.Convene(ctx, v.ID, v.Rev, at(day, 9*60, 90), "会诊室", nil, ""))
	rec := hall.JointRecord{Invited: v.Joint.Invited, Line: "按药害六成算", Opinion: "由承办人按此再调一次", Who: "陈芳", By: day + 5,
		Tasks: []hall.Task{{What: "请农技站出书面意见", Who: "徐建国", Due: day + 3}}}
	rec.Invited[0].Came, rec.Invited[0].Opinion = true, "同意六成"
	rec.Invited[1].Came, rec.Invited[1].Dissent = true, "认为五成"
	if _, err := d.RecordJoint(ctx, v.ID, v.Rev, 0, rec); code(err) != hall.ErrNotBegun {
		t.Errorf("written down before it was held: %v", err)
	}
	h.Clock.Set(day.At(11*60, h.Now().Location()))
	v = must[hall.Consultation](t)(d.RecordJoint(ctx, v.ID, v.Rev, 0, rec))
	board := must[hall.Board](t)(d.Board(ctx))
	due := func(k hall.DueKind) *hall.DueRow {
		for i := range board.Due {
			if board.Due[i].Kind == k {
				return &board.Due[i]
			}
		}
		return nil
	}
	var task *hall.DueRow
	for i, r := range board.Due {
		if r.Kind == hall.DueTask && r.Who == "徐建国" {
			task = &board.Due[i]
		}
	}
	if todo := due(hall.DueTask); todo == nil || todo.Who != "陈芳" || todo.What != rec.Opinion || todo.Day != rec.By || !todo.Mine {
		t.Errorf("what was agreed on is not a task of who carries it out: %+v", board.Due)
	}
	if task == nil || task.What != "请农技站出书面意见" || task.Who != "徐建国" || task.Case != id {
		t.Fatalf("the board shows %+v", board.Due)
	}
	if own := must[hall.Board](t)(his.Board(ctx)).Due; task.Mine || len(own) == 0 || own[0].Kind != hall.DueTask || !own[0].Mine {
		t.Errorf("what is his to do does not come first on his own board: %+v", own)
	}
	if _, err := d.DoneTask(ctx, task.Task, 1, ""); code(err) != hall.ErrRequired {
		t.Errorf("done, with no result: %v", err)
	}
	must[hall.Task](t)(d.DoneTask(ctx, task.Task, 1, "意见书已到"))
	if _, err := d.DoneTask(ctx, task.Task, 2, "又一次"); code(err) != hall.ErrTaskDone {
		t.Errorf("done twice: %v", err)
	}

	file := must[hall.CaseFile](t)(d.Case(ctx, id))
	step := func(s hall.Step) {
		t.Helper()
		c := must[hall.Case](t)(d.Step(ctx, id, file.Case.Rev, 0, s))
		file.Case = c
	}
	if !file.Case.Has(h.Boss.Mediator) {
		step(hall.Step{Action: hall.ActAssign, Mediator: h.Boss.Mediator})
	}
	step(hall.Step{Action: hall.ActSession, Session: &hall.Session{At: h.Now(), Statements: "各让一步", Result: hall.ResultSettled}})
	step(hall.Step{Action: hall.ActAgree, Agreement: &hall.Agreement{Written: true, Made: day, Terms: "赔六成", PerformBy: day + 10}})
	if rows := must[hall.VisitPage](t)(d.FollowUps(ctx, hall.StageOpen, 10)); len(rows.Rows) != 0 {
		t.Errorf("planned before it is in force: %+v", rows)
	}
	step(hall.Step{Action: hall.ActSign, PartiesSigned: day, MediatorSigned: day, Sealed: day})
	rows := must[hall.VisitPage](t)(d.FollowUps(ctx, hall.StageOpen, 10)).Rows
	if len(rows) != 2 || rows[0].Day != day+11 || rows[1].Day != day+30 {
		t.Fatalf("planned: %+v", rows)
	}
	first := rows[0]
	moved := must[hall.Consultation](t)(d.MoveFollowUp(ctx, first.ID, first.Rev, 0, hall.FollowVisit, hall.Booking{Slot: hall.Slot{Day: day + 12}}, "那天他们不在"))
	step(hall.Step{Action: hall.ActPerform, Day: day})
	if n := len(must[hall.VisitPage](t)(d.FollowUps(ctx, hall.StageOpen, 10)).Rows); n != 2 {
		t.Errorf("%d follow-ups after it was performed; what was moved stays", n)
	}

	h.Clock.Set((day + 12).At(15*60, h.Now().Location()))
	trip, rest, err := d.Trip(ctx, day+40, 10)
	if err != nil || rest != 0 || len(trip) != 2 || trip[0].Visit.Day != day+12 || trip[0].Terms != "赔六成" {
		t.Errorf("for one trip: %+v %d %v", trip, rest, err)
	}
	note := hall.FollowUpRecord{On: day + 12, Performance: hall.PerformanceFull, Findings: "又吵起来", Relapse: hall.RelapseBack}
	if _, err := d.RecordFollowUp(ctx, moved.ID, moved.Rev, 0, note); code(err) != hall.ErrMeasures {
		t.Errorf("came back, and nothing is done about it: %v", err)
	}
	note.Measures = "重新调解"
	note.Next = hall.NextFollowUp(note)
	must[hall.Consultation](t)(d.RecordFollowUp(ctx, moved.ID, moved.Rev, 0, note))
	open := must[hall.VisitPage](t)(d.FollowUps(ctx, hall.StageOpen, 10)).Rows
	if len(open) != 2 || open[0].Day != day+19 {
		t.Errorf("the next visit: %+v", open)
	}
	if done := must[hall.VisitPage](t)(d.FollowUps(ctx, hall.StageEnded, 10)); len(done.Rows) != 1 || done.Rows[0].Relapse != hall.RelapseBack || done.Total != 1 {
		t.Errorf("made: %+v", done)
	}
	step(hall.Step{Action: hall.ActReopen, Reason: "又吵起来"})
	if open = must[hall.VisitPage](t)(d.FollowUps(ctx, hall.StageOpen, 10)).Rows; len(open) != 0 {
		t.Errorf("still looked after, though the case was taken up again: %+v", open)
	}
	kinds := map[hall.Kind]bool{}
	for _, c := range must[hall.CaseFile](t)(d.Case(ctx, id)).Consultations {
		kinds[c.Kind] = true
	}
	if len(kinds) != 4 {
		t.Errorf("the dossier shows %v", kinds)
	}
}

// A time at which a party has to be elsewhere is no common time.
func TestCommonTimesLeaveThePartiesFree(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d, id, v := hard(t, h)
	v = must[hall.Consultation](t)(d.Invite(ctx, v.ID, v.Rev, hall.Invitee{Kind: hall.InviteStaff, ID: uint64(h.Boss.Staff)}, nil))
	day := hall.NewDay(2026, 11, 25)
	must[hall.Consultation](t)(d.Book(ctx, id, 0, hall.Booking{Slot: at(day, 8*60+30, 120), Mode: hall.ByVideo}))
	found := must[hall.Times](t)(d.FindTimes(ctx, v.ID, day, day, 60)).Found
	if len(found) == 0 || found[0].Slot != at(day, 10*60+30, 60) {
		t.Fatalf("found %+v", found)
	}
	must[hall.Consultation](t)(d.Convene(ctx, v.ID, v.Rev, found[0].Slot, found[0].Room, nil, ""))
}

// A follow-up at an hour takes the time of whom it goes to.
func TestATimedFollowUpTakesThePartysTime(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	d, day := w.desks[0], hall.NewDay(2026, 12, 8)
	must[hall.Consultation](t)(d.MoveFollowUp(ctx, w.visits[0], 0, 0, hall.FollowVisit, hall.Booking{Slot: at(day, 9*60, 60)}, "约好了"))
	if _, err := d.Book(ctx, w.on[0], 0, hall.Booking{Slot: at(day, 9*60+30, 30), Mode: hall.ByPhone}); code(err) != hall.ErrPartyBusy {
		t.Errorf("the applicant is visited at home then: %v", err)
	}
}

// An organisation can send two people to two places: that is shown and left to the person.
func TestAnOrganisationMayBeInTwoPlaces(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	var on []hall.CaseID
	for _, name := range []string{"甲", "乙"} {
		in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
		in.Parties[0].Details = hall.Details{Name: name}
		in.Parties[1].Details = hall.Details{Kind: hall.Organisation, Name: "百官建筑公司", Phone: "10012340099"}
		on = append(on, must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, in)).Case)
	}
	b := hall.Booking{Slot: at(hall.NewDay(2026, 11, 25), 9*60, 60), Room: "一室"}
	must[hall.Consultation](t)(d.Book(ctx, on[0], 0, b))
	b.Room = "二室"
	clashes := must[[]hall.Clash](t)(d.Clashes(ctx, 0, on[1], b))
	if len(clashes) != 1 || !clashes[0].Soft || clashes[0].Err.Code != hall.ErrOrgBusy {
		t.Errorf("%+v", clashes)
	}
	must[hall.Consultation](t)(d.Book(ctx, on[1], 0, b))
}

// The parties of a joint consultation that is called off are told of that, too; a notice put down by mistake is
// put right, and the journal does not say that they were told.
func TestPartiesHearThatAJointConsultationIsCalledOff(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d, _, v := hard(t, h)
	v = must[hall.Consultation](t)(d.Invite(ctx, v.ID, v.Rev, hall.Invitee{Kind: hall.InviteStaff, ID: uint64(h.Boss.Staff)}, nil))
	v = must[hall.Consultation](t)(d.Convene(ctx, v.ID, v.Rev, at(hall.NewDay(2026, 11, 26), 9*60, 90), "会诊室", nil, ""))
	if _, err := d.Notify(ctx, v.ID, 0, hall.Notice{Void: true}, 0); code(err) != hall.ErrNobodyTold {
		t.Errorf("nobody was told: %v", err)
	}
	must[hall.Consultation](t)(d.Notify(ctx, v.ID, 0, hall.Notice{Reached: true}, 0))
	ok1(t, d.CancelAppointment(ctx, v.ID, "撤回"))
	must[hall.Consultation](t)(d.Notify(ctx, v.ID, 0, hall.Notice{Reached: true}, 0))
	if left := must[hall.CallList](t)(d.Calls(ctx)).Left(); left != 0 {
		t.Errorf("%d are to be rung up", left)
	}
	must[hall.Consultation](t)(d.Notify(ctx, v.ID, 0, hall.Notice{Void: true}, 0))
	if left := must[hall.CallList](t)(d.Calls(ctx)).Left(); left != 1 {
		t.Errorf("%d are to be rung up, by mistake it was put down that they were", left)
	}
	if e := must[hall.Board](t)(d.Board(ctx)).Recent[0]; e.Deed != hall.DeedUntold || e.Args["name"] != "金阿毛" {
		t.Errorf("the journal says %+v", e)
	}
}

// A consent that was given to a meeting on a day lapses when the day changes, and is asked for again; one
// to the people alone, before there was a day, stands, and so does a refusal.
func TestAConsentToADayLapsesWithIt(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d, _, v := hard(t, h)
	me, day := hall.Invitee{Kind: hall.InviteStaff, ID: uint64(h.Boss.Staff)}, hall.NewDay(2026, 11, 26)
	whom := func() string {
		_, whom := must[hall.JointFile](t)(d.Joint(ctx, v.ID)).Unasked()
		return strings.Join(whom, " ")
	}
	v = must[hall.Consultation](t)(d.Invite(ctx, v.ID, v.Rev, me, []hall.Invitee{guest("俞律师")}))
	v = agreed(t, d, v, true, true)
	v = must[hall.Consultation](t)(d.Convene(ctx, v.ID, v.Rev, at(day, 9*60, 90), "会诊室", nil, ""))
	v = must[hall.Consultation](t)(d.Invite(ctx, v.ID, v.Rev, me, []hall.Invitee{guest("俞律师"), guest("陆站长"), guest("何会计")}))
	v = agreed(t, d, v, true, true)
	v = must[hall.Consultation](t)(d.Convene(ctx, v.ID, v.Rev, at(day, 14*60+30, 90), "会诊室", nil, "下午"))
	if got := whom(); got != "" {
		t.Errorf("another hour of the day asks about %s", got)
	}
	v = must[hall.Consultation](t)(d.Convene(ctx, v.ID, v.Rev, at(day+1, 9*60, 90), "会诊室", nil, "改天"))
	if got := whom(); got != "陆站长 何会计" {
		t.Errorf("another day asks about %q", got)
	}
	if f := must[hall.JointFile](t)(d.Joint(ctx, v.ID)); f.Next(h.Now()) != hall.OpConsents {
		t.Errorf("next is %s", f.Next(h.Now()))
	}
	v = agreed(t, d, v, true, true)
	if got := whom(); got != "" {
		t.Errorf("asked again, and %s left", got)
	}
	rows := must[[]hall.VisitRow](t)(d.Appointments(ctx, day+1, day+1))
	v = must[hall.Consultation](t)(d.Rebook(ctx, rows[0].ID, 0, hall.Booking{Slot: at(day+4, 9*60, 90), Room: "会诊室"}, "再改"))
	if got := whom(); got != "陆站长 何会计" {
		t.Errorf("moved in the calendar, it asks about %q", got)
	}
}
