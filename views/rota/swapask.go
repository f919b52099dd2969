package rota

import (
	"context"
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/entry"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// swapDays is how far ahead a shift may lie that is taken for another.
const swapDays = 92

type (
	// giver is whose shift is to be given; whom is who takes it.
	giver struct {
		row hall.DutyRow
		who string
	}
	partner struct {
		row       hall.DutyRow
		who, with string
	}
	// theirs are the shifts of who takes it, to choose one of.
	theirs struct {
		partner
		rows []hall.DutyRow
		err  error
	}
	swapFor struct {
		partner
		take hall.ShiftID
	}
)

// swapMessage takes the messages of asking for a swap; false for others.
func (v *View) swapMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case giver:
		return v.readCandidates(m.row, m.who, true), true
	case partner:
		return v.readTheirs(m), true
	case theirs:
		if m.err != nil {
			return views.Fail(m.err), true
		}
		return v.whichTake(m), true
	case swapFor:
		return v.begin(doSwap, uint64(m.row.ID), map[string]string{"xwho": m.who, "xwith": m.with, "xfor": strconv.FormatUint(uint64(m.take), 10)}), true
	}
	return nil, false
}

// whose asks whose shift is given; it is one's own where one is on it.
func (v *View) whose(r hall.DutyRow) tea.Cmd {
	if r.Mine {
		return v.readCandidates(r, "", true)
	}
	if len(r.People) == 1 {
		return v.readCandidates(r, refKey(r.People[0]), true)
	}
	var items []widget.MenuItem
	for _, p := range r.People {
		items = append(items, widget.MenuItem{ID: refKey(p), Label: p.Name})
	}
	return views.Open(dialog.Menu(v.env, v.env.Say(text.Rota.WhoseShift), items, func(id string) tea.Msg { return giver{r, id} }))
}

// withWhom asks who is to take the shift.
func (v *View) withWhom(m candidates) tea.Cmd {
	var items []widget.MenuItem
	for _, c := range m.list {
		if c.Who.Is(v.env.Actor) && m.out == "" || m.row.Has(c.Who) {
			continue
		}
		items = append(items, widget.MenuItem{ID: refKey(c.Who), Label: v.env.Say(v.candidate(c)), Reason: v.whyNot(c)})
	}
	if len(items) == 0 {
		return views.Toast(views.Warn, text.Rota.NobodyElse)
	}
	return views.Open(dialog.Menu(v.env, v.env.Say(text.Rota.WithWhom), items, func(id string) tea.Msg { return partner{m.row, m.out, id} }))
}

func (v *View) readTheirs(m partner) tea.Cmd {
	desk, today, with, kind := v.env.Desk, v.env.Today(), refOf(m.with), m.row.Kind
	return func() tea.Msg {
		out := theirs{partner: m}
		month, err := desk.DutyMonth(context.Background(), today, today+swapDays)
		out.err = err
		for _, d := range month.Days {
			for _, r := range d.Rows {
				if r.Kind == kind && r.State == hall.DutyStands && r.Has(with) && r.Swap == 0 {
					out.rows = append(out.rows, r)
				}
			}
		}
		return out
	}
}

// whichTake asks which shift is taken in return, if any.
func (v *View) whichTake(m theirs) tea.Cmd {
	say, t := v.env.Say, text.Rota
	items := []widget.MenuItem{{ID: "0", Label: say(t.NoReturn)}}
	for _, r := range m.rows {
		why := text.Message{}
		if m.who == "" && r.Mine || m.who != "" && r.Has(refOf(m.who)) {
			why = t.BothOn
		}
		items = append(items, widget.MenuItem{ID: fmt.Sprint(r.ID), Label: say(text.Words(text.Day(r.Day), v.shiftName(r.Shift))), Reason: say(why)})
	}
	return views.Open(dialog.Menu(v.env, say(t.WhichTake.With("who", refOf(m.with).Name)), items, func(id string) tea.Msg {
		n, _ := strconv.ParseUint(id, 10, 64) // its own number
		return swapFor{m.partner, hall.ShiftID(n)}
	}))
}

// swapSheet asks why, and asks the other.
func (v *View) swapSheet(m opened) *entry.Sheet {
	t, row, f := text.Rota, m.row, m.draft.Fields
	with := refOf(f["xwith"])
	n, _ := strconv.ParseUint(f["xfor"], 10, 64) // a number of our own, or none
	ask := hall.DutySwap{Duty: row.ID, Who: refOf(f["xwho"]), With: with, For: hall.ShiftID(n)}
	title := t.SwapTitle.With("day", text.Day(row.Day)).With("with", with.Name)
	hidden := func(id string) widget.Item { return widget.Item{ID: id, Hidden: true, Max: 200} }
	c := v.config(m, title, []widget.Item{hidden("xwho"), hidden("xwith"), hidden("xfor"), v.reason()})
	say := t.AskedNow.With("with", with.Name)
	return v.write(&c, &row, say, func(s *entry.Sheet) (func(context.Context, *store.Desk) error, *hall.Error) {
		ask := ask
		ask.Why = s.Value("reason")
		return func(ctx context.Context, desk *store.Desk) error {
			_, err := desk.AskSwap(ctx, ask)
			return err
		}, nil
	})
}
