// Package page is something to read: one record in labelled lines and sections, which scrolls
// where it is longer than the window, and stands in two columns where that is wide.
//
// A page is declared and pushed over the screen that leads to it:
//
//	return views.Push(page.Show(env, page.Of[hall.StudioFile]{
//		Title: func(f hall.StudioFile) text.Message { return pageTitle.With("name", f.Studio.Name) },
//		Read:  func(ctx context.Context, s views.Session) (hall.StudioFile, error) { return s.Desk.Studio(ctx, id) },
//		Show:  about, // func(views.Session, hall.StudioFile) *page.Doc
//		Enter: doMenu, Open: v.menu,
//	}))
package page

import (
	"context"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// Of declares a page about a T.
type Of[T any] struct {
	Title  func(T) text.Message                            // what the top line says
	Before text.Message                                    // what it says until the record is read; zero: Title of a zero T
	Read   func(context.Context, views.Session) (T, error) // runs in a command
	Show   func(views.Session, T) *Doc                     // pure
	Tabs   []Tab[T]                                        // several pages about it, in place of Show
	At     int                                             // the tab that is shown first
	Enter  text.Message                                    // what Enter does; zero: nothing
	Open   func(T) tea.Cmd                                 // does it
	Why    func(T) text.Message                            // why it cannot be done; nil: it can
	Keys   func(t T, read bool) []views.Action             // further keys
	Hint   func(T) text.Message                            // nil: the kit's own
	Took   func(tea.Msg) (tea.Cmd, bool)                   // takes messages of the screen's own; nil: there are none
	Begin  func(T) tea.Cmd                                 // comes once, when it was read: what a route leads to
}

// Tab is one of several pages about the same record.
type Tab[T any] struct {
	Name text.Message
	Show func(views.Session, T) *Doc
	Turn func() tea.Cmd // the screen shows it in a way of its own, as a list; nil: Show does
}

// View is a page while it is open.
type View[T any] struct {
	env  *views.Env
	of   Of[T]
	n    int // the latest reading; older answers are dropped
	what T
	doc  *Doc
	lost text.Message // why a page that a route led to cannot be read
	top  int
	tab  int
}

type answer[T any] struct {
	n    int
	what T
	doc  *Doc
	err  error
}

// Show makes a page.
func Show[T any](env *views.Env, of Of[T]) *View[T] { return &View[T]{env: env, of: of, tab: of.At} }

// Load implements views.View.
func (v *View[T]) Load() tea.Cmd {
	v.n++
	n, read, show := v.n, v.of.Read, v.show()
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		what, err := read(ctx, s)
		if err != nil {
			return answer[T]{n: n, err: err}
		}
		return answer[T]{n: n, what: what, doc: show(s, what)}
	})
}

// show lays out the page, or the tab that is chosen of it.
func (v *View[T]) show() func(views.Session, T) *Doc {
	if len(v.of.Tabs) > 0 {
		return v.of.Tabs[v.tab].Show
	}
	return v.of.Show
}

// Tab is the tab that is chosen.
func (v *View[T]) Tab() int { return v.tab }

// Turn chooses a tab; a reading that is on its way was of another one.
func (v *View[T]) Turn(tab int) tea.Cmd {
	tab = (tab + len(v.of.Tabs)) % len(v.of.Tabs)
	if turn := v.of.Tabs[tab].Turn; turn != nil {
		return turn()
	}
	v.tab, v.top = tab, 0
	if v.doc != nil {
		v.doc = v.show()(v.env.Session, v.what)
	}
	return nil
}

// Title implements views.View.
func (v *View[T]) Title() text.Message {
	if v.doc == nil && !v.of.Before.IsZero() {
		return v.of.Before
	}
	return v.of.Title(v.what)
}

// Read is what the page shows; ok is false before it was read.
func (v *View[T]) Read() (what T, ok bool) { return v.what, v.doc != nil }

// Update implements views.View.
func (v *View[T]) Update(msg tea.Msg) tea.Cmd {
	if v.of.Took != nil {
		if cmd, ok := v.of.Took(msg); ok {
			return cmd
		}
	}
	if cmd, ok := menu.Run(msg); ok {
		return cmd
	}
	switch m := msg.(type) {
	case answer[T]:
		return v.answered(m)
	case tea.KeyPressMsg:
		return v.key(m)
	}
	return nil
}

func (v *View[T]) answered(m answer[T]) tea.Cmd {
	switch {
	case m.n != v.n:
		return nil
	case m.err != nil && v.doc == nil:
		v.lost = text.Err(m.err)
		return tea.Batch(views.Fail(m.err), views.Pop(nil)) // there is nothing to look at
	case m.err != nil:
		return views.Fail(m.err)
	}
	v.what, v.doc, v.lost = m.what, m.doc, text.Message{}
	if len(v.of.Tabs) > 0 { // another may have been chosen meanwhile
		v.doc = v.show()(v.env.Session, v.what)
	}
	begin := v.of.Begin
	if v.of.Begin = nil; begin == nil {
		return nil
	}
	return begin(m.what)
}

func (v *View[T]) key(k tea.KeyPressMsg) tea.Cmd {
	n := len(v.of.Tabs)
	switch key := k.Keystroke(); {
	case n > 0 && (key == "tab" || key == "right"):
		return v.Turn(v.tab + 1)
	case n > 0 && (key == "shift+tab" || key == "left"):
		return v.Turn(v.tab - 1)
	default:
		if i, ok := widget.Numbered(k.Text, n); ok {
			return v.Turn(i)
		}
		v.scroll(key)
	}
	return nil
}

// head is how many lines stand above what is read.
func (v *View[T]) head() int {
	if len(v.of.Tabs) > 0 {
		return 3
	}
	return 1
}

func (v *View[T]) scroll(key string) {
	w, h := v.env.Size()
	rows := h - v.head() - 1
	switch key {
	case "down":
		v.top++
	case "up":
		v.top--
	case "pgdown", "space":
		v.top += rows - 1
	case "pgup":
		v.top -= rows - 1
	case "home":
		v.top = 0
	case "end":
		v.top = len(v.doc.Lines(inner(w)))
	}
	v.top = max(min(v.top, len(v.doc.Lines(inner(w)))-rows), 0)
}

// inner is how many of a body's cells a page's lines have.
func inner(w int) int { return min(w-6, 150) }

// Draw implements views.View.
func (v *View[T]) Draw(w, h int) views.Frame {
	out := []string{""}
	if !v.lost.IsZero() {
		for _, l := range widget.Wrap(v.env.Say(v.lost), inner(w)) {
			out = append(out, "   "+l)
		}
	}
	if len(v.of.Tabs) > 0 {
		names := make([]string, len(v.of.Tabs))
		for i, t := range v.of.Tabs {
			names[i] = v.env.Say(t.Name)
		}
		out = append(out, " "+widget.Tabs(v.env.Styles, names, v.tab, true), "")
	}
	for _, l := range widget.Shown(v.env.Styles, v.doc.Lines(inner(w)), v.top, h-len(out), inner(w), menu.Rest(v.env)) {
		out = append(out, "   "+l)
	}
	return views.NewFrame(w, h, out)
}

// Actions implements views.View.
func (v *View[T]) Actions() []views.Action {
	var out []views.Action
	if !v.of.Enter.IsZero() {
		out = append(out, views.Action{Key: views.Key("Enter", "enter"), Name: v.of.Enter, Run: v.open, Blocked: v.barred})
	}
	if v.of.Keys != nil {
		out = append(out, v.of.Keys(v.what, v.doc != nil)...)
	}
	if len(v.of.Tabs) > 0 {
		out = append(out, views.Action{Key: views.Key("1-" + strconv.Itoa(len(v.of.Tabs))), Name: turn})
	}
	return append(out, views.Action{Key: views.Key("↑↓", "up", "down", "pgup", "pgdown"), Name: scroll})
}

func (v *View[T]) open() tea.Cmd { return v.of.Open(v.what) }

// barred is why Enter does nothing now.
func (v *View[T]) barred() text.Message {
	switch {
	case !v.lost.IsZero():
		return v.lost
	case v.doc == nil:
		return notYet
	case v.of.Why != nil:
		return v.of.Why(v.what)
	}
	return text.Message{}
}

// Hint implements views.View.
func (v *View[T]) Hint() text.Message {
	switch {
	case !v.lost.IsZero():
		return hintLost
	case v.doc == nil:
		return text.Message{}
	case v.of.Hint != nil:
		return v.of.Hint(v.what)
	case v.of.Enter.IsZero():
		return hintRead
	}
	return hintMenu
}
