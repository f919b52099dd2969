package seed

import (
	"slices"
	"strings"
	"time"

	"sizhen/store/hall"
)

// matter is a dispute as it arrives: the form that the desk fills in, and who stands behind
// each of its parties (somebody new has no number yet).
type matter struct {
	story
	in     hall.Intake
	people []hall.Person
}

// matter makes up what somebody brings to the hall at a moment.
func (f *filler) matter(at time.Time, s hall.Settings) matter {
	r := f.r
	m := matter{in: hall.Intake{Matter: hall.Matter{
		Type: typeOf(r, s), Source: f.source(), Written: r.IntN(3) == 0, Confidential: r.IntN(40) == 0,
	}}}
	o := choose(r, m.in.Type)
	first := f.somebody(hall.DayOf(at), o.applicant())
	m.story = o.tell(r, first.Details.Village)
	m.in.Subject, m.in.Facts, m.in.Requests, m.in.Amount = m.subject, m.facts, m.requests, m.asked
	f.parties(&m, first, hall.DayOf(at), s)
	if m.in.Source == hall.SourceEntrusted {
		m.in.SourceFrom = pick(r, []string{"人民法院", "派出所", "信访办", "检察院"})
		if m.is(police) {
			m.in.SourceFrom = "派出所"
		}
	}
	switch {
	case m.is(hard):
		m.in.Difficulty = hall.Difficult
	case m.is(spot) || r.IntN(3) == 0:
		m.in.Difficulty = hall.Simple
	}
	f.risk(&m, at, s)
	return m
}

// source follows the check set: 455 unasked, 378 on application, 36 transferred.
func (f *filler) source() hall.Source {
	switch n := f.r.IntN(869); {
	case n < 455:
		return hall.SourceUnasked
	case n < 833:
		return hall.SourceApplication
	}
	return hall.SourceEntrusted
}

// risk says how near the dispute is to violence, what was done against it, and whom the
// police sent, where it may become a case of theirs [law 25].
func (f *filler) risk(m *matter, at time.Time, s hall.Settings) {
	r, in := f.r, &m.in
	if r.IntN(6) == 0 {
		in.Risk = hall.RiskLow
	}
	if len(in.Of(hall.Applicant)) > s.RepsFrom {
		in.Flags |= hall.FlagMass
		in.Risk = max(in.Risk, hall.RiskLow)
	}
	if !m.is(risky) {
		return
	}
	in.Risk = hall.RiskMid + hall.Risk(r.IntN(2))
	in.Measures = pick(r, []string{
		"双方分开接待，村干部各陪一方", "请村书记和网格员上门稳住，夜里再去看一次", "收走手边的农具，劝亲友先回家", "约定三天内不碰面，有事打值班电话",
	})
	if in.Flags&hall.FlagMass != 0 || in.Risk == hall.RiskHigh && m.is(hard) {
		in.Flags |= hall.FlagStability
	}
	if in.Risk == hall.RiskHigh {
		in.Urgent, in.UrgentWhy = true, "情绪激动，怕再起冲突"
	}
	if m.is(police) || in.Risk == hall.RiskHigh {
		in.Flags |= hall.FlagCriminal
		in.Police = hall.Police{At: at, Officer: pick(r, stations) + "派出所" + pick(r, surnames) + "警官", By: f.clerk}
		if m.is(police) {
			in.Police.At = at.Add(-time.Duration(30+r.IntN(150)) * time.Minute)
		}
	}
}

// stations are the police's, named like the towns.
var stations = strings.Fields("禾坪 临渡 石舫 沙汀 白鹭 云岙")

// parties draws who quarrels: neighbours and families live in one village.
func (f *filler) parties(m *matter, first hall.Person, day hall.Day, s hall.Settings) {
	add := func(side hall.Side, p hall.Person) {
		m.people = append(m.people, p)
		m.in.Parties = append(m.in.Parties, hall.Party{Person: p.ID, Side: side, Details: p.Details})
	}
	village := func() string {
		if near(m.in.Type) || m.group > 1 || strings.HasPrefix(m.outline.body, "村") {
			return first.Details.Village
		}
		return villageOf(f.r)
	}
	add(hall.Applicant, first)
	for range m.group - 1 {
		add(hall.Applicant, f.another(m.people, day, want{village: village()}))
	}
	if m.group > s.RepsFrom {
		for i := range 1 + f.r.IntN(s.MaxReps) {
			m.in.Parties[i].Representative = true
		}
	}
	if m.outline.body != "" {
		add(hall.Respondent, hall.Person{Details: f.body(m.outline.body, village())})
		return
	}
	w := m.respondent(first.Details, day)
	w.village = village()
	add(hall.Respondent, f.another(m.people, day, w))
}

// applicant is whom the story needs on its first side.
func (o outline) applicant() want {
	var w want
	switch {
	case o.is(he):
		w.sex = hall.Male
	case o.is(she | aged | inlaws):
		w.sex = hall.Female
	}
	switch {
	case o.is(aged):
		w.least, w.most = 80, 89
	case o.is(inlaws):
		w.least, w.most = 58, 72
	case o.is(young):
		w.least, w.most = 23, 33
	case o.is(couple):
		w.least, w.most = 28, 56
	}
	return w
}

// respondent is who belongs on the other side of the first.
func (o outline) respondent(first hall.Details, day hall.Day) want {
	var w want
	age := hall.Age(first.Birth, day)
	switch {
	case o.is(couple):
		w.sex, w.least, w.most = hall.Male+hall.Female-first.Sex, max(age-5, 22), age+5
	case o.is(kin):
		w.family, w.least, w.most = familyOf(first.Name), max(age-9, 20), age+9
		if o.is(he) {
			w.sex = hall.Male
		}
	case o.is(aged):
		w.least, w.most = 50, 62
	case o.is(inlaws):
		w.sex, w.least, w.most = hall.Female, 27, 44
	}
	return w
}

// another is somebody whose name nobody else in the case has.
func (f *filler) another(in []hall.Person, day hall.Day, w want) hall.Person {
	for {
		p := f.somebody(day, w)
		if !slices.ContainsFunc(in, func(was hall.Person) bool { return was.Details.Name == p.Details.Name }) {
			return p
		}
	}
}

// somebody is mostly a new face, now and then one who was here before, where anybody will do
// or anybody from the village.
func (f *filler) somebody(day hall.Day, w want) hall.Person {
	if len(f.known) > 0 && w.anybody() && f.r.IntN(8) == 0 {
		i, last := f.r.IntN(len(f.known)), len(f.known)-1
		if p := f.known[i]; w.village == "" || w.village == p.Details.Village {
			f.known[i] = f.known[last] // a person is met once a batch: the copy here would be stale
			f.known = f.known[:last]
			return p
		}
	}
	if w.village == "" {
		w.village = villageOf(f.r)
	}
	return hall.Person{Details: f.details(day, w)}
}
