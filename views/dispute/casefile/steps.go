package casefile

import (
	"context"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// begin opens what an action asks for.
func (v doing) begin(a hall.Action) tea.Cmd {
	switch a {
	case hall.ActFile:
		return v.archive()
	case hall.ActAssign:
		return v.pick(pickMediator, a, 0)
	case hall.ActStandAside:
		return v.whoLeaves()
	}
	return v.fill(a, hall.Draft{})
}

// fill opens the form of an action, or goes on with a draft of it.
func (v doing) fill(a hall.Action, from hall.Draft) tea.Cmd {
	spec, ok := forms()[a]
	if !ok {
		return nil // a draft of another version of the program
	}
	return views.PushAsked(v.stepForm(a, spec, from))
}

// resume goes on with a draft that the board led to.
func (v doing) resume(d hall.Draft) tea.Cmd {
	form, no, _ := strings.Cut(d.Form, "#")
	for a := range forms() {
		if string(hall.DeedOf(a)) == form {
			n, _ := strconv.Atoi(no)
			return v.over(n).fill(a, d)
		}
	}
	if f := v.mended(d); f != nil {
		return views.PushAsked(f)
	}
	return nil
}

// take takes a step that needs no form.
func (v doing) take(step hall.Step) tea.Cmd {
	c := v.file.Case
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		now, err := s.Desk.Step(ctx, c.ID, c.Rev, 0, step)
		if err != nil {
			return text.Message{}, err
		}
		return said(s, step, now), nil
	})
}

// said is what a step came to.
func said(s views.Session, step hall.Step, c hall.Case) text.Message {
	a := step.Action
	switch {
	case untold(step):
		return notTold
	case a == hall.ActAccept:
		return numbered.With("no", c.Number)
	case a != hall.ActAgree && a != hall.ActSign && a != hall.ActChange:
		return text.Taken(a)
	case c.State == hall.Performed:
		return doneSpot
	}
	made := c.AgreementNo(step.No)
	if a == hall.ActChange {
		made = c.Agreement()
	}
	if made.Effective() == 0 {
		return doneMissing.With("what", missing(s, *made))
	}
	return doneInForce.With("day", text.ShortDay(made.Effective()))
}

// untold reports whether it was settled and nobody has written that the rights were told [law 23].
func untold(step hall.Step) bool {
	return step.Session != nil && step.Session.Result == hall.ResultSettled && !step.Session.RightsTold
}

// pick finds a mediator: the best for the case first, each with what speaks for him and
// against him. The person decides.
func (v doing) pick(title text.Message, a hall.Action, leaving hall.MediatorID) tea.Cmd {
	id := v.file.Case.ID
	find := func(ctx context.Context, s views.Session, q string) ([]menu.Choice, error) {
		found, err := s.Desk.Suggest(ctx, id, q, menu.Most+1)
		var out []menu.Choice
		for _, one := range found {
			m := one.Row
			out = append(out, menu.Choice{
				ID: strconv.FormatUint(uint64(m.ID), 10), Label: m.Name + "  " + m.Village, Detail: s.Say(text.Reasons(one.Reasons)), Warn: one.Warned(), Row: m,
			})
		}
		return menu.Upto(out, menu.Most), err
	}
	return menu.Pick(v.env, v.env.Say(title), text.Dialog.PickHint, find, func(c menu.Choice) tea.Cmd {
		m, _ := c.Row.(hall.MediatorRow)
		return v.picked(a, m, leaving)
	})
}

// assigning is who is put on the case, and why all the same.
type assigning struct {
	hall.Step
	made hall.Case
}

// picked goes on with the mediator: a warning, or standing aside, asks for a reason first, and
// a second mediator whether to chair.
func (v doing) picked(a hall.Action, m hall.MediatorRow, leaving hall.MediatorID) tea.Cmd {
	type R = assigning
	c := v.file.Case
	warned := m.Conflict.Bars()
	start := R{Step: hall.Step{Action: a, Mediator: m.ID, Leaving: leaving, Override: warned}}
	var fields []*form.Field[R]
	if a == hall.ActAssign && len(c.Mediators()) > 0 {
		fields = append(fields, form.YesNo("chair", toChair, func(r *R) *bool { return &r.Chair }))
	}
	var rule text.Message
	if warned || a == hall.ActStandAside {
		label := leavingWhy
		if warned {
			label, rule = overrideWhy, overrideRule.With("name", m.Name).With("why", text.Conflict(m.Conflict)).With("party", m.Party)
		}
		fields = append(fields, form.Notes("reason", label, 1000, func(r *R) *string { return &r.Reason }).Rows(2).Required())
	}
	if len(fields) == 0 {
		return v.take(start.Step)
	}
	return views.Push(form.Box(v.env, form.Spec[R]{
		Title: text.Action(a), Rule: rule, Fields: fields, Start: start,
		Save: func(ctx context.Context, s views.Session, _ hall.DraftID, r R) (_ R, err error) {
			r.made, err = s.Desk.Step(ctx, c.ID, c.Rev, 0, r.Step)
			return r, err
		},
		Done: func(r R) text.Message { return said(v.env.Session, r.Step, r.made) },
	}))
}

func (v doing) whoLeaves() tea.Cmd {
	var items []menu.Item
	for _, m := range v.file.Case.Mediators() {
		items = append(items, menu.Item{Name: text.Raw(m.Name), Do: func() tea.Cmd { return v.pick(pickNew, hall.ActStandAside, m.ID) }})
	}
	return menu.Which(v.env, v.env.Say(pickLeaving), items)
}

// taking is a step that somebody fills in.
type taking struct {
	hall.Step
	of        hall.CaseFile
	written   string // the form of an agreement, as drafts keep it
	session   hall.Session
	agreement hall.Agreement
	amendment hall.Matter
	clause    string    // which clause, as drafts keep it
	enclosed  []string  // the papers that go to the court
	made      hall.Case // as it is once the step was taken
	settings  hall.Settings
	today     hall.Day
}

// formName is by which a draft of a step's form is known: with the number of the agreement, where one was chosen.
func (v doing) formName(a hall.Action) string {
	if v.no == 0 {
		return string(hall.DeedOf(a))
	}
	return string(hall.DeedOf(a)) + "#" + strconv.Itoa(v.no)
}

// stepForm is the form of an action: a long one on the whole screen, the others in a box.
func (v doing) stepForm(a hall.Action, spec stepSpec, from hall.Draft) views.View {
	type R = taking
	env, f := v.env, v.file
	no := f.Case.Name()
	title, kept := text.Action(a), text.Raw("{no}  {what}").With("no", no).With("what", text.Action(a))
	if spec.long {
		title, kept = formTitle.With("what", text.Action(a)).With("no", no), text.Raw(no) // the kind says which
	}
	s := form.Spec[R]{
		Title: title, Fields: spec.fields(env.Session, f), Edit: a == hall.ActAmend || a == hall.ActMend,
		Keep: form.Keep[R]{Kind: spec.kind, Form: v.formName(a), From: from, Case: f.Case.ID, Title: func(R) text.Message { return kept }},
		Read: func(ctx context.Context, s views.Session) (R, error) {
			now, err := s.Desk.Case(ctx, f.Case.ID)
			now.Case = now.Case.Over(v.no)
			if err == nil {
				if bad := hall.Why(hall.CaseCourse(), now.Case, a, s.Actor, s.Now()); bad != nil {
					err = bad
				}
			}
			r := R{of: now, Step: hall.Step{Action: a, No: v.no}, settings: s.Settings, today: s.Today()}
			if err == nil && spec.start != nil {
				spec.start(s, &r)
			}
			return r, err
		},
		Check: func(s views.Session, r R) *hall.Error {
			_, bad := spec.step(s, r)
			return bad
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			step, bad := spec.step(s, r)
			if bad != nil {
				return r, bad
			}
			now, err := s.Desk.Step(ctx, r.of.Case.ID, r.of.Case.Rev, draft, step)
			r.Step, r.made = step, now
			return r, err
		},
		Then: func(r R) tea.Cmd {
			level := views.Done
			if untold(r.Step) {
				level = views.Warn
			}
			return tea.Batch(views.Toast(level, said(env.Session, r.Step, r.made)), views.Pop(form.Saved[R]{Value: r}))
		},
	}
	if spec.rule != nil {
		s.Rule = spec.rule(env.Session, f)
	}
	s.Rule = text.Words(s.Rule, endsToo(env.Session, f, a))
	if row, ok := hall.CaseCourse().At(f.Case.State, a); ok && row.Asks {
		s.Confirm = func(r R) *form.Question {
			return &form.Question{Title: endTitle.With("what", text.Action(a)), Body: []text.Message{endBody, text.Raw(r.Reason)},
				Yes: text.Action(a)}
		}
	}
	if spec.long {
		return form.New(env, s)
	}
	return form.Box(env, s)
}
