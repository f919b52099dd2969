package store_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// model is a hall in plain memory, told the same as the store.
type model struct {
	waiting  []hall.ConsultationID // in the order in which they will be called
	urgent   map[hall.ConsultationID]bool
	called   map[hall.ConsultationID]string // and the room
	started  map[hall.ConsultationID]string
	skipped  []hall.ConsultationID
	numbers  int
	accepted int
	cases    map[hall.CaseID]hall.State
	drafts   map[hall.DraftID]string
}

func newModel() *model {
	return &model{
		urgent: map[hall.ConsultationID]bool{}, called: map[hall.ConsultationID]string{}, started: map[hall.ConsultationID]string{},
		cases: map[hall.CaseID]hall.State{}, drafts: map[hall.DraftID]string{},
	}
}

func (m *model) join(id hall.ConsultationID, urgent bool) {
	at := len(m.waiting)
	if urgent {
		m.urgent[id] = true
		at = 0
		for at < len(m.waiting) && m.urgent[m.waiting[at]] {
			at++
		}
	}
	m.waiting = slices.Insert(m.waiting, at, id)
}

// Random work at the desk, with the store closed and opened in between and the clock going
// either way, ends where the model does.
func TestRandomWorkAgainstModel(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	rapid.Check(t, func(rt *rapid.T) {
		h.Clock.Set(h.Clock.Now().AddDate(0, 0, 30)) // a new day, an empty queue
		leaveRooms(rt, h)
		m := newModel()
		m.accepted = total(rt, h, hall.CaseQuery{Filter: hall.AllCases})
		before := m.accepted
		for range rapid.IntRange(1, 25).Draw(rt, "steps") {
			work(rt, h, m)
		}
		compare(rt, h, m, before)
	})
}

// leaveRooms ends the visits that the run before left in their rooms: they stay there however
// long it is ago.
func leaveRooms(rt *rapid.T, h *storetest.Hall) {
	d := h.Desk(h.Boss)
	q, err := d.Queue(ctx, hall.DayOf(h.Now()))
	if err != nil {
		rt.Fatal(err)
	}
	for _, r := range q.Rooms {
		if r.Visit != nil {
			ok(rt, func() error {
				_, err := d.EndVisit(ctx, r.Visit.ID, r.Visit.Rev, 0, hall.Ending{Outcome: hall.AdviceOnly, Advice: "补记"})
				return err
			})
		}
	}
}

func total(rt *rapid.T, h *storetest.Hall, q hall.CaseQuery) int {
	page, err := h.Desk(h.Boss).Cases(ctx, q)
	if err != nil {
		rt.Fatal(err)
	}
	return page.Total
}

func work(rt *rapid.T, h *storetest.Hall, m *model) {
	d := h.Desk(h.Boss)
	switch rapid.SampledFrom([]string{"visit", "visit", "call", "again", "skip", "start", "end", "accept", "step", "draft", "reopen", "clock"}).Draw(rt, "work") {
	case "visit":
		urgent := rapid.Bool().Draw(rt, "urgent")
		in := storetest.Intake(hall.Ending{Outcome: hall.SeenNow})
		in.Parties[0].Details = hall.Details{Name: fmt.Sprint("来访", m.numbers)}
		if in.Urgent = urgent; urgent {
			in.UrgentWhy = "急"
		}
		ok(rt, func() error {
			res, err := d.FinishIntake(ctx, 0, in)
			if m.numbers++; err == nil && res.Queue != m.numbers {
				return fmt.Errorf("number %d, want %d", res.Queue, m.numbers)
			}
			m.join(res.Consultation, urgent)
			return err
		})
	case "call":
		call(rt, d, m)
	case "again":
		if len(m.skipped) > 0 {
			ok(rt, func() error { return d.ReturnToQueue(ctx, m.skipped[0]) })
			m.join(m.skipped[0], m.urgent[m.skipped[0]])
			m.skipped = m.skipped[1:]
		}
	case "skip":
		if id := first(m.called); id != 0 {
			ok(rt, func() error { return d.Skip(ctx, id) })
			delete(m.called, id)
			m.skipped = append(m.skipped, id)
		}
	case "start":
		start(rt, d, m)
	case "end":
		end(rt, d, m)
	case "accept":
		ok(rt, func() error {
			res, err := d.FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow}))
			m.cases[res.Case] = hall.Accepted
			m.accepted++
			return err
		})
	case "step":
		step(rt, d, m)
	case "draft":
		text := rapid.StringMatching(`[一-龥]{0,20}`).Draw(rt, "text")
		ok(rt, func() error {
			dr, err := d.SaveDraft(ctx, hall.Draft{Fields: map[string]string{"facts": text}})
			m.drafts[dr.ID] = text
			return err
		})
	case "reopen":
		h.Reopen()
	case "clock":
		h.Clock.Set(storetestDay(h).Add(time.Duration(rapid.IntRange(0, 23).Draw(rt, "hour")) * time.Hour))
	}
}

// storetestDay is the beginning of the clock's day: the clock may jump, the day stays.
func storetestDay(h *storetest.Hall) time.Time {
	return hall.DayOf(h.Now()).At(0, h.Settings().Zone)
}

func ok(rt *rapid.T, fn func() error) {
	rt.Helper()
	if err := fn(); err != nil {
		rt.Fatal(err)
	}
}

func call(rt *rapid.T, d *store.Desk, m *model) {
	room := rapid.SampledFrom([]string{"一室", "二室"}).Draw(rt, "room")
	v, err := d.CallNext(ctx, room)
	inUse := slices.Contains(values(m.called), room) || slices.Contains(values(m.started), room)
	switch {
	case len(m.waiting) == 0:
		if code(err) != hall.ErrQueueEmpty {
			rt.Fatalf("called from an empty queue: %v %v", v, err)
		}
	case inUse:
		if code(err) != hall.ErrRoomInUse {
			rt.Fatalf("called to a taken room: %v %v", v, err)
		}
	case err != nil || v.ID != m.waiting[0]:
		rt.Fatalf("called %d, want %d: %v", v.ID, m.waiting[0], err)
	default:
		m.called[v.ID] = room
		m.waiting = m.waiting[1:]
	}
}

// first is the lowest number in a map, so that a run can be run again; 0 in an empty one.
func first[V any](m map[hall.ConsultationID]V) hall.ConsultationID {
	var out hall.ConsultationID
	for id := range m {
		if out == 0 || id < out {
			out = id
		}
	}
	return out
}

// start begins the first visit that was called. The only mediator there is can be in one
// room at a time.
func start(rt *rapid.T, d *store.Desk, m *model) {
	id := first(m.called)
	if id == 0 {
		return
	}
	err := d.StartVisit(ctx, id, 0)
	if len(m.started) > 0 {
		if code(err) != hall.ErrElsewhere {
			rt.Fatalf("one mediator began in two rooms: %v", err)
		}
		return
	}
	if err != nil {
		rt.Fatal(err)
	}
	m.started[id] = m.called[id]
	delete(m.called, id)
}

func values(m map[hall.ConsultationID]string) []string {
	var out []string
	for _, v := range m {
		out = append(out, v)
	}
	return out
}

func end(rt *rapid.T, d *store.Desk, m *model) {
	if id := first(m.started); id != 0 {
		ok(rt, func() error {
			v, err := d.Visit(ctx, id)
			if err != nil {
				return err
			}
			res, err := d.EndVisit(ctx, id, v.Rev, 0, hall.Ending{Outcome: hall.AcceptedNow})
			m.cases[res.Case] = hall.Accepted
			m.accepted++
			return err
		})
		delete(m.started, id)
	}
}

func step(rt *rapid.T, d *store.Desk, m *model) {
	for _, id := range slices.Sorted(maps.Keys(m.cases)) {
		if m.cases[id] != hall.Accepted {
			continue
		}
		ok(rt, func() error {
			f, err := d.Case(ctx, id)
			if err != nil {
				return err
			}
			_, err = d.Step(ctx, id, f.Case.Rev, 0, hall.Step{Action: hall.ActTransfer, To: "县中心", Reason: "疑难"})
			return err
		})
		m.cases[id] = hall.Transferred
		return
	}
}

func compare(rt *rapid.T, h *storetest.Hall, m *model, before int) {
	d := h.Desk(h.Boss)
	q, err := d.Queue(ctx, hall.DayOf(h.Now()))
	if err != nil {
		rt.Fatal(err)
	}
	var waiting []hall.ConsultationID
	for _, v := range q.Waiting {
		waiting = append(waiting, v.ID)
	}
	if !slices.Equal(waiting, m.waiting) {
		rt.Fatalf("waiting %v, want %v", waiting, m.waiting)
	}
	if len(q.Called) != len(m.called) || len(q.Skipped) != len(m.skipped) {
		rt.Fatalf("called %d skipped %d, want %d and %d", len(q.Called), len(q.Skipped), len(m.called), len(m.skipped))
	}
	if n := total(rt, h, hall.CaseQuery{}); n != m.accepted {
		rt.Fatalf("%d cases, want %d", n, m.accepted)
	}
	page, err := d.Cases(ctx, hall.CaseQuery{Limit: 200})
	if err != nil {
		rt.Fatal(err)
	}
	for _, row := range page.Rows[:m.accepted-before] {
		if want, ok := m.cases[row.ID]; !ok || row.State != want {
			rt.Fatalf("case %d is %d, want %d", row.ID, row.State, want)
		}
	}
	for id, text := range m.drafts {
		dr, err := d.Draft(ctx, id)
		if err != nil || dr.Fields["facts"] != text {
			rt.Fatalf("draft %d holds %q, want %q: %v", id, dr.Fields["facts"], text, err)
		}
		if err := d.DiscardDraft(ctx, id); err != nil {
			rt.Fatal(err)
		}
	}
}
