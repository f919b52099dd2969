package followup

import (
	"context"
	"slices"

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
