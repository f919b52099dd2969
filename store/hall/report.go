package hall

import (
	"slices"
	"time"
)

// Authority is to whom a dispute is reported: the police or the other authority concerned [law 25].
type Authority uint8

const (
	TellPolice  Authority = iota // 公安
	TellCentre                   // 综治中心
	TellVillage                  // 村（社区）, with its grid (网格)
	TellOther                    // another authority concerned
)

// Authorities lists them in the order asked.
func Authorities() []Authority { return []Authority{TellPolice, TellCentre, TellVillage, TellOther} }

// Report is that an authority was told of a dispute [law 25]. A case keeps every one.
type Report struct {
	At  time.Time `cbor:"1,keyasint"`
	To  Authority `cbor:"2,keyasint,omitempty"`
	Who string    `cbor:"3,keyasint"` // the person told, and where
	By  string    `cbor:"4,keyasint,omitempty"`
}

// Reported are all reports of a case in the order of their time: the first to the police, which an intake asks for,
// and the others.
func (c Case) Reported() []Report {
	var out []Report
	if c.Police.Done() {
		out = append(out, Report{At: c.Police.At, Who: c.Police.Officer, By: c.Police.By})
	}
	out = append(out, c.Reports...)
	slices.SortStableFunc(out, func(a, b Report) int { return a.At.Compare(b.At) })
	return out
}

// RiskLevel is how soon a dispute must be reported, as townships speak of it (DOMAIN §3.5).
type RiskLevel uint8

const (
	LevelNone   RiskLevel = iota
	LevelYellow           // 黄: the grid looks in
	LevelOrange           // 橙: reported on the same day
	LevelRed              // 红: reported at once
)

// RiskLevel follows from how near a dispute is to violence and from its marks.
func (w Warning) RiskLevel() RiskLevel {
	switch {
	case w.Flags&(FlagCriminal|FlagExtreme) != 0:
		return LevelRed
	case w.Risk == RiskHigh || w.Flags != 0:
		return LevelOrange
	case w.Risk == RiskMid:
		return LevelYellow
	}
	return LevelNone
}

// RiskLevel is that of a matter.
func (m Matter) RiskLevel() RiskLevel { return m.Warning().RiskLevel() }

// within is how many days after the danger was known it is reported at the latest. The days of the grid are ours.
func (l RiskLevel) within() Day {
	if l == LevelYellow {
		return 3
	}
	return 0
}

// ToTell are the authorities that must hear of a dispute: of a public-order or criminal case the police [law 25], of an
// extreme act of one person the centre and the village too, of many people or the public's peace the centre.
func (m Matter) ToTell() []Authority {
	var out []Authority
	if m.Flags&(FlagCriminal|FlagExtreme) != 0 {
		out = append(out, TellPolice)
	}
	if m.Flags&(FlagExtreme|FlagMass|FlagStability) != 0 {
		out = append(out, TellCentre)
	}
	if m.Flags&FlagExtreme != 0 {
		out = append(out, TellVillage)
	}
	switch {
	case len(out) > 0:
	case m.RiskLevel() == LevelOrange:
		out = []Authority{TellPolice}
	case m.RiskLevel() == LevelYellow:
		out = []Authority{TellVillage}
	}
	return out
}

// ToReport are the authorities that have not yet heard of a case. Where no mark names one, it is enough that any of
// them was told.
func (c Case) ToReport() []Authority {
	told := c.Reported()
	if !c.State.Open() || c.Flags == 0 && len(told) > 0 {
		return nil
	}
	return slices.DeleteFunc(c.ToTell(), func(a Authority) bool {
		return slices.ContainsFunc(told, func(r Report) bool { return r.To == a })
	})
}

// endanger sets since when the danger is known, from which its clock runs: anew when the level rises.
func (c *Case) endanger(was RiskLevel, today Day) {
	switch now := c.RiskLevel(); {
	case now == LevelNone:
		c.Danger = 0
	case now > was:
		c.Danger = today
	}
}

// doReport keeps a report beside those before. The first to the police stands with what was registered.
func doReport(c *Case, s Step, by Actor, r Rules) error {
	one := s.Report
	switch {
	case one.At.IsZero():
		return Refuse(ErrRequired).In("at")
	case one.At.After(r.Now):
		return Refuse(ErrDayFuture).In("at")
	case one.Who == "":
		return Refuse(ErrRequired).In("officer")
	}
	if one.By == "" {
		one.By = by.Name
	}
	if one.To == TellPolice && !c.Police.Done() {
		c.Police = Police{At: one.At, Officer: one.Who, By: one.By}
		return nil
	}
	c.Reports = append(slices.Clone(c.Reports), one)
	return nil
}
