package duty

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// A line of the log, and what somebody hands over when he signs out.

const (
	mostItems = 20 // handed over at once
	mostOwn   = 9  // proposed: there are so many digits
	soon      = 3  // days ahead that appointments and tasks are proposed
)

func itemField(what string, n int) string { return fmt.Sprint(what, n) }

func (v *View) openLog(m formOpened) {
	say, t := v.env.Say, text.DutyForm
	items := append([]widget.Item{{ID: "what", Label: say(t.What), Kind: widget.Notes, Rows: 3, Max: 1000, Required: true, Help: say(t.WhatHelp)}},
		caseItems("case", say(t.Case), say(t.CaseHelp), false)...)
	v.sheet(doLog, items, m.draft.Fields, []string{"case"})
	f := v.fill
	f.Picked = func(id string, n int) { f.cases.pick(id, n) }
	f.Follow = func() tea.Cmd {
		f.Form.SetHidden("case", false)
		return f.cases.follow()
	}
	f.Save = func() (tea.Cmd, *hall.Error) {
		on, bad := f.cases.of("case")
		if bad != nil {
			return nil, bad
		}
		what := f.Form.Value("what")
		return v.complete(text.DutyForm.Logged, func(ctx context.Context, desk *store.Desk) error { return desk.LogDuty(ctx, what, on) }), nil
	}
}

// proposal is something of the reader's own that may have to be handed over.
type proposal struct {
	what string
	on   hall.CaseID
	name string
}

// proposals are the reader's tasks, his appointments of the coming days, and his open cases.
func proposals(env *views.Env) ([]proposal, error) {
	ctx, desk, today, who := context.Background(), env.Desk, env.Today(), env.Actor
	var out []proposal
	tasks, err := desk.Tasks(ctx, today+soon, 200)
	if err != nil {
		return nil, err
	}
	for _, k := range tasks {
		if k.Who == who.Name && k.What != "" {
			out = append(out, proposal{env.Say(text.DutyForm.Task.With("what", k.What).With("day", text.ShortDay(k.Due))), k.Case, k.Number})
		}
	}
	if who.Mediator == 0 {
		return out[:min(len(out), mostOwn)], nil
	}
	booked, err := desk.Appointments(ctx, today, today+soon)
	if err != nil {
		return nil, err
	}
	for _, r := range booked {
		if r.State.Over() || !slices.ContainsFunc(r.Mediators, func(m hall.MediatorRef) bool { return m.ID == who.Mediator }) {
			continue
		}
		said := text.DutyForm.Booked.With("day", text.ShortDay(r.Slot.Day)).With("time", text.Minutes(r.Slot.From)).With("who", text.Who(r.Who, r.Others))
		out = append(out, proposal{env.Say(said), r.Case, env.Say(text.Sides(r))})
	}
	mine, err := desk.Cases(ctx, hall.CaseQuery{Filter: hall.MyCases, Limit: 50})
	if err != nil {
		return nil, err
	}
	for _, r := range mine.Rows {
		if r.State.Open() && !r.Hidden {
			out = append(out, proposal{env.Say(text.Words(text.Versus(r), text.Raw(r.Subject), text.State(r.State))), r.ID, caseName(env, r)})
		}
	}
	return out[:min(len(out), mostOwn)], nil
}

func (v *View) openOut(m formOpened) {
	say, t := v.env.Say, text.DutyForm
	items := []widget.Item{{ID: "note", Label: say(t.Note), Kind: widget.Notes, Rows: 3, Max: 1000, Help: say(t.NoteHelp)}}
	var fields []string
	for n := range mostItems {
		label := t.Item
		if n > 0 {
			label = t.ItemNext
		}
		items = append(items, widget.Item{ID: itemField("what", n), Label: say(label), Max: 200, Help: say(t.ItemHelp)})
		items = append(items, caseItems(itemField("case", n), say(t.Case), say(t.CaseHelp), false)...)
		fields = append(fields, itemField("case", n))
	}
	v.sheet(doOut, items, m.draft.Fields, fields)
	f := v.fill
	f.Picked, f.Follow, f.Save, f.Ask = v.pickItem, v.followOut, v.saveOut, v.askLeave
}

// askLeave asks before Enter on the last line ends somebody's duty: one Enter too many is
// soon pressed, and a sign-out is not taken back. Ctrl-S is meant, and is not asked about.
func (v *View) askLeave() tea.Cmd {
	say, t, n := v.env.Say, text.DutyForm, 0
	for i := range mostItems {
		if v.fill.Form.Value(itemField("what", i)) != "" {
			n++
		}
	}
	body := []string{say(t.LeaveNone)}
	if n > 0 {
		body = []string{say(t.LeaveItems.With("n", n))}
	}
	if n := v.data.Pending(); n > 0 {
		body = append(body, say(t.OutPending.With("n", n)))
	}
	return views.Open(dialog.Confirm(v.env, say(t.LeaveTitle), body, say(t.LeaveYes), say(t.LeaveNo), leave{}))
}

// left are the proposals that stand in no line yet.
func (f *filling) left() []proposal {
	return slices.DeleteFunc(slices.Clone(f.proposed), func(p proposal) bool {
		for n := range mostItems {
			if f.Form.Value(itemField("what", n)) == cleaned(p.what) {
				return true
			}
		}
		return false
	})
}

// cleaned is a text as a field of the form holds it.
func cleaned(s string) string {
	if r := []rune(s); len(r) > 200 {
		s = string(r[:200])
	}
	return s
}

// pickItem takes a case that was found, or one of the proposals.
func (v *View) pickItem(id string, n int) {
	f := v.fill
	if f.cases.pick(id, n) {
		return
	}
	left := f.left()
	if n >= len(left) {
		return
	}
	for i := range mostItems {
		if itemField("what", i) != id {
			continue
		}
		f.Form.SetValue(id, cleaned(left[n].what))
		if left[n].on != 0 {
			f.cases.set(itemField("case", i), left[n].on, left[n].name)
		}
	}
}

func (v *View) followOut() tea.Cmd {
	f := v.fill
	var own []string
	for _, p := range f.left() {
		own = append(own, p.what)
	}
	before := true // the line before is written
	for n := range mostItems {
		what := itemField("what", n)
		written := f.Form.Value(what) != ""
		f.Form.SetHidden(what, !before && !written)
		f.Form.SetHidden(itemField("case", n), !written)
		if written {
			f.Form.SetSuggest(what, nil)
		} else {
			f.Form.SetSuggest(what, own)
		}
		before = written
	}
	return f.cases.follow()
}

func (v *View) saveOut() (tea.Cmd, *hall.Error) {
	f := v.fill
	var items []hall.HandItem
	for n := range mostItems {
		what := f.Form.Value(itemField("what", n))
		if what == "" {
			continue
		}
		on, bad := f.cases.of(itemField("case", n))
		if bad != nil {
			return nil, bad
		}
		items = append(items, hall.HandItem{What: what, Case: on})
	}
	note := f.Form.Value("note")
	return v.complete(text.DutyForm.SignedOut, func(ctx context.Context, desk *store.Desk) error { return desk.HandOver(ctx, note, items) }), nil
}
