// Package signin is one sign-in on duty (签到): when somebody came and went, for which shift, what was
// put right of it; and the forms that put it right. The day on duty and the month's attendance lead to it.
package signin

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

// Open shows one sign-in as a page.
func Open(env *views.Env, id hall.SignInID) tea.Cmd {
	return views.Push(page.Show(env, page.Of[hall.SignInFile]{
		Title: func(f hall.SignInFile) text.Message { return named(title, f) }, Before: empty,
		Read: func(ctx context.Context, s views.Session) (hall.SignInFile, error) { return s.Desk.SignIn(ctx, id) },
		Show: about, Enter: menu.What, Open: func(f hall.SignInFile) tea.Cmd { return todo(env, f) }, Hint: func(hall.SignInFile) text.Message { return hint },
	}))
}

func named(m text.Message, f hall.SignInFile) text.Message {
	return m.With("name", f.Name).With("day", text.ShortDay(f.Day))
}

func about(s views.Session, f hall.SignInFile) *page.Doc {
	d := page.New(s)
	d.Title(s.Say(text.Words(text.Raw(f.Name), text.Day(f.Day))))
	d.Add(inLabel, text.Clock(f.In))
	d.Say(outLabel, out(s, f.SignIn))
	d.Say(lateLabel, kept(f.SignIn))
	d.Say(shiftLabel, which(f))
	Tell(s, d, f.SignIn)
	var lines []string
	for _, n := range f.Log {
		lines = append(lines, text.Clock(n.At)+" "+n.What)
	}
	d.Each(logHead, lines)
	return d
}

func out(s views.Session, in hall.SignIn) text.Message {
	switch {
	case !in.Out.IsZero():
		return text.Raw(text.Clock(in.Out))
	case in.Forgotten(s.Today()):
		return text.NotOut
	}
	return notYet
}

// kept says how a shift was kept; of who was planned for none it says nothing.
func kept(s hall.SignIn) text.Message {
	if said := text.Words(text.LateBy(s.Late), text.EarlyBy(s.Early)); !said.IsZero() || s.Duty == 0 {
		return said
	}
	return inTime
}

// which is the shift that somebody came for.
func which(f hall.SignInFile) text.Message {
	for _, shift := range f.Shifts {
		switch {
		case shift.ID != f.Duty:
		case f.Stood:
			return text.Words(text.StoodIn, Named(shift))
		default:
			return Named(shift)
		}
	}
	return unplanned
}

// Named is a shift by its kind and its people.
func Named(s hall.Shift) text.Message {
	var names []string
	for _, who := range s.People {
		names = append(names, who.Name)
	}
	if len(names) == 0 {
		return text.Words(text.DutyKind(s.Kind), nobodyOn)
	}
	return text.Words(text.DutyKind(s.Kind), text.Raw(s.Place()), text.Names(names))
}

// Tell says what stands with a sign-in beside its times: who wrote them down for another and why, the
// note, what was put right.
func Tell(ses views.Session, d *page.Doc, s hall.SignIn) {
	if !s.Entered.IsZero() {
		d.Say(text.Entered.Upfront(), byWhom.With("by", text.Words(text.Raw(s.By), text.Moment(s.Entered))).With("why", s.Why))
		s.By = ""
	}
	for _, by := range []struct {
		what text.Message
		by   string
		why  string
	}{{inLabel, s.By, s.Why}, {outLabel, s.OutBy, s.OutWhy}} {
		switch {
		case by.by == "":
		case by.why == "":
			d.Say(byLabel, text.Words(by.what, text.Raw(by.by)))
		default:
			d.Say(byLabel, text.Words(by.what, byWhom.With("by", by.by).With("why", by.why)))
		}
	}
	d.Add(noteLabel, s.Note)
	for _, fix := range s.Corrections {
		d.Say(correctedLabel, text.Corrected(fix, ses.Settings))
	}
}

// todo lists what can be put right of a sign-in.
func todo(env *views.Env, f hall.SignInFile) tea.Cmd {
	return menu.Course(env, env.Say(named(title, f)), menu.Bars(env, hall.AttendanceCourse(), f.SignIn), []menu.Item{
		{Name: doCorrect, Op: hall.OpCorrect, Do: func() tea.Cmd { return views.Push(correct(env, f)) }},
		{Name: doOut, Op: hall.OpOutLate, Next: f.Forgotten(env.Today()), Do: func() tea.Cmd { return views.Push(End(env, f.SignIn)) }},
	})
}

// fixing is a sign-in as it is put right, and why.
type fixing struct {
	of    hall.SignInFile
	fix   hall.SignInFix
	shift string // the number of fix.Duty
	why   string
}

func read(id hall.SignInID) func(context.Context, views.Session) (fixing, error) {
	return func(ctx context.Context, s views.Session) (fixing, error) {
		f, err := s.Desk.SignIn(ctx, id)
		return fixing{of: f, fix: hall.FixOfSignIn(f.SignIn), shift: form.KeyOf(f.Duty)}, err
	}
}

// shifts are those that a sign-in can have been for, and none.
func shifts(_ views.Session, r fixing) []form.Option {
	out := []form.Option{{Key: form.KeyOf(hall.ShiftID(0)), Name: noShift}}
	for _, s := range r.of.Shifts {
		out = append(out, form.Option{Key: form.KeyOf(s.ID), Name: Named(s)})
	}
	return out
}

// correct is the form that puts a sign-in right.
func correct(env *views.Env, f hall.SignInFile) views.View {
	type R = fixing
	ended := !f.Out.IsZero() || f.Forgotten(env.Today())
	return form.New(env, form.Spec[R]{
		Title: named(correctTitle, f), Rule: correctRule, Edit: true, Read: read(f.ID),
		Fields: []*form.Field[R]{
			form.Time(hall.FieldFrom, inLabel, func(r *R) *int { return &r.fix.In }).Required(),
			form.Time(hall.FieldTo, outLabel, func(r *R) *int { return &r.fix.Out }).If(func(R) bool { return ended }),
			form.Choice(hall.FieldDuty, shiftLabel, func(r *R) *string { return &r.shift }, shifts),
			form.Notes(hall.FieldReason, whyLabel, 300, func(r *R) *string { return &r.why }).Rows(2).Required(),
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			_, _ = fmt.Sscan(r.shift, &r.fix.Duty) // what is no number is no shift
			_, err := s.Desk.From(draft).CorrectSignIn(ctx, f.ID, r.of.Rev, r.fix, r.why)
			return r, err
		},
		Done: func(r R) text.Message { return corrected.With("name", r.of.Name) },
	})
}

// End is the form that asks when somebody went who forgot to sign out.
func End(env *views.Env, f hall.SignIn) views.View {
	type R = fixing
	return form.Box(env, form.Spec[R]{
		Title: named(outTitle, hall.SignInFile{SignIn: f}), Edit: true,
		Read: func(ctx context.Context, s views.Session) (R, error) {
			r, err := read(f.ID)(ctx, s)
			_, r.fix.Out = s.Settings.DutyHours(s.Calendar().On(f.Day))
			return r, err
		},
		Fields: []*form.Field[R]{
			form.Time(hall.FieldTo, outWhen, func(r *R) *int { return &r.fix.Out }).Required(),
			form.Notes(hall.FieldReason, outWhy, 300, func(r *R) *string { return &r.why }).Rows(2).Required(),
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			_, err := s.Desk.From(draft).EndSignIn(ctx, f.ID, r.of.Rev, r.fix.Out, r.why)
			return r, err
		},
		Done: func(r R) text.Message { return outDone.With("name", r.of.Name) },
	})
}

// late is when somebody came and went whose sign-in is missing, and why it is.
type late struct {
	in, out int
	why     string
}

// Late is the form that writes down that somebody kept a shift of an earlier day without signing in.
func Late(env *views.Env, o hall.Other) views.View {
	type R = late
	var start R
	start.in, start.out = env.Settings.DutyHours(env.Calendar().On(o.Day))
	name := o.Place.Who.Name
	return form.Box(env, form.Spec[R]{
		Title: lateTitle.With("name", name).With("day", text.ShortDay(o.Day)), Rule: lateRule, Start: start,
		Fields: []*form.Field[R]{
			form.Time(hall.FieldFrom, lateWhen, func(r *R) *int { return &r.in }).Required(),
			form.Time(hall.FieldTo, outWhen, func(r *R) *int { return &r.out }).Required(),
			form.Notes(hall.FieldReason, lateWhy, 300, func(r *R) *string { return &r.why }).Rows(2).Required(),
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			_, err := s.Desk.From(draft).DutyInLate(ctx, o.Shift, o.Place.Who, r.in, r.out, r.why)
			return r, err
		},
		Done: func(R) text.Message { return lateDone.With("name", name) },
	})
}
