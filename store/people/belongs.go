package people

import (
	"context"

	"sizhen/store/book"
	"sizhen/store/hall"
)

// mostNamed is how many of a name are looked at.
const mostNamed = 60

// belongs finds by its name the organisation, and the studio, that an entry names and that are
// on file. Of two with one name neither is taken: a name is all that is known.
func belongs(t *book.Tx, was hall.Mediator, m *hall.Mediator) error {
	if renamed := m.Organisation != was.Organisation; m.Org == 0 || renamed && m.Org == was.Org {
		id, err := orgNamed(t, m.Organisation)
		if err != nil {
			return err
		}
		m.Org = id
	}
	if renamed := m.StudioName != was.StudioName; m.Studio == 0 || renamed && m.Studio == was.Studio {
		id, err := studioNamed(t, m.StudioName)
		if err != nil {
			return err
		}
		m.Studio = id
	}
	return nil
}

func orgNamed(t *book.Tx, name string) (hall.OrgID, error) {
	ids, err := Orgs.Find(context.Background(), t, book.ParseQuery(name), mostNamed)
	if err != nil {
		return 0, err
	}
	var found hall.OrgID
	for _, id := range ids {
		row, err := Of(t.Desk()).rowAt(t, hall.OrgID(id))
		if err != nil {
			return 0, err
		}
		if row.Name != name || row.Closed != 0 {
			continue
		}
		if found != 0 {
			return 0, nil
		}
		found = row.ID
	}
	return found, nil
}

func studioNamed(t *book.Tx, name string) (hall.StudioID, error) {
	ids, err := Studios.Find(context.Background(), t, book.ParseQuery(name), mostNamed)
	if err != nil {
		return 0, err
	}
	var found hall.StudioID
	for _, id := range ids {
		u, err := Studios.Get(t, id)
		if err != nil {
			return 0, err
		}
		if u.Name != name || u.Closed != 0 {
			continue
		}
		if found != 0 {
			return 0, nil
		}
		found = u.ID
	}
	return found, nil
}
