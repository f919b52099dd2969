package people

import (
	"context"
	"strings"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// SaveOrg adds an organisation, or changes one: Rev must be the one read. What it was till
// then is kept; a change of what is on file elsewhere, and a new one, is to be reported within
// thirty working days. Terms, reports and the end have operations of their own and stay as
// they are. The draft (0: none) is removed with it.
func (d *Desk) SaveOrg(ctx context.Context, draft hall.DraftID, o hall.Org, c hall.OrgChange) (hall.Org, error) {
	return book.Write(ctx, d.Desk, hall.MayRoster, func(t *book.Tx) (out hall.Org, _ error) {
		save, c := o, c
		save.Name, save.Phone, c.Why = hall.NameOf(o.Name), hall.PhoneOf(o.Phone), strings.TrimSpace(c.Why)
		var was hall.Org
		if save.ID != 0 {
			var err error
			if was, err = openOrg(t, save.ID, save.Rev, hall.OpChange); err != nil {
				return out, err
			}
		}
		if err := save.Check(); err != nil {
			return out, err
		}
		if err := fitsInTree(t, save, was); err != nil {
			return out, err
		}
		if err := noOrgLike(t, save, was); err != nil {
			return out, err
		}
		if err := turned(t, &save, was, c); err != nil {
			return out, err
		}
		if err := Orgs.Put(t, &save); err != nil {
			return out, err
		}
		if err := moveSite(t, save, was); err != nil {
			return out, err
		}
		if err := renamed(t, save, was, c); err != nil {
			return out, err
		}
		out = save
		args := map[string]string{"name": save.Name, "reason": c.Why}
		if was.ID != 0 && was.Name != save.Name {
			args["old"] = was.Name
		}
		if err := t.Log(hall.Entry{Deed: hall.DeedOrg, Args: args}); err != nil {
			return out, err
		}
		return out, t.DropDraft(draft)
	})
}

// openOrg reads an organisation with which something is to be done.
func openOrg(t *book.Tx, id hall.OrgID, rev uint64, op hall.Op) (hall.Org, error) {
	o, err := Orgs.Get(t, id)
	switch {
	case err != nil:
		return o, err
	case o.Rev != rev:
		return o, hall.Refuse(hall.ErrConflict)
	}
	if bad := hall.Why(hall.OrgCourse(), hall.OrgRowOf(o, nil), op, t.Actor, t.Now); bad != nil {
		return o, bad
	}
	return o, nil
}

// standingOrg reads an organisation that another record is to name.
func standingOrg(t *book.Tx, id hall.OrgID, field string) (hall.Org, error) {
	o, err := Orgs.Get(t, id)
	if err == nil && o.Closed != 0 {
		return o, hall.Refuse(hall.ErrDissolved, "name", o.Name, "day", o.Closed).In(field)
	}
	return o, err
}

// fitsInTree holds the levels: who guides stands above, whom one guides below. So no circle
// can be.
func fitsInTree(t *book.Tx, o, was hall.Org) error {
	if o.Parent != 0 {
		parent, err := standingOrg(t, o.Parent, hall.FieldParent)
		if err != nil {
			return err
		}
		if err := hall.CheckParent(o, parent); err != nil {
			return err
		}
	}
	if was.ID == 0 || was.Level == o.Level {
		return nil
	}
	span := kv.Prefix(orgsUnder(o.ID, standing))
	span.Limit = 1 // the highest one
	for p, err := range t.Range(byOrg.Table, span) {
		if err != nil {
			return err
		}
		var child hall.OrgRow
		if err := book.Decode(p.Value, &child, t.Zone()); err != nil {
			return err
		}
		if child.Level.Rank() >= o.Level.Rank() {
			return hall.Refuse(hall.ErrChildLevel, "name", child.Name).In(hall.FieldLevel)
		}
	}
	return nil
}

// turned carries over what the form does not hold, keeps what the organisation was, and puts
// down what is to be reported.
func turned(t *book.Tx, o *hall.Org, was hall.Org, c hall.OrgChange) error {
	from := c.From
	if from == 0 {
		from = t.Today()
	}
	if from > t.Today() {
		return hall.Refuse(hall.ErrDayFuture).In(hall.FieldFrom)
	}
	o.Terms, o.Filings, o.Past, o.Since, o.Closed, o.Why = was.Terms, was.Filings, was.Past, was.Since, was.Closed, was.Why
	if was.ID == 0 {
		if o.Founded == 0 {
			o.Founded = from
		}
		if o.Founded > t.Today() {
			return hall.Refuse(hall.ErrDayFuture).In(hall.FieldFounded)
		}
		if o.Filed == 0 && o.Number == "" { // one that is on file already is only entered here
			o.Report(t.Calendar(), hall.FilingNew, o.Founded)
		}
		return nil
	}
	if !o.Changed(was) {
		return nil
	}
	if c.Why == "" {
		return hall.Refuse(hall.ErrReason).In(hall.FieldWhy)
	}
	next, bad := o.Became(was, from, c.Why)
	if bad != nil {
		return bad
	}
	next.Report(t.Calendar(), hall.FilingChanged, from)
	*o = next
	return nil
}

// moveSite keeps the site that an organisation is there for with the organisation's record.
func moveSite(t *book.Tx, o, was hall.Org) error {
	if was.Site != 0 && was.Site != o.Site {
		s, err := Sites.Get(t, was.Site)
		if err != nil {
			return err
		}
		if s.Org == o.ID {
			s.Org, s.OrgName = 0, ""
			if err := Sites.Put(t, &s); err != nil {
				return err
			}
		}
	}
	if o.Site == 0 {
		return nil
	}
	s, err := Sites.Get(t, o.Site)
	switch {
	case err != nil:
		return err
	case s.Org != 0 && s.Org != o.ID:
		return hall.Refuse(hall.ErrSiteTaken, "name", s.Name, "org", s.OrgName).In(hall.FieldSite)
	case s.Org == o.ID && s.OrgName == o.Name && !s.Off:
		return nil
	}
	s.Org, s.OrgName, s.Off, s.Why = o.ID, o.Name, false, ""
	return Sites.Put(t, &s)
}

// renamed has those who bear an organisation's name bear the new one: its people from the day
// on, the studios and sites at once.
func renamed(t *book.Tx, o, was hall.Org, c hall.OrgChange) error {
	if was.ID == 0 || was.Name == o.Name {
		return nil
	}
	people, err := MembersOf(t, 'o', uint64(o.ID))
	if err != nil {
		return err
	}
	for _, p := range people {
		err := turnMediator(t, p.ID, c.From, c.Why, func(m *hall.Mediator) { m.Organisation = o.Name })
		if err != nil {
			return err
		}
	}
	studios, err := rowsIn[hall.Studio](t, byStudio.Table, studiosAt(o.ID), 0)
	if err != nil {
		return err
	}
	for _, u := range studios {
		u.OrgName = o.Name
		if err := Studios.Put(t, &u); err != nil {
			return err
		}
	}
	return eachSiteOf(t, o.ID, func(s *hall.Site) { s.OrgName = o.Name })
}

func eachSiteOf(t *book.Tx, id hall.OrgID, change func(*hall.Site)) error {
	sites, err := rowsIn[hall.Site](t, bySite.Table, sitesAt(id), 0)
	if err != nil {
		return err
	}
	for _, s := range sites {
		change(&s)
		if err := Sites.Put(t, &s); err != nil {
			return err
		}
	}
	return nil
}

// turnMediator changes where a mediator belongs, from a day on: what he was stays on record,
// and what has to be reported of it is put down. Where his own last change is later, it holds
// from then.
func turnMediator(t *book.Tx, id hall.MediatorID, from hall.Day, why string, change func(*hall.Mediator)) error {
	was, err := Mediators.Get(t, id)
	if err != nil {
		return err
	}
	if from == 0 {
		from = t.Today()
	}
	m := was
	change(&m)
	next, bad := m.Became(was, max(from, was.Since, was.Joined), why)
	if bad != nil {
		return bad
	}
	if next.Org != was.Org || next.Status != was.Status {
		next.Filings = hall.ToFile(next.Filings, hall.Reported(was, next), from, t.Calendar())
	}
	return Mediators.Put(t, &next)
}
