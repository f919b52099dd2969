package widget

import (
	"strconv"
	"strings"

	"sizhen/views/kit/theme"
)

// Window is which of n lines are shown in h, given the line that must be inside and where the
// window began before. Where not all fit the last line is kept free, to say how many there are
// more: rows are the lines left for the rest.
func Window(n, at, top, h int) (first, rows int) {
	if n <= h {
		return 0, n
	}
	rows = max(h-1, 1)
	top = max(min(top, at), at-rows+1)
	return max(min(top, n-rows), 0), rows
}

// Tone says how a row is meant. It is never said by colour alone: the row's text says it too.
type Tone uint8

const (
	Normal Tone = iota
	Muted
	Danger
	Accent
)

// Lit is the row under the cursor, w cells wide: lit from the mark to its end. What was drawn in
// the styles of the ground stands on it in those of a lit row.
func Lit(text string, w int, st theme.Styles) string {
	return st.On(theme.Sel).Mark.Render(st.Marks.Cursor) + st.Onto(theme.Sel, Pad(" "+text, w-1))
}

// Line is a row of a list in w cells, with the mark of the cursor in front where it stands there.
// blur says that the keys go elsewhere: the row keeps its mark, but is not lit.
func Line(st theme.Styles, text string, tone Tone, here, blur bool, w int) string {
	text = Pad(text, w-2)
	switch {
	case here && !blur:
		return Lit(text, w, st)
	case here:
		return st.Muted.Render(st.Marks.Cursor) + " " + Toned(st, tone).Render(text)
	}
	return "  " + Toned(st, tone).Render(text)
}

// Toned is the style of a tone.
func Toned(st theme.Styles, tone Tone) interface{ Render(...string) string } {
	switch tone {
	case Muted:
		return st.Muted
	case Danger:
		return st.Danger
	case Accent:
		return st.Title
	}
	return st.Text
}

// Shown is a text's lines from top on in a window of h lines, at most w cells wide. Where more
// than one of them is left out the last line says how many, in the words of rest.
func Shown(st theme.Styles, lines []string, top, h, w int, rest func(above, below int) string) []string {
	if len(lines) <= h {
		return lines
	}
	rows := max(h-1, 1)
	top = max(min(top, len(lines)-rows), 0)
	out := append([]string(nil), lines[top:top+rows]...)
	return append(out, st.Muted.Render(Cut(rest(top, len(lines)-top-rows), w, st.Marks.More)))
}

// Place names the i-th item of a menu.
func Place(i int) string { return "item " + strconv.Itoa(i) }

// Tabs is a line of names of which one is chosen; digits says that each is chosen by its number.
func Tabs(st theme.Styles, names []string, at int, digits bool) string {
	var out []string
	for i, n := range names {
		if digits {
			n = strconv.Itoa(i+1) + " " + n
		}
		n = " " + n + " "
		if i == at {
			n = st.On(theme.Band).Title.Render(n)
		} else {
			n = st.Muted.Render(n)
		}
		out = append(out, n)
	}
	return strings.Join(out, " ")
}
