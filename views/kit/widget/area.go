package widget

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// area is a text of several lines to type in. Lines are wrapped at cells, so that what is
// typed stays where it was typed. A key costs as much in a long text as in a short one: what
// stands before the change stays wrapped as it is.
type area struct {
	text    []string
	at      int
	max     int
	w       int // as drawn last; the arrows move by shown lines
	top     int
	clipped bool // the last input was longer than the area holds

	cleared []string // what Ctrl-U took away
	wrapped []row    // the shown lines, up to the first change since
	whole   bool     // and they reach to the end
	joined  string   // the text in one piece
}

func newArea(most int) *area {
	if most <= 0 {
		most = 2000
	}
	return &area{max: most, w: 40}
}

func (a *area) set(s string) {
	s, _ = First(Clean(s, true), a.max)
	a.text, a.joined = clusters(s), s
	a.at, a.top, a.clipped = len(a.text), 0, false
	a.changed(0)
}

func (a *area) empty() bool { return len(a.text) == 0 }

func (a *area) value() string { return a.joined }

// splice puts characters in the place of text[from:to].
func (a *area) splice(from, to int, put ...string) {
	head, tail := 0, 0
	for _, c := range a.text[:from] {
		head += len(c)
	}
	for _, c := range a.text[to:] {
		tail += len(c)
	}
	a.joined = a.joined[:head] + strings.Join(put, "") + a.joined[len(a.joined)-tail:]
	a.text = slices.Replace(a.text, from, to, put...)
	a.changed(from)
}

// changed forgets what followed from the text from a character on.
func (a *area) changed(from int) {
	a.whole = false
	n := len(a.wrapped)
	for n > 0 && a.wrapped[n-1].to >= from {
		n--
	}
	a.wrapped = a.wrapped[:n]
}

// row is one shown line: text[from:to].
type row struct{ from, to int }

func (a *area) rows() []row {
	if a.whole {
		return a.wrapped
	}
	from, cells := 0, 0
	if n := len(a.wrapped); n > 0 {
		if from = a.wrapped[n-1].to; a.text[from] == "\n" {
			from++
		}
	}
	for i := from; i < len(a.text); i++ {
		c := a.text[i]
		if c == "\n" {
			a.wrapped = append(a.wrapped, row{from, i})
			from, cells = i+1, 0
			continue
		}
		if cw := width(c); cells+cw > a.w {
			a.wrapped = append(a.wrapped, row{from, i})
			from, cells = i, cw
		} else {
			cells += cw
		}
	}
	a.wrapped, a.whole = append(a.wrapped, row{from, len(a.text)}), true
	return a.wrapped
}

// place is the shown line and cell of the cursor.
func (a *area) place() (y, x int) {
	rows := a.rows()
	for i := len(rows) - 1; i >= 0; i-- {
		r := rows[i]
		if a.at < r.from {
			continue
		}
		for _, c := range a.text[r.from:a.at] {
			x += width(c)
		}
		if x >= a.w { // behind the last cell: the next character begins a line
			return i + 1, 0
		}
		return i, x
	}
	return 0, 0
}

// insert puts a text where the cursor stands; a mark joins the character before it.
func (a *area) insert(s string) bool {
	if s = Clean(s, true); s == "" {
		return false
	}
	from := max(a.at-1, 0)
	put := clusters(strings.Join(a.text[from:a.at], "") + s)
	room := max(a.max-(len(a.text)-(a.at-from)), 0)
	if a.clipped = len(put) > room; a.clipped {
		put = put[:room]
	}
	if slices.Equal(put, a.text[from:a.at]) {
		return false
	}
	a.splice(from, a.at, put...)
	a.at = from + len(put)
	return true
}

func (a *area) remove(i int) {
	a.splice(i, i+1)
	a.clipped = false
}

// update takes a key; leave is -1 or 1 when the cursor would move out at the top or bottom.
func (a *area) update(msg tea.Msg) (handled, changed bool, leave int) {
	switch m := msg.(type) {
	case tea.PasteMsg:
		return true, a.insert(m.Content), 0
	case tea.KeyPressMsg:
		if m.Text != "" && m.Mod&(tea.ModCtrl|tea.ModAlt) == 0 {
			return true, a.insert(m.Text), 0
		}
		return a.key(m.Keystroke())
	}
	return false, false, 0
}

func (a *area) key(k string) (handled, changed bool, leave int) {
	switch k {
	case "ctrl+j", "alt+enter", "shift+enter":
		return true, a.insert("\n"), 0
	case "left":
		a.at = max(a.at-1, 0)
	case "right":
		a.at = min(a.at+1, len(a.text))
	case "home", "ctrl+a":
		y, _ := a.place()
		a.moveTo(y, 0)
	case "end", "ctrl+e":
		y, _ := a.place()
		a.moveTo(y, a.w)
	case "up", "down":
		return true, false, a.vertical(k)
	case "backspace":
		if a.at > 0 {
			a.at--
			a.remove(a.at)
			changed = true
		}
	case "delete":
		if a.at < len(a.text) {
			a.remove(a.at)
			changed = true
		}
	case "ctrl+u":
		return true, a.clear(), 0
	default:
		return false, false, 0
	}
	return true, changed, 0
}

// clear empties the text; pressed again on the empty text it brings back what was there: a page
// is soon gone by a slip.
func (a *area) clear() bool {
	if a.clipped = false; len(a.text) == 0 {
		put := a.cleared
		a.cleared, a.at = nil, len(put)
		a.splice(0, 0, put...)
		return a.at > 0
	}
	a.cleared, a.at, a.top = slices.Clone(a.text), 0, 0
	a.splice(0, len(a.text))
	return true
}

func (a *area) vertical(k string) int {
	y, x := a.place()
	if k == "up" {
		if y == 0 {
			return -1
		}
		a.moveTo(y-1, x)
		return 0
	}
	if y >= len(a.rows())-1 {
		return 1
	}
	a.moveTo(y+1, x)
	return 0
}

func (a *area) moveTo(y, x int) {
	rows := a.rows()
	r := rows[min(max(y, 0), len(rows)-1)]
	a.at = r.from
	for cells := 0; a.at < r.to; a.at++ {
		if cells += width(a.text[a.at]); cells > x {
			break
		}
	}
}

// beyond is how many lines stand above and below the h lines that were drawn last.
func (a *area) beyond(h int) (above, below int) {
	return a.top, max(len(a.rows())-a.top-h, 0)
}

// draw shows h lines of w cells, scrolled to the cursor when focused, without a style.
func (a *area) draw(w, h int, focused bool) (lines []string, cx, cy int) {
	if w = max(w, 2); w != a.w {
		a.w = w
		a.changed(0)
	}
	rows := a.rows()
	y, x := a.place()
	if focused {
		a.top = min(max(a.top, y-h+1), y)
	} else {
		a.top = 0
	}
	for i := range h {
		text := ""
		if n := a.top + i; n < len(rows) {
			text = strings.Join(a.text[rows[n].from:rows[n].to], "")
		}
		lines = append(lines, Pad(text, w))
	}
	return lines, min(x, w-1), y - a.top
}
