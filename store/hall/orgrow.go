package hall

// OrgRow is how an organisation stands in lists: what it is, and, from its members, how it
// is made up.
type OrgRow struct {
	ID       OrgID   `cbor:"1,keyasint"`
	Rev      uint64  `cbor:"2,keyasint"` // of the row
	Name     string  `cbor:"3,keyasint"`
	Level    Level   `cbor:"4,keyasint,omitempty"`
	Kind     OrgKind `cbor:"5,keyasint,omitempty"`
	Industry string  `cbor:"6,keyasint,omitempty"`
	Parent   OrgID   `cbor:"7,keyasint,omitempty"`
	Seats    int     `cbor:"8,keyasint,omitempty"`
	Makeup   Makeup  `cbor:"9,keyasint"`
	Term     Day     `cbor:"10,keyasint,omitempty"` // the last day of the committee's last term
	Uniform  Uniform `cbor:"11,keyasint,omitempty"`
	Closed   Day     `cbor:"12,keyasint,omitempty"`
	Due      Day     `cbor:"13,keyasint,omitempty"` // by when a change is to be reported
	Number   string  `cbor:"14,keyasint,omitempty"` // 备案号

	Children   int    `cbor:"-"` // filled in as it is read: those it guides
	ParentName string `cbor:"-"`
}

// OrgRowOf is the row of an organisation with its members.
func OrgRowOf(o Org, members []Member) OrgRow {
	r := OrgRow{
		ID: o.ID, Name: o.Name, Level: o.Level, Kind: o.Kind, Industry: o.Industry, Parent: o.Parent, Seats: o.Seats,
		Makeup: MakeupOf(members), Term: TermEnd(o.Terms), Uniform: o.Uniform, Closed: o.Closed, Number: o.Number,
	}
	if f, ok := Unfiled(o.Filings); ok {
		r.Due = f.Due
	}
	return r
}

// Faults are the ways in which a committee that still is is not made up as article 8 asks.
func (r OrgRow) Faults() []*Error {
	if r.Closed != 0 {
		return nil
	}
	return r.Makeup.Check8()
}

// Over reports whether the committee's term has ended, or it never had one.
func (r OrgRow) Over(today Day) bool { return r.Closed == 0 && r.Term < today }

// OrgPlace is a place in a list of organisations, to read on from.
type OrgPlace []byte

// OrgList says which organisations are asked for.
type OrgList uint8

const (
	OrgChildren OrgList = iota // those that one guides
	OrgFaulty                  // not made up as article 8 asks
	OrgTermOver                // the term has ended
	OrgUnfiled                 // a change is to be reported
	OrgOfKind                  // those of a kind, by level
	OrgAll                     // all, kind by kind
)

// OrgQuery asks for a page of organisations.
type OrgQuery struct {
	List   OrgList
	Parent OrgID   // of OrgChildren; zero: those at the top
	Kind   OrgKind // of OrgOfKind
	After  OrgPlace
	Limit  int
}

// OrgPage is a page of organisations.
type OrgPage struct {
	Rows  []OrgRow
	Total int      // those that are, of the list asked for
	Next  OrgPlace // to read on from; nil at the end
}

// OrgFile is one organisation with all that belongs to it.
type OrgFile struct {
	Org      Org
	Row      OrgRow
	Way      []OrgRow // from the top down to who guides it
	Members  []Member
	Site     Site     // zero: it is there for none
	Covers   []Site   // all that it looks after
	Studios  []Studio // that belong to it
	Children int
}

// OrgChange is what comes with a change of an organisation.
type OrgChange struct {
	From Day    // from when on it holds; zero: today
	Why  string // the reason
}

// Fate is what becomes of a member of an organisation that is dissolved: he goes to another
// one, leaves, or stays on the roster without one.
type Fate struct {
	Mediator MediatorID
	To       OrgID
	Leaves   bool
}

// Dissolving says how an organisation ends.
type Dissolving struct {
	Day   Day
	Why   string
	Fates []Fate // of every member who is not gone
	Heir  OrgID  // who guides those it guided; zero: who guided it
}

// Coverage is what is covered at a glance (覆盖): sites by kind, organisations by kind and
// level, and how many are not as they should be.
type Coverage struct {
	Sites   []Covered          // by kind
	Orgs    map[OrgKind][3]int // by kind, and level: village, township, county
	Total   int
	Faulty  int // not made up as article 8 asks
	Over    int // term ended
	Unfiled int // a change is to be reported
}

// SiteQuery asks for a page of sites.
type SiteQuery struct {
	Kind  SiteKind
	Any   bool   // of every kind
	Lacks bool   // those without a committee only
	Text  string // what was typed
	After OrgPlace
	Limit int
}

// SitePage is a page of sites.
type SitePage struct {
	Rows  []Site
	Total int
	Next  OrgPlace
}

// StudioRow is a studio in a list.
type StudioRow struct {
	Studio
	People int
	Lead   string // whose name it bears, or who leads it
}

// StudioFile is one studio with its people and what they achieved.
type StudioFile struct {
	Studio  Studio
	People  []Member
	Year    Results   // this year
	All     Results   // in all
	Results []Results // of each of its people, in all
}
