package hall

import (
	"slices"
	"time"
)

// Step is an action with what it needs. Only the fields of its action are looked at.
type Step struct {
	Action    Action
	Day       Day        // on which it happened; 0: today
	Applied   Day        // accept: the day of the application
	LateWhy   string     // why it is entered so much later than it happened
	Pause     Pause      // pause: what is waited for
	Until     Day        // pause: when it is expected to go on
	Reason    string     // why
	Referral  string     // the other ways the parties were told of [law 26]
	To        string     // transferred to; the court
	ToBody    BodyID     // transferred to: the body that was picked
	Direction Direction  // transfer: up, down or sideways
	Days      int        // transfer: within how many working days it is to be answered; 0: as usual
	Number    string     // transfer taken: the number they gave it
	Both      bool       // both parties ask
	Mediator  MediatorID // assign; the replacement when somebody stands aside
	Leaving   MediatorID // who stands aside
	Chair     bool
	Override  bool // assign in spite of the stand-aside warning, with Reason
	Session   *Session
	Agreement *Agreement
	Report    Report
	Amend     *Matter // what was registered, completed or corrected; after an agreement with a reason [DOMAIN 3.13]
	Cause     EndCause
	No        int // which of the case's agreements; 0: the one that counts now
	// Sign: the days on which the paper was signed and sealed; zero keeps what is there. PartiesSigned
	// is the day of those for whom Signed, in the order of the agreement's signatures, has none.
	PartiesSigned, MediatorSigned, Sealed Day
	Signed                                []Day
	Clause                                int     // perform: which clause; 0: all that is open
	Keeping                               Keeping // perform: what was done of it
	Confirm                               Confirmation
	Court                                 CourtsAnswer
	Urge                                  Urging
	Unkept                                Unkept
	Beside                                bool    // change: the new agreement stands beside the old one, it does not take its place
	GoesOn                                bool    // rescind: mediation goes on
	Who                                   string  // close the talks: which party asked
	Dossier                               Dossier // file: where its paper stands, how long it is kept, what is in it
}

// Rules is what Apply needs to know beside the case.
type Rules struct {
	Settings Settings
	Calendar *Calendar // the State's days, by which periods end
	Now      time.Time
	Find     func(MediatorID) (Mediator, error)             // looks the roster up
	Allot    func(year int) (number string, n int, _ error) // the next case number of a year
	Kin      func(Case) ([]Relative, error)                 // the parties' relatives on record; nil: nobody knows
	Body     func(BodyID, string) (BodyID, error)           // the body that was picked, or is called so; 0: none is on file
	Visits   func(CaseID) ([]Consultation, error)           // a case's consultations; nil: none
}

func (r Rules) kin(c Case) ([]Relative, error) {
	if r.Kin == nil {
		return nil, nil
	}
	return r.Kin(c)
}

func (r Rules) body(id BodyID, name string) (BodyID, error) {
	if r.Body == nil {
		return id, nil
	}
	return r.Body(id, name)
}

func (r Rules) visits(c CaseID) ([]Consultation, error) {
	if r.Visits == nil {
		return nil, nil
	}
	return r.Visits(c)
}

func (r Rules) today() Day { return DayOf(r.Now) }

// Apply takes a step on a case: it checks the course, the step's own rules, and changes c.
// After an error c must be thrown away.
func Apply(c *Case, s Step, by Actor, r Rules) error {
	if err := Why(CaseCourse(), *c, s.Action, by, r.Now); err != nil {
		return err
	}
	return take(c, s, by, r)
}

// take does what a step does, by the step's own rules.
func take(c *Case, s Step, by Actor, r Rules) error {
	do := map[Action]func(*Case, Step, Actor, Rules) error{
		ActAccept: doAccept, ActRefuse: doRefuse, ActAssign: doAssign, ActStandAside: doStandAside, ActSession: doSession,
		ActPause: doPause, ActResume: doResume, ActExtend: doExtend, ActAgree: doAgree, ActSign: doSign, ActPerform: doPerform,
		ActConfirm: doConfirm, ActFail: doEnd(Terminated), ActTerminate: doEnd(Terminated), ActWithdraw: doEnd(Withdrawn),
		ActTransfer: doTransfer, ActReopen: doReopen, ActReport: doReport, ActAmend: doAmend, ActFile: doFile,
		ActMend: doMend, ActChange: doChange, ActUrge: doUrge, ActCourt: doCourt, ActUnkept: doUnkept, ActRescind: doRescind, ActUndoEnd: doUndoEnd,
		ActCloseTalks: doCloseTalks, ActOpenTalks: doOpenTalks,
		ActTransferTaken: doTransferTaken, ActTransferReturned: doTransferReturned,
	}
	if bad := r.Settings.whyLate(s.Happened(), r.today(), s.LateWhy); bad != nil {
		return bad
	}
	if err := do[s.Action](c, s, by, r); err != nil {
		return err
	}
	c.settleFiling(r.Settings)
	c.enterLate(s, by, r)
	return nil
}

// settleFiling is until when the dossier of a case that is done is filed.
func (c *Case) settleFiling(s Settings) {
	c.FileBy = 0
	if !c.State.Open() && c.State != Filed {
		c.FileBy = c.Closed + Day(s.FileIn)
	}
}

// doAccept: acceptance has a date of its own, never in the future and never before the application (DOMAIN §3.1).
func doAccept(c *Case, s Step, _ Actor, r Rules) error {
	if s.Applied != 0 {
		if bad := (DayLimits{Today: r.today()}).checkIn(s.Applied, "applied"); bad != nil {
			return bad
		}
		c.Applied = s.Applied
	}
	since := c.AppliedOn()
	if s.Day != 0 && s.Applied == 0 { // what is entered late was applied for that day at the latest
		since = min(since, s.Day)
		c.Applied = since
	}
	day, bad := s.on(since, AtApplication, r)
	if bad != nil {
		return bad
	}
	year := r.Settings.numberYear(day, r.today())
	number, n, err := r.Allot(year)
	if err != nil {
		return err
	}
	c.Number, c.Year, c.Seq, c.State, c.AcceptBy = number, year, n, Accepted, 0
	c.accept(day, r.Settings, r.Calendar)
	return nil
}

func doRefuse(c *Case, s Step, _ Actor, r Rules) error {
	if s.Reason == "" {
		return Refuse(ErrReason).In("reason")
	}
	if s.Referral == "" {
		return Refuse(ErrReferral).In("referral")
	}
	day, bad := s.on(c.AppliedOn(), AtApplication, r)
	if bad != nil {
		return bad
	}
	c.State, c.Reason, c.Referral, c.Closed, c.AcceptBy = Refused, s.Reason, s.Referral, day, 0
	return nil
}

func doAssign(c *Case, s Step, _ Actor, r Rules) error {
	m, err := r.Find(s.Mediator)
	if err != nil {
		return err
	}
	return assign(c, m, s, r)
}

func assign(c *Case, m Mediator, s Step, r Rules) error {
	if c.Has(m.ID) {
		return Refuse(ErrAlreadyAssigned, "name", m.Name).In("mediator")
	}
	if !m.Assignable() {
		return Refuse(ErrNotAssignable, "name", m.Name).In("mediator")
	}
	kin, err := r.kin(*c)
	if err != nil {
		return err
	}
	if kind, party := ConflictOf(*c, m, kin...); kind.Bars() {
		if !s.Override {
			return Refuse(ErrConflictOfInt, "name", m.Name, "party", party, "kind", kind).In("mediator")
		}
		if s.Reason == "" {
			return Refuse(ErrReason).In("reason")
		}
	}
	chair := s.Chair || len(c.Mediators()) == 0
	if chair {
		for i := range c.Assigned {
			if c.Assigned[i].To.IsZero() {
				c.Assigned[i].Chair = false
			}
		}
	}
	c.Assigned = append(slices.Clone(c.Assigned), Assignment{Mediator: MediatorRef{m.ID, m.Name}, Chair: chair, From: r.Now, Why: s.Reason})
	return nil
}

// doStandAside: a mediator asked to stand aside must be replaced (DOMAIN §3.3).
func doStandAside(c *Case, s Step, _ Actor, r Rules) error {
	if s.Reason == "" {
		return Refuse(ErrReason).In("reason")
	}
	if s.Mediator == 0 || s.Mediator == s.Leaving {
		return Refuse(ErrReplacement).In("mediator")
	}
	c.Assigned = slices.Clone(c.Assigned)
	for i := range c.Assigned {
		a := &c.Assigned[i]
		if a.Mediator.ID != s.Leaving || !a.To.IsZero() {
			continue
		}
		m, err := r.Find(s.Mediator)
		if err != nil {
			return err
		}
		a.To, a.Why = r.Now, s.Reason
		return assign(c, m, Step{Chair: a.Chair, Override: s.Override, Reason: s.Reason}, r)
	}
	return Refuse(ErrNotAssigned, "name", s.Leaving).In("leaving")
}

func doSession(c *Case, s Step, by Actor, r Rules) error {
	if s.Session == nil || s.Session.Statements == "" && s.Session.Outcome == "" {
		return Refuse(ErrSessionText).In("statements")
	}
	if s.Session.At.After(r.Now) {
		return Refuse(ErrDayFuture).In("at")
	}
	s.Session.Written, s.Session.By = r.Now, by.Name
	c.Sessions++
	if s.Session.Late = c.State != Accepted && c.State != Mediating; s.Session.Late {
		return nil
	}
	c.State, c.LastResult = Mediating, s.Session.Result
	return nil
}

func doPause(c *Case, s Step, _ Actor, r Rules) error {
	if s.Reason == "" {
		return Refuse(ErrReason).In("reason")
	}
	day, bad := s.on(c.Accepted, AtAcceptance, r)
	if bad != nil {
		return bad
	}
	if s.Until == 0 {
		return Refuse(ErrRequired).In("until")
	}
	if bad := (DayLimits{From: max(day, r.today()), What: AtBeginning}).checkIn(s.Until, "until"); bad != nil {
		return bad
	}
	c.State, c.PausedOn, c.PausedFor, c.PausedUntil, c.Reason = Paused, day, s.Pause, s.Until, s.Reason
	return nil
}

// doResume gives the days of an appraisal back: they are not counted, those of any other pause are (DOMAIN §3.7).
func doResume(c *Case, s Step, _ Actor, r Rules) error {
	day, bad := s.on(c.PausedOn, AtBeginning, r)
	if bad != nil {
		return bad
	}
	if days := day - c.PausedOn; days > 0 && c.PausedFor == PauseAppraisal {
		c.Deadline = Period{From: c.Deadline + days, Roll: true}.End(r.Calendar).Day
		c.Goal += days
		if c.Sessions == 0 {
			c.Respond += days
		}
	}
	c.State, c.PausedOn, c.PausedFor, c.PausedUntil, c.Reason = Mediating, 0, PauseAppraisal, 0, ""
	return nil
}

// doExtend: as the table of limits has it, normally when both parties ask (order 75 art. 33), and before it has run out.
func doExtend(c *Case, s Step, _ Actor, r Rules) error {
	if bad := c.extendable(r.Settings, s.Both); bad != nil {
		return bad
	}
	if s.Reason == "" {
		return Refuse(ErrReason).In("reason")
	}
	c.Deadline = c.NextLimit(r.Settings, r.Calendar).Day
	c.Extended++
	return nil
}

// doEnd ends a case without an agreement: the parties are told of arbitration,
// administrative and court ways (law 26).
func doEnd(to State) func(*Case, Step, Actor, Rules) error {
	return func(c *Case, s Step, _ Actor, r Rules) error {
		if s.Reason == "" {
			return Refuse(ErrReason).In("reason")
		}
		if s.Referral == "" {
			return Refuse(ErrOtherWays).In("referral")
		}
		if to == Terminated {
			if c.Cause = s.Cause; c.Cause == EndNone {
				c.Cause = EndOther
			}
			if s.Action == ActFail {
				c.Cause = EndNotSettled
			}
		}
		day, bad := s.on(max(c.Accepted, c.AppliedOn()), AtAcceptance, r)
		if bad != nil {
			return bad
		}
		c.State, c.Reason, c.Referral, c.Closed = to, s.Reason, s.Referral, day
		c.PausedOn, c.PausedFor, c.PausedUntil = 0, PauseAppraisal, 0
		return nil
	}
}

// doUndoEnd takes an end back that was recorded by mistake: the case stands where it stood, and its dates run as they
// did. Whoever asks again after an end that was meant has a new case, linked to this one (DOMAIN §3.6).
func doUndoEnd(c *Case, s Step, _ Actor, r Rules) error {
	if s.Reason == "" {
		return Refuse(ErrReason).In("reason")
	}
	switch {
	case c.Accepted == 0:
		c.State, c.AcceptBy = Registered, Period{From: r.today(), N: r.Settings.Accept, Unit: Workdays}.End(r.Calendar).Day
	case c.Sessions == 0:
		c.State = Accepted
	default:
		c.State = Mediating
	}
	c.Cause, c.Reason, c.Referral, c.Closed = EndNone, "", "", 0
	if slices.ContainsFunc(c.Agreements, Agreement.Standing) {
		c.settleState()
	}
	return nil
}

// doReopen takes a settled case up again after a relapse; the time limit runs anew.
func doReopen(c *Case, s Step, _ Actor, r Rules) error {
	if s.Reason == "" {
		return Refuse(ErrReason).In("reason")
	}
	c.ownAgreements()
	for i := range c.Agreements {
		if a := &c.Agreements[i]; a.Standing() {
			a.Reopened, a.Fate, a.FateOn, a.FateWhy = r.today(), FateRelapse, r.today(), s.Reason
		}
	}
	c.Cause, c.Reason = EndNone, s.Reason
	c.takeUp(r)
	return nil
}

// takeUp has mediation go on once there was an agreement: the time limit runs anew, the day of acceptance stays.
func (c *Case) takeUp(r Rules) {
	accepted := c.Accepted
	c.accept(r.today(), r.Settings, r.Calendar)
	c.Accepted, c.State, c.Closed, c.LastResult = accepted, Mediating, 0, ResultContinue
}

// doAmend puts what was registered right. What has a course of its own (the urgency, the police,
// what is kept from others) stays as it is.
func doAmend(c *Case, s Step, _ Actor, r Rules) error {
	if s.Amend == nil {
		return Refuse(ErrRequired).In("facts")
	}
	// What was left empty is completed without a reason; a case is never without a source.
	if s.Reason == "" && (len(c.Agreements) > 0 || !c.State.Open() || s.Amend.Source != c.Source) {
		return Refuse(ErrReason).In("reason")
	}
	m, was := *s.Amend, c.Matter
	m.Written, m.Urgent, m.UrgentWhy, m.Flags, m.Police, m.Confidential, m.Relapse, m.Order =
		was.Written, was.Urgent, was.UrgentWhy, was.Flags, was.Police, was.Confidential, was.Relapse, was.Order
	if err := m.check(r.Settings); err != nil {
		return err
	}
	level := c.RiskLevel()
	c.Matter = m
	c.endanger(level, r.today())
	return nil
}
