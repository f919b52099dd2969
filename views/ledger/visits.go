package ledger

import (
	"cmp"
	"context"
	"slices"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views/text"
)

type visit = hall.VisitRow

// visitColumns are what the four kinds of consultations have in common.
func visitColumns(own ...Column[visit]) []Column[visit] {
	out := []Column[visit]{
		id(func(r visit) hall.ConsultationID { return r.ID }), caseOf(func(r visit) hall.CaseID { return r.Case }),
	}
	out = append(out, own...)
	return append(out,
		col("applicant", text.M("当事人", "Party"), 12, func(r visit) Cell { return Say(r.Who) }),
		col("others", text.M("同来几人", "With them"), 6, func(r visit) Cell { return Count(r.Others) }).long(),
		col("respondent", text.M("对方", "Other side"), 12, func(r visit) Cell { return Say(r.Against) }),
		Column[visit]{Key: "type", Title: text.M("纠纷类型", "Dispute type"), Width: 12, Value: func(at Here, r visit) Cell {
			if r.Type == "" {
				return Cell{}
			}
			return Enum(r.Type, text.Type(at.Hall, r.Type))
		}},
		col("subject", text.M("事由", "Subject"), 20, func(r visit) Cell { return Say(r.Subject) }),
		col("mediators", text.M("调解员", "Mediators"), 14, func(r visit) Cell {
			if len(r.Mediators) == 0 {
				return Say(r.Mediator)
			}
			return names(r.Mediators)
		}),
		col("state", text.M("状态", "State"), 10, func(r visit) Cell {
			codes := []string{"waiting", "called", "started", "ended", "skipped", "gone", "no-show", "proposed"}
			return coded(r.State, text.VisitState(r), codes...)
		}),
		col("confidential", text.M("不公开", "Confidential"), 6, func(r visit) Cell { return Yes(r.Confidential) }).long(),
	)
}

func slotDay() Column[visit] {
	c := col("day", text.M("日期", "Day"), 12, func(r visit) Cell { return On(cmp.Or(r.Slot.Day, r.Day)) })
	c.Show = func(_ Here, r visit) text.Message { return text.ShortDay(cmp.Or(r.Slot.Day, r.Day)) }
	return c
}

func slotFrom() Column[visit] {
	return col("from", text.M("开始", "From"), 6, func(r visit) Cell {
		if r.Slot.To == 0 {
			return Cell{}
		}
		return Clock(r.Slot.From)
	})
}

func slotTo() Column[visit] {
	return col("to", text.M("结束", "To"), 6, func(r visit) Cell {
		if r.Slot.To == 0 {
			return Cell{}
		}
		return Clock(r.Slot.To)
	})
}

func room() Column[visit] {
	return col("room", text.M("调解室", "Room"), 8, func(r visit) Cell { return Say(r.Room) })
}

// sides is whom it is about, in one column.
func sides() Column[visit] {
	return Column[visit]{Key: "sides", Title: text.Consult.Parties, Width: 16, Who: true, Where: Screen,
		Value: func(_ Here, r visit) Cell { return Phrase(text.Sides(r)) }}
}

// Warned is the column of the mark that whoever meets or calls somebody sees first.
func Warned[R any](of func(R) hall.Warning) Column[R] {
	return Column[R]{Key: "warning", Title: text.M("险", "Risk"), Width: 8, Fit: true, Value: func(_ Here, r R) Cell {
		return Enum("", text.WarningMark(of(r)))
	}}
}

// Led has the mark of who is dangerous before the words of a column, on the screen: it takes no room from the
// other rows.
func Led[R any](c Column[R], of func(R) hall.Warning) Column[R] {
	value := c.Value
	c.Show = func(at Here, r R) text.Message { return text.Words(text.WarningTag(of(r)), value(at, r).say) }
	return c
}

// VisitWarning is what must be known first of who comes to a visit.
func VisitWarning(r hall.VisitRow) hall.Warning { return r.Warning }

// Calls are who is to be rung up. Whoever does it needs the telephones: the screen has them whole, a file
// those of the cases that its reader works on.
func Calls() List[hall.CallRow] {
	type R = hall.CallRow
	when := col("when", text.M("时间", "When"), 14, func(r R) Cell { return On(cmp.Or(r.Visit.Slot.Day, r.Visit.Day)) })
	when.Show = func(_ Here, r R) text.Message { return text.Planned(r.Visit) }
	phone := col("phone", text.M("电话", "Phone"), 12, func(r R) Cell { return Say(r.PhoneOutward()) }).open()
	phone.Show = func(_ Here, r R) text.Message { return text.Raw(r.Phone) }
	return List[R]{
		Name: "calls", Title: text.ListName("calls"), Takes: TakesConfidential,
		Help: text.M("到下一个工作日为止还要打电话的人，一人一行。电话只有承办人和主任写全。",
			"Who is to be called by the next open day, a line a person. Whole telephones for whoever works on the case, and the head."),
		Columns: []Column[R]{
			when,
			col("from", text.M("开始", "From"), 6, func(r R) Cell { return Clock(r.Visit.Slot.From) }).long(),
			Warned(func(r R) hall.Warning { return r.Visit.Warning }),
			col("name", text.M("姓名", "Name"), 10, func(r R) Cell { return Say(r.Name) }),
			phone,
			col("stands", text.M("情况", "State"), 14, func(r R) Cell {
				return coded(r.Stands(), text.Party(hall.Consultation{State: r.Visit.State}, r.Expected), "changed", "first", "told", "agreed")
			}),
			col("where", text.M("地点", "Where"), 8, func(r R) Cell {
				return Enum("", text.Where(r.Visit.Mode, r.Visit.Room, ""))
			}),
			col("village", text.M("村、社区", "Village"), 10, func(r R) Cell { return Say(r.Village) }),
			col("confidential", text.M("不公开", "Confidential"), 6, func(r R) Cell { return Yes(r.Visit.Confidential) }),
		},
		Each: func(ctx context.Context, d *store.Desk, _ Query, to func(R) error) error {
			l, err := d.Calls(ctx)
			if err != nil {
				return err
			}
			return put(slices.Concat(l.Rows, l.Closed), to)
		},
	}
}

// mostDays bounds lists that are read day by day.
const mostDays = 366

// eachDay reads a list day by day.
func eachDay(q Query, read func(hall.Day) error) error {
	for day, n := q.From, 0; day <= q.To && n < mostDays; day, n = day+1, n+1 {
		if err := read(day); err != nil {
			return err
		}
	}
	return nil
}

// Visits are who came on a day, in the order of their numbers.
func Visits() List[visit] {
	return List[visit]{
		Name: "visits", Title: text.ListName("visits"), Takes: TakesDays | TakesConfidential, Days: only,
		Help: text.M("来访的一人一行，按当天的号。默认今天，一次最多一年。", "One line for each visitor, by the day's numbers. Today unless said otherwise, at most a year at once."),
		Columns: visitColumns(
			col("day", text.M("日期", "Day"), 12, func(r visit) Cell { return On(hall.DayOf(r.Arrived)) }),
			col("queue", text.M("号", "No."), 5, func(r visit) Cell { return Count(r.Number) }),
			col("urgent", text.M("急", "Urgent"), 5, func(r visit) Cell { return Yes(r.Urgent) }),
			col("arrived", text.M("到达", "Arrived"), 16, func(r visit) Cell { return When(r.Arrived) }).long(),
			col("started", text.M("开始", "Began"), 16, func(r visit) Cell { return When(r.Started) }).long(),
			col("ended", text.M("结束", "Ended"), 16, func(r visit) Cell { return When(r.Ended) }).long(),
			room(),
			col("outcome", text.M("去向", "Outcome"), 10, func(r visit) Cell {
				if r.Outcome == hall.OutcomeNone {
					return Cell{}
				}
				return Enum("", text.Outcome(r.Outcome))
			}),
		),
		Each: func(ctx context.Context, d *store.Desk, q Query, to func(visit) error) error {
			return eachDay(q, func(day hall.Day) error {
				one, err := d.Queue(ctx, day)
				if err != nil {
					return err
				}
				all := slices.Concat(one.Waiting, one.Called, one.Skipped, one.Ended)
				for _, r := range one.Rooms {
					if r.Visit != nil && !slices.ContainsFunc(all, func(v visit) bool { return v.ID == r.Visit.ID }) {
						all = append(all, *r.Visit)
					}
				}
				all = slices.DeleteFunc(all, func(v visit) bool { return hall.DayOf(v.Arrived) != day })
				slices.SortStableFunc(all, func(a, b visit) int { return a.Number - b.Number })
				return put(all, to)
			})
		},
	}
}

// only is today.
func only(today hall.Day) (from, to hall.Day) { return today, today }

// ahead are today and the days after it for which people book.
func ahead(today hall.Day) (from, to hall.Day) { return today, today + 90 }

// Appointments are what was booked, cancelled ones too.
func Appointments() List[visit] {
	return List[visit]{
		Name: "appointments", Title: text.ListName("appointments"), Takes: TakesDays | TakesConfidential, Days: ahead,
		Help: text.M("约了时间的一场一行，取消的也在。默认从今天起 90 天。日历文件用 export calendar。",
			"One line for each appointment with an hour, cancelled ones too. From today to 90 days later unless said otherwise. "+
				"For a calendar file use export calendar."),
		Columns: visitColumns(slotDay(), slotFrom(), slotTo(), room(),
			col("kind", text.M("种类", "Kind"), 8, kindOf),
			col("mode", text.M("方式", "Method"), 8, func(r visit) Cell { return Enum("", text.Mode(r.Mode)) }),
			col("place", text.M("地点", "Place"), 14, func(r visit) Cell { return Say(r.Place) }).long(),
			col("told", text.M("已通知", "Told"), 6, func(r visit) Cell { return Yes(r.Party.Of > 0 && r.Party.Told == r.Party.Of) }).long(),
			col("confirmed", text.M("已确认", "Confirmed"), 6, func(r visit) Cell { return Yes(r.Party.Of > 0 && r.Party.Agreed == r.Party.Of) }).long(),
		),
		Each: func(ctx context.Context, d *store.Desk, q Query, to func(visit) error) error {
			list, err := d.Appointments(ctx, q.From, q.To)
			if err != nil {
				return err
			}
			return put(list, to)
		},
	}
}

func kindOf(r visit) Cell {
	return coded(r.Kind, text.Kind(r.Kind), "walkin", "appointment", "joint", "followup")
}

// Joints are the joint consultations: proposed, called together, held.
func Joints() List[visit] {
	return List[visit]{
		Name: "joint", Title: text.ListName("joint"), Takes: TakesDays | TakesConfidential,
		Help: text.M("提请的、已召集的、会诊过的，一场一行。", "Proposed, called together and held, one line each."),
		Columns: visitColumns(slotDay(), slotFrom(), slotTo(), room(),
			col("convener", text.M("召集人", "Convener"), 10, func(r visit) Cell { return Say(r.Convener) }),
			col("invited", text.M("请了几位", "Invited"), 6, func(r visit) Cell { return Number(r.Invited) }),
			col("unanswered", text.M("没答复的", "No answer yet"), 16, func(r visit) Cell { return Several(r.Unanswered) }).long(),
			col("line", text.M("会诊意见", "Conclusion"), 24, func(r visit) Cell { return Say(r.Line) }),
			col("reason", text.M("提请或取消的原因", "Why proposed or cancelled"), 20, func(r visit) Cell { return Say(r.Reason) }).long(),
			Led(sides(), VisitWarning),
			Column[visit]{Key: "awaited", Title: text.M("为什么、等什么、结果", "Why, what is awaited, result"), Width: 40, Where: Screen,
				Value: func(at Here, r visit) Cell { return Phrase(text.Awaited(r, at.Today)) }},
		),
		Each: func(ctx context.Context, d *store.Desk, q Query, to func(visit) error) error {
			for _, s := range []hall.Stage{hall.StageProposed, hall.StageOpen, hall.StageEnded} {
				page, err := d.Joints(ctx, s, most)
				if err != nil {
					return err
				}
				if err := put(between(page.Rows, q), to); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// between keeps the rows of the days asked for.
func between(list []visit, q Query) []visit {
	return slices.DeleteFunc(slices.Clone(list), func(r visit) bool {
		day := cmp.Or(r.Slot.Day, r.Day)
		return q.From != 0 && day < q.From || q.To != 0 && day > q.To
	})
}

// FollowUps are the follow-ups: those to be made by their days, then those that were.
func FollowUps() List[visit] {
	return List[visit]{
		Name: "followups", Title: text.ListName("followups"), Takes: TakesDays | TakesConfidential,
		Help: text.M("没做的按日子排，逾期的在前；后面是做过的，一次一行。", "Those to be made by their days, the overdue first; then those that were made. One line each."),
		Columns: visitColumns(slotDay(), slotFrom(),
			col("way", text.M("方式", "Method"), 8, func(r visit) Cell { return Enum("", text.FollowWay(r.Way)) }),
			col("village", text.M("村、社区", "Village"), 12, func(r visit) Cell { return Say(r.Village) }),
			Led(sides(), VisitWarning),
			col("relapse", text.M("有没有反复", "Relapse"), 10, func(r visit) Cell {
				if r.State != hall.Ended {
					return Cell{}
				}
				return Enum("", text.Relapse(r.Relapse))
			}),
		),
		Each: func(ctx context.Context, d *store.Desk, q Query, to func(visit) error) error {
			all, err := d.AllFollowUps(ctx, most)
			if err != nil {
				return err
			}
			return put(between(slices.Concat(all.Overdue.Rows, all.Soon.Rows, all.Later.Rows, all.Ended.Rows), q), to)
		},
	}
}

// Trip is who is to be looked up on one trip, village by village. Whoever goes needs telephones.
func Trip() List[hall.Stop] {
	type S = hall.Stop
	party := func(part func(hall.Details) string) func(S) Cell {
		return func(s S) Cell {
			var out []string
			for _, p := range s.Parties {
				out = append(out, part(p.Details))
			}
			return Several(out)
		}
	}
	return List[S]{
		Name: "trip", Title: text.ListName("trip"), Takes: TakesDays | TakesConfidential, Default: DOCX,
		Help: text.M("要回访的人，按村排好，有住址、电话和要看的协议。--to 写到哪天为止（默认今天）。",
			"Whom to look up, village by village, with addresses, telephones and the agreement. --to is the last day they "+
				"are due (today unless said otherwise)."),
		Days: only,
		Columns: []Column[S]{
			caseOf(func(s S) hall.CaseID { return s.Visit.Case }),
			col("number", text.M("案号", "Case number"), 16, func(s S) Cell { return Say(s.Number) }),
			col("village", text.M("村、社区", "Village"), 12, func(s S) Cell { return Say(s.Visit.Village) }),
			Warned(func(s S) hall.Warning { return s.Warning }),
			col("people", text.M("当事人", "Parties"), 14, party(func(d hall.Details) string { return d.Name })),
			col("phones", text.M("电话", "Telephones"), 16, party(func(d hall.Details) string { return d.Phone })).open(),
			col("addresses", text.M("住址", "Addresses"), 20, party(func(d hall.Details) string { return d.Address })),
			col("why", text.M("为什么回访", "Why"), 12, func(s S) Cell { return Enum("", text.FollowCause(s.Why)) }),
			col("due", text.M("到期", "Due"), 12, func(s S) Cell { return On(s.Visit.Day) }),
			col("terms", text.M("协议内容", "Terms"), 32, func(s S) Cell { return Say(s.Terms) }),
			col("perform_by", text.M("履行期限", "To be performed by"), 12, func(s S) Cell { return On(s.PerformBy) }),
			col("performed", text.M("履行日期", "Performed"), 12, func(s S) Cell { return On(s.Performed) }).long(),
		},
		Each: func(ctx context.Context, d *store.Desk, q Query, to func(S) error) error {
			list, _, err := d.Trip(ctx, q.To, most)
			if err != nil {
				return err
			}
			return put(list, to)
		},
	}
}
