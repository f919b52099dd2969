package dispute

import (
	"cmp"
	"context"
	"slices"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/people"
)

// mostOfPerson bounds how many visits, and how many cases, of one person are shown.
const mostOfPerson = 100

// PersonFile reads all that is known of somebody: who it is, whom by that name one must not take for
// this one, and every visit and case. What is confidential is veiled; numbers are masked for whoever
// works on none of the cases (law 15). A record that was joined to another one is
// read as that.
func (d *Desk) PersonFile(ctx context.Context, id hall.PersonID) (hall.PersonFile, error) {
	var out hall.PersonFile
	err := d.Read(ctx, hall.MayRead, func(r book.Reader) error {
		out = hall.PersonFile{Advised: map[hall.ConsultationID]string{}}
		ids, err := people.OneOf(r, id)
		if err != nil {
			return err
		}
		if out.Person, err = people.Persons.Get(r, ids[0]); err != nil {
			return err
		}
		for _, one := range ids {
			if err := d.met(r, one, &out); err != nil {
				return err
			}
		}
		slices.SortStableFunc(out.Visits, func(a, b hall.VisitRow) int { return cmp.Compare(b.ID, a.ID) })
		slices.SortStableFunc(out.Cases, func(a, b hall.CaseRow) int { return cmp.Compare(b.ID, a.ID) })
		if out.Joined, err = rowsOf(r, ids[1:]); err != nil {
			return err
		}
		if out.Missed, err = calendar.Missed(r, ids[0]); err != nil {
			return err
		}
		if out.Same, err = d.namesakes(ctx, r, out.Person, ids); err != nil {
			return err
		}
		works := func(c hall.CaseRow) bool {
			return d.Actor.Mediator != 0 && slices.Contains(c.Mediators, d.Actor.Mediator)
		}
		if out.Veiled = !d.Actor.May(hall.MaySupervise) && !slices.ContainsFunc(out.Cases, works); out.Veiled {
			out.Person = veiled(out.Person)
		}
		return nil
	})
	return out, err
}

// met adds the visits and cases that are kept under one record of somebody.
func (d *Desk) met(r book.Reader, id hall.PersonID, f *hall.PersonFile) error {
	cases, err := d.CaseRows(r, ByParty.Table, book.Key().ID(uint64(id)), mostOfPerson+1)
	if err != nil {
		return err
	}
	f.More = f.More || len(cases) > mostOfPerson
	f.Cases = append(f.Cases, cases[:min(len(cases), mostOfPerson)]...)
	span := kv.Prefix(book.Key().ID(uint64(id)))
	span.Limit = mostOfPerson + 1
	n := 0
	for p, err := range r.Range(calendar.ByVisitor.Table, span) {
		if err != nil {
			return err
		}
		if n++; n > mostOfPerson {
			f.More = true
			break
		}
		var row hall.VisitRow
		if err := book.Decode(p.Value, &row, r.Zone()); err != nil {
			return err
		}
		if row = row.Under(d.Actor); !row.Hidden && row.Outcome != hall.OutcomeNone {
			v, err := calendar.Consultations.Get(r, row.ID)
			if err != nil {
				return err
			}
			f.Advised[row.ID] = v.End.Said()
		}
		f.Visits = append(f.Visits, row)
	}
	return nil
}

func rowsOf(r book.Reader, ids []hall.PersonID) ([]hall.PersonRow, error) {
	var out []hall.PersonRow
	for _, id := range ids {
		p, err := people.Persons.Get(r, id)
		if err != nil {
			return nil, err
		}
		out = append(out, people.RowOf(p))
	}
	return out, nil
}

// namesakes are others of the same name, as a reader may know of them.
func (d *Desk) namesakes(ctx context.Context, r book.Reader, p hall.Person, ids []hall.PersonID) ([]hall.PersonRow, error) {
	rows, err := people.Of(d.Desk).PersonsIn(ctx, r, p.Details.Name, 20)
	if err != nil {
		return nil, err
	}
	var out []hall.PersonRow
	for _, row := range rows {
		if slices.Contains(ids, row.ID) || hall.FoldName(row.Name) != hall.FoldName(p.Details.Name) {
			continue
		}
		if may, err := d.MayKnow(r, row.ID); err != nil {
			return nil, err
		} else if may {
			out = append(out, row)
		}
	}
	return out, nil
}

// MayKnow reports whether somebody may be found by the reader: not where all that the hall has of
// a person is confidential and not the reader's to see.
func (d *Desk) MayKnow(r book.Reader, id hall.PersonID) (bool, error) {
	if d.Actor.May(hall.MaySupervise) {
		return true, nil
	}
	f := hall.PersonFile{Advised: map[hall.ConsultationID]string{}}
	ids, err := people.OneOf(r, id)
	if err != nil {
		return false, err
	}
	for _, one := range ids {
		if err := d.met(r, one, &f); err != nil {
			return false, err
		}
	}
	for _, c := range f.Cases {
		if !c.Hidden {
			return true, nil
		}
	}
	for _, v := range f.Visits {
		if !v.Hidden {
			return true, nil
		}
	}
	return len(f.Cases)+len(f.Visits) == 0, nil
}

// veiled hides what of a person not everybody may read (law 15), what it was before too.
func veiled(p hall.Person) hall.Person {
	p.Details = p.Details.Masked()
	p.Corrections = hall.VeiledTrail(p.Corrections)
	return p
}
