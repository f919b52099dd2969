package duty

import (
	"context"
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// The small questions. Their forms are kept until the answer was taken, so that neither Esc
// nor a refusal loses what was typed.

type (
	accept struct {
		from  hall.ShiftID
		items []int
	}
	acceptAll struct{}
	doneItem  struct{ at int }
	itemDone  struct {
		at     int
		what   string
		result string
	}
	outFor struct {
		who  hall.Other
		note string
	}
	visitFor struct{ form string }
	jump     struct{ day string }
	// done is what an operation came to; again asks once more after a refusal.
	done struct {
		say   text.Message
		err   error
		form  string
		again func() tea.Cmd
	}
)

func (v *View) form(name string, items ...widget.Item) *widget.Form {
	return dialog.FormOf(v.env, v.forms, name, items)
}

// askMessage takes the messages of the small questions; false for others.
func (v *View) askMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case accept:
		return v.accept([]accept{m}), true
	case acceptAll:
		return v.accept(v.open()), true
	case doneItem:
		return v.askDone(m.at), true
	case itemDone:
		return v.endItem(m), true
	case hall.Other:
		return v.signOther(m), true
	case outFor:
		return v.signOut(m), true
	case visitFor:
		return v.begin(m.form), true
	case jump:
		return v.jump(m), true
	case done:
		return v.done(m), true
	}
	return nil, false
}

// done takes what an operation came to. A refusal may come of what somebody did at another
// desk: it is read again, and what was typed is asked for again.
func (v *View) done(m done) tea.Cmd {
	if m.err == nil {
		delete(v.forms, m.form)
		return tea.Batch(v.Load(), views.Toast(views.Done, m.say))
	}
	var bad *hall.Error
	errors.As(m.err, &bad)
	cmds := []tea.Cmd{v.Load(), views.Fail(m.err)}
	if f := v.forms[m.form]; f != nil && m.again != nil && bad != nil && f.Has(bad.Field) {
		f.SetError(bad.Field, v.env.Say(text.Err(bad)))
		cmds = append(cmds, m.again())
	}
	return tea.Batch(cmds...)
}

// open are the items that wait, by whose they are, the oldest first.
func (v *View) open() []accept {
	var out []accept
	for _, o := range v.data.Open {
		a := accept{from: o.Shift}
		for i, it := range o.Items {
			if it.Open() {
				a.items = append(a.items, i)
			}
		}
		out = append(out, a)
	}
	return out
}

// whichAccepted asks whether all that waits is accepted, or which; the cursor stands on the
// one that was selected.
func (v *View) whichAccepted() tea.Cmd {
	say, t, n := v.env.Say, text.DutyForm, v.data.Waiting()
	items := []widget.MenuItem{{ID: "all", Label: say(t.AcceptAll.With("n", n))}}
	of, at := map[string]accept{}, "all"
	for _, o := range v.data.Open {
		for i, it := range o.Items {
			if !it.Open() {
				continue
			}
			id := fmt.Sprint(o.Shift, ".", i)
			of[id] = accept{o.Shift, []int{i}}
			label := strings.TrimSpace(it.What + "  " + v.number(it))
			items = append(items, widget.MenuItem{ID: id, Label: say(text.Duty.Other.With("name", label).With("what", o.Name))})
			if r := v.selected(); r.open != nil && r.open.Shift == o.Shift && r.at == i {
				at = id
			}
		}
	}
	return views.Open(dialog.MenuAt(v.env, say(t.AcceptTitle), items, at, func(id string) tea.Msg {
		if a, ok := of[id]; ok {
			return a
		}
		return acceptAll{}
	}))
}

// accept takes items over. One that somebody else took meanwhile is refused, with his name.
func (v *View) accept(open []accept) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		n := 0
		for _, a := range open {
			if err := desk.AcceptHandover(context.Background(), a.from, a.items...); err != nil {
				return done{err: err}
			}
			n += len(a.items)
		}
		return done{say: text.DutyForm.Accepted.With("n", n)}
	}
}

// whichDone asks which of the accepted items is done, unless one is selected.
func (v *View) whichDone() tea.Cmd {
	if r := v.selected(); r.took && r.item.Pending() {
		return v.askDone(r.at)
	}
	var items []widget.MenuItem
	last := 0
	for i, it := range v.data.Mine.Took {
		if it.Pending() {
			last = i
			items = append(items, widget.MenuItem{ID: fmt.Sprint(i), Label: strings.TrimSpace(it.What + "  " + v.number(it))})
		}
	}
	if len(items) == 1 {
		return v.askDone(last)
	}
	return views.Open(dialog.Menu(v.env, v.env.Say(text.DutyForm.WhichDone), items, func(id string) tea.Msg {
		var m doneItem
		_, _ = fmt.Sscan(id, &m.at) // one of the items
		return m
	}))
}

// mineAt is an item that the reader accepted; nil when it is not there any more.
func (v *View) mineAt(i int) *hall.HandItem {
	if v.data.Mine == nil || i >= len(v.data.Mine.Took) {
		return nil
	}
	return &v.data.Mine.Took[i]
}

func (v *View) askDone(at int) tea.Cmd {
	it, t, say := v.mineAt(at), text.DutyForm, v.env.Say
	if it == nil {
		return views.Toast(views.Warn, t.Elsewhere)
	}
	f := v.form(formOf(doDone, at), widget.Item{ID: "result", Label: say(t.Result), Kind: widget.Notes, Rows: 3, Max: 500, Required: true, Help: say(t.ResultHelp)})
	what := it.What
	return views.Open(dialog.Ask(v.env.Styles, say(t.DoneTitle.With("what", what)), v.number(*it), f, func(vs map[string]string) tea.Msg {
		return itemDone{at, what, strings.TrimSpace(vs["result"])}
	}))
}

func formOf(what string, n any) string { return fmt.Sprint(what, " ", n) }

// endItem writes the result down, unless the list was changed at another desk meanwhile: the
// place would be another item's.
func (v *View) endItem(m itemDone) tea.Cmd {
	if it := v.mineAt(m.at); it == nil || it.What != m.what {
		return tea.Batch(v.Load(), views.Toast(views.Warn, text.DutyForm.Elsewhere))
	}
	desk := v.env.Desk
	return func() tea.Msg {
		err := desk.DoneItem(context.Background(), m.at, m.result)
		return done{text.DutyForm.DoneNow, err, formOf(doDone, m.at), func() tea.Cmd { return v.askDone(m.at) }}
	}
}

// signOther signs somebody in, or asks what he hands over when he goes.
func (v *View) signOther(o hall.Other) tea.Cmd {
	desk := v.env.Desk
	if o.Op() == hall.OpOutFor {
		return v.askOut(o)
	}
	return func() tea.Msg {
		return done{say: text.DutyForm.SignedFor.With("name", o.Place.Who.Name), err: desk.DutyInFor(context.Background(), o.Place.Who)}
	}
}

func (v *View) askOut(o hall.Other) tea.Cmd {
	t, say := text.DutyForm, v.env.Say
	f := v.form(formOf(doOthers, o.Signed.ID), widget.Item{ID: "note", Label: say(t.OutNote), Kind: widget.Notes, Rows: 3, Max: 1000, Help: say(t.OutNoteHelp)})
	return views.Open(dialog.Ask(v.env.Styles, say(t.OutTitle.With("name", o.Place.Who.Name)), "", f, func(vs map[string]string) tea.Msg {
		return outFor{o, strings.TrimSpace(vs["note"])}
	}))
}

func (v *View) signOut(m outFor) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		err := desk.DutyOutFor(context.Background(), m.who.Signed.ID, m.note)
		return done{text.DutyForm.OutForNow.With("name", m.who.Place.Who.Name), err, formOf(doOthers, m.who.Signed.ID), func() tea.Cmd { return v.askOut(m.who) }}
	}
}

const jumping = "day"

func (v *View) askDay() tea.Cmd {
	t, say := text.DutyForm, v.env.Say
	f := v.form(jumping, widget.Item{ID: "day", Label: say(text.Calendar.Day), Max: 20, Required: true, Help: say(t.JumpHelp)})
	return views.Open(dialog.Ask(v.env.Styles, say(t.JumpTitle), "", f, func(vs map[string]string) tea.Msg { return jump{vs["day"]} }))
}

func (v *View) jump(m jump) tea.Cmd {
	day, err := text.ParseDate(strings.TrimSpace(m.day), v.env.Today())
	if err != nil {
		if f := v.forms[jumping]; f != nil {
			f.SetError("day", v.env.Say(text.Err(err)))
		}
		return v.askDay()
	}
	delete(v.forms, jumping)
	return v.goDay(day)
}
