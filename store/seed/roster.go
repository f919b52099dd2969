package seed

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"

	"sizhen/store"
	"sizhen/store/hall"
)

// What a roster's entries are made of.
var (
	areas   = strings.Fields("城东片 城西片 沿江片 山区片")
	studios = strings.Fields("老书记调解室 阿凤娘舅工作室 乡贤和事堂 工友之家调解室")
	courses = strings.Fields("人民调解法与文书 婚姻家庭纠纷调解 劳动争议调解 民法典相邻关系 沟通与倾听 调解员年度轮训")
	schools = strings.Fields("区司法局 市调解协会 百官司法所")
	why     = strings.Fields("年度考核 评选 岗位调整")
	chores  = map[hall.PostKind][]string{
		hall.PostMediate: {"调解滴水纠纷一起", "上门劝和婆媳", "排查邻里矛盾"}, hall.PostListen: {"走访三组,记下积水问题", "听取老人意见", "联络外出务工户"},
		hall.PostPromote: {"宣讲民法典", "发放法律宣传册", "讲解宅基地政策"},
	}
	lessons = strings.Fields("怎样听双方说完 写调解笔录 上门前先问邻居 算清账再谈 协议条款写到日期")
)

// rosterMaker makes the roster. It draws from a stream of its own: what it makes changes
// nothing in the cases.
type rosterMaker struct {
	f        *filler
	r        *rand.Rand
	calendar *hall.Calendar
	grades   []string
}

func (f *filler) roster(ctx context.Context, st *store.Store) error {
	s := st.Settings()
	dice := rand.NewPCG(f.o.RNG, 0x0574)
	mk := &rosterMaker{f: f, r: rand.New(dice), calendar: st.Calendar(), grades: s.Grades}
	for i := range f.o.Mediators {
		m := f.mediator(s)
		mk.complete(&m, i)
		f.mediators = append(f.mediators, m)
	}
	for done, n := 0, 0; done < len(f.mediators); done += n {
		n = min(batchAfter(done), len(f.mediators)-done)
		if err := f.enrol(ctx, st, f.mediators[done:done+n]); err != nil {
			return err
		}
	}
	if err := each(ctx, f, st, mk.pairs(), (*store.Bulk).Pair); err != nil {
		return err
	}
	return f.pour(ctx, st, dice, func(b *store.Bulk) error {
		return b.Log(hall.Entry{Deed: hall.DeedSeed, At: f.o.Now, Args: map[string]string{"mediators": fmt.Sprint(f.o.Mediators)}})
	})
}

// mediator is who he is: what the cases go by.
func (f *filler) mediator(s hall.Settings) hall.Mediator {
	sex, age := hall.Sex(1+f.r.IntN(2)), 35+f.r.IntN(38)
	m := hall.Mediator{
		Name: nameOf(f.r, sex, age), Sex: sex, Birth: f.today - hall.Day(age*365+age/4+f.r.IntN(360)), Phone: phone(f.r), Village: villageOf(f.r),
		FullTime: f.r.IntN(16) == 0, Backgrounds: hall.BackgroundsIn(pick(f.r, backs), nil), Specialities: []string{pick(f.r, s.Types).Code, pick(f.r, s.Types).Code},
	}
	if m.Specialities[0] == m.Specialities[1] {
		m.Specialities = m.Specialities[:1]
	}
	m.Organisation = m.Village + "人民调解委员会"
	return m
}

// complete gives him his years on the roster: terms, grade, studio, trainings, posts, and
// what was reported. The last but one of a roster is suspended, the last has left.
func (mk *rosterMaker) complete(m *hall.Mediator, i int) {
	r, today, n := mk.r, mk.f.today, mk.f.o.Mediators
	m.Area = pick(r, areas)
	m.Knows = m.Village + pick(r, surnames) + "家、" + pick(r, surnames) + "家"
	if r.IntN(3) == 0 {
		m.Knows += "，" + villageOf(r) + pick(r, surnames) + "氏"
	}
	if r.IntN(6) == 0 {
		m.StudioName, m.StudioLead = pick(r, studios), r.IntN(4) == 0
	}
	m.OrgHead = r.IntN(9) == 0
	for _, b := range m.Backgrounds {
		m.Servant = m.Servant || b == hall.CommitteeMan && r.IntN(3) == 0 || b == hall.CivilServant
		if b == hall.TradeExpert {
			m.Trade = pick(r, strings.Fields("建筑 纺织 物业 医疗 水产"))
		}
	}
	mk.career(m)
	switch {
	case i%50 == 49 || i == n-1 && n >= 8:
		mk.status(m, hall.Left, today-hall.Day(20+r.IntN(200)), "年龄原因")
	case i == n-2 && n >= 8:
		mk.status(m, hall.Suspended, today-hall.Day(8+r.IntN(20)), "住院休养")
	}
	mk.practice(m)
}

// career is when he joined, his terms up to now, and the grades he was given.
func (mk *rosterMaker) career(m *hall.Mediator) {
	r, today := mk.r, mk.f.today
	years := r.IntN(9)
	m.Joined = today - hall.Day(years*365+r.IntN(365)+1)
	for from := m.Joined; from <= today+20; {
		t := hall.Term{From: from, To: from.AddMonths(12*hall.TermYears) - 1, How: pick(r, strings.Fields("推选 聘任"))}
		if t.To < today && r.IntN(40) == 0 { // not renewed: due
			m.Terms = append(m.Terms, t)
			break
		}
		if t.From > today && r.IntN(3) > 0 {
			break // not renewed yet, but soon to be
		}
		m.Terms = append(m.Terms, t)
		from = t.To + 1
	}
	m.Filings = []hall.Filing{mk.filing(hall.FilingNew, m.Joined)}
	if len(mk.grades) == 0 {
		return
	}
	g := len(mk.grades) - 1
	m.Grade = mk.grades[g]
	for day := m.Joined + 500; day < today && g > 0; day += hall.Day(400 + r.IntN(500)) {
		if r.IntN(2) == 0 {
			continue
		}
		was := *m
		g--
		m.Grade = mk.grades[g]
		if now, bad := m.Became(was, day, pick(r, why)); bad == nil {
			*m = now
		}
	}
}

// filing is a change that was reported, in nearly all cases.
func (mk *rosterMaker) filing(what hall.FilingCause, day hall.Day) hall.Filing {
	f := hall.Filing{What: what, Changed: day, Due: hall.FilingDue(mk.calendar, day)}
	if age := mk.f.today - day; age > 60 || age > 20 && mk.r.IntN(3) > 0 {
		f.Filed, f.Number = min(day+hall.Day(5+mk.r.IntN(20)), mk.f.today), fmt.Sprintf("虞调备〔%d〕%d号", day.Year(), 1+mk.r.IntN(400))
	}
	return f
}

func (mk *rosterMaker) status(m *hall.Mediator, s hall.MediatorStatus, day hall.Day, reason string) {
	day = max(day, m.Joined, m.Since)
	now, bad := m.WithStatus(s, day, reason, mk.f.today)
	if bad != nil {
		return
	}
	what := hall.FilingChanged
	if s == hall.Left {
		what = hall.FilingLeft
	}
	now.Filings = append(now.Filings, mk.filing(what, day))
	*m = now
}

// practice is what he learned and what he took on beside his cases.
func (mk *rosterMaker) practice(m *hall.Mediator) {
	r, today := mk.r, mk.f.today
	for range r.IntN(4) {
		t := hall.Training{Day: today - hall.Day(10+r.IntN(700)), What: pick(r, courses), Hours: 4 * (1 + r.IntN(6)), By: pick(r, schools)}
		if t.Exam = r.IntN(2) == 0; t.Exam {
			t.Score = 58 + r.IntN(42)
			t.Pass = t.Score >= 60
		}
		m.Trainings = hall.WithTraining(m.Trainings, t)
	}
	if r.IntN(3) > 0 || m.Status != hall.Active {
		return
	}
	p := hall.Post{Kind: pick(r, hall.PostKinds()), Where: m.Village, From: max(m.Joined, today-hall.Day(30+r.IntN(300)))}
	for day := p.From + 3; day < today && len(p.Log) < 6; day += hall.Day(9 + r.IntN(40)) {
		p.Log = append(p.Log, hall.PostLog{Day: day, What: pick(r, chores[p.Kind]), By: m.Name})
	}
	m.Posts = append(m.Posts, p)
}

// pairs has the first of every eight teach the second: an old hand and a new one.
func (mk *rosterMaker) pairs() []*hall.Pair {
	var out []*hall.Pair
	all, r, today := mk.f.mediators, mk.r, mk.f.today
	for i := 0; i+1 < len(all); i += 8 {
		mentor, learner := all[i], all[i+1]
		if !mentor.Assignable() || !learner.Assignable() {
			continue
		}
		p := &hall.Pair{
			Mentor: hall.MediatorRef{ID: mentor.ID, Name: mentor.Name}, Learner: hall.MediatorRef{ID: learner.ID, Name: learner.Name},
			From: max(mentor.Joined, learner.Joined, today-hall.Day(60+r.IntN(300))),
		}
		for day := p.From + 7; day < today && len(p.Lessons) < 4; day += hall.Day(15 + r.IntN(40)) {
			p.Lessons = append(p.Lessons, hall.Lesson{Day: day, What: pick(r, lessons), By: mentor.Name})
		}
		if i%24 == 16 {
			p.To, p.Why = today-1, "已能独立调解"
			p.To = max(p.To, p.From)
		}
		out = append(out, p)
	}
	return out
}
