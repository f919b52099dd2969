package hall

import (
	"time"
)

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
