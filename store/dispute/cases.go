package dispute

import (
	"context"
	"fmt"
	"strconv"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/duty"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/people"
)

// Cases reads a page of the list, newest first: one range read, however many cases there are, and
// of each that is open what must be known first.
func (d *Desk) Cases(ctx context.Context, q hall.CaseQuery) (hall.CasePage, error) {
	var page hall.CasePage
	group := listGroup('a', 0)
	switch q.Filter {
	case hall.OpenCases:
		group = listGroup('o', 0)
	case hall.MyCases:
		group = listGroup('m', uint64(d.Actor.Mediator))
	case hall.StateCases:
		group = listGroup('s', uint64(q.State))
	}
	limit := min(max(q.Limit, 1), people.PageMost)
	err := d.Read(ctx, hall.MayRead, func(r book.Reader) error {
		var err error
		if page.Total, err = byList.Sum(r, group); err != nil {
			return err
		}
		span := kv.Prefix(group)
		if q.After != 0 {
			span.From = group.ID(^uint64(q.After) + 1)
		}
		span.Limit = limit + 1
		for p, err := range r.Range(byList.Table, span) {
			if err != nil {
				return err
			}
			if len(page.Rows) == limit {
				page.More = true
				break
			}
			var row hall.CaseRow
			if err := book.Decode(p.Value, &row, d.Book.Zone()); err != nil {
				return err
			}
			page.Rows = append(page.Rows, row.For(d.Actor))
		}
		for i := range page.Rows {
			if err := WarnCase(r, &page.Rows[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return page, err
}

// WarnCase puts on the row of an open case what must be known first of it; of what is over nobody is warned
// any more, and of what is hidden nothing is said.
func WarnCase(r book.Reader, row *hall.CaseRow) error {
	if row.Hidden || !row.State.Open() {
		return nil
	}
	c, err := Cases.Get(r, row.ID)
	if err == nil {
		row.Warning, err = duty.WarningOf(r, c.Matter, c.Parties)
	}
	return err
}

// OpenCase opens a dossier and records who did (DOMAIN §3.12).
func (d *Desk) OpenCase(ctx context.Context, id hall.CaseID) (hall.CaseFile, error) {
	file, err := d.Case(ctx, id)
	if err != nil {
		return file, err
	}
	return file, d.Do(ctx, hall.MayRead, func(t *book.Tx) error {
		return t.Log(hall.Entry{Deed: hall.DeedOpenCase, Case: id, Args: map[string]string{"number": file.Case.Number}})
	})
}

// mostDeeds bounds how much of a case's history its file shows.
const mostDeeds = 500

// Case reads a dossier again without a new line in the journal.
func (d *Desk) Case(ctx context.Context, id hall.CaseID) (hall.CaseFile, error) {
	var f hall.CaseFile
	err := d.Read(ctx, hall.MayRead, func(r book.Reader) error {
		f = hall.CaseFile{}
		c, err := Cases.Get(r, id)
		if err != nil {
			return err
		}
		if !d.Actor.MaySee(c) {
			return hall.Refuse(hall.ErrClosedCase)
		}
		if f.Masked = !d.Actor.WorksOn(c); f.Masked {
			c = c.Veiled()
		}
		f.Case = c
		if f.Orders, err = ordersOf(r, id); err != nil {
			return err
		}
		for i, o := range f.Orders {
			f.Orders[i] = o.For(d.Actor)
		}
		if f.Warning, err = duty.WarningOf(r, c.Matter, c.Parties); err != nil {
			return err
		}
		f.Warning.Doors = c.BehindDoors()
		if f.Consultations, err = calendar.ConsultationsOn(r, id); err != nil {
			return err
		}
		for _, v := range f.Consultations {
			if v.Kind != hall.Joint {
				continue
			}
			of, err := tasks(r, kv.Prefix(book.Key().Byte('v').ID(uint64(v.ID))))
			if err != nil {
				return err
			}
			f.Tasks = append(f.Tasks, of...)
		}
		if f.ToNow, err = people.RenamedTo(r, c.ToBody, c.To); err != nil {
			return err
		}
		if f.Journal, err = book.Deeds(r, id, mostDeeds); err != nil || c.Relapse == 0 {
			return err
		}
		before, err := Cases.Get(r, c.Relapse)
		if err == nil {
			row := hall.RowOf(before).For(d.Actor)
			f.Relapse = &row
		}
		return err
	})
	return f, err
}

// Step takes a step on a case: the course's rules decide. rev must be the one read, else
// ErrConflict; the draft (0: none) is removed with it.
func (d *Desk) Step(ctx context.Context, id hall.CaseID, rev uint64, draft hall.DraftID, s hall.Step) (hall.Case, error) {
	return book.Write(ctx, d.Desk, hall.MayRead, func(t *book.Tx) (out hall.Case, _ error) {
		c, err := Cases.Get(t, id)
		if err != nil {
			return out, err
		}
		if !d.Actor.MaySee(c) {
			return out, hall.Refuse(hall.ErrClosedCase)
		}
		if c.Rev != rev {
			return out, hall.Refuse(hall.ErrConflict)
		}
		if s.Action == hall.ActAmend || s.Action == hall.ActMend || s.Action == hall.ActUndoEnd {
			if out, err = amend(t, c, s); err != nil {
				return out, err
			}
			return out, t.DropDraft(draft)
		}
		was, s := c, s
		if s.Session != nil {
			session := *s.Session
			s.Session = &session
		}
		if err := hall.Apply(&c, s, d.Actor, rules(t)); err != nil {
			return out, err
		}
		if s.Action == hall.ActSession {
			if err := recordSession(t, c, *s.Session); err != nil {
				return out, err
			}
		}
		if err := Cases.Put(t, &c); err != nil {
			return out, err
		}
		if s.Action == hall.ActReopen {
			if err := reopened(t, c, s.Reason); err != nil {
				return out, err
			}
		}
		if err := KeepPlan(t, c); err != nil {
			return out, err
		}
		if was.State.Open() && !c.State.Open() {
			if err := release(t, c, s.Reason); err != nil {
				return out, err
			}
		}
		out = c
		if err := t.Log(hall.Entry{Deed: hall.DeedOf(s.Action), Case: c.ID, Args: stepArgs(was, c, s)}); err != nil {
			return out, err
		}
		return out, t.DropDraft(draft)
	})
}

// release takes back what is still booked on a case that has ended: its rooms and people
// are free again. Who has arrived already is seen.
func release(t *book.Tx, c hall.Case, why string) error {
	all, err := calendar.ConsultationsOn(t, c.ID)
	if err != nil {
		return err
	}
	for _, off := range hall.EndWithCase(all, t.Actor, t.Now) {
		v := off.Consultation
		v.CallOff(why)
		if err := calendar.NotAgain(t, v); err != nil {
			return err
		}
		if err := calendar.Consultations.Put(t, &v); err != nil {
			return err
		}
		if err := calendar.LogVisit(t, off.Deed, v); err != nil {
			return err
		}
	}
	return nil
}

// recordSession writes a session down: in the visit of its day that has none on record yet, or as a
// visit of its own.
func recordSession(t *book.Tx, c hall.Case, s hall.Session) error {
	all, err := calendar.ConsultationsOn(t, c.ID)
	if err != nil {
		return err
	}
	v, ok := hall.ToRecord(all, hall.DayOf(s.At))
	if !ok {
		v = calendar.VisitOf(calendar.IntakeOf(c), hall.WalkIn, t)
		v.Case, v.Day, v.State = c.ID, hall.DayOf(s.At), hall.Ended
		v.Started, v.Ended = s.At, s.At
		v.Room = s.Place
	}
	v.Mediators = c.Mediators()
	v.Session = &s
	return calendar.Consultations.Put(t, &v)
}

// stepArgs is what the journal's line about a step needs.
func stepArgs(was, c hall.Case, s hall.Step) map[string]string {
	args := map[string]string{"number": c.Number}
	if c.Number == "" && !c.Confidential {
		args["name"], _ = hall.First(c.Of(hall.Applicant))
	}
	set := func(k, v string) {
		if v != "" {
			args[k] = v
		}
	}
	set("reason", s.Reason)
	set("to", s.To)
	set("who", s.Who)
	if all := c.Handed(); s.Action == hall.ActTransferTaken || s.Action == hall.ActTransferReturned {
		set("to", all[len(all)-1].To)
	}
	if ms := c.Mediators(); (s.Action == hall.ActAssign || s.Action == hall.ActStandAside) && len(ms) > 0 {
		for _, m := range ms {
			if m.ID == s.Mediator {
				set("mediator", m.Name)
			}
		}
	}
	if s.Session != nil {
		set("result", strconv.Itoa(int(s.Session.Result)))
	}
	if s.Action == hall.ActReport {
		set("authority", strconv.Itoa(int(s.Report.To)))
		set("who", s.Report.Who)
	}
	set("reason", s.Urge.Whom)
	set("reason", s.Unkept.Why)
	if s.Action == hall.ActCourt {
		set("court", strconv.Itoa(int(s.Court.Answer)))
	}
	return args
}

// EachCase walks all cases registered from one day to another, both included, in order of
// registration; 0 leaves an end open. It reads in short transactions, so that a long export
// holds nothing back.
func EachCase(ctx context.Context, b *book.Book, from, to hall.Day, fn func(hall.Case) error) error {
	var next uint64
	for {
		var page []hall.Case
		err := b.Read(ctx, func(r book.Reader) error {
			page = page[:0]
			for p, err := range r.Range(kv.Table(hall.OfCase), kv.Span{From: book.Key().ID(next), Limit: people.PageMost}) {
				if err != nil {
					return err
				}
				var c hall.Case
				if err := book.Decode(p.Value, &c, r.Zone()); err != nil {
					return fmt.Errorf("case %d: %w", book.Number(p.Key), err)
				}
				page = append(page, c)
			}
			return nil
		})
		if err != nil || len(page) == 0 {
			return err
		}
		for _, c := range page {
			day := hall.DayOf(c.Registered)
			if from != 0 && day < from || to != 0 && day > to {
				continue
			}
			if err := fn(c); err != nil {
				return err
			}
		}
		next = uint64(page[len(page)-1].ID) + 1
	}
}
