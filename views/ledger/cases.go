package ledger

import (
	"context"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views/text"
)

// Cases are all cases, one line each.
func Cases() List[hall.Case] {
	type C = hall.Case
	side := func(s hall.Side, part func(hall.Details) string) func(C) Cell {
		return func(c C) Cell {
			var out []string
			for _, p := range c.Of(s) {
				out = append(out, part(p.Details))
			}
			return Several(out)
		}
	}
	name := func(d hall.Details) string { return d.Name }
	doc := func(d hall.Details) string { return d.DocNumber }
	phone := func(d hall.Details) string { return d.Phone }
	agreed := func(value func(hall.Agreement) Cell) func(C) Cell {
		return func(c C) Cell {
			if c.Agreement() == nil {
				return Cell{}
			}
			return value(*c.Agreement())
		}
	}
	return List[C]{
		Name: "cases", Title: text.ListName("cases"), Takes: TakesDays | TakesConfidential,
		Help: text.M("一件一行。身份证号和电话只留头尾。--from、--to 按登记日期算。",
			"One line for each case. Identity numbers and telephones are masked. "+
				"--from and --to are days of registration."),
		Columns: []Column[C]{
			id(func(c C) hall.CaseID { return c.ID }),
			col("number", text.M("案号", "Case number"), 20, func(c C) Cell { return Say(c.Number) }),
			col("state", text.M("状态", "State"), 10, func(c C) Cell { return coded(c.State, text.State(c.State), stateCodes()...) }),
			{Key: "type", Title: text.M("纠纷类型", "Dispute type"), Width: 12, Value: func(at Here, c C) Cell {
				return Enum(c.Type, text.Type(at.Hall, c.Type))
			}},
			col("source", text.Matter.Source, 10, func(c C) Cell {
				return coded(c.Source, text.Source(c.Source), "application", "unasked", "entrusted")
			}).long(),
			col("registered", text.M("登记日期", "Registered"), 12, func(c C) Cell { return On(hall.DayOf(c.Registered)) }),
			col("applied", text.M("申请日期", "Applied for"), 12, func(c C) Cell { return On(c.AppliedOn()) }).long(),
			col("accepted", text.M("受理日期", "Accepted"), 12, func(c C) Cell { return On(c.Accepted) }).long(),
			col("deadline", text.M("调解期限", "Time limit"), 12, func(c C) Cell { return On(c.Deadline) }),
			col("closed", text.M("结案日期", "Closed"), 12, func(c C) Cell { return On(c.Closed) }),
			col("applicants", text.M("申请人", "Applicants"), 14, side(hall.Applicant, name)),
			col("applicant_documents", text.M("申请人证件号", "Applicants' documents"), 18, side(hall.Applicant, doc)).long().open(),
			col("applicant_phones", text.M("申请人电话", "Applicants' telephones"), 14, side(hall.Applicant, phone)).long().open(),
			col("respondents", text.M("被申请人", "Respondents"), 14, side(hall.Respondent, name)),
			col("respondent_documents", text.M("被申请人证件号", "Respondents' documents"), 18, side(hall.Respondent, doc)).long().open(),
			col("respondent_phones", text.M("被申请人电话", "Respondents' telephones"), 14, side(hall.Respondent, phone)).long().open(),
			col("subject", text.Matter.Subject, 20, func(c C) Cell { return Say(c.Subject) }),
			col("facts", text.Matter.Facts, 40, func(c C) Cell { return Say(c.Facts) }).long(),
			col("requests", text.Matter.Requests, 30, func(c C) Cell { return Say(c.Requests) }).long(),
			col("amount_fen", text.M("涉及金额（元）", "Amount (yuan)"), 12, func(c C) Cell { return Fen(c.Amount) }),
			col("mediators", text.M("调解员", "Mediators"), 12, func(c C) Cell { return names(c.Mediators()) }),
			col("sessions", text.M("调解次数", "Sessions"), 6, func(c C) Cell { return Number(c.Sessions) }).long(),
			col("agreement", text.M("协议形式", "Agreement"), 8, agreed(func(a hall.Agreement) Cell {
				if a.Written {
					return Enum("written", text.M("书面", "written"))
				}
				return Enum("oral", text.M("口头", "oral"))
			})).long(),
			col("agreed", text.M("达成协议日期", "Agreed on"), 12, agreed(func(a hall.Agreement) Cell { return On(a.Made) })).long(),
			col("effective", text.M("生效日期", "Effective from"), 12, agreed(func(a hall.Agreement) Cell { return On(a.Effective()) })).long(),
			col("terms", text.M("协议内容", "Terms"), 40, agreed(func(a hall.Agreement) Cell { return Say(a.Terms) })).long(),
			col("agreement_fen", text.M("协议金额（元）", "Agreed amount (yuan)"), 12, agreed(func(a hall.Agreement) Cell { return Fen(a.Amount) })).long(),
			col("perform_by", text.M("履行期限", "To be performed by"), 12, agreed(func(a hall.Agreement) Cell { return On(a.PerformBy) })).long(),
			col("performed", text.M("履行日期", "Performed"), 12, agreed(func(a hall.Agreement) Cell { return On(a.Performed) })).long(),
			col("level", text.M("风险等级", "Level"), 6, func(c C) Cell {
				return coded(c.RiskLevel(), text.RiskLevel(c.RiskLevel()), "none", "yellow", "orange", "red")
			}).long(),
			col("reports", text.M("报告情况", "Reports"), 30, func(c C) Cell { return Phrase(text.Reports(c.Reported())) }).long(),
			col("confidential", text.M("不公开", "Confidential"), 6, func(c C) Cell { return Yes(c.Confidential) }).long(),
		},
		Each: func(ctx context.Context, d *store.Desk, q Query, put func(C) error) error {
			return d.EachCase(ctx, q.From, q.To, put)
		},
	}
}

// CasesOf are those of the cases that keep says yes to.
func CasesOf(keep func(hall.CaseID) bool) List[hall.Case] {
	l := Cases()
	l.Each = func(ctx context.Context, d *store.Desk, q Query, put func(hall.Case) error) error {
		return d.EachCase(ctx, q.From, q.To, func(c hall.Case) error {
			if !keep(c.ID) {
				return nil
			}
			return put(c)
		})
	}
	return l
}

// stateCodes stay as they are whatever the screens come to say: programs read them.
func stateCodes() []string {
	return []string{"registered", "refused", "accepted", "mediating", "paused", "agreed", "performing", "performed", "failed",
		"terminated", "withdrawn", "transferred", "filed", "unperformed"}
}

// Tasks are the tasks that follow from joint consultations and are not done.
func Tasks() List[hall.Task] {
	type T = hall.Task
	return List[T]{
		Name: "tasks", Title: text.ListName("tasks"), Takes: TakesDays | TakesConfidential,
		Help: text.M("没办完的任务，一项一行；--to 写到哪天到期为止。", "Tasks that are not done, one line each; --to is the last day they are due."),
		Columns: []Column[T]{
			id(func(t T) hall.TaskID { return t.ID }), caseOf(func(t T) hall.CaseID { return t.Case }),
			col("number", text.M("案号", "Case number"), 20, func(t T) Cell { return Say(t.Number) }),
			col("what", text.M("任务", "Task"), 36, func(t T) Cell { return Say(t.What) }),
			col("who", text.M("谁办", "Who"), 12, func(t T) Cell { return Say(t.Who) }),
			col("due", text.M("期限", "Due"), 12, func(t T) Cell { return On(t.Due) }),
			col("by", text.M("谁定的", "Set by"), 10, func(t T) Cell { return Say(t.By) }).long(),
		},
		Each: func(ctx context.Context, d *store.Desk, q Query, to func(T) error) error {
			last := q.To
			if last == 0 {
				last = hall.NewDay(9000, 1, 1)
			}
			list, err := d.Tasks(ctx, last, most)
			if err != nil {
				return err
			}
			for _, t := range list {
				if t.Due >= q.From {
					if err := to(t); err != nil {
						return err
					}
				}
			}
			return nil
		},
	}
}

// Due is what is overdue or falls due, on cases, people and places.
func Due() List[hall.DueRow] {
	type D = hall.DueRow
	codes := []string{"respond", "limit", "perform", "confirm", "followup", "task", "term", "filing", "org-term", "org-filing", "order-sign", "order", "sorted",
		"sign", "court", "accept", "goal", "resume", "file", "transfer", "report"}
	return List[D]{
		Name: "due", Title: text.ListName("due"), Takes: TakesDays | TakesConfidential,
		Help: text.M("逾期的和 30 天内到期的，一项一行：回应、期限、履行、司法确认、回访、任务、任期、备案。--to 写到哪天到期为止。",
			"What is overdue or falls due within 30 days, one line each: response, time limit, performance, confirmation, "+
				"follow-up, task, term, report. --to is the last day."),
		Columns: []Column[D]{
			col("due", text.M("期限", "Due"), 12, func(r D) Cell { return On(r.Day) }),
			{Key: "days", Title: text.M("还有几天", "Days left"), Width: 8, Value: func(at Here, r D) Cell { return Number(int(r.Day - at.Today)) }},
			col("kind", text.M("事项", "What is due"), 12, func(r D) Cell { return coded(r.Kind, text.DueKind(r.Kind), codes...) }),
			col("who", text.M("谁", "Who"), 18, func(r D) Cell { return Say(r.Who) }),
			col("what", text.M("内容", "About"), 24, func(r D) Cell { return Say(r.What) }),
			col("number", text.M("案号", "Case number"), 20, func(r D) Cell { return Say(r.Number) }),
			caseOf(func(r D) hall.CaseID { return r.Case }),
		},
		Days: func(today hall.Day) (from, to hall.Day) { return 1, today + 30 },
		Each: func(ctx context.Context, d *store.Desk, q Query, to func(D) error) error {
			list, err := d.AllDue(ctx, q.To)
			if err != nil {
				return err
			}
			for _, r := range list {
				if r.Day >= q.From {
					if err := to(r); err != nil {
						return err
					}
				}
			}
			return nil
		},
	}
}
