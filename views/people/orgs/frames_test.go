package orgs_test

import (
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/people/orgs"
	"sizhen/views/text"
)

var day = hall.NewDay(2026, 11, 24)

func row(id hall.OrgID, name string, k hall.OrgKind, l hall.Level, m hall.Makeup) hall.OrgRow {
	return hall.OrgRow{ID: id, Name: name, Kind: k, Level: l, Makeup: m, Seats: 5, Uniform: 63, Term: day + 400, Number: "舜调备〔2025〕3号"}
}

func top() []hall.OrgRow {
	county := row(1, "舜江区人民调解委员会", hall.OrgOther, hall.County, hall.Makeup{Members: 7, Women: 2, Heads: 1, Head: 1, Name: "徐建国"})
	county.Children = 3
	trade := row(2, "舜江区医疗纠纷人民调解委员会", hall.OrgTrade, hall.County, hall.Makeup{Members: 5, Women: 1})
	trade.Industry = "医疗"
	return []hall.OrgRow{county, trade}
}

func below() []hall.OrgRow {
	a := row(3, "百官街道人民调解委员会", hall.OrgSubdistrict, hall.Township, hall.Makeup{Members: 5, Women: 2, Heads: 1, Head: 5, Name: "俞芳"})
	a.Children = 20
	b := row(4, "禾坪镇人民调解委员会", hall.OrgTownship, hall.Township, hall.Makeup{Members: 2, Heads: 1, Head: 6, Name: "金阿毛"})
	b.Uniform, b.Due = 3, day+10
	c := row(5, "沙汀乡人民调解委员会", hall.OrgTownship, hall.Township, hall.Makeup{Members: 4, Women: 1, Heads: 1, Head: 9, Name: "章雪琴"})
	c.Term = day - 30
	d := row(6, "云岙乡人民调解委员会", hall.OrgTownship, hall.Township, hall.Makeup{})
	d.Closed = day - 300
	return []hall.OrgRow{a, b, c, d}
}

func file() hall.OrgFile {
	r := below()[1]
	o := hall.Org{
		ID: 4, Name: r.Name, Level: r.Level, Kind: r.Kind, Parent: 1, Seats: 5, Uniform: 3, Number: "舜调备〔2025〕3号", Filed: day - 900, Founded: day - 2000,
		Since: day - 700, Seal: "圆章一枚，主任保管", Address: "禾坪镇府前路 3 号", Phone: "10057501101",
		Terms: []hall.Term{{From: day - 1500, To: day - 405}, {From: day - 404, To: day + 691, How: "推选"}},
		Filings: []hall.Filing{{What: hall.FilingNew, Changed: day - 2000, Due: day - 1958, Filed: day - 1990, Number: "舜调备〔2021〕1号"},
			{What: hall.FilingHead, Changed: day - 20, Due: day + 22}},
		Past: []hall.OrgPast{{From: 0, To: day - 701, Name: "禾坪乡人民调解委员会", Level: hall.Township, Kind: hall.OrgTownship, Parent: 1, Why: "撤乡设镇"}},
	}
	return hall.OrgFile{
		Org: o, Row: r, Way: top()[:1], Children: 3, Members: []hall.Member{{ID: 6, Name: "金阿毛", Head: true}, {ID: 7, Name: "阿卜杜拉·买买提"},
			{ID: 8, Name: "沈月娥", Status: hall.Suspended}},
		Covers: []hall.Site{{Name: "禾坪居委"}}, Studios: []hall.Studio{{Name: "老书记调解室"}},
	}
}

func coverage() hall.Coverage {
	c := hall.Coverage{Orgs: map[hall.OrgKind][3]int{hall.OrgVillage: {2400, 0, 0}, hall.OrgTownship: {0, 96, 0}, hall.OrgTrade: {3, 0, 54}}, Total: 3766,
		Faulty: 412, Over: 91, Unfiled: 130}
	for i, k := range hall.SiteKinds() {
		c.Sites = append(c.Sites, hall.Covered{Kind: k, All: 120 * (4 - i), Has: 118*(4-i) - i})
	}
	return c
}

func tree(lang text.Lang, roles hall.Role, t, b []hall.OrgRow) views.View {
	v := orgs.New(apptest.Env(lang, roles), views.Route{})
	if len(t) > 0 {
		orgs.Unfold(v, t[0].ID)
	}
	v.Update(orgs.TreeRead(t, b, 3766))
	return v
}

// one is the page of an organisation.
func one(lang text.Lang, f hall.OrgFile) views.View {
	v := orgs.New(apptest.Env(lang, hall.Head), views.Route{Org: f.Org.ID})
	v.Update(orgs.FileRead(f))
	return v
}

func covered(lang text.Lang, c hall.Coverage) views.View {
	v := tree(lang, hall.Head, top(), below())
	action(v, "ctrl+t")
	v.Update(orgs.Covered(c))
	return v
}

// action runs what a key does, without the command that comes of it.
func action(v views.View, key string) {
	for _, a := range v.Actions() {
		for _, k := range a.Key.Keys() {
			if k == key && a.Run != nil {
				a.Run()
			}
		}
	}
}

func lacking(lang text.Lang, rows []hall.Site) views.View {
	v := covered(lang, coverage())
	action(v, "enter")
	v.Update(orgs.Listed(hall.SiteQuery{Lacks: true}, rows))
	return v
}

func formed(lang text.Lang, what string, f hall.OrgFile) views.View {
	return orgs.Form(apptest.Env(lang, hall.Head), what, f)
}

func sitesOf() []hall.Site {
	return []hall.Site{{ID: 1, Name: "小港村", Township: "百官街道"}, {ID: 2, Name: "前岸村", Township: "百官街道", Off: true, Why: "已并入小港村"},
		{ID: 3, Name: "渔浦湾村", Township: "禾坪镇", Org: 4, OrgName: "禾坪镇人民调解委员会"}}
}

func TestFramesFitEverywhere(t *testing.T) {
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 8)
	var many []hall.OrgRow
	var places []hall.Site
	for i := range 200 {
		r := row(hall.OrgID(i+10), long, hall.OrgKind(i%10), hall.Level(i%3), hall.Makeup{Members: i, Heads: i % 3, Name: long})
		r.Industry, r.Due, r.Term, r.Children = long, hall.Day(i), hall.Day(i%2)*(day+9), i%5
		many = append(many, r)
		places = append(places, hall.Site{ID: hall.SiteID(i), Name: long, Township: long, OrgName: long, Org: hall.OrgID(i % 2), Off: i%3 == 0, Why: long})
	}
	huge := file()
	huge.Org.Name, huge.Org.Seal, huge.Org.Note, huge.Org.Industry, huge.Org.Closed, huge.Org.Why = long, long, long, long, day, long
	for range 30 {
		huge.Members = append(huge.Members, hall.Member{ID: hall.MediatorID(len(huge.Members) + 20), Name: long})
		huge.Org.Past = append(huge.Org.Past, huge.Org.Past[0])
	}
	for _, lang := range []text.Lang{text.Zh, text.En} {
		screens := map[string]views.View{
			"empty": tree(lang, hall.Head, nil, nil), "tree": tree(lang, hall.FrontDesk, top(), below()), "many": tree(lang, hall.Head, many, many),
			"not read": orgs.New(apptest.Env(lang, hall.Head), views.Route{}),
			"one":      one(lang, file()), "huge": one(lang, huge), "coverage": covered(lang, coverage()),
			"no coverage": covered(lang, hall.Coverage{Orgs: map[hall.OrgKind][3]int{}}),
			"sites":       lacking(lang, sitesOf()), "no sites": lacking(lang, nil), "many sites": lacking(lang, places),
		}
		for _, what := range []string{"new", "change", "term", "file", "uniform", "end"} {
			f := file()
			f.Org.Terms = nil
			screens["form "+what], screens["huge form "+what] = formed(lang, what, f), formed(lang, what, huge)
		}
		for name, v := range screens {
			for _, size := range apptest.Sizes() {
				w, h := size[0], size[1]
				for _, k := range []string{"", "down", "pgdown", "tab", "tab", "tab"} {
					if k != "" {
						v.Update(apptest.Key(k))
					}
					apptest.Fits(t, name, v.Draw(w, h), w, h)
				}
			}
		}
	}
}
