package hall

// Agreement is what the parties agreed (人民调解协议书 or 口头协议登记表), law 28–30.
type Agreement struct {
	Written   bool   `cbor:"1,keyasint,omitempty"`
	Made      Day    `cbor:"2,keyasint"`           // the day it was reached
	Facts     string `cbor:"3,keyasint,omitempty"` // main facts, dispute and responsibility
	Terms     string `cbor:"4,keyasint,omitempty"`
	Manner    string `cbor:"5,keyasint,omitempty"`
	Place     string `cbor:"6,keyasint,omitempty"`
	PerformBy Day    `cbor:"7,keyasint,omitempty"`
	Amount    int64  `cbor:"8,keyasint,omitempty"`  // fen
	OnSpot    bool   `cbor:"9,keyasint,omitempty"`  // performed on the spot
	Copies    int    `cbor:"10,keyasint,omitempty"` // one for each party and one for the committee
	// Signatures exist on paper only; these are the days on which they were put there.
	PartiesSigned  Day    `cbor:"11,keyasint,omitempty"`
	MediatorSigned Day    `cbor:"12,keyasint,omitempty"`
	Sealed         Day    `cbor:"13,keyasint,omitempty"`
	Performed      Day    `cbor:"14,keyasint,omitempty"`
	Note           string `cbor:"15,keyasint,omitempty"` // how it was performed
	WhyOral        string `cbor:"16,keyasint,omitempty"` // why oral although written was advised
	WantsConfirm   bool   `cbor:"17,keyasint,omitempty"` // the parties mean to have it confirmed by the court
	LastConfirm    Day    `cbor:"18,keyasint,omitempty"` // the last day to apply for that, set when it takes effect
	Reopened       Day    `cbor:"19,keyasint,omitempty"` // the case was taken up again that day: it is followed up no longer
}

// Effective is the day from which the agreement binds: an oral one when it is reached, a
// written one when the parties have signed, the mediator has signed and the seal is on it,
// whichever came last (law 29–30). Zero while something is missing.
func (a Agreement) Effective() Day {
	if !a.Written {
		return a.Made
	}
	if a.PartiesSigned == 0 || a.MediatorSigned == 0 || a.Sealed == 0 {
		return 0
	}
	return max(a.PartiesSigned, a.MediatorSigned, a.Sealed)
}

// ConfirmBy is the last day to apply for judicial confirmation: the 30th after the
// agreement took effect (CPL 2023 art. 205) or, where that is a rest day, the next working
// day (art. 85). None before it took effect.
func (a Agreement) ConfirmBy(days int, c *Calendar) LastDay {
	return Period{From: a.Effective(), N: days, Roll: true}.End(c)
}

// Confirmation is an application for judicial confirmation (司法确认).
type Confirmation struct {
	Applied Day    `cbor:"1,keyasint"`
	Court   string `cbor:"2,keyasint,omitempty"`
}

// WhyWritten says why an agreement should be written (Ningbo rules art. 24, as default),
// or nil when oral will do.
func WhyWritten(c Case, a Agreement, s Settings) *Error {
	switch {
	case c.Difficulty == Difficult:
		return Refuse(ErrWrittenNeeded, "why", "difficult")
	case !a.OnSpot:
		return Refuse(ErrWrittenNeeded, "why", "later")
	case s.WrittenFrom > 0 && a.Amount >= s.WrittenFrom:
		return Refuse(ErrWrittenNeeded, "why", "amount")
	}
	return nil
}

// CheckAgreement looks at what an agreement must hold (law 29).
func CheckAgreement(c Case, a Agreement, s Settings, today Day) *Error {
	switch {
	case a.Terms == "":
		return Refuse(ErrTerms).In("terms")
	case a.Made == 0:
		return Refuse(ErrRequired).In("made")
	case a.Made > today:
		return Refuse(ErrDayFuture).In("made")
	case c.Accepted != 0 && a.Made < c.Accepted:
		return Refuse(ErrDayBefore, "day", c.Accepted).In("made")
	case !a.OnSpot && a.PerformBy == 0:
		return Refuse(ErrPerformBy).In("performby")
	case a.PerformBy != 0 && a.PerformBy < a.Made:
		return Refuse(ErrDayBefore, "day", a.Made).In("performby")
	}
	if !a.Written && a.WhyOral == "" {
		if why := WhyWritten(c, a, s); why != nil {
			return why.In("whyoral")
		}
	}
	return nil
}

// CheckConfirmation applies CPL 2023 art. 205: both parties together, within 30 days of the
// agreement taking effect, and not for personal status or ownership.
func CheckConfirmation(c Case, day Day, both bool, s Settings, calendar *Calendar) *Error {
	if c.Agreement == nil || c.Agreement.Effective() == 0 || day < c.Agreement.Effective() {
		return Refuse(ErrConfirmEarly).In("day")
	}
	if last := c.Agreement.ConfirmBy(s.Confirm, calendar).Day; day > last {
		return Refuse(ErrConfirmLate, "last", last).In("day")
	}
	if !both {
		return Refuse(ErrBothParties).In("both")
	}
	return nil
}
