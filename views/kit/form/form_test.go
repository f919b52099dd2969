package form_test

import (
	"context"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

func studios(t *testing.T, h *storetest.Hall) *apptest.Driver {
	return apptest.New(t, h).Press("ctrl+p").Type("品牌调解室").Press("enter")
}

func drafts(t *testing.T, h *storetest.Hall) int {
	t.Helper()
	all, err := h.Desk(h.Boss).Drafts(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return len(all)
}

// One key pressed by mistake is nothing to go on with, and leaving says nothing of keeping.
func TestNothingTypedIsNothingKept(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := studios(t, h).Press("ctrl+n", "tab", "2").Rest().Press("esc").ExpectNot("已留在")
	if n := drafts(t, h); n != 0 {
		t.Errorf("%d drafts of a stray key", n)
	}
	d.Press("ctrl+n").Type("老书记").Press("esc").Expect("已留在“未完成”里")
	if n := drafts(t, h); n != 1 {
		t.Errorf("%d drafts", n)
	}
}

// A new form is empty at once; what somebody left unfinished is offered by a key of its own.
func TestANewFormIsEmptyAndTheUnfinishedOneIsOffered(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := studios(t, h).Press("ctrl+n").Type("老书记").Press("esc", "ctrl+n").ExpectNot("名称 老书记").Expect("Ctrl-R 接着写")
	d.Press("ctrl+r").Expect("名称 老书记").Press("ctrl+d").Expect("丢弃写的这些").Press("2").Expect("已丢弃")
	if n := drafts(t, h); n != 0 {
		t.Errorf("%d drafts", n)
	}
}

// A name of digits only is most likely a number meant for a list: it is asked about.
func TestANameOfDigitsIsAskedAbout(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := studios(t, h).Press("ctrl+n").Type("１2").Press("enter", "1", "ctrl+s").Expect("名称只有数字").Press("1")
	d.ExpectNot("已保存").Press("ctrl+s", "2").Expect("已保存")
}

// What was changed at another desk is taken over, and what was typed here stays.
func TestWhatIsTypedStaysAndTheRestIsAsItIsNow(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	ctx, desk := context.Background(), h.Desk(h.Boss)
	u, err := desk.SaveStudio(ctx, 0, hall.Studio{Name: "老书记调解室"})
	if err != nil {
		t.Fatal(err)
	}
	d := studios(t, h).Press("enter", "3").Expect("老书记调解室").Press("tab", "tab").Type("一杯茶")
	u.Place = "文化礼堂"
	if _, err = desk.SaveStudio(ctx, 0, u); err != nil {
		t.Fatal(err)
	}
	d.Press("ctrl+s").Expect("别的窗口刚改过", "一杯茶", "文化礼堂").Press("ctrl+s").Expect("已保存")
	rows, err := desk.FindStudios(ctx, "", 9)
	if err != nil || len(rows) != 1 || rows[0].Place != "文化礼堂" || rows[0].Way != "一杯茶" {
		t.Errorf("%+v %v", rows, err)
	}
	if n := drafts(t, h); n != 0 {
		t.Errorf("%d drafts of a finished form", n)
	}
}
