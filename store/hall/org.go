package hall

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
	Past     []OrgPast `cbor:"21,keyasint,omitempty"` // oldest first
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

// Check8 looks whether a committee is made up as article 8 of the law asks: three to nine
// members, one head, and a woman among several. Who is suspended or gone does not count.
// Nothing here is refused: a committee short of people is worked with, and shown.
func Check8(members []Member) []*Error {
	n, heads, women := 0, 0, 0
	for _, m := range members {
		if m.Status != Active {
			continue
		}
		n++
		if m.Head {
			heads++
		}
		if m.Sex == Female {
			women++
		}
	}
	var out []*Error
	switch {
	case n < LeastSeats:
		out = append(out, Refuse(ErrSeatsFew, "n", n, "least", LeastSeats))
	case n > MostSeats:
		out = append(out, Refuse(ErrSeatsMany, "n", n, "most", MostSeats))
	}
	switch {
	case heads == 0:
		out = append(out, Refuse(ErrNoHead))
	case heads > 1:
		out = append(out, Refuse(ErrTwoHeads, "n", heads))
	}
	if n > 1 && women == 0 {
		out = append(out, Refuse(ErrNoWoman))
	}
	return out
}

// Check says what an organisation's record lacks.
func (o Org) Check() *Error {
	switch {
	case o.Name == "":
		return Refuse(ErrRequired).In("name")
	case o.Kind == OrgTrade && o.Industry == "":
		return Refuse(ErrRequired).In("industry")
	case o.Seats != 0 && (o.Seats < LeastSeats || o.Seats > MostSeats):
		return Refuse(ErrBetween, "least", LeastSeats, "most", MostSeats).In("seats")
	case o.Parent == o.ID && o.ID != 0:
		return Refuse(ErrOwnParent).In("parent")
	case o.Phone != "" && CheckPhone(o.Phone) != nil:
		return Refuse(ErrPhone).In("phone")
	}
	return nil
}

// CheckParent says why one organisation may not guide another: its level must lie above, a
// circle cannot be.
func CheckParent(o, parent Org) *Error {
	if rank(parent.Level) <= rank(o.Level) {
		return Refuse(ErrParentLevel, "name", parent.Name).In("parent")
	}
	return nil
}

// rank orders the three levels, the village first.
func rank(l Level) int { return map[Level]int{Village: 0, Township: 1, County: 2}[l] }

// On is what the organisation was on a day.
func (o Org) On(day Day) OrgPast {
	for _, p := range o.Past {
		if day >= p.From && day <= p.To {
			return p
		}
	}
	return OrgPast{From: o.Since, To: o.Closed, Name: o.Name, Level: o.Level, Kind: o.Kind, Industry: o.Industry, Parent: o.Parent}
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

// StudioKind is on what a brand studio (品牌调解室) is built.
type StudioKind uint8

const (
	StudioHome   StudioKind = iota // 乡情式
	StudioElder                    // 乡贤式
	StudioExpert                   // 专业式
)

// StudioKinds lists them in the order they are shown.
func StudioKinds() []StudioKind { return []StudioKind{StudioHome, StudioElder, StudioExpert} }

// Studio is a brand studio (品牌调解室): a place or a team known by name, built on a person's
// own way of mediating. Its people are the mediators whose Studio it is.
type Studio struct {
	ID      StudioID   `cbor:"1,keyasint"`
	Rev     uint64     `cbor:"2,keyasint"`
	Name    string     `cbor:"3,keyasint"`
	Kind    StudioKind `cbor:"4,keyasint,omitempty"`
	Org     OrgID      `cbor:"5,keyasint,omitempty"` // to which it belongs
	OrgName string     `cbor:"6,keyasint,omitempty"`
	Place   string     `cbor:"7,keyasint,omitempty"`
	Way     string     `cbor:"8,keyasint,omitempty"` // 工作法
	Special []string   `cbor:"9,keyasint,omitempty"` // dispute type codes
	Founded Day        `cbor:"10,keyasint,omitempty"`
	Closed  Day        `cbor:"11,keyasint,omitempty"`
	Honours string     `cbor:"12,keyasint,omitempty"` // what it was given
	Note    string     `cbor:"13,keyasint,omitempty"`
}

// SiteKind is what should have a committee of its own.
type SiteKind uint8

const (
	SiteVillage    SiteKind = iota // 村、社区
	SiteEnterprise                 // 企业
	SitePark                       // 园区
	SiteMarket                     // 市场
	SiteIndustry                   // 行业
)

// SiteKinds lists them in the order they are shown.
func SiteKinds() []SiteKind {
	return []SiteKind{SiteVillage, SiteEnterprise, SitePark, SiteMarket, SiteIndustry}
}

// Site is a village, an enterprise, a park, a market or an industry that should have a
// committee (应建): with the organisation that looks after it, if it has one.
type Site struct {
	ID       SiteID   `cbor:"1,keyasint"`
	Rev      uint64   `cbor:"2,keyasint"`
	Name     string   `cbor:"3,keyasint"`
	Kind     SiteKind `cbor:"4,keyasint,omitempty"`
	Township string   `cbor:"5,keyasint,omitempty"`
	Org      OrgID    `cbor:"6,keyasint,omitempty"` // zero: it lacks one
	OrgName  string   `cbor:"7,keyasint,omitempty"`
	Off      bool     `cbor:"8,keyasint,omitempty"` // merged or closed: nothing is needed any more
}
