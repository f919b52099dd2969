package orgs

import (
	"context"
	"io"

	"sizhen/views"
	"sizhen/views/kit/list"
	"sizhen/views/ledger"
)

// sheet is how the organisations leave the hall: all of them, whatever is unfolded.
func sheet() *list.Sheet {
	l := ledger.Orgs().Ledger()
	return &list.Sheet{Ledger: l, Write: func(ctx context.Context, s views.Session, w io.Writer, f ledger.Format, _ list.Query) (int, error) {
		return l.Write(ctx, w, f, s.Desk, list.Scene(s), ledger.Query{})
	}}
}
