package store

import (
	"context"
	"slices"
	"time"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/dispute"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/people"
)

// dueSource is one of the lists that hold what is due, by day.
type dueSource struct {
	table  kv.Table
	span   kv.Span
	row    func(kv.Pair) (hall.DueRow, error)
	cases  bool // on cases
	people bool // about people and places
}

// dueSources are the lists that hold what is due, up to a day, of those that the reader may read: on cases, of a group.
func (d *Desk) dueSources(cases book.Path, end, peopleEnd hall.Day) []dueSource {
	until := func(p book.Path, end hall.Day) kv.Span { return kv.Span{From: p, To: p.Day(end)} }
	var out []dueSource
	if d.at.Actor.May(hall.MayRead) {
		out = append(out,
			dueSource{table: dispute.ByDue.Table, span: until(cases, end), row: d.dueCase, cases: true},
			dueSource{table: calendar.ByStage.Table, span: until(book.Key().Byte(byte(hall.FollowUp)).Byte(calendar.StageOpen), end), row: d.dueFollowUp},
			dueSource{table: dispute.ByTask.Table, span: until(book.Key().Byte('o'), end), row: d.dueTask},
			dueSource{table: dispute.ByOrder.Table, span: dispute.OrdersDue(end), row: d.dueOrder})
	}
	if d.at.Actor.May(hall.MayRoster) {
		out = append(out, dueSource{table: people.ByRemind.Table, span: kv.Span{To: book.Key().Day(peopleEnd)}, row: d.dueReminder, people: true})
	}
	return out
}

// whenever is the end of what is due without one.
const whenever = hall.Day(1 << 24)

// dueScan is how many lines of one list are looked through for a page of what is somebody's.
const dueScan = 2000

// Due reads a page of what is due, the longest overdue first: of each list as much as the page can hold, however
// long they are.
func (d *Desk) Due(ctx context.Context, q hall.DueQuery) (hall.DuePage, error) {
	var page hall.DuePage
	err := d.at.Look(ctx, func(r book.Reader) (err error) {
		page, err = d.duePage(r, q)
		return err
	})
	return page, err
}

func (d *Desk) duePage(r book.Reader, q hall.DueQuery) (hall.DuePage, error) {
	end := whenever
	if q.Until != 0 {
		end = q.Until + 1
	}
	limit := min(max(q.Limit, 1), people.PageMost)
	next := slices.Clone(q.After)
	type found struct {
		row  hall.DueRow
		from int
		key  string
	}
	var all []found
	more, capped := false, map[int]string{}
	for i, list := range d.dueOf(q.Whose, end) {
		if len(next) <= i {
			next = append(next, "")
		}
		if next[i] != "" {
			list.span.From = []byte(next[i] + "\x00")
		}
		list.span.Limit = dueScan
		n, read, last := 0, 0, ""
		for p, err := range r.Range(list.table, list.span) {
			if err != nil {
				return hall.DuePage{}, err
			}
			row, err := list.row(p)
			if err != nil {
				return hall.DuePage{}, err
			}
			read, last = read+1, string(p.Key)
			if !dueFor(q.Whose, row) {
				continue
			}
			if n++; n > limit {
				break
			}
			all = append(all, found{row, i, last})
		}
		if read == dueScan && n <= limit { // what lies behind is looked for with the next page
			capped[i], more = last, true
		}
	}
	slices.SortStableFunc(all, func(x, y found) int { return int(x.row.Day - y.row.Day) })
	var page hall.DuePage
	for i, f := range all {
		if i == limit {
			more = true
			break
		}
		page.Rows, next[f.from] = append(page.Rows, f.row), f.key
	}
	if len(all) <= limit {
		for i, last := range capped {
			next[i] = last
		}
	}
	if more {
		page.Next = next
	}
	return page, nil
}

// dueOf are the lists for whom it is due: of cases each has a list of its own, and what is to be filed are cases.
func (d *Desk) dueOf(whose hall.DueWhose, end hall.Day) []dueSource {
	switch whose {
	case hall.DueMine:
		return d.dueSources(dispute.DueOf(d.at.Actor.Mediator), end, end)
	case hall.DueNobodys:
		return d.dueSources(dispute.DueGroup(dispute.DueNobody), end, end)
	case hall.DueToFile:
		return slices.DeleteFunc(d.dueSources(dispute.DueGroup(dispute.DueFiling), end, end), func(s dueSource) bool { return !s.cases })
	}
	return d.dueSources(dispute.DueGroup(dispute.DueAll), end, end)
}

// dueFor reports whether something due is for whom it was asked.
func dueFor(whose hall.DueWhose, row hall.DueRow) bool {
	switch whose {
	case hall.DueMine:
		return row.Mine
	case hall.DueNobodys:
		return row.By == ""
	}
	return true
}

func (d *Desk) dueCase(p kv.Pair) (hall.DueRow, error) {
	var c hall.CaseRow
	err := book.Decode(p.Value, &c, time.UTC)
	c = c.For(d.at.Actor)
	day, kind := dispute.DueKey(p.Key)
	return hall.DueRow{Day: day, Kind: kind, Case: c.ID, Number: c.Number, Who: c.Applicant, By: c.Chair,
		Mine: c.With(d.at.Actor)}, err
}

func (d *Desk) dueFollowUp(p kv.Pair) (hall.DueRow, error) {
	var v hall.VisitRow
	err := book.Decode(p.Value, &v, d.st.zone())
	v = v.For(d.at.Actor)
	return hall.DueRow{Day: v.Day, Kind: hall.DueFollowUp, Case: v.Case, Consultation: v.ID, Who: v.Who, What: v.Village,
		By: v.Mediator, Mine: d.at.Actor.Among(v.Mediators)}, err
}

func (d *Desk) dueTask(p kv.Pair) (hall.DueRow, error) {
	var t hall.Task
	err := book.Decode(p.Value, &t, d.st.zone())
	t = t.For(d.at.Actor)
	return hall.DueRow{Day: t.Due, Kind: hall.DueTask, Case: t.Case, Consultation: t.Consultation, Task: t.ID, Number: t.Number, Who: t.Who, What: t.What,
		By:   t.Who,
		Mine: t.Who != "" && t.Who == d.at.Actor.Name}, err
}

func (d *Desk) dueOrder(p kv.Pair) (hall.DueRow, error) {
	var o hall.OrderRow
	err := book.Decode(p.Value, &o, d.st.zone())
	o = o.For(d.at.Actor)
	return hall.DueRow{Day: book.DayOf(p.Key[1:]), Kind: hall.DueKind(p.Key[5]), Order: o.ID, Case: o.Case, Who: o.Who, What: o.Subject, By: o.HolderAs,
		Mine: o.With(d.at.Actor)}, err
}

func (d *Desk) dueReminder(p kv.Pair) (hall.DueRow, error) {
	var m hall.Reminder
	err := book.Decode(p.Value, &m, d.st.zone())
	return hall.DueRow{Day: m.Day, Kind: m.Kind.Due(), Mediator: m.Mediator, Org: m.Org, Who: m.Name}, err
}
