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
	count := map[string]func(book.Reader, hall.Day, string) (int, error){
		hall.RenameRoom: inRoom, hall.RenameGrade: ofGrade, hall.RenameTown: toTownship,
	}[kind]
	err = d.at.Read(ctx, hall.MayManage, func(r book.Reader) (err error) {
		n, err = count(r, hall.DayOf(d.at.Now()), name)
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

func ofGrade(r book.Reader, _ hall.Day, grade string) (n int, err error) {
	for m, err := range people.Mediators.Every(r, kv.Span{}) {
		if err != nil {
			return 0, err
		}
		if m.Grade == grade && m.Status != hall.Left {
			n++
		}
	}
	return n, nil
}

func toTownship(r book.Reader, today hall.Day, township string) (n int, err error) {
	for s, err := range duty.Shifts.Every(r, kv.Span{}) {
		if err != nil {
			return 0, err
		}
		if s.Kind == hall.DutyCounty && s.Township == township && s.Day >= today && s.State == hall.DutyStands {
			n++
		}
	}
	return n, nil
}
