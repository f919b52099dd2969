package paper_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sizhen/store/hall"
	"sizhen/views/paper"
	"sizhen/views/text"
)

func onPaper(fn func(hall.Mediator) error) error {
	for _, m := range []hall.Mediator{
		{ID: 1, Name: "金阿毛 10012345678", Sex: hall.Male, Birth: hall.NewDay(1958, 3, 4), Phone: "10087654321", Village: "小港村", Organisation: "小港村人民调解委员会", OrgHead: true, Grade: "特级", Specialities: []string{"neighbours"},
			Terms: []hall.Term{{From: hall.NewDay(2024, 3, 1), To: hall.NewDay(2027, 2, 28)}}, Knows: "小港村陈家", Filings: []hall.Filing{{Filed: 1, Number: "虞调备9号"}}},
		{ID: 2, Name: "俞芳", FullTime: true, Status: hall.Suspended},
		{ID: 3, Name: "沈水根", Status: hall.Left},
	} {
		if err := fn(m); err != nil {
			return err
		}
	}
	return nil
}

// private is what must not leave the hall.
var private = []string{"10012345678", "10087654321", "1958", "陈家"}

func TestTheRosterLeavesTheHallWithoutWhatIsPrivate(t *testing.T) {
	for _, public := range []bool{true, false} {
		r := paper.Roster{Settings: hall.Settings{Name: "百官街道联合调解中心", Types: hall.StandardTypes()}, Day: hall.NewDay(2026, 11, 24), Public: public}
		var sheet, doc bytes.Buffer
		if err := r.Sheet(&sheet, onPaper); err != nil {
			t.Fatal(err)
		}
		if err := r.Document(&doc, onPaper); err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(&sheet)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := f.GetRows(f.GetSheetName(0))
		want := 2
		if !public {
			want = 4
		}
		if err != nil || len(rows) != want || rows[0][1] != "姓名" || !strings.Contains(rows[1][1], "金阿毛") {
			t.Fatalf("%q, %v", rows, err)
		}
		lines, _, _ := readDoc(t, doc.Bytes())
		for kind, all := range map[string]string{"sheet": strings.Join(append(rows[0], rows[1]...), "|"), "document": strings.Join(lines, "|")} {
			for _, p := range private {
				if strings.Contains(all, p) {
					t.Errorf("%s holds %q: %s", kind, p, all)
				}
			}
			for _, p := range []string{"小港村人民调解委员会", "主任", "特级", "邻里", "2024年3月1日至2027年2月28日"} {
				if !strings.Contains(all, p) {
					t.Errorf("%s lacks %q: %s", kind, p, all)
				}
			}
			if got := strings.Contains(all, "虞调备9号"); got == public {
				t.Errorf("%s, public %v: the number of filing: %v", kind, public, got)
			}
		}
		if all := strings.Join(lines, "|"); public == strings.Contains(all, "沈水根") {
			t.Errorf("public %v, who left: %s", public, all)
		}
	}
	if name := (paper.Roster{Settings: hall.Settings{Name: "百官"}, Lang: text.En, Day: hall.NewDay(2026, 11, 24), Public: true}).FileName(); name != "百官 Public list of mediators 2026-11-24" {
		t.Error(name)
	}
}
