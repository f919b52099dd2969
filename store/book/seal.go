package book

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"

	"sizhen/store/hall"
)

// SealFault is why a journal's end could not be looked at by its seal.
type SealFault string

// What can be wrong.
const (
	SealFits  SealFault = ""
	SealLost  SealFault = "lost"  // there is no key
	SealOther SealFault = "other" // the key is another's, or the end was altered by somebody who has none
)

// Resealed is what became of the seal when the store was opened.
type Resealed struct {
	Why    SealFault
	Before hall.JournalHead // where the journal ended
	Spare  bool             // it is sealed with the spare key from here on
}

// seal is what a head's seal has to be.
func (h head) seal(key []byte) ([]byte, error) {
	h.Seal = nil
	b, err := Encode(h)
	if err != nil {
		return nil, err
	}
	m := hmac.New(sha256.New, key)
	m.Write(b)
	return m.Sum(nil), nil
}

// sealed reports whether a head carries the seal of a key; without a key, none.
func (h head) sealed(key []byte) bool {
	if key == nil {
		return h.Seal == nil
	}
	want, err := h.seal(key)
	return err == nil && hmac.Equal(want, h.Seal)
}

func (t *Tx) putHead(h head) error {
	h.Seal = nil
	if t.Book.Seal != nil {
		var err error
		if h.Seal, err = h.seal(t.Book.Seal); err != nil {
			return err
		}
	}
	b, err := Encode(h)
	if err != nil {
		return err
	}
	return t.Put(tMeta, []byte("journal"), b)
}

// ChooseSeal finds the key by which the journal is sealed from here on: the one at hand, or where it
// is not that of the head, the spare one, which is asked for only then; nil: there is none to be had.
// It writes nothing: SealHead does.
func (b *Book) ChooseSeal(ctx context.Context, spare func() []byte) (Resealed, error) {
	var out Resealed
	err := b.Read(ctx, func(r Reader) error {
		h, err := readHead(r)
		if err != nil || b.Seal != nil && h.sealed(b.Seal) {
			return err
		}
		out.Before = h.shown()
		first, key := b.Seal == nil && h.Seal == nil, spare()
		switch {
		case first:
			b.fresh = key != nil
		case key != nil && h.sealed(key): // the start that sealed it was stopped before the key had its place
		case b.Seal == nil:
			out.Why = SealLost
		default:
			out.Why = SealOther
		}
		if b.broken = out.Why; key != nil {
			b.Seal, out.Spare = key, true
		}
		return nil
	})
	return out, err
}

// SealHead puts the chosen seal on a head that lacks it, with a line of the journal where the one
// before did not fit.
func (b *Book) SealHead(ctx context.Context) error {
	sealed := false
	err := b.Read(ctx, func(r Reader) error {
		h, err := readHead(r)
		sealed = h.sealed(b.Seal)
		return err
	})
	if err != nil || sealed {
		return err
	}
	_, err = Unsigned(ctx, b, hall.Actor{}, func(t *Tx) (struct{}, error) {
		t.sealing = true
		return struct{}{}, nil
	})
	return err
}
