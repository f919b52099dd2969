// Package hall says what a mediation hall keeps and by which rules: the people and their
// disputes, the four kinds of consultation (四诊), the course of a case from the door to a
// kept agreement, deadlines, numbers and who may do what. It is pure: no clock, no file,
// no words for the screen, nothing but the standard library. What goes wrong is an Error
// with a code; views/text finds the words.
//
// Sources are named where a rule stands: 人民调解法 (People's Mediation Law, "law"),
// 司法部令第75号 ("order 75"), 民事诉讼法 2023 (Civil Procedure Law).
//
// The numbers in the cbor tags are the keys under which a field is stored. A number that
// was ever used is never given to another field.
package hall

// Identifiers number the records of one kind, from 1 on. Zero is "none".
type (
	StaffID        uint64
	MediatorID     uint64
	PersonID       uint64
	CaseID         uint64
	ConsultationID uint64
	DraftID        uint64
	SignInID       uint64
	TaskID         uint64
	BodyID         uint64
	OrgID          uint64
	StudioID       uint64
	SiteID         uint64
	PairID         uint64
	ShiftID        uint64
	MemberID       uint64
	LeaveID        uint64
	SwapID         uint64
	OrderID        uint64
)
