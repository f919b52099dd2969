package hall

import "fmt"

// Code names what went wrong. views/text holds what to say for each.
type Code string

// Error is a refusal that a person can understand and act on.
type Error struct {
	Code  Code
	Field string         // the form field it belongs to, when there is one
	Args  map[string]any // what the words need: names, days, numbers
}

// Errorf-style construction is left out on purpose: an Error holds no prose.

// Refuse makes an error from a code and name-value pairs.
func Refuse(code Code, pairs ...any) *Error {
	e := &Error{Code: code}
	for i := 0; i+1 < len(pairs); i += 2 {
		if e.Args == nil {
			e.Args = make(map[string]any, len(pairs)/2)
		}
		e.Args[pairs[i].(string)] = pairs[i+1]
	}
	return e
}

// Or is the refusal as an error, or, where there is none, what went wrong before it was asked for.
func (e *Error) Or(err error) error {
	if err != nil || e == nil {
		return err
	}
	return e
}

// In names the form field the error belongs to.
func (e *Error) In(field string) *Error { e.Field = field; return e }

func (e *Error) Error() string {
	if len(e.Args) == 0 {
		return string(e.Code)
	}
	return fmt.Sprintf("%s %v", e.Code, e.Args)
}

// Is makes errors.Is compare codes.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Code == e.Code
}

// What can be refused, by concern.
const (
	// the desk
	ErrConflict    Code = "conflict"     // the record was changed at another desk
	ErrUnchanged   Code = "unchanged"    // nothing of the record was changed
	ErrJoined      Code = "joined"       // the record was joined to another of the same person
	ErrNotJoined   Code = "not-joined"   // the record stands by itself: there is nothing to take apart
	ErrNotFound    Code = "not-found"    // no such record
	ErrForbidden   Code = "forbidden"    // this person's roles do not allow it
	ErrClosedCase  Code = "confidential" // 不公开: own mediators and the head only
	ErrSignIn      Code = "sign-in"      // name or password wrong
	ErrSlowDown    Code = "slow-down"    // too many wrong tries; {seconds}
	ErrSuspended   Code = "suspended"    // the account is switched off
	ErrLoginTaken  Code = "login-taken"  // {login}
	ErrWeakSecret  Code = "weak-secret"  // shorter than {least}
	ErrOldSecret   Code = "old-secret"   // the present password is another
	ErrNotSame     Code = "not-same"     // typed twice, and not the same
	ErrLoginBlank  Code = "login-blank"  // a blank in a sign-in name
	ErrNoRole      Code = "no-role"      // an account without a role
	ErrLastAdmin   Code = "last-admin"   // the last administrator cannot be switched off
	ErrOnlyAdmin   Code = "only-admin"   // the role of the last administrator cannot be taken away
	ErrTooLong     Code = "too-long"     // {most} characters at most
	ErrRequired    Code = "required"     // must be filled in
	ErrPickOne     Code = "pick-one"     // something was typed, and none of the records chosen
	ErrUnknownRoom Code = "unknown-room" // {room} is not in the settings
	ErrNotListed   Code = "not-listed"   // {name} is not in the list that the field names several of
	ErrUnknownType Code = "unknown-type" // {type} is not in the list of dispute types

	// people
	ErrIDLength       Code = "id-length"       // an identity number has 18 places
	ErrIDDigits       Code = "id-digits"       // digits, the last one may be X
	ErrIDDate         Code = "id-date"         // no such birth date
	ErrIDChecksum     Code = "id-checksum"     // the last place does not fit
	ErrCreditLength   Code = "credit-length"   // a social credit code has 18 places, not {n}
	ErrCreditSign     Code = "credit-sign"     // {sign} stands in none
	ErrCreditChecksum Code = "credit-checksum" // the last place does not fit
	ErrCreditPerson   Code = "credit-person"   // a credit code where a person's identity number is asked
	ErrPhone          Code = "phone"           // not a telephone number
	ErrNameNumber     Code = "name-number"     // a name that holds an identity number or a telephone
	ErrVillageNumber  Code = "village-number"  // a village that holds one
	ErrDay            Code = "day"             // no such date
	ErrTime           Code = "time"            // no such time of day
	ErrWindows        Code = "windows"         // no weekday with hours
	ErrAmount         Code = "amount"          // not an amount of money: {why}, an AmountFault
	ErrNumber         Code = "number"          // not a number
	ErrRange          Code = "range"           // below {least} or above {most}
	ErrWeekday        Code = "weekday"         // {date} is a {weekday}, and another was typed
	ErrFarAhead       Code = "far-ahead"       // {date} is more than a year ahead: asked, not refused
	ErrDayAfter       Code = "day-after"       // lies after {day}

	// intake
	ErrNoApplicant     Code = "no-applicant"
	ErrNoRespondent    Code = "no-respondent"
	ErrSamePerson      Code = "same-person"      // {name} stands on both sides
	ErrRepresentatives Code = "representatives"  // more than five on one side: name 1 to 5 representatives
	ErrGuardian        Code = "guardian"         // {name} is a minor: a guardian is needed
	ErrPartyRefused    Code = "party-refused"    // a party clearly refuses: no mediation [law 17]
	ErrLetter          Code = "letter"           // another authority has the matter: by which letter of that authority, and of when
	ErrBarred          Code = "barred"           // the matter may not be accepted [order 75 art. 22]
	ErrPoliceReport    Code = "police-report"    // report to the police at once [law 25], time and person
	ErrMeasures        Code = "measures"         // high risk: preventive measures [law 25]
	ErrReason          Code = "reason"           // a reason is needed
	ErrSame            Code = "same"             // a correction that changes nothing
	ErrReferral        Code = "referral"         // say where the person was sent
	ErrBare            Code = "bare-visit"       // only a name is known: nothing but advice comes of it
	ErrRegistered      Code = "registered"       // what it is about is registered already
	ErrUrgentNow       Code = "urgent-now"       // is urgent already
	ErrUrgentReason    Code = "urgent-reason"    // urgent needs a reason
	ErrTransferTo      Code = "transfer-to"      // to whom
	ErrTransferTaken   Code = "transfer-taken"   // what was answered already
	ErrTransferWaits   Code = "transfer-waits"   // the answer comes first
	ErrSlotPast        Code = "slot-past"        // the slot is in the past
	ErrSlotHours       Code = "slot-hours"       // outside opening hours {from}–{to}
	ErrSlotOrder       Code = "slot-order"       // ends before it begins, or across midnight
	ErrRoomBusy        Code = "room-busy"        // {room} {from}–{to}
	ErrMediatorBusy    Code = "mediator-busy"    // {name} {from}–{to}
	ErrModePhone       Code = "mode-phone"       // by phone, and no party has a number
	ErrSourceFrom      Code = "source-from"      // entrusted or transferred by whom
	ErrAlreadyFinished Code = "already-finished" // the draft was completed at another desk

	// the calendar, joint consultations, follow-ups
	ErrBodyBusy        Code = "body-busy"     // {name} {from}–{to}
	ErrStaffBusy       Code = "staff-busy"    // {name} {from}–{to}
	ErrPartyBusy       Code = "party-busy"    // {name} {from}–{to}
	ErrOrgBusy         Code = "org-busy"      // {name} {from}–{to}: shown, not refused
	ErrNoPhone         Code = "no-phone"      // {names} have given no number: shown, not refused
	ErrNoShows         Code = "no-shows"      // {name} did not come {n} times before: shown, not refused
	ErrSameDay         Code = "same-day"      // the case is booked at {from} of that day: shown, not refused
	ErrPlace           Code = "place"         // at home: where
	ErrNotTold         Code = "not-told"      // nobody was reached since the time was changed: shown
	ErrNoConsent       Code = "no-consent"    // {names} do not agree that {name} takes part [law 20]
	ErrConsentFirst    Code = "consent-first" // {names} have not been asked whether {whom} may take part [law 20]
	ErrNoOutsiders     Code = "no-outsiders"  // nobody from outside is invited: the parties are not asked
	ErrInvitedTwice    Code = "invited-twice" // {name}
	ErrNobodyCame      Code = "nobody-came"   // a record needs somebody who was there
	ErrNoConvener      Code = "no-convener"   // who calls it together
	ErrBodyTimes       Code = "body-times"    // {name} cannot come at that time of the week: shown, not refused
	ErrNoSlot          Code = "no-slot"       // find a time first
	ErrTaskDone        Code = "task-done"
	ErrTaskOff         Code = "task-off"          // it was taken back
	ErrTaskOpen        Code = "task-open"         // it is not done yet
	ErrPlannedFor      Code = "planned-for"       // a follow-up stands on that day already: {day}
	ErrNothingToFollow Code = "nothing-to-follow" // a follow-up comes after an agreement in force
	ErrVisitHere       Code = "visit-here"        // whoever is expected has come already, number {queue}
	ErrPartiesBound    Code = "parties-bound"     // an agreement is in force: nobody joins or leaves it
	ErrLastParty       Code = "last-party"        // a side cannot be left without anybody
	ErrPartyThere      Code = "party-there"       // {name} is a party of that side already
	ErrNeverTold       Code = "never-told"        // {name} was never told of the time: asked about before it counts as missed
	ErrNobodyTold      Code = "nobody-told"       // no party was told, so that no notice can be wrong
	ErrNobodyLeft      Code = "nobody-left"       // nobody is left who has not come, or was not told
	ErrNoUndo          Code = "no-undo"           // no step of the desk is there to take back
	ErrUndoLate        Code = "undo-late"         // the last step was made more than {min} minutes ago
	ErrLedToCase       Code = "led-to-case"       // a case was opened with it: it goes on there
	ErrNotToday        Code = "not-today"         // it is for {day}
	ErrNotBegun        Code = "not-begun"         // its time, {day} {from}, has not come
	ErrJointThere      Code = "joint-there"       // the case has a joint consultation that goes on: {id}
	ErrNobodyInvited   Code = "nobody-invited"    // nobody is invited yet
	ErrListClosed      Code = "list-closed"       // its time has come: who else was there stands in the record
	ErrNoTask          Code = "no-task"           // no task is open
	ErrNoRelapse       Code = "no-relapse"        // no follow-up found that it came back
	ErrRelapseDealt    Code = "relapse-dealt"     // a case deals with the relapse already
	ErrRelapseStands   Code = "relapse-stands"    // a case was opened, or taken up again, for the relapse
	ErrRuledOff        Code = "ruled-off"         // a follow-up was taken back by a rule, not by a person
	ErrNextDecided     Code = "next-decided"      // the next visit was made, or moved, already: {day}
	ErrNotOver         Code = "not-over"          // the case is not settled yet: it goes on there

	// duty
	ErrPlanRange  Code = "plan-range"   // a plan, or a leave, of {most} days at most, the first day first
	ErrNoTeam     Code = "no-team"      // nobody is in the team
	ErrNoTownship Code = "no-township"  // a county names its townships in the settings
	ErrLeaveOrder Code = "leave-order"  // ends before it begins
	ErrLeaveTwice Code = "leave-twice"  // {name} is on leave already from {day} to {last}
	ErrOnLeave    Code = "on-leave"     // {name} is on leave on {day}
	ErrDutyPast   Code = "duty-past"    // the shift of {day} is over
	ErrDutyOff    Code = "duty-off"     // the shift of {day} was called off
	ErrDutyTwice  Code = "duty-twice"   // {name} has duty on {day} already
	ErrOnDuty     Code = "on-duty"      // {name} has duty on {day}: shown, not refused
	ErrAttends    Code = "attends"      // {name} attends a joint consultation on {day}
	ErrNotOnShift Code = "not-on-shift" // {name} is not on the shift of {day}
	ErrTooMany    Code = "too-many"     // {n} people for a shift that takes {most}
	ErrSwapSelf   Code = "swap-self"    // with oneself
	ErrSwapMoved  Code = "swap-moved"   // a shift of it now lies on {day}
	ErrSwapOver   Code = "swap-over"    // answered already
	ErrNotAsked   Code = "not-asked"    // only {names} can consent
	ErrNotOn      Code = "not-on"       // sign in first
	ErrItemTaken  Code = "item-taken"   // {name} accepted it already
	ErrItemOver   Code = "item-over"    // it is done already
	ErrOnAlready  Code = "on-already"   // signed in, switched on already
	ErrOtherDay   Code = "other-day"    // only on the day itself: this is {day}
	ErrSwapWaits  Code = "swap-waits"   // a swap of the shift waits for an answer
	ErrNobodyOn   Code = "nobody-on"    // nobody is on the shift of {day}
	ErrNoVisit    Code = "no-visit"     // the county team does not come that day
	ErrNobodyElse Code = "nobody-else"  // nobody needs to be signed in or out by another
	ErrSignedOff  Code = "signed-off"   // {name} has signed out
	ErrLeaveOff   Code = "leave-off"    // the leave of {name} was taken back
	ErrDutyBegun  Code = "duty-begun"   // the shift of {day} has begun
	ErrStillOn    Code = "still-on"     // {name} is on duty still, or can sign out today
	ErrOutBefore  Code = "out-before"   // went before coming, at {from}
	ErrOnThen     Code = "on-then"      // on duty already from {from} to {to}
	ErrOwnSignIn  Code = "own-sign-in"  // {name} or the head writes it down
	ErrNotMissed  Code = "not-missed"   // {day} is not over: sign in on it
	// of what is handed over
	ErrNothingWaits Code = "nothing-waits" // nothing waits to be accepted
	ErrNothingMine  Code = "nothing-mine"  // the actor has accepted nothing that is still to be done

	// the queue
	ErrQueueEmpty   Code = "queue-empty"
	ErrRoomInUse    Code = "room-in-use"   // {room}: end the consultation there first
	ErrRoomNow      Code = "room-now"      // {name} is in {room} at this moment: shown, not refused
	ErrElsewhere    Code = "elsewhere"     // {name} is with somebody in {room}
	ErrVisitState   Code = "visit-state"   // not possible in the state {state}
	ErrEarlierDay   Code = "earlier-day"   // the number is one of {day}
	ErrAdvice       Code = "advice"        // write the advice given
	ErrCaseThere    Code = "case-there"    // there is a case already: it goes on there
	ErrNeedMediator Code = "need-mediator" // choose who sees the visitor

	// the course of a case
	ErrState           Code = "state"            // not possible in the state {state}
	ErrNoMediator      Code = "no-mediator"      // assign a mediator first
	ErrNotYours        Code = "not-yours"        // only the case's mediators or the head
	ErrNoSettled       Code = "no-settled"       // a session with the result "settled" comes first
	ErrNoAgreement     Code = "no-agreement"     // an agreement comes first
	ErrNotInForce      Code = "not-in-force"     // the agreement is not in force yet
	ErrApplied         Code = "applied"          // confirmation was applied for already
	ErrNotApplied      Code = "not-applied"      // no application waits for the court's answer
	ErrCourtOrder      Code = "court-order"      // the court cannot have answered so now
	ErrNotConfirmed    Code = "not-confirmed"    // only what a court has confirmed can be enforced [law 33]
	ErrAgreementEnded  Code = "agreement-ended"  // it binds no longer: {fate}
	ErrWhichClause     Code = "which-clause"     // done in part: of which clause
	ErrClauseKept      Code = "clause-kept"      // the clause was performed already
	ErrBound           Code = "bound"            // it is in force: what was agreed changes only by a new agreement
	ErrAlreadyAssigned Code = "already-assigned" // {name} is on the case
	ErrNotAssigned     Code = "not-assigned"     // {name} is not on the case
	ErrReplacement     Code = "replacement"      // whoever stands aside must be replaced
	ErrConflictOfInt   Code = "stand-aside"      // {name} may be related to {party}: confirm, or choose another
	ErrNotAssignable   Code = "not-assignable"   // {name} is suspended or has left
	ErrBothParties     Code = "both-parties"     // both parties must ask [order 75 art. 33; CPL 205]
	ErrTerms           Code = "terms"            // the terms are needed [law 29]
	ErrPerformBy       Code = "perform-by"       // time of performance is needed [law 29]
	ErrSignOrder       Code = "sign-order"       // signed before it was made
	ErrConfirmEarly    Code = "confirm-early"    // not in force yet
	ErrOtherWays       Code = "other-ways"       // the parties must be told of other ways [law 26]
	ErrWrittenNeeded   Code = "written-needed"   // should be written: {why}
	ErrOnSpotOnly      Code = "on-spot-only"     // settled on the spot means performed there and then
	ErrPaused          Code = "paused"           // resume first
	ErrNoExtension     Code = "no-extension"     // the law gives no extension here; {after} follows
	ErrExtended        Code = "extended"         // extended {n} times, and no further; {after} follows
	ErrAgreeExtension  Code = "agree-extension"  // {who} has not agreed to it
	ErrLateWhy         Code = "late-why"         // more than {n} days ago: why only now
	ErrTalksOpen       Code = "talks-open"       // it is not mediated with closed doors
	ErrTalksClosed     Code = "talks-closed"     // it is already
	ErrGap             Code = "gap"              // before it is filed: {gap}
	ErrFileWhy         Code = "file-why"         // something is missing: why it is filed all the same
	ErrSessionText     Code = "session-text"     // write what was said
	ErrDayFuture       Code = "day-future"       // lies in the future
	ErrDayBefore       Code = "day-before"       // lies before {day}

	// oral settlements
	ErrSettledTwice Code = "settled-twice" // entered already, as {number}

	// orders
	ErrOrderState  Code = "order-state"   // not possible while the order is {state}
	ErrOrderOther  Code = "order-other"   // {name} answers for it: for that person, the case's mediators and the head
	ErrOrderCase   Code = "order-case"    // it belongs to a case already
	ErrOrderNoCase Code = "order-no-case" // it belongs to no case
	ErrOrderTwice  Code = "order-twice"   // {number} was registered already

	// people and places
	ErrTermOrder    Code = "term-order"    // it ends before it begins
	ErrTermOverlap  Code = "term-overlap"  // there is a term from {from} to {to} already
	ErrMentorSelf   Code = "mentor-self"   // {name} cannot be his own mentor
	ErrTwoMentors   Code = "two-mentors"   // {name} has {mentor} as a mentor at that time
	ErrMentorCircle Code = "mentor-circle" // {names} would teach one another in a circle
	ErrSeatsFew     Code = "seats-few"     // {n} members, {least} are needed [law 8]: shown
	ErrSeatsMany    Code = "seats-many"    // {n} members, {most} at most [law 8]: shown
	ErrNoHead       Code = "no-head"       // nobody heads the committee [law 8]: shown
	ErrTwoHeads     Code = "two-heads"     // {n} people head the committee: shown
	ErrNoWoman      Code = "no-woman"      // no woman among several members [law 8]: shown
	ErrOwnParent    Code = "own-parent"    // an organisation cannot guide itself
	ErrParentLevel  Code = "parent-level"  // {name} does not stand on a higher level
	ErrUnknownGrade Code = "unknown-grade" // {grade} is not in the hall's list {grades}
	ErrNotUnfiled   Code = "not-unfiled"   // nothing is left to be reported
	ErrPostTaken    Code = "post-taken"    // {name} has held this post since {day}
	ErrPostOver     Code = "post-over"     // the post is not held any more
	ErrSameStatus   Code = "same-status"   // {name} is {status} already
	ErrPairOver     Code = "pair-over"     // the pair ended on {day}
	ErrChildLevel   Code = "child-level"   // {name}, which it guides, would not stand on a lower level
	ErrNamesake     Code = "namesake"      // {others} are on file under a name like {name}; like: []Namesake. Asked, not refused
	ErrDissolved    Code = "dissolved"     // {name} was dissolved on {day}
	ErrMembersFirst Code = "members-first" // what becomes of {names}
	ErrSiteTaken    Code = "site-taken"    // {name} is looked after by {org}
	ErrNoBelow      Code = "no-below"      // nothing stands below a village's level
	ErrNoTerm       Code = "no-term"       // no term is on record yet
	ErrNoPost       Code = "no-post"       // {name} holds no post
	ErrNoPair       Code = "no-pair"       // {name} is in no pair that goes on
	ErrOwnAccount   Code = "own-account"   // nobody switches off the own account
	ErrOwnSecret    Code = "own-secret"    // the own password is changed with the present one
)

// AmountFault is why something is no amount of money.
type AmountFault uint8

const (
	AmountUnread   AmountFault = iota // not an amount as anybody writes one
	AmountNegative                    // below zero
	AmountFine                        // finer than a fen
	AmountLarge                       // more than can be kept
)
