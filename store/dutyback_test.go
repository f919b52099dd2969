package store_test

import (
	"testing"

	"sizhen/store"
	"sizhen/store/hall"
)

// A done swap goes back when both consent, as it was made, and no longer once a shift of it has begun.
func TestADoneSwapIsTakenBackByBoth(t *testing.T) {
	t.Parallel()
	c := inDecember(t)
	mine, his := c.shiftOf(t, ref(c.xu), december), c.shiftOf(t, ref(c.wang), december)
	asked := must[hall.DutySwap](t)(c.xu.AskSwap(ctx, hall.DutySwap{Duty: mine.ID, For: his.ID, With: ref(c.wang), Why: "女儿回来"}))
	if _, err := c.xu.AskBack(ctx, asked.ID, asked.Rev, "不回来了"); code(err) != hall.ErrSwapOver {
		t.Errorf("one that is not done: %v", err)
	}
	done := must[hall.DutySwap](t)(c.wang.AnswerSwap(ctx, asked.ID, asked.Rev, hall.DutyRef{}, true, ""))
	if _, err := c.yu.AskBack(ctx, done.ID, done.Rev, "不回来了"); code(err) != hall.ErrNotAsked {
		t.Errorf("by a third: %v", err)
	}
	if _, err := c.xu.AskBack(ctx, done.ID, done.Rev, " "); code(err) != hall.ErrReason {
		t.Errorf("without a reason: %v", err)
	}
	back := must[hall.DutySwap](t)(c.xu.AskBack(ctx, done.ID, done.Rev, "女儿不回来了"))
	if _, err := c.xu.AskBack(ctx, done.ID, done.Rev, "再请一次"); code(err) != hall.ErrSwapWaits {
		t.Errorf("asked twice: %v", err)
	}
	if row := must[hall.DutyRow](t)(c.head.DutyRow(ctx, mine.ID)); !row.Has(ref(c.wang)) {
		t.Error("one consented, and it went back")
	}
	if day := must[hall.DutyDay](t)(c.wang.DutyDay(ctx, hall.DayOf(c.Now()))); len(day.Swaps) != 1 || day.Swaps[0].ID != back.ID {
		t.Errorf("the other is not asked: %+v", day.Swaps)
	}
	must[hall.DutySwap](t)(c.wang.AnswerSwap(ctx, back.ID, back.Rev, hall.DutyRef{}, true, ""))
	a, b := must[hall.DutyRow](t)(c.head.DutyRow(ctx, mine.ID)), must[hall.DutyRow](t)(c.head.DutyRow(ctx, his.ID))
	if !a.Has(ref(c.xu)) || a.Has(ref(c.wang)) || !b.Has(ref(c.wang)) {
		t.Errorf("%+v, %+v", a.People, b.People)
	}
	for _, who := range []*store.Desk{c.xu, c.head} { // who asked, and the head; who answered knows
		over := must[hall.Board](t)(who.Board(ctx)).SwapsOver
		if len(over) == 0 || over[0].ID != back.ID && over[len(over)-1].ID != back.ID {
			t.Errorf("%s does not hear of it: %+v", who.Actor().Name, over)
		}
		ok1(t, who.SawSwap(ctx, back.ID))
	}
	if over := must[hall.Board](t)(c.head.Board(ctx)).SwapsOver; len(over) != 0 {
		t.Errorf("seen, and said again: %+v", over)
	}
	if over := must[hall.Board](t)(c.wang.Board(ctx)).SwapsOver; len(over) != 0 {
		t.Errorf("told to who answered: %+v", over)
	}
	for _, s := range must[[]hall.SwapRow](t)(c.xu.Swaps(ctx, 9)) {
		if s.ID == done.ID && s.State != hall.SwapUndone {
			t.Errorf("the first one is said to stand: %d", s.State)
		}
	}
}

func TestASwapDoesNotGoBackOnceAShiftHasBegun(t *testing.T) {
	t.Parallel()
	c := inDecember(t)
	mine := c.shiftOf(t, ref(c.xu), december)
	asked := must[hall.DutySwap](t)(c.xu.AskSwap(ctx, hall.DutySwap{Duty: mine.ID, With: ref(c.wang), Why: "女儿回来"}))
	done := must[hall.DutySwap](t)(c.wang.AnswerSwap(ctx, asked.ID, asked.Rev, hall.DutyRef{}, true, ""))
	c.clock(mine.Day, 8, 20)
	back := must[hall.DutySwap](t)(c.wang.AskBack(ctx, done.ID, done.Rev, "病了"))
	c.clock(mine.Day, 8, 40)
	if _, err := c.xu.AnswerSwap(ctx, back.ID, back.Rev, hall.DutyRef{}, true, ""); code(err) != hall.ErrDutyBegun {
		t.Errorf("after it has begun: %v", err)
	}
}

// Who left the roster, is suspended there, or has no account any more leaves the shifts open, and the
// head is told.
func TestWhoLeftLeavesTheShiftsOpen(t *testing.T) {
	t.Parallel()
	for name, leave := range map[string]func(*crew){
		"suspended": func(c *crew) {
			id := c.xu.Actor().Mediator
			f := must[hall.MediatorFile](t)(c.head.Mediator(ctx, id))
			must[hall.Mediator](t)(c.head.SetStatus(ctx, id, f.Mediator.Rev, hall.Suspended, hall.DayOf(c.Now()), "生病"))
		},
		"off": func(c *crew) {
			for _, s := range must[[]hall.StaffRow](t)(c.head.Staff(ctx)) {
				if s.ID == c.xu.Actor().Staff {
					s.Off = true
					ok1(t, c.head.ChangeStaff(ctx, s))
				}
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			c := inDecember(t)
			mine := c.shiftOf(t, ref(c.xu), december)
			c.clock(mine.Day-1, 9, 0)
			board := func(d *store.Desk) hall.Board { return must[hall.Board](t)(d.Board(ctx)) }
			if n := len(board(c.head).Gaps); n != 0 {
				t.Fatalf("%d shifts open before", n)
			}
			leave(c)
			gaps := board(c.head).Gaps
			if len(gaps) == 0 || gaps[0].ID != mine.ID || gaps[0].Open != 1 || !gaps[0].Places[0].Left {
				t.Errorf("%+v", gaps)
			}
			if n := len(board(c.wang).Gaps); n != 0 {
				t.Errorf("told to who does not plan: %d", n)
			}
		})
	}
}
