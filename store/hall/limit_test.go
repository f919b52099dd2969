package hall

import (
	"testing"
	"time"
)

// The row of the table decides: the hall's own before the laws', the first that fits.
func TestTheLimitIsThatOfTypeAndSource(t *testing.T) {
	t.Parallel()
	court := Matter{Type: "contract", Source: SourceEntrusted, SourceFrom: "虞城区人民法院"}
	own := Defaults()
	own.Limits = []Limit{{Type: "medical", N: 20, Unit: Workdays, Start: AtAcceptance}, {From: "派出所", N: 10, Unit: Days, Start: AtAcceptance, Times: 2}}
	for _, c := range []struct {
		what   string
		s      Settings
		m      Matter
		n      int
		unit   Unit
		times  int
		expiry Expiry
	}{
		{"in general", Defaults(), Matter{Type: "neighbours"}, 1, Months, EveryTime, ExpiryEnd},
		{"wages", Defaults(), Matter{Type: "wages"}, 15, Days, 0, ExpiryArbitration},
		{"labour that a court entrusted", Defaults(), Matter{Type: "labour", Source: SourceEntrusted, SourceFrom: "人民法院"}, 15, Days, 0, ExpiryArbitration},
		{"medical", Defaults(), Matter{Type: "medical"}, 30, Workdays, EveryTime, ExpiryFailed},
		{"a court's", Defaults(), court, 30, Days, 1, ExpiryReport},
		{"one that names a court and is not from it", Defaults(), Matter{Type: "contract", SourceFrom: "法院"}, 1, Months, EveryTime, ExpiryEnd},
		{"the hall's own for medical", own, Matter{Type: "medical"}, 20, Workdays, 0, ExpiryEnd},
		{"the hall's own for the police", own, Matter{Type: "damages", Source: SourceEntrusted, SourceFrom: "百官派出所"}, 10, Days, 2, ExpiryEnd},
	} {
		if l := c.s.LimitOf(c.m); l.N != c.n || l.Unit != c.unit || l.Times != c.times || l.Expiry != c.expiry {
			t.Errorf("%s: %+v", c.what, l)
		}
	}
}

// Who has to agree to an extension, and how often there is one, the table says.
func TestAnExtensionIsAsTheTableHasIt(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind, from string
		first      Code // of the first extension, when it was agreed on
		second     Code
	}{
		{"neighbours", "", "", ""},
		{"wages", "", ErrNoExtension, ErrNoExtension},
		{"medical", "", "", ""},
		{"contract", "虞城区人民法院", "", ErrExtended},
	} {
		one, r := dispute(), rules(at("2026-11-24 10:00"))
		if one.Type = c.kind; c.from != "" {
			one.Source, one.SourceFrom = SourceEntrusted, c.from
		}
		takeAll(t, &one, r, Step{Action: ActAccept}, Step{Action: ActAssign, Mediator: 1})
		for _, want := range []Code{c.first, c.second} {
			trial := one
			err := Apply(&trial, Step{Action: ActExtend, Both: true, Reason: "还差一点"}, boss(), r)
			if code(err) != want {
				t.Errorf("%s %s: %v, want %q", c.kind, c.from, err, want)
			}
			if err == nil {
				one = trial
			}
		}
	}
}

// A settlement of the 28th entered on the 2nd has its own dates, marked as entered late; far back it says why.
func TestWhatIsEnteredLateKeepsItsDates(t *testing.T) {
	t.Parallel()
	c, r := dispute(), rules(at("2026-12-02 09:00"))
	c.Registered = r.Now
	c.Register(NewDay(2026, 12, 2), r.Settings, nil)
	takeAll(t, &c, r, Step{Action: ActAccept, Day: NewDay(2026, 11, 28), Applied: NewDay(2026, 11, 27)}, Step{Action: ActAssign, Mediator: 1})
	if c.Accepted != NewDay(2026, 11, 28) || c.Applied != NewDay(2026, 11, 27) || c.Deadline != NewDay(2026, 12, 28) {
		t.Errorf("accepted %v, applied %v, until %v", c.Accepted, c.Applied, c.Deadline)
	}
	if len(c.Late) != 1 || c.Late[0].What != ActAccept || c.Late[0].Day != c.Accepted || !c.Late[0].Entered.Equal(r.Now) || c.Late[0].By == "" {
		t.Errorf("entered late: %+v", c.Late)
	}
	for _, bad := range []struct {
		step  Step
		want  Code
		field string
	}{
		{Step{Action: ActAccept, Day: NewDay(2026, 12, 3)}, ErrDayFuture, "day"},
		{Step{Action: ActAccept, Applied: NewDay(2026, 12, 3)}, ErrDayFuture, "applied"},
		{Step{Action: ActAccept, Day: NewDay(2026, 11, 30), Applied: NewDay(2026, 12, 1)}, ErrDayBefore, "day"},
		{Step{Action: ActAccept, Day: NewDay(2026, 11, 2)}, ErrLateWhy, "latewhy"},
	} {
		fresh := dispute()
		fresh.Registered = r.Now
		err := Apply(&fresh, bad.step, boss(), r)
		if e, ok := err.(*Error); !ok || e.Code != bad.want || e.Field != bad.field {
			t.Errorf("%+v: %v, want %s", bad.step, err, bad.want)
		}
	}
	end := c
	err := Apply(&end, Step{Action: ActTerminate, Day: NewDay(2026, 11, 27), Reason: "走了", Referral: "起诉", Cause: EndOther}, boss(), r)
	if code(err) != ErrDayBefore {
		t.Errorf("ended before it was accepted: %v", err)
	}
	takeAll(t, &c, r, Step{Action: ActTerminate, Day: NewDay(2026, 11, 30), Reason: "走了", Referral: "起诉", Cause: EndOther})
	if due := c.Dues(); c.Closed != NewDay(2026, 11, 30) || len(due) != 1 || due[0] != (Due{NewDay(2026, 12, 30), DueFile}) {
		t.Errorf("closed %v, due %v", c.Closed, due)
	}
}

// The number's year is that of the acceptance, as long as numbers of that year are given.
func TestTheYearOfANumberIsThatOfTheAcceptance(t *testing.T) {
	t.Parallel()
	s := Defaults()
	for _, c := range []struct {
		accepted, today Day
		want            int
	}{
		{NewDay(2026, 12, 31), NewDay(2027, 1, 1), 2026},
		{NewDay(2026, 12, 31), NewDay(2027, 1, 31), 2026},
		{NewDay(2026, 12, 31), NewDay(2027, 2, 1), 2027},
		{NewDay(2027, 1, 1), NewDay(2027, 2, 1), 2027},
		{NewDay(2025, 12, 31), NewDay(2027, 1, 5), 2027},
	} {
		if got := s.numberYear(c.accepted, c.today); got != c.want {
			t.Errorf("accepted %v, written %v: %d, want %d", c.accepted, c.today, got, c.want)
		}
	}
}

// Only an appraisal stops the clock; any other pause runs on.
func TestOnlyAnAppraisalStopsTheClock(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		pause Pause
		want  Day
	}{{PauseAppraisal, NewDay(2027, 1, 4)}, {PauseOther, NewDay(2026, 12, 24)}} { // the ten days end on a Sunday
		one, r := dispute(), rules(at("2026-11-24 10:00"))
		takeAll(t, &one, r, Step{Action: ActAccept}, Step{Action: ActAssign, Mediator: 1},
			Step{Action: ActPause, Pause: c.pause, Reason: "等", Until: NewDay(2026, 12, 10)})
		running := false
		for _, d := range one.Dues() {
			running = running || d.Kind == DueLimit
		}
		if running == (c.pause == PauseAppraisal) {
			t.Errorf("pause %d: the limit is due: %v", c.pause, running)
		}
		r.Now = r.Now.Add(10 * 24 * time.Hour)
		takeAll(t, &one, r, Step{Action: ActResume})
		if one.Deadline != c.want || one.State != Mediating || one.PausedUntil != 0 {
			t.Errorf("pause %d: until %v, want %v", c.pause, one.Deadline, c.want)
		}
	}
}

// No state is silent: whatever is not filed waits for something until a day.
func TestNoStateIsSilent(t *testing.T) {
	t.Parallel()
	day := NewDay(2026, 11, 24)
	for _, s := range States() {
		c := Case{State: s, Registered: at("2026-11-24 10:00"), Deadline: day, Closed: day, PausedOn: day}
		if s == Agreed || s == Performing {
			c.Agreements = []Agreement{{No: 1, Written: true, Made: day, Clauses: []Clause{{No: 1, Text: "改", By: day}}}}
			if s == Performing {
				c.Agreements[0].PartiesSigned, c.Agreements[0].MediatorSigned, c.Agreements[0].Sealed = day, day, day
			}
		}
		if due := c.Dues(); (len(due) == 0) != (s == Filed) {
			t.Errorf("state %d is due %v", s, due)
		}
	}
}

// A case that was filed without an agreement is not taken up again: whoever asks anew has a new case.
func TestOnlyAnAgreementIsReopened(t *testing.T) {
	t.Parallel()
	c, r := dispute(), rules(at("2026-11-24 10:00"))
	takeAll(t, &c, r, Step{Action: ActAccept}, Step{Action: ActTerminate, Cause: EndRefused, Reason: "一方不来", Referral: "起诉"})
	c.State = Filed
	if bad := Why(CaseCourse(), c, ActReopen, boss(), r.Now); bad == nil || bad.Code != ErrNoAgreement {
		t.Errorf("filed without an agreement: %v", bad)
	}
	c.Agreements = []Agreement{{No: 1, Made: NewDay(2026, 11, 24)}}
	if bad := Why(CaseCourse(), c, ActReopen, boss(), r.Now); bad != nil {
		t.Errorf("filed with one: %v", bad)
	}
}
