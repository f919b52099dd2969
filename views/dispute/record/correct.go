package record

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// todo lists what can be done about a visit that is on record.
func todo(env *views.Env, c hall.Consultation) tea.Cmd {
	r := hall.VisitRowOf(c)
	items := []menu.Item{
		{Name: Visitor, Why: NoVisitor(c), Do: func() tea.Cmd { return ToVisitor(c) }},
		CaseItem(c.Case),
	}
	if c.Kind == hall.WalkIn || c.Kind == hall.Appointment {
		items = append(items, menu.Item{Name: doCorrect, Op: hall.OpCorrect, Do: func() tea.Cmd { return views.Push(correct(env, c, hall.Draft{})) }},
			menu.Item{Name: doRequeue, Op: hall.OpRequeue, Do: func() tea.Cmd { return views.Push(requeue(env, c)) }})
		items = append(append(items, amendments(env, c)...),
			menu.Item{Name: doEndFix, Op: hall.OpEndFix, Do: func() tea.Cmd { return views.Push(fixEnding(env, c, hall.Draft{})) }},
			menu.Item{Name: doGoneFix, Op: hall.OpGoneFix, Do: func() tea.Cmd { return views.Push(fixGone(env, c, hall.Draft{})) }})
	}
	return menu.Course(env, env.Say(text.Words(text.Kind(c.Kind), When(c), text.Who(c.Who, c.Others))), menu.Bars(env, hall.WalkInCourse(), r), items)
}

// CaseItem is the line of a menu that opens the case of a visit.
func CaseItem(id hall.CaseID) menu.Item {
	it := menu.Item{Name: doCase, Do: func() tea.Cmd { return views.Go(views.Route{Screen: views.CaseFile, Case: id}) }}
	if id == 0 {
		it.Why = noCase
	}
	return it
}

// fixing is a visit as it is put right, and why.
type fixing struct {
	of  hall.Consultation
	fix hall.VisitFix
	why string
}

func reasonOf(label text.Message) *form.Field[fixing] {
	return form.Notes(hall.FieldReason, label, 300, func(r *fixing) *string { return &r.why }).Rows(2).Required()
}

func read(id hall.ConsultationID) func(context.Context, views.Session) (fixing, error) {
	return func(ctx context.Context, s views.Session) (fixing, error) {
		c, err := s.Desk.Visit(ctx, id)
		return fixing{of: c, fix: hall.FixOfVisit(c)}, err
	}
}

// correct is the form that puts a visit right.
func correct(env *views.Env, c hall.Consultation, from hall.Draft) views.View {
	type R = fixing
	began, ended := !c.Started.IsZero(), !c.Ended.IsZero()
	return form.New(env, form.Spec[R]{
		Title: correctTitle.With("who", text.Who(c.Who, c.Others)), Rule: correctRule, Edit: true, Read: read(c.ID),
		Keep: keptOf[R](c, formCorrect, from, doCorrect),
		Fields: []*form.Field[R]{
			form.Choice(hall.FieldRoom, roomLabel, func(r *R) *string { return &r.fix.Room }, form.Rooms[R]),
			form.Pick(hall.FieldMediator, mediatorLabel, 40, func(r *R) *hall.MediatorID { return &r.fix.Mediator.ID },
				func(r *R) *string { return &r.fix.Mediator.Name },
				FindMediator(c.Case)),
			form.Time(hall.FieldFrom, beganLabel, func(r *R) *int { return &r.fix.Began }).If(func(R) bool { return began }),
			form.Time(hall.FieldTo, endedLabel, func(r *R) *int { return &r.fix.Ended }).If(func(R) bool { return ended }),
			form.Number("calls", callsLabel, 0, 99, timesUnit, func(r *R) *int { return &r.fix.Calls }),
			form.Notes("advice", adviceLabel, 2000, func(r *R) *string { return &r.fix.Advice }).Rows(3).If(func(R) bool { return ended }),
			reasonOf(whyLabel),
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			_, err := s.Desk.From(draft).CorrectVisit(ctx, r.of.ID, r.of.Rev, r.fix, r.why)
			return r, err
		},
		Done: func(r R) text.Message { return corrected.With("who", text.Who(r.of.Who, r.of.Others)) },
	})
}

// formCorrect names the draft of a visit's correction.
const formCorrect = "walkin.correct"

// keptOf keeps what is put right of a visit as a draft of that name, until it is saved.
func keptOf[R any](c hall.Consultation, name string, from hall.Draft, what text.Message) form.Keep[R] {
	return form.Keep[R]{Kind: hall.DraftWalkIn, Form: name, From: from, Visit: c.ID, Private: c.Confidential,
		Title: func(R) text.Message { return text.Words(text.Who(c.Who, c.Others), what) }}
}

// Resumed goes on with a correction of a visit that was left; nil: the draft is of something else.
func Resumed(env *views.Env, c hall.Consultation, d hall.Draft) views.View {
	switch d.Form {
	case formCorrect:
		return correct(env, c, d)
	case formEndFix:
		return fixEnding(env, c, d)
	case formGoneFix:
		return fixGone(env, c, d)
	}
	return amended(env, c, d)
}

// FindMediator finds who can be picked, with why somebody should stand aside.
func FindMediator(on hall.CaseID) func(context.Context, views.Session, string) ([]form.Found, error) {
	return func(ctx context.Context, s views.Session, q string) ([]form.Found, error) {
		rows, err := s.Desk.FindMediators(ctx, q, on, form.Most+1)
		var out []form.Found
		for _, r := range rows {
			f := form.Found{ID: uint64(r.ID), Label: r.Name, Detail: r.Village}
			if r.Conflict != hall.NoConflict {
				f.Detail = strings.TrimSpace(f.Detail + "  " + s.Say(text.Conflict(r.Conflict)))
			}
			out = append(out, f)
		}
		return form.Upto(out, form.Most), err
	}
}

// requeue asks why somebody waits again.
func requeue(env *views.Env, c hall.Consultation) views.View {
	return form.Box(env, form.Spec[fixing]{
		Title: requeueTitle.With("who", text.Who(c.Who, c.Others)), Fields: []*form.Field[fixing]{reasonOf(requeueWhy)}, Read: read(c.ID),
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r fixing) (fixing, error) {
			_, err := s.Desk.From(draft).Requeue(ctx, r.of.ID, r.of.Rev, r.why)
			return r, err
		},
		Done: func(r fixing) text.Message {
			return requeued.With("who", text.Who(r.of.Who, r.of.Others)).With("no", text.Queue(r.of.Number))
		},
	})
}
