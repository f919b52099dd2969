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

// VisitRow is a walk-in in the queue, or an appointment in a list.
type VisitRow struct {
	ID        ConsultationID `cbor:"1,keyasint,omitempty"`
	Kind      Kind           `cbor:"2,keyasint,omitempty"`
	State     ConsultState   `cbor:"3,keyasint,omitempty"`
	Case      CaseID         `cbor:"4,keyasint,omitempty"`
	Number    int            `cbor:"5,keyasint,omitempty"`
	Who       string         `cbor:"6,keyasint,omitempty"`
	Others    int            `cbor:"7,keyasint,omitempty"`
	Against   string         `cbor:"8,keyasint,omitempty"`
	Type      string         `cbor:"9,keyasint,omitempty"`
	Subject   string         `cbor:"10,keyasint,omitempty"`
	Urgent    bool           `cbor:"11,keyasint,omitempty"`
	UrgentWhy string         `cbor:"12,keyasint,omitempty"`
	Arrived   time.Time      `cbor:"13,keyasint,omitempty"`
	Called    time.Time      `cbor:"14,keyasint,omitempty"`
	Started   time.Time      `cbor:"15,keyasint,omitempty"`
	Ended     time.Time      `cbor:"16,keyasint,omitempty"`
	Room      string         `cbor:"17,keyasint,omitempty"`
	Mediator  string         `cbor:"18,keyasint,omitempty"`
	Mode      Mode           `cbor:"19,keyasint,omitempty"`
	Slot      Slot           `cbor:"20,keyasint,omitempty"`
	Calls     int            `cbor:"21,keyasint,omitempty"`
	Outcome   Outcome        `cbor:"22,keyasint,omitempty"`

	Confidential bool          `cbor:"23,keyasint,omitempty"`
	Mediators    []MediatorRef `cbor:"24,keyasint,omitempty"`
	Place        string        `cbor:"27,keyasint,omitempty"`
	Day          Day           `cbor:"28,keyasint,omitempty"` // of what has no hours: due, proposed, done
	Village      string        `cbor:"29,keyasint,omitempty"` // of a follow-up
	Reason       string        `cbor:"30,keyasint,omitempty"`
	Rev          uint64        `cbor:"31,keyasint,omitempty"`
	Convener     string        `cbor:"32,keyasint,omitempty"` // of a joint consultation
	Invited      int           `cbor:"33,keyasint,omitempty"`
	Unanswered   []string      `cbor:"34,keyasint,omitempty"` // invited, no answer yet
	Way          FollowWay     `cbor:"35,keyasint,omitempty"`
	Relapse      Relapse       `cbor:"36,keyasint,omitempty"`
	Line         string        `cbor:"37,keyasint,omitempty"` // what a joint consultation agreed on, its beginning
	Party        Tally         `cbor:"38,keyasint,omitempty"` // of those who are expected: how many were told, have promised, came
	LastOp       Op            `cbor:"39,keyasint,omitempty"` // the desk's last step, and when: it can be taken back
	LastAt       time.Time     `cbor:"40,keyasint,omitempty"`
	Later        time.Time     `cbor:"41,keyasint,omitempty"` // when a visitor said he would come another day
	First        Day           `cbor:"42,keyasint,omitempty"` // the day a visitor came first, where that was another
	LastLed      bool          `cbor:"43,keyasint,omitempty"` // that step led to a case, so that it cannot
	Written      time.Time     `cbor:"46,keyasint,omitzero"`  // when the end was written down, where that was on a later day
	Session      bool          `cbor:"-"`                     // what was mediated is recorded with it; known of one that was read whole
	ToTell       []string      `cbor:"45,keyasint,omitempty"` // invited, and have not heard what no longer holds
	Meeting      int           `cbor:"44,keyasint,omitempty"` // of a joint consultation: 2 of its second meeting
	Hidden       bool          `cbor:"-"`                     // confidential, and the reader may not see it: names are blank
	Warning      Warning       `cbor:"-"`                     // what must be known first of who comes; read where it is shown
	CaseNumber   string        `cbor:"-"`                     // filled in where it is printed: a case gets its number later than its first consultation
}

// VisitRowOf is how a consultation stands in lists.
func VisitRowOf(c Consultation) VisitRow {
	r := VisitRow{
		ID: c.ID, Kind: c.Kind, State: c.State, Case: c.Case, Number: c.Number, Who: c.Who, Others: c.Others, Against: c.Against,
		Type: c.Type, Subject: c.Subject, Urgent: c.Urgent, UrgentWhy: c.UrgentWhy, Arrived: c.Arrived, Called: c.Called,
		Started: c.Started, Ended: c.Ended, Room: c.Room, Mode: c.Mode, Slot: c.Slot, Calls: c.Calls, Outcome: c.End.Outcome,
	}
	r.Confidential, r.Mediators, r.Party, r.Session = c.Confidential, c.Mediators, c.Attendance(), c.Session != nil
	r.Written = c.Written
	if r.Later = c.Later; len(c.Earlier) > 0 {
		r.First = c.Earlier[0].Day
	}
	if c.Last != nil {
		r.LastOp, r.LastAt, r.LastLed = c.Last.Op, c.Last.At, c.Last.led(c)
	}
	r.Place, r.Day, r.Reason, r.Rev = c.Place, c.Day, c.Reason, c.Rev
	if len(c.Mediators) > 0 {
		r.Mediator = c.Mediators[0].Name
	}
	if j := c.Joint; j != nil {
		r.Convener, r.Invited, r.Line = j.Convener.Name, len(j.Invited), Beginning(j.Line, inList)
		r.Unanswered, r.Meeting = j.Unanswered(), j.Meeting
		for _, i := range j.ToTell() {
			r.ToTell = append(r.ToTell, i.Name)
		}
	}
	if f := c.Visit; f != nil {
		r.Village, r.Way, r.Relapse = f.Village, f.Way, f.Relapse
	}
	return r
}

// Beginning is the first characters of a text, with a sign that it goes on.
func Beginning(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// inList is how many characters of a text a list has room for.
const inList = 100

func (r VisitRow) readBy(a Actor) bool {
	return !r.Confidential || a.clears(a.Among(r.Mediators))
}

// Under is a consultation as it stands under the name of one of its people: what is confidential
// says no more than that there was something.
func (r VisitRow) Under(a Actor) VisitRow {
	if r.readBy(a) {
		return r
	}
	return VisitRow{ID: r.ID, Kind: r.Kind, State: r.State, Day: r.Day, Confidential: true, Hidden: true}
}

// Unrecorded reports whether its day has gone by and nothing was recorded.
func (r VisitRow) Unrecorded(today Day) bool {
	return r.State == Waiting && r.Slot.Day != 0 && r.Slot.Day < today
}

// For hides what the actor may not see of a confidential matter (DOMAIN §3.12): what it is
// about and whom it is with. A walk-in's own name is called out in the hall and stays there.
func (r VisitRow) For(a Actor) VisitRow {
	if r.readBy(a) {
		return r
	}
	r.Against, r.Type, r.Subject, r.UrgentWhy, r.Reason, r.Village, r.Place, r.Line, r.Unanswered = "", "", "", "", "", "", "", "", nil
	if r.Number == 0 || a.Outward {
		r.Who, r.Others, r.Hidden = "", 0, true
	}
	return r
}

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
	Day     Day
	OnDuty  []SignIn
	Queue   []VisitRow // called first, then waiting in order, then skipped
	Waiting int
	Skipped int       // did not answer when called, and may come back
	Before  DayBefore // what the days before left open
	Closes  int       // the last minute of today's opening hours; 0: the hall is closed today
	Longest time.Time // arrival of who waits longest; zero when nobody does
	Rooms   []RoomNow
	Slots   []VisitRow // today's appointments by time
	Calls   int        // parties who are to be rung up
	Due     []DueRow   // overdue first, then by day
	DueMore int        // how many of the due ones are not in the list
	Drafts  []DraftRow
	Recent  []Entry   // the latest deeds, newest first
	NextUp  *VisitRow // who would be called next
	Free    *RoomNow  // the empty room that suits him best; nil: none stands empty
	Rota    []DutyRow // today's shifts, as planned
	Visit   Day       // of the county team, the next one within a week; 0: none
	Handed  []OpenHandover
	Swaps   []DutySwap // that wait for the reader's consent
	Gaps    []DutyRow  // to who plans: shifts of the coming month that somebody who left or is on leave does not fill
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
