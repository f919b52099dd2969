package store

import (
	"context"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/duty"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/people"
)

// Bearing counts what bears a name of the settings and would be left without it: of a room
// (hall.RenameRoom) what takes place there from today on, of a grade who holds it now, of a
// township the visits from today on. What is past keeps its words and is not counted.
func (d *Desk) Bearing(ctx context.Context, kind, name string) (n int, err error) {
	err = d.at.Read(ctx, hall.MayManage, func(r book.Reader) (err error) {
		switch today := hall.DayOf(d.at.Now()); kind {
		case hall.RenameRoom:
			n, err = inRoom(r, today, name)
		case hall.RenameGrade:
			n, err = d.ofGrade(ctx, r, name)
		case hall.RenameTown:
			n, err = duty.VisitsTo(r, name, today)
		}
		return err
	})
	return n, err
}

// MayDrop says why a name cannot be taken out of the settings: something bears it.
func (d *Desk) MayDrop(ctx context.Context, kind, name string) error {
	n, err := d.Bearing(ctx, kind, name)
	return hall.Droppable(kind, name, n).Or(err)
}

func inRoom(r book.Reader, today hall.Day, room string) (int, error) {
	seen := map[hall.ConsultationID]bool{}
	for v, err := range book.Rows[hall.VisitRow](r, calendar.ByDay.Table, kv.Span{From: book.Key().Day(today)}) {
		if err != nil {
			return 0, err
		}
		if v.Room == room && !v.State.Over() {
			seen[v.ID] = true
		}
	}
	return len(seen), nil
}

// mostOfGrade bounds how many holders of a grade are counted.
const mostOfGrade = 100_000

func (d *Desk) ofGrade(ctx context.Context, r book.Reader, grade string) (int, error) {
	ids, err := people.RosterIDs(ctx, r, d.st.Settings().Types, hall.RosterQuery{Grade: grade}, mostOfGrade)
	return len(ids), err
}
