package hall

// Check applies the rules of intake (DOMAIN: free, oral or written; refusal; risk). It
// returns the first thing that must be mended, with its field, or nil. A draft may be
// kept however incomplete it is; only finishing it is checked.
func (in Intake) Check(s Settings, today Day) *Error {
	if err := in.checkParties(s, today); err != nil {
		return err
	}
	if in.bareNow() {
		return nil
	}
	if err := in.Matter.check(s); err != nil {
		return err
	}
	return in.checkEnding(s, today)
}

// Check looks at one person's details: what is there must be right, nothing need be there.
func (d Details) Check(today Day) *Error {
	if digitsIn(d.Name) >= 7 { // it would stand unmasked on every screen
		return Refuse(ErrNameNumber)
	}
	if bad := CheckVillage(d.Village); bad != nil {
		return bad
	}
	switch {
	case d.DocNumber == "":
	case d.Doc == DocCredit:
		if bad := CheckCredit(d.DocNumber); bad != nil {
			return bad
		}
	case d.Doc == DocIDCard && d.Kind == Natural:
		if _, _, err := ParseIDCard(d.DocNumber, today); err != nil && CheckCredit(d.DocNumber) == nil {
			return Refuse(ErrCreditPerson)
		} else if err != nil {
			return err.(*Error)
		}
	}
	if d.Phone != "" {
		return CheckPhone(d.Phone)
	}
	return nil
}

// Check looks at what an ending needs besides the outcome itself.
func (e Ending) Check(s Settings, today Day) *Error {
	switch e.Outcome {
	case NotAccepted:
		if e.Reason == "" {
			return Refuse(ErrReason).In("reason")
		}
		if e.Referral == "" {
			return Refuse(ErrReferral).In("referral")
		}
	case TransferredOut:
		if e.To == "" {
			return Refuse(ErrTransferTo).In("to")
		}
		if e.Reason == "" {
			return Refuse(ErrReason).In("reason")
		}
	case AdviceOnly:
		if e.Advice == "" {
			return Refuse(ErrAdvice).In("advice")
		}
	case JointProposed:
		if e.Reason == "" {
			return Refuse(ErrReason).In("reason")
		}
	case SettledOnSpot:
		if e.Terms == "" {
			return Refuse(ErrTerms).In("terms")
		}
		if !e.Performed { // what is performed later should be written (Ningbo rules art. 24)
			return Refuse(ErrOnSpotOnly).In("performed")
		}
	case Booked:
		return e.checkSlot(s, today)
	}
	return nil
}

func (in Intake) checkParties(s Settings, today Day) *Error {
	ours, theirs := in.Of(Applicant), in.Of(Respondent)
	if len(ours) == 0 {
		return Refuse(ErrNoApplicant).In("applicant")
	}
	if len(theirs) == 0 && in.End.Outcome != AdviceOnly && in.End.Outcome != NotAccepted && !in.bareNow() {
		return Refuse(ErrNoRespondent).In("respondent")
	}
	if err := twoSides(in.Parties); err != nil {
		return err.In("respondent")
	}
	for _, side := range [][]Party{ours, theirs} {
		if err := checkRepresentatives(side, s); err != nil && in.End.Outcome != AdviceOnly && in.End.Outcome != NotAccepted {
			return err
		}
	}
	for _, p := range in.Parties {
		if err := p.Details.Check(today); err != nil {
			return err.In(fieldOf(p.Side))
		}
		if err := p.checkGuardian(today); err != nil && in.End.Outcome != AdviceOnly {
			return err.In(fieldOf(p.Side))
		}
	}
	return nil
}

// twoSides refuses one person, or one document, on both sides.
func twoSides(parties []Party) *Error {
	for _, a := range partiesOf(parties, Applicant) {
		for _, b := range partiesOf(parties, Respondent) {
			if a.Person != 0 && a.Person == b.Person || a.Details.DocNumber != "" && a.Details.DocNumber == b.Details.DocNumber {
				return Refuse(ErrSamePerson, "name", a.Details.Name)
			}
		}
	}
	return nil
}

// checkGuardian refuses a minor without a guardian.
func (p Party) checkGuardian(today Day) *Error {
	if p.Details.Kind == Natural && p.Details.Birth != 0 && Age(p.Details.Birth, today) < 18 && p.Guardian == "" {
		return Refuse(ErrGuardian, "name", p.Details.Name)
	}
	return nil
}

func fieldOf(s Side) string {
	if s == Respondent {
		return "respondent"
	}
	return "applicant"
}

// checkRepresentatives: more than five on one side choose at most five (DOMAIN §3.11).
func checkRepresentatives(side []Party, s Settings) *Error {
	if len(side) <= s.RepsFrom {
		return nil
	}
	n := 0
	for _, p := range side {
		if p.Representative {
			n++
		}
	}
	if n < 1 || n > s.MaxReps {
		return Refuse(ErrRepresentatives, "n", len(side), "most", s.MaxReps).In(fieldOf(side[0].Side))
	}
	return nil
}

func (in Intake) checkEnding(s Settings, today Day) *Error {
	out := in.End.Outcome
	if out == OutcomeNone {
		return Refuse(ErrRequired).In("outcome")
	}
	mediates := out != NotAccepted && out != AdviceOnly && out != TransferredOut
	if in.PartyRefuses && mediates {
		return Refuse(ErrPartyRefused).In("outcome")
	}
	if in.Bar != BarNone && mediates {
		switch {
		case !in.entrusted():
			return Refuse(ErrBarred, "bar", in.Bar).In("outcome")
		case in.Letter == "":
			return Refuse(ErrLetter).In("letter")
		case in.LetterDay == 0:
			return Refuse(ErrLetter).In("letterday")
		}
	}
	return in.End.Check(s, today)
}

// entrusted reports whether what bars a matter is that an authority has it, and that authority has itself entrusted or
// transferred it (order 75 art. 22): then it may be mediated, by its letter.
func (in Intake) entrusted() bool {
	return in.Source == SourceEntrusted && (in.Bar == BarCourt || in.Bar == BarPolice || in.Bar == BarOther)
}

func (e Ending) checkSlot(s Settings, today Day) *Error {
	switch {
	case e.Slot.Day == 0:
		return Refuse(ErrRequired).In("day")
	case e.Slot.Day < today:
		return Refuse(ErrSlotPast).In("day")
	case e.Slot.To <= e.Slot.From || e.Slot.From < 0 || e.Slot.To > 24*60:
		return Refuse(ErrSlotOrder).In("time")
	case !s.InHours(e.Slot.From, e.Slot.To):
		return Refuse(ErrSlotHours, "from", s.Open[0], "to", s.Open2[1]).In("time")
	case e.Mode == InRoom && !s.HasRoom(e.Room):
		return Refuse(ErrUnknownRoom, "room", e.Room).In("room")
	}
	return nil
}
