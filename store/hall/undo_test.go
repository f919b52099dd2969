package hall

import (
	"reflect"
	"testing"
	"time"
)

// The last step is taken back whole, for some minutes, once; what came of it stays.
func TestTheLastStepIsTakenBack(t *testing.T) {
	t.Parallel()
	now, me := at("2026-11-24 09:00"), Actor{Roles: RoleMediator | FrontDesk}
	v := Consultation{State: Called, Number: 3, Day: NewDay(2026, 11, 24), Room: "一室", Called: now, Calls: 1}
	was := v
	before := v.Before()
	v.State, v.Started, v.Mediators = Started, now, []MediatorRef{{1, "陈芳"}}
	v.Stepped(OpStart, before, "陈芳", now)
	why := func(after time.Duration) *Error {
		return Why(WalkInCourse(), VisitRowOf(v), OpUndo, me, now.Add(after))
	}
	if err := why(9 * time.Minute); err != nil {
		t.Error("within the time:", err)
	}
	if err := why(-time.Hour); err != nil {
		t.Error("the clock was set back:", err)
	}
	if err := why(UndoFor); err == nil || err.Code != ErrUndoLate {
		t.Errorf("too late: %v", err)
	}
	opened := v
	opened.Case = 7
	if err := Why(WalkInCourse(), VisitRowOf(opened), OpUndo, me, now); err == nil || err.Code != ErrLedToCase {
		t.Errorf("offered although a case was opened: %v", err)
	}
	if _, err := opened.Undo(); err == nil || err.Code != ErrLedToCase {
		t.Errorf("a case was opened: %v", err)
	}
	if op, err := v.Undo(); op != OpStart || err != nil || !reflect.DeepEqual(v, was) {
		t.Errorf("%s %v: %+v", op, err, v)
	}
	if err := why(0); err == nil || err.Code != ErrNoUndo {
		t.Errorf("twice: %v", err)
	}
}
