package store

import (
	"context"
	"time"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// What the board shows at most; it counts what it leaves out.
const (
	boardDue    = 20
	boardRecent = 8
	countDue    = 1000
)

// Board is today at a glance. It reads what belongs to today and what is due, whatever the
// size of the store.
func (d *Desk) Board(ctx context.Context) (hall.Board, error) {
	var b hall.Board
	err := d.st.read(ctx, func(r kv.Reader) error {
		zone := d.st.zone()
		b = hall.Board{Day: hall.DayOf(d.st.Now())}
		if !d.actor.May(hall.MayRead) {
			return nil // an administrator without other roles sees no disputes
		}
		q, err := d.queue(r, b.Day)
		if err != nil {
			return err
		}
		fillQueue(&b, q)
		if b.OnDuty, err = shiftsOf(r, b.Day, zone); err != nil {
			return err
		}
		if b.Slots, err = dayRows(r, b.Day, 'a', zone); err != nil {
			return err
		}
		if b.Due, b.DueMore, err = d.due(r, b.Day); err != nil {
			return err
		}
		if b.Drafts, err = d.drafts(r); err != nil {
			return err
		}
		b.Recent, err = recent(r, boardRecent, zone)
		return err
	})
	return b, err
}

// due reads what is overdue or falls due within the longest warning, the oldest first.
func (d *Desk) due(r kv.Reader, today hall.Day) ([]hall.DueRow, int, error) {
	ahead := 7
	if w := d.st.Settings().Warn; len(w) > 0 {
		ahead = w[0]
	}
	var out []hall.DueRow
	more := 0
	for p, err := range r.Range(tDue, kv.Span{To: key(today + hall.Day(ahead) + 1), Limit: countDue}) {
		if err != nil {
			return nil, 0, err
		}
		if len(out) == boardDue {
			more++
			continue
		}
		var c hall.CaseRow
		if err := decode(p.Value, &c, time.UTC); err != nil {
			return nil, 0, err
		}
		c = c.For(d.actor)
		out = append(out, hall.DueRow{Day: dayOf(p.Key), Kind: hall.DueKind(p.Key[4]), Case: c.ID, Number: c.Number, Who: c.Applicant})
	}
	return out, more, nil
}

// fillQueue puts the walk-in queue on the board.
func fillQueue(b *hall.Board, q hall.Queue) {
	b.Queue = append(append(b.Queue, q.Called...), q.Waiting...)
	b.Waiting, b.Rooms = len(q.Waiting), q.Rooms
	for i, v := range q.Waiting {
		if i == 0 {
			b.NextUp = &q.Waiting[0]
		}
		if b.Longest.IsZero() || v.Arrived.Before(b.Longest) {
			b.Longest = v.Arrived
		}
	}
	for _, r := range q.Rooms {
		if r.Visit == nil {
			b.FreeRoom = r.Room
			break
		}
	}
}
