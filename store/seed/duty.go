package seed

import (
	"cmp"
	"context"
	"errors"
	"time"

	"sizhen/store"
	"sizhen/store/hall"
)

// crew is how many have duty in a sample hall.
const crew = 6

// monthEnds is with how few days left of a month the next one is planned as well.
const monthEnds = 5

// duty plans the present month of a sample hall, at its end the next as well: a team with whoever opens it, the county
// team's visits, and on the days that are past who came, who was late, and who did not come.
// Somebody is on leave, somebody asks for a swap, and what was handed over last waits.
func (f *filler) duty(ctx context.Context, st *store.Store, who hall.Actor) error {
	d := dutyMonth{f: f, s: st.Settings(), calendar: st.Calendar(), who: hall.RefOf(who), actor: who}
	d.from, d.to = f.today.Month()
	if d.to-f.today < monthEnds {
		_, d.to = (d.to + 1).Month()
	}
	rows, err := st.Desk(who).FindMediators(ctx, "", 0, 2*crew)
	if err != nil {
		return err
	}
	d.team = []hall.DutyRef{d.who}
	for _, r := range rows {
		ref := hall.DutyRef{Kind: hall.InviteMediator, ID: uint64(r.ID), Name: r.Name}
		if len(d.team) < crew && !ref.Same(d.who) {
			d.team = append(d.team, ref)
		}
	}
	page, err := st.Desk(who).Cases(ctx, hall.CaseQuery{Filter: hall.OpenCases, Limit: 1})
	if err != nil {
		return err
	}
	for _, c := range page.Rows {
		d.open = c
	}
	err = f.pour(ctx, st, f.dice, func(b *store.Bulk) error {
		d.came = false
		return d.write(b)
	})
	if err != nil {
		return err
	}
	return d.askSwap(ctx, st)
}

// dutyMonth is one month of duty on its way to the store.
type dutyMonth struct {
	f        *filler
	s        hall.Settings
	calendar *hall.Calendar
	from, to hall.Day
	who      hall.DutyRef
	actor    hall.Actor
	team     []hall.DutyRef
	open     hall.CaseRow // a case that is handed over
	came     bool         // whoever opens the sample has signed in
}

func (d *dutyMonth) write(b *store.Bulk) error {
	county := []hall.DutyRef{{Kind: hall.InviteOther, Name: "县矛调中心 何律师"}, {Kind: hall.InviteOther, Name: "县矛调中心 沈法官"}}
	for k, team := range [][]hall.DutyRef{d.team, county} {
		for _, ref := range team {
			if err := b.DutyMember(&hall.DutyMember{Kind: hall.DutyKind(k), Who: ref, From: d.from, By: d.who.Name}); err != nil {
				return err
			}
		}
	}
	var away *hall.Leave
	if n := len(d.team); n > 2 {
		from := min(d.f.today+3, d.to)
		away = &hall.Leave{Who: d.team[n-1], From: from, To: min(from+1, d.to), Why: "送孙子上学", By: d.who.Name, At: d.f.o.Now}
		if err := b.Leave(away); err != nil {
			return err
		}
	}
	own, err := d.plan(hall.DutyHall, d.team, away, nil)
	if err != nil {
		return err
	}
	visits, err := d.plan(hall.DutyCounty, county, nil, own)
	if err != nil {
		return err
	}
	d.onToday(own)
	for _, list := range [][]hall.Shift{own, visits} {
		for i := range list {
			list[i].By, list[i].At = d.who.Name, d.f.openBy(d.from-1).At(d.s.Open[0], d.s.Zone)
			if err := b.Shift(&list[i]); err != nil {
				return err
			}
			if err := d.attend(b, list[i]); err != nil {
				return err
			}
		}
	}
	if !d.came { // no shift is planned for today; he comes all the same
		in := hall.SignIn{Day: d.f.today, Staff: d.actor.Staff, Mediator: d.actor.Mediator, Name: d.who.Name, In: d.f.o.Now.Add(-2 * time.Hour)}
		if err := b.SignIn(&in); err != nil {
			return err
		}
	}
	return nil
}

func (d *dutyMonth) plan(k hall.DutyKind, team []hall.DutyRef, away *hall.Leave, standing []hall.Shift) ([]hall.Shift, error) {
	towns := d.s.Rotation()
	for i, t := range towns {
		towns[i].Weekday = cmp.Or(t.Weekday, 5) // the team of the sample's county comes on Fridays
	}
	a := hall.DutyAsk{Kind: k, From: d.from, To: d.to, Calendar: d.calendar, Rules: d.s.Duty, Towns: towns, Standing: standing}
	for _, ref := range team {
		one := hall.DutyPerson{Who: ref}
		if away != nil && away.Who.Same(ref) {
			one.Leave = [][2]hall.Day{{away.From, away.To}}
		}
		a.Team = append(a.Team, one)
	}
	p, err := hall.PlanDuty(a)
	return p.Shifts, err
}

// onToday gives today's shift to whoever opens the sample: a shift of his goes to whom it
// takes it from.
func (d *dutyMonth) onToday(list []hall.Shift) {
	var today, his *hall.Shift
	for i := range list {
		switch s := &list[i]; {
		case s.Day == d.f.today:
			today = s
		case s.Has(d.who) && (his == nil || his.Day < d.f.today):
			his = s
		}
	}
	if today != nil && his != nil && !today.Has(d.who) && len(today.People) == 1 && len(his.People) == 1 {
		today.People, his.People = his.People, today.People
	}
}

// attend signs people in and out on a day that is past, and whoever opens the sample today.
func (d *dutyMonth) attend(b *store.Bulk, s hall.Shift) error {
	if s.Day > d.f.today || s.Day == d.f.today && !s.Has(d.who) {
		return nil
	}
	for _, ref := range s.People {
		if s.Day < d.f.today && d.f.r.IntN(16) == 0 {
			continue // did not come
		}
		minute := d.s.Open[0] - 2 - d.f.r.IntN(15)
		if d.f.r.IntN(10) == 0 {
			minute = d.s.Open[0] + d.s.Duty.Grace + 3 + d.f.r.IntN(25)
		}
		in := hall.SignIn{Day: s.Day, Name: ref.Name, Duty: s.ID, Late: d.s.LateBy(d.calendar.On(s.Day), minute), In: s.Day.At(minute, d.s.Zone)}
		if ref.Kind == hall.InviteMediator {
			in.Mediator = hall.MediatorID(ref.ID)
		}
		if ref.Same(d.who) {
			in.Staff = d.actor.Staff
		}
		if s.Day < d.f.today {
			in.Log = []hall.DutyNote{{At: s.Day.At(d.s.Open[0]+40+d.f.r.IntN(60), d.s.Zone), What: pick(d.f.r, dutyNotes)}}
			d.leave(&in, s)
		} else {
			in.In, in.Late, d.came = d.f.o.Now.Add(-2*time.Hour), 0, true
			in.Log = []hall.DutyNote{{At: d.f.o.Now.Add(-70 * time.Minute), What: dutyNotes[1]}}
		}
		if err := b.SignIn(&in); err != nil {
			return err
		}
	}
	return nil
}

// leave signs somebody out; on the hall's last day before today with what waits since then.
func (d *dutyMonth) leave(in *hall.SignIn, s hall.Shift) {
	var items []hall.HandItem
	last := d.f.today - 1
	for last > d.from && !d.calendar.On(last).Open {
		last--
	}
	if s.Kind == hall.DutyHall && s.Day == last {
		items = []hall.HandItem{{What: "会诊室的空调报修了，等师傅来"}}
		if d.open.ID != 0 && !d.open.Confidential {
			items = append(items, hall.HandItem{What: "再打一次电话，约双方来", Case: d.open.ID, Number: d.open.Number})
		}
	}
	in.HandOver("", items, s.Day.At(d.s.Open2[1]+d.f.r.IntN(12), d.s.Zone))
}

var dutyNotes = []string{"来访两批，都已登记", "接电话四个，一个转去了派出所", "有人来问土地承包，给了材料清单", "村里送来一份申请，放在窗口", "一对邻居在门口争吵，劝开了，约了明天"}

// askSwap has somebody ask whoever opens the sample to take a shift, the first that he can take.
func (d *dutyMonth) askSwap(ctx context.Context, st *store.Store) error {
	desk := st.Desk(d.actor)
	month, err := desk.DutyMonth(ctx, d.f.today+1, d.to)
	if err != nil {
		return err
	}
	for _, day := range month.Days {
		for _, row := range day.Rows {
			if row.Kind != hall.DutyHall || len(row.People) != 1 || row.Has(d.who) || row.People[0].Kind != hall.InviteMediator {
				continue
			}
			who := row.People[0]
			swap, err := desk.AskSwap(ctx, hall.DutySwap{Duty: row.ID, Who: who, With: d.who, Why: "家里办喜事"})
			if refused := (*hall.Error)(nil); errors.As(err, &refused) {
				continue
			}
			if err != nil {
				return err
			}
			swap.By, swap.At = who.Name, d.f.o.Now.Add(-time.Hour)
			swap.Consents[0] = hall.DutyWord{At: swap.At, By: who.Name}
			return st.Bulk(ctx, func(b *store.Bulk) error { return b.DutySwap(&swap) })
		}
	}
	return nil
}
