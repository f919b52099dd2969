package hall

import "time"

// LateEntry is that something was entered on a later day than it happened (DOMAIN §3.1): villages bring a month's
// settlements at its end, things are settled at night and in power cuts.
type LateEntry struct {
	What    Action    `cbor:"1,keyasint"`
	Day     Day       `cbor:"2,keyasint"` // on which it happened
	Entered time.Time `cbor:"3,keyasint"`
	By      string    `cbor:"4,keyasint,omitempty"`
	Why     string    `cbor:"5,keyasint,omitempty"` // asked for from Settings.LateFrom days on
}

// Happened is the day on which a step happened, as far as it says; the last where it says several. 0: today.
func (s Step) Happened() Day {
	switch s.Action {
	case ActSession:
		if s.Session != nil {
			return DayOf(s.Session.At)
		}
	case ActAgree, ActChange:
		if s.Agreement != nil {
			return s.Agreement.Made
		}
	case ActSign:
		day := max(s.PartiesSigned, s.MediatorSigned, s.Sealed)
		for _, one := range s.Signed {
			day = max(day, one)
		}
		return day
	case ActCourt:
		return s.Court.Day
	case ActUrge:
		return s.Urge.Day
	case ActUnkept:
		return s.Unkept.Day
	case ActAccept, ActRefuse, ActFail, ActTerminate, ActWithdraw, ActTransfer, ActPause, ActResume, ActRescind, ActPerform, ActConfirm,
		ActFile, ActTransferTaken, ActTransferReturned:
		return s.Day
	}
	return 0
}

// Belated reports whether a day lies so far back that what is entered of it asks why only now.
func (s Settings) Belated(day, today Day) bool { return day != 0 && today-day > Day(s.LateFrom) }

// whyLate refuses what happened long ago where nobody says why it is entered only now.
func (s Settings) whyLate(day, today Day, why string) *Error {
	if s.Belated(day, today) && why == "" {
		return Refuse(ErrLateWhy, "n", s.LateFrom).In("latewhy")
	}
	return nil
}

// enterLate keeps that a step was entered late.
func (c *Case) enterLate(s Step, by Actor, r Rules) {
	if day := s.Happened(); day != 0 && day < r.today() {
		c.Late = append(c.Late[:len(c.Late):len(c.Late)], LateEntry{What: s.Action, Day: day, Entered: r.Now, By: by.Name, Why: s.LateWhy})
	}
}

// on is the day of a step: the one that it says, else today; not before what it rests on.
func (s Step) on(since Day, what Milestone, r Rules) (Day, *Error) {
	day := s.Day
	if day == 0 {
		day = r.today()
	}
	return day, DayLimits{From: since, What: what, Today: r.today()}.checkIn(day, "day")
}

// numberYear is the year of the number that a case gets: that of its acceptance, as long as numbers of that year
// are still given (DOMAIN §3.1).
func (s Settings) numberYear(accepted, today Day) int {
	if year := accepted.Year(); year == today.Year() || NewDay(year+1, 1, 1)+Day(s.YearOpen) > today {
		return year
	}
	return today.Year()
}
