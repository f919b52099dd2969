package calendar

import (
	"context"

	"sizhen/store/book"
	"sizhen/store/duty"
	"sizhen/store/hall"
)

// WarningIn is what must be known first of who comes to a consultation: from its case, else from
// what was registered.
func (d *Desk) WarningIn(r book.Reader, v hall.Consultation) (hall.Warning, error) {
	var w hall.Warning
	var err error
	switch {
	case v.Case != 0:
		c, bad := duty.CaseAt(r, v.Case)
		if bad != nil {
			return w, bad
		}
		w, err = duty.WarningOf(r, c.Matter, c.Parties)
		w.Doors = c.BehindDoors()
	case v.Intake != nil:
		w, err = duty.WarningOf(r, v.Intake.Matter, v.Intake.Parties)
	}
	if err != nil || !w.Any() {
		return w, err
	}
	if may, err := d.MaySeeVisit(r, v); err != nil || !may {
		return w.Outside(), err
	}
	return w, nil
}

// Warning is WarningIn of one consultation.
func (d *Desk) Warning(ctx context.Context, id hall.ConsultationID) (hall.Warning, error) {
	var w hall.Warning
	err := d.Read(ctx, hall.MayQueue, func(r book.Reader) error {
		v, err := Consultations.Get(r, id)
		if err == nil {
			w, err = d.WarningIn(r, v)
		}
		return err
	})
	return w, err
}

// Warn puts it on rows; of what is over nobody is warned any more.
func (d *Desk) Warn(r book.Reader, rows []hall.VisitRow) error {
	for i := range rows {
		if rows[i].State.Over() {
			continue
		}
		v, err := Consultations.Get(r, rows[i].ID)
		if err != nil {
			return err
		}
		if rows[i].Warning, err = d.WarningIn(r, v); err != nil {
			return err
		}
	}
	return nil
}

// SlotsIn are the rows of what has hours on a day, with what must be known first of who comes.
func (d *Desk) SlotsIn(r book.Reader, day hall.Day) ([]hall.VisitRow, error) {
	rows, err := duty.Of(d.Desk).DayIn(r, day, 'a')
	if err != nil {
		return nil, err
	}
	return rows, d.Warn(r, rows)
}
