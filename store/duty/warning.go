package duty

import (
	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/people"
)

// WarningOf is what must be known first of a dispute and its people. It is read when it is shown: what
// is noted of a person later, or put right in the case, is said from then on.
func WarningOf(r book.Reader, m hall.Matter, parties []hall.Party) (hall.Warning, error) {
	w := m.Warning()
	seen := map[hall.PersonID]bool{0: true}
	for _, p := range parties {
		if seen[p.Person] {
			continue
		}
		seen[p.Person] = true
		risks, err := people.Risks(r, p.Person)
		if err != nil {
			return w, err
		}
		for _, what := range risks {
			w.Noted = append(w.Noted, hall.Noted{Name: p.Details.Name, What: what})
		}
	}
	return w, nil
}
