package hall

import (
	"slices"
	"time"
)

// State is where a case stands in its course (DOMAIN §3).
type State uint8

const (
	Registered  State = iota // 已登记
	Refused                  // 不予受理
	Accepted                 // 已受理
	Mediating                // 调解中
	Paused                   // 中止: an appraisal, which is not counted in the time limit, or another reason, which is
	Agreed                   // 已达成协议, not yet in force
	Performing               // 履行中: in force
	Performed                // 已履行
	Failed                   // 调解不成: only in what an older program wrote; Terminated since, with its cause
	Terminated               // 终止: one end, with a cause (DOMAIN §3.6)
	Withdrawn                // 撤回
	Transferred              // 已流转
	Filed                    // 已归档
	Unperformed              // 未履行: an agreement that was not performed, with the way told
)

// States lists them all, in the course's order.
func States() []State {
	return []State{Registered, Refused, Accepted, Mediating, Paused, Agreed, Performing, Performed, Unperformed, Terminated, Withdrawn, Transferred, Filed}
}

// Pause is what a paused case waits for.
type Pause uint8

const (
	PauseAppraisal Pause = iota // 鉴定、评估: its days are not counted in the time limit (DOMAIN §3.7)
	PauseOther                  // another reason: the limit runs on
)

// EndCause is why mediation was terminated: one row of the statistic, whatever the cause (DOMAIN §3.6).
type EndCause uint8

const (
	EndNone       EndCause = iota
	EndNotSettled          // 调解不成
	EndRefused             // 一方拒绝
	EndOverdue             // 超期
	EndElsewhere           // 起诉或仲裁
	EndOther               // 其他
)

// EndCauses lists them in the order shown.
func EndCauses() []EndCause {
	return []EndCause{EndNotSettled, EndRefused, EndOverdue, EndElsewhere, EndOther}
}

// Open reports whether somebody still has to do something before the dispute is decided.
func (s State) Open() bool {
	switch s {
	case Registered, Accepted, Mediating, Paused, Agreed, Performing:
		return true
	}
	return false
}

// Case is a dispute from its registration to the filed dossier (案件).
type Case struct {
	ID      CaseID  `cbor:"1,keyasint"`
	Rev     uint64  `cbor:"2,keyasint"`
	Number  string  `cbor:"3,keyasint,omitempty"` // (2026)百调字第1号, allotted on acceptance
	Year    int     `cbor:"4,keyasint,omitempty"` // of the number
	Seq     int     `cbor:"5,keyasint,omitempty"` // within organisation and year
	State   State   `cbor:"6,keyasint,omitempty"`
	Parties []Party `cbor:"7,keyasint,omitempty"`
	Matter

	Registered   time.Time `cbor:"30,keyasint"`
	RegisteredBy StaffID   `cbor:"31,keyasint,omitempty"`
	RegisteredAs string    `cbor:"32,keyasint,omitempty"` // the registrar's name
	Accepted     Day       `cbor:"33,keyasint,omitempty"`
	Respond      Day       `cbor:"34,keyasint,omitempty"` // first response due
	Deadline     Day       `cbor:"35,keyasint,omitempty"` // time limit (order 75 art. 33)
	Extended     int       `cbor:"36,keyasint,omitempty"` // how often, both parties asking
	PausedOn     Day       `cbor:"37,keyasint,omitempty"` // while paused
	Closed       Day       `cbor:"38,keyasint,omitempty"`
	Reason       string    `cbor:"39,keyasint,omitempty"` // why refused, ended, paused …
	Referral     string    `cbor:"40,keyasint,omitempty"` // the other ways the parties were told of [law 26]
	To           string    `cbor:"41,keyasint,omitempty"` // transferred to, as it was called then
	ToBody       BodyID    `cbor:"42,keyasint,omitempty"` // that body; 0: it is not on file
	Applied      Day       `cbor:"43,keyasint,omitempty"` // the day of the application; 0: as it was registered
	Goal         Day       `cbor:"44,keyasint,omitempty"` // by when it is to be finished, within the limit
	PausedFor    Pause     `cbor:"45,keyasint,omitempty"` // while paused: what is waited for
	PausedUntil  Day       `cbor:"46,keyasint,omitempty"` // while paused: when it is expected to go on
	AcceptBy     Day       `cbor:"47,keyasint,omitempty"` // while registered: by when it is accepted or refused
	FileBy       Day       `cbor:"48,keyasint,omitempty"` // once done: by when its dossier is filed

	Assigned    []Assignment  `cbor:"50,keyasint,omitempty"`
	Sessions    int           `cbor:"51,keyasint,omitempty"`
	LastResult  SessionResult `cbor:"52,keyasint,omitempty"`
	Corrections []Correction  `cbor:"55,keyasint,omitempty"`           // what was put right, the latest last
	Agreements  []Agreement   `cbor:"56,keyasint,omitempty"`           // in the order made; none is ever taken out
	Cause       EndCause      `cbor:"57,keyasint,omitempty"`           // why it was terminated
	Late        []LateEntry   `cbor:"58,keyasint,omitempty" trail:"-"` // what was entered on a later day than it happened
	Code        string        `cbor:"60,keyasint,omitempty" trail:"-"` // 一案一码: of the matter, and of the orders that belong to it
	Dossier     *Dossier      `cbor:"61,keyasint,omitempty" trail:"-"` // how its dossier was filed, the last time; nil: not yet, or by an older program
	Transfers   []Transfer    `cbor:"70,keyasint,omitempty" trail:"-"` // 流转: each time it was handed on; none is ever taken out
	Talks       []ClosedTalks `cbor:"62,keyasint,omitempty" trail:"-"` // 不公开调解, the latest last
	Reports     []Report      `cbor:"65,keyasint,omitempty" trail:"-"` // to authorities, beside the first to the police, which stands with the matter
	Danger      Day           `cbor:"66,keyasint,omitempty" trail:"-"` // since when its level is known; 0: there is none, or an older program wrote it
	Platform    Platform      `cbor:"75,keyasint,omitzero"`            // what the platforms ask beyond the register, completed later
	caseBefore
}

// Assignment is a mediator on a case, from–to. Who stood aside stays on record.
type Assignment struct {
	Mediator MediatorRef `cbor:"1,keyasint"`
	Chair    bool        `cbor:"2,keyasint,omitempty"` // 主持
	From     time.Time   `cbor:"3,keyasint"`
	To       time.Time   `cbor:"4,keyasint,omitempty"`
	Why      string      `cbor:"5,keyasint,omitempty"` // why he stood aside, or was taken in spite of a warning
}

// Mediators lists who is on the case now, the chair first.
func (c Case) Mediators() []MediatorRef {
	var out []MediatorRef
	for _, a := range c.Assigned {
		if !a.To.IsZero() {
			continue
		}
		if a.Chair {
			out = append([]MediatorRef{a.Mediator}, out...)
		} else {
			out = append(out, a.Mediator)
		}
	}
	return out
}

// Has reports whether a mediator is on the case now.
func (c Case) Has(id MediatorID) bool {
	for _, m := range c.Mediators() {
		if m.ID == id {
			return true
		}
	}
	return false
}

// Name is what a case is called: its number, or, before it has one, who asks first.
func (c Case) Name() string {
	if c.Number != "" {
		return c.Number
	}
	name, _ := First(c.Of(Applicant))
	return name
}

// Sides are the parties as they are read: the applicants, then the respondents, who joined later
// among those of the same side.
func (c Case) Sides() []Party { return append(c.Of(Applicant), c.Of(Respondent)...) }

// Of lists the parties on a side.
func (c Case) Of(side Side) []Party { return partiesOf(c.Parties, side) }

// PartyNames are the names of parties.
func PartyNames(parties []Party) []string {
	var out []string
	for _, p := range parties {
		out = append(out, p.Details.Name)
	}
	return out
}

// First is the first party's name on a side, and how many more there are.
func First(parties []Party) (name string, more int) {
	if len(parties) == 0 {
		return "", 0
	}
	return parties[0].Details.Name, len(parties) - 1
}

// WorksOn reports whether the actor works on the case: one of its mediators, whoever
// registered it, or the head. Others see identity numbers and telephones masked (law 15).
func (a Actor) WorksOn(c Case) bool {
	return a.Mediator != 0 && c.Has(a.Mediator) || a.Staff != 0 && a.Staff == c.RegisteredBy || a.May(MaySupervise)
}

// Meets reports whether the actor reads how to reach the parties of a case on the way to one of its
// consultations: who works on the case, and whoever makes the visit or sits in it.
func (a Actor) Meets(c Case, v Consultation) bool { return a.WorksOn(c) || v.With(a) }

// Veiled is a case as those read it who do not work on it: identity numbers, telephones and
// addresses are hidden, and what they were before too.
func (c Case) Veiled() Case {
	c.Parties = slices.Clone(c.Parties)
	for i := range c.Parties {
		c.Parties[i] = c.Parties[i].Masked()
	}
	c.Corrections = VeiledTrail(c.Corrections)
	return c
}

// MaySee reports whether the actor may open the case at all: a confidential one (不公开) is
// for its own mediators and the head only.
func (a Actor) MaySee(c Case) bool {
	if !a.May(MayRead) {
		return false
	}
	return !c.Confidential || a.clears(a.Mediator != 0 && c.Has(a.Mediator))
}

// Settled reports whether the case came to an agreement that was not given up again.
func (c Case) Settled() bool {
	switch c.State {
	case Agreed, Performing, Performed, Unperformed, Filed:
		return slices.ContainsFunc(c.Agreements, Agreement.Standing)
	}
	return false
}
