package ledger

import (
	"context"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views/text"
)

// OrgLine is an organisation with what follows from its members.
type OrgLine struct {
	hall.Org
	Row hall.OrgRow
}

// Orgs are the mediation organisations: what each is, how it is made up and what it lacks.
// Dissolved ones are left out.
func Orgs() List[OrgLine] {
	type O = OrgLine
	t := text.OrgSheet
	return List[O]{
		Name: "orgs", Title: t.Title, Open: true, Default: XLSX,
		Help: text.M("每个组织一行：层级、类别、上级、委员人数和主任、不合第 8 条之处、任期、备案、六统一。已撤销的不写。",
			"One line for each organisation: level, kind, guide, members and head, what is against article 8, term, filing, "+
				"uniform items. Dissolved ones are left out."),
		Columns: []Column[O]{
			id(func(o O) hall.OrgID { return o.ID }),
			col("name", t.Name, 28, func(o O) Cell { return Say(o.Name) }),
			col("level", t.Level, 8, func(o O) Cell { return coded(o.Level, text.LevelName(o.Level), "township", "village", "county") }),
			col("kind", t.Kind, 12, func(o O) Cell { return Enum("", text.OrgKind(o.Kind)) }),
			col("industry", t.Industry, 10, func(o O) Cell { return Enum(o.Industry, text.Stock(o.Industry)) }).long(),
			col("parent", t.Parent, 28, func(o O) Cell { return Say(o.Row.ParentName) }).long(),
			col("seats", t.Seats, 8, func(o O) Cell { return Count(o.Seats) }).long(),
			col("members", t.Members, 6, func(o O) Cell { return Number(o.Row.Makeup.Members) }),
			col("women", t.Women, 6, func(o O) Cell { return Number(o.Row.Makeup.Women) }),
			col("head", t.Head, 9, func(o O) Cell { return Say(o.Row.Makeup.Name) }),
			col("faults", t.Faults, 18, func(o O) Cell {
				var all []text.Message
				for _, e := range o.Row.Faults() {
					all = append(all, text.OrgFault(e.Code))
				}
				return Phrase(text.List(all...))
			}),
			col("term_from", t.TermFrom, 11, func(o O) Cell { return On(lastTerm(o.Org).From) }).long(),
			col("term_to", t.TermTo, 11, func(o O) Cell { return On(lastTerm(o.Org).To) }),
			col("filing", t.Filing, 18, func(o O) Cell { return Say(o.Number) }).long(),
			col("filed", t.Filed, 11, func(o O) Cell { return On(o.Filed) }).long(),
			col("filing_due", t.Due, 11, func(o O) Cell { return On(o.Row.Due) }),
			col("uniform", t.Uniform, 6, func(o O) Cell { return Number(len(hall.Uniforms()) - len(lacks(o.Org))) }).long(),
			col("lacks", t.Lacks, 14, func(o O) Cell { return Phrase(text.List(lacks(o.Org)...)) }),
			col("seal", t.Seal, 18, func(o O) Cell { return Say(o.Seal) }).long(),
			col("address", t.Address, 24, func(o O) Cell { return Say(o.Address) }).long(),
			col("phone", t.Phone, 14, func(o O) Cell { return Say(o.Phone) }).open(),
			col("founded", t.Founded, 11, func(o O) Cell { return On(o.Founded) }).long(),
			col("note", t.Note, 24, func(o O) Cell { return Say(o.Note) }).long(),
		},
		Each: func(ctx context.Context, d *store.Desk, _ Query, to func(O) error) error {
			return d.EachOrg(ctx, func(o hall.Org, r hall.OrgRow) error { return to(O{o, r}) })
		},
	}
}

func lastTerm(o hall.Org) hall.Term {
	if len(o.Terms) == 0 {
		return hall.Term{}
	}
	return o.Terms[len(o.Terms)-1]
}

// lacks are the uniform items (六统一) that an organisation is without.
func lacks(o hall.Org) []text.Message {
	var out []text.Message
	for _, u := range hall.Uniforms() {
		if o.Uniform&u == 0 {
			out = append(out, text.Uniform(u))
		}
	}
	return out
}

// Coverage are the villages, enterprises and others, with the committee that is there for each.
func Coverage() List[hall.Site] {
	type S = hall.Site
	return List[S]{
		Name: "coverage", Title: text.ListName("coverage"), Open: true,
		Help: text.M("村、企业、园区、市场、行业，一个一行，写着有没有调解组织。",
			"Villages, enterprises, parks, markets and trades, one line each, with the organisation that is there for it."),
		Columns: []Column[S]{
			id(func(s S) hall.SiteID { return s.ID }),
			col("name", text.M("名称", "Name"), 28, func(s S) Cell { return Say(s.Name) }),
			col("kind", text.M("类别", "Kind"), 10, func(s S) Cell { return Enum("", text.SiteKind(s.Kind)) }),
			col("township", text.M("乡镇", "Township"), 16, func(s S) Cell { return Say(s.Township) }),
			col("covered", text.M("已覆盖", "Covered"), 8, func(s S) Cell { return Yes(s.Org != 0) }),
			col("organisation", text.M("调解组织", "Organisation"), 28, func(s S) Cell { return Say(s.OrgName) }),
			col("off", text.M("不再需要", "Not needed"), 8, func(s S) Cell { return Yes(s.Off) }),
			col("why", text.M("原因", "Why"), 20, func(s S) Cell { return Say(s.Why) }).long(),
		},
		Each: func(ctx context.Context, d *store.Desk, _ Query, to func(S) error) error {
			for _, k := range hall.SiteKinds() {
				q := hall.SiteQuery{Kind: k, Limit: most}
				for {
					page, err := d.Sites(ctx, q)
					if err != nil {
						return err
					}
					if err := put(page.Rows, to); err != nil {
						return err
					}
					if q.After = page.Next; q.After == nil {
						break
					}
				}
			}
			return nil
		},
	}
}
