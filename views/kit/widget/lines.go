package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"sizhen/views/kit/theme"
)

// Marks that may not stand at the beginning of a line, and those that may not stand at its
// end (GB/T 15834).
const (
	notFirst = "\u3002\uff0c\u3001\uff1b\uff1a\uff01\uff1f\uff09\u300b\u300d\u3011\u300f\u3009\u201d\u2019\u2026\u00b7\u3015,.;:!?)]}%\uff05"
	notLast  = "\uff08\u3014\u300a\u300c\u3010\u300e\u3008\u201c\u2018([{"
)

// Wrap breaks a text into lines of at most w cells by the Chinese rules: no full stop at a
// line's start, no opening bracket at its end; words of letters and digits stay whole where
// they fit. Every line break of the text stays one. It loses no character but the blanks at
// which it breaks.
func Wrap(s string, w int) []string {
	if w < 2 {
		w = 2
	}
	var out []string
	for _, para := range strings.Split(s, "\n") {
		out = append(out, wrapLine(para, w)...)
	}
	return out
}

func wrapLine(s string, w int) []string {
	var lines []string
	cs := clusters(s)
	for len(cs) > 0 {
		n, cells := 0, 0
		for n < len(cs) && cells+width(cs[n]) <= w {
			cells += width(cs[n])
			n++
		}
		if n == 0 {
			n = 1 // wider than the line by itself
		}
		n = breakAt(cs, n)
		lines = append(lines, strings.TrimRight(strings.Join(cs[:n], ""), " "))
		for cs = cs[n:]; len(cs) > 0 && cs[0] == " "; {
			cs = cs[1:]
		}
	}
	if lines == nil {
		return []string{""}
	}
	return lines
}

// breakAt moves a break back to where one is allowed; n clusters fit.
func breakAt(cs []string, n int) int {
	if n >= len(cs) {
		return len(cs)
	}
	const back = 18 // a date with its year and weekday is shorter, and a case number
	for i := n; i > 0 && i > n-back; i-- {
		if strings.Contains(notFirst, cs[i]) || strings.Contains(notLast, cs[i-1]) || wordy(cs[i]) && wordy(cs[i-1]) || dated(cs, i) || numbered(cs, i) {
			continue
		}
		return i
	}
	for i := n; i > 0 && i > n-8; i-- { // a long word: cut it, but not before a full stop
		if !strings.Contains(notFirst, cs[i]) && !strings.Contains(notLast, cs[i-1]) {
			return i
		}
	}
	return n
}

// dated reports whether a break before cs[i] would part a time, a date, or a date and its weekday:
// 14:30, 2024年12月28日 周六.
func dated(cs []string, i int) bool {
	const units = "年月日"
	was, is := cs[i-1], cs[i]
	switch {
	case digits(was) && strings.Contains(units, is), strings.Contains("年月", was) && digits(is):
		return true
	case was == ":" && digits(is): // 14:30
		return true
	case was == "日" && is == " ":
		return i+1 < len(cs) && cs[i+1] == "周"
	}
	return was == " " && is == "周" && i > 1 && cs[i-2] == "日"
}

// numbered reports whether a break before cs[i] would part the number of a case or of a paper, which
// begins with its year: (2026)百调字第374号, 〔2025〕2号.
func numbered(cs []string, i int) bool {
	const longest = 18
	for from := i - 1; from >= max(i-longest, 0); from-- {
		if !strings.Contains("(（〔", cs[from]) {
			continue
		}
		to := from + 1
		for to < len(cs) && digits(cs[to]) {
			to++
		}
		if to != from+5 || to == len(cs) || !strings.Contains(")）〕", cs[to]) {
			return false
		}
		for to++; to < min(len(cs), from+longest) && cs[to] != "号"; to++ {
			if !digits(cs[to]) && (len(cs[to]) < 3 || strings.Contains(notFirst+notLast, cs[to])) {
				return false
			}
		}
		return to < len(cs) && cs[to] == "号" && i <= to
	}
	return false
}

func digits(c string) bool { return len(c) == 1 && c[0] >= '0' && c[0] <= '9' }

func wordy(c string) bool {
	return len(c) == 1 && (c[0] >= 'a' && c[0] <= 'z' || c[0] >= 'A' && c[0] <= 'Z' || c[0] >= '0' && c[0] <= '9')
}

// Pad fills a text with blanks to w cells; a longer one is cut.
func Pad(s string, w int) string {
	n := width(s)
	if n > w {
		s = ansi.Truncate(s, max(w, 0), "")
		n = width(s)
	}
	return s + strings.Repeat(" ", max(w-n, 0))
}

// PadLeft is Pad with the blanks before the text.
func PadLeft(s string, w int) string {
	n := width(s)
	if n > w {
		return Pad(s, w)
	}
	return strings.Repeat(" ", w-n) + s
}

// Section is the title of a part of a screen: bold words, and a rule to the end of its w cells.
// What stands behind two blanks are facts about it, and muted.
func Section(title string, w int, st theme.Styles) string {
	head, facts, _ := strings.Cut(title, "  ")
	return Heading(head, facts, w, st)
}

// Heading is Section with the facts apart. They may be drawn already.
func Heading(head, facts string, w int, st theme.Styles) string {
	head = Cut(head, w, st.Marks.More)
	out, n := st.Title.Render(head), width(head)
	if facts = strings.TrimSpace(facts); facts != "" && n+4 < w {
		facts = Cut(facts, w-n-2, st.Marks.More)
		out, n = out+"  "+st.Muted.Render(facts), n+2+width(facts)
	}
	if n+3 <= w {
		out += " " + st.Rule.Render(strings.Repeat(st.Marks.Rule, w-n-1))
	}
	return out
}

// Labelled is a value under a label that takes so many cells, wrapped into w: the label stands
// before its first line only.
func Labelled(name, value string, label, w int, st theme.Styles, style interface{ Render(...string) string }) []string {
	var out []string
	for i, s := range Wrap(value, max(w-label, 4)) {
		head := strings.Repeat(" ", label)
		if i == 0 {
			head = st.Muted.Render(Pad(Cut(name, label-1, st.Marks.More), label))
		}
		out = append(out, head+style.Render(s))
	}
	return out
}

// Beside puts two columns side by side, gap cells apart, as high as the higher one.
func Beside(left []string, lw int, right []string, rw, gap int) []string {
	out := make([]string, max(len(left), len(right)))
	for i := range out {
		var l, r string
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		out[i] = Pad(l, lw) + strings.Repeat(" ", gap) + Pad(r, rw)
	}
	return out
}

// Fill makes exactly h lines of w cells.
func Fill(lines []string, w, h int) []string {
	out := make([]string, max(h, 0))
	for i := range out {
		if i < len(lines) {
			out[i] = Pad(lines[i], w)
		} else {
			out[i] = strings.Repeat(" ", max(w, 0))
		}
	}
	return out
}

// Raised are h lines of w cells on the ground of a pane, two blanks before what they say.
func Raised(st theme.Styles, lines []string, w, h int) []string {
	out := make([]string, h)
	for i := range out {
		line := ""
		if i < len(lines) {
			line = lines[i]
		}
		out[i] = st.Onto(theme.Raised, Pad("  "+line, w))
	}
	return out
}
