package book

import (
	"fmt"
	"strings"
)

// Drawing draws what is kept, and under which key. Numbers are 8 bytes, days 4, big-endian,
// so that keys sort by them; ^id sorts the newest first. Records stand in an envelope; index
// entries hold what a list shows, so that a list is one range read.
func (reg *Register) Drawing() string {
	var b strings.Builder
	line := func(table, key, holds, note string) {
		if holds == "" {
			holds = "(nothing)"
		}
		left := fmt.Sprintf("%-12s %s", table, key)
		right := strings.TrimRight(holds+"  "+note, " ")
		fmt.Fprintf(&b, "%-60s → %s\n", left, right)
	}
	fmt.Fprintf(&b, "schema %d\n\n", Schema())
	line("meta", "store", "Marker", "this is a hall's store, of this schema")
	line("meta", "journal", "Head", "the last journal entry, its hash and its seal")
	line("meta", "next/<table>", "Counter", "the last number given in that table")
	for _, c := range reg.counters {
		line("meta", c.Name, "Counter", c.Note)
	}
	for _, c := range reg.metas {
		line("meta", c.Name, "Record", c.Note)
	}
	line("journal", "Seq", "hall.Entry", "")
	for _, k := range reg.kinds {
		key, holds, note := k.drawing()
		if k.unsigned() {
			note = strings.TrimSpace("(no digest) " + note)
		}
		line(string(k.name()), key, holds, note)
	}
	b.WriteString("\n")
	for _, x := range reg.Indexes() {
		var of []string
		for _, k := range reg.kinds {
			for _, i := range k.indexes() {
				if i == x {
					of = append(of, string(k.name()))
				}
			}
		}
		note := x.Note
		if x.Counted {
			note = strings.TrimSpace("counted; " + note)
		}
		line(string(x.Table), x.Key, x.Holds, strings.TrimSpace(note+" ← "+strings.Join(of, ", ")))
	}
	line("count", "table 0 group", "Counter", "how many entries a counted index holds in the group")
	return b.String()
}
