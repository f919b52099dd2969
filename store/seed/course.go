package seed

import (
	"time"

	"sizhen/store/hall"
)

// make tells one dispute, registered on a day, up to where it would stand today.
func (f *filler) make(day hall.Day, s hall.Settings) made {
	r := f.r
	code := typeOf(r)
	st, fen := pick(r, stories[code]).tell(r)
	at := day.At(s.Open[0]+r.IntN(s.Open2[1]-s.Open[0]), s.Zone)
	if at.After(f.o.Now) {
		at = f.o.Now.Add(-time.Duration(1+r.IntN(40)) * time.Minute)
	}
	m := made{c: hall.Case{
		Type: code, Subject: st.subject, Facts: st.facts, Requests: st.requests, Amount: fen, Registered: at.Truncate(time.Second),
		RegisteredAs: "窗口", Source: f.source(), Difficulty: f.difficulty(),
	}}
	if m.c.Source == hall.SourceEntrusted {
		m.c.SourceFrom = pick(r, []string{"人民法院", "派出所", "信访办", "检察院"})
	}
	if r.IntN(40) == 0 {
		m.c.Confidential = true
	}
	f.parties(&m, st)
	m.visit = f.course(&m.c, st, s)
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

func (f *filler) difficulty() hall.Difficulty {
	switch n := f.r.IntN(10); {
	case n < 4:
		return hall.Simple
	case n < 9:
		return hall.Ordinary
	}
	return hall.Difficult
}

// parties draws who quarrels: mostly new faces, now and then somebody who was here before.
func (f *filler) parties(m *made, st story) {
	add := func(side hall.Side, p hall.Person, rep bool) {
		for _, was := range m.people {
			if p.ID != 0 && was.ID == p.ID {
				p = hall.Person{Details: details(f.r, f.today)}
			}
		}
		m.people = append(m.people, p)
		m.c.Parties = append(m.c.Parties, hall.Party{Side: side, Details: p.Details, Representative: rep})
	}
	person := func() hall.Person {
		if len(f.known) > 0 && f.r.IntN(8) == 0 {
			i := f.r.IntN(len(f.known))
			p := f.known[i]
			f.known[i] = f.known[len(f.known)-1] // a person is met once a batch: the copy here would be stale
			f.known = f.known[:len(f.known)-1]
			return p
		}
		return hall.Person{Details: details(f.r, f.today)}
	}
	n := 1
	if st.group > 1 {
		n = 2 + f.r.IntN(st.group-1)
	}
	for i := range n {
		add(hall.Applicant, person(), n > 5 && i < 3)
	}
	if st.firm {
		add(hall.Respondent, hall.Person{Details: firm(f.r)}, false)
	} else {
		add(hall.Respondent, person(), false)
	}
}

// course takes the case as far as it would have come: nearly all old ones are settled, the
// young ones stand anywhere, a few are late.
func (f *filler) course(c *hall.Case, st story, s hall.Settings) *hall.Consultation {
	day := hall.DayOf(c.Registered)
	age := int(f.today - day)
	n := f.r.IntN(1000)
	switch {
	case n < 6:
		c.State, c.Reason, c.Referral, c.Closed = hall.Refused, "法院已经受理", "人民法院", day
		return nil
	case n < 12:
		c.State, c.To, c.Reason, c.Closed = hall.Transferred, "县矛调中心", "跨乡镇", day
		return nil
	case age < 2 && n < 500:
		return nil // registered, not yet accepted
	}
	c.Accepted = day
	c.Deadline = day.AddMonths(s.Limit)
	c.Respond = day + hall.Day(s.Respond[[...]int{1, 0, 2}[c.Difficulty]])
	c.State = hall.Accepted
	late := age < 50 && n >= 985
	if age < 4 && n < 650 || late && n >= 994 {
		return nil // accepted, nobody assigned yet
	}
	m := pick(f.r, f.mediators)
	for m.Status != hall.Active || m.Name == c.Parties[0].Details.Name {
		m = pick(f.r, f.mediators)
	}
	c.Assigned = []hall.Assignment{{Mediator: hall.MediatorRef{ID: m.ID, Name: m.Name}, Chair: true, From: c.Registered.Add(30 * time.Minute)}}
	held := min(day+hall.Day(1+f.r.IntN(6)), f.today)
	v := f.session(c, st, held, s)
	c.State, c.Sessions, c.LastResult = hall.Mediating, 1, hall.ResultContinue
	if late || age < 12 && n < 800 {
		return v
	}
	f.finish(c, st, v, held, n)
	return v
}

// session is the mediation as it was recorded.
func (f *filler) session(c *hall.Case, st story, held hall.Day, s hall.Settings) *hall.Consultation {
	at := held.At(s.Open[0]+f.r.IntN(s.Open[1]-s.Open[0]), s.Zone)
	if at.After(f.o.Now) {
		at = f.o.Now.Add(-time.Hour)
	}
	v := &hall.Consultation{
		Kind: hall.WalkIn, State: hall.Ended, Day: hall.DayOf(at), Room: pick(f.r, s.Rooms), Mediators: c.Mediators(), Type: c.Type, Subject: c.Subject,
		Arrived: at.Add(-20 * time.Minute), Called: at, Started: at, Ended: at.Add(time.Hour), By: "窗口", Confidential: c.Confidential,
		End: hall.Ending{Outcome: hall.AcceptedNow},
		Session: &hall.Session{
			At: at, RightsTold: true, Statements: "申请人:" + c.Requests + "。被申请人:愿意商量。", Facts: st.facts, By: c.Mediators()[0].Name, Written: at.Add(time.Hour),
		},
	}
	if v.Ended.After(f.o.Now) {
		v.Ended = f.o.Now
	}
	v.Who, v.Others = hall.First(c.Of(hall.Applicant))
	v.Against, _ = hall.First(c.Of(hall.Respondent))
	return v
}

// finish ends a case: nearly always with an agreement.
func (f *filler) finish(c *hall.Case, st story, v *hall.Consultation, held hall.Day, n int) {
	if n < 26 {
		c.State, c.LastResult, v.Session.Result, c.Closed = hall.Failed, hall.ResultFailed, hall.ResultFailed, held
		c.Reason, c.Referral = "双方差距较大", "可以申请仲裁、行政处理,或向人民法院起诉"
		v.Session.Outcome = c.Reason
		return
	}
	c.LastResult, v.Session.Result, v.Session.Outcome = hall.ResultSettled, hall.ResultSettled, st.terms
	a := &hall.Agreement{Made: held, Facts: st.facts, Terms: st.terms, Amount: c.Amount, Manner: "现金或转账", Place: "本中心"}
	c.Agreement = a
	if c.Difficulty == hall.Simple && f.r.IntN(2) == 0 {
		a.OnSpot, a.Performed, a.LastConfirm = true, held, held+30
		c.State, c.Closed = hall.Performed, held
	} else {
		a.Written, a.Copies, a.PerformBy = true, len(c.Parties)+1, held+hall.Day(7+f.r.IntN(40))
		a.PartiesSigned, a.MediatorSigned, a.Sealed, a.LastConfirm = held, held, held, held+30
		c.State = hall.Performing
		if a.PerformBy < f.today && (f.today-a.PerformBy > 20 || f.r.IntN(20) > 0) {
			a.Performed, c.State, c.Closed = a.PerformBy, hall.Performed, a.PerformBy
		}
	}
	if c.State == hall.Performed && f.today-c.Closed > 60 {
		c.State = hall.Filed
	}
}
