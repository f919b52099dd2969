package seed

import (
	"fmt"
	"time"

	"sizhen/store/hall"
)

// session holds a session and writes it down, with the visit in which it was.
func (w *way) session(at, over time.Time, result hall.SessionResult) bool {
	r, day := w.f.r, hall.DayOf(at)
	v := hall.Consultation{
		Kind: hall.WalkIn, State: hall.Ended, Day: day, Room: pick(r, w.s.Rooms), Mediators: w.c.Mediators(), Type: w.c.Type, Subject: w.c.Subject,
		Arrived: at.Add(-time.Duration(2+r.IntN(8)) * time.Minute), Called: at, Started: at, Ended: over, By: w.f.clerk, Confidential: w.c.Confidential,
	}
	v.Who, v.Others = hall.First(w.c.Of(hall.Applicant))
	v.Against, _ = hall.First(w.c.Of(hall.Respondent))
	v.Session = &hall.Session{
		At: at, Place: v.Room, Present: "双方当事人到场", RightsTold: true, Facts: w.c.Facts, Result: result, Outcome: w.outcome(result),
		Statements: "申请人：" + w.c.Requests + "。被申请人：" + w.answer() + "。",
	}
	switch minute := hall.MinuteOf(at); {
	case w.is(spot) && w.c.Sessions == 0:
		v.End = hall.Ending{Outcome: hall.SettledOnSpot, Terms: w.terms, Amount: w.paid, Performed: true, Mediated: w.mediator.Name}
	case r.IntN(3) > 0:
		v.Kind, v.Slot = hall.Appointment, hall.Slot{Day: day, From: minute, To: minute + w.s.Slot}
		if r.IntN(8) == 0 {
			v.Mode, v.Room, v.Session.Place = hall.AtHome, "", "当事人家中"
		}
	default:
		v.End.Outcome = hall.AcceptedNow
	}
	if result != hall.ResultSettled && v.End.Outcome == hall.SettledOnSpot {
		v.End = hall.Ending{Outcome: hall.AcceptedNow}
	}
	if !w.take(over, hall.Step{Action: hall.ActSession, Session: v.Session}) {
		return false
	}
	w.visits = append(w.visits, v)
	return true
}

// outcome is the last line of a session's record.
func (w *way) outcome(result hall.SessionResult) string {
	switch result {
	case hall.ResultSettled:
		return w.terms
	case hall.ResultFailed:
		return "双方差距较大，已告知其他途径"
	}
	return pick(w.f.r, []string{"双方同意再谈一次", "各自回去和家里商量", "先把情况核实清楚再谈"})
}

// answer is what the other side says.
func (w *way) answer() string {
	switch {
	case w.outline.body != "":
		return pick(w.f.r, []string{"按规定办，愿意协商", "情况属实，数额要再核一核", "要向上面报一报再答复"})
	case w.asked > 0:
		return pick(w.f.r, []string{"承认有这件事，钱要得太多", "愿意出一部分", "手头紧，想分几次付", "自己也有损失，愿意商量"})
	}
	return pick(w.f.r, []string{"愿意商量", "不是有意的，可以改", "对方也有不是，愿意各让一步"})
}

// agree puts the agreement down. It is written where the hall wants that, and now and then
// because a party asks; some small ones stay oral although they are performed later.
func (w *way) agree(at time.Time) {
	r, day := w.f.r, hall.DayOf(at)
	a := hall.Agreement{Made: day, Facts: w.c.Facts, Terms: w.terms, Amount: w.paid, Manner: "按约定做到", Place: "本中心", OnSpot: w.is(spot)}
	if w.paid > 0 {
		a.Manner = pick(r, []string{"现金", "转账", "微信转账"})
	}
	if !a.OnSpot {
		a.PerformBy = day + hall.Day(within(r, w.terms))
	}
	a.Written = hall.WhyWritten(w.c, a, w.s) != nil
	small := w.paid < 2000_00 && w.group == 1 && w.outline.body == "" && w.c.Risk < hall.RiskMid && w.c.Difficulty != hall.Difficult
	if a.Written && small && r.IntN(3) == 0 {
		a.Written, a.WhyOral = false, "事情小，双方都说口头约定就行"
	}
	a.WantsConfirm = a.Written && !a.OnSpot && mayConfirm(w.c.Type) && r.IntN(10) == 0
	if !w.take(at, hall.Step{Action: hall.ActAgree, Agreement: &a}) || !a.Written {
		return
	}
	sign := hall.Step{Action: hall.ActSign, PartiesSigned: day, MediatorSigned: day, Sealed: day}
	if r.IntN(4) > 0 {
		w.take(at, sign)
		return
	}
	sign.Sealed = 0 // the seal comes some days later
	w.take(at, sign)
	if w.c.State == hall.Agreed {
		day = w.f.calendar.NextOpen(day + hall.Day(1+r.IntN(4)))
		w.take(day.At(w.s.Open[0]+30, w.s.Zone), hall.Step{Action: hall.ActSign, Sealed: day})
	}
}

// mayConfirm: courts confirm nothing about personal status or ownership (CPL 2023 art. 205).
func mayConfirm(code string) bool { return code != "marriage" && code != "homestead" && code != "land" }

// court is what the court said some days after it was applied to; what lies ahead was not said yet.
func (w *way) court(applied hall.Day, after int, said hall.CourtsAnswer) {
	if said.Day = w.f.calendar.NextOpen(applied + hall.Day(after)); said.Day < w.f.today {
		w.take(said.Day.At(w.s.Open2[0], w.s.Zone), hall.Step{Action: hall.ActCourt, Court: said})
	}
}

// perform carries the agreement out by its day, a little before it as a rule; a few that fell
// due of late are still open. Where the parties want it, the court confirms it.
func (w *way) perform() {
	if w.c.State != hall.Performing {
		return
	}
	r, a := w.f.r, w.c.Agreement()
	force, noon := a.Effective(), w.s.Open2[0]
	if a.WantsConfirm {
		day := w.f.calendar.NextOpen(force + hall.Day(3+r.IntN(18)))
		of := hall.Confirmation{About: hall.ConfirmPaying, Enclosures: hall.Enclosures(w.c)}
		w.take(day.At(noon, w.s.Zone), hall.Step{Action: hall.ActConfirm, Day: day, Both: true, To: "县人民法院", Confirm: of})
		w.court(day, 2, hall.CourtsAnswer{Answer: hall.CourtTook})
		w.court(day, 12, hall.CourtsAnswer{Answer: hall.CourtConfirmed, Paper: fmt.Sprintf("(%d)民特%d号", day.Year(), 100+r.IntN(900))})
	}
	done := max(force+1, a.PerformBy-hall.Day(r.IntN(4)))
	if w.f.today-done <= 20 && r.IntN(20) == 0 {
		return
	}
	w.take(w.open(done, noon), hall.Step{Action: hall.ActPerform, Day: done, Reason: pick(r, []string{"双方当面点清", "已电话核实", "调解员到场看过"})})
}

// dossier is how the paper of a case is filed: all that is called for is there, and what its record lacks is said.
func (w *way) dossier() hall.Dossier {
	day := int(w.c.Closed)
	d := hall.Dossier{Shelf: fmt.Sprintf("%d号柜%d层", 1+day%3, 1+day%5), Keep: hall.Keep30, Papers: hall.Lacks(w.c, w.visits, nil)}
	if len(hall.Gaps(w.c, w.visits, w.s)) > 0 {
		d.Why = "当事人没有提供，已尽量补齐"
	}
	return d
}
