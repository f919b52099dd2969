package duty

import (
	"context"
	"slices"
	"strconv"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/people"
	"sizhen/store/staff"
)

// faces finds people of a plan as they are now, each looked up once.
type faces struct {
	d    *Desk
	r    book.Reader
	seen map[hall.DutyRef]face
}

// face is somebody under the number he has now, and whether he still can have duty.
type face struct {
	ref   hall.DutyRef
	here  bool
	own   bool         // has an account: he signs in and consents himself
	staff hall.StaffID // the account, also one that is off; 0: none
}

func (d *Desk) faces(r book.Reader) *faces { return &faces{d, r, map[hall.DutyRef]face{}} }

// of finds somebody. An account of somebody on the roster is the one on the roster; who is suspended
// there, or has left, or whose account is off, has no duty any more.
func (f *faces) of(ref hall.DutyRef) (face, error) {
	if was, ok := f.seen[ref]; ok {
		return was, nil
	}
	out := face{ref: ref, here: true}
	switch ref.Kind {
	case hall.InviteStaff:
		s, err := staff.Accounts.Get(f.r, hall.StaffID(ref.ID))
		if err != nil {
			return out, err
		}
		if s.Mediator != 0 {
			return f.of(hall.DutyRef{Kind: hall.InviteMediator, ID: uint64(s.Mediator), Name: s.Name})
		}
		out.ref.Name, out.here, out.own, out.staff = s.Name, !s.Off, !s.Off, s.ID
	case hall.InviteMediator:
		m, err := people.Mediators.Get(f.r, hall.MediatorID(ref.ID))
		if err != nil {
			return out, err
		}
		out.ref.Name, out.here = m.Name, m.Assignable()
		if m.Staff != 0 {
			s, err := staff.Accounts.Get(f.r, m.Staff)
			if err != nil {
				return out, err
			}
			out.here, out.own, out.staff = out.here && !s.Off, !s.Off, m.Staff
		}
	default:
		if ref.Kind != hall.InviteOther || ref.Name == "" {
			return out, hall.Refuse(hall.ErrRequired).In("who")
		}
	}
	f.seen[ref] = out
	return out, nil
}

// all finds people; those who cannot have duty are refused.
func (f *faces) all(refs []hall.DutyRef) ([]hall.DutyRef, error) {
	var out []hall.DutyRef
	for _, ref := range refs {
		one, err := f.of(ref)
		if err != nil {
			return nil, err
		}
		if !one.here {
			return nil, hall.Refuse(hall.ErrNotAssignable, "name", one.ref.Name).In("people")
		}
		if slices.ContainsFunc(out, one.ref.Same) {
			return nil, hall.Refuse(hall.ErrInvitedTwice, "name", one.ref.Name).In("people")
		}
		out = append(out, one.ref)
	}
	return out, nil
}

// members lists the team of a kind of duty on any of some days, by when they came. A hall that
// has chosen nobody has a team all the same: its officers on duty, or else everybody who
// receives visitors.
func (d *Desk) members(r book.Reader, k hall.DutyKind, from, to hall.Day) ([]hall.DutyMember, error) {
	var out []hall.DutyMember
	chosen := false
	for p, err := range r.Range(kv.Table(hall.OfMember), kv.Span{}) {
		if err != nil {
			return nil, err
		}
		var m hall.DutyMember
		if err := book.Decode(p.Value, &m, d.Book.Zone()); err != nil {
			return nil, err
		}
		if m.Kind != k {
			continue
		}
		chosen = true
		if m.From <= to && (m.To == 0 || m.To >= from) && (m.To == 0 || m.To >= m.From) {
			out = append(out, m)
		}
	}
	if chosen || k != hall.DutyHall {
		return out, nil
	}
	for _, roles := range []hall.Role{hall.DutyOfficer, hall.FrontDesk | hall.RoleMediator | hall.Head} {
		for p, err := range r.Range(kv.Table(hall.OfStaff), kv.Span{}) {
			if err != nil {
				return nil, err
			}
			var s hall.Staff
			if err := book.Decode(p.Value, &s, d.Book.Zone()); err != nil {
				return nil, err
			}
			if !s.Off && s.Roles.Has(roles) {
				out = append(out, hall.DutyMember{Kind: k, Who: hall.RefOf(staff.ActorOf(s))})
			}
		}
		if len(out) > 0 {
			break
		}
	}
	return out, nil
}

// SetDutyTeam says who is in the team of a kind of duty from today on. Who is left out has
// been in it until yesterday: what he had stays his, and what he would have had goes to others
// with the next plan. Somebody of the county team who is on no list is named only.
func (d *Desk) SetDutyTeam(ctx context.Context, k hall.DutyKind, team []hall.DutyRef) error {
	return d.Do(ctx, hall.MayPlan, func(t *book.Tx) error {
		refs, err := Of(t.Desk()).faces(t).all(team)
		if err != nil {
			return err
		}
		if len(refs) == 0 {
			return hall.Refuse(hall.ErrRequired).In("people")
		}
		old, err := chosen(t, k)
		if err != nil {
			return err
		}
		for i := range old {
			at := slices.IndexFunc(refs, old[i].Who.Same)
			if at >= 0 {
				refs = slices.Delete(refs, at, at+1)
				continue
			}
			old[i].To = t.Today() - 1
			if err := Members.Put(t, &old[i]); err != nil {
				return err
			}
		}
		for _, ref := range refs {
			if err := Members.Put(t, &hall.DutyMember{Kind: k, Who: ref, From: t.Today(), By: t.Actor.Name}); err != nil {
				return err
			}
		}
		return t.Log(hall.Entry{Deed: hall.DeedDutyTeam, Args: map[string]string{"kind": kindArg(k), "n": strconv.Itoa(len(team))}})
	})
}

// chosen lists those who were chosen for a team and are in it.
func chosen(t *book.Tx, k hall.DutyKind) ([]hall.DutyMember, error) {
	all, err := Of(t.Desk()).members(t, k, t.Today(), t.Today())
	return slices.DeleteFunc(all, func(m hall.DutyMember) bool { return m.ID == 0 }), err
}

func kindArg(k hall.DutyKind) string { return strconv.Itoa(int(k)) }

// DutyTeam lists the team of a kind of duty as it is today. A member without a number was
// not chosen by anybody: the hall has chosen nobody yet.
func (d *Desk) DutyTeam(ctx context.Context, k hall.DutyKind) ([]hall.DutyMember, error) {
	var out []hall.DutyMember
	err := d.Look(ctx, func(r book.Reader) (err error) {
		today := hall.DayOf(d.Now())
		out, err = d.members(r, k, today, today)
		return err
	})
	return out, err
}
