package seed

import (
	"context"
	"math/rand/v2"
	"time"

	"sizhen/store"
	"sizhen/store/hall"
)

// Today sets the scene of a sample hall's day: some wait, one is being seen, a few are
// booked, somebody is on duty, and a form lies half written.
func Today(ctx context.Context, st *store.Store, who hall.Actor, o Options) error {
	r := rand.New(rand.NewPCG(o.RNG, 0x70DA))
	now, s := st.Now().Truncate(time.Second), st.Settings()
	desk := st.Desk(who)
	waits := []int{42, 32, 18, 11, 2} // minutes ago
	err := st.Bulk(ctx, func(b *store.Bulk) error {
		if err := b.Shift(&hall.Shift{Day: hall.DayOf(now), Staff: who.Staff, Name: who.Name, In: now.Add(-2 * time.Hour)}); err != nil {
			return err
		}
		for i, ago := range waits {
			if err := b.Consultation(waiting(r, now, ago, i, s, who)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := book(ctx, st, desk, r, now); err != nil {
		return err
	}
	_, err = desk.SaveDraft(ctx, hall.Draft{Kind: hall.DraftIntake, Title: "沈月娥", Intake: hall.Intake{
		Parties: []hall.Party{{Details: hall.Details{Name: "沈月娥", Village: "塘角村"}}}, Type: "marriage", Facts: "老人赡养,三个子女轮流",
	}})
	return err
}

// waiting is a visitor who came some minutes ago; the first is being seen, the second is urgent.
func waiting(r *rand.Rand, now time.Time, ago, i int, s hall.Settings, who hall.Actor) *hall.Consultation {
	code := typeOf(r)
	told, fen := pick(r, stories[code]).tell(r)
	in := &hall.Intake{
		Type: code, Subject: told.subject, Facts: told.facts, Requests: told.requests, Amount: fen,
		Parties: []hall.Party{{Details: details(r, hall.DayOf(now))}, {Side: hall.Respondent, Details: details(r, hall.DayOf(now))}},
		End:     hall.Ending{Outcome: hall.SeenNow},
	}
	v := &hall.Consultation{
		Kind: hall.WalkIn, Day: hall.DayOf(now), Arrived: now.Add(-time.Duration(ago) * time.Minute), Type: code, Subject: told.subject,
		Who: in.Parties[0].Details.Name, Against: in.Parties[1].Details.Name, Intake: in, By: who.Name,
	}
	switch i {
	case 0:
		v.State, v.Room, v.Called, v.Started = hall.Started, s.Rooms[0], now.Add(-30*time.Minute), now.Add(-28*time.Minute)
		v.Mediators, v.Calls = []hall.MediatorRef{{ID: who.Mediator, Name: who.Name}}, 1
	case 1:
		v.Urgent, v.UrgentWhy = true, "双方在门口争吵"
		in.Urgent, in.UrgentWhy, in.Risk = true, v.UrgentWhy, hall.RiskMid
	}
	return v
}

// book gives some open cases a slot today and in the days that follow.
func book(ctx context.Context, st *store.Store, desk *store.Desk, r *rand.Rand, now time.Time) error {
	page, err := desk.Cases(ctx, hall.CaseQuery{Filter: hall.OpenCases, Limit: 12})
	if err != nil {
		return err
	}
	s := st.Settings()
	return st.Bulk(ctx, func(b *store.Bulk) error {
		for i, row := range page.Rows {
			from := s.Open2[0] + i%3*60
			v := &hall.Consultation{
				Kind: hall.Appointment, Case: row.ID, Day: hall.DayOf(now) + hall.Day(i/3), Room: s.Rooms[i%3%len(s.Rooms)],
				Who: row.Applicant, Against: row.Respondent, Type: row.Type, Subject: row.Subject, Confidential: row.Confidential, By: desk.Actor().Name,
			}
			v.Slot = hall.Slot{Day: v.Day, From: from, To: from + s.Slot}
			if i%3 == 2 {
				v.Mode, v.Room = hall.ByPhone, ""
			}
			if err := b.Consultation(v); err != nil {
				return err
			}
		}
		return nil
	})
}
