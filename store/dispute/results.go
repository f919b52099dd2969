package dispute

import (
	"bytes"
	"context"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/people"
)

const ofResults byte = 'r'

// Studio reads one studio with its people and what they achieved.
func (d *Desk) Studio(ctx context.Context, id hall.StudioID) (hall.StudioFile, error) {
	var f hall.StudioFile
	err := d.Read(ctx, hall.MayLook, func(r book.Reader) error {
		f = hall.StudioFile{}
		var err error
		if f.Studio, err = people.Studios.Get(r, id); err != nil {
			return err
		}
		if f.People, err = people.MembersOf(r, 's', uint64(id)); err != nil {
			return err
		}
		year := hall.DayOf(d.Now()).Year()
		for _, p := range f.People {
			all, now, err := results(r, p.ID, year)
			if err != nil {
				return err
			}
			f.Results = append(f.Results, all)
			f.All, f.Year = f.All.Add(all), f.Year.Add(now)
		}
		return nil
	})
	return f, err
}

// results adds a mediator's counters up: one short range read, a counter or two a year.
func results(r book.Reader, id hall.MediatorID, year int) (all, now hall.Results, err error) {
	prefix := book.Key().Byte(ofResults).ID(uint64(id))
	of := prefix.Int(int64(year))
	err = ByResult.EachCount(r, prefix, func(group []byte, n int) {
		one := hall.Results{Handled: n}
		if group[len(group)-1] == 'y' {
			one.Settled = n
		}
		all = all.Add(one)
		if bytes.HasPrefix(group, of) {
			now = now.Add(one)
		}
	})
	return all, now, err
}

// Results are the cases a mediator handled and settled, in all and in a year: of those
// accepted in it.
func (d *Desk) Results(ctx context.Context, id hall.MediatorID, year int) (all, of hall.Results, err error) {
	err = d.Read(ctx, hall.MayLook, func(r book.Reader) (err error) {
		all, of, err = results(r, id, year)
		return err
	})
	return all, of, err
}
