package duty

import (
	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/people"
)

// RenameTownship has every visit to a township follow to its new name. One that is past keeps what
// the township was called on the day as well. moved counts what was written.
func RenameTownship(from, to string, moved *int) book.Step {
	return book.Each(Shifts, func(t *book.Tx, s *hall.Shift) error {
		if s.Kind != hall.DutyCounty || s.Township != from {
			return nil
		}
		if s.Township = to; s.Day < t.Today() && s.Called == "" {
			s.Called = from
		}
		*moved++
		return Shifts.Put(t, s)
	})
}

// VisitsTo counts the visits to a township that stand in the plan from a day on.
func VisitsTo(r book.Reader, township string, from hall.Day) (n int, err error) {
	county := book.Key().Byte(byte(hall.DutyCounty))
	for p, err := range r.Range(byDuty.Table, kv.Span{From: county.Day(from), To: kv.Prefix(county).To}) {
		if err != nil {
			return 0, err
		}
		s, err := Shifts.Get(r, hall.ShiftID(book.Number(p.Key)))
		if err != nil {
			return 0, err
		}
		if s.Township == township && s.State == hall.DutyStands {
			n++
		}
	}
	return n, nil
}

// towns tells which township a visit leads to, under its name of today, while one is being renamed too.
func (d *Desk) towns(r book.Reader) (func(planned string) string, error) {
	n, _, err := people.NamesKept(r)
	s := d.Settings()
	return func(planned string) string { return s.VisitTo(n.Now(hall.RenameTown, planned)) }, err
}
