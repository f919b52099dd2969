package store

import (
	"bytes"
	"context"
	"slices"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// find walks the lists of a query's pieces side by side and returns what stands in all of
// them, the newest first. Each step jumps ahead in one list to where the others are, so
// that rare pieces make common ones cheap; mostJumps bounds what a key may cost.
const mostJumps = 4000

func find(ctx context.Context, r kv.Reader, of byte, q query, limit int) ([]uint64, error) {
	var out []uint64
	for _, pieces := range q {
		ids, err := together(ctx, walk{r: r, of: of, jumps: mostJumps}, pieces, 0, limit)
		if err != nil {
			return nil, err
		}
		out = append(out, ids...)
	}
	slices.SortFunc(out, func(a, b uint64) int {
		if a > b {
			return -1
		}
		if a < b {
			return 1
		}
		return 0
	})
	out = slices.Compact(out)
	return out[:min(len(out), limit)], nil
}

// walk says through which lists a search goes, and in which direction: the newest first or,
// up, in order of their numbers.
type walk struct {
	r     kv.Reader
	of    byte
	up    bool
	jumps int // what it may cost
}

// together finds what holds all pieces, from a place on. A place counts along the walk: ^id
// or, going up, id.
func together(ctx context.Context, w walk, pieces []string, at uint64, limit int) ([]uint64, error) {
	var out []uint64
	agree, turn := 0, 0
	for jumps := 0; jumps < w.jumps && len(out) < limit; jumps++ {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		next, ok, err := w.seek(pieces[turn], at)
		if err != nil || !ok {
			return out, err
		}
		if next != at {
			at, agree = next, 0
		}
		if agree++; agree == len(pieces) {
			out = append(out, w.id(at))
			at, agree = at+1, 0
			if at == 0 {
				break
			}
		}
		turn = (turn + 1) % len(pieces)
	}
	return out, nil
}

func (w walk) id(at uint64) uint64 {
	if w.up {
		return at
	}
	return ^at
}

// seek finds the first entry of a piece at or after a place.
func (w walk) seek(piece string, at uint64) (uint64, bool, error) {
	prefix := key(w.of, piece, byte(0))
	span := kv.Prefix(prefix)
	span.Limit = 1
	if w.up { // the lists lie with the newest first
		span.Reverse, span.To = true, key(prefix, ^at, byte(0))
	} else {
		span.From = key(prefix, at)
	}
	for p, err := range w.r.Range(tTerm, span) {
		if err != nil {
			return 0, false, err
		}
		if !bytes.HasPrefix(p.Key, prefix) {
			break
		}
		n := number(p.Key)
		if w.up {
			n = ^n
		}
		return n, true, nil
	}
	return 0, false, nil
}

// Search finds cases and people by Chinese text, pinyin initials, number and telephone.
// A case whose names the reader may not see is not found: that it answers to a name would
// tell already.
func (d *Desk) Search(ctx context.Context, q string, limit int) ([]hall.Hit, error) {
	var out []hall.Hit
	err := d.read(ctx, hall.MayRead, func(r kv.Reader) error {
		out = nil
		cut := parseQuery(q)
		people, err := d.people(ctx, r, q, limit)
		if err != nil {
			return err
		}
		ids, err := find(ctx, r, 'c', cut, limit)
		if err != nil {
			return err
		}
		seen := map[hall.CaseID]bool{}
		add := func(row hall.CaseRow) {
			if !row.Hidden && !seen[row.ID] && len(seen) < limit {
				seen[row.ID] = true
				out = append(out, hall.Hit{Case: &row})
			}
		}
		for _, id := range ids {
			c, err := get(r, &caseKind, id, d.st.zone())
			if err != nil {
				return err
			}
			add(hall.RowOf(c).For(d.actor))
		}
		for _, p := range people[:min(len(people), 3)] { // found by telephone or document: their cases
			rows, err := d.caseRows(r, tParty, key(uint64(p.ID)), 3)
			if err != nil {
				return err
			}
			for _, row := range rows {
				add(row)
			}
		}
		for i := range people {
			out = append(out, hall.Hit{Person: &people[i]})
		}
		return nil
	})
	return out, err
}
