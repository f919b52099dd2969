package store

import (
	"encoding/binary"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// What is kept, and under which key. Numbers are 8 bytes, days 4, big-endian, so that keys
// sort by them; ^id sorts the newest first. Records stand in an envelope (record.go);
// index entries hold what a list shows, so that a list is one range read.
//
//	meta
//	├── store                            → Marker: this is a hall's store, of this schema
//	├── journal                          → Head: the last journal entry and its hash
//	├── next/<table>                     → the last number given in that table
//	├── number/<year>                    → the last case number of the year; a store is one organisation's
//	├── tries/<StaffID>                  → wrong passwords in a row
//	├── queue/<day>                      → the last queue number of the day
//	└── place/<day>                      → the last place in the day's queue
//	staff        StaffID                 → hall.Staff
//	mediator     MediatorID              → hall.Mediator
//	person       PersonID                → hall.Person
//	case         CaseID                  → hall.Case
//	consult      ConsultationID          → hall.Consultation
//	draft        DraftID                 → hall.Draft
//	shift        ShiftID                 → hall.Shift
//	task         TaskID                  → hall.Task
//	body         BodyID                  → hall.Body
//	pair         PairID                  → hall.Pair
//	org          OrgID                   → hall.Org
//	org.row      OrgID                   → hall.OrgRow       made anew whenever the organisation or one of its members is written
//	studio       StudioID                → hall.Studio
//	site         SiteID                  → hall.Site
//	duty         DutyID                  → hall.DutyShift    what is planned; who came is in shift
//	crew         MemberID                → hall.DutyMember   somebody's time in a duty team
//	leave        LeaveID                 → hall.Leave
//	swap         SwapID                  → hall.DutySwap
//	journal      Seq                     → hall.Entry
//
//	by.login     login                   → StaffID
//	by.doc       document number 0 PersonID → (nothing)
//	by.number    case number             → CaseID
//	by.list      group ^CaseID           → hall.CaseRow      groups: a all · o open · s<state> · m<MediatorID> · l<MediatorID> open ones
//	by.party     PersonID ^CaseID        → hall.CaseRow
//	by.due       day kind CaseID         → hall.CaseRow
//	by.case      CaseID ConsultationID   → (nothing)
//	by.deed      CaseID Seq              → (nothing)
//	by.day       day class order id      → hall.VisitRow     class: q walk-ins in queue order · a what has hours, by time
//	by.busy      r<room>|m<MediatorID>|s<StaffID>|b<BodyID>|p<PersonID>|o<PersonID> day id → hall.VisitRow   whom and what a time is taken of
//	by.stage     kind stage day from id  → hall.VisitRow     joint consultations and follow-ups; stage: p proposed · o open · e ended, by ^day; of walk-ins and who came by appointment: r in a room
//	by.place     village 0 day id        → hall.VisitRow     open follow-ups, for a trip
//	by.missed    PersonID ^id            → hall.VisitRow     appointments somebody did not come to
//	by.task      o day TaskID | v ConsultationID TaskID → hall.Task   o open ones · v all that come from a consultation
//	by.form      form CaseID ConsultationID DraftID → (nothing)
//	by.shift     day ShiftID             → (nothing)
//	by.duty      kind day DutyID         → (nothing)         planned shifts but those that a new plan did without
//	by.rota      m<MediatorID>|s<StaffID> day DutyID → (nothing)   who has duty, as by.busy says of hours
//	by.leave     last day LeaveID        → (nothing)         leaves that were not taken back
//	by.swap      SwapID                  → (nothing)         swaps that wait for an answer
//	by.hand      day ShiftID             → (nothing)         sign-ins that handed over what nobody has accepted
//	by.term      kind token 0 ^id        → (nothing)         kind: c case · p person · m mediator · b body · o organisation · u studio · s site
//	by.member    o<OrgID>|s<StudioID> MediatorID → hall.Member   who belongs to an organisation, to a studio; those who left not
//	by.pair      m<MediatorID> ^PairID   → hall.Pair         his mentors and those he teaches
//	by.remind    day kind id             → hall.Reminder     ends of terms, changes to be reported; id: MediatorID or OrgID, by kind
//	by.org       g list name 0 OrgID     → hall.OrgRow       list: p parent o|x rank · k kind level · f against art. 8 · t last day of the term · u day to report by · n (name only, → nothing)
//	by.studio    j o|x kind name 0 StudioID | j b OrgID StudioID → hall.Studio   o open · x closed · b of an organisation
//	by.site      h a|l|x kind township 0 name 0 SiteID | h b OrgID SiteID → hall.Site   a all · l lack a committee · x need none · b looked after
//	by.result    r MediatorID year n|y ^CaseID → (nothing)   cases a mediator handled, by year of acceptance; y settled
//	count        group                   → how many entries by.list, by.org, by.studio, by.site or by.result hold in the group; by.stage: by kind and stage
const (
	tMeta     kv.Table = "meta"
	tStaff    kv.Table = "staff"
	tMediator kv.Table = "mediator"
	tPerson   kv.Table = "person"
	tCase     kv.Table = "case"
	tConsult  kv.Table = "consult"
	tDraft    kv.Table = "draft"
	tShift    kv.Table = "shift"
	tTask     kv.Table = "task"
	tBody     kv.Table = "body"
	tDuty     kv.Table = "duty"
	tCrew     kv.Table = "crew"
	tLeave    kv.Table = "leave"
	tSwap     kv.Table = "swap"
	tPair     kv.Table = "pair"
	tOrg      kv.Table = "org"
	tOrgRow   kv.Table = "org.row"
	tStudio   kv.Table = "studio"
	tSite     kv.Table = "site"
	tJournal  kv.Table = "journal"

	tLogin      kv.Table = "by.login"
	tDoc        kv.Table = "by.doc"
	tNumber     kv.Table = "by.number"
	tList       kv.Table = "by.list"
	tParty      kv.Table = "by.party"
	tDue        kv.Table = "by.due"
	tCaseSub    kv.Table = "by.case"
	tCaseDeed   kv.Table = "by.deed"
	tDay        kv.Table = "by.day"
	tBusy       kv.Table = "by.busy"
	tStage      kv.Table = "by.stage"
	tPlace      kv.Table = "by.place"
	tMissed     kv.Table = "by.missed"
	tTaskList   kv.Table = "by.task"
	tForm       kv.Table = "by.form"
	tShiftDay   kv.Table = "by.shift"
	tDutyDay    kv.Table = "by.duty"
	tRota       kv.Table = "by.rota"
	tLeaveDay   kv.Table = "by.leave"
	tSwapOpen   kv.Table = "by.swap"
	tHand       kv.Table = "by.hand"
	tTerm       kv.Table = "by.term"
	tMember     kv.Table = "by.member"
	tPairOf     kv.Table = "by.pair"
	tRemind     kv.Table = "by.remind"
	tOrgList    kv.Table = "by.org"
	tStudioList kv.Table = "by.studio"
	tSiteList   kv.Table = "by.site"
	tResult     kv.Table = "by.result"
	tCount      kv.Table = "count"
)

// schema is the version of the layout above. A store of a newer one is refused.
const schema = 6

// key joins the parts of a key: numbers big-endian, strings as they are.
func key(parts ...any) []byte {
	var k []byte
	for _, p := range parts {
		switch p := p.(type) {
		case uint64:
			k = binary.BigEndian.AppendUint64(k, p)
		case int64: // signed, and sorted so
			k = binary.BigEndian.AppendUint64(k, uint64(p)^1<<63)
		case hall.Day:
			k = binary.BigEndian.AppendUint32(k, uint32(p))
		case byte:
			k = append(k, p)
		case string:
			k = append(k, p...)
		case []byte:
			k = append(k, p...)
		default:
			panic("store: no such key part")
		}
	}
	return k
}

func number(b []byte) uint64 {
	if len(b) < 8 {
		return 0
	}
	return binary.BigEndian.Uint64(b[len(b)-8:])
}

// dayOf reads the day a key begins with.
func dayOf(b []byte) hall.Day { return hall.Day(binary.BigEndian.Uint32(b)) }
