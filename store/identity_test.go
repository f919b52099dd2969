package store_test

import (
	"path/filepath"
	"testing"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/kv/kvtest"
	"sizhen/store/storetest"
)

// Two halls of one name are told from each other, and each is the same whenever it is opened, a copy
// of it too.
func TestEachStoreIsToldFromEveryOther(t *testing.T) {
	t.Parallel()
	a, b := storetest.New(t), storetest.New(t)
	was := a.Identity()
	if was.ID == "" || was.ID == b.Identity().ID {
		t.Errorf("two stores are %q and %q", was.ID, b.Identity().ID)
	}
	if !was.NamesVisit(1) || !was.NamesShift(1) {
		t.Errorf("a new store does not name its first records: %+v", was)
	}
	path := filepath.Join(t.TempDir(), "copy.db")
	if err := a.Copy(ctx, path); err != nil {
		t.Fatal(err)
	}
	o := store.Options{Path: path, ReadOnly: true, Settings: storetest.Settings(), Now: storetest.Start}
	copied := must[*store.Store](t)(store.Open(ctx, o))
	defer copied.Close()
	if a.Reopen(); a.Identity() != was || copied.Identity() != was {
		t.Errorf("%+v became %+v, its copy %+v", was, a.Identity(), copied.Identity())
	}
}

// A store of an older program gets an identity with the first opening that may write, once. What it
// holds by then, and what is read before, keeps the name it had.
func TestAnOlderStoreNamesWhatComesLater(t *testing.T) {
	t.Parallel()
	o := store.Options{Path: kvtest.Restore(t, "testdata/schema11.txt"), Settings: storetest.Settings(), Now: storetest.Start, Engine: kvtest.Twice}
	open := func(readOnly bool) hall.Identity {
		t.Helper()
		o.ReadOnly = readOnly
		st := must[*store.Store](t)(store.Open(ctx, o))
		defer st.Close()
		return st.Identity()
	}
	if i := open(true); i.NamesVisit(1) || i.NamesShift(1) {
		t.Errorf("a store that is only read names its records anew: %+v", i)
	}
	i := open(false)
	if i.ID == "" || i.Visits == 0 || i.NamesVisit(i.Visits) || !i.NamesVisit(i.Visits+1) {
		t.Errorf("%+v", i)
	}
	if again := open(false); again != i || open(true) != i {
		t.Errorf("%+v became %+v", i, again)
	}
}
