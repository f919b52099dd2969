package plan

import (
	"context"
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// mostSwaps is how many of the latest are listed.
const mostSwaps = 100

// swaps is what was asked and answered; at is the one that the cursor begins at.
func (v *planner) swaps(at hall.SwapID) views.View {
	l := list.New(v.env, list.Of[hall.SwapRow]{
		Title: titleSwaps, Key: func(r hall.SwapRow) string { return fmt.Sprint(r.ID) },
		Columns: []ledger.Column[hall.SwapRow]{
			ledger.Own(text.Message{}, 0, func(r hall.SwapRow) ledger.Cell { return ledger.Phrase(swapSaid(r.DutySwap)) }),
			ledger.Own(text.Message{}, 24, func(r hall.SwapRow) ledger.Cell { return ledger.Enum("", swapState(r)) }),
			ledger.Own(text.Message{}, 0, func(r hall.SwapRow) ledger.Cell { return ledger.Say(r.Why) }),
		},
		Read: readSwaps,
		Tone: func(_ views.Session, r hall.SwapRow) widget.Tone {
			return [...]widget.Tone{widget.Accent, widget.Normal, widget.Normal, widget.Muted}[swapGroup(r)]
		},
		Enter: menu.What, Open: v.swapMenu, Hint: func() text.Message { return hintSwaps },
		Keys:  func() []views.Action { return []views.Action{v.moreKey(v.env.Today())} },
		Empty: swapsHow,
	})
	if at != 0 {
		l.Stand(fmt.Sprint(at))
	}
	return l
}

// swapGroup is under which heading a swap stands.
func swapGroup(r hall.SwapRow) int {
	switch {
	case r.State != hall.SwapAsked:
		return 3
	case r.Wants(r.Side):
		return 0
	case r.Side >= 0:
		return 1
	}
	return 2
}

func readSwaps(ctx context.Context, s views.Session, _ list.Query) (list.Page[hall.SwapRow], error) {
	all, err := s.Desk.Swaps(ctx, mostSwaps)
	out := list.Page[hall.SwapRow]{Groups: []list.Group{
		{Head: swapsOfMe, None: swapsOfMeNone}, {Head: swapsByMe, None: swapsByMeNone}, {Head: swapsOthers, None: swapsOthersNone},
		{Head: swapsOver, None: swapsOverNone},
	}}
	for i := range out.Groups {
		for _, r := range all {
			if swapGroup(r) == i {
				out.Rows = append(out.Rows, r)
				out.Groups[i].Rows++
			}
		}
	}
	return out, err
}

// swapSaid is who gives which shift to whom, and for which.
func swapSaid(s hall.DutySwap) text.Message {
	m := swapTake
	switch {
	case s.For != 0 && s.Undoes != 0:
		m = backBoth.With("for", text.ShortDay(s.ForDay))
	case s.Undoes != 0:
		m = backTake
	case s.For != 0:
		m = swapBoth.With("for", text.ShortDay(s.ForDay))
	}
	return m.With("who", s.Who.Name).With("day", text.ShortDay(s.Day)).With("with", s.With.Name)
}

// swapState is where a swap stands: whose consent is missing, or what came of it.
func swapState(r hall.SwapRow) text.Message {
	if r.State != hall.SwapAsked {
		return text.Words(text.SwapState(r.State), text.Raw(r.Note))
	}
	var missing []string
	for i, who := range []hall.DutyRef{r.Who, r.With} {
		if r.Wants(i) {
			missing = append(missing, who.Name)
		}
	}
	return waitsFor.With("names", text.Names(missing))
}

// swapMenu lists what can be done with a swap: each of the two answers for himself; for whoever
// has no account somebody who plans writes it down.
func (v *planner) swapMenu(r hall.SwapRow) tea.Cmd {
	item := func(name text.Message, r hall.SwapRow, op hall.Op, do func() tea.Cmd) menu.Item {
		return menu.Item{Name: name, Why: text.Short(hall.Why(hall.SwapCourse(), r, op, v.env.Actor, v.env.Now())), Do: do}
	}
	items := []menu.Item{
		item(consentYes, r, hall.OpConsent, func() tea.Cmd { return v.consent(r, hall.DutyRef{}) }),
		item(refuseSwap, r, hall.OpRefuse, func() tea.Cmd { return v.refuseForm(r.DutySwap, r.Side, hall.Draft{}) }),
		item(recallIt, r, hall.OpRecall, func() tea.Cmd { return v.recall(r) }),
		item(swapBack, r, hall.OpSwapBack, func() tea.Cmd { return v.backForm(r) }),
	}
	for i, who := range []hall.DutyRef{r.Who, r.With} {
		if r.Wants(i) && i != r.Side && v.env.Actor.May(hall.MayPlan) {
			items = append(items,
				item(consentFor.With("name", who.Name), r.As(i), hall.OpConsentFor, func() tea.Cmd { return v.consent(r, who) }),
				item(refuseFor.With("name", who.Name), r.As(i), hall.OpRefuseFor, func() tea.Cmd { return v.refuseForm(r.DutySwap, i, hall.Draft{}) }))
		}
	}
	return menu.Open(v.env, v.env.Say(swapSaid(r.DutySwap)), items)
}

// recall takes a swap back. Who plans may do it for whoever asked, and is asked whether that is meant.
func (v *planner) recall(r hall.SwapRow) tea.Cmd {
	do := func() tea.Cmd {
		return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
			done, err := s.Desk.RecallSwap(ctx, r.ID, r.Rev)
			return text.Clauses([]text.Message{recalled, hears(r, done, hall.DutyRef{})}), err
		})
	}
	if r.Who.Is(v.env.Actor) {
		return do()
	}
	body := []string{v.env.Say(swapSaid(r.DutySwap)), v.env.Say(recallBody)}
	return menu.Confirm(v.env, v.env.Say(recallTitle.With("who", r.Who.Name)), body, v.env.Say(recallYes), do)
}

// hears says who has to hear what became of a swap: who sees it on the board,
// and who is to be rung up; told knows already.
func hears(r hall.SwapRow, done hall.DutySwap, told hall.DutyRef) text.Message {
	var board, call []text.Message
	for i, who := range []hall.DutyRef{r.Who, r.With} {
		if !r.Own[i] && !who.Same(told) {
			call = append(call, text.Raw(who.Name))
		}
	}
	for _, who := range done.Hear {
		board = append(board, text.Raw(who.Name))
	}
	if done.HearHead {
		board = append(board, text.Role(hall.Head))
	}
	var out []text.Message
	if len(board) > 0 {
		out = append(out, hearBoard.With("names", text.List(board...)))
	}
	if len(call) > 0 {
		out = append(out, hearCall.With("names", text.List(call...)))
	}
	return text.Clauses(out)
}

// consent gives the reader's consent, or that of who is named.
func (v *planner) consent(r hall.SwapRow, who hall.DutyRef) tea.Cmd {
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		done, err := s.Desk.AnswerSwap(ctx, r.ID, r.Rev, who, true, "")
		if done.State == hall.SwapDone {
			return text.Clauses([]text.Message{swapped, hears(r, done, who)}), err
		}
		return consented, err
	})
}

// answer is a word about why not.
type answer struct {
	row  hall.SwapRow
	note string
}

func (v *planner) refuseForm(swap hall.DutySwap, side int, from hall.Draft) tea.Cmd {
	type R = answer
	return views.Push(form.Box(v.env, form.Spec[R]{
		Title:  titled(refuseTitle.With("swap", swapSaid(swap)), from),
		Fields: []*form.Field[R]{form.Notes(hall.FieldNote, refuseNote, 300, func(a *R) *string { return &a.note }).Rows(2).Help(refuseHelp)},
		Keep:   form.Keep[R]{Kind: hall.DraftRota, Form: v.formOf(opAnswer, uint64(swap.ID), strconv.Itoa(side)), From: from, Private: true},
		Read: func(ctx context.Context, s views.Session) (R, error) {
			all, err := s.Desk.Swaps(ctx, mostSwaps)
			for _, r := range all {
				if r.ID == swap.ID {
					return R{row: r}, err
				}
			}
			return R{}, hall.Refuse(hall.ErrNotFound)
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, a R) (R, error) {
			who := hall.DutyRef{}
			if side != a.row.Side && side >= 0 {
				who = [...]hall.DutyRef{a.row.Who, a.row.With}[side]
			}
			_, err := s.Desk.From(draft).AnswerSwap(ctx, a.row.ID, a.row.Rev, who, false, a.note)
			return a, err
		},
		Done: func(R) text.Message { return refused },
	}))
}

// backForm asks why a done swap is to be taken back: the other one has to consent.
func (v *planner) backForm(r hall.SwapRow) tea.Cmd {
	type R = answer
	return views.Push(form.Box(v.env, form.Spec[R]{
		Title: backTitle.With("swap", swapSaid(r.DutySwap)), Rule: backRule, Start: R{row: r},
		Fields: []*form.Field[R]{form.Text(hall.FieldReason, whyLabel, 100, func(a *R) *string { return &a.note }).Required().Help(whyHelp)},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, a R) (R, error) {
			_, err := s.Desk.From(draft).AskBack(ctx, r.ID, r.Rev, a.note)
			return a, err
		},
		Done: func(R) text.Message { return backAsked },
	}))
}

// whose asks whose shift is given; it is one's own where one is on it.
func (v *planner) whose(r hall.DutyRow) tea.Cmd {
	if r.Mine {
		return v.withWhom(r, hall.RefOf(v.env.Actor))
	}
	if len(r.People) == 1 {
		return v.withWhom(r, r.People[0])
	}
	var items []menu.Item
	for _, p := range r.People {
		items = append(items, menu.Item{Name: text.Raw(p.Name), Do: func() tea.Cmd { return v.withWhom(r, p) }})
	}
	return menu.Open(v.env, v.env.Say(whoseShift), items)
}

// withWhom asks who is to take a shift.
func (v *planner) withWhom(r hall.DutyRow, who hall.DutyRef) tea.Cmd {
	return v.candidates(r, func(all []hall.DutyCandidate) tea.Cmd {
		var items []menu.Item
		for _, c := range all {
			if !c.Who.Same(who) && (!r.Mine || !c.Who.Is(v.env.Actor)) {
				items = append(items, menu.Item{Name: load(c), Why: whyNot(c.Why), Do: func() tea.Cmd { return v.whichTake(r, who, c.Who) }})
			}
		}
		if len(items) == 0 {
			return views.Toast(views.Warn, nobodyElse)
		}
		return menu.Open(v.env, v.env.Say(withWhom), items)
	})
}

// whichTake asks which shift is taken in return, if any: what stands against a pair is said where
// both halves are shown, before the reason is asked.
func (v *planner) whichTake(r hall.DutyRow, who, with hall.DutyRef) tea.Cmd {
	read := func(ctx context.Context, s views.Session) ([]hall.SwapTake, error) {
		return s.Desk.SwapTakes(ctx, r.ID, who, with)
	}
	return menu.After(v.env, read, func(takes []hall.SwapTake) tea.Cmd {
		var items []menu.Item
		for _, t := range takes {
			it := menu.Item{Name: noReturn, Why: pairBar(t.Why), Do: func() tea.Cmd {
				return v.swapForm(hall.DutySwap{Duty: r.ID, Day: r.Day, Who: who, With: with, For: t.ID, ForDay: t.Day}, hall.Draft{})
			}}
			if t.ID != 0 {
				it.Name = text.Words(text.Day(t.Day), v.shiftName(t.Shift))
			}
			items = append(items, it)
		}
		return menu.Open(v.env, v.env.Say(whichTake.With("who", with.Name)), items)
	})
}

// pairBar says in few words what stands against two shifts changing hands.
func pairBar(e *hall.Error) text.Message {
	name := ""
	if e != nil {
		name, _ = e.Args["name"].(string)
	}
	if short := whyNot(e); !short.IsZero() && name != "" {
		return text.Words(text.Raw(name), short)
	}
	return text.Short(e)
}

// asking is a swap with its reason.
type asking struct{ hall.DutySwap }

func (v *planner) swapForm(swap hall.DutySwap, from hall.Draft) tea.Cmd {
	type R = asking
	return views.Push(form.Box(v.env, form.Spec[R]{
		Title:  titled(swapTitle.With("day", text.Day(swap.Day)).With("with", swap.With.Name), from),
		Start:  R{swap},
		Fields: []*form.Field[R]{form.Text(hall.FieldReason, whyLabel, 100, func(a *R) *string { return &a.Why }).Required().Help(whyHelp)},
		Keep: form.Keep[R]{
			Kind: hall.DraftRota, From: from, Private: true,
			Form: v.formOf(opSwap, uint64(swap.Duty), swap.Who.Key(), swap.With.Key(), fmt.Sprint(swap.For)),
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, a R) (_ R, err error) {
			a.Day, a.ForDay = 0, 0
			a.DutySwap, err = s.Desk.From(draft).AskSwap(ctx, a.DutySwap)
			return a, err
		},
		Done: func(a R) text.Message { return askedNow.With("with", a.With.Name) },
	}))
}
