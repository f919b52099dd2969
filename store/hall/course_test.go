package hall

import (
	"errors"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var zone = Defaults().Zone

func at(s string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", s, zone)
	if err != nil {
		panic(err)
	}
	return t
}

func rules(now time.Time) Rules {
	n := 0
	return Rules{
		Settings: Defaults(), Now: now,
		Find: func(id MediatorID) (Mediator, error) {
			return Mediator{ID: id, Name: [...]string{"", "徐建国", "俞芳", "金阿毛"}[id], Village: "大桥村"}, nil
		},
		Allot: func(year int) (string, int, error) { n++; return CaseNumber(Defaults().Number, "百", year, n), n, nil },
	}
}

func boss() Actor { return Actor{Staff: 1, Mediator: 1, Name: "陈芳", Roles: 31} }

func dispute() Case {
	return Case{Matter: Matter{Type: "neighbours", Facts: "滴水"}, Parties: []Party{
		{Side: Applicant, Details: Details{Name: "章雪琴", Village: "小港村"}}, {Side: Respondent, Details: Details{Name: "章阿根", Village: "小港村"}},
	}}
}

func code(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

// takeAll applies steps and fails the test at the first that is refused.
func takeAll(t testing.TB, c *Case, r Rules, steps ...Step) {
	t.Helper()
	for _, s := range steps {
		if err := Apply(c, s, boss(), r); err != nil {
			t.Fatalf("action %d in state %d: %v", s.Action, c.State, err)
		}
	}
}

func session(res SessionResult, now time.Time) Step {
	return Step{Action: ActSession, Session: &Session{At: now, Statements: "双方各述", Result: res}}
}

// Every action is in the table, every row has an action that does it, and no state but the
// last is a dead end.
func TestCourseIsWhole(t *testing.T) {
	seen := map[Action]bool{}
	leaves := map[State]bool{}
	reached := map[State]bool{Registered: true}
	pairs := map[[2]int]bool{}
	for _, row := range CaseCourse().Rows {
		seen[row.Op] = true
		for _, s := range row.From {
			pair := [2]int{int(row.Op), int(s)}
			if pairs[pair] {
				t.Errorf("action %d stands twice for state %d", row.Op, s)
			}
			pairs[pair] = true
			if len(row.To) > 0 {
				leaves[s] = true
			}
		}
		for _, s := range row.To {
			reached[s] = true
		}
	}
	for _, a := range Actions() {
		if !seen[a] {
			t.Errorf("action %d is on no row", a)
		}
	}
	listed := map[Action]bool{}
	for _, a := range append(append(Actions(), AgreementActions()...), TalksActions()...) {
		listed[a] = true
	}
	if n := len(CaseCourse().Ops()); len(listed) != n {
		t.Errorf("%d actions stand on a menu, there are %d", len(listed), n)
	}
	for _, s := range States() {
		if !reached[s] {
			t.Errorf("state %d is never reached", s)
		}
		if !leaves[s] && s != Filed {
			t.Errorf("nothing leads out of state %d", s)
		}
	}
}

// Whatever is tried in whatever order: a step lands only where the table says, numbers are
// given once and only on acceptance, a settled case has an agreement in force, and who is on
// the case is there once with one chair.
func TestRandomStepsKeepToTheCourse(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		now := at("2026-01-31 09:00")
		c, r := dispute(), rules(now)
		allotted := 0
		allot := r.Allot
		r.Allot = func(y int) (string, int, error) { allotted++; return allot(y) }
		for range rapid.IntRange(1, 40).Draw(rt, "steps") {
			r.Now = r.Now.Add(time.Duration(rapid.IntRange(0, 72).Draw(rt, "hours")) * time.Hour)
			s := randomStep(rt, r)
			before := c
			before.Assigned = slices.Clone(c.Assigned)
			was := c.State
			trial := c
			err := Apply(&trial, s, boss(), r)
			if err != nil {
				if code(err) == "" {
					rt.Fatalf("an error without a code: %v", err)
				}
				if !slices.Equal(before.Assigned, c.Assigned) {
					rt.Fatal("a refused step changed the case")
				}
				continue
			}
			c = trial
			row, ok := CaseCourse().At(was, s.Action)
			if !ok || len(row.To) == 0 && c.State != was || len(row.To) > 0 && !slices.Contains(row.To, c.State) {
				rt.Fatalf("action %d led from %d to %d", s.Action, was, c.State)
			}
			checkCase(rt, c, allotted)
		}
	})
}

func checkCase(rt *rapid.T, c Case, allotted int) {
	if (c.Number != "") != (allotted == 1) || allotted > 1 {
		rt.Fatalf("number %q after %d were allotted", c.Number, allotted)
	}
	if c.State == Performing && (c.Agreement() == nil || c.Agreement().Effective() == 0) {
		rt.Fatal("performing without an agreement in force")
	}
	seen, chairs := map[MediatorID]bool{}, 0
	for _, a := range c.Assigned {
		if !a.To.IsZero() {
			continue
		}
		if seen[a.Mediator.ID] {
			rt.Fatal("a mediator is on the case twice")
		}
		seen[a.Mediator.ID] = true
		if a.Chair {
			chairs++
		}
	}
	if len(seen) > 0 && chairs != 1 {
		rt.Fatalf("%d chairs", chairs)
	}
}

func randomStep(rt *rapid.T, r Rules) Step {
	today := DayOf(r.Now)
	day := today + Day(rapid.IntRange(-40, 3).Draw(rt, "day"))
	text := func(label string) string { return rapid.SampledFrom([]string{"", "因故"}).Draw(rt, label) }
	id := func(label string) MediatorID { return MediatorID(rapid.IntRange(1, 3).Draw(rt, label)) }
	s := Step{
		Action: rapid.SampledFrom(Actions()).Draw(rt, "action"), Day: day, Reason: text("reason"), Referral: text("referral"), To: text("to"),
		Both: rapid.Bool().Draw(rt, "both"), Mediator: id("mediator"), Leaving: id("leaving"), Chair: rapid.Bool().Draw(rt, "chair"),
		Override: rapid.Bool().Draw(rt, "override"),
		LateWhy:  text("latewhy"), Until: day + Day(rapid.IntRange(0, 60).Draw(rt, "until")), Pause: Pause(rapid.IntRange(0, 1).Draw(rt, "pause")),
		PartiesSigned: day, MediatorSigned: day, Sealed: Day(rapid.SampledFrom([]Day{0, day}).Draw(rt, "sealed")),
	}
	s.Session = &Session{At: r.Now, Statements: text("said"), Result: SessionResult(rapid.IntRange(0, 2).Draw(rt, "result"))}
	s.Agreement = &Agreement{
		Written: rapid.Bool().Draw(rt, "written"), Made: day, Terms: text("terms"), PerformBy: day + 10, OnSpot: rapid.Bool().Draw(rt, "spot"), WhyOral: text("oral"),
	}
	s.Report = Report{At: r.Now, To: Authority(rapid.IntRange(0, 3).Draw(rt, "authority")), Who: text("officer")}
	s.Amend = &Matter{Type: "neighbours", Facts: text("facts")}
	return s
}

func TestWhyNot(t *testing.T) {
	r := rules(at("2026-11-24 10:00"))
	c := dispute()
	stranger := Actor{Staff: 2, Mediator: 3, Name: "金阿毛", Roles: RoleMediator}
	for _, step := range []struct {
		what  string
		a     Action
		by    Actor
		want  Code
		apply []Step
	}{
		{"a mediator does not accept", ActAccept, stranger, ErrForbidden, nil},
		{"no session before acceptance", ActSession, boss(), ErrState, []Step{{Action: ActAccept}}},
		{"nor before somebody is assigned", ActSession, boss(), ErrNoMediator, []Step{{Action: ActAssign, Mediator: 1}}},
		{"others' cases are not mine", ActSession, stranger, ErrNotYours, []Step{session(ResultContinue, r.Now)}},
		{"an agreement needs a settlement", ActAgree, boss(), ErrNoSettled, []Step{session(ResultSettled, r.Now)}},
		{"nothing to sign", ActSign, boss(), ErrState, []Step{
			{Action: ActAgree, Agreement: &Agreement{Written: true, Made: NewDay(2026, 11, 24), Terms: "改", PerformBy: NewDay(2026, 12, 1)}}}},
		{"not performed before it binds", ActPerform, boss(), ErrNotInForce, nil},
	} {
		err := Why(CaseCourse(), c, step.a, step.by, r.Now)
		if err == nil || err.Code != step.want {
			t.Errorf("%s: %v, want %s", step.what, err, step.want)
		}
		takeAll(t, &c, r, step.apply...)
	}
	c.State, c.Agreement().Confirmations = Performing, []Confirmation{{}}
	c.Agreement().PartiesSigned, c.Agreement().MediatorSigned, c.Agreement().Sealed = 1, 1, 1
	if err := Why(CaseCourse(), c, ActConfirm, boss(), r.Now); err == nil || err.Code != ErrApplied {
		t.Errorf("applied for twice: %v", err)
	}
}

func TestNumberOfDaysAndLimits(t *testing.T) {
	c, r := dispute(), rules(at("2026-01-31 09:00"))
	c.Difficulty = Difficult
	takeAll(t, &c, r, Step{Action: ActAccept}, Step{Action: ActAssign, Mediator: 1})
	if c.Deadline != NewDay(2026, 3, 2) || // without a table 28 February is a Saturday
		c.Goal != NewDay(2026, 2, 20) || c.Respond != NewDay(2026, 2, 2) { // the first working day
		t.Fatalf("limit %v, goal %v, response %v", c.Deadline, c.Goal, c.Respond)
	}
	r.Now = at("2026-02-05 09:00")
	if err := Apply(&c, Step{Action: ActPause, Reason: "鉴定"}, boss(), r); code(err) != ErrRequired {
		t.Errorf("paused without an end: %v", err)
	}
	takeAll(t, &c, r, Step{Action: ActPause, Reason: "鉴定", Until: NewDay(2026, 2, 28)})
	if due := c.Dues(); len(due) != 1 || due[0] != (Due{NewDay(2026, 2, 28), DueResume}) {
		t.Errorf("a paused case waits for its end: %v", due)
	}
	r.Now = at("2026-02-15 09:00")
	takeAll(t, &c, r, Step{Action: ActResume})
	if c.Deadline != NewDay(2026, 3, 12) { // ten days of appraisal are not counted
		t.Errorf("after the appraisal the limit is %v", c.Deadline)
	}
	if err := Apply(&c, Step{Action: ActExtend, Reason: "双方要求"}, boss(), r); code(err) != ErrAgreeExtension {
		t.Errorf("extended when one side asks: %v", err)
	}
	takeAll(t, &c, r, Step{Action: ActExtend, Reason: "双方要求", Both: true})
	if c.Deadline != NewDay(2026, 4, 10) {
		t.Errorf("extended to %v", c.Deadline)
	}
}

// withAgreement is a case with an agreement reached on 24 November 2026.
func withAgreement(t testing.TB, a Agreement) (Case, Rules) {
	c, r := dispute(), rules(at("2026-11-24 10:00"))
	a.Made, a.Terms = NewDay(2026, 11, 24), "改装落水管"
	takeAll(t, &c, r, Step{Action: ActAccept}, Step{Action: ActAssign, Mediator: 1}, session(ResultSettled, r.Now), Step{Action: ActAgree, Agreement: &a})
	return c, r
}

func TestEffectiveDay(t *testing.T) {
	c, _ := withAgreement(t, Agreement{PerformBy: NewDay(2026, 12, 1), WhyOral: "双方要求口头"})
	if c.State != Performing || c.Agreement().Effective() != NewDay(2026, 11, 24) {
		t.Errorf("oral: state %d, in force from %v", c.State, c.Agreement().Effective())
	}
	c, _ = withAgreement(t, Agreement{OnSpot: true})
	if c.State != Performed || c.Closed != NewDay(2026, 11, 24) {
		t.Errorf("performed on the spot: state %d closed %v", c.State, c.Closed)
	}
	c, r := withAgreement(t, Agreement{Written: true, PerformBy: NewDay(2026, 12, 10)})
	if c.State != Agreed || c.Agreement().Effective() != 0 || c.Agreement().Copies != 3 {
		t.Fatalf("written, unsigned: state %d, in force %v, %d copies", c.State, c.Agreement().Effective(), c.Agreement().Copies)
	}
	r.Now = at("2026-11-30 10:00")
	takeAll(t, &c, r, Step{Action: ActSign, PartiesSigned: NewDay(2026, 11, 25), MediatorSigned: NewDay(2026, 11, 25)})
	if c.State != Agreed {
		t.Error("in force without the seal")
	}
	takeAll(t, &c, r, Step{Action: ActSign, Sealed: NewDay(2026, 11, 28)})
	if c.State != Performing || c.Agreement().Effective() != NewDay(2026, 11, 28) {
		t.Errorf("the last of three counts: state %d, %v", c.State, c.Agreement().Effective())
	}
}

// CPL 2023 art. 205: within 30 days of taking effect, both parties together.
func TestConfirmationOnDay30AndDay31(t *testing.T) {
	c, r := withAgreement(t, Agreement{PerformBy: NewDay(2026, 12, 1), WhyOral: "双方要求口头"})
	day30 := NewDay(2026, 12, 24)
	r.Now = at("2027-01-10 10:00")
	for _, try := range []struct {
		day  Day
		both bool
		want Code
		late bool
	}{{day30, false, ErrBothParties, false}, {NewDay(2026, 11, 23), true, ErrConfirmEarly, false}, {day30, true, "", false}, {day30 + 1, true, "", true}} {
		trial := c
		err := Apply(&trial, Step{Action: ActConfirm, Day: try.day, Both: try.both, LateWhy: "停电", To: "县法院", Confirm: Confirmation{About: ConfirmPaying}}, boss(), r)
		if code(err) != try.want {
			t.Errorf("applied on %v, both %v: %v, want %s", try.day, try.both, err, try.want)
		}
		if err == nil && trial.Confirm().Late != try.late {
			t.Errorf("applied on %v: late %v", try.day, trial.Confirm().Late)
		}
		if c.Confirm() != nil {
			t.Fatal("a trial wrote into the case it was tried on")
		}
	}
}

// Law 26: who is not settled is told of the other ways.
func TestEndWithoutAgreementNeedsNotice(t *testing.T) {
	for _, a := range []Action{ActFail, ActTerminate, ActWithdraw} {
		c, r := dispute(), rules(at("2026-11-24 10:00"))
		takeAll(t, &c, r, Step{Action: ActAccept}, Step{Action: ActAssign, Mediator: 1}, session(ResultFailed, r.Now))
		if err := Apply(&c, Step{Action: a, Reason: "一方不愿"}, boss(), r); code(err) != ErrOtherWays {
			t.Errorf("action %d without notice: %v", a, err)
		}
		takeAll(t, &c, r, Step{Action: a, Reason: "一方不愿", Referral: "可向人民法院起诉"})
		if c.State.Open() || c.Closed == 0 {
			t.Errorf("action %d left the case open", a)
		}
	}
}

func TestWhoStandsAsideIsReplaced(t *testing.T) {
	c, r := dispute(), rules(at("2026-11-24 10:00"))
	takeAll(t, &c, r, Step{Action: ActAccept}, Step{Action: ActAssign, Mediator: 1})
	if err := Apply(&c, Step{Action: ActStandAside, Leaving: 1, Reason: "亲属"}, boss(), r); code(err) != ErrReplacement {
		t.Errorf("stood aside without a replacement: %v", err)
	}
	takeAll(t, &c, r, Step{Action: ActStandAside, Leaving: 1, Mediator: 2, Reason: "亲属"})
	if c.Has(1) || !c.Has(2) || !c.Assigned[1].Chair || len(c.Assigned) != 2 {
		t.Errorf("on the case: %+v", c.Assigned)
	}
	if err := Apply(&c, Step{Action: ActAssign, Mediator: 1}, boss(), r); code(err) != ErrConflictOfInt {
		t.Errorf("back on the case without a word: %v", err)
	}
}

func TestStandAsideWarning(t *testing.T) {
	c := dispute()
	for _, try := range []struct {
		m    Mediator
		want Conflict
	}{
		{Mediator{ID: 9, Name: "章阿根"}, ConflictSelf}, {Mediator{ID: 9, Name: "章大发", Village: "小港村"}, ConflictFamily},
		{Mediator{ID: 9, Name: "章大发", Village: "大桥村"}, NoConflict}, {Mediator{ID: 9, Name: "王大发", Village: "小港村"}, NoConflict},
	} {
		if got, _ := ConflictOf(c, try.m); got != try.want {
			t.Errorf("%s of %s: %d, want %d", try.m.Name, try.m.Village, got, try.want)
		}
	}
	kin := []Relative{{Kin: KinSibling, Name: "王大发", Mediator: 9}, {Kin: KinInLaw, Name: "俞芳"}}
	for _, m := range []Mediator{{ID: 9, Name: "王大发"}, {ID: 3, Name: "俞芳"}} {
		if got, _ := ConflictOf(c, m, kin...); got != ConflictKin || !got.Bars() {
			t.Errorf("a recorded relative: %d", got)
		}
	}
	c.Parties[0].Proxy = "李律师"
	if got, _ := ConflictOf(c, Mediator{ID: 4, Name: "李律师"}); got != ConflictActs || !got.Bars() {
		t.Errorf("a party's proxy: %d", got)
	}
	if ConflictFamily.Bars() {
		t.Error("a surname and a village in common are a remark")
	}
}

func TestLateSessionIsMarkedAndChangesNothing(t *testing.T) {
	c, r := withAgreement(t, Agreement{OnSpot: true})
	s := session(ResultFailed, r.Now)
	takeAll(t, &c, r, s)
	if !s.Session.Late || c.State != Performed || c.LastResult != ResultSettled {
		t.Errorf("late %v, state %d, result %d", s.Session.Late, c.State, c.LastResult)
	}
}

func TestCorrectionAfterAgreementNeedsReason(t *testing.T) {
	c, r := withAgreement(t, Agreement{OnSpot: true})
	fix := Step{Action: ActAmend, Amend: &Matter{Type: "damages", Facts: "改"}}
	if err := Apply(&c, fix, boss(), r); code(err) != ErrReason {
		t.Errorf("corrected without a reason: %v", err)
	}
}

// A limit extended is counted from the day on which it began: 31 January, 28 February, 31 March.
func TestALimitIsExtendedFromWhereItBegan(t *testing.T) {
	c, r := dispute(), rules(at("2025-01-31 10:00"))
	takeAll(t, &c, r, Step{Action: ActAccept}, Step{Action: ActAssign, Mediator: 1}, session(ResultContinue, r.Now))
	if c.Deadline != NewDay(2025, 2, 28) {
		t.Fatalf("one month from 31 January ends on %s", c.Deadline)
	}
	for _, want := range []Day{NewDay(2025, 3, 31), NewDay(2025, 4, 30), NewDay(2025, 6, 2)} { // 31 May is a Saturday
		takeAll(t, &c, r, Step{Action: ActExtend, Both: true, Reason: "双方都愿意再谈"})
		if c.Deadline != want {
			t.Errorf("extended to %s, want %s", c.Deadline, want)
		}
	}
	c.Deadline += 3 // three days given back for an appraisal
	takeAll(t, &c, r, Step{Action: ActExtend, Both: true, Reason: "双方都愿意再谈"})
	if c.Deadline != NewDay(2025, 7, 3) {
		t.Errorf("with the days of the appraisal it ends on %s", c.Deadline)
	}
}
