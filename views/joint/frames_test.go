package joint_test

import (
	"flag"
	"fmt"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/joint"
	"sizhen/views/text"
)

var update = flag.Bool("update", false, "write the golden frames anew")

const every = hall.FrontDesk | hall.RoleMediator | hall.Head

func today() hall.Day { return hall.DayOf(storetest.Start()) }

func listRow(id int, state hall.ConsultState, in hall.Day, who, against, subject string) hall.VisitRow {
	r := hall.VisitRow{ID: hall.ConsultationID(id), Kind: hall.Joint, State: state, Case: hall.CaseID(id), Day: today() + in, Who: who, Against: against, Subject: subject, Type: "damages"}
	if state != hall.Proposed {
		r.Slot, r.Room, r.Convener, r.Invited = hall.Slot{Day: today() + in, From: 540, To: 630}, "会诊室", "徐建国", 3
	}
	return r
}

func sampleList() [3]hall.VisitPage {
	a := listRow(1, hall.Proposed, -4, "金阿毛", "沈水根", "渔塘赔偿")
	a.Reason = "药害占几成，两边说法不一，要请农技站来看"
	b := listRow(2, hall.Proposed, -1, "章雪琴", "章阿根", "滴水")
	b.Reason = "翻建三次，邻里劝不下来"
	c := listRow(3, hall.Waiting, 2, "李水生", "百官建筑公司", "工资")
	c.Others, c.Unanswered, c.Reason = 29, []string{"劳动监察中队", "俞律师"}, "人多，包工头躲着不见"
	d := listRow(4, hall.Waiting, -1, "王友根", "阮桂香", "欠款")
	e := listRow(5, hall.Ended, -20, "沈月娥", "沈国强", "赡养")
	e.Line = "三个子女轮流照顾，医药费平摊"
	f := hall.VisitRow{ID: 6, Kind: hall.Joint, State: hall.Ended, Day: today() - 30, Slot: hall.Slot{Day: today() - 30, From: 540, To: 630}, Room: "会诊室", Confidential: true, Hidden: true}
	return [3]hall.VisitPage{{Rows: []hall.VisitRow{a, b}, Total: 2}, {Rows: []hall.VisitRow{d, c}, Total: 2}, {Rows: []hall.VisitRow{e, f}, Total: 2}}
}

func dispute() hall.Case {
	return hall.Case{
		ID: 94, Number: "(2026)百调字第94号", State: hall.Mediating, Type: "damages", Subject: "渔塘赔偿",
		Parties: []hall.Party{
			{Person: 1, Side: hall.Applicant, Details: hall.Details{Name: "金阿毛", Village: "小港村"}},
			{Person: 2, Side: hall.Respondent, Details: hall.Details{Name: "沈水根", Village: "前岸村"}},
		},
		Assigned: []hall.Assignment{{Mediator: hall.MediatorRef{ID: 1, Name: "徐建国"}, Chair: true}},
	}
}

func invited() []hall.Invitee {
	return []hall.Invitee{
		{Kind: hall.InviteBody, ID: 7, Name: "农业技术推广站", Unit: "陆站长", Must: true, Answer: hall.Comes},
		{Kind: hall.InviteMediator, ID: 3, Name: "金阿毛老书记", Unit: "小港村", Answer: hall.SendsSome, Note: "派村会计来"},
		{Kind: hall.InviteOther, Name: "俞律师", Unit: "村法律顾问"},
	}
}

// at is a joint consultation at a stage of its course.
func at(state hall.ConsultState) hall.JointFile {
	v := hall.Consultation{ID: 12, Rev: 3, Kind: hall.Joint, State: state, Case: 94, Day: today() - 4, Who: "金阿毛", Against: "沈水根", Type: "damages", Subject: "渔塘赔偿", Reason: "药害占几成，两边说法不一，要请农技站来看", By: "陈芳", Joint: &hall.Discussion{}}
	f := hall.JointFile{Consultation: v, Case: dispute()}
	if state == hall.Proposed {
		return f
	}
	j := f.Consultation.Joint
	j.Consents = hall.ConsentsOf(f.Case, nil)
	for i := range j.Consents {
		j.Consents[i].Given, j.Consents[i].Day, j.Consents[i].Oral = true, today()-3, i == 1
	}
	j.Convener, j.Invited, j.Agenda = hall.Invitee{Kind: hall.InviteMediator, ID: 1, Name: "徐建国", Unit: "小港村"}, invited(), "一、承办人介绍情况\n二、农技站说药害成数\n三、分担和期限"
	c := &f.Consultation
	c.Slot, c.Room, c.Day = hall.Slot{Day: today() + 2, From: 540, To: 630}, "会诊室", today()+2
	c.Moves = []hall.Move{{By: "陈芳", From: hall.Slot{Day: today() + 1, From: 540, To: 630}, To: c.Slot, Reason: "农技站下乡"}}
	if state != hall.Ended {
		return f
	}
	c.Slot.Day, c.Day = today()-1, today()-1
	j.Line, j.Opinion, j.Who, j.By, j.Present = "按药害六成、管理四成分担", "由承办人按此再调一次，农技站出书面意见", "徐建国", today()+6, "村会计 沈二毛"
	j.Convener.Came, j.Convener.Opinion = true, "六四开，双方都过得去"
	j.Invited[0].Came, j.Invited[0].Opinion = true, "药害占六成，照片和水样都对得上"
	j.Invited[2].Came, j.Invited[2].Dissent = true, "认为最多五成"
	f.Tasks = []hall.Task{
		{ID: 1, What: "请农技站出书面意见", Who: "陆站长", Due: today() - 1},
		{ID: 2, What: "再看一次水样", Who: "俞律师", Due: today() + 3},
		{ID: 3, What: "通知沈水根带账本", Who: "徐建国", Due: today(), Done: today(), DoneBy: "陈芳", Result: "已电话通知"},
	}
	return f
}

func extreme(f hall.JointFile) hall.JointFile {
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 8)
	c := &f.Consultation
	c.Who, c.Against, c.Subject, c.Reason, c.Room, c.By = long, long, long, long, long, long
	for i := range c.Moves {
		c.Moves[i].By, c.Moves[i].Reason = long, long
	}
	j := c.Joint
	j.Agenda, j.Line, j.Opinion, j.Who, j.Present = strings.Repeat(long+"\n", 20), long, long, long, long
	j.Convener.Name, j.Convener.Unit = long, long
	j.Invited = nil
	for i := range 30 {
		j.Invited = append(j.Invited, hall.Invitee{Kind: hall.InviteeKind(i % 4), ID: uint64(i + 1), Name: fmt.Sprint(i, long), Unit: long, Must: i%3 == 0, Answer: hall.Answer(i % 4), Note: long, Came: i%2 == 0, Opinion: long, Dissent: long})
	}
	for i := range 12 {
		f.Case.Parties = append(f.Case.Parties, hall.Party{Person: hall.PersonID(i + 9), Side: hall.Side(i % 2), Details: hall.Details{Name: fmt.Sprint(i, long), Village: long}})
	}
	for i := range 9 {
		f.Tasks = append(f.Tasks, hall.Task{ID: hall.TaskID(i + 50), What: long, Who: long, Due: today() + hall.Day(i), Result: long})
	}
	return f
}

func one(lang text.Lang, f hall.JointFile) views.View {
	v := joint.New(apptest.Env(lang, every), views.Route{Consultation: f.Consultation.ID})
	v.Update(joint.Read(f, map[uint64]string{7: "10057501105"}))
	return v
}

func shownList(lang text.Lang, groups [3]hall.VisitPage) views.View {
	v := joint.New(apptest.Env(lang, every), views.Route{})
	v.Update(joint.Listed(groups))
	return v
}

func found(f hall.JointFile) hall.Times {
	t := hall.Times{Who: append([]hall.Invitee{f.Consultation.Joint.Convener}, f.Consultation.Joint.Invited...)}
	for i := range 10 {
		s := hall.Found{Slot: hall.Slot{Day: today() + hall.Day(1+i/3), From: 540 + i%3*30, To: 630 + i%3*30}, Room: []string{"会诊室", "一室"}[i%2]}
		if i > 6 {
			s.Missing = []int{2, 3}
		}
		t.Found = append(t.Found, s)
	}
	return t
}

// screens are all that a joint consultation shows, by name.
func screens(lang text.Lang, long bool) map[string]views.View {
	file := func(s hall.ConsultState) hall.JointFile {
		if f := at(s); !long {
			return f
		}
		return extreme(at(s))
	}
	out := map[string]views.View{"proposed": one(lang, file(hall.Proposed)), "called": one(lang, file(hall.Waiting)), "held": one(lang, file(hall.Ended)), "cancelled": one(lang, file(hall.GoneAway))}
	step := func(name string, f hall.JointFile, what string) {
		v := one(lang, f)
		v.Update(joint.Opened(what))
		out[name] = v
	}
	step("consents", file(hall.Proposed), "consents")
	step("consentsgiven", file(hall.Waiting), "consents")
	step("byhand", file(hall.Waiting), "byhand")
	due := file(hall.Waiting)
	due.Consultation.Slot.Day = today()
	step("record", due, "record")
	out["due"] = one(lang, due)
	for name, what := range map[string]string{"people": "invite", "times": "times"} {
		f := file(hall.Waiting)
		v := one(lang, f)
		v.Update(joint.Chosen(what))
		v.Update(joint.FoundTimes(f.Consultation.ID, found(f)))
		out[name] = v
	}
	return out
}

func TestFramesFitEverywhere(t *testing.T) {
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 6)
	var many [3]hall.VisitPage
	for i := range 250 {
		s := []hall.ConsultState{hall.Proposed, hall.Waiting, hall.Ended}[i%3]
		r := listRow(i+1, s, hall.Day(i-100), long, long, long)
		r.Reason, r.Line, r.Room, r.Convener, r.Others, r.Unanswered, r.Hidden = long, long, long, long, i, []string{long, long}, i%7 == 0
		many[i%3].Rows, many[i%3].Total = append(many[i%3].Rows, r), 500
	}
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range apptest.Sizes() {
			w, h := size[0], size[1]
			for name, groups := range map[string][3]hall.VisitPage{"empty": {}, "sample": sampleList(), "extreme": many} {
				v := shownList(lang, groups)
				for _, k := range []string{"home", "down", "pgdown", "pgdown", "end", "up"} {
					apptest.Fits(t, name, v.Draw(w, h), w, h)
					v.Update(apptest.Key(k))
				}
			}
			apptest.Fits(t, "not read", joint.New(apptest.Env(lang, every), views.Route{}).Draw(w, h), w, h)
			apptest.Fits(t, "not read", joint.New(apptest.Env(lang, every), views.Route{Consultation: 3}).Draw(w, h), w, h)
			for _, long := range []bool{false, true} {
				for name, v := range screens(lang, long) {
					for _, k := range []string{"tab", "1", "1", "1", "down", "tab", "pgdown", "tab", "1", "end", "tab"} {
						apptest.Fits(t, fmt.Sprint(name, long), v.Draw(w, h), w, h)
						v.Update(apptest.Key(k))
					}
				}
			}
		}
	}
}

func TestGoldenFrames(t *testing.T) {
	for lang, suffix := range map[text.Lang]string{text.Zh: "zh", text.En: "en"} {
		apptest.Golden(t, *update, "list."+suffix, shownList(lang, sampleList()).Draw(80, 20))
		apptest.Golden(t, *update, "empty."+suffix, shownList(lang, [3]hall.VisitPage{}).Draw(80, 20))
		apptest.Golden(t, *update, "list100."+suffix, shownList(lang, sampleList()).Draw(100, 26))
		apptest.Golden(t, *update, "list132."+suffix, shownList(lang, sampleList()).Draw(132, 39))
		for name, v := range screens(lang, false) {
			apptest.Golden(t, *update, name+"."+suffix, v.Draw(80, 20))
			if name == "held" || name == "times" || name == "people" {
				apptest.Golden(t, *update, name+"132."+suffix, v.Draw(132, 39))
			}
		}
	}
}

// Whatever the clock shows, the hint names the step that the menu begins with.
func TestTheNextStepIsPlain(t *testing.T) {
	asked, ready := at(hall.Proposed), at(hall.Waiting)
	asked.Consultation.Joint.Consents = ready.Consultation.Joint.Consents
	called := at(hall.Proposed)
	called.Consultation.Joint = ready.Consultation.Joint
	blank := at(hall.Waiting)
	blank.Consultation.Joint.Agenda = ""
	all := at(hall.Waiting)
	all.Consultation.Joint.Invited[2].Answer = hall.Comes
	due := at(hall.Waiting)
	due.Consultation.Slot.Day = today()
	over := at(hall.Ended)
	over.Tasks = nil
	for _, c := range []struct {
		file hall.JointFile
		hint string
		menu string
	}{
		{at(hall.Proposed), "登记双方意见，还没有问 金阿毛、沈水根", "▸ 1 登记双方意见"}, {asked, "定召集人和名单", "▸ 2 定召集人和名单"}, {called, "找共同时间", "▸ 4 找共同时间"},
		{blank, "写议程", "▸ 3 写议程"}, {ready, "登记答复，没答复 俞律师", "▸ 5 登记答复"}, {all, "11月26日 周四 09:00 在会诊室会诊", "▸ 8 看案件"}, {due, "登记会诊意见", "▸ 6 登记会诊"},
		{at(hall.Ended), "还有 2 项", "▸ 9 登记任务办完"}, {over, "结果在案件里", "▸ 8 看案件"}, {at(hall.GoneAway), "已取消", "▸ 8 看案件"},
	} {
		v := one(text.Zh, c.file)
		if got := views.HintOf(v).In(text.Zh); !strings.Contains(got, c.hint) {
			t.Errorf("the hint is %q, want %q in it", got, c.hint)
		}
		for _, a := range v.Actions() {
			if a.Key.Help().Key != "Enter" {
				continue
			}
			m, ok := a.Run()().(views.OpenMsg)
			if !ok {
				t.Fatal("Enter opens no menu")
			}
			if got := strings.Join(strings.Fields(apptest.Plain(m.View.Draw(76, 18))), " "); !strings.Contains(got, c.menu) {
				t.Errorf("the menu does not begin with %q:\n%s", c.menu, apptest.Plain(m.View.Draw(76, 18)))
			}
		}
	}
}
