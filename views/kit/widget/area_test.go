package widget

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"
)

// Whatever is typed, taken away and brought back, the text in one piece is that of its characters.
func TestATextIsWhatItsCharactersAre(t *testing.T) {
	keys := []string{"left", "right", "home", "end", "backspace", "delete", "ctrl+u", "ctrl+j"}
	texts := []string{"漏", "e\u0301", "\u0301", "水\n水", "👨‍👩‍👧", "a"}
	rapid.Check(t, func(rt *rapid.T) {
		a := newArea(30)
		a.set("滴水")
		for range rapid.IntRange(1, 60).Draw(rt, "keys") {
			if rapid.Bool().Draw(rt, "type") {
				a.update(tea.PasteMsg{Content: rapid.SampledFrom(texts).Draw(rt, "text")})
			} else {
				a.key(rapid.SampledFrom(keys).Draw(rt, "key"))
			}
			if all := strings.Join(a.text, ""); a.value() != all {
				rt.Fatalf("%q is said to be %q", all, a.value())
			}
		}
	})
}

// A key costs as much at the end of a long text as at that of a short one, but for the copy of it.
func TestAKeyInALongTextCostsNoMore(t *testing.T) {
	cost := func(n int) float64 {
		a := newArea(20000)
		a.set(strings.Repeat("漏", n))
		a.rows()
		return testing.AllocsPerRun(200, func() {
			a.update(tea.KeyPressMsg{Text: "水", Code: '水'})
			a.rows()
			_ = a.value()
		})
	}
	if short, long := cost(10), cost(8000); long > short+2 {
		t.Errorf("%.0f allocations in a long text, %.0f in a short one", long, short)
	}
}
