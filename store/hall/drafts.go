package hall

import (
	"strconv"
	"time"
)

// DraftKind says what kind of form a draft belongs to.
type DraftKind uint8

const (
	DraftIntake     DraftKind = iota // an intake
	DraftSession                     // a session record on a case
	DraftAgreement                   // an agreement on a case
	DraftWalkIn                      // the advice and end of a walk-in
	DraftOther                       // any other form on a case
	DraftHandover                    // what somebody hands over when signing off duty
	DraftBooking                     // an appointment, in the calendar
	DraftJoint                       // the record of a joint consultation
	DraftFollowUp                    // the record of a follow-up
	DraftBody                        // a resource body
	DraftRoster                      // an entry on the roster
	DraftOrg                         // an organisation, or what should have one
	DraftStudio                      // a brand studio
	DraftDuty                        // the log on duty, or the record of a rotation day
	DraftRota                        // something about the duty plan
	DraftAccount                     // an account, without its password
	DraftSettings                    // the hall's settings
	DraftPerson                      // what is put right of a person
	DraftOrder                       // an order, or what is done with one
	DraftSettlement                  // an oral settlement that is entered afterwards
)

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
