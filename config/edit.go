package config

import (
	"bytes"
	"strings"

	"github.com/BurntSushi/toml"

	"sizhen/store/hall"
)

var bom = []byte("\xef\xbb\xbf")

// edit puts settings into the text of a file somebody may have written into by hand: only the
// values that differ are replaced, and keys that are missing are added behind the last one.
// Comments, the order, blank lines, line ends and keys of another version stay as they are. ok is
// false where that cannot be done: the text is no TOML, or what has to change is written in a way
// that editTables does not know.
func edit(old []byte, s hall.Settings) (out []byte, ok bool) {
	was, ok := given(old)
	if !ok {
		return nil, false
	}
	text, newline := string(old), "\n"
	if strings.Contains(text, "\r\n") {
		newline = "\r\n"
	}
	for _, e := range entries() {
		want := e.write(s)
		if e.write(was) == want {
			continue
		}
		text = put(text, e, strings.ReplaceAll(want, "\n", newline), newline)
	}
	text, ok = editTables(text, was, s, newline)
	if !ok {
		return nil, false
	}
	now, ok := given([]byte(text))
	return []byte(text), ok && Render(now) == Render(s)
}

// given is what a text says, for the keys that this version knows.
func given(text []byte) (hall.Settings, bool) {
	s, values := hall.Defaults(), map[string]any{}
	if _, err := toml.Decode(string(bytes.TrimPrefix(text, bom)), &values); err != nil {
		return s, false
	}
	for _, e := range all() {
		for _, key := range []string{before(e.key), e.key} {
			if v, ok := values[key]; ok && e.read(&s, v) != nil {
				return s, false
			}
		}
	}
	return s, true
}

// put sets one key of a text that belongs to no table.
func put(text string, e entry, value, newline string) string {
	top := tablesOf(text)[0]
	for _, key := range []string{e.key, before(e.key)} {
		if a, ok := top.key(key); ok {
			return replaced(text, a, value, newline)
		}
	}
	lines := []string{"", "# " + e.zh, "# " + e.en, e.key + " = " + value, ""}
	added := strings.Join(lines, newline)
	if end := top.end; end == 0 || text[end-1] == '\n' || end == len(bom) && strings.HasPrefix(text, string(bom)) {
		return text[:end] + added + text[end:]
	}
	return text[:top.end] + newline + added + text[top.end:]
}

// replaced has another value for a key. Comments within the value, of a list over several lines, go
// above it.
func replaced(text string, a assignment, value, newline string) string {
	line := strings.LastIndexByte(text[:a.from], '\n') + 1
	if line == 0 && strings.HasPrefix(text, string(bom)) {
		line = len(bom)
	}
	above := ""
	for _, c := range comments(text[a.from:a.to]) {
		above += c + newline
	}
	return text[:line] + above + text[line:a.from] + value + text[a.to:]
}

// lineEnd is where the line ends that holds a place: at its line feed, or at the end of all.
func lineEnd(text string, i int) int {
	if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(text)
}

// valueEnd is where a value ends that begins at a place: behind its quotes or brackets, else where
// blanks, a comment or the line's end follow.
func valueEnd(text string, i int) int {
	depth := 0
	for i < len(text) {
		switch c := text[i]; {
		case c == '"' || c == '\'':
			i = stringEnd(text, i)
			if depth == 0 {
				return i
			}
			continue
		case c == '[' || c == '{':
			depth++
		case c == ']' || c == '}':
			if depth--; depth == 0 {
				return i + 1
			}
		case c == '#' && depth > 0:
			i = lineEnd(text, i)
			continue
		case depth == 0 && strings.IndexByte(" \t\r\n#", c) >= 0:
			return i
		}
		i++
	}
	return i
}

// stringEnd is where a string ends that begins at a place, in any of TOML's four ways.
func stringEnd(text string, i int) int {
	quote := text[i : i+1]
	if three := strings.Repeat(quote, 3); strings.HasPrefix(text[i:], three) {
		quote = three
	}
	for i += len(quote); i < len(text); i++ {
		switch {
		case text[i] == '\\' && quote[0] == '"':
			i++
		case strings.HasPrefix(text[i:], quote):
			return i + len(quote)
		}
	}
	return len(text)
}

// comments are those that stand inside a value.
func comments(value string) []string {
	var out []string
	for i := 0; i < len(value); i++ {
		switch value[i] {
		case '"', '\'':
			i = stringEnd(value, i) - 1
		case '#':
			end := lineEnd(value, i)
			out = append(out, strings.TrimRight(value[i:end], " \t\r"))
			i = end
		}
	}
	return out
}

// made is the text of a file for a hall's settings, from what stands in it now.
func made(old []byte, s hall.Settings) []byte {
	if len(old) > 0 {
		if text, ok := edit(old, s); ok {
			return text
		}
	}
	return []byte(Render(s))
}
