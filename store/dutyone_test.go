package store_test

import (
	"testing"

	"sizhen/store/hall"
)

func TestSwapsAreListedWithWhoseConsentIsMissing(t *testing.T) {
	t.Parallel()
	c := inDecember(t)
	mine := c.shiftOf(t, ref(c.xu), december)
	s := must[hall.DutySwap](t)(c.xu.AskSwap(ctx, hall.DutySwap{Duty: mine.ID, With: ref(c.wang), Why: "女儿回来"}))
	for _, side := range []int{0, 1, -1, -1} {
		desk := c.xu
		switch {
		case side == 1:
			desk = c.wang
		case side < 0:
			desk = c.yu
		}
		rows := must[[]hall.SwapRow](t)(desk.Swaps(ctx, 10))
		if len(rows) != 1 || rows[0].ID != s.ID || rows[0].Side != side || rows[0].Own != [2]bool{true, true} || (rows[0].Why == "") != (side < 0) {
			t.Errorf("%s sees %+v", desk.Actor().Name, rows)
		}
	}
	if b := must[hall.Board](t)(c.wang.Board(ctx)); len(b.Swaps) != 1 || b.Swaps[0].ID != s.ID {
		t.Errorf("the board of who is asked: %+v", b.Swaps)
	}
	if b := must[hall.Board](t)(c.yu.Board(ctx)); len(b.Swaps) != 0 {
		t.Errorf("the board of somebody else: %+v", b.Swaps)
	}
	must[hall.DutySwap](t)(c.wang.AnswerSwap(ctx, s.ID, s.Rev, hall.DutyRef{}, false, "那天有事"))
	rows := must[[]hall.SwapRow](t)(c.xu.Swaps(ctx, 10))
	if rows[0].State != hall.SwapRefused || rows[0].Note != "那天有事" {
		t.Errorf("who asked does not learn why not: %+v", rows)
	}
	if row := must[hall.DutyRow](t)(c.yu.DutyRow(ctx, mine.ID)); row.ID != mine.ID || row.Swap != 0 || len(row.Places) != 1 {
		t.Errorf("%+v", row)
	}
}

func TestWhoCouldBeInATeamIsFound(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	admin := c.Add("guan", "管小明", hall.Admin) // plans, and reads no case
	for q, want := range map[string]string{"徐建国": "徐建国", "yf": "俞芳", "gxm": "管小明"} {
		got := must[[]hall.DutyFace](t)(admin.DutyPeople(ctx, q, 9))
		if len(got) != 1 || got[0].Who.Name != want {
			t.Errorf("%q finds %+v", q, got)
		}
	}
	if _, err := c.wang.DutyPeople(ctx, "", 9); code(err) != hall.ErrForbidden {
		t.Errorf("an officer chooses the team: %v", err)
	}
}
