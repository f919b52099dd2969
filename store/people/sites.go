package people

import (
	"bytes"
	"context"
	"strings"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// Sites reads a page of what should have a committee (应建): of one kind all or those that
// lack one, in order of townships, those that need none any more last; or of every kind what
// is searched for.
func (d *Desk) Sites(ctx context.Context, q hall.SiteQuery) (hall.SitePage, error) {
	var page hall.SitePage
	limit := min(max(q.Limit, 1), PageMost)
	err := d.Read(ctx, hall.MayLook, func(r book.Reader) error {
		page = hall.SitePage{}
		if cut := book.ParseQuery(q.Text); cut != nil {
			return d.searchSites(ctx, r, q, cut, limit, &page)
		}
		group := byte('a')
		if q.Lacks {
			group = 'l'
		}
		var err error
		if page.Total, err = bySite.Sum(r, sitesOf(group, q.Kind)); err != nil {
			return err
		}
		span := kv.Prefix(sitesOf(group, q.Kind))
		if span.Limit = limit + 1; q.After != nil {
			if !within(span, q.After) {
				return hall.Refuse(hall.ErrNotFound)
			}
			span.From = q.After
		}
		for p, err := range r.Range(bySite.Table, span) {
			if err != nil {
				return err
			}
			if len(page.Rows) == limit {
				page.Next = bytes.Clone(p.Key)
				return nil
			}
			var s hall.Site
			if err := book.Decode(p.Value, &s, d.Book.Zone()); err != nil {
				return err
			}
			page.Rows = append(page.Rows, s)
		}
		if !q.Lacks && len(page.Rows) < limit {
			off, err := rowsIn[hall.Site](r, bySite.Table, sitesOf(ended, q.Kind), limit-len(page.Rows))
			page.Rows = append(page.Rows, off...)
			return err
		}
		return nil
	})
	return page, err
}

// searched is how many of those found are looked at for their kind.
const searched = 1000

func (d *Desk) searchSites(ctx context.Context, r book.Reader, q hall.SiteQuery, cut book.Query, limit int, page *hall.SitePage) error {
	ids, err := Sites.Find(ctx, r, cut, searched)
	if err != nil {
		return err
	}
	for _, id := range ids {
		s, err := Sites.Get(r, id)
		if err != nil {
			return err
		}
		if !q.Any && s.Kind != q.Kind || q.Lacks && !s.Lacks() {
			continue
		}
		if page.Total++; len(page.Rows) < limit {
			page.Rows = append(page.Rows, s)
		}
	}
	return nil
}

// Site reads one.
func (d *Desk) Site(ctx context.Context, id hall.SiteID) (hall.Site, error) {
	var out hall.Site
	err := d.Read(ctx, hall.MayLook, func(r book.Reader) (err error) {
		out, err = Sites.Get(r, id)
		return err
	})
	return out, err
}

// SaveSite adds what should have a committee, or changes it: Rev must be the one read. The
// draft (0: none) is removed with it.
func (d *Desk) SaveSite(ctx context.Context, draft hall.DraftID, s hall.Site) (hall.Site, error) {
	return book.Write(ctx, d.Desk, hall.MayRoster, func(t *book.Tx) (out hall.Site, _ error) {
		save := s
		save.Name, save.Why = hall.NameOf(s.Name), strings.TrimSpace(s.Why)
		if err := save.Check(); err != nil {
			return out, err
		}
		if !save.Off {
			save.Why = ""
		}
		var was hall.Site
		if save.ID != 0 {
			var err error
			if was, err = Sites.Get(t, save.ID); err != nil {
				return out, err
			}
			if was.Rev != save.Rev {
				return out, hall.Refuse(hall.ErrConflict)
			}
		}
		if save.Off {
			save.Org = 0
		}
		if save.OrgName = ""; save.Org != 0 {
			o, err := standingOrg(t, save.Org, hall.FieldOrg)
			if err != nil {
				return out, err
			}
			save.OrgName = o.Name
		}
		if err := Sites.Put(t, &save); err != nil {
			return out, err
		}
		if err := leaveSite(t, was, save); err != nil {
			return out, err
		}
		out = save
		if err := t.Log(hall.Entry{Deed: hall.DeedSite, Args: map[string]string{"name": save.Name, "reason": save.Why}}); err != nil {
			return out, err
		}
		return out, t.DropDraft(draft)
	})
}

// leaveSite has the organisation that was there for a site be there for it no more, once
// another one looks after it, or none.
func leaveSite(t *book.Tx, was, now hall.Site) error {
	if was.Org == 0 || was.Org == now.Org {
		return nil
	}
	o, err := Orgs.Get(t, was.Org)
	if err != nil || o.Site != was.ID {
		return err
	}
	o.Site = 0
	return Orgs.Put(t, &o)
}
