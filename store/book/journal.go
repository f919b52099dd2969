package book

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"time"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// deeds leads from a case to the journal's lines about it.
var deeds = &Index{Table: tDeed, Key: "CaseID Seq"}

// head is where the journal ends. It lies apart from the entries, so that entries cut off
// the end are noticed; and whoever cuts them and writes the head anew lacks the key of its
// seal, which lies outside the file.
type head struct {
	Seq   uint64    `cbor:"1,keyasint"`
	Hash  []byte    `cbor:"2,keyasint"`
	Seal  []byte    `cbor:"3,keyasint,omitempty"` // HMAC-SHA-256 of the rest
	At    time.Time `cbor:"4,keyasint,omitempty"` // the clock when the last entry was written
	Doubt uint64    `cbor:"5,keyasint,omitempty"` // the entry after which the seal did not fit, first
}

func readHead(r kv.Reader) (head, error) {
	var h head
	b, err := r.Get(tMeta, []byte("journal"))
	if err != nil || b == nil {
		return h, err
	}
	return h, Decode(b, &h, time.UTC)
}

// Log appends a line to the journal: who, when, what. Each holds the hash of the one before,
// so that none can be changed or taken out unseen, and the digests of the records that were
// written with it.
func (t *Tx) Log(e hall.Entry) error {
	if e.At.IsZero() {
		e.At = t.Now
	}
	if e.By == 0 {
		e.By, e.ByName = t.Actor.Staff, t.Actor.Name
	}
	t.entries = append(t.entries, e)
	return nil
}

// writeJournal writes the transaction's lines. A record that was written belongs to the line
// after it, or the last one. When the clock was set back, or the seal is not the hall's, a line says so
// first.
func (t *Tx) writeJournal() error {
	if len(t.entries) == 0 && !t.sealing {
		switch {
		case len(t.wrote) == 0 || t.migrating:
			return nil
		case !t.Bulk:
			return fmt.Errorf("%d records were written and no line of the journal", len(t.wrote))
		}
		t.entries = []hall.Entry{{Deed: hall.DeedFill, At: t.Now, By: t.Actor.Staff, ByName: t.Actor.Name}}
	}
	h, err := readHead(t)
	if err != nil {
		return err
	}
	t.spread()
	if h.Seq > 0 && !h.sealed(t.Book.Seal) && !(t.Book.fresh && h.Seal == nil) {
		t.first(hall.DeedSeal, map[string]string{string(cmp.Or(t.Book.broken, SealOther)): fmt.Sprint(h.Seq), "code": h.shown().Code()})
		h.Doubt = cmp.Or(h.Doubt, h.Seq)
	}
	if t.Now.Before(h.At) {
		t.first(hall.DeedClock, map[string]string{"was": h.At.In(t.Zone()).Format(time.DateTime), "now": t.Now.Format(time.DateTime)})
	}
	for i := range t.entries {
		if err := t.append(&h, &t.entries[i]); err != nil {
			return err
		}
	}
	return t.putHead(h)
}

// first puts a line before those of the transaction.
func (t *Tx) first(deed hall.Deed, args map[string]string) {
	said := hall.Entry{Deed: deed, At: t.Now, By: t.Actor.Staff, ByName: t.Actor.Name, Args: args}
	t.entries = append([]hall.Entry{said}, t.entries...)
}

// append writes one line after the head, and moves the head.
func (t *Tx) append(h *head, e *hall.Entry) error {
	e.Seq, e.Prev, e.Logged = h.Seq+1, h.Hash, t.Now.Unix()
	b, err := Encode(e)
	if err != nil {
		return err
	}
	if err := t.Put(tJournal, Key().ID(e.Seq), b); err != nil {
		return err
	}
	if e.Case != 0 {
		if err := t.Put(tDeed, Key().ID(uint64(e.Case)).ID(e.Seq), nil); err != nil {
			return err
		}
	}
	sum := sha256.Sum256(b)
	h.Seq, h.Hash, h.At = e.Seq, sum[:], t.Now
	return nil
}

// spread gives each line the digests of its records: for each a letter, 8 bytes of number, and
// the first 16 of the SHA-256 of what was written.
func (t *Tx) spread() {
	refs := make([]signed, 0, len(t.wrote))
	for ref := range t.wrote {
		refs = append(refs, ref)
	}
	slices.SortFunc(refs, func(a, b signed) int { return cmp.Or(cmp.Compare(a.letter, b.letter), cmp.Compare(a.id, b.id)) })
	for _, ref := range refs {
		w := t.wrote[ref]
		e := &t.entries[min(w.entry, len(t.entries)-1)]
		e.Wrote = append(binaryRef(e.Wrote, ref), w.digest[:]...)
	}
}

func binaryRef(b []byte, ref signed) []byte {
	return append(append(b, ref.letter), Key().ID(ref.id)...)
}

const wroteSize = 1 + 8 + digestSize

// eachWrote walks the digests of a line.
func eachWrote(b []byte, fn func(ref signed, d [digestSize]byte)) bool {
	for ; len(b) >= wroteSize; b = b[wroteSize:] {
		fn(signed{b[0], Number(b[1:9])}, [digestSize]byte(b[9:wroteSize]))
	}
	return len(b) == 0
}

// Entries walks the journal's latest lines, backwards, until fn says no.
func Entries(r Reader, most int, fn func(hall.Entry) bool) error {
	return EntriesBefore(r, 0, most, fn)
}

// EntriesBefore is Entries of the lines before one; 0: from the end.
func EntriesBefore(r Reader, seq uint64, most int, fn func(hall.Entry) bool) error {
	span := kv.Span{Reverse: true, Limit: most}
	if seq != 0 {
		span.To = Key().ID(seq)
	}
	for p, err := range r.Range(tJournal, span) {
		if err != nil {
			return err
		}
		var e hall.Entry
		if err := Decode(p.Value, &e, r.Zone()); err != nil {
			return fmt.Errorf("journal %d: %w", Number(p.Key), err)
		}
		if !fn(e) {
			return nil
		}
	}
	return nil
}

// Deeds are the journal's lines about a case, the latest first.
func Deeds(r Reader, id hall.CaseID, most int) ([]hall.Entry, error) {
	span := kv.Prefix(Key().ID(uint64(id)))
	span.Reverse, span.Limit = true, most
	var out []hall.Entry
	for p, err := range r.Range(tDeed, span) {
		if err != nil {
			return nil, err
		}
		b, err := r.Get(tJournal, Key().ID(Number(p.Key)))
		if err != nil {
			return nil, err
		}
		var e hall.Entry
		if err := Decode(b, &e, r.Zone()); err != nil {
			return nil, fmt.Errorf("journal %d: %w", Number(p.Key), err)
		}
		out = append(out, e)
	}
	return out, nil
}

// Head reads where the journal ends.
func (b *Book) Head(r Reader) (hall.JournalHead, error) {
	h, err := readHead(r)
	out := h.shown()
	out.Keyed = b.Seal != nil && h.sealed(b.Seal)
	return out, err
}

// shown is a head as it is told to whoever has no key.
func (h head) shown() hall.JournalHead {
	return hall.JournalHead{Seq: h.Seq, Hash: bytes.Clone(h.Hash), Sealed: h.Seal != nil, Doubt: h.Doubt}
}
