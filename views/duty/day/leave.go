package day

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

const (
	mostItems = 20 // handed over at once
	mostOwn   = 9  // proposed
	mostWhat  = 200
	soon      = 3 // days ahead that appointments and tasks are proposed
)

// leaving is what somebody hands over when he signs out.
type leaving struct {
	note     string
	items    [mostItems]matter
	proposed []matter
}

// onto is the case of a proposal that stands in a line as it was proposed.
func (l leaving) onto(m matter) (matter, bool) {
	i := slices.IndexFunc(l.proposed, func(p matter) bool { return p.on != 0 && p.what == m.what })
	if i < 0 {
		return matter{}, false
	}
	return l.proposed[i], true
}

// matters are the lines that are written, each with its case.
func (l leaving) matters() []hall.HandItem {
	var out []hall.HandItem
	for _, m := range l.items {
		if p, ok := l.onto(m); ok {
			m.on = p.on
		}
		if m.what != "" {
			out = append(out, hall.HandItem{What: m.what, Case: m.on})
		}
	}
	return out
}

func (v *View) leaveForm(from hall.Draft) tea.Cmd {
	type R = leaving
	fields := []*form.Field[R]{form.Notes(hall.FieldNote, noteLabel, 1000, func(l *R) *string { return &l.note }).Help(noteHelp)}
	for n := range mostItems {
		label := item
		if n > 0 {
			label = further
		}
		fields = append(fields,
			form.Text(fmt.Sprint(hall.FieldWhat, n), label, mostWhat, func(l *R) *string { return &l.items[n].what }).Help(itemHelp).Suggest(ownMatters).
				Taken(withCase(n)).
				If(func(l R) bool { return n == 0 || l.items[n-1].what != "" || l.items[n].what != "" }).
				Note(func(_ views.Session, l R) text.Message {
					p, _ := l.onto(l.items[n])
					return text.Raw(p.name)
				}),
			form.Pick(fmt.Sprint(hall.FieldCase, n), text.Consult.Case, 60, func(l *R) *hall.CaseID { return &l.items[n].on },
				func(l *R) *string { return &l.items[n].name }, findCase).Help(caseHelp).
				If(func(l R) bool {
					_, known := l.onto(l.items[n])
					return l.items[n].what != "" && !known
				}))
	}
	return views.Push(form.New(v.env, form.Spec[R]{
		Title: signOut, Rule: outRule, Fields: fields, Yes: leaveYes,
		Keep: form.Keep[R]{
			Kind: hall.DraftHandover, Form: hall.HandoverForm(v.env.Actor.Staff), From: from, Private: true,
			Title: func(l R) text.Message {
				return text.Raw(widget.Cut(strings.TrimSpace(l.note+" "+l.items[0].what), 20, ""))
			},
		},
		Read: func(ctx context.Context, s views.Session) (R, error) {
			var l R
			_, err := today(ctx, s, hall.OpOut)
			if err == nil {
				l.proposed, err = proposals(ctx, s)
			}
			return l, err
		},
		Ask: leaveAsk,
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, l R) (R, error) {
			return l, s.Desk.From(draft).HandOver(ctx, l.note, l.matters())
		},
		Refused: func(_ R, why *hall.Error, _ []hall.Clash, _ func(R) tea.Cmd) tea.Cmd {
			if why.Code == hall.ErrNotOn {
				return views.Toast(views.Warn, outElsewhere)
			}
			return nil
		},
		Done: func(R) text.Message { return signedOut },
	}))
}

// leaveAsk asks before somebody's duty ends, for a sign-out is not taken back: what is handed over, and who
// is in the hall still.
func leaveAsk(ctx context.Context, s views.Session, l leaving) (*form.Question, error) {
	d, err := today(ctx, s, hall.OpOut)
	if err != nil {
		return nil, err
	}
	q, err := s.Desk.Queue(ctx, s.Today())
	if err != nil {
		return nil, err
	}
	body := []text.Message{leaveNone}
	if n := len(l.matters()); n > 0 {
		body[0] = leaveItems.With("n", n)
	} else if l.note != "" {
		body[0] = leaveNote
	}
	if n := d.Pending(); n > 0 {
		body = append(body, outPending.With("n", n))
	}
	if d.Mine.Duty != 0 {
		if early := s.Settings.EarlyBy(d.Info, hall.MinuteOf(s.Now())); early > 0 {
			_, ends := s.Settings.DutyHours(d.Info)
			body = append(body, outEarly.With("at", text.Minutes(ends)).With("early", text.EarlyBy(early)))
		}
	}
	return &form.Question{Title: leaveTitle, Body: append(body, still(s, q)...), Yes: leaveYes}, nil
}

// still says who is in the hall, with their numbers: in a room, waiting, and those who did not answer when
// they were called.
func still(s views.Session, q hall.Queue) []text.Message {
	var out []text.Message
	for _, part := range []struct {
		said text.Message
		who  []hall.VisitRow
	}{{stillIn, q.Inside()}, {stillWait, q.Waiting}, {stillSkipped, q.Missing()}} {
		var names []string
		for _, r := range part.who {
			name := text.Who(r.Who, r.Others)
			if r.Number != 0 {
				name = text.Words(text.QueueOf(r, s.Today()), name)
			}
			names = append(names, s.Say(text.Words(name, text.Raw(r.Room))))
		}
		if len(names) > 0 {
			out = append(out, part.said.With("n", len(names)).With("names", text.Names(names)))
		}
	}
	return out
}

// withCase writes a matter that was picked into a line, with its case: whatever is written on, the
// case stays.
func withCase(n int) func(context.Context, views.Session, form.Found) (func(*leaving), error) {
	return func(ctx context.Context, s views.Session, f form.Found) (func(*leaving), error) {
		all, err := proposals(ctx, s)
		return func(l *leaving) {
			l.items[n] = matter{what: f.Label}
			for _, p := range all {
				if p.what == f.Label {
					l.items[n] = p
				}
			}
		}, err
	}
}

// ownMatters are those of the reader's own matters that fit what is typed.
func ownMatters(ctx context.Context, s views.Session, q string) ([]form.Found, error) {
	all, err := proposals(ctx, s)
	var out []form.Found
	for _, p := range all {
		if p.what != q && strings.Contains(p.what, q) {
			out = append(out, form.Found{Label: p.what})
		}
	}
	return out, err
}

// proposals are the reader's tasks, his appointments of the coming days, and his open cases: what
// may have to be handed over.
func proposals(ctx context.Context, s views.Session) ([]matter, error) {
	today, who := s.Today(), s.Actor
	var out []matter
	add := func(said text.Message, on hall.CaseID, name string) {
		if r := []rune(s.Say(said)); len(out) < mostOwn {
			out = append(out, matter{what: strings.TrimSpace(string(r[:min(len(r), mostWhat)])), on: on, name: name})
		}
	}
	tasks, err := s.Desk.Tasks(ctx, today+soon, 200)
	if err != nil {
		return nil, err
	}
	for _, k := range tasks {
		if k.Who == who.Name && k.What != "" {
			add(task.With("what", k.What).With("day", text.ShortDay(k.Due)), k.Case, k.Number)
		}
	}
	if who.Mediator == 0 {
		return out, nil
	}
	booked, err := s.Desk.Appointments(ctx, today, today+soon)
	if err != nil {
		return nil, err
	}
	for _, r := range booked {
		if !r.State.Over() && who.Among(r.Mediators) {
			add(booking.With("day", text.ShortDay(r.Slot.Day)).With("time", text.Minutes(r.Slot.From)).With("who", text.Who(r.Who, r.Others)), r.Case,
				s.Say(text.Sides(r)))
		}
	}
	mine, err := s.Desk.Cases(ctx, hall.CaseQuery{Filter: hall.MyCases, Limit: 50})
	if err != nil {
		return nil, err
	}
	for _, r := range mine.Rows {
		if r.State.Open() && !r.Hidden {
			add(text.Words(text.Versus(r), text.Raw(r.Subject), text.State(r.State)), r.ID, caseName(s, r))
		}
	}
	return out, nil
}
