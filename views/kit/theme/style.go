package theme

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
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
	st := lipgloss.NewStyle().Bold(more&bold != 0).Underline(more&underlined != 0).Reverse(more&reversed != 0)
	fg, bg := m.p[ink], m.p[on]
	switch m.depth {
	case TrueColor:
		st = st.Foreground(rgb(fg.rgb)).Background(rgb(bg.rgb))
	case Colors256:
		st = st.Foreground(ansi.IndexedColor(fg.indexed)).Background(ansi.IndexedColor(bg.indexed))
	case Colors16:
		if fg.ansi != own && more&reversed == 0 {
			st = st.Foreground(ansi.BasicColor(fg.ansi))
		}
		if bg.ansi != own {
			st = st.Background(ansi.BasicColor(bg.ansi))
		}
	}
	// What stands before a drawn letter begins the style. It begins by ending any other, in one
	// sequence: a style is put back by it after each piece with a style of its own.
	begin, _, _ := strings.Cut(st.Render("x"), "x")
	codes := strings.TrimSuffix(strings.TrimPrefix(begin, "\x1b["), "m")
	return Style{"\x1b[" + strings.TrimSuffix("0;"+codes, ";") + "m"}
}

func rgb(c uint32) color.Color {
	return color.RGBA{R: uint8(c >> 16), G: uint8(c >> 8), B: uint8(c), A: 0xff}
}
