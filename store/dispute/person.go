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
// works on none of the cases (law 15). A record that was joined to another one is read as that.
func (d *Desk) PersonFile(ctx context.Context, id hall.PersonID) (hall.PersonFile, error) {
	var out hall.PersonFile
	err := d.Read(ctx, hall.MayRead, func(r book.Reader) error {
		out = hall.PersonFile{}
		ids, err := people.OneOf(r, id)
		if err != nil {
			return err
		}
		if out.Person, err = people.Persons.Get(r, ids[0]); err != nil {
			return err
		}
		out.Note(out.Person)
		if err := d.met(r, ids, &out); err != nil {
			return err
		}
		for _, one := range ids[1:] {
			p, err := people.Persons.Get(r, one)
			if err != nil {
				return err
			}
			out.Joined = append(out.Joined, people.RowOf(p))
			out.Note(p)
		}
		if out.Missed, err = calendar.Missed(r, ids[0]); err != nil {
			return err
		}
		if out.Same, err = d.namesakes(ctx, r, out.Person, ids); err != nil {
			return err
		}
		works := func(c hall.CaseRow) bool { return c.With(d.Actor) }
		if out.Veiled = !d.Actor.May(hall.MaySupervise) && !slices.ContainsFunc(out.Cases, works); out.Veiled {
			out.Person = veiled(out.Person)
		}
		return nil
	})
	return out, err
}

// met adds the visits and cases that are kept under the records of somebody, the latest first.
func (d *Desk) met(r book.Reader, ids []hall.PersonID, f *hall.PersonFile) (err error) {
	if f.Cases, err = d.CasesOf(r, ids[0], mostOfPerson+1); err != nil {
		return err
	}
	for _, id := range ids {
		for row, err := range book.Rows[hall.VisitRow](r, calendar.ByVisitor.Table, ofPerson(id)) {
			if err != nil {
				return err
			}
			f.Visits = append(f.Visits, row.Under(d.Actor))
		}
	}
	slices.SortStableFunc(f.Visits, func(a, b hall.VisitRow) int { return cmp.Compare(b.ID, a.ID) })
	f.More = len(f.Cases) > mostOfPerson || len(f.Visits) > mostOfPerson
	f.Cases, f.Visits = f.Cases[:min(len(f.Cases), mostOfPerson)], f.Visits[:min(len(f.Visits), mostOfPerson)]
	f.Advised = map[hall.ConsultationID]string{}
	for _, row := range f.Visits {
		if row.Hidden || row.Outcome == hall.OutcomeNone {
			continue
		}
		v, err := calendar.Consultations.Get(r, row.ID)
		if err != nil {
			return err
		}
		f.Advised[row.ID] = v.End.Said()
	}
	return nil
}

// ofPerson are the lines of somebody's record in an index by person, as many as are shown, and one.
func ofPerson(id hall.PersonID) kv.Span {
	span := kv.Prefix(book.Key().ID(uint64(id)))
	span.Limit = mostOfPerson + 1
	return span
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
	ids, err := people.OneOf(r, id)
	if err != nil {
		return false, err
	}
	none := true
	for _, one := range ids {
		for row, err := range book.Rows[hall.CaseRow](r, ByParty.Table, ofPerson(one)) {
			if none = false; err != nil || !row.For(d.Actor).Hidden {
				return err == nil, err
			}
		}
		for row, err := range book.Rows[hall.VisitRow](r, calendar.ByVisitor.Table, ofPerson(one)) {
			if none = false; err != nil || !row.Under(d.Actor).Hidden {
				return err == nil, err
			}
		}
	}
	return none, nil
}

// veiled hides what of a person not everybody may read (law 15), what it was before too.
func veiled(p hall.Person) hall.Person {
	p.Details = p.Details.Masked()
	p.Corrections = hall.VeiledTrail(p.Corrections)
	return p
}
