package store

import (
	"context"
	"slices"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

func personRow(p hall.Person) hall.PersonRow {
	d := p.Details
	return hall.PersonRow{
		ID: p.ID, Kind: d.Kind, Name: d.Name, Sex: d.Sex, Birth: d.Birth, Village: d.Village, Phone: hall.MaskPhone(d.Phone),
		Doc: hall.MaskDoc(d.DocNumber), Visits: p.Visits, Last: p.Last, LastFor: p.LastFor,
	}
}

// FindPeople finds people who were here before, by name, pinyin initials, telephone or
// identity number, the latest first.
func (d *Desk) FindPeople(ctx context.Context, query string, limit int) ([]hall.PersonRow, error) {
	var out []hall.PersonRow
	err := d.read(ctx, hall.MayIntake, func(r book.Reader) (err error) {
		out, err = d.people(ctx, r, query, limit)
		return err
	})
	return out, err
}

func (d *Desk) people(ctx context.Context, r book.Reader, query string, limit int) ([]hall.PersonRow, error) {
	ids, err := personKind.Find(ctx, r, book.ParseQuery(query), limit)
	if err != nil {
		return nil, err
	}
	out := make([]hall.PersonRow, 0, len(ids))
	for _, id := range ids {
		p, err := personKind.Get(r, id)
		if err != nil {
			return nil, err
		}
		out = append(out, personRow(p))
	}
	return out, nil
}

// Person reads one, whole: whoever registers somebody found again needs the details.
func (d *Desk) Person(ctx context.Context, id hall.PersonID) (hall.Person, error) {
	var out hall.Person
	err := d.read(ctx, hall.MayIntake, func(r book.Reader) (err error) {
		out, err = personKind.Get(r, id)
		return err
	})
	return out, err
}

// known finds the person a party is: by number, by identity document, or by the very same
// name and telephone. Zero when it is somebody new.
func known(r book.Reader, p hall.Party) (hall.PersonID, error) {
	if p.Person != 0 {
		return p.Person, nil
	}
	d := p.Details
	if d.DocNumber != "" {
		for p, err := range r.Range(byDoc.Table, kv.Prefix(docKey(d.DocNumber))) {
			return hall.PersonID(book.Number(p.Key)), err
		}
		return 0, nil
	}
	ids, err := personKind.Find(context.Background(), r, book.PhoneQuery(d.Phone), 20)
	if err != nil {
		return 0, err
	}
	for _, id := range ids {
		was, err := personKind.Get(r, id)
		if err != nil {
			return 0, err
		}
		if hall.FoldName(was.Details.Name) == hall.FoldName(d.Name) && book.Digits(was.Details.Phone) == book.Digits(d.Phone) {
			return was.ID, nil
		}
	}
	return 0, nil
}

// meet writes the parties of an intake down as people: new ones are added, known ones
// completed. What was known is never blanked by what was left out this time.
func (t *tx) meet(in *hall.Intake) error {
	in.Parties = slices.Clone(in.Parties)
	for i := range in.Parties {
		p := &in.Parties[i]
		if p.Details.Name == "" {
			continue
		}
		id, err := known(t, *p)
		if err != nil {
			return err
		}
		var who hall.Person
		if id != 0 {
			if who, err = personKind.Get(t, id); err != nil {
				return err
			}
		}
		who.Details = complete(p.Details, who.Details)
		p.Details = who.Details
		who.Visits++
		who.Last = t.Today()
		if who.LastFor = in.Type; in.Confidential {
			who.LastFor = ""
		}
		if err := personKind.Put(t.Tx, &who); err != nil {
			return err
		}
		p.Person = who.ID
	}
	return nil
}

// complete fills what is blank in d from what was known.
func complete(d, known hall.Details) hall.Details {
	for _, f := range []struct {
		to   *string
		from string
	}{
		{&d.DocNumber, known.DocNumber}, {&d.Phone, known.Phone}, {&d.Village, known.Village}, {&d.Address, known.Address},
		{&d.Ethnic, known.Ethnic}, {&d.Occupation, known.Occupation}, {&d.Contact, known.Contact},
	} {
		if *f.to == "" {
			*f.to = f.from
		}
	}
	if d.DocNumber == known.DocNumber && known.DocNumber != "" {
		d.Doc = known.Doc
	}
	if d.Sex == hall.SexUnknown {
		d.Sex = known.Sex
	}
	if d.Birth == 0 {
		d.Birth = known.Birth
	}
	return d
}

// mostDuplicates bounds what is shown beside an intake, and pastOf how far back one
// person's cases are looked through.
const (
	mostDuplicates = 5
	pastOf         = 40
)

// Duplicates lists cases that have a party on each side in common with an intake, open ones
// first: perhaps the same matter again, or a relapse.
func (d *Desk) Duplicates(ctx context.Context, in hall.Intake) ([]hall.CaseRow, error) {
	var out []hall.CaseRow
	err := d.read(ctx, hall.MayIntake, func(r book.Reader) error {
		ours, err := d.casesOf(r, in.Of(hall.Applicant))
		if err != nil {
			return err
		}
		theirs, err := d.casesOf(r, in.Of(hall.Respondent))
		if err != nil {
			return err
		}
		for id, row := range ours {
			if _, both := theirs[id]; both && !row.Hidden {
				out = append(out, row)
			}
		}
		return nil
	})
	slices.SortFunc(out, func(a, b hall.CaseRow) int {
		if a.State.Open() != b.State.Open() {
			if a.State.Open() {
				return -1
			}
			return 1
		}
		return int(int64(b.ID) - int64(a.ID))
	})
	return out[:min(len(out), mostDuplicates)], err
}

func (d *Desk) casesOf(r book.Reader, parties []hall.Party) (map[hall.CaseID]hall.CaseRow, error) {
	out := map[hall.CaseID]hall.CaseRow{}
	for _, p := range parties {
		id, err := known(r, p)
		if err != nil {
			return nil, err
		}
		if id == 0 {
			if id, err = onlyNamed(r, p.Details.Name); err != nil {
				return nil, err
			}
		}
		if id == 0 {
			continue
		}
		rows, err := d.caseRows(r, byParty.Table, book.Key().ID(uint64(id)), pastOf)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			out[row.ID] = row
		}
	}
	return out, nil
}

// onlyNamed is the one person of exactly this name, when there is just one.
func onlyNamed(r book.Reader, name string) (hall.PersonID, error) {
	ids, err := personKind.Find(context.Background(), r, book.ParseQuery(name), 20)
	if err != nil {
		return 0, err
	}
	var found hall.PersonID
	for _, id := range ids {
		p, err := personKind.Get(r, id)
		if err != nil {
			return 0, err
		}
		if hall.FoldName(p.Details.Name) != hall.FoldName(name) {
			continue
		}
		if found != 0 {
			return 0, nil
		}
		found = p.ID
	}
	return found, nil
}

// caseRows reads rows of an index that holds them, from a prefix, hiding what the reader may not see.
func (d *Desk) caseRows(r book.Reader, t kv.Table, prefix []byte, limit int) ([]hall.CaseRow, error) {
	span := kv.Prefix(prefix)
	span.Limit = limit
	var out []hall.CaseRow
	for p, err := range r.Range(t, span) {
		if err != nil {
			return nil, err
		}
		var row hall.CaseRow
		if err := book.Decode(p.Value, &row, d.st.zone()); err != nil {
			return nil, err
		}
		out = append(out, row.For(d.actor))
	}
	return out, nil
}
