package day

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// The forms as their drafts are named; of what somebody hands over see hall.HandoverForm.
const (
	logName   = "duty.log"
	doneName  = "duty.done"
	outName   = "duty.out"
	visitName = "duty.rotation"
)

// resume goes on with a draft that the board led to.
func (v *View) resume(d hall.Draft) tea.Cmd {
	var name string
	var a, b uint64
	_, _ = fmt.Sscan(d.Form, &name, &a, &b) // what is missing is zero
	own := d.By == v.env.Actor.Staff
	switch {
	case name == visitName:
		return v.visitForm(hall.Shift{ID: hall.ShiftID(b), Day: hall.Day(a)}, d)
	case !own:
		return views.Toast(views.Warn, notYours.With("by", d.ByName))
	case name == logName:
		return v.logForm(d)
	case d.Form == hall.HandoverForm(v.env.Actor.Staff):
		return v.leaveForm(d)
	case name == doneName:
		return v.doneForm(hall.SignInID(a), int(b), d.Title, d)
	case name == outName:
		return v.outForm(hall.SignInID(a), hall.DutyPlace{Who: hall.DutyRef{Name: d.Title}}, d)
	}
	return nil
}

// today reads the reader's day, or why it does not lead to an operation.
func today(ctx context.Context, s views.Session, op hall.Op) (hall.DutyDay, error) {
	d, err := s.Desk.DutyDay(ctx, s.Today())
	if err == nil {
		if bad := hall.Why(hall.OnDutyCourse(), d, op, s.Actor, s.Now()); bad != nil {
			err = bad
		}
	}
	return d, err
}

// findCase looks cases up by number or name.
func findCase(ctx context.Context, s views.Session, q string) ([]form.Found, error) {
	if strings.TrimSpace(q) == "" {
		return nil, nil
	}
	rows, err := menu.FindCases(ctx, s, q, hall.CaseQuery{})
	var out []form.Found
	for _, r := range rows {
		if !r.Hidden {
			out = append(out, form.Found{ID: uint64(r.ID), Label: caseName(s, r), Detail: s.Say(text.Words(text.Raw(r.Subject), text.State(r.State)))})
		}
	}
	return form.Upto(out, menu.MostCases), err
}

func caseName(s views.Session, r hall.CaseRow) string {
	return strings.TrimSpace(r.Number + " " + s.Say(text.Versus(r)))
}

// matter is something to write down, with the case it is about.
type matter struct {
	what string
	on   hall.CaseID
	name string
	row  string // of the list, once it is written
}

// saved is the row of what a form over the day wrote: a line of the log, who was signed in.
func saved(msg tea.Msg) (string, bool) {
	row := ""
	switch m := msg.(type) {
	case form.Saved[matter]:
		row = m.Value.row
	case form.Saved[forAnother]:
		row = m.Value.row
	}
	return row, row != ""
}

func (v *View) logForm(from hall.Draft) tea.Cmd {
	type R = matter
	return views.Push(form.New(v.env, form.Spec[R]{
		Title: doLog, Rule: logRule,
		Fields: []*form.Field[R]{
			form.Notes(hall.FieldWhat, what, 1000, func(m *R) *string { return &m.what }).Required().Help(whatHelp),
			form.Pick(hall.FieldCase, text.Consult.Case, 60, func(m *R) *hall.CaseID { return &m.on }, func(m *R) *string { return &m.name }, findCase).Help(caseHelp),
		},
		Keep: form.Keep[R]{
			Kind: hall.DraftDuty, Form: fmt.Sprint(logName, " ", v.env.Actor.Staff), From: from, Offer: true, Private: true,
			Title: func(m R) text.Message { return draftLog.With("what", widget.Cut(m.what, 16, "")) },
		},
		Read: func(ctx context.Context, s views.Session) (R, error) {
			_, err := today(ctx, s, hall.OpLog)
			return R{}, err
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, m R) (R, error) {
			if err := s.Desk.From(draft).LogDuty(ctx, m.what, m.on); err != nil {
				return m, err
			}
			if d, err := s.Desk.DutyDay(ctx, s.Today()); err == nil && d.Mine != nil {
				m.row = logKey(d.Mine.ID, len(d.Mine.Log)-1)
			}
			return m, nil
		},
		Done: func(R) text.Message { return logged },
	}))
}

// finished is what somebody accepted, and what came of it.
type finished struct{ result string }

// doneForm asks what came of an item; shift is that of who accepted it, at its place there.
func (v *View) doneForm(shift hall.SignInID, at int, what string, from hall.Draft) tea.Cmd {
	type R = finished
	title := doneTitle.With("what", what)
	if from.ID != 0 {
		title = text.Raw(what) // the draft was named so
	}
	return views.Push(form.Box(v.env, form.Spec[R]{
		Title:  title,
		Fields: []*form.Field[R]{form.Notes(hall.FieldResult, result, 500, func(f *R) *string { return &f.result }).Required().Help(resultHelp)},
		Keep:   form.Keep[R]{Kind: hall.DraftDuty, Form: fmt.Sprint(doneName, " ", shift, " ", at), From: from, Private: true},
		Read: func(ctx context.Context, s views.Session) (R, error) {
			d, err := today(ctx, s, hall.OpDone)
			if err == nil && (d.Mine.ID != shift || at >= len(d.Mine.Took) || !d.Mine.Took[at].Pending()) {
				err = hall.Refuse(hall.ErrItemOver)
			}
			return R{}, err
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, f R) (R, error) {
			return f, s.Desk.From(draft).DoneItem(ctx, at, f.result)
		},
		Done: func(R) text.Message { return doneNow },
	}))
}

// forAnother is when somebody came or went, and why another writes it down.
type forAnother struct {
	at   int
	why  string
	note string
	row  string // of the list
}

func atNow(s views.Session, p hall.DutyPlace) forAnother {
	out := forAnother{at: hall.MinuteOf(s.Now())}
	if !p.Own {
		out.why = s.Say(noAccount)
	}
	return out
}

func whenAndWhy(when text.Message, name string) []*form.Field[forAnother] {
	type R = forAnother
	return []*form.Field[R]{
		form.Time(name, when, func(r *R) *int { return &r.at }).Required().Help(whenHelp),
		form.Text(hall.FieldReason, whyFor, 100, func(r *R) *string { return &r.why }).Required().Help(whyForHelp),
	}
}

// inForm signs somebody else in.
func (v *View) inForm(p hall.DutyPlace) tea.Cmd {
	type R = forAnother
	start, who := atNow(v.env.Session, p), p.Who
	start.row = v.rowOf(who.Same)
	return views.Push(form.Box(v.env, form.Spec[R]{
		Title: inTitle.With("name", who.Name), Fields: whenAndWhy(inWhen, hall.FieldFrom), Start: start,
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			return r, s.Desk.From(draft).DutyInFor(ctx, who, r.at, r.why)
		},
		Done: func(R) text.Message { return signedFor.With("name", who.Name) },
	}))
}

// outForm signs somebody else out.
func (v *View) outForm(shift hall.SignInID, p hall.DutyPlace, from hall.Draft) tea.Cmd {
	type R = forAnother
	name := p.Who.Name
	title := outTitle.With("name", name)
	if from.ID != 0 {
		title = text.Raw(name) // the draft was named so
	}
	return views.Push(form.Box(v.env, form.Spec[R]{
		Title: title, Start: atNow(v.env.Session, p),
		Fields: append([]*form.Field[R]{
			form.Notes(hall.FieldNote, noteLabel, 1000, func(r *R) *string { return &r.note }).Help(mayBeEmpty),
		}, whenAndWhy(outWhen, hall.FieldTo)...),
		Keep: form.Keep[R]{Kind: hall.DraftDuty, Form: fmt.Sprint(outName, " ", shift), From: from, Private: true},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			return r, s.Desk.From(draft).DutyOutFor(ctx, shift, r.at, r.note, r.why)
		},
		Done: func(R) text.Message { return outForNow.With("name", name) },
	}))
}
