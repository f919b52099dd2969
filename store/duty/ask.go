package duty

import (
	"slices"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// around is how many days before and after a plan's own its periods reach.
const around = 31

// planned reads the planned shifts of a kind from one day to another, both included.
func (d *Desk) planned(r book.Reader, k hall.DutyKind, from, to hall.Day) ([]hall.Shift, error) {
	var out []hall.Shift
	for p, err := range r.Range(byDuty.Table, kv.Span{From: book.Key().Byte(byte(k)).Day(max(from, 0)), To: book.Key().Byte(byte(k)).Day(to + 1)}) {
		if err != nil {
			return nil, err
		}
		s, err := Shifts.Get(r, hall.ShiftID(book.Number(p.Key)))
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// edge is the first or the last day that stands in the plan of a kind; no date: none.
func edge(r book.Reader, k hall.DutyKind, last bool) (hall.Day, error) {
	span := kv.Prefix(book.Key().Byte(byte(k)))
	span.Reverse, span.Limit = last, 1
	for p, err := range r.Range(byDuty.Table, span) {
		if err != nil {
			return 0, err
		}
		return book.DayOf(p.Key[1:]), nil
	}
	return 0, nil
}

// leavesIn reads the leaves that touch some days.
func (d *Desk) leavesIn(r book.Reader, from, to hall.Day) ([]hall.Leave, error) {
	var out []hall.Leave
	for p, err := range r.Range(byLeave.Table, kv.Span{From: book.Key().Day(max(from, 0))}) {
		if err != nil {
			return nil, err
		}
		l, err := Leaves.Get(r, hall.LeaveID(book.Number(p.Key)))
		if err != nil {
			return nil, err
		}
		if l.From <= to {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b hall.Leave) int { return int(a.From - b.From) })
	return out, nil
}

// attends lists the days on which somebody is at a joint consultation.
func (d *Desk) attends(r book.Reader, who hall.DutyRef, from, to hall.Day) ([]hall.Day, error) {
	k := rotaKey(who)
	if k == nil {
		return nil, nil
	}
	rows, err := d.BusyIn(r, k, max(from, 0), to)
	var out []hall.Day
	for _, row := range rows {
		if row.Kind == hall.Joint {
			out = append(out, row.Slot.Day)
		}
	}
	return out, err
}

// supposed is what a preview supposes beside what is on file: the leaves that count (nil:
// those on file), and plans that are made in the same go.
type supposed struct {
	leaves func(from, to hall.Day) ([]hall.Leave, error)
	plans  []hall.DutyPlan
}

// planner gathers what a plan is made from.
type planner struct {
	*faces
	ask  hall.DutyAsk
	with supposed
}

func (d *Desk) dutyAsk(r book.Reader, q hall.PlanQuery, with supposed) (hall.DutyAsk, error) {
	s, today := d.Settings(), hall.DayOf(d.Now())
	if !q.Afresh && q.To >= q.From {
		var err error
		if q.To, err = d.toTheEnd(r, q); err != nil {
			return hall.DutyAsk{}, err
		}
	}
	if with.leaves == nil {
		with.leaves = func(from, to hall.Day) ([]hall.Leave, error) { return d.leavesIn(r, from, to) }
	}
	p := planner{faces: d.faces(r), with: with, ask: hall.DutyAsk{
		Kind: q.Kind, From: q.From, To: q.To, NotBefore: today, Afresh: q.Afresh,
		Calendar: d.Calendar(), Rules: s.Duty, Towns: s.Rotation(), Begun: map[hall.ShiftID]bool{},
	}}
	if q.From == 0 || q.To < q.From {
		return p.ask, nil // refused where it is planned
	}
	for _, step := range []func() error{p.standing, p.begun, p.team, p.away, p.carry} {
		if err := step(); err != nil {
			return p.ask, err
		}
	}
	return p.ask, nil
}

// toTheEnd is the last day of a plan: of one that changes what stands, the last that stands.
func (d *Desk) toTheEnd(r book.Reader, q hall.PlanQuery) (hall.Day, error) {
	first, err := firstPlanned(r, q.Kind, q.From)
	if err != nil || first == 0 || first > q.To {
		return q.To, err
	}
	last, err := edge(r, q.Kind, true)
	return max(q.To, last), err
}

// firstPlanned is the first day from a day on that stands in the plan of a kind; no date: none.
func firstPlanned(r book.Reader, k hall.DutyKind, from hall.Day) (hall.Day, error) {
	for p, err := range r.Range(byDuty.Table, kv.Span{From: book.Key().Byte(byte(k)).Day(from), To: kv.Prefix(book.Key().Byte(byte(k))).To, Limit: 1}) {
		if err != nil {
			return 0, err
		}
		return book.DayOf(p.Key[1:]), nil
	}
	return 0, nil
}

// standing reads what stands, with everybody under the number he has now.
func (p *planner) standing() error {
	town, err := p.d.towns(p.r)
	if err != nil {
		return err
	}
	for _, k := range hall.DutyKinds() {
		list, err := p.d.planned(p.r, k, p.ask.From-around, p.ask.To+around)
		if err != nil {
			return err
		}
		for _, plan := range p.with.plans {
			if plan.Kind == k {
				list = plan.Over(list)
			}
		}
		for i := range list {
			list[i].Township = town(list[i].Township)
			list[i].People = slices.Clone(list[i].People)
			for j, who := range list[i].People {
				f, err := p.of(who)
				if err != nil {
					return err
				}
				if f.ref.Name = who.Name; !f.here && !slices.ContainsFunc(p.ask.Gone, f.ref.Same) {
					p.ask.Gone = append(p.ask.Gone, f.ref)
				}
				list[i].People[j] = f.ref
			}
		}
		p.ask.Standing = append(p.ask.Standing, list...)
	}
	return nil
}

// begun notes for which of today's shifts somebody has signed in.
func (p *planner) begun() error {
	signed, err := SignInsOn(p.r, p.ask.NotBefore)
	if err != nil {
		return err
	}
	for _, s := range p.ask.Standing {
		if s.Day == p.ask.NotBefore && slices.ContainsFunc(signed, func(in hall.SignIn) bool { return in.Duty == s.ID }) {
			p.ask.Begun[s.ID] = true
		}
	}
	return nil
}

// team reads who can be planned: those who are in the team on any of the days and still
// belong to the hall. Who left and came back has been away in between.
func (p *planner) team() error {
	list, err := p.d.members(p.r, p.ask.Kind, p.ask.From, p.ask.To+around)
	if err != nil {
		return err
	}
	for _, m := range list {
		f, err := p.of(m.Who)
		if err != nil {
			return err
		}
		if !f.here {
			continue
		}
		if m.From <= p.ask.From-around {
			m.From = 0
		}
		at := slices.IndexFunc(p.ask.Team, func(o hall.DutyPerson) bool { return o.Who.Same(f.ref) })
		if at < 0 {
			p.ask.Team = append(p.ask.Team, hall.DutyPerson{Who: f.ref, From: m.From, To: m.To})
			continue
		}
		was := &p.ask.Team[at]
		was.Leave = append(was.Leave, [2]hall.Day{was.To + 1, m.From - 1})
		was.To = m.To
	}
	return nil
}

func (p *planner) away() error {
	list, err := p.with.leaves(p.ask.From-around, p.ask.To+around)
	if err != nil {
		return err
	}
	for i := range p.ask.Team {
		m := &p.ask.Team[i]
		for _, l := range list {
			f, err := p.of(l.Who)
			if err != nil {
				return err
			}
			if f.ref.Same(m.Who) {
				m.Leave = append(m.Leave, [2]hall.Day{l.From, l.To})
			}
		}
		if m.Booked, err = p.d.attends(p.r, m.Who, p.ask.From-around, p.ask.To+around); err != nil {
			return err
		}
	}
	return nil
}

// carry counts what everybody has had since 1 January. Who came to the team later begins
// with as much as whoever has had least of those who were there: nobody makes up for a time
// in which he was not there.
func (p *planner) carry() error {
	if !p.ask.Rules.Carry {
		return nil
	}
	list, err := p.d.planned(p.r, p.ask.Kind, hall.NewDay(p.ask.From.Year(), 1, 1), p.ask.From-1)
	if err != nil {
		return err
	}
	for _, s := range list {
		if s.State != hall.DutyStands {
			continue
		}
		for _, who := range s.People {
			f, err := p.of(who)
			if err != nil {
				return err
			}
			for i := range p.ask.Team {
				if m := &p.ask.Team[i]; m.Who.Same(f.ref) && p.ask.Calendar.RestDay(s.Day) {
					m.Rest++
				} else if m.Who.Same(f.ref) {
					m.Work++
				}
			}
		}
	}
	p.settleIn()
	return nil
}

func (p *planner) settleIn() {
	var old []hall.DutyPerson
	first := hall.Day(0)
	for _, m := range p.ask.Team {
		if len(old) == 0 || m.From < first {
			old, first = nil, m.From
		}
		if m.From == first {
			old = append(old, m)
		}
	}
	if len(old) == 0 {
		return
	}
	work := slices.MinFunc(old, func(a, b hall.DutyPerson) int { return a.Work - b.Work }).Work
	rest := slices.MinFunc(old, func(a, b hall.DutyPerson) int { return a.Rest - b.Rest }).Rest
	for i := range p.ask.Team {
		if m := &p.ask.Team[i]; m.From > first {
			m.Work, m.Rest = max(m.Work, work), max(m.Rest, rest)
		}
	}
}
