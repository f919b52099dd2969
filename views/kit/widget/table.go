package widget

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/views/kit/theme"
)

// Column is a column of a table. Width 0 takes what the others leave.
type Column struct {
	Title string
	Width int
	Fit   bool // no wider than its longest cell takes; Width is the most
	Right bool // numbers: set to the right
	Once  bool // said only where it differs from the row above, and in the first row shown
	Late  bool // what a row of tone Danger is red in: the number that is late, not the whole row
}

// Tone says how a row is meant. It is never said by colour alone: the row's text says it too.
type Tone uint8

const (
	Normal Tone = iota
	Muted
	Danger
	Accent
)

// Table is a list with a cursor. It holds the rows it was given, not the whole store's.
type Table struct {
	Columns []Column
	Header  bool
	keys    []string
	rows    [][]string
	tones   []Tone
	cursor  int
	top     int
	h       int // rows shown last
	natural []int
	blur    bool
}

// SetRows replaces the rows; the cursor stays on the row of the same key. keys and rows are
// of one length; tones may be shorter.
func (t *Table) SetRows(keys []string, rows [][]string, tones []Tone) {
	was := t.Key()
	t.keys, t.rows, t.tones, t.natural = keys, rows, tones, natural(rows)
	if i := slices.Index(keys, was); was != "" && i >= 0 {
		t.cursor = i
	}
	t.cursor = max(min(t.cursor, len(rows)-1), 0)
}

// Len is how many rows there are.
func (t *Table) Len() int { return len(t.rows) }

// Cursor is the row the cursor stands on, from 0.
func (t *Table) Cursor() int { return t.cursor }

// Key is that row's key; empty in an empty table.
func (t *Table) Key() string {
	if t.cursor < len(t.keys) {
		return t.keys[t.cursor]
	}
	return ""
}

// Select puts the cursor on a row by its key.
func (t *Table) Select(key string) bool {
	i := slices.Index(t.keys, key)
	if i >= 0 {
		t.cursor = i
	}
	return i >= 0
}

// Blur says that the keys go elsewhere: the row keeps its mark, but is not lit.
func (t *Table) Blur(b bool) { t.blur = b }

// AtEnd reports whether the cursor is near the last row: time to read the next page.
func (t *Table) AtEnd() bool { return t.cursor >= len(t.rows)-max(t.h, 5) }

// Update takes a key that moves the cursor.
func (t *Table) Update(msg tea.Msg) bool {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return false
	}
	page := max(t.h-1, 1)
	switch k.Keystroke() {
	case "up":
		t.cursor--
	case "down":
		t.cursor++
	case "pgup":
		t.cursor -= page
	case "pgdown":
		t.cursor += page
	case "home":
		t.cursor = 0
	case "end":
		t.cursor = len(t.rows) - 1
	default:
		return false
	}
	t.cursor = max(min(t.cursor, len(t.rows)-1), 0)
	return true
}

// Draw shows the table in exactly h lines of w cells. Every row leaves two cells for the
// cursor's mark.
func (t *Table) Draw(w, h int, st theme.Styles) []string {
	var out []string
	widths := t.widths(w - 2)
	if t.Header {
		titles := make([]string, len(t.Columns))
		for i, c := range t.Columns {
			titles[i] = c.Title
		}
		out = append(out, "  "+st.Muted.Render(t.line(titles, widths, st)))
	}
	t.h = max(h-len(out), 1)
	t.top = max(min(t.top, t.cursor), t.cursor-t.h+1)
	t.top = max(min(t.top, len(t.rows)-t.h), 0)
	for i := t.top; i < len(t.rows) && i < t.top+t.h; i++ {
		text := t.line(t.late(i, t.shown(i), widths, st), widths, st)
		switch {
		case i == t.cursor && !t.blur:
			out = append(out, Lit(text, w, st))
		case i == t.cursor:
			out = append(out, st.Muted.Render(st.Marks.Cursor)+" "+t.style(i, st).Render(text))
		default:
			out = append(out, "  "+t.style(i, st).Render(text))
		}
	}
	return Fill(out, w, h)
}

// Lit is the row under the cursor, w cells wide: lit from the mark to its end. What was drawn in
// the styles of the ground stands on it in those of a lit row.
func Lit(text string, w int, st theme.Styles) string {
	return st.On(theme.Sel).Mark.Render(st.Marks.Cursor) + st.Onto(theme.Sel, Pad(" "+text, w-1))
}

// late draws the cells red that a row is late in.
func (t *Table) late(i int, cells []string, widths []int, st theme.Styles) []string {
	if i >= len(t.tones) || t.tones[i] != Danger {
		return cells
	}
	cells = slices.Clone(cells)
	for c, col := range t.Columns {
		if col.Late && c < len(cells) {
			cells[c] = st.Danger.Render(Cut(cells[c], widths[c], st.Marks.More))
		}
	}
	return cells
}

// shown is a row's cells, without those that only repeat the row above it.
func (t *Table) shown(i int) []string {
	row := t.rows[i]
	for c, col := range t.Columns {
		if col.Once && i > t.top && c < len(row) && c < len(t.rows[i-1]) && t.rows[i-1][c] == row[c] {
			row = slices.Clone(row)
			row[c] = ""
		}
	}
	return row
}

func (t *Table) style(i int, st theme.Styles) interface{ Render(...string) string } {
	if i < len(t.tones) {
		switch t.tones[i] {
		case Muted:
			return st.Muted
		case Accent:
			return st.Title
		}
	}
	return st.Text
}

// natural is how wide the longest cell of every column is.
func natural(rows [][]string) []int {
	var out []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(out) {
				out = append(out, 0)
			}
			out[i] = max(out[i], width(cell))
		}
	}
	return out
}

// fit is how wide a column is that has a width.
func (t *Table) fit(i int) int {
	c := t.Columns[i]
	if !c.Fit {
		return c.Width
	}
	longest := 0
	if i < len(t.natural) {
		longest = t.natural[i]
	}
	if t.Header {
		longest = max(longest, width(c.Title))
	}
	return min(longest, c.Width)
}

// widths shares the cells out: columns with a width first, the rest to those without one.
func (t *Table) widths(w int) []int {
	out := make([]int, len(t.Columns))
	rest, open := w-2*(len(t.Columns)-1), 0
	for i, c := range t.Columns {
		out[i] = t.fit(i)
		rest -= out[i]
		if c.Width == 0 {
			open++
		}
	}
	for i, c := range t.Columns {
		if c.Width == 0 {
			out[i] = max(rest/open, 0)
			rest -= out[i]
			open--
		}
	}
	return out
}

func (t *Table) line(cells []string, widths []int, st theme.Styles) string {
	parts := make([]string, len(widths))
	for i, w := range widths {
		cell := ""
		if i < len(cells) {
			cell = Cut(cells[i], w, st.Marks.More)
		}
		if t.Columns[i].Right {
			parts[i] = PadLeft(cell, w)
		} else {
			parts[i] = Pad(cell, w)
		}
	}
	return strings.Join(parts, "  ")
}
