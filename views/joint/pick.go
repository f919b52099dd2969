package joint

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
)

// mostFound is how many are proposed at once.
const mostFound = 30

// myself is the signed-in person as one of those who may convene.
func (v *View) myself() hall.Invitee {
	a := v.env.Actor
	if a.Mediator != 0 {
		return hall.Invitee{Kind: hall.InviteMediator, ID: uint64(a.Mediator), Name: a.Name}
	}
	return hall.Invitee{Kind: hall.InviteStaff, ID: uint64(a.Staff), Name: a.Name}
}

// onCase are the case's own mediators, the chair first: they are asked before all others.
func (v *View) onCase() []hall.InviteeRow {
	var out []hall.InviteeRow
	for _, m := range v.file.Case.Mediators() {
		out = append(out, hall.InviteeRow{Invitee: hall.Invitee{Kind: hall.InviteMediator, ID: uint64(m.ID), Name: m.Name}})
	}
	return out
}

// offer lists who fits a query, with the case's own mediators before the others when
// nothing was typed.
func (v *View) offer(first []hall.InviteeRow) func(context.Context, string) ([]hall.InviteeRow, error) {
	desk, id := v.env.Desk, v.file.Case.ID
	return func(ctx context.Context, q string) ([]hall.InviteeRow, error) {
		rows, err := desk.Invitees(ctx, id, q, mostFound)
		if err != nil || strings.TrimSpace(q) != "" {
			return rows, err
		}
		out := slices.Clone(first)
		for i := range out { // with what speaks for him
			if at := slices.IndexFunc(rows, func(r hall.InviteeRow) bool { return r.Same(out[i].Invitee) }); at >= 0 {
				out[i] = rows[at]
			}
		}
		for _, r := range rows {
			if !slices.ContainsFunc(out, func(o hall.InviteeRow) bool { return o.Same(r.Invitee) }) {
				out = append(out, r)
			}
		}
		return out, nil
	}
}

// pickConvener asks who calls it together: somebody of the hall or on the roster.
func (v *View) pickConvener() tea.Cmd {
	me := v.myself()
	offer := v.offer(append([]hall.InviteeRow{{Invitee: me}}, v.onCase()...))
	reasons := v.reasons()
	say := v.env.Say
	find := func(ctx context.Context, q string) ([]dialog.Choice, error) {
		rows, err := offer(ctx, q)
		var out []dialog.Choice
		for _, r := range rows {
			if r.Kind.Outsider() {
				continue
			}
			c := dialog.Choice{ID: keyOf(r.Invitee), Label: r.Name + "  " + r.Unit, Detail: reasons(r), Row: r.Invitee}
			if r.Same(me) {
				c.Detail = strings.TrimSpace(say(text.JointForm.Me) + "  " + c.Detail)
			}
			out = append(out, c)
		}
		return out, err
	}
	return views.Open(dialog.Pick(v.env, say(text.JointForm.PickConvener), find, func(c dialog.Choice) tea.Msg {
		who, _ := c.Row.(hall.Invitee)
		return convener{who}
	}))
}

// pickInvitee asks whom to invite. Outsiders are shown before the parties have consented
// too, with what is missing [law 20].
func (v *View) pickInvitee() tea.Cmd {
	offer, reasons, j := v.offer(v.onCase()), v.reasons(), v.file.Consultation.Joint
	bar := hall.CheckConsent(v.file.Case, j.Consents)
	say, t := v.env.Say, text.JointForm
	listed := append([]hall.Invitee{j.Convener}, j.Invited...)
	choice := func(r hall.InviteeRow, name string) dialog.Choice {
		who := invitee{who: r.Invitee}
		c := dialog.Choice{ID: keyOf(r.Invitee), Label: name, Detail: reasons(r)}
		switch {
		case slices.ContainsFunc(listed, r.Same):
			c.Detail, c.Warn = say(t.OnList), true
			who.refused = hall.Refuse(hall.ErrInvitedTwice, "name", r.Name)
		case r.Kind.Outsider() && bar != nil:
			why := t.NeedConsent
			if bar.Code == hall.ErrNoConsent {
				why = t.NoConsent
			}
			c.Detail, c.Warn, who.refused = say(why)+"  "+c.Detail, true, bar
		}
		c.Row = who
		return c
	}
	find := func(ctx context.Context, q string) ([]dialog.Choice, error) {
		rows, err := offer(ctx, q)
		var out []dialog.Choice
		for _, r := range rows {
			out = append(out, choice(r, r.Name+"  "+r.Unit))
		}
		if q = strings.TrimSpace(q); q != "" && err == nil {
			other := hall.InviteeRow{Invitee: hall.Invitee{Kind: hall.InviteOther, Name: q}}
			out = append(out, choice(other, say(t.ByName.With("name", q))))
		}
		return out, err
	}
	return views.Open(dialog.Pick(v.env, say(t.PickInvitee), find, func(c dialog.Choice) tea.Msg { return c.Row }))
}

// reasons says what speaks for somebody: the case, speciality, village, acquaintance, load.
// It is made for the case as it is now and may be used in a command.
func (v *View) reasons() func(hall.InviteeRow) string {
	say, t, mine := v.env.Say, text.JointForm, v.onCase()
	return func(r hall.InviteeRow) string {
		var out []string
		add := func(m text.Message) { out = append(out, say(m)) }
		if slices.ContainsFunc(mine, func(o hall.InviteeRow) bool { return o.Same(r.Invitee) }) {
			add(t.OnCase)
		}
		if r.Special {
			add(t.Special)
		}
		if r.Knows != "" {
			add(t.Knows.With("whom", r.Knows))
		}
		if r.Near != "" {
			add(t.Near.With("village", r.Near))
		}
		if r.Load > 0 {
			add(t.Load.With("n", r.Load))
		}
		if r.Kind != hall.InviteMediator {
			add(text.InviteeKind(r.Kind))
		}
		return strings.Join(out, "  ")
	}
}
