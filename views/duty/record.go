package duty

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// The record of the county team's visit: two lists, what it took on and what it hands back.

const (
	tookList  = "took"
	backList  = "back"
	mostHands = 30 // lines of each list, and some more where many stand there already
)

func handField(list, what string, n int) string { return fmt.Sprint(list, ".", what, ".", n) }

func (v *View) openVisit(r hall.DutyRow, m formOpened) {
	f := v.fill
	f.duty, f.rows = r, max(mostHands, len(r.Took)+10, len(r.Back)+10)
	var items []widget.Item
	var fields []string
	for _, list := range []string{tookList, backList} {
		items = append(items, v.handItems(list, f.rows)...)
		for n := range f.rows {
			fields = append(fields, handField(list, "case", n))
		}
	}
	v.sheet(m.what, items, m.draft.Fields, fields)
	f.Rev, f.Follow, f.Save = r.Rev, v.followVisit, v.saveVisit
	f.Picked = func(id string, n int) { f.cases.pick(id, n) }
	f.merge(tookList, r.Took)
	f.merge(backList, r.Back)
}

func (v *View) handItems(list string, rows int) []widget.Item {
	say, t := v.env.Say, text.DutyForm
	first, next, who := t.TookItem, t.TookNext, t.TookWho
	if list == backList {
		first, next, who = t.BackItem, t.BackNext, t.BackWho
	}
	var out []widget.Item
	for n := range rows {
		label := next
		if n == 0 {
			label = first
		}
		out = append(out, widget.Item{ID: handField(list, "what", n), Label: say(label), Max: 200, Help: say(t.RowHelp)},
			widget.Item{ID: handField(list, "who", n), Label: say(who), Max: 40, Hidden: true})
		out = append(out, caseItems(handField(list, "case", n), say(t.CaseOwn), say(t.CaseOwnHelp), true)...)
	}
	return out
}

// at is a line of a list as it stands in the form.
func (f *filling) hand(list string, n int) hall.DutyCase {
	id, _ := strconv.ParseUint(f.Form.Raw(idField(handField(list, "case", n))), 10, 64) // empty: none of ours
	return hall.DutyCase{
		What: f.Form.Value(handField(list, "what", n)), Who: f.Form.Value(handField(list, "who", n)),
		Case: hall.CaseID(id), Number: f.Form.Value(handField(list, "case", n)),
	}
}

// merge puts lines that stand on file into the form, each where there is room: those that are
// there already stay as they are.
func (f *filling) merge(list string, on []hall.DutyCase) int {
	var have []hall.DutyCase
	for n := range f.rows {
		have = append(have, f.hand(list, n))
	}
	added := 0
	for _, c := range on {
		same := func(o hall.DutyCase) bool {
			return o.What == c.What && o.Case == c.Case && (c.Case != 0 || o.Number == c.Number)
		}
		if slices.ContainsFunc(have, same) {
			continue
		}
		n := slices.IndexFunc(have, func(o hall.DutyCase) bool { return o == hall.DutyCase{} })
		if n < 0 {
			break
		}
		have[n] = c
		added++
		f.Form.SetValue(handField(list, "what", n), c.What)
		f.Form.SetValue(handField(list, "who", n), c.Who)
		f.cases.set(handField(list, "case", n), c.Case, c.Number)
	}
	return added
}

func (v *View) followVisit() tea.Cmd {
	f := v.fill
	for _, list := range []string{tookList, backList} {
		before := true // the line before is written
		for n := range f.rows {
			written := f.Form.Value(handField(list, "what", n)) != ""
			f.Form.SetHidden(handField(list, "what", n), !before && !written && f.Form.Value(handField(list, "case", n)) == "")
			f.Form.SetHidden(handField(list, "who", n), !written)
			f.Form.SetHidden(handField(list, "case", n), !written)
			before = written
		}
	}
	return f.cases.follow()
}

// lines are a list's lines; one that was emptied is left out.
func (f *filling) lines(list string) []hall.DutyCase {
	var out []hall.DutyCase
	for n := range f.rows {
		if c := f.hand(list, n); c.What != "" {
			if c.Case != 0 {
				c.Number = "" // the store knows it
			}
			out = append(out, c)
		}
	}
	return out
}

func (v *View) saveVisit() (tea.Cmd, *hall.Error) {
	f := v.fill
	id, rev, took, back := f.duty.ID, f.Rev, f.lines(tookList), f.lines(backList)
	return v.complete(text.DutyForm.Saved, func(ctx context.Context, desk *store.Desk) error {
		_, err := desk.SaveRotation(ctx, id, rev, took, back)
		return err
	}), nil
}

// freshen goes on with what was typed, on the record as it is now: what another desk wrote
// meanwhile stands below. Where the visit is gone the words stay a draft.
func (v *View) freshen(m fresh) tea.Cmd {
	f := v.fill
	if f == nil || f.duty.ID == 0 {
		return nil
	}
	if m.err != nil {
		return views.Fail(m.err)
	}
	r := findVisit(m.data, f.duty.ID)
	if r == nil {
		keep := f.Keep.Leave()
		v.fill = nil
		return tea.Batch(keep, v.Load(), views.Toast(views.Warn, text.DutyForm.Gone.With("why", text.Duty.NoVisit)))
	}
	f.duty, f.Rev, f.Stale = *r, r.Rev, false
	f.merge(tookList, r.Took)
	f.merge(backList, r.Back)
	return tea.Batch(f.Follow(), f.Keep.Changed(), views.Toast(views.Warn, text.DutyForm.Merged))
}
