package seed

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"time"

	"sizhen/store"
	"sizhen/store/hall"
)

// followUps writes down the follow-ups that the rules ask for: those of the past were made,
// but for a few that were forgotten lately; the rest are planned. What a rule asks for on a day on
// which the hall is closed is put off to the next open one.
func (f *filler) followUps(b *store.Bulk, c hall.Case, s hall.Settings) error {
	r := rand.New(rand.NewPCG(f.o.RNG, uint64(c.ID)))
	for _, p := range hall.PlanFollowUps(c, s) {
		v := &hall.Consultation{
			Kind: hall.FollowUp, Case: c.ID, Day: f.calendar.NextOpen(p.Day), Mediators: c.Mediators(), Type: c.Type, Subject: c.Subject,
			Confidential: c.Confidential, By: f.clerk, Visit: &hall.Visit{Why: p.Why, Planned: p.Day},
		}
		v.Who, v.Others = hall.First(c.Of(hall.Applicant))
		v.Against, _ = hall.First(c.Of(hall.Respondent))
		if a := c.Of(hall.Applicant); len(a) > 0 {
			v.Visit.Village = a[0].Details.Village
		}
		if r.IntN(3) == 0 {
			v.Visit.Way = hall.FollowPhone
		}
		on := f.calendar.NextOpen(p.Day + hall.Day(r.IntN(3)))
		forgotten := p.Day > f.today-20 && r.IntN(8) == 0
		if on < f.today && !forgotten {
			f.visited(r, v, c, on, s.Zone)
		}
		if err := b.Consultation(v); err != nil {
			return err
		}
	}
	return nil
}

// visited is what somebody found when he looked.
func (f *filler) visited(r *rand.Rand, v *hall.Consultation, c hall.Case, on hall.Day, zone *time.Location) {
	w := v.Visit
	v.State, v.Day, v.Ended, w.On, w.Written = hall.Ended, on, on.At(15*60, zone), on, on.At(15*60, zone)
	w.Performance, w.Satisfaction, w.By = hall.PerformanceFull, 3+r.IntN(3), c.RegisteredAs
	if ms := c.Mediators(); len(ms) > 0 {
		w.By = ms[0].Name
	}
	w.Findings = pick(r, wentWell)
	switch {
	case c.Agreement().Performed == 0 || c.Agreement().Performed > on:
		w.Performance, w.Findings = hall.PerformanceNotDue, "还没到履行期限，已提醒双方按协议办"
	case r.IntN(60) == 0:
		w.Relapse, w.Findings, w.Measures = hall.RelapseRisk, "双方见面仍不说话，为小事又有口角", "请村干部多留意，一周后再去"
	}
}

var wentWell = []string{
	"协议已经履行，双方都满意", "款已付清，双方见面打招呼", "已按约定办妥，没有新的争执", "回访时双方都在，都说没有意见", "已履行，邻居之间恢复来往",
}

// booked is how many appointments a sample hall has ahead, perDay how many of them on a day that is
// no market day.
const (
	booked = 20
	perDay = 2
)

// ahead fills the days to come, through the desk as a person would: resource bodies,
// appointments with notices, and joint consultations, one only proposed, one called together.
func ahead(ctx context.Context, st *store.Store, desk *store.Desk) error {
	s := st.Settings()
	for _, b := range resources() {
		b.Helps = slices.DeleteFunc(b.Helps, func(code string) bool { _, ok := s.Type(code); return !ok })
		if _, err := desk.SaveBody(ctx, 0, b); err != nil {
			return err
		}
	}
	page, err := desk.Cases(ctx, hall.CaseQuery{Filter: hall.OpenCases, Limit: 60})
	if err != nil {
		return err
	}
	var rows []hall.CaseRow
	for _, row := range page.Rows {
		if row.State <= hall.Mediating {
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	if err := discuss(ctx, st, desk, rows); err != nil {
		return err
	}
	cal, day := desk.Calendar(), hall.DayOf(st.Now())
	for i := 0; i < booked; day++ {
		day = cal.NextOpen(day)
		many := perDay
		if market(day) {
			many *= rush
		}
		for range min(many, booked-i) {
			if err := appoint(ctx, st, desk, rows[i%len(rows)], day, i); err != nil {
				return err
			}
			i++
		}
	}
	return nil
}

// appoint books a case for a day; what is refused is left out, as somebody at the desk would.
func appoint(ctx context.Context, st *store.Store, desk *store.Desk, row hall.CaseRow, day hall.Day, i int) error {
	s := st.Settings()
	b := hall.Booking{Slot: hall.Slot{Day: day}, Room: s.Rooms[(i+i/3)%len(s.Rooms)]}
	if b.Slot.From = s.Open2[0] + i%3*60; i%5 == 4 {
		b.Slot.From = s.Open[0] + 30
	}
	b.Slot.To = b.Slot.From + min(s.Slot, 60)
	switch i % 7 {
	case 2:
		b.Mode = hall.ByPhone
	case 6:
		b.Mode, b.Place = hall.AtHome, "家里"
	}
	if len(row.Mediators) > 0 {
		b.Mediators = row.Mediators[:1]
	}
	v, err := desk.Book(ctx, row.ID, 0, b)
	var refused *hall.Error
	if errors.As(err, &refused) {
		return nil
	}
	if err != nil || i%3 == 2 {
		return err
	}
	var told []int // all of them, or the first only
	if i%3 == 1 {
		told = []int{0}
	}
	if v, err = desk.Notify(ctx, v.ID, v.Rev, hall.Notice{Way: hall.NoticePhone, Reached: true}, told...); err != nil || i%3 == 1 {
		return err
	}
	if i%2 == 1 {
		told = []int{0}
	}
	_, err = desk.Confirm(ctx, v.ID, v.Rev, told...)
	return err
}

// discuss proposes two joint consultations and calls one of them together.
func discuss(ctx context.Context, st *store.Store, desk *store.Desk, rows []hall.CaseRow) error {
	var hard []hall.CaseRow
	for _, r := range rows {
		if r.State == hall.Mediating && !r.Confidential {
			hard = append(hard, r)
		}
	}
	for i, r := range hard[:min(len(hard), 2)] {
		v, err := desk.ProposeJoint(ctx, r.ID, []string{"责任划分意见不一，要请专业单位来看", "涉及两个村，村里劝过三次没有结果"}[i])
		if err != nil || i == 1 {
			return err
		}
		if err := convene(ctx, st, desk, v); err != nil {
			return err
		}
	}
	return nil
}

func convene(ctx context.Context, st *store.Store, desk *store.Desk, v hall.Consultation) error {
	asked, err := desk.Invitees(ctx, v.Case, "", 4)
	if err != nil {
		return err
	}
	var invited []hall.Invitee
	me := desk.Actor()
	for _, a := range asked {
		if a.Kind != hall.InviteMediator || a.ID != uint64(me.Mediator) {
			invited = append(invited, a.Invitee)
		}
	}
	convener := hall.Invitee{Kind: hall.InviteStaff, ID: uint64(me.Staff), Name: me.Name}
	if v, err = desk.Invite(ctx, v.ID, v.Rev, convener, invited); err != nil {
		return err
	}
	f, err := desk.Joint(ctx, v.ID)
	if err != nil {
		return err
	}
	if given := f.Discussion().Questions(f.Case); len(given) > 0 {
		for i := range given {
			given[i].Given, given[i].Day = true, hall.DayOf(st.Now())
		}
		if v, err = desk.Consents(ctx, v.ID, v.Rev, given); err != nil {
			return err
		}
	}
	if v, err = desk.Agenda(ctx, v.ID, v.Rev, "一、承办调解员介绍情况\n二、各方看法\n三、解决思路和分工"); err != nil {
		return err
	}
	today := hall.DayOf(st.Now())
	times, err := desk.FindTimes(ctx, v.ID, today+1, today+30, 90)
	if err != nil || len(times.Found) == 0 {
		return err
	}
	best := times.Found[0]
	if v, err = desk.Convene(ctx, v.ID, v.Rev, best.Slot, best.Room, nil, ""); err != nil || len(v.Joint.Invited) == 0 {
		return err
	}
	_, err = desk.Answered(ctx, v.ID, v.Rev, v.Joint.Invited[0], hall.Comes, "")
	return err
}

// resources are the bodies a sample hall can ask.
func resources() []hall.Body {
	weekly := func(day time.Weekday, from, to int) []hall.Window {
		return []hall.Window{{Weekday: day, From: from, To: to}}
	}
	return []hall.Body{
		{Name: "百官派出所", Kind: hall.BodyPolice, Contact: "周警官", Phone: "10057501101", Helps: []string{"neighbours", "damages", "traffic"}, Special: "治安纠纷、伤情",
			Village: "小港村 前岸村"},
		{Name: "百官司法所", Kind: hall.BodyJudicial, Contact: "胡所长", Phone: "10057501102", Helps: []string{"contract", "homestead", "expropriation"}, Special: "法律政策"},
		{Name: "城西人民法庭", Kind: hall.BodyCourt, Contact: "郑法官", Phone: "10057501103", Helps: []string{"marriage", "contract", "damages"}, Special: "司法确认、诉前调解",
			Times: weekly(time.Wednesday, 9*60, 11*60+30)},
		{Name: "舜江律师事务所", Kind: hall.BodyLawyer, Contact: "俞律师", Phone: "10057501104", Helps: []string{"contract", "business", "labour", "wages"}, Special: "村法律顾问"},
		{Name: "农业技术推广站", Kind: hall.BodyDepartment, Contact: "陆站长", Phone: "10057501105", Helps: []string{"land", "environment", "damages"}, Special: "药害、渔塘、作物损失"},
		{Name: "劳动监察中队", Kind: hall.BodyDepartment, Contact: "冯队长", Phone: "10057501106", Helps: []string{"wages", "labour"}, Special: "欠薪"},
	}
}
