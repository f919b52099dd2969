package seed

import (
	"context"
	"time"

	"sizhen/store"
	"sizhen/store/hall"
)

// Today sets the scene of a sample hall's day: some wait, one is being seen, a few are
// booked, somebody is on duty, and a form lies half written.
func Today(ctx context.Context, st *store.Store, who hall.Actor, o Options) error {
	now, s := st.Now().Truncate(time.Second), st.Settings()
	o.Now = now
	f := newFiller(o, 0x70DA, who.Name, st.Calendar())
	desk := st.Desk(who)
	waits := []int{42, 32, 18, 11, 2} // minutes ago
	err := f.pour(ctx, st, f.dice, func(b *store.Bulk) error {
		for i, ago := range waits {
			v, m := f.waiting(now.Add(-time.Duration(ago)*time.Minute), i, s, who)
			if _, err := f.meet(b, m, hall.DayOf(now)); err != nil {
				return err
			}
			if err := b.Consultation(v); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := ahead(ctx, st, desk); err != nil {
		return err
	}
	if err := newFiller(o, 0xD077, who.Name, st.Calendar()).duty(ctx, st, who); err != nil {
		return err
	}
	if err := newFiller(o, 0x0DE5, who.Name, st.Calendar()).orders(ctx, st, who); err != nil {
		return err
	}
	_, err = desk.SaveDraft(ctx, hall.Draft{Kind: hall.DraftIntake, Title: "沈月娥", Intake: hall.Intake{
		Parties: []hall.Party{{Details: hall.Details{Name: "沈月娥", Village: "小港村"}}}, Matter: hall.Matter{Type: "marriage", Facts: "老人赡养，三个子女轮流"},
	}})
	return err
}

// waiting is a visitor who came at a moment; the first is being seen, the second is urgent.
func (f *filler) waiting(at time.Time, i int, s hall.Settings, who hall.Actor) (*hall.Consultation, matter) {
	m := f.matter(at, s)
	m.in.End = hall.Ending{Outcome: hall.SeenNow}
	m.in.Urgent, m.in.UrgentWhy = false, ""
	v := &hall.Consultation{
		Kind: hall.WalkIn, Day: f.today, Arrived: at, Type: m.in.Type, Subject: m.in.Subject, Confidential: m.in.Confidential, By: who.Name,
	}
	v.Who, v.Others = hall.First(m.in.Of(hall.Applicant))
	v.Against, _ = hall.First(m.in.Of(hall.Respondent))
	switch i {
	case 0:
		v.State, v.Room, v.Called, v.Started = hall.Started, s.Rooms[0], f.o.Now.Add(-30*time.Minute), f.o.Now.Add(-28*time.Minute)
		v.Mediators, v.Calls = []hall.MediatorRef{{ID: who.Mediator, Name: who.Name}}, 1
	case 1:
		m.in.Urgent, m.in.UrgentWhy, m.in.Risk = true, "双方在门口争吵", max(m.in.Risk, hall.RiskMid)
		v.Urgent, v.UrgentWhy = true, m.in.UrgentWhy
	}
	v.Intake = &m.in
	return v, m
}
