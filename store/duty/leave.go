package duty

import (
	"context"
	"slices"
	"strconv"

	"sizhen/store/book"
	"sizhen/store/hall"
)

// mostWords bounds what is written down in one go about duty.
const mostWords = 1000

// newLeave looks at a leave that is to be added, and who it is of.
func (d *Desk) newLeave(r book.Reader, l hall.Leave) (hall.Leave, error) {
	if l.Who.Name == "" && l.Who.ID == 0 {
		return l, hall.Refuse(hall.ErrRequired).In("who")
	}
	f, err := d.faces(r).of(l.Who)
	if err != nil {
		return l, err
	}
	l.ID, l.Rev, l.Off, l.Who = 0, 0, false, f.ref
	have, err := d.leavesIn(r, l.From, max(l.From, l.To))
	if err != nil {
		return l, err
	}
	if err := hall.CheckLeave(l, have); err != nil {
		return l, err
	}
	if l.To < hall.DayOf(d.Now()) {
		return l, hall.Refuse(hall.ErrDayBefore, "day", hall.DayOf(d.Now())).In("to")
	}
	return l, tooLong(l.Why, "why")
}

func tooLong(s, field string) error {
	if len([]rune(s)) > mostWords {
		return hall.Refuse(hall.ErrTooLong, "most", mostWords).In(field)
	}
	return nil
}

// with and without are the leaves on file with one more, or one less.
func (d *Desk) with(r book.Reader, l hall.Leave) func(from, to hall.Day) ([]hall.Leave, error) {
	return func(from, to hall.Day) ([]hall.Leave, error) {
		list, err := d.leavesIn(r, from, to)
		return append(list, l), err
	}
}

func (d *Desk) without(r book.Reader, id hall.LeaveID) func(from, to hall.Day) ([]hall.Leave, error) {
	return func(from, to hall.Day) ([]hall.Leave, error) {
		list, err := d.leavesIn(r, from, to)
		return slices.DeleteFunc(list, func(l hall.Leave) bool { return l.ID == id }), err
	}
}

// PreviewLeave shows what a leave does to the plans, before it is saved.
func (d *Desk) PreviewLeave(ctx context.Context, l hall.Leave) (hall.LeavePreview, error) {
	var out hall.LeavePreview
	err := d.Read(ctx, hall.MayPlan, func(r book.Reader) error {
		l, err := d.newLeave(r, l)
		if err != nil {
			return err
		}
		out, err = d.previewLeaves(r, l, d.with(r, l))
		return err
	})
	return out, err
}

// AddLeave records a leave (请假). With the stamp of its preview the plans change as shown;
// ErrConflict when they would change otherwise by now. Without a stamp no plan changes: the
// shifts of whoever is on leave are shown as open.
func (d *Desk) AddLeave(ctx context.Context, l hall.Leave, stamp string) (hall.Leave, error) {
	return book.Write(ctx, d.Desk, hall.MayPlan, func(t *book.Tx) (hall.Leave, error) {
		add, err := Of(t.Desk()).newLeave(t, l)
		if err != nil {
			return add, err
		}
		add.By, add.At = t.Actor.Name, t.Now
		moved, err := replan(t, add, stamp, Of(t.Desk()).with(t, add), add.Why)
		if err != nil {
			return add, err
		}
		if err := Leaves.Put(t, &add); err != nil {
			return add, err
		}
		return add, logLeave(t, hall.DeedLeave, add, moved)
	})
}

// PreviewLeaveOff shows what the plans become when a leave is taken back.
func (d *Desk) PreviewLeaveOff(ctx context.Context, id hall.LeaveID) (hall.LeavePreview, error) {
	var out hall.LeavePreview
	err := d.Read(ctx, hall.MayPlan, func(r book.Reader) error {
		l, err := Leaves.Get(r, id)
		if err != nil {
			return err
		}
		l.Off = true
		out, err = d.previewLeaves(r, l, d.without(r, id))
		return err
	})
	return out, err
}

// TakeBackLeave takes a leave back (销假); the stamp is as in AddLeave.
func (d *Desk) TakeBackLeave(ctx context.Context, id hall.LeaveID, rev uint64, stamp string) error {
	return d.Do(ctx, hall.MayPlan, func(t *book.Tx) error {
		l, err := Leaves.Get(t, id)
		switch {
		case err != nil:
			return err
		case l.Rev != rev:
			return hall.Refuse(hall.ErrConflict)
		}
		if bad := hall.Why(hall.LeaveCourse(), l, hall.OpTakeBack, t.Actor, t.Now); bad != nil {
			return bad
		}
		l.Off = true
		moved, err := replan(t, l, stamp, Of(t.Desk()).without(t, id), "")
		if err != nil {
			return err
		}
		if err := Leaves.Put(t, &l); err != nil {
			return err
		}
		return logLeave(t, hall.DeedLeaveOff, l, moved)
	})
}

// replan puts the plans in force that a leave's preview showed; how many shifts change.
func replan(t *book.Tx, l hall.Leave, stamp string, leaves func(from, to hall.Day) ([]hall.Leave, error), why string) (int, error) {
	if stamp == "" {
		return 0, nil
	}
	p, err := Of(t.Desk()).previewLeaves(t, l, leaves)
	if err != nil {
		return 0, err
	}
	if p.Stamp != stamp {
		return 0, hall.Refuse(hall.ErrConflict)
	}
	moved := 0
	for i := range p.Plans {
		moved += p.Plans[i].Moved
		if err := enforce(t, &p.Plans[i].DutyPlan, why); err != nil {
			return 0, err
		}
	}
	return moved, nil
}

func logLeave(t *book.Tx, deed hall.Deed, l hall.Leave, moved int) error {
	return t.Log(hall.Entry{Deed: deed, Args: map[string]string{
		"name": l.Who.Name, "day": l.From.String(), "last": l.To.String(), "moved": strconv.Itoa(moved),
	}})
}
