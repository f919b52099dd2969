package hall

import (
	"testing"
	"time"
)

var told = Notice{Reached: true}

func two() Consultation {
	return Consultation{Kind: Appointment, Slot: Slot{Day: NewDay(2026, 11, 24), From: 9 * 60, To: 10 * 60}, Expected: []Expected{
		{Person: 1, Name: "吴雅琴"}, {Person: 2, Side: Respondent, Name: "沈文华"},
	}}
}

// What was said to one party holds for nobody else.
func TestEachPartyIsToldByItself(t *testing.T) {
	t.Parallel()
	now := at("2026-11-24 08:00")
	v := two()
	was := v
	if err := v.Tell(told, 1); err != nil {
		t.Fatal(err)
	}
	if got := v.Attendance(); got.Told != 1 || got.Of != 2 || got.Untold != "吴雅琴" {
		t.Errorf("%+v", got)
	}
	if was.Expected[1].Told {
		t.Error("another copy was told too")
	}
	if err := v.Tell(Notice{}, 0); err != nil || v.Expected[0].Tried != 1 || v.Expected[0].Told {
		t.Errorf("nobody answered: %+v, %v", v.Expected[0], err)
	}
	if err := v.Agree(now, 0); err != nil {
		t.Fatal(err)
	}
	if got := v.Attendance(); got.Agreed != 1 || got.Told != 2 || got.Untold != "" {
		t.Errorf("who promises knows of it: %+v", got)
	}
	if err := v.Tell(told, 2); err == nil {
		t.Error("a third party was told")
	}
}

// What was said of a time that is no longer lapses, and who was told of it has to hear of the
// change; another room of the hall changes nothing.
func TestAPromiseBelongsToItsTime(t *testing.T) {
	t.Parallel()
	parties := []Party{{Person: 1, Details: Details{Name: "吴雅琴"}}, {Person: 2, Side: Respondent, Details: Details{Name: "沈文华"}},
		{Person: 3, Side: Respondent, Details: Details{Name: "沈文龙"}}}
	v := two()
	if err := v.Agree(at("2026-11-24 08:00"), 0); err != nil {
		t.Fatal(err)
	}
	b := BookingOf(v)
	b.Room = "二室"
	stays := v
	stays.Expect(parties, BookingOf(v).SameAs(b))
	if got := stays.Attendance(); got.Of != 3 || got.Agreed != 1 || got.Stale != 0 {
		t.Errorf("another room: %+v", got)
	}
	b.Slot.Day++
	v.Expect(parties, BookingOf(v).SameAs(b))
	if got := v.Attendance(); got.Agreed != 0 || got.Told != 0 || got.Stale != 1 || !v.Expected[0].Stale {
		t.Errorf("another day: %+v", v.Expected)
	}
	if err := v.Tell(told, 0); err != nil || v.Expected[0].Stale || !v.Expected[0].Told {
		t.Errorf("told of the change: %+v", v.Expected[0])
	}
	v.LetDown()
	v.State = GoneAway
	if !v.Expected[0].Stale || v.Expected[1].Stale {
		t.Errorf("called off: %+v", v.Expected)
	}
	if err := v.Tell(told, 0); err != nil || v.Attendance().Stale != 0 || v.Expected[0].Told {
		t.Errorf("told that it is called off: %+v", v.Expected[0])
	}
}

// One comes, one does not: it is not over, and who comes after all is late. A time that somebody
// was never told of is not missed unasked.
func TestOneComesAndOneDoesNot(t *testing.T) {
	t.Parallel()
	v := two()
	if err := v.Miss(false, 1); err == nil || err.Code != ErrNeverTold || err.Args["name"] != "沈文华" {
		t.Fatalf("never told: %v", err)
	}
	if err := v.Tell(told); err != nil {
		t.Fatal(err)
	}
	if err := v.Miss(false, 1); err != nil || v.State != Waiting {
		t.Fatalf("one missed: %v, %v", v.State, err)
	}
	nine := at("2026-11-24 09:00")
	if err := v.Arrive(nine); err != nil || v.Expected[0].Came.IsZero() || !v.Expected[1].Came.IsZero() {
		t.Fatalf("all that are left: %+v, %v", v.Expected, err)
	}
	if err := v.Miss(false, 0); err == nil || err.Code != ErrVisitHere {
		t.Errorf("is here, and did not come: %v", err)
	}
	if err := v.Arrive(nine.Add(20*time.Minute), 1); err != nil || v.Expected[1].Missed || v.Late(v.Expected[1]) != 20 || v.Late(v.Expected[0]) != 0 {
		t.Errorf("late: %+v, %v", v.Expected, err)
	}
	if err := v.Arrive(nine); err == nil || err.Code != ErrVisitHere {
		t.Errorf("came twice: %v", err)
	}
	v = two()
	if err := v.Miss(true); err != nil || v.State != NoShow {
		t.Fatalf("nobody came: %v, %v", v.State, err)
	}
	if err := v.Arrive(nine, 0); err != nil || v.State != Waiting || v.Expected[0].Missed || !v.Expected[1].Missed {
		t.Errorf("one came after all: %v %+v %v", v.State, v.Expected, err)
	}
}

// What was kept of all at once becomes each party's own, where the names say whose it was.
func TestOlderNoticesFindTheirParties(t *testing.T) {
	t.Parallel()
	now := at("2026-11-24 09:00")
	v := two()
	v.Notices = []Notice{{At: now.Add(-2 * time.Hour), To: "沈文华", Reached: true}, {At: now, To: "沈文华"}, {At: now, To: "吴雅琴的妻子", Reached: true}}
	v.Moves = []Move{{At: now.Add(-time.Hour)}}
	v.Confirmed, v.ConfirmedBy = now, "吴雅琴"
	if !v.KnowParties() {
		t.Error("nothing was done")
	}
	if a, b := v.Expected[0], v.Expected[1]; !a.Told || !a.Agreed.Equal(now) || b.Told || b.Tried != 1 {
		t.Errorf("%+v", v.Expected)
	}
	if v := two(); v.KnowParties() {
		t.Error("there was nothing to do")
	}
}
