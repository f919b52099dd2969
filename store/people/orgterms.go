package people

import (
	"context"
	"strings"

	"sizhen/store/book"
	"sizhen/store/hall"
)

// AddOrgTerm puts a term to a committee's terms (任期); a new one is to be reported.
func (d *Desk) AddOrgTerm(ctx context.Context, id hall.OrgID, rev uint64, term hall.Term) (hall.Org, error) {
	return d.changeOrg(ctx, id, rev, hall.OpTerm, func(t *book.Tx, o *hall.Org) (map[string]string, error) {
		terms, bad := hall.AddTerm(o.Terms, term)
		if bad != nil {
			return nil, bad
		}
		o.Terms = terms
		if term.From <= t.Today() && term.To >= t.Today() {
			o.Report(t.Calendar(), hall.FilingTerm, term.From)
		}
		return map[string]string{"day": term.From.String(), "was": term.To.String()}, nil
	})
}

// DropOrgTerm takes a term away that was put down by mistake.
func (d *Desk) DropOrgTerm(ctx context.Context, id hall.OrgID, rev uint64, term hall.Term) (hall.Org, error) {
	return d.changeOrg(ctx, id, rev, hall.OpTerm, func(_ *book.Tx, o *hall.Org) (map[string]string, error) {
		for i, h := range o.Terms {
			if h == term {
				o.Terms = append(append([]hall.Term(nil), o.Terms[:i]...), o.Terms[i+1:]...)
				return nil, nil
			}
		}
		return nil, hall.Refuse(hall.ErrNotFound)
	})
}

// FileOrg records that every open change was reported for filing (备案) on a day, under a
// number.
func (d *Desk) FileOrg(ctx context.Context, id hall.OrgID, rev uint64, day hall.Day, no string) (hall.Org, error) {
	return d.changeOrg(ctx, id, rev, hall.OpFile, func(t *book.Tx, o *hall.Org) (map[string]string, error) {
		no := strings.TrimSpace(no)
		filed, bad := hall.MarkFiled(o.Filings, day, day, no, t.Actor.Name, t.Today())
		if bad != nil {
			return nil, bad
		}
		o.Filings, o.Filed = filed, day
		if no != "" {
			o.Number = no
		}
		return map[string]string{"number": no}, nil
	})
}

// SetUniform records which of the six uniform items (六统一) are there.
func (d *Desk) SetUniform(ctx context.Context, id hall.OrgID, rev uint64, u hall.Uniform) (hall.Org, error) {
	return d.changeOrg(ctx, id, rev, hall.OpUniform, func(_ *book.Tx, o *hall.Org) (map[string]string, error) {
		o.Uniform = u
		return nil, nil
	})
}

// changeOrg does one thing to an organisation, if its course has it now.
func (d *Desk) changeOrg(ctx context.Context, id hall.OrgID, rev uint64, op hall.Op,
	alter func(*book.Tx, *hall.Org) (map[string]string, error)) (hall.Org, error) {
	return book.Write(ctx, d.Desk, hall.MayRoster, func(t *book.Tx) (out hall.Org, _ error) {
		o, err := openOrg(t, id, rev, op)
		if err != nil {
			return out, err
		}
		args, err := alter(t, &o)
		if err != nil {
			return out, err
		}
		if err := Orgs.Put(t, &o); err != nil {
			return out, err
		}
		if args == nil {
			args = map[string]string{}
		}
		args["name"] = o.Name
		out = o
		row, _ := hall.OrgCourse().At(false, op)
		return out, t.Log(hall.Entry{Deed: row.Deed, Args: args})
	})
}
