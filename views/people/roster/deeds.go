package roster

import (
	"context"
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// deed is what is written down about a mediator, or about a pair, in one of the small forms.
type deed struct {
	file                        hall.MediatorFile
	pair                        hall.Pair
	at                          int // which of the posts
	from, to, day, until, filed hall.Day
	why, how, what, where, by   string
	no, exam                    string
	hours, score                int
	kind                        hall.PostKind
}

// status is the standing that a form makes.
func status(what string) hall.MediatorStatus {
	return map[string]hall.MediatorStatus{doSuspend: hall.Suspended, doReturn: hall.Active, doLeave: hall.Left}[what]
}

// begun is what a form begins with.
func begun(what string, d deed, today hall.Day) deed {
	d.from, d.day, d.until, d.filed = today, today, today, today
	m := d.file.Mediator
	switch n := len(m.Terms); {
	case what == doTerm:
		next := hall.NextTerm(m.Terms, today)
		d.from, d.to, d.how = next.From, next.To, next.How
	case what == doSetTerm && n > 0:
		d.from, d.to, d.how = m.Terms[n-1].From, m.Terms[n-1].To, m.Terms[n-1].How
	case what == doPost:
		d.where = m.Village
	}
	return d
}

// deedForm is a small form; n is the post, the pair, or who is taught.
func (v *View) deedForm(what string, title text.Message, id hall.MediatorID, n uint64, draft hall.Draft) *form.View[deed] {
	today := v.env.Today()
	return form.New(v.env, form.Spec[deed]{
		Title: title, Fields: deedFields(what),
		Read: func(ctx context.Context, s views.Session) (deed, error) {
			d := deed{at: int(n)}
			f, err := s.Desk.Mediator(ctx, id)
			if d.file = f; err == nil && (what == doTeach || what == doEndPair) {
				d.pair, err = s.Desk.Pair(ctx, hall.PairID(n))
			}
			return begun(what, d, today), err
		},
		Keep:  form.Keep[deed]{Kind: hall.DraftRoster, Form: v.formOf(what, id, n), From: draft},
		Below: func(s views.Session, d deed, w int) []string { return warnings(s, what, d.file, w) },
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, d deed) (deed, error) {
			return save(ctx, s, what, draft, hall.MediatorID(n), d)
		},
		Done: func(d deed) text.Message { return done(what, d) },
	})
}

func deedFields(what string) []*form.Field[deed] {
	type R = deed
	type fields = []*form.Field[R]
	on := func(label text.Message) *form.Field[R] {
		return form.Day(hall.FieldDay, label, func(d *R) *hall.Day { return &d.day }).Required()
	}
	start := func(label text.Message) *form.Field[R] {
		return form.Day(hall.FieldFrom, label, func(d *R) *hall.Day { return &d.from }).Required()
	}
	because := func(label text.Message, most int) *form.Field[R] {
		return form.Text(hall.FieldWhy, label, most, func(d *R) *string { return &d.why })
	}
	words := func(label text.Message, most int) *form.Field[R] {
		return form.Text(hall.FieldWhat, label, most, func(d *R) *string { return &d.what }).Required()
	}
	switch what {
	case doSuspend, doLeave:
		return fields{start(from), because(reason, hall.MaxWhy).Required().Help(leaveHelp)}
	case doReturn:
		return fields{start(from), because(reason, hall.MaxWhy)}
	case doTerm, doSetTerm:
		return fields{
			start(termFrom), form.Day(hall.FieldTo, termUntil, func(d *R) *hall.Day { return &d.to }).Required(),
			form.Text(hall.FieldHow, termHow, 40, func(d *R) *string { return &d.how }).Help(termHowHelp),
		}
	case doFile:
		return fields{
			form.Day(hall.FieldUntil, filedUntil, func(d *R) *hall.Day { return &d.until }).Required().Help(filedUntilHelp),
			form.Day(hall.FieldFiled, filedOn, func(d *R) *hall.Day { return &d.filed }).Required(),
			form.Text(hall.FieldNumber, filedNo, 40, func(d *R) *string { return &d.no }),
		}
	case doTraining:
		exams := func(views.Session, R) []form.Option {
			return []form.Option{{Name: examNone}, {Key: "pass", Name: passed}, {Key: "fail", Name: failed}}
		}
		return fields{
			on(trainDay), words(trainWhat, 60), form.Number(hall.FieldHours, trainHours, 0, 500, text.Message{}, func(d *R) *int { return &d.hours }),
			form.Text(hall.FieldBy, trainBy, 40, func(d *R) *string { return &d.by }),
			form.Choice(hall.FieldExam, trainExam, func(d *R) *string { return &d.exam }, exams),
			form.Number(hall.FieldScore, trainScore, 0, 500, text.Message{}, func(d *R) *int { return &d.score }).If(func(d R) bool { return d.exam != "" }),
		}
	case doPost:
		return fields{
			form.Enum(hall.FieldKind, posts, func(d *R) *hall.PostKind { return &d.kind }, hall.PostKinds(), text.PostKind).Required(),
			form.Text(hall.FieldWhere, postWhere, hall.MaxPlaceName, func(d *R) *string { return &d.where }), start(from),
		}
	case doLog:
		return fields{on(trainDay), words(postWhat, 100)}
	case doQuit:
		return fields{on(quitDay)}
	case doPair:
		return fields{start(from)}
	case doTeach:
		return fields{on(trainDay), words(lessonWhat, 100)}
	}
	return fields{on(endDay), because(endWhy, 100).Required().Help(endWhyHelp)}
}

// save writes a deed, and takes the draft away with it. The other one of a new pair is learner.
func save(ctx context.Context, s views.Session, what string, draft hall.DraftID, learner hall.MediatorID, d deed) (_ deed, err error) {
	desk, m, p := s.Desk.From(draft), d.file.Mediator, d.pair
	switch what {
	case doSuspend, doReturn, doLeave:
		_, err = desk.SetStatus(ctx, m.ID, m.Rev, status(what), d.from, d.why)
	case doTerm:
		_, err = desk.AddTerm(ctx, m.ID, m.Rev, hall.Term{From: d.from, To: d.to, How: d.how})
	case doSetTerm:
		_, err = desk.SetTerm(ctx, m.ID, m.Rev, len(m.Terms)-1, hall.Term{From: d.from, To: d.to, How: d.how})
	case doFile:
		_, err = desk.MarkFiled(ctx, m.ID, m.Rev, d.until, d.filed, d.no)
	case doTraining:
		_, err = desk.AddTraining(ctx, m.ID, m.Rev, hall.Training{Day: d.day, What: d.what, Hours: d.hours, By: d.by, Exam: d.exam != "", Pass: d.exam == "pass",
			Score: d.score})
	case doPost:
		_, err = desk.TakePost(ctx, m.ID, m.Rev, hall.Post{Kind: d.kind, Where: d.where, From: d.from})
	case doLog:
		_, err = desk.LogPost(ctx, m.ID, m.Rev, d.at, d.day, d.what)
	case doQuit:
		_, err = desk.LeavePost(ctx, m.ID, m.Rev, d.at, d.day)
	case doPair:
		_, err = desk.BeginPair(ctx, m.ID, learner, d.from)
	case doTeach:
		_, err = desk.TeachPair(ctx, p.ID, p.Rev, d.day, d.what)
	case doEndPair:
		_, err = desk.EndPair(ctx, p.ID, p.Rev, d.day, d.why)
	}
	return d, err
}

// done says what was written down.
func done(what string, d deed) text.Message {
	switch what {
	case doSuspend, doReturn, doLeave:
		return savedStatus.With("name", d.file.Mediator.Name).With("status", text.MediatorStatus(status(what)))
	case doTerm, doSetTerm:
		return savedTerm.With("name", d.file.Mediator.Name)
	case doFile:
		return savedFiled
	case doTraining:
		return savedTraining
	case doPost, doQuit:
		return savedPost
	case doPair, doEndPair:
		return savedPair
	}
	return savedLog
}

// warnings say what still hangs on somebody who is to be suspended or to leave.
func warnings(s views.Session, what string, f hall.MediatorFile, w int) []string {
	if what != doSuspend && what != doLeave {
		return nil
	}
	var all []text.Message
	if n := f.Load; n > 0 {
		var nos []string
		for _, c := range f.Cases {
			if name := filled(c.Number, c.Applicant); c.State.Open() && name != "" && len(nos) < 3 {
				nos = append(nos, name)
			}
		}
		all = append(all, openCases.With("n", n).With("what", text.Names(nos)))
	}
	if n := len(f.Bookings); n > 0 {
		var when []string
		for _, b := range f.Bookings[:min(n, 3)] {
			when = append(when, s.Say(text.ShortDay(b.Slot.Day))+" "+text.Slot(b.Slot))
		}
		all = append(all, openBookings.With("n", n).With("what", text.Names(when)))
	}
	if n := len(f.Duty); n > 0 {
		all = append(all, openDuty.With("n", n).With("what", dutyDays(s, f.Duty)))
	}
	if m := f.Mediator; m.OrgHead && m.Organisation != "" {
		all = append(all, isHead.With("org", m.Organisation))
	}
	if names := pairNames(s, f); len(names) > 0 {
		all = append(all, openPairs.With("what", text.Names(names)))
	}
	if names := postNames(s, f.Mediator); len(names) > 0 {
		all = append(all, openPosts.With("what", text.Names(names)))
	}
	if len(all) == 0 {
		return nil
	}
	out := []string{"", s.Styles.Danger.Render("! " + s.Say(openWork))}
	for _, m := range all {
		for i, l := range widget.Wrap(s.Say(m), w-2) {
			out = append(out, strings.Repeat(" ", 2+2*min(i, 1))+l)
		}
	}
	return out
}
