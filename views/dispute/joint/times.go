package joint

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// How far ahead and for how long a time is looked for at first.
const (
	usualDays   = 30
	usualLength = 90
)

// reach is how far ahead a common time is looked for, and how long it must be.
type reach struct{ days, length int }

// option is a line of the list of times: a common time, or another way to one.
type option struct {
	key  string
	time hall.Found
	who  []hall.Invitee // of whom time.Missing counts
	none bool           // no common time was found
}

const (
	byHand    = "hand"
	otherDays = "range"
)

func (o option) missing() []hall.Invitee {
	var out []hall.Invitee
	for _, i := range o.time.Missing {
		out = append(out, o.who[i])
	}
	return out
}

func namesOf(all []hall.Invitee) text.Message {
	var out []string
	for _, i := range all {
		out = append(out, i.Name)
	}
	return text.Names(out)
}

// slots is the list of the common times while it is open.
type slots struct {
	*list.View[option]
	env   *views.Env
	of    file
	reach reach
}

func commonTimes(env *views.Env, f file) views.View {
	v := &slots{env: env, of: f, reach: reach{usualDays, usualLength}}
	column := func(title text.Message, say func(option) text.Message) ledger.Column[option] {
		return ledger.Column[option]{Title: title, Width: 30, Value: func(_ ledger.Here, o option) ledger.Cell { return ledger.Phrase(say(o)) }}
	}
	v.View = list.New(env, list.Of[option]{
		Title: titleOf.With("no", f.name()), Hint: func() text.Message { return timesHint },
		Columns: []ledger.Column[option]{
			column(dayTitle, func(o option) text.Message {
				return map[string]text.Message{byHand: handRow, otherDays: rangeRow, "": text.ShortDay(o.time.Slot.Day)}[o.way()]
			}),
			column(timeTitle, func(o option) text.Message {
				if o.way() != "" {
					return text.Message{}
				}
				return text.Raw(text.Slot(o.time.Slot))
			}),
			column(roomTitle, func(o option) text.Message { return text.Raw(o.time.Room) }),
			column(missingTitle, func(o option) text.Message {
				switch {
				case o.way() != "":
					return text.Message{}
				case len(o.time.Missing) == 0:
					return allCome
				}
				return namesOf(o.missing())
			}),
		},
		Key: func(o option) string { return o.key }, Tone: func(_ views.Session, o option) widget.Tone {
			if len(o.time.Missing) > 0 {
				return widget.Muted
			}
			return widget.Normal
		},
		Enter: takeKey, Open: v.take, About: attending, Took: v.took,
		Keys: func() []views.Action {
			return []views.Action{{Key: views.Key("Ctrl-N", "ctrl+n"), Name: handTitle, Run: v.byHand}}
		},
		Read: func(ctx context.Context, s views.Session, _ list.Query) (list.Page[option], error) {
			return v.reach.read(ctx, s, f)
		},
	})
	return v
}

// way is what a line leads to, where it is no time.
func (o option) way() string {
	if o.key == byHand || o.key == otherDays {
		return o.key
	}
	return ""
}

func (r reach) read(ctx context.Context, s views.Session, f file) (list.Page[option], error) {
	found, err := s.Desk.FindTimes(ctx, f.Consultation.ID, s.Today(), s.Today()+hall.Day(r.days), r.length)
	var out list.Page[option]
	for i, t := range found.Found {
		out.Rows = append(out.Rows, option{key: fmt.Sprint(i), time: t, who: found.Who})
	}
	n := len(out.Rows)
	out.Rows = append(out.Rows, option{key: byHand, none: n == 0}, option{key: otherDays, none: n == 0})
	out.Groups = []list.Group{
		{Head: timesHead.With("days", r.days).With("n", r.length).With("k", n), None: timesNone, Rows: n},
		{Head: otherwise, Rows: 2},
	}
	return out, err
}

// attending says of each who is asked whether he can come at a time.
func attending(s views.Session, o option) *page.Doc {
	d := page.New(s)
	if o.way() != "" {
		if o.none {
			d.Muted(timesAdvice)
		}
		return d
	}
	d.Title(s.Say(text.ShortDay(o.time.Slot.Day)) + " " + text.Slot(o.time.Slot) + " " + o.time.Room)
	for n, who := range o.who {
		mark, tone, note := s.Styles.Marks.Done, widget.Normal, text.Message{}
		switch {
		case slices.Contains(o.time.Missing, n):
			mark, tone, note = "!", widget.Danger, text.Answer(hall.CannotGo)
		case n == 0:
			note = convener
		case who.Must:
			note = must
		}
		d.Row(mark+" "+who.Name+"  "+s.Say(note), tone)
	}
	return d
}

func (v *slots) byHand() tea.Cmd {
	return views.Push(timeForm(v.env, v.of, byHandForm, appointed{length: v.reach.length, room: v.of.Consultation.Room}, hall.Draft{}))
}

// take takes the time under the cursor. Where another one was said before, the reason is asked.
func (v *slots) take(o option) tea.Cmd {
	c := v.of.Consultation
	switch {
	case o.key == byHand:
		return v.byHand()
	case o.key == otherDays:
		return views.Push(rangeForm(v.env, v.reach))
	case c.State == hall.Waiting:
		at := appointed{day: o.time.Slot.Day, from: o.time.Slot.From, to: o.time.Slot.To, room: o.time.Room, absent: o.missing()}
		return views.Push(timeForm(v.env, v.of, moveForm, at, hall.Draft{}))
	}
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		_, err := s.Desk.Convene(ctx, c.ID, c.Rev, o.time.Slot, o.time.Room, o.missing(), "")
		return convened{appointed{day: o.time.Slot.Day, from: o.time.Slot.From, to: o.time.Slot.To, room: o.time.Room}.said(), err}
	})
}

type convened struct {
	said text.Message
	err  error
}

// took closes the list once a time is set. After a refusal the times are looked for anew:
// somebody was quicker.
func (v *slots) took(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case convened:
		if m.err != nil {
			return tea.Batch(views.Fail(m.err), v.Load()), true
		}
		return tea.Batch(views.Toast(views.Done, m.said), views.Pop(nil)), true
	case form.Saved[appointed]:
		return views.Pop(nil), true
	case form.Saved[reach]:
		v.reach = m.Value
		v.Stand("0")
		return v.Load(), true
	}
	return nil, false
}

// rangeForm asks how far ahead to look, and for how long.
func rangeForm(env *views.Env, now reach) views.View {
	return form.Box(env, form.Spec[reach]{
		Title: rangeTitle, Start: now,
		Fields: []*form.Field[reach]{
			form.Number("days", daysLabel, 1, 180, text.Message{}, func(r *reach) *int { return &r.days }).Required().Help(daysHelp),
			form.Number("length", lengthLabel, 30, 480, text.Message{}, func(r *reach) *int { return &r.length }).Required().Help(lengthHelp),
		},
		Save: func(_ context.Context, _ views.Session, _ hall.DraftID, r reach) (reach, error) { return r, nil },
	})
}

// appointed is the time that is set for a joint consultation.
type appointed struct {
	of       file
	day      hall.Day
	from, to int
	length   int // how long it lasts where only a beginning is said
	room     string
	why      string
	absent   []hall.Invitee
}

func (a appointed) slot() hall.Slot {
	to := a.to
	if to == 0 {
		to = a.from + max(a.length, usualLength)
	}
	return hall.Slot{Day: a.day, From: a.from, To: to}
}

func (a appointed) said() text.Message {
	return convenedNow.With("day", text.ShortDay(a.day)).With("time", text.Slot(a.slot())).With("room", a.room)
}

// The two forms of a time, as their drafts are named.
const (
	byHandForm = "byhand"
	moveForm   = "move"
)

// timeForm sets a time by hand, or says why it is another: what collides is shown while it is
// typed, before it is saved.
func timeForm(env *views.Env, f file, what string, start appointed, from hall.Draft) views.View {
	type R = appointed
	start.of = f
	name := handTitle
	if what == moveForm {
		name = moveTitle
	}
	fields := []*form.Field[R]{
		form.Day("day", dayTitle, func(r *R) *hall.Day { return &r.day }).Required(),
		form.Span("time", timeTitle, func(r *R) (*int, *int) { return &r.from, &r.to }).Required().Help(timeHelp).Note(func(_ views.Session, r R) text.Message {
			if r.from == 0 {
				return text.Message{}
			}
			return text.Raw(text.Slot(r.slot()))
		}),
		form.Choice("room", roomTitle, func(r *R) *string { return &r.room }, form.Rooms[R]).Required(),
	}
	if f.Consultation.State == hall.Waiting {
		fields = append([]*form.Field[R]{form.Notes("reason", moveWhy, 300, func(r *R) *string { return &r.why }).Rows(2).Required()}, fields...)
	}
	return form.New(env, form.Spec[R]{
		Title: name, Rule: handRule, Fields: fields, Keep: keep[R](f, what, name, from),
		Read: func(ctx context.Context, s views.Session) (R, error) {
			r := start
			now, err := readFor(ctx, s, f.Consultation.ID, hall.OpTimes)
			r.of = now
			return r, err
		},
		Clashes: func(r R) (string, func(context.Context, views.Session) ([]hall.Clash, error)) {
			if r.day == 0 || r.from == 0 || r.room == "" {
				return "", nil
			}
			return fmt.Sprint(r.slot(), r.room), func(ctx context.Context, s views.Session) ([]hall.Clash, error) {
				return s.Desk.Clashes(ctx, f.Consultation.ID, 0, hall.Booking{Slot: r.slot(), Mode: hall.InRoom, Room: r.room})
			}
		},
		Refused: func(r R, bad *hall.Error, all []hall.Clash, save func(R) tea.Cmd) tea.Cmd {
			return without(env, r, bad, all, save)
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			c := r.of.Consultation
			_, err := s.Desk.From(draft).Convene(ctx, c.ID, c.Rev, r.slot(), r.room, r.absent, r.why)
			return r, err
		},
		Done: R.said,
	})
}
