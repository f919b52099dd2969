package widget

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/views/kit/theme"
)

// Frame draws a border with a title around lines, w cells wide in all, on a dialog's own ground.
// The lines are drawn with the styles of the ground. A lit one reaches from border to border.
func Frame(st theme.Styles, title string, lines []string, w int) []string {
	m, on := st.Marks, st.On(theme.Dialog)
	inner := max(w-4, 1)
	head := " " + Cut(title, inner-2, m.More) + " "
	if title == "" {
		head = ""
	}
	side := on.Edge.Render(m.Bar)
	rule := strings.Repeat(m.Rule, max(w-3-width(head), 0))
	out := []string{on.Edge.Render(m.TopLeft+m.Rule) + on.Title.Render(head) + on.Edge.Render(rule+m.TopRight)}
	for _, l := range lines {
		l = Pad(l, inner)
		if lit := st.On(theme.Sel).Mark; lit.Begins(l) || st.Selected.Begins(l) {
			l = st.Selected.Render(" " + l + " ")
		} else {
			l = st.Onto(theme.Dialog, " "+l+" ")
		}
		out = append(out, side+l+side)
	}
	return append(out, on.Edge.Render(m.BotLeft+strings.Repeat(m.Rule, max(w-2, 0))+m.BotRight))
}

// MenuItem is something to choose. One with a reason cannot be chosen now, and says why.
type MenuItem struct {
	ID     string
	Label  string
	Reason string
}

// Menu is a numbered list of what can be done.
type Menu struct {
	// Rest says how many items there are below those that are shown, or above them.
	Rest   func(above, below int) string
	st     theme.Styles
	title  string
	items  []MenuItem
	cursor int
}

// NewMenu makes a menu; the cursor stands on the first item that can be chosen.
func NewMenu(st theme.Styles, title string, items []MenuItem) *Menu {
	m := &Menu{st: st, title: title, items: items, Rest: Arrows}
	for i, it := range items {
		if it.Reason == "" {
			m.cursor = i
			break
		}
	}
	return m
}

// Stand puts the cursor on an item, if it is there and can be chosen.
func (m *Menu) Stand(id string) {
	for i, it := range m.items {
		if it.ID == id && it.Reason == "" {
			m.cursor = i
		}
	}
}

// Update takes a key. chosen is the item to run; done without one means the person thought
// better of it; refused is why the one under the cursor cannot be chosen now.
func (m *Menu) Update(msg tea.Msg) (chosen string, done bool, refused string) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return "", false, ""
	}
	if i, ok := Numbered(k.Text, len(m.items)); ok {
		m.cursor = i
		return m.run(i)
	}
	switch k.Keystroke() {
	case "esc":
		return "", true, ""
	case "up":
		m.cursor = max(m.cursor-1, 0)
	case "down":
		m.cursor = min(m.cursor+1, len(m.items)-1)
	case "home":
		m.cursor = 0
	case "end":
		m.cursor = len(m.items) - 1
	case "pgup":
		m.cursor = max(m.cursor-8, 0)
	case "pgdown":
		m.cursor = min(m.cursor+8, len(m.items)-1)
	case "enter":
		return m.run(m.cursor)
	}
	return "", false, ""
}

func (m *Menu) run(i int) (string, bool, string) {
	if i < 0 || i >= len(m.items) {
		return "", true, ""
	}
	if r := m.items[i].Reason; r != "" {
		return "", false, r
	}
	return m.items[i].ID, true, ""
}

const (
	beforeLabel  = 5  // cells of a menu's row: the mark of the cursor, its number, blanks
	beforeReason = 3  // blanks at least
	reasonLeast  = 16 // cells below which a reason of several lines stands below its label
	reasonLines  = 4  // of a reason at most
)

// Draw shows the menu in a box of at most w×h cells.
func (m *Menu) Draw(w, h int) []string {
	labels, reasons := 0, 0
	for _, it := range m.items {
		labels = max(labels, width(it.Label))
		reasons = max(reasons, width(it.Reason))
	}
	want := beforeLabel + labels
	if reasons > 0 {
		want += beforeReason + reasons
	}
	inner := min(max(want, width(m.title)+4), w-4)
	labels = min(labels, max(inner-beforeLabel, 4))
	rows, all := make([][]string, len(m.items)), 0
	for i := range m.items {
		rows[i] = m.row(i, labels, inner)
		all += len(rows[i])
	}
	h = max(h-2, 1)
	first, n := 0, len(rows)
	if all > h {
		first, n = fitting(rows, m.cursor, max(h-1, 1)) // the last line says how many there are more
	}
	var lines []string
	for _, row := range rows[first : first+n] {
		lines = append(lines, row...)
	}
	if n < len(rows) {
		lines = append(lines, m.st.Muted.Render("   "+Cut(m.Rest(first, len(rows)-first-n), inner-3, m.st.Marks.More)))
	}
	return Frame(m.st, m.title, lines, inner+4)
}

// fitting is which rows, of a line or more each, are shown in h lines so that the one at is among them.
func fitting(rows [][]string, at, h int) (first, n int) {
	lines := 0
	for _, row := range rows[:min(at+1, len(rows))] {
		lines += len(row)
	}
	for ; first < at && lines > h; first++ {
		lines -= len(rows[first])
	}
	for n = at + 1 - first; first+n < len(rows) && lines+len(rows[first+n]) <= h; n++ {
		lines += len(rows[first+n])
	}
	return first, n
}

// row is an item, with its reason at the right edge, so that reasons stand under one another. A long
// one goes on below.
func (m *Menu) row(i, labels, w int) []string {
	it, here := m.items[i], i == m.cursor
	label := Cut(it.Label, labels, m.st.Marks.More)
	text := m.st.Accent.Render(Digit(i)) + "  " + label
	var below []string
	if it.Reason != "" {
		text = m.st.Muted.Render(Digit(i) + "  " + label)
		beside, column := w-beforeLabel-width(label), w-beforeLabel-labels-beforeReason
		switch {
		case width(it.Reason)+beforeReason <= beside:
			text += strings.Repeat(" ", beside-width(it.Reason)) + m.st.Holder.Render(it.Reason)
		case column < reasonLeast:
			below = Wrap(it.Reason, w-beforeLabel)
		default:
			why := Wrap(it.Reason, column)
			text += strings.Repeat(" ", beside-column) + m.st.Holder.Render(why[0])
			below = why[1:]
		}
		if len(below) >= reasonLines {
			below = append(below[:reasonLines-2], Cut(strings.Join(below[reasonLines-2:], " "), w-beforeLabel, m.st.Marks.More))
		}
		if column < reasonLeast {
			column = w - beforeLabel
		}
		for i, l := range below {
			below[i] = strings.Repeat(" ", w-column) + m.st.Holder.Render(Cut(l, column, m.st.Marks.More))
		}
	}
	if !here {
		text = "  " + text
	} else {
		text = Lit(text, w, m.st)
	}
	out := []string{text}
	for _, line := range below {
		if here {
			line = m.st.On(theme.Sel).Mark.Render(" ") + m.st.Onto(theme.Sel, Pad(line[1:], w-1))
		}
		out = append(out, line)
	}
	return out
}

// Arrows says without words how many items there are more.
func Arrows(above, below int) string {
	if below > 0 {
		return "↓ " + strconv.Itoa(below)
	}
	return "↑ " + strconv.Itoa(above)
}

// Confirm is a question that is answered no unless somebody means yes.
type Confirm struct {
	// Rest says how many lines of the question there are below those that are shown, or above them.
	Rest    func(above, below int) string
	st      theme.Styles
	title   string
	body    []string
	yes, no string
	onYes   bool
	top     int // the first line shown, and how far down it can be, as drawn last
	last    int
}

// NewConfirm asks a question; the cursor stands on no.
func NewConfirm(st theme.Styles, title string, body []string, yes, no string) *Confirm {
	return &Confirm{st: st, title: title, body: body, yes: yes, no: no, Rest: Arrows}
}

// Update takes a key: 1 is no, 2 is yes, the Arrows and Enter choose, Esc is no.
func (c *Confirm) Update(msg tea.Msg) (answer, done bool) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return false, false
	}
	switch key := k.Keystroke(); key {
	case "up", "down", "pgup", "pgdown":
		c.walk(key)
	case "esc", "1":
		return false, true
	case "2":
		return true, true
	case "left", "right", "tab", "shift+tab":
		c.onYes = !c.onYes
	case "enter":
		return c.onYes, true
	}
	return false, false
}

// walk goes through a question that is longer than its box, and else between the answers.
func (c *Confirm) walk(key string) {
	by := map[string]int{"up": -1, "down": 1, "pgup": -5, "pgdown": 5}[key]
	switch {
	case c.last > 0:
		c.top = max(min(c.top+by, c.last), 0)
	case by == 1 || by == -1:
		c.onYes = !c.onYes
	}
}

// Long reports whether the question was longer than its box when it was drawn last.
func (c *Confirm) Long() bool { return c.last > 0 }

// Draw shows the question in a box of at most w×h cells.
func (c *Confirm) Draw(w, h int) []string {
	inner := width(c.title) + 4
	for _, b := range c.body {
		inner = max(inner, width(b))
	}
	no, yes := "  1 "+c.no+" ", "  2 "+c.yes+" "
	inner = min(max(inner, width(no)+width(yes)+2), w-4, 64)
	var lines []string
	for _, b := range c.body {
		lines = append(lines, Wrap(b, inner)...)
	}
	if lit := c.st.Selected; c.onYes {
		no, yes = c.st.Text.Render(no), lit.Render(c.st.Marks.Cursor+yes[1:])
	} else {
		no, yes = lit.Render(c.st.Marks.Cursor+no[1:]), c.st.Text.Render(yes)
	}
	room := max(h-4, 1)
	if c.last = 0; len(lines) > room {
		c.last = len(lines) - max(room-1, 1)
	}
	c.top = min(c.top, c.last)
	lines = Shown(c.st, lines, c.top, room, inner, c.Rest)
	lines = append(lines, "", no+"  "+yes)
	return Frame(c.st, c.title, lines, inner+4)
}
