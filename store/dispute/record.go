package dispute

import (
	"sizhen/store/book"
	"sizhen/store/hall"
)

var (
	// Cases are the disputes.
	Cases = book.Declare(book.Kind[hall.CaseID, hall.Case]{
		Table: hall.OfCase, Letter: 'c', Key: "CaseID", Holds: "hall.Case",
		Of:    func(c *hall.Case) (*hall.CaseID, *uint64) { return &c.ID, &c.Rev },
		Row:   func(c *hall.Case) any { return hall.RowOf(*c) },
		Trail: func(c *hall.Case) *[]hall.Correction { return &c.Corrections },
		About: func(c *hall.Case) (hall.CaseID, hall.ConsultationID) { return c.ID, 0 },
		Wrote: followCase,
		Words: caseWords,
		Lists: []book.List[hall.Case]{
			{In: byList, Lines: listLines}, {In: byNumber, Lines: numberLines}, {In: ByParty, Lines: partyLines},
			{In: ByDue, Lines: dueLines}, {In: ByResult, Lines: resultLines},
		},
	})
	taskKind = book.Declare(book.Kind[hall.TaskID, hall.Task]{
		Table: hall.OfTask, Letter: 't', Key: "TaskID", Holds: "hall.Task",
		Of:    func(t *hall.Task) (*hall.TaskID, *uint64) { return &t.ID, &t.Rev },
		Trail: func(t *hall.Task) *[]hall.Correction { return &t.Corrections },
		About: func(t *hall.Task) (hall.CaseID, hall.ConsultationID) { return t.Case, t.Consultation },
		Lists: []book.List[hall.Task]{{In: ByTask, Lines: func(t *hall.Task, l *book.Lines) {
			l.Row(book.Key().Byte('v').ID(uint64(t.Consultation)).ID(uint64(t.ID)), nil)
			if t.State() == hall.TaskOpen {
				l.Row(book.Key().Byte('o').Day(t.Due).ID(uint64(t.ID)), nil)
			}
		}}},
	})
)

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
		line := func(group book.Path) { l.Row(group.Day(d.Day).Byte(byte(d.Kind)).ID(uint64(c.ID)), nil) }
		if d.Kind == hall.DueFile { // months of them would stand before whatever presses
			line(DueGroup(DueFiling))
			continue
		}
		line(DueGroup(DueAll))
		for _, m := range c.Mediators() {
			line(DueOf(m.ID))
		}
		if len(c.Mediators()) == 0 {
			line(DueGroup(DueNobody))
		}
	}
}

// The groups of what is due on cases.
const (
	DueAll    byte = 'a' // everything but the filing
	DueFiling byte = 'f' // the filing of what is done
	DueNobody byte = 'n' // of those that no mediator is on
)

// DueGroup is what is due of a group, by day.
func DueGroup(c byte) book.Path { return listGroup(c, 0) }

// DueOf is what is due on the cases of a mediator, by day.
func DueOf(m hall.MediatorID) book.Path { return listGroup('m', uint64(m)) }

// DueKey reads the day and the kind of what is due out of its key.
func DueKey(key []byte) (hall.Day, hall.DueKind) {
	return book.DayOf(key[9:]), hall.DueKind(key[13])
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
	w.Code(c.Code)
	if c.Dossier != nil {
		w.Text(c.Dossier.Shelf, 20)
	}
	w.Text(c.Subject, 20)
	w.Text(c.Facts, 60)
}

var (
	byNumber = &book.Index{Table: "by.number", Key: "case number", Holds: "CaseID"}
	byList   = &book.Index{Table: "by.list", Key: "group ^CaseID", Holds: "hall.CaseRow", Counted: true,
		Note: "groups: a all · o open · s<state> · m<MediatorID> · l<MediatorID> open ones"}
	// ByParty lists the cases of a person.
	ByParty = &book.Index{Table: "by.party", Key: "PersonID ^CaseID", Holds: "hall.CaseRow"}
	// ByDue lists what is due on cases.
	ByDue = &book.Index{Table: "by.due", Key: "group day kind CaseID", Holds: "hall.CaseRow",
		Note: "groups: a all but the filing · f filing · n those without a mediator · m<MediatorID>"}
	// ByResult counts what mediators handled and settled.
	ByResult = &book.Index{Table: "by.result", Key: "r MediatorID year n|y ^CaseID", Counted: true,
		Note: "cases a mediator handled, by year of acceptance; y settled"}
	// ByTask lists tasks.
	ByTask = &book.Index{Table: "by.task", Key: "o day TaskID | v ConsultationID TaskID", Holds: "hall.Task",
		Note: "o open ones · v all that come from a consultation"}
)
