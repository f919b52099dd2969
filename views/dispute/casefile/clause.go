package casefile

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// mendingClause is one clause of an agreement that is put right before it binds: who, how, where, by when,
// how much, what if not; or it is taken apart into instalments.
type mendingClause struct {
	of     hall.Case
	clause hall.Clause
	parts  int
	why    string
}

// whichClause asks which of the clauses is meant.
func (v doing) whichClause() tea.Cmd {
	a := v.file.Case.Agreement()
	if len(a.Clauses) == 1 {
		return views.Push(v.clauseForm(0))
	}
	var items []menu.Item
	for i, c := range a.Clauses {
		items = append(items, menu.Item{Name: text.Words(text.Clause(c), text.Raw(hall.Beginning(c.Text, 16))),
			Do: func() tea.Cmd { return views.Push(v.clauseForm(i)) }})
	}
	return menu.Open(v.env, v.env.Say(whichClause), items)
}

func (v doing) clauseForm(at int) views.View {
	type R = mendingClause
	c := v.file.Case
	return form.Box(v.env, form.Spec[R]{
		Title: clauseTitle.With("n", at+1), Edit: true,
		Start: R{of: c, clause: c.Agreement().Clauses[at]},
		Fields: []*form.Field[R]{
			form.Notes("text", terms, 1000, func(r *R) *string { return &r.clause.Text }).Rows(2).Required(),
			form.Text("who", clauseWho, 60, func(r *R) *string { return &r.clause.Who }).Suggest(form.Names(hall.PartyNames(c.Parties))),
			form.Day("by", performBy, func(r *R) *hall.Day { return &r.clause.By }),
			form.Money("amount", amount, func(r *R) *int64 { return &r.clause.Amount }),
			form.Text("how", manner, 60, func(r *R) *string { return &r.clause.How }),
			form.Text("where", place, 60, func(r *R) *string { return &r.clause.Where }),
			form.Text("else", clauseElse, 100, func(r *R) *string { return &r.clause.Else }),
			form.Number("parts", partsLabel, 0, 60, text.Message{}, func(r *R) *int { return &r.parts }).Help(partsHelp),
			form.Text("reason", correctWhy, 200, func(r *R) *string { return &r.why }).Required(),
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			a := *r.of.Agreement()
			now := []hall.Clause{r.clause}
			if r.parts > 1 {
				var bad *hall.Error
				if now, bad = r.clause.Instalments(r.parts); bad != nil {
					return r, bad
				}
			}
			var all []hall.Clause
			for i, one := range a.Clauses {
				if i == at {
					all = append(all, now...)
					continue
				}
				all = append(all, one)
			}
			a.Clauses = all
			_, err := s.Desk.Step(ctx, r.of.ID, r.of.Rev, draft, hall.Step{Action: hall.ActMend, No: v.no, Agreement: &a, Reason: r.why})
			return r, err
		},
		Done: func(R) text.Message { return correctDone },
	})
}
