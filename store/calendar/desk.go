// Package calendar keeps what takes place in the hall and when: the queue of walk-ins, appointments,
// and the hours of joint consultations and follow-ups. It looks at cases and writes none.
package calendar

import "sizhen/store/book"

// Desk is what a signed-in person can do with visits and hours.
type Desk struct{ book.Desk }

// Of is the desk of somebody, in a transaction too.
func Of(d book.Desk) *Desk { return &Desk{d} }
