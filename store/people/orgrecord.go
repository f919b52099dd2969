package people

import (
	"sizhen/store/book"
	"sizhen/store/hall"
)

// The kinds of records about organisations. An organisation's row holds what it is and how
// its members make it up; it is made anew in the transaction that changes either (see
// refreshOrg), so that the lists of organisations are one range read each.
var (
	// Orgs are the organisations.
	Orgs = book.Declare(book.Kind[hall.OrgID, hall.Org]{
		Table: hall.OfOrg, Letter: 'o', Key: "OrgID", Holds: "hall.Org",
		Of: func(o *hall.Org) (*hall.OrgID, *uint64) { return &o.ID, &o.Rev },
		Words: func(o *hall.Org, w book.Words) {
			w.Name(o.Name)
			w.Text(o.Industry, 12)
		},
		Lists: []book.List[hall.Org]{{In: ByRemind, Lines: func(o *hall.Org, l *book.Lines) { remindLines(o.Reminders(), uint64(o.ID), l) }}},
	})
	orgRowKind = book.Declare(book.Kind[hall.OrgID, hall.OrgRow]{
		Table: hall.OfOrgRow, Letter: 'O', Key: "OrgID", Holds: "hall.OrgRow", Unsigned: true, Derived: true,
		Note:  "made anew whenever the organisation or one of its members is written",
		Of:    func(r *hall.OrgRow) (*hall.OrgID, *uint64) { return &r.ID, &r.Rev },
		Lists: []book.List[hall.OrgRow]{{In: byOrg, Lines: orgLines}},
	})
	// Studios are the brand studios.
	Studios = book.Declare(book.Kind[hall.StudioID, hall.Studio]{
		Table: hall.OfStudio, Letter: 'u', Key: "StudioID", Holds: "hall.Studio",
		Of: func(u *hall.Studio) (*hall.StudioID, *uint64) { return &u.ID, &u.Rev },
		Words: func(u *hall.Studio, w book.Words) {
			w.Name(u.Name)
			w.Text(u.Way, 20)
		},
		Lists: []book.List[hall.Studio]{{In: byStudio, Lines: studioLines}},
	})
	// Sites are what should have a committee.
	Sites = book.Declare(book.Kind[hall.SiteID, hall.Site]{
		Table: hall.OfSite, Letter: 's', Key: "SiteID", Holds: "hall.Site",
		Of: func(s *hall.Site) (*hall.SiteID, *uint64) { return &s.ID, &s.Rev },
		Words: func(s *hall.Site, w book.Words) {
			w.Name(s.Name)
			w.Text(s.Township, 12)
		},
		Lists: []book.List[hall.Site]{{In: bySite, Lines: siteLines}},
	})
)

// What is derived from these records is set here: it reads the kinds that it belongs to.
func init() {
	Orgs.Wrote = func(t *book.Tx, was, now *hall.Org) error { return refresh(t, now.ID) }
	Mediators.Wrote = func(t *book.Tx, was, now *hall.Mediator) error {
		if was != nil {
			if err := refresh(t, was.Org); err != nil {
				return err
			}
		}
		return refresh(t, now.Org)
	}
	Orgs.Faults, orgRowKind.Faults = orgRowFits, orgRowStands
}

const (
	ofOrgs    byte = 'g'
	ofSites   byte = 'h'
	ofStudios byte = 'j'
)

// What stands in a list, and, behind it, what is over.
const (
	standing byte = 'o'
	ended    byte = 'x'
)

// orgsUnder is where the organisations stand that one guides.
func orgsUnder(parent hall.OrgID, state byte) book.Path {
	return book.Key().Byte(ofOrgs).Byte('p').ID(uint64(parent)).Byte(state)
}

func orgsOf(k hall.OrgKind, l hall.Level) book.Path {
	return book.Key().Byte(ofOrgs).Byte('k').Byte(byte(k)).Byte(byte(l))
}

// orgsAmiss is where those stand that are not made up as the law asks (f), whose term ends
// (t, by its day) and that have something to report (u, by its day).
func orgsAmiss(c byte) book.Path { return book.Key().Byte(ofOrgs).Byte(c) }

// orgsNamed is where those stand that have one name.
func orgsNamed(name string) book.Path { return book.Key().Byte(ofOrgs).Byte('n').Text(name).End() }

func orgLines(r *hall.OrgRow, l *book.Lines) {
	list := func(group, by book.Path) {
		l.Row(by.Text(r.Name).End().ID(uint64(r.ID)), group)
	}
	in := func(group book.Path) { list(group, group) }
	high := byte(2 * (hall.County.Rank() - r.Level.Rank())) // the higher level first, of one level the trades last
	if r.Kind == hall.OrgTrade {
		high++
	}
	under := orgsUnder(r.Parent, standing)
	if r.Closed != 0 {
		under = orgsUnder(r.Parent, ended)
	}
	list(under, under.Byte(high))
	if r.Closed != 0 {
		return
	}
	in(orgsOf(r.Kind, r.Level))
	list(orgsAmiss('t'), orgsAmiss('t').Day(r.Term))
	l.Add(orgsNamed(r.Name).ID(uint64(r.ID)), nil)
	if len(r.Faults()) > 0 {
		in(orgsAmiss('f'))
	}
	if r.Due != 0 {
		list(orgsAmiss('u'), orgsAmiss('u').Day(r.Due))
	}
}

func studiosOf(state byte) book.Path { return book.Key().Byte(ofStudios).Byte(state) }

// studiosAt is where the studios stand that belong to an organisation.
func studiosAt(o hall.OrgID) book.Path { return book.Key().Byte(ofStudios).Byte('b').ID(uint64(o)) }

func studioLines(u *hall.Studio, l *book.Lines) {
	state := standing
	if u.Closed != 0 {
		state = ended
	}
	group := studiosOf(state)
	l.Row(group.Byte(byte(u.Kind)).Text(u.Name).End().ID(uint64(u.ID)), group)
	if u.Org != 0 && u.Closed == 0 {
		l.Row(studiosAt(u.Org).ID(uint64(u.ID)), nil)
	}
}

// sitesOf is where the sites of a kind stand: all (a), those that lack a committee (l), and
// those that need none any more (x).
func sitesOf(c byte, k hall.SiteKind) book.Path {
	return book.Key().Byte(ofSites).Byte(c).Byte(byte(k))
}

// sitesAt is where the sites stand that an organisation looks after.
func sitesAt(o hall.OrgID) book.Path { return book.Key().Byte(ofSites).Byte('b').ID(uint64(o)) }

func siteLines(s *hall.Site, l *book.Lines) {
	list := func(c byte) {
		group := sitesOf(c, s.Kind)
		l.Row(group.Text(s.Township).End().Text(s.Name).End().ID(uint64(s.ID)), group)
	}
	switch {
	case s.Off:
		list(ended)
	case s.Lacks():
		list('a')
		list('l')
	default:
		list('a')
		l.Row(sitesAt(s.Org).ID(uint64(s.ID)), nil)
	}
}

// refresh has the row of an organisation made anew before the transaction ends: its record or
// a member was written.
func refresh(t *book.Tx, id hall.OrgID) error {
	if id == 0 {
		return nil
	}
	t.Later(hall.Ref{Kind: hall.OfOrgRow, ID: uint64(id)}.String(), func() error {
		o, err := Orgs.Get(t, id)
		if book.Is(err, hall.ErrNotFound) {
			return nil // named by a mediator only
		}
		if err != nil {
			return err
		}
		return refreshOrg(t, o)
	})
	return nil
}

// refreshOrg makes an organisation's row anew. Who heads one is reported for filing when that
// has changed.
func refreshOrg(t *book.Tx, o hall.Org) error {
	members, err := MembersOf(t, 'o', uint64(o.ID))
	if err != nil {
		return err
	}
	was, err := orgRowKind.Get(t, o.ID)
	first := book.Is(err, hall.ErrNotFound)
	if err != nil && !first {
		return err
	}
	now := hall.OrgRowOf(o, members)
	if head := now.Makeup.Head; !first && !t.Bulk && o.Closed == 0 && was.Makeup.Head != head {
		before := len(o.Filings)
		if o.Report(t.Calendar(), hall.FilingHead, t.Today()); len(o.Filings) > before {
			if err := Orgs.Put(t, &o); err != nil {
				return err
			}
			now = hall.OrgRowOf(o, members)
		}
	}
	if now.Rev = was.Rev; now == was {
		return nil
	}
	return orgRowKind.Keep(t, &now)
}

// orgRowFits looks whether the row of an organisation says what its record and its members do.
func orgRowFits(c *book.Checker, o *hall.Org) {
	where := hall.Ref{Kind: hall.OfOrg, ID: uint64(o.ID)}.String()
	people, err := MembersOf(c, 'o', uint64(o.ID))
	if err != nil {
		c.Fault(book.FaultRecord, where, book.Unreadable, "err", err)
		return
	}
	row, err := orgRowKind.Get(c, o.ID)
	if err != nil {
		c.Fault(book.FaultMissing, where, book.Unreadable, "err", err)
		return
	}
	want := hall.OrgRowOf(*o, people)
	if want.Rev = row.Rev; want != row {
		c.Fault(book.FaultMissing, where, book.EntryDiffers, "table", "org-row")
	}
}

// orgRowStands looks whether a row's organisation is there.
func orgRowStands(c *book.Checker, row *hall.OrgRow) {
	if _, err := Orgs.Get(c, row.ID); err != nil {
		c.Fault(book.FaultStray, hall.Ref{Kind: hall.OfOrgRow, ID: uint64(row.ID)}.String(), book.NoRecord)
	}
}

var (
	byOrg = &book.Index{Table: "by.org", Key: "g list name 0 OrgID", Holds: "hall.OrgRow", Counted: true,
		Note: "list: p parent o|x rank · k kind level · f against art. 8 · t last day of the term · u day to report by · n (name only, holds nothing)"}
	byStudio = &book.Index{Table: "by.studio", Key: "j o|x kind name 0 StudioID | j b OrgID StudioID", Holds: "hall.Studio", Counted: true,
		Note: "o open · x closed · b of an organisation"}
	bySite = &book.Index{Table: "by.site", Key: "h a|l|x kind township 0 name 0 SiteID | h b OrgID SiteID", Holds: "hall.Site", Counted: true,
		Note: "a all · l lack a committee · x need none · b looked after"}
)
