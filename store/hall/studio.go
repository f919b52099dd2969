package hall

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
	Why     string     `cbor:"14,keyasint,omitempty"` // why closed
}

// Check says what a studio's record lacks.
func (u Studio) Check(s Settings) *Error {
	if u.Name == "" {
		return Refuse(ErrRequired).In(FieldName)
	}
	for _, code := range u.Special {
		if _, ok := s.Type(code); !ok {
			return Refuse(ErrUnknownType, "type", code).In(FieldSpecial)
		}
	}
	return nil
}

// Results are cases that mediators handled, and how many of them came to an agreement.
type Results struct {
	Handled, Settled int
}

// Add puts two together.
func (r Results) Add(o Results) Results { return Results{r.Handled + o.Handled, r.Settled + o.Settled} }

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
	Why      string   `cbor:"9,keyasint,omitempty"` // why nothing is needed
}

// Lacks reports whether the site should have a committee and has none.
func (s Site) Lacks() bool { return !s.Off && s.Org == 0 }

// OrgKind is what kind of organisation such a site has.
func (k SiteKind) OrgKind() OrgKind {
	return [...]OrgKind{OrgVillage, OrgEnterprise, OrgPark, OrgMarket, OrgTrade}[k]
}

// Check says what a site's record lacks.
func (s Site) Check() *Error {
	switch {
	case s.Name == "":
		return Refuse(ErrRequired).In(FieldName)
	case s.Off && s.Why == "":
		return Refuse(ErrReason).In(FieldWhy)
	}
	return nil
}

// Covered counts the sites of a kind: how many should have a committee, and how many do.
type Covered struct {
	Kind     SiteKind
	All, Has int
}

// Percent is the share that is covered, as Share has it.
func (c Covered) Percent() int { return Share(c.Has, c.All) }

// Share is a part of a whole in hundredths of a percent, rounded half up (GB/T 8170); -1 of nothing. What
// is not whole is never 100 %.
func Share(part, whole int) int {
	if whole == 0 {
		return -1
	}
	n := (part*20000 + whole) / (2 * whole)
	if part < whole {
		n = min(n, 9999)
	}
	return n
}
