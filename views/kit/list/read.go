package list

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// pageRows is how many rows are read at once; held is how many pages are kept: what lies further
// off is read again when the cursor comes back to it.
const (
	pageRows = 60
	held     = 5
)

// window is the part of a list that is held: pages from the first on, with the mark at which
// each that was ever reached begins.
type window struct {
	first, pages int
	marks        []any // of page i; the first is nil
	more         bool  // there is a page behind the last
}

func start() window { return window{pages: 1, marks: []any{nil}} }

// answer is what a reading comes to. The cells are made where it is read.
type answer[R any] struct {
	of     *View[R]
	n      int
	query  Query
	first  int
	rows   []R
	keys   []string
	cells  [][]string
	tones  []widget.Tone
	ways   map[int]Way
	groups []Group
	whole  any
	begin  string
	total  int
	all    int
	partly bool  // only the first are listed
	marks  []any // of the pages behind the first one read
	column []column
	err    error
}

// column is what the cells of one need.
type column struct {
	title int   // cells of its title
	cells []int // of what each row says, the narrowest first
	right bool
	cut   bool // a text, which may be shortened
}

// natural is what the widest needs.
func (c column) natural() int {
	if n := len(c.cells); n > 0 {
		return max(c.title, c.cells[n-1])
	}
	return c.title
}

// usual is what four in five need: a single long name does not narrow all the rest.
func (c column) usual() int {
	if n := len(c.cells); n > 0 {
		return max(c.title, c.cells[(n-1)*4/5])
	}
	return c.title
}

func trimmed(s string) string { return strings.TrimSpace(s) }

// ask reads the pages that are held, or those that are to be. Of several questions on their way
// only the latest answer counts.
func (v *View[R]) ask() tea.Cmd {
	v.n++
	q := Query{Text: v.Text(), Where: v.where, Limit: pageRows}
	if q.Text == "" && !v.of.Start.IsZero() {
		v.shown, v.read, v.at, v.key, v.taking = answer[R]{}, false, 0, "", false
		return nil
	}
	n, w, of := v.n, v.window, v.of
	mark := w.marks[w.first]
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		m := answer[R]{of: v, n: n, query: q, first: w.first, ways: map[int]Way{}}
		at := q
		at.After = mark
		for range w.pages {
			p, err := of.Read(ctx, s, at)
			if err != nil {
				m.err = err
				return m
			}
			for i, way := range p.ways {
				m.ways[len(m.rows)+i] = way
			}
			m.rows, m.groups, m.total = append(m.rows, p.Rows...), append(m.groups, p.Groups...), p.Total
			m.all, m.partly = p.All, p.Cut
			m.whole, m.begin = p.Whole, p.Begin
			if at.After = p.Next; p.Next == nil {
				break
			}
			m.marks = append(m.marks, p.Next)
		}
		of.cells(s, &m)
		return m
	})
}

// cells makes the words of the rows.
func (of Of[R]) cells(s views.Session, m *answer[R]) {
	here := ledger.Here{Hall: s.Settings, Today: s.Today()}
	columns := ledger.Select(of.Columns, ledger.Screen)
	m.column = make([]column, len(columns))
	for i, c := range columns {
		m.column[i].title = widget.Width(s.Say(c.Title))
	}
	for i, r := range m.rows {
		cells := make([]string, len(columns))
		if w, ok := m.ways[i]; ok {
			m.keys, m.cells, m.tones = append(m.keys, w.Key), append(m.cells, cells), append(m.tones, widget.Normal)
			continue
		}
		for i, c := range columns {
			cells[i] = c.Shown(here, r, s.Lang)
			if of.Dress != nil && cells[i] != "" {
				cells[i] = of.Dress(s, r, c.Key, cells[i])
			}
			n := &m.column[i]
			n.cells = append(n.cells, widget.Width(cells[i]))
			kind := c.Value(here, r).Kind()
			n.right, n.cut = kind.Right(), (kind == ledger.Text || kind == ledger.Many) && !c.Numbers // half a number is none
		}
		tone := widget.Normal
		switch {
		case of.Shut != nil && of.Shut(r):
			tone = widget.Muted
		case of.Tone != nil:
			tone = of.Tone(s, r)
		}
		m.keys, m.cells, m.tones = append(m.keys, of.Key(r)), append(m.cells, cells), append(m.tones, tone)
	}
	for _, c := range m.column {
		slices.Sort(c.cells)
	}
}

// answered takes the latest answer. The cursor stays on its row; where something else was asked
// for it begins at the first.
func (v *View[R]) answered(m answer[R]) tea.Cmd {
	switch {
	case m.n != v.n:
		return nil
	case m.err != nil:
		v.taking = false
		return views.Fail(m.err)
	}
	if v.read && m.query.Text != v.shown.query.Text {
		v.at, v.key, v.top = 0, "", 0
	}
	if !v.read && v.stand == "" {
		v.stand = m.begin
	}
	w := &v.window
	w.marks = append(w.marks[:min(m.first+1, len(w.marks))], m.marks...)
	w.more = len(m.marks) > 0 && len(m.marks) == w.pages
	if v.read && len(v.shown.rows) >= pageRows && m.query.same(v.shown.query) {
		stay(m.column, v.shown.column)
	}
	v.shown, v.read = m, true
	if again, ok := v.found(); ok {
		return again
	}
	if v.taking {
		v.taking = false
		if len(m.rows) == 1 {
			return v.enter()
		}
	}
	return v.beside()
}

// stay keeps the columns of a list that goes on where they are: what lies further down does not move
// the words above it. Only what may not be cut takes more where it needs it.
func stay(now, before []column) {
	for i := range min(len(now), len(before)) {
		if i > 0 && now[i].cut || before[i].natural() > now[i].natural() {
			now[i].cells = before[i].cells
		}
	}
}

// further turns to the next page in search of a row that stands on none of those that are held.
func (v *View[R]) further() bool {
	was := v.window
	if !v.window.turn() {
		return false
	}
	if v.left == nil {
		v.left = &was
	}
	return true
}

// turn goes on by a page, and lets go of the first where that makes too many; false: this is the last.
func (w *window) turn() bool {
	if !w.more || len(w.marks) <= w.first+w.pages {
		return false
	}
	if w.pages++; w.pages > held {
		w.first, w.pages = w.first+1, held
	}
	return true
}

// found puts the cursor on the row that is to be stood on. One that what is typed hides is looked
// for among all, and one that is not held on the pages that follow.
func (v *View[R]) found() (again tea.Cmd, ok bool) {
	key := v.key
	if v.stand != "" {
		key = v.stand
	}
	i := slices.Index(v.shown.keys, key)
	switch {
	case i >= 0:
		v.stand, v.left = "", nil
		v.put(i)
	case v.stand != "" && v.Text() != "":
		v.field.Set("")
		return v.again(), true
	case v.stand != "" && v.further():
		return v.ask(), true
	case v.stand != "" && v.left != nil: // it stands nowhere: back to where one was
		v.window, v.left, v.stand = *v.left, nil, ""
		return v.ask(), true
	default:
		v.stand = ""
		v.put(v.at)
	}
	return nil, false
}

// put sets the cursor on a row, and the window around it.
func (v *View[R]) put(i int) {
	v.at = max(min(i, len(v.shown.rows)-1), 0)
	v.key = ""
	if v.at < len(v.shown.keys) {
		v.key = v.shown.keys[v.at]
	}
	w, h := v.env.Size()
	l := v.layout(w, h)
	v.top, _ = v.visible(v.lines(l), l.rows)
}

type besideRead struct {
	key string
	doc *page.Doc
	err error
}

// beside reads what stands beside the list; what belongs to another row is dropped.
func (v *View[R]) beside() tea.Cmd {
	row, ok := v.At()
	_, leads := v.way()
	switch key, side := v.key, v.of.Side; {
	case !ok && !leads:
		v.doc, v.docOf = nil, ""
	case ok && v.of.Shut != nil && v.of.Shut(row):
		v.doc, v.docOf = page.New(v.env.Session), key
		v.doc.Title(v.env.Say(text.Confidential))
		v.doc.Muted(text.Shut(true))
	case v.of.About != nil:
		v.doc, v.docOf = v.of.About(v.env.Session, row), key
	case ok && side != nil:
		return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
			doc, err := side(ctx, s, row)
			return besideRead{key, doc, err}
		})
	}
	return nil
}

func (v *View[R]) besideRead(m besideRead) tea.Cmd {
	switch {
	case m.key != v.key:
		return nil // the cursor has gone on
	case m.err != nil:
		return views.Fail(m.err)
	}
	v.doc, v.docOf = m.doc, m.key
	return nil
}

// move takes the cursor by so many rows, and reads on where it comes near the end of what is held.
func (v *View[R]) move(by int) tea.Cmd {
	v.put(v.at + by)
	w := &v.window
	switch {
	case by > 0 && v.at >= len(v.shown.rows)-pageRows/2 && w.turn():
		// A key held down comes again before the answer: the next page is asked for once.
		return tea.Batch(v.ask(), v.beside())
	case by < 0 && w.first > 0 && v.at < pageRows/2:
		w.first--
		w.pages = min(w.pages+1, held)
		return tea.Batch(v.ask(), v.beside())
	}
	return v.beside()
}

// home goes to the first row of all.
func (v *View[R]) home() tea.Cmd {
	v.put(0)
	if v.window.first == 0 {
		return v.beside()
	}
	v.key, v.top = "", 0
	return v.again()
}

// none is why nothing is listed, and what would fill the list.
func (v *View[R]) none() text.Message {
	if !v.of.None.IsZero() && (v.shown.query.Text != "" || v.tab > 0) {
		return v.of.None
	}
	return v.of.Empty
}
