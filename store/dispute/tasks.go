package dispute

import (
	"context"

	"sizhen/store/book"
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
		args := map[string]string{"number": task.Number, "what": task.What}
		if task.Confidential {
			delete(args, "what")
		}
		return out, t.Log(hall.Entry{Deed: hall.DeedTask, Case: task.Case, Consultation: task.Consultation, Args: args})
	})
}
