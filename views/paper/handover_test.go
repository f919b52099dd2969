package paper_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"sizhen/store/hall"
	"sizhen/views/paper"
	"sizhen/views/text"
)

// The record holds who, when, the log, what was handed over and who accepted it, and lines
// to sign on; no telephone, and of a confidential case only that there is one.
func TestTheHandoverRecordOnPaper(t *testing.T) {
	day := hall.NewDay(2026, 11, 24)
	in := time.Date(2026, 11, 24, 9, 5, 0, 0, time.UTC)
	p := paper.Handover{Hall: "百官街道联合调解中心", Day: day, Signed: []hall.SignIn{
		{Name: "徐建国", In: in, Out: in.Add(8 * time.Hour), Late: 35, Note: "钥匙在抽屉，找 138 0001 6021",
			Log:   []hall.DutyNote{{At: in, What: "来访两批"}, {At: in, Case: 9, Number: "(2026)百调字第9号"}},
			Items: []hall.HandItem{{What: "修灯", Accepted: in, AcceptedBy: "王值班", Done: in, Result: "修好了"}, {What: "取信"}}},
		{Name: "𠮷 <&>", In: in},
	}}
	for lang, want := range map[text.Lang]string{
		text.Zh: "交接班记录|百官街道联合调解中心　2026年11月24日 周二|徐建国|09:05|17:05|迟到 35 分|徐建国|交接说明：钥匙在抽屉，找 138····6021|来访两批|（不公开的案件）|修灯|王值班\n" +
			"2026年11月24日 周二 09:05|修好了|取信|未接|𠮷 <&>|未签退|交班人（签名）|接班人（签名）",
		text.En: "Duty and handover record|late by 35 min|(a confidential case)|not accepted|not signed out|Accepted by (signature)",
	} {
		var b bytes.Buffer
		if _, err := p.Doc(lang).WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		lines, _, _ := readDoc(t, b.Bytes())
		got := strings.Join(lines, "|")
		for _, w := range strings.Split(want, "|") {
			if !strings.Contains(got, w) {
				t.Errorf("%q is not on the paper: %s", w, got)
			}
		}
		if strings.Contains(got, "0001") {
			t.Errorf("a telephone leaves the hall: %s", got)
		}
	}
	var b bytes.Buffer
	if _, err := (paper.Handover{Hall: "x", Day: day}).Doc(text.Zh).WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	if lines, _, _ := readDoc(t, b.Bytes()); !strings.Contains(strings.Join(lines, "|"), "三、交接事项|无") {
		t.Errorf("a day on which nobody came: %v", lines)
	}
}
