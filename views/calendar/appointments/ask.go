package appointments

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// answer is what a small question about an appointment is answered with.
type answer struct {
	hall.Notice
	why string
}

func titleOf(t text.Message, f hall.SlotFile) text.Message {
	return t.With("who", text.Who(f.Consultation.Who, f.Consultation.Others))
}

// ask is a small question, of which the words are kept until it is answered.
func (v *View) ask(what string, op hall.Op, f hall.SlotFile, from hall.Draft, spec form.Spec[answer]) tea.Cmd {
	c, title, start := f.Consultation, spec.Title, spec.Start
	spec.Read = func(ctx context.Context, s views.Session) (answer, error) {
		f, err := s.Desk.SlotFile(ctx, c.ID)
		if bad := hall.Why(hall.AppointmentCourse(), f, op, s.Actor, s.Now()); err == nil && bad != nil {
			err = bad // what was written before it was over is seen once more
		}
		return start, err
	}
	spec.Keep = form.Keep[answer]{Kind: hall.DraftBooking, Form: what, From: from, Case: c.Case, Visit: c.ID, Private: c.Confidential,
		Title: func(answer) text.Message { return title }}
	return views.Push(form.Box(v.env, spec))
}

func reason(label text.Message) []*form.Field[answer] {
	return []*form.Field[answer]{form.Notes(hall.FieldReason, label, 300, func(a *answer) *string { return &a.why }).Required().Rows(2)}
}

// mostNames is how many parties a menu names; others are typed.
const mostNames = 8

// whom asks which of the parties it is about, by number; somebody else is typed: "".
func (v *View) whom(title text.Message, f hall.SlotFile, do func(who string) tea.Cmd) tea.Cmd {
	var items []menu.Item
	for _, e := range f.Parties[:min(len(f.Parties), mostNames)] {
		items = append(items, menu.Item{Name: text.Words(text.Raw(e.Name), text.Side(e.Side)), Do: func() tea.Cmd { return do(e.Name) }})
	}
	items = append(items, menu.Item{Name: somebodyElse, Do: func() tea.Cmd { return do("") }})
	return menu.Open(v.env, v.env.Say(titleOf(title, f)), items)
}

func whoField(label text.Message) *form.Field[answer] {
	return form.Text(hall.FieldTo, label, 30, func(a *answer) *string { return &a.To }).Required().Named().Help(whoHelp)
}

// askTold asks how somebody was told, and whether the telephone was answered.
func (v *View) askTold(f hall.SlotFile, to string, from hall.Draft) tea.Cmd {
	type R = answer
	told := func(yes bool) text.Message { return map[bool]text.Message{true: wasReached, false: nobodyThere}[yes] }
	fields := []*form.Field[R]{
		form.Enum(hall.FieldWay, how, func(a *R) *hall.NoticeWay { return &a.Way }, hall.NoticeWays(), text.NoticeWay).Required(),
		form.Enum(hall.FieldReached, reached, func(a *R) *bool { return &a.Reached }, []bool{true, false}, told).Required(),
		form.Text(hall.FieldNote, note, 60, func(a *R) *string { return &a.Note }).Help(noteHelp),
	}
	if to == "" {
		fields = append([]*form.Field[R]{whoField(toWhom)}, fields...)
	}
	return v.ask(formTold, hall.OpNotify, f, from, form.Spec[R]{
		Title: howTitle.With("who", cmp.Or(to, f.Consultation.Who)), Fields: fields, Start: R{Notice: hall.Notice{To: to}},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, a R) (R, error) {
			_, err := s.Desk.From(draft).Notify(ctx, f.Consultation.ID, 0, a.Notice)
			return a, err
		},
		Done: func(a R) text.Message {
			if !a.Reached {
				return triedNow.With("to", a.To)
			}
			return toldNow.With("to", a.To)
		},
	})
}

// confirm records who of the parties said that they will come.
func (v *View) confirm(f hall.SlotFile, who string) tea.Cmd {
	if who == "" {
		return v.askConfirm(f, hall.Draft{})
	}
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		_, err := s.Desk.Confirm(ctx, f.Consultation.ID, 0, who)
		return confirmedNow.With("who", who), err
	})
}

func (v *View) askConfirm(f hall.SlotFile, from hall.Draft) tea.Cmd {
	return v.ask(formConfirm, hall.OpConfirm, f, from, form.Spec[answer]{
		Title: titleOf(confirmTitle, f), Fields: []*form.Field[answer]{whoField(whoConfirms)},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, a answer) (answer, error) {
			_, err := s.Desk.From(draft).Confirm(ctx, f.Consultation.ID, 0, strings.TrimSpace(a.To))
			return a, err
		},
		Done: func(a answer) text.Message { return confirmedNow.With("who", a.To) },
	})
}

// askMissed asks which side did not come: it is seen when they are booked again.
func (v *View) askMissed(f hall.SlotFile) tea.Cmd {
	of := map[hall.Side][]string{}
	for _, e := range f.Parties {
		of[e.Side] = append(of[e.Side], e.Name)
	}
	var items []menu.Item
	add := func(m text.Message, sides ...hall.Side) {
		items = append(items, menu.Item{Name: m, Do: func() tea.Cmd { return v.miss(f, sides) }})
	}
	for _, side := range []hall.Side{hall.Applicant, hall.Respondent} {
		if n := of[side]; len(n) > 0 {
			add(sideMissed.With("side", text.Side(side)).With("name", text.Who(n[0], len(n)-1)), side)
		}
	}
	if len(items) != 1 {
		add(allMissed, hall.Applicant, hall.Respondent)
	}
	return menu.Open(v.env, v.env.Say(titleOf(missedTitle, f)), items)
}

func (v *View) miss(f hall.SlotFile, sides []hall.Side) tea.Cmd {
	var who []string
	for _, e := range f.Parties {
		for _, s := range sides {
			if e.Side == s {
				who = append(who, e.Name)
			}
		}
	}
	if len(who) == 0 {
		who = append(who, f.Consultation.Who)
	}
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		return missedNow.With("who", text.Names(who)), s.Desk.NoShow(ctx, f.Consultation.ID, sides...)
	})
}

func (v *View) askCancel(f hall.SlotFile, from hall.Draft) tea.Cmd {
	return v.ask(formCancel, hall.OpCancel, f, from, form.Spec[answer]{
		Title: titleOf(cancelTitle, f), Fields: reason(text.Consult.Why), Yes: cancelYes,
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, a answer) (answer, error) {
			return a, s.Desk.From(draft).CancelAppointment(ctx, f.Consultation.ID, a.why)
		},
		Done: func(answer) text.Message { return titleOf(cancelled, f) },
	})
}

// arrive puts whoever came into the queue.
func (v *View) arrive(f hall.SlotFile) tea.Cmd {
	c := f.Consultation
	who := text.Raw(v.who(hall.VisitRowOf(c)))
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		res, err := s.Desk.Arrive(ctx, c.ID)
		return came.With("who", who).With("no", fmt.Sprintf("%03d", res.Queue)).With("n", res.Ahead), err
	})
}
