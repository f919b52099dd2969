package seed

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"time"

	"sizhen/store"
	"sizhen/store/hall"
)

// Options says how much to make. The same options make the same hall.
type Options struct {
	Cases     int
	Mediators int
	Orgs      int // organisations; 0: as many as a city has for so many mediators
	Years     int // the cases are spread over so many years up to Now
	RNG       uint64
	Now       time.Time
	Progress  func(done, total int)
}

// Sample is the hall that samples play in.
func Sample() hall.Settings {
	s := hall.Defaults()
	s.Name, s.Code, s.Word = "百官街道联合调解中心", "BG", "百"
	return s
}

// A transaction holds between these many cases, or mediators: few while the store is small, since bbolt
// splits a page only when it commits and an index that grows within one page grows slowly;
// many later on, so that each page of an index is rewritten seldom.
const (
	fewest = 100
	batch  = 4000
)

// batchAfter is how many go into the next transaction after so many.
func batchAfter(done int) int { return min(max(done/4, fewest), batch) }

// filler makes one hall.
type filler struct {
	o         Options
	r         *rand.Rand
	dice      *rand.PCG // what r draws from
	today     hall.Day
	calendar  *hall.Calendar
	clerk     string // who registers
	mediators []hall.Mediator
	known     []hall.Person          // people of earlier cases: some come again
	bodies    map[string]hall.Person // organisations, by name
	given     map[string]bool        // identity numbers
}

func newFiller(o Options, stream uint64, clerk string, calendar *hall.Calendar) *filler {
	dice := rand.NewPCG(o.RNG, stream)
	return &filler{
		o: o, r: rand.New(dice), dice: dice, today: hall.DayOf(o.Now), clerk: clerk, calendar: calendar,
		bodies: map[string]hall.Person{}, given: map[string]bool{},
	}
}

// pour writes in one transaction. When the write is run again it begins from the same dice and
// the same bodies, so that the same options make the same hall.
func (f *filler) pour(ctx context.Context, st *store.Store, dice *rand.PCG, fn func(*store.Bulk) error) error {
	thrown, bodies := *dice, f.bodies
	return st.Bulk(ctx, func(b *store.Bulk) error {
		*dice, f.bodies = thrown, maps.Clone(bodies)
		return fn(b)
	})
}

// each writes records one after the other, in as many transactions as they need.
func each[T any](ctx context.Context, f *filler, st *store.Store, all []T, fn func(*store.Bulk, T) error) error {
	for done := 0; done < len(all); {
		n := done
		err := f.pour(ctx, st, f.dice, func(b *store.Bulk) error {
			for n = done; n < len(all) && !b.Full(); n++ {
				if err := fn(b, all[n]); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		done = n
	}
	return nil
}

// Fill adds exactly o.Cases cases, with the people in them, their sessions and agreements, and
// o.Mediators mediators to a store. A stopped run leaves a whole store with fewer cases.
func Fill(ctx context.Context, st *store.Store, o Options) error {
	if o.Cases < 1 || o.Mediators < 1 || o.Years < 1 {
		return errors.New("seed: at least one case, one mediator and one year")
	}
	f := newFiller(o, 0x5120, "窗口", st.Calendar())
	if err := f.roster(ctx, st); err != nil {
		return fmt.Errorf("seed mediators: %w", err)
	}
	moments := f.moments(st.Settings().Zone)
	if moments == nil {
		return errors.New("seed: the hall is open on no day of these years")
	}
	for done := 0; done < o.Cases; {
		n := min(batchAfter(done), o.Cases-done)
		if err := f.cases(ctx, st, moments[done:done+n], done+n == o.Cases); err != nil {
			return fmt.Errorf("seed cases from %d: %w", done, err)
		}
		done += n
		if o.Progress != nil {
			o.Progress(done, o.Cases)
		}
	}
	if err := f.places(ctx, st); err != nil {
		return fmt.Errorf("seed organisations: %w", err)
	}
	return nil
}

// enrol adds some mediators.
func (f *filler) enrol(ctx context.Context, st *store.Store, some []hall.Mediator) error {
	all := make([]*hall.Mediator, len(some))
	for i := range some {
		all[i] = &some[i]
	}
	return each(ctx, f, st, all, func(b *store.Bulk, m *hall.Mediator) error {
		m.ID, m.Rev = 0, 0
		return b.Mediator(m)
	})
}

func (f *filler) cases(ctx context.Context, st *store.Store, moments []time.Time, last bool) error {
	batch := make([]made, len(moments))
	for i, at := range moments {
		var err error
		if batch[i], err = f.make(at, st.Settings()); err != nil {
			return err
		}
	}
	met := make([][]hall.Person, len(batch)) // by case: a write may be run again
	nth := make([]int, len(batch))
	for i := range nth {
		nth[i] = i
	}
	err := each(ctx, f, st, nth, func(b *store.Bulk, i int) (err error) {
		if met[i], err = f.write(b, batch[i], st.Settings()); err != nil || !last || i < len(batch)-1 {
			return err
		}
		return b.Log(hall.Entry{Deed: hall.DeedSeed, At: f.o.Now, Args: map[string]string{"cases": fmt.Sprint(f.o.Cases)}})
	})
	f.known = slices.Concat(met...)
	return err
}

// meet writes the parties of a matter down as people and returns those who may come again.
func (f *filler) meet(b *store.Bulk, m matter, day hall.Day) ([]hall.Person, error) {
	var out []hall.Person
	for i, p := range m.people {
		body := p.Details.Kind == hall.Organisation
		if body {
			p = f.bodies[p.Details.Name]
		}
		p.Visits++
		if p.Last, p.LastFor = day, m.in.Type; m.in.Confidential {
			p.LastFor = ""
		}
		if err := b.Person(&p); err != nil {
			return nil, err
		}
		m.in.Parties[i].Person = p.ID
		if body {
			f.bodies[p.Details.Name] = p
		} else {
			out = append(out, p)
		}
	}
	return out, nil
}

// write puts one case down with its people, its sessions and its line in the journal.
func (f *filler) write(b *store.Bulk, m made, s hall.Settings) ([]hall.Person, error) {
	people, err := f.meet(b, m.matter, hall.DayOf(m.c.Registered))
	if err != nil {
		return nil, err
	}
	m.c.Parties = m.in.Parties
	if err := b.Case(&m.c); err != nil {
		return nil, err
	}
	for i := range m.visits {
		v := &m.visits[i]
		v.Case = m.c.ID
		if err := b.Consultation(v); err != nil {
			return nil, err
		}
	}
	if err := f.followUps(b, m.c, s); err != nil {
		return nil, err
	}
	args := map[string]string{"number": m.c.Number}
	if !m.c.Confidential {
		args["name"], _ = hall.First(m.c.Of(hall.Applicant))
	}
	return people, b.Log(hall.Entry{Deed: hall.DeedIntake, At: m.c.Registered, ByName: m.c.RegisteredAs, Case: m.c.ID, Args: args})
}
