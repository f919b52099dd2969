package store

import (
	"context"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// nextWithin is how far ahead it is looked who has duty next: a month holds a visit to every
// class of township.
const nextWithin = 31

// nextDuty reads whose turn it is after a day: the hall's next shifts, and the county team's,
// each on the first day that has any.
func (d *Desk) nextDuty(r kv.Reader, day hall.Day) ([]hall.DutyRow, error) {
	rows, err := d.dutyRows(r, day+1, day+nextWithin)
	if err != nil {
		return nil, err
	}
	var out []hall.DutyRow
	for _, k := range hall.DutyKinds() {
		list, err := d.planned(r, k, day+1, day+nextWithin)
		if err != nil {
			return nil, err
		}
		first := hall.Day(0)
		for _, s := range list {
			if s.State != hall.DutyStands || first != 0 && s.Day != first {
				continue
			}
			first = s.Day
			row, err := rows.row(s, nil)
			if err != nil {
				return nil, err
			}
			out = append(out, row)
		}
	}
	return out, nil
}

// visitAhead is how many days before the board tells of the county team's visit.
const visitAhead = 6

// boardDuty puts on the board who is planned today, when the county team comes, and what
// waits to be accepted.
func (d *Desk) boardDuty(r kv.Reader, b *hall.Board) error {
	rows, err := d.dutyRows(r, b.Day, b.Day)
	if err != nil {
		return err
	}
	for _, k := range hall.DutyKinds() {
		list, err := d.planned(r, k, b.Day, b.Day+visitAhead)
		if err != nil {
			return err
		}
		for _, s := range list {
			if s.State != hall.DutyStands {
				continue
			}
			if k == hall.DutyCounty && b.Visit == 0 {
				b.Visit = s.Day
			}
			if s.Day != b.Day {
				continue
			}
			row, err := rows.row(s, b.OnDuty)
			if err != nil {
				return err
			}
			b.Rota = append(b.Rota, row)
		}
	}
	b.Handed, err = d.handovers(r)
	return err
}

// DutyRecord reads a day's sign-ins as they may leave the hall on paper: what is about a
// confidential case is said in no word.
func (d *Desk) DutyRecord(ctx context.Context, day hall.Day) ([]hall.Shift, error) {
	var out []hall.Shift
	err := d.read(ctx, hall.MayQueue, func(r kv.Reader) (err error) {
		if out, err = shiftsOf(r, day, d.st.zone()); err != nil {
			return err
		}
		secret := map[hall.CaseID]bool{}
		hide := func(id hall.CaseID, texts ...*string) error {
			if _, read := secret[id]; !read && id != 0 {
				c, err := get(r, &caseKind, uint64(id), d.st.zone())
				if err != nil {
					return err
				}
				secret[id] = c.Confidential
			}
			for _, s := range texts {
				if secret[id] {
					*s = ""
				}
			}
			return nil
		}
		for i := range out {
			for j := range out[i].Log {
				if err := hide(out[i].Log[j].Case, &out[i].Log[j].What); err != nil {
					return err
				}
			}
			for _, list := range [][]hall.HandItem{out[i].Items, out[i].Took} {
				for j := range list {
					if err := hide(list[j].Case, &list[j].What, &list[j].Result); err != nil {
						return err
					}
				}
			}
		}
		return nil
	})
	return out, err
}
