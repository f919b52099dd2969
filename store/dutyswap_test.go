package store_test

import (
	"testing"

	"sizhen/store"
	"sizhen/store/hall"
)

// inDecember is a crew with a plan for December.
func inDecember(t *testing.T) *crew {
	c := newCrew(t)
	c.plan(t, hall.DutyHall, december, newYear)
	return c
}

func TestSwapIsDoneOnlyWhenBothConsent(t *testing.T) {
	t.Parallel()
	c := inDecember(t)
	mine, his := c.shiftOf(t, ref(c.xu), december), c.shiftOf(t, ref(c.wang), december)
	s := must[hall.DutySwap](t)(c.xu.AskSwap(ctx, hall.DutySwap{Duty: mine.ID, For: his.ID, With: ref(c.wang), Why: "女儿回来"}))
	if c.shiftOf(t, ref(c.xu), december).ID != mine.ID {
		t.Fatal("asked, and done")
	}
	day := must[hall.DutyDay](t)(c.wang.DutyDay(ctx, hall.DayOf(c.Now())))
	if len(day.Swaps) != 1 || day.Swaps[0].ID != s.ID || len(day.Asked) != 0 {
		t.Errorf("who is asked sees: %+v", day.Swaps)
	}
	if row := c.shiftOf(t, ref(c.wang), december); row.Swap != s.ID {
		t.Errorf("the plan does not show that the shift is asked for: %+v", row)
	}
	for _, third := range []*store.Desk{c.yu, c.head, c.xu} {
		if _, err := third.AnswerSwap(ctx, s.ID, s.Rev, hall.DutyRef{}, true, ""); third != c.xu && code(err) != hall.ErrNotAsked {
			t.Errorf("%s consents for others: %v", third.Actor().Name, err)
		}
	}
	if _, err := c.head.AnswerSwap(ctx, s.ID, s.Rev+1, ref(c.wang), true, ""); code(err) != hall.ErrNotAsked {
		t.Errorf("the head consents for somebody with an account: %v", err)
	}
	s = c.swap(t, s.ID)
	s = must[hall.DutySwap](t)(c.wang.AnswerSwap(ctx, s.ID, s.Rev, hall.DutyRef{}, true, ""))
	if s.State != hall.SwapDone {
		t.Fatalf("%+v", s)
	}
	a, b := c.shift(t, mine), c.shift(t, his)
	if !a.Has(ref(c.wang)) || a.Has(ref(c.xu)) || !b.Has(ref(c.xu)) || !a.Fixed || !b.Fixed {
		t.Errorf("%v has %v, %v has %v", a.Day, a.People, b.Day, b.People)
	}
	if n := len(a.Changes); n != 1 || a.Changes[0].What != hall.DutySwapped || a.Changes[0].Was[0].Name != "徐建国" || a.Changes[0].Now[0].Name != "王值班" ||
		a.Changes[0].Reason != "女儿回来" {
		t.Errorf("the trail: %+v", a.Changes)
	}
	if _, err := c.wang.AnswerSwap(ctx, s.ID, s.Rev, hall.DutyRef{}, true, ""); code(err) != hall.ErrSwapOver {
		t.Errorf("answered twice: %v", err)
	}
	if p := must[hall.DutyPreview](t)(c.head.PlanDuty(ctx, hall.PlanQuery{From: december, To: newYear})); len(p.Changes) != 0 {
		t.Errorf("a new plan undoes the swap: %+v", p.Changes)
	}
}

// swap reads a swap that waits.
func (c *crew) swap(t *testing.T, id hall.SwapID) hall.DutySwap {
	t.Helper()
	for _, s := range c.month(t, december, newYear).Swaps {
		if s.ID == id {
			return s
		}
	}
	t.Fatalf("swap %d does not wait", id)
	return hall.DutySwap{}
}

// shift reads a shift again.
func (c *crew) shift(t *testing.T, of hall.DutyRow) hall.DutyRow {
	t.Helper()
	for _, r := range rows(c.month(t, of.Day, of.Day), of.Kind) {
		if r.ID == of.ID {
			return r
		}
	}
	t.Fatalf("shift %d is gone", of.ID)
	return of
}

func TestSwapsThatCannotBe(t *testing.T) {
	t.Parallel()
	c := inDecember(t)
	mine, his := c.shiftOf(t, ref(c.xu), december), c.shiftOf(t, ref(c.wang), december)
	for what, s := range map[string]struct {
		s    hall.DutySwap
		want hall.Code
	}{
		"with oneself":                {hall.DutySwap{Duty: mine.ID, With: ref(c.xu), Why: "x"}, hall.ErrSwapSelf},
		"with nobody":                 {hall.DutySwap{Duty: mine.ID, Why: "x"}, hall.ErrRequired},
		"without a reason":            {hall.DutySwap{Duty: mine.ID, With: ref(c.wang)}, hall.ErrReason},
		"of another's shift":          {hall.DutySwap{Duty: his.ID, With: ref(c.wang), Why: "x"}, hall.ErrNotOnShift},
		"for a shift that is not his": {hall.DutySwap{Duty: mine.ID, For: his.ID, With: ref(c.yu), Why: "x"}, hall.ErrNotOnShift},
		"in the name of another":      {hall.DutySwap{Duty: his.ID, Who: ref(c.wang), With: ref(c.yu), Why: "x"}, hall.ErrForbidden},
		"of no shift":                 {hall.DutySwap{Duty: 999, With: ref(c.wang), Why: "x"}, hall.ErrNotFound},
	} {
		if _, err := c.xu.AskSwap(ctx, s.s); code(err) != s.want {
			t.Errorf("a swap %s: %v", what, err)
		}
	}
	must[hall.Leave](t)(c.head.AddLeave(ctx, hall.Leave{Who: ref(c.yu), From: mine.Day, To: mine.Day, Why: "看病"}, ""))
	if _, err := c.xu.AskSwap(ctx, hall.DutySwap{Duty: mine.ID, With: ref(c.yu), Why: "x"}); code(err) != hall.ErrOnLeave {
		t.Errorf("with somebody on leave: %v", err)
	}
	// Asked in time, answered when the shift is over.
	s := must[hall.DutySwap](t)(c.xu.AskSwap(ctx, hall.DutySwap{Duty: mine.ID, With: ref(c.wang), Why: "x"}))
	c.Clock.Set((mine.Day + 1).At(9*60, c.Settings().Zone))
	if _, err := c.wang.AnswerSwap(ctx, s.ID, s.Rev, hall.DutyRef{}, true, ""); code(err) != hall.ErrDutyPast {
		t.Errorf("a swap of the past: %v", err)
	}
	if _, err := c.xu.AskSwap(ctx, hall.DutySwap{Duty: mine.ID, With: ref(c.wang), Why: "x"}); code(err) != hall.ErrDutyPast {
		t.Errorf("asked for the past: %v", err)
	}
	if _, err := c.yu.RecallSwap(ctx, s.ID, s.Rev); code(err) != hall.ErrNotAsked {
		t.Errorf("recalled by a third person: %v", err)
	}
	if _, err := c.xu.RecallSwap(ctx, s.ID, s.Rev); err != nil {
		t.Error(err)
	}
	if m := c.month(t, december, newYear); len(m.Swaps) != 0 {
		t.Errorf("recalled, and still waiting: %+v", m.Swaps)
	}
}

// A shift that was given to somebody else meanwhile cannot be swapped any more, and nothing
// is half done.
func TestSwapOfWhatWasChangedMeanwhile(t *testing.T) {
	t.Parallel()
	c := inDecember(t)
	mine, his := c.shiftOf(t, ref(c.xu), december), c.shiftOf(t, ref(c.wang), december)
	s := must[hall.DutySwap](t)(c.xu.AskSwap(ctx, hall.DutySwap{Duty: mine.ID, For: his.ID, With: ref(c.wang), Why: "x"}))
	must[hall.Shift](t)(c.head.AssignDuty(ctx, mine.ID, mine.Rev, []hall.DutyRef{ref(c.yu)}, "换人"))
	if _, err := c.wang.AnswerSwap(ctx, s.ID, s.Rev, hall.DutyRef{}, true, ""); code(err) != hall.ErrNotOnShift {
		t.Errorf("swapped what another has: %v", err)
	}
	if got := c.shift(t, his); !got.Has(ref(c.wang)) {
		t.Errorf("half done: %+v", got.People)
	}
	s = must[hall.DutySwap](t)(c.wang.AnswerSwap(ctx, s.ID, s.Rev, hall.DutyRef{}, false, "我也有事"))
	if s.State != hall.SwapRefused || s.Note != "我也有事" || !s.Consents[1].No {
		t.Errorf("%+v", s)
	}
}

// Two mediators without accounts: the head writes down what they agreed, one consent each.
func TestHeadTakesDownTheConsentOfWhoHasNoAccount(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	a, b := hall.DutyRef{Kind: hall.InviteOther, Name: "沈大伯"}, hall.DutyRef{Kind: hall.InviteOther, Name: "俞大妈"}
	c.team(t, hall.DutyHall, a, b)
	c.plan(t, hall.DutyHall, december, newYear)
	mine := c.shiftOf(t, a, december)
	s := must[hall.DutySwap](t)(c.head.AskSwap(ctx, hall.DutySwap{Duty: mine.ID, Who: a, With: b, Why: "进城"}))
	if !s.Consents[0].At.IsZero() {
		t.Error("the head's word is no consent of those two")
	}
	s = must[hall.DutySwap](t)(c.head.AnswerSwap(ctx, s.ID, s.Rev, a, true, ""))
	if s.State != hall.SwapAsked {
		t.Fatalf("done with one consent: %+v", s)
	}
	s = must[hall.DutySwap](t)(c.head.AnswerSwap(ctx, s.ID, s.Rev, b, true, ""))
	if got := c.shift(t, mine); s.State != hall.SwapDone || !got.Has(b) || s.Consents[1].By != "陈芳" {
		t.Errorf("%+v, %+v", s, got.People)
	}
	if _, err := c.wang.AnswerSwap(ctx, s.ID, s.Rev, b, true, ""); code(err) != hall.ErrSwapOver {
		t.Error(err)
	}
}

// Who was asked about a day is not put on another: a swap lapses when a shift of it is moved.
func TestASwapLapsesWhenAShiftOfItIsMoved(t *testing.T) {
	t.Parallel()
	c := inDecember(t)
	mine, his := c.shiftOf(t, ref(c.xu), december), c.shiftOf(t, ref(c.wang), december)
	ask := hall.DutySwap{Duty: mine.ID, For: his.ID, With: ref(c.wang), Why: "女儿回来"}
	s := must[hall.DutySwap](t)(c.xu.AskSwap(ctx, ask))
	must[hall.Shift](t)(c.head.MoveDuty(ctx, his.ID, c.shift(t, his).Rev, december+4, "停电"))
	if _, err := c.wang.AnswerSwap(ctx, s.ID, s.Rev+1, hall.DutyRef{}, true, ""); code(err) != hall.ErrSwapOver {
		t.Errorf("consented to another day: %v", err)
	}
	if day := must[hall.DutyDay](t)(c.wang.DutyDay(ctx, hall.DayOf(c.Now()))); len(day.Swaps) != 0 {
		t.Errorf("still asked: %+v", day.Swaps)
	}
	must[hall.DutySwap](t)(c.xu.AskSwap(ctx, ask))
}

// What stands against two shifts changing hands is known before the reason is asked.
func TestWhatCanBeTakenForAShiftSaysWhyNot(t *testing.T) {
	t.Parallel()
	c := inDecember(t)
	mine, his := c.shiftOf(t, ref(c.xu), december), c.shiftOf(t, ref(c.wang), december)
	must[hall.Leave](t)(c.head.AddLeave(ctx, hall.Leave{Who: ref(c.xu), From: his.Day, To: his.Day, Why: "送孙子"}, ""))
	takes := must[[]hall.SwapTake](t)(c.xu.SwapTakes(ctx, mine.ID, ref(c.xu), ref(c.wang)))
	if len(takes) < 3 || takes[0].ID != 0 || takes[0].Why != nil || takes[1].ID != his.ID || takes[1].Why == nil || takes[1].Why.Code != hall.ErrOnLeave ||
		takes[2].Why != nil {
		t.Errorf("%+v", takes)
	}
}
