package people

import (
	"strings"

	"sizhen/store/book"
	"sizhen/store/hall"
)

var (
	// Persons are those who were here.
	Persons = book.Declare(book.Kind[hall.PersonID, hall.Person]{
		Table: hall.OfPerson, Letter: 'p', Key: "PersonID", Holds: "hall.Person",
		Of:    func(p *hall.Person) (*hall.PersonID, *uint64) { return &p.ID, &p.Rev },
		Trail: func(p *hall.Person) *[]hall.Correction { return &p.Corrections },
		Words: func(p *hall.Person, w book.Words) {
			d := p.Details
			w.Party(d)
			w.Text(d.Village, 8)
			w.Phone(d.Phone)
			w.Document(d.DocNumber)
		},
		Lists: []book.List[hall.Person]{{In: byDoc, Lines: func(p *hall.Person, l *book.Lines) {
			if no := p.Details.DocNumber; no != "" {
				l.Add(docKey(no).ID(uint64(p.ID)), nil)
			}
		}}},
	})
	// Bodies are the resource bodies that can be called in.
	Bodies = book.Declare(book.Kind[hall.BodyID, hall.Body]{
		Table: hall.OfBody, Letter: 'b', Key: "BodyID", Holds: "hall.Body",
		Of: func(b *hall.Body) (*hall.BodyID, *uint64) { return &b.ID, &b.Rev },
		Words: func(b *hall.Body, w book.Words) {
			w.Name(b.Name)
			w.Person(b.Contact)
			w.Text(b.Special, 12)
			w.Text(b.Village, 8)
			w.Text(b.Knows, 12)
		},
	})
)

// docKey leads to whoever has an identity document of a number. Two records may: somebody
// registered twice, or a slip of the pen.
func docKey(number string) book.Path { return book.Key().Text(strings.ToUpper(number)).End() }

var byDoc = &book.Index{Table: "by.doc", Key: "document number 0 PersonID"}
