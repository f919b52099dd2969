package store

import "sizhen/store/book"

// Fault is one thing that is wrong in a store, as Check finds it, and FaultKind its kind.
type (
	Fault     = book.Fault
	FaultKind = book.FaultKind
)

// The kinds of faults.
const (
	FaultEngine  = book.FaultEngine
	FaultRecord  = book.FaultRecord
	FaultMissing = book.FaultMissing
	FaultStray   = book.FaultStray
	FaultCount   = book.FaultCount
	FaultJournal = book.FaultJournal
	FaultDigest  = book.FaultDigest
	FaultClock   = book.FaultClock
	FaultBooked  = book.FaultBooked
	FaultNumber  = book.FaultNumber
)
