package store_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// town is a hall in which everything can collide: cases that share parties, mediators, an
// account that is on no roster, a body, joint consultations and follow-ups.
type town struct {
	h         *storetest.Hall
	desks     [2]*store.Desk
	on        []hall.CaseID
	mediators []hall.MediatorID
	joints    []hall.ConsultationID
	visits    []hall.ConsultationID
}

func newTown(t *testing.T) *town {
	h := storetest.New(t)
	w := &town{h: h, desks: [2]*store.Desk{h.Desk(h.Boss), h.Add("xu", "徐建国", hall.RoleMediator|hall.Head)}}
	clerk := h.Add("li", "李窗口", hall.FrontDesk).Actor()
	w.mediators = []hall.MediatorID{h.Boss.Mediator, w.desks[1].Actor().Mediator, h.Add("yu", "俞芳", hall.RoleMediator).Actor().Mediator}
	d := w.desks[0]
	body := must[hall.Body](t)(d.SaveBody(ctx, 0, hall.Body{Name: "农技站"}))
	for i := range 4 { // 甲0 quarrels with 乙0 and with 乙1, 乙0 with 甲0 and 甲1: everybody is a party twice
		w.on = append(w.on, between(t, d, i/2, (i+1)/2%2))
	}
	for _, on := range w.on[:2] {
		v := must[hall.Consultation](t)(d.ProposeJoint(ctx, on, "意见不一"))
		v = must[hall.Consultation](t)(d.Invite(ctx, v.ID, v.Rev, hall.Invitee{Kind: hall.InviteStaff, ID: uint64(clerk.Staff)}, []hall.Invitee{
			{Kind: hall.InviteBody, ID: uint64(body.ID)}, {Kind: hall.InviteMediator, ID: uint64(w.mediators[2])},
		}))
		w.joints = append(w.joints, agreed(t, d, v, true, true).ID)
	}
	w.settle(t, between(t, d, 0, 1))
	return w
}

// between registers a case between 甲 and 乙 of those numbers, found again if they were here.
func between(t *testing.T, d *store.Desk, a, b int) hall.CaseID {
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Parties = []hall.Party{
		{Details: hall.Details{Name: fmt.Sprint("甲", a), Phone: fmt.Sprint("1001234000", a)}},
		{Side: hall.Respondent, Details: hall.Details{Name: fmt.Sprint("乙", b), Phone: fmt.Sprint("1001234001", b)}},
	}
	return must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, in)).Case
}

// settle brings a case to its follow-ups.
func (w *town) settle(t *testing.T, id hall.CaseID) {
	d, day := w.desks[0], hall.DayOf(w.h.Now())
	c := must[hall.CaseFile](t)(d.Case(ctx, id)).Case
	for _, s := range []hall.Step{
		{Action: hall.ActAssign, Mediator: w.mediators[0]},
		{Action: hall.ActSession, Session: &hall.Session{At: w.h.Now(), Statements: "各让一步", Result: hall.ResultSettled}},
		{Action: hall.ActAgree, Agreement: &hall.Agreement{Written: true, Made: day, Terms: "赔六成", PerformBy: day + 10}},
		{Action: hall.ActSign, PartiesSigned: day, MediatorSigned: day, Sealed: day},
	} {
		c = must[hall.Case](t)(d.Step(ctx, id, c.Rev, 0, s))
	}
	for _, r := range must[hall.VisitPage](t)(d.FollowUps(ctx, hall.StageOpen, 10)).Rows {
		w.visits = append(w.visits, r.ID)
	}
}

// Whatever two desks book, move, stretch, call together and cancel at once: no room,
// mediator, colleague, body or party is ever in two places, and the store agrees.
func TestNothingIsEverBookedTwice(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	monday := hall.NewDay(2027, 1, 11)
	kept := map[string]int{}
	rapid.Check(t, func(rt *rapid.T) {
		seed := rapid.Uint64().Draw(rt, "seed")
		var wait sync.WaitGroup
		for n := range w.desks {
			wait.Go(func() { w.atDesk(t, n, rand.New(rand.NewPCG(seed, uint64(n))), monday) })
		}
		wait.Wait()
		w.nobodyTwice(rt, monday, kept)
		monday += 7 // the next try on an empty week
	})
	for _, what := range []string{"一室", "m", "s", "b", "p"} {
		if kept[what] == 0 {
			t.Errorf("nothing was ever booked that takes %s: the test shows nothing", what)
		}
	}
}

// atDesk is somebody who books, moves, stretches and cancels at random on two mornings.
func (w *town) atDesk(t *testing.T, n int, r *rand.Rand, monday hall.Day) {
	d := w.desks[n]
	for range 14 {
		b := hall.Booking{Slot: at(monday+hall.Day(r.IntN(2)), 9*60+r.IntN(6)*15, 15+r.IntN(4)*15), Room: []string{"一室", "二室", ""}[r.IntN(3)]}
		if b.Room == "" {
			b.Mode = hall.ByPhone
		}
		for _, m := range w.mediators {
			if r.IntN(3) == 0 {
				b.Mediators = append(b.Mediators, m)
			}
		}
		var err error
		switch k := r.IntN(8); {
		case k < 3:
			_, err = d.Book(ctx, w.on[r.IntN(len(w.on))], 0, b)
		case k == 3:
			_, err = d.Convene(ctx, w.joints[r.IntN(2)], 0, b.Slot, "会诊室", nil, "改期")
		case k == 4:
			_, err = d.MoveFollowUp(ctx, w.visits[r.IntN(len(w.visits))], 0, 0, hall.FollowVisit, b, "改期")
		default: // what anybody booked, as it stands at this moment
			rows, e := d.Appointments(ctx, monday, monday+1)
			if err = e; len(rows) == 0 || e != nil {
				break
			}
			one := rows[r.IntN(len(rows))]
			switch {
			case k == 7:
				if one.Kind == hall.Appointment {
					err = d.CancelAppointment(ctx, one.ID, "不来了")
				}
			case one.Kind != hall.Appointment:
			case k == 6: // stretched where it is
				b.Mode, b.Room, b.Slot.Day, b.Slot.From = one.Mode, one.Room, one.Slot.Day, one.Slot.From
				b.Slot.To = min(one.Slot.To+15, 11*60+30)
				_, err = d.Rebook(ctx, one.ID, 0, b, "延长")
			default:
				_, err = d.Rebook(ctx, one.ID, one.Rev, b, "改期")
			}
		}
		if err != nil && !slices.Contains([]hall.Code{
			hall.ErrRoomBusy, hall.ErrMediatorBusy, hall.ErrPartyBusy, hall.ErrBodyBusy, hall.ErrStaffBusy, // taken
			hall.ErrConflict, hall.ErrVisitState, hall.ErrPlannedFor, // the other desk was quicker
			hall.ErrSlotClosed, // a Monday that is a holiday every year
		}, code(err)) {
			t.Errorf("refused for something else: %v", err)
		}
	}
}

// nobodyTwice reads the week whole and compares all that takes time, two by two.
func (w *town) nobodyTwice(rt *rapid.T, monday hall.Day, kept map[string]int) {
	rows, err := w.desks[0].Appointments(ctx, monday, monday+6)
	if err != nil {
		rt.Fatal(err)
	}
	var all []hall.Consultation
	for _, r := range rows {
		v, err := w.desks[0].Visit(ctx, r.ID)
		if err != nil {
			rt.Fatal(err)
		}
		if !v.State.Over() {
			all = append(all, v)
		}
	}
	for i, a := range all {
		for _, who := range takes(a) {
			kept[who]++
			kept[who[:1]]++
		}
		for _, b := range all[:i] {
			if !a.Slot.Overlaps(b.Slot) {
				continue
			}
			for _, who := range takes(a) {
				if slices.Contains(takes(b), who) {
					rt.Errorf("%s is booked twice: %v %v, %v %v", who, a.Kind, a.Slot, b.Kind, b.Slot)
				}
			}
		}
	}
	faults, err := w.h.Check(ctx, nil)
	if err != nil {
		rt.Fatal(err)
	}
	for _, f := range faults {
		rt.Error(f)
	}
}

// takes names all whose time a consultation takes, worked out anew from the record.
func takes(v hall.Consultation) []string {
	var out []string
	if v.Room != "" {
		out = append(out, v.Room)
	}
	for _, m := range v.Mediators {
		out = append(out, fmt.Sprint("m", m.ID))
	}
	if j := v.Joint; j != nil {
		for _, i := range j.All() {
			out = append(out, fmt.Sprint(string("msb?"[i.Kind]), i.ID))
		}
	}
	for _, e := range v.Expected {
		out = append(out, fmt.Sprint("p", e.Person))
	}
	return out
}
