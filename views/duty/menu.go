package duty

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// What can be done on duty, in the menu's order: every step keeps its number.
const (
	doIn       = "in"
	doLog      = "log"
	doAccept   = "accept"
	doDone     = "done"
	doOut      = "out"
	doOthers   = "others"
	doCase     = "case"
	doRotation = "rotation"
	doPrint    = "print"
)

type chosen struct{ what string }

// why says why a step cannot be taken now; empty when it can.
func (v *View) why(what string) text.Message {
	t := text.Duty
	switch what {
	case doCase:
		if v.selected().on == 0 {
			return t.NoCase
		}
		return text.Message{}
	case doRotation:
		return v.whyRotation()
	case doPrint:
		return v.whyPrint()
	}
	on := v.data.Mine != nil
	switch {
	case !v.today():
		return t.Past.With("day", text.ShortDay(v.shown()))
	case what == doIn && on:
		return t.AlreadyIn
	case what == doIn:
		return text.Message{}
	case what == doOthers && !v.env.Actor.May(hall.MayAssign):
		return text.Err(v.env.Actor.Require(hall.MayAssign))
	case what == doOthers && len(v.others()) == 0:
		return t.NobodyElse
	case what == doOthers:
		return text.Message{}
	case what == doAccept && v.waiting() == 0:
		return t.NothingWaits
	case !on:
		return t.NotIn
	case what == doDone && v.pending() == 0:
		return t.NothingMine
	}
	return text.Message{}
}

// whyRotation is why the visit's record cannot be written.
func (v *View) whyRotation() text.Message {
	all := v.visits()
	switch {
	case len(all) == 0:
		return text.Duty.NoVisit
	case v.shown() > v.env.Today():
		return text.Duty.NotYet
	case len(v.writable()) == 0:
		return text.Duty.NotOnIt
	}
	return text.Message{}
}

// writable are the visits of the day whose record the reader may write.
func (v *View) writable() []hall.DutyRow {
	return slices.DeleteFunc(v.visits(), func(r hall.DutyRow) bool { return !r.Mine && !v.env.Actor.May(hall.MayAssign) })
}

// likely is what is done next with the row under the cursor.
func (v *View) likely() string {
	r := v.selected()
	switch {
	case !v.today() && r.on != 0:
		return doCase
	case !v.today():
		return doPrint
	case v.team && r.on == 0, r.hands != nil:
		return doRotation
	case v.data.Mine == nil && r.on != 0 && r.open == nil:
		return doCase
	case v.data.Mine == nil:
		return doIn
	case r.open != nil:
		return doAccept
	case r.took && r.item.Pending():
		return doDone
	case r.on != 0:
		return doCase
	case r.place != nil && r.place.In.IsZero() && !r.place.Own && v.why(doOthers).IsZero():
		return doOthers
	case v.waiting() > 0:
		return doAccept
	}
	return doLog
}

// menu lists the steps; the cursor stands on the likely one. A swap is answered where it is
// kept.
func (v *View) menu() tea.Cmd {
	if !v.read {
		return nil
	}
	if id := v.selected().swap; id != 0 {
		return views.Go(views.Route{Screen: views.Rota, Swap: id})
	}
	say, t := v.env.Say, text.DutyForm
	var items []widget.MenuItem
	for _, s := range []struct {
		what string
		say  text.Message
	}{
		{doIn, t.DoIn}, {doLog, t.DoLog}, {doAccept, t.DoAccept}, {doDone, t.DoDone}, {doOut, t.DoOut},
		{doOthers, t.DoOthers}, {doCase, t.DoCase}, {doRotation, t.DoRotation}, {doPrint, t.DoPrint},
	} {
		items = append(items, widget.MenuItem{ID: s.what, Label: say(s.say), Reason: say(v.why(s.what))})
	}
	title := t.MenuTitle.With("day", text.ShortDay(v.shown()))
	return views.Open(dialog.MenuAt(v.env.Styles, say(title), items, v.likely(), func(id string) tea.Msg { return chosen{id} }))
}

// run takes the step that was chosen.
func (v *View) run(what string) tea.Cmd {
	if why := v.why(what); !why.IsZero() { // another desk was quicker
		return views.Toast(views.Warn, why)
	}
	switch what {
	case doIn:
		return v.in()
	case doLog, doOut:
		return v.begin(what)
	case doAccept:
		return v.whichAccepted()
	case doDone:
		return v.whichDone()
	case doOthers:
		return v.whichOther()
	case doCase:
		return views.Go(views.Route{Screen: views.CaseFile, Case: v.selected().on})
	case doRotation:
		return v.whichVisit()
	case doPrint:
		return v.print()
	}
	return nil
}

// in signs the reader in, and says so when he is late.
func (v *View) in() tea.Cmd {
	desk, today, who := v.env.Desk, v.env.Today(), v.env.Actor.Staff
	return func() tea.Msg {
		ctx := context.Background()
		if err := desk.DutyIn(ctx); err != nil {
			return done{err: err}
		}
		signed, err := desk.Duty(ctx, today)
		say := text.DutyForm.SignedIn
		for _, s := range signed {
			if s.Staff == who && s.Out.IsZero() && s.Late > 0 {
				say = text.DutyForm.SignedInLate.With("t", text.Ago(s.LateTime()))
			}
		}
		return done{say: say, err: err}
	}
}

// other is somebody without an account, to be signed in or out.
type other struct {
	who  hall.DutyRef
	out  hall.ShiftID // signed in: the shift to end; 0: to be signed in
	why  text.Message
	name string
}

// others are those whom somebody else can sign in or out; those with accounts stand there
// with the reason.
func (v *View) others() []other {
	var out []other
	for _, r := range v.data.Rows {
		if r.State != hall.DutyStands {
			continue
		}
		for _, p := range r.Places {
			o := other{who: p.Who, name: p.Who.Name}
			switch s := v.signIn(p); {
			case p.Own && p.In.IsZero():
				o.why = text.Duty.OwnAccount
			case p.Own:
				continue
			case s != nil && s.Out.IsZero() && s.Staff == 0:
				o.out = s.ID
			case s != nil && !s.Out.IsZero():
				o.why = text.Duty.SignedAlready
			}
			out = append(out, o)
		}
	}
	if !slices.ContainsFunc(out, func(o other) bool { return o.why.IsZero() }) {
		return nil
	}
	return out
}

func (v *View) whichOther() tea.Cmd {
	all, say, t := v.others(), v.env.Say, text.DutyForm
	var items []widget.MenuItem
	at := ""
	for i, o := range all {
		name := t.InFor
		if o.out != 0 {
			name = t.OutFor
		}
		items = append(items, widget.MenuItem{ID: fmt.Sprint(i), Label: say(name.With("name", o.name)), Reason: say(o.why)})
		if r := v.selected(); r.place != nil && r.place.Who.Same(o.who) {
			at = fmt.Sprint(i)
		}
	}
	return views.Open(dialog.MenuAt(v.env.Styles, say(t.OthersTitle), items, at, func(id string) tea.Msg {
		var i int
		_, _ = fmt.Sscan(id, &i) // one of the items
		return all[i]
	}))
}

// whichVisit asks which visit's record is written, where the day has several.
func (v *View) whichVisit() tea.Cmd {
	all := v.writable()
	if len(all) == 1 {
		return v.begin(rotationForm(all[0]))
	}
	var items []widget.MenuItem
	at := ""
	for _, r := range all {
		id := rotationForm(r)
		items = append(items, widget.MenuItem{ID: id, Label: r.Township + "  " + v.names(r.People)})
		if d := v.selected().duty; d != nil && d.ID == r.ID {
			at = id
		}
	}
	return views.Open(dialog.MenuAt(v.env.Styles, v.env.Say(text.DutyForm.WhichVisit), items, at, func(id string) tea.Msg { return visitFor{id} }))
}
