package dialog

import (
	"context"
	"strings"

	"sizhen/store/hall"
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
