package hall

import (
	"slices"
	"testing"
)

// settled is a case of two brothers whose dispute was settled, with an agreement of three clauses in writing.
func settled(t *testing.T) (Case, Rules) {
	t.Helper()
	c, r := dispute(), rules(at("2026-11-24 10:00"))
	c.Amount = 60000_00
	takeAll(t, &c, r, Step{Action: ActAccept}, Step{Action: ActAssign, Mediator: 1}, session(ResultSettled, r.Now))
	a := Agreement{Written: true, Made: NewDay(2026, 11, 24), Terms: "付款、改水、修檐", PerformBy: NewDay(2026, 12, 31), Amount: 60000_00, WantsConfirm: true,
		Clauses: []Clause{
			{Text: "付六万元", Who: "章大", By: NewDay(2026, 12, 31), Amount: 60000_00},
			{Text: "改装落水管", Who: "章二", By: NewDay(2026, 12, 5)},
			{Text: "不得向邻院排水"},
		}}
	takeAll(t, &c, r, Step{Action: ActAgree, Agreement: &a})
	return c, r
}

func signed(t *testing.T) (Case, Rules) {
	t.Helper()
	c, r := settled(t)
	day := NewDay(2026, 11, 24)
	takeAll(t, &c, r, Step{Action: ActSign, PartiesSigned: day, MediatorSigned: day, Sealed: day})
	return c, r
}

// Who signed when is kept: an agreement binds from the last signature, and thirty of them are thirty.
func TestEachPartySigns(t *testing.T) {
	t.Parallel()
	c, r := settled(t)
	r.Now = at("2026-11-30 10:00")
	if got := len(c.Agreement().Signatures); got != len(c.Parties) || c.Agreement().Copies != len(c.Parties)+2 {
		t.Fatalf("%d signatures of %d parties, %d copies", got, len(c.Parties), c.Agreement().Copies)
	}
	if due := c.Dues(); !slices.Contains(due, Due{NewDay(2026, 12, 1), DueSign}) {
		t.Errorf("unsigned is due to nobody: %v", due)
	}
	first, last := NewDay(2026, 11, 25), NewDay(2026, 11, 29)
	takeAll(t, &c, r, Step{Action: ActSign, Signed: []Day{first}, MediatorSigned: first, Sealed: first})
	if c.State != Agreed || len(c.Agreement().Unsigned()) != 1 {
		t.Fatalf("one has signed: %v, %v", c.State, c.Agreement().Unsigned())
	}
	takeAll(t, &c, r, Step{Action: ActSign, Signed: []Day{first, last}})
	if c.State != Performing || c.Agreement().Effective() != last {
		t.Errorf("the last signature counts: %v, %v", c.State, c.Agreement().Effective())
	}
}

// Performance is looked after term by term, in part, with proof; the next open clause is due.
func TestClausesArePerformedOneByOne(t *testing.T) {
	t.Parallel()
	c, r := signed(t)
	due := func() Day {
		for _, d := range c.Dues() {
			if d.Kind == DuePerform {
				return d.Day
			}
		}
		return 0
	}
	if due() != NewDay(2026, 12, 5) {
		t.Fatalf("due %v", due())
	}
	r.Now = at("2027-01-08 10:00")
	takeAll(t, &c, r, Step{Action: ActPerform, Clause: 2, Day: NewDay(2026, 12, 4), LateWhy: "月底一起补记", Keeping: Keeping{Proof: "照片"}})
	if due() != NewDay(2026, 12, 31) {
		t.Errorf("then due %v", due())
	}
	takeAll(t, &c, r, Step{Action: ActPerform, Clause: 1, Day: NewDay(2026, 12, 20), LateWhy: "月底一起补记", Keeping: Keeping{Amount: 20000_00, Partly: true}})
	if c.State != Performing || c.Agreement().Clauses[0].Paid() != 20000_00 {
		t.Errorf("in part: %v", c.State)
	}
	if err := Apply(&c, Step{Action: ActPerform, Clause: 2, Day: r.today()}, boss(), r); code(err) != ErrClauseKept {
		t.Errorf("twice: %v", err)
	}
	takeAll(t, &c, r, Step{Action: ActPerform, Day: NewDay(2027, 1, 5)})
	if c.State != Performed || c.Closed != NewDay(2027, 1, 5) || c.Agreement().Clauses[0].Paid() != 60000_00 {
		t.Errorf("all of it: %v closed %v, %d paid", c.State, c.Closed, c.Agreement().Clauses[0].Paid())
	}
}

// What was not performed is an end with the way told; it can still be performed later.
func TestUnperformedIsAnEnd(t *testing.T) {
	t.Parallel()
	c, r := signed(t)
	r.Now = at("2027-01-08 10:00")
	u := Unkept{Day: NewDay(2027, 1, 8), Way: WayEnforce, Why: "不肯付"}
	if err := Apply(&c, Step{Action: ActUnkept, Unkept: u}, boss(), r); code(err) != ErrNotConfirmed {
		t.Fatalf("enforced without a court: %v", err)
	}
	u.Way = WaySue
	takeAll(t, &c, r, Step{Action: ActUnkept, Unkept: u})
	if c.State != Unperformed || c.State.Open() || c.Closed != u.Day {
		t.Fatalf("%v, closed %v", c.State, c.Closed)
	}
	takeAll(t, &c, r, Step{Action: ActPerform, Day: r.today()})
	if c.State != Performed {
		t.Errorf("performed after all: %v", c.State)
	}
}

// Two agreements and two confirmations: the court refuses the first as unclear, a changed one takes its place
// once it is in force, and is confirmed. The first can be read for ever.
func TestTwoAgreementsAndTwoConfirmations(t *testing.T) {
	t.Parallel()
	c, r := signed(t)
	by := func(day Day) { r.Now = day.At(600, r.Now.Location()) }
	apply := Step{Action: ActConfirm, Both: true, To: "县法院", Confirm: Confirmation{About: ConfirmPaying}}
	apply.Day = NewDay(2026, 11, 26)
	by(NewDay(2026, 12, 10))
	takeAll(t, &c, r, apply)
	if err := Why(CaseCourse(), c, ActConfirm, boss(), r.Now); err == nil || err.Code != ErrApplied {
		t.Fatalf("applied for twice: %v", err)
	}
	if err := Apply(&c, Step{Action: ActCourt, Court: CourtsAnswer{Answer: CourtConfirmed, Day: r.today()}}, boss(), r); code(err) != ErrCourtOrder {
		t.Fatalf("confirmed before it was taken: %v", err)
	}
	takeAll(t, &c, r, Step{Action: ActCourt, Court: CourtsAnswer{Answer: CourtTook, Day: NewDay(2026, 11, 27)}})
	if got := c.Confirm().AnswerBy; got != (Period{From: NewDay(2026, 11, 27), N: 15, Roll: true}).End(r.Calendar).Day {
		t.Errorf("the ruling is due %v", got)
	}
	takeAll(t, &c, r, Step{Action: ActCourt, Court: CourtsAnswer{Answer: CourtRejected, Day: NewDay(2026, 12, 8), Ground: GroundUnclear}})
	next := Agreement{Written: true, Made: NewDay(2026, 12, 9), Terms: "12月31日前付六万元", PerformBy: NewDay(2026, 12, 31), Amount: 60000_00}
	takeAll(t, &c, r, Step{Action: ActChange, Reason: "内容写清楚", Agreement: &next})
	if c.State != Agreed || c.Agreements[0].Fate != FateNone {
		t.Fatalf("the old one binds until the new one does: %v, %v", c.State, c.Agreements[0].Fate)
	}
	day := NewDay(2026, 12, 10)
	takeAll(t, &c, r, Step{Action: ActSign, PartiesSigned: day, MediatorSigned: day, Sealed: day})
	if a := c.Agreements[0]; a.Fate != FateRejected || a.ReplacedBy != 2 || a.FateWhy != "内容写清楚" || a.Terms == "" || c.State != Performing {
		t.Fatalf("then it ends: %+v, %v", a, c.State)
	}
	apply.Day = day
	takeAll(t, &c, r, apply)
	if len(c.Agreements[0].Confirmations) != 1 || len(c.Agreements[1].Confirmations) != 1 || c.Confirm().Applied != day {
		t.Errorf("%+v", c.Agreements)
	}
}

// Until it is in force an agreement can be corrected, then only what was recorded of it.
func TestAnAgreementIsPutRightUntilItBinds(t *testing.T) {
	t.Parallel()
	c, r := settled(t)
	a := c.Agreement().cloned()
	a.Terms, a.Clauses[1].By = "付款、改水、修檐、道歉", NewDay(2026, 12, 8)
	takeAll(t, &c, r, Step{Action: ActMend, Agreement: &a, Reason: "写错日期"})
	if c.Agreement().Clauses[1].By != NewDay(2026, 12, 8) || c.State != Agreed || len(c.Agreement().Signatures) != len(c.Parties) {
		t.Fatalf("%+v", c.Agreement())
	}
	c, r = signed(t)
	r.Now = at("2026-12-20 10:00")
	a = c.Agreement().cloned()
	a.Amount = 1
	if err := Apply(&c, Step{Action: ActMend, Agreement: &a, Reason: "改"}, boss(), r); code(err) != ErrBound {
		t.Errorf("changed once it binds: %v", err)
	}
	a = c.Agreement().cloned()
	a.Sealed = NewDay(2026, 11, 26)
	takeAll(t, &c, r, Step{Action: ActMend, Agreement: &a, Reason: "盖章日期写错"})
	if c.Agreement().Effective() != NewDay(2026, 11, 26) || c.Agreement().LastConfirm <= NewDay(2026, 12, 25) {
		t.Errorf("in force from %v, the court until %v", c.Agreement().Effective(), c.Agreement().LastConfirm)
	}
	a = c.Agreement().cloned()
	a.Sealed = NewDay(2026, 11, 20)
	if err := Apply(&c, Step{Action: ActMend, Agreement: &a, Reason: "改"}, boss(), r); code(err) != ErrDayBefore {
		t.Errorf("sealed before it was made: %v", err)
	}
}

// An older program kept one day for all who signed: a correction of such an agreement keeps it, and the copy for the
// court is among the copies.
func TestAnOlderAgreementKeepsItsDayOfSigning(t *testing.T) {
	t.Parallel()
	c, r := settled(t)
	day := NewDay(2026, 11, 24)
	c.Agreements[0].Signatures, c.Agreements[0].PartiesSigned = nil, day
	a := c.Agreement().cloned()
	a.Facts = "两家共用一条沟"
	takeAll(t, &c, r, Step{Action: ActMend, Agreement: &a, Reason: "写漏了"})
	if a := c.Agreement(); a.PartiesSigned != day || len(a.Unsigned()) > 0 || a.Copies != len(c.Parties)+2 {
		t.Errorf("%+v", a)
	}
}

func TestAnAgreementIsGivenUpByBoth(t *testing.T) {
	t.Parallel()
	for on, want := range map[bool]State{true: Mediating, false: Terminated} {
		c, r := signed(t)
		s := Step{Action: ActRescind, Reason: "双方不想履行", Referral: "起诉", GoesOn: on}
		if err := Apply(&c, s, boss(), r); code(err) != ErrBothParties {
			t.Errorf("by one side: %v", err)
		}
		s.Both = true
		takeAll(t, &c, r, s)
		if c.State != want || c.Agreement().Fate != FateRescinded || c.Settled() {
			t.Errorf("goes on %v: %v, %v", on, c.State, c.Agreement().Fate)
		}
	}
}

// Labour and wages are settled in writing; a sum from 10,000 yuan on, what a party asks for, mass and high risk should be.
func TestWhatShouldBeWritten(t *testing.T) {
	t.Parallel()
	for name, x := range map[string]struct {
		change func(*Case, *Agreement)
		want   string
	}{
		"small and on the spot": {func(*Case, *Agreement) {}, ""},
		"labour":                {func(c *Case, _ *Agreement) { c.Type = "wages" }, "labour"},
		"asked for":             {func(_ *Case, a *Agreement) { a.AskedWritten = true }, "asked"},
		"ten thousand":          {func(_ *Case, a *Agreement) { a.Amount = 10000_00 }, "amount"},
		"just below":            {func(_ *Case, a *Agreement) { a.Amount = 10000_00 - 1 }, ""},
		"mass":                  {func(c *Case, _ *Agreement) { c.Flags = FlagMass }, "mass"},
		"high risk":             {func(c *Case, _ *Agreement) { c.Risk = RiskHigh }, "risk"},
		"later":                 {func(_ *Case, a *Agreement) { a.OnSpot = false }, "later"},
	} {
		c, a := dispute(), Agreement{OnSpot: true, Amount: 2000_00}
		x.change(&c, &a)
		err := WhyWritten(c, a, Defaults())
		if got := err == nil; got != (x.want == "") || err != nil && err.Args["why"] != x.want {
			t.Errorf("%s: %v, want %q", name, err, x.want)
		}
	}
}

func TestInstalments(t *testing.T) {
	t.Parallel()
	all, bad := Clause{Text: "付", By: NewDay(2026, 1, 31), Amount: 1000_00}.Instalments(3)
	if bad != nil || len(all) != 3 {
		t.Fatal(all, bad)
	}
	var sum int64
	for i, want := range []Day{NewDay(2026, 1, 31), NewDay(2026, 2, 28), NewDay(2026, 3, 31)} {
		if sum += all[i].Amount; all[i].By != want || all[i].Part != i+1 {
			t.Errorf("%d: %+v", i, all[i])
		}
	}
	if sum != 1000_00 {
		t.Errorf("they come to %d", sum)
	}
	for _, c := range []Clause{{Amount: 1000}, {By: 1}} {
		if _, bad := c.Instalments(3); bad == nil {
			t.Errorf("%+v is parted", c)
		}
	}
}

// An agreement was given up on the day that is written, never before it was made.
func TestAnAgreementIsGivenUpOnItsDay(t *testing.T) {
	t.Parallel()
	c, r := signed(t)
	made := c.Agreement().Made
	r.Now = r.Now.AddDate(0, 0, 3)
	s := Step{Action: ActRescind, Both: true, Reason: "双方不想履行", Referral: "起诉", Day: made - 1}
	trial := c
	if err := Apply(&trial, s, boss(), r); code(err) != ErrDayBefore {
		t.Errorf("given up before it was made: %v", err)
	}
	s.Day = made + 1
	takeAll(t, &c, r, s)
	if a := c.AgreementNo(1); a.FateOn != made+1 || c.Closed != made+1 || len(c.Late) == 0 || c.Late[len(c.Late)-1].Day != made+1 {
		t.Errorf("given up on %v, closed %v, late %+v", a.FateOn, c.Closed, c.Late)
	}
}
