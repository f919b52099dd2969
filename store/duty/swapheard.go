package duty

import (
	"context"

	"sizhen/store/book"
	"sizhen/store/hall"
)

// tellOf notes who has to hear what became of a swap, but the actor: the two whose it is, where they have an
// account, and, where it was taken back, the head. It stays on their board until they have seen it.
func tellOf(t *book.Tx, f *faces, s *hall.DutySwap) error {
	s.Hear = nil
	for _, who := range []hall.DutyRef{s.Who, s.With} {
		one, err := f.of(who)
		if err != nil {
			return err
		}
		if one.own && !one.ref.Is(t.Actor) {
			s.Hear = append(s.Hear, one.ref)
		}
	}
	s.HearHead = (s.State == hall.SwapRecalled || s.State == hall.SwapDone && s.Undoes != 0) && !t.Actor.May(hall.MayPlan)
	return nil
}

// SawSwap notes that the actor has seen what became of a swap.
func (d *Desk) SawSwap(ctx context.Context, id hall.SwapID) error {
	return d.Do(ctx, hall.MayOwn, func(t *book.Tx) error {
		s, err := Swaps.Get(t, id)
		if err != nil || !s.Hears(t.Actor) {
			return err
		}
		s.Heard(t.Actor)
		if err := Swaps.Put(t, &s); err != nil {
			return err
		}
		return t.Log(hall.Entry{Deed: hall.DeedSwapSeen, Args: map[string]string{"name": s.Who.Name, "day": s.Day.String()}})
	})
}

// SwapsOverIn are the swaps that have ended and that the reader has not seen yet.
func (d *Desk) SwapsOverIn(r book.Reader) ([]hall.DutySwap, error) {
	var out []hall.DutySwap
	all, err := d.listedSwaps(r)
	for _, s := range all {
		if s.Hears(d.Actor) {
			out = append(out, s)
		}
	}
	return out, err
}
