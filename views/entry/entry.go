// Package entry is a form about one of the hall's records, as wide as the screen: it is kept as a draft at every field, dates
// are read as people write them and said back, and in some fields one of the hall's records
// is picked while somebody types.
package entry

import (
	"context"
	"errors"
	"maps"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/draft"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// pause is how long typing must rest before records are looked for; offered is how many are
// suggested: as many as there are digits.
const (
	pause   = 150 * time.Millisecond
	offered = 9
)

// Find looks for the records that fit what was typed into a field.
type Find func(ctx context.Context, query string) ([]dialog.Choice, error)

// Config says what a form asks and what becomes of it.
type Config struct {
	Title text.Message
	Items []widget.Item
	Days  []string        // the items that hold a date
	Picks map[string]Find // the items that hold one of the hall's records
	// Picked are the records that stand there already.
	Picked  map[string]dialog.Choice
	Kind    hall.DraftKind
	Form    string     // names the draft: one for each thing that is written about
	From    hall.Draft // what is gone on with; zero: nothing
	Name    func(*Sheet) string
	Private bool // nobody else goes on with its draft
	// Preview shows what would come of the form before it is saved: its owner has it saved
	// with Finish, or tells it of a refusal with Refuse. Nil: the form is saved by Save.
	Preview func(*Sheet) (tea.Cmd, *hall.Error)
	// Follow is run when something was changed or left, to show and hide what follows of it.
	Follow func(*Sheet)
	// Save makes of the form what is to be done, or says what stands in its way.
	Save func(*Sheet) (func(hall.DraftID) error, *hall.Error)
	// Confirm asks before what cannot be undone; nil: nothing is asked.
	Confirm func(*Sheet) (title string, body []string, yes string)
	// Refused is told of a refusal before it is said.
	Refused func(*hall.Error)
	// Reread reads anew what was changed at another desk, and gives back how to go on from it.
	Reread func(context.Context) (func(), error)
	// Done is what comes once it is saved.
	Done func() tea.Cmd
}

// Sheet is the form while it is open.
type Sheet struct {
	env    *views.Env
	c      Config
	form   *widget.Form
	keep   *draft.Keeper
	picked map[string]dialog.Choice
	offers map[string][]dialog.Choice
	busy   bool
}

// Replies carry their form: one that belongs to an earlier form is dropped.
type (
	seek struct {
		of        *Sheet
		id, query string
	}
	found struct {
		of        *Sheet
		id, query string
		choices   []dialog.Choice
		err       error
	}
	confirmed struct {
		of *Sheet
		do func(hall.DraftID) error
	}
	saved struct {
		of  *Sheet
		err error
	}
	reread struct {
		of    *Sheet
		apply func()
		err   error
	}
	// Aside says that a form was put aside, and its words are kept.
	Aside struct{ Of *Sheet }
)

// kept is what stands before a picked record's number among a draft's fields.
const kept = "picked "

// New opens a form.
func New(env *views.Env, c Config) *Sheet {
	for i, it := range c.Items {
		if c.Picks[it.ID] != nil {
			c.Items[i].Choose = true
			c.Items[i].Value = c.Picked[it.ID].Label
		}
	}
	s := &Sheet{env: env, c: c, picked: maps.Clone(c.Picked), offers: map[string][]dialog.Choice{}}
	if s.picked == nil {
		s.picked = map[string]dialog.Choice{}
	}
	s.form = widget.NewForm(env.Styles, dialog.Words(env), c.Items)
	s.form.SetValues(c.From.Fields)
	for id := range c.Picks {
		if no, ok := c.From.Fields[kept+id]; ok {
			s.picked[id] = dialog.Choice{ID: no, Label: s.form.Raw(id)}
		}
	}
	s.keep = draft.New(env, c.From, func() hall.Draft {
		fields := s.form.Values()
		for id := range c.Picks {
			fields[kept+id] = s.picked[id].ID
		}
		return hall.Draft{Kind: c.Kind, Form: c.Form, Title: c.Name(s), Fields: fields, Intake: hall.Intake{Confidential: c.Private}}
	})
	s.follow()
	return s
}

// Begun says that what somebody wrote before is gone on with; nothing for a new form.
func (s *Sheet) Begun() tea.Cmd {
	if s.c.From.ID == 0 {
		return nil
	}
	return views.Toast(views.Done, text.Entry.Resumed.With("by", s.c.From.ByName).With("at", text.Moment(s.c.From.At)))
}

// Value is an item's value, without blanks around it.
func (s *Sheet) Value(id string) string { return s.form.Value(id) }

// Number is a choice's or a number's value; 0 when there is none.
func (s *Sheet) Number(id string) int {
	n, _ := strconv.Atoi(s.form.Value(id)) // one of the options, or nothing
	return n
}

// Picked is the record that was picked in an item; its ID is empty when there is none.
func (s *Sheet) Picked(id string) dialog.Choice { return s.picked[id] }

// ID is the number of the record that was picked in an item; 0: none.
func (s *Sheet) ID(id string) uint64 {
	n, _ := strconv.ParseUint(s.picked[id].ID, 10, 64) // its own number, or nothing
	return n
}

// Day reads an item that holds a date; 0 where it is empty.
func (s *Sheet) Day(id string) (hall.Day, *hall.Error) { return dialog.Day(s.env, s.form, id) }

// Hide hides an item or shows it again.
func (s *Sheet) Hide(id string, hidden bool) { s.form.SetHidden(id, hidden) }

// Note puts a text behind an item.
func (s *Sheet) Note(id string, m text.Message) { s.form.SetNote(id, s.env.Say(m)) }

// follow says dates back in full, and shows what follows of the answers.
func (s *Sheet) follow() {
	for _, id := range s.c.Days {
		note := text.Message{}
		if day, bad := s.Day(id); bad == nil {
			note = text.Day(day)
		}
		s.Note(id, note)
	}
	if s.c.Follow != nil {
		s.c.Follow(s)
	}
}

// Message takes the form's own messages; false for others.
func (s *Sheet) Message(msg tea.Msg) (tea.Cmd, bool) {
	if cmd, ok := s.keep.Message(msg); ok {
		return cmd, true
	}
	switch m := msg.(type) {
	case seek:
		if m.of == s && s.form.Value(m.id) == m.query {
			return s.search(m.id), true
		}
	case found:
		if m.of == s {
			return s.found(m), true
		}
	case confirmed:
		if m.of == s {
			return s.run(m.do), true
		}
	case saved:
		if m.of == s {
			return s.saved(m.err), true
		}
	case reread:
		if m.of == s {
			return s.reread(m), true
		}
	default:
		return nil, false
	}
	return nil, true
}

// Update takes a key or a paste.
func (s *Sheet) Update(msg tea.Msg) tea.Cmd {
	was := s.form.Focused()
	ev := s.form.Update(msg)
	var cmds []tea.Cmd
	if list := s.offers[ev.PickedIn]; ev.Picked >= 0 && ev.Picked < len(list) {
		s.take(ev.PickedIn, list[ev.Picked])
		s.form.FocusAfter(ev.PickedIn)
		cmds = append(cmds, s.keep.Changed(), s.keep.Save())
	} else if s.c.Picks[ev.Changed] != nil {
		delete(s.picked, ev.Changed)
		s.offer(ev.Changed, nil)
		cmds = append(cmds, s.env.After(pause, seek{s, ev.Changed, s.form.Value(ev.Changed)}))
	}
	if ev.Changed != "" {
		cmds = append(cmds, s.keep.Changed())
	}
	if ev.Left != "" {
		s.settle(ev.Left)
		cmds = append(cmds, s.keep.Save())
	}
	s.follow()
	if now := s.form.Focused(); now != was && s.c.Picks[now] != nil && s.form.Value(now) == "" {
		cmds = append(cmds, s.search(now))
	}
	if ev.Submitted {
		cmds = append(cmds, s.Submit())
	}
	return tea.Batch(cmds...)
}

// Submit saves the form when nothing is missing.
func (s *Sheet) Submit() tea.Cmd {
	if s.busy {
		return nil
	}
	s.form.ClearErrors()
	if s.form.Missing() {
		return nil
	}
	for id := range s.c.Picks {
		if s.settle(id); s.form.Value(id) != "" && s.picked[id].ID == "" {
			s.complain(id, text.Entry.PickOne)
			return nil
		}
	}
	if s.c.Preview != nil {
		cmd, bad := s.c.Preview(s)
		if bad != nil {
			return s.refuse(bad)
		}
		return tea.Batch(s.keep.Save(), cmd)
	}
	do, bad := s.c.Save(s)
	switch {
	case bad != nil:
		return s.refuse(bad)
	case s.c.Confirm != nil:
		title, body, yes := s.c.Confirm(s)
		return views.Open(dialog.Confirm(s.env, title, body, yes, s.env.Say(text.Dialog.No), confirmed{s, do}))
	}
	return s.run(do)
}

func (s *Sheet) run(do func(hall.DraftID) error) tea.Cmd {
	s.busy = true
	return func() tea.Msg { return saved{s, s.keep.Finish(do)} }
}

// Finish saves what a preview showed.
func (s *Sheet) Finish(do func(hall.DraftID) error) tea.Cmd {
	if s.busy {
		return nil
	}
	return s.run(do)
}

// Refuse says under the form why there is nothing to show of it.
func (s *Sheet) Refuse(err error) tea.Cmd {
	var bad *hall.Error
	if errors.As(err, &bad) {
		return s.refuse(bad)
	}
	return views.Fail(err)
}

func (s *Sheet) saved(err error) tea.Cmd {
	s.busy = false
	var bad *hall.Error
	switch {
	case err == nil:
		return s.c.Done()
	case !errors.As(err, &bad):
		return views.Fail(err)
	case bad.Code == hall.ErrConflict && s.c.Reread != nil:
		s.busy = true
		return func() tea.Msg {
			apply, err := s.c.Reread(context.Background())
			return reread{s, apply, err}
		}
	}
	return s.refuse(bad)
}

// reread goes on from what was changed at another desk; what was typed stays.
func (s *Sheet) reread(m reread) tea.Cmd {
	s.busy = false
	if m.err != nil {
		return views.Fail(m.err)
	}
	m.apply()
	return views.Toast(views.Warn, text.Entry.Changed)
}

// refuse says a refusal under the field it belongs to, or where there is none in the line
// below.
func (s *Sheet) refuse(bad *hall.Error) tea.Cmd {
	if s.c.Refused != nil {
		s.c.Refused(bad)
	}
	if !s.form.Has(bad.Field) {
		return views.Fail(bad)
	}
	s.complain(bad.Field, text.Err(bad))
	return nil
}

func (s *Sheet) complain(id string, why text.Message) {
	s.form.SetHidden(id, false)
	s.form.SetError(id, s.env.Say(why))
	s.form.FocusError()
}
