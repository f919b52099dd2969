package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/pinyin"
)

// mostBodies bounds the register of resource bodies that is shown at once.
const mostBodies = 500

// Bodies lists the resource bodies whose name, contact, speciality, village or acquaintance
// holds what is asked for, or that help with the dispute type it names; an empty query lists
// them all.
func (d *Desk) Bodies(ctx context.Context, q string, limit int) ([]hall.Body, error) {
	var out []hall.Body
	err := d.read(ctx, hall.MayRead, func(r book.Reader) (err error) {
		out, err = d.bodies(ctx, r, q, min(max(limit, 1), mostBodies))
		return err
	})
	return out, err
}

func (d *Desk) bodies(ctx context.Context, r book.Reader, q string, limit int) ([]hall.Body, error) {
	var out []hall.Body
	cut := book.ParseQuery(q)
	if cut == nil {
		return d.allBodies(r, limit)
	}
	ids, err := bodyKind.Find(ctx, r, cut, limit)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		b, err := bodyKind.Get(r, id)
		if err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	codes := typesNamed(strings.TrimSpace(q), d.st.Settings().Types)
	if len(codes) == 0 {
		return out, nil
	}
	all, err := d.allBodies(r, mostBodies)
	for _, b := range all {
		listed := slices.ContainsFunc(out, func(o hall.Body) bool { return o.ID == b.ID })
		if !listed && len(out) < limit && slices.ContainsFunc(codes, b.Helpful) {
			out = append(out, b)
		}
	}
	return out, err
}

// allBodies lists the register from its beginning.
func (d *Desk) allBodies(r book.Reader, limit int) ([]hall.Body, error) {
	var out []hall.Body
	for p, err := range r.Range(kv.Table(hall.OfBody), kv.Span{Limit: limit}) {
		if err != nil {
			return nil, err
		}
		var b hall.Body
		if err := book.Decode(p.Value, &b, d.st.zone()); err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	return out, nil
}

// Body reads one.
func (d *Desk) Body(ctx context.Context, id hall.BodyID) (hall.Body, error) {
	var out hall.Body
	err := d.read(ctx, hall.MayRead, func(r book.Reader) (err error) {
		out, err = bodyKind.Get(r, id)
		return err
	})
	return out, err
}

// SaveBody adds a resource body, or changes one: Rev must be the one read. The draft (0:
// none) is removed with it.
func (d *Desk) SaveBody(ctx context.Context, draft hall.DraftID, b hall.Body) (hall.Body, error) {
	return change(ctx, d, hall.MayAssign, func(t *tx) (out hall.Body, _ error) {
		save := b
		if err := save.Check(t.st.Settings()); err != nil {
			return out, err
		}
		if save.ID != 0 {
			was, err := bodyKind.Get(t, save.ID)
			if err != nil {
				return out, err
			}
			if was.Rev != save.Rev {
				return out, hall.Refuse(hall.ErrConflict)
			}
		}
		if err := bodyKind.Put(t.Tx, &save); err != nil {
			return out, err
		}
		out = save
		if err := t.Log(hall.Entry{Deed: hall.DeedBody, Args: map[string]string{"name": save.Name}}); err != nil {
			return out, err
		}
		return out, t.DropDraft(draft)
	})
}

// Invitees finds who could be invited to discuss a case: by speciality, village and
// acquaintance when nothing is asked for, else by what is typed. Those for whom most speaks
// come first.
func (d *Desk) Invitees(ctx context.Context, on hall.CaseID, q string, limit int) ([]hall.InviteeRow, error) {
	var out []hall.InviteeRow
	err := d.read(ctx, hall.MayQueue, func(r book.Reader) error {
		out = nil
		c, err := caseKind.Get(r, on)
		if err != nil {
			return err
		}
		if out, err = d.invitedMediators(ctx, r, c, q, limit); err != nil {
			return err
		}
		bodies, err := d.bodies(ctx, r, q, limit)
		if err != nil {
			return err
		}
		for _, b := range bodies {
			if b.Off {
				continue
			}
			row := hall.InviteeRow{Invitee: hall.Invitee{Kind: hall.InviteBody, ID: uint64(b.ID), Name: b.Name, Unit: b.Contact}, Special: b.Helpful(c.Type), Phone: b.Phone}
			row.Near, row.Knows = hall.Near(c, b.Village), knows(c, b.Knows)
			out = append(out, row)
		}
		staff, err := d.offRoster(r, q)
		for _, s := range staff {
			out = append(out, hall.InviteeRow{Invitee: hall.Invitee{Kind: hall.InviteStaff, ID: uint64(s.ID), Name: s.Name}})
		}
		return err
	})
	slices.SortStableFunc(out, func(a, b hall.InviteeRow) int { return weight(b) - weight(a) })
	return out[:min(len(out), limit)], err
}

// invitedMediators looks among those whom a query finds, and, without one, among those who
// would be suggested for the case.
func (d *Desk) invitedMediators(ctx context.Context, r book.Reader, c hall.Case, q string, limit int) ([]hall.InviteeRow, error) {
	found, err := d.suggested(ctx, r, c, q, limit)
	var out []hall.InviteeRow
	for _, s := range found {
		if s.Row.Status != hall.Active {
			continue
		}
		row := hall.InviteeRow{Invitee: hall.Invitee{Kind: hall.InviteMediator, ID: uint64(s.Row.ID), Name: s.Row.Name, Unit: s.Row.Village}, Load: s.Row.Load}
		for _, reason := range s.Reasons {
			switch reason.Kind {
			case hall.ReasonSpecial:
				row.Special = true
			case hall.ReasonVillage:
				row.Near = reason.What
			case hall.ReasonKnows:
				row.Knows = reason.What
			case hall.ReasonArea:
				row.Knows = cmp.Or(row.Knows, reason.What)
			}
		}
		out = append(out, row)
	}
	return out, err
}

// knows is whom, or which village, of a case somebody is said to know.
func knows(c hall.Case, whom string) string {
	return cmp.Or(hall.Knows(c, whom), hall.KnowsVillage(c, whom))
}

// offRoster are the accounts of those who are on no roster, by name or initials.
func (d *Desk) offRoster(r book.Reader, q string) ([]hall.Staff, error) {
	q = strings.ToLower(strings.TrimSpace(q))
	var out []hall.Staff
	for p, err := range r.Range(kv.Table(hall.OfStaff), kv.Span{}) {
		if err != nil {
			return nil, err
		}
		var s hall.Staff
		if err := book.Decode(p.Value, &s, d.st.zone()); err != nil {
			return nil, err
		}
		asked := strings.Contains(s.Name, q) || slices.ContainsFunc(pinyin.OfPerson(s.Name), func(i string) bool { return strings.HasPrefix(i, q) })
		if s.Mediator == 0 && !s.Off && asked {
			out = append(out, s)
		}
	}
	return out, nil
}

func weight(r hall.InviteeRow) int {
	n := 0
	if r.Special {
		n += 2
	}
	if r.Near != "" {
		n += 2
	}
	if r.Knows != "" {
		n += 3
	}
	return n
}
