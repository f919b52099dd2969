package store

import (
	"strings"

	"sizhen/store/hall"
)

// The kinds of records. Each says which index entries follow from a record.
var (
	staffKind = kind[hall.Staff]{tStaff,
		func(s *hall.Staff) *uint64 { return (*uint64)(&s.ID) }, func(s *hall.Staff) *uint64 { return &s.Rev }, staffEntries}
	mediatorKind = kind[hall.Mediator]{tMediator,
		func(m *hall.Mediator) *uint64 { return (*uint64)(&m.ID) }, func(m *hall.Mediator) *uint64 { return &m.Rev }, mediatorEntries}
	personKind = kind[hall.Person]{tPerson,
		func(p *hall.Person) *uint64 { return (*uint64)(&p.ID) }, func(p *hall.Person) *uint64 { return &p.Rev }, personEntries}
	caseKind = kind[hall.Case]{tCase,
		func(c *hall.Case) *uint64 { return (*uint64)(&c.ID) }, func(c *hall.Case) *uint64 { return &c.Rev }, caseEntries}
	consultKind = kind[hall.Consultation]{tConsult,
		func(c *hall.Consultation) *uint64 { return (*uint64)(&c.ID) }, func(c *hall.Consultation) *uint64 { return &c.Rev }, consultEntries}
	draftKind = kind[hall.Draft]{tDraft,
		func(d *hall.Draft) *uint64 { return (*uint64)(&d.ID) }, func(d *hall.Draft) *uint64 { return &d.Rev }, draftEntries}
	shiftKind = kind[hall.Shift]{tShift,
		func(s *hall.Shift) *uint64 { return (*uint64)(&s.ID) }, func(s *hall.Shift) *uint64 { return &s.Rev }, shiftEntries}
	taskKind = kind[hall.Task]{tTask,
		func(t *hall.Task) *uint64 { return (*uint64)(&t.ID) }, func(t *hall.Task) *uint64 { return &t.Rev }, taskEntries}
	bodyKind = kind[hall.Body]{tBody,
		func(b *hall.Body) *uint64 { return (*uint64)(&b.ID) }, func(b *hall.Body) *uint64 { return &b.Rev }, bodyEntries}
	pairKind = kind[hall.Pair]{tPair,
		func(p *hall.Pair) *uint64 { return (*uint64)(&p.ID) }, func(p *hall.Pair) *uint64 { return &p.Rev }, pairEntries}
)

func staffEntries(s *hall.Staff) ([]entry, error) {
	return []entry{{table: tLogin, key: []byte(s.Login), value: key(uint64(s.ID))}}, nil
}

func personEntries(p *hall.Person) ([]entry, error) {
	t := tokens{}
	d := p.Details
	t.party(d)
	t.words(d.Village, 8)
	t.phone(d.Phone)
	t.document(d.DocNumber)
	out := t.entries('p', uint64(p.ID))
	if d.DocNumber != "" {
		out = append(out, entry{table: tDoc, key: key(docKey(d.DocNumber), uint64(p.ID))})
	}
	return out, nil
}

// docKey leads to whoever has an identity document of a number. Two records may: somebody
// registered twice, or a slip of the pen.
func docKey(number string) []byte { return key(strings.ToUpper(number), byte(0)) }

func listGroup(c byte, id uint64) []byte { return key(c, id) }

func caseEntries(c *hall.Case) ([]entry, error) {
	row, err := encode(hall.RowOf(*c))
	if err != nil {
		return nil, err
	}
	id := uint64(c.ID)
	list := func(group []byte) entry { return entry{tList, key(group, ^id), row, len(group)} }
	out := []entry{list(listGroup('a', 0)), list(listGroup('s', uint64(c.State)))}
	if c.State.Open() {
		out = append(out, list(listGroup('o', 0)))
	}
	for _, m := range c.Mediators() {
		out = append(out, list(listGroup('m', uint64(m.ID))))
		if c.State.Open() {
			out = append(out, list(listGroup('l', uint64(m.ID))))
		}
	}
	if c.Number != "" {
		out = append(out, entry{table: tNumber, key: []byte(c.Number), value: key(id)})
	}
	seen := map[hall.PersonID]bool{}
	for _, p := range c.Parties {
		if p.Person != 0 && !seen[p.Person] {
			seen[p.Person] = true
			out = append(out, entry{table: tParty, key: key(uint64(p.Person), ^id), value: row})
		}
	}
	for _, d := range c.Dues() {
		out = append(out, entry{table: tDue, key: key(d.Day, byte(d.Kind), id), value: row})
	}
	out = append(out, resultEntries(c)...)
	return append(out, caseTokens(c).entries('c', id)...), nil
}

func caseTokens(c *hall.Case) tokens {
	t := tokens{}
	for _, p := range c.Parties {
		t.party(p.Details)
		t.words(p.Details.Village, 8)
	}
	if c.Number != "" {
		t.number(c.Year, c.Seq)
	}
	t.words(c.Subject, 20)
	t.words(c.Facts, 60)
	return t
}

func draftEntries(d *hall.Draft) ([]entry, error) {
	if d.Form == "" {
		return nil, nil
	}
	return []entry{{table: tForm, key: key(d.Form, byte(0), uint64(d.Case), uint64(d.Consultation), uint64(d.ID))}}, nil
}

func taskEntries(t *hall.Task) ([]entry, error) {
	row, err := encode(t)
	if err != nil {
		return nil, err
	}
	id := uint64(t.ID)
	out := []entry{{table: tTaskList, key: key(byte('v'), uint64(t.Consultation), id), value: row}}
	if t.Done == 0 {
		out = append(out, entry{table: tTaskList, key: key(byte('o'), t.Due, id), value: row})
	}
	return out, nil
}

func bodyEntries(b *hall.Body) ([]entry, error) {
	t := tokens{}
	t.name(b.Name)
	t.person(b.Contact)
	t.words(b.Special, 12)
	t.words(b.Village, 8)
	t.words(b.Knows, 12)
	return t.entries('b', uint64(b.ID)), nil
}
