package record

import (
	"context"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/ending"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// leading is where an ended visit led as it is put right, and why.
type leading struct {
	of   hall.Consultation
	end  hall.Ending
	gone string // why a visitor left who was not seen
	why  string
	res  hall.IntakeResult
}

// The drafts of these corrections.
const (
	formEndFix  = "walkin.endfix"
	formGoneFix = "walkin.gonefix"
)

// fixEnding puts right where a visit led. What somebody wrote down as gone is no ending yet.
func fixEnding(env *views.Env, c hall.Consultation, from hall.Draft) views.View {
	fields := ending.Fields(env.Settings, c.Led(), func(r *leading) *hall.Ending { return &r.end }, func(_ views.Session, r leading, o hall.Outcome) text.Message {
		return text.Short(hall.VisitRowOf(r.of).Leads(o))
	})
	return leadingForm(env, c, from, doEndFix, formEndFix, hall.OpEndFix, fields, func(ctx context.Context, s views.Session, r leading) (leading, error) {
		var err error
		r.res, err = s.Desk.CorrectEnding(ctx, r.of.ID, r.of.Rev, r.end.Whole(s.Settings), r.why)
		return r, err
	})
}

// fixGone puts right that nobody was seen after all.
func fixGone(env *views.Env, c hall.Consultation, from hall.Draft) views.View {
	fields := []*form.Field[leading]{form.Notes(hall.FieldReason, goneWhy, 300, func(r *leading) *string { return &r.gone }).Rows(2).Required()}
	return leadingForm(env, c, from, doGoneFix, formGoneFix, hall.OpGoneFix, fields, func(ctx context.Context, s views.Session, r leading) (leading, error) {
		_, err := s.Desk.WasGone(ctx, r.of.ID, r.of.Rev, r.gone, r.why)
		return r, err
	})
}

func leadingForm(env *views.Env, c hall.Consultation, from hall.Draft, title text.Message, name string, op hall.Op, fields []*form.Field[leading],
	save func(context.Context, views.Session, leading) (leading, error)) views.View {
	type R = leading
	return form.New(env, form.Spec[R]{
		Title: text.Words(title, text.Who(c.Who, c.Others)), Rule: correctRule, Edit: true, Keep: keptOf[R](c, name, from, title),
		Fields: append(fields, form.Notes("why", whyLabel, 300, func(r *R) *string { return &r.why }).Rows(2).Required()),
		Read: func(ctx context.Context, s views.Session) (R, error) {
			v, err := s.Desk.Visit(ctx, c.ID)
			if bad := hall.Why(hall.WalkInCourse(), hall.VisitRowOf(v), op, s.Actor, s.Now()); err == nil && bad != nil {
				err = bad
			}
			return R{of: v, end: v.End}, err
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			s.Desk = s.Desk.From(draft)
			return save(ctx, s, r)
		},
		Done: func(r R) text.Message {
			if r.res.Number != "" {
				return correctedCase.With("who", text.Who(r.of.Who, r.of.Others)).With("no", r.res.Number)
			}
			return corrected.With("who", text.Who(r.of.Who, r.of.Others))
		},
	})
}
