package hall

import "testing"

func TestWhatThePlatformAsksIsCompletedLater(t *testing.T) {
	t.Parallel()
	today := NewDay(2026, 11, 24)
	whole := Platform{Title: "滴水", Happened: today, Place: "小港村", Death: SaidNo, Migrants: SaidNo, Turned: TurnedNot}
	if !whole.Whole() || whole.check(today) != nil {
		t.Errorf("%+v is whole", whole)
	}
	for _, leave := range []func(*Platform){
		func(p *Platform) { p.Title = "" }, func(p *Platform) { p.Happened = 0 }, func(p *Platform) { p.Place = "" },
		func(p *Platform) { p.Death = NotSaid }, func(p *Platform) { p.Migrants = NotSaid }, func(p *Platform) { p.Turned = TurnedUnsaid },
	} {
		p := whole
		if leave(&p); p.Whole() {
			t.Errorf("%+v lacks something", p)
		}
	}
	c := Case{State: Performed}
	fix := FixOf(c)
	fix.Platform.Happened = today + 1
	if bad := fix.Apply(&c, Settings{}, today); bad == nil || bad.Field != "happened" {
		t.Errorf("tomorrow: %v", bad)
	}
	fix.Platform = whole
	if bad := fix.Apply(&c, Settings{}, today); bad != nil || c.Platform != whole {
		t.Errorf("%v: %+v", bad, c.Platform)
	}
}
