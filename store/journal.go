package store

import (
	"crypto/sha256"
	"time"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// head is where the journal ends. It lies apart from the entries, so that entries cut off
// the end are noticed.
type head struct {
	Seq  uint64 `cbor:"1,keyasint"`
	Hash []byte `cbor:"2,keyasint"`
}

func readHead(r kv.Reader) (head, error) {
	var h head
	b, err := r.Get(tMeta, []byte("journal"))
	if err != nil || b == nil {
		return h, err
	}
	return h, decode(b, &h, time.UTC)
}

// log appends a line to the journal: who, when, what. Each holds the hash of the one
// before, so that none can be changed or taken out unseen.
func (t *tx) log(e hall.Entry) error {
	h, err := readHead(t)
	if err != nil {
		return err
	}
	if e.At.IsZero() {
		e.At = t.now
	}
	e.Seq, e.Prev = h.Seq+1, h.Hash
	if e.By == 0 {
		e.By, e.ByName = t.actor.Staff, t.actor.Name
	}
	b, err := encode(e)
	if err != nil {
		return err
	}
	if err := t.Put(tJournal, key(e.Seq), b); err != nil {
		return err
	}
	if e.Case != 0 {
		if err := t.Put(tCaseDeed, key(uint64(e.Case), e.Seq), nil); err != nil {
			return err
		}
	}
	sum := sha256.Sum256(b)
	hb, err := encode(head{e.Seq, sum[:]})
	if err != nil {
		return err
	}
	return t.Put(tMeta, []byte("journal"), hb)
}

// recent reads the latest entries that others may see on the board: openings and sign-ins
// are on record but not on show.
func recent(r kv.Reader, limit int, zone *time.Location) ([]hall.Entry, error) {
	var out []hall.Entry
	for p, err := range r.Range(tJournal, kv.Span{Reverse: true, Limit: limit * 8}) {
		if err != nil {
			return nil, err
		}
		var e hall.Entry
		if err := decode(p.Value, &e, zone); err != nil {
			return nil, err
		}
		switch e.Deed {
		case hall.DeedOpenCase, hall.DeedSignIn, hall.DeedSignInWrong:
			continue
		}
		if out = append(out, e); len(out) == limit {
			break
		}
	}
	return out, nil
}
