package hall

import "time"

// What can be done with a joint consultation, a follow-up and a task, beside what all
// consultations have.
const (
	OpConsents Op = "consents" // 征求同意
	OpInvite   Op = "invite"   // 请人
	OpAgenda   Op = "agenda"   // 议程
	OpTimes    Op = "times"    // 找时间、改时间
	OpAnswer   Op = "answer"   // 登记答复
	OpRecord   Op = "record"   // 登记结果
	OpTask     Op = "task"     // 后续任务，办完
	OpReopen   Op = "reopen"   // 复发重开
	OpLinked   Op = "linked"   // 关联登记
)

// JointCourse is the course of a joint consultation (集中会诊).
func JointCourse() Course[JointFile, ConsultState, Op] {
	type row = Row[JointFile, ConsultState, Op]
	called, both, held := []ConsultState{Waiting}, []ConsultState{Proposed, Waiting}, []ConsultState{Ended}
	needs := func(n ...Need[JointFile]) []Need[JointFile] { return n }
	convened := need(func(f JointFile) *Error {
		if f.Discussion().Convener.Name == "" {
			return Refuse(ErrNoConvener).In("convener")
		}
		return nil
	})
	asked := need(func(f JointFile) *Error {
		if len(f.Discussion().Invited) == 0 {
			return Refuse(ErrNobodyInvited)
		}
		return nil
	})
	outsiders := need(func(f JointFile) *Error {
		if j := f.Discussion(); len(j.Outsiders()) == 0 && len(j.Consents) == 0 {
			return Refuse(ErrNoOutsiders)
		}
		return nil
	})
	consented := need(func(f JointFile) *Error { return f.Discussion().CheckConsent(f.Case) })
	ahead := func(f JointFile, _ Actor, now time.Time) *Error {
		if f.Consultation.Begun(now) {
			return Refuse(ErrListClosed)
		}
		return nil
	}
	begun := func(f JointFile, _ Actor, now time.Time) *Error { return f.Consultation.notBegun(now) }
	stale := need(func(f JointFile) *Error {
		if len(f.Discussion().ToTell()) == 0 {
			return Refuse(ErrNobodyLeft)
		}
		return nil
	})
	told, gone := need(partyHeard), []ConsultState{GoneAway}
	last := need(func(f JointFile) *Error {
		if next := f.Discussion().Next; next != 0 {
			return Refuse(ErrJointThere, "id", next)
		}
		return nil
	})
	goesOn := need(func(f JointFile) *Error {
		if f.Case.State.Open() {
			return nil
		}
		return Refuse(ErrState, "state", f.Case.State, "why", HurdleEnded)
	})
	alone := need(func(f JointFile) *Error {
		if f.Other != 0 {
			return Refuse(ErrJointThere, "id", f.Other)
		}
		return nil
	})
	return Course[JointFile, ConsultState, Op]{
		State: func(f JointFile) ConsultState { return f.Consultation.State },
		Wrong: func(f JointFile, o Op) *Error {
			s := f.Consultation.State
			if o == OpTask || o == OpTaskAdd {
				return Refuse(ErrNoTask)
			}
			if s.Over() || o != OpRecord {
				return Refuse(ErrVisitState, "state", s, "kind", Joint)
			}
			return Refuse(ErrNoSlot)
		},
		Rows: []row{
			{Op: OpConsents, From: both, Right: MayQueue, Needs: needs(outsiders), Deed: DeedConsent},
			{Op: OpInvite, From: []ConsultState{Proposed}, Right: MayQueue, Deed: DeedInvite},
			{Op: OpInvite, From: called, Right: MayQueue, Needs: needs(ahead), Deed: DeedInvite},
			{Op: OpAgenda, From: both, Right: MayQueue, Deed: DeedAgenda},
			{Op: OpTimes, From: []ConsultState{Proposed}, To: called, Right: MayQueue, Needs: needs(convened, consented), Deed: DeedConvene},
			{Op: OpTimes, From: called, To: called, Right: MayQueue, Needs: needs(convened), Deed: DeedConvene},
			{Op: OpAnswer, From: both, Right: MayQueue, Needs: needs(asked), Deed: DeedAnswer},
			{Op: OpRecord, From: called, To: held, Right: MayQueue, Needs: needs(begun), Deed: DeedJoint},
			{Op: OpCancel, From: both, To: []ConsultState{GoneAway}, Right: MayQueue, Deed: DeedCancelJoint, Back: OpStand},
			{Op: OpStand, From: gone, To: both, Right: MayQueue, Needs: needs(goesOn, alone), Deed: DeedCorrect},
			{Op: OpMove, From: both, Right: MayQueue, Deed: DeedRebook, Back: OpMove},
			{Op: OpNotify, From: append(gone, both...), Right: MayQueue, Deed: DeedNotify},
			{Op: OpUntold, From: append(gone, both...), Right: MayQueue, Needs: needs(told), Deed: DeedUntold},
			{Op: OpConfirm, From: called, Right: MayQueue, Deed: DeedConfirmed},
			{Op: OpCorrect, From: held, Right: MayQueue, Deed: DeedCorrect},
			{Op: OpTell, From: []ConsultState{Proposed, Waiting, Ended, GoneAway}, Right: MayQueue, Needs: needs(stale), Deed: DeedNotify},
			{Op: OpMeet, From: held, Right: MayQueue, Needs: needs(last), Deed: DeedPropose},
			{Op: OpTask, From: held, Right: MayQueue, Deed: DeedTask},
			{Op: OpTaskAdd, From: held, Right: MayQueue, Deed: DeedTaskAdd},
		},
	}
}

func partyHeard(f JointFile) *Error { return f.Consultation.anybodyHeard() }

// FollowUpCourse is the course of a follow-up (定期回诊), and of the relapse that one found:
// the case is taken up again by its own course.
func FollowUpCourse() Course[JointFile, ConsultState, Op] {
	type row = Row[JointFile, ConsultState, Op]
	waits, ended := []ConsultState{Waiting}, []ConsultState{Ended}
	told, gone := need(partyHeard), []ConsultState{GoneAway}
	back := need(func(f JointFile) *Error {
		switch v := f.Consultation.Visit; {
		case v == nil || v.Relapse != RelapseBack:
			return Refuse(ErrNoRelapse)
		case v.Again != 0:
			return Refuse(ErrRelapseDealt)
		}
		return nil
	})
	asked := need(func(f JointFile) *Error { // by a rule, it comes again as soon as one asks for it
		if v := f.Consultation.Visit; v != nil && v.TakenBack {
			return Refuse(ErrRuledOff)
		}
		return nil
	})
	looked := need(func(f JointFile) *Error {
		if f.Case.Followed() {
			return nil
		}
		return Refuse(ErrNothingToFollow)
	})
	stays := need(func(f JointFile) *Error {
		if v := f.Consultation.Visit; v != nil && v.Again != 0 {
			return Refuse(ErrRelapseStands)
		}
		return nil
	})
	own := Whose[JointFile]{
		Own: func(f JointFile, a Actor) bool { return onCase(f.Case, a) }, Or: MaySupervise,
		Not: func(f JointFile, a Actor) *Error { return notYours(f.Case, a) },
	}
	reopens := func(f JointFile, by Actor, now time.Time) *Error {
		return Why(CaseCourse(), f.Case, ActReopen, by, now)
	}
	return Course[JointFile, ConsultState, Op]{
		State: func(f JointFile) ConsultState { return f.Consultation.State },
		Wrong: func(f JointFile, o Op) *Error {
			if o == OpReopen || o == OpLinked {
				return Refuse(ErrNoRelapse)
			}
			return Refuse(ErrVisitState, "state", f.Consultation.State, "kind", FollowUp)
		},
		Rows: []row{
			{Op: OpRecord, From: waits, To: ended, Right: MayQueue, Deed: DeedFollowUp},
			{Op: OpMove, From: waits, Right: MayQueue, Deed: DeedMoveFollow, Back: OpMove},
			{Op: OpCancel, From: waits, To: []ConsultState{GoneAway}, Right: MayQueue, Deed: DeedDropFollow, Back: OpStand},
			{Op: OpStand, From: gone, To: waits, Right: MayQueue, Needs: []Need[JointFile]{asked, looked}, Deed: DeedCorrect},
			{Op: OpUnmade, From: ended, To: waits, Right: MayQueue, Whose: own, Needs: []Need[JointFile]{looked, stays}, Deed: DeedCorrect},
			{Op: OpNotify, From: append(gone, waits...), Right: MayQueue, Deed: DeedNotify},
			{Op: OpUntold, From: append(gone, waits...), Right: MayQueue, Needs: []Need[JointFile]{told}, Deed: DeedUntold},
			{Op: OpConfirm, From: waits, Right: MayQueue, Deed: DeedConfirmed},
			{Op: OpCorrect, From: ended, Right: MayQueue, Whose: own, Deed: DeedCorrect},
			{Op: OpReopen, From: ended, Right: MayRead, Needs: []Need[JointFile]{back, reopens}, Deed: DeedOf(ActReopen)},
			{Op: OpLinked, From: ended, Right: MayIntake, Needs: []Need[JointFile]{back}, Deed: DeedIntake},
		},
	}
}
