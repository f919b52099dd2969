package hall

// WhyWritten says why an agreement should be written (order 75 art. 34; Ningbo rules art. 24 for
// the sum), or nil when oral will do. Law 28 leaves it to the parties: who agrees orally all the same says
// why. Labour agreements are always written (Labour Dispute Mediation and Arbitration Law art. 14).
func WhyWritten(c Case, a Agreement, s Settings) *Error {
	switch {
	case c.Labour():
		return Refuse(ErrWrittenNeeded, "why", "labour")
	case a.AskedWritten:
		return Refuse(ErrWrittenNeeded, "why", "asked")
	case c.Difficulty == Difficult:
		return Refuse(ErrWrittenNeeded, "why", "difficult")
	case c.Flags&FlagMass != 0:
		return Refuse(ErrWrittenNeeded, "why", "mass")
	case c.Risk == RiskHigh:
		return Refuse(ErrWrittenNeeded, "why", "risk")
	case !a.OnSpot:
		return Refuse(ErrWrittenNeeded, "why", "later")
	case a.Amount >= writtenFrom(s):
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
	for _, x := range a.Clauses {
		if x.By != 0 && x.By < a.Made {
			return Refuse(ErrDayBefore, "day", a.Made).In("by")
		}
	}
	if !a.Written {
		why := WhyWritten(c, a, s)
		switch {
		case why != nil && why.Args["why"] == "labour": // the law leaves no choice
			return why.In("written")
		case why != nil && a.WhyOral == "":
			return why.In("whyoral")
		}
	}
	return nil
}

func writtenFrom(s Settings) int64 {
	if s.WrittenFrom > 0 {
		return s.WrittenFrom
	}
	return usualWrittenFrom
}
