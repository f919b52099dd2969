package cli

import (
	"strings"
	"testing"

	"sizhen/store/book"
	"sizhen/views/text"
)

// Whatever a check finds has words in both languages, with no place left unfilled.
func TestEveryFindingHasWords(t *testing.T) {
	t.Parallel()
	args := map[string]any{"err": "e", "n": 1, "there": 2, "table": "t", "asked": 3, "now": "a", "was": "b", "cases": 4, "highest": 5, "other": 6}
	for _, what := range book.Findings() {
		for _, lang := range []text.Lang{text.Zh, text.En} {
			if s := found(book.Fault{What: what, Args: args}).In(lang); s == "" || strings.ContainsAny(s, "{}") {
				t.Errorf("%s: %q", what, s)
			}
		}
	}
}
