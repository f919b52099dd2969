package hall

// CallRow is a party whom somebody has to ring up about a time, or has rung up.
type CallRow struct {
	Visit VisitRow
	Party int // the place among those who are expected
	Expected
	Phone   string
	Whole   bool // whoever reads it works on the case: the telephone may leave the hall as it is
	Village string
	Last    Notice // the last time somebody tried; zero: never
}

// Veiled is what of a call is seen by those who may not see what it is about: when somebody is to come,
// and where telling them stands.
func (r CallRow) Veiled(a Actor) CallRow {
	return CallRow{Visit: r.Visit.For(a), Party: r.Party, Expected: Expected{Told: r.Told, Agreed: r.Agreed, Stale: r.Stale}}
}

// PhoneOutward is the telephone as a list gives it that leaves the hall (law 15).
func (r CallRow) PhoneOutward() string {
	if r.Whole {
		return r.Phone
	}
	return MaskPhone(r.Phone)
}

// Call is where ringing somebody up stands, in the order in which it is to be done.
type Call uint8

const (
	CallChanged Call = iota // was told what no longer holds: would come in vain
	CallFirst               // does not know yet
	CallTold                // knows, and has not promised
	CallAgreed              // said he will come
)

// Calls lists them in their order.
func Calls() []Call { return []Call{CallChanged, CallFirst, CallTold, CallAgreed} }

// Way is how a party can be told: by telephone, or through the village where none is on record.
func (r CallRow) Way() NoticeWay {
	if r.Phone == "" {
		return NoticeVillage
	}
	return NoticePhone
}

// Stands says where it stands.
func (r CallRow) Stands() Call {
	switch {
	case r.Stale:
		return CallChanged
	case !r.Agreed.IsZero():
		return CallAgreed
	case r.Told:
		return CallTold
	}
	return CallFirst
}

// CallList are those who are to be rung up for the days until the next open one, and who would come
// in vain later.
type CallList struct {
	Until  Day
	Rows   []CallRow // by Stands, then by time
	Closed []CallRow // what is confidential and not the reader's, veiled
}

// Left counts those whom somebody has to ring up still.
func (l CallList) Left() int { return left(l.Rows) }

// ClosedLeft counts those whom somebody else has to ring up still.
func (l CallList) ClosedLeft() int { return left(l.Closed) }

func left(rows []CallRow) int {
	n := 0
	for _, r := range rows {
		if r.Stands() <= CallFirst {
			n++
		}
	}
	return n
}

// LastNotice is the last time that somebody tried to tell one of the parties; zero: never.
func (c Consultation) LastNotice(e Expected) Notice {
	for i := len(c.Notices) - 1; i >= 0; i-- {
		if c.Notices[i].To == e.Name {
			return c.Notices[i]
		}
	}
	return Notice{}
}
