package hall

import (
	"strconv"
	"strings"
	"time"
)

// Source is how a dispute came to the hall (受理登记表).
type Source uint8

const (
	SourceApplication Source = iota // ① 当事人申请
	SourceUnasked                   // ② 主动调解
	SourceEntrusted                 // ③ 委托或移送
)

// Difficulty decides the first response and the reward.
type Difficulty uint8

const (
	Ordinary  Difficulty = iota // 一般
	Simple                      // 简易
	Difficult                   // 疑难复杂
)

// Risk is how near a dispute is to violence.
type Risk uint8

const (
	RiskNone Risk = iota // 无
	RiskLow              // 低
	RiskMid              // 中: the quarrel grows
	RiskHigh             // 高: may turn violent, preventive measures are needed [law 25]
)

// Flag marks a dispute that others must hear of.
type Flag uint8

const (
	FlagCriminal  Flag = 1 << iota // 民转刑: may become a public-order or criminal case, police at once [law 25]
	FlagMass                       // 群体性
	FlagStability                  // 影响稳定
)

// Bar is why a matter may not be accepted (order 75 art. 22).
type Bar uint8

const (
	BarNone    Bar = iota
	BarSpecial     // only a special organ may handle it
	BarLaw         // the law forbids mediation
	BarCourt       // a court has accepted it
	BarPolice      // the police are handling it
	BarOther       // another authority has accepted or resolved it
)

// Police is a report to the police [law 25]: when, to whom, by whom.
type Police struct {
	At      time.Time `cbor:"1,keyasint,omitempty"`
	Officer string    `cbor:"2,keyasint,omitempty"` // station and officer
	By      string    `cbor:"3,keyasint,omitempty"`
}

// Done reports whether the report is complete.
func (p Police) Done() bool { return !p.At.IsZero() && p.Officer != "" }

// Outcome is where an intake, or a walk-in, leads.
type Outcome uint8

const (
	OutcomeNone    Outcome = iota
	SeenNow                // 现在就看: a number in the walk-in queue
	Booked                 // 预约
	AcceptedNow            // 当场受理 (walk-in: 立案受理)
	TransferredOut         // 转交
	NotAccepted            // 不予受理
	AdviceOnly             // 只是咨询
	SettledOnSpot          // 当场调解成功 (walk-in only)
	JointProposed          // 提请集中会诊 (walk-in only)
	OnInCase               // 在本案中继续: the visit was about a case that is there
)

// Slot is a stretch of one day, in minutes after midnight.
type Slot struct {
	Day  Day `cbor:"1,keyasint,omitempty"`
	From int `cbor:"2,keyasint,omitempty"`
	To   int `cbor:"3,keyasint,omitempty"`
}

// Overlaps reports whether two slots share a minute.
func (s Slot) Overlaps(o Slot) bool { return s.Day == o.Day && s.From < o.To && o.From < s.To }

// Before reports whether a slot begins before another.
func (s Slot) Before(o Slot) bool { return s.Day < o.Day || s.Day == o.Day && s.From < o.From }

// Mode is how an appointment is held.
type Mode uint8

const (
	InRoom  Mode = iota // 来中心
	ByPhone             // 电话
	ByVideo             // 视频
	AtHome              // 上门
)

// Modes are the ways in which somebody is met, the usual one first.
func Modes() []Mode { return []Mode{InRoom, ByPhone, ByVideo, AtHome} }

// Intake is what the front desk writes down about a visitor and the dispute (受理登记表). It is
// the draft while it is written and travels with the visitor until a case is opened.
type Intake struct {
	Parties      []Party `cbor:"1,keyasint,omitempty"`
	Matter       `cbor:"30,keyasint"`
	PartyRefuses bool   `cbor:"17,keyasint,omitempty"` // a party clearly refuses mediation [law 17]
	Bar          Bar    `cbor:"18,keyasint,omitempty"`
	End          Ending `cbor:"21,keyasint,omitempty"`
	intakeBefore
}

// Ending is where an intake or a walk-in leads and what that needs.
type Ending struct {
	Outcome   Outcome    `cbor:"1,keyasint,omitempty"`
	Reason    string     `cbor:"2,keyasint,omitempty"` // not accepted, transferred, joint
	Referral  string     `cbor:"3,keyasint,omitempty"` // where the person was sent
	To        string     `cbor:"4,keyasint,omitempty"` // transferred to
	Advice    string     `cbor:"5,keyasint,omitempty"`
	Slot      Slot       `cbor:"6,keyasint,omitempty"`
	Room      string     `cbor:"7,keyasint,omitempty"`
	Mode      Mode       `cbor:"8,keyasint,omitempty"`
	Mediator  MediatorID `cbor:"9,keyasint,omitempty"`
	Terms     string     `cbor:"10,keyasint,omitempty"` // settled on the spot: what was agreed
	Amount    int64      `cbor:"11,keyasint,omitempty"` // settled on the spot, fen
	Performed bool       `cbor:"12,keyasint,omitempty"` // performed on the spot
	Mediated  string     `cbor:"13,keyasint,omitempty"` // the mediator's name, kept for records
	Place     string     `cbor:"14,keyasint,omitempty"` // at home: where
	ToBody    BodyID     `cbor:"15,keyasint,omitempty"` // transferred to: the body, where it is on file
	At        int        `cbor:"-"`                     // of a visit of a day before: the minute at which it ended, 0 when the hall closed
}

// Whole is an ending with what follows where nobody said: how long an appointment is.
func (e Ending) Whole(s Settings) Ending {
	if e.Slot.From > 0 && e.Slot.To == 0 {
		e.Slot.To = e.Slot.From + s.Slot
	}
	return e
}

// Said is what a visitor was told at the end, in the words of whoever wrote it.
func (e Ending) Said() string {
	var out []string
	for _, s := range []string{e.Advice, e.Terms, e.Reason, e.Referral, e.To} {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "；")
}

// Of lists the parties on a side.
func (in Intake) Of(side Side) []Party { return partiesOf(in.Parties, side) }

func partiesOf(all []Party, side Side) []Party {
	var out []Party
	for _, p := range all {
		if p.Side == side && p.Details.Name != "" {
			out = append(out, p)
		}
	}
	return out
}

// Check applies the rules of intake (DOMAIN: free, oral or written; refusal; risk). It
// returns the first thing that must be mended, with its field, or nil. A draft may be
// kept however incomplete it is; only finishing it is checked.
func (in Intake) Check(s Settings, today Day) *Error {
	if err := in.checkParties(s, today); err != nil {
		return err
	}
	if in.bareNow() {
		return nil
	}
	if err := in.Matter.check(s); err != nil {
		return err
	}
	return in.checkEnding(s, today)
}

func (in Intake) checkParties(s Settings, today Day) *Error {
	ours, theirs := in.Of(Applicant), in.Of(Respondent)
	if len(ours) == 0 {
		return Refuse(ErrNoApplicant).In("applicant")
	}
	if len(theirs) == 0 && in.End.Outcome != AdviceOnly && in.End.Outcome != NotAccepted && !in.bareNow() {
		return Refuse(ErrNoRespondent).In("respondent")
	}
	if err := twoSides(in.Parties); err != nil {
		return err.In("respondent")
	}
	for _, side := range [][]Party{ours, theirs} {
		if err := checkRepresentatives(side, s); err != nil && in.End.Outcome != AdviceOnly && in.End.Outcome != NotAccepted {
			return err
		}
	}
	for _, p := range in.Parties {
		if err := p.Details.Check(today); err != nil {
			return err.In(fieldOf(p.Side))
		}
		if err := p.checkGuardian(today); err != nil && in.End.Outcome != AdviceOnly {
			return err.In(fieldOf(p.Side))
		}
	}
	return nil
}

// twoSides refuses one person, or one document, on both sides.
func twoSides(parties []Party) *Error {
	for _, a := range partiesOf(parties, Applicant) {
		for _, b := range partiesOf(parties, Respondent) {
			if a.Person != 0 && a.Person == b.Person || a.Details.DocNumber != "" && a.Details.DocNumber == b.Details.DocNumber {
				return Refuse(ErrSamePerson, "name", a.Details.Name)
			}
		}
	}
	return nil
}

// checkGuardian refuses a minor without a guardian.
func (p Party) checkGuardian(today Day) *Error {
	if p.Details.Kind == Natural && p.Details.Birth != 0 && Age(p.Details.Birth, today) < 18 && p.Guardian == "" {
		return Refuse(ErrGuardian, "name", p.Details.Name)
	}
	return nil
}

func fieldOf(s Side) string {
	if s == Respondent {
		return "respondent"
	}
	return "applicant"
}

// checkRepresentatives: more than five on one side choose at most five (DOMAIN §3.11).
func checkRepresentatives(side []Party, s Settings) *Error {
	if len(side) <= s.RepsFrom {
		return nil
	}
	n := 0
	for _, p := range side {
		if p.Representative {
			n++
		}
	}
	if n < 1 || n > s.MaxReps {
		return Refuse(ErrRepresentatives, "n", len(side), "most", s.MaxReps).In(fieldOf(side[0].Side))
	}
	return nil
}

// Check looks at one person's details: what is there must be right, nothing need be there.
func (d Details) Check(today Day) *Error {
	if digitsIn(d.Name) >= 7 { // it would stand unmasked on every screen
		return Refuse(ErrNameNumber)
	}
	if bad := CheckVillage(d.Village); bad != nil {
		return bad
	}
	switch {
	case d.DocNumber == "":
	case d.Doc == DocCredit:
		if bad := CheckCredit(d.DocNumber); bad != nil {
			return bad
		}
	case d.Doc == DocIDCard && d.Kind == Natural:
		if _, _, err := ParseIDCard(d.DocNumber, today); err != nil && CheckCredit(d.DocNumber) == nil {
			return Refuse(ErrCreditPerson)
		} else if err != nil {
			return err.(*Error)
		}
	}
	if d.Phone != "" {
		return CheckPhone(d.Phone)
	}
	return nil
}

func (in Intake) checkEnding(s Settings, today Day) *Error {
	out := in.End.Outcome
	if out == OutcomeNone {
		return Refuse(ErrRequired).In("outcome")
	}
	mediates := out != NotAccepted && out != AdviceOnly && out != TransferredOut
	if in.PartyRefuses && mediates {
		return Refuse(ErrPartyRefused).In("outcome")
	}
	if in.Bar != BarNone && mediates {
		return Refuse(ErrBarred, "bar", in.Bar).In("outcome")
	}
	return in.End.Check(s, today)
}

// Check looks at what an ending needs besides the outcome itself.
func (e Ending) Check(s Settings, today Day) *Error {
	switch e.Outcome {
	case NotAccepted:
		if e.Reason == "" {
			return Refuse(ErrReason).In("reason")
		}
		if e.Referral == "" {
			return Refuse(ErrReferral).In("referral")
		}
	case TransferredOut:
		if e.To == "" {
			return Refuse(ErrTransferTo).In("to")
		}
		if e.Reason == "" {
			return Refuse(ErrReason).In("reason")
		}
	case AdviceOnly:
		if e.Advice == "" {
			return Refuse(ErrAdvice).In("advice")
		}
	case JointProposed:
		if e.Reason == "" {
			return Refuse(ErrReason).In("reason")
		}
	case SettledOnSpot:
		if e.Terms == "" {
			return Refuse(ErrTerms).In("terms")
		}
		if !e.Performed { // what is performed later should be written (Ningbo rules art. 24)
			return Refuse(ErrOnSpotOnly).In("performed")
		}
	case Booked:
		return e.checkSlot(s, today)
	}
	return nil
}

func (e Ending) checkSlot(s Settings, today Day) *Error {
	switch {
	case e.Slot.Day == 0:
		return Refuse(ErrRequired).In("day")
	case e.Slot.Day < today:
		return Refuse(ErrSlotPast).In("day")
	case e.Slot.To <= e.Slot.From || e.Slot.From < 0 || e.Slot.To > 24*60:
		return Refuse(ErrSlotOrder).In("time")
	case !s.InHours(e.Slot.From, e.Slot.To):
		return Refuse(ErrSlotHours, "from", s.Open[0], "to", s.Open2[1]).In("time")
	case e.Mode == InRoom && !s.HasRoom(e.Room):
		return Refuse(ErrUnknownRoom, "room", e.Room).In("room")
	}
	return nil
}

// DraftKind says what kind of form a draft belongs to.
type DraftKind uint8

const (
	DraftIntake    DraftKind = iota // an intake
	DraftSession                    // a session record on a case
	DraftAgreement                  // an agreement on a case
	DraftWalkIn                     // the advice and end of a walk-in
	DraftOther                      // any other form on a case
	DraftHandover                   // what somebody hands over when signing off duty
	DraftBooking                    // an appointment, in the calendar
	DraftJoint                      // the record of a joint consultation
	DraftFollowUp                   // the record of a follow-up
	DraftBody                       // a resource body
	DraftRoster                     // an entry on the roster
	DraftOrg                        // an organisation, or what should have one
	DraftStudio                     // a brand studio
	DraftDuty                       // the log on duty, or the record of a rotation day
	DraftRota                       // something about the duty plan
	DraftAccount                    // an account, without its password
	DraftSettings                   // the hall's settings
	DraftPerson                     // what is put right of a person
	DraftOrder                      // an order, or what is done with one
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
