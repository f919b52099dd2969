package hall

import (
	"testing"
	"time"
)

// The limit is the law's for the kind of dispute: wages and labour from the application, a medical
// one in working days, and one more of the same when both sides ask.
func TestTheTimeLimitIsThatOfTheKind(t *testing.T) {
	t.Parallel()
	s, on := Settings{Limit: 1, Goal: [3]int{1, 1, 1}}, NewDay(2026, 11, 24)
	for _, c := range []struct {
		kind        string
		first, more Day
	}{
		{"neighbours", NewDay(2026, 12, 24), NewDay(2027, 1, 25)}, // the 24th is a Sunday
		{"wages", NewDay(2026, 12, 7), NewDay(2026, 12, 21)},      // 15 days from the 20th is a Saturday, 30 a Sunday
		{"labour", NewDay(2026, 12, 7), NewDay(2026, 12, 21)},
		{"medical", NewDay(2027, 1, 5), NewDay(2027, 2, 16)},
	} {
		of := Case{Registered: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)}
		of.Type = c.kind
		of.accept(on, s, nil)
		if of.Deadline != c.first {
			t.Errorf("%s: until %s, want %s", c.kind, of.Deadline, c.first)
		}
		if got := of.NextLimit(s, nil).Day; got != c.more {
			t.Errorf("%s: extended until %s, want %s", c.kind, got, c.more)
		}
	}
	again := Case{Registered: time.Date(2026, 9, 1, 9, 0, 0, 0, time.UTC), Accepted: NewDay(2026, 9, 1)}
	again.Type = "wages"
	if again.accept(on, s, nil); again.Deadline != NewDay(2026, 12, 9) {
		t.Errorf("taken up again it runs anew: %s", again.Deadline)
	}
}
