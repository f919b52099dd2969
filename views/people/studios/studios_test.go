package studios_test

import (
	"context"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/people/studios"
	"sizhen/views/text"
)

// sample is a hall with three studios, of which one is closed.
func file() hall.StudioFile {
	return hall.StudioFile{Studio: hall.Studio{ID: 1, Name: "老书记调解室", Way: "一杯茶坐下来，两头听，三趟跑", Special: []string{"neighbours"}, Place: "小港村文化礼堂"}}
}

func formed(lang text.Lang, what string, f hall.StudioFile) views.View {
	return studios.Form(apptest.Env(lang, hall.Head), what, f)
}

func TestFormsFitEverywhere(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 8)
	huge := file()
	huge.Studio.Name, huge.Studio.Way, huge.Studio.Place, huge.Studio.Note = long, long, long, long
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for name, v := range map[string]views.View{"new": formed(lang, "new", hall.StudioFile{}), "change": formed(lang, "change", huge),
			"close": formed(lang, "close", file())} {
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

func TestAStudioIsAddedShownAndClosed(t *testing.T) {
	h := storetest.New(t)
	ctx, desk := context.Background(), h.Desk(h.Boss)
	if _, err := desk.SaveOrg(ctx, 0, hall.Org{Name: "小港村调委会", Level: hall.Village}, hall.OrgChange{}); err != nil {
		t.Fatal(err)
	}
	d := apptest.New(t, h).Press("ctrl+p").Type("品牌调解室").Press("enter").Expect("还没有品牌调解室")
	d.Press("ctrl+n").Type("老书记调解室").Press("enter", "2", "enter").Type("一杯茶坐下来").Press("tab").Type("邻里、打架").Press("tab").Type("小港").Rest().Expect("小港村调委会").
		Press("down", "enter")
	d.Press("ctrl+s").Expect("列出的里没有“打架”").Press("ctrl+u").Type("邻里").Press("ctrl+s").Expect("已保存 老书记调解室", "共 1 个", "乡贤式")
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
	d.Press("esc").Expect("停办：并入中心").Press("enter").Expect("已停办").Press("4").ExpectNot("哪天停办")
}
