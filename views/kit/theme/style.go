package theme

import (
	"image/color"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// reset ends a style.
const reset = "\x1b[m"

// Style is ink on a ground, with both colours named: what is drawn in it looks the same whatever
// stands around it. The zero value changes nothing.
type Style struct{ on string }

// Render draws text in the style. A piece of it that was drawn in a style of its own keeps that,
// and what stands behind the piece goes on in this one.
func (s Style) Render(parts ...string) string {
	text := strings.Join(parts, " ")
	if s.on == "" || text == "" {
		return text
	}
	if strings.Contains(text, reset) {
		text = strings.ReplaceAll(text, reset, s.on)
	}
	return s.on + text + reset
}

// Begins reports whether a drawn line begins in the style.
func (s Style) Begins(line string) bool { return s.on != "" && strings.HasPrefix(line, s.on) }

// Attributes of a style beside its colours. Faint is not among them: on a light ground many
// terminals do not show it at all.
type attribute uint8

const (
	bold attribute = 1 << iota
	underlined
	reversed
)

// maker makes the styles of one terminal.
type maker struct {
	depth Depth
	p     *palette
}

// style is ink on a ground. more are attributes at every depth, few those that stand in for
// colours where there are sixteen of them or none, bare those where there is none.
func (m maker) style(ink, on token, more, few, bare attribute) Style {
	if m.depth == Colors16 || m.depth == NoColor {
		more |= few
	}
	if m.depth == NoColor {
		more |= bare
	}
	st := ansi.Style{"0"} // begins by ending any other: a style is put back by it after each piece with a style of its own
	if more&bold != 0 {
		st = st.Bold()
	}
	if more&underlined != 0 {
		st = st.Underline(true)
	}
	if more&reversed != 0 {
		st = st.Reverse(true)
	}
	fg, bg := m.p[ink], m.p[on]
	switch m.depth {
	case TrueColor:
		st = st.ForegroundColor(rgb(fg.rgb)).BackgroundColor(rgb(bg.rgb))
	case Colors256:
		st = st.ForegroundColor(ansi.IndexedColor(fg.indexed)).BackgroundColor(ansi.IndexedColor(bg.indexed))
	case Colors16:
		if fg.ansi != own && more&reversed == 0 {
			st = st.ForegroundColor(ansi.BasicColor(fg.ansi))
		}
		if bg.ansi != own {
			st = st.BackgroundColor(ansi.BasicColor(bg.ansi))
		}
	}
	return Style{st.String()}
}

func rgb(c uint32) color.Color {
	return color.RGBA{R: uint8(c >> 16), G: uint8(c >> 8), B: uint8(c), A: 0xff}
}
