package hall

import (
	"slices"
	"time"
)

// JournalPart is a part of the journal (办理记录) that is looked at by itself.
type JournalPart uint8

// The parts.
const (
	JournalAll     JournalPart = iota
	JournalWrong               // wrong passwords
	JournalExports             // what left the hall
	JournalKept                // accounts, settings, and what the store says of itself
)

// JournalParts lists them.
func JournalParts() []JournalPart {
	return []JournalPart{JournalAll, JournalWrong, JournalExports, JournalKept}
}

// Has reports whether lines of a deed belong to the part.
func (p JournalPart) Has(d Deed) bool {
	switch p {
	case JournalWrong:
		return d == DeedSignInWrong || d == DeedSecretWrong
	case JournalExports:
		return d == DeedExport
	case JournalKept:
		return slices.Contains([]Deed{DeedSetUp, DeedSettings, DeedRename, DeedStaffAdd, DeedStaffChange, DeedSecret, DeedSeed, DeedFill, DeedUpgrade,
			DeedClock, DeedSeal}, d)
	}
	return true
}

// JournalQuery asks for lines of the journal, the newest first.
type JournalQuery struct {
	Part   JournalPart
	Before uint64 // only lines before this one; 0: from the end
	Limit  int    // rows at most
}

// JournalRow is a line of the journal as its reader sees it.
type JournalRow struct {
	Entry
	About Ref  // the record that it is about; zero: none that can be opened
	Kind  Kind // of a consultation: where that is dealt with
	Shut  bool // it is about what is confidential and not the reader's: its words are left out
	Wrong bool // somebody gave a wrong password
}

// Written is when the line was written, by the clock of that time; zero in the lines of old stores.
func (r JournalRow) Written() time.Time {
	if r.Logged == 0 {
		return time.Time{}
	}
	return time.Unix(r.Logged, 0).In(r.At.Location())
}

// JournalPage is a page of rows.
type JournalPage struct {
	Rows []JournalRow
	Next uint64 // Before of the page that follows; 0: this was the last
	Cut  bool   // no more lines were looked at: a part is looked for so far back and no further at once
}

// Tries are the wrong passwords that were given on an account since somebody signed in with it.
type Tries struct {
	Wrong int
	Last  time.Time // when the last of them was
}
