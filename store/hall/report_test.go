package hall

import (
	"slices"
	"testing"
)

// Every report stays on record: a later one overwrites none, and the first to the police stands with the matter.
func TestEveryReportIsKept(t *testing.T) {
	t.Parallel()
	c, r := dispute(), rules(at("2026-11-24 09:00"))
	told := func(to Authority, when, who string) Step {
		return Step{Action: ActReport, Report: Report{To: to, At: at(when), Who: who}}
	}
	takeAll(t, &c, r, told(TellPolice, "2026-11-24 08:00", "徐警官"), told(TellPolice, "2026-11-24 08:30", "王警官"), told(TellCentre, "2026-11-24 08:10", "俞主任"))
	var who []string
	for _, one := range c.Reported() {
		who = append(who, one.Who)
		if one.By != boss().Name {
			t.Errorf("by %q", one.By)
		}
	}
	if !slices.Equal(who, []string{"徐警官", "俞主任", "王警官"}) || c.Police.Officer != "徐警官" {
		t.Errorf("%v, with the matter %+v", who, c.Police)
	}
	for name, bad := range map[string]struct {
		one  Report
		want Code
	}{
		"no time": {Report{Who: "徐警官"}, ErrRequired},
		"nobody":  {Report{At: r.Now}, ErrRequired},
		"to come": {Report{At: at("2026-11-24 09:01"), Who: "徐警官"}, ErrDayFuture},
	} {
		if got := code(Apply(&c, Step{Action: ActReport, Report: bad.one}, boss(), r)); got != bad.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// The level follows from danger and marks, and with it who must hear of it and until when.
func TestLevelsAndWhoMustHear(t *testing.T) {
	t.Parallel()
	for name, one := range map[string]struct {
		risk  Risk
		flags Flag
		level RiskLevel
		tell  []Authority
	}{
		"nothing":           {RiskLow, 0, LevelNone, nil},
		"the quarrel grows": {RiskMid, 0, LevelYellow, []Authority{TellVillage}},
		"violence":          {RiskHigh, 0, LevelOrange, []Authority{TellPolice}},
		"many people":       {RiskNone, FlagMass, LevelOrange, []Authority{TellCentre}},
		"stability":         {RiskMid, FlagStability, LevelOrange, []Authority{TellCentre}},
		"criminal":          {RiskHigh, FlagCriminal, LevelRed, []Authority{TellPolice}},
		"criminal, many":    {RiskHigh, FlagCriminal | FlagMass, LevelRed, []Authority{TellPolice, TellCentre}},
		"extreme":           {RiskNone, FlagExtreme, LevelRed, []Authority{TellPolice, TellCentre, TellVillage}},
	} {
		m := Matter{Risk: one.risk, Flags: one.flags}
		if m.RiskLevel() != one.level || !slices.Equal(m.ToTell(), one.tell) {
			t.Errorf("%s: level %d, to tell %v", name, m.RiskLevel(), m.ToTell())
		}
	}
}

// What is not reported is due from the day on which the danger is known, until whoever must hear of it has heard.
func TestWhatIsNotReportedIsDue(t *testing.T) {
	t.Parallel()
	c, r := dispute(), rules(at("2026-11-24 09:00"))
	due := func() Day {
		for _, d := range c.Dues() {
			if d.Kind == DueReport {
				return d.Day
			}
		}
		return 0
	}
	grow := c.Matter
	grow.Risk = RiskMid
	takeAll(t, &c, r, Step{Action: ActAmend, Amend: &grow})
	if due() != NewDay(2026, 11, 27) {
		t.Errorf("yellow: %s", due())
	}
	r.Now = at("2026-11-25 09:00")
	if bad := (CaseFix{PartiesFix: FixOf(c).PartiesFix, Flags: FlagExtreme}).Apply(&c, r.Settings, r.today()); bad != nil {
		t.Fatal(bad)
	}
	if due() != NewDay(2026, 11, 25) {
		t.Errorf("red: %s", due())
	}
	for i, to := range []Authority{TellVillage, TellPolice, TellCentre} {
		if left := len(c.ToReport()); left != 3-i || due() == 0 {
			t.Errorf("%d left to tell, due %s", left, due())
		}
		takeAll(t, &c, r, Step{Action: ActReport, Report: Report{To: to, At: r.Now, Who: "值班"}})
	}
	if due() != 0 {
		t.Errorf("all told, still due %s", due())
	}
	c.Danger, c.Reports = 0, nil // an older program's
	if due() != 0 || len(c.ToReport()) == 0 {
		t.Errorf("an older case: due %s, to tell %v", due(), c.ToReport())
	}
}
