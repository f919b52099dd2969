// Package staff keeps the accounts of a hall: who may sign in, with which password, and what
// he may do. It knows no roster: an account that has an entry on it is made by package people.
package staff

import "sizhen/store/book"

// Desk is what a signed-in person can do with accounts.
type Desk struct {
	book.Desk
	gate *Gate
}

// Of is the desk of somebody for whom wrong passwords are counted by a gate.
func Of(d book.Desk, g *Gate) *Desk { return &Desk{d, g} }
