package hall

import "testing"

func TestWhatWasCalledOffIsNotCountedAmongTodaysAppointments(t *testing.T) {
	t.Parallel()
	b := Board{Slots: []VisitRow{{State: Waiting}, {State: GoneAway}, {State: Ended}, {State: NoShow}}}
	if n := b.Planned(); n != 3 {
		t.Errorf("%d appointments today", n)
	}
}
