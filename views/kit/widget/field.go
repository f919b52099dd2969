package widget

import (
	"slices"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"sizhen/views/kit/theme"
)

// Field is a line to type in. It moves by user-perceived characters, scrolls by cells, and
// knows at which cell the cursor stands, so that the terminal's own can stand there and an
// input method open its window beside it.
type Field struct {
	Mask        bool   // passwords: a star for each character
	Placeholder string // shown muted while empty
	text        []string
	at          int // the cursor stands before text[at]
	from        int // the first character shown
	max         int
	all         bool     // everything is selected
	cleared     []string // what Ctrl-U took away
	clipped     bool
}

// NewField makes a field for at most most characters.
func NewField(most int) Field { return Field{max: most} }

// IsText reports whether something is typed or pasted.
func IsText(msg tea.Msg) bool {
	k, ok := msg.(tea.KeyPressMsg)
	return !ok || k.Text != ""
}

// Set puts a text in, the cursor behind it.
func (f *Field) Set(s string) {
	s, _ = First(Clean(s, false), f.most())
	f.text = clusters(s)
	f.at, f.from, f.all, f.clipped = len(f.text), 0, false, false
}

func (f *Field) most() int {
	if f.max <= 0 {
		return 200
	}
	return f.max
}

// SelectAll selects everything: what is typed next takes its place.
func (f *Field) SelectAll() { f.all = len(f.text) > 0 }

// Value is the text.
func (f *Field) Value() string { return strings.Join(f.text, "") }

// Clipped reports whether the last input was longer than the field holds.
func (f *Field) Clipped() bool { return f.clipped }

// Update takes a key or a paste.
func (f *Field) Update(msg tea.Msg) (handled, changed bool) {
	switch m := msg.(type) {
	case tea.PasteMsg:
		return true, f.insert(strings.Trim(m.Content, "\r\n")) // a copied cell brings its line break
	case tea.KeyPressMsg:
		if m.Text != "" && m.Mod&(tea.ModCtrl|tea.ModAlt) == 0 {
			return true, f.insert(m.Text)
		}
		return f.key(m.Keystroke())
	}
	return false, false
}

func (f *Field) key(k string) (handled, changed bool) {
	before := len(f.text)
	all := f.all
	f.all = false
	switch k {
	case "left":
		f.at = max(f.at-1, 0)
		if all {
			f.at = 0
		}
	case "right":
		f.at = min(f.at+1, len(f.text))
	case "home":
		f.at = 0
	case "end", "ctrl+e":
		f.at = len(f.text)
	case "ctrl+a":
		f.all = len(f.text) > 0
		f.at = len(f.text)
	case "backspace", "delete":
		switch {
		case all:
			f.remove(0, len(f.text))
		case k == "backspace" && f.at > 0:
			f.remove(f.at-1, f.at)
		case k == "delete" && f.at < len(f.text):
			f.remove(f.at, f.at+1)
		}
	case "ctrl+u":
		return true, f.clear()
	case "ctrl+w", "alt+backspace":
		f.remove(f.wordStart(), f.at)
	default:
		f.all = all
		return false, false
	}
	return true, len(f.text) != before
}

// clear empties the line; pressed again on the empty line it brings back what was there. A password
// is not brought back.
func (f *Field) clear() bool {
	if len(f.text) == 0 {
		f.text, f.cleared = f.cleared, nil
		f.at = len(f.text)
		return f.at > 0
	}
	if f.cleared = nil; !f.Mask {
		f.cleared = slices.Clone(f.text)
	}
	f.remove(0, len(f.text))
	return true
}

// wordStart is where the word before the cursor begins; a run of Chinese is one word.
func (f *Field) wordStart() int {
	i := f.at
	for i > 0 && f.text[i-1] == " " {
		i--
	}
	for i > 0 && f.text[i-1] != " " {
		i--
	}
	return i
}

func (f *Field) remove(from, to int) {
	f.text = slices.Delete(f.text, from, to)
	f.at = from
	f.clipped = false
}

func (f *Field) insert(s string) bool {
	s = Clean(s, false)
	if f.all {
		f.remove(0, len(f.text))
		f.all = false
	}
	if s == "" {
		return false
	}
	// Joined with what stands before, a mark may belong to the character there.
	head := strings.Join(f.text[:f.at], "") + s
	tail := f.text[f.at:]
	room := f.most() - len(tail)
	head, f.clipped = First(head, max(room, 0))
	was := f.Value()
	cs := clusters(head)
	f.at = len(cs)
	f.text = append(cs, tail...)
	return f.Value() != was
}

// Draw shows the field in exactly w cells; cursorX is the cell the cursor stands in.
func (f *Field) Draw(w int, focused bool, st theme.Styles) (line string, cursorX int) {
	if w <= 0 {
		return "", 0
	}
	text, cursorX := f.line(w, focused, st)
	switch {
	case len(f.text) == 0 && f.Placeholder != "":
		return Pad(st.Holder.Render(Cut(f.Placeholder, w, st.Marks.More)), w), 0
	case focused && f.all:
		text = st.Selected.Render(text)
	case focused:
		text = st.Input(text)
	}
	return text, cursorX
}

// line is what is shown of the text in w cells, without a style.
func (f *Field) line(w int, focused bool, st theme.Styles) (text string, cursorX int) {
	show := f.shown()
	if !focused { // to be read, from its beginning
		return Pad(Cut(strings.Join(show, ""), w, st.Marks.More), w), 0
	}
	f.scroll(show, w)
	var b strings.Builder
	cells := 0
	for i := f.from; i < len(show); i++ {
		cw := width(show[i])
		if cells+cw > w {
			break
		}
		if i < f.at {
			cursorX += cw
		}
		b.WriteString(show[i])
		cells += cw
	}
	return Pad(b.String(), w), min(cursorX, w-1)
}

func (f *Field) shown() []string {
	if !f.Mask {
		return f.text
	}
	out := make([]string, len(f.text))
	for i := range out {
		out[i] = "*"
	}
	return out
}

// scroll moves the window so that the cursor's own cell is inside.
func (f *Field) scroll(show []string, w int) {
	f.from = min(f.from, f.at)
	cells := func() int {
		n := 0
		for i := f.from; i < f.at; i++ {
			n += width(show[i])
		}
		return n
	}
	for f.from < f.at && cells() > w-1 {
		f.from++
	}
	for f.from > 0 && f.at == len(show) { // fill the field when characters were taken away
		f.from--
		if cells() > w-1 {
			f.from++
			break
		}
	}
}

// blank reports whether a text holds nothing but space.
func blank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsSpace(r) }) < 0
}
