package store

import (
	"sizhen/store/book"
)

// The indexes: what is kept under which key beside the records, each declared once. The kinds
// of records say which lines they have in them. The whole is drawn by book.All.Drawing, and
// the drawing is pinned by a test.
var (
	byLogin  = &book.Index{Table: "by.login", Key: "login", Holds: "StaffID"}
	byDoc    = &book.Index{Table: "by.doc", Key: "document number 0 PersonID"}
	byNumber = &book.Index{Table: "by.number", Key: "case number", Holds: "CaseID"}
	byList   = &book.Index{Table: "by.list", Key: "group ^CaseID", Holds: "hall.CaseRow", Counted: true,
		Note: "groups: a all · o open · s<state> · m<MediatorID> · l<MediatorID> open ones"}
	byParty  = &book.Index{Table: "by.party", Key: "PersonID ^CaseID", Holds: "hall.CaseRow"}
	byDue    = &book.Index{Table: "by.due", Key: "day kind CaseID", Holds: "hall.CaseRow"}
	byResult = &book.Index{Table: "by.result", Key: "r MediatorID year n|y ^CaseID", Counted: true,
		Note: "cases a mediator handled, by year of acceptance; y settled"}

	byCase = &book.Index{Table: "by.case", Key: "CaseID ConsultationID"}
	byDay  = &book.Index{Table: "by.day", Key: "day class order id", Holds: "hall.VisitRow",
		Note: "class: q walk-ins in queue order · a what has hours, by time"}
	byBusy = &book.Index{Table: "by.busy", Key: "who day id", Holds: "hall.VisitRow",
		Note: "whom and what a time is taken of: r<room> 0 · m<MediatorID> · s<StaffID> · b<BodyID> · p<PersonID> · o<PersonID>"}
	byStage = &book.Index{Table: "by.stage", Key: "kind stage day from id", Holds: "hall.VisitRow", Counted: true,
		Note: "joint consultations and follow-ups; stage: p proposed · o open · e ended, by ^day; of walk-ins and who came by appointment: r in a room"}
	byPlace  = &book.Index{Table: "by.place", Key: "village 0 day id", Holds: "hall.VisitRow", Note: "open follow-ups, for a trip"}
	byMissed = &book.Index{Table: "by.missed", Key: "PersonID ^id", Holds: "hall.VisitRow", Note: "appointments somebody did not come to"}
	byTask   = &book.Index{Table: "by.task", Key: "o day TaskID | v ConsultationID TaskID", Holds: "hall.Task",
		Note: "o open ones · v all that come from a consultation"}

	byShift = &book.Index{Table: "by.shift", Key: "day ShiftID"}
	byHand  = &book.Index{Table: "by.hand", Key: "day ShiftID", Note: "sign-ins that handed over what nobody has accepted"}
	byDuty  = &book.Index{Table: "by.duty", Key: "kind day DutyID", Note: "planned shifts but those that a new plan did without"}
	byRota  = &book.Index{Table: "by.rota", Key: "m<MediatorID>|s<StaffID> day DutyID", Note: "who has duty, as by.busy says of hours"}
	byLeave = &book.Index{Table: "by.leave", Key: "last day LeaveID", Note: "leaves that were not taken back"}
	bySwap  = &book.Index{Table: "by.swap", Key: "SwapID", Note: "swaps that wait for an answer"}

	byMember = &book.Index{Table: "by.member", Key: "o<OrgID>|s<StudioID> MediatorID", Holds: "hall.Member",
		Note: "who belongs to an organisation, to a studio; those who left not"}
	byPair   = &book.Index{Table: "by.pair", Key: "m<MediatorID> ^PairID", Holds: "hall.Pair", Note: "his mentors and those he teaches"}
	byRemind = &book.Index{Table: "by.remind", Key: "day kind id", Holds: "hall.Reminder",
		Note: "ends of terms, changes to be reported; id: MediatorID or OrgID, by kind"}
	byOrg = &book.Index{Table: "by.org", Key: "g list name 0 OrgID", Holds: "hall.OrgRow", Counted: true,
		Note: "list: p parent o|x rank · k kind level · f against art. 8 · t last day of the term · u day to report by · n (name only, holds nothing)"}
	byStudio = &book.Index{Table: "by.studio", Key: "j o|x kind name 0 StudioID | j b OrgID StudioID", Holds: "hall.Studio", Counted: true,
		Note: "o open · x closed · b of an organisation"}
	bySite = &book.Index{Table: "by.site", Key: "h a|l|x kind township 0 name 0 SiteID | h b OrgID SiteID", Holds: "hall.Site", Counted: true,
		Note: "a all · l lack a committee · x need none · b looked after"}
)
