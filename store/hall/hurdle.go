package hall

// Hurdle is what stands between a case and a step that its state does not allow: what must come
// first, or what lies behind it already. A refusal of the course carries it as "why".
type Hurdle uint8

const (
	HurdleUnaccepted Hurdle = iota // it is to be accepted first
	HurdleAccepted                 // it was accepted
	HurdlePaused                   // it is to be resumed first
	HurdlePausedNow                // it is paused already
	HurdleGoesOn                   // it was not paused
	HurdleUnsettled                // no session settled it
	HurdleUnheard                  // there was no session
	HurdleAgreed                   // there is an agreement
	HurdleUnwritten                // there is no agreement in writing
	HurdleOral                     // the agreement is oral: it binds unsigned
	HurdleSigned                   // signatures and seal are there
	HurdleUnbound                  // no agreement is in force
	HurdleKept                     // the agreement was performed
	HurdleOpen                     // it has not ended
	HurdleUnfiled                  // it is to be filed first
	HurdleFiled                    // it was filed
	HurdleEnded                    // it has ended
	HurdleHere                     // it was not handed on
)

// noWay is why no row of the course leads on by a step from where the case stands.
func noWay(c Case, a Action) *Error { return Refuse(ErrState, "state", c.State, "why", hurdle(c, a)) }

func hurdle(c Case, a Action) Hurdle {
	s := c.State
	settled := s == Agreed || s == Performing || s == Performed || s == Unperformed
	switch {
	case a == ActTransferTaken, a == ActTransferReturned:
		return HurdleHere
	case a == ActFile && s == Filed:
		return HurdleFiled
	case a == ActFile, a == ActReopen && s.Open():
		return HurdleOpen
	case a == ActReopen: // what was ended on the way is filed, then it can be opened again
		return HurdleUnfiled
	case (a == ActAccept || a == ActRefuse) && c.Accepted != 0:
		return HurdleAccepted
	case a == ActPerform && s == Performed:
		return HurdleKept
	case a == ActSign && settled && c.Agreement() != nil && !c.Agreement().Written:
		return HurdleOral
	case a == ActSign && settled:
		return HurdleSigned
	case (a == ActPerform || a == ActConfirm) && s == Agreed:
		return HurdleUnbound
	case settled && (s.Open() || a == ActAgree || a == ActFail):
		return HurdleAgreed
	case !s.Open():
		return HurdleEnded
	}
	return hurdleBefore(s, a)
}

// hurdleBefore is the same before there is an agreement.
func hurdleBefore(s State, a Action) Hurdle {
	switch {
	case a == ActPause && s == Paused:
		return HurdlePausedNow
	case a == ActPerform, a == ActConfirm:
		return HurdleUnbound
	case a == ActSign:
		return HurdleUnwritten
	case s == Registered:
		return HurdleUnaccepted
	case s == Paused:
		return HurdlePaused
	case a == ActResume:
		return HurdleGoesOn
	case a == ActFail:
		return HurdleUnheard
	}
	return HurdleUnsettled
}
