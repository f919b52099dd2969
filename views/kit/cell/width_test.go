package cell_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"sizhen/views/kit/cell"
)

// Whatever a text is made of, it is as wide as the renderer takes it to be.
func TestWidthIsTheRenderers(t *testing.T) {
	t.Parallel()
	pieces := []string{
		"a", "~", " ", "9", "#", "章", "，", "（", "　", "─", "│", "\x1b[1;38;2;1;2;3m", "\x1b[m", "\x1b[", "\x1b]8;;x\x1b\\", "\x1b[2K", "\x1b",
		"e\u0301", "\u0301", "\ufe0f", "\ufe0e", "\u20e3", "\u200d", "\u302a", "\u3099", "↑", "▌", "●", "“", "\u2028", "▶", "◾",
		"👩", "🇨", "𠮷", "\r\n", "\t", "\x7f", "\xe4\xb8", "\xe0\x80\x80", "ö", "…", "·",
	}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(t, "text"), "")
		if got, want := cell.Width(s), ansi.StringWidth(s); got != want {
			t.Fatalf("%q: %d cells, the renderer says %d", s, got, want)
		}
	})
}

// Every character is as wide alone as the renderer takes it to be, and before one that joins it.
func TestEveryCharactersWidthIsTheRenderers(t *testing.T) {
	t.Parallel()
	for r := rune(' '); r <= 0x1ffff; r++ {
		for _, s := range []string{string(r), string(r) + "\ufe0f"} {
			if got, want := cell.Width(s), ansi.StringWidth(s); got != want {
				t.Fatalf("%q: %d cells, the renderer says %d", s, got, want)
			}
		}
	}
}
