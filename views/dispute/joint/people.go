package joint

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// seat is a line of the list of people: the convener, the line that invites one more, one of the
// invited. Every change is saved at once: there is nothing to forget and nothing to lose.
type seat struct {
	key string
	who hall.Invitee
	of  file
}

const (
	seatConvener = "convener"
	seatAdd      = "add"
)

func (r seat) invited() bool { return r.key != seatConvener && r.key != seatAdd }

func keyOf(i hall.Invitee) string {
	if i.ID != 0 {
		return fmt.Sprint(i.Kind, " ", i.ID)
	}
	return fmt.Sprint(i.Kind, " ", i.Name, " ", i.Unit)
}

// roll is the list while it is open.
type roll struct {
	*list.View[seat]
	env *views.Env
}

// people opens the list of the convener and the invited.
func people(env *views.Env, f file) tea.Cmd {
	v := &roll{env: env}
	v.View = list.New(env, list.Of[seat]{
		Title: titleOf.With("no", f.Name()), Hint: func() text.Message { return peopleHint },
		Columns: []ledger.Column[seat]{
			ledger.Own(text.Message{}, 9, seatRole), ledger.Own(personTitle, 20, seatName),
			ledger.Own(unitTitle, 16, func(r seat) ledger.Cell { return ledger.Say(r.who.Unit) }),
			ledger.Own(fromTitle, 12, seatFrom), ledger.Own(answersLabel, 0, seatAnswer),
		},
		Read: func(ctx context.Context, s views.Session, _ list.Query) (list.Page[seat], error) {
			return seats(ctx, s, f.Consultation.ID)
		},
		Key: func(r seat) string { return r.key }, About: around,
		Enter: menuKey, Open: v.open, Took: v.took,
		Add: inviteKey, New: func() tea.Cmd {
			r, ok := v.At()
			if !ok {
				return nil
			}
			return v.pickInvitee(r.of)
		},
	})
	return views.Push(v)
}

func seats(ctx context.Context, s views.Session, id hall.ConsultationID) (list.Page[seat], error) {
	f, err := readFile(ctx, s, id)
	rows := []seat{{seatConvener, f.Discussion().Convener, f}, {key: seatAdd, of: f}}
	for _, i := range f.Discussion().Invited {
		rows = append(rows, seat{keyOf(i), i, f})
	}
	return list.Page[seat]{Rows: rows}, err
}

func seatRole(r seat) ledger.Cell {
	switch {
	case r.key == seatConvener:
		return ledger.Phrase(convener)
	case r.who.Must:
		return ledger.Phrase(must)
	}
	return ledger.Cell{}
}

func seatName(r seat) ledger.Cell {
	switch {
	case r.key == seatAdd:
		return ledger.Phrase(addRow)
	case r.who.Name == "":
		return ledger.Phrase(notSet)
	}
	return ledger.Say(r.who.Name)
}

func seatFrom(r seat) ledger.Cell {
	if !r.invited() {
		return ledger.Cell{}
	}
	return ledger.Phrase(text.InviteeKind(r.who.Kind))
}

func seatAnswer(r seat) ledger.Cell {
	if !r.invited() {
		return ledger.Cell{}
	}
	return ledger.Phrase(text.Words(text.Answer(r.who.Answer), text.Raw(r.who.Note)))
}

// around is what it is about, and from where its parties are: who is near them is asked first.
func around(s views.Session, r seat) *page.Doc {
	d := page.New(s)
	about(s, d, r.of)
	for _, p := range r.of.Case.Parties {
		d.Add(text.Side(p.Side), strings.TrimSpace(p.Details.Name+"  "+p.Details.Village))
	}
	return d
}

// open lists what can be done with a line of the list.
func (v *roll) open(r seat) tea.Cmd {
	switch r.key {
	case seatConvener:
		return v.pickConvener(r.of)
	case seatAdd:
		return v.pickInvitee(r.of)
	}
	i, j, name, chair := r.who, r.of.Discussion(), makeMust, text.Message{}
	if i.Must {
		name = dropMust
	}
	if i.Kind.Outsider() {
		chair = text.InviteeKind(i.Kind)
	}
	others := slices.DeleteFunc(slices.Clone(j.Invited), i.Same)
	return menu.Open(v.env, i.Name, []menu.Item{
		{Name: name, Do: func() tea.Cmd {
			f := r.of.Clone()
			f.seat(i).Must = !i.Must
			return v.invite(f, j.Convener, f.talk().Invited, mustNow.With("name", i.Name))
		}},
		{Name: makeConvener, Why: chair, Do: func() tea.Cmd { return v.invite(r.of, i, others, convenerNow.With("name", i.Name)) }},
		{Name: crossOff, Do: func() tea.Cmd { return v.invite(r.of, j.Convener, others, crossedNow.With("name", i.Name)) }},
	})
}

// invite puts the convener and the list in place, and says so.
func (v *roll) invite(f file, convener hall.Invitee, all []hall.Invitee, done text.Message) tea.Cmd {
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		_, err := s.Desk.Invite(ctx, f.Consultation.ID, f.Consultation.Rev, convener, all)
		return done, err
	})
}

// took has the cursor stand on the line that invites one more, once somebody by name was invited.
func (v *roll) took(msg tea.Msg) (tea.Cmd, bool) {
	if _, ok := msg.(form.Saved[hall.Invitee]); ok {
		v.Stand(seatAdd)
		return v.Load(), true
	}
	return nil, false
}

// mostFound is how many are proposed at once.
const mostFound = 30

// pickConvener asks who calls it together: somebody of the hall or on the roster.
func (v *roll) pickConvener(f file) tea.Cmd {
	find := func(ctx context.Context, s views.Session, q string) ([]menu.Choice, error) {
		rows, err := s.Desk.Conveners(ctx, f.Case.ID, strings.TrimSpace(q), mostFound)
		var out []menu.Choice
		for _, r := range rows {
			out = append(out, choice(s, r))
		}
		return out, err
	}
	return v.pick(whoConvenes, find, func(who hall.Invitee) tea.Cmd {
		return v.invite(f, who, slices.DeleteFunc(slices.Clone(f.Discussion().Invited), who.Same), convenerNow.With("name", who.Name))
	})
}

// pickInvitee asks whom to invite. Outsiders are shown before the parties have consented
// too, with what is missing [law 20].
func (v *roll) pickInvitee(f file) tea.Cmd {
	j := f.Discussion()
	find := func(ctx context.Context, s views.Session, q string) ([]menu.Choice, error) {
		q = strings.TrimSpace(q)
		rows, err := s.Desk.Invitees(ctx, f.Case.ID, q, mostFound)
		if q != "" && err == nil {
			rows = append(rows, hall.InviteeRow{Invitee: hall.Invitee{Kind: hall.InviteOther, Name: q}})
		}
		var out []menu.Choice
		for _, r := range rows {
			c := choice(s, r)
			c.Bar = hall.CheckInvited(f.Case, j, f.with(r.Invitee))
			out = append(out, c)
		}
		return out, err
	}
	return v.pick(inviteWhom, find, func(who hall.Invitee) tea.Cmd {
		if who.Kind == hall.InviteOther {
			return views.Push(strangerForm(v.env, f, who))
		}
		return v.invite(f, j.Convener, f.with(who), invitedNow.With("name", who.Name))
	})
}

// pick finds somebody while somebody types; the cursor then stands where one more is invited.
func (v *roll) pick(title text.Message, find menu.Find, do func(hall.Invitee) tea.Cmd) tea.Cmd {
	return menu.Pick(v.env, v.env.Say(title), text.Dialog.PickHint, find, func(c menu.Choice) tea.Cmd {
		who, _ := c.Row.(hall.Invitee)
		v.Stand(seatAdd)
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
	switch r.Kind {
	case hall.InviteMediator:
	case hall.InviteOther:
		c.Label = s.Say(byName.With("name", r.Name))
		fallthrough
	default:
		about = append(about, text.InviteeKind(r.Kind))
	}
	c.Detail = s.Say(text.Words(about...))
	return c
}

// with are the invited with one more.
func (f file) with(who hall.Invitee) []hall.Invitee {
	return append(slices.Clone(f.Discussion().Invited), who)
}

// strangerForm asks who somebody is that stands on no list.
func strangerForm(env *views.Env, f file, who hall.Invitee) views.View {
	type R = hall.Invitee
	return form.Box(env, form.Spec[R]{
		Title: strangerTitle.With("name", who.Name), Start: who,
		Fields: []*form.Field[R]{form.Text(hall.FieldUnit, unitLabel, 40, func(i *R) *string { return &i.Unit }).Help(unitHelp)},
		Save: func(ctx context.Context, s views.Session, _ hall.DraftID, i R) (R, error) {
			_, err := s.Desk.Invite(ctx, f.Consultation.ID, f.Consultation.Rev, f.Discussion().Convener, f.with(i))
			return i, err
		},
		Done: func(i R) text.Message { return invitedNow.With("name", i.Name) },
	})
}
