package hall

import (
	"strconv"
	"time"
)

// DraftKind says what kind of form a draft belongs to.
type DraftKind uint8

// Draft is a form not yet finished. It is kept at every field, by whom and since when, and
// anybody at the desk may go on with it. Fields holds the text as typed, by field name.
type Draft struct {
	ID           DraftID           `cbor:"1,keyasint"`
	Rev          uint64            `cbor:"2,keyasint"`
	Kind         DraftKind         `cbor:"3,keyasint,omitempty"`
	By           StaffID           `cbor:"4,keyasint"`
	ByName       string            `cbor:"5,keyasint"`
	At           time.Time         `cbor:"6,keyasint"` // last kept
	Title        string            `cbor:"7,keyasint,omitempty"`
	Case         CaseID            `cbor:"8,keyasint,omitempty"`
	Consultation ConsultationID    `cbor:"9,keyasint,omitempty"`
	Fields       map[string]string `cbor:"10,keyasint,omitempty"`
	Intake       Intake            `cbor:"11,keyasint,omitempty"` // the parties, kept as records
	Form         string            `cbor:"12,keyasint,omitempty"` // which form, for drafts on a case
}

// HandoverForm names the form in which somebody writes what is handed over: one a person,
// so that two who sign off at once do not meet in it.
func HandoverForm(id StaffID) string { return "handover " + strconv.FormatUint(uint64(id), 10) }
