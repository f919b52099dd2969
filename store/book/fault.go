package book

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// FaultKind is what is wrong in a store.
type FaultKind string

// The kinds of faults.
const (
	FaultEngine  FaultKind = "engine"  // the database's own structure
	FaultRecord  FaultKind = "record"  // a record cannot be read
	FaultMissing FaultKind = "missing" // an index entry that should be there is not
	FaultStray   FaultKind = "stray"   // index entries that no record asks for, tables that nobody declared
	FaultCount   FaultKind = "count"   // a counter does not fit what it counts
	FaultJournal FaultKind = "journal" // the journal's chain is broken, or its head has not the hall's seal
	FaultDigest  FaultKind = "digest"  // a record is not what the journal says was written
	FaultClock   FaultKind = "clock"   // the journal's time goes back, and no line says so
	FaultBooked  FaultKind = "booked"  // a room, a person or a body booked twice at one time
	FaultNumber  FaultKind = "number"  // case numbers: twice, or with a gap
)

// Finding is what a check found of something. It is a code: whoever shows it has the words.
type Finding string

// What can be found, and the arguments that go with it.
const (
	Unreadable   Finding = "unreadable"    // {err}
	OneHead      Finding = "one-head"      // of two heads of the file one is damaged; nothing is lost that was in the other
	WrongPlace   Finding = "wrong-place"   // a record under another one's number
	CountBehind  Finding = "count-behind"  // {n}, while there is a number {there}
	CountWrong   Finding = "count-wrong"   // {n}, while there are {there}
	Unsummed     Finding = "unsummed"      // a counter without its checksum
	Unwritten    Finding = "unwritten"     // a record that no line of the journal wrote
	Altered      Finding = "altered"       // a record that is not what the journal says
	Gone         Finding = "gone"          // a record that was written, and is not there
	EntryMissing Finding = "entry-missing" // of an index: {table}
	EntryDiffers Finding = "entry-differs" // of an index: {table}
	TooMany      Finding = "too-many"      // {n} entries, while the records ask for {asked}
	Undeclared   Finding = "undeclared"    // a table or a name that the program does not know
	NoRecord     Finding = "no-record"     // an entry of no record
	LineMissing  Finding = "line-missing"  // in the journal, before this one
	LineAltered  Finding = "line-altered"  // in the journal, the one before
	ListCut      Finding = "list-cut"      // of what a line of the journal wrote
	EndMissing   Finding = "end-missing"   // the journal should end with line {n}
	ClockBack    Finding = "clock-back"    // written at {now}, the one before at {was}
	SealDoubt    Finding = "seal-doubt"    // after this line the seal was not the hall's
	SealWrong    Finding = "seal-wrong"    // it is not the hall's
	NumbersWrong Finding = "numbers-wrong" // {n} given, {cases} cases have one, the highest is {highest}
	BookedTwice  Finding = "booked-twice"  // as consultation {other}
	DutyTwice    Finding = "duty-twice"    // somebody of it is on duty {other} that day
)

// Findings lists them, so that a test sees that each has words.
func Findings() []Finding {
	return []Finding{
		Unreadable, OneHead, WrongPlace, CountBehind, CountWrong, Unsummed, Unwritten, Altered, Gone, EntryMissing, EntryDiffers, TooMany, Undeclared, NoRecord,
		LineMissing, LineAltered, ListCut, EndMissing, ClockBack, SealDoubt, SealWrong, NumbersWrong, BookedTwice, DutyTwice,
	}
}

// Fault is one thing that is wrong: where, and what.
type Fault struct {
	Kind  FaultKind
	Where string
	What  Finding
	Args  map[string]any
}

// Heals reports whether the program mends it by itself: the store may be used on.
func (f Fault) Heals() bool { return f.What == OneHead }

func (f Fault) String() string {
	var args []string
	for _, k := range slices.Sorted(maps.Keys(f.Args)) {
		args = append(args, fmt.Sprintf("%s=%v", k, f.Args[k]))
	}
	return strings.TrimSpace(fmt.Sprintf("%s: %s: %s %s", f.Kind, f.Where, f.What, strings.Join(args, " ")))
}
