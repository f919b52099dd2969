package people

import (
	"context"
	"strings"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// PairsOf lists the pairs somebody is in, as mentor or as learner, the latest first.
func PairsOf(r book.Reader, id hall.MediatorID) ([]hall.Pair, error) {
	var out []hall.Pair
	for p, err := range r.Range(byPair.Table, kv.Prefix(book.Key().Byte('m').ID(uint64(id)))) {
		if err != nil {
			return nil, err
		}
		var pair hall.Pair
		if err := book.Decode(p.Value, &pair, r.Zone()); err != nil {
			return nil, err
		}
		out = append(out, pair)
	}
	return out, nil
}

// Pairs lists mentors and whom they teach (传帮带), the latest first; only those that hold,
// unless all are asked for.
func (d *Desk) Pairs(ctx context.Context, all bool, limit int) ([]hall.Pair, error) {
	var out []hall.Pair
	err := d.Read(ctx, hall.MayLook, func(r book.Reader) error {
		out = nil
		for p, err := range r.Range(kv.Table(hall.OfPair), kv.Span{Reverse: true}) {
			if err != nil {
				return err
			}
			var pair hall.Pair
			if err := book.Decode(p.Value, &pair, r.Zone()); err != nil {
				return err
			}
			if !all && pair.To != 0 {
				continue
			}
			if out = append(out, pair); len(out) == limit {
				break
			}
		}
		return nil
	})
	return out, err
}

// BeginPair pairs a mentor with whom he teaches; hall.CheckPair says who may not be.
func (d *Desk) BeginPair(ctx context.Context, mentor, learner hall.MediatorID, from hall.Day) (hall.Pair, error) {
	return book.Write(ctx, d.Desk, hall.MayRoster, func(t *book.Tx) (out hall.Pair, _ error) {
		p := hall.Pair{From: from}
		if from > t.Today() {
			return out, hall.Refuse(hall.ErrDayFuture).In("from")
		}
		for _, side := range []struct {
			id    hall.MediatorID
			into  *hall.MediatorRef
			field string
		}{{mentor, &p.Mentor, "mentor"}, {learner, &p.Learner, "learner"}} {
			if side.id == 0 {
				return out, hall.Refuse(hall.ErrRequired).In(side.field)
			}
			m, err := Mediators.Get(t, side.id)
			if err != nil {
				return out, err
			}
			if !m.Assignable() {
				return out, hall.Refuse(hall.ErrNotAssignable, "name", m.Name).In(side.field)
			}
			*side.into = hall.MediatorRef{ID: m.ID, Name: m.Name}
		}
		err := hall.CheckPair(p, func(id hall.MediatorID) ([]hall.Pair, error) {
			all, err := PairsOf(t, id)
			var out []hall.Pair
			for _, have := range all {
				if have.Learner.ID == id {
					out = append(out, have)
				}
			}
			return out, err
		})
		if err != nil {
			return out, err
		}
		if err := Pairs.Put(t, &p); err != nil {
			return out, err
		}
		out = p
		return out, logPair(t, p, "")
	})
}

func logPair(t *book.Tx, p hall.Pair, what string) error {
	return t.Log(hall.Entry{Deed: hall.DeedPair, Args: map[string]string{"name": p.Mentor.Name, "who": p.Learner.Name, "what": what}})
}

// changePair does one thing to a pair: its course says who may.
func (d *Desk) changePair(ctx context.Context, op hall.Op, id hall.PairID, rev uint64, what string,
	do func(*book.Tx, hall.Pair) (hall.Pair, *hall.Error)) (hall.Pair, error) {
	return book.Write(ctx, d.Desk, hall.MayLook, func(t *book.Tx) (out hall.Pair, _ error) {
		p, err := Pairs.Get(t, id)
		if err != nil {
			return out, err
		}
		if p.Rev != rev {
			return out, hall.Refuse(hall.ErrConflict)
		}
		if refused := hall.Why(hall.PairCourse(), p, op, t.Actor, t.Now); refused != nil {
			return out, refused
		}
		p, bad := do(t, p)
		if bad != nil {
			return out, bad
		}
		if err := Pairs.Put(t, &p); err != nil {
			return out, err
		}
		out = p
		return out, logPair(t, p, what)
	})
}

// TeachPair writes down what was taught; the two themselves may do that too.
func (d *Desk) TeachPair(ctx context.Context, id hall.PairID, rev uint64, day hall.Day, what string) (hall.Pair, error) {
	what = strings.TrimSpace(what)
	return d.changePair(ctx, hall.OpTeach, id, rev, what, func(t *book.Tx, p hall.Pair) (hall.Pair, *hall.Error) {
		return p.Teach(hall.Lesson{Day: day, What: what, By: t.Actor.Name}, t.Today())
	})
}

// EndPair ends a pair, with what came of it.
func (d *Desk) EndPair(ctx context.Context, id hall.PairID, rev uint64, day hall.Day, why string) (hall.Pair, error) {
	why = strings.TrimSpace(why)
	return d.changePair(ctx, hall.OpEndPair, id, rev, why, func(t *book.Tx, p hall.Pair) (hall.Pair, *hall.Error) { return p.Over(day, why, t.Today()) })
}

// Posts lists who signed up for which post, the latest first by mediator; only those that are
// held, unless all are asked for. It finds them by the index of those who hold one.
func (d *Desk) Posts(ctx context.Context, all bool, limit int) ([]hall.PostRow, error) {
	var out []hall.PostRow
	err := d.Read(ctx, hall.MayLook, func(r book.Reader) error {
		out = nil
		ids, err := Mediators.Ascend(ctx, r, []string{postPiece(all)}, 1, rosterJumps, limit)
		if err != nil {
			return err
		}
		for _, id := range ids {
			m, err := Mediators.Get(r, id)
			if err != nil {
				return err
			}
			for at, p := range m.Posts {
				if all || p.To == 0 {
					out = append(out, hall.PostRow{Mediator: hall.MediatorRef{ID: m.ID, Name: m.Name}, At: at, Post: p})
				}
			}
		}
		return nil
	})
	return out, err
}

func postPiece(all bool) string {
	if all {
		return ofPost + "any"
	}
	return ofPost + "held"
}
