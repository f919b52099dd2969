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
	switch what {
	case doCase:
		if v.selected().on == 0 {
			return text.Duty.NoCase
		}
		return text.Message{}
	case doPrint:
		return v.whyPrint()
	case doRotation:
		return v.whyRotation()
	}
	return text.Short(hall.Why(hall.OnDutyCourse(), v.data, hall.Op(what), v.env.Actor, v.env.Now()))
}

// whyRotation is why the record of none of the day's visits can be written.
func (v *View) whyRotation() text.Message {
	why := text.Short(hall.Refuse(hall.ErrNoVisit))
	for _, r := range v.visits() {
		err := hall.Why(hall.ShiftCourse(), r, hall.OpRotation, v.env.Actor, v.env.Now())
		switch {
		case err == nil:
			return text.Message{}
		case err.Code == hall.ErrNotOnShift:
			why = text.Duty.NotOnIt
		default:
			why = text.Short(err)
		}
	}
	return why
}

// writable are the visits of the day whose record the reader may write.
func (v *View) writable() []hall.DutyRow {
	return slices.DeleteFunc(v.visits(), func(r hall.DutyRow) bool {
		return hall.Why(hall.ShiftCourse(), r, hall.OpRotation, v.env.Actor, v.env.Now()) != nil
	})
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
	case v.data.Waiting() > 0:
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
	return views.Open(dialog.MenuAt(v.env, say(title), items, v.likely(), func(id string) tea.Msg { return chosen{id} }))
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

// whichOther asks who is signed in or out; those who have to do it themselves say so.
func (v *View) whichOther() tea.Cmd {
	say, t := v.env.Say, text.DutyForm
	all := map[string]hall.Other{}
	var items []widget.MenuItem
	at := ""
	for i, o := range v.data.Others() {
		id, name := fmt.Sprint(i), t.InFor
		if o.Op() == hall.OpOutFor {
			name = t.OutFor
		}
		all[id] = o
		why := text.Short(hall.Why(hall.OtherCourse(), o, o.Op(), v.env.Actor, v.env.Now()))
		items = append(items, widget.MenuItem{ID: id, Label: say(name.With("name", o.Place.Who.Name)), Reason: say(why)})
		if r := v.selected(); r.place != nil && r.place.Who.Same(o.Place.Who) {
			at = id
		}
	}
	return views.Open(dialog.MenuAt(v.env, say(t.OthersTitle), items, at, func(id string) tea.Msg { return all[id] }))
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
	return views.Open(dialog.MenuAt(v.env, v.env.Say(text.DutyForm.WhichVisit), items, at, func(id string) tea.Msg { return visitFor{id} }))
}
