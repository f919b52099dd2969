package dialog

import (
	"context"
	"strconv"
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
)

// Cases is what looking for a case needs of the desk.
type Cases interface {
	Cases(context.Context, hall.CaseQuery) (hall.CasePage, error)
	Search(ctx context.Context, q string, limit int) ([]hall.Hit, error)
}

// mostCases is how many cases are offered at once.
const mostCases = 20

// FindCases are the cases that fit what was typed, or, where nothing was, the latest of a kind.
func FindCases(ctx context.Context, desk Cases, q string, latest hall.CaseQuery) ([]hall.CaseRow, error) {
	var out []hall.CaseRow
	if strings.TrimSpace(q) != "" {
		hits, err := desk.Search(ctx, q, mostCases)
		for _, h := range hits {
			if h.Case != nil {
				out = append(out, *h.Case)
			}
		}
		return out, err
	}
	latest.Limit = mostCases
	found, err := desk.Cases(ctx, latest)
	for _, r := range found.Rows {
		if !r.Hidden {
			out = append(out, r)
		}
	}
	return out, err
}

// OpenCases finds cases for Pick, by whatever was typed of them, or the latest that are open;
// one that is closed says so. The choice's Row is a hall.CaseRow.
func OpenCases(env *views.Env) func(context.Context, string) ([]Choice, error) {
	desk, say := env.Desk, env.Say
	return func(ctx context.Context, q string) ([]Choice, error) {
		rows, err := FindCases(ctx, desk, q, hall.CaseQuery{Filter: hall.OpenCases})
		var out []Choice
		for _, r := range rows {
			c := Choice{ID: strconv.FormatUint(uint64(r.ID), 10), Label: say(text.Versus(r)), Detail: strings.TrimSpace(r.Number + "  " + r.Subject), Row: r}
			if !r.State.Open() {
				c.Detail, c.Warn = say(text.State(r.State)), true
			}
			out = append(out, c)
		}
		return out, err
	}
}
