// Package search finds cases and people (Ctrl-F) while somebody types.
package search

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/facts"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// most is how many are listed: who gets more types on.
const most = 30

// view is what was found.
type view struct {
	*list.View[hall.Hit]
	env *views.Env
}

// New makes the screen; a route may bring what is looked for.
func New(env *views.Env, r views.Route) views.View {
	v := &view{env: env}
	v.View = list.New(env, list.Of[hall.Hit]{
		Title: title, Find: find, Most: 60, Start: start, Empty: none, Count: count, Columns: columns(), Dress: facts.Marked(hall.Hit.Warning, nil),
		Read: func(ctx context.Context, s views.Session, q list.Query) (list.Page[hall.Hit], error) {
			hits, err := s.Desk.Search(ctx, q.Text, most)
			return list.Page[hall.Hit]{Rows: hits, Cut: full(hits)}, err
		},
		Key: func(h hall.Hit) string {
			if h.Case != nil {
				return fmt.Sprint("c", h.Case.ID)
			}
			return fmt.Sprint("p", h.Person.ID)
		},
		Enter: openHit, Open: v.open, Hint: v.hint,
	})
	if r.Query != "" {
		v.Fill(r.Query)
	}
	return v
}

// Return implements views.Returner.
func (v *view) Return() { v.Select() }

// hint says that there are more than are listed, where there are.
func (v *view) hint() text.Message {
	if full(v.Rows()) {
		return hintMore
	}
	return hint
}

// full reports whether there may be more than are listed.
func full(hits []hall.Hit) bool {
	cases := 0
	for _, h := range hits {
		if h.Case != nil {
			cases++
		}
	}
	return max(cases, len(hits)-cases) >= most
}

// open opens a case; with a person it lists what can be done.
func (v *view) open(h hall.Hit) tea.Cmd {
	if h.Case != nil {
		return views.Go(views.Route{Screen: views.CaseFile, Case: h.Case.ID})
	}
	p, barred := *h.Person, text.Message{}
	if err := v.env.Actor.Require(hall.MayIntake); err != nil {
		barred = text.Err(err)
	}
	return menu.Open(v.env, p.Name, []menu.Item{
		{Name: register, Why: barred, Do: func() tea.Cmd { return views.Go(views.Route{Screen: views.Intake, Person: p.ID}) }},
		{Name: lookAt, Do: func() tea.Cmd { return views.Go(views.Route{Screen: views.Person, Person: p.ID}) }},
	})
}

func columns() []ledger.Column[hall.Hit] {
	type H = hall.Hit
	pick := func(of func(hall.CaseRow) text.Message, or func(hall.PersonRow) text.Message) func(ledger.Here, H) ledger.Cell {
		return func(_ ledger.Here, h H) ledger.Cell {
			if h.Case != nil {
				return ledger.Phrase(of(*h.Case))
			}
			return ledger.Phrase(or(*h.Person))
		}
	}
	word := func(of func(hall.CaseRow) text.Message, or func(hall.PersonRow) text.Message) func(ledger.Here, H) ledger.Cell {
		return func(_ ledger.Here, h H) ledger.Cell {
			if h.Case != nil {
				return ledger.Enum("", of(*h.Case))
			}
			return ledger.Enum("", or(*h.Person))
		}
	}
	return []ledger.Column[H]{
		{Key: "kind", Title: kind, Value: word(func(hall.CaseRow) text.Message { return isCase }, func(hall.PersonRow) text.Message { return isPerson })},
		ledger.Led(ledger.Column[H]{Key: "who", Title: who, Who: true, Value: pick(func(c hall.CaseRow) text.Message {
			return text.Raw("{who}  {subject}").With("who", text.Versus(c)).With("subject", c.Subject)
		}, func(p hall.PersonRow) text.Message { return text.Raw(p.Name + "  " + p.Village) })}, hall.Hit.Warning),
		{Key: "number", Title: number, Value: word(numberOf, func(p hall.PersonRow) text.Message { return text.Raw(p.Phone) })},
		{Key: "state", Title: state, Value: word(func(c hall.CaseRow) text.Message { return text.State(c.State) },
			func(p hall.PersonRow) text.Message { return text.ShortDay(p.Last) })},
	}
}

func numberOf(c hall.CaseRow) text.Message {
	if c.Number == "" {
		return noNumber
	}
	return text.Raw(c.Number)
}
