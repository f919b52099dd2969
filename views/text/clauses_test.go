package text

import (
	"testing"

	"sizhen/store/hall"
)

func TestTermsAreTakenApart(t *testing.T) {
	t.Parallel()
	made := hall.NewDay(2026, 11, 24)
	names := []string{"陈大明", "陈小明"}
	for _, row := range []struct {
		terms string
		want  []hall.Clause
	}{
		{"1.陈大明于2026年12月31日前付给陈小明60000元。2.陈小明十日内改装落水管，不得向邻院排水；否则赔5万元。", []hall.Clause{
			{Who: "陈大明", By: hall.NewDay(2026, 12, 31), Amount: 60000_00},
			{Who: "陈小明", By: hall.NewDay(2026, 12, 4), Else: "否则赔5万元"},
		}},
		{"一、陈小明月底前付一万二千元\n二、双方今后互不追究", []hall.Clause{
			{Who: "陈小明", By: hall.NewDay(2026, 11, 30), Amount: 12000_00}, {},
		}},
		{"（1）陈大明12月5日前付1800.50元；（2）陈小明撤回报警", []hall.Clause{
			{Who: "陈大明", By: hall.NewDay(2026, 12, 5), Amount: 1800_50}, {Who: "陈小明"},
		}},
		{"双方和好", []hall.Clause{{}}},
		{"  \n ", nil},
	} {
		got := ReadClauses(row.terms, names, made, nil)
		if len(got) != len(row.want) {
			t.Errorf("%q: %d clauses, want %d: %+v", row.terms, len(got), len(row.want), got)
			continue
		}
		for i, w := range row.want {
			g := got[i]
			if g.Who != w.Who || g.By != w.By || g.Amount != w.Amount || g.Else != w.Else {
				t.Errorf("%q, %d: %s %v %d %q, want %s %v %d %q", row.terms, i+1, g.Who, g.By, g.Amount, g.Else, w.Who, w.By, w.Amount, w.Else)
			}
		}
	}
}
