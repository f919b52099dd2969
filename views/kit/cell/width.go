// Package cell counts the cells of a terminal's line.
package cell

import "github.com/charmbracelet/x/ansi"

// Width is how many cells a text takes, as the renderer counts them. A text of ASCII, Chinese
// characters and colours, as nearly all are, is counted without being cut into clusters first.
func Width(s string) int {
	n := 0
	for i := 0; i < len(s); {
		if s[i] == 0x1b {
			end := colour(s[i:])
			if end == 0 {
				return ansi.StringWidth(s)
			}
			i += end
			continue
		}
		if s[i] >= ' ' && s[i] <= '~' {
			n, i = n+1, i+1
			continue
		}
		size, cells := plain(s[i:])
		if size == 0 {
			return ansi.StringWidth(s)
		}
		n, i = n+cells, i+size
	}
	return n
}

// colour is how long the colour is that a text begins with: ESC [ numbers m. 0: it does not.
func colour(s string) int {
	if len(s) < 3 || s[1] != '[' {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case c != ';' && c != ':' && (c < '0' || c > '9'):
			return 0
		}
	}
	return 0
}

// plain is how long the character is that a text begins with, and how many cells it takes,
// where it stands alone whatever of its kind follows: Chinese characters and punctuation,
// full-width signs, quotes and dots, arrows, lines and blocks. Marks that join what stands
// before them are none of these.
func plain(s string) (size, cells int) {
	if len(s) > 1 && s[0] == 0xc2 && s[1] == 0xb7 { // the middle dot of names and dates
		return 2, 1
	}
	if len(s) < 3 || s[0]&0xf0 != 0xe0 || s[1]&0xc0 != 0x80 || s[2]&0xc0 != 0x80 {
		return 0, 0
	}
	switch r := rune(s[0]&0x0f)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f); {
	case r >= 0x4e00 && r <= 0x9fff, r >= 0x3000 && r <= 0x3029, r >= 0xff01 && r <= 0xff5e:
		return 3, 2
	case r >= 0x2010 && r <= 0x2027, r >= 0x2190 && r <= 0x2193, r >= 0x2500 && r <= 0x25cf:
		return 3, 1
	}
	return 0, 0
}
