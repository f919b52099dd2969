package orders

import (
	"cmp"
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// look shows one order, and begins its answer where that is what was come for.
func look(env *views.Env, id hall.OrderID, reply bool) views.View {
	return page.Show(env, page.Of[hall.OrderFile]{
		Begin: func(f hall.OrderFile) tea.Cmd {
			if !reply {
				return nil
			}
			return views.PushAsked(replyForm(env, f, hall.Draft{}))
		},
		Before: title, Title: func(f hall.OrderFile) text.Message { return titleOf.With("no", f.Order.Name()) },
		Read: func(ctx context.Context, s views.Session) (hall.OrderFile, error) { return s.Desk.Order(ctx, id) },
		Show: show, Enter: text.Consult.Actions, Open: func(f hall.OrderFile) tea.Cmd { return steps(env, f, true) },
		Hint: func(f hall.OrderFile) text.Message { return next(env.Session, f) },
	})
}

// comes is the step that comes next of an order that somebody answers for.
func comes(o hall.Order) hall.Op {
	return map[hall.OrderState]hall.Op{hall.OrderWaits: hall.OpOrderSign, hall.OrderSigned: hall.OpOrderCase, hall.OrderTaken: hall.OpOrderReply,
		hall.OrderDone: hall.OpOrderRate}[o.State]
}

// next is what comes next, in one line.
func next(s views.Session, f hall.OrderFile) text.Message {
	o := f.Order
	switch {
	case o.State == hall.OrderWaits:
		return nextSign
	case o.State == hall.OrderSigned:
		return nextTake
	case o.State == hall.OrderTaken && f.Case != nil && f.Case.State.Open():
		return nextCase.With("no", caseName(*f.Case))
	case o.State == hall.OrderTaken:
		return nextReply.With("day", s.Due(o.Due))
	case o.State == hall.OrderDone:
		return nextRate
	}
	return nextNone
}

// steps are what can be done with an order, in its page or in the list; the cursor stands on the next.
func steps(env *views.Env, f hall.OrderFile, open bool) tea.Cmd {
	o := f.Order
	push := func(make func(*views.Env, hall.OrderFile, hall.Draft) views.View) func() tea.Cmd {
		return func() tea.Cmd { return views.Push(make(env, f, hall.Draft{})) }
	}
	box := func(op hall.Op) func() tea.Cmd {
		return func() tea.Cmd { return views.Push(stepBox(env, f, op, hall.Draft{})) }
	}
	items := []menu.Item{
		{Name: doSign, Op: hall.OpOrderSign, Do: func() tea.Cmd { return act(env, o, hall.OpOrderSign, signedNow) }},
		{Name: doCase, Op: hall.OpOrderCase, Do: func() tea.Cmd { return views.Go(views.Route{Screen: views.Intake, Order: o.ID}) }},
		{Name: doJoin, Op: hall.OpOrderJoin, Do: func() tea.Cmd { return join(env, o) }},
		{Name: doTake, Op: hall.OpOrderTake, Do: func() tea.Cmd { return act(env, o, hall.OpOrderTake, takenNow) }},
		{Name: doReply, Op: hall.OpOrderReply, Do: push(replyForm)},
		{Name: doReturn, Op: hall.OpOrderReturn, Do: box(hall.OpOrderReturn)},
		{Name: doExtend, Op: hall.OpOrderExtend, Do: box(hall.OpOrderExtend)},
		{Name: doRate, Op: hall.OpOrderRate, Do: box(hall.OpOrderRate)},
		{Name: doAgain, Op: hall.OpOrderAgain, Do: box(hall.OpOrderAgain)},
		{Name: doCorrect, Op: hall.OpCorrect, Do: push(correctForm)},
		{Name: doPart, Op: hall.OpOrderPart, Do: box(hall.OpOrderPart)},
		{Name: doSort, Op: hall.OpSort, Do: box(hall.OpSort)},
		{Name: text.Consult.OpenCase, Why: noCase(f), Do: func() tea.Cmd { return views.Go(views.Route{Screen: views.CaseFile, Case: o.Case}) }},
		{Name: doLook, Do: func() tea.Cmd { return views.Go(views.Route{Screen: views.Orders, Order: o.ID}) }},
	}
	for i := range items {
		items[i].Next = items[i].Op != "" && items[i].Op == comes(o)
	}
	if open {
		items[len(items)-1].Why = here
	}
	return menu.Course(env, env.Say(menuTitle.With("no", o.Name())), menu.Bars(env, hall.OrderCourse(), o), items)
}

// caseName is what a case is called: its number, or who asks first.
func caseName(r hall.CaseRow) string { return cmp.Or(r.Number, r.Applicant) }

func noCase(f hall.OrderFile) text.Message {
	if f.Case == nil {
		return notInCase
	}
	return text.Message{}
}

// act takes a step that asks nothing.
func act(env *views.Env, o hall.Order, op hall.Op, said text.Message) tea.Cmd {
	return env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		now, err := s.Desk.StepOrder(ctx, o.ID, o.Rev, 0, hall.OrderStep{Op: op})
		return said.With("no", now.Name()).With("day", s.Due(now.Due)), err
	})
}

// join finds the case to which an order belongs.
func join(env *views.Env, o hall.Order) tea.Cmd {
	return menu.PickCase(env, pickCase, hall.CaseQuery{Filter: hall.OpenCases}, menu.NotOpen, func(r hall.CaseRow) tea.Cmd {
		return env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
			_, err := s.Desk.StepOrder(ctx, o.ID, o.Rev, 0, hall.OrderStep{Op: hall.OpOrderJoin, Case: hall.Case{ID: r.ID}})
			return joined.With("no", caseName(r)), err
		})
	})
}

// show is all that is known of an order.
func show(s views.Session, f hall.OrderFile) *page.Doc {
	d, o := page.New(s), f.Order
	d.Title(s.Say(heading.With("channel", text.Channel(o.Channel)).With("no", o.Number).With("subject", o.Subject)))
	until(s, d, o)
	d.Course(way(o))
	d.Section(text.Message{}, text.Message{})
	d.Add(bodyLabel, o.Body)
	d.Add(numberLabel, o.Number)
	d.Add(codeLabel, o.Code)
	for _, side := range []hall.Side{hall.Applicant, hall.Respondent} {
		label := map[hall.Side]text.Message{hall.Applicant: asksLabel, hall.Respondent: otherLabel}[side]
		var all []string
		for _, p := range o.Of(side) {
			all = append(all, person(s, p))
		}
		d.Each(label, all)
	}
	if f.Masked {
		d.Muted(masked)
	}
	d.Say(text.Matter.Type, text.Type(s.Settings, o.Type))
	d.Add(factsLabel, o.Facts)
	if o.Confidential {
		d.Say(text.Matter.Secret, text.Yes)
	}
	if c := f.Case; c != nil {
		d.Say(text.Consult.Case, text.Words(text.Raw(c.Number), text.Versus(*c), text.State(c.State)))
	}
	if r := o.Sorted; r != nil {
		d.Say(sortedLabel, sortedLine(*r))
	}
	history(s, d, o)
	answer(s, d, o)
	if len(o.Corrections) > 0 {
		d.Section(correctedLabel, text.Message{})
	}
	for _, fix := range o.Corrections {
		d.Muted(text.Corrected(fix, s.Settings))
	}
	return d
}

// until says by when something is to be done, or why it was returned.
func until(s views.Session, d *page.Doc, o hall.Order) {
	switch {
	case o.State == hall.OrderReturned:
		d.Warn(returnedOn.With("day", text.Day(o.Returned)).With("why", o.Reason))
	case o.State.Open():
		left := dueLeft.With("day", s.Due(o.Due)).With("left", text.Left(o.Due, s.Today())).With("n", o.N).With("unit", text.LimitUnit(o.Unit))
		if o.Due < s.Today() {
			d.Warn(left)
		} else {
			d.Row(s.Say(left), widget.Accent)
		}
	}
}

// way is how far an order has come.
func way(o hall.Order) []page.Step {
	all := []hall.OrderState{hall.OrderWaits, hall.OrderSigned, hall.OrderTaken, hall.OrderDone, hall.OrderRated}
	if o.State == hall.OrderReturned {
		all = []hall.OrderState{hall.OrderWaits, hall.OrderSigned, hall.OrderReturned}
	}
	var out []page.Step
	for _, s := range all {
		at := page.ToCome
		switch {
		case s == o.State:
			at = page.Now
		case s < o.State:
			at = page.Done
		}
		out = append(out, page.Step{Name: text.OrderState(s), At: at})
	}
	return out
}

func person(s views.Session, p hall.Party) string {
	of := p.Details
	return s.Say(text.Words(text.Raw(of.Name), text.Raw(of.Phone), text.Raw(of.Village), text.Raw(of.Address)))
}

func sortedLine(r hall.Sorting) text.Message {
	until := text.Message{}
	if r.Until != 0 {
		until = byDay.With("day", text.ShortDay(r.Until))
	}
	return text.Words(text.Colour(r.Colour), text.Raw(r.Dept), text.Raw(r.WhoName), until)
}

// history is who did what with it, and when.
func history(s views.Session, d *page.Doc, o hall.Order) {
	d.Section(historyHead, text.Message{})
	d.Say(sentLabel, text.Day(o.Sent))
	d.Say(registeredLabel, text.Words(text.Moment(o.Registered), text.Raw(o.RegisteredAs)))
	if !o.Signed.IsZero() {
		d.Say(signedLabel, text.Words(text.Moment(o.Signed), text.Raw(o.SignedAs)))
	}
	if _, now := o.Answers(); now != o.SignedAs {
		d.Add(holderLabel, now)
	}
	if o.Taken != 0 {
		d.Say(takenLabel, text.Day(o.Taken))
	}
	if o.State != hall.OrderReturned {
		d.Add(againLabel, o.Reason)
	}
}

// answer is what it was answered with, and how it was rated.
func answer(s views.Session, d *page.Doc, o hall.Order) {
	r := o.Reply
	if r == nil {
		return
	}
	d.Section(replyHead, text.Words(text.ShortDay(r.On), text.Raw(r.ByName)))
	d.Add(findingsLabel, r.Findings)
	d.Add(stepsLabel, r.Steps)
	d.Add(resultLabel, r.Result)
	d.Add(basisLabel, r.Basis)
	d.Say(solvedLabel, text.Solved(r.Solved))
	d.Add(nextLabel, r.Next)
	if !r.Contacted.IsZero() {
		d.Say(contactedLabel, text.Words(text.Moment(r.Contacted), text.NoticeWay(r.Way)))
	}
	d.Say(satisfactionLabel, text.Satisfaction(r.Satisfaction))
	if g := o.Rating; g != nil {
		d.Say(ratingLabel, text.Words(text.Satisfaction(g.Score), text.ShortDay(g.On), text.Raw(g.Note)))
	}
}
