package people

import (
	"context"
	"slices"
	"strings"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// DissolveOrg ends an organisation. What becomes of each of its members must be said; those
// it guided are guided by its heir from that day on; the sites it looked after lack a
// committee again. Nothing of it is erased.
func (d *Desk) DissolveOrg(ctx context.Context, draft hall.DraftID, id hall.OrgID, rev uint64, end hall.Dissolving) (hall.Org, error) {
	return book.Write(ctx, d.Desk, hall.MayRoster, func(t *book.Tx) (out hall.Org, _ error) {
		o, err := openOrg(t, id, rev, hall.OpClose)
		if err != nil {
			return out, err
		}
		end := end
		end.Why = strings.TrimSpace(end.Why)
		if end.Day == 0 {
			end.Day = t.Today()
		}
		switch {
		case end.Why == "":
			return out, hall.Refuse(hall.ErrReason).In(hall.FieldWhy)
		case end.Day > t.Today():
			return out, hall.Refuse(hall.ErrDayFuture).In(hall.FieldDay)
		case end.Day < max(o.Founded, o.Since):
			return out, hall.Refuse(hall.ErrDayBefore, "day", max(o.Founded, o.Since)).In(hall.FieldDay)
		}
		if err := scatter(t, o, end); err != nil {
			return out, err
		}
		if err := inherit(t, o, end); err != nil {
			return out, err
		}
		o.Closed, o.Why, o.Site = end.Day, end.Why, 0
		o.Report(t.Calendar(), hall.FilingLeft, end.Day)
		if err := Orgs.Put(t, &o); err != nil {
			return out, err
		}
		if err := eachSiteOf(t, o.ID, func(s *hall.Site) { s.Org, s.OrgName = 0, "" }); err != nil {
			return out, err
		}
		out = o
		if err := t.Log(hall.Entry{Deed: hall.DeedOrgEnd, Args: map[string]string{"name": o.Name, "reason": end.Why}}); err != nil {
			return out, err
		}
		return out, t.DropDraft(draft)
	})
}

// scatter lets go of the members of an organisation that ends, each as was said.
func scatter(t *book.Tx, o hall.Org, end hall.Dissolving) error {
	people, err := MembersOf(t, 'o', uint64(o.ID))
	if err != nil {
		return err
	}
	var unnamed []string
	for _, p := range people {
		if !slices.ContainsFunc(end.Fates, func(f hall.Fate) bool { return f.Mediator == p.ID }) {
			unnamed = append(unnamed, p.Name)
		}
	}
	if len(unnamed) > 0 {
		return hall.Refuse(hall.ErrMembersFirst, "names", unnamed).In("members")
	}
	for _, f := range end.Fates {
		if !slices.ContainsFunc(people, func(p hall.Member) bool { return p.ID == f.Mediator }) {
			continue // gone meanwhile
		}
		name := ""
		if f.To != 0 {
			to, err := standingOrg(t, f.To, hall.FieldTo)
			if err != nil {
				return err
			}
			if to.ID == o.ID {
				return hall.Refuse(hall.ErrDissolved, "name", o.Name, "day", end.Day).In(hall.FieldTo)
			}
			name = to.Name
		}
		err := turnMediator(t, f.Mediator, end.Day, end.Why, func(m *hall.Mediator) {
			m.Org, m.Organisation, m.OrgHead = f.To, name, false
			if f.Leaves {
				m.Status = hall.Left
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// inherit has the heir guide those whom the organisation guided, and keep its studios.
func inherit(t *book.Tx, o hall.Org, end hall.Dissolving) error {
	heir := hall.Org{}
	if at := end.Heir; at != 0 || o.Parent != 0 {
		if at == 0 {
			at = o.Parent
		}
		var err error
		if heir, err = standingOrg(t, at, hall.FieldHeir); err != nil {
			return err
		}
	}
	children, err := children(t, o.ID)
	if err != nil {
		return err
	}
	for _, id := range children {
		was, err := Orgs.Get(t, id)
		if err != nil {
			return err
		}
		child := was
		if child.Parent = heir.ID; heir.ID != 0 {
			if bad := hall.CheckParent(child, heir); bad != nil {
				return bad.In(hall.FieldHeir)
			}
		}
		next, bad := child.Became(was, max(end.Day, was.Since, was.Founded), end.Why)
		if bad != nil {
			return bad
		}
		next.Report(t.Calendar(), hall.FilingChanged, end.Day)
		if err := Orgs.Put(t, &next); err != nil {
			return err
		}
	}
	studios, err := rowsIn[hall.Studio](t, byStudio.Table, studiosAt(o.ID), 0)
	for _, u := range studios {
		u.Org, u.OrgName = heir.ID, heir.Name
		if err := Studios.Put(t, &u); err != nil {
			return err
		}
	}
	return err
}

func children(t *book.Tx, id hall.OrgID) ([]hall.OrgID, error) {
	var out []hall.OrgID
	for p, err := range t.Range(byOrg.Table, kv.Prefix(orgsUnder(id, standing))) {
		if err != nil {
			return nil, err
		}
		out = append(out, hall.OrgID(book.Number(p.Key)))
	}
	return out, nil
}
