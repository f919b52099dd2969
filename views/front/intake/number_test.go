package intake_test

import (
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// counted presses keys and counts those that are no text.
type counted struct {
	*apptest.Driver
	keys int
}

func (c *counted) press(keys ...string) *counted {
	c.keys += len(keys)
	c.Press(keys...)
	return c
}

func (c *counted) write(s string) *counted { c.Type(s); return c }

func TestAFastClerkGivesANumberFromOnePage(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	c := &counted{Driver: apptest.New(t, h)}
	c.press("f3").write("章雪琴").press("pgdown").write("章阿根").press("pgdown").write("2").press("enter").write("滴水").press("enter").
		write("屋檐滴水，雨天流进院内").press("ctrl+t")
	c.Expect("001 号", "章雪琴 请到候诊区等候")
	if c.keys > 9 {
		t.Errorf("%d control keys", c.keys)
	}
	c.Press("f4").Expect("章雪琴", "滴水")
	h.MustCheck()
}

func TestWordsOfViolenceAreNotPassedOver(t *testing.T) {
	t.Parallel()
	d := apptest.New(t, storetest.New(t))
	d.Press("f3").Type("章雪琴").Press("pgdown").Type("章阿根").Press("pgdown").Type("2").Press("enter").Type("滴水").Press("enter").
		Type("对方带了刀上门").Press("ctrl+t")
	d.Expect("危险程度", "写到“带了刀”").ExpectNot("001 号")
}

func TestANameIsEnoughForANumberAndIsCompletedLater(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.New(t, h)
	d.Press("f3", "ctrl+t").Expect("这一项要填")
	d.Type("赵小满").Press("ctrl+t").Expect("001 号", "补登记").Press("f4").Expect("赵小满", "待补登记")
	d.Press("ctrl+n", "enter", "2").Press("enter").Expect("补登记") // called, begun
	d.Press("3").Expect("去向").Type("想问宅基地的事").Press("enter").Press("2").Expect("还没登记是什么事").Press("esc")
	d.Press("f4", "enter").Press("enter").Expect("受理登记", "申请人 赵小满")
	d.Press("pgdown").Type("赵大满").Press("pgdown").Type("2").Press("enter").Type("宅基地").Press("enter").Type("两家争一条弄堂").Press("ctrl+t")
	d.Expect("001 号", "登记补全").Press("f4").Expect("赵小满", "宅基地").ExpectNot("待补登记")
	d.Press("enter").Press("3").Type("调过了").Press("enter").Press("2", "ctrl+s").Expect("百调字第")
	h.MustCheck()
}

func TestAnUnfinishedCompletionIsGoneOnWith(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	apptest.New(t, h).Press("f3").Type("赵小满").Press("ctrl+t")
	d := apptest.New(t, h)
	d.Press("f4", "ctrl+r").Expect("受理登记", "申请人 赵小满").Press("pgdown").Type("赵大满").Press("enter").Press("f2")
	again := apptest.New(t, h).Press("f3").Expect("没写完的 赵小满").Press("ctrl+r").Expect("对方 赵大满")
	again.Press("pgdown").Type("2").Press("enter").Type("宅基地").Press("enter").Type("两家争一条弄堂").Press("ctrl+t").Expect("登记补全")
	rows := drafts(t, h)
	if len(rows) != 0 {
		t.Errorf("left over: %+v", rows)
	}
	q, err := h.Desk(h.Boss).Queue(t.Context(), hall.DayOf(h.Clock.Now()))
	if err != nil || len(q.Waiting) != 1 {
		t.Errorf("in the queue: %+v, %v", q.Waiting, err)
	}
}
