package widget

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/views/kit/theme"
)

// Group is a part of a list: a heading and its rows, in columns that fit what they hold.
type Group struct {
	Head string
	None string // said when there are no rows
	Rest string // said below the rows, of those that are not shown
	Keys []string
	Rows [][]string // cells
	Tone []Tone

	natural []int // how wide the columns want to be
}

// Grouped is a list in groups, with one cursor over all of them.
type Grouped struct {
	groups []Group
	at     string
	row    int // where the cursor stood last, should its row have gone
	top    int
}

// SetGroups replaces what is listed. The cursor stays on the row of the same key; where that
// has gone, on the one in its place.
func (g *Grouped) SetGroups(groups []Group) {
	g.groups = groups
	for i := range g.groups {
		g.groups[i].natural = natural(g.groups[i].Rows)
	}
	g.stand(g.Index())
}

// Release lets the cursor stay where it is when its row goes elsewhere in the list.
func (g *Grouped) Release() { g.at = "" }

// Select puts the cursor on a row, as soon as it is listed.
func (g *Grouped) Select(key string) {
	g.at = key
	if i := slices.Index(g.keys(), key); i >= 0 {
		g.row = i
	}
}

func (g *Grouped) keys() []string {
	var out []string
	for _, s := range g.groups {
		out = append(out, s.Keys...)
	}
	return out
}

// Index is the row the cursor stands on, counted over all groups.
func (g *Grouped) Index() int {
	keys := g.keys()
	if i := slices.Index(keys, g.at); i >= 0 {
		return i
	}
	return max(min(g.row, len(keys)-1), 0)
}

// Key is the key of the row under the cursor; empty when nothing is listed.
func (g *Grouped) Key() string {
	keys := g.keys()
	if i := g.Index(); i < len(keys) {
		return keys[i]
	}
	return ""
}

// Len is how many rows are listed.
func (g *Grouped) Len() int { return len(g.keys()) }

func (g *Grouped) stand(i int) {
	keys := g.keys()
	if g.row = max(min(i, len(keys)-1), 0); g.row < len(keys) {
		g.at = keys[g.row]
	}
}

// Update takes a key that moves the cursor.
func (g *Grouped) Update(msg tea.Msg) bool {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return false
	}
	at := g.Index()
	switch k.Keystroke() {
	case "up":
		at--
	case "down":
		at++
	case "pgup":
		at -= 10
	case "pgdown":
		at += 10
	case "home":
		at = 0
	case "end":
		at = g.Len() - 1
	default:
		return false
	}
	g.stand(at)
	return true
}

// placed is one line of the list; row counts those that can be selected, -1 is none of them.
// A row is drawn only once it is known to be shown.
type placed struct {
	text string
	row  int
	draw func() string
}

// Draw shows the list in at most h lines of w cells, scrolled so that the cursor is inside.
func (g *Grouped) Draw(w, h int, st theme.Styles) []string {
	var all []placed
	n, at := 0, g.Index()
	muted := func(s string) {
		all = append(all, placed{text: "  " + st.Muted.Render(Cut(s, w-2, st.Marks.More)), row: -1})
	}
	for i, s := range g.groups {
		if i > 0 {
			all = append(all, placed{row: -1})
		}
		all = append(all, placed{text: Section(s.Head, w, st), row: -1})
		if len(s.Rows) == 0 {
			muted(s.None)
		}
		widths := s.widths(w - 2)
		for i := range s.Rows {
			here := n == at
			all = append(all, placed{row: n, draw: func() string { return s.line(i, w, widths, here, st) }})
			n++
		}
		if s.Rest != "" {
			muted(s.Rest)
		}
	}
	return g.visible(all, h)
}

// widths gives every column what its longest cell takes. Where that is too much the widest
// is made narrower, again and again; where something is left the last one has it.
func (s Group) widths(room int) []int {
	out := slices.Clone(s.natural)
	if len(out) == 0 {
		return out
	}
	left := room - 2*(len(out)-1)
	for _, n := range out {
		left -= n
	}
	for ; left < 0; left++ {
		widest := 0
		for i, n := range out {
			if n >= out[widest] {
				widest = i
			}
		}
		out[widest] = max(out[widest]-1, 0)
	}
	out[len(out)-1] += left
	return out
}

// line draws a row. Of one that is late only its first cell is red: how late it is.
func (s Group) line(row, w int, widths []int, here bool, st theme.Styles) string {
	text, tone := "", Normal
	if row < len(s.Tone) {
		tone = s.Tone[row]
	}
	for i, n := range widths {
		cell := ""
		if i < len(s.Rows[row]) {
			cell = Cut(s.Rows[row][i], n, st.Marks.More)
		}
		if i > 0 {
			text += "  "
		}
		if cell = Pad(cell, n); i == 0 && tone == Danger {
			cell = st.Danger.Render(cell)
		}
		text += cell
	}
	switch {
	case here:
		return Lit(text, w, st)
	case tone == Accent:
		return "  " + st.Title.Render(text)
	case tone == Muted:
		return "  " + st.Muted.Render(text)
	}
	return "  " + text
}

// visible cuts out the lines around the cursor; a group's heading stays with its first row.
func (g *Grouped) visible(all []placed, h int) []string {
	at := max(slices.IndexFunc(all, func(l placed) bool { return l.row == g.row }), 0)
	first := at
	for first > 0 && all[first-1].row < 0 {
		first--
	}
	g.top = min(g.top, first)
	g.top = max(g.top, at-h+1)
	g.top = max(min(g.top, len(all)-h), 0)
	var out []string
	for _, l := range all[g.top:min(g.top+h, len(all))] {
		if l.draw != nil {
			l.text = l.draw()
		}
		out = append(out, l.text)
	}
	return out
}
