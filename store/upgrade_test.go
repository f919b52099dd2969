package store_test

import (
	"bytes"
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"sizhen/store"
	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/kv/bolt"
	"sizhen/store/kv/kvtest"
	"sizhen/store/storetest"
)

// everything reads a closed store whole: each table's keys and values.
func everything(t *testing.T, path string) map[string]string {
	t.Helper()
	e := must[*bolt.Engine](t)(bolt.Open(path, bolt.Options{MustExist: true}))
	out := map[string]string{}
	err := e.Read(ctx, func(r kv.Reader) error {
		tables, err := r.Tables()
		if err != nil {
			return err
		}
		for _, table := range tables {
			for p, err := range r.Range(table, kv.Span{}) {
				if err != nil {
					return err
				}
				out[string(table)+" "+string(p.Key)] = string(p.Value)
			}
		}
		return nil
	})
	if err := errors.Join(err, e.Close()); err != nil {
		t.Fatal(err)
	}
	return out
}

// An upgrade from the fifth schema keeps every record and every line of its journal to the byte;
// its counters count on, the journal signs what it found, and check is clean.
func TestAnUpgradeKeepsEveryRecord(t *testing.T) {
	t.Parallel()
	path := kvtest.Restore(t, "testdata/schema5.txt")
	before := everything(t, path)
	o := store.Options{Path: path, Settings: storetest.Settings(), Now: storetest.Start, Engine: kvtest.Twice}
	st := must[*store.Store](t)(store.Open(ctx, o))
	if faults, err := st.Check(ctx, nil); err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	after := everything(t, path)
	kept := 0
	for at, was := range before {
		table, _, _ := strings.Cut(at, " ")
		if table == "meta" || table == "count" || strings.HasPrefix(table, "by.") {
			continue
		}
		if kept++; after[at] != was && !(table == "consult" && onlyParties(t, was, after[at])) {
			t.Errorf("%q was changed", at)
		}
	}
	if kept < 300 {
		t.Errorf("only %d records were compared", kept)
	}
	st = must[*store.Store](t)(store.Open(ctx, o))
	defer st.Close()
	d := st.Desk(must[hall.Actor](t)(st.SignIn(ctx, "chenfang", storetest.Password)))
	cases := must[hall.CasePage](t)(d.Cases(ctx, hall.CaseQuery{Limit: 100}))
	if cases.Total != 24 || len(cases.Rows) != 24 {
		t.Errorf("%d cases of %d", len(cases.Rows), cases.Total)
	}
	res := must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})))
	if res.Case != 25 {
		t.Errorf("the next case is %d", res.Case)
	}
	if faults, err := st.Check(ctx, nil); err != nil || len(faults) > 0 {
		t.Error("after the next case:", err, faults)
	}
}

// onlyParties reports whether nothing of a consultation was changed but what is kept of each party.
func onlyParties(t *testing.T, was, now string) bool {
	t.Helper()
	var a, b hall.Consultation
	if err := errors.Join(book.Decode([]byte(was), &a, time.UTC), book.Decode([]byte(now), &b, time.UTC)); err != nil {
		t.Error(err)
	}
	if len(a.Expected) > 0 && len(a.Expected) != len(b.Expected) {
		return false
	}
	a.Expected, b.Expected, a.Rev, b.Rev = nil, nil, 0, 0
	return reflect.DeepEqual(a, b)
}

// faltering lets so many writes through and no more.
type faltering struct {
	kv.Engine
	left *int
}

var errStopped = errors.New("stopped")

func (f faltering) Write(ctx context.Context, fn func(kv.Writer) error) error {
	if *f.left == 0 {
		return errStopped
	}
	*f.left--
	return f.Engine.Write(ctx, fn)
}

// An upgrade that is stopped after any of its steps goes on from there, and ends as one that
// was never stopped.
func TestAStoppedUpgradeGoesOn(t *testing.T) {
	t.Parallel()
	whole := kvtest.Restore(t, "testdata/schema5.txt")
	o := store.Options{Path: whole, Settings: storetest.Settings(), Now: storetest.Start}
	if err := must[*store.Store](t)(store.Open(ctx, o)).Close(); err != nil {
		t.Fatal(err)
	}
	o.Path = kvtest.Restore(t, "testdata/schema5.txt")
	o.NoSync = true
	stops := 0
	for {
		left := 1
		o.Engine = func(e kv.Engine) kv.Engine { return faltering{e, &left} }
		st, err := store.Open(ctx, o)
		if err == nil {
			if err := st.Close(); err != nil {
				t.Fatal(err)
			}
			break
		}
		if stops++; !errors.Is(err, errStopped) || stops > 200 {
			t.Fatal(stops, err)
		}
	}
	if stops < 20 {
		t.Errorf("only %d stops: the steps are too large to show anything", stops)
	}
	want, got := everything(t, whole), everything(t, o.Path)
	for at, v := range want {
		if got[at] != v && !(at == "meta store" && alikeButID(t, got[at], v)) {
			t.Errorf("%q is not as in an upgrade that was not stopped", at)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d entries, want %d", len(got), len(want))
	}
}

// alikeButID reports whether two markers differ in nothing but what is random.
func alikeButID(t *testing.T, a, b string) bool {
	t.Helper()
	var m, n book.Marker
	if err := errors.Join(book.Decode([]byte(a), &m, time.UTC), book.Decode([]byte(b), &n, time.UTC)); err != nil {
		t.Error(err)
	}
	n.Identity.ID = m.Identity.ID
	return m == n
}

// An index that was lost is made anew from the records, with its counters.
func TestALostIndexIsMadeAnew(t *testing.T) {
	t.Parallel()
	path := kvtest.Restore(t, "testdata/schema5.txt")
	o := store.Options{Path: path, Settings: storetest.Settings(), Now: storetest.Start}
	st := must[*store.Store](t)(store.Open(ctx, o))
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	before := everything(t, path)
	for _, table := range []kv.Table{"by.list", "by.term", "by.remind", "by.org"} {
		e := must[*bolt.Engine](t)(bolt.Open(path, bolt.Options{MustExist: true}))
		err := e.Write(ctx, func(w kv.Writer) error {
			var keys [][]byte
			for p, err := range w.Range(table, kv.Span{}) {
				if err != nil {
					return err
				}
				keys = append(keys, bytes.Clone(p.Key))
			}
			for _, k := range keys[:len(keys)/2] {
				if err := w.Delete(table, k); err != nil {
					return err
				}
			}
			return nil
		})
		if err := errors.Join(err, e.Close()); err != nil {
			t.Fatal(err)
		}
		st := must[*store.Store](t)(store.Open(ctx, o))
		if faults := must[[]store.Fault](t)(st.Check(ctx, nil)); !has(faults, store.FaultMissing) {
			t.Errorf("%s: half is gone, and check says %v", table, faults)
		}
		if err := errors.Join(st.Rebuild(ctx, string(table), nil), st.Close()); err != nil {
			t.Fatal(err)
		}
	}
	after := everything(t, path)
	for at, v := range before {
		if after[at] != v {
			t.Errorf("%q is not as it was", at)
		}
	}
	if len(after) != len(before) {
		t.Errorf("%d entries, there were %d", len(after), len(before))
	}
}

// What is no store's index cannot be rebuilt.
func TestOnlyIndexesAreMadeAnew(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	for _, table := range []string{"case", "by.deed", "nothing"} {
		if err := h.Rebuild(ctx, table, nil); err == nil {
			t.Errorf("%s was rebuilt", table)
		}
	}
	if book.Schema() != 17 {
		t.Errorf("schema %d has no test here", book.Schema())
	}
}
