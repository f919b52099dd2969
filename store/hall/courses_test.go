package hall

import (
	"slices"
	"testing"
	"time"
)

// walk goes through every row of a course: every state, every operation, every role. A record
// is made for each state; who may at all must find a way for each row.
func walk[R any, S, O comparable](t *testing.T, name string, c Course[R, S, O], states []S, record func(S, O) R) {
	now := at("2026-11-24 10:00")
	for i, row := range c.Rows {
		if row.Right == MayNothing || holders(row.Right) == 0 {
			t.Errorf("%s, row %d (%v): nobody may", name, i, row.Op)
		}
		if row.Whose.Own != nil && row.Whose.Not == nil {
			t.Errorf("%s, row %d (%v): nobody says whose it is", name, i, row.Op)
		}
		var zero O
		if row.Asks && row.Back != zero {
			t.Errorf("%s, row %d (%v): it asks first, and is taken back by %v", name, i, row.Op, row.Back)
		}
		for _, other := range c.Rows[:i] {
			for _, s := range row.From {
				if other.Op == row.Op && slices.Contains(other.From, s) {
					t.Errorf("%s: %v stands twice for state %v", name, row.Op, s)
				}
			}
		}
		for _, s := range append(slices.Clone(row.From), row.To...) {
			if !slices.Contains(states, s) {
				t.Errorf("%s, row %d (%v): state %v is not among those tried", name, i, row.Op, s)
			}
		}
	}
	for _, s := range states {
		for _, op := range c.Ops() {
			r := record(s, op)
			if got := c.State(r); got != s {
				t.Fatalf("%s: the record for state %v stands in %v", name, s, got)
			}
			row, ok := c.At(s, op)
			for _, role := range AllRoles() {
				by := Actor{Staff: 9, Name: "路人", Roles: role}
				err := Why(c, r, op, by, now)
				switch {
				case err != nil && err.Code == "":
					t.Errorf("%s: %v in state %v is refused without a word", name, op, s)
				case err == nil && (!ok || !by.May(row.Right)):
					t.Errorf("%s: role %d does %v in state %v", name, role, op, s)
				}
			}
			if err := Why(c, r, op, boss(), now); ok && err != nil {
				t.Errorf("%s: who holds every role cannot do %v in state %v: %v", name, op, s, err)
			}
		}
	}
}

func TestEveryRowOfEveryCourse(t *testing.T) {
	t.Parallel()
	now, today := at("2026-11-24 10:00"), NewDay(2026, 11, 24)
	me := MediatorRef{1, "陈芳"}
	early := time.Time{}.Add(time.Hour)
	walk(t, "case", CaseCourse(), States(), func(s State, a Action) Case {
		c := dispute()
		c.State, c.Sessions, c.LastResult = s, 1, ResultSettled
		c.Assigned = []Assignment{{Mediator: me, Chair: true, From: now}}
		if a != ActAgree {
			c.Agreements = []Agreement{{No: 1, Written: a == ActSign, Made: today, Terms: "改"}}
		}
		if a == ActOpenTalks {
			c.Talks = []ClosedTalks{{Asked: "章雪琴"}}
		}
		if a == ActCourt {
			c.Agreements[0].Confirmations = []Confirmation{{Applied: today}}
		}
		return c
	})
	walk(t, "correction", CorrectionCourse(), States(), func(s State, _ Op) Case {
		c := dispute()
		c.State = s
		return c
	})
	both := []bool{false, true}
	kinds := []AgreementState{AgreementNone, AgreementUnsigned, AgreementInForce, AgreementKept, AgreementUnkept, AgreementEnded}
	walk(t, "agreement", AgreementCourse(), kinds, func(s AgreementState, _ Action) Case {
		a := Agreement{No: 1, Written: s == AgreementUnsigned, Made: today}
		switch s {
		case AgreementNone:
			return Case{}
		case AgreementKept:
			a.Performed = today
		case AgreementUnkept:
			a.Unkept = &Unkept{Day: today}
		case AgreementEnded:
			a.Fate = FateRescinded
		}
		return Case{Agreements: []Agreement{a}}
	})
	walk(t, "plan", PlanCourse(), States(), func(s State, _ Op) CaseFile {
		return CaseFile{Case: Case{State: s, Agreements: []Agreement{{Made: today}}}}
	})
	slot, told := Slot{Day: today, From: 9 * 60, To: 10 * 60}, []Expected{{Name: "沈文华", Told: true, Knew: true}}
	visits := []ConsultState{Waiting, Called, Started, Ended, SkippedOut, GoneAway, NoShow, Proposed}
	walk(t, "walk-in", WalkInCourse(), visits, func(s ConsultState, o Op) VisitRow {
		day := today
		if o == OpAgain {
			day--
		}
		r := VisitRow{State: s, Number: 2, Day: day, LastOp: OpCall, LastAt: now}
		if o == OpAmend { // of whom only the name is known, nothing more is put right
			r.Type = "neighbours"
		}
		return r
	})
	walk(t, "appointment", AppointmentCourse(), visits, func(s ConsultState, _ Op) SlotFile {
		return SlotFile{Consultation: Consultation{Kind: Appointment, State: s, Slot: slot, Expected: append([]Expected{{Name: "吴雅琴", Stale: true}}, told...)}}
	})
	walk(t, "joint consultation", JointCourse(), visits, func(s ConsultState, o Op) JointFile {
		v := Consultation{Kind: Joint, State: s, Slot: slot, Expected: told,
			Joint: &Discussion{Convener: Invitee{Name: "陈芳"}, Invited: []Invitee{{Name: "派出所", Stale: true}}}}
		switch o {
		case OpInvite:
			v.Slot.Day++
		case OpConsents:
			v.Joint.Invited[0].Kind = InviteOther
		}
		return JointFile{Consultation: v, Tasks: []Task{{ID: 1}}}
	})
	walk(t, "follow-up", FollowUpCourse(), visits, func(s ConsultState, _ Op) JointFile {
		return JointFile{Consultation: Consultation{Kind: FollowUp, State: s, Visit: &Visit{Relapse: RelapseBack}, Expected: told},
			Case: Case{State: Performed, Agreements: []Agreement{{Made: today}}}}
	})
	walk(t, "task", TaskCourse(), []TaskState{TaskOpen, TaskDone, TaskOff}, func(s TaskState, _ Op) Task {
		return map[TaskState]Task{TaskDone: {Done: today}, TaskOff: {Off: today}}[s]
	})
	walk(t, "shift", ShiftCourse(), []DutyState{DutyStands, DutyOff, DutyReplaced}, func(s DutyState, o Op) DutyRow {
		return DutyRow{Shift: Shift{State: s, Kind: DutyCounty, Day: today, People: []DutyRef{{Name: "裘敏"}}}}
	})
	walk(t, "duty", OnDutyCourse(), both, func(on bool, _ Op) DutyDay {
		d := DutyDay{Day: today, Open: []OpenHandover{{Items: []HandItem{{What: "钥匙"}}}},
			Rows: []DutyRow{{Places: []DutyPlace{{Who: DutyRef{Name: "沈大伯", Kind: InviteOther}}}}}}
		if on {
			d.Mine = &SignIn{Took: []HandItem{{What: "钥匙", Accepted: early}}}
		}
		return d
	})
	walk(t, "item", ItemCourse(), []HandState{HandOpen, HandTaken, HandDone, HandPassed}, func(s HandState, _ Op) HandItem {
		return []HandItem{{}, {Accepted: early}, {Accepted: early, Done: early}, {Accepted: early, Passed: true}}[s]
	})
	walk(t, "sign-in for another", OtherCourse(), []Attendance{DutyAhead, DutyHere, DutyGone}, func(s Attendance, op Op) Other {
		o := map[Attendance]Other{DutyAhead: {}, DutyHere: {Signed: &SignIn{In: early}}, DutyGone: {Signed: &SignIn{In: early, Out: early}}}[s]
		if o.Day = today; op == OpInLate {
			o.Day--
		}
		return o
	})
	walk(t, "sign-in", AttendanceCourse(), both, func(ended bool, _ Op) SignIn {
		s := SignIn{Name: "裘敏", Staff: 5, Day: today - 1, In: early}
		if ended {
			s.Out = early
		}
		return s
	})
	walk(t, "swap", SwapCourse(), []SwapState{SwapAsked, SwapDone, SwapRefused, SwapRecalled, SwapLapsed, SwapUndone}, func(s SwapState, _ Op) SwapRow {
		return SwapRow{DutySwap: DutySwap{State: s}, Side: 1}
	})
	walk(t, "leave", LeaveCourse(), both, func(off bool, _ Op) Leave { return Leave{Off: off} })
	walk(t, "organisation", OrgCourse(), both, func(closed bool, _ Op) OrgRow {
		r := OrgRow{Level: Township, Due: today}
		if closed {
			r.Closed = today
		}
		return r
	})
	walk(t, "studio", StudioCourse(), both, func(closed bool, _ Op) Studio {
		if closed {
			return Studio{Closed: today}
		}
		return Studio{}
	})
	walk(t, "mediator", MediatorCourse(), []MediatorStatus{Active, Suspended, Left}, func(s MediatorStatus, _ Op) MediatorFile {
		m := Mediator{ID: 3, Status: s, Terms: []Term{{}}, Posts: []Post{{From: 1}}, Filings: []Filing{{Due: today}}}
		return MediatorFile{Mediator: m, Pairs: []Pair{{From: 1}}}
	})
	walk(t, "pair", PairCourse(), both, func(over bool, _ Op) Pair {
		if over {
			return Pair{To: today}
		}
		return Pair{}
	})
	walk(t, "order", OrderCourse(), OrderStates(), func(s OrderState, o Op) Order {
		r := Order{State: s, Sent: today, N: 7, SignedBy: 3, SignedAs: "裘敏"}
		if o == OpOrderPart {
			r.Case = 4
		}
		return r
	})
	walk(t, "account", AccountCourse(), both, func(off bool, _ Op) StaffRow { return StaffRow{ID: 5, Off: off} })
	var drafts []DraftKind
	for k := DraftIntake; k <= DraftSettlement; k++ {
		drafts = append(drafts, k)
	}
	walk(t, "draft", DraftCourse(), drafts, func(k DraftKind, _ Op) DraftSeen { return DraftSeen{Draft: Draft{Kind: k, By: 5}} })
}

// Whoever is not on a case tells its mediators, or the head, that it is to end: for every deed
// that ends one alike. While nobody is on it the desk may.
func TestWhoMayEndACase(t *testing.T) {
	t.Parallel()
	now := at("2026-11-24 10:00")
	own := Actor{Staff: 1, Mediator: 1, Roles: RoleMediator}
	other := Actor{Staff: 2, Mediator: 2, Roles: RoleMediator}
	desk := Actor{Staff: 3, Roles: FrontDesk}
	head := Actor{Staff: 4, Roles: Head}
	taken := dispute()
	taken.State, taken.Assigned = Mediating, []Assignment{{Mediator: MediatorRef{1, "徐建国"}, Chair: true, From: now}}
	free := dispute()
	free.State = Accepted
	for _, a := range []Action{ActFail, ActTerminate, ActWithdraw, ActTransfer} {
		for who, want := range map[*Actor]bool{&own: true, &head: true, &other: false, &desk: false} {
			if err := Why(CaseCourse(), taken, a, *who, now); (err == nil) != want {
				t.Errorf("action %d, a case with a mediator, %+v: %v", a, *who, err)
			}
		}
		if a == ActFail { // nobody has sat with the parties yet
			continue
		}
		for who, want := range map[*Actor]bool{&desk: true, &head: true, &own: false, &other: false} {
			if err := Why(CaseCourse(), free, a, *who, now); (err == nil) != want {
				t.Errorf("action %d, a case that nobody is on, %+v: %v", a, *who, err)
			}
		}
	}
}

// A case is discussed together once at a time: until the one was held, or cancelled.
func TestOneJointConsultationAtATime(t *testing.T) {
	t.Parallel()
	now := at("2026-11-24 10:00")
	f := CaseFile{Case: Case{State: Mediating}}
	for s, free := range map[ConsultState]bool{Proposed: false, Waiting: false, Ended: true, GoneAway: true} {
		f.Consultations = []Consultation{{ID: 7, Kind: Joint, State: s}}
		err := Why(PlanCourse(), f, OpPropose, boss(), now)
		if (err == nil) != free || err != nil && (err.Code != ErrJointThere || err.Args["id"] != ConsultationID(7)) {
			t.Errorf("beside one in state %d: %v", s, err)
		}
	}
}
