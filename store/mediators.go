package store

import (
	"context"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// FindMediators finds mediators who can be given work, by name, initials or village; an
// empty query lists the first on the roster, who are the hall's own. For a case it adds the
// signs that somebody should stand aside.
func (d *Desk) FindMediators(ctx context.Context, q string, forCase hall.CaseID, limit int) ([]hall.MediatorRow, error) {
	var out []hall.MediatorRow
	err := d.read(ctx, hall.MayRead, func(r book.Reader) error {
		out = nil
		var c hall.Case
		if forCase != 0 {
			var err error
			if c, err = caseKind.Get(r, forCase); err != nil {
				return err
			}
		}
		ids, err := d.mediatorIDs(ctx, r, q, limit)
		if err != nil {
			return err
		}
		for _, id := range ids {
			m, err := mediatorKind.Get(r, id)
			if err != nil {
				return err
			}
			if !m.Assignable() {
				continue
			}
			row := hall.MediatorRow{ID: m.ID, Name: m.Name, Village: m.Village, Status: m.Status}
			if row.Load, err = byList.Sum(r, listGroup('l', uint64(id))); err != nil {
				return err
			}
			if forCase != 0 {
				row.Conflict, row.Party = hall.ConflictOf(c, m)
			}
			out = append(out, row)
		}
		return nil
	})
	return out, err
}

func (d *Desk) mediatorIDs(ctx context.Context, r book.Reader, q string, limit int) ([]hall.MediatorID, error) {
	if cut := book.ParseQuery(q); cut != nil {
		return mediatorKind.Find(ctx, r, cut, limit)
	}
	var ids []hall.MediatorID
	for p, err := range r.Range(kv.Table(hall.OfMediator), kv.Span{Limit: limit}) {
		if err != nil {
			return nil, err
		}
		ids = append(ids, hall.MediatorID(book.Number(p.Key)))
	}
	return ids, nil
}
