package hall

import (
	"time"
)

// What can be done about duty.
const (
	OpAssign     Op = "assign"      // 换人
	OpOff        Op = "off"         // 取消这一班; an account: 停用
	OpAdd        Op = "add"         // 加一班; an organisation: below it
	OpSwap       Op = "swap"        // 申请换班
	OpRotation   Op = "rotation"    // 下沉记录
	OpIn         Op = "in"          // 签到
	OpLog        Op = "log"         // 记日志
	OpAccept     Op = "accept"      // 接下交接事项
	OpDone       Op = "done"        // 办完交接事项
	OpGiveBack   Op = "give-back"   // 退回接错的交接事项
	OpOut        Op = "out"         // 签退
	OpOthers     Op = "others"      // 代签
	OpInFor      Op = "in-for"      // 代签到
	OpOutFor     Op = "out-for"     // 代签退
	OpConsent    Op = "consent"     // 同意换班
	OpRefuse     Op = "refuse"      // 不同意
	OpConsentFor Op = "consent-for" // 代记同意
	OpRefuseFor  Op = "refuse-for"  // 代记不同意
	OpRecall     Op = "recall"      // 撤回
	OpSwapBack   Op = "swap-back"   // 换回去
	OpTakeBack   Op = "take-back"   // 销假
)

// ShiftCourse is the course of a planned shift (班次).
func ShiftCourse() Course[DutyRow, DutyState, Op] {
	type row = Row[DutyRow, DutyState, Op]
	mine := Whose[DutyRow]{Own: func(r DutyRow, _ Actor) bool { return r.Mine }, Or: MayPlan, Not: notOnShift}
	visited := Whose[DutyRow]{Own: func(r DutyRow, _ Actor) bool { return r.Mine }, Or: MayAssign, Not: notOnShift}
	ahead := func(r DutyRow, _ Actor, now time.Time) *Error {
		if r.Day < DayOf(now) {
			return Refuse(ErrDutyPast, "day", r.Day)
		}
		return nil
	}
	came := func(r DutyRow, _ Actor, now time.Time) *Error {
		if r.Day > DayOf(now) {
			return Refuse(ErrDayFuture, "op", OpRotation)
		}
		return nil
	}
	county := need(func(r DutyRow) *Error {
		if r.Kind != DutyCounty {
			return Refuse(ErrNoVisit)
		}
		return nil
	})
	given := need(func(r DutyRow) *Error {
		switch {
		case r.Swap != 0:
			return Refuse(ErrSwapWaits)
		case len(r.People) == 0:
			return Refuse(ErrNobodyOn, "day", r.Day)
		}
		return nil
	})
	stands, off := []DutyState{DutyStands}, []DutyState{DutyOff}
	plan := []Need[DutyRow]{ahead}
	return Course[DutyRow, DutyState, Op]{
		State: func(r DutyRow) DutyState { return r.State },
		Wrong: func(r DutyRow, _ Op) *Error { return Refuse(ErrDutyOff, "day", r.Day) },
		Rows: []row{
			{Op: OpMove, From: stands, Right: MayPlan, Needs: plan, Deed: DeedDutyMove, Back: OpMove},
			{Op: OpAssign, From: stands, Right: MayPlan, Needs: plan, Deed: DeedDutyAssign, Back: OpAssign},
			{Op: OpAdd, From: []DutyState{DutyStands, DutyOff, DutyReplaced}, Right: MayPlan, Needs: plan, Deed: DeedDutyAdd, Back: OpOff},
			{Op: OpOff, From: stands, To: off, Right: MayPlan, Needs: plan, Deed: DeedDutyOff, Back: OpAdd},
			{Op: OpSwap, From: stands, Right: MayOwn, Whose: mine, Needs: []Need[DutyRow]{ahead, given}, Deed: DeedSwapAsk, Back: OpRecall},
			{Op: OpRotation, From: stands, Right: MayQueue, Whose: visited, Needs: []Need[DutyRow]{county, came}, Deed: DeedRotation, Back: OpRotation},
		},
	}
}

func notOnShift(r DutyRow, a Actor) *Error {
	return Refuse(ErrNotOnShift, "name", a.Name, "day", r.Day)
}

// OnDutyCourse is the course of somebody's own duty on a day (值班): before he has signed in,
// and on duty. A day that is not today is only read.
func OnDutyCourse() Course[DutyDay, bool, Op] {
	type row = Row[DutyDay, bool, Op]
	today := func(d DutyDay, _ Actor, now time.Time) *Error {
		if d.Day != DayOf(now) {
			return Refuse(ErrOtherDay, "day", d.Day)
		}
		return nil
	}
	waits := need(func(d DutyDay) *Error {
		if d.Waiting() == 0 {
			return Refuse(ErrNothingWaits)
		}
		return nil
	})
	pending := need(func(d DutyDay) *Error {
		if d.Pending() == 0 {
			return Refuse(ErrNothingMine)
		}
		return nil
	})
	others := func(d DutyDay, by Actor, now time.Time) *Error {
		if len(d.Others(by, now)) == 0 {
			if own := d.Themselves(by); len(own) > 0 {
				return Refuse(ErrNobodyElse, "names", own)
			}
			return Refuse(ErrNobodyElse)
		}
		return nil
	}
	needs := func(n ...Need[DutyDay]) []Need[DutyDay] { return append([]Need[DutyDay]{today}, n...) }
	before, on, both := []bool{false}, []bool{true}, []bool{false, true}
	return Course[DutyDay, bool, Op]{
		State: func(d DutyDay) bool { return d.Mine != nil },
		Wrong: func(d DutyDay, _ Op) *Error {
			switch {
			case d.Mine != nil:
				return Refuse(ErrOnAlready)
			case d.Other: // nobody can sign in there
				return Refuse(ErrOtherDay, "day", d.Day)
			case d.Left:
				return Refuse(ErrNotOn, "left", true)
			}
			return Refuse(ErrNotOn)
		},
		Rows: []row{
			{Op: OpIn, From: before, To: on, Right: MayQueue, Needs: needs(), Deed: DeedDutyIn, Back: OpOut},
			{Op: OpLog, From: on, Right: MayQueue, Needs: needs(), Deed: DeedDutyLog},
			{Op: OpAccept, From: on, Right: MayQueue, Needs: needs(waits), Deed: DeedHandAccept},
			{Op: OpGiveBack, From: on, Right: MayQueue, Needs: needs(pending), Deed: DeedHandReturn, Back: OpAccept},
			{Op: OpDone, From: on, Right: MayQueue, Needs: needs(pending), Deed: DeedHandDone},
			{Op: OpOut, From: on, To: before, Right: MayQueue, Needs: needs(), Deed: DeedDutyOut, Back: OpIn},
			{Op: OpOthers, From: both, Right: MayAssign, Needs: needs(others), Deed: DeedDutyInFor},
		},
	}
}

// Waiting is how many matters of the day's handovers nobody has accepted yet.
func (d DutyDay) Waiting() int {
	n := 0
	for _, h := range d.Open {
		for _, i := range h.Items {
			if i.Open() {
				n++
			}
		}
	}
	return n
}

// Pending is how many matters the reader has accepted and not done.
func (d DutyDay) Pending() int {
	n := 0
	if d.Mine == nil {
		return n
	}
	for _, i := range d.Mine.Took {
		if i.Pending() {
			n++
		}
	}
	return n
}

// ItemCourse is the course of a matter that is handed over (交接事项).
func ItemCourse() Course[HandItem, HandState, Op] {
	type row = Row[HandItem, HandState, Op]
	return Course[HandItem, HandState, Op]{
		State: HandItem.State,
		Wrong: func(i HandItem, o Op) *Error {
			if o == OpAccept && i.State() == HandTaken {
				return Refuse(ErrItemTaken, "name", i.AcceptedBy)
			}
			return Refuse(ErrItemOver)
		},
		Rows: []row{
			{Op: OpAccept, From: []HandState{HandOpen}, To: []HandState{HandTaken}, Right: MayQueue, Deed: DeedHandAccept, Back: OpGiveBack},
			{Op: OpGiveBack, From: []HandState{HandTaken}, To: []HandState{HandOpen}, Right: MayQueue, Deed: DeedHandReturn, Back: OpAccept},
			{Op: OpDone, From: []HandState{HandTaken}, To: []HandState{HandDone}, Right: MayQueue, Deed: DeedHandDone},
		},
	}
}

// HandState is where a matter that is handed over stands.
type HandState uint8

const (
	HandOpen   HandState = iota // 等人接
	HandTaken                   // 已接下
	HandDone                    // 已办完
	HandPassed                  // 又交下一班
)

// State is where the matter stands.
func (i HandItem) State() HandState {
	switch {
	case !i.Done.IsZero():
		return HandDone
	case i.Passed:
		return HandPassed
	case !i.Accepted.IsZero():
		return HandTaken
	}
	return HandOpen
}

// SwapCourse is the course of a swap (换班): each of the two answers for himself, and who
// plans writes it down for whoever has no account. SwapRow.Side is who answers.
func SwapCourse() Course[SwapRow, SwapState, Op] {
	type row = Row[SwapRow, SwapState, Op]
	asked := Whose[SwapRow]{Own: func(r SwapRow, _ Actor) bool { return r.Wants(r.Side) }, Not: notAsked}
	mine := Whose[SwapRow]{Own: func(r SwapRow, _ Actor) bool { return r.Side == 0 }, Or: MayPlan, Not: func(r SwapRow, _ Actor) *Error {
		return Refuse(ErrNotAsked, "names", []string{r.Who.Name}, "op", OpRecall)
	}}
	either := Whose[SwapRow]{Own: func(r SwapRow, _ Actor) bool { return r.Side >= 0 }, Or: MayPlan, Not: notAsked}
	can := need(func(r SwapRow) *Error { return r.Bar })
	absent := need(func(r SwapRow) *Error {
		if r.Side >= 0 && r.Own[r.Side] {
			return Refuse(ErrNotAsked, "names", []string{[...]DutyRef{r.Who, r.With}[r.Side].Name}, "op", OpConsentFor)
		}
		return nil
	})
	open := []SwapState{SwapAsked}
	said, no := []SwapState{SwapAsked, SwapDone}, []SwapState{SwapRefused}
	return Course[SwapRow, SwapState, Op]{
		State: func(r SwapRow) SwapState { return r.State },
		Wrong: func(r SwapRow, _ Op) *Error { return Refuse(ErrSwapOver, "state", r.State) },
		Rows: []row{
			{Op: OpConsent, From: open, To: said, Right: MayOwn, Whose: asked, Needs: []Need[SwapRow]{can}, Deed: DeedSwapSay},
			{Op: OpRefuse, From: open, To: no, Right: MayOwn, Whose: asked, Deed: DeedSwapRefuse},
			{Op: OpConsentFor, From: open, To: said, Right: MayPlan, Whose: asked, Needs: []Need[SwapRow]{absent, can}, Deed: DeedSwapSay},
			{Op: OpRefuseFor, From: open, To: no, Right: MayPlan, Whose: asked, Needs: []Need[SwapRow]{absent}, Deed: DeedSwapRefuse},
			{Op: OpRecall, From: open, To: []SwapState{SwapRecalled}, Right: MayOwn, Whose: mine, Deed: DeedSwapRecall, Back: OpSwap},
			{Op: OpSwapBack, From: []SwapState{SwapDone}, Right: MayOwn, Whose: either, Needs: []Need[SwapRow]{can}, Deed: DeedSwapAsk, Back: OpRecall},
		},
	}
}

func notAsked(r SwapRow, _ Actor) *Error {
	return Refuse(ErrNotAsked, "names", []string{r.Who.Name, r.With.Name})
}

// Wants reports whether the swap waits for the consent of one of the two.
func (r SwapRow) Wants(side int) bool {
	return r.State == SwapAsked && side >= 0 && r.Consents[side].At.IsZero()
}

// As is the swap as one of the two would answer it.
func (r SwapRow) As(side int) SwapRow {
	r.Side = side
	return r
}

// LeaveCourse is the course of a leave (请假).
func LeaveCourse() Course[Leave, bool, Op] {
	return Course[Leave, bool, Op]{
		State: func(l Leave) bool { return l.Off },
		Wrong: func(l Leave, _ Op) *Error { return Refuse(ErrLeaveOff, "name", l.Who.Name) },
		Rows: []Row[Leave, bool, Op]{
			{Op: OpAdd, From: []bool{false}, Right: MayPlan, Deed: DeedLeave, Back: OpTakeBack},
			{Op: OpTakeBack, From: []bool{false}, To: []bool{true}, Right: MayPlan, Deed: DeedLeaveOff, Back: OpAdd},
		},
	}
}
