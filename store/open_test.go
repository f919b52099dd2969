package store_test

import (
	"context"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/kv/bolt"
	"sizhen/store/storetest"
)

func open(path string) (*store.Store, error) {
	return store.Open(ctx, store.Options{Path: path, Settings: storetest.Settings()})
}

// sample is the bytes of a closed store with a few records.
func sample(t *testing.T) []byte {
	t.Helper()
	h := storetest.New(t)
	for _, n := range []string{"甲", "乙", "丙"} {
		seen(t, h.Desk(h.Boss), n, false)
	}
	h.Reopen()
	b, err := os.ReadFile(h.Path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// used is how much of a store's file holds anything: bbolt makes files longer than they need be.
func used(b []byte) int {
	n := len(b)
	for n > 0 && b[n-1] == 0 {
		n--
	}
	return n
}

func TestWhatIsNoStoreIsRefused(t *testing.T) {
	t.Parallel()
	whole := sample(t)
	flipped := append([]byte(nil), whole...)
	for _, at := range []int{30, 4096 + 30} {
		flipped[at] ^= 0xff
	}
	foreign := filepath.Join(t.TempDir(), "foreign.db")
	e, err := bolt.Open(foreign, bolt.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(e.Write(ctx, func(w kv.Writer) error { return w.Put("x", []byte("a"), []byte("b")) }), e.Close()); err != nil {
		t.Fatal(err)
	}
	other, err := os.ReadFile(foreign)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		bytes []byte
		want  error
	}{
		"empty":            {nil, kv.ErrNotStore},
		"a text":           {[]byte("这不是数据文件\n"), kv.ErrNotStore},
		"zeros":            {make([]byte, 1<<16), kv.ErrNotStore},
		"cut short":        {whole[:used(whole)/2], kv.ErrDamaged},
		"cut to one page":  {whole[:4096], kv.ErrDamaged},
		"both heads gone":  {flipped, kv.ErrDamaged},
		"somebody else's":  {other, store.ErrNotHall},
		"the first letter": {whole[:1], kv.ErrNotStore},
	} {
		path := filepath.Join(t.TempDir(), "hall.db")
		if err := os.WriteFile(path, c.bytes, 0o600); err != nil {
			t.Fatal(err)
		}
		st, err := open(path)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		if err == nil {
			_ = st.Close()
		}
		if after, _ := os.ReadFile(path); string(after) != string(c.bytes) {
			t.Errorf("%s: the file was changed", name)
		}
	}
	if _, err := open(filepath.Join(t.TempDir(), "none.db")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	if _, err := open(t.TempDir()); !errors.Is(err, kv.ErrNotStore) {
		t.Errorf("a folder: %v", err)
	}
}

// Flipped bits anywhere in the file end in an error or a fault that check names, never in a
// crash, and never unnoticed where a record stands. It runs alone: bbolt may follow a damaged offset
// out of the file's mapping, into memory that another test is writing.
func TestFlippedBitsAreNoticedOrHarmless(t *testing.T) {
	if racing {
		t.Skip("the race detector itself faults on an address that a damaged offset leads to")
	}
	whole := sample(t)
	rng := rand.New(rand.NewPCG(1, 2))
	n := 150
	if testing.Short() {
		n = 20
	}
	noticed, inUse := 0, used(whole)
	for range n {
		b := append([]byte(nil), whole[:inUse+1<<16]...)
		for range 20 {
			b[rng.IntN(inUse)] ^= 1 << rng.IntN(8)
		}
		path := filepath.Join(t.TempDir(), "hall.db")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		st, err := open(path)
		if err != nil {
			noticed++
			continue
		}
		faults, err := st.Check(ctx, nil)
		if err != nil || len(faults) > 0 {
			noticed++
		}
		_, _ = st.Desk(hall.Actor{Staff: 1, Roles: 31}).Board(ctx)
		_ = st.Close()
	}
	if noticed < n/2 {
		t.Errorf("noticed %d of %d damaged files", noticed, n)
	}
}

func TestSecondOpenerIsToldWho(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	_, err := open(h.Path)
	var locked *bolt.LockedError
	if !errors.Is(err, kv.ErrLocked) || !errors.As(err, &locked) || locked.Owner.PID != os.Getpid() {
		t.Errorf("opened twice: %v", err)
	}
}

func TestNewerStoreIsRefused(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	tamper(t, h, func(w kv.Writer) error {
		return store.PutSchemaForTest(w, 99)
	})
	if _, err := open(h.Path); !errors.Is(err, store.ErrNewer) {
		t.Errorf("a newer store: %v", err)
	}
	tamper(t, h, func(w kv.Writer) error { return store.PutSchemaForTest(w, 1) })
	h.Store = must[*store.Store](t)(open(h.Path))
}

// tamper changes a store behind its back.
func tamper(t *testing.T, h *storetest.Hall, fn func(kv.Writer) error) {
	t.Helper()
	_ = h.Close()
	e, err := bolt.Open(h.Path, bolt.Options{MustExist: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(e.Write(ctx, fn), e.Close()); err != nil {
		t.Fatal(err)
	}
}

// Whatever is changed behind the store's back, check names it.
func TestCheckNamesTheFault(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		want store.FaultKind
		fn   func(kv.Writer) error
	}{
		"a journal entry rewritten": {store.FaultJournal, func(w kv.Writer) error { return move(w, "journal", 2, 1) }},
		"the last entry taken":      {store.FaultJournal, func(w kv.Writer) error { return w.Delete("journal", id(lastOf(w, "journal"))) }},
		"an entry in the middle":    {store.FaultJournal, func(w kv.Writer) error { return w.Delete("journal", id(2)) }},
		"a record with a flipped bit": {store.FaultRecord, func(w kv.Writer) error {
			b, _ := w.Get("person", id(1))
			b = append([]byte(nil), b...)
			b[len(b)-1] ^= 1
			return w.Put("person", id(1), b)
		}},
		"a record under another number": {store.FaultRecord, func(w kv.Writer) error { return move(w, "person", 1, 9) }},
		"a record taken out":            {store.FaultStray, func(w kv.Writer) error { return w.Delete("case", id(1)) }},
		"an index entry taken out": {store.FaultMissing, func(w kv.Writer) error {
			for p, err := range w.Range("by.term", kv.Span{Limit: 1}) {
				if err != nil {
					return err
				}
				return w.Delete("by.term", append([]byte(nil), p.Key...))
			}
			return errors.New("no terms")
		}},
		"a stray index entry": {store.FaultStray, func(w kv.Writer) error { return w.Put("by.doc", []byte("330"), nil) }},
		"a counter":           {store.FaultCount, func(w kv.Writer) error { return w.Put("count", append([]byte("a"), id(0)...), id(7)) }},
		"a number lost":       {store.FaultNumber, func(w kv.Writer) error { return w.Put("meta", []byte("number/2026"), id(5)) }},
	} {
		t.Run(name, func(t *testing.T) {
			h := storetest.New(t)
			must[hall.IntakeResult](t)(h.Desk(h.Boss).FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})))
			h.Reopen()
			clean, err := os.ReadFile(h.Path)
			if err != nil {
				t.Fatal(err)
			}
			tamper(t, h, c.fn)
			st := must[*store.Store](t)(open(h.Path))
			faults, err := st.Check(context.Background(), nil)
			if err != nil {
				t.Fatal(err)
			}
			found := false
			for _, f := range faults {
				found = found || f.Kind == c.want
			}
			if !found {
				t.Errorf("check says %v", faults)
			}
			_ = st.Close()
			if err := os.WriteFile(h.Path, clean, 0o600); err != nil {
				t.Fatal(err)
			}
			h.Store = must[*store.Store](t)(open(h.Path))
		})
	}
}

func id(n uint64) []byte {
	return []byte{byte(n >> 56), byte(n >> 48), byte(n >> 40), byte(n >> 32), byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)}
}

func lastOf(w kv.Writer, t kv.Table) uint64 {
	for p := range w.Range(t, kv.Span{Reverse: true, Limit: 1}) {
		return uint64(p.Key[7])
	}
	return 0
}

// move puts one record's bytes in another's place.
func move(w kv.Writer, t kv.Table, from, to uint64) error {
	b, err := w.Get(t, id(from))
	if err != nil || b == nil {
		return errors.Join(err, errors.New("nothing to move"))
	}
	return w.Put(t, id(to), append([]byte(nil), b...))
}
