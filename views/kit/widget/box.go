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

// Draw shows the menu in a box of at most w×h cells. A reason that is longer than its column goes on
// below, in every row where there are lines enough, else in the one under the cursor.
func (m *Menu) Draw(w, h int) []string {
	labels, reasons := 0, 0
	for _, it := range m.items {
		labels = max(labels, width(it.Label))
		reasons = max(reasons, width(it.Reason))
	}
	const num = 1
	want := num + 4 + labels
	if reasons > 0 {
		want += 3 + reasons
	}
	inner := min(max(want, width(m.title)+4), w-4)
	labels = min(labels, max(inner-num-4, 4))
	column := max(inner-num-4-labels-3, 0)
	h = max(h-2, 1)
	whys, all := make([][]string, len(m.items)), 0
	for i, it := range m.items {
		whys[i] = Wrap(it.Reason, max(column, 4))
		all += len(whys[i])
	}
	for i, it := range m.items {
		if all > h && (i != m.cursor || len(whys[i]) > min(h, 4)) {
			whys[i] = []string{Cut(it.Reason, column, m.st.Marks.More)}
		}
	}
	first, rows := 0, len(m.items)
	if all > h {
		first, rows = Window(len(m.items), m.cursor, 0, max(h-len(whys[m.cursor])+1, 1))
	}
	var lines []string
	for i := first; i < first+rows; i++ {
		lines = append(lines, m.row(i, whys[i], labels, column, inner)...)
	}
	if rows < len(m.items) {
		lines = append(lines, m.st.Muted.Render("   "+Cut(m.Rest(first, len(m.items)-first-rows), inner-3, m.st.Marks.More)))
	}
	return Frame(m.st, m.title, lines, inner+4)
}

// row is an item, with its reason at the right edge, so that reasons stand under one another.
func (m *Menu) row(i int, why []string, labels, column, w int) []string {
	it, here := m.items[i], i == m.cursor
	text := m.st.Accent.Render(Digit(i)) + "  " + Cut(it.Label, labels, m.st.Marks.More)
	if it.Reason != "" {
		said := PadLeft(why[0], column)
		if len(why) > 1 {
			said = Pad(why[0], column)
		}
		text = m.st.Muted.Render(Digit(i)+"  "+Pad(Cut(it.Label, labels, m.st.Marks.More), labels)) + "   " + m.st.Holder.Render(said)
	}
	if !here {
		text = "  " + text
	} else {
		text = Lit(text, w, m.st)
	}
	out := []string{text}
	for _, more := range why[1:] {
		line := strings.Repeat(" ", w-column) + m.st.Holder.Render(more)
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
