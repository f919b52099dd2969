package hall

import (
	"cmp"
	"strings"
	"time"
)

// What can be done with an order, beside that it is put right.
const (
	OpOrderSign   Op = "order-sign"   // 签收
	OpOrderCase   Op = "order-case"   // 受理：登记为案件
	OpOrderJoin   Op = "order-join"   // 受理：归到已有案件
	OpOrderTake   Op = "order-take"   // 受理：不立案，直接办
	OpOrderReply  Op = "order-reply"  // 办结，写回复
	OpOrderReturn Op = "order-return" // 退回
	OpOrderRate   Op = "order-rate"   // 评价
	OpOrderExtend Op = "order-extend" // 延期
	OpOrderAgain  Op = "order-again"  // 重办
	OpOrderPart   Op = "order-part"   // 从案件里拿出来
	OpSort        Op = "sort"         // 梳理
)

// OrderCourse is the course of an order (派单). Who signed for it answers for it: returning it, asking for
// more time and answering it are for that person, for whom it was given to since, for the mediators of
// its case and for the head.
func OrderCourse() Course[Order, OrderState, Op] {
	type row = Row[Order, OrderState, Op]
	own := Whose[Order]{
		Own: func(o Order, a Actor) bool { return a.HasOrder(o) }, Or: MaySupervise,
		Not: func(o Order, _ Actor) *Error {
			_, name := o.Answers()
			return Refuse(ErrOrderOther, "name", name)
		},
	}
	works := Whose[Order]{
		Own: func(o Order, a Actor) bool { return a.WorksOnOrder(o) }, Or: MaySupervise,
		Not: func(o Order, _ Actor) *Error {
			_, name := o.Answers()
			return Refuse(ErrOrderOther, "name", cmp.Or(name, o.RegisteredAs))
		},
	}
	free := []Need[Order]{need(func(o Order) *Error {
		if o.Case != 0 {
			return Refuse(ErrOrderCase)
		}
		return nil
	})}
	held := []Need[Order]{need(func(o Order) *Error {
		if o.Case == 0 {
			return Refuse(ErrOrderNoCase)
		}
		return nil
	})}
	waits, signed, taken := []OrderState{OrderWaits}, []OrderState{OrderSigned}, []OrderState{OrderTaken}
	going := []OrderState{OrderSigned, OrderTaken}
	over := []OrderState{OrderReturned, OrderDone, OrderRated}
	open := append(waits, going...)
	return Course[Order, OrderState, Op]{
		State: func(o Order) OrderState { return o.State },
		Wrong: func(o Order, op Op) *Error {
			if op == OpOrderPart && o.Case == 0 {
				return Refuse(ErrOrderNoCase)
			}
			return Refuse(ErrOrderState, "state", o.State, "op", op)
		},
		Rows: []row{
			{Op: OpOrderSign, From: waits, To: signed, Right: MayIntake, Deed: DeedOrderSign},
			{Op: OpOrderCase, From: going, To: taken, Right: MayIntake, Whose: works, Needs: free, Deed: DeedOrderTake, Back: OpOrderPart},
			{Op: OpOrderJoin, From: going, To: taken, Right: MayIntake, Needs: free, Deed: DeedOrderTake, Back: OpOrderPart},
			{Op: OpOrderTake, From: signed, To: taken, Right: MayAccept, Deed: DeedOrderTake, Back: OpOrderReturn},
			{Op: OpOrderReply, From: taken, To: []OrderState{OrderDone}, Right: MayIntake, Whose: own, Deed: DeedOrderReply, Back: OpOrderAgain},
			{Op: OpOrderReturn, From: going, To: []OrderState{OrderReturned}, Right: MayIntake, Whose: own, Deed: DeedOrderReturn, Back: OpOrderAgain},
			{Op: OpOrderRate, From: []OrderState{OrderDone}, To: []OrderState{OrderRated}, Right: MayIntake, Deed: DeedOrderRate, Back: OpCorrect},
			{Op: OpOrderExtend, From: going, Right: MayIntake, Whose: own, Deed: DeedOrderExtend, Back: OpCorrect},
			{Op: OpOrderAgain, From: over, To: going, Right: MayIntake, Deed: DeedOrderAgain, Back: OpOrderReply},
			{Op: OpOrderPart, From: taken, To: taken, Right: MayIntake, Needs: held, Deed: DeedCorrect, Back: OpOrderJoin},
			{Op: OpSort, From: open, Right: MayAccept, Deed: DeedSort, Back: OpSort},
			{Op: OpCorrect, From: OrderStates(), Right: MayIntake, Whose: works, Deed: DeedCorrect},
		},
	}
}

// OrderStep is a step in the course of an order, with what it needs.
type OrderStep struct {
	Op     Op
	Reason string // returned, more time, to be done again
	Case   Case   // that it becomes, or belongs to
	Reply  Reply
	Rating Rating
	Sort   Sorting
	Sent   Day // to be done again: from when its limit runs
	N      int // more time, to be done again: its limit from then on
}

// Apply takes a step: the course says whether it can be taken.
func (o *Order) Apply(s OrderStep, by Actor, now time.Time, c *Calendar) (Row[Order, OrderState, Op], *Error) {
	row, bad := OrderCourse().May(*o, s.Op, by, now)
	if bad != nil {
		return row, bad
	}
	if bad := o.apply(s, by, now, c); bad != nil {
		return row, bad
	}
	if len(row.To) == 1 {
		o.State = row.To[0]
	}
	return row, nil
}

func (o *Order) apply(s OrderStep, by Actor, now time.Time, c *Calendar) *Error {
	today, why := DayOf(now), strings.TrimSpace(s.Reason)
	switch s.Op {
	case OpOrderSign:
		o.Signed, o.SignedBy, o.SignedAs = now, by.Staff, by.Name
	case OpOrderTake:
		o.Taken = today
	case OpOrderCase, OpOrderJoin:
		o.Belong(s.Case)
		o.Taken = today
	case OpOrderPart:
		o.Case, o.Mediators = 0, nil
	case OpOrderReply:
		if bad := s.Reply.Check(now); bad != nil {
			return bad
		}
		r := s.Reply
		r.On, r.By, r.ByName = today, by.Staff, by.Name
		o.Reply = &r
	case OpOrderRate:
		if bad := s.Rating.Check(o.Reply.On, today); bad != nil {
			return bad
		}
		r := s.Rating
		r.By = by.Name
		o.Rating = &r
	case OpOrderReturn, OpOrderExtend, OpOrderAgain:
		if why == "" {
			return Refuse(ErrReason).In(FieldReason)
		}
		return o.reasoned(s, why, today, c)
	case OpSort:
		if s.Sort.Until != 0 && s.Sort.Until < today && (o.Sorted == nil || o.Sorted.Until != s.Sort.Until) {
			return Refuse(ErrDayBefore, "day", today).In(FieldUntil)
		}
		of := s.Sort
		of.On, of.By = today, by.Name
		o.Sorted = &of
	}
	return nil
}

// reasoned takes the steps that need a reason.
func (o *Order) reasoned(s OrderStep, why string, today Day, c *Calendar) *Error {
	switch s.Op {
	case OpOrderReturn:
		o.Returned, o.Reason = today, why
	case OpOrderExtend:
		if s.N <= o.N {
			return Refuse(ErrRange, "least", o.N+1, "most", MostOrderDays).In(FieldDays)
		}
		o.N = s.N
		o.Reckon(c)
	case OpOrderAgain:
		switch {
		case s.Sent == 0 || s.Sent < o.Sent:
			return Refuse(ErrDayBefore, "day", o.Sent).In(FieldDay)
		case s.Sent > today:
			return Refuse(ErrDayFuture).In(FieldDay)
		case s.N < 1:
			return Refuse(ErrRequired).In(FieldDays)
		}
		o.Sent, o.N, o.Reason, o.Returned = s.Sent, s.N, why, 0
		o.State = OrderTaken
		if o.Taken == 0 {
			o.State = OrderSigned
		}
		o.Reckon(c)
	}
	return nil
}

// MostOrderDays bounds a limit that is typed.
const MostOrderDays = 365
