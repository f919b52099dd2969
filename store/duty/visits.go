package duty

import (
	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// BusyIn reads what takes somebody's time from one day to another, both included.
func (d *Desk) BusyIn(r book.Reader, who []byte, from, to hall.Day) ([]hall.VisitRow, error) {
	return d.VisitsIn(r, TableBusy, kv.Span{From: book.Path(who).Day(from), To: book.Path(who).Day(to + 1)})
}

// DayIn reads a day's rows of a class: q the queue in order, a what has hours, by time.
func (d *Desk) DayIn(r book.Reader, day hall.Day, class byte) ([]hall.VisitRow, error) {
	return d.VisitsIn(r, TableDays, kv.Prefix(book.Key().Day(day).Byte(class)))
}

// VisitsIn reads rows of an index that holds them, hiding what the reader may not see.
func (d *Desk) VisitsIn(r book.Reader, table kv.Table, span kv.Span) ([]hall.VisitRow, error) {
	var out []hall.VisitRow
	for p, err := range r.Range(table, span) {
		if err != nil {
			return nil, err
		}
		var v hall.VisitRow
		if err := book.Decode(p.Value, &v, d.Book.Zone()); err != nil {
			return nil, err
		}
		out = append(out, v.For(d.Actor))
	}
	return out, nil
}

// The tables of the calendar's visits by whom they take the time of, and by day. The calendar
// declares what stands in them; duty, which comes before it, reads their rows through the book.
const (
	TableBusy kv.Table = "by.busy"
	TableDays kv.Table = "by.day"
)

// MediatorTime is where stands what a mediator's time is taken of.
func MediatorTime(id hall.MediatorID) book.Path { return book.Key().Byte('m').ID(uint64(id)) }

// StaffTime is MediatorTime of an account that is on no roster.
func StaffTime(id hall.StaffID) book.Path { return book.Key().Byte('s').ID(uint64(id)) }
