package config

import (
	"slices"
	"strings"
)

// assignment is a key of the file with where its value begins and ends.
type assignment struct {
	key      string
	from, to int
}

// table is a stretch of the file: the keys before the first table's head, or a head with its keys.
type table struct {
	name string // empty: what stands above the first head
	list bool   // one of several: [[calendar.day]]
	from int    // where its head's line begins
	keys []assignment
	end  int // behind the line of its last key, or of its head
	next int // where the next head's line begins, or the text ends
}

func (t table) key(name string) (assignment, bool) {
	i := slices.IndexFunc(t.keys, func(a assignment) bool { return a.key == name })
	if i < 0 {
		return assignment{}, false
	}
	return t.keys[i], true
}

// tablesOf takes a text apart that is known to be TOML.
func tablesOf(text string) []table {
	out, i := []table{{}}, 0
	if strings.HasPrefix(text, string(bom)) {
		i, out[0].end = len(bom), len(bom)
	}
	for i < len(text) {
		t := &out[len(out)-1]
		switch c := text[i]; {
		case strings.IndexByte(" \t\r\n", c) >= 0:
			i++
		case c == '#':
			i = lineEnd(text, i)
		case c == '[':
			from := strings.LastIndexByte(text[:i], '\n') + 1
			t.next = from
			end := lineEnd(text, i)
			head := headLine.FindStringSubmatch(text[i:end])
			if head == nil {
				return out
			}
			out = append(out, table{name: bare(head[2]), list: head[1] == "[[", from: from, end: min(end+1, len(text))})
			i = end
		default:
			equals := i + strings.IndexByte(text[i:], '=')
			if equals < i {
				return out
			}
			from := equals + 1
			for from < len(text) && (text[from] == ' ' || text[from] == '\t') {
				from++
			}
			to := valueEnd(text, from)
			t.keys = append(t.keys, assignment{bare(strings.TrimSpace(text[i:equals])), from, to})
			i = lineEnd(text, to)
			t.end = min(i+1, len(text))
		}
	}
	out[len(out)-1].next = len(text)
	return out
}

// rest is where what belongs to a table ends: before the comment that stands right above the next
// head.
func (t table) rest(text string) int {
	at := t.next
	if at == len(text) {
		return at
	}
	for at > t.end {
		line := strings.LastIndexByte(text[:at-1], '\n') + 1
		if line < t.end || !strings.HasPrefix(strings.TrimLeft(text[line:at], " \t"), "#") {
			break
		}
		at = line
	}
	return at
}
