package hall

import (
	"encoding/hex"
	"strings"
	"time"
)

// Deed names what was done, in the journal.
type Deed string

// The deeds that are not steps of a case's course; those are "case." and the step.
const (
	DeedSetUp       Deed = "hall.set-up"
	DeedSettings    Deed = "hall.settings"
	DeedRename      Deed = "hall.rename" // a room or a grade is called something else
	DeedSignIn      Deed = "staff.sign-in"
	DeedSignInWrong Deed = "staff.sign-in-wrong"
	DeedStaffAdd    Deed = "staff.add"
	DeedStaffChange Deed = "staff.change"
	DeedSecret      Deed = "staff.password"
	DeedSecretWrong Deed = "staff.password-wrong" // the old password was not right
	DeedIntake      Deed = "intake.finish"
	DeedDiscard     Deed = "intake.discard"
	DeedSettle      Deed = "intake.settle" // an oral settlement that a village brought afterwards
	DeedCall        Deed = "queue.call"
	DeedSkip        Deed = "queue.skip"
	DeedReturn      Deed = "queue.return"
	DeedUndo        Deed = "queue.undo"
	DeedUrgent      Deed = "queue.urgent"
	DeedStart       Deed = "queue.start"
	DeedEnd         Deed = "queue.end"
	DeedGone        Deed = "queue.gone"
	DeedRegister    Deed = "queue.register" // what somebody came about who took a number with a name only
	DeedLater       Deed = "queue.later"    // who waits will come another day
	DeedAgain       Deed = "queue.again"    // who was left from another day has come, under a number of today
	DeedCome        Deed = "queue.come"     // who comes about a case that is there takes a number
	DeedArrive      Deed = "appointment.arrive"
	DeedNoShow      Deed = "appointment.no-show"
	DeedCancel      Deed = "appointment.cancel"
	DeedBook        Deed = "appointment.book"
	DeedRebook      Deed = "appointment.rebook"
	DeedNotify      Deed = "appointment.notify"
	DeedUntold      Deed = "appointment.untold" // a notice was put down by mistake
	DeedConfirmed   Deed = "appointment.confirm"
	DeedPropose     Deed = "joint.propose"
	DeedConsent     Deed = "joint.consent"
	DeedInvite      Deed = "joint.invite"
	DeedAnswer      Deed = "joint.answer"
	DeedAgenda      Deed = "joint.agenda"
	DeedConvene     Deed = "joint.convene"
	DeedJoint       Deed = "joint.record"
	DeedTask        Deed = "task.done"
	DeedTaskAdd     Deed = "task.add"
	DeedPlan        Deed = "follow-up.plan"
	DeedMoveFollow  Deed = "follow-up.move"
	DeedFollowUp    Deed = "follow-up.record"
	DeedCancelJoint Deed = "joint.cancel"
	DeedDropFollow  Deed = "follow-up.cancel"
	DeedPersonNote  Deed = "person.note"
	DeedMerge       Deed = "person.join"
	DeedPart        Deed = "person.part"
	DeedBody        Deed = "body.save"
	DeedMediator    Deed = "roster.save"
	DeedStatus      Deed = "roster.status"
	DeedTerm        Deed = "roster.term"
	DeedTraining    Deed = "roster.training"
	DeedPost        Deed = "roster.post"
	DeedFiled       Deed = "roster.filed"
	DeedPair        Deed = "roster.pair"
	DeedOrg         Deed = "org.save"
	DeedOrgTerm     Deed = "org.term"
	DeedOrgFiled    Deed = "org.filed"
	DeedOrgUniform  Deed = "org.uniform"
	DeedOrgEnd      Deed = "org.dissolve"
	DeedStudio      Deed = "studio.save"
	DeedStudioEnd   Deed = "studio.close"
	DeedSite        Deed = "site.save"
	DeedOpenCase    Deed = "case.open" // whoever opens a dossier is recorded (DOMAIN §3.12)
	DeedDutyIn      Deed = "duty.in"
	DeedDutyOut     Deed = "duty.out"
	DeedDutyTeam    Deed = "duty.team"
	DeedDutyPlan    Deed = "duty.plan"
	DeedDutyMove    Deed = "duty.move"
	DeedDutyAssign  Deed = "duty.assign"
	DeedDutyOff     Deed = "duty.off"
	DeedDutyAdd     Deed = "duty.add"
	DeedLeave       Deed = "duty.leave"
	DeedLeaveOff    Deed = "duty.leave-off"
	DeedSwapAsk     Deed = "duty.swap-ask"
	DeedSwapSay     Deed = "duty.swap-consent"
	DeedSwapDone    Deed = "duty.swap"
	DeedSwapRefuse  Deed = "duty.swap-refuse"
	DeedSwapRecall  Deed = "duty.swap-recall"
	DeedSwapSeen    Deed = "duty.swap-seen" // somebody saw what became of a swap
	DeedDutyInFor   Deed = "duty.in-for"
	DeedDutyInLate  Deed = "duty.in-late"
	DeedDutyOutFor  Deed = "duty.out-for"
	DeedDutyLog     Deed = "duty.log"
	DeedHandAccept  Deed = "duty.accept"
	DeedHandReturn  Deed = "duty.item-return"
	DeedHandDone    Deed = "duty.item-done"
	DeedRotation    Deed = "duty.rotation"
	DeedSeed        Deed = "hall.seed"
	DeedExport      Deed = "hall.export"  // a list with personal data left the hall
	DeedFill        Deed = "hall.fill"    // records that were poured in
	DeedUpgrade     Deed = "hall.upgrade" // records that were brought up to date, or signed for the first time
	DeedClock       Deed = "hall.clock"   // the clock was set back
	DeedSeal        Deed = "hall.seal"    // the key of the journal's seal was not the one it was sealed with
	DeedCorrect     Deed = "record.correct"
	DeedOrder       Deed = "order.register"
	DeedOrderSign   Deed = "order.sign"
	DeedOrderTake   Deed = "order.take" // as a case, in a case or without one
	DeedOrderReply  Deed = "order.reply"
	DeedOrderReturn Deed = "order.return"
	DeedOrderRate   Deed = "order.rate"
	DeedOrderExtend Deed = "order.extend"
	DeedOrderAgain  Deed = "order.again"
	DeedSort        Deed = "order.sort" // of an order or a case: whose it is, how grave, until when
)

// DeedOf is the journal's name for a step.
func DeedOf(a Action) Deed {
	return Deed("case." + [...]string{"", "accept", "refuse", "assign", "stand-aside", "session", "pause", "resume", "extend",
		"agree", "sign", "perform", "confirm", "fail", "terminate", "withdraw", "transfer", "reopen", "police", "amend", "file",
		"mend", "change", "urge", "court", "unkept", "rescind", "undo-end", "transfer-taken", "transfer-returned", "close-talks",
		"open-talks"}[a])
}

// Entry is a line of the journal: append-only, each holds the hash of the one before.
type Entry struct {
	Seq          uint64            `cbor:"1,keyasint"`
	At           time.Time         `cbor:"2,keyasint"`
	By           StaffID           `cbor:"3,keyasint,omitempty"`
	ByName       string            `cbor:"4,keyasint,omitempty"`
	Deed         Deed              `cbor:"5,keyasint"`
	Case         CaseID            `cbor:"6,keyasint,omitempty"`
	Consultation ConsultationID    `cbor:"7,keyasint,omitempty"`
	Args         map[string]string `cbor:"8,keyasint,omitempty"` // what the line needs: name, number, room, old and new words
	Prev         []byte            `cbor:"9,keyasint,omitempty"` // SHA-256 of the entry before, as stored
	// Wrote is the digest of each record that was written with the line: a letter for its kind,
	// 8 bytes of its number, the first 16 of the SHA-256 of what stands on disk.
	Wrote  []byte `cbor:"10,keyasint,omitempty"`
	Logged int64  `cbor:"11,keyasint,omitempty"` // the clock when it was written, in Unix seconds; lines of before schema 7 have none
	Ref    string `cbor:"12,keyasint,omitempty"` // the record a correction is of, as Ref is written
}

// Correction is what stood before something was put right: it is kept with the record, with
// who did it, when and why.
type Correction struct {
	Field  string    `cbor:"1,keyasint"`
	Old    string    `cbor:"2,keyasint,omitempty"`
	New    string    `cbor:"3,keyasint,omitempty"`
	By     StaffID   `cbor:"4,keyasint,omitempty"`
	ByName string    `cbor:"5,keyasint,omitempty"`
	At     time.Time `cbor:"6,keyasint"`
	Why    string    `cbor:"7,keyasint"`
}

// JournalHead is where the journal ends (办理记录的末尾): for the day's paper and for check. Whoever has
// it on paper can tell later whether the journal was cut short or written anew.
type JournalHead struct {
	Seq    uint64 // the number of the last line
	Hash   []byte // of the last line, and by it of all
	Sealed bool   // it carries a seal
	Keyed  bool   // it carries the seal of this hall's key
	Doubt  uint64 // the line after which a seal did not fit; 0: never
}

// Code is the hash as people compare it: sixteen digits in groups of four.
func (h JournalHead) Code() string {
	s := hex.EncodeToString(h.Hash[:min(8, len(h.Hash))])
	var out []string
	for i := 0; i+4 <= len(s); i += 4 {
		out = append(out, s[i:i+4])
	}
	return strings.Join(out, "-")
}
