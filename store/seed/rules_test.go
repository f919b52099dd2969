package seed_test

import (
	"context"
	"testing"

	"sizhen/store/hall"
	"sizhen/store/seed"
	"sizhen/store/storetest"
)

// Nothing in a filled hall could not have come about in it: every case would pass the desk's
// checks, stands where its course lets it, and every agreement is one the hall would take.
func everyCaseFollowsTheRules(t *testing.T, h *storetest.Hall) {
	states := map[hall.State]int{}
	err := h.EachCase(context.Background(), 0, 0, func(c hall.Case) error {
		states[c.State]++
		checkIntake(t, h, c)
		checkState(t, c)
		checkAgreement(t, h, c)
		checkDeeds(t, h, c)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []hall.State{hall.Refused, hall.Accepted, hall.Mediating, hall.Paused, hall.Agreed, hall.Performing, hall.Performed, hall.Transferred,
		hall.Filed} {
		if states[s] == 0 {
			t.Errorf("no case is in state %d", s)
		}
	}
}

func checkIntake(t *testing.T, h *storetest.Hall, c hall.Case) {
	in := hall.Intake{
		Parties: c.Parties, Matter: c.Matter, End: hall.Ending{Outcome: hall.AcceptedNow},
	}
	if err := in.Check(h.Settings(), hall.DayOf(h.Now())); err != nil {
		t.Errorf("case %d: %v in %s", c.ID, err, err.Field)
	}
	sides := map[hall.PersonID]hall.Side{}
	for _, p := range c.Parties {
		if was, ok := sides[p.Person]; ok || p.Person == 0 {
			t.Errorf("case %d: %s stands twice in it, on sides %d and %d", c.ID, p.Details.Name, was, p.Side)
		}
		sides[p.Person] = p.Side
		if p.Representative && len(c.Of(p.Side)) <= h.Settings().RepsFrom {
			t.Errorf("case %d: a representative among few", c.ID)
		}
	}
	if c.Police.At.After(c.Registered) {
		t.Errorf("case %d: the police heard of it too late", c.ID)
	}
}

// checkState asks for what a state needs.
func checkState(t *testing.T, c hall.Case) {
	no := func(ok bool, what string) {
		if !ok {
			t.Errorf("case %d in state %d: %s", c.ID, c.State, what)
		}
	}
	no((c.Number != "") == (c.Accepted != 0) && (c.Deadline != 0) == (c.Accepted != 0), "a number and a limit, if and only if accepted")
	no((c.Closed != 0) == !c.State.Open(), "a closing day, if and only if closed")
	no((c.PausedOn != 0) == (c.State == hall.Paused), "paused on a day")
	no((c.Agreement() != nil) == (c.Sessions > 0 && c.LastResult == hall.ResultSettled), "an agreement comes of a session")
	switch c.State {
	case hall.Registered, hall.Refused, hall.Transferred:
		no(c.Accepted == 0 && len(c.Assigned) == 0, "nothing has begun")
	case hall.Mediating, hall.Paused, hall.Agreed, hall.Performing, hall.Performed, hall.Terminated, hall.Withdrawn, hall.Filed:
		no(c.Accepted != 0 && len(c.Mediators()) == 1 && c.Sessions > 0, "a mediator has held a session")
	}
	switch c.State {
	case hall.Refused, hall.Terminated, hall.Withdrawn:
		no(c.Reason != "" && c.Referral != "" && c.Agreement() == nil, "why, and the other ways")
	case hall.Transferred:
		no(c.To != "" && c.Reason != "", "where to, and why")
	case hall.Agreed:
		no(c.Agreement() != nil && c.Agreement().Effective() == 0, "not yet in force")
	case hall.Performing:
		no(c.Agreement() != nil && c.Agreement().Effective() != 0 && c.Agreement().Performed == 0, "in force, not performed")
	case hall.Performed:
		no(c.Agreement() != nil && max(c.Agreement().Performed, c.Agreement().Effective()) == c.Closed, "performed on the closing day")
	}
}

func checkAgreement(t *testing.T, h *storetest.Hall, c hall.Case) {
	a, s, today := c.Agreement(), h.Settings(), hall.DayOf(h.Now())
	if a == nil {
		return
	}
	if err := hall.CheckAgreement(c, *a, s, today); err != nil {
		t.Errorf("case %d: %v in %s", c.ID, err, err.Field)
	}
	want := a.Made
	if a.Written {
		want = max(a.PartiesSigned, a.MediatorSigned, a.Sealed)
		copies := len(c.Parties) + 1
		if a.WantsConfirm {
			copies++
		}
		if a.PartiesSigned < a.Made || a.MediatorSigned < a.Made || a.Sealed != 0 && a.Sealed < a.Made || a.Copies != copies {
			t.Errorf("case %d: signed before it was made, or %d copies", c.ID, a.Copies)
		}
	}
	if c.State != hall.Agreed && (a.Effective() != want || a.LastConfirm != a.ConfirmBy(s.Confirm, h.Desk(h.Boss).Calendar()).Day || want > today) {
		t.Errorf("case %d: in force from %v, to be confirmed by %v", c.ID, a.Effective(), a.LastConfirm)
	}
	if a.OnSpot && (a.Written && !c.Labour() || a.Performed != a.Made) {
		t.Errorf("case %d: on the spot, but %+v", c.ID, a)
	}
	if p := c.Confirm(); p != nil {
		if p.Late || p.Applied > today || p.Applied < a.Effective() {
			t.Errorf("case %d: confirmed %v", c.ID, p.Applied)
		}
	}
}

// checkDeeds compares a case with its visits.
func checkDeeds(t *testing.T, h *storetest.Hall, c hall.Case) {
	if c.ID%10 != 0 {
		return
	}
	view, err := h.Desk(h.Boss).Case(context.Background(), c.ID)
	if err != nil {
		t.Fatal(err)
	}
	held := 0
	for _, v := range view.Consultations {
		if v.Session == nil {
			continue
		}
		held++
		if v.Session.At.Before(c.Registered) || v.Ended.After(h.Now()) || v.Ended.Before(v.Started) || v.Arrived.After(v.Started) {
			t.Errorf("case %d: a session at an impossible time", c.ID)
		}
	}
	if held != c.Sessions {
		t.Errorf("case %d: %d sessions, %d on record", c.ID, c.Sessions, held)
	}
}

// A hall whose agreements must be written from one yuan on writes even those that are
// performed on the spot; a hall with one mediator gives him all cases; short lists of types
// and rooms do.
func TestOtherHallsFollowTheirOwnRules(t *testing.T) {
	h := storetest.New(t)
	s := h.Settings()
	s.WrittenFrom, s.Rooms, s.Types = 100, []string{"小间"}, []hall.DisputeType{{Code: "neighbours", Zh: "邻里", En: "Neighbours"},
		{Code: "fishing", Zh: "渔业", En: "Fishing"}}
	h.SetSettings(s)
	o := seed.Options{Cases: 150, Mediators: 1, Years: 1, RNG: 3, Now: h.Now()}
	if err := seed.Fill(context.Background(), h.Store, o); err != nil {
		t.Fatal(err)
	}
	if err := seed.Today(context.Background(), h.Store, h.Boss, o); err != nil {
		t.Fatal(err)
	}
	err := h.EachCase(context.Background(), 0, 0, func(c hall.Case) error {
		if a := c.Agreement(); a != nil && a.Amount > 0 && !a.Written && a.WhyOral == "" {
			t.Errorf("case %d should be written", c.ID)
		}
		checkIntake(t, h, c)
		checkState(t, c)
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
