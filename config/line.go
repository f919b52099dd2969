package config

import (
	"fmt"
	"regexp"
	"strings"
)

var (
	headLine = regexp.MustCompile(`^\s*(\[\[?)\s*([^\[\]#]+?)\s*\]`)
	keyLine  = regexp.MustCompile(`^\s*([A-Za-z0-9_."' -]+?)\s*=`)
)

// lineOf finds where a field as calendar.day[2].to stands in the file: its own line, else
// the line of the nearest table or key that holds it, else the first line of what it holds;
// 0 when there is none. The decoder knows one line for each key only, however many tables
// of a list repeat it.
func lineOf(text, field string) int {
	counts, table := make(map[string]int), ""
	found, depth := 0, 0
	note := func(line int, path string) {
		switch {
		case holds(path, field) && len(path) > depth:
			found, depth = line, len(path)
		case found == 0 && holds(field, path):
			found = line
		}
	}
	for i, line := range strings.Split(text, "\n") {
		if m := headLine.FindStringSubmatch(line); m != nil {
			table = bare(m[2])
			if m[1] == "[[" {
				counts[table]++
				table = fmt.Sprintf("%s[%d]", table, counts[table])
			}
			note(i+1, table)
		} else if m := keyLine.FindStringSubmatch(line); m != nil {
			note(i+1, strings.TrimPrefix(table+"."+bare(m[1]), "."))
		}
	}
	return found
}

// bare is a key without the blanks and quotes it may be written with.
func bare(key string) string {
	return strings.NewReplacer(" ", "", "\t", "", `"`, "", "'", "").Replace(key)
}

// holds reports whether a path is a field or one of the tables around it.
func holds(path, field string) bool {
	after, ok := strings.CutPrefix(field, path)
	return ok && (after == "" || after[0] == '.' || after[0] == '[')
}
