// Package intake takes a visitor in (受理登记, F3): who quarrels with whom about what, how
// dangerous it is, and where it leads. One form in three steps: people and dispute, risk and where
// it leads, reading over. Everything typed is kept as a draft.
package intake

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/ending"
	"sizhen/views/dispute/facts"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// View is the screen.
type View struct {
	*form.View[matter]
	env *views.Env
	now bool // the step is left to give a number at once
}

// The steps.
const (
	stepPeople = iota
	stepWhere
	stepRead
)

// New makes the screen; a route may lead to a draft, or bring who comes or when.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env}
	spec := form.Spec[matter]{
		Title: titleLabel, Stays: true, Yes: registerLabel,
		Steps: []form.Step[matter]{
			{Name: stepPeopleLabel, Hint: hint1, Fields: v.peopleFields(), Ask: v.ask},
			{Name: stepWhereLabel, Hint: hint2, Fields: append(v.riskFields(),
				ending.Fields(env.Settings, hall.LedAtDesk, func(m *matter) *hall.Ending { return &m.in.End }, impossible)...), Ask: v.ask},
			{Name: summaryLabel, Hint: hint3, Show: summary},
		},
		Keep:  form.Keep[matter]{Kind: hall.DraftIntake, Many: true, ID: r.Draft, Put: put, Get: v.get},
		Check: check, Watch: v.watch, Below: v.warning, Keys: v.keys, Opened: v.opened,
		Refused: v.refused, Same: met,
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, m matter) (matter, error) {
			m.in = m.intake(s)
			if m.visit != 0 {
				res, err := s.Desk.Register(ctx, draft, m.visit, m.in)
				m.in.End, m.result = hall.Ending{Outcome: hall.SeenNow}, res
				return m, err
			}
			if m.comes != 0 {
				res, err := come(ctx, s, draft, m)
				m.in.End, m.result = hall.Ending{Outcome: hall.SeenNow}, res
				return m, err
			}
			for _, b := range m.first {
				if name := b.party.Details.Name; name != "" && b.other == name {
					s.Desk = s.Desk.Another(name)
				}
			}
			res, err := s.Desk.FinishIntake(ctx, draft, m.in)
			m.result = res
			return m, err
		},
		Then: func(m matter) tea.Cmd {
			return views.Push(&done{env: env, in: m.in, res: m.result, later: m.visit != 0})
		},
	}
	if r.Draft == 0 && (r.Case != 0 || r.Order != 0 || r.Person != 0 || r.Consultation != 0 || r.Slot.Day != 0) {
		spec.Read = func(ctx context.Context, s views.Session) (matter, error) { return brought(ctx, s, r) }
	}
	v.View = form.New(env, spec)
	return v
}

// brought is what the route says of the visitor, or of the time that was chosen in the calendar.
func brought(ctx context.Context, s views.Session, r views.Route) (m matter, err error) {
	switch {
	case r.Case != 0:
		file, err := s.Desk.Case(ctx, r.Case)
		if err != nil {
			return m, err
		}
		c, err := unmasked(ctx, s, file)
		m.follow(c)
		return m, err
	case r.Person != 0:
		p, err := s.Desk.Person(ctx, r.Person)
		m.first[hall.Applicant].fill(p, s.Today())
		return m, err
	}
	if r.Order != 0 {
		return ordered(ctx, s, r.Order)
	}
	if r.Consultation != 0 {
		return waiting(ctx, s, r.Consultation)
	}
	m.in.End = hall.Ending{Outcome: hall.Booked, Slot: r.Slot, Room: r.Room}
	return m, nil
}

// ordered is what an order says, so that nothing of it is typed again.
func ordered(ctx context.Context, s views.Session, id hall.OrderID) (m matter, err error) {
	f, err := s.Desk.Order(ctx, id)
	if err != nil {
		return m, err
	}
	if bad := hall.Why(hall.OrderCourse(), f.Order, hall.OpOrderCase, s.Actor, s.Now()); bad != nil {
		return m, bad
	}
	m.take(f.Order.Intake())
	m.order = f.Order.Name()
	return m, nil
}

// waiting is who took a number with a name only, to be registered in full.
func waiting(ctx context.Context, s views.Session, id hall.ConsultationID) (m matter, err error) {
	c, err := s.Desk.Visit(ctx, id)
	if err != nil {
		return m, err
	}
	if bad := hall.Why(hall.WalkInCourse(), hall.VisitRowOf(c), hall.OpRegister, s.Actor, s.Now()); bad != nil {
		return m, bad
	}
	m.take(*c.Intake)
	m.visit = id
	return m, nil
}

// takeNumber gives a number at once (现在候诊): what stands in the form is registered, and of who came
// with a name only the rest later. Where it leads and how dangerous it is are not asked, unless words
// of violence were written.
func (v *View) takeNumber() tea.Cmd {
	if v.Value().first[hall.Applicant].party.Details.Name == "" {
		return v.Submit()
	}
	set := v.Change(func(m *matter) { m.in.End = hall.Ending{Outcome: hall.SeenNow} })
	submit := v.Submit
	if m := v.Value(); m.visit == 0 && m.intake(v.env.Session).Bare() {
		submit = v.SubmitPart
	}
	v.now = true
	defer func() { v.now = false }()
	return tea.Batch(set, submit())
}

// Renew implements views.Renewer: F3 is always somebody new.
func (v *View) Renew() tea.Cmd { return v.Anew() }

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	if cmd, ok := menu.Run(msg); ok {
		return cmd
	}
	switch m := msg.(type) {
	case form.Saved[one]:
		return v.added(m.Value)
	case form.Aside[one]:
		return v.putDown(m.Value)
	}
	return v.View.Update(msg)
}

// peopleFields are the questions of the first step: few required ones first.
func (v *View) peopleFields() []*form.Field[matter] {
	side := func(s hall.Side) func(*matter) *somebody {
		return func(m *matter) *somebody { return &m.first[s] }
	}
	a, aLater := about(v.env, "a.", side(hall.Applicant))
	r, rLater := about(v.env, "r.", side(hall.Respondent))
	a["name"].Named().Required().Note(v.along(hall.Applicant))
	r["name"].Title(otherLabel).Help(otherHelp).Head().Note(v.along(hall.Respondent))
	r["phone"].Title(otherPhone)
	r["village"].Title(otherVillage)
	out := []*form.Field[matter]{a["name"], a["id"], a["phone"], a["village"], r["name"], r["phone"], r["village"]}
	out = append(out, v.disputeFields()...)
	for _, name := range canWait() {
		out = append(out, aLater[name].Lead(text.Side(hall.Applicant)).Later())
	}
	out = append(out, r["id"].Lead(text.Side(hall.Respondent)).Later())
	for _, name := range canWait() {
		out = append(out, rLater[name].Lead(text.Side(hall.Respondent)).Later())
	}
	return out
}

// disputeFields are the questions about the dispute.
func (v *View) disputeFields() []*form.Field[matter] {
	f := facts.Fields(theMatter)
	return []*form.Field[matter]{
		f.Type.Required().Head(), f.Subject.Help(subjectHelp), f.Facts.Required().Help(factsHelp), f.Amount.Later(), f.Requests.Later(),
		f.Source.Given().Later(), f.SourceFrom.Later(),
		f.Letter.Later(), f.LetterDay.Later(), f.LetterBy.Later(), f.Written.Given().Later(), f.Difficulty.Given().Later(),
		form.YesNo("secret", text.Matter.Secret, func(m *matter) *bool { return &m.in.Confidential }).Given().Later(),
	}
}

func isCriminal(m matter) bool { return m.marks.Criminal() }

func theMatter(m *matter) *hall.Matter { return &m.in.Matter }

// riskFields are the questions before the outcome, in the second step.
func (v *View) riskFields() []*form.Field[matter] {
	criminal, mass, stability, extreme := facts.Flagged(func(m *matter) *facts.Marks { return &m.marks })
	when, whom := facts.Told(theMatter, isCriminal)
	f := facts.Fields(theMatter)
	refuses, bar := facts.Bars(func(m *matter) (*bool, *hall.Bar) { return &m.in.PartyRefuses, &m.in.Bar })
	return []*form.Field[matter]{
		f.Risk.Given().Help(riskHelp).Propose(alarming).Note(alarmed),
		f.Measures.If(func(m matter) bool { return m.in.Risk == hall.RiskHigh }),
		criminal, when.If(isCriminal), whom.If(isCriminal), mass, stability,
		extreme.If(func(m matter) bool { return m.marks.Threaten(m.in.Risk) }),
		form.YesNo("urgent", urgent, func(m *matter) *bool { return &m.in.Urgent }).Given().Help(urgentHelp).Propose(goesFirst),
		form.Text("urgentwhy", urgentWhy, mostShort, func(m *matter) *string { return &m.in.UrgentWhy }).
			If(func(m matter) bool { return m.in.Urgent }).Propose(whyUrgent),
		refuses, bar,
	}
}

// alarming proposes the highest level where what is written speaks of violence.
func alarming(_ views.Session, m matter) string {
	if m.in.Alarm() != "" {
		return form.KeyOf(hall.RiskHigh)
	}
	return form.KeyOf(hall.RiskNone)
}

// alarmed says which word it was.
func alarmed(_ views.Session, m matter) text.Message {
	if w := m.in.Alarm(); w != "" {
		return alarmNote.With("word", w)
	}
	return text.Message{}
}

// goesFirst proposes that whoever may turn violent is urgent.
func goesFirst(_ views.Session, m matter) string { return form.KeyOf(m.warning().Grave()) }

// whyUrgent is the reason that the risk itself gives.
func whyUrgent(s views.Session, m matter) string {
	if w := m.warning(); m.in.Urgent && w.Grave() {
		return s.Say(text.Danger(w))
	}
	return ""
}

// keys are those of the first step besides a form's own.
func (v *View) keys() []views.Action {
	number := views.Action{Key: views.Key("Ctrl-T", "ctrl+t"), Name: numberKey, Help: numberHelp, Run: v.takeNumber}
	switch v.Step() {
	case stepRead:
		return nil
	case stepWhere:
		return []views.Action{number}
	}
	return append(append([]views.Action{number}, v.dupKeys()...),
		views.Action{Key: views.Key("Ctrl-N", "ctrl+n"), Name: addShort, Help: addPartyLabel, Run: v.addParty},
		views.Action{Key: views.Key("Ctrl-G", "ctrl+g"), Name: peopleLabel, Run: func() tea.Cmd { return v.listParties(-1) }})
}

// refused takes what is wrong beyond the fields: representatives, one of the further parties, what
// was finished elsewhere.
func (v *View) refused(m matter, why *hall.Error, _ []hall.Clash, save func(matter) tea.Cmd) tea.Cmd {
	s := v.env.Session
	if why.Code == hall.ErrAlreadyFinished {
		return menu.Confirm(v.env, s.Say(finishedTitle), []string{s.Say(finishedBody)}, s.Say(finishedYes), func() tea.Cmd { return save(m) })
	}
	if why.Code == hall.ErrRepresentatives {
		return tea.Batch(v.GoTo("a.name"), views.Toast(views.Warn, repsNeeded.With("n", s.Settings.RepsFrom).With("most", s.Settings.MaxReps)), v.listParties(0))
	}
	if bad := m.intake(s).Check(s.Settings, s.Today()); bad != nil {
		if i := m.culprit(s, bad); i >= 0 {
			return tea.Batch(v.GoTo("a.name"), v.editParty(i, fieldOf(bad.Code)), views.Toast(views.Warn, text.Err(bad)))
		}
	}
	return nil
}

// along names who else stands on a side, and says when the first was here.
func (v *View) along(side hall.Side) func(views.Session, matter) text.Message {
	return func(s views.Session, m matter) text.Message {
		was := noted(s, m.first[side])
		var names []string
		for _, p := range m.extra {
			if p.Side == side {
				names = append(names, p.Details.Name)
			}
		}
		if len(names) == 0 {
			return was
		}
		more := moreLabel.With("n", len(names)).With("names", text.Names(names))
		return text.Both(more.In(text.Zh)+"  "+was.In(text.Zh), more.In(text.En)+"  "+was.In(text.En))
	}
}

// warning names a case that is perhaps the same, calmly.
func (v *View) warning(s views.Session, m matter, w int) []string {
	if v.Step() != stepPeople {
		return nil
	}
	st := s.Styles
	if m.relapse.ID != 0 {
		return []string{st.Accent.Render(widget.Cut(s.Say(relapseOn.With("no", caseName(m.relapse))), w, st.Marks.More))}
	}
	if len(m.dups) == 0 {
		if m.order == "" {
			return nil
		}
		return []string{st.Accent.Render(widget.Cut(s.Say(fromOrder.With("no", m.order).With("from", m.in.SourceFrom)), w, st.Marks.More))}
	}
	d := m.dups[0]
	line := s.Say(dup.With("no", caseName(d)).With("a", d.Applicant).With("b", d.Respondent).With("what", text.About(s.Settings, d.Type, d.Subject)).With(
		"state", text.State(d.State)))
	if n := len(m.dups) - 1; n > 0 {
		line += s.Say(dupMore.With("n", n))
	}
	what := dupClosed
	if d.State.Open() {
		what = dupOpen
	}
	badge := st.Badge(dupTone, s.Say(sameTitle))
	return []string{"", badge + " " + widget.Cut(line, w-widget.Width(badge)-1, st.Marks.More), st.Muted.Render(widget.Cut("  "+s.Say(what), w, st.Marks.More))}
}
