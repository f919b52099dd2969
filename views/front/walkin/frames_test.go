package walkin_test

import (
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views/text"
)

// The queue and the form that ends a visit fit every window, with names longer than it.
func TestFramesFitEverywhere(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 3)
	come(t, h, long, "章雪琴", long)
	d := h.Desk(h.Boss)
	if _, err := d.CallNext(t.Context(), "一室"); err != nil {
		t.Fatal(err)
	}
	q := queue(t, h)
	if err := d.MakeUrgent(t.Context(), q.Waiting[0].ID, long); err != nil {
		t.Fatal(err)
	}
	if err := d.StartVisit(t.Context(), q.Called[0].ID, 0); err != nil {
		t.Fatal(err)
	}
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range apptest.Sizes() {
			apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Lang: lang, W: size[0], H: size[1] + 4}).Press("f4", "down", "end", "home", "enter", "esc", "enter", "3",
				"tab", "tab").Close()
		}
	}
}

// The cursor begins on one's own visitor, else on who is next; a route leads to another.
func TestTheCursorStandsOnWhoIsNextOrOnesOwn(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	come(t, h, "章雪琴", "王友根")
	xu := h.Add("xu", "徐建国", hall.RoleMediator|hall.FrontDesk).Actor()
	seen(apptest.New(t, h).Press("f4").Expect("▸ 001")).Press("f2", "f4").Expect("▸ 001")
	apptest.Open(t, h, apptest.Options{Actor: &xu}).Press("f4").Expect("▸ 002")
}
