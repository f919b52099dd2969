package people

import (
	"context"
	"slices"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// MediatorIDs finds mediators by words; without any, the first on the roster.
func (d *Desk) MediatorIDs(ctx context.Context, r book.Reader, q string, limit int) ([]hall.MediatorID, error) {
	if cut := book.ParseQuery(q); cut != nil {
		return Mediators.Find(ctx, r, cut, limit)
	}
	var ids []hall.MediatorID
	for p, err := range r.Range(kv.Table(hall.OfMediator), kv.Span{Limit: limit}) {
		if err != nil {
			return nil, err
		}
		ids = append(ids, hall.MediatorID(book.Number(p.Key)))
	}
	return ids, nil
}

// RowOf is how a person stands in lists.
func RowOf(p hall.Person) hall.PersonRow {
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
	err := d.Read(ctx, hall.MayIntake, func(r book.Reader) (err error) {
		out, err = d.PersonsIn(ctx, r, query, limit)
		return err
	})
	return out, err
}

// PersonsIn is FindPeople inside a read.
func (d *Desk) PersonsIn(ctx context.Context, r book.Reader, query string, limit int) ([]hall.PersonRow, error) {
	ids, err := Persons.Find(ctx, r, book.ParseQuery(query), limit)
	if err != nil {
		return nil, err
	}
	out, seen := make([]hall.PersonRow, 0, len(ids)), map[hall.PersonID]bool{}
	for _, id := range ids {
		p, err := known(r, id)
		if err != nil {
			return nil, err
		}
		if seen[p.ID] {
			continue
		}
		seen[p.ID] = true
		row := RowOf(p)
		for _, id := range p.Joined { // how often somebody was here is counted by record
			other, err := Persons.Get(r, id)
			if err != nil {
				return nil, err
			}
			row.Visits += other.Visits
			if other.Last > row.Last {
				row.Last, row.LastFor = other.Last, other.LastFor
			}
		}
		out = append(out, row)
	}
	return out, nil
}

// known is the record of a person, or the one that it was joined to.
func known(r book.Reader, id hall.PersonID) (hall.Person, error) {
	p, err := Persons.Get(r, id)
	if err == nil && p.Into != 0 {
		p, err = Persons.Get(r, p.Into)
	}
	return p, err
}

// Person reads one, whole: whoever registers somebody found again needs the details.
func (d *Desk) Person(ctx context.Context, id hall.PersonID) (hall.Person, error) {
	var out hall.Person
	err := d.Read(ctx, hall.MayIntake, func(r book.Reader) (err error) {
		out, err = known(r, id)
		return err
	})
	return out, err
}

// KnownAs finds the person a party is: by number, by identity document, or by the very same
// name and telephone. Zero when it is somebody new.
func KnownAs(r book.Reader, p hall.Party) (hall.PersonID, error) {
	id, err := sameAs(r, p)
	if id == 0 || err != nil {
		return 0, err
	}
	one, err := known(r, id)
	return one.ID, err
}

func sameAs(r book.Reader, p hall.Party) (hall.PersonID, error) {
	if p.Person != 0 {
		return p.Person, nil
	}
	d := p.Details
	if d.DocNumber != "" {
		for p, err := range r.Range(byDoc.Table, kv.Prefix(docKey(d.DocNumber))) {
			return hall.PersonID(book.Number(p.Key)), err
		}
	}
	ids, err := Persons.Find(context.Background(), r, book.PhoneQuery(d.Phone), 20)
	if err != nil {
		return 0, err
	}
	for _, id := range ids {
		was, err := Persons.Get(r, id)
		if err != nil {
			return 0, err
		}
		other := d.DocNumber != "" && was.Details.DocNumber != "" // another document: a namesake in one household
		if !other && hall.FoldName(was.Details.Name) == hall.FoldName(d.Name) && book.Digits(was.Details.Phone) == book.Digits(d.Phone) {
			return was.ID, nil
		}
	}
	return 0, nil
}

// Meet writes the parties of an intake down as people: new ones are added, known ones
// completed. What was known is never blanked by what was left out this time. Somebody new with the
// name and the village of one on file is asked about.
func Meet(t *book.Tx, in *hall.Intake) error {
	in.Parties = slices.Clone(in.Parties)
	for i := range in.Parties {
		p := &in.Parties[i]
		if p.Details.Name == "" {
			continue
		}
		id, err := KnownAs(t, *p)
		if err != nil {
			return err
		}
		if id == 0 {
			if err := notMet(t, *in, p.Details); err != nil {
				return err
			}
		}
		var who hall.Person
		if id != 0 {
			if who, err = Persons.Get(t, id); err != nil {
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
		if err := Persons.Put(t, &who); err != nil {
			return err
		}
		p.Person = who.ID
	}
	return nil
}

// notMet asks about a party who is known by no number: somebody of the name and the village was here
// before. A name alone says nothing, and who is another party of the same intake is not meant.
func notMet(t *book.Tx, in hall.Intake, who hall.Details) error {
	if t.Another(who.Name) {
		return nil
	}
	ids, _, err := Named(t, who)
	if err != nil {
		return err
	}
	var found []hall.Namesake
	for _, id := range ids {
		p, err := Persons.Get(t, id)
		if err != nil {
			return err
		}
		party := slices.ContainsFunc(in.Parties, func(o hall.Party) bool { return o.Person == id })
		if !party && hall.NearPlace(p.Details.Village, who.Village) {
			row := RowOf(p)
			at := told(row.Village, row.Phone)
			found = append(found, hall.Namesake{Ref: hall.Ref{Kind: hall.OfPerson, ID: uint64(id)}, Name: row.Name, At: at})
		}
	}
	return hall.AskAbout(who.Name, found)
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

// mostOfName bounds how many people of one name are looked at, the latest first.
const mostOfName = 20

// Named finds the people of a party's name who may be of its village, the latest first. sure is
// true where they can be nobody else: one only, or of several the one who is of the village. Whoever
// has another identity document is somebody else.
func Named(r book.Reader, who hall.Details) (ids []hall.PersonID, sure bool, err error) {
	found, err := Persons.Find(context.Background(), r, book.ParseQuery(who.Name), mostOfName)
	if err != nil {
		return nil, false, err
	}
	like := map[hall.Likeness][]hall.PersonID{}
	for _, id := range found {
		p, err := Persons.Get(r, id)
		if err != nil {
			return nil, false, err
		}
		other := who.DocNumber != "" && p.Details.DocNumber != "" && who.DocNumber != p.Details.DocNumber
		if p.Into == 0 && !other && hall.FoldName(p.Details.Name) == hall.FoldName(who.Name) {
			at := hall.LikePlace(p.Details.Village, who.Village)
			like[at] = append(like[at], p.ID)
		}
	}
	for _, at := range []hall.Likeness{hall.PlaceSame, hall.PlaceNear, hall.PlaceUnknown} {
		if len(ids) == 0 && len(like[at]) == 1 && (at != hall.PlaceUnknown || len(like) == 1) {
			return like[at], true, nil
		}
		ids = append(ids, like[at]...)
	}
	return ids, false, nil
}
