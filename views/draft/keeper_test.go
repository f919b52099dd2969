package draft

import (
	"context"
	"errors"
	"testing"

	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
)

func form(subject *string) func() hall.Draft {
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

func kept(t *testing.T, env *views.Env) []string {
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
	k := New(env, hall.Draft{}, form(&words))
	k.n++
	bad := &broken{env.Desk, 1}
	if err := k.slot.save(bad, k.fill(), k.n); !errors.Is(err, errFull) {
		t.Fatalf("a full disk was not told: %v", err)
	}
	if msg := k.Leave()(); msg != nil {
		t.Fatalf("leaving answers %v", msg)
	}
	if got := kept(t, env); len(got) != 1 || got[0] != "滴水" {
		t.Errorf("kept: %q", got)
	}
	rows, _ := env.Desk.Drafts(context.Background())
	id := rows[0].ID
	k.Leave()()
	if rows, _ = env.Desk.Drafts(context.Background()); len(rows) != 1 || rows[0].ID != id {
		t.Error("leaving again kept it twice")
	}
}

// What was typed last stays, whichever command comes to its turn last.
func TestAnEarlierSaveNeverWritesOverALaterOne(t *testing.T) {
	h := storetest.New(t)
	env := &views.Env{Session: views.Session{Desk: h.Desk(h.Boss), Now: h.Now}}
	words := "滴"
	k := New(env, hall.Draft{}, form(&words))
	k.dirty, k.n = true, 1
	early := k.Save()
	words = "滴水"
	k.dirty, k.n = true, 2
	k.Save()()
	early()
	if got := kept(t, env); len(got) != 1 || got[0] != "滴水" {
		t.Errorf("kept: %q", got)
	}
}
