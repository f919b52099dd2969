package search_test

import (
	"fmt"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

func neighbours(t *testing.T) *storetest.Hall {
	t.Helper()
	h := storetest.New(t)
	for _, name := range []string{"章雪琴", "阿卜杜拉·买买提"} {
		in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
		in.Parties[0].Details.Name = name
		in.Parties[0].Details.Phone = ""
		if _, err := h.Desk(h.Boss).FinishIntake(t.Context(), 0, in); err != nil {
			t.Fatal(err)
		}
	}
	return h
}

// Ctrl-F pressed again is a new search: what is typed takes the place of what was looked for.
func TestTheNextSearchReplacesTheLast(t *testing.T) {
	t.Parallel()
	d := apptest.New(t, neighbours(t)).Press("ctrl+f").Type("章雪琴").Rest().Expect("章雪琴—章阿根")
	d.Press("ctrl+f").Expect("章雪琴—章阿根").Type("zag").Rest().Expect(" zag").ExpectNot("章雪琴zag")
	d.Press("enter", "f8", "ctrl+f").Type("滴水").Rest().Expect(" 滴水").ExpectNot("zag")
}

func TestFindsWhileTyping(t *testing.T) {
	t.Parallel()
	h := neighbours(t)
	for _, q := range []string{"zxq", "章雪琴", "2026-1", " 章雪琴 "} {
		apptest.New(t, h).Press("ctrl+f").Expect("首字母", "电话后四位").Type(q).Expect("章雪琴—章阿根", "(2026)百调字第1号", "已受理")
	}
	apptest.New(t, h).Press("ctrl+f").Type("章雪琴").Press("enter").Expect("案件 (2026)百调字第1号")
	apptest.New(t, h).Press("ctrl+f").Type("吴").Expect("没有找到").Press("enter").Expect("首字母试试")
}

// A person leads to a new matter, or to what he is in.
func TestAPersonLeadsOn(t *testing.T) {
	t.Parallel()
	h := neighbours(t)
	apptest.New(t, h).Press("ctrl+f").Type("zxq").Press("down", "enter").Expect("登记新的一件").Press("1").Expect("受理登记", "章雪琴")
	apptest.New(t, h).Press("ctrl+f").Type("zxq").Press("down", "enter", "2").Expect("人员 · 章雪琴", "章雪琴—章阿根", "案件  1 件")
}

// Enter before the answer opens what was typed, not what was found for an older text.
func TestEnterOpensWhatIsTypedNow(t *testing.T) {
	t.Parallel()
	d := apptest.New(t, neighbours(t)).Press("ctrl+f").Type("阿卜杜拉·买买提").Expect("阿卜杜拉·买买提—章阿根")
	d.Press("esc").Expect("电话后四位").ExpectNot("买买提")
	d.Type("2026-2").Press("enter").Expect("案件 (2026)百调字第2号")
}

// Where more fit than are listed, that is said: nobody takes a screenful for all there are.
func TestAListThatIsCutSaysSo(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	for i := range 31 {
		in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
		in.Matter.Subject = fmt.Sprint("修渠", i)
		if _, err := h.Desk(h.Boss).FinishIntake(t.Context(), 0, in); err != nil {
			t.Fatal(err)
		}
	}
	apptest.New(t, h).Press("ctrl+f").Type("修渠").Expect("共 30+ 条", "只列出最前的").Type("7").Expect("共 1 条").ExpectNot("只列出最前的")
}
