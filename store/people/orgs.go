package people

import (
	"bytes"
	"context"
	"slices"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// MembersOf are the people of an organisation (o) or a studio (s), who heads it first. Who has
// left is not among them.
func MembersOf(r book.Reader, of byte, id uint64) ([]hall.Member, error) {
	var out []hall.Member
	for p, err := range r.Range(byMember.Table, kv.Prefix(book.Key().Byte(of).ID(id))) {
		if err != nil {
			return nil, err
		}
		var m hall.Member
		if err := book.Decode(p.Value, &m, r.Zone()); err != nil {
			return nil, err
		}
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b hall.Member) int { return headFirst(b) - headFirst(a) })
	return out, nil
}

func headFirst(m hall.Member) int {
	n := 0
	if m.Head {
		n++
	}
	if m.Status == hall.Active {
		n += 2
	}
	return n
}

// rowAt reads the row of an organisation; zero when there is none.
func (d *Desk) rowAt(r book.Reader, id hall.OrgID) (hall.OrgRow, error) {
	if id == 0 {
		return hall.OrgRow{}, nil
	}
	row, err := orgRowKind.Get(r, id)
	if book.Is(err, hall.ErrNotFound) {
		return hall.OrgRow{}, nil
	}
	return row, err
}

// fillRows adds to rows how many each guides, and who guides it.
func (d *Desk) fillRows(r book.Reader, rows []hall.OrgRow) error {
	names := map[hall.OrgID]string{0: ""}
	for i := range rows {
		var err error
		if rows[i].Children, err = byOrg.Sum(r, orgsUnder(rows[i].ID, standing)); err != nil {
			return err
		}
		name, known := names[rows[i].Parent]
		if !known {
			parent, err := d.rowAt(r, rows[i].Parent)
			if err != nil {
				return err
			}
			name = parent.Name
			names[rows[i].Parent] = name
		}
		rows[i].ParentName = name
	}
	return nil
}

// FindOrgs finds organisations that still are, by name, initials or industry; an empty query
// lists those at the top.
func (d *Desk) FindOrgs(ctx context.Context, q string, limit int) ([]hall.OrgRow, error) {
	var out []hall.OrgRow
	limit = min(max(limit, 1), PageMost)
	err := d.Read(ctx, hall.MayLook, func(r book.Reader) error {
		out = nil
		cut := book.ParseQuery(q)
		if cut == nil {
			page, err := d.orgPage(r, hall.OrgQuery{Limit: limit})
			out = page.Rows
			return err
		}
		ids, err := Orgs.Find(ctx, r, cut, limit)
		if err != nil {
			return err
		}
		for _, id := range ids {
			row, err := d.rowAt(r, hall.OrgID(id))
			if err != nil {
				return err
			}
			if row.ID != 0 && row.Closed == 0 {
				out = append(out, row)
			}
		}
		return d.fillRows(r, out)
	})
	return out, err
}

// Orgs reads a page of a list of organisations.
func (d *Desk) Orgs(ctx context.Context, q hall.OrgQuery) (hall.OrgPage, error) {
	var out hall.OrgPage
	err := d.Read(ctx, hall.MayLook, func(r book.Reader) (err error) {
		out, err = d.orgPage(r, q)
		return err
	})
	return out, err
}

func (d *Desk) orgPage(r book.Reader, q hall.OrgQuery) (hall.OrgPage, error) {
	var page hall.OrgPage
	span, err := d.orgSpan(r, q, &page)
	if err != nil {
		return page, err
	}
	limit := min(max(q.Limit, 1), PageMost)
	if span.Limit = limit + 1; q.After != nil {
		if !within(span, q.After) {
			return page, hall.Refuse(hall.ErrNotFound)
		}
		span.From = q.After
	}
	for p, err := range r.Range(byOrg.Table, span) {
		if err != nil {
			return page, err
		}
		if len(page.Rows) == limit {
			page.Next = bytes.Clone(p.Key)
			break
		}
		var row hall.OrgRow
		if err := book.Decode(p.Value, &row, d.Book.Zone()); err != nil {
			return page, err
		}
		page.Rows = append(page.Rows, row)
	}
	return page, d.fillRows(r, page.Rows)
}

// within reports whether a place lies in a list: it was given out for that list.
func within(span kv.Span, place hall.OrgPlace) bool {
	return bytes.Compare(place, span.From) >= 0 && (span.To == nil || bytes.Compare(place, span.To) < 0)
}

// orgSpan is where a list stands, and how long it is.
func (d *Desk) orgSpan(r book.Reader, q hall.OrgQuery, page *hall.OrgPage) (kv.Span, error) {
	var err error
	today := hall.DayOf(d.Now())
	switch q.List {
	case hall.OrgFaulty:
		page.Total, err = byOrg.Sum(r, orgsAmiss('f'))
		return kv.Prefix(orgsAmiss('f')), err
	case hall.OrgUnfiled:
		page.Total, err = byOrg.Sum(r, orgsAmiss('u'))
		return kv.Prefix(orgsAmiss('u')), err
	case hall.OrgTermOver:
		span := termsOver(today)
		page.Total, err = entriesIn(r, byOrg.Table, span)
		return span, err
	case hall.OrgOfKind:
		group := book.Key().Byte(ofOrgs).Byte('k').Byte(byte(q.Kind))
		page.Total, err = sumOf(r, group)
		return kv.Prefix(group), err
	case hall.OrgAll:
		page.Total, err = sumOf(r, book.Key().Byte(ofOrgs).Byte('k'))
		return kv.Prefix(book.Key().Byte(ofOrgs).Byte('k')), err
	}
	page.Total, err = byOrg.Sum(r, orgsUnder(q.Parent, standing))
	return kv.Prefix(book.Key().Byte(ofOrgs).Byte('p').ID(uint64(q.Parent))), err // behind them, those dissolved
}

// termsOver is where those stand whose term ended before today.
func termsOver(today hall.Day) kv.Span {
	return kv.Span{From: orgsAmiss('t'), To: book.Path(orgsAmiss('t')).Day(today)}
}

func entriesIn(r book.Reader, table kv.Table, span kv.Span) (int, error) {
	n := 0
	for _, err := range r.Range(table, span) {
		if err != nil {
			return 0, err
		}
		n++
	}
	return n, nil
}

// sumOf adds the counters of all groups of organisations up that begin alike.
func sumOf(r book.Reader, prefix []byte) (int, error) {
	all := 0
	err := byOrg.EachCount(r, prefix, func(_ []byte, n int) { all += n })
	return all, err
}

// Org reads one organisation with its people, what it looks after, and the way to it.
func (d *Desk) Org(ctx context.Context, id hall.OrgID) (hall.OrgFile, error) {
	var f hall.OrgFile
	err := d.Read(ctx, hall.MayLook, func(r book.Reader) error {
		f = hall.OrgFile{}
		var err error
		if f.Org, err = Orgs.Get(r, id); err != nil {
			return err
		}
		if f.Row, err = d.rowAt(r, id); err != nil {
			return err
		}
		if f.Members, err = MembersOf(r, 'o', uint64(id)); err != nil {
			return err
		}
		if f.Children, err = byOrg.Sum(r, orgsUnder(id, standing)); err != nil {
			return err
		}
		if f.Way, err = d.wayTo(r, f.Org); err != nil {
			return err
		}
		if f.Org.Site != 0 {
			if f.Site, err = Sites.Get(r, f.Org.Site); err != nil {
				return err
			}
		}
		if f.Covers, err = rowsIn[hall.Site](r, bySite.Table, sitesAt(id), PageMost); err != nil {
			return err
		}
		f.Studios, err = rowsIn[hall.Studio](r, byStudio.Table, studiosAt(id), PageMost)
		return err
	})
	return f, err
}

// wayTo are those above an organisation, the highest first. Levels rise from one to the next,
// so there are never more than two; a damaged store does not make it walk for ever.
func (d *Desk) wayTo(r book.Reader, o hall.Org) ([]hall.OrgRow, error) {
	var out []hall.OrgRow
	for at := o.Parent; at != 0 && len(out) < 3; {
		row, err := d.rowAt(r, at)
		if err != nil || row.ID == 0 {
			return out, err
		}
		out, at = append([]hall.OrgRow{row}, out...), row.Parent
	}
	return out, nil
}

// rowsIn reads what an index holds under a prefix.
func rowsIn[T any](r book.Reader, table kv.Table, prefix []byte, limit int) ([]T, error) {
	span := kv.Prefix(prefix)
	span.Limit = limit
	var out []T
	for p, err := range r.Range(table, span) {
		if err != nil {
			return nil, err
		}
		var v T
		if err := book.Decode(p.Value, &v, r.Zone()); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}
