package record

import (
	"context"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/facts"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// amending is what was registered of a visitor as it is put right, and why.
type amending struct {
	of    hall.Consultation
	fix   hall.IntakeFix
	marks facts.Marks
	party hall.Party // the one party that is put right, or joins
	why   string
}

// The drafts of these corrections; a party's is followed by its place.
const (
	formAmend = "walkin.amend"
	formParty = "walkin.party "
	formJoin  = "walkin.join"
	formLeave = "walkin.leave "
)

// amendments are the entries of the menu that put right what was registered of a visitor. Of whom only the
// name is known, the rest is registered and not put right.
func amendments(env *views.Env, c hall.Consultation) []menu.Item {
	whose := func(title text.Message, open func(at int) views.View) func() tea.Cmd {
		return func() tea.Cmd {
			var items []menu.Item
			for i, p := range c.Intake.Parties {
				items = append(items, menu.Item{Name: text.Raw("{side}  {name}").With("side", text.Side(p.Side)).With("name", p.Details.Name),
					Do: func() tea.Cmd { return views.Push(open(i)) }})
			}
			return menu.Open(env, env.Say(title), items)
		}
	}
	return []menu.Item{
		{Name: doAmend, Op: hall.OpAmend, Do: func() tea.Cmd { return views.Push(amendMatter(env, c, hall.Draft{})) }},
		{Name: doParty, Op: hall.OpParties, Do: whose(doParty, func(at int) views.View { return amendParty(env, c, at, hall.Draft{}) })},
		{Name: doJoin, Op: hall.OpParties, Do: func() tea.Cmd { return views.Push(joinParty(env, c, hall.Draft{})) }},
		{Name: doLeave, Op: hall.OpParties, Do: whose(doLeave, func(at int) views.View { return leaveParty(env, c, at, hall.Draft{}) })},
	}
}

// amended goes on with such a correction that was left.
func amended(env *views.Env, c hall.Consultation, d hall.Draft) views.View {
	place := func(of string) (int, bool) {
		n, ok := strings.CutPrefix(d.Form, of)
		at, err := strconv.Atoi(n)
		return at, ok && err == nil && c.Registered() && at < len(c.Intake.Parties)
	}
	if at, ok := place(formParty); ok {
		return amendParty(env, c, at, d)
	}
	if at, ok := place(formLeave); ok {
		return leaveParty(env, c, at, d)
	}
	switch {
	case !c.Registered():
		return nil
	case d.Form == formAmend:
		return amendMatter(env, c, d)
	case d.Form == formJoin:
		return joinParty(env, c, d)
	}
	return nil
}

// amendMatter puts right what somebody came about, and how dangerous it is.
func amendMatter(env *views.Env, c hall.Consultation, from hall.Draft) views.View {
	return amend(env, c, amendTitle, formAmend, from, matterFields(c), func(r *amending) { r.fix.Matter.Flags = r.marks.Flags() })
}

// amendParty puts right who one of the parties is, and how to reach them.
func amendParty(env *views.Env, c hall.Consultation, at int, from hall.Draft) views.View {
	p := c.Intake.Parties[at]
	return amend(env, c, partyTitle.With("side", text.Side(p.Side)).With("name", p.Details.Name), formParty+strconv.Itoa(at), from,
		facts.Party(theParty), func(r *amending) { r.fix.Parties[at] = r.party }, func(r *amending) { r.party = r.fix.Parties[at] })
}

// joinParty adds a party to a side.
func joinParty(env *views.Env, c hall.Consultation, from hall.Draft) views.View {
	return amend(env, c, doJoin, formJoin, from, append([]*form.Field[amending]{facts.Side(theParty)}, facts.Party(theParty)...),
		func(r *amending) { r.fix.Join = &r.party }, func(r *amending) { r.party.Side = hall.Respondent })
}

// leaveParty takes a party out.
func leaveParty(env *views.Env, c hall.Consultation, at int, from hall.Draft) views.View {
	return amend(env, c, leaveTitle.With("name", c.Intake.Parties[at].Details.Name), formLeave+strconv.Itoa(at), from, nil,
		func(r *amending) { r.fix.Leave = at + 1 })
}

func theParty(r *amending) *hall.Party { return &r.party }

// amend is the form of such a correction: it begins from how the visit stands, and set takes what was
// answered over into the correction.
func amend(env *views.Env, c hall.Consultation, title text.Message, name string, from hall.Draft, fields []*form.Field[amending],
	set func(*amending), begin ...func(*amending)) views.View {
	type R = amending
	why := form.Notes(hall.FieldReason, whyLabel, 300, func(r *R) *string { return &r.why }).Rows(2).Required()
	return form.New(env, form.Spec[R]{
		Title: text.Words(title, text.Who(c.Who, c.Others)), Rule: correctRule, Edit: true, Fields: append(fields, why),
		Keep: keptOf[R](c, name, from, title),
		Read: func(ctx context.Context, s views.Session) (R, error) {
			v, err := s.Desk.Visit(ctx, c.ID)
			if err != nil {
				return R{}, err
			}
			if bad := hall.Why(hall.WalkInCourse(), hall.VisitRowOf(v), hall.OpParties, s.Actor, s.Now()); bad != nil {
				return R{}, bad
			}
			r := R{of: v, fix: hall.FixOfIntake(v)}
			r.marks = facts.MarksOf(r.fix.Matter.Flags)
			for _, begin := range begin {
				begin(&r)
			}
			return r, nil
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			r.fix.Parties = slices.Clone(r.fix.Parties)
			set(&r)
			_, err := s.Desk.From(draft).CorrectIntake(ctx, r.of.ID, r.of.Rev, r.fix, r.why)
			return r, err
		},
		Done: func(r R) text.Message { return corrected.With("who", text.Who(r.of.Who, r.of.Others)) },
	})
}

// matterFields are the questions of an intake about the dispute, in its order. Whether somebody is urgent
// is asked while he waits.
func matterFields(c hall.Consultation) []*form.Field[amending] {
	type R = amending
	at := func(r *R) *hall.Matter { return &r.fix.Matter }
	m := facts.Fields(at)
	criminal, mass, stability, extreme := facts.Flagged(func(r *R) *facts.Marks { return &r.marks })
	when, whom := facts.Told(at, func(r R) bool { return r.marks.Criminal() })
	told := c.Registered() && c.Intake.Police != hall.Police{} // what was reported stays in sight
	asked := func(r R) bool { return told || r.marks.Criminal() }
	out := []*form.Field[R]{m.Type, m.Subject, m.Facts.Rows(3), m.Amount, m.Requests, m.Source, m.SourceFrom, m.Written, m.Difficulty,
		form.YesNo("secret", text.Matter.Secret, func(r *R) *bool { return &at(r).Confidential }).Given(),
		m.Risk, m.Measures, criminal, when.If(asked), whom.If(asked), mass, stability,
		extreme.If(func(r R) bool { return r.marks.Threaten(at(&r).Risk) })}
	if c.State == hall.Waiting {
		out = append(out, form.YesNo("urgent", text.Matter.Urgent, func(r *R) *bool { return &at(r).Urgent }),
			form.Text("urgentwhy", urgentWhy, 100, func(r *R) *string { return &at(r).UrgentWhy }).If(func(r R) bool { return at(&r).Urgent }))
	}
	refuses, bar := facts.Bars(func(r *R) (*bool, *hall.Bar) { return &r.fix.PartyRefuses, &r.fix.Bar })
	return append(out, refuses, bar)
}
