package config

import (
	"slices"
	"sort"
	"strings"

	"sizhen/store/hall"
)

// cell is a key of a table with its value as it is written.
type cell struct{ key, value string }

// listed is a list of tables of the file, each of which is what one thing is said to be.
type listed struct {
	at string
	of func(hall.Settings) [][]cell
}

func lists() []listed {
	return []listed{
		{"calendar.day", func(s hall.Settings) [][]cell { return each(s.Days, dayCells) }},
		{"room", func(s hall.Settings) [][]cell { return each(s.RoomFacts, roomCells) }},
		{"limit", func(s hall.Settings) [][]cell { return each(s.Limits, limitCells) }},
		{"follow_up", func(s hall.Settings) [][]cell { return each(s.FollowUps, ruleCells) }},
		{"duty.township", func(s hall.Settings) [][]cell { return each(s.Duty.Towns, townCells) }},
	}
}

func each[T any](all []T, cells func(T) []cell) [][]cell {
	out := make([][]cell, len(all))
	for i, one := range all {
		out[i] = cells(one)
	}
	return out
}

// block writes one thing of a list.
func block(at string, cells []cell) string {
	out := "[[" + at + "]]\n"
	for _, c := range cells {
		out += c.key + " = " + c.value + "\n"
	}
	return out
}

// blocks writes a list of things, or, where there is none, how one would be written.
func blocks(at string, all [][]cell, sample []cell) string {
	if len(all) == 0 {
		return strings.TrimSuffix(commented(block(at, sample)), "\n")
	}
	out := make([]string, len(all))
	for i, cells := range all {
		out[i] = block(at, cells)
	}
	return strings.TrimSuffix(strings.Join(out, "\n"), "\n")
}

// single is a key within a table.
type single struct {
	table, key string
	write      func(hall.Settings) string
}

// editTables changes what differs in the file's tables, line by line.
func editTables(text string, was, now hall.Settings, newline string) (string, bool) {
	for _, k := range singles() {
		if want := k.write(now); k.write(was) != want {
			text = putIn(text, k, want, newline)
		}
	}
	for _, l := range lists() {
		old, want := l.of(was), l.of(now)
		if slices.EqualFunc(old, want, slices.Equal) {
			continue
		}
		var ok bool
		if text, ok = putList(text, l.at, old, want, newline); !ok {
			return text, false
		}
	}
	return text, true
}

// putIn sets a key of a table, which stands under its head or, with its name before it, above all.
func putIn(text string, k single, value, newline string) string {
	all := tablesOf(text)
	if a, ok := all[0].key(k.table + "." + k.key); ok {
		return replaced(text, a, value, newline)
	}
	line := k.key + " = " + value + newline
	for _, t := range all {
		if t.name != k.table || t.list {
			continue
		}
		if a, ok := t.key(k.key); ok {
			return replaced(text, a, value, newline)
		}
		return splice(text, newline, change{t.end, t.end, line})
	}
	return splice(text, newline, change{len(text), len(text), newline + "[" + k.table + "]" + newline + line})
}

// change puts something else in the place of a stretch of the text.
type change struct {
	from, to int
	text     string
}

// splice makes changes that do not overlap.
func splice(text, newline string, all ...change) string {
	sort.SliceStable(all, func(i, j int) bool { return all[i].from < all[j].from })
	var b strings.Builder
	at := 0
	for _, c := range all {
		b.WriteString(text[at:c.from])
		if at = c.to; c.text == "" {
			continue
		}
		if so := b.String(); c.from == len(text) && so != "" && !strings.HasSuffix(so, "\n") {
			b.WriteString(newline)
		}
		b.WriteString(c.text)
	}
	b.WriteString(text[at:])
	return b.String()
}

// putList changes a list of tables. Things that stay keep their lines, those that are new stand
// behind the one they follow, and of one that was changed only the lines that differ are written.
func putList(text, at string, old, now [][]cell, newline string) (string, bool) {
	all := tablesOf(text)
	if a, ok := inline(all, at); ok {
		return replaced(text, a, strings.ReplaceAll(inlined(now), "\n", newline), newline), true
	}
	var blocks []table
	for _, t := range all {
		if t.name == at && t.list {
			blocks = append(blocks, t)
		}
	}
	if len(blocks) != len(old) {
		return text, false
	}
	var changes []change
	place := firstPlace(text, all, blocks, at)
	for _, s := range steps(old, now) {
		if s.old < 0 {
			changes = append(changes, change{place, place, newline + strings.ReplaceAll(block(at, now[s.now]), "\n", newline)})
			continue
		}
		t := blocks[s.old]
		if s.now < 0 {
			changes = append(changes, t.removed(text)...)
			continue
		}
		changes = append(changes, t.changed(text, old[s.old], now[s.now], newline)...)
		place = t.end
	}
	return splice(text, newline, changes...), true
}

// inline finds a list that is written as the value of a key.
func inline(all []table, at string) (assignment, bool) {
	if a, ok := all[0].key(at); ok {
		return a, true
	}
	parent, key, _ := strings.Cut(at, ".")
	for _, t := range all[1:] {
		if a, ok := t.key(key); ok && t.name == parent && !t.list {
			return a, true
		}
	}
	return assignment{}, false
}

func inlined(all [][]cell) string {
	out := "["
	for _, cells := range all {
		parts := make([]string, len(cells))
		for i, c := range cells {
			parts[i] = c.key + " = " + c.value
		}
		out += "\n  { " + strings.Join(parts, ", ") + " },"
	}
	if len(all) > 0 {
		out += "\n"
	}
	return out + "]"
}

// firstPlace is where a thing is written that comes before all others of its list.
func firstPlace(text string, all, blocks []table, at string) int {
	i := slices.IndexFunc(all, func(t table) bool { return t.name == at && t.list })
	if i > 0 {
		return all[i-1].rest(text)
	}
	parent, _, _ := strings.Cut(at, ".")
	if i = slices.IndexFunc(all, func(t table) bool { return t.name == parent }); i >= 0 {
		return all[i].rest(text)
	}
	return len(text)
}

// step is a thing that stays or is changed, that is taken out (now is below 0), or that is new
// (old is below 0).
type step struct{ old, now int }

// steps lead from one list to the other: what stands in both in one order stays, and between it
// things are changed in place as far as they go.
func steps(old, now [][]cell) []step {
	same := make([][]int, len(old)+1)
	for i := range same {
		same[i] = make([]int, len(now)+1)
	}
	for i := len(old) - 1; i >= 0; i-- {
		for j := len(now) - 1; j >= 0; j-- {
			if same[i][j] = max(same[i+1][j], same[i][j+1]); slices.Equal(old[i], now[j]) {
				same[i][j] = same[i+1][j+1] + 1
			}
		}
	}
	var out []step
	var gone, fresh []int
	between := func() {
		for k := range max(len(gone), len(fresh)) {
			s := step{-1, -1}
			if k < len(gone) {
				s.old = gone[k]
			}
			if k < len(fresh) {
				s.now = fresh[k]
			}
			out = append(out, s)
		}
		gone, fresh = nil, nil
	}
	i, j := 0, 0
	for i < len(old) || j < len(now) {
		switch {
		case i < len(old) && j < len(now) && slices.Equal(old[i], now[j]):
			between()
			out = append(out, step{i, j})
			i, j = i+1, j+1
		case j == len(now) || i < len(old) && same[i+1][j] >= same[i][j+1]:
			gone, i = append(gone, i), i+1
		default:
			fresh, j = append(fresh, j), j+1
		}
	}
	between()
	return out
}

// removed takes out a table's head and keys, with the blank line above. Its comments stay.
func (t table) removed(text string) []change {
	from := t.from
	if above := strings.TrimSuffix(strings.TrimSuffix(text[:from], "\n"), "\r"); strings.HasSuffix(above, "\n") && from > 0 {
		from = len(above)
	}
	out := []change{{from, min(lineEnd(text, t.from)+1, len(text)), ""}}
	for _, a := range t.keys {
		out = append(out, line(text, a))
	}
	return out
}

// line takes out the lines of a key.
func line(text string, a assignment) change {
	return change{strings.LastIndexByte(text[:a.from], '\n') + 1, min(lineEnd(text, a.to)+1, len(text)), ""}
}

// changed writes the keys that differ.
func (t table) changed(text string, old, now []cell, newline string) []change {
	var out []change
	value := func(cells []cell, key string) string {
		for _, c := range cells {
			if c.key == key {
				return c.value
			}
		}
		return ""
	}
	for _, c := range old {
		if a, ok := t.key(c.key); ok && value(now, c.key) == "" {
			out = append(out, line(text, a))
		}
	}
	for _, c := range now {
		a, ok := t.key(c.key)
		switch {
		case value(old, c.key) == c.value:
		case ok:
			out = append(out, change{a.from, a.to, c.value})
		default:
			out = append(out, change{t.end, t.end, c.key + " = " + c.value + newline})
		}
	}
	return out
}
