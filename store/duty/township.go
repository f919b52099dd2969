package duty

import (
	"sizhen/store/book"
	"sizhen/store/hall"
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

// towns tells which township a visit leads to, under its name of today, while one is being renamed too.
func (d *Desk) towns(r book.Reader) (func(planned string) string, error) {
	n, _, err := people.NamesKept(r)
	s := d.Settings()
	return func(planned string) string { return s.VisitTo(n.Now(hall.RenameTown, planned)) }, err
}
