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
	rows = slices.DeleteFunc(rows, func(r hall.InviteeRow) bool { return r.Kind.Outside() || q == "" && r.Same(me) })
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
			out = append(out, hall.InviteeRow{Invitee: hall.Invitee{Kind: hall.InviteBody, ID: uint64(b.ID), Name: b.Name, Unit: b.Contact, As: hall.RoleOf(b.Kind)},
				Reasons: helpful(c, b), Phone: b.Phone})
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
		row := hall.InviteeRow{Invitee: hall.Invitee{Kind: hall.InviteMediator, ID: uint64(s.Row.ID), Name: s.Row.Name, Unit: s.Row.Village}}
		for _, reason := range s.Reasons {
			if weights[reason.Kind] > 0 || reason.Kind == hall.ReasonLoad || reason.Kind == hall.ReasonConflict {
				row.Reasons = append(row.Reasons, reason)
			}
		}
		out = append(out, row)
	}
	own := hall.Reason{Kind: hall.ReasonOnCase}
	for _, m := range c.Mediators() {
		row := hall.InviteeRow{Invitee: hall.Invitee{Kind: hall.InviteMediator, ID: uint64(m.ID), Name: m.Name}, Reasons: []hall.Reason{own}}
		switch i := slices.IndexFunc(out, func(r hall.InviteeRow) bool { return r.Same(row.Invitee) }); {
		case i < 0 && q == "":
			out = append(out, row)
		case i >= 0 && !slices.Contains(out[i].Reasons, own):
			out[i].Reasons = append(out[i].Reasons, own)
		}
	}
	return out, err
}

// helpful is what speaks for asking a body.
func helpful(c hall.Case, b hall.Body) []hall.Reason {
	var out []hall.Reason
	if b.Helpful(c.Type) {
		out = append(out, hall.Reason{Kind: hall.ReasonSpecial})
	}
	if near := hall.Near(c, b.Village); near != "" {
		out = append(out, hall.Reason{Kind: hall.ReasonVillage, What: near})
	}
	if whom := cmp.Or(hall.Knows(c, b.Knows), hall.KnowsVillage(c, b.Knows)); whom != "" {
		out = append(out, hall.Reason{Kind: hall.ReasonKnows, What: whom})
	}
	return out
}

// weights say how much each reason speaks for asking somebody.
var weights = map[hall.ReasonKind]int{
	hall.ReasonOnCase: 10, hall.ReasonBoth: 6, hall.ReasonKnows: 3, hall.ReasonArea: 3, hall.ReasonSpecial: 2, hall.ReasonVillage: 2,
}

func weight(r hall.InviteeRow) int {
	n := 0
	for _, reason := range r.Reasons {
		n += weights[reason.Kind]
	}
	return n
}
