package hall

import (
	"slices"
	"testing"
)

func TestPlannedFollowUps(t *testing.T) {
	made := NewDay(2026, 11, 24)
	written := Agreement{Written: true, Made: made, PartiesSigned: made, MediatorSigned: made, Sealed: made + 2, PerformBy: made + 40, Terms: "赔"}
	s := Defaults()
	for what, c := range map[string]struct {
		agreement *Agreement
		rules     []FollowUpRule
		want      []Day // after it was made
	}{
		"none without an agreement":                  {nil, nil, nil},
		"none before it is in force":                 {&Agreement{Written: true, Made: made, PerformBy: made + 10}, nil, nil},
		"the day after performance, and 30 days on":  {&written, nil, []Day{41, 32}},
		"performed on the spot: only how it goes on": {&Agreement{Made: made, OnSpot: true, PerformBy: made}, nil, []Day{30}},
		"both on one day are one":                    {&Agreement{Made: made, PerformBy: made + 29}, nil, []Day{30}},
		"by type":                                    {&written, []FollowUpRule{{Type: "marriage", AfterSigning: []int{7, 90}, AfterDue: []int{}}}, []Day{9, 92}},
		"by another type":                            {&written, []FollowUpRule{{Type: "land", AfterSigning: []int{7}}}, []Day{41, 32}},
		"by risk":                                    {&written, []FollowUpRule{{Risk: RiskHigh, AfterSigning: []int{3}}}, []Day{41, 5}},
		"type and risk before type": {&written,
			[]FollowUpRule{{Type: "marriage", AfterSigning: []int{7}}, {Type: "marriage", Risk: RiskHigh, AfterSigning: []int{1}, AfterDue: []int{2}}}, []Day{42, 3}},
		"never before it took effect": {&written, []FollowUpRule{{AfterSigning: []int{0}, AfterDue: []int{}}}, nil},
	} {
		s.FollowUps = c.rules
		var got []Day
		of := Case{Matter: Matter{Type: "marriage", Risk: RiskHigh}}
		if c.agreement != nil {
			of.Agreements = []Agreement{*c.agreement}
		}
		for _, p := range PlanFollowUps(of, s) {
			got = append(got, p.Day-made)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", what, got, c.want)
		}
	}
}

func TestNextFollowUpIsSoonerTheWorseItIs(t *testing.T) {
	on := NewDay(2026, 12, 1)
	last := Day(0)
	for _, r := range []FollowUpRecord{
		{Relapse: RelapseBack, Performance: PerformanceFull}, {Relapse: RelapseRisk, Performance: PerformanceFull}, {Performance: PerformancePart},
	} {
		r.On = on
		next := NextFollowUp(r)
		if next <= on || next <= last {
			t.Errorf("%+v: %v", r, next)
		}
		last = next
	}
	if next := NextFollowUp(FollowUpRecord{On: on, Performance: PerformanceFull}); next != 0 {
		t.Errorf("all is well: %v", next)
	}
}

// What does not go together is asked about; what does is not.
func TestWhatContradictsItself(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		r    FollowUpRecord
		want bool
	}{
		{FollowUpRecord{Performance: PerformanceNone, Satisfaction: 5, Findings: "欠款没有还"}, true},
		{FollowUpRecord{Performance: PerformanceFull, Satisfaction: 5, Relapse: RelapseBack, Findings: "又吵了"}, true},
		{FollowUpRecord{Performance: PerformanceNone, Satisfaction: 2, Findings: "都好。"}, true},
		{FollowUpRecord{Performance: PerformanceFull, Satisfaction: 1, Findings: "双方都好"}, true},
		{FollowUpRecord{Performance: PerformanceNotDue, Satisfaction: 1, Findings: "All is well"}, true},
		{FollowUpRecord{Performance: PerformanceFull, Satisfaction: 5, Findings: "都好"}, false},
		{FollowUpRecord{Performance: PerformanceNone, Satisfaction: 1, Findings: "不好"}, false},
		{FollowUpRecord{Performance: PerformancePart, Satisfaction: 4, Findings: "没问题了，还差三百"}, false},
		{FollowUpRecord{Performance: PerformanceNone, Satisfaction: 3, Findings: "等秋收"}, false},
	} {
		if c.r.Doubtful() != c.want {
			t.Errorf("%+v: want %v", c.r, c.want)
		}
	}
}
