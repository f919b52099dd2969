package hall

import "strconv"

// Record names a kind of record that a hall keeps. It is the name of the table it stands in,
// the kind of a Ref, and what a change tells.
type Record string

// The kinds of records.
const (
	OfNone     Record = ""         // counters and marks of the store's own
	OfStaff    Record = "staff"    // an account
	OfMediator Record = "mediator" // an entry on the roster
	OfPerson   Record = "person"
	OfCase     Record = "case"
	OfVisit    Record = "consult" // a consultation: walk-in, appointment, joint one or follow-up
	OfDraft    Record = "draft"
	OfSignIn   Record = "shift" // who came on duty, and went
	OfTask     Record = "task"
	OfBody     Record = "body" // a resource body
	OfPair     Record = "pair" // a mentor and whom he teaches
	OfOrg      Record = "org"
	OfOrgRow   Record = "org.row"
	OfStudio   Record = "studio"
	OfSite     Record = "site" // what should have a committee
	OfDuty     Record = "duty" // a planned shift
	OfMember   Record = "crew" // somebody's time in a duty team
	OfLeave    Record = "leave"
	OfSwap     Record = "swap"
	OfOrder    Record = "order"   // work that another body gives to the hall
	OfEntry    Record = "journal" // a line of the journal
)

// Ref is the address of any record: of what a route opens, a draft is about, a line of the
// journal wrote, a search found.
type Ref struct {
	Kind Record
	ID   uint64
}

// String is how a reference is written: the kind, a stroke, the number.
func (r Ref) String() string { return string(r.Kind) + "/" + strconv.FormatUint(r.ID, 10) }

// Changed says of which kinds of records some were written, by one or more transactions.
type Changed struct {
	Seq   uint64 // counts transactions; a merged change has the last one's
	Kinds map[Record]struct{}
}

// Any reports whether the change touches one of some kinds: what reads these is to be read
// again. Of a change that names nothing, which says only that something was written, all is.
func (c Changed) Any(of ...Record) bool {
	if len(c.Kinds) == 0 {
		return true
	}
	for _, k := range of {
		if _, ok := c.Kinds[k]; ok {
			return true
		}
	}
	return false
}
