package hall

// Confirmation is an application for judicial confirmation (司法确认) of an agreement, and what the court
// said to it (CPL 2023 art. 205–206).
type Confirmation struct {
	Applied    Day          `cbor:"1,keyasint"`
	Court      string       `cbor:"2,keyasint,omitempty"`
	About      ConfirmWhat  `cbor:"3,keyasint,omitempty"` // what is to be confirmed
	Late       bool         `cbor:"4,keyasint,omitempty"` // after the last day: only the court decides
	Enclosures []Enclosure  `cbor:"5,keyasint,omitempty"`
	Answer     CourtAnswer  `cbor:"6,keyasint,omitempty"` // the last one
	Taken      Day          `cbor:"7,keyasint,omitempty"` // accepted by the court
	Extended   Day          `cbor:"8,keyasint,omitempty"`
	Ruled      Day          `cbor:"9,keyasint,omitempty"`  // ruled on, not accepted, or taken back
	Paper      string       `cbor:"10,keyasint,omitempty"` // the number of the ruling
	Ground     RejectGround `cbor:"11,keyasint,omitempty"`
	Note       string       `cbor:"12,keyasint,omitempty"`
	AnswerBy   Day          `cbor:"13,keyasint,omitempty" trail:"-"` // until when the court's next answer is due
}

// ConfirmWhat is what the court is asked to confirm. Whether it can follows from this, not from the
// kind of dispute: maintenance, a dowry, the parting of property can be confirmed where a divorce
// cannot.
type ConfirmWhat uint8

const (
	ConfirmPaying  ConfirmWhat = iota + 1 // 给付钱物、做什么或不做什么
	ConfirmFamily                         // 抚养费、赡养费、彩礼、财产分割
	ConfirmStatus                         // 离婚、收养、亲子关系: not accepted
	ConfirmOwner                          // 确认房屋、土地、知识产权归谁: not accepted
	ConfirmSpecial                        // 适用其他特别程序、公示催告、破产的: not accepted
)

// ConfirmWhats lists them in the order shown.
func ConfirmWhats() []ConfirmWhat {
	return []ConfirmWhat{ConfirmPaying, ConfirmFamily, ConfirmStatus, ConfirmOwner, ConfirmSpecial}
}

// Barred reports whether a court will not take such an application. It is said and asked about, not refused:
// only the court decides.
func (w ConfirmWhat) Barred() bool {
	return w == ConfirmStatus || w == ConfirmOwner || w == ConfirmSpecial
}

// Enclosure is a paper that goes with the application.
type Enclosure uint8

const (
	EncloseAgreement Enclosure = iota + 1 // 调解协议
	EncloseIdentity                       // 身份证明
	EncloseStanding                       // 主体资格证明: an organisation's
	EncloseCommittee                      // 主持调解的调委会证明
	EnclosePower                          // 授权委托书
	EncloseProof                          // 与协议有关的财产权利证明、证据
	EncloseLetter                         // 委派（委托）调解函
	EncloseAddress                        // 送达地址和联系方式确认
)

// Enclosures are the papers that an application for a case needs.
func Enclosures(c Case) []Enclosure {
	out := []Enclosure{EncloseAgreement, EncloseIdentity}
	org, proxy := false, false
	for _, p := range c.Parties {
		org, proxy = org || p.Details.Kind == Organisation, proxy || p.Proxy != ""
	}
	if org {
		out = append(out, EncloseStanding)
	}
	out = append(out, EncloseCommittee)
	if proxy {
		out = append(out, EnclosePower)
	}
	out = append(out, EncloseProof)
	if c.Source == SourceEntrusted {
		out = append(out, EncloseLetter)
	}
	return append(out, EncloseAddress)
}

// CourtAnswer is what a court said to an application.
type CourtAnswer uint8

const (
	CourtTook      CourtAnswer = iota + 1 // 受理
	CourtTookNot                          // 不予受理
	CourtExtended                         // 延长审查期限
	CourtConfirmed                        // 裁定确认有效
	CourtRejected                         // 裁定驳回
	CourtTakenBack                        // 当事人撤回申请
)

// Ended reports whether nothing more is to come from the court.
func (a CourtAnswer) Ended() bool {
	return a == CourtTookNot || a == CourtConfirmed || a == CourtRejected || a == CourtTakenBack
}

// RejectGround is why a court did not confirm.
type RejectGround uint8

const (
	GroundUnlawful  RejectGround = iota + 1 // 违反法律强制性规定
	GroundPublic                            // 损害国家、社会公共利益或他人权益
	GroundMorals                            // 违背公序良俗
	GroundUnwilling                         // 违反自愿原则
	GroundUnclear                           // 内容不明确
	GroundOther                             // 其他
)

// RejectGrounds lists them in the order shown.
func RejectGrounds() []RejectGround {
	return []RejectGround{GroundUnclear, GroundUnlawful, GroundPublic, GroundMorals, GroundUnwilling, GroundOther}
}

// How long a court has, in days: to take the application, to rule on it, and by how much it may extend
// that (CPL 2023 art. 206 and the Supreme Court's interpretation).
const (
	courtTakes   = 3
	courtRules   = 15
	courtExtends = 10
)

// Leads are the answers that a court can give now.
func (c Confirmation) Leads() []CourtAnswer {
	switch c.Answer {
	case 0:
		return []CourtAnswer{CourtTook, CourtTookNot, CourtTakenBack}
	case CourtTook:
		return []CourtAnswer{CourtConfirmed, CourtRejected, CourtExtended, CourtTakenBack}
	case CourtExtended:
		return []CourtAnswer{CourtConfirmed, CourtRejected, CourtTakenBack}
	}
	return nil
}

// Refused reports whether the court did not confirm: the parties can make a changed or a new
// agreement, or go to court.
func (c Confirmation) Refused() bool { return c.Answer == CourtTookNot || c.Answer == CourtRejected }

// CourtsAnswer is what is written down of a court's answer.
type CourtsAnswer struct {
	Answer CourtAnswer
	Day    Day
	Paper  string
	Ground RejectGround
	Note   string
}

// answer writes a court's answer down.
func (c *Confirmation) answer(w CourtsAnswer, today Day, calendar *Calendar) *Error {
	if w.Answer == 0 {
		return Refuse(ErrRequired).In("answer")
	}
	if bad := happened(w.Day, max(c.Applied, c.Taken, c.Extended), today, "day"); bad != nil {
		return bad
	}
	if w.Answer == CourtRejected && w.Ground == 0 {
		return Refuse(ErrRequired).In("ground")
	}
	end := func(from Day, days int) Day { return Period{From: from, N: days, Roll: true}.End(calendar).Day }
	c.Answer, c.Note, c.Paper = w.Answer, w.Note, w.Paper
	switch w.Answer {
	case CourtTook:
		c.Taken, c.AnswerBy = w.Day, end(w.Day, courtRules)
	case CourtExtended:
		c.Extended, c.AnswerBy = w.Day, end(c.Taken, courtRules+courtExtends)
	default:
		c.Ruled, c.AnswerBy = w.Day, 0
		if w.Answer == CourtRejected || w.Answer == CourtTookNot {
			c.Ground = w.Ground
		}
	}
	return nil
}

// apply looks at an application and completes it: both parties together (CPL 2023 art. 205), not before
// the agreement binds. One that comes after the last day is recorded all the same, and marked:
// only the court decides.
func (a *Agreement) apply(w Confirmation, both bool, r Rules) *Error {
	switch {
	case a.Effective() == 0 || w.Applied < a.Effective():
		return Refuse(ErrConfirmEarly).In("day")
	case w.Applied > r.today():
		return Refuse(ErrDayFuture).In("day")
	case !both:
		return Refuse(ErrBothParties).In("both")
	case w.About == 0:
		return Refuse(ErrRequired).In("about")
	case w.Court == "":
		return Refuse(ErrRequired).In("to")
	}
	w.Late = w.Applied > a.ConfirmBy(r.Settings.Confirm, r.Calendar).Day
	w.AnswerBy = Period{From: w.Applied, N: courtTakes, Roll: true}.End(r.Calendar).Day
	a.Confirmations = append(a.Confirmations, w)
	return nil
}
