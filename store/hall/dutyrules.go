package hall

import "fmt"

// DutyRules say how duty is planned and kept.
type DutyRules struct {
	Open, Closed int  // people on duty on an open day, on a closed one
	Grace        int  // minutes after the opening until signing in counts as late
	Carry        bool // what somebody has had since 1 January is evened out
	Members      int  // of the county team, on one visit
	Weekday      int  // on which the county team comes to this township, 1 Monday to 7 Sunday; 0: any
	Towns        []DutyTown
}

// Rotation lists the townships a county team's plan is made for: a county's, or, elsewhere,
// the hall's own.
func (s Settings) Rotation() []DutyTown {
	if s.Level == County {
		return s.Duty.Towns
	}
	return []DutyTown{{Name: s.Name, Class: s.Class, Weekday: s.Duty.Weekday, Members: s.Duty.Members}}
}

// VisitTo is the township, by its name of today, that a visit planned under a name leads to. A
// hall that is no county's is visited itself, whatever it was called when that was planned.
func (s Settings) VisitTo(township string) string {
	if township == "" || s.Level == County {
		return township
	}
	return s.Name
}

// DutyTown is a township that a county team visits.
type DutyTown struct {
	Name    string
	Class   int // 1 every week, 2 every half-month (1–15, 16–end), 3 every month
	Weekday int // the preferred day, from 1 Monday to 7 Sunday; 0: any
	Members int // of the team, on one visit; 0: as the rules say
}

// The most that a hall's file can ask for.
const (
	MaxOnDuty = 20  // people on one shift
	MaxTowns  = 200 // townships of a county
	MaxGrace  = 240 // minutes
)

func checkDuty(s Settings) *Error {
	d := s.Duty
	for _, f := range []struct {
		n, least, most int
		field          string
	}{
		{d.Open, 0, MaxOnDuty, "open_days"}, {d.Closed, 0, MaxOnDuty, "closed_days"}, {d.Grace, 0, MaxGrace, "grace"},
		{d.Members, 1, MaxOnDuty, "members"}, {d.Weekday, 0, 7, "weekday"}, {len(d.Towns), 0, MaxTowns, "township"},
	} {
		if err := between(f.n, f.least, f.most, "duty."+f.field); err != nil {
			return err
		}
	}
	seen := make(map[string]bool)
	for i, t := range d.Towns {
		at := fmt.Sprintf("duty.township[%d].", i+1)
		if err := line(t.Name, MaxHallName); err != nil {
			return err.In(at + "name")
		}
		if seen[t.Name] {
			return Refuse(ErrTwice, "text", t.Name).In(at + "name")
		}
		seen[t.Name] = true
		if err := between(t.Class, 1, 3, at+"class"); err != nil {
			return err
		}
		if err := between(t.Weekday, 0, 7, at+"weekday"); err != nil {
			return err
		}
		if err := between(t.Members, 0, MaxOnDuty, at+"members"); err != nil {
			return err
		}
	}
	return nil
}
