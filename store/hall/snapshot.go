package hall

import (
	"slices"
	"time"
)

// The types below are what screens show: read in one short transaction, never changed.

// CaseRow is a case in a list.
type CaseRow struct {
	ID           CaseID       `cbor:"1,keyasint"`
	Number       string       `cbor:"2,keyasint,omitempty"`
	Type         string       `cbor:"3,keyasint,omitempty"`
	Subject      string       `cbor:"4,keyasint,omitempty"`
	Applicant    string       `cbor:"5,keyasint,omitempty"`
	Applicants   int          `cbor:"6,keyasint,omitempty"`
	Respondent   string       `cbor:"7,keyasint,omitempty"`
	Respondents  int          `cbor:"8,keyasint,omitempty"`
	State        State        `cbor:"9,keyasint,omitempty"`
	Registered   Day          `cbor:"10,keyasint,omitempty"`
	Deadline     Day          `cbor:"11,keyasint,omitempty"`
	Chair        string       `cbor:"12,keyasint,omitempty"`
	Mediators    []MediatorID `cbor:"13,keyasint,omitempty"`
	Confidential bool         `cbor:"14,keyasint,omitempty"`
	Amount       int64        `cbor:"15,keyasint,omitempty"`
	Risk         Risk         `cbor:"16,keyasint,omitempty"`
	Hidden       bool         `cbor:"-"` // confidential, and the reader may not see it: names are blank
	Warning      Warning      `cbor:"-"` // what must be known first of one that is open; read where it is shown
}

// RowOf is how a case stands in lists.
func RowOf(c Case) CaseRow {
	r := CaseRow{
		ID: c.ID, Number: c.Number, Type: c.Type, Subject: c.Subject, State: c.State, Registered: DayOf(c.Registered),
		Deadline: c.Deadline, Confidential: c.Confidential, Amount: c.Amount, Risk: c.Risk,
	}
	r.Applicant, r.Applicants = First(c.Of(Applicant))
	r.Respondent, r.Respondents = First(c.Of(Respondent))
	for i, m := range c.Mediators() {
		if i == 0 {
			r.Chair = m.Name
		}
		r.Mediators = append(r.Mediators, m.ID)
	}
	return r
}

// For hides what the actor may not see of a confidential case.
func (r CaseRow) For(a Actor) CaseRow {
	if !r.Confidential || a.clears(r.With(a)) {
		return r
	}
	return CaseRow{ID: r.ID, Number: r.Number, State: r.State, Registered: r.Registered, Confidential: true, Hidden: true}
}

// With reports whether the actor is one of its mediators.
func (r CaseRow) With(a Actor) bool { return slices.ContainsFunc(r.Mediators, a.Is) }

// CaseFilter narrows the list of cases.
type CaseFilter uint8

const (
	AllCases   CaseFilter = iota
	OpenCases             // somebody still has to do something
	MyCases               // the actor is on it
	StateCases            // those in one state
)

// CaseQuery asks for a page of cases, newest first.
type CaseQuery struct {
	Filter CaseFilter
	State  State  // for StateCases
	After  CaseID // the last row of the page before; zero: from the start
	Limit  int
}

// CasePage is a page of the list.
type CasePage struct {
	Rows  []CaseRow
	More  bool
	Total int // cases of this filter in the whole store, kept as counters
}

// CaseFile is one case with all that belongs to it.
type CaseFile struct {
	Case          Case
	Consultations []Consultation
	Tasks         []Task     // that follow from its joint consultations
	Orders        []OrderRow // that it came of, or that belong to it
	Journal       []Entry
	Masked        bool // identity numbers and telephones are hidden from this reader
	Relapse       *CaseRow
	ToNow         string  // what the body is called today that it was transferred to; empty: as it says, or not on file
	Warning       Warning // what must be known first of the dispute and its people
}

// PersonRow is a person found again.
type PersonRow struct {
	ID      PersonID
	Kind    PersonKind
	Name    string
	Sex     Sex
	Birth   Day
	Village string
	Phone   string // masked
	Doc     string // masked
	Visits  int
	Last    Day
	LastFor string
	Warning Warning // what must be known first of the person; read where it is shown
}

// Hit is something found by Ctrl-F.
type Hit struct {
	Case   *CaseRow
	Person *PersonRow
}

// Warning is what must be known first of it.
func (h Hit) Warning() Warning {
	if h.Case != nil {
		return h.Case.Warning
	}
	return h.Person.Warning
}

// inList is how many characters of a text a list has room for.
const inList = 100

// Queue is the walk-in screen: who waits, in order, what goes on in the rooms, and who is
// through for today.
type Queue struct {
	Day     Day
	Waiting []VisitRow // in the order in which they will be called, urgent first
	Called  []VisitRow // called, not yet started
	Skipped []VisitRow
	Rooms   []RoomNow
	Ended   []VisitRow // today's, the latest first
	Left    []VisitRow // of days before, neither seen to an end nor gone: under their own dates, the oldest first
}

// DueRow is something due: on a case, or about people and places.
type DueRow struct {
	Day          Day
	Kind         DueKind
	Case         CaseID
	Consultation ConsultationID // of a follow-up, or of the joint consultation a task comes from
	Task         TaskID
	Mediator     MediatorID // whose term ends, whose change is to be reported
	Org          OrgID
	Order        OrderID
	Number       string
	Who          string // the applicant; who has to do a task; blank where the reader may not see
	What         string // of a task
	By           string // who has it: the case's chair, who does a task, who answers for an order; empty: nobody
	Mine         bool   // the reader's own: on a case or a visit of his, or his to do
}

// DraftRow is an unfinished form.
type DraftRow struct {
	ID           DraftID
	Kind         DraftKind
	Title        string
	ByName       string
	At           time.Time
	Case         CaseID
	Consultation ConsultationID
}

// Board is today at a glance (F2).
type Board struct {
	Day         Day
	OnDuty      []SignIn
	Queue       []VisitRow // called first, then waiting in order, then skipped
	Waiting     int
	Skipped     int       // did not answer when called, and may come back
	Before      DayBefore // what the days before left open
	Closes      int       // the last minute of today's opening hours; 0: the hall is closed today
	Longest     time.Time // arrival of who waits longest; zero when nobody does
	Rooms       []RoomNow
	Slots       []VisitRow // today's appointments by time
	Calls       int        // parties who are to be rung up
	CallsClosed int        // of confidential matters, by others than the reader
	Due         []DueRow   // overdue first, then by day
	DueMore     int        // how many of the due ones are not in the list
	Drafts      []DraftRow
	Recent      []Entry   // the latest deeds, newest first
	Alone       bool      // of an administrator without other roles: nobody else has an account yet
	NextUp      *VisitRow // who would be called next
	Free        *RoomNow  // the empty room that suits him best; nil: none stands empty
	Rota        []DutyRow // today's shifts, as planned
	Visit       Day       // of the county team, the next one within a week; 0: none
	Handed      []OpenHandover
	Swaps       []DutySwap // that wait for the reader's consent
	SwapsOver   []DutySwap // that ended, and the reader has not seen yet how
	Gaps        []DutyRow  // to who plans: shifts of the coming month that somebody who left or is on leave does not fill
}

// Planned counts today's appointments without those that were called off.
func (b Board) Planned() int {
	n := 0
	for _, r := range b.Slots {
		if r.State != GoneAway {
			n++
		}
	}
	return n
}

// IntakeResult is what finishing an intake made.
type IntakeResult struct {
	Case         CaseID         // when a case was opened
	Number       string         // when it was accepted
	Consultation ConsultationID // a place in the queue, or an appointment
	Queue        int            // the queue number
	Ahead        int            // how many wait before it
}

// MediatorRow is a mediator to choose from.
type MediatorRow struct {
	ID       MediatorID
	Name     string
	Village  string
	Load     int // open cases
	Status   MediatorStatus
	Conflict Conflict // a sign that he should stand aside
	Party    string   // from whom
}

// StaffRow is an account in a list; it never holds the secret.
type StaffRow struct {
	ID       StaffID
	Rev      uint64
	Login    string
	Name     string
	Roles    Role
	Off      bool
	Phone    string
	Mediator MediatorID // the entry on the roster; 0: none
	Last     bool       // the only administrator whose account is on
	As       MediatorID // of a change: whose on the roster it becomes, once that was asked
}

// Stage is where a joint consultation or a follow-up stands in its list.
type Stage uint8

const (
	StageProposed Stage = iota // not called together yet
	StageOpen                  // called together, planned
	StageEnded
)

// VisitPage is a page of consultations.
type VisitPage struct {
	Rows  []VisitRow
	Total int // at this stage in the whole store
}

// Times are common times that were found, and whom they were looked for.
type Times struct {
	Finding
	Who []Invitee // the numbers of attendees count in these; the convener first
}

// SlotFile is one appointment with what the calendar shows of it.
type SlotFile struct {
	Consultation Consultation
	Number       string     // its case's
	State        State      // its case's
	Parties      []Expected // with their sides, for the notices
	NoShows      []Missed   // parties who did not come before
	Phones       []string   // by the places in Consultation.Expected; empty: none on record
	Hidden       bool       // confidential, and the reader may not see it
}

// Missed is how often somebody did not come.
type Missed struct {
	Name string
	N    int
}

// Glance is today in figures, for whoever stands before a locked screen.
type Glance struct {
	Waiting int // in the queue
	Booked  int // appointments still to come today
	Joints  int // joint consultations still to come today
	Next    int // when the next of them begins, in minutes of the day; 0: none does
	Visits  int // follow-ups due today or before
	OnDuty  int // how many have signed in
}
