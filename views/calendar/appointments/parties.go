package appointments

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// whom asks which of the parties is meant, each by its number and with how far it is; the last line
// is all of those who can be meant. Where there is one, it is. Nobody named means all of them: of a
// confidential appointment no more is known here.
func (v *View) whom(title text.Message, f hall.SlotFile, why func(hall.Expected) text.Message, do func(who ...int) tea.Cmd) tea.Cmd {
	c := f.Consultation
	var left []int
	for i, e := range c.Expected {
		if why(e).IsZero() {
			left = append(left, i)
		}
	}
	if len(c.Expected) < 2 {
		return do(left...)
	}
	var items []menu.Item
	for i, e := range c.Expected {
		items = append(items, menu.Item{Name: text.Words(text.Raw(e.Name), text.Side(e.Side), text.Party(c, e)), Why: why(e),
			Next: len(left) > 0 && left[0] == i, Do: func() tea.Cmd { return do(i) }})
	}
	if len(left) > 1 {
		items = append(items, menu.Item{Name: allOf.With("n", len(left)), Do: func() tea.Cmd { return do(left...) }})
	}
	return menu.Open(v.env, v.env.Say(titleOf(title, f)), items)
}

// anyone bars none of the parties.
func anyone(hall.Expected) text.Message { return text.Message{} }

// askTold asks how parties were told, and whether the telephone was answered.
func (v *View) askTold(f hall.SlotFile, from hall.Draft, who ...int) tea.Cmd {
	type R = answer
	c := f.Consultation
	told := func(yes bool) text.Message { return map[bool]text.Message{true: wasReached, false: nobodyThere}[yes] }
	return v.ask(formTold+placesOf(who), hall.OpNotify, f, from, form.Spec[R]{
		Title: howTitle.With("who", text.Names(c.Names(who...))), Rule: phonesOf(f, who...), Start: R{Notice: hall.Notice{Reached: true}},
		Fields: []*form.Field[R]{
			form.Enum(hall.FieldWay, how, func(a *R) *hall.NoticeWay { return &a.Way }, hall.NoticeWays(), text.NoticeWay).Required(),
			form.Enum(hall.FieldReached, reached, func(a *R) *bool { return &a.Reached }, []bool{true, false}, told).Required(),
			form.Text(hall.FieldNote, note, 60, func(a *R) *string { return &a.Note }).Help(noteHelp),
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, a R) (R, error) {
			_, err := s.Desk.From(draft).Notify(ctx, c.ID, c.Rev, a.Notice, who...)
			return a, err
		},
		Done: func(a R) text.Message {
			if !a.Reached {
				return triedNow.With("to", text.Names(c.Names(who...)))
			}
			return toldNow.With("to", text.Names(c.Names(who...)))
		},
	})
}

// phonesOf are the telephones of parties, by which they are told: of all of them, where none is named.
func phonesOf(f hall.SlotFile, who ...int) text.Message {
	var out []text.Message
	for i, e := range f.Consultation.Expected {
		if i >= len(f.Phones) || len(who) > 0 && !slices.Contains(who, i) {
			continue
		}
		phone := text.Raw(f.Phones[i])
		if f.Phones[i] == "" {
			phone = noPhone
		}
		out = append(out, text.Words(text.Raw(e.Name), phone))
	}
	return text.List(out...)
}

// placesOf writes the places of parties behind the name of a form's draft, and placesIn reads them.
func placesOf(who []int) string {
	out := ""
	for _, i := range who {
		out += "." + strconv.Itoa(i)
	}
	return out
}

func placesIn(s string) []int {
	var out []int
	for _, one := range strings.Split(s, ".") {
		if i, err := strconv.Atoi(one); err == nil {
			out = append(out, i)
		}
	}
	return out
}

// confirm records which of the parties said that they will come.
func (v *View) confirm(f hall.SlotFile, who ...int) tea.Cmd {
	c := f.Consultation
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		_, err := s.Desk.Confirm(ctx, c.ID, c.Rev, who...)
		return confirmedNow.With("who", text.Names(c.Names(who...))), err
	})
}

// askCame asks who came.
func (v *View) askCame(f hall.SlotFile) tea.Cmd {
	return v.whom(cameTitle, f, isHere, func(who ...int) tea.Cmd { return v.arrive(f, who...) })
}

func isHere(e hall.Expected) text.Message {
	if e.Came.IsZero() {
		return text.Message{}
	}
	return hereAlready
}

// arrive puts whoever came into the queue, or with those who are there already.
func (v *View) arrive(f hall.SlotFile, who ...int) tea.Cmd {
	c := f.Consultation
	name := text.Names(c.Names(who...))
	if f.Hidden {
		name = hidden
	}
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		res, err := s.Desk.Arrive(ctx, c.ID, c.Rev, who...)
		said := came.With("n", res.Ahead)
		if c.Number != 0 {
			said = cameToo
		}
		return said.With("who", name).With("no", text.Queue(res.Queue)), err
	})
}

// askMissed asks who did not come: it is seen when they are booked again.
func (v *View) askMissed(f hall.SlotFile) tea.Cmd {
	why := func(e hall.Expected) text.Message {
		if e.Missed {
			return missedAlready
		}
		return isHere(e)
	}
	return v.whom(missedTitle, f, why, func(who ...int) tea.Cmd { return v.miss(f, false, who...) })
}

// miss records that parties did not come. Of who was never told it is asked about first: a time that
// nobody told somebody of is not missed, but anew arranged.
func (v *View) miss(f hall.SlotFile, sure bool, who ...int) tea.Cmd {
	c := f.Consultation
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		err := s.Desk.NoShow(ctx, c.ID, c.Rev, sure, who...)
		var bad *hall.Error
		switch {
		case errors.As(err, &bad) && bad.Code == hall.ErrNeverTold:
			return menu.Chosen{Do: func() tea.Cmd { return v.neverTold(f, bad.Args["name"], who...) }}
		case err != nil:
			return views.FailMsg{Err: err}
		}
		return views.ToastMsg{Level: views.Done, Text: missedNow.With("who", text.Names(c.Names(who...)))}
	})
}

// neverTold asks what is to become of a time that somebody was never told of.
func (v *View) neverTold(f hall.SlotFile, name any, who ...int) tea.Cmd {
	return menu.Open(v.env, v.env.Say(neverTold.With("who", name)), []menu.Item{
		{Name: notMissed, Why: text.Short(hall.Why(hall.AppointmentCourse(), f, hall.OpMove, v.env.Actor, v.env.Now())),
			Do: func() tea.Cmd { return v.change(f, hall.Draft{}) }},
		{Name: wasTold, Do: func() tea.Cmd { return v.miss(f, true, who...) }},
	})
}
