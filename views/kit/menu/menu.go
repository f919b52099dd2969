// Package menu holds the boxes in which something is chosen: what can be done, numbered, with the
// reason of what cannot; a question before what cannot be undone, with no first; one of many,
// found while somebody types; a text to read.
//
// What is chosen comes back to the view that opened the box as a Chosen, which runs it:
//
//	case menu.Chosen:
//		return m.Do()
//
// An action keeps its place, and so its number, in every state of the record: one that cannot be
// done now says why instead of leaving the list.
package menu

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// Item is something to choose. One with a reason cannot be chosen now, and says why.
type Item struct {
	Name text.Message
	Why  text.Message
	Op   hall.Op        // of the record's course, which says why: see Course; empty: of none
	Next bool           // it comes next: the cursor stands on it, unless it cannot be done
	Do   func() tea.Cmd // runs on the view that opened the menu
}

// Bars says why an operation of a record's course cannot be done with it now; nil: it can.
func Bars[R any, S comparable](env *views.Env, course hall.Course[R, S, hall.Op], r R) func(hall.Op) *hall.Error {
	return func(op hall.Op) *hall.Error { return hall.Why(course, r, op, env.Actor, env.Now()) }
}

// Course is Open of what can be done with a record: each item with an operation says what bars it.
func Course(env *views.Env, title string, bars func(hall.Op) *hall.Error, items []Item) tea.Cmd {
	for i, it := range items {
		if it.Op != "" {
			items[i].Why = text.Short(bars(it.Op))
		}
	}
	return Open(env, title, items)
}

// Chosen is what a box answers with: what is to be done.
type Chosen struct{ Do func() tea.Cmd }

// Run does what was chosen; ok is false for any other message.
func Run(msg tea.Msg) (cmd tea.Cmd, ok bool) {
	c, ok := msg.(Chosen)
	if !ok || c.Do == nil {
		return nil, ok
	}
	return c.Do(), true
}

// After reads what has to be known first, and goes on with it on the view that asked.
func After[T any](env *views.Env, read func(context.Context, views.Session) (T, error), do func(T) tea.Cmd) tea.Cmd {
	return env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		what, err := read(ctx, s)
		if err != nil {
			return views.FailMsg{Err: err}
		}
		return Chosen{func() tea.Cmd { return do(what) }}
	})
}

// numbered is a menu on the stack; answer makes of a row's ID what its opener is given.
type numbered struct {
	views.Box
	*widget.Menu
	title  string
	answer func(id string) tea.Msg
}

// Numbered is a menu of rows; the cursor stands on the row at, or on the first that can be
// chosen. A row with a reason stays where it is and says it.
func Numbered(env *views.Env, title string, rows []widget.MenuItem, at string, answer func(id string) tea.Msg) views.View {
	m := widget.NewMenu(env.Styles, title, rows)
	m.Rest = Rest(env)
	m.Stand(at)
	return numbered{Menu: m, title: title, answer: answer}
}

// Open shows what can be done under a title; the cursor stands on what comes next, or on the first
// that can be done.
func Open(env *views.Env, title string, items []Item) tea.Cmd {
	return OpenAt(env, title, items, slices.IndexFunc(items, func(it Item) bool { return it.Next }))
}

// Which asks which of several is meant; where there is one only, and nothing bars it, it is.
func Which(env *views.Env, title string, items []Item) tea.Cmd {
	if len(items) == 1 && items[0].Why.IsZero() {
		return items[0].Do()
	}
	return Open(env, title, items)
}

// OpenAt is Open with the cursor on the item that is most likely meant, unless it cannot be done.
func OpenAt(env *views.Env, title string, items []Item, at int) tea.Cmd {
	rows := make([]widget.MenuItem, len(items))
	for i, it := range items {
		rows[i] = widget.MenuItem{ID: widget.Place(i), Label: text.Sentence(env.Say(it.Name)), Reason: env.Say(it.Why)}
	}
	place := ""
	if at >= 0 {
		place = widget.Place(at)
	}
	return views.Push(Numbered(env, title, rows, place, func(id string) tea.Msg {
		i := slices.IndexFunc(rows, func(r widget.MenuItem) bool { return r.ID == id })
		return Chosen{items[i].Do}
	}))
}

// Rest says how many lines there are below a window and above it.
func Rest(env *views.Env) func(above, below int) string {
	say := env.Say
	return func(over, under int) string {
		switch {
		case under > 0 && over > 0:
			return say(both.With("above", over).With("n", under))
		case under > 0:
			return say(below.With("n", under))
		case over > 0:
			return say(above.With("n", over))
		}
		return ""
	}
}

// Title implements views.Titled.
func (m numbered) Title() text.Message { return text.Raw(m.title) }

// Update implements views.View.
func (m numbered) Update(msg tea.Msg) tea.Cmd {
	id, done, refused := m.Menu.Update(msg)
	switch {
	case refused != "":
		return views.Toast(views.Warn, text.Raw(refused))
	case done && id == "":
		return views.Pop(nil)
	case done:
		return views.Pop(m.answer(id))
	}
	return nil
}

// Draw implements views.View.
func (m numbered) Draw(w, h int) views.Frame { return views.Frame{Lines: m.Menu.Draw(w, h)} }

// Actions implements views.View.
func (m numbered) Actions() []views.Action { return keys(run, closeBox) }

func keys(enter, esc text.Message) []views.Action {
	return []views.Action{
		{Key: views.Key("↑↓", "up", "down"), Name: choose},
		{Key: views.Key("Enter", "enter"), Name: enter},
		{Key: views.Key("Esc", "esc"), Name: esc},
	}
}

type question struct {
	views.Box
	*widget.Confirm
	title  string
	answer tea.Msg
}

// Confirm asks before what cannot be undone: no stands first, and is what Enter and Esc mean.
func Confirm(env *views.Env, title string, body []string, yes string, do func() tea.Cmd) tea.Cmd {
	return views.Push(Question(env, title, body, yes, env.Say(no), Chosen{do}))
}

// Question is the box of Confirm; answer is what its opener is given for yes.
func Question(env *views.Env, title string, body []string, yes, no string, answer tea.Msg) views.View {
	q := question{Confirm: widget.NewConfirm(env.Styles, title, body, text.Sentence(yes), text.Sentence(no)), title: title, answer: answer}
	q.Rest = Rest(env)
	return q
}

// Title implements views.Titled.
func (q question) Title() text.Message { return text.Raw(q.title) }

// Update implements views.View.
func (q question) Update(msg tea.Msg) tea.Cmd {
	yes, done := q.Confirm.Update(msg)
	switch {
	case yes:
		return views.Pop(q.answer)
	case done:
		return views.Pop(nil)
	}
	return nil
}

// Draw implements views.View.
func (q question) Draw(w, h int) views.Frame { return views.Frame{Lines: q.Confirm.Draw(w, h)} }

// Actions implements views.View.
func (q question) Actions() []views.Action {
	out := keys(take, no)
	if q.Long() {
		out[0].Name = scroll
		out = append([]views.Action{{Key: views.Key("←→", "left", "right"), Name: choose}}, out...)
	}
	return out
}

type note struct {
	views.Box
	env   *views.Env
	title string
	lines []string
	top   int
}

// Note shows a text to read; Enter and Esc close it.
func Note(env *views.Env, title string, lines []string) tea.Cmd {
	return views.Push(Lines(env, title, lines))
}

// Lines is the box of Note.
func Lines(env *views.Env, title string, lines []string) views.View {
	return &note{env: env, title: title, lines: lines}
}

// noteWidth is how wide a text to read is at most.
const noteWidth = 64

// Title implements views.Titled.
func (n *note) Title() text.Message { return text.Raw(n.title) }

// Update implements views.View.
func (n *note) Update(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch k.Keystroke() {
	case "esc", "enter":
		return views.Pop(nil)
	case "down":
		n.top++
	case "up":
		n.top--
	case "pgdown", "space":
		n.top += 10
	case "pgup":
		n.top -= 10
	case "home":
		n.top = 0
	}
	n.top = max(min(n.top, len(n.wrapped(noteWidth))-1), 0)
	return nil
}

func (n *note) wrapped(w int) []string {
	var out []string
	for _, l := range n.lines {
		out = append(out, widget.Wrap(l, w)...)
	}
	return out
}

// Draw implements views.View.
func (n *note) Draw(w, h int) views.Frame {
	inner := min(w-4, noteWidth)
	lines := n.wrapped(inner)
	rows := widget.Shown(n.env.Styles, lines, n.top, max(h-2, 1), inner, Rest(n.env))
	return views.Frame{Lines: widget.Frame(n.env.Styles, n.title, rows, inner+4)}
}

// Actions implements views.View.
func (n *note) Actions() []views.Action {
	return []views.Action{{Key: views.Key("↑↓", "up", "down"), Name: scroll}, {Key: views.Key("Enter", "enter"), Name: closeBox}}
}
