package theme

import (
	"strconv"
	"strings"
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
	codes := []string{"0"}
	if m.depth == Colors16 || m.depth == NoColor {
		more |= few
	}
	if m.depth == NoColor {
		more |= bare
	}
	for _, a := range []struct {
		is   attribute
		code string
	}{{bold, "1"}, {underlined, "4"}, {reversed, "7"}} {
		if more&a.is != 0 {
			codes = append(codes, a.code)
		}
	}
	fg, bg := m.p[ink], m.p[on]
	switch m.depth {
	case TrueColor:
		codes = append(codes, "38;2;"+rgb(fg.rgb), "48;2;"+rgb(bg.rgb))
	case Colors256:
		codes = append(codes, "38;5;"+strconv.Itoa(int(fg.indexed)), "48;5;"+strconv.Itoa(int(bg.indexed)))
	case Colors16:
		if fg.ansi != own && more&reversed == 0 {
			codes = append(codes, ansi(fg.ansi, 30))
		}
		if bg.ansi != own {
			codes = append(codes, ansi(bg.ansi, 40))
		}
	}
	return Style{"\x1b[" + strings.Join(codes, ";") + "m"}
}

func rgb(c uint32) string {
	return strconv.Itoa(int(c>>16)) + ";" + strconv.Itoa(int(c>>8&0xff)) + ";" + strconv.Itoa(int(c&0xff))
}

// ansi is the code of one of the sixteen colours, as ink from 30 on and as ground from 40 on.
func ansi(c int8, from int) string {
	if c >= 8 {
		return strconv.Itoa(from + 60 + int(c) - 8)
	}
	return strconv.Itoa(from + int(c))
}
