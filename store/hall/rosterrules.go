package hall

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// The longest texts of a roster entry, in characters.
const (
	MaxMediatorName = 40
	MaxPlaceName    = 40
	MaxKnows        = 300
	MaxWhy          = 200
)

// Check says what an entry on the roster lacks or cannot hold. A grade that the hall's list
// does not name any more may stay.
func (m Mediator) Check(was Mediator, s Settings, today Day) *Error {
	for _, f := range []struct {
		text, field string
		most        int
	}{
		{m.Name, "name", MaxMediatorName}, {m.Village, "village", MaxPlaceName}, {m.Area, "area", MaxPlaceName}, {m.Organisation, "org", MaxPlaceName},
		{m.StudioName, "studio", MaxPlaceName}, {m.Trade, "trade", MaxPlaceName}, {m.Knows, "knows", MaxKnows},
	} {
		if utf8.RuneCountInString(f.text) > f.most {
			return Refuse(ErrTooLong, "most", f.most).In(f.field)
		}
	}
	switch {
	case strings.TrimSpace(m.Name) == "":
		return Refuse(ErrRequired).In("name")
	case m.Phone != "" && m.Phone != was.Phone && CheckPhone(m.Phone) != nil:
		return Refuse(ErrPhone).In("phone")
	case m.Village != was.Village && CheckVillage(m.Village) != nil:
		return CheckVillage(m.Village).In("village")
	case m.Area != was.Area && CheckVillage(m.Area) != nil:
		return CheckVillage(m.Area).In("area")
	case m.Birth != 0 && (m.Birth > today || m.Birth < NewDay(1900, 1, 1)):
		return Refuse(ErrDay).In("birth")
	case m.OrgHead && m.Organisation == "":
		return Refuse(ErrRequired).In("org")
	case m.Grade != "" && m.Grade != was.Grade && !slices.Contains(s.Grades, m.Grade):
		return Refuse(ErrUnknownGrade, "grade", m.Grade, "grades", s.Grades).In("grade")
	}
	for _, code := range m.Specialities {
		if _, ok := s.Type(code); !ok && !slices.Contains(was.Specialities, code) {
			return Refuse(ErrUnknownType, "type", code).In("specialities")
		}
	}
	return nil
}

// Reported lists which changes of an entry have to be reported for filing (DOMAIN §6): who
// is new or left, another organisation, another head, another name, suspended or back.
func Reported(was, now Mediator) []FilingCause {
	if was.ID == 0 {
		return []FilingCause{FilingNew}
	}
	var out []FilingCause
	switch {
	case was.Status != now.Status && now.Status == Left:
		return []FilingCause{FilingLeft}
	case was.Status != now.Status && was.Status == Left:
		return []FilingCause{FilingNew}
	}
	if was.Org != now.Org || was.Organisation != now.Organisation {
		out = append(out, FilingMoved)
	}
	if was.OrgHead != now.OrgHead {
		out = append(out, FilingHead)
	}
	if was.Name != now.Name || was.Status != now.Status {
		out = append(out, FilingChanged)
	}
	return out
}

// ToFile adds to filings what is to be reported of a day's changes. The same change of the
// same day is reported once.
func ToFile(have []Filing, causes []FilingCause, changed Day, c *Calendar) []Filing {
	out := slices.Clone(have)
	for _, what := range causes {
		if !slices.ContainsFunc(out, func(f Filing) bool { return f.What == what && f.Changed == changed && f.Filed == 0 }) {
			out = append(out, Filing{What: what, Changed: changed, Due: FilingDue(c, changed)})
		}
	}
	return out
}

// MarkFiled marks what is not reported yet as reported: what changed up to a day, under a
// number. ErrNotUnfiled when nothing was left to be reported.
func MarkFiled(have []Filing, until, filed Day, number, by string, today Day) ([]Filing, *Error) {
	if filed == 0 {
		return nil, Refuse(ErrRequired).In("filed")
	}
	if filed > today {
		return nil, Refuse(ErrDayFuture).In("filed")
	}
	out, n := slices.Clone(have), 0
	first := Day(0)
	for i, f := range out {
		if f.Filed != 0 || f.Changed > until {
			continue
		}
		if n++; first == 0 || f.Changed < first {
			first = f.Changed
		}
		out[i].Filed, out[i].Number, out[i].By = filed, number, by
	}
	switch {
	case n == 0:
		return nil, Refuse(ErrNotUnfiled)
	case filed < first:
		return nil, Refuse(ErrDayBefore, "day", first).In("filed")
	}
	return out, nil
}

// TakePost signs a mediator up for a post. ErrPostTaken when he holds the same one already.
func (m Mediator) TakePost(p Post, today Day) (Mediator, *Error) {
	switch {
	case !m.Assignable():
		return m, Refuse(ErrNotAssignable, "name", m.Name)
	case p.From == 0:
		return m, Refuse(ErrRequired).In("from")
	case p.From > today:
		return m, Refuse(ErrDayFuture).In("from")
	}
	for _, h := range m.Posts {
		if h.Kind == p.Kind && h.Where == p.Where && (h.To == 0 || h.To >= p.From) {
			return m, Refuse(ErrPostTaken, "name", m.Name, "day", h.From).In("kind")
		}
	}
	p.To, p.Log = 0, nil
	m.Posts = append(slices.Clone(m.Posts), p)
	return m, nil
}

// LeavePost ends a post; at is its place among the mediator's.
func (m Mediator) LeavePost(at int, to, today Day) (Mediator, *Error) {
	if at < 0 || at >= len(m.Posts) || m.Posts[at].To != 0 {
		return m, Refuse(ErrPostOver)
	}
	if bad := happened(to, m.Posts[at].From, today, "day"); bad != nil {
		return m, bad
	}
	m.Posts = slices.Clone(m.Posts)
	m.Posts[at].To = to
	return m, nil
}

// LogPost writes down something done in a post.
func (m Mediator) LogPost(at int, l PostLog, today Day) (Mediator, *Error) {
	if at < 0 || at >= len(m.Posts) {
		return m, Refuse(ErrPostOver)
	}
	switch p := m.Posts[at]; {
	case l.Day == 0:
		return m, Refuse(ErrRequired).In("day")
	case l.What == "":
		return m, Refuse(ErrRequired).In("what")
	case l.Day > today:
		return m, Refuse(ErrDayFuture).In("day")
	case l.Day < p.From:
		return m, Refuse(ErrDayBefore, "day", p.From).In("day")
	case p.To != 0 && l.Day > p.To:
		return m, Refuse(ErrPostOver).In("day")
	}
	m.Posts = slices.Clone(m.Posts)
	p := &m.Posts[at]
	p.Log = append(slices.Clone(p.Log), l)
	slices.SortStableFunc(p.Log, func(a, b PostLog) int { return int(a.Day) - int(b.Day) })
	return m, nil
}

// leave ends what a mediator holds when he leaves the roster: posts do not outlast it.
func (m Mediator) leave(day Day) Mediator {
	m.Posts = slices.Clone(m.Posts)
	for i := range m.Posts {
		if m.Posts[i].To == 0 {
			m.Posts[i].To = max(day, m.Posts[i].From)
		}
	}
	return m
}

// WithStatus suspends a mediator, takes him back, or has him leave: from a day on, with a
// reason for the first two. ErrSameStatus when he is that already.
func (m Mediator) WithStatus(s MediatorStatus, from Day, why string, today Day) (Mediator, *Error) {
	switch {
	case m.Status == s:
		return m, Refuse(ErrSameStatus, "name", m.Name, "status", s)
	case from == 0:
		return m, Refuse(ErrRequired).In("from")
	case from > today:
		return m, Refuse(ErrDayFuture).In("from")
	case why == "" && s != Active:
		return m, Refuse(ErrReason).In("why")
	}
	now := m
	now.Status = s
	if s == Left {
		now = now.leave(from)
	}
	return now.Became(m, from, why)
}

// Teach adds what was taught to a pair.
func (p Pair) Teach(l Lesson, today Day) (Pair, *Error) {
	switch {
	case l.Day == 0:
		return p, Refuse(ErrRequired).In("day")
	case l.What == "":
		return p, Refuse(ErrRequired).In("what")
	case l.Day > today:
		return p, Refuse(ErrDayFuture).In("day")
	case l.Day < p.From:
		return p, Refuse(ErrDayBefore, "day", p.From).In("day")
	case p.To != 0 && l.Day > p.To:
		return p, Refuse(ErrPairOver, "day", p.To).In("day")
	}
	p.Lessons = append(slices.Clone(p.Lessons), l)
	slices.SortStableFunc(p.Lessons, func(a, b Lesson) int { return int(a.Day) - int(b.Day) })
	return p, nil
}

// Over ends a pair, with what came of it.
func (p Pair) Over(to Day, why string, today Day) (Pair, *Error) {
	if p.To != 0 {
		return p, Refuse(ErrPairOver, "day", p.To)
	}
	if bad := happened(to, p.From, today, "day"); bad != nil {
		return p, bad
	}
	if why == "" {
		return p, Refuse(ErrReason).In("why")
	}
	p.To, p.Why = to, why
	return p, nil
}

// Masked hides from others what is private about a mediator: telephone and birthday.
func (m Mediator) Masked() Mediator {
	m.Phone, m.Birth = MaskPhone(m.Phone), 0
	return m
}
