package studios_test

import (
	"context"
	"flag"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/studios"
	"sizhen/views/text"
)

var update = flag.Bool("update", false, "write the golden frames anew")

var day = hall.NewDay(2026, 11, 24)

func sample() []hall.StudioRow {
	return []hall.StudioRow{
		{Studio: hall.Studio{ID: 1, Name: "老书记调解室", Kind: hall.StudioHome, Way: "一杯茶坐下来，两头听，三趟跑"}, People: 3, Lead: "金阿毛"},
		{Studio: hall.Studio{ID: 2, Name: "乡贤和事堂", Kind: hall.StudioElder, Way: "讲旧情、算长远账", Closed: day - 90, Why: "并入中心"}},
		{Studio: hall.Studio{ID: 3, Name: "尉迟明医疗纠纷工作室", Kind: hall.StudioExpert, Way: "先看鉴定，再按同类案件的数额谈"}, People: 2, Lead: "尉迟明"},
	}
}

func file() hall.StudioFile {
	u := sample()[0].Studio
	u.Special, u.OrgName, u.Place, u.Founded, u.Honours = []string{"neighbours", "marriage"}, "小港村调委会", "小港村文化礼堂，每周二、四上午", day-900, "区级金牌调解室"
	return hall.StudioFile{
		Studio: u, People: []hall.Member{{ID: 1, Name: "金阿毛", Head: true}, {ID: 2, Name: "俞芳"}}, Results: []hall.Results{{Handled: 41, Settled: 40}, {Handled: 7, Settled: 7}},
		Year: hall.Results{Handled: 12, Settled: 11}, All: hall.Results{Handled: 48, Settled: 47},
	}
}

func shown(lang text.Lang, rows []hall.StudioRow, f hall.StudioFile) views.View {
	v := studios.New(apptest.Env(lang, hall.Head), views.Route{})
	v.Update(studios.Found(rows))
	v.Update(studios.FileRead(f))
	return v
}

func one(lang text.Lang, f hall.StudioFile) views.View {
	v := studios.New(apptest.Env(lang, hall.Head), views.Route{Studio: f.Studio.ID})
	v.Update(studios.FileRead(f))
	return v
}

func formed(lang text.Lang, what string, f hall.StudioFile) views.View {
	return studios.Form(apptest.Env(lang, hall.Head), what, f)
}

func TestFramesFitEverywhere(t *testing.T) {
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 8)
	var many []hall.StudioRow
	for i := range 96 {
		many = append(many, hall.StudioRow{Studio: hall.Studio{ID: hall.StudioID(i + 1), Name: long, Kind: hall.StudioKind(i % 3), Way: long}, People: i, Lead: long})
	}
	huge := file()
	huge.Studio.Name, huge.Studio.Way, huge.Studio.Place, huge.Studio.Note, huge.Studio.Closed, huge.Studio.Why = long, long, long, long, day, long
	for range 30 {
		huge.People = append(huge.People, hall.Member{Name: long})
	}
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for name, v := range map[string]views.View{
			"empty": shown(lang, nil, hall.StudioFile{}), "list": shown(lang, sample(), file()), "many": shown(lang, many, huge), "one": one(lang, file()), "huge": one(lang, huge),
			"new": formed(lang, "new", hall.StudioFile{}), "change": formed(lang, "change", huge), "close": formed(lang, "close", file()),
		} {
			for _, size := range apptest.Sizes() {
				for _, k := range []string{"", "down", "tab", "tab", "tab", "tab"} {
					if k != "" {
						v.Update(apptest.Key(k))
					}
					apptest.Fits(t, name, v.Draw(size[0], size[1]), size[0], size[1])
				}
			}
		}
	}
}

func TestGoldenFrames(t *testing.T) {
	for lang, suffix := range map[text.Lang]string{text.Zh: "zh", text.En: "en"} {
		apptest.Golden(t, *update, "list."+suffix, shown(lang, sample(), file()).Draw(80, 20))
		apptest.Golden(t, *update, "middle."+suffix, shown(lang, sample(), file()).Draw(100, 26))
		apptest.Golden(t, *update, "wide."+suffix, shown(lang, sample(), file()).Draw(132, 39))
		apptest.Golden(t, *update, "one."+suffix, one(lang, file()).Draw(80, 20))
		apptest.Golden(t, *update, "form."+suffix, formed(lang, "change", file()).Draw(80, 20))
	}
}

func TestAStudioIsAddedShownAndClosed(t *testing.T) {
	h := storetest.New(t)
	ctx, desk := context.Background(), h.Desk(h.Boss)
	if _, err := desk.SaveOrg(ctx, 0, hall.Org{Name: "小港村调委会", Level: hall.Village}, hall.OrgChange{}); err != nil {
		t.Fatal(err)
	}
	d := apptest.New(t, h).Press("ctrl+p").Type("品牌调解室").Press("enter").Expect("还没有品牌调解室")
	d.Press("ctrl+n").Type("老书记调解室").Press("enter", "2", "enter").Type("一杯茶坐下来").Press("tab").Type("邻里、打架").Press("tab").Type("小港").Rest().Expect("1 小港村调委会").Press("down", "enter")
	d.Press("ctrl+s").Expect("纠纷类型里没有 打架").Press("ctrl+u").Type("邻里").Press("ctrl+s").Expect("已保存 老书记调解室", "共 1 个", "乡贤式")
	rows, err := desk.FindStudios(ctx, "", 9)
	if err != nil || len(rows) != 1 || rows[0].Special[0] != "neighbours" || rows[0].OrgName != "小港村调委会" {
		t.Fatalf("%+v %v", rows, err)
	}
	m := &hall.Mediator{Name: "金阿毛", Studio: rows[0].ID, StudioName: rows[0].Name, StudioLead: true}
	if err := h.Bulk(ctx, func(b *store.Bulk) error { return b.Mediator(m) }); err != nil {
		t.Fatal(err)
	}
	d.Reload().Press("enter", "1").Expect("金阿毛（带头人） 0 件", "一杯茶坐下来", "今年受理 0 件")
	d.Press("enter", "4").Type("并入中心").Press("ctrl+s").Expect("停办 老书记调解室？", "1 位人员").Press("2").Expect("已停办 老书记调解室", "停办：并入中心")
	d.Press("esc").Expect("已停办").Press("enter").Expect("已停办").Press("4").ExpectNot("哪天停办")
}
