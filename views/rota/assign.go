package rota

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/entry"
	"sizhen/views/text"
	"sizhen/views/widget"
)

type (
	// placed is the place on a shift that somebody else is to have; out is empty for one that
	// nobody has.
	placed struct {
		row hall.DutyRow
		out string
	}
	// candidates are who could have it.
	candidates struct {
		row  hall.DutyRow
		out  string
		swap bool // asked to swap, not put in
		list []hall.DutyCandidate
		err  error
	}
	// replace is who is to have it.
	replace struct {
		row     hall.DutyRow
		out, in string
	}
)

// assignMessage takes the messages of changing people; false for others.
func (v *View) assignMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case placed:
		return v.readCandidates(m.row, m.out, false), true
	case candidates:
		if m.err != nil {
			return views.Fail(m.err), true
		}
		if m.swap {
			return v.withWhom(m), true
		}
		return v.pickPerson(m), true
	case replace:
		return v.begin(doAssign, uint64(m.row.ID), map[string]string{"xout": m.out, "xin": m.in}), true
	}
	return nil, false
}

// whichPlace asks who comes off a shift, or which empty place is filled.
func (v *View) whichPlace(r hall.DutyRow) tea.Cmd {
	say, t := v.env.Say, text.Rota
	var items []widget.MenuItem
	for _, p := range r.Places {
		items = append(items, widget.MenuItem{ID: refKey(p.Who), Label: say(t.TakeOff.With("who", v.placeSaid(p, r.Day)))})
	}
	if len(r.People) < r.Need {
		items = append(items, widget.MenuItem{ID: "empty", Label: say(t.FillEmpty.With("n", r.Need-len(r.People)))})
	} else {
		items = append(items, widget.MenuItem{ID: "empty", Label: say(t.OneMore)})
	}
	return views.Open(dialog.Menu(v.env, say(t.DoAssign), items, func(id string) tea.Msg {
		if id == "empty" {
			id = ""
		}
		return placed{r, id}
	}))
}

func (v *View) readCandidates(r hall.DutyRow, out string, swap bool) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		list, err := desk.DutyCandidates(context.Background(), r.Kind, r.Day, r.ID)
		return candidates{r, out, swap, list, err}
	}
}

// pickPerson lists who could have the place, with how much each has that month, and why one
// cannot.
func (v *View) pickPerson(m candidates) tea.Cmd {
	say, t := v.env.Say, text.Rota
	list := slices.DeleteFunc(slices.Clone(m.list), func(c hall.DutyCandidate) bool { return m.row.Has(c.Who) })
	slices.SortStableFunc(list, func(a, b hall.DutyCandidate) int {
		return a.Load.Work + a.Load.Rest - b.Load.Work - b.Load.Rest
	})
	var items []widget.MenuItem
	for _, c := range list {
		items = append(items, widget.MenuItem{ID: refKey(c.Who), Label: say(v.candidate(c)), Reason: v.whyNot(c)})
	}
	if m.out != "" && len(m.row.People) > 1 {
		items = append(items, widget.MenuItem{ID: "nobody", Label: say(t.LeaveEmpty)})
	}
	if len(items) == 0 {
		return views.Toast(views.Warn, t.NobodyElse)
	}
	title := t.WhoInstead.With("who", refOf(m.out).Name)
	if m.out == "" {
		title = t.WhoMore
	}
	return views.Open(dialog.Menu(v.env, say(title), items, func(id string) tea.Msg {
		if id == "nobody" {
			id = ""
		}
		return replace{m.row, m.out, id}
	}))
}

// candidate is somebody with how much duty he has in the month.
func (v *View) candidate(c hall.DutyCandidate) text.Message {
	return text.Rota.Candidate.With("name", c.Who.Name).With("work", fmt.Sprint(c.Load.Work)).With("rest", fmt.Sprint(c.Load.Rest))
}

// whyNot is why somebody cannot have a shift, in few words.
func (v *View) whyNot(c hall.DutyCandidate) string {
	if c.Why == nil {
		return ""
	}
	t := text.Rota
	return v.env.Say(map[hall.Code]text.Message{
		hall.ErrDutyTwice: t.WhyDuty, hall.ErrOnLeave: t.WhyLeave, hall.ErrAttends: t.WhyJoint, hall.ErrNotAssignable: t.WhyLeft,
	}[c.Why.Code]) // a code that is not among them says nothing here: the store says it
}

// assignSheet asks why people are changed.
func (v *View) assignSheet(m opened) *entry.Sheet {
	t, row := text.Rota, m.row
	out, in := refOf(m.draft.Fields["xout"]), refOf(m.draft.Fields["xin"])
	title := t.AssignTitle
	switch {
	case out.Name == "":
		title = t.FillTitle
	case in.Name == "":
		title = t.EmptyTitle
	}
	title = title.With("day", text.Day(row.Day)).With("out", out.Name).With("in", in.Name)
	c := v.config(m, title, []widget.Item{{ID: "xout", Hidden: true, Max: 200}, {ID: "xin", Hidden: true, Max: 200}, v.reason()})
	return v.write(&c, &row, t.AssignedNow, func(s *entry.Sheet) (func(context.Context, *store.Desk) error, *hall.Error) {
		people := slices.DeleteFunc(slices.Clone(row.People), func(p hall.DutyRef) bool { return out.Name != "" && p.Same(out) })
		if in.Name != "" {
			people = append(people, in)
		}
		why := s.Value("reason")
		return func(ctx context.Context, desk *store.Desk) error {
			_, err := desk.AssignDuty(ctx, row.ID, row.Rev, people, why)
			return err
		}, nil
	})
}
