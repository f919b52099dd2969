package hall

import (
	"slices"
	"time"
)

// What can be done with a consultation. Moving, cancelling and recording mean the same for
// all that have them.
const (
	OpCall    Op = "call"    // 叫号
	OpTake    Op = "take"    // 开始，自己看
	OpStart   Op = "start"   // 开始，选由谁来看
	OpEnd     Op = "end"     // 结束
	OpSkip    Op = "skip"    // 过号
	OpReturn  Op = "return"  // 回到排队
	OpUrgent  Op = "urgent"  // 加急
	OpGone    Op = "gone"    // 走了
	OpLater   Op = "later"   // 来日再来：今天不等了，号和事由留着
	OpAgain   Op = "again"   // 又来了：取今天的号
	OpArrive  Op = "arrive"  // 到了
	OpMissed  Op = "missed"  // 爽约
	OpNotify  Op = "notify"  // 通知
	OpUntold  Op = "untold"  // 没有通知到：通知记错了
	OpConfirm Op = "confirm" // 对方确认
	OpMove    Op = "move"    // 改时间
	OpCancel  Op = "cancel"  // 取消
)

// visitRow is a row of the queue's course.
type visitRow = Row[VisitRow, ConsultState, Op]

// WalkInCourse is the course of who is in the queue (坐堂门诊), come with an appointment or
// without.
func WalkInCourse() Course[VisitRow, ConsultState, Op] {
	queued := need(func(r VisitRow) *Error {
		if r.Number != 0 {
			return nil
		}
		return Refuse(ErrVisitState, "state", r.State)
	})
	today := func(r VisitRow, _ Actor, now time.Time) *Error {
		if r.Left(DayOf(now)) {
			return Refuse(ErrEarlierDay, "day", r.Day)
		}
		return nil
	}
	earlier := func(r VisitRow, _ Actor, now time.Time) *Error {
		if r.Left(DayOf(now)) {
			return nil
		}
		return Refuse(ErrVisitState, "state", r.State, "op", OpAgain)
	}
	sees := func(_ VisitRow, by Actor, _ time.Time) *Error {
		if by.Mediator == 0 {
			return Refuse(ErrNeedMediator).In("mediator")
		}
		return nil
	}
	calm := need(func(r VisitRow) *Error {
		if r.Urgent {
			return Refuse(ErrUrgentNow)
		}
		return nil
	})
	came := need(func(r VisitRow) *Error { // what nobody has come to is moved
		if r.Kind == Appointment && r.Number == 0 {
			return Refuse(ErrVisitState, "state", r.State, "op", OpCorrect)
		}
		return nil
	})
	in, now := []Need[VisitRow]{queued}, []Need[VisitRow]{queued, today}
	open := []ConsultState{Waiting, Called, SkippedOut}
	seen := Whose[VisitRow]{Own: func(r VisitRow, _ Actor) bool { return !r.Hidden }, Or: MayNothing,
		Not: func(VisitRow, Actor) *Error { return Refuse(ErrClosedCase) }}
	fresh := func(r VisitRow, _ Actor, now time.Time) *Error {
		switch {
		case r.Kind == Joint || r.Kind == FollowUp: // has a way back of its own
			return Refuse(ErrNoUndo)
		case r.LastLed:
			return Refuse(ErrLedToCase)
		case r.LastOp == OpCancel && r.Hidden:
			return Refuse(ErrClosedCase)
		}
		return mayUndo(r.LastOp, r.LastAt, now)
	}
	all := []ConsultState{Waiting, Called, Started, Ended, SkippedOut, GoneAway, NoShow}
	return Course[VisitRow, ConsultState, Op]{
		State: func(r VisitRow) ConsultState { return r.State },
		Wrong: func(r VisitRow, o Op) *Error { return Refuse(ErrVisitState, "state", r.State, "op", o) },
		Rows: []visitRow{
			{Op: OpCall, From: open, To: []ConsultState{Called}, Right: MayQueue, Needs: now, Deed: DeedCall, Back: OpUndo},
			{Op: OpTake, From: []ConsultState{Called}, To: []ConsultState{Started}, Right: MayQueue, Needs: []Need[VisitRow]{queued, today, sees}, Deed: DeedStart,
				Back: OpUndo},
			{Op: OpStart, From: []ConsultState{Called}, To: []ConsultState{Started}, Right: MayQueue, Needs: now, Deed: DeedStart, Back: OpUndo},
			{Op: OpEnd, From: []ConsultState{Waiting, Called, Started, SkippedOut}, To: []ConsultState{Ended}, Right: MayQueue, Needs: in, Deed: DeedEnd,
				Back: OpUndo},
			{Op: OpSkip, From: []ConsultState{Called}, To: []ConsultState{SkippedOut}, Right: MayQueue, Needs: now, Deed: DeedSkip, Back: OpUndo},
			{Op: OpReturn, From: []ConsultState{Called, SkippedOut}, To: []ConsultState{Waiting}, Right: MayQueue, Needs: now, Deed: DeedReturn, Back: OpUndo},
			{Op: OpUrgent, From: []ConsultState{Waiting}, Right: MayQueue, Needs: []Need[VisitRow]{queued, today, calm}, Deed: DeedUrgent, Back: OpUndo},
			{Op: OpGone, From: open, To: []ConsultState{GoneAway}, Right: MayQueue, Needs: in, Deed: DeedGone, Back: OpUndo},
			{Op: OpLater, From: open, To: []ConsultState{SkippedOut}, Right: MayQueue, Needs: now, Deed: DeedLater, Back: OpUndo},
			{Op: OpAgain, From: open, To: []ConsultState{Waiting}, Right: MayQueue,
				Needs: []Need[VisitRow]{queued, earlier}, Deed: DeedAgain, Back: OpUndo},
			{Op: OpCorrect, From: all, Right: MayQueue, Whose: seen, Needs: []Need[VisitRow]{came}, Deed: DeedCorrect},
			{Op: OpParties, From: all, Right: MayQueue, Whose: seen, Needs: []Need[VisitRow]{inCase}, Deed: DeedCorrect},
			{Op: OpAmend, From: all, Right: MayQueue, Whose: seen, Needs: []Need[VisitRow]{inCase, known}, Deed: DeedCorrect},
			{Op: OpRegister, From: all, Right: MayIntake, Whose: seen, Needs: []Need[VisitRow]{bare}, Deed: DeedRegister},
			{Op: OpEndFix, From: []ConsultState{Ended, GoneAway}, To: []ConsultState{Ended}, Right: MayQueue, Whose: seen,
				Needs: []Need[VisitRow]{queued, unbound}, Deed: DeedCorrect},
			{Op: OpGoneFix, From: []ConsultState{Ended}, To: []ConsultState{GoneAway}, Right: MayQueue, Whose: seen,
				Needs: []Need[VisitRow]{queued, unbound}, Deed: DeedCorrect},
			{Op: OpRequeue, From: []ConsultState{Ended, GoneAway}, To: []ConsultState{Waiting}, Right: MayQueue, Whose: seen,
				Needs: now, Deed: DeedCorrect},
			{Op: OpUndo, From: all, Right: MayQueue, Needs: []Need[VisitRow]{fresh}, Deed: DeedUndo},
		},
	}
}

// AppointmentCourse is the course of an appointment (预约问诊) until somebody comes: from then
// on it is in the queue.
func AppointmentCourse() Course[SlotFile, ConsultState, Op] {
	type row = Row[SlotFile, ConsultState, Op]
	sees := Whose[SlotFile]{Own: func(f SlotFile, _ Actor) bool { return !f.Hidden }, Or: MayNothing, Not: hiddenSlot}
	away := need(func(f SlotFile) *Error {
		if c := f.Consultation; c.Here() {
			return Refuse(ErrVisitHere, "queue", c.Number)
		}
		return nil
	})
	left := func(yes func(Expected) bool, code Code) Need[SlotFile] {
		return need(func(f SlotFile) *Error {
			if c := f.Consultation; len(c.Expected) > 0 && !slices.ContainsFunc(c.Expected, yes) {
				return Refuse(code, "queue", c.Number)
			}
			return nil
		})
	}
	awaited := left(func(e Expected) bool { return e.Came.IsZero() }, ErrVisitHere)
	absent := left(Expected.Absent, ErrNobodyLeft)
	stale := need(func(f SlotFile) *Error {
		if f.Consultation.Attendance().Stale == 0 {
			return Refuse(ErrVisitState, "state", f.Consultation.State, "kind", Appointment)
		}
		return nil
	})
	today := func(f SlotFile, _ Actor, now time.Time) *Error {
		if day := f.Consultation.Slot.Day; day != DayOf(now) {
			return Refuse(ErrNotToday, "day", day)
		}
		return nil
	}
	begun := func(f SlotFile, _ Actor, now time.Time) *Error { return f.Consultation.notBegun(now) }
	told := need(func(f SlotFile) *Error { return f.Consultation.anybodyHeard() })
	open := need(func(f SlotFile) *Error { // the case, for which it is booked again
		if f.State.Open() {
			return nil
		}
		return Refuse(ErrState, "state", f.State, "why", HurdleEnded)
	})
	waits, gone := []ConsultState{Waiting}, []ConsultState{GoneAway}
	comes := []ConsultState{Waiting, Called, Started, SkippedOut, NoShow} // one party is seen while the other is on the way
	over := []ConsultState{Waiting, Called, Started, SkippedOut, Ended}   // and is put down as absent, later too
	out := []Need[SlotFile]{away}
	return Course[SlotFile, ConsultState, Op]{
		State: func(f SlotFile) ConsultState { return f.Consultation.State },
		Wrong: func(f SlotFile, o Op) *Error {
			return Refuse(ErrVisitState, "state", f.Consultation.State, "kind", Appointment)
		},
		Rows: []row{
			{Op: OpArrive, From: comes, Right: MayQueue, Needs: []Need[SlotFile]{awaited, today}, Deed: DeedArrive, Back: OpUndo},
			{Op: OpMissed, From: over, Right: MayQueue, Needs: []Need[SlotFile]{absent, begun}, Deed: DeedNoShow, Back: OpUndo},
			{Op: OpNotify, From: waits, Right: MayQueue, Whose: sees, Deed: DeedNotify},
			{Op: OpNotify, From: gone, Right: MayQueue, Whose: sees, Needs: []Need[SlotFile]{stale}, Deed: DeedNotify},
			{Op: OpUntold, From: append(gone, waits...), Right: MayQueue, Whose: sees, Needs: []Need[SlotFile]{told}, Deed: DeedUntold},
			{Op: OpConfirm, From: waits, Right: MayQueue, Whose: sees, Deed: DeedConfirmed},
			{Op: OpMove, From: waits, Right: MayQueue, Whose: sees, Needs: out, Deed: DeedRebook, Back: OpMove},
			{Op: OpCancel, From: waits, To: gone, Right: MayQueue, Whose: sees, Needs: out, Deed: DeedCancel, Back: OpUndo},
			{Op: OpBook, From: []ConsultState{GoneAway, NoShow}, Right: MayQueue, Whose: sees, Needs: []Need[SlotFile]{open}, Deed: DeedBook},
		},
	}
}

func hiddenSlot(SlotFile, Actor) *Error { return Refuse(ErrClosedCase) }

// notBegun says when the time of a consultation comes; nil when it has come.
func (c Consultation) notBegun(now time.Time) *Error {
	if c.Begun(now) {
		return nil
	}
	return Refuse(ErrNotBegun, "day", c.Slot.Day, "from", c.Slot.From)
}

// Begun reports whether the time it was given has come.
func (c Consultation) Begun(now time.Time) bool {
	return c.Slot.Day != 0 && !c.Slot.Day.At(c.Slot.From, now.Location()).After(now)
}

// VisitStep is what an operation on a consultation of any kind is called in the journal, each by its
// own course, and what takes it back, or why the actor cannot do it now. Where the actor may not
// see what it is about, hidden is set.
func VisitStep(f JointFile, hidden bool, op Op, by Actor, now time.Time) (Deed, Op, *Error) {
	c := f.Consultation
	switch {
	case c.Kind == Joint && hidden, c.Kind == FollowUp && hidden:
		return "", "", Refuse(ErrClosedCase)
	case c.Kind == Joint:
		return stepOf(JointCourse(), f, op, by, now)
	case c.Kind == FollowUp:
		return stepOf(FollowUpCourse(), f, op, by, now)
	case c.Kind == Appointment && !queueOp(op):
		return stepOf(AppointmentCourse(), SlotFile{Consultation: c, Hidden: hidden}, op, by, now)
	}
	row := VisitRowOf(c)
	row.Hidden = hidden
	return stepOf(WalkInCourse(), row, op, by, now)
}

func stepOf[R any, S, O comparable](c Course[R, S, O], r R, op O, by Actor, now time.Time) (Deed, O, *Error) {
	row, err := c.May(r, op, by, now)
	return row.Deed, row.Back, err
}

func queueOp(op Op) bool {
	for _, row := range WalkInCourse().Rows {
		if row.Op == op {
			return true
		}
	}
	return false
}
