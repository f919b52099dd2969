// Package people keeps those whom a hall knows and who work for it: persons who came, the
// roster of mediators, organisations, studios, sites that should have a committee, resource
// bodies. What mediators are busy with is known to the later concerns.
package people

import "sizhen/store/book"

// Desk is what a signed-in person can do with people and organisations.
type Desk struct{ book.Desk }

// Of is the desk of somebody, in a transaction too.
func Of(d book.Desk) *Desk { return &Desk{d} }
