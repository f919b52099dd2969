package dispute

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/hall"
	"sizhen/store/people"
	"sizhen/store/staff"
)

// Invite puts the convener and the list of invitations in place. Whose answer stands keeps
// it; times already found are looked at again, since everybody must be free.
func (d *Desk) Invite(ctx context.Context, id hall.ConsultationID, rev uint64, convener hall.Invitee, invited []hall.Invitee) (hall.Consultation, error) {
	return d.joint(ctx, id, rev, hall.OpInvite, func(t *book.Tx, v *hall.Consultation, c hall.Case) ([]string, error) {
		j, invited := v.Joint, slices.Clone(invited)
		var names []string
		for i := range invited {
			if err := known(t, &invited[i]); err != nil {
				return nil, err
			}
			if at := slices.IndexFunc(j.Invited, invited[i].Same); at >= 0 {
				was := j.Invited[at]
				was.Must, was.As = invited[i].Must, invited[i].As
				invited[i] = was
			} else {
				names = append(names, invited[i].Name)
			}
		}
		if convener.Name != "" || convener.ID != 0 {
			if err := known(t, &convener); err != nil {
				return nil, err
			}
		}
		j.Convener = convener
		j.NameConsents(invited)
		if err := hall.CheckInvited(c, *j, invited); err != nil {
			return nil, err
		}
		j.List(invited)
		if v.State == hall.Waiting {
			if err := calendar.Bookable(t, *v, c); err != nil {
				return nil, err
			}
		}
		return []string{"names", strings.Join(names, "、")}, nil
	})
}

// known fills an invitation from the roster, the accounts or the register of bodies. An
// account of somebody on the roster is the mediator: one person is booked once.
func known(t *book.Tx, i *hall.Invitee) error {
	if !i.Kind.Outside() {
		i.As = hall.AsGuest
	}
	switch i.Kind {
	case hall.InviteStaff:
		s, err := staff.Accounts.Get(t, hall.StaffID(i.ID))
		if err != nil {
			return err
		}
		if i.Name = s.Name; s.Mediator != 0 {
			i.Kind, i.ID = hall.InviteMediator, uint64(s.Mediator)
			return known(t, i)
		}
	case hall.InviteMediator:
		m, err := people.Mediators.Get(t, hall.MediatorID(i.ID))
		if err != nil {
			return err
		}
		if !m.Assignable() {
			return hall.Refuse(hall.ErrNotAssignable, "name", m.Name).In("name")
		}
		if i.Name = m.Name; i.Unit == "" {
			i.Unit = m.Village
		}
	case hall.InviteBody:
		b, err := people.Bodies.Get(t, hall.BodyID(i.ID))
		if err != nil {
			return err
		}
		if i.Name = b.Name; i.Unit == "" {
			i.Unit = b.Contact
		}
		if role := hall.RoleOf(b.Kind); role != hall.AsGuest {
			i.As = role
		}
	}
	return nil
}

// Answered records what somebody said to an invitation.
func (d *Desk) Answered(ctx context.Context, id hall.ConsultationID, rev uint64, who hall.Invitee, answer hall.Answer, note string) (hall.Consultation, error) {
	return d.joint(ctx, id, rev, hall.OpAnswer, func(t *book.Tx, v *hall.Consultation, c hall.Case) ([]string, error) {
		at := slices.IndexFunc(v.Joint.Invited, who.Same)
		if at < 0 {
			return nil, hall.Refuse(hall.ErrNotFound)
		}
		i := &v.Joint.Invited[at]
		back := i.Answer == hall.CannotGo && answer != hall.CannotGo
		i.Answer, i.Note, i.Answered, i.By, i.Stale = answer, note, t.Now, t.Actor.Name, false // who answers has heard
		if back && v.State == hall.Waiting {                                                   // he may be booked elsewhere meanwhile
			if err := calendar.Bookable(t, *v, c); err != nil {
				return nil, err
			}
		}
		return []string{"who", i.Name, "answer", strconv.Itoa(int(answer))}, nil
	})
}

// TellInvited puts down that somebody who was invited has heard that it was moved, called off, or goes
// without them.
func (d *Desk) TellInvited(ctx context.Context, id hall.ConsultationID, rev uint64, who hall.Invitee) (hall.Consultation, error) {
	return d.joint(ctx, id, rev, hall.OpTell, func(_ *book.Tx, v *hall.Consultation, _ hall.Case) ([]string, error) {
		if !v.Joint.Told(who) {
			return nil, hall.Refuse(hall.ErrNobodyLeft)
		}
		return []string{"name", who.Name}, nil
	})
}
