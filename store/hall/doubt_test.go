package hall

import "testing"

// A doubt about a year goes with all that rests on its days, and begins with the first such year.
func TestADoubtGoesWithItsDays(t *testing.T) {
	t.Parallel()
	c := NewCalendar(Defaults(), nil, []int{2025, 2026, 2028})
	for _, tt := range []struct {
		from, to Day
		want     int
	}{
		{NewDay(2026, 11, 1), NewDay(2026, 12, 31), 0},
		{NewDay(2026, 12, 1), NewDay(2027, 1, 3), 2027},
		{NewDay(2028, 1, 1), NewDay(2030, 1, 1), 2029},
	} {
		if got := c.Doubt(tt.from, tt.to); got != tt.want {
			t.Errorf("%v to %v: %d, want %d", tt.from, tt.to, got, tt.want)
		}
	}
}
