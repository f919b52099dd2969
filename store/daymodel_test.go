package store_test

import (
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"sizhen/store"
	"sizhen/store/hall"
)

// spot is where a visitor stands in a day.
type spot string

const (
	elsewhere spot = "" // has not come
	waiting   spot = "waiting"
	called    spot = "called"
	started   spot = "started"
	skipped   spot = "skipped"
	over      spot = "over"
	left      spot = "left over"
)

// said is what is on record of a party.
type said struct {
	told, agreed, came, missed bool

	before bool // was told what no longer holds
	heard  bool // and has heard so since
}

// stay is where somebody stands who came or is to come, and how it was before the last step.
type stay struct {
	place   spot
	day     hall.Day // on which he came
	booked  bool     // by appointment
	slot    hall.Slot
	vain    hall.Day // the first day on which somebody could have come to a time that is no longer
	noShow  bool     // nobody came
	off     bool     // called off
	parties []said
	last    *stay
}

// keep remembers how it stands before a step that can be taken back.
func (s *stay) keep() {
	was := *s
	was.parties, was.last = slices.Clone(s.parties), nil
	s.last = &was
}

func (s *stay) back(rt *rapid.T) {
	if s.last == nil {
		rt.Fatalf("taken back, and there was nothing to take back: %+v", s)
	}
	since := s.parties
	if calledOff := s.off && !s.last.off; !calledOff {
		*s = *s.last
		return
	}
	*s = *s.last
	for i, p := range since {
		if p.before && p.heard { // that it does not take place
			s.parties[i].before, s.parties[i].told, s.parties[i].agreed, s.parties[i].heard = true, false, false, false
			s.waste()
		}
	}
}

// waste remembers a day on which somebody may come in vain.
func (s *stay) waste() {
	if s.vain == 0 || s.slot.Day < s.vain {
		s.vain = s.slot.Day
	}
}

// say puts something down of parties, which cannot be taken back; what is called off can, whoever hears of it.
func (s *stay) say(done bool, who []int, what func(*said)) {
	if !done {
		return
	}
	if !s.off {
		s.last = nil
	}
	s.each(who, what)
}

func (s *stay) each(who []int, what func(*said)) {
	for i := range s.parties {
		if who == nil || slices.Contains(who, i) {
			what(&s.parties[i])
		}
	}
}

func (s *stay) arrive(today hall.Day, who []int) {
	s.keep()
	s.each(who, func(p *said) {
		if who != nil || !p.missed {
			p.came, p.missed = true, false
		}
	})
	if s.noShow = false; s.place == elsewhere {
		s.place, s.day = waiting, today
	}
}

func (s *stay) miss(who []int) {
	s.keep()
	s.each(who, func(p *said) { p.missed = true })
	s.noShow = s.place == elsewhere && !slices.ContainsFunc(s.parties, func(p said) bool { return !p.missed })
}

func (s *stay) move(to hall.Slot) {
	s.last = nil
	if to == s.slot {
		return
	}
	s.waste()
	s.slot = to
	for i, p := range s.parties {
		s.parties[i] = said{before: p.before || p.told}
	}
}

func (s *stay) callOff() {
	s.keep()
	s.off = true
	s.waste()
	s.each(nil, func(p *said) { p.before, p.told, p.agreed, p.heard = p.before || p.told, false, false, false })
}

func (p said) stale() bool { return p.before && !p.heard }

// tally counts the parties.
func (s *stay) tally() hall.Tally {
	t := hall.Tally{Of: len(s.parties)}
	for _, p := range s.parties {
		for n, yes := range map[*int]bool{&t.Told: p.told || p.agreed, &t.Agreed: p.agreed, &t.Came: p.came, &t.Missed: p.missed, &t.Stale: p.stale()} {
			if yes {
				*n++
			}
		}
	}
	return t
}

// at is where he stands as a day's queue has it; elsewhere: on another day, or he has not come.
func (s *stay) at(day hall.Day) spot {
	switch {
	case s.place == over && s.day != day, s.place == elsewhere:
		return elsewhere
	case s.place != over && s.day < day:
		return left
	}
	return s.place
}

// spots are in which places of a queue each visitor stands.
func spots(q hall.Queue) map[hall.ConsultationID][]spot {
	out := map[hall.ConsultationID][]spot{}
	for place, rows := range map[spot][]hall.VisitRow{waiting: q.Waiting, called: q.Called, skipped: q.Skipped, over: q.Ended, left: q.Left} {
		for _, r := range rows {
			if place == over && r.Day != q.Day { // of a day before, written down today
				continue
			}
			out[r.ID] = append(out[r.ID], place)
		}
	}
	for _, r := range q.Rooms {
		if r.Visit != nil && r.Visit.State == hall.Started {
			out[r.Visit.ID] = append(out[r.Visit.ID], started)
		}
	}
	return out
}

func (w *days) compare(rt *rapid.T) {
	for _, d := range w.desks {
		q, err := d.Queue(ctx, w.today())
		must1(rt, err)
		w.compareQueue(rt, q)
		w.compareBoard(rt, d, q)
	}
	for day := w.first; day < w.today(); day++ {
		w.comparePast(rt, day)
	}
	w.compareDuty(rt)
}

func (w *days) compareQueue(rt *rapid.T, q hall.Queue) {
	in := spots(q)
	for _, id := range w.all {
		switch want, got := w.on[id].at(q.Day), in[id]; {
		case want == elsewhere && len(got) > 0, want != elsewhere && (len(got) != 1 || got[0] != want):
			rt.Fatalf("visitor %d is %v, and stands %v in the queue", id, want, got)
		}
	}
	for _, r := range q.Called { // whoever was called is shown in a room
		if in := q.Now(r.Room).Visit; in == nil || in.ID != r.ID {
			rt.Fatalf("visitor %d is called to %s, in which is %+v", r.ID, r.Room, in)
		}
	}
}

// comparePast looks at a day that is over: who was done with on it, and who is left of it.
func (w *days) comparePast(rt *rapid.T, day hall.Day) {
	q, err := w.desks[0].Queue(ctx, day)
	must1(rt, err)
	in := spots(q)
	for _, id := range w.all {
		s, want := w.on[id], 0
		if s.place != elsewhere && s.day == day {
			want = 1
		}
		if len(in[id]) != want || want == 1 && (in[id][0] == over) != (s.place == over) {
			rt.Fatalf("visitor %d of %v, %v, stands %v in the queue of %v", id, s.day, s.place, in[id], day)
		}
	}
}

// compareBoard holds the board against the lists that it counts, and the figures of a locked screen.
func (w *days) compareBoard(rt *rapid.T, d *store.Desk, q hall.Queue) {
	b, err := d.Board(ctx)
	must1(rt, err)
	if b.Waiting != len(q.Waiting) || len(b.Before.Visits) != len(q.Left) || b.Skipped > len(q.Skipped) {
		rt.Fatalf("the board counts %d, %d, %d, the queue %d, %d, %d", b.Waiting, b.Skipped, len(b.Before.Visits), len(q.Waiting), len(q.Skipped), len(q.Left))
	}
	if got, want := ids(b.Queue), ids(slices.Concat(q.Called, q.Waiting, q.Skipped)); !slices.Equal(got, want) {
		rt.Fatalf("the board's queue is %v, F4's %v", got, want)
	}
	for i, room := range b.Rooms {
		if (room.Visit == nil) != (q.Rooms[i].Visit == nil) || room.Visit != nil && room.Visit.ID != q.Rooms[i].Visit.ID ||
			!slices.Equal(ids(room.Booked), ids(q.Rooms[i].Booked)) {
			rt.Fatalf("the board's room is %+v, F4's %+v", room, q.Rooms[i])
		}
	}
	rows, err := d.Appointments(ctx, b.Day, b.Day)
	must1(rt, err)
	if got, want := ids(b.Slots), ids(rows); !slices.Equal(got, want) {
		rt.Fatalf("the board's appointments are %v, F5's %v", got, want)
	}
	w.compareSlots(rt, rows)
	calls, err := d.Calls(ctx)
	must1(rt, err)
	if b.Calls != calls.Left() {
		rt.Fatalf("the board counts %d to be rung up, the list holds %d: %+v", b.Calls, calls.Left(), calls.Rows)
	}
	if d == w.desks[0] {
		w.compareCalls(rt, calls)
	}
	g, err := w.h.Glance(ctx)
	must1(rt, err)
	here := 0
	for _, s := range b.OnDuty {
		if s.Out.IsZero() {
			here++
		}
	}
	if g.Waiting != b.Waiting || g.OnDuty != here {
		rt.Fatalf("a locked screen says %+v, the board %d and %d", g, b.Waiting, here)
	}
}

// compareSlots holds the attendance of each appointment of a day against what was written down.
func (w *days) compareSlots(rt *rapid.T, rows []hall.VisitRow) {
	for _, r := range rows {
		s := w.on[r.ID]
		if s == nil {
			continue
		}
		got, want := r.Party, s.tally()
		if got.Untold, got.Awaits = "", ""; got != want {
			rt.Fatalf("appointment %d: on record %+v, written down %+v", r.ID, got, want)
		}
		if s.off != (r.State == hall.GoneAway && r.Number == 0) || s.noShow != (r.State == hall.NoShow) {
			rt.Fatalf("appointment %d is %d, and should be called off %v, missed %v", r.ID, r.State, s.off, s.noShow)
		}
	}
	for _, id := range w.all {
		s := w.on[id]
		if s.booked && len(rows) > 0 && s.slot.Day == rows[0].Slot.Day && !slices.Contains(ids(rows), id) {
			rt.Fatalf("appointment %d of %v is not on its day", id, s.slot.Day)
		}
	}
}

// compareCalls counts anew who is to be rung up: who is awaited until the next open day and was not told, and
// who would come in vain.
func (w *days) compareCalls(rt *rapid.T, l hall.CallList) {
	now, want := w.h.Now(), 0
	for _, id := range w.all {
		s := w.on[id]
		awaited := s.booked && s.place == elsewhere && !s.noShow && !s.off && (s.slot.Day == w.today() || s.slot.Day == l.Until) &&
			s.slot.Day.At(s.slot.From, now.Location()).After(now)
		v, err := w.desks[0].Visit(ctx, id)
		must1(rt, err)
		for i, p := range s.parties {
			if awaited && !p.told || p.stale() && min(s.vain, s.slot.Day) >= w.today() {
				want++
			}
			if v.Expected[i].Stale != p.stale() {
				rt.Fatalf("party %d of %d was told what no longer holds: %v, on record %+v", i, id, p.stale(), v.Expected[i])
			}
		}
	}
	if l.Left() != want {
		rt.Fatalf("%d are to be rung up, the list holds %d", want, l.Left())
	}
}

// compareDuty holds the figures of the month's attendance against the days of duty.
func (w *days) compareDuty(rt *rapid.T) {
	sheet, err := w.desks[0].Attendance(ctx, w.first, w.today())
	must1(rt, err)
	month, err := w.desks[0].DutyMonth(ctx, w.first, w.today())
	must1(rt, err)
	came, planned, stays, open := 0, 0, 0, 0
	for _, r := range sheet {
		came += r.Came + r.Extra
		planned += r.Planned
	}
	for _, day := range month.Days {
		file, err := w.desks[0].DutyDay(ctx, day.Day)
		must1(rt, err)
		stays += len(hall.Stays(file.Signed))
		for _, r := range file.Rows {
			open += len(r.Places)
		}
		if got, want := fmt.Sprint(day.Rows), fmt.Sprint(file.Rows); got != want {
			rt.Fatalf("the plan says %s, the day %s", got, want)
		}
	}
	if came != stays || planned != open {
		rt.Fatalf("the sheet says that %d came, %d were planned; the days %d, %d", came, planned, stays, open)
	}
}

func ids(rows []hall.VisitRow) []hall.ConsultationID {
	var out []hall.ConsultationID
	for _, r := range rows {
		out = append(out, r.ID)
	}
	return out
}
