package hall

import "testing"

func settlement(change func(*Settlement)) Settlement {
	s := Settlement{
		Parties: []Party{{Side: Applicant, Details: Details{Name: "章雪琴"}}, {Side: Respondent, Details: Details{Name: "章阿根"}}},
		Village: "上埠村", Type: "neighbour", Day: NewDay(2026, 11, 20), Terms: "章阿根三日内改装落水管", Mediator: 1,
	}
	if change != nil {
		change(&s)
	}
	return s
}

func TestASettlementIsChecked(t *testing.T) {
	t.Parallel()
	of := Settings{Types: []DisputeType{{Code: "neighbour", Zh: "邻里"}, {Code: "labour", Zh: "劳动"}}, LateFrom: 15, RepsFrom: 5, MaxReps: 5}
	today := NewDay(2026, 11, 24)
	for _, c := range []struct {
		what   string
		change func(*Settlement)
		want   Code
		field  string
	}{
		{"whole", nil, "", ""},
		{"nobody on the other side", func(s *Settlement) { s.Parties = s.Parties[:1] }, ErrNoRespondent, "respondent"},
		{"no type", func(s *Settlement) { s.Type = "" }, ErrRequired, "type"},
		{"a type the hall has not", func(s *Settlement) { s.Type = "moon" }, ErrUnknownType, "type"},
		{"no day", func(s *Settlement) { s.Day = 0 }, ErrRequired, "day"},
		{"tomorrow", func(s *Settlement) { s.Day = today + 1 }, ErrDayFuture, "day"},
		{"no terms", func(s *Settlement) { s.Terms = "" }, ErrTerms, "terms"},
		{"wages", func(s *Settlement) { s.Type = "labour" }, ErrWrittenNeeded, "type"},
		{"later, without a day", func(s *Settlement) { s.Later = true }, ErrPerformBy, "performby"},
		{"later, and oral all the same", func(s *Settlement) { s.Later, s.PerformBy = true, today }, ErrWrittenNeeded, "whyoral"},
		{"later, with the reason", func(s *Settlement) { s.Later, s.PerformBy, s.WhyOral = true, today, "双方愿意" }, "", ""},
		{"nobody mediated", func(s *Settlement) { s.Mediator = 0 }, ErrRequired, FieldMediator},
		{"15 days ago", func(s *Settlement) { s.Day = today - 15 }, "", ""},
		{"16 days ago", func(s *Settlement) { s.Day = today - 16 }, ErrLateWhy, "latewhy"},
		{"16 days ago, with the reason", func(s *Settlement) { s.Day, s.LateWhy = today-16, "月底一并报来" }, "", ""},
	} {
		bad := settlement(c.change).Check(of, today)
		if c.want == "" && bad != nil || c.want != "" && (bad == nil || bad.Code != c.want || bad.Field != c.field) {
			t.Errorf("%s: %v", c.what, bad)
		}
	}
}

func TestASettlementEnteredAgain(t *testing.T) {
	t.Parallel()
	s := settlement(nil)
	made := s.agreement()
	c := Case{Matter: s.Matter(), Accepted: s.Day, Agreements: []Agreement{made}}
	for _, one := range []struct {
		what            string
		change          func(*Settlement)
		perhaps, surely bool
	}{
		{"the same", nil, true, true},
		{"other words", func(s *Settlement) { s.Terms = "赔 200 元" }, true, false},
		{"30 days on", func(s *Settlement) { s.Day += 30 }, true, false},
		{"31 days on", func(s *Settlement) { s.Day += 31 }, false, false},
		{"30 days before", func(s *Settlement) { s.Day -= 30 }, true, false},
		{"of another type", func(s *Settlement) { s.Type = "labour" }, false, false},
	} {
		if perhaps, surely := settlement(one.change).Again(c); perhaps != one.perhaps || surely != one.surely {
			t.Errorf("%s: %v %v", one.what, perhaps, surely)
		}
	}
}
