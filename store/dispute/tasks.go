package dispute

import (
	"context"
	"strings"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

func tasks(r book.Reader, span kv.Span) ([]hall.Task, error) {
	var out []hall.Task
	for p, err := range r.Range(ByTask.Table, span) {
		if err != nil {
			return nil, err
		}
		var t hall.Task
		if err := book.Decode(p.Value, &t, r.Zone()); err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

// Tasks lists the open tasks that are due by a day, the oldest first.
func (d *Desk) Tasks(ctx context.Context, by hall.Day, limit int) ([]hall.Task, error) {
	var out []hall.Task
	err := d.Read(ctx, hall.MayQueue, func(r book.Reader) error {
		all, err := tasks(r, kv.Span{From: book.Key().Byte('o'), To: book.Key().Byte('o').Day(by + 1), Limit: limit})
		if err != nil {
			return err
		}
		out = nil
		for _, t := range all {
			out = append(out, t.For(d.Actor))
		}
		return nil
	})
	return out, err
}

// DoneTask records that a task was done, and what came of it.
func (d *Desk) DoneTask(ctx context.Context, id hall.TaskID, rev uint64, result string) (hall.Task, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (out hall.Task, _ error) {
		task, err := taskKind.Get(t, id)
		if err != nil {
			return out, err
		}
		bad := hall.Why(hall.TaskCourse(), task, hall.OpTask, t.Actor, t.Now)
		switch {
		case bad != nil && bad.Code == hall.ErrClosedCase:
			return out, bad
		case task.Rev != rev:
			return out, hall.Refuse(hall.ErrConflict)
		case bad != nil:
			return out, bad
		case result == "":
			return out, hall.Refuse(hall.ErrRequired).In("result")
		}
		task.Done, task.DoneBy, task.Result = t.Today(), t.Actor.Name, result
		if err := taskKind.Put(t, &task); err != nil {
			return out, err
		}
		out = task
		return out, logTask(t, hall.DeedTask, task)
	})
}

func logTask(t *book.Tx, deed hall.Deed, task hall.Task) error {
	args := map[string]string{"number": task.Number, "what": task.What}
	if task.Confidential {
		delete(args, "what")
	}
	return t.Log(hall.Entry{Deed: deed, Case: task.Case, Consultation: task.Consultation, Args: args})
}

// putTask writes a task that follows from a joint consultation on a case.
func putTask(t *book.Tx, v hall.Consultation, c hall.Case, as hall.Task) (hall.Task, error) {
	task := hall.Task{What: as.What, Who: as.Who, Due: as.Due,
		Case: c.ID, Consultation: v.ID, By: t.Actor.Name, Number: c.Number, Confidential: c.Confidential}
	for _, m := range c.Mediators() {
		task.Mediators = append(task.Mediators, m.ID)
	}
	return task, taskKind.Put(t, &task)
}

// AddTask adds a task to a joint consultation that was held. The draft (0: none) is removed with it.
func (d *Desk) AddTask(ctx context.Context, on hall.ConsultationID, task hall.Task) (hall.Task, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (out hall.Task, _ error) {
		v, err := calendar.Consultations.Get(t, on)
		if err != nil {
			return out, err
		}
		if v.Kind != hall.Joint {
			return out, hall.Refuse(hall.ErrNotFound)
		}
		step, err := calendar.StepOn(t, v, hall.OpTaskAdd)
		if err != nil {
			return out, err
		}
		if err := task.Check(t.Today()); err != nil {
			return out, err
		}
		c, err := calendar.CaseOf(t, v.Case)
		if err != nil {
			return out, err
		}
		if out, err = putTask(t, v, c, task); err != nil {
			return out, err
		}
		return out, logTask(t, step.Deed, out)
	})
}

// CorrectTask puts right what is to be done, by whom and until when, and of a task that is done what came
// of it; what stood before is kept with it.
func (d *Desk) CorrectTask(ctx context.Context, id hall.TaskID, rev uint64, as hall.Task, why string) (hall.Task, error) {
	return d.fixTask(ctx, id, rev, hall.OpCorrect, why, func(t *book.Tx, task *hall.Task) error { return task.Put(as, t.Today()).Or(nil) })
}

// DropTask takes a task back that need not be done, with the reason.
func (d *Desk) DropTask(ctx context.Context, id hall.TaskID, rev uint64, why string) (hall.Task, error) {
	return d.fixTask(ctx, id, rev, hall.OpTaskDrop, why, func(t *book.Tx, task *hall.Task) error {
		task.Off = t.Today()
		return nil
	})
}

// OpenTask has a task be done again that was put down as done by mistake, or taken back.
func (d *Desk) OpenTask(ctx context.Context, id hall.TaskID, rev uint64, why string) (hall.Task, error) {
	return d.fixTask(ctx, id, rev, hall.OpTaskOpen, why, func(_ *book.Tx, task *hall.Task) error {
		task.Done, task.DoneBy, task.Result, task.Off = 0, "", "", 0
		return nil
	})
}

func (d *Desk) fixTask(ctx context.Context, id hall.TaskID, rev uint64, op hall.Op, why string, fix func(*book.Tx, *hall.Task) error) (hall.Task, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (hall.Task, error) {
		was, err := taskKind.Get(t, id)
		if err != nil {
			return was, err
		}
		if bad := hall.Why(hall.TaskCourse(), was, op, t.Actor, t.Now); bad != nil {
			return was, bad
		}
		if strings.TrimSpace(why) == "" {
			return was, hall.Refuse(hall.ErrReason).In(hall.FieldReason)
		}
		return correctTask(t, id, rev, why, func(task *hall.Task) error { return fix(t, task) })
	})
}

func correctTask(t *book.Tx, id hall.TaskID, rev uint64, why string, fix func(*hall.Task) error) (hall.Task, error) {
	veil := func(task *hall.Task, args map[string]string) { hall.VeilCorrection(args, task.Confidential) }
	return book.Correct(t, taskKind, id, rev, why, veil, fix)
}

// sayTaskAnew puts the task right that what was agreed on has become, where that is corrected and the task
// is not done.
func sayTaskAnew(t *book.Tx, v hall.Consultation, was hall.Discussion, why string) error {
	now := v.Joint
	if was.Opinion == now.Opinion && was.Who == now.Who && was.By == now.By {
		return nil
	}
	all, err := tasks(t, kv.Prefix(book.Key().Byte('v').ID(uint64(v.ID))))
	if err != nil {
		return err
	}
	for _, task := range all {
		if task.State() != hall.TaskOpen || task.Who != was.Who || task.Due != was.By || task.What != was.Opinion {
			continue
		}
		_, err := correctTask(t, task.ID, book.AnyRev, why, func(task *hall.Task) error {
			task.What, task.Who, task.Due = now.Opinion, now.Who, now.By
			return nil
		})
		return err
	}
	return nil
}
