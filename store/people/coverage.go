package people

import (
	"context"

	"sizhen/store/book"
	"sizhen/store/hall"
)

// PageMost bounds a page whatever was asked for.
const PageMost = 200

// Coverage is what is covered at a glance: counters and one short walk over the terms that
// have ended, however many organisations there are.
func (d *Desk) Coverage(ctx context.Context) (hall.Coverage, error) {
	var out hall.Coverage
	err := d.Read(ctx, hall.MayLook, func(r book.Reader) error {
		out = hall.Coverage{Orgs: map[hall.OrgKind][3]int{}}
		for _, k := range hall.SiteKinds() {
			all, err := bySite.Sum(r, sitesOf('a', k))
			if err != nil {
				return err
			}
			lack, err := bySite.Sum(r, sitesOf('l', k))
			if err != nil {
				return err
			}
			out.Sites = append(out.Sites, hall.Covered{Kind: k, All: all, Has: all - lack})
		}
		for _, k := range hall.OrgKinds() {
			var by [3]int
			for _, l := range []hall.Level{hall.Village, hall.Township, hall.County} {
				n, err := byOrg.Sum(r, orgsOf(k, l))
				if err != nil {
					return err
				}
				by[l.Rank()] = n
				out.Total += n
			}
			out.Orgs[k] = by
		}
		var err error
		if out.Faulty, err = byOrg.Sum(r, orgsAmiss('f')); err != nil {
			return err
		}
		if out.Unfiled, err = byOrg.Sum(r, orgsAmiss('u')); err != nil {
			return err
		}
		out.Over, err = entriesIn(r, byOrg.Table, termsOver(hall.DayOf(d.Now())))
		return err
	})
	return out, err
}

// EachOrg hands every organisation and its row to fn, for those who may look.
func (d *Desk) EachOrg(ctx context.Context, fn func(hall.Org, hall.OrgRow) error) error {
	if err := d.Actor.Require(hall.MayLook); err != nil {
		return err
	}
	return EachOrg(ctx, d.Book, func(o hall.Org, row hall.OrgRow) error {
		o.Phone = d.Actor.Listed(o.Phone)
		return fn(o, row)
	})
}

// EachOrg hands every organisation and its row to fn, kind by kind and in order of names, in
// short transactions, so that an export holds nothing back. Dissolved ones are left out.
func EachOrg(ctx context.Context, b *book.Book, fn func(hall.Org, hall.OrgRow) error) error {
	d, q := Of(book.Desk{Book: b}), hall.OrgQuery{List: hall.OrgAll, Limit: PageMost}
	for {
		var page hall.OrgPage
		var orgs []hall.Org
		err := b.Read(ctx, func(r book.Reader) (err error) {
			orgs = nil
			if page, err = d.orgPage(r, q); err != nil {
				return err
			}
			for _, row := range page.Rows {
				o, err := Orgs.Get(r, row.ID)
				if err != nil {
					return err
				}
				orgs = append(orgs, o)
			}
			return nil
		})
		if err != nil {
			return err
		}
		for i, row := range page.Rows {
			if err := fn(orgs[i], row); err != nil {
				return err
			}
		}
		if q.After = page.Next; q.After == nil {
			return nil
		}
	}
}
