// Package list is THE list: rows in columns with one cursor, a search line with the terminal's
// own cursor in it, tabs, groups, and beside it (below it in a narrow window) what is known of
// the row under the cursor. However many rows there are, a few pages are read and held.
//
// A list screen declares what differs and gets the rest:
//
//	func New(env *views.Env, r views.Route) views.View {
//		v := &screen{env: env}
//		v.View = list.New(env, list.Of[hall.StudioRow]{
//			Title: title, Find: find, Count: count, Empty: none, NoneFound: noneFound,
//			Columns: ledger.Studios(),
//			Key:  func(r hall.StudioRow) string { return fmt.Sprint(r.ID) },
//			Read: func(ctx context.Context, s views.Session, q list.Query) (list.Page[hall.StudioRow], error) {
//				rows, err := s.Desk.Studios(ctx, q.Text, most)
//				return list.Page[hall.StudioRow]{Rows: rows}, err
//			},
//			Side:  func(ctx context.Context, s views.Session, r hall.StudioRow) (*page.Doc, error) { … },
//			Enter: doMenu, Open: v.menu,
//			Sheet: list.Rows(ledger.Studios(), read),
//			Saved: func(msg tea.Msg) (string, bool) {
//				m, ok := msg.(form.Saved[hall.Studio])
//				return fmt.Sprint(m.Value.ID), ok
//			},
//			Keys:  func() []views.Action { return []views.Action{add} },
//		})
//		return v
//	}
//
// What Enter opens is usually a menu (menu.Open with the items of the record's course, of which
// each says why it cannot be done), from which a page or a form is pushed over the list. What a
// form answers with is known to Saved: the cursor then stands on what was saved.
//
// Nothing is read in Update or Draw, and Draw works nothing out that a key needs: the window that
// keys turn is kept by Update, which knows the size of the body from the Env.
package list

import (
	"context"
	"reflect"

	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// Query is what is asked for: a page of rows.
type Query struct {
	Text  string // what is typed, without blanks around it
	Where any    // the tab's, or what Narrow said
	After any    // Next of the page before; nil: from the start
	Limit int    // rows of a page
}

// same reports whether both ask for the same rows, wherever they begin to read.
func (q Query) same(o Query) bool { return q.Text == o.Text && reflect.DeepEqual(q.Where, o.Where) }

// Page is what reading comes to.
type Page[R any] struct {
	Rows  []R
	Total int  // rows there are in all; 0: no more than are read, or not known
	All   int  // how many the list says there are, where not all have a row: those below a folded one; 0: Total
	Next  any  // where to read on; nil: that was the last page
	Cut   bool // only the first are listed: whoever types more finds the others
	// Groups are the parts of the rows, in order; nil: they are not in groups.
	Groups []Group
	// Whole is what the rows are parts of, for keys that are about no row: see View.Whole.
	Whole any
	// Begin is the key of the row that the cursor begins at, when the list is opened; empty: the first.
	Begin string

	ways map[int]Way // by the rows in whose place they stand
}

// Add puts rows under a heading, of which there are total; rest says how many are not listed.
func (p *Page[R]) Add(g Group, rows []R, total int, rest text.Message) {
	g.Rows = len(rows)
	if n := total - len(rows); n > 0 {
		g.Rest = rest.With("n", n)
	}
	g.Head = g.Head.With("n", total)
	p.Rows, p.Groups = append(p.Rows, rows...), append(p.Groups, g)
}

// Group is a part of a list: its heading, and how many of the rows that follow are of it.
type Group struct {
	Head text.Message
	None text.Message // said where it has no rows
	Rest text.Message // said below its rows, of those that are not listed
	Rows int
}

// Tab is one of several lists that a screen shows by turns.
type Tab struct {
	Name  text.Message
	Where any
	// Ask opens a menu that chooses what the tab shows, which calls Turn; nil: it shows Where.
	Ask func() tea.Cmd
}

// Shelf is what several lists of different records share that are shown by turns: their names, and
// how their screen turns to another.
type Shelf struct {
	Names []text.Message
	Turn  func(i int) tea.Cmd
}

// Of declares a list of Rs.
type Of[R any] struct {
	Title   text.Message
	Columns []ledger.Column[R]
	Read    func(context.Context, views.Session, Query) (Page[R], error) // runs in a command
	Key     func(R) string                                               // of a row; it never changes
	Tone    func(views.Session, R) widget.Tone                           // nil: all rows are alike
	Find    text.Message                                                 // what can be typed; zero: there is no search line
	Most    int                                                          // characters of the search line; 0: 40
	Tabs    []Tab
	Shelf   *Shelf              // in place of Tabs: the list is one of several
	Place   int                 // which of them it is
	Count   text.Message        // how many there are, with {n}
	Set     func() text.Message // what the list is narrowed to, or what it is of: a day
	Empty   text.Message        // why nothing is listed, and which key fills the list
	None    text.Message        // the same where something was typed, or another tab is chosen; zero: Empty
	Start   text.Message        // said instead of reading while nothing is typed; zero: everything is listed then
	// Dress draws what a column says of a row: a name bold, a state as a badge. Nil: as the row's tone has it.
	Dress func(s views.Session, r R, column, said string) string

	Enter text.Message         // what Enter does
	Open  func(R) tea.Cmd      // does it
	Why   func(R) text.Message // why it cannot be done with the row; nil: it can
	// Shut reports whether the reader may not see what a row is about: it is muted, Enter says why, and
	// nothing is read of it. Nil: all may be seen.
	Shut func(R) bool
	// About is what is known of a row without reading, and, given none, beside a way; Side reads more.
	// Nil both: nothing stands beside the list.
	About func(views.Session, R) *page.Doc
	Side  func(context.Context, views.Session, R) (*page.Doc, error)

	// Saved knows what a form over the list answers with, and the key of the row it wrote: the
	// cursor is put there. Nil: no form is opened from it.
	Saved func(tea.Msg) (key string, ok bool)
	// Add is what Ctrl-N does; zero: nothing. New does it, May says why not now; nil: it can.
	Add  text.Message
	New  func() tea.Cmd
	May  func() text.Message
	Keys func() []views.Action // further keys

	Hint  func() text.Message           // nil: the kit's own
	Begin text.Message                  // the hint while nothing is listed; zero: Hint
	Took  func(tea.Msg) (tea.Cmd, bool) // takes messages of the screen's own
	First tea.Cmd                       // run once, when the list is opened: what a route leads to
	// Sheet has Ctrl-E write what is listed into a file. Nil: the list stays on the screen.
	Sheet *Sheet
}

// View is a list while it is open.
type View[R any] struct {
	env   *views.Env
	of    Of[R]
	field widget.Field
	tab   int
	where any

	n      int // the latest question; older answers are dropped
	window window
	shown  answer[R] // the rows, and what they answer
	read   bool
	at     int     // the row of the cursor
	key    string  // its key
	top    int     // the first line that is shown
	stand  string  // the key of the row to stand on once it is listed
	left   *window // the pages that were held before it was looked for further on
	taking bool    // Enter was pressed before the answer to what was typed

	doc     *page.Doc // of the row under the cursor
	docOf   string
	writing bool // a file of it is on its way
}

// New makes a list.
func New[R any](env *views.Env, of Of[R]) *View[R] {
	v := &View[R]{env: env, of: of, window: start()}
	most := of.Most
	if most == 0 {
		most = 40
	}
	v.field = widget.NewField(most)
	v.field.Placeholder = env.Say(of.Find)
	if len(of.Tabs) > 0 {
		v.where = of.Tabs[0].Where
	}
	return v
}

// Title implements views.View.
func (v *View[R]) Title() text.Message { return v.of.Title }

// Load implements views.View: what is listed is read anew.
func (v *View[R]) Load() tea.Cmd {
	first := v.of.First
	v.of.First = nil
	return tea.Batch(v.ask(), first)
}

// At is the row under the cursor; ok is false where nothing is listed.
func (v *View[R]) At() (row R, ok bool) {
	if _, leads := v.way(); leads || v.at >= len(v.shown.rows) {
		return row, false
	}
	return v.shown.rows[v.at], true
}

// Whole is what the rows that are listed are parts of; nil before they are read.
func (v *View[R]) Whole() any { return v.shown.whole }

// Rows are the rows that are held.
func (v *View[R]) Rows() []R { return v.shown.rows }

// Len is how many rows are held.
func (v *View[R]) Len() int { return len(v.shown.rows) }

// Text is what is typed.
func (v *View[R]) Text() string { return trimmed(v.field.Value()) }

// Where is what the list is narrowed to.
func (v *View[R]) Where() any { return v.where }

// Fill puts a text into the search line before the list is opened.
func (v *View[R]) Fill(s string) { v.field.Set(s) }

// Select selects what is in the search line: what is typed next takes its place.
func (v *View[R]) Select() { v.field.SelectAll() }

// Type puts a text into the search line and asks for it.
func (v *View[R]) Type(s string) tea.Cmd {
	v.field.Set(s)
	return v.again()
}

// Narrow asks for what fits: it is handed to Read as the query's Where.
func (v *View[R]) Narrow(where any) tea.Cmd {
	v.where = where
	return v.again()
}

// Hold sets what the list is narrowed to from its next reading on. The cursor stays where it is, and
// the pages that are held.
func (v *View[R]) Hold(where any) { v.where = where }

// Turn chooses a tab, with what it shows.
func (v *View[R]) Turn(tab int, where any) tea.Cmd {
	v.tab, v.where = tab, where
	v.shown, v.read = answer[R]{}, false // what stands there is no answer to this
	return v.again()
}

// Tab is the tab that is chosen.
func (v *View[R]) Tab() int { return v.tab }

// Stand puts the cursor on the row of a key once it is listed.
func (v *View[R]) Stand(key string) { v.stand = key }

// Env is the list's hold on the session.
func (v *View[R]) Env() *views.Env { return v.env }

// again asks from the start.
func (v *View[R]) again() tea.Cmd {
	v.window, v.taking = start(), false
	return v.ask()
}
