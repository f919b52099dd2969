package app_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// opened is a hall with one accepted case, its file open, nobody assigned yet.
func openedCase(t *testing.T) (*storetest.Hall, *apptest.Driver) {
	t.Helper()
	h := storetest.New(t)
	if _, err := h.Desk(h.Boss).FinishIntake(context.Background(), 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})); err != nil {
		t.Fatal(err)
	}
	d := apptest.New(t, h)
	return h, d.Press("f8", "enter").Expect("(2026)百调字第1号", "已受理", "调解期限：12月24日")
}

// choose runs an action of the case's menu by its name.
func choose(t *testing.T, d *apptest.Driver, name string) *apptest.Driver {
	t.Helper()
	d.Press("enter", "home")
	for range 25 {
		for _, line := range strings.Split(d.Screen(), "\n") {
			if i := strings.Index(line, "▸"); i >= 0 && strings.Contains(line[i:], name) && strings.Contains(line, "│") {
				return d.Press("enter")
			}
		}
		d.Press("down")
	}
	t.Fatalf("%s is not in the menu:\n%s", name, d.Screen())
	return d
}

// The course of a dispute, from acceptance to a kept agreement, through the screens.
func TestCaseFromAcceptanceToKeptAgreement(t *testing.T) {
	t.Parallel()
	_, d := openedCase(t)
	d.Expect("下一步 按 Enter，指派调解员")
	choose(t, d, "指派调解员").Expect("指派谁", "陈芳").Press("enter").Expect("已指派调解员").Advance(10 * time.Second).Expect("下一步 按 Enter，记录调解")
	choose(t, d, "记录调解").Expect("各方陈述", "陈芳、章雪琴、章阿根")
	d.Press("enter", "enter", "enter", "2", "enter").Type("双方各述，愿意商量").Press("enter", "enter", "2", "enter").Type("章阿根十日内改装落水管").Press("ctrl+s")
	d.Expect("已记录调解", "调解中")
	choose(t, d, "达成协议").Expect("协议内容", "章阿根十日内改装落水管").Expect("第1条 章阿根", "12月4日 周五").Press("ctrl+s")
	d.Expect("已达成协议").Press("4").Expect("未生效，签名盖章齐了才生效", "3 份（当事人各一份，调委会一份）")
	choose(t, d, "登记签字盖章").Expect("都在这天签").Type("今天").Press("enter", "enter", "enter").Type("今天").Press("ctrl+s").Expect("未生效")
	choose(t, d, "登记签字盖章").Press("enter", "enter", "enter", "enter").Type("今天").Press("enter").
		Expect("履行中", "2026年11月24日 周二（签名、盖章最后一项之日起）", "12月24日 周四 以前双方共同申请（30 天）")
	choose(t, d, "登记履行").Press("ctrl+s").Expect("已履行", "2026年11月24日")
	d.Press("5").Expect("登记履行", "登记签字盖章", "登记协议", "记录调解", "指派 陈芳", "查看案件")
	choose(t, d, "归档").Expect("章雪琴 没有证件号").Press("1").Expect("照纸质卷宗").
		Press("enter", "enter", "1", "enter").Type("材料后补").Press("ctrl+s").Expect("已归档")
}

func TestMenuSaysWhatMustComeFirst(t *testing.T) {
	t.Parallel()
	_, d := openedCase(t)
	d.Press("enter").Expect("记录调解 先指派调解员", "达成协议 先要有调解成功的记录", "申请司法确认 先要有生效的协议")
	d.Press("esc").Press("1").Expect("滴水距界墙")
}

func TestSessionHalfWrittenWaitsOnTheBoard(t *testing.T) {
	t.Parallel()
	_, d := openedCase(t)
	choose(t, d, "指派调解员").Press("enter")
	choose(t, d, "记录调解").Press("enter", "enter", "enter", "enter").Type("说到一半").Press("esc").Expect("写的已留在“未完成”里")
	d.Press("f2").Expect("调解记录 (2026)百调字第1号")
	d.Press("f8", "enter")
	choose(t, d, "记录调解").Expect("说到一半")
}

func TestRefusedStepKeepsWhatWasTyped(t *testing.T) {
	t.Parallel()
	_, d := openedCase(t)
	choose(t, d, "流转").Type("县矛调中心").Press("ctrl+s").Expect("这一项要填", "县矛调中心")
	d.Press("1", "enter").Type("跨乡镇").Press("ctrl+s", "2").Expect("已流转")
}

func TestStandAsideWarningNeedsAReason(t *testing.T) {
	t.Parallel()
	h, d := openedCase(t)
	h.Add("zhang", "章大发", hall.RoleMediator)
	ctx := context.Background()
	boss := h.Desk(h.Boss)
	rows, err := boss.Staff(ctx)
	if err != nil || len(rows) != 2 {
		t.Fatal(rows, err)
	}
	_, err = boss.AddStaff(ctx, hall.Staff{Login: "zhang2", Name: "章小发", Roles: hall.RoleMediator}, "小港村", storetest.Password)
	if err != nil {
		t.Fatal(err)
	}
	choose(t, d, "指派调解员").Letters("zxf").Rest().Expect("章小发 小港村", "同姓同村，问一声").Press("esc") // a remark only
	_, err = boss.AddStaff(ctx, hall.Staff{Login: "zhang3", Name: "章阿根", Roles: hall.RoleMediator}, "大桥村", storetest.Password)
	if err != nil {
		t.Fatal(err)
	}
	choose(t, d, "指派调解员").Letters("zag").Rest().Expect("章阿根 大桥村").Press("enter").Expect("可能要回避", "仍要选的理由")
	d.Press("ctrl+s").Expect("这一项要填").Type("同名不同人").Press("ctrl+s").Expect("已指派调解员", "章阿根")
}

func TestAnotherDeskChangedTheCase(t *testing.T) {
	t.Parallel()
	h, d := openedCase(t)
	choose(t, d, "流转").Type("县矛调中心").Press("enter").Type("跨乡镇")
	f, err := h.Desk(h.Boss).Case(context.Background(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.Desk(h.Boss).Step(context.Background(), 1, f.Case.Rev, 0, hall.Step{Action: hall.ActWithdraw, Reason: "和好", Referral: "法院"}); err != nil {
		t.Fatal(err)
	}
	d.Press("ctrl+s").ExpectNot("已流转")
}
