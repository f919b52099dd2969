package people_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

func addOrg(t *testing.T, h *storetest.Hall, o hall.Org) hall.Org {
	t.Helper()
	o, err := h.Desk(h.Boss).SaveOrg(context.Background(), 0, o, hall.OrgChange{})
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func addSite(t *testing.T, h *storetest.Hall, s hall.Site) {
	t.Helper()
	if _, err := h.Desk(h.Boss).SaveSite(context.Background(), 0, s); err != nil {
		t.Fatal(err)
	}
}

// township is a hall with a county's and a township's committee.
func township(t *testing.T) (*storetest.Hall, hall.Org) {
	h := storetest.New(t)
	county := addOrg(t, h, hall.Org{Name: "舜江区调委会", Level: hall.County, Kind: hall.OrgOther})
	return h, addOrg(t, h, hall.Org{Name: "百官街道调委会", Level: hall.Township, Kind: hall.OrgSubdistrict, Parent: county.ID})
}

func people(t *testing.T, h *storetest.Hall, org hall.Org, names ...string) {
	t.Helper()
	err := h.Bulk(context.Background(), func(b *store.Bulk) error {
		for i, name := range names {
			m := &hall.Mediator{Name: name, Sex: hall.Sex(1 + i%2), Org: org.ID, Organisation: org.Name, OrgHead: i == 0}
			if err := b.Mediator(m); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func openOrgs(t *testing.T, h *storetest.Hall) *apptest.Driver {
	t.Helper()
	return apptest.New(t, h).Press("ctrl+p").Type("调解组织").Press("enter")
}

func find(t *testing.T, h *storetest.Hall, name string) hall.OrgFile {
	t.Helper()
	ctx, d := context.Background(), h.Desk(h.Boss)
	rows, err := d.FindOrgs(ctx, name, 5)
	if err != nil || len(rows) == 0 {
		t.Fatalf("%s: %v %v", name, rows, err)
	}
	f, err := d.Org(ctx, rows[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestTheTreeUnfoldsAndIsSearched(t *testing.T) {
	t.Parallel()
	h, town := township(t)
	village := addOrg(t, h, hall.Org{Name: "小港村调委会", Level: hall.Village, Kind: hall.OrgVillage, Parent: town.ID})
	people(t, h, village, "徐建国", "俞芳")
	d := openOrgs(t, h).Expect("共 3 个", "+ 舜江区调委会").ExpectNot("百官街道调委会", "小港村")
	d.Press("right").Expect("- 舜江区调委会", "+ 百官街道调委会").Press("right", "right").Expect("· 小港村调委会", "人数不足、未登记")
	d.Press("left", "left", "left").Expect("+ 舜江区调委会").ExpectNot("百官街道调委会")
	d.Letters("xgc").Rest().Expect("共 1 个", "小港村调委会").Press("ctrl+u").Type("街道").Press("enter").Expect("看详情").Press("1").Expect("舜江区调委会", "没有主任（人民调解法第 8 条）")
	d.Press("esc", "ctrl+u").Type("村").Rest().Expect("小港村调委会", "共 1 个").Press("ctrl+u").Type("没有的").Rest().Expect("没有找到")
	d.Press("esc").Expect("+ 舜江区调委会")
}

// What a village lacks is found in the coverage, founded there, and made complete.
func TestAVillageThatLacksACommitteeGetsOne(t *testing.T) {
	t.Parallel()
	h, _ := township(t)
	addSite(t, h, hall.Site{Name: "小港村", Township: "百官街道"})
	addSite(t, h, hall.Site{Name: "前岸村", Township: "百官街道"})
	d := openOrgs(t, h).Press("right").Press("ctrl+t").Expect("0/2", "0.00%", "缺 2").Press("enter").Expect("缺调委会的", "2 处", "小港村")
	d.Type("小港").Rest().Expect("1 处").Press("enter").Expect("给它建一个调解组织").Press("1").Expect("在 百官街道调委会 下面添一个", "小港村人民调解委员会", "百官街道调委会")
	d.Press("ctrl+s").Expect("已保存 小港村人民调解委员会", "0 处").Press("esc", "esc").Expect("1/2", "50.00%", "缺 1")
	f := find(t, h, "小港村")
	if f.Site.Name != "小港村" || len(f.Way) != 2 || f.Org.Kind != hall.OrgVillage || f.Org.Level != hall.Village {
		t.Errorf("%+v", f)
	}
	people(t, h, f.Org, "徐建国", "俞芳", "金阿毛")
	d.Press("ctrl+t").Type("小港").Rest().Press("enter", "7").Expect("六统一", "标牌").Press("1", "enter", "1", "enter", "1", "enter", "1", "enter", "1", "enter", "1",
		"ctrl+s").Expect("已登记六统一", "6/6")
	d.Press("enter", "5", "tab").Expect("一届三年").Press("ctrl+s").Expect("这一项要填").ExpectNot("已登记任期").Type("推选").Press("ctrl+s").Expect("已登记任期")
	d.Press("enter", "6").Expect("备案号").Press("enter").Type("舜调备7号").Press("ctrl+s").Expect("已登记备案", "主任 徐建国")
	f = find(t, h, "小港村")
	if !f.Org.Uniform.Complete() || f.Org.Number != "舜调备7号" || len(f.Org.Terms) != 1 || len(f.Row.Faults()) != 0 || f.Row.Due != 0 {
		t.Errorf("%+v", f.Row)
	}
	if drafts, err := h.Desk(h.Boss).Drafts(context.Background()); err != nil || len(drafts) != 0 {
		t.Errorf("drafts stay: %+v %v", drafts, err)
	}
}

func TestAHeadWhoLeavesIsMissedOnTheScreen(t *testing.T) {
	t.Parallel()
	h, town := township(t)
	people(t, h, town, "徐建国", "俞芳", "金阿毛", "沈月娥")
	d := openOrgs(t, h).Type("百官").Rest().ExpectNot("缺主任")
	ctx, desk := context.Background(), h.Desk(h.Boss)
	m, err := desk.Mediator(ctx, find(t, h, "百官").Members[0].ID)
	if err == nil {
		_, err = desk.SetStatus(ctx, m.Mediator.ID, m.Mediator.Rev, hall.Left, hall.DayOf(h.Now()), "到龄")
	}
	if err != nil {
		t.Fatal(err)
	}
	d.Reload().Expect("缺主任").Press("enter", "1").Expect("没有主任（人民调解法第 8 条）", "俞芳").ExpectNot("徐建国")
}

func TestAChangeAsksForItsDayAndReason(t *testing.T) {
	t.Parallel()
	h, _ := township(t)
	d := openOrgs(t, h).Type("百官").Rest().Press("enter", "4").Expect("修改 百官街道调委会").ExpectNot("为什么改", "从哪天起")
	d.Press("ctrl+u").Type("舜江街道调委会").Expect("为什么改", "从哪天起").Press("ctrl+s").Expect("写明理由").ExpectNot("已保存")
	d.Type("街道更名").Press("ctrl+s").Expect("已保存 舜江街道调委会")
	f := find(t, h, "舜江街道")
	if len(f.Org.Past) != 0 || len(f.Org.Filings) == 0 { // founded today: it was never called otherwise
		t.Errorf("%+v", f.Org)
	}
	d.Expect("- 舜江区调委会", "▸ · 舜江街道调委会").Press("up", "ctrl+n").Press("ctrl+s").Expect("这一项要填").Type("舜江街道调委会").
		Press("enter").Press("4").Press("ctrl+s").Expect("已有 舜江街道调委会，是同一个吗").Press("1").
		Expect("已保存")
}

func TestDissolvingSaysWhatBecomesOfEverybody(t *testing.T) {
	t.Parallel()
	h, town := township(t)
	village := addOrg(t, h, hall.Org{Name: "小港村调委会", Level: hall.Village, Kind: hall.OrgVillage, Parent: town.ID})
	people(t, h, village, "徐建国", "俞芳")
	d := openOrgs(t, h).Type("小港").Rest().Press("enter", "8").Expect("徐建国 的去向", "俞芳 的去向").ExpectNot("转到哪个组织")
	d.Type("并村").Press("enter", "enter").Press("ctrl+s").Expect("这一项要填").Press("1", "enter").Expect("转到哪个组织").Press("2", "enter").Type("百官").Rest().Expect(
		"百官街道调委会").Press("down", "enter")
	d.Press("ctrl+s").Expect("撤销 小港村调委会？", "2 位委员").Press("enter").ExpectNot("已撤销 小港村") // no is meant unless yes is
	d.Press("ctrl+s", "2").Expect("已撤销 小港村调委会")
	if f := find(t, h, "百官"); len(f.Members) != 1 || f.Members[0].Name != "徐建国" || f.Children != 0 {
		t.Errorf("%+v", f)
	}
}

func TestAFormOfOrgsIsKeptAndGoneOnWithFromTheBoard(t *testing.T) {
	t.Parallel()
	h, _ := township(t)
	openOrgs(t, h).Press("ctrl+n").Type("菱塘村调委会").Press("esc").Expect("写的已留在“未完成”里")
	d := apptest.New(t, h).Expect("调解组织 菱塘村调委会")
	for range 12 {
		d.Press("down")
	}
	d = openOrgs(t, h).Press("ctrl+n").Expect("这是一份新的").Press("ctrl+r").Expect("菱塘村调委会")
	d.Press("enter", "1", "enter").Press("ctrl+s").Expect("已保存 菱塘村调委会")
	if f := find(t, h, "菱塘"); f.Way[0].Name != "舜江区调委会" {
		t.Errorf("%+v", f)
	}
}

func TestWhoMayNotChangeLooksOnlyAtOrgs(t *testing.T) {
	t.Parallel()
	h, _ := township(t)
	xu := h.Add("xu", "徐建国", hall.RoleMediator).Actor()
	d := apptest.Open(t, h, apptest.Options{Actor: &xu}).Press("ctrl+p").Type("调解组织").Press("enter").Expect("舜江区调委会")
	d.Press("enter").Expect("请找中心主任、管理员").Press("4").ExpectNot("修改 舜江区").Press("esc", "ctrl+n").Expect("请找中心主任、管理员")
	guan := h.Add("guan", "管理员", hall.Admin).Actor()
	apptest.Open(t, h, apptest.Options{Actor: &guan}).Press("ctrl+p").Type("调解组织").Press("enter").Press("enter", "4").Expect("修改 舜江区调委会").Press("tab", "tab").
		Press("esc").Expect("舜江区调委会")
}

func TestTheMembersAreLookedAtOnTheRoster(t *testing.T) {
	t.Parallel()
	h, town := township(t)
	people(t, h, town, "徐建国", "俞芳")
	people(t, h, addOrg(t, h, hall.Org{Name: "小港村调委会", Level: hall.Village, Kind: hall.OrgVillage, Parent: town.ID}), "金阿毛")
	openOrgs(t, h).Type("百官").Rest().Press("enter", "2").Expect("调解员名册", "所在组织：百官街道调委会", "徐建国", "俞芳").ExpectNot("金阿毛")
}

// What was saved is stood on, wherever in the tree it belongs: also after a page was in front, and
// further down than the first rows that are read.
func TestTheCursorStandsOnWhatWasSaved(t *testing.T) {
	t.Parallel()
	h, town := township(t)
	for i := range 80 {
		addOrg(t, h, hall.Org{Name: fmt.Sprintf("第%d村调委会", i+1), Level: hall.Village, Kind: hall.OrgVillage, Parent: town.ID})
	}
	d := openOrgs(t, h).Type("百官").Rest().Press("ctrl+n").Type("小港村调委会").Press("enter", "1", "ctrl+s").
		Expect("已保存 小港村调委会", "▸ · 小港村调委会", "共 83 个")
	d.Press("left").Expect("▸ - 百官街道调委会").Press("enter", "1").Expect("共 81 个").Press("enter", "3").Type("前岸村调委会").Press("enter", "1", "ctrl+s").
		Expect("已保存 前岸村调委会")
	d.Press("esc").Expect("▸ · 前岸村调委会").Press("home", "left").Expect("+ 舜江区调委会").ExpectNot("百官街道调委会")
}

// So do the lists behind the coverage, and the coverage itself.
func TestTheListsOfTheCoverageStandOnWhatWasSaved(t *testing.T) {
	t.Parallel()
	h, town := township(t)
	addOrg(t, h, hall.Org{Name: "西湖村调委会", Level: hall.Village, Kind: hall.OrgVillage, Parent: town.ID})
	addSite(t, h, hall.Site{Name: "小港村", Township: "百官街道"})
	d := openOrgs(t, h).Press("ctrl+t").Expect("缺 1").Press("end", "ctrl+n").Type("前岸村").Press("enter", "1", "ctrl+s").Expect("▸ 村", "缺 2")
	for range 20 {
		if !strings.Contains(d.Screen(), "▸ 委员组成不合第 8 条") {
			d.Press("down")
		}
	}
	d.Press("enter").Expect("西湖村调委会").Press("home")
	for range 5 {
		if !strings.Contains(d.Screen(), "▸ 百官街道调委会") {
			d.Press("down")
		}
	}
	d.Press("enter", "3").Type("安港村调委会").Press("enter", "1", "ctrl+s").Expect("▸ 安港村调委会")
}

func TestWhatIsNotChangedIsNotSaved(t *testing.T) {
	t.Parallel()
	h, town := township(t)
	ctx, term := context.Background(), hall.Term{From: hall.NewDay(2024, 1, 1), To: hall.NewDay(2026, 12, 31), How: "推选"}
	if _, err := h.Desk(h.Boss).AddOrgTerm(ctx, town.ID, town.Rev, term); err != nil {
		t.Fatal(err)
	}
	addSite(t, h, hall.Site{Name: "小港村", Township: "百官街道"})
	d := openOrgs(t, h).Type("百官").Rest()
	d.Press("enter", "5").Expect("登记新一届").Press("1").Expect("2027").Press("ctrl+s").Expect("这一项要填").Press("esc")
	d.Press("enter", "4", "ctrl+s").Expect("还没有改什么").Press("esc", "enter", "7", "ctrl+s").Expect("还没有改什么").Press("esc")
	d.Press("ctrl+t", "enter", "enter", "4", "ctrl+s").Expect("还没有改什么")
	if f := find(t, h, "百官"); len(f.Org.Terms) != 1 || f.Org.Rev != town.Rev+1 {
		t.Errorf("%+v", f.Org)
	}
}

// Forms were begun before they were declared anew: under the same names, but the usual answer of a
// choice was left empty.
func TestOlderDraftsOpenAgain(t *testing.T) {
	t.Parallel()
	h, town := township(t)
	desk, ctx := h.Desk(h.Boss), context.Background()
	addSite(t, h, hall.Site{Name: "小港村", Township: "百官街道"})
	sites, err := desk.Sites(ctx, hall.SiteQuery{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		form   string
		fields map[string]string
		want   []string
	}{
		{fmt.Sprintf("org new %d %d 0", h.Boss.Staff, town.ID), map[string]string{"name": "菱塘村调委会", "kind": "0", "level": "",
			"parent": town.Name, "picked parent": fmt.Sprint(town.ID)},
			[]string{"在 百官街道调委会 下面添一个", "菱塘村调委会"}},
		{fmt.Sprintf("org change %d 0 0", town.ID), map[string]string{"name": "舜江街道调委会", "kind": "3", "level": "1", "why": "街道更名"}, []string{"修改 百官街道调委会", "街道更名"}},
		{fmt.Sprintf("org term %d 0 0", town.ID), map[string]string{"from": "2026-11-24", "to": "2029-11-23", "how": "推选产生"}, []string{"百官街道调委会 的任期", "推选产生"}},
		{fmt.Sprintf("org file %d 0 0", town.ID), map[string]string{"filed": "2026-11-24", "number": "舜调备9号"}, []string{"百官街道调委会 备案", "舜调备9号"}},
		{fmt.Sprintf("org uniform %d 0 0", town.ID), map[string]string{"1": "1", "2": "", "4": "1"}, []string{"六统一", "○ 1 有 ● 2 没有"}},
		{fmt.Sprintf("org end %d 0 0", town.ID), map[string]string{"why": "并街道", "day": "2026-11-24"}, []string{"撤销 百官街道调委会", "并街道"}},
		{fmt.Sprintf("org site %d 0 0", sites.Rows[0].ID), map[string]string{"name": "小港新村", "kind": "0", "off": ""}, []string{"修改 小港村", "小港新村", "● 1 要"}},
	} {
		kept, err := desk.SaveDraft(ctx, hall.Draft{Kind: hall.DraftOrg, Form: c.form, Title: c.form, Fields: c.fields})
		if err != nil {
			t.Fatal(err)
		}
		d := apptest.New(t, h).Press("f2").Expect(c.form)
		for range 30 {
			if strings.Contains(d.Screen(), "▸ "+c.form) {
				break
			}
			d.Press("down")
		}
		d.Press("enter").Expect(c.want...)
		if err := desk.DiscardDraft(ctx, kept.ID); err != nil {
			t.Fatal(err)
		}
	}
}
