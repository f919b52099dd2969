package ledger

import (
	"strconv"

	"sizhen/store/hall"
	"sizhen/views/text"
)

// All is every list of the program, in the order in which they are offered.
func All() []Ledger {
	return []Ledger{
		Cases().Ledger(), Visits().Ledger(), Appointments().Ledger(), Joints().Ledger(), FollowUps().Ledger(), Orders().Ledger(),
		Trip().Ledger(), Calls().Ledger(), Tasks().Ledger(), Due().Ledger(),
		Roster().Ledger(), Pairs().Ledger(), Posts().Ledger(), Orgs().Ledger(), Coverage().Ledger(), Studios().Ledger(), Bodies().Ledger(),
		Duty().Ledger(), SignIns().Ledger(), Handovers().Ledger(), Tally().Ledger(), Attendance().Ledger(), AttendanceDays().Ledger(),
		Swaps().Ledger(), Leaves().Ledger(), Accounts().Ledger(), Journal().Ledger(),
	}
}

// most bounds lists that are read at once; none of them grows with the years.
const most = 100_000

// col is a column whose cells follow from the row alone.
func col[R any](key string, title text.Message, width int, value func(R) Cell) Column[R] {
	return Column[R]{Key: key, Title: title, Width: width, Value: func(_ Here, r R) Cell { return value(r) }}
}

// long is a column that other programs get and that has no room on paper.
func (c Column[R]) long() Column[R] {
	c.Where = Screen | File
	return c
}

// open is a column whose numbers are meant to leave the hall, or are masked already.
func (c Column[R]) open() Column[R] {
	c.Numbers = true
	return c
}

// id is a record's number, by which it is found in other lists. Nobody needs it on paper.
func id[R any, N ~uint64](of func(R) N) Column[R] {
	c := col("id", text.M("编号", "ID"), 6, func(r R) Cell { return Number(of(r)) })
	c.Where = File
	return c
}

// caseOf is the case that a row is about, as other lists number it.
func caseOf[R any](of func(R) hall.CaseID) Column[R] {
	c := col("case_id", text.M("案件编号", "Case ID"), 8, func(r R) Cell { return Count(int(of(r))) })
	c.Where = File
	return c
}

func names(refs []hall.MediatorRef) Cell {
	out := make([]string, len(refs))
	for i, m := range refs {
		out[i] = m.Name
	}
	return Several(out)
}

func dutyNames(refs []hall.DutyRef) Cell {
	out := make([]string, len(refs))
	for i, m := range refs {
		out[i] = m.Name
	}
	return Several(out)
}

// coded is a word whose code is its place in a list of codes that never changes.
func coded[N ~uint8](n N, say text.Message, codes ...string) Cell {
	code := strconv.Itoa(int(n))
	if int(n) < len(codes) {
		code = codes[n]
	}
	return Enum(code, say)
}
