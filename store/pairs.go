package store

import (
	"context"
	"strings"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// pairsOf lists the pairs somebody is in, as mentor or as learner, the latest first.
func pairsOf(r kv.Reader, id hall.MediatorID, st *Store) ([]hall.Pair, error) {
	var out []hall.Pair
	for p, err := range r.Range(tPairOf, kv.Prefix(key(byte('m'), uint64(id)))) {
		if err != nil {
			return nil, err
		}
		var pair hall.Pair
		if err := decode(p.Value, &pair, st.zone()); err != nil {
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
	err := d.read(ctx, hall.MayLook, func(r kv.Reader) error {
		out = nil
		for p, err := range r.Range(tPair, kv.Span{Reverse: true}) {
			if err != nil {
				return err
			}
			var pair hall.Pair
			if err := decode(p.Value, &pair, d.st.zone()); err != nil {
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
	var out hall.Pair
	err := d.write(ctx, hall.MayRoster, func(t *tx) error {
		p := hall.Pair{From: from}
		if from > t.today() {
			return hall.Refuse(hall.ErrDayFuture).In("from")
		}
		for _, side := range []struct {
			id    hall.MediatorID
			into  *hall.MediatorRef
			field string
		}{{mentor, &p.Mentor, "mentor"}, {learner, &p.Learner, "learner"}} {
			if side.id == 0 {
				return hall.Refuse(hall.ErrRequired).In(side.field)
			}
			m, err := get(t, &mediatorKind, uint64(side.id), t.st.zone())
			if err != nil {
				return err
			}
			if !m.Assignable() {
				return hall.Refuse(hall.ErrNotAssignable, "name", m.Name).In(side.field)
			}
			*side.into = hall.MediatorRef{ID: m.ID, Name: m.Name}
		}
		err := hall.CheckPair(p, func(id hall.MediatorID) ([]hall.Pair, error) {
			all, err := pairsOf(t, id, t.st)
			var out []hall.Pair
			for _, have := range all {
				if have.Learner.ID == id {
					out = append(out, have)
				}
			}
			return out, err
		})
		if err != nil {
			return err
		}
		if err := put(t, &pairKind, &p); err != nil {
			return err
		}
		out = p
		return t.logPair(p, "")
	})
	return out, err
}

func (t *tx) logPair(p hall.Pair, what string) error {
	return t.log(hall.Entry{Deed: hall.DeedPair, Args: map[string]string{"name": p.Mentor.Name, "who": p.Learner.Name, "what": what}})
}

// changePair does one thing to a pair. Those who are in it may do what need does not forbid.
func (d *Desk) changePair(ctx context.Context, need hall.Right, id hall.PairID, rev uint64, what string, do func(*tx, hall.Pair) (hall.Pair, *hall.Error)) (hall.Pair, error) {
	var out hall.Pair
	err := d.write(ctx, need, func(t *tx) error {
		p, err := get(t, &pairKind, uint64(id), t.st.zone())
		if err != nil {
			return err
		}
		if p.Rev != rev {
			return hall.Refuse(hall.ErrConflict)
		}
		if me := t.actor.Mediator; need != hall.MayRoster && (me == 0 || me != p.Mentor.ID && me != p.Learner.ID) {
			if err := t.actor.Require(hall.MayRoster); err != nil {
				return err
			}
		}
		p, bad := do(t, p)
		if bad != nil {
			return bad
		}
		if err := put(t, &pairKind, &p); err != nil {
			return err
		}
		out = p
		return t.logPair(p, what)
	})
	return out, err
}

// TeachPair writes down what was taught; the two themselves may do that too.
func (d *Desk) TeachPair(ctx context.Context, id hall.PairID, rev uint64, day hall.Day, what string) (hall.Pair, error) {
	what = strings.TrimSpace(what)
	return d.changePair(ctx, hall.MayLook, id, rev, what, func(t *tx, p hall.Pair) (hall.Pair, *hall.Error) {
		return p.Teach(hall.Lesson{Day: day, What: what, By: t.actor.Name}, t.today())
	})
}

// EndPair ends a pair, with what came of it.
func (d *Desk) EndPair(ctx context.Context, id hall.PairID, rev uint64, day hall.Day, why string) (hall.Pair, error) {
	why = strings.TrimSpace(why)
	return d.changePair(ctx, hall.MayRoster, id, rev, why, func(t *tx, p hall.Pair) (hall.Pair, *hall.Error) { return p.Over(day, why, t.today()) })
}

// Posts lists who signed up for which post, the latest first by mediator; only those that are
// held, unless all are asked for. It finds them by the index of those who hold one.
func (d *Desk) Posts(ctx context.Context, all bool, limit int) ([]hall.PostRow, error) {
	var out []hall.PostRow
	err := d.read(ctx, hall.MayLook, func(r kv.Reader) error {
		out = nil
		ids, err := together(ctx, walk{r: r, of: 'm', up: true, jumps: rosterJumps}, []string{postPiece(all)}, 1, limit)
		if err != nil {
			return err
		}
		for _, id := range ids {
			m, err := get(r, &mediatorKind, id, d.st.zone())
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
