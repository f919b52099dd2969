// Package intake takes a visitor in (受理登记, F3): who quarrels with whom about what, how
// dangerous it is, and where it leads. One form in three steps: people and dispute, risk and where
// it leads, reading over. Everything typed is kept as a draft.
package intake

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/ending"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// View is the screen.
type View struct {
	*form.View[matter]
	env *views.Env
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
	t := text.Intake
	spec := form.Spec[matter]{
		Title: t.Title, Stays: true, Yes: t.Register,
		Steps: []form.Step[matter]{
			{Name: t.StepPeople, Hint: t.Hint1, Fields: v.peopleFields(), Ask: v.askSame},
			{Name: t.StepWhere, Hint: t.Hint2, Fields: append(v.riskFields(),
				ending.Fields(env, func(m *matter) *hall.Ending { return &m.in.End }, hall.Outcomes(hall.LedAtDesk), impossible)...), Ask: v.askSame},
			{Name: t.Summary, Hint: t.Hint3, Show: summary},
		},
		Keep:  form.Keep[matter]{Kind: hall.DraftIntake, Many: true, ID: r.Draft, Put: put, Get: v.get},
		Check: check, Watch: v.watch, Below: v.warning, Keys: v.keys, Opened: v.opened,
		Refused: v.refused,
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, m matter) (matter, error) {
			m.in = m.intake(s)
			res, err := s.Desk.FinishIntake(ctx, draft, m.in)
			m.result = res
			return m, err
		},
		Then: func(m matter) tea.Cmd { return views.Push(&done{env: env, in: m.in, res: m.result}) },
	}
	if r.Draft == 0 && (r.Case != 0 || r.Person != 0 || r.Slot.Day != 0) {
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
		m.first[hall.Applicant].fill(p)
		return m, err
	}
	m.in.End = hall.Ending{Outcome: hall.Booked, Slot: r.Slot, Room: r.Room}
	return m, nil
}

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
	t := text.Intake
	side := func(s hall.Side) func(*matter) *somebody {
		return func(m *matter) *somebody { return &m.first[s] }
	}
	a, aLater := about(v.env, "a.", side(hall.Applicant))
	r, rLater := about(v.env, "r.", side(hall.Respondent))
	a["name"].Named().Required().Note(v.along(hall.Applicant))
	r["name"].Title(t.Other).Head().Note(v.along(hall.Respondent))
	r["phone"].Title(t.OtherPhone)
	r["village"].Title(t.OtherVillage)
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
	t := text.Intake
	str := func(at func(*hall.Intake) *string) func(*matter) *string {
		return func(m *matter) *string { return at(&m.in) }
	}
	sources := []hall.Source{hall.SourceApplication, hall.SourceUnasked, hall.SourceEntrusted}
	return []*form.Field[matter]{
		form.Choice("type", t.Type, str(func(in *hall.Intake) *string { return &in.Type }), types).Required().Head(),
		form.Text("subject", t.Subject, mostShort, str(func(in *hall.Intake) *string { return &in.Subject })).Help(t.SubjectHelp),
		form.Notes("facts", t.Facts, mostText, str(func(in *hall.Intake) *string { return &in.Facts })).Required().Help(t.FactsHelp),
		form.Money("amount", t.Amount, func(m *matter) *int64 { return &m.in.Amount }).Later(),
		form.Notes("requests", t.Requests, mostText, str(func(in *hall.Intake) *string { return &in.Requests })).Rows(2).Later(),
		form.Enum("source", t.Source, func(m *matter) *hall.Source { return &m.in.Source }, sources, text.Source).Given().Later(),
		form.Text("sourcefrom", t.SourceFrom, mostShort, str(func(in *hall.Intake) *string { return &in.SourceFrom })).Later().
			If(func(m matter) bool { return m.in.Source == hall.SourceEntrusted }),
		form.Flag("written", t.Written, t.WrittenNo, t.WrittenYes, func(m *matter) *bool { return &m.in.Written }).Given().Later(),
		form.Enum("difficulty", t.Difficulty, func(m *matter) *hall.Difficulty { return &m.in.Difficulty },
			[]hall.Difficulty{hall.Ordinary, hall.Simple, hall.Difficult}, text.Difficulty).Given().Later(),
		form.Flag("secret", t.Secret, t.No, t.Yes, func(m *matter) *bool { return &m.in.Confidential }).Given().Later(),
	}
}

func types(s views.Session, _ matter) []form.Option {
	var out []form.Option
	for _, t := range form.Types(s) {
		out = append(out, form.Option{Key: t.Code, Name: t.Name})
	}
	return out
}

// riskFields are the questions before the outcome, in the second step.
func (v *View) riskFields() []*form.Field[matter] {
	t := text.Intake
	flag := func(name string, label text.Message, at func(*matter) *bool) *form.Field[matter] {
		return form.Flag(name, label, t.No, t.Yes, at).Given()
	}
	criminal := func(m matter) bool { return m.flags[0] }
	bars := []hall.Bar{hall.BarNone, hall.BarSpecial, hall.BarLaw, hall.BarCourt, hall.BarPolice, hall.BarOther}
	return []*form.Field[matter]{
		form.Enum("risk", t.Risk, func(m *matter) *hall.Risk { return &m.in.Risk }, []hall.Risk{hall.RiskNone, hall.RiskLow, hall.RiskMid, hall.RiskHigh}, text.Risk).
			Given().Help(t.RiskHelp),
		form.Notes("measures", t.Measures, mostText, func(m *matter) *string { return &m.in.Measures }).Rows(2).If(
			func(m matter) bool { return m.in.Risk == hall.RiskHigh }),
		flag("criminal", t.Criminal, func(m *matter) *bool { return &m.flags[0] }).Help(t.CriminalHelp),
		form.Moment("policeat", t.PoliceAt, func(m *matter) *timeOf { return &m.in.Police.At }).If(criminal).Help(t.PoliceHelp).Check(
			told(func(m matter) bool { return !m.in.Police.At.IsZero() })),
		form.Text("police", t.PoliceWho, mostShort, func(m *matter) *string { return &m.in.Police.Officer }).If(criminal).Check(
			told(func(m matter) bool { return m.in.Police.Officer != "" })),
		flag("mass", t.Mass, func(m *matter) *bool { return &m.flags[1] }),
		flag("stability", t.Stability, func(m *matter) *bool { return &m.flags[2] }),
		flag("urgent", t.Urgent, func(m *matter) *bool { return &m.in.Urgent }),
		form.Text("urgentwhy", t.UrgentWhy, mostShort, func(m *matter) *string { return &m.in.UrgentWhy }).If(func(m matter) bool { return m.in.Urgent }),
		flag("refuses", t.Refuses, func(m *matter) *bool { return &m.in.PartyRefuses }).Help(t.RefusesHelp),
		form.Enum("bar", t.Bar, func(m *matter) *hall.Bar { return &m.in.Bar }, bars, barName).Given(),
	}
}

// told refuses what may turn criminal while nobody told the police of it.
func told(done func(matter) bool) func(views.Session, matter) *hall.Error {
	return func(_ views.Session, m matter) *hall.Error {
		if m.flags[0] && !done(m) {
			return hall.Refuse(hall.ErrPoliceReport)
		}
		return nil
	}
}

func barName(b hall.Bar) text.Message {
	if b == hall.BarNone {
		return text.Intake.BarNone
	}
	return text.Bar(b)
}

// keys are those of the first step besides a form's own.
func (v *View) keys() []views.Action {
	t := text.Intake
	if v.Step() != stepPeople {
		return nil
	}
	return append(v.dupKeys(),
		views.Action{Key: views.Key("Ctrl-N", "ctrl+n"), Name: t.AddShort, Help: t.AddParty, Run: v.addParty},
		views.Action{Key: views.Key("Ctrl-G", "ctrl+g"), Name: t.People, Run: func() tea.Cmd { return v.listParties(-1) }})
}

// refused takes what is wrong beyond the fields: representatives, one of the further parties, what
// was finished elsewhere.
func (v *View) refused(m matter, why *hall.Error, _ []hall.Clash, save func(matter) tea.Cmd) tea.Cmd {
	t, s := text.Intake, v.env.Session
	if why.Code == hall.ErrAlreadyFinished {
		return menu.Confirm(v.env, s.Say(t.FinishedTitle), []string{s.Say(t.FinishedBody)}, s.Say(t.FinishedYes), func() tea.Cmd { return save(m) })
	}
	if why.Code == hall.ErrRepresentatives {
		return tea.Batch(v.GoTo("a.name"), views.Toast(views.Warn, t.RepsNeeded.With("n", s.Settings.RepsFrom).With("most", s.Settings.MaxReps)), v.listParties(0))
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
		was := visited(s, m.first[side])
		var names []string
		for _, p := range m.extra {
			if p.Side == side {
				names = append(names, p.Details.Name)
			}
		}
		if len(names) == 0 {
			return was
		}
		more := text.Intake.More.With("n", len(names)).With("names", text.Names(names))
		return text.Both(more.In(text.Zh)+"  "+was.In(text.Zh), more.In(text.En)+"  "+was.In(text.En))
	}
}

// warning names a case that is perhaps the same, calmly.
func (v *View) warning(s views.Session, m matter, w int) []string {
	if v.Step() != stepPeople {
		return nil
	}
	st, t := s.Styles, text.Intake
	if m.relapse.ID != 0 {
		return []string{st.Accent.Render(widget.Cut(s.Say(t.RelapseOn.With("no", caseName(m.relapse))), w, st.Marks.More))}
	}
	if len(m.dups) == 0 {
		return nil
	}
	d := m.dups[0]
	line := s.Say(t.Dup.With("no", caseName(d)).With("a", d.Applicant).With("b", d.Respondent).With("what", text.About(s.Settings, d.Type, d.Subject)).With(
		"state", text.State(d.State)))
	if n := len(m.dups) - 1; n > 0 {
		line += s.Say(t.DupMore.With("n", n))
	}
	what := t.DupClosed
	if d.State.Open() {
		what = t.DupOpen
	}
	badge := st.Badge(dupTone, s.Say(t.SameTitle))
	return []string{"", badge + " " + widget.Cut(line, w-widget.Width(badge)-1, st.Marks.More), st.Muted.Render(widget.Cut("  "+s.Say(what), w, st.Marks.More))}
}
