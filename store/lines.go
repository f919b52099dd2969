package store

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/dispute"
	"sizhen/store/hall"
)

// scanLines is how many lines of the journal are gone through at most for a page of a part: however
// seldom its lines are, nobody waits for the whole journal.
const scanLines = 20_000

// Lines reads the journal, the newest lines first, a page at a time. What a line says of something
// confidential that is not the reader's is left out.
func (d *Desk) Lines(ctx context.Context, q hall.JournalQuery) (hall.JournalPage, error) {
	var out hall.JournalPage
	err := d.at.Read(ctx, hall.MayAudit, func(r book.Reader) error {
		out = hall.JournalPage{}
		last, n := uint64(0), 0
		err := book.EntriesBefore(r, q.Before, scanLines, func(e hall.Entry) bool {
			last, n = e.Seq, n+1
			if q.Part.Has(e.Deed) {
				out.Rows = append(out.Rows, hall.JournalRow{Entry: e})
			}
			return len(out.Rows) < q.Limit
		})
		if last > 1 {
			out.Next, out.Cut = last, n == scanLines
		}
		for i := range out.Rows {
			if err == nil {
				err = d.place(r, &out.Rows[i])
			}
		}
		return err
	})
	return out, err
}

// place finds the record that a line is about, and leaves out what its reader may not see. A record that
// cannot be read is not for anybody; the line stands all the same.
func (d *Desk) place(r book.Reader, row *hall.JournalRow) error {
	a := d.at.Actor
	row.Wrong = hall.JournalWrong.Has(row.Deed)
	kind, n, _ := strings.Cut(row.Ref, "/")
	id, _ := strconv.ParseUint(n, 10, 64)
	row.About = hall.Ref{Kind: hall.Record(kind), ID: id}
	var err error
	switch {
	case row.About.Kind == hall.OfOrder:
		var o hall.Order
		o, err = dispute.Orders.Get(r, hall.OrderID(id))
		row.Shut = o.Confidential && !a.MaySeeOrder(o)
	case row.Case != 0:
		var c hall.Case
		c, err = dispute.Cases.Get(r, row.Case)
		row.Shut, row.About = c.Confidential && !a.MaySee(c), hall.Ref{Kind: hall.OfCase, ID: uint64(row.Case)}
	case row.Consultation != 0:
		var v hall.Consultation
		v, err = calendar.Consultations.Get(r, row.Consultation)
		row.Shut, row.Kind, row.About = !v.Clears(a), v.Kind, hall.Ref{Kind: hall.OfVisit, ID: uint64(row.Consultation)}
	}
	if errors.Is(err, ErrDamaged) || book.Is(err, hall.ErrNotFound) {
		row.Shut, err = true, nil
	}
	if row.Shut {
		number := row.Args["number"]
		if row.Args = nil; number != "" {
			row.Args = map[string]string{"number": number}
		}
	}
	return err
}
