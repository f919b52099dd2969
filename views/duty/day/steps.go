package day

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/duty/signin"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// What can be done beside the steps of the course: they have no operation of their own.
const (
	doCase  hall.Op = "case"
	doPrint hall.Op = "print"
	doSign  hall.Op = "sign-in"
)

// why says why a step cannot be taken now; empty when it can.
func (v *View) why(what hall.Op) text.Message {
	d, _ := v.data()
	switch what {
	case doCase:
		if v.selected().on == 0 {
			return noCase
		}
		return text.Message{}
	case doPrint:
		return v.whyPrint(d)
	case doSign:
		if o, missing := v.missing(v.selected()); missing {
			return v.whyLate(o)
		}
		if len(d.Signed) == 0 && len(d.Absent(v.env.Today())) == 0 {
			return noSignIn
		}
		return text.Message{}
	case hall.OpAccept: // the same step gives back what was accepted by mistake
		if d.Pending() > 0 && v.why(hall.OpGiveBack).IsZero() {
			return text.Message{}
		}
	case hall.OpRotation:
		why := text.Short(hall.Refuse(hall.ErrNoVisit))
		for _, r := range visits(d) {
			if why = v.whyVisit(r); why.IsZero() {
				break
			}
		}
		return why
	}
	return text.Short(hall.Why(hall.OnDutyCourse(), d, what, v.env.Actor, v.env.Now()))
}

// whyVisit is why the reader cannot write the record of a visit.
func (v *View) whyVisit(r hall.DutyRow) text.Message {
	err := hall.Why(hall.ShiftCourse(), r, hall.OpRotation, v.env.Actor, v.env.Now())
	if err != nil && err.Code == hall.ErrNotOnShift {
		return notOnIt
	}
	return text.Short(err)
}

// missing is somebody planned on an earlier day who did not sign in.
func (v *View) missing(r row) (hall.Other, bool) {
	if r.place == nil || !r.place.In.IsZero() || r.place.StoodBy != "" || v.Shown() >= v.env.Today() {
		return hall.Other{}, false
	}
	return hall.Other{Day: v.Shown(), Shift: r.duty.ID, Place: *r.place}, true
}

// whyLate is why the reader cannot write down a sign-in that is missing.
func (v *View) whyLate(o hall.Other) text.Message {
	return text.Short(hall.Why(hall.OtherCourse(), o, hall.OpInLate, v.env.Actor, v.env.Now()))
}

// likely is what is done next with the row under the cursor.
func (v *View) likely() hall.Op {
	r := v.selected()
	d, _ := v.data()
	switch o, missing := v.missing(r); {
	case !v.Today() && r.on != 0:
		return doCase
	case missing && v.whyLate(o).IsZero():
		return doSign
	case !v.Today() && r.shift != nil && r.shift.Forgotten(v.env.Today()) &&
		hall.Why(hall.AttendanceCourse(), *r.shift, hall.OpOutLate, v.env.Actor, v.env.Now()) == nil:
		return doSign
	case !v.Today():
		return doPrint
	case v.team && r.on == 0, r.hands != nil:
		return hall.OpRotation
	case d.Mine == nil && r.on != 0 && r.open == nil:
		return doCase
	case d.Mine == nil:
		return hall.OpIn
	case r.open != nil:
		return hall.OpAccept
	case r.took && r.item.Pending():
		return hall.OpDone
	case r.on != 0:
		return doCase
	case r.place != nil && r.place.In.IsZero() && !r.place.Own && v.why(hall.OpOthers).IsZero():
		return hall.OpOthers
	case d.Waiting() > 0:
		return hall.OpAccept
	}
	return hall.OpLog
}

// menu lists the steps; the cursor stands on the likely one. A swap is answered where it is kept.
func (v *View) menu() tea.Cmd {
	if _, read := v.data(); !read {
		return nil
	}
	if id := v.selected().swap; id != 0 {
		return views.Go(views.Route{Screen: views.Rota, Swap: id})
	}
	steps := []struct {
		op   hall.Op
		name text.Message
		do   func() tea.Cmd
	}{
		{hall.OpIn, signIn, v.in},
		{hall.OpLog, doLog, func() tea.Cmd { return v.logForm(hall.Draft{}) }},
		{hall.OpAccept, doAccept, v.whichAccepted},
		{hall.OpDone, doDone, v.whichDone},
		{hall.OpOut, signOut, func() tea.Cmd { return v.leaveForm(hall.Draft{}) }},
		{hall.OpOthers, doOthers, v.whichOther},
		{doCase, openCase, func() tea.Cmd { return views.Go(views.Route{Screen: views.CaseFile, Case: v.selected().on}) }},
		{hall.OpRotation, doVisit, v.whichVisit},
		{doPrint, printIt, v.print},
		{doSign, doRecord, v.whichRecord},
	}
	items := make([]menu.Item, len(steps))
	for i, s := range steps {
		items[i] = menu.Item{Name: s.name, Why: v.why(s.op), Next: s.op == v.likely(), Do: s.do}
	}
	return menu.Open(v.env, v.env.Say(menuTitle.With("day", text.ShortDay(v.Shown()))), items)
}

// in signs the reader in, and says so when he is late.
func (v *View) in() tea.Cmd {
	if row := v.rowOf(func(who hall.DutyRef) bool { return who.Is(v.env.Actor) }); row != "" {
		v.Stand(row)
	}
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		if err := s.Desk.DutyIn(ctx); err != nil {
			return text.Message{}, err
		}
		signed, err := s.Desk.Duty(ctx, s.Today())
		for _, in := range signed {
			if in.Staff == s.Actor.Staff && in.Out.IsZero() && in.Late > 0 {
				return signedInLate.With("t", text.Ago(in.LateTime())), err
			}
		}
		return signedIn, err
	})
}

// rowOf is the row of somebody's place on the day; empty: there is none.
func (v *View) rowOf(is func(hall.DutyRef) bool) string {
	for _, r := range v.Rows() {
		if r.place != nil && is(r.place.Who) {
			return r.key
		}
	}
	return ""
}

// taking are items of one handover.
type taking struct {
	from  hall.SignInID
	items []int
}

// whichAccepted asks whether all that waits is accepted, or which; the cursor stands on the one
// that was selected.
func (v *View) whichAccepted() tea.Cmd {
	d, _ := v.data()
	var all []taking
	items, at := []menu.Item{{Name: acceptAll.With("n", d.Waiting())}}, 0
	if d.Waiting() == 0 {
		items[0].Why = text.Short(hall.Refuse(hall.ErrNothingWaits))
	}
	for _, o := range d.Open {
		whole := taking{from: o.Shift}
		for i, it := range o.Items {
			if !it.Open() {
				continue
			}
			whole.items = append(whole.items, i)
			name := aside.With("name", text.Words(text.Raw(it.What), number(it.Case, it.Number))).With("what", o.Name)
			items = append(items, menu.Item{Name: name, Do: func() tea.Cmd { return v.accept(taking{o.Shift, []int{i}}) }})
			if r := v.selected(); r.open != nil && r.open.Shift == o.Shift && r.at == i {
				at = len(items) - 1
			}
		}
		all = append(all, whole)
	}
	items[0].Do = func() tea.Cmd { return v.accept(all...) }
	if d.Mine != nil {
		for i, it := range d.Mine.Took {
			if !it.Pending() {
				continue
			}
			items = append(items, menu.Item{Name: giveBack.With("what", it.What).With("from", it.FromName), Do: func() tea.Cmd { return v.giveBack(i, it) }})
			if r := v.selected(); r.took && r.at == i {
				at = len(items) - 1
			}
		}
	}
	return menu.OpenAt(v.env, v.env.Say(acceptTitle), items, at)
}

// accept takes items over. One that somebody else took meanwhile is refused, with his name.
func (v *View) accept(all ...taking) tea.Cmd {
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		n := 0
		for _, a := range all {
			if err := s.Desk.AcceptHandover(ctx, a.from, a.items...); err != nil {
				return text.Message{}, err
			}
			n += len(a.items)
		}
		return acceptedNow.With("n", n), nil
	})
}

// giveBack gives an item back that was accepted by mistake: at once within ten minutes, later with a reason.
func (v *View) giveBack(at int, it hall.HandItem) tea.Cmd {
	if !it.NeedsWhy(v.env.Now()) {
		return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
			return gaveBack.With("from", it.FromName), s.Desk.ReturnItem(ctx, at, "")
		})
	}
	type R = finished
	return views.Push(form.Box(v.env, form.Spec[R]{
		Title:  giveBack.With("what", it.What).With("from", it.FromName),
		Fields: []*form.Field[R]{form.Text(hall.FieldReason, whyBack, 100, func(f *R) *string { return &f.result }).Required()},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, f R) (R, error) {
			return f, s.Desk.From(draft).ReturnItem(ctx, at, f.result)
		},
		Done: func(R) text.Message { return gaveBack.With("from", it.FromName) },
	}))
}

// whichDone asks which of the accepted items is done, unless one is selected or there is only one.
func (v *View) whichDone() tea.Cmd {
	if r := v.selected(); r.took && r.item.Pending() {
		return v.doneForm(r.shift.ID, r.at, r.item.What, hall.Draft{})
	}
	d, _ := v.data()
	var items []menu.Item
	for i, it := range d.Mine.Took {
		if it.Pending() {
			items = append(items, menu.Item{Name: text.Words(text.Raw(it.What), number(it.Case, it.Number)),
				Do: func() tea.Cmd { return v.doneForm(d.Mine.ID, i, it.What, hall.Draft{}) }})
		}
	}
	if len(items) == 1 {
		return items[0].Do()
	}
	return menu.Open(v.env, v.env.Say(whichDoneTitle), items)
}

// whichOther asks who is signed in or out; those who have to do it themselves say so.
func (v *View) whichOther() tea.Cmd {
	d, _ := v.data()
	var items []menu.Item
	at := -1
	for i, o := range d.Others(v.env.Actor, v.env.Now()) {
		it := menu.Item{
			Name: inFor.With("name", o.Place.Who.Name), Why: text.Short(hall.Why(hall.OtherCourse(), o, o.Op(), v.env.Actor, v.env.Now())),
			Do: func() tea.Cmd { return v.inForm(o.Place) },
		}
		if o.Op() == hall.OpOutFor {
			it.Name, it.Do = outFor.With("name", o.Place.Who.Name), func() tea.Cmd { return v.outForm(o.Signed.ID, o.Place, hall.Draft{}) }
		}
		items = append(items, it)
		if r := v.selected(); r.place != nil && r.place.Who.Same(o.Place.Who) {
			at = i
		}
	}
	return menu.OpenAt(v.env, v.env.Say(othersTitle), items, at)
}

// whichRecord opens the sign-in under the cursor, or the form for one that is missing; else it asks whose
// is meant.
func (v *View) whichRecord() tea.Cmd {
	if in := v.selected().shift; in != nil {
		return signin.Open(v.env, in.ID)
	}
	if o, missing := v.missing(v.selected()); missing {
		return views.Push(signin.Late(v.env, o))
	}
	d, _ := v.data()
	var items []menu.Item
	for _, s := range d.Signed {
		items = append(items, menu.Item{Name: text.Words(text.Raw(s.Name), times(s.In, s.Out)), Do: func() tea.Cmd { return signin.Open(v.env, s.ID) }})
	}
	for _, o := range d.Absent(v.env.Today()) {
		items = append(items, menu.Item{Name: aside.With("name", o.Place.Who.Name).With("what", noSignIn), Why: v.whyLate(o),
			Do: func() tea.Cmd { return views.Push(signin.Late(v.env, o)) }})
	}
	return menu.Which(v.env, v.env.Say(whichSignIn), items)
}

// whichVisit asks which visit's record is written, where the day has several that the reader may
// write.
func (v *View) whichVisit() tea.Cmd {
	d, _ := v.data()
	all := slices.DeleteFunc(visits(d), func(r hall.DutyRow) bool { return !v.whyVisit(r).IsZero() })
	if len(all) == 1 {
		return v.visitForm(all[0].Shift, hall.Draft{})
	}
	var items []menu.Item
	at := -1
	for i, r := range all {
		items = append(items, menu.Item{Name: text.Words(text.Raw(r.Township), names(r.People)), Do: func() tea.Cmd { return v.visitForm(r.Shift, hall.Draft{}) }})
		if on := v.selected().duty; on != nil && on.ID == r.ID {
			at = i
		}
	}
	return menu.OpenAt(v.env, v.env.Say(whichVisitTitle), items, at)
}
