package app_test

import (
	"context"
	"testing"
	"time"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// One quarrel passes through all four diagnoses, by nothing but keys: somebody walks in and a
// case is opened; an appointment is booked, told, confirmed, and whoever is expected arrives;
// experts discuss it, once the parties agree to them; it is settled in writing; the visit that
// the rule plans finds that it came back, and the case is taken up again.
func TestOneCaseThroughAllFourDiagnoses(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	h.Add("xu", "徐建国", hall.RoleMediator)
	body := hall.Body{Name: "农技站", Contact: "陆站长", Phone: "10057501105"}
	if _, err := h.Desk(h.Boss).SaveBody(context.Background(), 0, body); err != nil {
		t.Fatal(err)
	}
	d := apptest.New(t, h)
	walkIn(d)
	appointment(h, d)
	joint(h, d)
	agreement(d)
	followUp(h, d)

	d.Press("3").Expect("四诊 7 次", "坐堂门诊 已结束 当场受理", "预约问诊 已结束 继续调解", "集中会诊 已会诊 退半米", "定期回诊 已回访 没有履行 已经反复", "定期回诊 已取消").Press("down").Expect("办完的任务 1 项")
	d.Press("up", "up", "up", "enter", "1").Expect("有无反复 ! 已经反复", "反复后 已重开本案")
	f, err := h.Desk(h.Boss).Case(context.Background(), 1)
	if err != nil || f.Case.State != hall.Mediating || len(f.Tasks) != 2 {
		t.Errorf("%+v %v", f.Case.State, err)
	}
}

// walkIn is 坐堂门诊: registered, called, seen, and a case is opened and mediated by who saw it.
func walkIn(d *apptest.Driver) {
	writeDown(d, "章雪琴")
	outcome(d, "1").Press("ctrl+s", "ctrl+s").Expect("001 号")
	d.Press("f4", "ctrl+n", "enter", "2").Expect("章雪琴 开始").Press("enter", "3").Type("先看现场").Press("enter", "2").Press("ctrl+s").Expect("已立案 (2026)百调字第1号").Press(
		"2").Expect("案件 (2026)百调字第1号")
}

// appointment is 预约问诊: booked from the case for this afternoon, told, confirmed; they come
// and are heard.
func appointment(h *storetest.Hall, d *apptest.Driver) {
	d.Press("3").Expect("四诊 1 次").Press("enter").Expect("5 安排一次回访 先要有生效的协议").Press("3").Expect("新预约", "章雪琴—章阿根")
	d.Type("今天").Press("enter").Type("14-15").Press("enter", "enter").Press("1").Rest().Expect("没有冲突").Press("ctrl+s").Expect("已约 11月24日 周二 14:00–15:00 一室：章雪琴")
	d.Press("enter", "3").Expect("通知了谁").Press("enter", "1", "enter", "1", "enter").Type("说一定来").Press("enter").Expect("记下了：已通知 章雪琴")
	d.Press("enter", "4").Expect("会来").Press("3").Expect("章雪琴、章阿根 会来", "已确认")
	h.Clock.Set(h.Clock.Now().Add(220 * time.Minute)) // 13:54
	d.Reload().Press("enter", "1", "3").Expect("章雪琴、章阿根 排在 002 号，前面 0 人", "已到")
	d.Press("f4", "ctrl+n", "enter", "2").Expect("章雪琴 开始").Press("enter", "0").Expect("案件 (2026)百调字第1号")
	session(d, "1", "退多少两边差一米", "再请人看")
	d.Press("f4", "enter", "3").Type("等人看过再谈").Press("enter", "1").Press("ctrl+s").Expect("今天已结束 2")
}

// session records what was said at the case, with its result by number.
func session(d *apptest.Driver, result, said, outcome string) {
	d.Press("1", "enter").Expect("▸ 3 记录调解").Press("enter").Expect("告知权利").Press("enter", "enter", "enter", "2", "enter").Type(said).Press("enter", "enter").Press(
		result, "enter").Type(outcome).Press("ctrl+s").Expect("已记录调解")
}

// joint is 集中会诊: it is called together once the parties agree to the outsiders; a time is found
// that all have; it is held, and a task follows.
func joint(h *storetest.Hall, d *apptest.Driver) {
	d.Press("f8", "enter", "3").Expect("四诊 2 次").Press("enter", "4").Expect("提请集中会诊").Type("退多少要请专家看").Press("ctrl+s").Expect("已提请")
	d.Press("enter", "1", "enter", "enter").Expect("召集人是 陈芳").Press("enter").Type("徐建国").Rest().Press("enter").Expect("已请 徐建国").Press("enter").Type("农技站").Rest().
		Press("enter").Expect("已请 农技站").Press("esc").Expect("还没有问 章雪琴、章阿根（请 农技站）")
	d.Press("enter", "2").Press("1", "enter", "1", "enter").Press("enter").Press("1", "enter", "1").Press("ctrl+s").Expect("双方意见已登记", "章阿根（被申请人） 同意")
	d.Press("enter", "3").Type("量尺寸，定退让").Press("ctrl+s").Expect("议程已保存")
	d.Press("enter", "4").Expect("往后 30 天", "都能来").Press("ctrl+n").Type("今天").Press("enter").Type("14-15:30").Press("enter", "1", "ctrl+s").
		Expect("已定 11月24日 周二", "徐建国 没有答复") // by hand, as they have time today
	for range 2 {
		d.Press("enter", "enter").Press("enter", "1").Press("ctrl+s").Expect("：参加")
	}
	h.Clock.Set(storetest.Start().Add(7 * time.Hour)) // 17:14: it is over
	d.Press("f2").Expect("会诊").Press("f6", "enter", "enter", "6").Expect("登记会诊").Press("1", "enter").Type("退半米").Press("enter", "enter").Press("1", "enter").Type(
		"够了").Press("enter", "enter").Press("1").Press("enter", "enter", "enter", "enter")
	d.Type("退半米，滴水归自家").Press("tab").Type("承办人再调一次").Press("tab").Press("down", "enter").Type("+3").Press("enter").Type("请村里量界").Press("enter").Press("down",
		"enter").Type("+2").Press("ctrl+s").Expect("会诊已登记", "后续任务 2 项")
	d.Press("f2").Expect("请村里量界", "会诊任务") // until it is done
	d.Press("f6", "enter", "enter", "enter", "enter", "1").Expect("办完：").Type("量好了").Press("ctrl+s").Expect("已登记办完").Press("f2").ExpectNot("请村里量界 陈芳")
}

// agreement settles it in writing, signed and sealed today; the rules plan the visits.
func agreement(d *apptest.Driver) {
	d.Press("f8", "enter").Expect("案件 (2026)百调字第1号")
	session(d, "2", "都同意退半米", "章阿根十天内退半米，滴水归自家")
	d.Press("enter").Expect("达成协议").Press("enter").Expect("谈妥的每一条").Press("ctrl+s").Expect("还没有生效，缺")
	d.Press("enter", "enter").Expect("登记签字盖章").Type("今天").Press("enter", "enter", "enter").Type("今天").Press("enter").Type("今天").
		Press("enter").Expect("协议 11月24日 周二 起生效", "履行中")
}

// followUp is 定期回诊: the first visit, the day after performance fell due, finds that nothing
// was done and the quarrel is back.
func followUp(h *storetest.Hall, d *apptest.Driver) {
	d.Press("f7").Expect("以后 2 件", "12月5日 周六 11 天", "12月24日 周四 30 天")
	h.Clock.Set(storetest.Start().AddDate(0, 0, 12))
	d.Press("f2").Expect("逾期1天 章雪琴", "还没有 2027 年的放假安排").Press("f7").Expect("已逾期 1 件", "履行到期后回访").Press("enter", "1")
	d.Press("tab", "tab").Press("3", "enter", "2", "enter", "3", "enter").Type("没有退，又滴水").Press("enter").Type("请村里看着").Press("enter", "1", "enter", "enter").
		Expect("已经反复，怎么办").Press("1").Press("ctrl+s").Expect("已重开", "调解中")
}
