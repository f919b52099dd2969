package store_test

import (
	"crypto/sha256"
	"errors"
	"os"
	"slices"
	"testing"
	"time"

	"sizhen/store"
	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/kv/kvtest"
	"sizhen/store/storetest"
)

// reopened opens a hall's store again, without any key.
func reopened(t *testing.T, h *storetest.Hall) *store.Store {
	t.Helper()
	return must[*store.Store](t)(open(h.Path))
}

// rewrite changes a record behind the store's back and makes its checksum right again.
func rewrite[T any](w kv.Writer, table kv.Table, n uint64, change func(*T)) error {
	b, err := w.Get(table, id(n))
	if err != nil {
		return err
	}
	var v T
	if err := book.Decode(b, &v, time.UTC); err != nil {
		return err
	}
	change(&v)
	if b, err = book.Encode(v); err != nil {
		return err
	}
	return w.Put(table, id(n), b)
}

type bareCounter struct {
	N uint64 `cbor:"1,keyasint"`
}

func setBack(w kv.Writer, name string, n uint64) error {
	b, err := book.Encode(bareCounter{n})
	if err != nil {
		return err
	}
	return w.Put("meta", []byte(name), b)
}

// damaged opens a store that was changed behind its back, has fn look at it, and puts the
// clean file back.
func damaged(t *testing.T, h *storetest.Hall, change func(kv.Writer) error, fn func(*store.Store)) {
	t.Helper()
	h.Reopen()
	clean, err := os.ReadFile(h.Path)
	if err != nil {
		t.Fatal(err)
	}
	tamper(t, h, change)
	st := reopened(t, h)
	fn(st)
	if err := errors.Join(st.Close(), os.WriteFile(h.Path, clean, 0o600)); err != nil {
		t.Fatal(err)
	}
	h.Store = reopened(t, h)
}

func has(faults []store.Fault, k store.FaultKind) bool {
	return slices.ContainsFunc(faults, func(f store.Fault) bool { return f.Kind == k })
}

// A counter that was set back makes no new record overwrite an old one: the write is refused
// as damage, and check names the counter.
func TestACounterSetBackOverwritesNothing(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	seen(t, h.Desk(h.Boss), "甲", false)
	seen(t, h.Desk(h.Boss), "乙", false)
	for _, name := range []string{"next/person", "next/consult"} {
		damaged(t, h, func(w kv.Writer) error { return setBack(w, name, 1) }, func(st *store.Store) {
			before := must[hall.Person](t)(st.Desk(h.Boss).Person(ctx, 2))
			_, err := st.Desk(h.Boss).FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.SeenNow}))
			if !errors.Is(err, store.ErrCountBack) {
				t.Errorf("%s: registered all the same: %v", name, err)
			}
			if now := must[hall.Person](t)(st.Desk(h.Boss).Person(ctx, 2)); now.Details != before.Details {
				t.Errorf("%s: %+v became %+v", name, before, now)
			}
			if faults := must[[]store.Fault](t)(st.Check(ctx, nil)); !has(faults, store.FaultCount) {
				t.Errorf("%s: check says %v", name, faults)
			}
		})
	}
}

// A record that was altered in the file, its checksum and lines made right, is not what the
// journal says was written.
func TestAnAlteredRecordIsNotWhatTheJournalSays(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	seen(t, h.Desk(h.Boss), "甲", false)
	damaged(t, h, func(w kv.Writer) error {
		return rewrite(w, "person", 1, func(p *hall.Person) { p.Details.Address = "别处" })
	}, func(st *store.Store) {
		if faults := must[[]store.Fault](t)(st.Check(ctx, nil)); len(faults) != 1 || faults[0].Kind != store.FaultDigest || faults[0].Where != "person/1" {
			t.Errorf("check says %v", faults)
		}
	})
	damaged(t, h, func(w kv.Writer) error { return w.Delete("staff", id(1)) }, func(st *store.Store) {
		if faults := must[[]store.Fault](t)(st.Check(ctx, nil)); !has(faults, store.FaultDigest) {
			t.Errorf("a record taken out: check says %v", faults)
		}
	})
}

type headForTest struct {
	Seq  uint64 `cbor:"1,keyasint"`
	Hash []byte `cbor:"2,keyasint"`
}

// cutLast takes the journal's last line away and writes the head anew, as who knows the
// program but not the hall's key could.
func cutLast(w kv.Writer) error {
	last := lastOf(w, "journal")
	b, err := w.Get("journal", id(last-1))
	if err != nil {
		return err
	}
	sum := sha256.Sum256(b)
	head, err := book.Encode(headForTest{last - 1, sum[:]})
	if err != nil {
		return err
	}
	return errors.Join(w.Delete("journal", id(last)), w.Put("meta", []byte("journal"), head))
}

// With a key that lies outside the file, lines cut off the journal's end are missed although
// the head was written anew; and going on writing does not cover it up.
func TestAJournalCutShortIsSeenWithTheHallsKey(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	_ = h.Close()
	o := store.Options{Path: h.Path, Settings: storetest.Settings(), Now: storetest.Start, Seal: []byte("a key of 32 bytes, kept elsewhere"), Engine: kvtest.Twice}
	signIn := func(o store.Options) {
		st := must[*store.Store](t)(store.Open(ctx, o))
		must[hall.Actor](t)(st.SignIn(ctx, "chenfang", storetest.Password))
		must[hall.Actor](t)(st.SignIn(ctx, "chenfang", storetest.Password))
		if err := st.Close(); err != nil {
			t.Fatal(err)
		}
	}
	check := func(o store.Options) []store.Fault {
		st := must[*store.Store](t)(store.Open(ctx, o))
		defer st.Close()
		return must[[]store.Fault](t)(st.Check(ctx, nil))
	}
	key := o.Seal
	o.Seal, o.Spare = nil, func() []byte { return key } // it was just made
	signIn(o)
	o.Seal, o.Spare = key, nil
	if faults := check(o); len(faults) > 0 {
		t.Fatalf("before anything was cut: %v", faults)
	}
	clean := must[[]byte](t)(os.ReadFile(h.Path))
	tamper(t, h, cutLast)
	if faults := check(store.Options{Path: h.Path, Settings: o.Settings, Now: o.Now}); len(faults) > 0 {
		t.Errorf("without the key nothing can be seen, and yet: %v", faults)
	}
	if !has(check(o), store.FaultJournal) {
		t.Error("the cut is not seen")
	}
	signIn(o)
	if !has(check(o), store.FaultJournal) {
		t.Error("the cut is not seen any more after the next sign-in")
	}
	o.Seal = []byte("another key")
	if err := os.WriteFile(h.Path, clean, 0o600); err != nil {
		t.Fatal(err)
	}
	if !has(check(o), store.FaultJournal) {
		t.Error("another hall's key fits")
	}
	h.Store = reopened(t, h)
}

// When the clock is set back the journal says so itself, before what is written by the new time.
func TestAClockSetBackIsInTheJournal(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	h.Clock.Add(-time.Hour)
	seen(t, h.Desk(h.Boss), "甲", false)
	board := must[hall.Board](t)(h.Desk(h.Boss).Board(ctx))
	i := slices.IndexFunc(board.Recent, func(e hall.Entry) bool { return e.Deed == hall.DeedClock })
	if i < 0 || board.Recent[i].Args["was"] != "2026-11-24 10:14:00" || board.Recent[i].Args["now"] != "2026-11-24 09:14:00" {
		t.Errorf("%+v", board.Recent)
	}
}

// Each wrong password stands in the journal as what it was, at once; a right one after several
// wrong ones does not.
func TestEachTryIsWrittenAsWhatItWas(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	for _, password := range []string{"wrong-1", storetest.Password, "wrong-2"} {
		_, _ = h.SignIn(ctx, "chenfang", password)
	}
	_, _ = h.SignIn(ctx, "nobody", "wrong-3")
	if err := h.Desk(h.Boss).ChangePassword(ctx, "wrong-4", "another-password"); code(err) != hall.ErrSignIn {
		t.Errorf("changed with a wrong password: %v", err)
	}
	if err := h.Desk(h.Boss).ChangePassword(ctx, storetest.Password, storetest.Password+"2"); err != nil {
		t.Error(err)
	}
	var got []hall.Deed
	h.Reopen()
	tamper(t, h, func(w kv.Writer) error {
		for p, err := range w.Range("journal", kv.Span{}) {
			var e hall.Entry
			if err := errors.Join(err, book.Decode(p.Value, &e, time.UTC)); err != nil {
				return err
			}
			got = append(got, e.Deed)
		}
		return nil
	})
	want := []hall.Deed{hall.DeedSetUp, hall.DeedSignInWrong, hall.DeedSignIn, hall.DeedSignInWrong, hall.DeedSignInWrong, hall.DeedSecretWrong, hall.DeedSecret}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	h.Store = reopened(t, h)
}

// However many wrong tries were made, nobody waits longer than half a minute.
func TestNobodyWaitsLongerThanHalfAMinute(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	for range 9 {
		_, _ = h.SignIn(ctx, "chenfang", "wrong")
		h.Clock.Add(31 * time.Second)
	}
	_, _ = h.SignIn(ctx, "chenfang", "wrong")
	_, err := h.SignIn(ctx, "chenfang", storetest.Password)
	var refused *hall.Error
	if !errors.As(err, &refused) || refused.Code != hall.ErrSlowDown || refused.Args["seconds"] != 30 {
		t.Errorf("%v", err)
	}
}

// What was done to a store behind its back is seen when it is opened, as far as the counters, the journal's
// end and what its latest lines wrote tell; a sound store has nothing of the kind.
func TestDamageIsSeenOnOpening(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	seen(t, h.Desk(h.Boss), "甲", false)
	must[hall.IntakeResult](t)(h.Desk(h.Boss).FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})))
	h.Reopen()
	if d := h.Damage(); len(d) > 0 {
		t.Fatalf("a sound store: %v", d)
	}
	for name, c := range map[string]struct {
		kind   book.FaultKind
		where  string
		change func(kv.Writer) error
	}{
		"a record counter set back": {book.FaultCount, "next/person", func(w kv.Writer) error { return setBack(w, "next/person", 1) }},
		"a case number set back":    {book.FaultCount, "number/2026", func(w kv.Writer) error { return setBack(w, "number/2026", 0) }},
		"a counter that is no counter": {book.FaultCount, "next/case", func(w kv.Writer) error {
			return w.Put("meta", []byte("next/case"), []byte("no counter"))
		}},
		"a record altered": {book.FaultDigest, "person/1", func(w kv.Writer) error {
			return rewrite(w, "person", 1, func(p *hall.Person) { p.Details.Address = "别处" })
		}},
		"a record taken out": {book.FaultDigest, "person/1", func(w kv.Writer) error { return w.Delete("person", id(1)) }},
		"the journal cut":    {book.FaultJournal, "head", func(w kv.Writer) error { return w.Delete("journal", id(lastOf(w, "journal"))) }},
		"all of it cut": {book.FaultJournal, "head", func(w kv.Writer) error {
			for n := lastOf(w, "journal"); n > 0; n-- {
				if err := w.Delete("journal", id(n)); err != nil {
					return err
				}
			}
			return nil
		}},
		"a line taken out": {book.FaultJournal, "entry 3", func(w kv.Writer) error { return w.Delete("journal", id(2)) }},
	} {
		damaged(t, h, c.change, func(st *store.Store) {
			if d := st.Damage(); len(d) != 1 || d[0].Kind != c.kind || d[0].Where != c.where {
				t.Errorf("%s: %v", name, d)
			}
		})
	}
}

// A case number that was given already is not given again: that is said as what it is.
func TestACaseNumberIsNotGivenTwice(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	must[hall.IntakeResult](t)(h.Desk(h.Boss).FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})))
	damaged(t, h, func(w kv.Writer) error { return setBack(w, "number/2026", 0) }, func(st *store.Store) {
		_, err := st.Desk(h.Boss).FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow}))
		if !errors.Is(err, store.ErrCountBack) {
			t.Errorf("%v", err)
		}
	})
}
