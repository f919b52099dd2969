package store

import (
	"context"
	"slices"

	"sizhen/store/book"
	"sizhen/store/dispute"
	"sizhen/store/duty"
	"sizhen/store/hall"
	"sizhen/store/staff"
)

// What the board shows at most; it counts what it leaves out.
const (
	boardDue    = 20
	boardRecent = 8
	countDue    = 1000
	ownDue      = 200
	boardPeople = 6  // what is due about people and places does not crowd out what is due on cases
	peopleAhead = 30 // days
)

// Board is today at a glance. It reads what belongs to today and what is due, whatever the
// size of the store.
func (d *Desk) Board(ctx context.Context) (hall.Board, error) {
	var b hall.Board
	err := d.at.Look(ctx, func(r book.Reader) (err error) {
		b = hall.Board{Day: hall.DayOf(d.st.Now())}
		if b.Swaps, err = d.SwapsIn(r); err != nil {
			return err
		}
		if b.SwapsOver, err = d.SwapsOverIn(r); err != nil {
			return err
		}
		if b.Drafts, err = d.drafts(r); err != nil { // of those that the reader may go on with
			return err
		}
		if !d.at.Actor.May(hall.MayRead) { // an administrator without other roles sees no disputes
			accounts, err := staff.Rows(r)
			if err != nil {
				return err
			}
			b.Alone = len(accounts) == 1
			b.Due, b.DueMore, err = d.due(r, b.Day)
			return err
		}
		q, err := d.WarnedIn(r, b.Day)
		if err != nil {
			return err
		}
		if info := d.Calendar().On(b.Day); info.Open {
			_, b.Closes = d.st.Settings().DutyHours(info)
		}
		if b.OnDuty, err = duty.SignInsOn(r, b.Day); err != nil {
			return err
		}
		if b.Slots, err = d.SlotsIn(r, b.Day); err != nil {
			return err
		}
		now := hall.MinuteOf(d.st.Now())
		q.Book(b.Slots, now)
		fillQueue(&b, q, now)
		if b.Calls, b.CallsClosed, err = d.CallsLeft(r); err != nil {
			return err
		}
		if b.Due, b.DueMore, err = d.due(r, b.Day); err != nil {
			return err
		}
		if err = d.BoardIn(r, &b); err != nil {
			return err
		}
		b.Recent, err = recent(r, boardRecent)
		return err
	})
	return b, err
}

// due reads what is overdue or falls due within the longest warning, the reader's own first, then the oldest: on
// cases, follow-ups, and tasks after joint consultations; for those who keep the roster also
// what is due about people and places within a month.
func (d *Desk) due(r book.Reader, today hall.Day) ([]hall.DueRow, int, error) {
	ahead := 7
	if w := d.st.Settings().Warn; len(w) > 0 {
		ahead = w[0]
	}
	return d.dueRows(r, dueBounds{end: today + hall.Day(ahead) + 1, peopleEnd: today + peopleAhead + 1,
		most: boardDue, mostPeople: boardPeople, scan: countDue, own: ownDue, once: true})
}

// dueBounds are how far what is due is read, and how much of it.
type dueBounds struct {
	end, peopleEnd   hall.Day // the first day that is not read; of what is due about people and places
	most, mostPeople int      // rows kept of one kind, and in all
	scan             int      // rows counted of one kind; 0: all
	once             bool     // one line for each case
	own              int      // rows of one kind among which the reader's own are looked for and put first; 0: by day alone
}

func (d *Desk) dueRows(r book.Reader, b dueBounds) ([]hall.DueRow, int, error) {
	var out []hall.DueRow
	n := 0
	for _, list := range d.dueSources(dispute.DueGroup(dispute.DueAll), b.end, b.peopleEnd) {
		most := b.most
		if list.people {
			most = b.mostPeople
		}
		list.span.Limit = b.scan
		read, seen := 0, map[hall.CaseID]bool{}
		for p, err := range r.Range(list.table, list.span) {
			if err != nil {
				return nil, 0, err
			}
			n++
			if read++; read > most && read > b.own {
				continue
			}
			row, err := list.row(p)
			if err != nil {
				return nil, 0, err
			}
			if b.once && list.cases && seen[row.Case] { // the board has one line for a case: what was due first
				n, read = n-1, read-1
				continue
			}
			if seen[row.Case] = true; read <= most || row.Mine {
				out = append(out, row)
			}
		}
	}
	slices.SortStableFunc(out, func(x, y hall.DueRow) int {
		if b.own > 0 && x.Mine != y.Mine {
			if x.Mine {
				return -1
			}
			return 1
		}
		return int(x.Day - y.Day)
	})
	out = out[:min(len(out), b.most)]
	return out, n - len(out), nil
}

// fillQueue puts the walk-in queue on the board.
func fillQueue(b *hall.Board, q hall.Queue, now int) {
	b.Queue = slices.Concat(b.Queue, q.Called, q.Waiting, q.Skipped)
	b.Waiting, b.Skipped, b.Before.Visits, b.Rooms = len(q.Waiting), len(q.Missing()), q.Left, q.Rooms
	for i, v := range q.Waiting {
		if i == 0 {
			b.NextUp = &q.Waiting[0]
		}
		if b.Longest.IsZero() || v.Arrived.Before(b.Longest) {
			b.Longest = v.Arrived
		}
	}
	if b.NextUp != nil {
		if free := q.Free(*b.NextUp, now); len(free) > 0 {
			b.Free = &free[0]
		}
	}
}
