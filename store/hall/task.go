package hall

import (
	"slices"
	"strings"
)

// What can be done with a task, beside that it is done.
const (
	OpTaskAdd  Op = "task-add"  // 再加一项任务
	OpTaskDrop Op = "task-drop" // 收回任务
	OpTaskOpen Op = "task-open" // 还没有办完，再办
)

// TaskState is where a task stands.
type TaskState uint8

const (
	TaskOpen TaskState = iota
	TaskDone           // 办完
	TaskOff            // 收回
)

// Task is something that somebody has to do after a joint consultation; it stands on boards
// until it is done, or taken back.
type Task struct {
	ID           TaskID         `cbor:"1,keyasint"`
	Rev          uint64         `cbor:"2,keyasint"`
	Case         CaseID         `cbor:"3,keyasint,omitempty"`
	Consultation ConsultationID `cbor:"4,keyasint,omitempty"`
	What         string         `cbor:"5,keyasint"`
	Who          string         `cbor:"6,keyasint,omitempty"`
	Due          Day            `cbor:"7,keyasint"`
	Done         Day            `cbor:"8,keyasint,omitempty"`
	DoneBy       string         `cbor:"9,keyasint,omitempty"`
	Result       string         `cbor:"10,keyasint,omitempty"`
	By           string         `cbor:"11,keyasint,omitempty"`
	Number       string         `cbor:"12,keyasint,omitempty"` // the case's
	Confidential bool           `cbor:"13,keyasint,omitempty"`
	Mediators    []MediatorID   `cbor:"14,keyasint,omitempty"` // of the case, who may see a confidential one
	Off          Day            `cbor:"15,keyasint,omitempty"` // when it was taken back; the reason stands with the correction
	Corrections  []Correction   `cbor:"16,keyasint,omitempty"` // what was put right, the latest last
}

// State is where it stands.
func (t Task) State() TaskState {
	switch {
	case t.Off != 0:
		return TaskOff
	case t.Done != 0:
		return TaskDone
	}
	return TaskOpen
}

// Check says what a task lacks.
func (t Task) Check(today Day) *Error {
	switch {
	case strings.TrimSpace(t.What) == "":
		return Refuse(ErrRequired).In("task")
	case strings.TrimSpace(t.Who) == "":
		return Refuse(ErrRequired).In("taskwho")
	case t.Due == 0:
		return Refuse(ErrRequired).In("taskdue")
	case t.Due < today:
		return Refuse(ErrDayBefore, "day", today).In("taskdue")
	}
	return nil
}

// Put puts a task right: what is to be done, by whom and until when, and of one that is done what came of
// it. A last day that stands may lie behind; another one may not.
func (t *Task) Put(as Task, today Day) *Error {
	if as.Due == t.Due {
		today = min(today, as.Due)
	}
	if bad := as.Check(today); bad != nil {
		return bad
	}
	if t.State() == TaskDone && strings.TrimSpace(as.Result) == "" {
		return Refuse(ErrRequired).In(FieldResult)
	}
	t.What, t.Who, t.Due, t.Result = as.What, as.Who, as.Due, as.Result
	return nil
}

// OffWhy is why it was taken back.
func (t Task) OffWhy() string {
	for i := len(t.Corrections) - 1; i >= 0; i-- {
		if c := t.Corrections[i]; c.Field == "Off" {
			return c.Why
		}
	}
	return ""
}

// For hides what the actor may not see of a confidential case's task.
func (t Task) For(a Actor) Task {
	if !t.Confidential || a.clears(slices.ContainsFunc(t.Mediators, a.Is)) {
		return t
	}
	return Task{ID: t.ID, Rev: t.Rev, Case: t.Case, Consultation: t.Consultation, Due: t.Due, Done: t.Done, Off: t.Off, Number: t.Number, Confidential: true}
}

// TaskCourse is the course of a task: who may see it may say that it is done, put it right, take it back
// and open it again.
func TaskCourse() Course[Task, TaskState, Op] {
	type row = Row[Task, TaskState, Op]
	sees := Whose[Task]{
		Own: func(t Task, a Actor) bool { return !t.Confidential || t.For(a).What != "" },
		Not: func(Task, Actor) *Error { return Refuse(ErrClosedCase) },
	}
	open, done, off := []TaskState{TaskOpen}, []TaskState{TaskDone}, []TaskState{TaskOff}
	return Course[Task, TaskState, Op]{
		State: Task.State,
		Wrong: func(t Task, o Op) *Error {
			switch {
			case t.State() == TaskOff:
				return Refuse(ErrTaskOff)
			case o == OpTaskOpen:
				return Refuse(ErrTaskOpen)
			}
			return Refuse(ErrTaskDone)
		},
		Rows: []row{
			{Op: OpTask, From: open, To: done, Right: MayQueue, Whose: sees, Deed: DeedTask},
			{Op: OpCorrect, From: []TaskState{TaskOpen, TaskDone}, Right: MayQueue, Whose: sees, Deed: DeedCorrect},
			{Op: OpTaskDrop, From: open, To: off, Right: MayQueue, Whose: sees, Deed: DeedCorrect},
			{Op: OpTaskOpen, From: append(done, off...), To: open, Right: MayQueue, Whose: sees, Deed: DeedCorrect},
		},
	}
}
