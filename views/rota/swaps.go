package rota

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/entry"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// mostSwaps is how many of the latest are listed.
const mostSwaps = 100

// swaps is the page of what was asked and answered.
type swaps struct {
	list widget.Grouped
	rows []hall.SwapRow
	read bool
}

type (
	swapsRead struct {
		rows []hall.SwapRow
		err  error
	}
	swapChosen struct {
		what string
		row  hall.SwapRow
		side int
	}
)

func swapKey(id hall.SwapID) string { return strconv.FormatUint(uint64(id), 10) }

func (v *View) readSwaps() tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		rows, err := desk.Swaps(context.Background(), mostSwaps)
		return swapsRead{rows, err}
	}
}

// swapsMessage takes the messages of the page; false for others.
func (v *View) swapsMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case swapsRead:
		if m.err != nil {
			return views.Fail(m.err), true
		}
		v.swaps.rows, v.swaps.read = m.rows, true
		v.fillSwaps()
		return nil, true
	case swapChosen:
		return v.answer(m), true
	}
	return nil, false
}

func (v *View) fillSwaps() {
	say, t := v.env.Say, text.Rota
	groups := []widget.Group{{Head: say(t.SwapsOfMe), None: say(t.SwapsOfMeNone)}, {Head: say(t.SwapsByMe), None: say(t.SwapsByMeNone)}, {Head: say(t.SwapsOthers), None: say(t.SwapsOthersNone)}, {Head: say(t.SwapsOver), None: say(t.SwapsOverNone)}}
	for _, r := range v.swaps.rows {
		at := 2
		switch {
		case r.State != hall.SwapAsked:
			at = 3
		case r.Wants(r.Side):
			at = 0
		case r.Side >= 0:
			at = 1
		}
		g := &groups[at]
		tone := widget.Normal
		switch at {
		case 0:
			tone = widget.Accent
		case 3:
			tone = widget.Muted
		}
		g.Keys, g.Tone = append(g.Keys, swapKey(r.ID)), append(g.Tone, tone)
		g.Rows = append(g.Rows, []string{say(v.swapSaid(r.DutySwap)), say(v.swapState(r)), r.Why})
	}
	v.swaps.list.SetGroups(groups)
}

// swapSaid is who gives which shift to whom, and for which.
func (v *View) swapSaid(s hall.DutySwap) text.Message {
	t := text.Rota
	m := t.SwapTake
	if s.For != 0 {
		m = t.SwapBoth.With("for", text.ShortDay(s.ForDay))
	}
	return m.With("who", s.Who.Name).With("day", text.ShortDay(s.Day)).With("with", s.With.Name)
}

// swapState is where a swap stands: whose consent is missing, or what came of it.
func (v *View) swapState(r hall.SwapRow) text.Message {
	if r.State != hall.SwapAsked {
		return text.Words(text.SwapState(r.State), text.Raw(r.Note))
	}
	var missing []string
	for i, who := range []hall.DutyRef{r.Who, r.With} {
		if r.Wants(i) {
			missing = append(missing, who.Name)
		}
	}
	return text.Rota.WaitsFor.With("names", text.Names(missing))
}

func (v *View) drawSwaps(w, h int) views.Frame {
	if !v.swaps.read {
		return views.NewFrame(w, h, nil)
	}
	out := []string{""}
	for _, l := range v.swaps.list.Draw(w-2, max(h-1, 1), v.env.Styles) {
		out = append(out, " "+l)
	}
	return views.NewFrame(w, h, out)
}

func (v *View) swapAt() (hall.SwapRow, bool) {
	for _, r := range v.swaps.rows {
		if swapKey(r.ID) == v.swaps.list.Key() {
			return r, true
		}
	}
	return hall.SwapRow{}, false
}

// swapMenu lists what can be done with the swap under the cursor: each of the two answers for
// himself; for whoever has no account somebody who plans writes it down.
func (v *View) swapMenu() tea.Cmd {
	say, t := v.env.Say, text.Rota
	r, ok := v.swapAt()
	if !ok {
		return views.Toast(views.Warn, t.SwapsHow)
	}
	var items []widget.MenuItem
	add := func(id string, label text.Message, r hall.SwapRow, op hall.Op) {
		why := text.Short(hall.Why(hall.SwapCourse(), r, op, v.env.Actor, v.env.Now()))
		items = append(items, widget.MenuItem{ID: id, Label: say(label), Reason: say(why)})
	}
	add("yes", t.Consent, r, hall.OpConsent)
	add("no", t.RefuseSwap, r, hall.OpRefuse)
	for i, who := range []hall.DutyRef{r.Who, r.With} {
		if r.Wants(i) && i != r.Side && v.env.Actor.May(hall.MayPlan) {
			add(fmt.Sprint("yes", i), t.ConsentFor.With("name", who.Name), r.As(i), hall.OpConsentFor)
			add(fmt.Sprint("no", i), t.RefuseFor.With("name", who.Name), r.As(i), hall.OpRefuseFor)
		}
	}
	add("recall", t.Recall, r, hall.OpRecall)
	return views.Open(dialog.Menu(v.env, say(v.swapSaid(r.DutySwap)), items, func(id string) tea.Msg {
		side := r.Side
		if n := len(id) - 1; id[n] == '0' || id[n] == '1' {
			side, id = int(id[n]-'0'), id[:n]
		}
		return swapChosen{id, r, side}
	}))
}

// answer consents, asks why not, or takes the swap back.
func (v *View) answer(m swapChosen) tea.Cmd {
	desk, t, r := v.env.Desk, text.Rota, m.row
	switch m.what {
	case "recall":
		return func() tea.Msg { return done{t.Recalled, desk.RecallSwap(context.Background(), r.ID, r.Rev)} }
	case "no":
		return v.begin(doAnswer, uint64(r.ID), map[string]string{"xside": strconv.Itoa(m.side)})
	}
	who := v.side(r, m.side)
	return func() tea.Msg {
		s, err := desk.AnswerSwap(context.Background(), r.ID, r.Rev, who, true, "")
		say := t.Consented
		if s.State == hall.SwapDone {
			say = t.Swapped
		}
		return done{say, err}
	}
}

// side is for whom an answer is given; nobody is named who answers himself.
func (v *View) side(r hall.SwapRow, side int) hall.DutyRef {
	if side == r.Side || side < 0 {
		return hall.DutyRef{}
	}
	return []hall.DutyRef{r.Who, r.With}[side]
}

// refuseSheet asks for a word about why not.
func (v *View) refuseSheet(m opened) *entry.Sheet {
	say, t := v.env.Say, text.Rota
	var row hall.SwapRow
	for _, r := range v.swaps.rows {
		if uint64(r.ID) == m.id {
			row = r
		}
	}
	side, err := strconv.Atoi(m.draft.Fields["xside"])
	if err != nil || side > 1 {
		side = row.Side
	}
	c := v.config(m, t.RefuseTitle.With("swap", v.swapSaid(row.DutySwap)), []widget.Item{
		{ID: "xside", Hidden: true, Max: 2}, {ID: "note", Label: say(t.RefuseNote), Kind: widget.Notes, Rows: 2, Max: 300, Help: say(t.RefuseHelp)},
	})
	return v.write(&c, nil, t.Refused, func(s *entry.Sheet) (func(context.Context, *store.Desk) error, *hall.Error) {
		note := strings.TrimSpace(s.Value("note"))
		return func(ctx context.Context, desk *store.Desk) error {
			_, err := desk.AnswerSwap(ctx, row.ID, row.Rev, v.side(row, side), false, note)
			return err
		}, nil
	})
}
