package hall

import "testing"

// The stories are published cases, retold: what was promised and not written came back.
func TestPromises(t *testing.T) {
	t.Parallel()
	day := NewDay(2026, 12, 31)
	for name, x := range map[string]struct {
		a       Agreement
		records []string
		want    []Lack
	}{
		"the eaves' drip: no water onto the neighbour was promised and not written": {
			Agreement{Place: "中心", Terms: "陈大明付六万元；违约付五万元", Clauses: []Clause{{Text: "陈大明付六万元", Who: "陈大明", By: day, Amount: 60000_00, Else: "违约付五万元"}}},
			[]string{"陈大明付六万元。陈小明保证今后不向邻院排水。"}, []Lack{LackPromise},
		},
		"whole": {
			Agreement{Place: "中心", Terms: "陈大明付六万元，陈小明不向邻院排水；违约付五万元", Clauses: []Clause{
				{Text: "陈大明付六万元", Who: "陈大明", By: day, Else: "违约付五万元"}, {Text: "陈小明今后不向邻院排水", Who: "陈小明"}}},
			[]string{"陈大明付六万元。陈小明保证今后不向邻院排水。"}, nil,
		},
		"the fitter: no day and nobody named": {
			Agreement{Place: "中心", Terms: "付1800元；否则起诉", Clauses: []Clause{{Text: "付1800元", Amount: 1800_00, Else: "否则起诉"}}}, nil, []Lack{LackDay, LackPerson},
		},
		"the leak: paid on the spot": {
			Agreement{OnSpot: true, Place: "中心", Terms: "楼上赔2000元", Amount: 2000_00, Clauses: []Clause{{Text: "楼上赔2000元", Who: "王某", Amount: 2000_00}}}, nil, nil,
		},
		"the wall: where": {
			Agreement{Terms: "李某修好围墙；逾期赔1000元", Clauses: []Clause{{Text: "李某修好围墙", Who: "李某", By: day, Else: "逾期赔1000元"}}}, nil, []Lack{LackPlace},
		},
		"the deposit: what if not": {
			Agreement{Place: "中心", Terms: "房东退押金3400元", Clauses: []Clause{{Text: "房东退押金3400元", Who: "房东", By: day}}}, nil, []Lack{LackElse},
		},
		"thirty workers: the sum": {
			Agreement{Place: "中心", Amount: 90000_00, Terms: "分两期付；逾期申请支付令", Clauses: []Clause{
				{Text: "第一期", Who: "包工头", By: day, Amount: 30000_00, Else: "逾期申请支付令"}, {Text: "第二期", Who: "包工头", By: day, Amount: 50000_00}}}, nil, []Lack{LackSum},
		},
		"asked for is not promised": {
			Agreement{OnSpot: true, Place: "中心", Terms: "双方和好", Clauses: []Clause{{Text: "双方和好"}}}, []string{"陈小明要求赔一万元，陈大明不同意赔"}, nil,
		},
		"who apologises": {
			Agreement{OnSpot: true, Place: "中心", Terms: "媳妇搬出东房", Clauses: []Clause{{Text: "媳妇搬出东房", Who: "媳妇"}}}, []string{"媳妇答应当面道歉；媳妇搬出东房"}, []Lack{LackPromise},
		},
	} {
		var got []Lack
		for _, f := range Promises(x.a, x.records) {
			got = append(got, f.What)
		}
		if len(got) != len(x.want) {
			t.Errorf("%s: %v, want %v", name, got, x.want)
			continue
		}
		for i := range got {
			if got[i] != x.want[i] {
				t.Errorf("%s: %v, want %v", name, got, x.want)
			}
		}
	}
}
