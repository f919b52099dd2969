package hall

// DueWhose narrows the list of what is due.
type DueWhose uint8

const (
	DueMine    DueWhose = iota // on the reader's own cases, visits, tasks and orders
	DueNobodys                 // of the hall's: nobody in particular has it
	DueAll                     // everybody's
	DueToFile                  // what is done and is to be filed
)

// DueWhoses lists them in the order shown.
func DueWhoses() []DueWhose { return []DueWhose{DueMine, DueNobodys, DueAll, DueToFile} }

// DueQuery asks for a page of what is due, the longest overdue first.
type DueQuery struct {
	Whose DueWhose
	Until Day      // the last day of it; 0: whenever
	After []string // Next of the page before; nil: from the start
	Limit int
}

// DuePage is a page of the list.
type DuePage struct {
	Rows []DueRow
	Next []string // where to read on; nil: that was the last page
}
