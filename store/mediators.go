package store

import (
	"context"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// FindMediators finds mediators who can be given work, by name, initials or village; an
// empty query lists the first on the roster, who are the hall's own. For a case it adds the
// signs that somebody should stand aside.
func (d *Desk) FindMediators(ctx context.Context, q string, forCase hall.CaseID, limit int) ([]hall.MediatorRow, error) {
	var out []hall.MediatorRow
	err := d.read(ctx, hall.MayRead, func(r kv.Reader) error {
		out = nil
		var c hall.Case
		if forCase != 0 {
			var err error
			if c, err = get(r, &caseKind, uint64(forCase), d.st.zone()); err != nil {
				return err
			}
		}
		ids, err := d.mediatorIDs(ctx, r, q, limit)
		if err != nil {
			return err
		}
		for _, id := range ids {
			m, err := get(r, &mediatorKind, id, d.st.zone())
			if err != nil {
				return err
			}
			if !m.Assignable() {
				continue
			}
			row := hall.MediatorRow{ID: m.ID, Name: m.Name, Village: m.Village, Status: m.Status}
			if row.Load, err = counted(r, listGroup('l', id)); err != nil {
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

func (d *Desk) mediatorIDs(ctx context.Context, r kv.Reader, q string, limit int) ([]uint64, error) {
	if cut := parseQuery(q); cut != nil {
		return find(ctx, r, 'm', cut, limit)
	}
	var ids []uint64
	for p, err := range r.Range(tMediator, kv.Span{Limit: limit}) {
		if err != nil {
			return nil, err
		}
		ids = append(ids, number(p.Key))
	}
	return ids, nil
}
