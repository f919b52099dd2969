package joint

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/record"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
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

// option is a common time, and who cannot come then.
type option struct {
	hall.Found
	key    string
	absent []hall.Invitee
}

// tag says what a time is the best in.
func (o option) tag() text.Message {
	switch {
	case o.Soonest && o.Fewest:
		return bestTag
	case o.Fewest:
		return fewestTag
	case o.Soonest:
		return soonestTag
	}
	return text.Message{}
}

// lacks says who cannot come then, and that the room is small.
func (o option) lacks() text.Message {
	who := allCome
	if len(o.absent) > 0 {
		who = namesOf(o.absent)
	}
	if o.Tight {
		return text.Words(who, tightRoom)
	}
	return who
}

// slots is the list of the common times while it is open.
type slots struct {
	*list.View[option]
	env *views.Env
	of  file
}

// reach is how far is looked for a time now.
func (v *slots) reach() reach {
	r, _ := v.Where().(reach)
	return r
}

// commonTimes opens the list of the times at which all can come, or most.
func commonTimes(env *views.Env, f file) tea.Cmd {
	v := &slots{env: env, of: f}
	v.View = list.New(env, list.Of[option]{
		Title: titleOf.With("no", f.Name()), Hint: func() text.Message { return timesHint },
		Columns: []ledger.Column[option]{
			ledger.Own(text.Message{}, 10, func(o option) ledger.Cell { return ledger.Phrase(o.tag()) }),
			ledger.Own(text.Consult.Day, 30, func(o option) ledger.Cell { return ledger.Phrase(text.ShortDay(o.Slot.Day)) }),
			ledger.Own(text.Consult.Time, 30, func(o option) ledger.Cell { return ledger.Say(text.Slot(o.Slot)) }),
			ledger.Own(text.Consult.Room, 30, func(o option) ledger.Cell { return ledger.Say(o.Room) }),
			ledger.Own(missingTitle, 30, func(o option) ledger.Cell { return ledger.Phrase(o.lacks()) }),
		},
		Key: func(o option) string { return o.key }, Tone: func(_ views.Session, o option) widget.Tone {
			if len(o.absent) > 0 || o.Tight {
				return widget.Muted
			}
			return widget.Normal
		},
		Read: v.read, About: v.attending, Enter: takeKey, Open: v.take, Took: v.took, Add: handTitle, New: v.byHand,
	})
	v.Hold(reach{usualDays, usualLength})
	return views.Push(v)
}

func namesOf(all []hall.Invitee) text.Message {
	var out []string
	for _, i := range all {
		out = append(out, i.Name)
	}
	return text.Names(out)
}

// read looks for times; below them stand the other ways to one.
func (v *slots) read(ctx context.Context, s views.Session, q list.Query) (list.Page[option], error) {
	r, _ := q.Where.(reach)
	found, err := s.Desk.FindTimes(ctx, v.of.Consultation.ID, s.Today(), s.Today()+hall.Day(r.days), r.length)
	var rows []option
	for i, t := range found.Found {
		rows = append(rows, option{Found: t, key: fmt.Sprint(i), absent: found.Absent(t)})
	}
	out := list.Page[option]{Whole: found}
	head := timesHead
	if len(rows) == 0 {
		head = timesSought
	}
	head = head.With("days", r.days).With("n", r.length).With("k", len(rows))
	out.Add(list.Group{Head: head, None: noTime(found, r.length)}, rows, len(rows), text.Message{})
	out.Add(list.Group{Head: otherwise}, nil, 0, text.Message{})
	out.Lead(list.Way{Key: "hand", Name: handRow, Go: v.byHand})
	out.Lead(list.Way{Key: "range", Name: rangeRow, Go: func() tea.Cmd { return views.Push(rangeForm(v.env, r)) }})
	return out, err
}

// noTime says why there is no common time.
func noTime(found hall.Times, minutes int) text.Message {
	why := found.None
	return text.NoTime(why.Why).With("n", minutes).With("most", why.Longest).With("names", namesOf(found.Those(why.Who)))
}

// sooner says what kept the first time from being sooner; nothing where nothing did.
func sooner(found hall.Times) text.Message {
	var why []text.Message
	s := found.Sooner
	if s.Notice {
		why = append(why, soonNotice)
	}
	if len(s.Who) > 0 {
		why = append(why, soonWho.With("names", namesOf(found.Those(s.Who))))
	}
	if s.Room {
		why = append(why, soonRoom)
	}
	if len(why) == 0 {
		return text.Message{}
	}
	return notSooner.With("why", text.Clauses(why))
}

// attending says of each who is asked whether he can come at a time; where there is no time, what
// may help.
func (v *slots) attending(s views.Session, o option) *page.Doc {
	d := page.New(s)
	found, _ := v.Whole().(hall.Times)
	switch {
	case len(found.Found) == 0:
		d.Muted(timesAdvice)
		return d
	case o.Slot.Day == 0:
		return d
	}
	d.Title(s.Say(text.When(o.Slot)) + " " + o.Room)
	if why := sooner(found); o.Fewest && !why.IsZero() {
		d.Muted(why)
	}
	if year := s.Calendar().On(o.Slot.Day).Doubt; year != 0 {
		d.Warn(text.TableDoubt(year))
	}
	for n, who := range found.Who {
		mark, tone, note := s.Styles.Marks.Done, widget.Normal, text.Message{}
		switch {
		case slices.ContainsFunc(o.absent, who.Same):
			mark, tone, note = "!", widget.Danger, text.Answer(hall.CannotGo)
		case n == 0:
			note = record.Convener
		case who.Must:
			note = record.Must
		}
		d.Row(mark+" "+who.Name+"  "+s.Say(note), tone)
	}
	return d
}

func (v *slots) byHand() tea.Cmd {
	return v.set(byHandForm, func(f *file) { f.Consultation.Slot, f.length = hall.Slot{}, v.reach().length })
}

func (v *slots) set(what string, at func(*file)) tea.Cmd {
	return views.Push(timeForm(v.env, v.of, what, at).over(v.env, v.of, what, hall.Draft{}))
}

// take takes the time under the cursor. Where another one was said before, the reason is asked.
func (v *slots) take(o option) tea.Cmd {
	c := v.of.Consultation
	if c.State == hall.Waiting {
		return v.set(moveForm, func(f *file) { f.Consultation.Slot, f.Consultation.Room, f.absent = o.Slot, o.Room, o.absent })
	}
	return menu.After(v.env, func(ctx context.Context, s views.Session) (hall.Consultation, error) {
		return s.Desk.Convene(ctx, c.ID, c.Rev, o.Slot, o.Room, o.absent, "") // refused where somebody was quicker
	}, func(now hall.Consultation) tea.Cmd {
		return tea.Batch(views.Toast(views.Done, timeSaid(file{JointFile: hall.JointFile{Consultation: now}})), views.Pop(nil))
	})
}

// took closes the list once a time is set.
func (v *slots) took(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case form.Saved[file]:
		return views.Pop(nil), true
	case form.Saved[reach]:
		v.Hold(m.Value)
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
			form.Number(hall.FieldDays, daysLabel, 1, 180, text.Message{}, func(r *reach) *int { return &r.days }).Required().Help(daysHelp),
			form.Number(hall.FieldLength, lengthLabel, 30, 480, text.Message{}, func(r *reach) *int { return &r.length }).Required().Help(lengthHelp),
		},
		Save: func(_ context.Context, _ views.Session, _ hall.DraftID, r reach) (reach, error) { return r, nil },
	})
}

// The two forms of a time, as their drafts are named.
const (
	byHandForm = "byhand"
	moveForm   = "move"
)

// slot is the time that is set; one without an end takes as long as was looked for.
func (f file) slot() hall.Slot {
	at := f.Consultation.Slot
	if at.To == 0 {
		at.To = at.From + max(f.length, usualLength)
	}
	return at
}

// slotFields ask for the day, the time and the room.
func slotFields() []*form.Field[file] {
	return []*form.Field[file]{
		form.Day(hall.FieldDay, text.Consult.Day, func(f *file) *hall.Day { return &f.Consultation.Slot.Day }).Required(),
		form.Span(hall.FieldTime, text.Consult.Time, func(f *file) (*int, *int) { return &f.Consultation.Slot.From, &f.Consultation.Slot.To }).Required(),
		form.Choice(hall.FieldRoom, text.Consult.Room, func(f *file) *string { return &f.Consultation.Room }, form.Rooms[file]).Required(),
	}
}

func timeSaid(f file) text.Message {
	said := convenedNow
	if names, _ := f.Unasked(); len(names) > 0 {
		said = convenedAsk.With("names", text.Names(names))
	}
	return said.With("day", text.ShortDay(f.Consultation.Slot.Day)).With("time", text.Slot(f.slot())).With("room", f.Consultation.Room)
}

// timeForm sets a time by hand, or says why it is another: what collides is shown while it is
// typed, before it is saved. at is what it begins with.
func timeForm(env *views.Env, f file, what string, at func(*file)) *ask {
	asked := func(_ views.Session, f file) hall.Slot { return f.slot() }
	fields := slotFields()
	fields[0].Bookable(asked)
	fields[1].Help(timeHelp).Bookable(asked).Note(func(_ views.Session, f file) text.Message {
		if f.Consultation.Slot.From == 0 {
			return text.Message{}
		}
		return text.Raw(text.Slot(f.slot()))
	})
	if f.Consultation.State == hall.Waiting {
		fields = append([]*form.Field[file]{whyField(moveWhy)}, fields...)
	}
	name := map[string]text.Message{byHandForm: handTitle, moveForm: doMove}[what]
	return &ask{
		op:    hall.OpTimes,
		begin: func(_ views.Session, f *file) { at(f) },
		save: func(ctx context.Context, d *store.Desk, f *file) error {
			now, err := d.Convene(ctx, f.Consultation.ID, f.Consultation.Rev, f.slot(), f.Consultation.Room, f.absent, f.why)
			if err == nil {
				f.Consultation = now
			}
			return err
		},
		Spec: form.Spec[file]{Title: name, Rule: handRule, Fields: fields, Clashes: clashes, Done: timeSaid,
			Refused: func(f file, bad *hall.Error, all []hall.Clash, save func(file) tea.Cmd) tea.Cmd {
				return without(env, f, bad, all, save)
			}},
	}
}

// clashes looks what collides with the time in a form.
func clashes(f file) (string, func(context.Context, views.Session) ([]hall.Clash, error)) {
	c, at := f.Consultation, f.slot()
	if at.Day == 0 || at.From == 0 || c.Room == "" {
		return "", nil
	}
	return fmt.Sprint(at, c.Room), func(ctx context.Context, s views.Session) ([]hall.Clash, error) {
		return s.Desk.Clashes(ctx, c.ID, 0, hall.Booking{Slot: at, Mode: hall.InRoom, Room: c.Room})
	}
}

// without asks whether it is held without those who are elsewhere at that time; nil when that
// does not help.
func without(env *views.Env, f file, bad *hall.Error, all []hall.Clash, save func(file) tea.Cmd) tea.Cmd {
	elsewhere := f.Discussion().Without(bad, all)
	if len(elsewhere) == 0 {
		return nil
	}
	f.absent = append(slices.Clone(f.absent), elsewhere...)
	return menu.Open(env, env.Say(withoutTitle.With("names", namesOf(f.absent))), []menu.Item{
		{Name: otherTime}, {Name: holdThen, Do: func() tea.Cmd { return save(f) }},
	})
}
