package hall

import (
	"slices"
	"time"
)

// What takes back that a joint consultation or a follow-up was called off, and that a follow-up was recorded.
const (
	OpStand  Op = "stand"  // 撤回取消
	OpUnmade Op = "unmade" // 撤回登记：其实没有去
)

// StandAgain has a joint consultation or a follow-up that was called off take place after all. Who has heard
// that it does not has to hear that it does; who has not would come as was said.
func (c *Consultation) StandAgain() {
	since := c.Expected
	if last := c.Last; last != nil && last.Op == OpCancel {
		c.PutBack(last.Was)
		c.standAgain(since)
	} else { // called off with its case: what each had promised is not known any more
		if c.State, c.Reason = Waiting, ""; c.Kind == Joint && !c.Timed() {
			c.State = Proposed
		}
		c.Expected = slices.Clone(since)
		for i, e := range c.Expected {
			c.Expected[i].Stale = e.Knew
		}
	}
	c.Last = nil
	if c.Joint == nil {
		return
	}
	for i := range c.Joint.Invited {
		switch one := &c.Joint.Invited[i]; {
		case one.Answer != Comes && one.Answer != SendsSome:
		case one.Stale: // has not heard that it was off
			one.Stale = false
		default:
			one.lapse()
		}
	}
}

// LoseTime takes away a time that has passed, or is another's by now: it is looked for anew, and what was said
// of it lapses.
func (c *Consultation) LoseTime() {
	c.Slot, c.Room = Slot{}, ""
	c.LetDown()
	if c.Joint != nil {
		c.State = Proposed
		c.Joint.Lapse()
		c.Joint.LapseConsents(0)
	}
}

// Unmade has a follow-up wait again that was recorded by mistake, on the day it was to be made.
func (c *Consultation) Unmade() *Error {
	if c.Visit.Again != 0 {
		return Refuse(ErrRelapseStands)
	}
	c.Day = c.Visit.Planned
	if n := len(c.Moves); n > 0 {
		c.Day = c.Moves[n-1].To.Day
	}
	FollowUpRecord{Way: c.Visit.Way}.Write(c.Visit)
	c.State, c.Ended, c.Visit.Written, c.Last = Waiting, time.Time{}, time.Time{}, nil
	return nil
}
