package orders

import (
	"context"
	"errors"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// Limits of what is typed, in characters.
const (
	shortText = 60
	longText  = 4000
)

// entry is an order as it is written down: who asks for something and of whom apart from the others.
type entry struct {
	hall.Order
	first [2]hall.Party // who stands first on either side
	more  []hall.Party
	reply hall.Reply
	rated hall.Rating
	why   string
	made  hall.Order
}

func entryOf(o hall.Order) entry {
	e := entry{Order: o}
	seen := [2]bool{}
	for _, p := range o.Parties {
		if seen[p.Side] {
			e.more = append(e.more, p)
			continue
		}
		seen[p.Side], e.first[p.Side] = true, p
	}
	if o.Reply != nil {
		e.reply = *o.Reply
	}
	if o.Rating != nil {
		e.rated = *o.Rating
	}
	return e
}

// order is the entry as it is kept.
func (e entry) order() hall.Order {
	o := e.Order
	o.Parties = nil
	for side, p := range e.first {
		if p.Side = hall.Side(side); p.Details.Name != "" {
			o.Parties = append(o.Parties, p)
		}
	}
	o.Parties = append(o.Parties, e.more...)
	if o.Reply != nil {
		o.Reply = &e.reply
	}
	if o.Rating != nil {
		o.Rating = &e.rated
	}
	return o
}

// fields ask for what is known of an order when it comes in.
func fields() []*form.Field[entry] {
	type R = entry
	who := func(side hall.Side, of func(*hall.Details) *string) func(*R) *string {
		return func(r *R) *string { return of(&r.first[side].Details) }
	}
	name := func(d *hall.Details) *string { return &d.Name }
	phone := func(d *hall.Details) *string { return &d.Phone }
	village := func(d *hall.Details) *string { return &d.Village }
	return []*form.Field[R]{
		form.Enum(hall.FieldChannel, channelLabel, func(r *R) *hall.Channel { return &r.Channel }, hall.Channels(), text.Channel).Required().Given(),
		form.Text(hall.FieldFrom, bodyLabel, shortText, func(r *R) *string { return &r.Body }).Required().
			Propose(func(s views.Session, r R) string { return s.Say(text.ChannelBody(r.Channel)) }),
		form.Text(hall.FieldNumber, numberLabel, 40, func(r *R) *string { return &r.Number }).Plain().Help(numberHelp),
		form.Day(hall.FieldDay, sentLabel, func(r *R) *hall.Day { return &r.Sent }).Required().Help(sentHelp),
		form.Number(hall.FieldDays, limitLabel, 1, hall.MostOrderDays, text.Message{}, func(r *R) *int { return &r.N }).Required().Given().Note(lastDay),
		form.Text(hall.FieldName, asksLabel, shortText, who(hall.Applicant, name)).Required().Named(),
		form.Text(hall.FieldPhone, text.Intake.Phone, shortText, who(hall.Applicant, phone)).Phone(),
		form.Notes(hall.FieldFacts, factsLabel, longText, func(r *R) *string { return &r.Facts }).Required(),
		form.Text(hall.FieldSubject, text.Matter.Subject, shortText, func(r *R) *string { return &r.Subject }).Help(subjectHelp),
		form.Text(hall.FieldOther+hall.FieldName, otherLabel, shortText, who(hall.Respondent, name)).Who(),
		form.Text(hall.FieldOther+hall.FieldPhone, otherPhone, shortText, who(hall.Respondent, phone)).Phone().Later(),
		form.Text(hall.FieldVillage, text.Intake.Village, shortText, who(hall.Applicant, village)).Village().Later(),
		form.Text(hall.FieldOther+hall.FieldVillage, otherVillage, shortText, who(hall.Respondent, village)).Village().Later(),
		form.Choice(hall.FieldType, text.Matter.Type, func(r *R) *string { return &r.Type }, func(s views.Session, _ R) (out []form.Option) {
			for _, t := range form.Types(s) {
				out = append(out, form.Option{Key: t.Code, Name: t.Name})
			}
			return out
		}).Later(),
		form.Enum(hall.FieldUnit, unitLabel, func(r *R) *hall.Unit { return &r.Unit }, []hall.Unit{hall.Workdays, hall.Days}, text.LimitUnit).Given().Later(),
		form.YesNo(hall.FieldSecret, text.Matter.Secret, func(r *R) *bool { return &r.Confidential }).Given().Later(),
	}
}

// lastDay says what the limit comes to, with what is doubtful of it.
func lastDay(s views.Session, r entry) text.Message {
	if r.Sent == 0 || r.N == 0 {
		return text.Message{}
	}
	return lastNote.With("unit", text.LimitUnit(r.Unit)).With("day", text.LastOn(r.Limit().End(s.Calendar())))
}

// registerForm registers an order that came in.
func registerForm(env *views.Env, from hall.Draft) views.View {
	type R = entry
	return form.New(env, form.Spec[R]{
		Title: addTitle, Rule: addRule, Fields: fields(),
		Start: R{Order: hall.Order{Channel: hall.Channel12345, Sent: env.Today(), N: hall.OrderLimit, Unit: hall.Workdays}},
		Keep: form.Keep[R]{Kind: hall.DraftOrder, Form: formOf(doesNew, uint64(env.Actor.Staff)), From: from, Offer: true,
			Title: func(r R) text.Message { return text.Raw(r.order().Name()) }},
		Check: func(s views.Session, r R) *hall.Error { return r.order().Check(s.Settings, s.Today()) },
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			o, err := s.Desk.RegisterOrder(ctx, draft, r.order())
			r.made = o
			return r, err
		},
		Done: func(r R) text.Message {
			return registered.With("no", r.made.Name()).With("day", text.ShortDay(r.made.Due))
		},
	})
}

// correctForm puts an order right, with what it was answered with and how it was rated, where it was.
func correctForm(env *views.Env, f hall.OrderFile, from hall.Draft) views.View {
	type R = entry
	all := fields()
	if f.Order.Reply != nil {
		all = append(all, replyFields(func(r *R) *hall.Reply { return &r.reply })...)
	}
	if f.Order.Rating != nil {
		all = append(all, ratingFields(func(r *R) *hall.Rating { return &r.rated })...)
	}
	all = append(all, form.Text(hall.FieldReason, correctWhy, 100, func(r *R) *string { return &r.why }))
	return form.New(env, form.Spec[R]{
		Title: doCorrect, Rule: correctRule, Fields: all, Edit: true,
		Keep: keep[R](f.Order, doesCorrect, doCorrect, from),
		Read: func(ctx context.Context, s views.Session) (R, error) {
			now, err := readFor(ctx, s, f.Order.ID, hall.OpCorrect)
			return entryOf(now.Order), err
		},
		Check: func(s views.Session, r R) *hall.Error { return r.order().Check(s.Settings, s.Today()) },
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			o, err := s.Desk.CorrectOrder(ctx, r.ID, r.Rev, draft, r.order(), r.why)
			r.made = o
			return r, err
		},
		Done: func(r R) text.Message { return corrected.With("no", r.made.Name()) },
	})
}

// taking is a step with an order that somebody fills in.
type taking struct {
	of hall.OrderFile
	hall.OrderStep
}

// replyForm answers an order; what its case says already stands in the fields.
func replyForm(env *views.Env, f hall.OrderFile, from hall.Draft) views.View {
	type R = taking
	return form.New(env, form.Spec[R]{
		Title: doReply, Rule: text.Raw("{a}\n{b}").With("a", about(f.Order)).With("b", replyRule),
		Fields: replyFields(func(r *R) *hall.Reply { return &r.Reply }),
		Keep:   keep[R](f.Order, doesReply, doReply, from),
		Read: func(ctx context.Context, s views.Session) (R, error) {
			now, err := readFor(ctx, s, f.Order.ID, hall.OpOrderReply)
			r := R{of: now, OrderStep: hall.OrderStep{Op: hall.OpOrderReply}}
			if err != nil || now.Order.Case == 0 {
				return r, err
			}
			c, err := s.Desk.Case(ctx, now.Order.Case)
			if errors.Is(err, hall.Refuse(hall.ErrClosedCase)) { // a case that is not for this reader: it is written by hand
				return r, nil
			}
			r.Reply = fromCase(s, c)
			return r, err
		},
		Check: func(s views.Session, r R) *hall.Error { return r.Reply.Check(s.Now()) },
		Save:  take,
		Done:  func(r R) text.Message { return replied.With("no", r.of.Order.Name()) },
	})
}

// fromCase is what a case says already of how an order was dealt with.
func fromCase(s views.Session, f hall.CaseFile) hall.Reply {
	c, basis := f.Case, s.Say(lawBasis)
	r := hall.Reply{Findings: c.Facts, Basis: basis, Result: s.Say(text.State(c.State))}
	var days []text.Message
	for _, v := range f.Consultations {
		if v.Session == nil {
			continue
		}
		days = append(days, text.ShortDay(hall.DayOf(v.Session.At)))
		if v.Session.Facts != "" {
			r.Findings = v.Session.Facts
		}
	}
	if len(days) > 0 {
		r.Steps = s.Say(mediatedOn.With("no", c.Name()).With("days", text.List(days...)))
	} else {
		r.Steps = s.Say(acceptedAs.With("no", c.Name()))
	}
	switch a := c.Agreement(); {
	case a != nil && c.Settled():
		r.Result = s.Say(settledTo.With("terms", a.Terms))
	case c.Reason != "":
		r.Result = s.Say(endedAs.With("state", text.State(c.State)).With("why", c.Reason))
	}
	if !c.Settled() {
		r.Solved, r.Next = hall.SolvedNot, c.Referral
	}
	return r
}

// replyFields ask what an order is answered with.
func replyFields[R any](at func(*R) *hall.Reply) []*form.Field[R] {
	told := func(r R) bool { return !at(&r).Contacted.IsZero() }
	return []*form.Field[R]{
		form.Notes(hall.FieldFindings, findingsLabel, longText, func(r *R) *string { return &at(r).Findings }).Required(),
		form.Notes(hall.FieldSteps, stepsLabel, longText, func(r *R) *string { return &at(r).Steps }).Rows(2),
		form.Notes(hall.FieldResult, resultLabel, longText, func(r *R) *string { return &at(r).Result }).Required(),
		form.Enum(hall.FieldSolved, solvedLabel, func(r *R) *hall.Solved { return &at(r).Solved }, hall.AllSolved(), text.Solved).Given(),
		form.Notes(hall.FieldNext, nextLabel, 1000, func(r *R) *string { return &at(r).Next }).Rows(2).Required().
			If(func(r R) bool { return at(&r).Solved != hall.SolvedWhole }),
		form.Moment(hall.FieldReached, contactedLabel, func(r *R) *time.Time { return &at(r).Contacted }).Help(contactedHelp),
		form.Enum(hall.FieldHow, wayLabel, func(r *R) *hall.NoticeWay { return &at(r).Way }, hall.NoticeWays(), text.NoticeWay).Given().If(told),
		form.Enum(hall.FieldContent, satisfactionLabel, func(r *R) *int { return &at(r).Satisfaction }, []int{5, 4, 3, 2, 1, 0}, text.Satisfaction).Given().If(told),
		form.Text(hall.FieldBasis, basisLabel, 200, func(r *R) *string { return &at(r).Basis }),
	}
}

// ratingFields ask how who sent it rates it.
func ratingFields[R any](at func(*R) *hall.Rating) []*form.Field[R] {
	return []*form.Field[R]{
		form.Enum(hall.FieldScore, ratingLabel, func(r *R) *int { return &at(r).Score }, []int{5, 4, 3, 2, 1}, text.Satisfaction).Required(),
		form.Day(hall.FieldRated, ratedOn, func(r *R) *hall.Day { return &at(r).On }).Required(),
		form.Text(hall.FieldNote, noteLabel, 200, func(r *R) *string { return &at(r).Note }),
	}
}

// stepBox is the small question that a step asks.
func stepBox(env *views.Env, f hall.OrderFile, op hall.Op, from hall.Draft) views.View {
	type R = taking
	q := questions()[op]
	return form.Box(env, form.Spec[R]{
		Title: q.title, Rule: text.Raw("{a}\n{b}").With("a", about(f.Order)).With("b", q.rule), Fields: q.fields,
		Keep: keep[R](f.Order, string(op), q.title, from),
		Read: func(ctx context.Context, s views.Session) (R, error) {
			now, err := readFor(ctx, s, f.Order.ID, op)
			r := R{of: now, OrderStep: hall.OrderStep{Op: op, Sent: s.Today(), N: now.Order.N, Rating: hall.Rating{On: s.Today()}}}
			if was := now.Order.Sorted; was != nil {
				r.Sort = *was
			}
			return r, err
		},
		Below: func(s views.Session, r R, w int) []string {
			if q.below == nil {
				return nil
			}
			return widget.Wrap(s.Say(q.below(s, r)), w)
		},
		Save: take,
		Done: func(r R) text.Message {
			return q.done.With("no", r.of.Order.Name()).With("day", text.ShortDay(r.of.Order.Due))
		},
	})
}

// question is what a step asks.
type question struct {
	title, rule, done text.Message
	fields            []*form.Field[taking]
	below             func(views.Session, taking) text.Message
}

func questions() map[hall.Op]question {
	type R = taking
	why := func(label text.Message) *form.Field[R] {
		return form.Notes(hall.FieldReason, label, 500, func(r *R) *string { return &r.Reason }).Rows(2).Required()
	}
	days := form.Number(hall.FieldDays, limitLabel, 1, hall.MostOrderDays, text.Message{}, func(r *R) *int { return &r.N }).Required().Given()
	more := func(s views.Session, r R) text.Message {
		o := r.of.Order
		if o.N = r.N; r.Op == hall.OpOrderAgain {
			o.Sent = r.Sent
		}
		return lastDay(s, entry{Order: o})
	}
	return map[hall.Op]question{
		hall.OpOrderReturn: {title: doReturn, rule: returnRule, done: returnedNow, fields: []*form.Field[R]{why(returnWhy)}},
		hall.OpOrderExtend: {title: doExtend, rule: extendRule, done: extendedNow, fields: []*form.Field[R]{days, why(extendWhy)}, below: more},
		hall.OpOrderAgain: {title: doAgain, rule: againRule, done: againNow, below: more,
			fields: []*form.Field[R]{form.Day(hall.FieldDay, againSent, func(r *R) *hall.Day { return &r.Sent }).Required(), days, why(againWhy)}},
		hall.OpOrderPart: {title: doPart, rule: partRule, done: partedNow, fields: []*form.Field[R]{why(correctWhy)}},
		hall.OpSort:      {title: doSort, rule: sortRule, done: sortedNow, fields: sortFields()},
		hall.OpOrderRate: {title: doRate, rule: rateRule, done: ratedNow, fields: ratingFields(func(r *R) *hall.Rating { return &r.Rating })},
	}
}

// sortFields ask for what is settled when what is open is gone through.
func sortFields() []*form.Field[taking] {
	type R = taking
	return []*form.Field[R]{
		form.Text(hall.FieldDept, deptLabel, shortText, func(r *R) *string { return &r.Sort.Dept }).Required(),
		form.Enum(hall.FieldColour, colourLabel, func(r *R) *hall.Risk { return &r.Sort.Colour },
			[]hall.Risk{hall.RiskHigh, hall.RiskMid, hall.RiskLow, hall.RiskNone}, text.Colour).Required().Given(),
		form.Text(hall.FieldWho, sortWho, shortText, func(r *R) *string { return &r.Sort.WhoName }),
		form.Day(hall.FieldUntil, sortUntil, func(r *R) *hall.Day { return &r.Sort.Until }),
	}
}

// take takes the step that was filled in.
func take(ctx context.Context, s views.Session, draft hall.DraftID, r taking) (taking, error) {
	o, err := s.Desk.StepOrder(ctx, r.of.Order.ID, r.of.Order.Rev, draft, r.OrderStep)
	if err == nil {
		r.of.Order = o
	}
	return r, err
}

// readFor reads an order for a step, unless that cannot be taken any more.
func readFor(ctx context.Context, s views.Session, id hall.OrderID, op hall.Op) (hall.OrderFile, error) {
	f, err := s.Desk.Order(ctx, id)
	return f, hall.Why(hall.OrderCourse(), f.Order, op, s.Actor, s.Now()).Or(err)
}

// about is the order that a form is about.
func about(o hall.Order) text.Message {
	who, more := hall.First(o.Of(hall.Applicant))
	return text.Words(text.Channel(o.Channel), text.Raw(o.Number), text.Who(who, more), text.Raw(o.Subject))
}

// The forms, as their drafts are named.
const (
	doesNew     = "new"
	doesReply   = "reply"
	doesCorrect = "correct"
)

func formOf(what string, id uint64) string { return fmt.Sprint("order ", what, " ", id) }

func keep[R any](o hall.Order, what string, name text.Message, from hall.Draft) form.Keep[R] {
	return form.Keep[R]{Kind: hall.DraftOrder, Form: formOf(what, uint64(o.ID)), From: from, Private: o.Confidential,
		Title: func(R) text.Message { return text.Raw("{no}  {what}").With("no", o.Name()).With("what", name) }}
}

// resume goes on with a draft that the board led to.
func resume(env *views.Env, d hall.Draft) tea.Cmd {
	var what string
	var id hall.OrderID
	if _, err := fmt.Sscanf(d.Form, "order %s %d", &what, &id); err != nil {
		return nil // another screen's
	}
	if what == doesNew {
		return views.Push(registerForm(env, d))
	}
	op := hall.Op(what)
	read := func(ctx context.Context, s views.Session) (hall.OrderFile, error) { return s.Desk.Order(ctx, id) }
	return menu.After(env, read, func(f hall.OrderFile) tea.Cmd {
		switch _, asks := questions()[op]; {
		case what == doesReply:
			return views.PushAsked(replyForm(env, f, d))
		case what == doesCorrect:
			return views.PushAsked(correctForm(env, f, d))
		case asks:
			return views.PushAsked(stepBox(env, f, op, d))
		}
		return nil // of another version of the program
	})
}
