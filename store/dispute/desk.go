// Package dispute keeps the cases, and all that comes of one: intake, its steps, joint
// consultations and their tasks, follow-ups, who is suggested for it, what a mediator has to do.
package dispute

import "sizhen/store/book"

// Desk is what a signed-in person can do with disputes.
type Desk struct{ book.Desk }

// Of is the desk of somebody, in a transaction too.
func Of(d book.Desk) *Desk { return &Desk{d} }
