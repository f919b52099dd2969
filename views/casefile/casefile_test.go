package casefile

import (
	"testing"

	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/text"
)

func route(id hall.CaseID) views.Route { return views.Route{Screen: views.CaseFile, Case: id} }

// record writes a session down in the form that is open.
func (d *desk) record(result, outcome string) *desk {
	d.t.Helper()
	d.press("enter").types("一室").press("enter", "enter", "2", "enter").types("双方各述").press("enter", "enter", result, "enter")
	return d.types(outcome).press("ctrl+s")
}

// From acceptance to the filed dossier by nothing but the step that the hint names, which
// the menu's cursor stands on.
func TestTheHintLeadsToTheFiledDossier(t *testing.T) {
	h, id := opened(t, nil)
	d := open(t, h, h.Boss, text.Zh, route(id)).state(hall.Accepted).sees("滴水", "章雪琴", "章阿根", "下一步", "指派调解员")
	d.press("enter", "enter").sees("陈芳").press("enter").sees("已指派调解员", "记录调解")
	d.press("enter", "enter").sees("先告知双方权利义务", "章雪琴、章阿根", "10:14").record("2", "十日内改装落水管，不得向邻院排水")
	d.state(hall.Mediating).sees("已记录调解", "达成协议")
	d.press("enter", "enter").sees("十日内改装落水管", "1800.50", "壹仟捌佰元伍角").press("ctrl+s").sees("要写履行期限")
	d.types("+10").press("ctrl+s").state(hall.Agreed).sees("缺：当事人签名、调解员签名、盖章", "登记签字盖章")
	d.press("enter", "enter").sees("还缺：当事人签名").types("今天").press("enter").types("今天").press("ctrl+s").state(hall.Agreed).sees("缺：盖章")
	d.press("enter", "enter", "enter", "enter").types("今天").press("enter").state(hall.Performing).sees("11月24日 周二 起生效", "登记履行")
	d.press("4").sees("书面", "2026年11月24日", "壹仟捌佰元伍角")
	d.press("enter", "enter", "ctrl+s").state(hall.Performed).sees("归档")
	d.press("enter", "enter").sees("归档后").press("2").state(hall.Filed).sees("已归档", "Ctrl-R")
	if d.press("ctrl+r").went != (views.Route{Screen: views.Intake, Case: id}) {
		t.Errorf("a relapse leads to %+v", d.went)
	}
	if d.press("5").sees("登记协议", "登记履行"); d.fail != nil {
		t.Error(d.fail)
	}
}

// A file is opened on record once, and read again without a further line.
func TestOpeningIsRecordedOnce(t *testing.T) {
	h, id := opened(t, nil)
	d := open(t, h, h.Boss, text.Zh, route(id))
	d.run(d.view.Load())
	d.run(d.view.Load())
	n := 0
	for _, e := range d.view.file.Journal {
		if e.Deed == hall.DeedOpenCase {
			n++
		}
	}
	if n != 1 {
		t.Errorf("opened %d times by the journal", n)
	}
}

func TestAMediatorIsWarnedAboutBeforeHeIsChosen(t *testing.T) {
	h, id := opened(t, func(in *hall.Intake) { in.Parties[0].Details.Name = "陈大娘" })
	d := open(t, h, h.Boss, text.Zh, route(id)).do(hall.ActAssign).sees("同村同姓").press("enter").sees("可能要回避", "陈大娘")
	d.press("ctrl+s").sees("这一项要填").types("同姓不同宗").press("ctrl+s").sees("已指派调解员")
	f, err := d.env.Desk.Case(t.Context(), id)
	if err != nil || len(f.Case.Assigned) != 1 || f.Case.Assigned[0].Why != "同姓不同宗" {
		t.Errorf("assigned %+v, %v", f.Case.Assigned, err)
	}
}

// Whoever stands aside is replaced; who is on the case already is marked.
func TestStandingAsideNeedsAReplacement(t *testing.T) {
	h, id := opened(t, nil)
	h.Add("xujianguo", "徐建国", hall.RoleMediator)
	d := open(t, h, h.Boss, text.Zh, route(id)).do(hall.ActAssign).press("enter")
	d.do(hall.ActStandAside).sees("换成谁", "已在本案", "徐建国").press("enter").types("与申请人是表亲").press("enter", "ctrl+s").sees("已回避更换")
	d.run(d.view.Load())
	d.press("1").sees("徐建国  主持", "表亲", "已回避")
}

// What somebody at another desk changed is not overwritten by an older form.
func TestAnotherDesksChangeIsNotOverwritten(t *testing.T) {
	h, id := opened(t, nil)
	d := open(t, h, h.Boss, text.Zh, route(id)).do(hall.ActAmend).press("down").types("屋檐")
	c := d.view.file.Case
	other, err := h.Desk(h.Boss).Step(t.Context(), id, c.Rev, 0, hall.Step{Action: hall.ActAmend, Amend: &hall.Amendment{Type: c.Type, Facts: "别处改的"}})
	if err != nil {
		t.Fatal(err)
	}
	d.run(d.view.Load()) // as after every change
	if d.press("ctrl+s"); d.view.long == nil || d.fail == nil {
		t.Fatal("another desk's change was overwritten without a word")
	}
	d.sees("别的窗口刚改过", "屋檐").press("ctrl+s").sees("已补充或更正")
	f, err := d.env.Desk.Case(t.Context(), id)
	if err != nil || f.Case.Rev <= other.Rev || f.Case.Amount != 180050 {
		t.Errorf("after the second time: %+v, %v; the amount must keep its fen", f.Case, err)
	}
}

// What was typed waits for whoever goes on: after Esc, in the box as on the whole screen.
func TestTypedTextIsKept(t *testing.T) {
	h, id := opened(t, nil)
	d := open(t, h, h.Boss, text.Zh, route(id)).do(hall.ActAssign).press("enter")
	d.do(hall.ActSession).press("enter", "enter", "enter", "2", "enter").types("申请人说屋檐滴水").rest().press("esc").sees("已保存")
	d.do(hall.ActPause).types("委托鉴定").press("esc")
	again := open(t, h, h.Boss, text.Zh, route(id)).do(hall.ActPause).sees("委托鉴定", "接着上次").press("esc")
	again.do(hall.ActSession).sees("申请人说屋檐滴水")
	drafts, err := d.env.Desk.Drafts(t.Context())
	if err != nil || len(drafts) != 2 {
		t.Fatalf("drafts %+v, %v", drafts, err)
	}
	for _, dr := range drafts {
		r := route(id)
		r.Draft = dr.ID
		want := map[hall.DraftKind]string{hall.DraftSession: "申请人说屋檐滴水", hall.DraftOther: "委托鉴定"}[dr.Kind]
		if want == "" {
			t.Errorf("a draft of kind %d", dr.Kind)
		}
		open(t, h, h.Boss, text.Zh, r).sees(want)
	}
	open(t, h, h.Boss, text.Zh, route(id)).do(hall.ActPause).press("ctrl+s").state(hall.Paused)
	if drafts, _ = d.env.Desk.Drafts(t.Context()); len(drafts) != 1 {
		t.Errorf("a finished form left its draft: %+v", drafts)
	}
}

func TestErrorsStandUnderTheirFields(t *testing.T) {
	h, id := opened(t, nil)
	d := open(t, h, h.Boss, text.Zh, route(id)).do(hall.ActAssign).press("enter")
	d.do(hall.ActExtend).press("1", "enter").types("还在鉴定").press("ctrl+s").sees("要双方共同申请", "还在鉴定").press("2", "ctrl+s").sees("已延长期限")
	d.do(hall.ActPolice).press("ctrl+u").types("23:59").press("enter").types("百官派出所 王警官").press("ctrl+s").sees("这个时间还没到", "王警官")
	d.press("esc").do(hall.ActSession).press("enter", "enter", "enter", "1", "enter", "enter", "enter", "1", "ctrl+s").sees("还没有写调解经过")
}

// Rights and results are never assumed: who records says them.
func TestARecordAssumesNothing(t *testing.T) {
	h, id := opened(t, nil)
	d := open(t, h, h.Boss, text.Zh, route(id)).do(hall.ActAssign).press("enter")
	d.do(hall.ActSession).press("ctrl+s").sees("这一项要填")
	if f := d.view.long.form; f.Raw("rights") == "1" || f.Raw("result") != "" || f.Raw("place") != "" {
		t.Errorf("filled in beforehand: %v", f.Values())
	}
}

func TestConfidentialAndMasked(t *testing.T) {
	h, id := opened(t, func(in *hall.Intake) { in.Confidential = true })
	h.Add("clerk", "俞芳", hall.FrontDesk)
	clerk, err := h.SignIn(t.Context(), "clerk", storetest.Password)
	if err != nil {
		t.Fatal(err)
	}
	d := open(t, h, clerk, text.Zh, route(id)).sees("不公开", "承办调解员和中心主任").press("enter").sees("不公开")
	if d.dialog != nil {
		t.Error("a menu over a case that may not be seen")
	}
	h2, id := opened(t, nil)
	h2.Add("clerk", "俞芳", hall.FrontDesk)
	clerk, err = h2.SignIn(t.Context(), "clerk", storetest.Password)
	if err != nil {
		t.Fatal(err)
	}
	open(t, h2, clerk, text.Zh, route(id)).press("2").sees("已隐去", "100····6021").press("enter").sees("请找调解员、值班人员、中心主任")
}

// What a court does not confirm is said before anybody applies (CPL 2023 art. 205–206).
func TestConfirmationWarns(t *testing.T) {
	for code, want := range map[string]string{"marriage": "身份关系", "homestead": "权属", "land": "权属", "neighbours": "最后一天 12月24日"} {
		h, id := opened(t, func(in *hall.Intake) { in.Type = code })
		d := open(t, h, h.Boss, text.Zh, route(id))
		f := d.view.file
		f.Case.Agreement = &hall.Agreement{Made: hall.DayOf(h.Now()), LastConfirm: hall.DayOf(h.Now()) + 30}
		f.Case.State = hall.Performing
		d.run(d.view.Update(loaded{file: f}))
		d.do(hall.ActConfirm).sees(want)
	}
}

func TestYuanKeepsTheFen(t *testing.T) {
	for fen, want := range map[int64]string{0: "", 180000: "1800", 180050: "1800.50", 7: "0.07"} {
		if got := yuan(fen); got != want {
			t.Errorf("%d fen is typed as %q, want %q", fen, got, want)
		}
		if back, err := text.ParseMoney(want); want != "" && (err != nil || back != fen) {
			t.Errorf("%q is read as %d, %v", want, back, err)
		}
	}
}

// The longest date stands clear of what was done, and the columns of the journal in line.
func TestTheJournalStandsInLine(t *testing.T) {
	h, id := opened(t, nil)
	d := open(t, h, h.Boss, text.Zh, route(id))
	f := d.view.file
	at := storetest.Start()
	f.Journal = []hall.Entry{
		{Seq: 2, At: at.AddDate(0, 1, 7), ByName: "陈芳", Deed: hall.DeedOf(hall.ActFile), Case: id},
		{Seq: 1, At: at.AddDate(0, -10, -22), ByName: "陈芳", Deed: hall.DeedOf(hall.ActAccept), Case: id},
	}
	d.run(d.view.Update(loaded{file: f}))
	d.press("5").sees("2026年12月31日 周四 10:14 陈芳", "2026年1月2日 周五 10:14   陈芳")
}
