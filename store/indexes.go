package store

import (
	"strings"

	"sizhen/store/book"
	"sizhen/store/hall"
)

// The kinds of records. Each says which index entries follow from a record.
var (
	staffKind = book.Declare(book.Kind[hall.StaffID, hall.Staff]{
		Table: hall.OfStaff, Letter: 'a', Key: "StaffID", Holds: "hall.Staff",
		Of: func(s *hall.Staff) (*hall.StaffID, *uint64) { return &s.ID, &s.Rev },
		Lists: []book.List[hall.Staff]{{In: byLogin, Lines: func(s *hall.Staff, l *book.Lines) {
			l.Lead(book.Key().Text(s.Login), uint64(s.ID))
		}}},
	})
	personKind = book.Declare(book.Kind[hall.PersonID, hall.Person]{
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
	caseKind = book.Declare(book.Kind[hall.CaseID, hall.Case]{
		Table: hall.OfCase, Letter: 'c', Key: "CaseID", Holds: "hall.Case",
		Of:    func(c *hall.Case) (*hall.CaseID, *uint64) { return &c.ID, &c.Rev },
		Row:   func(c *hall.Case) any { return hall.RowOf(*c) },
		Trail: func(c *hall.Case) *[]hall.Correction { return &c.Corrections },
		Words: caseWords,
		Lists: []book.List[hall.Case]{
			{In: byList, Lines: listLines}, {In: byNumber, Lines: numberLines}, {In: byParty, Lines: partyLines},
			{In: byDue, Lines: dueLines}, {In: byResult, Lines: resultLines},
		},
	})
	consultKind = book.Declare(book.Kind[hall.ConsultationID, hall.Consultation]{
		Table: hall.OfVisit, Letter: 'v', Key: "ConsultationID", Holds: "hall.Consultation",
		Of:    func(c *hall.Consultation) (*hall.ConsultationID, *uint64) { return &c.ID, &c.Rev },
		Row:   func(c *hall.Consultation) any { return hall.VisitRowOf(*c) },
		Trail: func(c *hall.Consultation) *[]hall.Correction { return &c.Corrections },
		Lists: []book.List[hall.Consultation]{
			{In: byDay, Lines: dayLines}, {In: byMissed, Lines: missedLines}, {In: byStage, Lines: stageLines},
			{In: byPlace, Lines: placeLines}, {In: byBusy, Lines: busyLines}, {In: byCase, Lines: subLines},
		},
	})
	taskKind = book.Declare(book.Kind[hall.TaskID, hall.Task]{
		Table: hall.OfTask, Letter: 't', Key: "TaskID", Holds: "hall.Task",
		Of: func(t *hall.Task) (*hall.TaskID, *uint64) { return &t.ID, &t.Rev },
		Lists: []book.List[hall.Task]{{In: byTask, Lines: func(t *hall.Task, l *book.Lines) {
			l.Row(book.Key().Byte('v').ID(uint64(t.Consultation)).ID(uint64(t.ID)), nil)
			if t.Done == 0 {
				l.Row(book.Key().Byte('o').Day(t.Due).ID(uint64(t.ID)), nil)
			}
		}}},
	})
	bodyKind = book.Declare(book.Kind[hall.BodyID, hall.Body]{
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

func listGroup(c byte, id uint64) book.Path { return book.Key().Byte(c).ID(id) }

func listLines(c *hall.Case, l *book.Lines) {
	list := func(group book.Path) { l.Row(group.Newest(uint64(c.ID)), group) }
	list(listGroup('a', 0))
	list(listGroup('s', uint64(c.State)))
	if c.State.Open() {
		list(listGroup('o', 0))
	}
	for _, m := range c.Mediators() {
		list(listGroup('m', uint64(m.ID)))
		if c.State.Open() {
			list(listGroup('l', uint64(m.ID)))
		}
	}
}

func numberLines(c *hall.Case, l *book.Lines) {
	if c.Number != "" {
		l.Lead(book.Key().Text(c.Number), uint64(c.ID))
	}
}

func partyLines(c *hall.Case, l *book.Lines) {
	seen := map[hall.PersonID]bool{}
	for _, p := range c.Parties {
		if p.Person != 0 && !seen[p.Person] {
			seen[p.Person] = true
			l.Row(book.Key().ID(uint64(p.Person)).Newest(uint64(c.ID)), nil)
		}
	}
}

func dueLines(c *hall.Case, l *book.Lines) {
	for _, d := range c.Dues() {
		l.Row(book.Key().Day(d.Day).Byte(byte(d.Kind)).ID(uint64(c.ID)), nil)
	}
}

// resultLines count a case for its mediators: by the year in which it was accepted, and
// whether it came to an agreement.
func resultLines(c *hall.Case, l *book.Lines) {
	if c.Accepted == 0 {
		return
	}
	for _, m := range c.Mediators() {
		group := resultsOf(m.ID, c.Accepted.Year(), c.Settled())
		l.Add(group.Newest(uint64(c.ID)), group)
	}
}

func resultsOf(m hall.MediatorID, year int, settled bool) book.Path {
	how := byte('n')
	if settled {
		how = 'y'
	}
	return book.Key().Byte('r').ID(uint64(m)).Int(int64(year)).Byte(how)
}

func caseWords(c *hall.Case, w book.Words) {
	for _, p := range c.Parties {
		w.Party(p.Details)
		w.Text(p.Details.Village, 8)
	}
	if c.Number != "" {
		w.Number(c.Year, c.Seq)
	}
	w.Text(c.Subject, 20)
	w.Text(c.Facts, 60)
}
