package text

import (
	"go/constant"
	"strings"
	"testing"

	"sizhen/store/hall"
)

func TestEveryDeedHasALine(t *testing.T) {
	var all []hall.Deed
	for _, v := range read(t, "../../store/hall").constants()["Deed"] {
		all = append(all, hall.Deed(constant.StringVal(v)))
	}
	for _, a := range hall.Actions() {
		all = append(all, hall.DeedOf(a))
	}
	full := map[string]string{
		"name": "章雪琴", "number": "(2026)百调字第1号", "room": "一室", "queue": "012", "reason": "脚痛", "to": "县矛调中心", "mediator": "徐建国", "result": "1",
		"login": "chenfang", "outcome": "2", "n": "500", "old.amount": "100", "new.amount": "200",
	}
	said := make(map[string]hall.Deed)
	for _, d := range all {
		if _, ok := deeds[d]; !ok {
			t.Errorf("%s has no line", d)
			continue
		}
		bare := Deed(hall.Entry{Deed: d})
		if other, ok := said[bare.In(Zh)]; ok && other != d {
			t.Errorf("%s and %s read the same", d, other)
		}
		said[bare.In(Zh)] = d
		for _, e := range []hall.Entry{{Deed: d}, {Deed: d, ByName: "陈芳", Args: full}, {Deed: d, ByName: "陈芳", Args: map[string]string{"name": "", "number": ""}}} {
			for _, l := range []Lang{Zh, En} {
				line := Deed(e).In(l)
				if strings.ContainsAny(line, "{}") || strings.HasSuffix(line, " ") || strings.Contains(line, "  ") || line == "" {
					t.Errorf("%s: %q", d, line)
				}
				if e.ByName != "" && !strings.HasPrefix(line, e.ByName+" ") {
					t.Errorf("%s does not say who: %q", d, line)
				}
			}
		}
	}
}

func TestDeedLines(t *testing.T) {
	for _, c := range []struct {
		e      hall.Entry
		zh, en string
	}{
		{hall.Entry{ByName: "徐建国", Deed: hall.DeedCall, Args: map[string]string{"queue": "011", "name": "沈月娥", "room": "一室"}}, "徐建国 叫号 011 沈月娥 到一室",
			"徐建国 called no. 011 沈月娥 to 一室"},
		{hall.Entry{Deed: hall.DeedRename, Args: map[string]string{"kind": "room", "before": "一室", "now": "东室", "n": "3"}}, "改名：一室 改为东室\uff0c随之改了3处",
			"renamed: 一室 to 东室, 3 records with it"},
		{hall.Entry{ByName: "徐建国", Deed: hall.DeedCall, Args: map[string]string{"queue": "011"}}, "徐建国 叫号 011", "徐建国 called no. 011"},
		{hall.Entry{ByName: "陈芳", Deed: hall.DeedExport, Args: map[string]string{"list": "cases", "format": "csv", "confidential": "yes"}},
			"陈芳 导出 案件（csv），连不公开的案件", "陈芳 exported Cases (csv), confidential cases too"},
		{hall.Entry{ByName: "陈芳", Deed: hall.DeedExport, Args: map[string]string{"list": "cases", "format": "xlsx"}}, "陈芳 导出 案件（xlsx）", "陈芳 exported Cases (xlsx)"},
		{hall.Entry{ByName: "陈芳", Deed: hall.DeedIntake, Args: map[string]string{"queue": "015", "name": "李水生", "outcome": "1"}}, "陈芳 登记 015 李水生\uff0c现在候诊",
			"陈芳 registered no. 015 李水生, queue now"},
		{hall.Entry{ByName: "陈芳", Deed: hall.DeedIntake, Args: map[string]string{"outcome": "0"}}, "陈芳 登记", "陈芳 registered"},
		{hall.Entry{ByName: "徐建国", Deed: "case.session", Args: map[string]string{"number": "(2026)百调字第94号", "result": "1"}}, "徐建国 记录调解 (2026)百调字第94号\uff0c调解成功",
			"徐建国 recorded a session of (2026)百调字第94号, settled"},
		{hall.Entry{ByName: "陈芳", Deed: "case.amend", Args: map[string]string{"old.amount": "", "new.amount": "5", "old.type": "land", "new.type": "other",
			"reason": "选错"}}, "陈芳 补充更正\uff0c改了纠纷类型、涉及金额\uff1a选错", "陈芳 completed or corrected, type, amount changed: 选错"},
		{hall.Entry{Deed: "case.refuse", Args: map[string]string{"reason": "看 {number} {by}", "number": "7"}}, "不予受理 7\uff1a看 {number} {by}",
			"did not accept 7: 看 {number} {by}"},
		{hall.Entry{ByName: "陈芳", Deed: "later.version", Args: map[string]string{"name": "甲"}}, "陈芳 办理 甲", "陈芳 did something for 甲"},
	} {
		if m := Deed(c.e); m.In(Zh) != c.zh || m.In(En) != c.en {
			t.Errorf("%s: %q / %q", c.e.Deed, m.In(Zh), m.In(En))
		}
	}
}

func TestChangesShowOldAndNew(t *testing.T) {
	got := Changes(hall.Entry{Deed: "case.amend", Args: map[string]string{
		"old.amount": "1200000", "new.amount": "900000", "old.type": "land", "new.type": "other", "old.risk": "0", "new.risk": "3", "old.facts": "甲",
		"new.facts": "乙",
	}}, hall.Defaults())
	var lines []string
	for _, c := range got {
		lines = append(lines, c.Field.In(Zh)+" "+c.Old.In(Zh)+"→"+c.New.In(Zh))
	}
	want := "纠纷类型 山林土地→其他|简要情况 甲→乙|涉及金额 12,000元→9,000元|危险程度 无→高"
	if strings.Join(lines, "|") != want {
		t.Errorf("got %s", strings.Join(lines, "|"))
	}
}
