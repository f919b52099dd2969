package seed

import (
	"context"
	"errors"
	"fmt"
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

// A transaction holds between these many cases: few while the store is small, since bbolt
// splits a page only when it commits and an index that grows within one page grows slowly;
// many later on, so that each page of an index is rewritten seldom.
const (
	fewest = 100
	batch  = 4000
)

// filler makes one hall.
type filler struct {
	o         Options
	r         *rand.Rand
	today     hall.Day
	mediators []hall.Mediator
	known     []hall.Person // people of earlier cases: some come again
}

// Fill adds exactly o.Cases cases, with the people in them, their sessions and agreements, and
// o.Mediators mediators to a store. A stopped run leaves a whole store with fewer cases.
func Fill(ctx context.Context, st *store.Store, o Options) error {
	if o.Cases < 1 || o.Mediators < 1 || o.Years < 1 {
		return errors.New("seed: at least one case, one mediator and one year")
	}
	f := &filler{o: o, r: rand.New(rand.NewPCG(o.RNG, 0x5120)), today: hall.DayOf(o.Now)}
	if err := f.roster(ctx, st); err != nil {
		return fmt.Errorf("seed mediators: %w", err)
	}
	days := f.days()
	for done := 0; done < o.Cases; {
		n := min(max(done/4, fewest), batch, o.Cases-done)
		if err := f.cases(ctx, st, days[done:done+n], done+n == o.Cases); err != nil {
			return fmt.Errorf("seed cases from %d: %w", done, err)
		}
		done += n
		if o.Progress != nil {
			o.Progress(done, o.Cases)
		}
	}
	return nil
}

// days draws the cases' days, in order; on market days, those with a 3 or an 8 at the end,
// three times as many come.
func (f *filler) days() []hall.Day {
	out := make([]hall.Day, f.o.Cases)
	for i := range out {
		for {
			d := f.today - hall.Day(f.r.IntN(f.o.Years*365))
			_, _, dom := d.Date()
			if market := dom%5 == 3; market || f.r.IntN(3) == 0 {
				out[i] = d
				break
			}
		}
	}
	slices.Sort(out)
	return out
}

func (f *filler) roster(ctx context.Context, st *store.Store) error {
	types := st.Settings().Types
	for i := range f.o.Mediators {
		sex := hall.Sex(1 + f.r.IntN(2))
		m := hall.Mediator{
			Name: personName(f.r, sex), Sex: sex, Birth: f.today - hall.Day((35+f.r.IntN(38))*365), Phone: phone(f.r), Village: village(f.r),
			FullTime: f.r.IntN(16) == 0, Background: pick(f.r, backs), Specialities: []string{pick(f.r, types).Code, pick(f.r, types).Code},
		}
		m.Organisation = m.Village + "人民调解委员会"
		if i%50 == 49 {
			m.Status = hall.Left
		}
		f.mediators = append(f.mediators, m)
	}
	return st.Bulk(ctx, func(b *store.Bulk) error {
		for i := range f.mediators {
			f.mediators[i].ID, f.mediators[i].Rev = 0, 0
			if err := b.Mediator(&f.mediators[i]); err != nil {
				return err
			}
		}
		return b.Log(hall.Entry{Deed: hall.DeedSeed, At: f.o.Now, Args: map[string]string{"mediators": fmt.Sprint(f.o.Mediators)}})
	})
}

// made is a case on its way to the store: people may be new (Person zero) or known.
type made struct {
	c      hall.Case
	people []hall.Person // one a party
	visit  *hall.Consultation
}

func (f *filler) cases(ctx context.Context, st *store.Store, days []hall.Day, last bool) error {
	batch := make([]made, len(days))
	for i, d := range days {
		batch[i] = f.make(d, st.Settings())
	}
	var met []hall.Person
	err := st.Bulk(ctx, func(b *store.Bulk) error {
		met = met[:0]
		for _, m := range batch {
			people, err := write(b, m)
			if err != nil {
				return err
			}
			met = append(met, people...)
		}
		if last {
			return b.Log(hall.Entry{Deed: hall.DeedSeed, At: f.o.Now, Args: map[string]string{"cases": fmt.Sprint(f.o.Cases)}})
		}
		return nil
	})
	f.known = met
	return err
}

// write puts one case down with its people, its session and its line in the journal.
func write(b *store.Bulk, m made) ([]hall.Person, error) {
	c := m.c
	c.Parties = slices.Clone(c.Parties)
	people := slices.Clone(m.people)
	for i := range people {
		p := &people[i]
		p.Visits++
		p.Last, p.LastFor = hall.DayOf(c.Registered), c.Type
		if err := b.Person(p); err != nil {
			return nil, err
		}
		c.Parties[i].Person = p.ID
	}
	if err := b.Case(&c); err != nil {
		return nil, err
	}
	if m.visit != nil {
		v := *m.visit
		v.Case = c.ID
		if err := b.Consultation(&v); err != nil {
			return nil, err
		}
	}
	name, _ := hall.First(c.Of(hall.Applicant))
	return people, b.Log(hall.Entry{
		Deed: hall.DeedIntake, At: c.Registered, ByName: c.RegisteredAs, Case: c.ID, Args: map[string]string{"name": name, "number": c.Number},
	})
}
