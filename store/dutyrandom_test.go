package store_test

import (
	"testing"

	"pgregory.net/rapid"

	"sizhen/store/hall"
)

// Plans, leaves, moves, swaps and new hands in any order never put anybody in two places on
// a day, and each is done or refused as a whole. The rows are read as screens read them.
func TestRandomPlanningNeverPutsAnybodyInTwoPlaces(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	s := c.Settings()
	s.Class, s.Duty.Closed = 1, 1
	c.SetSettings(s)
	c.team(t, hall.DutyCounty, ref(c.xu), ref(c.yu), hall.DutyRef{Kind: hall.InviteOther, Name: "何律师"})
	from := hall.DayOf(c.Now())
	rapid.Check(t, func(rt *rapid.T) {
		from += 40 // the next try on days without a plan
		c.clock(from, 8, 0)
		for range rapid.IntRange(1, 14).Draw(rt, "steps") {
			c.randomStep(rt, from)
		}
		m, err := c.head.DutyMonth(ctx, from, from+45)
		if err != nil {
			rt.Fatal(err)
		}
		for _, d := range m.Days {
			seen := map[string]bool{}
			for _, r := range d.Rows {
				for _, who := range r.People {
					if r.State == hall.DutyStands && seen[who.Name] {
						rt.Fatalf("%s is in two places on %v: %+v", who.Name, d.Day, d.Rows)
					}
					seen[who.Name] = seen[who.Name] || r.State == hall.DutyStands
				}
			}
		}
		faults, err := c.Check(ctx, nil)
		if err != nil || len(faults) > 0 {
			rt.Fatal(err, faults)
		}
	})
}

// refusable is what a rule may refuse in such work; anything else is a fault.
func refusable(rt *rapid.T, err error) {
	rt.Helper()
	switch code(err) {
	case "", hall.ErrLeaveTwice, hall.ErrDutyTwice, hall.ErrOnLeave, hall.ErrDutyOff, hall.ErrNotOnShift, hall.ErrSlotClosed, hall.ErrSwapSelf, hall.ErrNotAsked:
		return
	}
	rt.Fatalf("refused for something else: %v", err)
}

func (c *crew) randomStep(rt *rapid.T, from hall.Day) {
	kind := hall.DutyKind(rapid.IntRange(0, 1).Draw(rt, "kind"))
	day := from + hall.Day(rapid.IntRange(0, 30).Draw(rt, "day"))
	people := []hall.DutyRef{ref(c.head), ref(c.xu), ref(c.yu), ref(c.wang), {Kind: hall.InviteOther, Name: "何律师"}}
	who := people[rapid.IntRange(0, len(people)-1).Draw(rt, "who")]
	m, err := c.head.DutyMonth(ctx, from, from+45)
	if err != nil {
		rt.Fatal(err)
	}
	shifts := rows(m, kind)
	pick := func() (hall.DutyRow, bool) {
		if len(shifts) == 0 {
			return hall.DutyRow{}, false
		}
		return shifts[rapid.IntRange(0, len(shifts)-1).Draw(rt, "shift")], true
	}
	switch rapid.SampledFrom([]string{"plan", "plan", "leave", "back", "move", "assign", "off", "add", "swap"}).Draw(rt, "step") {
	case "plan":
		q := hall.PlanQuery{Kind: kind, From: day, To: day + 14, Afresh: rapid.Bool().Draw(rt, "afresh")}
		p, err := c.head.PlanDuty(ctx, q)
		if err == nil {
			_, err = c.head.SavePlan(ctx, q, p.Stamp)
		}
		refusable(rt, err)
	case "leave":
		l := hall.Leave{Who: who, From: day, To: day + hall.Day(rapid.IntRange(0, 6).Draw(rt, "days")), Why: "事假"}
		p, err := c.head.PreviewLeave(ctx, l)
		if err == nil {
			if rapid.Bool().Draw(rt, "only noted") {
				p.Stamp = ""
			}
			_, err = c.head.AddLeave(ctx, l, p.Stamp)
		}
		refusable(rt, err)
	case "back":
		if len(m.Leaves) == 0 {
			return
		}
		l := m.Leaves[rapid.IntRange(0, len(m.Leaves)-1).Draw(rt, "leave")]
		p, err := c.head.PreviewLeaveOff(ctx, l.ID)
		if err == nil {
			err = c.head.TakeBackLeave(ctx, l.ID, l.Rev, p.Stamp)
		}
		refusable(rt, err)
	case "move":
		if r, ok := pick(); ok {
			_, err := c.head.MoveDuty(ctx, r.ID, r.Rev, day, "改期")
			refusable(rt, err)
		}
	case "assign":
		if r, ok := pick(); ok {
			_, err := c.head.AssignDuty(ctx, r.ID, r.Rev, []hall.DutyRef{who}, "换人")
			refusable(rt, err)
		}
	case "off":
		if r, ok := pick(); ok {
			_, err := c.head.CallOffDuty(ctx, r.ID, r.Rev, "取消")
			refusable(rt, err)
		}
	case "add":
		_, err := c.head.AddDuty(ctx, hall.Shift{Kind: kind, Day: day, Township: c.Settings().Name, People: []hall.DutyRef{who}}, "加班")
		refusable(rt, err)
	case "swap":
		c.randomSwap(rt, pick, who)
	}
}

func (c *crew) randomSwap(rt *rapid.T, pick func() (hall.DutyRow, bool), with hall.DutyRef) {
	r, ok := pick()
	if !ok || len(r.People) == 0 {
		return
	}
	ask := hall.DutySwap{Duty: r.ID, Who: r.People[0], With: with, Why: "有事"}
	if other, _ := pick(); other.Has(with) {
		ask.For = other.ID
	}
	s, err := c.head.AskSwap(ctx, ask)
	refusable(rt, err)
	for _, who := range []hall.DutyRef{s.Who, s.With} {
		if err != nil || s.State != hall.SwapAsked {
			return
		}
		d := c.head
		if own := c.deskOf(who); own != nil {
			d = own
		}
		next, err := d.AnswerSwap(ctx, s.ID, s.Rev, who, true, "")
		if refusable(rt, err); err == nil {
			s = next
		}
	}
}
