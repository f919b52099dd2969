package dispute

import (
	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/people"
)

// kinOf are the relatives of a case's parties that are on record, under every record of a party.
func kinOf(r book.Reader, c hall.Case) ([]hall.Relative, error) {
	var out []hall.Relative
	for _, p := range c.Parties {
		if p.Person == 0 {
			continue
		}
		ids, err := people.OneOf(r, p.Person)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			who, err := people.Persons.Get(r, id)
			if err != nil {
				return nil, err
			}
			out = append(out, who.Relatives...)
		}
	}
	return out, nil
}
