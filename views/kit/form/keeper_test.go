package form

import (
	"context"
	"errors"
	"testing"

	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
)

func subjectOf(subject *string) func() hall.Draft {
	return func() hall.Draft {
		return hall.Draft{Title: *subject, Fields: map[string]string{"subject": *subject}}
	}
}

// broken is a desk whose first writes fail, as on a full disk.
type broken struct {
	desk
	times int
}

var errFull = errors.New("no space left")

func (b *broken) SaveDraft(ctx context.Context, d hall.Draft) (hall.Draft, error) {
	if b.times > 0 {
		b.times--
		return hall.Draft{}, errFull
	}
	return b.desk.SaveDraft(ctx, d)
}

func titles(t *testing.T, env *views.Env) []string {
	t.Helper()
	rows, err := env.Desk.Drafts(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range rows {
		out = append(out, r.Title)
	}
	return out
}

// A save that fails while the screen is being left is tried again by the leaving, whose
// answer says so when that fails too: the screen then stays.
func TestLeavingTriesAgainWhatFailed(t *testing.T) {
	h := storetest.New(t)
	env := &views.Env{Session: views.Session{Desk: h.Desk(h.Boss), Now: h.Now}}
	words := "滴水"
	k := keep(env, hall.Draft{}, subjectOf(&words))
	k.n++
	bad := &broken{env.Desk, 1}
	if err := k.slot.save(t.Context(), bad, k.fill(), k.n); !errors.Is(err, errFull) {
		t.Fatalf("a full disk was not told: %v", err)
	}
	if msg := k.leave()(); msg != nil {
		t.Fatalf("leaving answers %v", msg)
	}
	if got := titles(t, env); len(got) != 1 || got[0] != "滴水" {
		t.Errorf("kept: %q", got)
	}
	rows, _ := env.Desk.Drafts(context.Background())
	id := rows[0].ID
	k.leave()()
	if rows, _ = env.Desk.Drafts(context.Background()); len(rows) != 1 || rows[0].ID != id {
		t.Error("leaving again kept it twice")
	}
}

// What was typed last stays, whichever command comes to its turn last.
func TestAnEarlierSaveNeverWritesOverALaterOne(t *testing.T) {
	h := storetest.New(t)
	env := &views.Env{Session: views.Session{Desk: h.Desk(h.Boss), Now: h.Now}}
	words := "滴"
	k := keep(env, hall.Draft{}, subjectOf(&words))
	k.dirty, k.n = true, 1
	early := k.save()
	words = "滴水"
	k.dirty, k.n = true, 2
	k.save()()
	early()
	if got := titles(t, env); len(got) != 1 || got[0] != "滴水" {
		t.Errorf("kept: %q", got)
	}
}

// What is on its way when the page is closed is kept all the same.
func TestAClosedPageStillKeeps(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	ctx, end := context.WithCancel(t.Context())
	env := &views.Env{Session: views.Session{Desk: h.Desk(h.Boss), Now: h.Now}, Ctx: ctx}
	words := "滴水"
	k := keep(env, hall.Draft{}, subjectOf(&words))
	k.dirty, k.n = true, 1
	save := k.save()
	end()
	if msg := save(); msg.(writing).err != nil {
		t.Fatal(msg)
	}
	if got := titles(t, env); len(got) != 1 || got[0] != "滴水" {
		t.Errorf("kept: %q", got)
	}
}
