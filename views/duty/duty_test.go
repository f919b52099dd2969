package duty_test

import (
	"context"
	"flag"
	"strings"
	"testing"
	"time"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/duty"
	"sizhen/views/text"
)

var update = flag.Bool("update", false, "write the golden frames anew")

const every = hall.FrontDesk | hall.RoleMediator | hall.Head

func at(days, hour, minute int) time.Time {
	y, m, d := storetest.Start().Date()
	return time.Date(y, m, d-days, hour, minute, 0, 0, storetest.Start().Location())
}

func sample() [][]hall.Shift {
	days := make([][]hall.Shift, 8)
	days[0] = []hall.Shift{{ID: 3, Staff: 1, Name: "徐建国", In: at(0, 8, 25)}, {ID: 4, Staff: 2, Name: "陈芳", In: at(0, 8, 20), Out: at(0, 9, 50)}}
	days[1] = []hall.Shift{{ID: 2, Staff: 2, Name: "陈芳", In: at(1, 8, 30), Out: at(1, 17, 0), Note: "章雪琴一案约了周二九点，对方的电话打不通，请再打一次；会诊室的钥匙在窗口抽屉里，用完放回。"}}
	days[3] = []hall.Shift{{ID: 1, Staff: 1, Name: "徐建国", In: at(3, 8, 26), Out: at(3, 17, 2)}}
	return days
}

func shown(lang text.Lang, days [][]hall.Shift) views.View {
	v := duty.New(apptest.Env(lang, every), views.Route{})
	v.Update(duty.Loaded(days))
	return v
}

func TestFramesFitEverywhere(t *testing.T) {
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 6)
	many := make([][]hall.Shift, 8)
	for i := range many {
		for j := range 30 {
			many[i] = append(many[i], hall.Shift{Staff: hall.StaffID(j), Name: long, In: at(i, 8, j), Out: at(i, 17, j), Note: strings.Repeat(long, 8)})
		}
	}
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range apptest.Sizes() {
			for name, days := range map[string][][]hall.Shift{"empty": make([][]hall.Shift, 8), "sample": sample(), "extreme": many} {
				v := shown(lang, days)
				apptest.Fits(t, name, v.Draw(size[0], size[1]), size[0], size[1])
				for range 50 {
					v.Update(apptest.Key("down"))
				}
				apptest.Fits(t, name+" below", v.Draw(size[0], size[1]), size[0], size[1])
			}
			v := duty.New(apptest.Env(lang, every), views.Route{})
			apptest.Fits(t, "not read yet", v.Draw(size[0], size[1]), size[0], size[1])
		}
	}
}

func TestGoldenFrames(t *testing.T) {
	for lang, suffix := range map[text.Lang]string{text.Zh: "zh", text.En: "en"} {
		apptest.Golden(t, *update, "days."+suffix, shown(lang, sample()).Draw(80, 20))
	}
}

func shifts(t *testing.T, h *storetest.Hall) []hall.Shift {
	t.Helper()
	rows, err := h.Desk(h.Boss).Duty(context.Background(), hall.DayOf(h.Now()))
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestSigningInAndOutWithAHandover(t *testing.T) {
	h := storetest.New(t)
	d := apptest.New(t, h).Press("f9").Expect("还没有人签到", "下一步：按 Enter 签到").Press("ctrl+e").Expect("您今天还没有签到")
	d.Press("ctrl+n").Expect("已签到", "陈芳 签到 10:14 在岗").Press("ctrl+n").Expect("您已经签到了")
	d.Press("ctrl+e").Expect("交接事项").Type("章阿根的电话没打通").Press("enter").Expect("已签退", "签退 10:14", "交接：章阿根的电话没打通")
	if s := shifts(t, h); len(s) != 1 || s[0].Note != "章阿根的电话没打通" {
		t.Errorf("kept: %+v", s)
	}
}

func TestEnterAloneIsEnough(t *testing.T) {
	h := storetest.New(t)
	apptest.New(t, h).Press("f9", "enter").Expect("已签到").Press("enter").Expect("交接事项").Press("enter").Expect("已签退")
}

func TestTheHandoverNoteIsKeptWhileItIsWritten(t *testing.T) {
	h := storetest.New(t)
	d := apptest.New(t, h).Press("f9", "enter", "enter").Type("钥匙在抽屉").Press("esc").ExpectNot("钥匙").Press("enter").Expect("钥匙在抽屉")
	d.Type("里").Rest().Press("ctrl+c")
	if !d.Quit() {
		t.Fatal("Ctrl-C does not end the program")
	}
	next := apptest.New(t, h).Expect("交接事项 钥匙在抽屉里").Press("f9", "enter").Expect("钥匙在抽屉里").Press("enter").Expect("已签退", "交接：钥匙在抽屉里")
	next.Press("f2").ExpectNot("交接事项 ")
	if rows, err := h.Desk(h.Boss).Drafts(context.Background()); err != nil || len(rows) != 0 {
		t.Errorf("drafts left: %+v %v", rows, err)
	}
}

func TestEachWritesAHandoverOfTheirOwn(t *testing.T) {
	h := storetest.New(t)
	wang := h.Add("wang", "王值班", hall.DutyOfficer).Actor()
	apptest.New(t, h).Press("f9", "enter", "enter").Type("陈芳的事").Press("esc")
	d := apptest.Open(t, h, apptest.Options{Actor: &wang}).ExpectNot("陈芳的事").Press("f9", "enter", "enter").ExpectNot("陈芳的事").Type("王值班的事").Press("enter")
	d.Expect("交接：王值班的事")
	apptest.New(t, h).Press("f9", "enter").Expect("陈芳的事")
}

func TestSignedOffElsewhereMeanwhileIsSaid(t *testing.T) {
	h := storetest.New(t)
	a, b := apptest.New(t, h).Press("f9", "enter", "enter").Type("钥匙在抽屉里"), apptest.New(t, h).Press("f9", "enter")
	b.Press("enter").Expect("已签退")
	a.Press("enter").Expect("您已在另一台电脑上签退")
	if s := shifts(t, h); len(s) != 1 || s[0].Note != "" {
		t.Errorf("kept: %+v", s)
	}
	if rows, err := h.Desk(h.Boss).Drafts(context.Background()); err != nil || len(rows) != 1 {
		t.Errorf("what was typed is gone: %+v %v", rows, err)
	}
}
