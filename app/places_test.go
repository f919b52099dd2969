package app

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"sizhen/views/text"
)

// The README's table of keys names each place by the key that leads there.
func TestTheReadmeNamesThePlaces(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]string{}
	for _, m := range regexp.MustCompile(`(F[2-9]|Ctrl-F) \| ([^|]+?) \|`).FindAllStringSubmatch(string(b), -1) {
		if named[m[1]] == "" {
			named[m[1]] = m[2]
		}
	}
	n := 0
	for _, p := range table() {
		if p.shown == "" {
			continue
		}
		n++
		title := text.Screen(string(p.screen)).In(text.Zh)
		if said := named[p.shown]; p.main() && !strings.Contains(said, title) || said == "" {
			t.Errorf("%s leads to %q; the README says %q", p.shown, title, said)
		}
	}
	if n != 9 {
		t.Errorf("%d places have a key", n)
	}
}
