package seed_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"sizhen/store/hall"
	"sizhen/store/seed"
	"sizhen/store/storetest"
)

func fill(t testing.TB, n, years int) (*storetest.Hall, seed.Options) {
	h := storetest.New(t)
	o := seed.Options{Cases: n, Mediators: 20, Years: years, RNG: 7, Now: h.Now()}
	if err := seed.Fill(context.Background(), h.Store, o); err != nil {
		t.Fatal(err)
	}
	return h, o
}

// dump is all that stands in a hall's cases and visits.
func dump(t testing.TB, h *storetest.Hall) string {
	var out strings.Builder
	enc, desk := json.NewEncoder(&out), h.Desk(h.Boss)
	err := h.EachCase(context.Background(), 0, 0, func(c hall.Case) error {
		file, err := desk.Case(context.Background(), c.ID)
		if err != nil {
			return err
		}
		return errors.Join(enc.Encode(c), enc.Encode(file.Consultations))
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestSameNumberSameHall(t *testing.T) {
	t.Parallel()
	const n = 120
	a, _ := fill(t, n, 1)
	b, _ := fill(t, n, 1)
	if da := dump(t, a); len(da) == 0 || da != dump(t, b) {
		t.Error("two fillings with one number differ")
	}
	h := storetest.New(t)
	o := seed.Options{Cases: n, Mediators: 20, Years: 2, RNG: 8, Now: h.Now()}
	if err := seed.Fill(context.Background(), h.Store, o); err != nil {
		t.Fatal(err)
	}
	if dump(t, a) == dump(t, h) {
		t.Error("another number gives the same hall")
	}
}

// One hall is filled for what is to be said of all its cases.
func TestSample(t *testing.T) {
	t.Parallel()
	const n = 1500
	h, _ := fill(t, n, 1)
	t.Run("is like a real hall", func(t *testing.T) { likeARealHall(t, h, n) })
	t.Run("every case follows the rules", func(t *testing.T) { everyCaseFollowsTheRules(t, h) })
	// The store under test takes so many keys in a write that a page of people does not go into one.
	t.Run("its words are found anew", func(t *testing.T) {
		if err := h.Rebuild(context.Background(), "by.term", nil); err != nil {
			t.Error(err)
		}
	})
}

// Exactly as many as asked for, of all kinds, nearly all old ones settled, identity numbers
// that check but belong to nobody.
func likeARealHall(t *testing.T, h *storetest.Hall, n int) {
	today := hall.DayOf(h.Now())
	types, docs, total, closed, settled, market := map[string]int{}, map[string]hall.PersonID{}, 0, 0, 0, 0
	err := h.EachCase(context.Background(), 0, 0, func(c hall.Case) error {
		total++
		types[c.Type]++
		if c.Registered.Day()%5 == 3 {
			market++
		}
		if hall.DayOf(c.Registered) < today-90 && c.State != hall.Refused && c.State != hall.Transferred {
			closed++
			if c.Agreement() != nil {
				settled++
			}
		}
		if c.Registered.After(h.Now()) {
			t.Errorf("case %d lies in the future", c.ID)
		}
		for _, p := range c.Parties {
			if p.Details.Phone != "" && !strings.HasPrefix(p.Details.Phone, "10") {
				t.Errorf("%s could be somebody's telephone", p.Details.Phone)
			}
			if was, ok := docs[p.Details.DocNumber]; ok && p.Details.DocNumber != "" && was != p.Person {
				t.Errorf("%s is two people's", p.Details.DocNumber)
			}
			docs[p.Details.DocNumber] = p.Person
			if p.Details.DocNumber == "" || p.Details.Doc != hall.DocIDCard {
				continue
			}
			if _, birth, err := hall.ParseIDCard(p.Details.DocNumber, today); err != nil || birth != p.Details.Birth || p.Details.DocNumber[:6] != "330699" {
				t.Errorf("%s: %v %v", p.Details.DocNumber, birth, err)
			}
		}
		return nil
	})
	if err != nil || total != n {
		t.Fatalf("%d cases: %v", total, err)
	}
	// Six or seven days of a month with three times the rhythm are some 42 % of its cases.
	if share := float64(market) / float64(n); share < 0.36 || share > 0.5 {
		t.Errorf("%.3f on market days", share)
	}
	if share := float64(types["neighbours"]) / float64(n); share < 0.27 || share > 0.37 {
		t.Errorf("neighbours %.3f, a real city has 0.320", share)
	}
	if rate := float64(settled) / float64(closed); rate < 0.96 || rate > 0.995 {
		t.Errorf("settled %.3f of the old ones", rate)
	}
}

func TestTodayIsAlive(t *testing.T) {
	t.Parallel()
	h, o := fill(t, 200, 2)
	if err := seed.Today(context.Background(), h.Store, h.Boss, o); err != nil {
		t.Fatal(err)
	}
	b, err := h.Desk(h.Boss).Board(context.Background())
	if err != nil || b.Waiting != 4 || b.Longest != h.Now().Add(-32*time.Minute) || len(b.Slots) == 0 || len(b.Drafts) != 1 || len(b.OnDuty) != 1 ||
		len(b.Due) == 0 {
		t.Errorf("%+v %v", b, err)
	}
}

// The month has its plan, with who came until now: also on a weekend, at the month's ends,
// in a hall that plans nobody, and the same each time.
func TestSampleMonthOfDuty(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	for _, day := range []string{"2026-11-24", "2026-11-28", "2026-11-01", "2026-11-30", "2026-10-01", "2028-02-29"} {
		months := make([]string, 2)
		for i := range months {
			h := storetest.New(t)
			d, _ := hall.ParseDay(day)
			h.Clock.Set(d.At(10*60+14, h.Settings().Zone))
			o := seed.Options{Cases: 24, Mediators: 9, Years: 1, RNG: 7, Now: h.Now()}
			if err := errors.Join(seed.Fill(ctx, h.Store, o), seed.Today(ctx, h.Store, h.Boss, o)); err != nil {
				t.Fatal(err)
			}
			y, m, _ := d.Date()
			month, err := h.Desk(h.Boss).DutyMonth(ctx, hall.NewDay(y, m, 1), hall.NewDay(y, m+1, 0))
			if err != nil {
				t.Fatal(err)
			}
			came, open := 0, 0
			for _, md := range month.Days {
				for _, r := range md.Rows {
					if open += r.Open; md.Day < d && r.Kind == hall.DutyHall && !r.Places[0].In.IsZero() {
						came++
					}
				}
				if md.Info.Open && len(md.Rows) == 0 {
					t.Errorf("%s: nobody has duty on %v", day, md.Day)
				}
			}
			if open != 0 || day == "2026-11-24" && (came < 10 || len(month.Swaps) != 1 || len(month.Leaves) != 1) {
				t.Errorf("%s: %d came, %d open, %+v, %+v", day, came, open, month.Swaps, month.Leaves)
			}
			today, err := h.Desk(h.Boss).DutyDay(ctx, d)
			if err != nil || today.Mine == nil || today.Info.Open != (today.Mine.Duty != 0) {
				t.Errorf("%s: whoever opens the sample is not on duty: %+v, %v", day, today.Mine, err)
			}
			b, err := json.Marshal(month)
			if err != nil {
				t.Fatal(err)
			}
			months[i] = string(b)
		}
		if months[0] != months[1] {
			t.Errorf("%s: two fillings with one number differ", day)
		}
	}
}
