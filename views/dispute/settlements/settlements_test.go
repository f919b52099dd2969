package settlements_test

import (
	"context"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// most is how many control keys a settlement may take.
const most = 12

func village(t *testing.T) *storetest.Hall {
	t.Helper()
	h := storetest.New(t)
	m := hall.Mediator{Name: "俞建国", Village: "小港村", Phone: "10012340001"}
	if _, err := h.Desk(h.Boss).SaveMediator(context.Background(), 0, m, hall.NewDay(2026, 1, 1), ""); err != nil {
		t.Fatal(err)
	}
	return h
}

// counted presses keys and counts those that are no text.
type counted struct {
	*apptest.Driver
	desk *store.Desk
	keys int
}

func (c *counted) press(keys ...string) *counted {
	c.keys += len(keys)
	c.Press(keys...)
	return c
}

func (c *counted) write(s string) *counted { c.Type(s); return c }

func open(t *testing.T, h *storetest.Hall) *counted {
	t.Helper()
	d := apptest.New(t, h)
	d.Press("ctrl+p").Type("补录").Press("enter")
	return &counted{Driver: d, desk: h.Desk(h.Boss)}
}

// first is a line with all that a sheet says.
func (c *counted) first() *counted {
	return c.write("章雪琴").press("enter").write("章阿根").press("enter").write("章阿根改装落水管").press("enter").write("200").press("enter").
		write("ll").press("enter").write("11-20").press("enter").press("enter").write("俞建国").press("enter").write("小港村").press("ctrl+s")
}

func TestASettlementTakesFewKeys(t *testing.T) {
	t.Parallel()
	h := village(t)
	c := open(t, h)
	c.first().Expect("(2026)百调字第1号", "这一次录了 1 件")
	if c.keys > most {
		t.Errorf("the first took %d control keys", c.keys)
	}
	c.keys = 0
	c.write("李水生").press("enter").write("王小满").press("enter").write("互不追究").press("ctrl+s")
	c.Expect("(2026)百调字第2号", "这一次录了 2 件", "俞建国", "小港村")
	if c.keys > 3 {
		t.Errorf("the next took %d control keys", c.keys)
	}
	p, err := h.Desk(h.Boss).Cases(context.Background(), hall.CaseQuery{Limit: 9})
	if err != nil || len(p.Rows) != 2 || p.Rows[0].Chair != "俞建国" || p.Rows[0].Type != "neighbours" || p.Rows[0].State != hall.Performed {
		t.Errorf("%+v %v", p.Rows, err)
	}
	c.Press("ctrl+g", "enter").Expect("案件", "李水生").Press("esc").Expect("这一次录了 2 件")
	h.MustCheck()
}

func TestWhyOnlyNowIsAskedOnce(t *testing.T) {
	t.Parallel()
	c := open(t, village(t))
	c.write("章雪琴").press("enter").write("章阿根").press("enter").write("改装落水管").press("enter", "enter").write("ll").press("enter").
		write("11-02").press("enter", "enter").write("俞建国").press("enter").write("小港村").press("enter").Expect("补记原因")
	c.write("月底一并报来").press("ctrl+s").Expect("第1号")
	c.write("李水生").press("enter").write("王小满").press("enter").write("互不追究").press("ctrl+s").Expect("第2号")
}

func TestWhatWasEnteredAlreadyIsSaidBesideTheLine(t *testing.T) {
	t.Parallel()
	h := village(t)
	c := open(t, h)
	c.first().Expect("第1号")
	c.write("章雪琴").press("enter").write("章阿根").press("enter").write("赔偿二百元").press("enter").Expect("可能录过", "(2026)百调字第1号")
	h.MustCheck()
}
