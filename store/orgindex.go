package store

import (
	"fmt"
	"slices"

	"sizhen/store/hall"
)

// The kinds of records about organisations. An organisation's row holds what it is and how
// its members make it up; it is refreshed in the transaction that changes either (see
// refresh), so that the lists of organisations are one range read each.
var (
	orgKind = kind[hall.Org]{tOrg,
		func(o *hall.Org) *uint64 { return (*uint64)(&o.ID) }, func(o *hall.Org) *uint64 { return &o.Rev }, orgEntries}
	orgRowKind = kind[hall.OrgRow]{tOrgRow,
		func(r *hall.OrgRow) *uint64 { return (*uint64)(&r.ID) }, func(r *hall.OrgRow) *uint64 { return &r.Rev }, orgRowEntries}
	studioKind = kind[hall.Studio]{tStudio,
		func(u *hall.Studio) *uint64 { return (*uint64)(&u.ID) }, func(u *hall.Studio) *uint64 { return &u.Rev }, studioEntries}
	siteKind = kind[hall.Site]{tSite,
		func(s *hall.Site) *uint64 { return (*uint64)(&s.ID) }, func(s *hall.Site) *uint64 { return &s.Rev }, siteEntries}
)

// The counters share one table: the first letter of a counted group says whose it is. Those
// of by.list are a, l, m, o and s.
const (
	ofOrgs    byte = 'g'
	ofSites   byte = 'h'
	ofStudios byte = 'j'
	ofResults byte = 'r'
)

// What stands in a list, and, behind it, what is over.
const (
	standing byte = 'o'
	ended    byte = 'x'
)

func orgEntries(o *hall.Org) ([]entry, error) {
	t := tokens{}
	t.name(o.Name)
	t.words(o.Industry, 12)
	out := t.entries('o', uint64(o.ID))
	reminders, err := reminderEntries(o.Reminders(), uint64(o.ID))
	return append(out, reminders...), err
}

// orgsUnder is where the organisations stand that one guides.
func orgsUnder(parent hall.OrgID, state byte) []byte {
	return key(ofOrgs, byte('p'), uint64(parent), state)
}

func orgsOf(k hall.OrgKind, l hall.Level) []byte { return key(ofOrgs, byte('k'), byte(k), byte(l)) }

// orgsAmiss is where those stand that are not made up as the law asks (f), whose term ends
// (t, by its day) and that have something to report (u, by its day).
func orgsAmiss(c byte) []byte { return key(ofOrgs, c) }

// orgsNamed is where those stand that have one name.
func orgsNamed(name string) []byte { return key(ofOrgs, byte('n'), name, byte(0)) }

func orgRowEntries(r *hall.OrgRow) ([]entry, error) {
	row, err := encode(r)
	if err != nil {
		return nil, err
	}
	list := func(group []byte, by ...any) entry {
		return entry{tOrgList, key(append(append([]any{group}, by...), r.Name, byte(0), uint64(r.ID))...), row, len(group)}
	}
	high := byte(2 * (hall.County.Rank() - r.Level.Rank())) // the higher level first, of one level the trades last
	if r.Kind == hall.OrgTrade {
		high++
	}
	if r.Closed != 0 {
		return []entry{list(orgsUnder(r.Parent, ended), high)}, nil
	}
	out := []entry{
		list(orgsUnder(r.Parent, standing), high), list(orgsOf(r.Kind, r.Level)), list(orgsAmiss('t'), r.Term),
		{table: tOrgList, key: key(orgsNamed(r.Name), uint64(r.ID))},
	}
	if len(r.Faults()) > 0 {
		out = append(out, list(orgsAmiss('f')))
	}
	if r.Due != 0 {
		out = append(out, list(orgsAmiss('u'), r.Due))
	}
	return out, nil
}

func studiosOf(state byte) []byte { return key(ofStudios, state) }

// studiosAt is where the studios stand that belong to an organisation.
func studiosAt(o hall.OrgID) []byte { return key(ofStudios, byte('b'), uint64(o)) }

func studioEntries(u *hall.Studio) ([]entry, error) {
	row, err := encode(u)
	if err != nil {
		return nil, err
	}
	t := tokens{}
	t.name(u.Name)
	t.words(u.Way, 20)
	id := uint64(u.ID)
	out := t.entries('u', id)
	state := standing
	if u.Closed != 0 {
		state = ended
	}
	group := studiosOf(state)
	out = append(out, entry{tStudioList, key(group, byte(u.Kind), u.Name, byte(0), id), row, len(group)})
	if u.Org != 0 && u.Closed == 0 {
		out = append(out, entry{table: tStudioList, key: key(studiosAt(u.Org), id), value: row})
	}
	return out, nil
}

// sitesOf is where the sites of a kind stand: all (a), those that lack a committee (l), and
// those that need none any more (x).
func sitesOf(c byte, k hall.SiteKind) []byte { return key(ofSites, c, byte(k)) }

// sitesAt is where the sites stand that an organisation looks after.
func sitesAt(o hall.OrgID) []byte { return key(ofSites, byte('b'), uint64(o)) }

func siteEntries(s *hall.Site) ([]entry, error) {
	row, err := encode(s)
	if err != nil {
		return nil, err
	}
	t := tokens{}
	t.name(s.Name)
	t.words(s.Township, 12)
	id := uint64(s.ID)
	out := t.entries('s', id)
	list := func(c byte) entry {
		group := sitesOf(c, s.Kind)
		return entry{tSiteList, key(group, s.Township, byte(0), s.Name, byte(0), id), row, len(group)}
	}
	if s.Off {
		return append(out, list(ended)), nil
	}
	out = append(out, list('a'))
	if s.Lacks() {
		out = append(out, list('l'))
	} else {
		out = append(out, entry{table: tSiteList, key: key(sitesAt(s.Org), id), value: row})
	}
	return out, nil
}

// resultEntries count a case for its mediators: by the year in which it was accepted, and
// whether it came to an agreement.
func resultEntries(c *hall.Case) []entry {
	if c.Accepted == 0 {
		return nil
	}
	var out []entry
	for _, m := range c.Mediators() {
		group := resultsOf(m.ID, c.Accepted.Year(), c.Settled())
		out = append(out, entry{table: tResult, key: key(group, ^uint64(c.ID)), group: len(group)})
	}
	return out
}

func resultsOf(m hall.MediatorID, year int, settled bool) []byte {
	how := byte('n')
	if settled {
		how = 'y'
	}
	return key(ofResults, uint64(m), int64(year), how)
}

// affects remembers whose row must be made anew before the transaction ends.
func (t *tx) affects(record any) {
	var id hall.OrgID
	switch v := record.(type) {
	case *hall.Org:
		id = v.ID
	case *hall.Mediator:
		id = v.Org
	}
	if id != 0 && !slices.Contains(t.stale, id) {
		t.stale = append(t.stale, id)
	}
}

// refresh makes the rows of organisations anew whose record or members were written. Who
// heads one is reported for filing when that has changed.
func (t *tx) refresh() error {
	slices.Sort(t.stale)
	for _, id := range t.stale {
		o, err := get(t, &orgKind, uint64(id), t.st.zone())
		if isCode(err, hall.ErrNotFound) {
			continue // named by a mediator only
		}
		if err != nil {
			return err
		}
		if err := t.refreshOrg(o); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) refreshOrg(o hall.Org) error {
	members, err := members(t, 'o', uint64(o.ID), t.st.zone())
	if err != nil {
		return err
	}
	was, err := get(t, &orgRowKind, uint64(o.ID), t.st.zone())
	first := isCode(err, hall.ErrNotFound)
	if err != nil && !first {
		return err
	}
	now := hall.OrgRowOf(o, members)
	if head := now.Makeup.Head; !first && !t.bulk && o.Closed == 0 && was.Makeup.Head != head {
		before := len(o.Filings)
		if o.Report(t.st.Calendar(), hall.FilingHead, t.today()); len(o.Filings) > before {
			if err := put(t, &orgKind, &o); err != nil {
				return err
			}
			now = hall.OrgRowOf(o, members)
		}
	}
	if now.Rev = was.Rev; now == was {
		return nil
	}
	return t.putRow(was, now)
}

// putRow writes a row, a new one too: it stands under its organisation's number.
func (t *tx) putRow(was, now hall.OrgRow) error {
	var old []entry
	if was.ID != 0 {
		var err error
		if old, err = orgRowEntries(&was); err != nil {
			return err
		}
	}
	now.Rev++
	b, err := encode(now)
	if err != nil {
		return err
	}
	if err := t.Put(tOrgRow, key(uint64(now.ID)), b); err != nil {
		return err
	}
	entries, err := orgRowEntries(&now)
	if err != nil {
		return err
	}
	return t.replace(old, entries)
}

// orgRow looks whether the row of an organisation says what its record and its members do.
func (c *checker) orgRow(o *hall.Org) {
	where := fmt.Sprintf("%s %d", tOrg, o.ID)
	people, err := members(c.r, 'o', uint64(o.ID), c.zone)
	if err != nil {
		c.fault(FaultRecord, where, err.Error())
		return
	}
	row, err := get(c.r, &orgRowKind, uint64(o.ID), c.zone)
	if err != nil {
		c.fault(FaultMissing, where, fmt.Sprintf("its row: %v", err))
		return
	}
	want := hall.OrgRowOf(*o, people)
	if want.Rev = row.Rev; want != row {
		c.fault(FaultMissing, where, "its row says something else")
	}
}

// orgOf looks whether a row's organisation is there.
func (c *checker) orgOf(row *hall.OrgRow) {
	if _, err := get(c.r, &orgKind, uint64(row.ID), c.zone); err != nil {
		c.fault(FaultStray, fmt.Sprintf("%s %d", tOrgRow, row.ID), "no such organisation")
	}
}
