package roster

import (
	"context"
	"io"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/list"
	"sizhen/views/ledger"
)

// sheet is how the roster leaves the hall: the entries that are listed, and the list to be put up,
// which is of all who are active.
func sheet() *list.Sheet {
	of := ledger.Roster()
	public := of.Ledger()
	public.Title, public.Open = of.Public.Title, true
	return &list.Sheet{
		Ledger: of.Ledger(),
		Write: func(ctx context.Context, s views.Session, w io.Writer, f ledger.Format, q list.Query) (int, error) {
			chosen, err := listed(ctx, s, q)
			if err != nil {
				return 0, err
			}
			return of.Lay(list.Scene(s), func(yield func(hall.Mediator, error) bool) {
				more := true
				err := s.Desk.EachMediator(ctx, func(m hall.Mediator) error {
					if more && chosen[m.ID] {
						more = yield(m, nil)
					}
					return nil
				})
				if err != nil && more {
					yield(hall.Mediator{}, err)
				}
			}).Write(w, f)
		},
		Public: &list.Sheet{
			Ledger: public,
			Write: func(ctx context.Context, s views.Session, w io.Writer, f ledger.Format, _ list.Query) (int, error) {
				return of.Ledger().Write(ctx, w, f, s.Desk, list.Scene(s), ledger.Query{Public: true})
			},
		},
	}
}

// listed are the entries that fit what the list is narrowed to.
func listed(ctx context.Context, s views.Session, q list.Query) (map[hall.MediatorID]bool, error) {
	out := map[hall.MediatorID]bool{}
	for q.After, q.Limit = nil, most; ; {
		p, err := readPeople(ctx, s, q)
		if err != nil {
			return nil, err
		}
		for _, r := range p.Rows {
			out[r.ID] = true
		}
		if q.After = p.Next; p.Next == nil {
			return out, nil
		}
	}
}
