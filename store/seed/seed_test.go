package seed_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"sizhen/store/hall"
	"sizhen/store/seed"
	"sizhen/store/storetest"
)

func fill(t testing.TB, n int) (*storetest.Hall, seed.Options) {
	h := storetest.New(t)
	o := seed.Options{Cases: n, Mediators: 20, Years: 2, RNG: 7, Now: h.Now()}
	if err := seed.Fill(context.Background(), h.Store, o); err != nil {
		t.Fatal(err)
	}
	return h, o
}

func dump(t testing.TB, h *storetest.Hall) string {
	out := ""
	err := h.EachCase(context.Background(), 0, 0, func(c hall.Case) error {
		out += fmt.Sprintf("%+v %+v\n", c, c.Agreement)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestSameNumberSameHall(t *testing.T) {
	a, _ := fill(t, 300)
	b, _ := fill(t, 300)
	clear := func(h *storetest.Hall) string { return dump(t, h) }
	if len(clear(a)) == 0 || len(clear(a)) != len(clear(b)) {
		t.Error("two fillings with one number differ")
	}
}

// Exactly as many as asked for, of all kinds, nearly all old ones settled, identity numbers
// that check but belong to nobody.
func TestSampleIsLikeARealHall(t *testing.T) {
	const n = 3000
	h, _ := fill(t, n)
	today := hall.DayOf(h.Now())
	types, total, closed, settled := map[string]int{}, 0, 0, 0
	err := h.EachCase(context.Background(), 0, 0, func(c hall.Case) error {
		total++
		types[c.Type]++
		if hall.DayOf(c.Registered) < today-90 && c.State != hall.Refused && c.State != hall.Transferred {
			closed++
			if c.Agreement != nil {
				settled++
			}
		}
		if c.Registered.After(h.Now()) {
			t.Errorf("case %d lies in the future", c.ID)
		}
		for _, p := range c.Parties {
			if p.Details.DocNumber == "" || p.Details.Doc != hall.DocIDCard {
				continue
			}
			if _, birth, err := hall.ParseIDCard(p.Details.DocNumber, today); err != nil || birth != p.Details.Birth {
				t.Errorf("%s: %v %v", p.Details.DocNumber, birth, err)
			}
		}
		return nil
	})
	if err != nil || total != n {
		t.Fatalf("%d cases: %v", total, err)
	}
	if share := float64(types["neighbours"]) / n; share < 0.27 || share > 0.37 {
		t.Errorf("neighbours %.3f, a real city has 0.320", share)
	}
	if rate := float64(settled) / float64(closed); rate < 0.96 || rate > 0.995 {
		t.Errorf("settled %.3f of the old ones", rate)
	}
}

func TestTodayIsAlive(t *testing.T) {
	h, o := fill(t, 200)
	if err := seed.Today(context.Background(), h.Store, h.Boss, o); err != nil {
		t.Fatal(err)
	}
	b, err := h.Desk(h.Boss).Board(context.Background())
	if err != nil || b.Waiting != 4 || b.Longest != h.Now().Add(-32*time.Minute) || len(b.Slots) == 0 || len(b.Drafts) != 1 || len(b.OnDuty) != 1 || len(b.Due) == 0 {
		t.Errorf("%+v %v", b, err)
	}
}
