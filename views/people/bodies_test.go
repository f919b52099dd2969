// Package people_test drives the screens of people and their organisations. They are one package
// because whatever drives the program links all of it.
package people_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views/people/bodies"
	"sizhen/views/text"
)

func sample() []hall.Body {
	return []hall.Body{
		{ID: 1, Name: "百官派出所", Kind: hall.BodyPolice, Contact: "周警官", Phone: "10057501101", Helps: []string{"neighbours", "damages"}, Special: "治安纠纷、伤情",
			Village: "小港村 前岸村"},
		{ID: 2, Name: "城西人民法庭", Kind: hall.BodyCourt, Contact: "郑法官", Phone: "10057501103", Helps: []string{"marriage", "contract"},
			Times: []hall.Window{{Weekday: time.Wednesday, From: 540, To: 690}}},
		{ID: 3, Name: "农业技术推广站", Kind: hall.BodyDepartment, Contact: "陆站长", Special: "药害、渔塘、作物损失", Knows: "小港村沈家", Off: true},
	}
}

func TestTheFormFitsEverywhere(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 6)
	extreme := hall.Body{ID: 9, Name: long, Contact: long, Phone: long, Special: long, Village: long, Knows: long, Note: long,
		Helps: []string{"neighbours", "damages", "marriage", "contract"}}
	for d := range 7 {
		extreme.Times = append(extreme.Times, hall.Window{Weekday: time.Weekday(d), From: 540, To: 600}, hall.Window{Weekday: time.Weekday(d), From: 840, To: 960})
	}
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, b := range []hall.Body{{}, sample()[0], extreme} {
			v := bodies.Form(apptest.Env(lang, hall.FrontDesk), b)
			for range 12 {
				for _, size := range apptest.Sizes() {
					apptest.Fits(t, "form", v.Draw(size[0], size[1]), size[0], size[1])
				}
				v.Update(apptest.Key("tab"))
			}
		}
	}
}

func openBodies(t *testing.T, h *storetest.Hall) *apptest.Driver {
	t.Helper()
	return apptest.New(t, h).Press("ctrl+p").Type("资源单位").Press("enter")
}

func save(t *testing.T, h *storetest.Hall, b hall.Body) hall.Body {
	t.Helper()
	b, err := h.Desk(h.Boss).SaveBody(context.Background(), 0, b)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func all(t *testing.T, h *storetest.Hall) []hall.Body {
	t.Helper()
	rows, err := h.Desk(h.Boss).Bodies(context.Background(), "", 100)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestABodyIsAddedFromTheKeyboard(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := openBodies(t, h).Expect("还没有资源单位", "Ctrl-N").Press("ctrl+n").Expect("添一个资源单位")
	d.Press("ctrl+s").Expect("这一项要填")
	d.Type("农技站").Press("enter").Press("9").Expect("9 政府部门").Press("enter")
	d.Type("陆站长").Press("enter").Type("10057501105").Press("enter")
	d.Expect("婚姻家庭").Type("损").Expect("损害赔偿").Press("down", "enter").Expect("损害赔偿、").Letters("sl").Expect("山林土地").Press("down", "enter", "enter").Expect(
		"损害赔偿、山林土地")
	d.Type("药害").Press("enter").Type("小港村").Press("enter").Type("沈家").Press("enter")
	d.Type("周二 9-11，周四下午").Press("enter").Expect("周二 09:00–11:00、周四 13:30–17:00")
	d.Press("ctrl+s").Expect("已保存 农技站", "共 1 个", "陆站长")
	b := all(t, h)[0]
	if b.Kind != hall.BodyDepartment || strings.Join(b.Helps, " ") != "damages land" || len(b.Times) != 2 ||
		b.Times[0] != (hall.Window{Weekday: time.Tuesday, From: 540, To: 660}) || b.Village != "小港村" || b.Off {
		t.Errorf("%+v", b)
	}
	drafts, err := h.Desk(h.Boss).Drafts(context.Background())
	if err != nil || len(drafts) != 0 {
		t.Errorf("the draft stays: %+v %v", drafts, err)
	}
}

func TestWhatCannotBeReadStandsUnderItsField(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	save(t, h, hall.Body{Name: "百官派出所", Kind: hall.BodyPolice})
	d := openBodies(t, h).Press("enter").Expect("修改资源单位", "百官派出所")
	d.Press("tab", "tab", "tab").Type("十二").Press("tab").Type("邻里、打架").Press("tab", "tab", "tab", "tab").Type("有空就来").Press("ctrl+s").Expect("列出的里没有“打架”").
		Expect("这不是电话号码", "十二").ExpectNot("已保存")
	d.Press("ctrl+u").Type("10057501101").Press("ctrl+s").Expect("列出的里没有“打架”").ExpectNot("这不是电话号码")
	d.Press("ctrl+u").Type("邻里").Press("ctrl+s").Expect("看不懂是哪些时间", "有空就来")
	d.Press("ctrl+u").Type("周三上午").Press("ctrl+s").Expect("已保存 百官派出所")
	if b := all(t, h)[0]; len(b.Helps) != 1 || len(b.Times) != 1 || b.Phone != "10057501101" {
		t.Errorf("%+v", b)
	}
}

func TestTheListIsSearchedAsSomebodyTypes(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	for _, b := range sample() {
		b.ID = 0
		save(t, h, b)
	}
	d := openBodies(t, h).Expect("百官派出所", "城西人民法庭", "不再请", "共 3 个")
	d.Type("陆站长").Rest().Expect("农业技术推广站", "共 1 个").ExpectNot("派出所")
	d.Press("ctrl+u").Letters("cxrmft").Press("enter").Expect("修改资源单位", "城西人民法庭", "周三 09:00–11:30") // Enter does not wait for typing to rest
	d.Press("esc").Press("ctrl+u").Type("没有的").Rest().Expect("没有找到").Press("enter").Expect("没有找到")
}

func TestAFormOfBodiesIsKeptAndGoneOnWithFromTheBoard(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := openBodies(t, h).Press("ctrl+n").Type("舜江律师事务所").Press("esc").Expect("已留在“未完成”里", "还没有资源单位")
	d.Press("f2").Expect("资源单位", "舜江律师事务所")
	again := apptest.New(t, h).Press("ctrl+p").Type("资源单位").Press("enter", "ctrl+n").Expect("舜江律师事务所", "Ctrl-R").Press("ctrl+r").Expect("接着写：陈芳")
	again.Press("tab").Press("5").Press("ctrl+s").Expect("已保存 舜江律师事务所")
	save(t, h, hall.Body{Name: "司法所"})
	d = openBodies(t, h).Press("down")
	if d.Press("home"); len(all(t, h)) != 2 {
		t.Error("two bodies are not two")
	}
}

func TestTheBoardLeadsToAnUnfinishedBody(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	save(t, h, hall.Body{Name: "城西人民法庭"})
	save(t, h, hall.Body{Name: "百官司法所"})
	d := openBodies(t, h).Press("down", "enter", "tab", "tab").Type("胡所长").Press("esc", "f2").Expect("百官司法所")
	d.Press("down", "down", "down", "down", "down", "down", "down", "enter").Expect("修改资源单位", "百官司法所", "胡所长", "接着写：陈芳")
}

func TestAnotherDesksChangeIsNotOverwritten(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	b := save(t, h, hall.Body{Name: "百官司法所", Kind: hall.BodyJudicial})
	d := openBodies(t, h).Press("enter", "tab", "tab").Type("胡所长")
	b.Phone = "10057501102"
	save(t, h, b)
	d.Press("ctrl+s").Expect("别的窗口刚改过", "胡所长").Press("ctrl+s").Expect("已保存")
	if b := all(t, h)[0]; b.Contact != "胡所长" {
		t.Errorf("%+v", b)
	}
}

func TestWhoMayNotChangeLooksOnlyAtBodies(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	for _, b := range sample() {
		b.ID = 0
		save(t, h, b)
	}
	xu := h.Add("xu", "徐建国", hall.RoleMediator).Actor()
	d := apptest.Open(t, h, apptest.Options{Actor: &xu}).Press("ctrl+p").Type("资源单位").Press("enter").Expect("只能看")
	d.Press("enter").Expect("治安纠纷、伤情", "小港村 前岸村").ExpectNot("修改").Press("esc", "ctrl+n").Expect("只能看").ExpectNot("添一个资源单位")
}

func TestManyBodies(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	for i := range 40 {
		save(t, h, hall.Body{Name: fmt.Sprintf("单位%02d", i)})
	}
	d := openBodies(t, h).Expect("共 40 个")
	for range 39 {
		d.Press("down")
	}
	d.Press("enter").Expect("修改资源单位", "单位39")
}

// A body whose name is like that of one on file is asked about: the one on file is shown over the
// form, and what is another one is saved.
func TestABodyLikeAnotherIsAskedAbout(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	save(t, h, hall.Body{Name: "区人民法院", Kind: hall.BodyCourt, Contact: "陆庭长"})
	d := openBodies(t, h).Press("ctrl+n").Type("区法院").Press("enter", "1", "ctrl+s")
	d.Expect("已有 区人民法院，是同一个吗", "1 不是，是另一个", "2 就是它，打开 区人民法院（陆庭长）").Press("2").Expect("陆庭长", "按 Esc 回到没保存的那一份")
	if n := len(all(t, h)); n != 1 {
		t.Fatalf("%d bodies", n)
	}
	d.Press("esc").Expect("添一个资源单位", "区法院").Press("ctrl+s").Expect("是同一个吗").Press("1").Expect("已保存 区法院")
	if n := len(all(t, h)); n != 2 {
		t.Errorf("%d bodies", n)
	}
}
