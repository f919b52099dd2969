package hall

import "slices"

// OrgKind is what kind of mediation organisation it is (调解组织), as the statistics cut by
// body (DOMAIN §5).
type OrgKind uint8

const (
	OrgVillage     OrgKind = iota // 村调委会
	OrgResidential                // 居、社区调委会
	OrgTownship                   // 乡镇调委会
	OrgSubdistrict                // 街道调委会
	OrgEnterprise                 // 企事业单位
	OrgTrade                      // 行业性、专业性, with its industry
	OrgPark                       // 工业园区
	OrgMarket                     // 市场
	OrgChamber                    // 商会
	OrgOther                      // 社会团体和其他组织
)

// OrgKinds lists them in the order they are shown.
func OrgKinds() []OrgKind {
	out := make([]OrgKind, OrgOther+1)
	for i := range out {
		out[i] = OrgKind(i)
	}
	return out
}

// Uniform are the six things every committee has alike (六统一), a bit each.
type Uniform uint8

const (
	UniformSign     Uniform = 1 << iota // 标牌
	UniformSeal                         // 印章
	UniformBadge                        // 标识
	UniformCourse                       // 程序
	UniformRules                        // 制度
	UniformPapers                       // 文书
	uniformComplete = 1<<iota - 1
)

// Uniforms lists the six in the order they are shown.
func Uniforms() []Uniform {
	return []Uniform{UniformSign, UniformSeal, UniformBadge, UniformCourse, UniformRules, UniformPapers}
}

// Complete reports whether all six are there.
func (u Uniform) Complete() bool { return u == uniformComplete }

// Org is a mediation organisation (人民调解组织): a committee of a village, a township, an
// enterprise, a trade. Its people are the mediators whose Org it is; their standing says
// who was there when. They form a tree of three levels.
type Org struct {
	ID       OrgID     `cbor:"1,keyasint"`
	Rev      uint64    `cbor:"2,keyasint"`
	Name     string    `cbor:"3,keyasint"`
	Level    Level     `cbor:"4,keyasint,omitempty"`
	Kind     OrgKind   `cbor:"5,keyasint,omitempty"`
	Industry string    `cbor:"6,keyasint,omitempty"` // of a trade's
	Parent   OrgID     `cbor:"7,keyasint,omitempty"` // who guides it; zero: at the top
	Site     SiteID    `cbor:"8,keyasint,omitempty"` // the village, enterprise … it is there for
	Seats    int       `cbor:"9,keyasint,omitempty"` // how many members it is to have
	Terms    []Term    `cbor:"10,keyasint,omitempty"`
	Number   string    `cbor:"11,keyasint,omitempty"` // 备案号
	Filed    Day       `cbor:"12,keyasint,omitempty"` // 备案日期
	Seal     string    `cbor:"13,keyasint,omitempty"` // what the seal says, or who keeps it
	Uniform  Uniform   `cbor:"14,keyasint,omitempty"`
	Address  string    `cbor:"15,keyasint,omitempty"`
	Phone    string    `cbor:"16,keyasint,omitempty"`
	Founded  Day       `cbor:"17,keyasint,omitempty"`
	Closed   Day       `cbor:"18,keyasint,omitempty"` // dissolved, on
	Why      string    `cbor:"19,keyasint,omitempty"` // why dissolved
	Since    Day       `cbor:"20,keyasint,omitempty"` // as it is now since
	Past     []OrgPast `cbor:"21,keyasint,omitempty"` // oldest first, without gaps
	Filings  []Filing  `cbor:"22,keyasint,omitempty"`
	Note     string    `cbor:"23,keyasint,omitempty"`
}

// OrgPast is what an organisation was for a time.
type OrgPast struct {
	From     Day     `cbor:"1,keyasint,omitempty"`
	To       Day     `cbor:"2,keyasint"`
	Name     string  `cbor:"3,keyasint,omitempty"`
	Level    Level   `cbor:"4,keyasint,omitempty"`
	Kind     OrgKind `cbor:"5,keyasint,omitempty"`
	Industry string  `cbor:"6,keyasint,omitempty"`
	Parent   OrgID   `cbor:"7,keyasint,omitempty"`
	Why      string  `cbor:"8,keyasint,omitempty"`
}

// Member is one of an organisation's people, or of a studio's.
type Member struct {
	ID     MediatorID     `cbor:"1,keyasint"`
	Name   string         `cbor:"2,keyasint,omitempty"`
	Sex    Sex            `cbor:"3,keyasint,omitempty"`
	Head   bool           `cbor:"4,keyasint,omitempty"` // of the committee, or who leads the studio
	Status MediatorStatus `cbor:"5,keyasint,omitempty"`
	Term   Day            `cbor:"6,keyasint,omitempty"` // his term's last day
}

// Seats of a committee [law 8]: three to nine members.
const (
	LeastSeats = 3
	MostSeats  = 9
)

// Makeup is how a committee is made up: who is suspended or gone does not count.
type Makeup struct {
	Members int        `cbor:"1,keyasint,omitempty"`
	Women   int        `cbor:"2,keyasint,omitempty"`
	Heads   int        `cbor:"3,keyasint,omitempty"`
	Head    MediatorID `cbor:"4,keyasint,omitempty"` // the one who heads it; zero: nobody, or several
	Name    string     `cbor:"5,keyasint,omitempty"` // his
}

// MakeupOf counts a committee's members.
func MakeupOf(members []Member) Makeup {
	var out Makeup
	for _, m := range members {
		if m.Status != Active {
			continue
		}
		out.Members++
		if m.Sex == Female {
			out.Women++
		}
		if m.Head {
			out.Heads++
			out.Head, out.Name = m.ID, m.Name
		}
	}
	if out.Heads != 1 {
		out.Head, out.Name = 0, ""
	}
	return out
}

// Check8 looks whether a committee is made up as article 8 of the law asks: three to nine
// members, one head, and a woman among several. Nothing here is refused: a committee short
// of people is worked with, and shown.
func (m Makeup) Check8() []*Error {
	var out []*Error
	switch {
	case m.Members < LeastSeats:
		out = append(out, Refuse(ErrSeatsFew, "n", m.Members, "least", LeastSeats))
	case m.Members > MostSeats:
		out = append(out, Refuse(ErrSeatsMany, "n", m.Members, "most", MostSeats))
	}
	switch {
	case m.Heads == 0:
		out = append(out, Refuse(ErrNoHead))
	case m.Heads > 1:
		out = append(out, Refuse(ErrTwoHeads, "n", m.Heads))
	}
	if m.Members > 1 && m.Women == 0 {
		out = append(out, Refuse(ErrNoWoman))
	}
	return out
}

// Check says what an organisation's record lacks.
func (o Org) Check() *Error {
	switch {
	case o.Name == "":
		return Refuse(ErrRequired).In(FieldName)
	case o.Kind == OrgTrade && o.Industry == "":
		return Refuse(ErrRequired).In(FieldIndustry)
	case o.Seats != 0 && (o.Seats < LeastSeats || o.Seats > MostSeats):
		return Refuse(ErrBetween, "least", LeastSeats, "most", MostSeats).In(FieldSeats)
	case o.Parent == o.ID && o.ID != 0:
		return Refuse(ErrOwnParent).In(FieldParent)
	case o.Phone != "" && CheckPhone(o.Phone) != nil:
		return Refuse(ErrPhone).In(FieldPhone)
	}
	return nil
}

// CheckParent says why one organisation may not guide another: its level must lie above, a
// circle cannot be.
func CheckParent(o, parent Org) *Error {
	if parent.Level.Rank() <= o.Level.Rank() {
		return Refuse(ErrParentLevel, "name", parent.Name).In(FieldParent)
	}
	return nil
}

// Rank orders the three levels, the village first.
func (l Level) Rank() int { return map[Level]int{Village: 0, Township: 1, County: 2}[l] }

// now is what the organisation is at present, as a stretch of its history.
func (o Org) now() OrgPast {
	return OrgPast{From: o.Since, To: o.Closed, Name: o.Name, Level: o.Level, Kind: o.Kind, Industry: o.Industry, Parent: o.Parent}
}

// On is what the organisation was on a day; false when it was not there yet, or no more.
func (o Org) On(day Day) (OrgPast, bool) {
	if day < o.Founded || o.Closed != 0 && day > o.Closed {
		return OrgPast{}, false
	}
	for _, p := range o.Past {
		if day >= p.From && day <= p.To {
			return p, true
		}
	}
	return o.now(), true
}

// Became is the organisation now, after a change that holds from a day on: what it was till
// then goes into Past with the reason. A change on the day of the last one takes its place,
// and one of nothing that reports ask for leaves no trace. ErrDayBefore when it would hold
// from before the last change.
func (o Org) Became(was Org, from Day, why string) (Org, *Error) {
	o.Past, o.Since = slices.Clone(was.Past), was.Since
	old, now := was.now(), o.now()
	now.To = old.To
	if now == old {
		return o, nil
	}
	if begun := max(was.Since, was.Founded); from < begun {
		return o, Refuse(ErrDayBefore, "day", begun).In(FieldFrom)
	} else if from > begun {
		old.To, old.Why = from-1, why
		o.Past, o.Since = append(o.Past, old), from
	}
	return o, nil
}

// Changed reports whether what has to be reported for filing differs.
func (o Org) Changed(was Org) bool {
	a, b := o.now(), was.now()
	a.From, a.To, b.From, b.To = 0, 0, 0, 0
	return a != b
}

// Report puts down that a change is to be reported within thirty working days. What is not
// reported yet and was due for the same cause is reported with it, and the report that a
// new organisation is there tells who heads it too.
func (o *Org) Report(c *Calendar, what FilingCause, day Day) {
	for _, f := range o.Filings {
		if f.Filed == 0 && (f.What == what || f.What == FilingNew && what != FilingLeft) {
			return
		}
	}
	o.Filings = append(slices.Clone(o.Filings), Filing{What: what, Changed: day, Due: FilingDue(c, day)})
}

// Reminders lists what is due about an organisation that still is.
func (o Org) Reminders() []Reminder {
	var out []Reminder
	if end := TermEnd(o.Terms); end != 0 && o.Closed == 0 {
		out = append(out, Reminder{Day: end, Kind: RemindOrgTerm, Org: o.ID, Name: o.Name})
	}
	if f, ok := Unfiled(o.Filings); ok {
		out = append(out, Reminder{Day: f.Due, Kind: RemindOrgFiling, Org: o.ID, Name: o.Name})
	}
	return out
}
