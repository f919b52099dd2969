package ledger

import (
	"sizhen/store/hall"
	"sizhen/views/text"
)

var (
	away     = text.M("请假到{day}", "on leave until {day}")
	termEnds = text.M("任期到{day}", "term to {day}")
	termOver = text.M("任期{day}已满", "term over {day}")
	since    = text.M("{day} 起", "since {day}")
	span     = text.M("{from} 至 {to}", "{from} to {to}")
	toReport = text.M("待报 {n}", "{n} to file")

	dissolved   = text.M("已撤销", "dissolved")
	noTerm      = text.M("未登记任期", "no term on file")
	orgTermOver = text.M("任期已满", "term over")
	toFile      = text.M("待备案", "to file")
	headedBy    = text.M("主任 {name}", "head {name}")
	ofSeats     = text.M("{n}/{seats}", "{n} of {seats}")
	ofUniform   = text.M("{n}/{all}", "{n}/{all}")
)

// soonEnds is how many days before its end a term is spoken of.
const soonEnds = 30

// Listed are the columns of the roster on the screen: who could be given a case, and what stands
// against it.
func Listed() []Column[hall.RosterRow] {
	type R = hall.RosterRow
	return []Column[R]{
		col("name", text.M("姓名", "Name"), 12, func(r R) Cell { return Say(r.Name) }),
		col("village", text.M("村、社区", "Village"), 14, func(r R) Cell { return Say(r.Village) }),
		col("grade", text.M("等级", "Grade"), 6, func(r R) Cell { return Enum("", text.Stock(r.Grade)) }),
		col("time", text.M("专兼职", "Time"), 6, func(r R) Cell { return Enum("", text.FullShort(r.FullTime)) }),
		col("load", text.M("在办", "Open"), 4, func(r R) Cell { return Number(r.Load) }),
		col("booked", text.M("7天", "7 days"), 4, func(r R) Cell { return Number(r.Booked) }),
		{Key: "state", Title: text.M("情况", "Standing"), Width: 30, Value: func(at Here, r R) Cell {
			if m := standing(at, r); !m.IsZero() {
				return Phrase(m)
			}
			return Phrase(text.Types(at.Hall, r.Specialities))
		}},
	}
}

// standing is what has to be known before somebody is given work; zero: nothing.
func standing(at Here, r hall.RosterRow) text.Message {
	var out []text.Message
	if r.Status != hall.Active {
		out = append(out, text.MediatorStatus(r.Status))
	}
	if r.Away != 0 {
		out = append(out, away.With("day", text.ShortDay(r.Away)))
	}
	switch {
	case r.TermEnd == 0 || r.Status == hall.Left:
	case r.TermEnd < at.Today:
		out = append(out, termOver.With("day", text.ShortDay(r.TermEnd)))
	case r.TermEnd <= at.Today+soonEnds:
		out = append(out, termEnds.With("day", text.ShortDay(r.TermEnd)))
	}
	if r.Unfiled > 0 {
		out = append(out, toReport.With("n", r.Unfiled))
	}
	return text.Joined(out, "  ")
}

// held is from when to when something was held, on the screen: one word, which is not cut.
func held[R any](of func(R) (from, to hall.Day)) Column[R] {
	return col("held", text.M("起止", "Held"), 24, func(r R) Cell {
		from, to := of(r)
		if to == 0 {
			return Enum("", since.With("day", from.String()))
		}
		return Enum("", span.With("from", from.String()).With("to", to.String()))
	})
}

// Held are the columns of the posts on the screen, with what was done last.
func Held() []Column[hall.PostRow] {
	out := Only(Posts().Columns, "kind", "mediator", "where")
	return append(out, held(func(p hall.PostRow) (from, to hall.Day) { return p.Post.From, p.Post.To }),
		col("last", text.M("最近做的", "Done last"), 24, func(p hall.PostRow) Cell {
			if n := len(p.Post.Log); n > 0 {
				return Say(p.Post.Log[n-1].What)
			}
			return Cell{}
		}))
}

// Taught are the columns of the mentors on the screen, with what was taught last.
func Taught() []Column[hall.Pair] {
	out := Only(Pairs().Columns, "mentor", "learner")
	return append(out, held(func(p hall.Pair) (from, to hall.Day) { return p.From, p.To }),
		col("last", text.M("最近教的、结果", "Taught last, outcome"), 24, func(p hall.Pair) Cell {
			if n := len(p.Lessons); n > 0 && p.To == 0 {
				return Say(p.Lessons[n-1].What)
			}
			return Say(p.Why)
		}))
}

// Reminders are the columns of what falls due about people and places.
func Reminders() []Column[hall.Reminder] {
	type R = hall.Reminder
	return []Column[R]{
		{Key: "left", Title: text.M("还有", "Left"), Width: 14, Value: func(at Here, r R) Cell { return Enum("", text.Left(r.Day, at.Today)) }},
		col("day", text.M("到哪天", "By"), 18, func(r R) Cell { return On(r.Day) }),
		col("name", text.M("姓名", "Name"), 14, func(r R) Cell { return Say(r.Name) }),
		col("what", text.M("要办的", "What"), 20, func(r R) Cell { return Enum("", text.ReminderKind(r.Kind)) }),
	}
}

// OrgRows are the columns of the organisations on the screen: what each is, how it is made up, and
// what is wrong with it.
func OrgRows() []Column[hall.OrgRow] {
	type R = hall.OrgRow
	still := func(say func(R) text.Message) func(R) Cell {
		return func(r R) Cell {
			if r.Closed != 0 {
				return Cell{}
			}
			return Enum("", say(r))
		}
	}
	return []Column[R]{
		col("name", text.M("名称", "Name"), 30, func(r R) Cell { return Say(r.Name) }),
		col("kind", text.M("类别", "Kind"), 10, func(r R) Cell {
			if r.Industry != "" {
				return Phrase(text.Stock(r.Industry))
			}
			return Phrase(text.OrgKind(r.Kind))
		}),
		col("members", text.M("委员", "Members"), 0, still(Members)),
		col("uniform", text.M("六统一", "Standards"), 0, still(func(r R) text.Message { return Standards(r.Uniform) })),
		{Key: "state", Title: text.M("情况", "Standing"), Width: 22, Value: func(at Here, r R) Cell {
			wrong := Amiss(at, r)
			if r.Closed != 0 {
				wrong = append([]text.Message{dissolved}, wrong...)
			}
			if len(wrong) > 0 {
				return Phrase(text.List(wrong...))
			}
			return Phrase(headedBy.With("name", r.Makeup.Name))
		}},
	}
}

// Members is how many members an organisation has, of how many it is to have.
func Members(r hall.OrgRow) text.Message {
	if r.Seats == 0 {
		return text.Raw("{n}").With("n", r.Makeup.Members)
	}
	return ofSeats.With("n", r.Makeup.Members).With("seats", r.Seats)
}

// Standards is how many of the six uniform items (六统一) are there.
func Standards(u hall.Uniform) text.Message {
	all := hall.Uniforms()
	return ofUniform.With("n", len(all)-len(lacks(hall.Org{Uniform: u}))).With("all", len(all))
}

// Amiss is what is wrong with an organisation, in a few words each.
func Amiss(at Here, r hall.OrgRow) []text.Message {
	var wrong []text.Message
	for _, e := range r.Faults() {
		wrong = append(wrong, text.OrgFault(e.Code))
	}
	switch {
	case r.Closed != 0:
	case r.Term == 0:
		wrong = append(wrong, noTerm)
	case r.Over(at.Today):
		wrong = append(wrong, orgTermOver)
	}
	if r.Due != 0 {
		wrong = append(wrong, toFile)
	}
	return wrong
}
