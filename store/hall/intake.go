package hall

import (
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
	FlagExtreme                    // 个人极端: somebody may do something extreme; the centre and the village too
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
