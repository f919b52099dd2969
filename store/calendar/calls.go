package calendar

import (
	"cmp"
	"context"
	"slices"

	"sizhen/store/book"
	"sizhen/store/duty"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// mostCalls bounds how many changed times are looked at.
const mostCalls = 200

// Calls lists the parties to be rung up: whoever is expected from now until the end of the next open
// day, and whoever was told what no longer holds, with the telephone that is on record. Of a
// confidential consultation that is not the reader's nothing is listed.
func (d *Desk) Calls(ctx context.Context) (hall.CallList, error) {
	var out hall.CallList
	err := d.Read(ctx, hall.MayQueue, func(r book.Reader) (err error) {
		out, err = d.CallsIn(r)
		return err
	})
	return out, err
}

// CallsIn is Calls inside a read.
func (d *Desk) CallsIn(r book.Reader) (hall.CallList, error) {
	until, near, changed, err := d.toCall(r)
	out := hall.CallList{Until: until}
	if err != nil {
		return out, err
	}
	seen := map[hall.ConsultationID]bool{}
	for i, row := range slices.Concat(near, changed) {
		if seen[row.ID] {
			continue
		}
		seen[row.ID] = true
		if err := d.callsOf(r, row.ID, i < len(near), &out.Rows); err != nil {
			return out, err
		}
	}
	slices.SortStableFunc(out.Rows, func(a, b hall.CallRow) int {
		return cmp.Or(cmp.Compare(a.Stands(), b.Stands()), cmp.Compare(a.Visit.Slot.Day, b.Visit.Slot.Day), cmp.Compare(a.Visit.Slot.From, b.Visit.Slot.From))
	})
	return out, nil
}

// toCall are the consultations that the reader may see until the end of the next open day that are still
// to come and to which nobody has come yet, and those from today on of which somebody was told what no
// longer holds.
func (d *Desk) toCall(r book.Reader) (until hall.Day, near, changed []hall.VisitRow, err error) {
	now := d.Now()
	today := hall.DayOf(now)
	until = cmp.Or(d.Calendar().NextOpen(today+1), today+1)
	for _, day := range []hall.Day{today, until} {
		rows, err := duty.Of(d.Desk).DayIn(r, day, 'a')
		if err != nil {
			return until, nil, nil, err
		}
		for _, row := range rows {
			if row.State == hall.Waiting && row.Party.Came == 0 && row.Slot.Day.At(row.Slot.From, now.Location()).After(now) {
				near = append(near, row)
			}
		}
	}
	if changed, err = duty.Of(d.Desk).VisitsIn(r, ByTell.Table, kv.Span{From: book.Key().Day(today), Limit: mostCalls}); err != nil {
		return until, nil, nil, err
	}
	for _, rows := range []*[]hall.VisitRow{&near, &changed} {
		if *rows, err = d.seen(r, *rows); err != nil {
			return until, nil, nil, err
		}
	}
	return until, near, changed, nil
}

// seen leaves out what is confidential and not the reader's.
func (d *Desk) seen(r book.Reader, rows []hall.VisitRow) ([]hall.VisitRow, error) {
	var out []hall.VisitRow
	for _, row := range rows {
		if row.Confidential {
			v, err := Consultations.Get(r, row.ID)
			if err != nil {
				return nil, err
			}
			if may, err := d.MaySeeVisit(r, v); err != nil {
				return nil, err
			} else if !may {
				continue
			}
		}
		out = append(out, row)
	}
	return out, nil
}

// CallsLeft counts those whom somebody has to ring up still, without reading who they are. What was moved
// to a time that is near stands in both lists, or, moved once its day had gone by, only among what is near.
func (d *Desk) CallsLeft(r book.Reader) (int, error) {
	_, near, changed, err := d.toCall(r)
	n := 0
	for _, row := range near {
		n += row.Party.Of - row.Party.Told
	}
	for _, row := range changed {
		if !slices.ContainsFunc(near, func(o hall.VisitRow) bool { return o.ID == row.ID }) {
			n += row.Party.Stale
		}
	}
	return n, err
}

// callsOf lists the parties of one consultation: all of them where its time is near, else those who
// were told what no longer holds.
func (d *Desk) callsOf(r book.Reader, id hall.ConsultationID, near bool, out *[]hall.CallRow) error {
	v, err := Consultations.Get(r, id)
	if err != nil {
		return err
	}
	var parties []hall.Party
	if v.Case != 0 {
		c, err := duty.CaseAt(r, v.Case)
		if err != nil {
			return err
		}
		parties = c.Parties
	}
	for i, e := range v.Expected {
		if !e.Stale && !near {
			continue
		}
		row := hall.CallRow{Visit: hall.VisitRowOf(v), Party: i, Expected: e, Last: v.LastNotice(e)}
		if at := slices.IndexFunc(parties, func(p hall.Party) bool {
			return e.Is(hall.Expected{Person: p.Person, Side: p.Side, Name: p.Details.Name})
		}); at >= 0 {
			p := parties[at]
			row.Village, row.Phone = p.Details.Village, p.Phone()
		}
		*out = append(*out, row)
	}
	return nil
}
