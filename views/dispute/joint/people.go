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
	id  hall.ConsultationID
}

// people is the list of the convener and the invited.
func people(env *views.Env, f file) views.View {
	v := &roll{env: env, id: f.Consultation.ID}
	column := func(title text.Message, width int, say func(seat) text.Message) ledger.Column[seat] {
		return ledger.Column[seat]{Title: title, Width: width, Value: func(_ ledger.Here, r seat) ledger.Cell { return ledger.Phrase(say(r)) }}
	}
	v.View = list.New(env, list.Of[seat]{
		Title: titleOf.With("no", f.name()), Hint: func() text.Message { return peopleHint },
		Columns: []ledger.Column[seat]{
			column(text.Message{}, 9, seatRole), column(personTitle, 20, seatName),
			column(unitTitle, 16, func(r seat) text.Message { return text.Raw(r.who.Unit) }),
			column(fromTitle, 12, func(r seat) text.Message {
				if r.key == seatConvener || r.key == seatAdd {
					return text.Message{}
				}
				return text.InviteeKind(r.who.Kind)
			}),
			column(answersLabel, 0, func(r seat) text.Message {
				if r.key == seatConvener || r.key == seatAdd {
					return text.Message{}
				}
				return text.Raw("{answer}  {note}").With("answer", text.Answer(r.who.Answer)).With("note", r.who.Note)
			}),
		},
		Read: v.read, Key: func(r seat) string { return r.key },
		About: func(s views.Session, r seat) *page.Doc {
			d := page.New(s)
			about(s, d, r.of)
			for _, p := range r.of.Case.Parties { // who is near them is asked first
				d.Add(text.Side(p.Side), strings.TrimSpace(p.Details.Name+"  "+p.Details.Village))
			}
			return d
		},
		Enter: menuKey, Open: v.open, Took: v.took,
		Keys: func() []views.Action {
			return []views.Action{{Key: views.Key("Ctrl-N", "ctrl+n"), Name: inviteKey, Run: v.add}}
		},
	})
	return v
}

func (v *roll) read(ctx context.Context, s views.Session, _ list.Query) (list.Page[seat], error) {
	f, err := readFile(ctx, s, v.id)
	j := f.discussion()
	rows := []seat{{seatConvener, j.Convener, f}, {key: seatAdd, of: f}}
	for _, i := range j.Invited {
		rows = append(rows, seat{keyOf(i), i, f})
	}
	return list.Page[seat]{Rows: rows}, err
}

func seatRole(r seat) text.Message {
	switch {
	case r.key == seatConvener:
		return convener
	case r.who.Must:
		return must
	}
	return text.Message{}
}

func seatName(r seat) text.Message {
	switch {
	case r.key == seatAdd:
		return addRow
	case r.who.Name == "":
		return noConvener
	}
	return text.Raw(r.who.Name)
}

// open lists what can be done with a line of the list.
func (v *roll) open(r seat) tea.Cmd {
	switch r.key {
	case seatConvener:
		return v.pickConvener(r.of)
	case seatAdd:
		return v.pickInvitee(r.of)
	}
	i, j, name, chair := r.who, r.of.discussion(), makeMust, text.Message{}
	if i.Must {
		name = dropMust
	}
	if i.Kind.Outsider() {
		chair = text.InviteeKind(i.Kind)
	}
	others := slices.DeleteFunc(slices.Clone(j.Invited), i.Same)
	return menu.Open(v.env, i.Name, []menu.Item{
		{Name: name, Do: func() tea.Cmd {
			all := slices.Clone(j.Invited)
			for n := range all {
				if all[n].Same(i) {
					all[n].Must = !all[n].Must
				}
			}
			return v.invite(r.of, j.Convener, all, mustNow.With("name", i.Name))
		}},
		{Name: makeConvener, Why: chair, Do: func() tea.Cmd { return v.invite(r.of, i, others, convenerNow.With("name", i.Name)) }},
		{Name: crossOff, Do: func() tea.Cmd { return v.invite(r.of, j.Convener, others, crossedNow.With("name", i.Name)) }},
	})
}

func (v *roll) add() tea.Cmd {
	r, ok := v.At()
	if !ok {
		return nil
	}
	return v.pickInvitee(r.of)
}

// invite puts the convener and the list in place, and says so.
func (v *roll) invite(f file, convener hall.Invitee, all []hall.Invitee, said text.Message) tea.Cmd {
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		if _, err := s.Desk.Invite(ctx, f.Consultation.ID, f.Consultation.Rev, convener, all); err != nil {
			return views.FailMsg{Err: err}
		}
		return views.ToastMsg{Text: said}
	})
}

// took has the cursor stand on the line that invites one more, once somebody by name was invited.
func (v *roll) took(msg tea.Msg) (tea.Cmd, bool) {
	if _, ok := msg.(form.Saved[stranger]); ok {
		v.Stand(seatAdd)
		return v.Load(), true
	}
	return nil, false
}

// mostFound is how many are proposed at once.
const mostFound = 30

// myself is the signed-in person as one of those who may convene.
func myself(a hall.Actor) hall.Invitee {
	if a.Mediator != 0 {
		return hall.Invitee{Kind: hall.InviteMediator, ID: uint64(a.Mediator), Name: a.Name}
	}
	return hall.Invitee{Kind: hall.InviteStaff, ID: uint64(a.Staff), Name: a.Name}
}

// onCase are the case's own mediators, the chair first: they are asked before all others.
func onCase(f file) []hall.InviteeRow {
	var out []hall.InviteeRow
	for _, m := range f.Case.Mediators() {
		out = append(out, hall.InviteeRow{Invitee: hall.Invitee{Kind: hall.InviteMediator, ID: uint64(m.ID), Name: m.Name}})
	}
	return out
}

// offer lists who fits a query; where nothing was typed, some before the others.
func offer(ctx context.Context, s views.Session, f file, q string, first []hall.InviteeRow) ([]hall.InviteeRow, error) {
	rows, err := s.Desk.Invitees(ctx, f.Case.ID, q, mostFound)
	if err != nil || strings.TrimSpace(q) != "" {
		return rows, err
	}
	out := slices.Clone(first)
	for i := range out { // with what speaks for each
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

// pickConvener asks who calls it together: somebody of the hall or on the roster.
func (v *roll) pickConvener(f file) tea.Cmd {
	me := myself(v.env.Actor)
	first := append([]hall.InviteeRow{{Invitee: me}}, onCase(f)...)
	find := func(ctx context.Context, s views.Session, q string) ([]menu.Choice, error) {
		rows, err := offer(ctx, s, f, q, first)
		var out []menu.Choice
		for _, r := range rows {
			if r.Kind.Outsider() {
				continue
			}
			c := menu.Choice{ID: keyOf(r.Invitee), Label: r.Name + "  " + r.Unit, Detail: reasons(s, f, r), Row: r.Invitee}
			if r.Same(me) {
				c.Detail = strings.TrimSpace(s.Say(isMe) + "  " + c.Detail)
			}
			out = append(out, c)
		}
		return out, err
	}
	return menu.Pick(v.env, v.env.Say(whoConvenes), text.Dialog.PickHint, find, func(c menu.Choice) tea.Cmd {
		who, _ := c.Row.(hall.Invitee)
		v.Stand(seatAdd) // whom to invite comes next
		return v.invite(f, who, slices.DeleteFunc(slices.Clone(f.discussion().Invited), who.Same), convenerNow.With("name", who.Name))
	})
}

// candidate is somebody who may be invited, or why not yet.
type candidate struct {
	who hall.Invitee
	bar *hall.Error
}

// pickInvitee asks whom to invite. Outsiders are shown before the parties have consented
// too, with what is missing [law 20].
func (v *roll) pickInvitee(f file) tea.Cmd {
	j := f.discussion()
	bar, listed := hall.CheckConsent(f.Case, j.Consents), append([]hall.Invitee{j.Convener}, j.Invited...)
	choice := func(s views.Session, r hall.InviteeRow, name string) menu.Choice {
		c, row := menu.Choice{ID: keyOf(r.Invitee), Label: name, Detail: reasons(s, f, r)}, candidate{who: r.Invitee}
		switch {
		case slices.ContainsFunc(listed, r.Same):
			c.Detail, c.Warn = s.Say(onList), true
			row.bar = hall.Refuse(hall.ErrInvitedTwice, "name", r.Name)
		case r.Kind.Outsider() && bar != nil:
			first := needConsent
			if bar.Code == hall.ErrNoConsent {
				first = noConsent
			}
			c.Detail, c.Warn, row.bar = s.Say(first)+"  "+c.Detail, true, bar
		}
		c.Row = row
		return c
	}
	find := func(ctx context.Context, s views.Session, q string) ([]menu.Choice, error) {
		rows, err := offer(ctx, s, f, q, onCase(f))
		var out []menu.Choice
		for _, r := range rows {
			out = append(out, choice(s, r, r.Name+"  "+r.Unit))
		}
		if q = strings.TrimSpace(q); q != "" && err == nil {
			other := hall.InviteeRow{Invitee: hall.Invitee{Kind: hall.InviteOther, Name: q}}
			out = append(out, choice(s, other, s.Say(byName.With("name", q))))
		}
		return out, err
	}
	return menu.Pick(v.env, v.env.Say(inviteWhom), text.Dialog.PickHint, find, func(c menu.Choice) tea.Cmd {
		row, _ := c.Row.(candidate)
		v.Stand(seatAdd)
		switch {
		case row.bar != nil:
			return views.Fail(row.bar)
		case row.who.Kind == hall.InviteOther:
			return views.Push(strangerForm(v.env, f, row.who.Name))
		}
		return v.invite(f, j.Convener, append(slices.Clone(j.Invited), row.who), invitedNow.With("name", row.who.Name))
	})
}

// reasons says what speaks for somebody: the case, speciality, village, acquaintance, load.
func reasons(s views.Session, f file, r hall.InviteeRow) string {
	var out []string
	add := func(is bool, m text.Message) {
		if is {
			out = append(out, s.Say(m))
		}
	}
	add(slices.ContainsFunc(onCase(f), func(o hall.InviteeRow) bool { return o.Same(r.Invitee) }), isOnCase)
	add(r.Special, isSpecial)
	add(r.Knows != "", knows.With("whom", r.Knows))
	add(r.Near != "", near.With("village", r.Near))
	add(r.Load > 0, load.With("n", r.Load))
	add(r.Kind != hall.InviteMediator, text.InviteeKind(r.Kind))
	return strings.Join(out, "  ")
}

// stranger is somebody on no list.
type stranger struct{ name, unit string }

func strangerForm(env *views.Env, f file, name string) views.View {
	return form.Box(env, form.Spec[stranger]{
		Title: strangerTitle.With("name", name), Start: stranger{name: name},
		Fields: []*form.Field[stranger]{form.Text("unit", unitLabel, 40, func(r *stranger) *string { return &r.unit }).Help(unitHelp)},
		Save: func(ctx context.Context, s views.Session, _ hall.DraftID, r stranger) (stranger, error) {
			j := f.discussion()
			who := hall.Invitee{Kind: hall.InviteOther, Name: r.name, Unit: r.unit}
			_, err := s.Desk.Invite(ctx, f.Consultation.ID, f.Consultation.Rev, j.Convener, append(slices.Clone(j.Invited), who))
			return r, err
		},
		Done: func(r stranger) text.Message { return invitedNow.With("name", r.name) },
	})
}
