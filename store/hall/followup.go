package hall

import (
	"slices"
	"strings"
	"time"
	"unicode"
)

// FollowWay is how a follow-up is made (回访方式).
type FollowWay uint8

const (
	FollowVisit FollowWay = iota // 上门
	FollowPhone                  // 电话
	FollowHall                   // 来中心
)

// Performance is how far an agreement was performed when somebody looked.
type Performance uint8

const (
	PerformanceUnknown Performance = iota
	PerformanceFull                // 已履行
	PerformancePart                // 部分履行
	PerformanceNone                // 未履行
	PerformanceNotDue              // 未到期
)

// Relapse is whether the quarrel came back.
type Relapse uint8

const (
	RelapseNone Relapse = iota // 没有反复
	RelapseRisk                // 有苗头
	RelapseBack                // 已反复
)

// Visit is what a follow-up (定期回诊) holds beside what all consultations do.
type Visit struct {
	Why          FollowCause `cbor:"1,keyasint,omitempty"`
	Village      string      `cbor:"2,keyasint,omitempty"` // where the applicant lives, for a trip
	Way          FollowWay   `cbor:"3,keyasint,omitempty"`
	Performance  Performance `cbor:"4,keyasint,omitempty"`
	Satisfaction int         `cbor:"5,keyasint,omitempty"` // 1 to 5; 0: not asked
	Relapse      Relapse     `cbor:"6,keyasint,omitempty"`
	Findings     string      `cbor:"7,keyasint,omitempty"`
	Lawsuit      bool        `cbor:"8,keyasint,omitempty"` // went to court about it
	Measures     string      `cbor:"9,keyasint,omitempty"`
	Next         Day         `cbor:"10,keyasint,omitempty"`
	By           string      `cbor:"11,keyasint,omitempty"` // who visited
	On           Day         `cbor:"12,keyasint,omitempty"` // when it was done
	Again        CaseID      `cbor:"13,keyasint,omitempty"` // the case that was opened for the relapse, or its own, taken up again
	Written      time.Time   `cbor:"14,keyasint,omitempty"`
	Planned      Day         `cbor:"15,keyasint,omitempty"` // the day it was first planned for
	TakenBack    bool        `cbor:"16,keyasint,omitempty"` // not by a person: no rule asks for it any more, or the case was taken up again
}

// Ruled reports whether a rule planned it, not a person.
func (v Visit) Ruled() bool { return v.Why == FollowSigned || v.Why == FollowPerformed }

// FollowCause is the rule a planned follow-up comes from.
type FollowCause uint8

const (
	FollowByHand    FollowCause = iota // 人工安排
	FollowSigned                       // so many days after the agreement took effect
	FollowPerformed                    // so many days after performance fell due
	FollowNext                         // proposed by the follow-up before
)

// FollowUpRecord is what is written down when a follow-up was made (回访记录).
type FollowUpRecord struct {
	On           Day
	Way          FollowWay
	By           string
	Performance  Performance
	Satisfaction int
	Relapse      Relapse
	Findings     string
	Lawsuit      bool
	Measures     string
	Next         Day // zero: no further one
}

// Check says what the record lacks. Something came back or is about to: measures are
// written down.
func (r FollowUpRecord) Check(today Day) *Error {
	switch {
	case r.On == 0:
		return Refuse(ErrRequired).In("on")
	case r.On > today:
		return Refuse(ErrDayFuture).In("on")
	case r.Performance == PerformanceUnknown:
		return Refuse(ErrRequired).In("performance")
	case r.Findings == "":
		return Refuse(ErrRequired).In("findings")
	case r.Satisfaction < 0 || r.Satisfaction > 5:
		return Refuse(ErrRequired).In("satisfaction")
	case r.Relapse != RelapseNone && r.Measures == "":
		return Refuse(ErrMeasures).In("measures")
	case r.Next != 0 && r.Next < max(r.On+1, today):
		return Refuse(ErrDayBefore, "day", max(r.On+1, today)).In("next")
	}
	return nil
}

// Doubtful reports whether what is written does not go together: content through and through with
// what was not performed or came back, not at all content with what went well, nothing to tell of
// what did not. It may be so; most often a figure was taken for its opposite.
func (r FollowUpRecord) Doubtful() bool {
	bad := r.Performance == PerformanceNone || r.Relapse == RelapseBack
	good := r.Performance == PerformanceFull && r.Relapse == RelapseNone
	well := allWell(r.Findings)
	return bad && (r.Satisfaction == 5 || well) || r.Satisfaction == 1 && (good || well)
}

// allWell reports whether somebody wrote of a visit no more than that all is well.
func allWell(said string) bool {
	said = strings.ToLower(strings.TrimFunc(said, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) }))
	for _, who := range []string{"双方", "两家", "都", "一切", "全部", "都很", "很", "挺", "all is ", "all ", "everything is "} {
		said = strings.TrimPrefix(said, who)
	}
	return slices.Contains([]string{"好", "很好", "挺好", "蛮好", "好的", "满意", "正常", "没事", "没问题", "没有问题", "well", "good", "fine", "ok"}, said)
}

// Planned is a follow-up that a rule asks for.
type Planned struct {
	Day Day
	Why FollowCause
}

// MayFollow reports whether a case of this state may have an agreement in force, as far as a list can tell:
// of what is filed some had one.
func (s State) MayFollow() bool {
	return s == Performing || s == Performed || s == Unperformed || s == Filed
}

// Followed reports whether somebody looks how an agreement of a case goes: it is in force,
// and the case was not taken up again since.
func (c Case) Followed() bool {
	return slices.ContainsFunc(c.Agreements, func(a Agreement) bool { return a.Standing() && a.Effective() != 0 })
}

// PlanFollowUps works out the follow-ups of a case whose agreement is in force: the days
// after it took effect, and after performance falls due (DOMAIN §3.10; no statutory figure).
// Of two on one day only one remains; none lies before the day after it took effect. Whether
// it is performed need not be asked where that is on record by the day it falls due: then
// only how it goes on is looked at, as after performance on the spot.
func PlanFollowUps(c Case, s Settings) []Planned {
	signing, due := s.FollowUpDays(c.Type, c.Risk)
	var out []Planned
	for _, a := range c.Agreements {
		if !a.Standing() || a.Effective() == 0 {
			continue
		}
		add := func(day Day, why FollowCause) {
			if day > a.Effective() && !slices.ContainsFunc(out, func(p Planned) bool { return p.Day == day }) {
				out = append(out, Planned{day, why})
			}
		}
		early := a.Performed != 0 && a.Performed <= a.PerformBy
		if a.PerformBy != 0 && !a.OnSpot && !early {
			for _, n := range due {
				add(a.PerformBy+Day(n), FollowPerformed)
			}
		}
		for _, n := range signing {
			add(a.Effective()+Day(n), FollowSigned)
		}
	}
	return out
}

// FollowUps are the follow-ups as their screen lists them.
type FollowUps struct {
	Overdue, Soon, Later VisitPage // open ones by the day they are due; soon: today and the days after
	Ended                VisitPage // the latest first
}

// FollowSoon is how many days, today included, count as soon.
const FollowSoon = 7

// Stop is a place on a trip: a follow-up with what somebody must know who makes it.
// Telephones and addresses are masked for whoever neither works on the case nor makes the visit.
type Stop struct {
	Visit     VisitRow
	Number    string // the case's
	Parties   []Party
	Why       FollowCause
	Terms     string
	PerformBy Day
	Performed Day
	Warning   Warning // what must be known before anybody goes there
}

// NextFollowUp proposes the day of the next visit after one that was just made: soon when
// something came back or is not performed, none when all is well.
func NextFollowUp(r FollowUpRecord) Day {
	switch {
	case r.Relapse == RelapseBack:
		return r.On + 7
	case r.Relapse == RelapseRisk, r.Performance == PerformanceNone:
		return r.On + 15
	case r.Performance == PerformancePart, r.Performance == PerformanceNotDue:
		return r.On + 30
	}
	return 0
}
