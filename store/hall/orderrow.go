package hall

import (
	"slices"
	"time"
)

// OrderRow is an order in a list.
type OrderRow struct {
	ID           OrderID      `cbor:"1,keyasint"`
	Channel      Channel      `cbor:"2,keyasint,omitempty"`
	Body         string       `cbor:"3,keyasint,omitempty"`
	Number       string       `cbor:"4,keyasint,omitempty"`
	State        OrderState   `cbor:"5,keyasint,omitempty"`
	Sent         Day          `cbor:"6,keyasint,omitempty"`
	Due          Day          `cbor:"7,keyasint,omitempty"`
	Who          string       `cbor:"8,keyasint,omitempty"` // the first who asks for something
	Others       int          `cbor:"9,keyasint,omitempty"`
	Against      string       `cbor:"10,keyasint,omitempty"`
	Subject      string       `cbor:"11,keyasint,omitempty"`
	Type         string       `cbor:"12,keyasint,omitempty"`
	Case         CaseID       `cbor:"13,keyasint,omitempty"`
	Holder       StaffID      `cbor:"14,keyasint,omitempty"` // who answers for it
	HolderAs     string       `cbor:"15,keyasint,omitempty"`
	By           StaffID      `cbor:"16,keyasint,omitempty"` // who registered it
	First        StaffID      `cbor:"17,keyasint,omitempty"` // who signed for it
	Mediators    []MediatorID `cbor:"18,keyasint,omitempty"`
	Confidential bool         `cbor:"19,keyasint,omitempty"`
	Answered     Day          `cbor:"20,keyasint,omitempty"` // or returned
	Sorted       *Sorting     `cbor:"21,keyasint,omitempty"`
	Code         string       `cbor:"22,keyasint,omitempty"`
	Solved       Solved       `cbor:"23,keyasint,omitempty"`
	Satisfaction int          `cbor:"24,keyasint,omitempty"` // of who asked, 1 to 5; 0: not asked
	Score        int          `cbor:"25,keyasint,omitempty"` // of who sent it, 1 to 5; 0: none
	Hidden       bool         `cbor:"-"`                     // not public, and the reader may not see it: names are blank
}

// OrderRowOf is how an order stands in lists.
func OrderRowOf(o Order) OrderRow {
	r := OrderRow{
		ID: o.ID, Channel: o.Channel, Body: o.Body, Number: o.Number, State: o.State, Sent: o.Sent, Due: o.Due, Subject: o.Subject, Type: o.Type, Case: o.Case,
		By: o.RegisteredBy, First: o.SignedBy, Mediators: o.Mediators, Confidential: o.Confidential, Answered: o.Returned, Sorted: o.Sorted, Code: o.Code,
	}
	r.Who, r.Others = First(o.Of(Applicant))
	r.Against, _ = First(o.Of(Respondent))
	r.Holder, r.HolderAs = o.Answers()
	if o.Reply != nil {
		r.Answered, r.Solved, r.Satisfaction = o.Reply.On, o.Reply.Solved, o.Reply.Satisfaction
	}
	if o.Rating != nil {
		r.Score = o.Rating.Score
	}
	if r.Subject == "" {
		r.Subject = Beginning(o.Facts, inList)
	}
	return r
}

// For hides what the actor may not see of an order that is not public.
func (r OrderRow) For(a Actor) OrderRow {
	if !r.Confidential || a.May(MaySupervise) || r.With(a) || a.Staff != 0 && a.Staff == r.By {
		return r
	}
	return OrderRow{ID: r.ID, Channel: r.Channel, State: r.State, Sent: r.Sent, Due: r.Due, HolderAs: r.HolderAs, Confidential: true, Hidden: true,
		Answered: r.Answered}
}

// With reports whether the actor answers for it, signed for it or mediates its case.
func (r OrderRow) With(a Actor) bool {
	return a.Staff != 0 && (a.Staff == r.Holder || a.Staff == r.First) || slices.ContainsFunc(r.Mediators, a.Is)
}

// OrderFilter narrows the list of orders.
type OrderFilter uint8

const (
	OpenOrders    OrderFilter = iota // the hall's that are open, by their last day
	MyOrders                         // open ones for which the actor answers
	AllOrders                        // all, the newest first
	ChannelOrders                    // of one channel, the newest first
)

// OrderQuery asks for a page of orders.
type OrderQuery struct {
	Filter  OrderFilter
	Channel Channel // for ChannelOrders
	After   []byte  // Next of the page before; nil: from the start
	Limit   int
	Text    string // what is searched for, in place of the filter
}

// OrderPage is a page of the list.
type OrderPage struct {
	Rows  []OrderRow
	Next  []byte // where to read on; nil: that was the last page
	Total int    // of this filter in the whole store, kept as counters
}

// OrderFile is an order with what belongs to it.
type OrderFile struct {
	Order  Order
	Case   *CaseRow // that it became, or belongs to
	Masked bool     // telephones and addresses are hidden from this reader
}

// Fix puts an order right: as is the order as it should be. What was said of the people on either side
// stays with them beyond what a form asks of them.
func (o *Order) Fix(as Order, s Settings, today Day, c *Calendar) *Error {
	if bad := as.Check(s, today); bad != nil {
		return bad
	}
	o.Channel, o.Body, o.Number, o.Sent, o.N, o.Unit = as.Channel, as.Body, as.Number, as.Sent, as.N, as.Unit
	o.Parties, o.Type, o.Subject, o.Facts = slices.Clone(as.Parties), as.Type, as.Subject, as.Facts
	o.Confidential = as.Confidential
	o.Reckon(c)
	return nil
}

// FixAnswer puts right what an order was answered with, and how it was rated, where it was.
func (o *Order) FixAnswer(as Order, now time.Time) *Error {
	if o.Reply != nil && as.Reply != nil {
		if bad := as.Reply.Check(now); bad != nil {
			return bad
		}
		r := *as.Reply
		r.On, r.By, r.ByName = o.Reply.On, o.Reply.By, o.Reply.ByName
		o.Reply = &r
	}
	if o.Rating != nil && as.Rating != nil {
		if bad := as.Rating.Check(o.Reply.On, DayOf(now)); bad != nil {
			return bad
		}
		r := *as.Rating
		r.By = o.Rating.By
		o.Rating = &r
	}
	return nil
}

// Intake is an order as it is registered: who asks, what for, from whom, by which letter and until when, so
// that nothing is typed twice.
func (o Order) Intake() Intake {
	m := Matter{Type: o.Type, Subject: o.Subject, Facts: o.Facts, Source: SourceEntrusted, SourceFrom: o.Body, Letter: o.Number, LetterDay: o.Sent,
		Confidential: o.Confidential, Order: o.ID}
	if o.Channel.SetsLimit() {
		m.LetterBy = o.Due
	}
	return Intake{Parties: slices.Clone(o.Parties), Matter: m}
}
