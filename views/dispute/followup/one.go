package followup

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/facts"
	"sizhen/views/dispute/record"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/paper"
	"sizhen/views/text"
)

// file is one follow-up, with the case that deals with its relapse, as that is called.
type file struct {
	hall.JointFile
	again string
}

func (f file) visit() hall.Visit {
	if f.Consultation.Visit == nil {
		return hall.Visit{}
	}
	return *f.Consultation.Visit
}

// back reports whether the quarrel came back and nothing was done about it yet.
func (f file) back() bool {
	v := f.visit()
	return f.Consultation.State == hall.Ended && v.Relapse == hall.RelapseBack && v.Again == 0
}

func readFile(ctx context.Context, s views.Session, id hall.ConsultationID) (file, error) {
	one, err := s.Desk.FollowUp(ctx, id)
	f := file{JointFile: one}
	of := f.visit().Again
	if err != nil || of == 0 || of == f.Case.ID {
		return f, err
	}
	c, err := s.Desk.Case(ctx, of)
	switch {
	case errors.Is(err, hall.Refuse(hall.ErrClosedCase)):
		return f, nil
	case c.Case.Number != "":
		f.again = c.Case.Number
	default:
		f.again = c.Case.Subject
	}
	return f, err
}

// readFor reads it for a step, unless that cannot be taken any more.
func readFor(ctx context.Context, s views.Session, id hall.ConsultationID, op hall.Op) (file, error) {
	f, err := readFile(ctx, s, id)
	return f, hall.Why(hall.FollowUpCourse(), f.JointFile, op, s.Actor, s.Now()).Or(err)
}

// look shows one follow-up; a draft of it may be gone on with.
func look(env *views.Env, id hall.ConsultationID, draft hall.DraftID) views.View {
	return page.Show(env, page.Of[file]{
		Before: title, Title: func(f file) text.Message { return titleOf.With("no", f.Name()) },
		Read: func(ctx context.Context, s views.Session) (file, error) { return readFile(ctx, s, id) }, Show: show,
		Begin: func(f file) tea.Cmd {
			return form.Resume(env, draft, func(d hall.Draft) tea.Cmd { return resume(env, f, d) })
		},
		Enter: text.Consult.Actions, Open: func(f file) tea.Cmd { return steps(env, f, true) },
		Hint: func(f file) text.Message { return next(env.Session, f) },
		Took: func(msg tea.Msg) (tea.Cmd, bool) { return after(env, msg) },
	})
}

// next is what comes next, in one line.
func next(s views.Session, f file) text.Message {
	c := f.Consultation
	switch {
	case c.State == hall.GoneAway:
		return nextGone
	case f.back():
		return nextBack
	case c.State == hall.Ended:
		return nextDone
	case c.Day <= s.Today():
		return nextRecord
	}
	return nextWait.With("day", s.Due(c.Day)).With("left", text.Left(c.Day, s.Today()))
}

// steps are what can be done, in its page or in the list; the cursor stands on the next.
func steps(env *views.Env, f file, open bool) tea.Cmd {
	c := f.Consultation
	form := func(open func(*views.Env, file, hall.Draft) views.View) func() tea.Cmd {
		return func() tea.Cmd { return views.Push(open(env, f, hall.Draft{})) }
	}
	over := c.State.Over() && !f.back()
	items := []menu.Item{
		{Name: doRecord, Op: hall.OpRecord, Do: form(recordForm)},
		{Name: doMove, Op: hall.OpMove, Do: form(moveForm)},
		{Name: doCancel, Op: hall.OpCancel, Do: form(cancelForm)},
		{Name: text.Consult.OpenCase, Next: over && open, Do: func() tea.Cmd { return views.Go(views.Route{Screen: views.CaseFile, Case: c.Case}) }},
		{Name: doRead, Next: over && !open, Do: func() tea.Cmd { return views.Push(look(env, c.ID, 0)) }},
		{Name: doReopen, Op: hall.OpReopen, Next: f.back(), Do: form(reopenForm)},
		{Name: doLinked, Op: hall.OpLinked, Do: func() tea.Cmd { return views.Go(views.Route{Screen: views.Intake, Case: c.Case}) }},
		{Name: doCorrect, Op: hall.OpCorrect, Do: form(correctForm)},
		{Name: doStand, Op: hall.OpStand, Do: form(standForm)},
		{Name: doUnmade, Op: hall.OpUnmade, Do: form(unmadeForm)},
	}
	if open {
		items[4].Why = here
	}
	return menu.Course(env, env.Say(menuTitle.With("who", text.Sides(hall.VisitRowOf(c)))), bars(env, f), items)
}

// bars says what bars a step of its course.
func bars(env *views.Env, f file) func(hall.Op) *hall.Error {
	return menu.Bars(env, hall.FollowUpCourse(), f.JointFile)
}

// after is what comes of a form: what to do about a relapse that was just recorded, or the case
// that was taken up again.
func after(env *views.Env, msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case form.Saved[recording]:
		if f := m.Value.of; f.back() && (m.Value.why == "" || m.Value.was != hall.RelapseBack) {
			return menu.Course(env, env.Say(backTitle), bars(env, f), []menu.Item{
				{Name: backReopen, Op: hall.OpReopen, Do: func() tea.Cmd { return views.Push(reopenForm(env, f, hall.Draft{})) }},
				{Name: backLinked, Op: hall.OpLinked, Do: func() tea.Cmd { return views.Go(views.Route{Screen: views.Intake, Case: f.Case.ID}) }},
				{Name: backLeave, Do: func() tea.Cmd { return views.Toast(views.Done, backLeft) }},
			}), true
		}
	case form.Saved[reopening]:
		return views.Go(views.Route{Screen: views.CaseFile, Case: m.Value.of.Case.ID}), true
	}
	return nil, false
}

// show is all that is known of a follow-up.
func show(s views.Session, f file) *page.Doc {
	d, c := page.New(s), f.Consultation
	state := s.Say(text.VisitState(hall.VisitRowOf(c)))
	if c.State == hall.Waiting {
		state += "  " + s.Say(text.Left(c.Day, s.Today()))
	}
	d.Title(s.Say(text.Sides(hall.VisitRowOf(c))) + "  " + s.Styles.Marks.Dot + "  " + s.Say(text.About(s.Settings, c.Type, c.Subject)))
	facts.Warn(d, f.Warning)
	if c.State == hall.Waiting && c.Day < s.Today() {
		d.Warn(text.Raw(state))
	} else {
		d.Text(state)
	}
	d.Add(text.Consult.Case, caseLine(s, f))
	reasons(s, d, f)
	whenHow(s, d, f)
	if c.State == hall.Ended {
		d.Section(resultHead, text.Message{})
		result(s, d, f)
	}
	d.Section(agreementHead, text.Message{})
	performBy(s, d, f)
	if a := f.Case.Agreement(); a != nil {
		d.Add(terms, a.Terms)
	}
	whoWhere(s, d, f)
	if len(c.Moves) > 0 {
		d.Section(moves, text.Message{})
	}
	at := func(slot hall.Slot) text.Message {
		if slot.To == 0 {
			return text.ShortDay(slot.Day)
		}
		return text.Raw("{day} {time}").With("day", text.ShortDay(slot.Day)).With("time", text.Slot(slot))
	}
	for _, m := range c.Moves {
		d.Text(s.Say(moved.With("at", text.ShortDay(hall.DayOf(m.At))).With("by", m.By).With("was", at(m.From)).With("day", at(m.To)).With("why", m.Reason)))
	}
	if c.State != hall.Ended {
		record.Corrections(d, s, c)
	}
	return d
}

func caseLine(s views.Session, f file) string {
	k := f.Case
	return strings.TrimSpace(k.Number + "  " + s.Say(text.Type(s.Settings, k.Type)) + "  " + s.Say(text.State(k.State)))
}

// reasons are why it is made, and for which day it was planned first.
func reasons(s views.Session, d *page.Doc, f file) {
	c, said := f.Consultation, s.Say(text.FollowCause(f.visit().Why))
	if p := f.visit().Planned; p != 0 && p != c.Day && c.State != hall.Ended {
		said += "  " + s.Say(firstFor.With("day", text.ShortDay(p)))
	}
	d.Add(text.FollowUps.Why, said)
}

// whenHow is its day and way, or why it is not made.
func whenHow(s views.Session, d *page.Doc, f file) {
	c := f.Consultation
	switch {
	case c.State == hall.GoneAway && f.visit().TakenBack && c.Reason == "":
		d.Say(takenBack, takenBackWhy)
	case c.State == hall.GoneAway:
		d.Add(text.Consult.Cancelled, c.Reason)
	case c.State == hall.Waiting:
		at := s.Say(s.Due(c.Day))
		if c.Timed() {
			at += " " + text.Slot(c.Slot) + " " + c.Room
		}
		d.Add(when, strings.TrimSpace(at)+"  "+s.Say(text.FollowWay(f.visit().Way)))
	}
}

// performBy is until when the agreement is to be performed, and whether it is.
func performBy(s views.Session, d *page.Doc, f file) {
	a := f.Case.Agreement()
	if a == nil {
		return
	}
	due := a.PerformBy
	switch {
	case a.Performed != 0:
		if due == 0 {
			due = a.Made
		}
		d.Say(text.FollowUps.PerformBy, performed.With("day", text.ShortDay(due)).With("done", text.ShortDay(a.Performed)))
	case due != 0:
		said, tone := s.Say(notDue.With("day", text.ShortDay(due)).With("left", text.Left(due, s.Today()))), widget.Normal
		if due < s.Today() {
			said, tone = "! "+said, widget.Danger
		}
		d.Toned(text.FollowUps.PerformBy, said, tone)
	}
}

// whoWhere are whom to find, and where.
func whoWhere(s views.Session, d *page.Doc, f file) {
	var out []string
	for _, p := range f.Case.Parties {
		out = append(out, paper.PartyLine(s.Lang, p))
	}
	d.Each(text.Consult.Parties, out)
	if f.Masked {
		d.Muted(masked)
	}
}

// result is what somebody found when the visit was made.
func result(s views.Session, d *page.Doc, f file) {
	v := f.visit()
	d.Say(performance, text.Performance(v.Performance))
	if v.Relapse == hall.RelapseBack {
		d.Toned(relapse, "! "+s.Say(text.Relapse(v.Relapse)), widget.Danger)
		d.Add(afterwards, dealtWith(s, f))
	} else {
		d.Say(relapse, text.Relapse(v.Relapse))
	}
	d.Say(satisfaction, text.Satisfaction(v.Satisfaction))
	d.Add(madeBy, v.By+"  "+s.Say(text.ShortDay(v.On))+"  "+s.Say(text.FollowWay(v.Way)))
	d.Add(findings, v.Findings)
	d.Add(measures, v.Measures)
	if v.Lawsuit {
		d.Say(lawsuit, yes)
	}
	again := nextNone
	if v.Next != 0 {
		again = s.Due(v.Next)
	}
	d.Say(nextVisit, again)
	d.Muted(written.With("at", text.Moment(v.Written)))
	record.Corrections(d, s, f.Consultation)
}

// dealtWith is what was done about a relapse.
func dealtWith(s views.Session, f file) string {
	switch again := f.visit().Again; {
	case again == 0:
		return s.Say(againOpen)
	case again == f.Case.ID:
		return s.Say(againSame)
	case f.again == "":
		return s.Say(againHidden)
	}
	return s.Say(againOther.With("no", f.again))
}
