package casefile

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

// archive files the case. What is wrong with it is named first: Enter on a line leads to what mends it.
func (v doing) archive() tea.Cmd {
	gaps := hall.Gaps(v.file.Case, v.file.Consultations, v.env.Settings)
	if len(gaps) == 0 {
		return v.fill(hall.ActFile, hall.Draft{})
	}
	all := menu.Item{Name: text.Action(hall.ActFile), Do: func() tea.Cmd { return v.fill(hall.ActFile, hall.Draft{}) }}
	if gaps[0].Bars {
		all.Why = mendFirst
	}
	items := []menu.Item{all}
	for i, g := range gaps {
		items = append(items, menu.Item{Name: gapLine(g), Why: v.noMend(g), Next: i == 0, Do: func() tea.Cmd { return v.mendGap(g) }})
	}
	return menu.Open(v.env, v.env.Say(gapsTitle), items)
}

// gapLine says what is wrong, and of whom.
func gapLine(g hall.CaseGap) text.Message {
	what := text.CaseGap(g.Gap)
	switch {
	case g.OfParty():
		return text.Words(text.Raw(g.Name), what)
	case g.No > 1:
		return text.Words(dealNo.With("n", g.No), what)
	}
	return what
}

// noMend is why a gap cannot be mended, or not by this person; it can be told of in the reason all the same.
func (v doing) noMend(g hall.CaseGap) text.Message {
	switch {
	case g.OfParty():
		return text.Short(hall.Why(hall.CorrectionCourse(), v.file.Case, hall.OpCorrect, v.env.Actor, v.env.Now()))
	case g.Mend == 0:
		return sayInReason
	}
	return v.over(g.No).why(g.Mend)
}

func (v doing) mendGap(g hall.CaseGap) tea.Cmd {
	if g.OfParty() {
		return views.Push(v.mendParty(g.Party, hall.Draft{}))
	}
	return v.over(g.No).fill(g.Mend, hall.Draft{})
}

// fileStart ticks no paper: what is in the dossier is looked at by hand.
func fileStart(s views.Session, r *taking) {
	dayStart(s, r)
	if d := r.of.Case.Dossier; d != nil { // filed before, and taken up again
		r.Dossier.Shelf, r.Dossier.Keep = d.Shelf, d.Keep
	}
}

func fileFields(s views.Session, f hall.CaseFile) []*field {
	papers := hall.Papers(f.Case, f.Consultations)
	gaps := hall.Gaps(f.Case, f.Consultations, s.Settings)
	why := form.Notes(hall.FieldReason, fileWhy, 1000, func(r *taking) *string { return &r.Dossier.Why }).Rows(2).Required().
		If(func(r taking) bool { return len(gaps)+len(hall.Lacks(f.Case, f.Consultations, r.ticked())) > 0 })
	return append([]*field{
		form.Several("papers", papersLabel, 300, func(r *taking) *[]string { return &r.enclosed }, func(views.Session) []form.Named {
			var out []form.Named
			for _, p := range papers {
				out = append(out, form.Named{Code: form.KeyOf(p.Paper), Name: text.DossierPaper(p.Paper)})
			}
			return out
		}).Note(func(_ views.Session, r taking) text.Message {
			return lacking(hall.Lacks(f.Case, f.Consultations, r.ticked()))
		}).Help(papersHelp),
		form.Text("shelf", shelfLabel, 40, func(r *taking) *string { return &r.Dossier.Shelf }).Help(shelfHelp),
		form.Enum("keep", keepLabel, func(r *taking) *hall.Keep { return &r.Dossier.Keep }, hall.Keeps(), text.Keep).Required().Help(keepHelp),
		why,
	}, dated(filedOn)...)
}

// ticked are the papers that are in the dossier.
func (r taking) ticked() []hall.Paper {
	var out []hall.Paper
	for _, p := range hall.Papers(r.of.Case, r.of.Consultations) {
		if slices.Contains(r.enclosed, form.KeyOf(p.Paper)) {
			out = append(out, p.Paper)
		}
	}
	return out
}

func readFile(_ views.Session, r *taking) *hall.Error {
	r.Dossier.Papers = r.ticked()
	return nil
}

// lacking names the papers that are called for and not there.
func lacking(papers []hall.Paper) text.Message {
	if len(papers) == 0 {
		return text.Message{}
	}
	return stillMissing.With("what", paperNames(papers))
}

func paperNames(papers []hall.Paper) text.Message {
	var out []text.Message
	for _, p := range papers {
		out = append(out, text.DossierPaper(p))
	}
	return text.List(out...)
}

// aboutDossier says where the paper of a filed case stands, and what is not in it.
func aboutDossier(d *page.Doc, c hall.Case) {
	of := c.Dossier
	if of == nil {
		return
	}
	d.Say(filedOn, text.Words(text.Day(of.Day), text.Raw(of.By)))
	d.Add(shelfLabel, of.Shelf)
	if of.Keep != hall.KeepUnsaid {
		d.Say(keepLabel, text.Keep(of.Keep))
	}
	if len(of.Papers) > 0 {
		d.Say(papersLabel, paperNames(of.Papers))
	}
	if len(of.Lacks) > 0 {
		d.Say(lacksLabel, paperNames(of.Lacks))
	}
	d.Add(fileWhy, of.Why)
}
