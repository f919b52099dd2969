package store

import (
	"context"
	"time"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// Duty lists who was on duty on a day, in order of signing in.
func (d *Desk) Duty(ctx context.Context, day hall.Day) ([]hall.Shift, error) {
	var out []hall.Shift
	err := d.read(ctx, hall.MayQueue, func(r kv.Reader) (err error) {
		out, err = shiftsOf(r, day, d.st.zone())
		return err
	})
	return out, err
}

func shiftsOf(r kv.Reader, day hall.Day, zone *time.Location) ([]hall.Shift, error) {
	var out []hall.Shift
	for p, err := range r.Range(tShiftDay, kv.Prefix(key(day))) {
		if err != nil {
			return nil, err
		}
		s, err := get(r, &shiftKind, number(p.Key), zone)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// openShift is the actor's shift of today that has not ended.
func (t *tx) openShift() (hall.Shift, error) {
	all, err := shiftsOf(t, t.today(), t.st.zone())
	for _, s := range all {
		if s.Staff == t.actor.Staff && s.Out.IsZero() {
			return s, err
		}
	}
	return hall.Shift{}, err
}

// DutyIn signs the actor in for today's duty (签到). Signing in twice changes nothing.
func (d *Desk) DutyIn(ctx context.Context) error {
	return d.write(ctx, hall.MayQueue, func(t *tx) error {
		was, err := t.openShift()
		if err != nil || was.ID != 0 {
			return err
		}
		s := hall.Shift{Day: t.today(), Staff: t.actor.Staff, Name: t.actor.Name, In: t.now}
		if err := put(t, &shiftKind, &s); err != nil {
			return err
		}
		return t.log(hall.Entry{Deed: hall.DeedDutyIn, Args: map[string]string{"name": t.actor.Name}})
	})
}

// DutyOut signs the actor out, with what is handed over; the note's draft goes with it.
func (d *Desk) DutyOut(ctx context.Context, note string) error {
	return d.write(ctx, hall.MayQueue, func(t *tx) error {
		s, err := t.openShift()
		if err != nil {
			return err
		}
		if s.ID == 0 {
			return hall.Refuse(hall.ErrNotFound)
		}
		s.Out, s.Note = t.now, note
		if err := put(t, &shiftKind, &s); err != nil {
			return err
		}
		if err := t.dropHandover(); err != nil {
			return err
		}
		return t.log(hall.Entry{Deed: hall.DeedDutyOut, Args: map[string]string{"name": t.actor.Name}})
	})
}

func (t *tx) dropHandover() error {
	var ids []hall.DraftID
	for p, err := range t.Range(tForm, kv.Prefix(key(hall.HandoverForm(t.actor.Staff), byte(0), uint64(0), uint64(0)))) {
		if err != nil {
			return err
		}
		ids = append(ids, hall.DraftID(number(p.Key)))
	}
	for _, id := range ids {
		if err := t.dropDraft(id); err != nil {
			return err
		}
	}
	return nil
}
