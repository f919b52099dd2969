package dispute_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/dispute/joint"
)

// newCase is an open case between two people of 小港村.
func newCase(t *testing.T, h *storetest.Hall) hall.CaseID {
	t.Helper()
	return must[hall.IntakeResult](t)(h.Desk(h.Boss).FinishIntake(ctx(), 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow}))).Case
}

func proposed(t *testing.T, h *storetest.Hall) hall.Consultation {
	t.Helper()
	return must[hall.Consultation](t)(h.Desk(h.Boss).ProposeJoint(ctx(), newCase(t, h), "滴水的尺寸，两边说法不一"))
}

func read(t *testing.T, h *storetest.Hall, id hall.ConsultationID) hall.JointFile {
	t.Helper()
	return must[hall.JointFile](t)(h.Desk(h.Boss).Joint(ctx(), id))
}

func consented(t *testing.T, h *storetest.Hall, v hall.Consultation) hall.Consultation {
	t.Helper()
	f := read(t, h, v.ID)
	all := f.Discussion().Questions(f.Case)
	for i := range all {
		all[i].Given, all[i].Day = true, today()
	}
	return must[hall.Consultation](t)(h.Desk(h.Boss).Consents(ctx(), v.ID, v.Rev, all))
}

func me(h *storetest.Hall) hall.Invitee {
	return hall.Invitee{Kind: hall.InviteStaff, ID: uint64(h.Boss.Staff)}
}

// ready is one whose people are invited: 徐建国, a lawyer and a body.
func ready(t *testing.T, h *storetest.Hall) hall.Consultation {
	t.Helper()
	d := h.Desk(h.Boss)
	v := proposed(t, h)
	xu := hall.Invitee{Kind: hall.InviteMediator, ID: uint64(h.Add("xu", "徐建国", hall.RoleMediator).Actor().Mediator)}
	body := must[hall.Body](t)(d.SaveBody(ctx(), 0, hall.Body{Name: "农技站", Contact: "陆站长", Phone: "10057501105"}))
	v = must[hall.Consultation](t)(d.Invite(ctx(), v.ID, v.Rev, me(h),
		[]hall.Invitee{xu, {Kind: hall.InviteBody, ID: uint64(body.ID)}, {Kind: hall.InviteOther, Name: "俞律师", Unit: "村法律顾问"}}))
	v = consented(t, h, v)
	return must[hall.Consultation](t)(d.Agenda(ctx(), v.ID, v.Rev, "一、量尺寸"))
}

func convened(t *testing.T, h *storetest.Hall, in hall.Day, from int) hall.Consultation {
	t.Helper()
	v := ready(t, h)
	return must[hall.Consultation](t)(h.Desk(h.Boss).Convene(ctx(), v.ID, v.Rev, hall.Slot{Day: today() + in, From: from, To: from + 90}, "会诊室", nil, ""))
}

func TestACaseIsProposedFromTheList(t *testing.T) {
	h := storetest.New(t)
	newCase(t, h)
	d := apptest.New(t, h).Press("f6").Expect("还没有会诊", "Ctrl-N").Press("ctrl+n").Expect("为哪件案件提请会诊", "章雪琴—章阿根")
	d.Press("enter").Expect("提请集中会诊").Press("ctrl+s").Expect("这一项要填").Type("尺寸说法不一").Press("esc", "ctrl+n", "enter").Expect("尺寸说法不一") // Esc loses nothing
	d.Press("ctrl+s").Expect("已提请", "尺寸说法不一", "定召集人和名单", "11月24日 周二 陈芳 提请")
	d.Press("esc").Expect("待召集 1 件", "尺寸说法不一", "已召集 0 件").Press("enter").Expect("定召集人和名单")
}

func TestAClosedCaseIsNotProposed(t *testing.T) {
	h := storetest.New(t)
	id := newCase(t, h)
	desk := h.Desk(h.Boss)
	c := must[hall.CaseFile](t)(desk.Case(ctx(), id)).Case
	must[hall.Case](t)(desk.Step(ctx(), id, c.Rev, 0, hall.Step{Action: hall.ActWithdraw, Reason: "撤回", Referral: "法院"}))
	apptest.New(t, h).Press("f6", "ctrl+n").Type("章雪琴").Rest().Expect("撤回").Press("enter").Expect("! ").ExpectNot("提请的理由")
}

// invited puts people on the list of one that has a convener.
func invited(t *testing.T, h *storetest.Hall, v hall.Consultation, names ...string) hall.Consultation {
	t.Helper()
	all := slices.Clone(v.Joint.Invited)
	for _, name := range names {
		all = append(all, hall.Invitee{Kind: hall.InviteOther, Name: name})
	}
	return must[hall.Consultation](t)(h.Desk(h.Boss).Invite(ctx(), v.ID, v.Rev, me(h), all))
}

func TestConsentIsRecordedOfEachParty(t *testing.T) {
	h := storetest.New(t)
	v := invited(t, h, proposed(t, h), "俞律师")
	d := apptest.New(t, h).Press("f6", "enter").Expect("还没有问 章雪琴、章阿根（请 俞律师）").Press("enter", "2").Expect("登记双方意见", "第 20 条", "请 俞律师")
	d.Press("1", "enter", "2", "enter").Press("ctrl+u").Type("昨天").Press("enter").Press("2", "enter").Press("ctrl+s").Expect("这一项要填").Press("1", "ctrl+s").Expect(
		"已从名单里划掉 1 人", "章雪琴（申请人） 同意 口头 11月23日 周一 俞律师", "章阿根（被申请人） 不同意 书面 11月24日 周二 俞律师")
	j := read(t, h, v.ID).Consultation.Joint
	if len(j.Consents) != 2 || !j.Consents[0].Given || !j.Consents[0].Oral || j.Consents[0].Day != today()-1 || j.Consents[1].Given ||
		j.Consents[1].Day != today() || j.Consents[1].By != "陈芳" {
		t.Errorf("%+v", j.Consents)
	}
	d.Press("enter", "2", "tab", "tab", "ctrl+u").Type("明天").Press("ctrl+s").Expect("! ").ExpectNot("意见已登记")
}

func TestWithdrawnConsentCrossesOutsidersOff(t *testing.T) {
	h := storetest.New(t)
	v := ready(t, h)
	d := apptest.New(t, h).Press("f6", "enter", "enter", "2").Press("2", "ctrl+s").Expect("划掉 2 人").ExpectNot("农技站 陆站长 没有", "村法律顾问 没有")
	d.Expect("徐建国", "不同意")
	if n := len(read(t, h, v.ID).Consultation.Joint.Invited); n != 1 {
		t.Errorf("%d are still invited", n)
	}
}

// Who is invited later is asked about anew, and alone; to hold it without warns.
func TestConsentIsAskedAgainForWhoIsNew(t *testing.T) {
	h := storetest.New(t)
	invited(t, h, convened(t, h, 0, 14*60), "何会计")
	d := apptest.New(t, h).Press("f6", "enter").Expect("还没有问 章雪琴、章阿根（请 何会计）", "章雪琴（申请人） 还没有问 何会计", "章雪琴（申请人） 同意 书面")
	d.Press("enter", "2").Expect("请 何会计").ExpectNot("请 农技站").Press("1", "enter", "1", "enter").Press("ctrl+s").Expect("已登记；还没有问 章阿根", "章阿根（被申请人） 还没有问 何会计")
	h.Clock.Add(6 * time.Hour)
	d.Reload().Press("enter", "6").Expect("还没有问 章阿根 同不同意 何会计 参加").Press("esc")
	d.Press("enter", "2", "tab", "tab", "tab", "1", "enter", "1", "ctrl+s").Expect("双方意见已登记").Press("enter", "6").Expect("登记会诊").ExpectNot("同不同意")
}

// An internal consultation asks nobody; who takes part as the committee's own adviser needs no consent.
func TestAnInternalConsultationAsksNobody(t *testing.T) {
	h := storetest.New(t)
	invited(t, h, proposed(t, h), "俞律师")
	d := apptest.New(t, h).Press("f6", "enter").Expect("▸ 双方意见", "还没有问").Press("enter", "1", "home", "down", "down", "enter").Expect("本会法律顾问").Press("6")
	d.Expect("已改：俞律师", "本会法律顾问").Press("esc").Expect("内部会诊，不用问双方", "写议程").ExpectNot("双方意见", "还没有问")
	d.Press("enter").Expect("没有请外面的人")
}

// Of an internal consultation it is noted, when it is recorded as held, whether those present were reminded of secrecy.
func TestAnInternalConsultationNotesTheReminderOfSecrecy(t *testing.T) {
	h := storetest.New(t)
	desk := h.Desk(h.Boss)
	v := proposed(t, h)
	v = must[hall.Consultation](t)(desk.Invite(ctx(), v.ID, v.Rev, me(h), nil))
	slot := hall.Slot{Day: today(), From: 10*60 + 30, To: 11 * 60}
	must[hall.Consultation](t)(desk.Convene(ctx(), v.ID, v.Rev, slot, "会诊室", nil, ""))
	h.Clock.Add(time.Hour)
	d := apptest.New(t, h).Press("f6", "enter", "enter", "6").Expect("登记会诊", "保密提醒", "已提醒", "没有提醒").Press("1", "enter").Rest()
	d.Press("ctrl+s").Expect("! ")
	rec := hall.JointRecord{Convener: read(t, h, v.ID).Discussion().Convener, Secrecy: hall.Reminded, Line: "按界量", Opinion: "再调", Who: "陈芳", By: today() + 3}
	rec.Convener.Came = true
	must[hall.Consultation](t)(desk.RecordJoint(ctx(), v.ID, read(t, h, v.ID).Consultation.Rev, 0, rec))
	apptest.New(t, h).Press("f6", "right", "right", "enter").Expect("保密提醒", "已提醒")
}

func TestOutsidersAreShownWithWhatIsMissing(t *testing.T) {
	h := storetest.New(t)
	v := invited(t, h, proposed(t, h), "俞律师")
	f := read(t, h, v.ID)
	all := f.Discussion().Questions(f.Case)
	all[0].Day = today() // does not agree
	must[hall.Consultation](t)(h.Desk(h.Boss).Consents(ctx(), v.ID, v.Rev, all))
	must[hall.Body](t)(h.Desk(h.Boss).SaveBody(ctx(), 0, hall.Body{Name: "农技站", Contact: "陆站长", Helps: []string{"neighbours"}}))
	d := apptest.New(t, h).Press("f6", "enter", "enter", "1", "ctrl+n").Expect("农技站 陆站长", "专长")
	d.Type("俞律师").Rest().Expect("当事人不同意").Press("enter").Expect("章雪琴 不同意请 俞律师 参加", "第 20").ExpectNot("已请")
	d.Press("esc").Press("enter", "1", "ctrl+n").Type("农技站").Rest().Press("enter").Expect("已请 农技站", "陆站长", "资源单位", "没有答复")
	d.Press("ctrl+n").Type("农技站").Rest().Expect("已在名单里").Press("enter").Expect("已经在名单里")
}

func TestConvenerAndPeopleAreChosen(t *testing.T) {
	h := storetest.New(t)
	v := proposed(t, h)
	h.Add("xu", "徐建国", hall.RoleMediator)
	h.Add("yu", "俞芳", hall.FrontDesk)
	d := apptest.New(t, h).Press("f6", "enter", "enter", "1").Expect("召集人 还没有定", "再请一位").Press("enter").Expect("谁来召集", "我自己").ExpectNot("外面").Press("enter").
		Expect("召集人是 陈芳")
	d.Press("enter").Expect("请谁参加").Type("徐建国").Rest().Press("enter").Expect("已请 徐建国") // the cursor went on to the next line by itself
	d.Press("enter").Letters("yf").Rest().Expect("俞芳", "本中心人员").Press("enter").Expect("已请 俞芳")
	d.Press("enter").Type("俞律师").Rest().Expect("请“俞律师”，不在册的人").Press("enter").Expect("单位或身份").Type("村法律顾问").Press("enter").Expect("已请 俞律师", "其他人员", "村法律顾问")
	d.Press("home", "down", "down", "enter").Expect("1 定为必到").Press("1").Expect("必到 徐建国").Press("enter").Expect("1 不必到").Press("esc")
	d.Press("end", "enter").Expect("2 改由他召集 其他人员").Press("3").Expect("已划掉 俞律师")
	d.Press("home", "down", "down", "down", "enter", "2").Expect("召集人是 俞芳").Press("esc").Expect("召集人 俞芳", "徐建国 必到 没有答复")
	j := read(t, h, v.ID).Consultation.Joint
	if j.Convener.Name != "俞芳" || len(j.Invited) != 1 || !j.Invited[0].Must {
		t.Errorf("%+v", j)
	}
}

func TestTheAgendaIsKeptWhileItIsWritten(t *testing.T) {
	h := storetest.New(t)
	v := ready(t, h)
	d := apptest.New(t, h).Press("f6", "enter", "enter", "3").Expect("写议程", "一、量尺寸").Press("ctrl+j").Type("二、看老宅基").Press("esc").Expect("一、量尺寸").ExpectNot(
		"二、看老宅基")
	other := apptest.New(t, h).Expect("写议程") // the board of another desk has it
	other.Press("f6", "enter", "enter", "3").Expect("二、看老宅基", "接着写：陈芳").Press("ctrl+s").Expect("议程已保存", "二、看老宅基")
	if got := read(t, h, v.ID).Consultation.Joint.Agenda; got != "一、量尺寸\n二、看老宅基" {
		t.Errorf("%q", got)
	}
	if rows := must[[]hall.DraftRow](t)(h.Desk(h.Boss).Drafts(ctx())); len(rows) != 0 {
		t.Errorf("the draft stays: %+v", rows)
	}
	d.Reload().Expect("二、看老宅基")
}

func TestACommonTimeIsFoundAndTaken(t *testing.T) {
	h := storetest.New(t)
	v := ready(t, h)
	d := apptest.New(t, h).Press("f6", "enter").Expect("找共同时间").Press("enter", "enter").Expect("往后 30 天，每次 90 分钟",
		"最早人也齐 11月25日 周三 08:30–10:00", "都能来", "不能更早：外面的人要提前通知", "Ctrl-N 自己定时间")
	d.Press("down", "enter").Expect("已定 11月25日 周三 13:30–15:00", "已召集", "徐建国 没有答复")
	c := read(t, h, v.ID).Consultation
	if c.State != hall.Waiting || c.Slot != (hall.Slot{Day: today() + 1, From: 13*60 + 30, To: 15 * 60}) {
		t.Errorf("%+v", c)
	}
	d.Press("enter").Expect("4 改时间").Press("4", "home", "enter").Expect("改时间", "改期的理由").Press("ctrl+s").Expect("这一项要填").Type("等鉴定").Press("esc", "enter").Expect(
		"等鉴定").Press("ctrl+s").Expect("已定", "原定 11月25日 周三 13:30–15:00，陈芳改期：等鉴定")
	d.Press("esc").Expect("已召集 1 件", "等 徐建国、农技站、俞律师", "徐建国、农技站")
}

func TestWhoCannotComeIsNamedAndAbsent(t *testing.T) {
	h := storetest.New(t)
	v := ready(t, h)
	d := h.Desk(h.Boss)
	b := must[hall.Body](t)(d.Body(ctx(), hall.BodyID(read(t, h, v.ID).Consultation.Joint.Invited[1].ID)))
	b.Times = []hall.Window{{Weekday: time.Sunday, From: 540, To: 600}} // never in the opening hours
	must[hall.Body](t)(d.SaveBody(ctx(), 0, b))
	s := apptest.New(t, h).Press("f6", "enter", "enter", "4").Expect("农技站").ExpectNot("都能来").Press("enter").Expect("已定", "农技站 不能来")
	s.Press("enter", "1", "home", "down", "down", "down", "enter", "1").Expect("必到 农技站")
	s.Press("esc", "enter", "4").Expect("农技站 这些天里都来不了", "自己定时间").ExpectNot("都能来")
	if got := read(t, h, v.ID).Consultation.Joint.Invited; got[1].Answer != hall.CannotGo || got[0].Answer != hall.NoAnswer {
		t.Errorf("%+v", got)
	}
}

func TestDaysAndLengthAreChosen(t *testing.T) {
	h := storetest.New(t)
	ready(t, h)
	d := apptest.New(t, h).Press("f6", "enter", "enter", "4", "end", "enter").Expect("往后找几天", "30", "90")
	d.Press("ctrl+u").Type("0").Press("tab", "ctrl+u").Type("二小时").Press("ctrl+s").Expect("在 1 到 180 之间", "要一个数")
	d.Press("ctrl+u").Type("7").Press("tab", "ctrl+u").Type("120").Press("enter").Expect("往后 7 天，每次 120 分钟", "13:30–15:30")
	d.Press("end", "enter", "tab", "ctrl+u").Type("300").Press("enter").Expect("要 300 分钟，半天最多 210 分钟，放不下", "自己定时间")
}

// The court has Fridays only: the list leads with all of them on Friday, and with tomorrow without the court.
func TestSoonerWithoutOneOrLaterWithAll(t *testing.T) {
	h := storetest.New(t)
	v := ready(t, h)
	d := h.Desk(h.Boss)
	b := must[hall.Body](t)(d.Body(ctx(), hall.BodyID(read(t, h, v.ID).Consultation.Joint.Invited[1].ID)))
	b.Times = []hall.Window{{Weekday: time.Friday, From: 510, To: 690}}
	must[hall.Body](t)(d.SaveBody(ctx(), 0, b))
	apptest.New(t, h).Press("f6", "enter", "enter", "4").Expect("人最齐 11月27日 周五 08:30–10:00 一室 都能来", "最早 11月25日 周三 08:30–10:00 一室 农技站",
		"不能更早：外面的人要提前通知；农技站 来不了").ExpectNot("09:00", "09:30")
}

func TestATimeByHandShowsWhatCollidesBeforeItIsSaved(t *testing.T) {
	h := storetest.New(t)
	v := ready(t, h)
	book(t, h, today()+1, 9*60, "会诊室")
	d := apptest.New(t, h).Press("f6", "enter", "enter", "4", "end", "up", "enter").Expect("自己定时间")
	d.Type("明天").Press("enter").Type("9点半").Press("enter", "3").Rest().Expect("11月25日 周三", "09:30–11:00", "冲突", "会诊室 在 09:00 到 10:00 已有安排")
	d.Press("ctrl+s").Expect("! 会诊室 在 09:00").ExpectNot("已召集")
	d.Press("esc").Expect("已留在").Press("end", "up", "enter").Expect("9点半", "接着写：陈芳") // nothing typed is lost
	d.Press("down", "ctrl+u").Type("10-11").Rest().Expect("没有冲突").Press("ctrl+s").Expect("已定 11月25日 周三 10:00–11:00 会诊室")
	if c := read(t, h, v.ID).Consultation; c.Slot != (hall.Slot{Day: today() + 1, From: 600, To: 660}) || c.Room != "会诊室" {
		t.Errorf("%+v", c)
	}
	if rows := must[[]hall.DraftRow](t)(h.Desk(h.Boss).Drafts(ctx())); len(rows) != 0 {
		t.Errorf("the draft stays: %+v", rows)
	}
}

// book makes an appointment of other people with 徐建国.
func book(t *testing.T, h *storetest.Hall, day hall.Day, from int, room string) {
	t.Helper()
	d := h.Desk(h.Boss)
	xu := must[[]hall.MediatorRow](t)(d.FindMediators(ctx(), "徐建国", 0, 1))[0]
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Parties[0].Details, in.Parties[1].Details = hall.Details{Name: "丙"}, hall.Details{Name: "丁"}
	id := must[hall.IntakeResult](t)(d.FinishIntake(ctx(), 0, in)).Case
	must[hall.Consultation](t)(d.Book(ctx(), id, 0, hall.Booking{Slot: hall.Slot{Day: day, From: from, To: from + 60}, Room: room,
		Mediators: []hall.MediatorID{xu.ID}}))
}

func TestItIsHeldWithoutWhoIsElsewhereOnlyWhenSomebodySaysSo(t *testing.T) {
	h := storetest.New(t)
	v := ready(t, h)
	book(t, h, today()+1, 9*60, "一室")
	d := apptest.New(t, h).Press("f6", "enter", "enter", "4", "end", "up", "enter").Type("明天").Press("enter").Type("9-10").Press("enter", "3").Rest().Expect(
		"徐建国 在 09:00")
	d.Press("ctrl+s").Expect("徐建国 那时来不了", "1 换个时间", "2 照这个时间开").Press("enter").Expect("自己定时间").Press("ctrl+s", "2").Expect("已定 11月25日 周三 09:00–10:00", "徐建国 不能来")
	if got := read(t, h, v.ID).Consultation.Joint.Invited[0]; got.Answer != hall.CannotGo {
		t.Errorf("%+v", got)
	}
}

func TestAnswersAreRecorded(t *testing.T) {
	h := storetest.New(t)
	v := convened(t, h, 2, 540)
	d := apptest.New(t, h).Press("f6", "enter").Expect("没答复 徐建国、农技站、俞律师").Press("enter", "5").Expect("谁的答复", "2 农技站 10057501105 没有答复").Press("2")
	d.Expect("农技站 的答复", "10057501105").Press("3", "enter").Type("派陈技术员来").Press("enter").Expect("农技站：派人来", "派陈技术员来")
	d.Press("enter", "enter").Expect("▸ 1 徐建国").Press("1", "1", "ctrl+s").Expect("徐建国：参加")
	d.Press("enter", "enter", "3", "2", "enter").Type("出庭").Press("esc", "enter", "enter", "3").Expect("出庭").Press("ctrl+s").Expect("俞律师：不能来")
	d.Advance(time.Minute).Expect("都答复了", "11月26日 周四 09:00 在会诊室")
	got := read(t, h, v.ID).Consultation.Joint.Invited
	if got[1].Answer != hall.SendsSome || got[1].Note != "派陈技术员来" || got[0].Answer != hall.Comes || got[2].Note != "出庭" {
		t.Errorf("%+v", got)
	}
}

func TestItIsRecordedOnTheDayWithItsTasks(t *testing.T) {
	h := storetest.New(t)
	v := convened(t, h, 0, 14*60)
	d := apptest.New(t, h).Press("f6", "enter", "enter").Expect("6 登记会诊 要到 11月24日 周二 14:00").Press("6").Expect("要到 11月24日").Press("esc")
	h.Clock.Set(h.Clock.Now().Add(4 * time.Hour))
	d.Reload().Expect("时间已到").Press("enter", "1").Expect("名单不再改").Press("6").Expect("登记会诊", "陈芳", "○ 1 到了 ○ 2 没到")
	d.Press("1", "enter").Type("量过再说").Press("enter", "enter").Press("1", "enter").Type("按一米算").Press("enter").Type("嫌远").Press("enter").Press("2", "enter", "2",
		"enter")
	d.Type("村会计").Press("enter").Type("退后半米，滴水归自家").Press("tab").Type("承办人再调一次").Press("tab").Expect("陈芳", "徐建国").Press("down", "2").Type("+5").Press("enter").
		Expect("11月29日 周日")
	d.Type("请村里量界").Press("enter").Expect("谁去做").Press("down", "enter").Type("+2").Press("enter").Expect("再一项任务")
	d.Type("拍照").Press("enter").Press("ctrl+s").Expect("这一项要填").Press("down", "2").Type("昨天").Press("ctrl+s").Expect("! ").Press("ctrl+u").Type("明天").Press(
		"ctrl+s")
	d.Expect("会诊已登记，结果进了案件；后续任务 3 项", "退后半米", "请村里量界 陈芳，11月26日 周四 前", "拍照")
	f := read(t, h, v.ID)
	j := f.Consultation.Joint
	if f.Consultation.State != hall.Ended || !j.Convener.Came || j.Convener.Opinion != "量过再说" || !j.Invited[0].Came || j.Invited[0].Dissent != "嫌远" ||
		j.Invited[1].Came || j.Present != "村会计" || j.Who != "徐建国" || j.By != today()+5 ||
		len(f.Tasks) != 3 || f.Tasks[2].What != "承办人再调一次" || f.Tasks[2].Who != "徐建国" {
		t.Errorf("%+v\n%+v", j, f.Tasks)
	}
	d.Press("enter", "enter").Expect("1 再加一项任务").Press("3", "1").Expect("办完：", "办得怎样").Type("照片存了卷").Press("ctrl+s").Expect("已登记办完", "照片存了卷")
	d.Press("enter").Expect("2 登记双方意见 已会诊，不再改").Press("8").Expect("章雪琴", "概况")
	apptest.New(t, h).Press("f6").Expect("已会诊 1 件", "退后半米，滴水归自家")
}

func TestNobodyThereIsNoRecord(t *testing.T) {
	h := storetest.New(t)
	convened(t, h, 0, 14*60)
	h.Clock.Set(h.Clock.Now().Add(4 * time.Hour))
	d := apptest.New(t, h).Press("f6", "enter", "enter", "enter").Press("2", "enter", "2", "enter", "2", "enter", "2", "enter").Press("tab").Type("等").Press(
		"tab").Type("再说").Press("tab", "down", "enter").Type("+1").Press("ctrl+s").Expect("还没有记谁到场")
	d.ExpectNot("会诊已登记")
}

func TestAHalfWrittenConsultationIsKept(t *testing.T) {
	h := storetest.New(t)
	v := convened(t, h, 0, 14*60)
	h.Clock.Set(h.Clock.Now().Add(4 * time.Hour))
	apptest.New(t, h).Press("f6", "enter", "enter", "enter", "1", "enter").Type("量过再说").Press("f2").Expect("会诊记录 (2026)百调字第1号")
	rows := must[[]hall.DraftRow](t)(h.Desk(h.Boss).Drafts(ctx()))
	if len(rows) != 1 || rows[0].Kind != hall.DraftJoint || rows[0].Consultation != v.ID || rows[0].Case != v.Case {
		t.Fatalf("%+v", rows)
	}
	at := routed(t, h, joint.New, views.Route{Case: v.Case, Consultation: v.ID, Draft: rows[0].ID})
	at.Expect("登记会诊", "量过再说", "接着写：陈芳").Press("esc").Expect("时间地点").Press("esc") // back to where one came from, not to the list
}

// routedJoint is a person whom a route leads to the screen.
func TestABoardsTaskIsEndedAtOnce(t *testing.T) {
	h := storetest.New(t)
	v := convened(t, h, 0, 14*60)
	h.Clock.Set(h.Clock.Now().Add(4 * time.Hour))
	desk := h.Desk(h.Boss)
	rec := hall.JointRecord{Convener: hall.Invitee{Came: true}, Invited: v.Joint.Invited, Line: "退后半米", Opinion: "再调一次", Who: "陈芳", By: today() + 3,
		Tasks: []hall.Task{{What: "量界", Who: "徐建国", Due: today() + 1}}}
	must[hall.Consultation](t)(desk.RecordJoint(ctx(), v.ID, v.Rev, 0, rec))
	task := read(t, h, v.ID).Tasks[0]
	d := routed(t, h, joint.New, views.Route{Consultation: v.ID, Task: task.ID}).Expect("办完：量界", "徐建国，11月25日 周三 前").Press("ctrl+s").Expect("这一项要填")
	d.Type("量好了").Press("esc", "enter", "9", "2", "1").Expect("量好了").Press("ctrl+s").Expect("已登记办完：量界", "● 量界")
	routed(t, h, joint.New, views.Route{Consultation: v.ID, Task: task.ID}).Expect("这项任务已经有人登记办完")
}

func TestCancellingNeedsAReason(t *testing.T) {
	h := storetest.New(t)
	convened(t, h, 2, 540)
	d := apptest.New(t, h).Press("f6", "enter", "enter", "7", "ctrl+s").Expect("这一项要填").Type("双方和解了").Press("esc", "enter", "7").Expect("双方和解了").Press("ctrl+s")
	d.Expect("会诊已取消", "取消原因 双方和解了").Press("enter").Expect("6 登记会诊 已取消，不再改").Press("esc", "esc").Expect("还没有会诊")
}

// What somebody typed while another desk was quicker is still there, and can be saved.
func TestAnotherDeskWasQuickerWithAConsultation(t *testing.T) {
	h := storetest.New(t)
	v := convened(t, h, 0, 14*60)
	h.Clock.Set(h.Clock.Now().Add(4 * time.Hour))
	d := apptest.New(t, h).Press("f6", "enter", "enter", "enter", "1", "enter").Type("量过再说").Press("tab", "tab", "2", "enter", "2", "enter", "2", "enter", "tab").
		Type("退后半米").Press("tab").Type("再调一次").Press("tab", "down", "enter").Type("+3")
	must[hall.Consultation](t)(h.Desk(h.Boss).Answered(ctx(), v.ID, v.Rev, v.Joint.Invited[0], hall.Comes, "骑车来"))
	d.Press("ctrl+s").Expect("别的窗口刚改过").Press("ctrl+s").Expect("会诊已登记")
	j := read(t, h, v.ID).Consultation.Joint
	if j.Convener.Opinion != "量过再说" || j.Invited[0].Note != "骑车来" || j.Line != "退后半米" {
		t.Errorf("%+v", j)
	}
}

func TestAConfidentialOneIsClosedToOthers(t *testing.T) {
	h := storetest.New(t)
	desk := h.Desk(h.Boss)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Confidential = true
	id := must[hall.IntakeResult](t)(desk.FinishIntake(ctx(), 0, in)).Case
	v := must[hall.Consultation](t)(desk.ProposeJoint(ctx(), id, "家事"))
	yu := h.Add("yu", "俞芳", hall.FrontDesk).Actor()
	d := apptest.Open(t, h, apptest.Options{Actor: &yu}).Press("f6").Expect("不公开").ExpectNot("章雪琴", "家事").Press("enter").Expect("只有承办调解员和中心主任能看").ExpectNot("家事")
	d.Press("ctrl+n").ExpectNot("章雪琴")
	o := apptest.Options{Actor: &yu, Screens: map[views.Screen]func(*views.Env, views.Route) views.View{
		views.Board: func(env *views.Env, _ views.Route) views.View { return joint.New(env, views.Route{Consultation: v.ID}) },
	}}
	apptest.Open(t, h, o).Expect("只有承办调解员和中心主任能看").ExpectNot("家事").Press("enter").ExpectNot("登记双方意见")
}

func TestTheCursorStaysOnItsRowAndOlderOnesAreRead(t *testing.T) {
	h := storetest.New(t)
	desk := h.Desk(h.Boss)
	var last hall.Consultation
	for range 12 {
		last = must[hall.Consultation](t)(desk.ProposeJoint(ctx(), newCase(t, h), "难"))
	}
	d := apptest.New(t, h).Press("f6").Expect("待召集 12 件")
	for range 11 {
		d.Press("down")
	}
	number := read(t, h, last.ID).Case.Number
	d.Press("enter").Expect(number).Press("esc").Reload()
	must[hall.Consultation](t)(desk.ProposeJoint(ctx(), newCase(t, h), "又一件"))
	d.Reload().Press("enter").Expect(number)
	if strings.Count(number, "百") != 1 {
		t.Error(number)
	}
}

func TestACaseIsNotProposedTwiceAtOnce(t *testing.T) {
	h := storetest.New(t)
	proposed(t, h)
	apptest.New(t, h).Press("f6", "ctrl+n").Type("章雪琴").Rest().Press("enter").Expect("已经提请会诊", "还没有定").ExpectNot("提请的理由")
	if page := must[hall.VisitPage](t)(h.Desk(h.Boss).Joints(ctx(), hall.StageProposed, 10)); page.Total != 1 {
		t.Errorf("%d were proposed", page.Total)
	}
}

func TestAnotherDesksAgendaIsNotOverwrittenUnseen(t *testing.T) {
	h := storetest.New(t)
	v := ready(t, h)
	d := apptest.New(t, h).Press("f6", "enter", "enter", "3").Press("ctrl+j").Type("二、看老宅基")
	must[hall.Consultation](t)(h.Desk(h.Boss).Agenda(ctx(), v.ID, v.Rev, "一、先听双方"))
	d.Reload().Press("ctrl+s").Expect("别的窗口刚改过", "二、看老宅基").Press("ctrl+s").Expect("议程已保存", "二、看老宅基")
}

func TestADraftOfWhatIsOverIsShownBeforeItGoes(t *testing.T) {
	h := storetest.New(t)
	v := convened(t, h, 0, 14*60)
	h.Clock.Set(h.Clock.Now().Add(4 * time.Hour))
	apptest.New(t, h).Press("f6", "enter", "enter", "enter", "1", "enter").Type("量过再说").Press("f2")
	desk := h.Desk(h.Boss)
	if err := desk.CancelAppointment(ctx(), v.ID, "和解了"); err != nil {
		t.Fatal(err)
	}
	id := must[[]hall.DraftRow](t)(desk.Drafts(ctx()))[0].ID
	r := views.Route{Case: v.Case, Consultation: v.ID, Draft: id}
	routed(t, h, joint.New, r).Expect("已取消，不再改", "量过再说", "Esc 留着").Press("esc")
	routed(t, h, joint.New, r).Expect("量过再说").Press("ctrl+d", "2").Expect("已丢弃")
	if rows := must[[]hall.DraftRow](t)(desk.Drafts(ctx())); len(rows) != 0 {
		t.Errorf("%+v", rows)
	}
}

// A case leads here to be discussed: the reason is asked at once; what is under way is opened.
func TestACaseLeadsToItsProposal(t *testing.T) {
	h := storetest.New(t)
	id := newCase(t, h)
	routed(t, h, joint.New, views.Route{Case: id}).Expect("提请集中会诊 (2026)百调字第1号").Type("要请人看").Press("ctrl+s").Expect("已提请", "要请人看")
	routed(t, h, joint.New, views.Route{Case: id}).Expect("这件已经提请会诊", "要请人看")
	c := must[hall.CaseFile](t)(h.Desk(h.Boss).Case(ctx(), id)).Case
	must[hall.Case](t)(h.Desk(h.Boss).Step(ctx(), id, c.Rev, 0, hall.Step{Action: hall.ActWithdraw, Reason: "撤回", Referral: "法院"}))
	routed(t, h, joint.New, views.Route{Case: id}).Expect("案件现在是“撤回”")
}

// held is a joint consultation that was recorded: 徐建国 and the convener were there.
func held(t *testing.T, h *storetest.Hall) hall.Consultation {
	t.Helper()
	v := convened(t, h, 0, 14*60)
	h.Clock.Set(h.Clock.Now().Add(6 * time.Hour))
	rec := hall.JointRecord{Convener: v.Joint.Convener, Invited: v.Joint.Invited, Line: "退后半米", Opinion: "再调一次", Who: "陈芳", By: today() + 3}
	rec.Convener.Came, rec.Invited[0].Came, rec.Invited[0].Opinion = true, true, "按一米算"
	return must[hall.Consultation](t)(h.Desk(h.Boss).RecordJoint(ctx(), v.ID, v.Rev, 0, rec))
}

// What was written of a joint consultation is put right with what stood before, who, when and why; the task
// that it has become says the same, and so does the case.
func TestAHeldJointConsultationIsCorrected(t *testing.T) {
	h := storetest.New(t)
	v := held(t, h)
	d := apptest.New(t, h).Press("f6", "enter", "enter", "6").Expect("更正会诊记录", "14:00-15:30")
	d.Press("tab").Press("ctrl+u").Type("15-16点").Press("enter", "enter", "enter") // time, room, 陈芳
	d.Press("enter", "enter").Press("2", "enter", "1", "enter").Press("enter").Type("嫌远").Press("enter")
	d.Press("enter", "enter").Press("ctrl+u").Type("退后一米").Press("tab", "tab").Press("ctrl+u").Type("徐建国").Press("enter").Press("ctrl+u").Type("+4").Press("enter")
	d.Press("ctrl+s").Expect("这一项要填").Type("记错了").Rest().Press("ctrl+s").Expect("已更正")
	d.Expect("11月24日 周二 15:00–16:00", "徐建国，11月28日 周六 前", "由谁办：陈芳 → 徐建国")
	d.Press("end").Expect("开始时间：14:00 → 15:00", "徐建国的意见：按一米算 → （空）", "农技站的到场：没到 → 到了", "解决思路：退后半米 → 退后一米（陈芳", "记错了", "农技站 到了")
	d.Press("enter", "8", "3").Expect("退后一米", "更正 结束时间：15:30 → 16:00")
	f := read(t, h, v.ID)
	if c := f.Consultation; len(c.Corrections) != 10 || c.Started.Hour() != 15 || c.Joint.Invited[0].Came || c.Joint.Invited[1].Dissent != "嫌远" {
		t.Errorf("%+v %+v", c, c.Joint)
	}
	if k := f.Tasks[0]; k.Who != "徐建国" || k.Due != today()+4 || len(k.Corrections) != 2 {
		t.Errorf("the task says %+v", k)
	}
	h.MustCheck()
}

// A task is added to a joint consultation that was held, put right, taken back, and done again; what
// stood before stays in sight.
func TestTasksAreAddedCorrectedAndTakenBack(t *testing.T) {
	h := storetest.New(t)
	v := held(t, h)
	d := apptest.New(t, h).Press("f6", "enter", "enter", "9", "1").Expect("再加一项任务").Type("拍照").Press("enter").Type("徐建国").Press("enter").Type("+2").Press("ctrl+s")
	d.Expect("已加任务：拍照", "拍照 徐建国，11月26日 周四 前")
	d.Press("enter", "9", "3", "2").Expect("更正任务", "拍照").Press("tab").Press("ctrl+u").Type("俞律师").Press("enter").Press("ctrl+u").Type("+5").Press("enter")
	d.Type("徐建国没空").Press("ctrl+s").Expect("任务已更正：拍照", "拍照 俞律师，11月29日 周日 前", "由谁办：徐建国 → 俞律师")
	d.Press("f2").Expect("拍照").Press("f6", "enter", "enter", "9", "3", "3").Expect("收回：拍照").Press("ctrl+s").Expect("这一项要填").Type("不用拍了").Press("ctrl+s")
	d.Expect("已收回：拍照", "拍照 已收回：不用拍了").Press("f2").ExpectNot("拍照 俞律师")
	d.Press("f6", "enter", "enter", "9", "3", "1").Expect("这项任务已经收回").Press("4").Type("还是要拍").Press("ctrl+s").Expect("已改回还要办", "拍照 俞律师")
	d.Press("enter", "9", "3", "1").Type("拍好了").Press("ctrl+s").Expect("拍好了").Press("enter", "9", "3", "4").Expect("再办：拍照")
	d.Type("登错了").Press("ctrl+s").Expect("已改回还要办：拍照").Press("pgdown").Expect("办得怎样：拍好了 → （空）")
	f := read(t, h, v.ID)
	if len(f.Tasks) != 2 || len(f.OpenTasks()) != 2 {
		t.Errorf("%+v", f.Tasks)
	}
	d.Press("enter", "8", "5").Expect("加会诊任务", "更正记录")
	h.MustCheck()
}

// A further meeting has the same people proposed, a day and a record of its own, and counts with the first
// as one; both are shown. Called off, the first stands for itself again.
func TestAFurtherMeetingIsOneConsultationWithTheFirst(t *testing.T) {
	h := storetest.New(t)
	v := held(t, h)
	d := apptest.New(t, h).Press("f6", "enter", "enter").Expect("再会诊一次").Press("0").Press("ctrl+s").Expect("这一项要填").Type("农技站的意见来了").Press("ctrl+s")
	d.Expect("已再提请", "第 2 次", "几次会诊", "第 1 次 11月24日 周二 14:00 已会诊 退后半米", "农技站的意见来了").Press("end").Expect("农技站 没有答复")
	d.Press("f6").Expect("待召集 1 件", "已会诊 0 件").ExpectNot("退后半米，")
	f := read(t, h, v.ID)
	next := f.Consultation.Joint.Next
	d.Press("enter", "enter", "3").Type("二、定数").Press("ctrl+s").Press("enter", "4", "enter").Expect("已定")
	d.Press("f8", "enter", "3").Expect("四诊 1 次", "集中会诊 第 2 次", "退后半米")
	if all := read(t, h, next).Meetings; len(all) != 2 || all[1].Joint.Invited[0].Opinion != "" || all[1].Joint.Line != "" || all[0].Joint.Line != "退后半米" {
		t.Errorf("%+v", all)
	}
	if _, err := h.Desk(h.Boss).MeetAgain(ctx(), v.ID, f.Consultation.Rev, "又来"); err == nil {
		t.Error("a second further meeting of the same one")
	}
	h.MustCheck()
	d.Press("f6", "enter", "enter", "7").Type("不用了").Press("ctrl+s").Expect("会诊已取消")
	d.Press("f6").Expect("已会诊 1 件", "退后半米")
	h.MustCheck()
}

// An answer belongs to the time it was given for: moved, it is asked for again; who counted on it, was
// crossed off, or was to come to what is called off, stays in sight until told.
func TestWhoCountsOnWhatNoLongerHoldsIsToldAgain(t *testing.T) {
	h := storetest.New(t)
	v := convened(t, h, 2, 540)
	desk := h.Desk(h.Boss)
	for _, i := range v.Joint.Invited {
		v = must[hall.Consultation](t)(desk.Answered(ctx(), v.ID, v.Rev, i, hall.Comes, "一个人来"))
	}
	slot := v.Slot
	slot.Day++
	v = must[hall.Consultation](t)(desk.Rebook(ctx(), v.ID, v.Rev, hall.Booking{Slot: slot, Room: v.Room}, "等鉴定")) // in the calendar
	if i := v.Joint.Invited[0]; i.Answer != hall.NoAnswer || !i.Stale || i.Note != "" {
		t.Errorf("%+v", i)
	}
	d := apptest.New(t, h).Press("f6").Expect("有变动，还要告诉 徐建国").Press("enter").Expect("徐建国 没有答复 ! 有变动，还要告诉")
	d.Press("enter", "5", "1").Press("1", "ctrl+s").Expect("徐建国：参加").ExpectNot("徐建国 参加 ! 有变动")
	d.Press("enter", "1", "home", "down", "down", "down", "enter", "3").Expect("已划掉 农技站").Press("esc").Expect("已划掉 农技站 有变动，还要告诉")
	d.Press("enter", "7").Type("双方和解了").Press("ctrl+s").Expect("会诊已取消").Press("f6").Expect("已取消，还要告诉")
	d.Press("enter", "enter").Expect("告诉过了").Press("enter", "1").Expect("已告诉 徐建国").Press("enter", "enter", "1").Press("enter", "enter", "1")
	d.Press("f6").Expect("还没有会诊").ExpectNot("还要告诉")
	if left := read(t, h, v.ID).Consultation.Joint.ToTell(); len(left) != 0 {
		t.Errorf("%+v", left)
	}
	h.MustCheck()
}

// That it was held does not say that a party was asked about outsiders.
func TestAHeldJointConsultationSaysWhoWasNeverAsked(t *testing.T) {
	h := storetest.New(t)
	desk := h.Desk(h.Boss)
	v := proposed(t, h)
	v = invited(t, h, v)
	v = must[hall.Consultation](t)(desk.Convene(ctx(), v.ID, v.Rev, hall.Slot{Day: today(), From: 840, To: 900}, "会诊室", nil, ""))
	v = invited(t, h, v, "俞律师")
	f := read(t, h, v.ID)
	all := f.Discussion().Questions(f.Case)
	all[0].Given, all[0].Day = true, today()
	v = must[hall.Consultation](t)(desk.Consents(ctx(), v.ID, v.Rev, all))
	h.Clock.Set(h.Clock.Now().Add(6 * time.Hour))
	rec := hall.JointRecord{Convener: v.Joint.Convener, Invited: v.Joint.Invited, Line: "退后半米", Opinion: "再调一次", Who: "陈芳", By: today() + 3}
	rec.Convener.Came = true
	must[hall.Consultation](t)(desk.RecordJoint(ctx(), v.ID, v.Rev, 0, rec))
	apptest.New(t, h).Press("f6", "enter").Expect("○ 双方意见 没有问 章阿根").ExpectNot("● 双方意见")
}
