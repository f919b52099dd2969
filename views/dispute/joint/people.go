package joint

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/record"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// roll is the list of the convener and the invited while it is open. Every change is saved at once:
// there is nothing to forget and nothing to lose.
type roll struct {
	*list.View[hall.Invitee]
	env *views.Env
}

// oneMore is the key of the line that invites one more.
const oneMore = "add"

func keyOf(i hall.Invitee) string {
	if i.ID != 0 {
		return fmt.Sprint(i.Kind, " ", i.ID)
	}
	return fmt.Sprint(i.Kind, " ", i.Name, " ", i.Unit)
}

// people opens the list.
func people(env *views.Env, f file) tea.Cmd {
	type R = hall.Invitee
	v := &roll{env: env}
	v.View = list.New(env, list.Of[R]{
		Title: titleOf.With("no", f.Name()), Hint: func() text.Message { return peopleHint },
		Columns: []ledger.Column[R]{
			ledger.Own(text.Message{}, 9, func(i R) ledger.Cell { return ledger.Phrase(map[bool]text.Message{true: record.Must}[i.Must]) }),
			ledger.Own(personTitle, 20, func(i R) ledger.Cell { return ledger.Say(i.Name) }),
			ledger.Own(unitTitle, 16, func(i R) ledger.Cell { return ledger.Say(i.Unit) }),
			ledger.Own(fromTitle, 12, func(i R) ledger.Cell { return ledger.Phrase(text.Invitee(i)) }),
			ledger.Own(answersLabel, 0, func(i R) ledger.Cell { return ledger.Phrase(text.Words(text.Answer(i.Answer), text.Raw(i.Note))) }),
		},
		Read: func(ctx context.Context, s views.Session, _ list.Query) (list.Page[R], error) {
			f, err := readFile(ctx, s, f.Consultation.ID)
			return v.lines(f), err
		},
		Key: keyOf, About: v.around, Enter: text.Consult.Actions, Open: v.open,
		Saved: func(msg tea.Msg) (string, bool) { _, ok := msg.(form.Saved[R]); return oneMore, ok },
		Add:   inviteKey, New: func() tea.Cmd { return v.pickInvitee(v.file()) },
	})
	return views.Push(v)
}

// lines are the convener, the line that invites one more, and the invited.
func (v *roll) lines(f file) list.Page[hall.Invitee] {
	j, out := f.Discussion(), list.Page[hall.Invitee]{Whole: f}
	who := record.NotSet
	if j.Convener.Name != "" {
		who = text.Words(text.Raw(j.Convener.Name), text.Raw(j.Convener.Unit))
	}
	out.Lead(list.Way{Key: "convener", Name: text.Words(record.Convener, who), Go: func() tea.Cmd { return v.pickConvener(f) }})
	out.Lead(list.Way{Key: oneMore, Name: addRow, Go: func() tea.Cmd { return v.pickInvitee(f) }})
	out.Rows = append(out.Rows, j.Invited...)
	return out
}

// file is what the list is about, as it was read last.
func (v *roll) file() file {
	f, _ := v.Whole().(file)
	return f
}

// around is what it is about, and from where its parties are: who is near them is asked first.
func (v *roll) around(s views.Session, _ hall.Invitee) *page.Doc {
	d, f := page.New(s), v.file()
	about(s, d, f)
	for _, p := range f.Case.Parties {
		d.Add(text.Side(p.Side), strings.TrimSpace(p.Details.Name+"  "+p.Details.Village))
	}
	return d
}

// open lists what can be done with one of the invited.
func (v *roll) open(i hall.Invitee) tea.Cmd {
	f, name, chair := v.file(), map[bool]text.Message{false: makeMust, true: dropMust}[i.Must], text.Message{}
	j := f.Discussion()
	change := func(name text.Message, to func(*hall.Invitee)) menu.Item {
		return menu.Item{Name: name, Do: func() tea.Cmd {
			f := f.Clone()
			to(f.seat(i))
			return v.invite(f, j.Convener, f.talk().Invited, mustNow.With("name", i.Name))
		}}
	}
	if i.Kind.Outside() {
		chair = text.InviteeKind(i.Kind)
	}
	items := []menu.Item{
		change(name, func(seat *hall.Invitee) { seat.Must = !i.Must }),
		{Name: makeConvener, Why: chair, Do: func() tea.Cmd { return v.convene(f, i) }},
		{Name: crossOff, Do: func() tea.Cmd { return v.invite(f, j.Convener, j.But(i), crossedNow.With("name", i.Name)) }},
	}
	for _, as := range hall.GuestRoles() {
		if i.Kind.Outside() && as != i.As {
			items = append(items, change(text.GuestRole(as), func(seat *hall.Invitee) { seat.As = as }))
		}
	}
	return menu.Open(v.env, i.Name, items)
}

// convene has somebody call it together, who is not one of the invited then.
func (v *roll) convene(f file, who hall.Invitee) tea.Cmd {
	return v.invite(f, who, f.Discussion().But(who), convenerNow.With("name", who.Name))
}

// invite puts the convener and the list in place, and says so.
func (v *roll) invite(f file, convener hall.Invitee, all []hall.Invitee, done text.Message) tea.Cmd {
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		_, err := s.Desk.Invite(ctx, f.Consultation.ID, f.Consultation.Rev, convener, all)
		return done, err
	})
}

// finding finds people who may be asked, by what is typed of them.
type finding func(ctx context.Context, s views.Session, q string) ([]hall.InviteeRow, error)

// pickConvener asks who calls it together: somebody of the hall or on the roster.
func (v *roll) pickConvener(f file) tea.Cmd {
	find := func(ctx context.Context, s views.Session, q string) ([]hall.InviteeRow, error) {
		return s.Desk.Conveners(ctx, f.Case.ID, q, menu.Most+1)
	}
	free := func(hall.Invitee) *hall.Error { return nil }
	return v.pick(whoConvenes, find, free, func(who hall.Invitee) tea.Cmd { return v.convene(f, who) })
}

// pickInvitee asks whom to invite. To whom a party does not agree, is shown with that [law 20].
func (v *roll) pickInvitee(f file) tea.Cmd {
	j := f.Discussion()
	find := func(ctx context.Context, s views.Session, q string) ([]hall.InviteeRow, error) {
		rows, err := s.Desk.Invitees(ctx, f.Case.ID, q, menu.Most+1)
		if q != "" && err == nil {
			rows = append(rows, hall.InviteeRow{Invitee: hall.Invitee{Kind: hall.InviteOther, Name: q}})
		}
		return rows, err
	}
	bar := func(who hall.Invitee) *hall.Error { return hall.CheckInvited(f.Case, j, j.With(who)) }
	return v.pick(inviteWhom, find, bar, func(who hall.Invitee) tea.Cmd {
		if who.Kind == hall.InviteOther {
			return views.Push(strangerForm(v.env, f, who))
		}
		return v.invite(f, j.Convener, j.With(who), invitedNow.With("name", who.Name))
	})
}

// pick finds somebody while somebody types; the cursor then stands where one more is invited.
func (v *roll) pick(title text.Message, find finding, bar func(hall.Invitee) *hall.Error, do func(hall.Invitee) tea.Cmd) tea.Cmd {
	choices := func(ctx context.Context, s views.Session, q string) (out []menu.Choice, _ error) {
		rows, err := find(ctx, s, strings.TrimSpace(q))
		for _, r := range rows {
			c := choice(s, r)
			c.Bar = bar(r.Invitee)
			out = append(out, c)
		}
		if n := len(out) - 1; n > menu.Most && rows[n].Kind == hall.InviteOther { // who is only typed stands behind who is found
			return append(menu.Upto(out[:n], menu.Most), out[n]), err
		}
		return menu.Upto(out, menu.Most), err
	}
	return menu.Pick(v.env, v.env.Say(title), text.Dialog.PickHint, choices, func(c menu.Choice) tea.Cmd {
		who, _ := c.Row.(hall.Invitee)
		v.Stand(oneMore)
		return do(who)
	})
}

// choice is somebody who may be asked, with what speaks for it.
func choice(s views.Session, r hall.InviteeRow) menu.Choice {
	c := menu.Choice{Label: r.Name + "  " + r.Unit, Row: r.Invitee}
	about := []text.Message{text.Reasons(r.Reasons)}
	if r.Same(hall.InviteeOf(s.Actor)) {
		about = append([]text.Message{isMe}, about...)
	}
	if r.Kind == hall.InviteOther {
		c.Label = s.Say(byName.With("name", r.Name))
	}
	if r.Kind != hall.InviteMediator {
		about = append(about, text.Invitee(r.Invitee))
	}
	c.Detail = s.Say(text.Words(about...))
	return c
}

// strangerForm asks who somebody is that stands on no list.
func strangerForm(env *views.Env, f file, who hall.Invitee) views.View {
	type R = hall.Invitee
	return form.Box(env, form.Spec[R]{
		Title: strangerTitle.With("name", who.Name), Start: who,
		Fields: []*form.Field[R]{form.Text(hall.FieldUnit, unitLabel, 40, func(i *R) *string { return &i.Unit }).Help(unitHelp)},
		Save: func(ctx context.Context, s views.Session, _ hall.DraftID, i R) (R, error) {
			_, err := s.Desk.Invite(ctx, f.Consultation.ID, f.Consultation.Rev, f.Discussion().Convener, f.Discussion().With(i))
			return i, err
		},
		Done: func(i R) text.Message { return invitedNow.With("name", i.Name) },
	})
}
