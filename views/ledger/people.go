package ledger

import (
	"context"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views/text"
)

// Roster is the roster of mediators, without telephones and birthdays: the hall's own with
// everybody who was ever on it, and the one that is put up (名册公示).
func Roster() List[hall.Mediator] {
	type M = hall.Mediator
	term := func(of func(hall.Term) Cell) func(Here, M) Cell {
		return func(at Here, m M) Cell { return of(termAt(m.Terms, at.Today)) }
	}
	return List[M]{
		Name: "roster", Title: text.ListName("roster"), Takes: TakesPublic, Default: XLSX,
		Help: text.M("加 --public 是公示用的：只有在任的，写姓名、性别、组织、职务、等级、专长和任期；不加是内部用的，暂停和离任的也在。两种都没有电话、生日。",
			"With --public it is the list to be put up: those who are active, with name, sex, organisation, post, grade, "+
				"specialities and term; without it everybody is on it, suspended and former ones too. Neither has telephones or birthdays."),
		Columns: []Column[M]{
			id(func(m M) hall.MediatorID { return m.ID }),
			col("name", text.M("姓名", "Name"), 9, func(m M) Cell { return Say(m.Name) }),
			col("sex", text.M("性别", "Sex"), 5, func(m M) Cell {
				if m.Sex == hall.SexUnknown {
					return Cell{}
				}
				return Enum("", text.Sex(m.Sex))
			}),
			col("organisation", text.M("所在调解组织", "Organisation"), 24, func(m M) Cell { return Say(m.Organisation) }),
			col("post", text.M("职务", "Post"), 8, func(m M) Cell {
				if m.OrgHead {
					return Enum("head", text.Roster.Head)
				}
				return Enum("member", text.Roster.Member)
			}),
			col("studio", text.M("品牌调解室", "Studio"), 12, func(m M) Cell { return Say(m.StudioName) }),
			col("village", text.M("村、社区", "Village"), 10, func(m M) Cell { return Say(m.Village) }),
			col("area", text.M("片区", "Area"), 8, func(m M) Cell { return Say(m.Area) }),
			col("time", text.M("专兼职", "Full or part time"), 6, func(m M) Cell {
				return Enum(map[bool]string{true: "full", false: "part"}[m.FullTime], text.Full(m.FullTime))
			}),
			col("grade", text.M("等级", "Grade"), 6, func(m M) Cell { return Enum(m.Grade, text.Stock(m.Grade)) }),
			{Key: "specialities", Title: text.M("专长", "Specialities"), Width: 18, Value: func(at Here, m M) Cell {
				return Phrase(text.Types(at.Hall, m.Specialities))
			}},
			col("backgrounds", text.M("人员来源", "Background"), 14, func(m M) Cell { return Phrase(text.Backgrounds(m.Backgrounds)) }),
			{Key: "term_from", Title: text.M("任期起", "Term from"), Width: 12, Value: term(func(t hall.Term) Cell { return On(t.From) })},
			{Key: "term_to", Title: text.M("任期止", "Term to"), Width: 12, Value: term(func(t hall.Term) Cell { return On(t.To) })},
			col("state", text.M("在册情况", "Standing"), 6, func(m M) Cell {
				return coded(m.Status, text.MediatorStatus(m.Status), "active", "suspended", "left")
			}),
			col("filing", text.M("备案号", "Filing number"), 12, func(m M) Cell { return Say(filedUnder(m)) }),
		},
		Public: &Public[M]{
			Title: text.M("人民调解员名册公示", "Public list of mediators"), Is: func(m M) bool { return m.Status == hall.Active },
			Without: []string{"id", "studio", "village", "area", "backgrounds", "state", "filing"}, Note: text.RosterPaper.Note,
		},
		Each: func(ctx context.Context, d *store.Desk, _ Query, to func(M) error) error {
			return d.EachMediator(ctx, to)
		},
	}
}

// termAt is the term that runs on a day, or the last one.
func termAt(terms []hall.Term, day hall.Day) hall.Term {
	var out hall.Term
	for _, t := range terms {
		if out = t; day >= t.From && day <= t.To {
			break
		}
	}
	return out
}

// filedUnder is the number under which the last change of an entry was reported.
func filedUnder(m hall.Mediator) string {
	for i := len(m.Filings) - 1; i >= 0; i-- {
		if f := m.Filings[i]; f.Filed != 0 {
			return f.Number
		}
	}
	return ""
}

// Pairs are the mentors and whom they teach, ended ones too.
func Pairs() List[hall.Pair] {
	type P = hall.Pair
	return List[P]{
		Name: "pairs", Title: text.ListName("pairs"),
		Help: text.M("一对一行，结束了的也在。", "One line for each pair, ended ones too."),
		Columns: []Column[P]{
			id(func(p P) hall.PairID { return p.ID }),
			col("mentor", text.M("带的人", "Mentor"), 12, func(p P) Cell { return Say(p.Mentor.Name) }),
			col("learner", text.M("学的人", "Learner"), 12, func(p P) Cell { return Say(p.Learner.Name) }),
			col("from", text.M("从", "From"), 12, func(p P) Cell { return On(p.From) }),
			col("to", text.M("到", "To"), 12, func(p P) Cell { return On(p.To) }),
			col("lessons", text.M("教了几次", "Lessons"), 8, func(p P) Cell { return Number(len(p.Lessons)) }),
			col("why", text.M("怎么结束的", "How it ended"), 24, func(p P) Cell { return Say(p.Why) }),
		},
		Each: func(ctx context.Context, d *store.Desk, _ Query, to func(P) error) error {
			list, err := d.Pairs(ctx, true, most)
			if err != nil {
				return err
			}
			return put(list, to)
		},
	}
}

// Posts are the posts that mediators signed up for, those they left too.
func Posts() List[hall.PostRow] {
	type P = hall.PostRow
	return List[P]{
		Name: "posts", Title: text.ListName("posts"),
		Help: text.M("一人一岗一行，退出了的也在。", "One line for each post of a mediator, those left too."),
		Columns: []Column[P]{
			col("mediator", text.M("姓名", "Name"), 12, func(p P) Cell { return Say(p.Mediator.Name) }),
			col("kind", text.M("岗位", "Post"), 16, func(p P) Cell { return Enum("", text.PostKind(p.Post.Kind)) }),
			col("where", text.M("在哪里", "Where"), 16, func(p P) Cell { return Say(p.Post.Where) }),
			col("from", text.M("从", "From"), 12, func(p P) Cell { return On(p.Post.From) }),
			col("to", text.M("到", "To"), 12, func(p P) Cell { return On(p.Post.To) }),
			col("done", text.M("做了几次", "Times"), 8, func(p P) Cell { return Number(len(p.Post.Log)) }),
		},
		Each: func(ctx context.Context, d *store.Desk, _ Query, to func(P) error) error {
			list, err := d.Posts(ctx, true, most)
			if err != nil {
				return err
			}
			return put(list, to)
		},
	}
}

// Studios are the brand studios, closed ones too.
func Studios() List[hall.StudioRow] {
	type S = hall.StudioRow
	return List[S]{
		Name: "studios", Title: text.ListName("studios"), Open: true,
		Help: text.M("一个一行，撤了的也在。", "One line for each studio, closed ones too."),
		Columns: []Column[S]{
			id(func(s S) hall.StudioID { return s.ID }),
			col("name", text.M("名称", "Name"), 24, func(s S) Cell { return Say(s.Name) }),
			col("kind", text.M("类别", "Kind"), 8, func(s S) Cell { return coded(s.Kind, text.StudioKind(s.Kind), "home", "elder", "expert") }),
			col("lead", text.M("领办人", "Leads it"), 10, func(s S) Cell { return Say(s.Lead) }),
			col("people", text.M("几人", "People"), 6, func(s S) Cell { return Number(s.People) }),
			col("organisation", text.M("所属组织", "Belongs to"), 24, func(s S) Cell { return Say(s.OrgName) }),
			col("place", text.M("地点", "Place"), 16, func(s S) Cell { return Say(s.Place) }),
			{Key: "special", Title: text.M("专长", "Specialities"), Width: 18, Value: func(at Here, s S) Cell {
				return Phrase(text.Types(at.Hall, s.Special))
			}},
			col("way", text.M("工作法", "Way of working"), 24, func(s S) Cell { return Say(s.Way) }).long(),
			col("honours", text.M("荣誉", "Honours"), 20, func(s S) Cell { return Say(s.Honours) }).long(),
			col("founded", text.M("成立", "Founded"), 12, func(s S) Cell { return On(s.Founded) }),
			col("closed", text.M("撤销", "Closed"), 12, func(s S) Cell { return On(s.Closed) }),
			col("note", text.M("备注", "Note"), 20, func(s S) Cell { return Say(s.Note) }).long(),
		},
		Each: func(ctx context.Context, d *store.Desk, _ Query, to func(S) error) error {
			list, err := d.Studios(ctx, "", most)
			if err != nil {
				return err
			}
			return put(list, to)
		},
	}
}

// Bodies are the resource bodies: whom a hall asks to help.
func Bodies() List[hall.Body] {
	type B = hall.Body
	return List[B]{
		Name: "bodies", Title: text.ListName("bodies"),
		Help: text.M("一个一行，有联系人和电话；不再请的也在。", "One line each, with contact and telephone; those no longer asked too."),
		Columns: []Column[B]{
			id(func(b B) hall.BodyID { return b.ID }),
			col("name", text.M("名称", "Name"), 24, func(b B) Cell { return Say(b.Name) }),
			col("kind", text.M("类别", "Kind"), 10, func(b B) Cell { return Enum("", text.BodyKind(b.Kind)) }),
			col("contact", text.M("联系人", "Contact"), 10, func(b B) Cell { return Say(b.Contact) }),
			col("phone", text.M("电话", "Telephone"), 14, func(b B) Cell { return Say(b.Phone) }).open(),
			{Key: "helps", Title: text.M("帮哪类纠纷", "Helps with"), Width: 20, Value: func(at Here, b B) Cell { return Phrase(text.Types(at.Hall, b.Helps)) }},
			col("special", text.M("专长", "Speciality"), 18, func(b B) Cell { return Say(b.Special) }),
			col("village", text.M("村、社区", "Village"), 12, func(b B) Cell { return Say(b.Village) }),
			col("knows", text.M("认识", "Knows"), 18, func(b B) Cell { return Say(b.Knows) }).long(),
			col("note", text.M("备注", "Note"), 18, func(b B) Cell { return Say(b.Note) }).long(),
			col("off", text.M("不再请", "No longer invited"), 6, func(b B) Cell { return Yes(b.Off) }),
		},
		Each: func(ctx context.Context, d *store.Desk, _ Query, to func(B) error) error {
			list, err := d.Bodies(ctx, "", most)
			if err != nil {
				return err
			}
			return put(list, to)
		},
	}
}

// Accounts are the hall's accounts. There is no secret in them.
func Accounts() List[hall.StaffRow] {
	type S = hall.StaffRow
	return List[S]{
		Name: "accounts", Title: text.ListName("accounts"),
		Help: text.M("一个账号一行，停用的也在；没有密码。", "One line for each account, those switched off too; no passwords."),
		Columns: []Column[S]{
			id(func(s S) hall.StaffID { return s.ID }),
			col("name", text.M("姓名", "Name"), 12, func(s S) Cell { return Say(s.Name) }),
			col("login", text.M("登录名", "Sign-in name"), 14, func(s S) Cell { return Say(s.Login) }),
			col("roles", text.M("岗位", "Roles"), 24, func(s S) Cell { return Phrase(text.Role(s.Roles)) }),
			col("off", text.M("停用", "Switched off"), 6, func(s S) Cell { return Yes(s.Off) }),
		},
		Each: func(ctx context.Context, d *store.Desk, _ Query, to func(S) error) error {
			list, err := d.Staff(ctx)
			if err != nil {
				return err
			}
			return put(list, to)
		},
	}
}
