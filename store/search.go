package store

import (
	"context"

	"sizhen/store/book"
	"sizhen/store/dispute"
	"sizhen/store/duty"
	"sizhen/store/hall"
)

// Search finds cases and people by Chinese text, pinyin initials, number and telephone.
// A case whose names the reader may not see is not found: that it answers to a name would
// tell already.
func (d *Desk) Search(ctx context.Context, q string, limit int) ([]hall.Hit, error) {
	var out []hall.Hit
	err := d.at.Read(ctx, hall.MayRead, func(r book.Reader) error {
		out = nil
		cut := book.ParseQuery(q)
		known, err := d.PersonsIn(ctx, r, q, limit)
		if err != nil {
			return err
		}
		ids, err := dispute.Cases.Find(ctx, r, cut, limit)
		if err != nil {
			return err
		}
		seen := map[hall.CaseID]bool{}
		add := func(row hall.CaseRow) {
			if !row.Hidden && !seen[row.ID] && len(seen) < limit {
				seen[row.ID] = true
				out = append(out, hall.Hit{Case: &row})
			}
		}
		for _, id := range ids {
			c, err := dispute.Cases.Get(r, id)
			if err != nil {
				return err
			}
			add(hall.RowOf(c).For(d.at.Actor))
		}
		for _, p := range known[:min(len(known), 3)] { // found by telephone or document: their cases
			rows, err := d.CasesOf(r, p.ID, 3)
			if err != nil {
				return err
			}
			for _, row := range rows {
				add(row)
			}
		}
		for i, p := range known {
			may, err := d.MayKnow(r, p.ID)
			if err != nil {
				return err
			}
			if may {
				out = append(out, hall.Hit{Person: &known[i]})
			}
		}
		for _, h := range out {
			if err := warn(r, h); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

// warn puts on a hit what must be known first of it.
func warn(r book.Reader, h hall.Hit) (err error) {
	if h.Case != nil {
		return dispute.WarnCase(r, h.Case)
	}
	party := hall.Party{Person: h.Person.ID, Details: hall.Details{Name: h.Person.Name}}
	h.Person.Warning, err = duty.WarningOf(r, hall.Matter{}, []hall.Party{party})
	return err
}
