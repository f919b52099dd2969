package dispute

import (
	"cmp"
	"context"
	"slices"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/people"
)

// Conveners finds who could call a discussion of a case together: somebody of the hall or on the
// roster. Before anything is typed, whoever asks comes first.
func (d *Desk) Conveners(ctx context.Context, on hall.CaseID, q string, limit int) ([]hall.InviteeRow, error) {
	rows, err := d.Invitees(ctx, on, q, limit)
	me := hall.InviteeOf(d.Actor)
	rows = slices.DeleteFunc(rows, func(r hall.InviteeRow) bool { return r.Kind.Outsider() || q == "" && r.Same(me) })
	if q == "" && err == nil {
		rows = append([]hall.InviteeRow{{Invitee: me}}, rows...)
	}
	return rows, err
}

// Invitees finds who could be invited to discuss a case: by speciality, village and
// acquaintance when nothing is asked for, the case's own mediators before them; else by what
// is typed. Those for whom most speaks come first.
func (d *Desk) Invitees(ctx context.Context, on hall.CaseID, q string, limit int) ([]hall.InviteeRow, error) {
	var out []hall.InviteeRow
	err := d.Read(ctx, hall.MayQueue, func(r book.Reader) error {
		out = nil
		c, err := Cases.Get(r, on)
		if err != nil {
			return err
		}
		if out, err = d.invitedMediators(ctx, r, c, q, limit); err != nil {
			return err
		}
		bodies, err := people.Of(d.Desk).BodiesIn(ctx, r, q, limit)
		if err != nil {
			return err
		}
		for _, b := range bodies {
			if b.Off {
				continue
			}
			row := hall.InviteeRow{Invitee: hall.Invitee{Kind: hall.InviteBody, ID: uint64(b.ID), Name: b.Name, Unit: b.Contact}, Special: b.Helpful(c.Type),
				Phone: b.Phone}
			row.Near, row.Knows = hall.Near(c, b.Village), knows(c, b.Knows)
			out = append(out, row)
		}
		others, err := people.Of(d.Desk).OffRoster(r, q)
		for _, s := range others {
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
	for _, m := range c.Mediators() {
		own := hall.InviteeRow{Invitee: hall.Invitee{Kind: hall.InviteMediator, ID: uint64(m.ID), Name: m.Name}, Mine: true}
		if i := slices.IndexFunc(out, func(r hall.InviteeRow) bool { return r.Same(own.Invitee) }); i >= 0 {
			out[i].Mine = true
		} else if q == "" {
			out = append(out, own)
		}
	}
	return out, err
}

// knows is whom, or which village, of a case somebody is said to know.
func knows(c hall.Case, whom string) string {
	return cmp.Or(hall.Knows(c, whom), hall.KnowsVillage(c, whom))
}

func weight(r hall.InviteeRow) int {
	n := 0
	if r.Mine {
		n += 10
	}
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
