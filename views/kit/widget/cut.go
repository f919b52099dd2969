package widget

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Cut shortens a text to w cells, ending in more where something is left out. It ends behind a whole
// word, and of a list behind a whole name, unless more than half would go with the rest of it. Of the two
// sides of a dispute neither is lost.
func Cut(s string, w int, more string) string {
	if w <= 0 {
		return ""
	}
	if width(s) <= w {
		return s
	}
	if more == "" {
		return ansi.Truncate(s, w, "")
	}
	plain := ansi.Strip(s)
	if at := width(tag.FindString(plain)); at > 0 && at+sideLeast <= w {
		return ansi.Truncate(s, at, "") + Cut(ansi.TruncateLeft(s, at, ""), w-at, more)
	}
	if both, ok := cutSides(s, plain, w, more); ok {
		return both
	}
	if name := others.FindStringIndex(plain); name != nil { // 娄丽 等10人: never 等1…
		if at := width(plain[:name[0]+1]); at+width(more) <= w && width(plain[:name[1]])+width(more) > w && strings.TrimSpace(plain[:name[0]]) != "" {
			return ansi.Truncate(s, width(plain[:name[0]])+width(more), more)
		}
	}
	if keep := wholeWords(plain, len(ansi.Truncate(plain, max(w-width(more), 0), ""))); 2*width(plain[:keep]) >= w {
		return ansi.Truncate(s, width(plain[:keep])+width(more), more)
	}
	return ansi.Truncate(s, w, more)
}

// tag is a mark before other words: it is no part of the first name, and is never cut.
var tag = regexp.MustCompile(`^\[[^\[\]]+\] `)

// others is how many more there are behind a name, in Chinese and in English.
var others = regexp.MustCompile(` 等[0-9]+人$| \+[0-9]+$`)

// sideLeast is what a side of a dispute needs to be told from others: a short name, and that it goes on.
const sideLeast = 5

// cutSides shortens the sides of a dispute, 上官香莲 等11人—白鹭沙汀生猪养殖合作社: the one that is
// short stays whole, and the other has what it leaves.
func cutSides(s, plain string, w int, more string) (string, bool) {
	for _, between := range []string{"—", " – "} { // in Chinese, in English
		first, other, ok := strings.Cut(plain, between)
		if !ok || strings.Contains(other, between) {
			continue
		}
		a, b, room := width(first), width(other), w-width(between)
		if room < 2*sideLeast || a <= room/2 {
			return "", false // the end is cut, as of any text
		}
		to := max(room-b, room-room/2)
		return Cut(ansi.Truncate(s, a, ""), to, more) + between + Cut(ansi.TruncateLeft(s, a+width(between), ""), room-to, more), true
	}
	return "", false
}

// wholeWords is where a text that is to end before the byte at ends with a whole word.
func wholeWords(s string, at int) int {
	if from := strings.LastIndexAny(s[:at], "（("); from > strings.LastIndexAny(s[:at], "）)") && 2*from > at {
		at = from // what stands in brackets is said whole or not at all
	}
	next, _ := utf8.DecodeRuneInString(s[at:])
	last, _ := utf8.DecodeLastRuneInString(s[:at])
	switch name := strings.LastIndex(s[:at], "、"); {
	case latin(last) && latin(next): // in the middle of a word
		at = len(strings.TrimRightFunc(s[:at], latin))
	case name >= 0 && !strings.ContainsFunc(s[name+len("、"):at], func(r rune) bool { return !unicode.Is(unicode.Han, r) }) && unicode.Is(unicode.Han, next):
		at = name // in the middle of a name of a list
	}
	kept := strings.TrimRight(s[:at], " 、，；,+–")
	return len(strings.TrimSuffix(kept, " 等")) // how many more there are is said whole or not at all
}

// latin reports whether a character is part of a word that blanks set apart.
func latin(r rune) bool {
	return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) || unicode.IsDigit(r) || r == '\''
}
