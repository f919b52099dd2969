package store

import (
	"context"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

func tasks(r kv.Reader, span kv.Span, st *Store) ([]hall.Task, error) {
	var out []hall.Task
	for p, err := range r.Range(tTaskList, span) {
		if err != nil {
			return nil, err
		}
		var t hall.Task
		if err := decode(p.Value, &t, st.zone()); err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

// Tasks lists the open tasks that are due by a day, the oldest first.
func (d *Desk) Tasks(ctx context.Context, by hall.Day, limit int) ([]hall.Task, error) {
	var out []hall.Task
	err := d.read(ctx, hall.MayQueue, func(r kv.Reader) error {
		all, err := tasks(r, kv.Span{From: key(byte('o')), To: key(byte('o'), by+1), Limit: limit}, d.st)
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
	var out hall.Task
	err := d.write(ctx, hall.MayQueue, func(t *tx) error {
		task, err := get(t, &taskKind, uint64(id), t.st.zone())
		switch {
		case err != nil:
			return err
		case task.For(t.actor).What == "":
			return hall.Refuse(hall.ErrClosedCase)
		case task.Rev != rev:
			return hall.Refuse(hall.ErrConflict)
		case task.Done != 0:
			return hall.Refuse(hall.ErrTaskDone)
		case result == "":
			return hall.Refuse(hall.ErrRequired).In("result")
		}
		task.Done, task.DoneBy, task.Result = t.today(), t.actor.Name, result
		if err := put(t, &taskKind, &task); err != nil {
			return err
		}
		out = task
		args := map[string]string{"number": task.Number, "what": task.What}
		if task.Confidential {
			delete(args, "what")
		}
		return t.log(hall.Entry{Deed: hall.DeedTask, Case: task.Case, Consultation: task.Consultation, Args: args})
	})
	return out, err
}
