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
// confidential consultation that is not the reader's no more is said than that there is one.
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
		rows, err := d.callsOf(r, row.ID, i < len(near))
		if err != nil {
			return out, err
		}
		if may, err := d.mayCall(r, row); err != nil {
			return out, err
		} else if may {
			out.Rows = append(out.Rows, rows...)
			continue
		}
		for _, one := range rows {
			out.Closed = append(out.Closed, one.Veiled(d.Actor))
		}
	}
	slices.SortStableFunc(out.Rows, func(a, b hall.CallRow) int {
		return cmp.Or(cmp.Compare(a.Stands(), b.Stands()), cmp.Compare(a.Visit.Slot.Day, b.Visit.Slot.Day), cmp.Compare(a.Visit.Slot.From, b.Visit.Slot.From))
	})
	return out, nil
}

// toCall are the consultations until the end of the next open day that are still to come and to which
// nobody has come yet, and those from today on of which somebody was told what no longer holds.
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
	changed, err = duty.Of(d.Desk).VisitsIn(r, ByTell.Table, kv.Span{From: book.Key().Day(today), Limit: mostCalls})
	return until, near, changed, err
}

// mayCall reports whether the reader may see whom a consultation is with.
func (d *Desk) mayCall(r book.Reader, row hall.VisitRow) (bool, error) {
	if !row.Confidential {
		return true, nil
	}
	v, err := Consultations.Get(r, row.ID)
	if err != nil {
		return false, err
	}
	return d.MaySeeVisit(r, v)
}

// CallsLeft counts those whom the reader has to ring up still, and those of confidential matters whom others
// have to, without reading who they are. What was moved
// to a time that is near stands in both lists, or, moved once its day had gone by, only among what is near.
func (d *Desk) CallsLeft(r book.Reader) (n, closed int, err error) {
	_, near, changed, err := d.toCall(r)
	if err != nil {
		return 0, 0, err
	}
	for i, row := range slices.Concat(near, changed) {
		left := row.Party.Of - row.Party.Told
		if i >= len(near) {
			if left = row.Party.Stale; slices.ContainsFunc(near, func(o hall.VisitRow) bool { return o.ID == row.ID }) {
				continue
			}
		}
		if may, err := d.mayCall(r, row); err != nil {
			return 0, 0, err
		} else if may {
			n += left
		} else {
			closed += left
		}
	}
	return n, closed, nil
}

// partyOf is the party of a case who is expected; nil: it has no such party.
func partyOf(c hall.Case, e hall.Expected) *hall.Party {
	at := slices.IndexFunc(c.Parties, func(p hall.Party) bool {
		return e.Is(hall.Expected{Person: p.Person, Side: p.Side, Name: p.Details.Name})
	})
	if at < 0 {
		return nil
	}
	return &c.Parties[at]
}

// callsOf lists the parties of one consultation: all of them where its time is near, else those who
// were told what no longer holds.
func (d *Desk) callsOf(r book.Reader, id hall.ConsultationID, near bool) ([]hall.CallRow, error) {
	var out []hall.CallRow
	v, err := Consultations.Get(r, id)
	if err != nil {
		return nil, err
	}
	var c hall.Case
	if v.Case != 0 {
		if c, err = duty.CaseAt(r, v.Case); err != nil {
			return nil, err
		}
	}
	warning, err := d.WarningIn(r, v)
	if err != nil {
		return nil, err
	}
	for i, e := range v.Expected {
		if !e.Stale && !near {
			continue
		}
		row := hall.CallRow{Visit: hall.VisitRowOf(v), Party: i, Expected: e, Last: v.LastNotice(e)}
		row.Visit.Warning = warning
		if p := partyOf(c, e); p != nil {
			row.Village, row.Phone, row.Whole = p.Details.Village, p.Phone(), d.Actor.WorksOn(c)
		}
		out = append(out, row)
	}
	return out, nil
}
