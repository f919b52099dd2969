package list

import (
	"strconv"
	"strings"

	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
)

const (
	wide      = 120 // from here on what is known of a row stands beside the list, below before
	listCells = 76  // of the list then, unless its words take more; the rest is the pane's
	paneCells = 64  // at most
	paneLeast = 34  // below which it is of no use: words of the list give way before
	paneLines = 6   // of the pane below, a rule included
	roomyBody = 18  // lines a body needs for that
	roomyRows = 12  // lines from which on a blank one may stand between rows: six rows still fit
)

// layout is how the body is shared out.
type layout struct {
	list  int // cells of the list
	pane  int // cells of the pane beside it; 0: none
	below int // lines of the pane below; 0: none
	head  int // lines above the rows
	rows  int // lines for the rows, and how many more there are
	step  int // lines that a row takes: two where the hall wants them apart
}

func (v *View[R]) layout(w, h int) layout {
	l, columns := layout{list: w - 2, head: 3}, ledger.Select(v.of.Columns, ledger.Screen)
	if known := v.of.About != nil || v.of.Side != nil; known && w >= wide {
		l.pane = max(min(w-max(listCells, v.sum(v.whole(columns))+2)-4, paneCells), paneLeast)
		l.list = w - l.pane - 4
	} else if known && h >= roomyBody && len(v.shown.rows) > 0 {
		l.below = paneLines
	}
	tabs, _ := v.tabs()
	if !v.of.Find.IsZero() && len(tabs) > 0 {
		l.head++
	}
	if v.plain() {
		l.head--
	}
	if v.set() != "" && !v.plain() {
		l.head++
	}
	l.rows, l.step = max(h-l.head-l.below, 1), 1
	if v.env.Styles.Roomy && l.rows >= roomyRows {
		l.step = 2
	}
	return l
}

// item is a line of the list: a row, or a heading and what stands below a group's rows.
type item struct {
	row   int // -1: no row
	text  string
	title bool
}

// lines are the rows with their headings.
func (v *View[R]) lines(l layout) []item {
	out := make([]item, 0, len(v.shown.rows)*l.step)
	add := func(row int) {
		if out = append(out, item{row: row}); l.step > 1 {
			out = append(out, item{row: -1})
		}
	}
	if len(v.shown.groups) == 0 {
		for i := range v.shown.rows {
			add(i)
		}
		return out
	}
	say, row := v.env.Say, 0
	for i, g := range v.shown.groups {
		if i > 0 && out[len(out)-1] != (item{row: -1}) {
			out = append(out, item{row: -1})
		}
		out = append(out, item{row: -1, text: say(g.Head), title: true})
		for range g.Rows {
			add(row)
			row++
		}
		if none := say(g.None); g.Rows == 0 && none != "" {
			out = append(out, item{row: -1, text: none})
		}
		if rest := say(g.Rest); rest != "" {
			out = append(out, item{row: -1, text: rest})
		}
	}
	return out
}

// visible is which lines are shown in h of them: the first, and how many.
func (v *View[R]) visible(lines []item, h int) (first, rows int) {
	at := 0
	for i, l := range lines {
		if l.row == v.at {
			at = i
			break
		}
	}
	n := len(lines)
	if v.window.more || v.window.first > 0 {
		n = max(n, h+1) // not all there are
	}
	first, rows = widget.Window(n, at, v.top, h)
	rows = min(rows, len(lines)-first)
	for first > 0 && at > 0 && first == at && lines[at-1].title {
		first-- // a heading stays with its first row
	}
	return first, min(rows, len(lines)-first)
}

// Draw implements views.View.
func (v *View[R]) Draw(w, h int) views.Frame {
	l := v.layout(w, h)
	out, cursor := v.headLines(l, w)
	switch {
	case len(v.shown.rows) > 0 || len(v.shown.groups) > 0:
		out = append(out[:l.head-1], " "+v.titles(l))
		for _, s := range v.rowLines(l) {
			out = append(out, " "+s)
		}
	default:
		why := v.none()
		if !v.read {
			why = v.of.Start
		}
		for _, s := range widget.Wrap(v.env.Say(why), min(l.list-4, 90)) {
			out = append(out, "   "+v.env.Styles.Muted.Render(s))
		}
	}
	if l.pane > 0 {
		beside := w - l.list - 1 // to the right edge
		out = widget.Beside(widget.Fill(out, l.list+1, h), l.list+1, v.pane(beside, h), beside, 0)
	} else if l.below > 0 {
		out = append(widget.Fill(out, w, h-l.below), v.paneBelow(w)...)
	}
	f := views.NewFrame(w, h, out)
	f.Cursor = cursor
	return f
}

// headLines are the search line, the tabs, what the list is narrowed to, and how many there are;
// the last of them is free for the columns' titles.
func (v *View[R]) headLines(l layout, w int) ([]string, *views.Point) {
	st, say := v.env.Styles, v.env.Say
	count, cursor := "", (*views.Point)(nil)
	if v.read && !v.of.Count.IsZero() {
		count = st.Muted.Render(say(v.of.Count.With("n", v.counted())))
	}
	var out []string
	tabs, at := v.tabs()
	if !v.of.Find.IsZero() {
		line, cx := v.field.Draw(min(l.list-18, 60), true, st)
		out = append(out, "", "  "+line+"  "+count)
		cursor, count = &views.Point{X: min(2+cx, w-1), Y: 1}, ""
	} else if len(tabs) == 0 {
		set := st.Title.Render(widget.Cut(v.set(), l.list-2, st.Marks.More))
		return append(out, " "+set+count, ""), nil
	}
	if len(tabs) > 0 {
		names := make([]string, len(tabs))
		for i, t := range tabs {
			names[i] = say(t)
		}
		line := " " + widget.Tabs(st, names, at, v.of.Find.IsZero())
		if room := l.list - widget.Width(line) - widget.Width(count); room > 0 {
			line += strings.Repeat(" ", room) + count
		}
		out = append(out, line)
		if v.of.Find.IsZero() {
			out = append([]string{""}, out...)
		}
	}
	if set := v.set(); set != "" {
		out = append(out, "  "+st.Accent.Render(widget.Cut(set, l.list-4, st.Marks.More)))
	}
	return append(out, ""), cursor
}

// plain reports whether nothing can be typed or chosen above the rows.
func (v *View[R]) plain() bool { return v.of.Find.IsZero() && len(v.of.Tabs) == 0 && v.of.Shelf == nil }

// set is what the list is narrowed to, or what it is of.
func (v *View[R]) set() string {
	if v.of.Set == nil {
		return ""
	}
	return v.env.Say(v.of.Set())
}

// total is how many rows there are; a way is none.
func (v *View[R]) total() int {
	return max(v.shown.total, len(v.shown.rows)-len(v.shown.ways)+v.shown.first*pageRows)
}

// counted is how many there are. Of a list that nobody counts it is how many were read, with a sign
// that there are more.
func (v *View[R]) counted() string {
	if v.shown.all > 0 {
		return strconv.Itoa(v.shown.all)
	}
	n := strconv.Itoa(v.total())
	if v.shown.partly || v.window.more && v.shown.total <= len(v.shown.rows) {
		return n + "+"
	}
	return n
}

// titles is the line above the rows.
func (v *View[R]) titles(l layout) string {
	columns := ledger.Select(v.of.Columns, ledger.Screen)
	cells := make([]string, len(columns))
	for i, c := range columns {
		cells[i] = v.env.Say(c.Title)
	}
	return "  " + v.env.Styles.Muted.Render(v.line(cells, v.widths(l.list-2)))
}

func (v *View[R]) rowLines(l layout) []string {
	st := v.env.Styles
	lines := v.lines(l)
	first, rows := v.visible(lines, l.rows)
	widths := v.widths(l.list - 2)
	out := make([]string, 0, rows+1)
	last := -1
	for i := first; i < first+rows; i++ {
		switch it := lines[i]; {
		case it.row >= 0:
			last = it.row
			said := v.line(v.once(it.row, i > first), widths)
			if w, ok := v.shown.ways[it.row]; ok {
				said = widget.Cut(v.env.Say(w.Name), l.list-2, st.Marks.More)
			}
			out = append(out, widget.Line(st, said, v.shown.tones[it.row], it.row == v.at, false, l.list))
		case it.title:
			out = append(out, widget.Section(it.text, l.list, st))
		default:
			out = append(out, "  "+st.Muted.Render(widget.Cut(it.text, l.list-2, st.Marks.More)))
		}
	}
	if more := v.rest(lines[:first], last); more != "" && rows < l.rows {
		out = append(out, "  "+st.Muted.Render(widget.Cut(more, l.list-2, st.Marks.More)))
	}
	return out
}

// rest says how many rows are not shown: below the last that is, or above.
func (v *View[R]) rest(over []item, last int) string {
	above := v.shown.first * pageRows
	for _, it := range over {
		if it.row >= 0 {
			above++
		}
	}
	below := len(v.shown.rows) - last - 1
	if v.window.more {
		if v.shown.total == 0 {
			return v.env.Say(further)
		}
		below = v.shown.total - v.shown.first*pageRows - last - 1
	}
	return menu.Rest(v.env)(above, below)
}

// once is a row's cells without those that only repeat the row above it.
func (v *View[R]) once(row int, follows bool) []string {
	cells := v.shown.cells[row]
	if !follows || row == 0 {
		return cells
	}
	out := cells
	for i, c := range ledger.Select(v.of.Columns, ledger.Screen) {
		if c.Once && v.shown.cells[row-1][i] == cells[i] {
			if &out[0] == &cells[0] {
				out = append([]string(nil), cells...)
			}
			out[i] = ""
		}
	}
	return out
}

// pane is what stands beside the list, on a ground of its own.
func (v *View[R]) pane(w, h int) []string {
	var lines []string
	if v.doc != nil && v.docOf == v.key {
		lines = append([]string{""}, widget.Shown(v.env.Styles, v.doc.Lines(w-4), 0, h-1, w-4, menu.Rest(v.env))...)
	}
	return widget.Raised(v.env.Styles, lines, w, h)
}

// paneBelow is the same below the list: as much as there is room for.
func (v *View[R]) paneBelow(w int) []string {
	st := v.env.Styles
	lines := []string{""}
	if v.doc != nil && v.docOf == v.key {
		lines = append(lines, widget.Shown(st, v.doc.Brief(w-4), 0, paneLines-1, w-4, menu.Rest(v.env))...)
	}
	return widget.Raised(st, lines, w, paneLines)
}
