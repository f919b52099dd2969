package hall

// Milestone is a day in the course of things that another day is measured by, so that a
// refusal can say why: not before acceptance.
type Milestone uint8

const (
	NoMilestone   Milestone = iota
	AtBirth                 // 出生
	AtApplication           // 申请
	AtAcceptance            // 受理
	AtAgreement             // 达成协议
	AtEffect                // 生效
	AtFounding              // 成立
	AtBeginning             // the beginning of a term, a leave, a period
	AtEnding                // its end
	AtTransfer              // 流转
)

// DayLimits are both ends of what a date can be, and what they are. A day that is 0 is no
// limit.
type DayLimits struct {
	From, To Day
	What     Milestone // what From is
	Until    Milestone // what To is
	Today    Day       // set: nothing after today, ErrDayFuture
}

// Check refuses a day outside its limits with the reason; no date passes.
func (l DayLimits) Check(d Day) *Error {
	switch {
	case d == 0:
	case l.Today != 0 && d > l.Today:
		return Refuse(ErrDayFuture)
	case l.From != 0 && d < l.From:
		return Refuse(ErrDayBefore, "day", l.From, "what", l.What)
	case l.To != 0 && d > l.To:
		return Refuse(ErrDayAfter, "day", l.To, "what", l.Until)
	}
	return nil
}

// happened refuses the day of something that was done: one is needed, it does not lie in the future, nor
// before what it rests on.
func happened(day, since, today Day, field string) *Error {
	if day == 0 {
		return Refuse(ErrRequired).In(field)
	}
	return DayLimits{From: since, Today: today}.checkIn(day, field)
}

// checkIn is Check with the field that the day stands in.
func (l DayLimits) checkIn(d Day, field string) *Error {
	if err := l.Check(d); err != nil {
		return err.In(field)
	}
	return nil
}
