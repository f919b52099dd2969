// Package duty keeps who has duty on which day and who came: teams, plans, leaves, swaps,
// sign-ins with their log and handover. It looks at visits and cases through the book only.
package duty

import "sizhen/store/book"

// Desk is what a signed-in person can do with duty.
type Desk struct{ book.Desk }

// Of is the desk of somebody, in a transaction too.
func Of(d book.Desk) *Desk { return &Desk{d} }
