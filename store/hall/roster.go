package hall

import (
	"slices"
	"strings"
)

// MediatorStatus says whether a mediator can be given work.
type MediatorStatus uint8

const (
	Active    MediatorStatus = iota // 在任
	Suspended                       // 暂停
	Left                            // 离任
)

// Background is what a mediator is, or was before he mediates (人员来源). It stands in
// records, so a word never changes; views/text holds what to call it.
type Background string

// The backgrounds, group by group (DOMAIN §6).
const (
	RetiredCadre  Background = "retired-cadre" // 退休村干部
	CommitteeMan  Background = "committee"     // 两委干部
	LawLeader     Background = "law-leader"    // 法治带头人
	LegalAdviser  Background = "legal-adviser" // 法律顾问
	Delegate      Background = "delegate"      // 两代表一委员
	GridWorker    Background = "grid"          // 网格员
	Volunteer     Background = "volunteer"     // 平安志愿者
	OldMember     Background = "old-member"    // 五老: 老党员
	OldCadre      Background = "old-cadre"     // 老干部
	OldTeacher    Background = "old-teacher"   // 老教师
	OldScholar    Background = "old-scholar"   // 老知识分子
	OldJurist     Background = "old-jurist"    // 老政法干警
	Teacher       Background = "teacher"       // 三师: 教师
	Doctor        Background = "doctor"        // 医师
	LawyerMan     Background = "lawyer"        // 律师
	PoliceOfficer Background = "police"        // 三员: 警员
	CivilServant  Background = "civil-servant" // 公务人员
	BankClerk     Background = "bank-clerk"    // 银行职员
	TradeExpert   Background = "expert"        // 行业专家
)

// Backgrounds lists them in the order they are shown.
func Backgrounds() []Background {
	return []Background{RetiredCadre, CommitteeMan, LawLeader, LegalAdviser, Delegate, GridWorker, Volunteer,
		OldMember, OldCadre, OldTeacher, OldScholar, OldJurist, Teacher, Doctor, LawyerMan, PoliceOfficer, CivilServant, BankClerk, TradeExpert}
}

// Mediator is an entry on the roster (调解员名册). What an old report asks for, where he
// belonged, in which grade and standing, is what he is now and, before that, Past.
type Mediator struct {
	ID           MediatorID     `cbor:"1,keyasint"`
	Rev          uint64         `cbor:"2,keyasint"`
	Name         string         `cbor:"3,keyasint"`
	Sex          Sex            `cbor:"4,keyasint,omitempty"`
	Birth        Day            `cbor:"5,keyasint,omitempty"`
	Phone        string         `cbor:"6,keyasint,omitempty"`
	Village      string         `cbor:"7,keyasint,omitempty"`
	Organisation string         `cbor:"8,keyasint,omitempty"` // 调委会, as it is called; Org when it is on file
	FullTime     bool           `cbor:"9,keyasint,omitempty"`
	Specialities []string       `cbor:"10,keyasint,omitempty"` // dispute type codes
	Background   string         `cbor:"11,keyasint,omitempty"` // in words, from before Backgrounds; not written any more
	Status       MediatorStatus `cbor:"12,keyasint,omitempty"`
	Staff        StaffID        `cbor:"13,keyasint,omitempty"`
	Knows        string         `cbor:"14,keyasint,omitempty"` // whom and which villages he knows: who can get a word in
	Backgrounds  []Background   `cbor:"15,keyasint,omitempty"`
	Area         string         `cbor:"16,keyasint,omitempty"` // 片区
	Org          OrgID          `cbor:"17,keyasint,omitempty"`
	OrgHead      bool           `cbor:"18,keyasint,omitempty"` // 调委会主任
	Studio       StudioID       `cbor:"19,keyasint,omitempty"`
	StudioName   string         `cbor:"20,keyasint,omitempty"`
	StudioLead   bool           `cbor:"21,keyasint,omitempty"` // whose name the studio bears, or who leads it
	Grade        string         `cbor:"22,keyasint,omitempty"` // one of Settings.Grades
	Servant      bool           `cbor:"23,keyasint,omitempty"` // public servant: no rewards (以奖代补)
	Trade        string         `cbor:"24,keyasint,omitempty"` // 行业, of an industry expert or a trade's mediator
	Since        Day            `cbor:"25,keyasint,omitempty"` // in the present standing since; zero: from the start
	Joined       Day            `cbor:"26,keyasint,omitempty"` // when he was first on the roster
	Past         []Standing     `cbor:"27,keyasint,omitempty"` // oldest first, without gaps
	Terms        []Term         `cbor:"28,keyasint,omitempty"` // oldest first
	Trainings    []Training     `cbor:"29,keyasint,omitempty"`
	Posts        []Post         `cbor:"30,keyasint,omitempty"`
	Filings      []Filing       `cbor:"31,keyasint,omitempty"`
}

// Standing is who a mediator was for a time: what statistics and rewards cut by.
type Standing struct {
	From         Day            `cbor:"1,keyasint,omitempty"` // zero: from the start
	To           Day            `cbor:"2,keyasint,omitempty"` // the last day; zero: still
	Status       MediatorStatus `cbor:"3,keyasint,omitempty"`
	Org          OrgID          `cbor:"4,keyasint,omitempty"`
	Organisation string         `cbor:"5,keyasint,omitempty"`
	OrgHead      bool           `cbor:"6,keyasint,omitempty"`
	Studio       StudioID       `cbor:"7,keyasint,omitempty"`
	StudioName   string         `cbor:"8,keyasint,omitempty"`
	StudioLead   bool           `cbor:"9,keyasint,omitempty"`
	Grade        string         `cbor:"10,keyasint,omitempty"`
	Village      string         `cbor:"11,keyasint,omitempty"`
	Area         string         `cbor:"12,keyasint,omitempty"`
	FullTime     bool           `cbor:"13,keyasint,omitempty"`
	Servant      bool           `cbor:"14,keyasint,omitempty"`
	Name         string         `cbor:"15,keyasint,omitempty"`
	Why          string         `cbor:"16,keyasint,omitempty"` // why it ended
}

// Assignable reports whether the mediator can be given a case.
func (m Mediator) Assignable() bool { return m.Status == Active }

// Standing is what he is now.
func (m Mediator) Standing() Standing {
	return Standing{From: m.Since, Status: m.Status, Org: m.Org, Organisation: m.Organisation, OrgHead: m.OrgHead, Studio: m.Studio, StudioName: m.StudioName,
		StudioLead: m.StudioLead, Grade: m.Grade, Village: m.Village, Area: m.Area, FullTime: m.FullTime, Servant: m.Servant, Name: m.Name}
}

// On is who he was on a day; false when he was not on the roster yet.
func (m Mediator) On(day Day) (Standing, bool) {
	if m.Joined != 0 && day < m.Joined {
		return Standing{}, false
	}
	for _, s := range m.Past {
		if day >= s.From && day <= s.To {
			return s, true
		}
	}
	return m.Standing(), true
}

// Became is the mediator now, after a change that holds from a day on: what he was till then
// goes into Past with the reason. A change on the day of the last one takes its place, and
// one that changes nothing that reports ask for leaves no trace. ErrDayBefore when it would
// hold from before the last change.
func (m Mediator) Became(was Mediator, from Day, why string) (Mediator, *Error) {
	old, now := was.Standing(), m.Standing()
	m.Past, m.Since, m.Joined = slices.Clone(was.Past), was.Since, was.Joined
	if now.From = old.From; now == old {
		return m, nil
	}
	if from < was.Since || from < was.Joined {
		return m, Refuse(ErrDayBefore, "day", max(was.Since, was.Joined)).In("from")
	}
	if from > was.Since && from > was.Joined {
		old.To, old.Why = from-1, why
		m.Past, m.Since = append(m.Past, old), from
	}
	return m, nil
}

// GradeSpan is a grade somebody held from one day to another; To is zero while he holds it.
type GradeSpan struct {
	Grade    string
	From, To Day
}

// GradeHistory lists the grades held, the latest first.
func (m Mediator) GradeHistory() []GradeSpan {
	var out []GradeSpan
	for _, s := range append(slices.Clone(m.Past), m.Standing()) {
		if n := len(out); n > 0 && out[n-1].Grade == s.Grade {
			out[n-1].To = s.To
			continue
		}
		out = append(out, GradeSpan{s.Grade, s.From, s.To})
	}
	out = slices.DeleteFunc(out, func(g GradeSpan) bool { return g.Grade == "" })
	slices.Reverse(out)
	return out
}

// BackgroundsIn reads the backgrounds out of a text in words, as older rosters hold it, and
// adds them to those that are there.
func BackgroundsIn(words string, have []Background) []Background {
	out := slices.Clone(have)
	for _, w := range backgroundWords() {
		if strings.Contains(words, w.zh) && !slices.Contains(out, w.code) {
			out = append(out, w.code)
			words = strings.ReplaceAll(words, w.zh, "")
		}
	}
	return out
}

// backgroundWords are the words rosters use, longer ones before those they hold.
func backgroundWords() []struct {
	zh   string
	code Background
} {
	return []struct {
		zh   string
		code Background
	}{
		{"退休村干部", RetiredCadre}, {"两委干部", CommitteeMan}, {"法治带头人", LawLeader}, {"法律顾问", LegalAdviser}, {"两代表一委员", Delegate},
		{"网格员", GridWorker}, {"平安志愿者", Volunteer}, {"老党员", OldMember}, {"老政法干警", OldJurist}, {"老知识分子", OldScholar}, {"老教师", OldTeacher},
		{"老干部", OldCadre}, {"公务人员", CivilServant}, {"银行职员", BankClerk}, {"行业专家", TradeExpert}, {"教师", Teacher}, {"医师", Doctor}, {"律师", LawyerMan},
		{"警员", PoliceOfficer},
	}
}
