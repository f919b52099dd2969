package seed

import (
	"time"

	"sizhen/store/hall"
)

// made is a case on its way to the store.
type made struct {
	matter
	c      hall.Case
	visits []hall.Consultation
}

// way is a case going the hall's course: every step is the hall's own, with its rules, and
// none is taken after now.
type way struct {
	made
	f        *filler
	s        hall.Settings
	mediator hall.Mediator
	err      error
}

// make tells one dispute, registered at a moment, up to where it would stand today: nearly
// all old ones are settled, the young ones stand anywhere, a few are late.
func (f *filler) make(at time.Time, s hall.Settings) (made, error) {
	w := &way{f: f, s: s, made: made{matter: f.matter(at, s)}}
	in := w.in
	w.c = hall.Case{Parties: in.Parties, Matter: in.Matter, Registered: at, RegisteredAs: f.clerk}
	n, age := f.r.IntN(1000), int(f.today-hall.DayOf(at))
	late := age < 50 && n >= 985
	switch {
	case n < 6:
		w.take(at, hall.Step{Action: hall.ActRefuse, Reason: "法院已经受理", Referral: "人民法院"})
	case n < 12:
		if w.take(at, hall.Step{Action: hall.ActTransfer, To: "县矛调中心", Direction: hall.ToUp, Reason: "涉及两个乡镇"}) {
			w.take(w.open(hall.DayOf(at)+3, w.s.Open[0]), hall.Step{Action: hall.ActTransferTaken})
		}
	case age < 2 && n < 500: // registered, not yet accepted
	default:
		w.take(at, hall.Step{Action: hall.ActAccept})
		if age < 4 && n < 650 || late && n >= 994 {
			break // nobody assigned yet
		}
		if w.assign(at.Add(time.Duration(3+f.r.IntN(5)) * time.Minute)) {
			w.mediate(n, late, age < 12 && n < 800 && !w.is(spot))
		}
	}
	return w.made, w.err
}

// take takes a step at a moment, and reports whether it was: not if that is still to come,
// nor after an error.
func (w *way) take(at time.Time, step hall.Step) bool {
	if w.err != nil || at.After(w.f.o.Now) {
		return false
	}
	by := hall.Actor{Name: w.mediator.Name, Mediator: w.mediator.ID, Roles: hall.FrontDesk | hall.RoleMediator | hall.Head}
	w.err = hall.Apply(&w.c, step, by, hall.Rules{
		Settings: w.s, Calendar: w.f.calendar, Now: at,
		Visits: func(hall.CaseID) ([]hall.Consultation, error) { return w.visits, nil },
		Find:   func(hall.MediatorID) (hall.Mediator, error) { return w.mediator, nil },
		Allot:  func(int) (string, int, error) { return "", 0, nil }, // the store allots it when it writes the case down
	})
	return w.err == nil
}

// assign gives the case to a mediator who is no relation of the parties, if the hall has one,
// and rather to one who knows such matters.
func (w *way) assign(at time.Time) bool {
	all, start := w.f.mediators, w.f.r.IntN(len(w.f.mediators))
	best := -1
	for i := range all {
		m := all[(start+i)%len(all)]
		if !m.Assignable() {
			continue
		}
		kind, _ := hall.ConflictOf(w.c, m)
		value := 0
		if kind == hall.NoConflict {
			value = 1
			for _, code := range m.Specialities {
				if code == w.c.Type {
					value = 2
				}
			}
		}
		if value > best {
			best, w.mediator = value, m
		}
		if best == 2 || best == 1 && i > 8 {
			break
		}
	}
	step := hall.Step{Action: hall.ActAssign, Mediator: w.mediator.ID, Chair: true}
	if best == 0 {
		step.Override, step.Reason = true, "中心暂无其他调解员，双方同意"
	}
	return w.take(at, step)
}

// mediate holds one session, of difficult cases two or three with an appraisal in between
// now and then, and ends the case with the last. Late and young cases are still at it.
func (w *way) mediate(n int, late, young bool) {
	r, sessions := w.f.r, 1
	if w.is(hard) {
		sessions = 2 + r.IntN(2)
	}
	at, over := w.first(), time.Time{}
	for i := range sessions {
		result := hall.ResultContinue
		if i == sessions-1 && !late && !young {
			if result = hall.ResultSettled; n < 18 {
				result = hall.ResultFailed
			} else if n < 26 {
				result = hall.ResultContinue // one side goes away
			}
		}
		if hall.DayOf(at) > w.c.Deadline && !w.extend(over) {
			return
		}
		over = at.Add(time.Duration(30+r.IntN(60)) * time.Minute)
		if !w.session(at, over, result) || late || young {
			return
		}
		if i == sessions-1 {
			w.finish(over, n)
			return
		}
		day := w.f.calendar.NextOpen(hall.DayOf(at) + hall.Day(4+r.IntN(9)))
		if r.IntN(6) == 0 {
			if !w.take(over, hall.Step{Action: hall.ActPause, Reason: "等待鉴定意见", Until: day}) ||
				!w.take(day.At(w.s.Open[0], w.s.Zone), hall.Step{Action: hall.ActResume}) {
				return
			}
			day++
		}
		at = w.slot(day)
	}
}

// first is when the first session is held: at once where things are settled on the spot,
// else within the days in which it is to be finished.
func (w *way) first() time.Time {
	r, reg := w.f.r, w.c.Registered
	if w.is(spot) {
		return reg.Add(time.Duration(10+r.IntN(10)) * time.Minute)
	}
	return w.slot(hall.DayOf(reg) + hall.Day(1+r.IntN(max(w.s.GoalOf(w.c.Difficulty), 1))))
}

// extend extends the limit on the last open day within it, after what was done that day.
func (w *way) extend(after time.Time) bool {
	if l := w.s.LimitOf(w.c.Matter); l.Times != hall.EveryTime && w.c.Extended >= l.Times {
		return true // the law gives no more: they go on talking all the same
	}
	at := w.f.openBy(w.c.Deadline).At(w.s.Open[0], w.s.Zone)
	if at.Before(after) {
		at = after
	}
	return w.take(at, hall.Step{Action: hall.ActExtend, Both: true, Reason: "双方都愿意再谈一次"})
}

// open is a minute of the first open day from a day on.
func (w *way) open(day hall.Day, minute int) time.Time {
	return w.f.calendar.NextOpen(day).At(minute, w.s.Zone)
}

// slot is a beginning of an appointment on the first open day from a day on.
func (w *way) slot(day hall.Day) time.Time {
	open := w.s.Open
	if w.f.r.IntN(2) == 0 {
		open = w.s.Open2
	}
	return w.open(day, open[0]+w.f.r.IntN(max((open[1]-open[0]-w.s.Slot)/30+1, 1))*30)
}

// finish ends a case: nearly always with an agreement, else with the other ways told.
func (w *way) finish(at time.Time, n int) {
	const ways = "可以申请仲裁、行政处理，或向人民法院起诉"
	switch {
	case n < 18:
		w.take(at, hall.Step{Action: hall.ActFail, Reason: "双方差距较大", Referral: ways})
	case n < 22:
		w.take(at, hall.Step{Action: hall.ActTerminate, Reason: "一方不愿再调解", Referral: ways})
	case n < 26:
		w.take(at, hall.Step{Action: hall.ActWithdraw, Reason: "申请人撤回，双方自己商量", Referral: ways})
	default:
		w.agree(at)
		w.perform()
	}
	if w.c.Closed != 0 {
		w.take(w.open(w.c.Closed+61, w.s.Open[0]), hall.Step{Action: hall.ActFile, Dossier: w.dossier()})
	}
}
