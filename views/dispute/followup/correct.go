package followup

import (
	"context"
	"slices"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// correctForm puts right what was written of a follow-up; what stood before is kept with it.
func correctForm(env *views.Env, f file, from hall.Draft) views.View {
	type R = recording
	return form.New(env, form.Spec[R]{
		Title: doCorrect, Rule: rule(env.Session, f, correctRule), Keep: keep[R](f, "correct", doCorrect, from), Edit: true,
		Fields: slices.Concat(recordFields(), []*form.Field[R]{nextField(),
			form.Notes(hall.FieldReason, correctWhy, 300, func(r *R) *string { return &r.why }).Rows(2).Required()}),
		Read: func(ctx context.Context, s views.Session) (R, error) {
			now, err := readFor(ctx, s, f.Consultation.ID, hall.OpCorrect)
			return R{of: now, way: wayKey(now.visit().Way), FollowUpRecord: now.visit().Record(), was: now.visit().Relapse}, err
		},
		Check: func(s views.Session, r R) *hall.Error {
			return hall.FollowFix{FollowUpRecord: r.record()}.Check(r.of.visit(), r.of.Case, s.Today())
		},
		Confirm: doubt,
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			c := r.of.Consultation
			now, err := s.Desk.From(draft).CorrectFollowUp(ctx, c.ID, c.Rev, hall.FollowFix{FollowUpRecord: r.record()}, r.why)
			if err == nil {
				r.of.Consultation = now
			}
			return r, err
		},
		Done: func(R) text.Message { return correctedNow },
	})
}

// standForm takes back that a follow-up was called off.
func standForm(env *views.Env, f file, from hall.Draft) views.View {
	return backForm(env, f, from, "stand", hall.OpStand, backWords{doStand, standRule, standsNow}, (*store.Desk).StandAgain)
}

// unmadeForm takes back that a follow-up was recorded that was not made.
func unmadeForm(env *views.Env, f file, from hall.Draft) views.View {
	return backForm(env, f, from, "unmade", hall.OpUnmade, backWords{doUnmade, unmadeRule, unmadeNow}, (*store.Desk).UnmakeFollowUp)
}

type backWords struct{ title, rule, done text.Message }

// backForm asks why a step is taken back.
func backForm(env *views.Env, f file, from hall.Draft, name string, op hall.Op, say backWords,
	save func(*store.Desk, context.Context, hall.ConsultationID, uint64, string) (hall.Consultation, error)) views.View {
	type R = cancelling
	return form.Box(env, form.Spec[R]{
		Title: say.title, Rule: say.rule, Keep: keep[R](f, name, say.title, from),
		Fields: []*form.Field[R]{form.Notes(hall.FieldReason, backWhy, 300, func(r *R) *string { return &r.why }).Rows(2).Required()},
		Read: func(ctx context.Context, s views.Session) (R, error) {
			now, err := readFor(ctx, s, f.Consultation.ID, op)
			return R{of: now}, err
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			_, err := save(s.Desk.From(draft), ctx, r.of.Consultation.ID, r.of.Consultation.Rev, r.why)
			return r, err
		},
		Done: func(R) text.Message { return say.done },
	})
}
