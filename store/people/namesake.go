package people

import (
	"context"
	"slices"
	"strings"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// Who or what is added under a name like that of one on file is asked about once, before it is
// saved: two entries of one committee, or of one person, are two halves of a record. What is
// changed is asked about where its name changes.

// nobodyOf asks who is meant where somebody of a name stands on the roster who may be the same.
func nobodyOf(t *book.Tx, name string, may func(hall.Mediator) bool) error {
	if t.Another(name) {
		return nil
	}
	ids, err := Mediators.Find(context.Background(), t, book.ParseQuery(name), mostNamesakes)
	if err != nil {
		return err
	}
	var found []hall.Namesake
	for _, id := range ids {
		m, err := Mediators.Get(t, id)
		if err != nil {
			return err
		}
		if hall.FoldName(m.Name) != hall.FoldName(name) || !may(m) {
			continue
		}
		found = append(found, hall.Namesake{
			Ref: hall.Ref{Kind: hall.OfMediator, ID: uint64(m.ID)}, Name: m.Name, At: told(m.Village, m.Organisation), Taken: m.Staff != 0,
		})
	}
	return hall.AskAbout(name, found)
}

const mostNamesakes = 1000

// notOnRoster asks about an entry that is new, or is called otherwise than it was: somebody of the
// name who may be of the village, or has the telephone, is on the roster. Who has left is asked
// about too: he is taken back, and keeps his years.
func notOnRoster(t *book.Tx, m, was hall.Mediator) error {
	if was.ID != 0 && hall.FoldName(was.Name) == hall.FoldName(m.Name) {
		return nil
	}
	return nobodyOf(t, m.Name, func(o hall.Mediator) bool {
		phone := m.Phone != "" && book.Digits(o.Phone) == book.Digits(m.Phone)
		return o.ID != m.ID && (phone || hall.LikePlace(o.Village, m.Village) != hall.PlaceOther)
	})
}

// told is what tells one from another of the name.
func told(all ...string) string {
	var out []string
	for _, s := range all {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "  ")
}

// stays reports whether a name needs no question: somebody was asked about it, or it is as it was.
func stays(t *book.Tx, name, was string) bool {
	return t.Another(name) || hall.FoldName(name) == hall.FoldName(was)
}

// noOrgLike asks about an organisation.
func noOrgLike(t *book.Tx, o, was hall.Org) error {
	if stays(t, o.Name, was.Name) {
		return nil
	}
	ids, err := Orgs.Find(context.Background(), t, book.ParseQuery(hall.OfficeName(o.Name)), mostNamed)
	if err != nil {
		return err
	}
	for p, err := range t.Range(byOrg.Table, kv.Prefix(orgsNamed(o.Name))) { // a township's name is that of all its villages
		if err != nil {
			return err
		}
		if id := hall.OrgID(book.Number(p.Key)); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	var rows []hall.OrgRow
	for _, id := range ids {
		row, err := Of(t.Desk()).rowAt(t, id)
		if err != nil {
			return err
		}
		if row.ID != 0 && row.ID != o.ID && row.Closed == 0 && hall.NearOffice(row.Name, o.Name) {
			rows = append(rows, row)
		}
	}
	if err := Of(t.Desk()).fillRows(t, rows); err != nil {
		return err
	}
	return askAbout(o.Name, rows, func(row hall.OrgRow) (hall.Namesake, bool) {
		return hall.Namesake{Ref: hall.Ref{Kind: hall.OfOrg, ID: uint64(row.ID)}, Name: row.Name, At: told(row.ParentName)}, true
	})
}

// askAbout asks about a name where there are records of a kind that may be meant by it.
func askAbout[T any](name string, all []T, may func(T) (hall.Namesake, bool)) error {
	var found []hall.Namesake
	for _, one := range all {
		if n, is := may(one); is {
			found = append(found, n)
		}
	}
	return hall.AskAbout(name, found)
}

// noStudioLike asks about a studio.
func noStudioLike(t *book.Tx, u, was hall.Studio) error {
	if stays(t, u.Name, was.Name) {
		return nil
	}
	all, err := rowsIn[hall.Studio](t, byStudio.Table, studiosOf(standing), mostStudios)
	if err != nil {
		return err
	}
	return askAbout(u.Name, all, func(o hall.Studio) (hall.Namesake, bool) {
		n := hall.Namesake{Ref: hall.Ref{Kind: hall.OfStudio, ID: uint64(o.ID)}, Name: o.Name, At: told(o.OrgName, o.Place)}
		return n, o.ID != u.ID && hall.NearOffice(o.Name, u.Name)
	})
}

// noBodyLike asks about a resource body.
func noBodyLike(t *book.Tx, b, was hall.Body) error {
	if stays(t, b.Name, was.Name) {
		return nil
	}
	all, err := Of(t.Desk()).allBodies(t, mostBodies)
	if err != nil {
		return err
	}
	return askAbout(b.Name, all, func(o hall.Body) (hall.Namesake, bool) {
		n := hall.Namesake{Ref: hall.Ref{Kind: hall.OfBody, ID: uint64(o.ID)}, Name: o.Name, At: told(o.Contact, o.Village)}
		return n, o.ID != b.ID && hall.NearOffice(o.Name, b.Name)
	})
}
