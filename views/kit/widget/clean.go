// Package widget holds what screens are put together from: the one-line field, the form, the
// table, the menu, the question. They keep their own state, are told of keys by their owner,
// and draw themselves in exactly the cells they are given. They know no language: every word
// comes from the owner.
package widget

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"

	"sizhen/store/hall"
	"sizhen/views/kit/cell"
)

// Clean takes out of typed, pasted or imported text what a terminal would act upon: escape
// sequences, control characters, marks that turn the writing direction, and writes characters of older fonts as today's; what cannot be
// kept becomes 〓, in sight. Line breaks stay in a text of several lines and become blanks in one of a single line.
func Clean(s string, multiline bool) string {
	s = ansi.Strip(strings.ToValidUTF8(s, string(hall.Geta)))
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r':
			if multiline {
				return '\n'
			}
			return ' '
		case r == '\t', r == '\u2028', r == '\u2029', r == '\u00a0':
			return ' '
		case r == '\u200d': // joins emoji and some scripts
			return r
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return hall.Today(r)
	}, s)
}

// First is the first n user-perceived characters of a text, and whether any were left out.
func First(s string, n int) (string, bool) {
	rest, state, count := s, -1, 0
	for len(rest) > 0 {
		if count == n {
			return s[:len(s)-len(rest)], true
		}
		_, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		count++
	}
	return s, false
}

// clusters cuts a text into user-perceived characters.
func clusters(s string) []string {
	var out []string
	state := -1
	for len(s) > 0 {
		var c string
		c, s, _, state = uniseg.FirstGraphemeClusterInString(s, state)
		out = append(out, c)
	}
	return out
}

// width is how many cells a text takes, as the renderer counts them.
func width(s string) int { return cell.Width(s) }

// Width is how many cells a text takes, as the renderer counts them.
func Width(s string) int { return width(s) }
