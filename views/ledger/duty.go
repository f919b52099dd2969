package ledger

import (
	"context"
	"io"
	"time"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views/paper"
	"sizhen/views/text"
)

// DutyLine is a planned shift and its day.
type DutyLine struct {
	hall.DutyRow
	Info     hall.DayInfo
	From, To int // its hours
}

// Duty is the plan of duty of a month, a line a shift. On paper it is the sheet for the wall,
// for a calendar one entry a shift.
func Duty() List[DutyLine] {
	type D = DutyLine
	return List[D]{
		Name: "duty", Title: text.ListName("duty"), Takes: TakesDays | TakesMonth | TakesPerson, Open: true, Days: hall.Day.Month,
		Help: text.M("docx 是贴墙的月表，一周一行，换过的班照换好的写；ics 是日历文件，改期、换班以后再导出一次、再打开一次就更新；其他格式一班一行。默认本月。",
			"docx is the sheet for the wall, a week a row, swaps applied; ics is a calendar file: exported and opened "+
				"again it moves what was moved; the others have a line a shift. This month unless said otherwise."),
		Columns: []Column[D]{
			id(func(r D) hall.ShiftID { return r.ID }),
			col("day", text.M("日期", "Date"), 12, func(r D) Cell { return On(r.Day) }),
			col("weekday", text.M("星期", "Weekday"), 8, func(r D) Cell { return Phrase(text.Weekday(r.Day.Weekday())) }),
			col("day_kind", text.M("节假日", "Holiday"), 10, func(r D) Cell { return Phrase(text.DayName(r.Info)) }),
			col("kind", text.M("种类", "Kind"), 10, func(r D) Cell { return coded(r.Kind, text.DutyKind(r.Kind), "hall", "county") }),
			col("township", text.M("乡镇", "Township"), 12, func(r D) Cell { return Say(r.Place()) }),
			col("people", text.M("值班人", "People"), 16, func(r D) Cell { return dutyNames(r.People) }),
			col("lacking", text.M("还缺", "Lacking"), 6, func(r D) Cell { return Number(r.Open) }),
			col("from", text.M("从", "From"), 6, func(r D) Cell { return Clock(r.From) }),
			col("to", text.M("到", "To"), 6, func(r D) Cell { return Clock(r.To) }),
			col("state", text.M("状态", "State"), 8, func(r D) Cell { return Enum("", text.DutyState(r.State)) }),
		},
		Each: func(ctx context.Context, d *store.Desk, q Query, to func(D) error) error {
			month, who, err := dutyMonth(ctx, d, q)
			if err != nil {
				return err
			}
			settings := d.Settings()
			for _, day := range month.Days {
				from, until := settings.DutyHours(day.Info)
				for _, r := range day.Rows {
					if who.Name != "" && !r.Has(who) {
						continue
					}
					if err := to(D{r, day.Info, from, until}); err != nil {
						return err
					}
				}
			}
			return nil
		},
		Other: map[Format]func(context.Context, io.Writer, *store.Desk, Scene, Query) error{DOCX: dutySheet, "ics": dutyCalendar},
	}
}

// dutyMonth reads the days asked for, and finds the person who is.
func dutyMonth(ctx context.Context, d *store.Desk, q Query) (hall.DutyMonth, hall.DutyRef, error) {
	month, err := d.DutyMonth(ctx, q.From, q.To)
	if err != nil || q.Person == "" {
		return month, hall.DutyRef{}, err
	}
	var names []string
	for _, k := range hall.DutyKinds() {
		for _, one := range month.Tally[k] {
			if one.Who.Name == q.Person {
				return month, one.Who, nil
			}
			names = append(names, one.Who.Name)
		}
	}
	return month, hall.DutyRef{}, NoPerson{Month: q.From, Name: q.Person, Names: names}
}

// NoPerson says that nobody of that name is in the list; Names are those who are.
type NoPerson struct {
	Month hall.Day
	Name  string
	Names []string
}

func (e NoPerson) Error() string { return "nobody called " + e.Name }

func dutySheet(ctx context.Context, w io.Writer, d *store.Desk, in Scene, q Query) error {
	q.Person = "" // the sheet on the wall is everybody's
	month, _, err := dutyMonth(ctx, d, q)
	if err != nil {
		return err
	}
	return paper.DutySheet(w, in.Hall, in.Lang, month, in.Now)
}

func dutyCalendar(ctx context.Context, w io.Writer, d *store.Desk, in Scene, q Query) error {
	month, who, err := dutyMonth(ctx, d, q)
	if err != nil {
		return err
	}
	name := text.Words(text.Raw(in.Hall.Name), text.DutyPaper.FileAll)
	if who.Name != "" {
		name = text.Words(text.Raw(in.Hall.Name), text.DutyPaper.FileOf.With("name", who.Name))
	}
	return paper.DutyCalendar(w, d.Identity(), in.Hall, in.Lang, name.In(in.Lang), month.Days, who, in.Now)
}

// SignIns are who came on duty and when, planned or not.
func SignIns() List[hall.SignIn] {
	type S = hall.SignIn
	return List[S]{
		Name: "signins", Title: text.ListName("signins"), Takes: TakesDays | TakesMonth, Days: hall.Day.Month,
		Help: text.M("签到一次一行：几点来、几点走、迟到几分、交接写了什么。默认本月。",
			"One line for each sign-in: when somebody came and went, how late, what was handed over. This month unless said otherwise."),
		Columns: []Column[S]{
			id(func(s S) hall.SignInID { return s.ID }),
			col("day", text.M("日期", "Date"), 12, func(s S) Cell { return On(s.Day) }),
			col("name", text.M("姓名", "Name"), 12, func(s S) Cell { return Say(s.Name) }),
			col("in", text.M("签到", "In"), 16, func(s S) Cell { return When(s.In) }),
			col("out", text.M("签退", "Out"), 16, func(s S) Cell { return When(s.Out) }),
			col("late", text.M("迟到（分）", "Late (minutes)"), 8, func(s S) Cell { return Count(s.Late) }),
			col("early", text.M("早退（分）", "Left early (minutes)"), 8, func(s S) Cell { return Count(s.Early) }),
			col("planned", text.M("排了班", "Planned"), 6, func(s S) Cell { return Yes(s.Duty != 0) }),
			col("by", text.M("谁代签", "Signed in by"), 10, func(s S) Cell { return Say(s.By) }).long(),
			col("by_why", text.M("为什么代签", "Why by another"), 16, func(s S) Cell { return Say(s.Why) }).long(),
			col("out_by", text.M("谁代签退", "Signed out by"), 10, func(s S) Cell { return Say(s.OutBy) }).long(),
			col("out_why", text.M("为什么代签退", "Why out by another"), 16, func(s S) Cell { return Say(s.OutWhy) }).long(),
			col("entered", text.M("补签于", "Entered later on"), 16, func(s S) Cell { return When(s.Entered) }).long(),
			col("corrected", text.M("更正过", "Corrected"), 6, func(s S) Cell { return Yes(len(s.Corrections) > 0) }).long(),
			col("log", text.M("日志几条", "Notes"), 6, func(s S) Cell { return Count(len(s.Log)) }).long(),
			col("items", text.M("交下几件", "Handed on"), 6, func(s S) Cell { return Count(len(s.Items)) }),
			col("note", text.M("交接", "Handover"), 28, func(s S) Cell { return Say(s.Note) }),
		},
		Each: func(ctx context.Context, d *store.Desk, q Query, to func(S) error) error {
			return eachDay(q, func(day hall.Day) error {
				list, err := d.Duty(ctx, day)
				if err != nil {
					return err
				}
				return put(list, to)
			})
		},
	}
}

// Handover is a thing that one shift hands to the next.
type Handover struct {
	Shift hall.SignIn
	Item  hall.HandItem
}

// Handovers are what shifts handed on, item by item, and what became of it.
func Handovers() List[Handover] {
	type H = Handover
	return List[H]{
		Name: "handovers", Title: text.ListName("handovers"), Takes: TakesDays | TakesMonth | TakesConfidential, Days: hall.Day.Month,
		Help: text.M("交下来的一件一行：谁交的、谁接的、办完没有、结果。默认本月。",
			"One line for each item: who handed it over, who took it, whether it is done and how. This month unless said otherwise."),
		Columns: []Column[H]{
			caseOf(func(h H) hall.CaseID { return h.Item.Case }),
			col("day", text.M("交接日期", "Handed over on"), 12, func(h H) Cell { return On(h.Shift.Day) }),
			col("by", text.M("交班人", "By"), 12, func(h H) Cell { return Say(h.Shift.Name) }),
			col("what", text.M("事项", "What"), 32, func(h H) Cell { return Say(h.Item.What) }),
			col("number", text.M("案号", "Case number"), 20, func(h H) Cell { return Say(h.Item.Number) }),
			col("accepted", text.M("接收", "Accepted"), 16, func(h H) Cell { return When(h.Item.Accepted) }).long(),
			col("accepted_by", text.M("接班人", "Accepted by"), 12, func(h H) Cell { return Say(h.Item.AcceptedBy) }),
			col("done", text.M("办完", "Done"), 16, func(h H) Cell { return When(h.Item.Done) }),
			col("result", text.M("结果", "Result"), 24, func(h H) Cell { return Say(h.Item.Result) }),
		},
		Each: func(ctx context.Context, d *store.Desk, q Query, to func(H) error) error {
			return SignIns().Each(ctx, d, q, func(s hall.SignIn) error {
				for _, item := range s.Items {
					if err := to(H{s, item}); err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
}

// TallyLine is how much duty somebody had.
type TallyLine struct {
	hall.DutyTally
	Kind hall.DutyKind
}

// Tally is how much duty everybody had in a month.
func Tally() List[TallyLine] {
	type T = TallyLine
	return List[T]{
		Name: "tally", Title: text.ListName("tally"), Takes: TakesDays | TakesMonth, Days: hall.Day.Month,
		Help: text.M("一人一行：排了几班、节假日几班、到了几次、迟到、缺勤。默认本月。",
			"One line for each person: shifts on working days and on weekends and holidays, how often they came, late, missing. This month unless said otherwise."),
		Columns: []Column[T]{
			col("kind", text.M("种类", "Kind"), 10, func(t T) Cell { return coded(t.Kind, text.DutyKind(t.Kind), "hall", "county") }),
			col("name", text.M("姓名", "Name"), 12, func(t T) Cell { return Say(t.Who.Name) }),
			col("work", text.M("工作日", "Working days"), 8, func(t T) Cell { return Number(t.Work) }),
			col("rest", text.M("节假日", "Weekends, holidays"), 8, func(t T) Cell { return Number(t.Rest) }),
			col("came", text.M("到岗", "Came"), 8, func(t T) Cell { return Number(t.Came) }),
			col("late", text.M("迟到", "Late"), 8, func(t T) Cell { return Number(t.Late) }),
			col("missed", text.M("缺勤", "Missed"), 8, func(t T) Cell { return Number(t.Missed) }),
		},
		Each: func(ctx context.Context, d *store.Desk, q Query, to func(T) error) error {
			month, err := d.DutyMonth(ctx, q.From, q.To)
			if err != nil {
				return err
			}
			for _, k := range hall.DutyKinds() {
				for _, one := range month.Tally[k] {
					if err := to(T{one, k}); err != nil {
						return err
					}
				}
			}
			return nil
		},
	}
}

// Swaps are the swaps of shifts that were asked for.
func Swaps() List[hall.SwapRow] {
	type S = hall.SwapRow
	return List[S]{
		Name: "swaps", Title: text.ListName("swaps"), Takes: TakesDays,
		Help: text.M("申请过的换班，一次一行，新的在前。", "The swaps that were asked for, one line each, the latest first."),
		Columns: []Column[S]{
			id(func(s S) hall.SwapID { return s.ID }),
			col("day", text.M("让出的班", "Gives"), 12, func(s S) Cell { return On(s.Day) }),
			col("who", text.M("谁的班", "Whose"), 12, func(s S) Cell { return Say(s.Who.Name) }),
			col("with", text.M("请谁", "Who takes it"), 12, func(s S) Cell { return Say(s.With.Name) }),
			col("for", text.M("换回的班", "For"), 12, func(s S) Cell { return On(s.ForDay) }),
			col("state", text.M("状态", "State"), 10, func(s S) Cell { return Enum("", text.SwapState(s.State)) }),
			col("why", text.M("原因", "Why"), 20, func(s S) Cell { return Say(s.Why) }),
			col("asked", text.M("申请时间", "Asked"), 16, func(s S) Cell { return When(s.At) }).long(),
		},
		Each: func(ctx context.Context, d *store.Desk, q Query, to func(S) error) error {
			list, err := d.Swaps(ctx, most)
			if err != nil {
				return err
			}
			for _, s := range list {
				if q.From != 0 && s.Day < q.From || q.To != 0 && s.Day > q.To {
					continue
				}
				if err := to(s); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// Leaves are the leaves that touch a year's days.
func Leaves() List[hall.Leave] {
	type L = hall.Leave
	return List[L]{
		Name: "leaves", Title: text.ListName("leaves"), Takes: TakesDays, Days: yearOf,
		Help: text.M("请假一次一行。默认今年。", "One line for each leave. This year unless said otherwise."),
		Columns: []Column[L]{
			id(func(l L) hall.LeaveID { return l.ID }),
			col("name", text.M("姓名", "Name"), 12, func(l L) Cell { return Say(l.Who.Name) }),
			col("from", text.M("从", "From"), 12, func(l L) Cell { return On(l.From) }),
			col("to", text.M("到", "To"), 12, func(l L) Cell { return On(l.To) }),
			col("days", text.M("几天", "Days"), 6, func(l L) Cell { return Number(int(l.To - l.From + 1)) }),
			col("why", text.M("原因", "Why"), 24, func(l L) Cell { return Say(l.Why) }),
			col("by", text.M("谁登记的", "Entered by"), 10, func(l L) Cell { return Say(l.By) }).long(),
		},
		Each: func(ctx context.Context, d *store.Desk, q Query, to func(L) error) error {
			month, err := d.DutyMonth(ctx, q.From, q.To)
			if err != nil {
				return err
			}
			return put(month.Leaves, to)
		},
	}
}

func yearOf(day hall.Day) (from, to hall.Day) {
	y, _, _ := day.Date()
	return hall.NewDay(y, time.January, 1), hall.NewDay(y, time.December, 31)
}
