package store

import (
	"context"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

func tasks(r book.Reader, span kv.Span, st *Store) ([]hall.Task, error) {
	var out []hall.Task
	for p, err := range r.Range(byTask.Table, span) {
		if err != nil {
			return nil, err
		}
		var t hall.Task
		if err := book.Decode(p.Value, &t, st.zone()); err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

// Tasks lists the open tasks that are due by a day, the oldest first.
func (d *Desk) Tasks(ctx context.Context, by hall.Day, limit int) ([]hall.Task, error) {
	var out []hall.Task
	err := d.read(ctx, hall.MayQueue, func(r book.Reader) error {
		all, err := tasks(r, kv.Span{From: book.Key().Byte('o'), To: book.Key().Byte('o').Day(by + 1), Limit: limit}, d.st)
		if err != nil {
			return err
		}
		out = nil
		for _, t := range all {
			out = append(out, t.For(d.actor))
		}
		return nil
	})
	return out, err
}

// DoneTask records that a task was done, and what came of it.
func (d *Desk) DoneTask(ctx context.Context, id hall.TaskID, rev uint64, result string) (hall.Task, error) {
	return change(ctx, d, hall.MayQueue, func(t *tx) (out hall.Task, _ error) {
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
		if err := taskKind.Put(t.Tx, &task); err != nil {
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
