package book

import (
	"bytes"
	"cmp"
	"context"
	"slices"

	"sizhen/store/kv"
)

// mostJumps bounds what a key of a search may cost.
const mostJumps = 4000

// Find walks the lists of a query's pieces side by side and returns what stands in all of
// them, the newest first. Each step jumps ahead in one list to where the others are, so
// that rare pieces make common ones cheap.
func (k *Kind[I, T]) Find(ctx context.Context, r kv.Reader, q Query, limit int) ([]I, error) {
	var out []I
	for _, pieces := range q {
		ids, err := together(ctx, walk{r: r, of: k.Letter, jumps: mostJumps}, pieces, 0, limit)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			out = append(out, I(id))
		}
	}
	slices.SortFunc(out, func(a, b I) int { return cmp.Compare(b, a) })
	out = slices.Compact(out)
	return out[:min(len(out), limit)], nil
}

// Ascend finds what holds all pieces in order of the numbers, from one on; jumps bounds what
// it may cost.
func (k *Kind[I, T]) Ascend(ctx context.Context, r kv.Reader, pieces []string, from I, jumps, limit int) ([]I, error) {
	ids, err := together(ctx, walk{r: r, of: k.Letter, up: true, jumps: jumps}, pieces, uint64(from), limit)
	out := make([]I, len(ids))
	for i, id := range ids {
		out[i] = I(id)
	}
	return out, err
}

// Pieces lists what of a sort of pieces begins so. Each costs one look, however many records
// hold it.
func (k *Kind[I, T]) Pieces(r kv.Reader, of, begin string, limit int) ([]string, error) {
	var out []string
	sort := Key().Byte(k.Letter).Text(of)
	span := kv.Prefix(sort.Text(begin))
	span.Limit = 1
	for len(out) < limit {
		piece, found := "", false
		for p, err := range r.Range(tTerm, span) {
			if err != nil {
				return nil, err
			}
			if end := bytes.IndexByte(p.Key, 0); end > len(sort) {
				piece, found = string(p.Key[len(sort):end]), true
			}
		}
		if !found {
			break
		}
		out = append(out, piece)
		span.From = sort.Text(piece).Byte(1) // behind all who hold it
	}
	return out, nil
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
	prefix := Key().Byte(w.of).Text(piece).End()
	span := kv.Prefix(prefix)
	span.Limit = 1
	if w.up { // the lists lie with the newest first
		span.Reverse, span.To = true, prefix.Newest(at).End()
	} else {
		span.From = prefix.ID(at)
	}
	for p, err := range w.r.Range(tTerm, span) {
		if err != nil {
			return 0, false, err
		}
		if !bytes.HasPrefix(p.Key, prefix) {
			break
		}
		n := Number(p.Key)
		if w.up {
			n = ^n
		}
		return n, true, nil
	}
	return 0, false, nil
}
