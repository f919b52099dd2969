package menu

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
)

// MostCases is how many cases are offered at once.
const MostCases = 20

// FindCases are the cases that fit what was typed, or, where nothing was, the latest of a kind: one more
// than are offered, where there are others.
func FindCases(ctx context.Context, s views.Session, q string, latest hall.CaseQuery) ([]hall.CaseRow, error) {
	var out []hall.CaseRow
	if strings.TrimSpace(q) != "" {
		hits, err := s.Desk.Search(ctx, q, MostCases+1)
		for _, h := range hits {
			if h.Case != nil {
				out = append(out, *h.Case)
			}
		}
		return out, err
	}
	latest.Limit = MostCases + 1
	found, err := s.Desk.Cases(ctx, latest)
	for _, r := range found.Rows {
		if !r.Hidden {
			out = append(out, r)
		}
	}
	return out, err
}

// PickCase finds a case while somebody types: the latest of a kind before anything is typed. doubt
// is what speaks against one, which stands there as a warning; zero: nothing does.
func PickCase(env *views.Env, title text.Message, latest hall.CaseQuery, doubt func(views.Session, hall.CaseRow) text.Message,
	do func(hall.CaseRow) tea.Cmd) tea.Cmd {
	find := func(ctx context.Context, s views.Session, q string) ([]Choice, error) {
		rows, err := FindCases(ctx, s, q, latest)
		var out []Choice
		for _, r := range rows {
			c := Choice{Label: s.Say(text.Versus(r)), Detail: strings.TrimSpace(r.Number + "  " + r.Subject), Row: r}
			if m := doubt(s, r); !m.IsZero() {
				c.Detail, c.Warn = s.Say(m), true
			}
			out = append(out, c)
		}
		return Upto(out, MostCases), err
	}
	return Pick(env, env.Say(title), text.Dialog.PickHint, find, func(c Choice) tea.Cmd {
		row, _ := c.Row.(hall.CaseRow)
		return do(row)
	})
}

// NotOpen is the doubt about a case that is closed.
func NotOpen(_ views.Session, r hall.CaseRow) text.Message {
	if r.State.Open() {
		return text.Message{}
	}
	return text.State(r.State)
}
