package people

import (
	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// Names is how the hall's rooms, grades and townships were called when the store was last opened or
// its settings changed, and what was renamed and is not carried through yet. Records bear these
// names: when one changes in the settings, what bears it follows.
type Names struct {
	Rooms  []string        `cbor:"1,keyasint,omitempty"`
	Grades []string        `cbor:"2,keyasint,omitempty"`
	Going  []hall.Renaming `cbor:"3,keyasint,omitempty"` // under way, the first is being carried through
	Step   int             `cbor:"4,keyasint,omitempty"` // how far it has come: which step,
	At     []byte          `cbor:"5,keyasint,omitempty"` // and from which key
	Towns  []string        `cbor:"6,keyasint,omitempty"` // of the county team's rotation; none before schema 9
}

// Now is what something is called now, while what bears its name may still follow.
func (n Names) Now(kind, name string) string {
	for _, r := range n.Going {
		if r.Kind == kind && r.From == name {
			name = r.To
		}
	}
	return name
}

const tMeta kv.Table = "meta"

var namesKey = []byte("names")

func init() {
	book.All.Keep("names", "how rooms, grades and townships were called last, and what is being renamed")
}

// NamesKept are those the store holds; false: none yet.
func NamesKept(r book.Reader) (n Names, kept bool, err error) {
	b, err := r.Get(tMeta, namesKey)
	if err != nil || b == nil {
		return n, false, err
	}
	return n, true, book.Decode(b, &n, r.Zone())
}

// KeepNames writes them.
func KeepNames(t *book.Tx, n Names) error {
	b, err := book.Encode(n)
	if err != nil {
		return err
	}
	return t.Writer.Put(tMeta, namesKey, b)
}

// RenameGrade has everybody who holds a grade, or held it, hold it under its new name. Nobody's
// standing changes by that. moved counts what was written.
func RenameGrade(from, to string, moved *int) book.Step {
	return book.Each(Mediators, func(t *book.Tx, m *hall.Mediator) error {
		bears := m.Grade == from
		if bears {
			m.Grade = to
		}
		for i := range m.Past {
			if m.Past[i].Grade == from {
				m.Past[i].Grade, bears = to, true
			}
		}
		if !bears {
			return nil
		}
		*moved++
		return Mediators.Put(t, m)
	})
}

// RenameTownship has the sites of a township (应建) stand under its new name, however it was
// written there. moved counts what was written.
func RenameTownship(from, to string, moved *int) book.Step {
	return book.Each(Sites, func(t *book.Tx, s *hall.Site) error {
		if hall.LikePlace(s.Township, from) != hall.PlaceSame || s.Township == to {
			return nil
		}
		s.Township = to
		*moved++
		return Sites.Put(t, s)
	})
}
