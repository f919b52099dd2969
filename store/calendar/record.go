package calendar

import (
	"sizhen/store/book"
	"sizhen/store/duty"
	"sizhen/store/hall"
)

// Consultations are walk-ins, appointments, joint consultations and follow-ups.
var Consultations = book.Declare(book.Kind[hall.ConsultationID, hall.Consultation]{
	Table: hall.OfVisit, Letter: 'v', Key: "ConsultationID", Holds: "hall.Consultation",
	Of:    func(c *hall.Consultation) (*hall.ConsultationID, *uint64) { return &c.ID, &c.Rev },
	Row:   func(c *hall.Consultation) any { return hall.VisitRowOf(*c) },
	Trail: func(c *hall.Consultation) *[]hall.Correction { return &c.Corrections },
	About: func(c *hall.Consultation) (hall.CaseID, hall.ConsultationID) { return c.Case, c.ID },
	Lists: []book.List[hall.Consultation]{
		{In: ByDay, Lines: dayLines}, {In: byMissed, Lines: missedLines}, {In: ByStage, Lines: stageLines},
		{In: ByPlace, Lines: placeLines}, {In: ByBusy, Lines: busyLines}, {In: ByCase, Lines: subLines}, {In: ByVisitor, Lines: visitorLines},
		{In: ByTell, Lines: tellLines},
	},
})

var (
	// ByCase finds the consultations of a case.
	ByCase = &book.Index{Table: "by.case", Key: "CaseID ConsultationID"}
	// ByDay lists a day: its queue, and what has hours.
	ByDay = &book.Index{Table: duty.TableDays, Key: "day class order id", Holds: "hall.VisitRow",
		Note: "class: q walk-ins in queue order · a what has hours, by time"}
	// ByBusy says whom and what a time is taken of.
	ByBusy = &book.Index{Table: duty.TableBusy, Key: "who day id", Holds: "hall.VisitRow",
		Note: "whom and what a time is taken of: r<room> 0 · m<MediatorID> · s<StaffID> · b<BodyID> · p<PersonID> · o<PersonID>"}
	// ByStage lists joint consultations and follow-ups by where they stand.
	ByStage = &book.Index{Table: "by.stage", Key: "kind stage day from id", Holds: "hall.VisitRow", Counted: true,
		Note: "joint consultations and follow-ups; stage: p proposed · o open · e ended, by ^day; of who came to the hall: r not done with"}
	// ByPlace lists open follow-ups by village.
	ByPlace = &book.Index{Table: "by.place", Key: "village 0 day id", Holds: "hall.VisitRow", Note: "open follow-ups, for a trip"}
	// ByVisitor finds the consultations of a person: those somebody came to, is to come to, or missed.
	ByVisitor = &book.Index{Table: "by.visitor", Key: "PersonID ^id", Holds: "hall.VisitRow", Note: "who came or is to come; of a walk-in the applicants"}
	// ByTell lists what was changed or called off and somebody who was told of it has not heard.
	ByTell = &book.Index{Table: "by.tell", Key: "day from id", Holds: "hall.VisitRow",
		Note: "the day on which somebody would come who was told what no longer holds"}
	byMissed = &book.Index{Table: "by.missed", Key: "PersonID ^id", Holds: "hall.VisitRow", Note: "appointments somebody did not come to"}
)
