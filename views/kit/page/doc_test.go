package page_test

import (
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

// A label is said once of several values, and what follows names begins at one place.
func TestLinesUnderOneLabel(t *testing.T) {
	t.Parallel()
	d := page.New(apptest.Env(text.Zh, hall.Head).Session)
	d.Lined(text.Raw("asked"), [][]string{{"陈芳", "comes", ""}, {"农技站站长", "", "village"}})
	d.Add(text.Raw("asked"), "again")
	got := strings.Split(strings.TrimSpace(apptest.Plain(views.Frame{Lines: d.Lines(60)})), "\n")
	want := []string{"asked  陈芳        comes", "       农技站站长  village", "asked  again"}
	for i, l := range got {
		if i >= len(want) || strings.TrimRight(l, " ") != want[i] {
			t.Fatalf("lines %q, want %q", got, want)
		}
	}
}
