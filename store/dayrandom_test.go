package store_test

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// days is a hall with two desks, of which the second may not see what is confidential, and what it
// was told, in plain memory: who came or is to come, and where each of them stands.
type days struct {
	h     *storetest.Hall
	desks [2]*store.Desk
	first hall.Day // of this try
	cases []hall.CaseID
	on    map[hall.ConsultationID]*stay
	all   []hall.ConsultationID // the keys of on, in order, so that a run can be run again
	named int
}

// Whatever two desks write down in some days (visits, appointments, notices, arrivals, absences,
// corrections, take-backs, the question at closing time, the next morning): nobody is lost, everybody
// stands in one place, what is on record of each party adds up, and the board, the queue, the
// appointments, the calls and the day of duty say the same.
func TestRandomDaysLoseNobody(t *testing.T) {
	t.Parallel()
	w := newDays(t)
	rapid.Check(t, func(rt *rapid.T) {
		w.begin(rt)
		for range rapid.IntRange(1, 3).Draw(rt, "days") {
			for range rapid.IntRange(1, 24).Draw(rt, "steps") {
				w.step(rt)
				w.compare(rt)
			}
			w.clock(w.today()+1, 8*60+rapid.IntRange(0, 60).Draw(rt, "opens"))
			w.compare(rt)
		}
		w.closeAll(rt)
		w.compare(rt)
		if faults, err := w.h.Check(ctx, nil); err != nil || len(faults) > 0 {
			rt.Fatal(err, faults)
		}
	})
}

func newDays(t *testing.T) *days {
	w := &days{h: storetest.New(t), on: map[hall.ConsultationID]*stay{}}
	w.first = w.today()
	w.desks = [2]*store.Desk{w.h.Desk(w.h.Boss), w.h.Add("yu", "俞芳", hall.RoleMediator|hall.FrontDesk)}
	for i := range 4 {
		in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
		in.Confidential = i == 3
		for range i % 3 {
			in.Parties = append(in.Parties, hall.Party{Side: hall.Respondent})
		}
		for n := range in.Parties {
			in.Parties[n].Details = hall.Details{Name: fmt.Sprint("当事人", i, n), Phone: fmt.Sprintf("100123%02d%03d", i, n)}
		}
		w.cases = append(w.cases, must[hall.IntakeResult](t)(w.desks[0].FinishIntake(ctx, 0, in)).Case)
	}
	return w
}

func (w *days) today() hall.Day { return hall.DayOf(w.h.Now()) }

func (w *days) clock(day hall.Day, minute int) { w.h.Clock.Set(day.At(minute, w.h.Settings().Zone)) }

// begin goes four weeks on, to a morning before which everybody is done with.
func (w *days) begin(rt *rapid.T) {
	w.closeAll(rt)
	w.on, w.all, w.first = map[hall.ConsultationID]*stay{}, nil, w.first+28
	w.clock(w.first, 8*60+30)
	for day := w.first; day < w.first+3; day++ {
		who := []hall.DutyRef{ref(w.desks[0])}
		if rapid.Bool().Draw(rt, "two on duty") {
			who = append(who, ref(w.desks[1]))
		}
		_, err := w.desks[0].AddDuty(ctx, hall.Shift{Kind: hall.DutyHall, Day: day, People: who}, "排班")
		must1(rt, err)
	}
}

// closeAll answers what is asked at closing time and the next morning of everybody who is still there.
func (w *days) closeAll(rt *rapid.T) {
	q, err := w.desks[0].Queue(ctx, w.today())
	must1(rt, err)
	for _, rows := range [][]hall.VisitRow{q.Left, q.Waiting, q.Called, q.Skipped} {
		for _, r := range rows {
			w.mustClose(rt, r)
		}
	}
	for _, room := range q.Rooms {
		if room.Visit != nil && room.Visit.State == hall.Started {
			w.mustClose(rt, *room.Visit)
		}
	}
}

func (w *days) mustClose(rt *rapid.T, r hall.VisitRow) {
	_, err := w.desks[0].EndVisit(ctx, r.ID, r.Rev, 0, hall.Ending{Outcome: w.outcome(r), Advice: "来日再来"})
	must1(rt, err)
	if s := w.on[r.ID]; s != nil {
		s.keep()
		s.place = over
	}
}

// outcome is what somebody's visit can end in without anything more being known.
func (w *days) outcome(r hall.VisitRow) hall.Outcome {
	if r.Case != 0 {
		return hall.OnInCase
	}
	return hall.AdviceOnly
}

func must1(rt *rapid.T, err error) {
	rt.Helper()
	if err != nil {
		rt.Fatal(err)
	}
}

// done reports whether an operation was done; what a rule refuses leaves everything as it is, and
// whatever else goes wrong is a fault.
func done(rt *rapid.T, err error) bool {
	rt.Helper()
	if err != nil && code(err) == "" {
		rt.Fatal(err)
	}
	return err == nil
}

func (w *days) step(rt *rapid.T) {
	d := w.desks[rapid.IntRange(0, 1).Draw(rt, "desk")]
	all := []string{"visit", "visit", "come", "book", "book", "queue", "queue", "queue", "queue", "queue", "party", "party", "party", "party",
		"end", "undo", "fix", "duty", "time"}
	switch rapid.SampledFrom(all).Draw(rt, "step") {
	case "visit":
		w.visit(rt, d)
	case "come":
		on := rapid.SampledFrom(w.cases).Draw(rt, "case")
		if res, err := d.Come(ctx, on, 0); done(rt, err) {
			w.add(res.Consultation, stay{place: waiting, day: w.today(), parties: []said{{came: true}}})
		}
	case "book":
		w.book(rt, d)
	case "queue":
		w.inQueue(rt, d)
	case "party":
		w.party(rt, d)
	case "end":
		w.end(rt, d)
	case "undo":
		if id, s := w.one(rt); s != nil {
			if _, err := d.TakeBack(ctx, id); done(rt, err) {
				s.back(rt)
			}
		}
	case "fix":
		w.fix(rt, d)
	case "duty":
		w.duty(rt, d)
	case "time":
		now := hall.MinuteOf(w.h.Now())
		w.clock(w.today(), min(now+rapid.IntRange(1, 90).Draw(rt, "minutes"), 23*60))
	}
}

func (w *days) visit(rt *rapid.T, d *store.Desk) {
	w.named++
	in := storetest.Intake(hall.Ending{Outcome: hall.SeenNow})
	in.Parties[0].Details = hall.Details{Name: fmt.Sprint("来访", w.named)}
	in.Confidential = rapid.Bool().Draw(rt, "confidential")
	if in.Urgent = rapid.Bool().Draw(rt, "urgent"); in.Urgent {
		in.UrgentWhy = "要动手"
	}
	res, err := d.FinishIntake(ctx, 0, in)
	must1(rt, err)
	w.add(res.Consultation, stay{place: waiting, day: w.today()})
}

// booking is a time on one of the days, in a room.
func (w *days) booking(rt *rapid.T) hall.Booking {
	from := 9*60 + 15*rapid.IntRange(0, 8).Draw(rt, "from")
	day := w.today() + hall.Day(rapid.IntRange(0, 2).Draw(rt, "on"))
	return hall.Booking{Slot: at(day, from, 30), Room: rapid.SampledFrom([]string{"一室", "二室"}).Draw(rt, "room")}
}

func (w *days) book(rt *rapid.T, d *store.Desk) {
	b := w.booking(rt)
	if v, err := d.Book(ctx, rapid.SampledFrom(w.cases).Draw(rt, "case"), 0, b); done(rt, err) {
		w.add(v.ID, stay{booked: true, slot: b.Slot, parties: make([]said, len(v.Expected))})
	}
}

func (w *days) add(id hall.ConsultationID, s stay) {
	w.on[id] = &s
	w.all = append(w.all, id)
}

// one draws somebody who came or is to come; nil when there is nobody.
func (w *days) one(rt *rapid.T) (hall.ConsultationID, *stay) {
	if len(w.all) == 0 {
		return 0, nil
	}
	id := rapid.SampledFrom(w.all).Draw(rt, "whom")
	return id, w.on[id]
}

func (w *days) inQueue(rt *rapid.T, d *store.Desk) {
	id, s := w.one(rt)
	if s == nil {
		return
	}
	to, day := waiting, s.day
	var err error
	switch rapid.SampledFrom([]string{"call", "call", "start", "skip", "return", "urgent", "gone", "later", "again"}).Draw(rt, "what") {
	case "call":
		to = called
		_, err = d.Call(ctx, id, rapid.SampledFrom(w.h.Settings().Rooms).Draw(rt, "room"))
	case "start":
		to, err = started, d.StartVisit(ctx, id, 0)
	case "skip":
		to, err = skipped, d.Skip(ctx, id)
	case "return":
		err = d.ReturnToQueue(ctx, id)
	case "urgent":
		err = d.MakeUrgent(ctx, id, "等不及")
	case "gone":
		to, err = over, d.GoneAway(ctx, id, "有事", 0)
	case "later":
		to, err = skipped, d.ComesLater(ctx, id)
	case "again":
		day = w.today()
		_, err = d.ComesAgain(ctx, id)
	}
	if done(rt, err) {
		s.keep()
		s.place, s.day = to, day
	}
}

// party is what is written down of the parties of an appointment.
func (w *days) party(rt *rapid.T, d *store.Desk) {
	var booked []hall.ConsultationID
	for _, id := range w.all {
		if w.on[id].booked {
			booked = append(booked, id)
		}
	}
	if len(booked) == 0 {
		return
	}
	id := rapid.SampledFrom(booked).Draw(rt, "appointment")
	s := w.on[id]
	who := []int{rapid.IntRange(0, len(s.parties)-1).Draw(rt, "party")}
	if rapid.Bool().Draw(rt, "all of them") {
		who = nil
	}
	switch rapid.SampledFrom([]string{"tell", "try", "void", "agree", "arrive", "arrive", "miss", "move", "cancel"}).Draw(rt, "what") {
	case "tell":
		_, err := d.Notify(ctx, id, 0, hall.Notice{Reached: true}, who...)
		s.say(done(rt, err), who, func(p *said) { p.told, p.heard = !s.off, true })
	case "try":
		_, err := d.Notify(ctx, id, 0, hall.Notice{}, who...)
		s.say(done(rt, err), who, func(*said) {})
	case "void":
		_, err := d.Notify(ctx, id, 0, hall.Notice{Void: true}, who...)
		s.say(done(rt, err), who, func(p *said) { p.told, p.agreed, p.heard = false, false, false })
	case "agree":
		_, err := d.Confirm(ctx, id, 0, who...)
		s.say(done(rt, err), who, func(p *said) { p.told, p.agreed, p.heard = true, true, true })
	case "arrive":
		if _, err := d.Arrive(ctx, id, 0, who...); done(rt, err) {
			s.arrive(w.today(), who)
		}
	case "miss":
		if done(rt, d.NoShow(ctx, id, 0, true, who...)) {
			s.miss(who)
		}
	case "move":
		b := w.booking(rt)
		if _, err := d.Rebook(ctx, id, 0, b, "改期"); done(rt, err) {
			s.move(b.Slot)
		}
	case "cancel":
		if done(rt, d.CancelAppointment(ctx, id, "撤回")) {
			s.callOff()
		}
	}
}

func (w *days) end(rt *rapid.T, d *store.Desk) {
	id, s := w.one(rt)
	if s == nil {
		return
	}
	v, err := w.desks[0].Visit(ctx, id) // the other desk does not see of which case a confidential one is
	must1(rt, err)
	end := hall.Ending{Outcome: w.outcome(hall.VisitRowOf(v)), Advice: "等通知"}
	if rapid.Bool().Draw(rt, "booked again") {
		b := w.booking(rt)
		end = hall.Ending{Outcome: hall.Booked, Slot: b.Slot, Room: b.Room}
	}
	res, err := d.EndVisit(ctx, id, v.Rev, 0, end)
	if !done(rt, err) {
		return
	}
	led := v.Case == 0 && res.Case != 0
	s.keep()
	if s.place = over; led {
		s.last = nil // a case is a record of its own
	}
	if end.Outcome == hall.Booked {
		made, err := w.desks[0].Visit(ctx, res.Consultation)
		must1(rt, err)
		w.add(made.ID, stay{booked: true, slot: end.Slot, parties: make([]said, len(made.Expected))})
	}
}

// fix puts a visit right, or lets somebody wait again who was done with.
func (w *days) fix(rt *rapid.T, d *store.Desk) {
	id, s := w.one(rt)
	if s == nil {
		return
	}
	v, err := d.Visit(ctx, id)
	must1(rt, err)
	if rapid.Bool().Draw(rt, "waits again") {
		if _, err := d.Requeue(ctx, id, v.Rev, "点错"); done(rt, err) {
			s.place, s.last = waiting, nil
		}
		return
	}
	as := hall.FixOfVisit(v)
	as.Calls++
	as.Room = rapid.SampledFrom([]string{as.Room, "一室", "二室"}).Draw(rt, "was in")
	if _, err := d.CorrectVisit(ctx, id, v.Rev, as, "记错"); done(rt, err) {
		s.last = nil
	}
}

// duty is what a desk writes down of its own duty, and the head of that of others.
func (w *days) duty(rt *rapid.T, d *store.Desk) {
	switch rapid.SampledFrom([]string{"in", "in", "out", "fix", "forgot"}).Draw(rt, "what") {
	case "in":
		done(rt, d.DutyIn(ctx))
	case "out":
		done(rt, d.HandOver(ctx, "", []hall.HandItem{{What: "钥匙"}}))
	case "fix", "forgot":
		day := w.first + hall.Day(rapid.IntRange(0, int(w.today()-w.first)).Draw(rt, "of"))
		signed, err := d.Duty(ctx, day)
		must1(rt, err)
		if len(signed) == 0 {
			return
		}
		s := rapid.SampledFrom(signed).Draw(rt, "sign-in")
		if as := hall.FixOfSignIn(s); rapid.Bool().Draw(rt, "by the head") {
			as.In = rapid.IntRange(8*60, 10*60).Draw(rt, "in")
			as.Duty = w.shiftOf(rt, day)
			_, err = w.desks[0].CorrectSignIn(ctx, s.ID, s.Rev, as, "电脑没开")
		} else {
			_, err = d.EndSignIn(ctx, s.ID, s.Rev, hall.MinuteOf(s.In.Add(time.Hour)), "忘了")
		}
		done(rt, err)
	}
}

// shiftOf is the shift of a day, or none.
func (w *days) shiftOf(rt *rapid.T, day hall.Day) hall.ShiftID {
	file, err := w.desks[0].DutyDay(ctx, day)
	must1(rt, err)
	if len(file.Rows) == 0 || rapid.Bool().Draw(rt, "for no shift") {
		return 0
	}
	return file.Rows[0].ID
}
