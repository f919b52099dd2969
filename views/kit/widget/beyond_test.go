package widget_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	tea "charm.land/bubbletea/v2"

	"sizhen/views/kit/widget"
)

// A form that is higher than its window says so on a line of its own: no value is drawn over.
func TestWhatAWindowLeavesOutIsSaid(t *testing.T) {
	t.Parallel()
	var items []widget.Item
	for _, id := range strings.Split("abcdefgh", "") {
		items = append(items, widget.Item{ID: id, Label: id, Value: "2026-11-24", Note: "11月24日 周二"})
	}
	f := widget.NewForm(style(), widget.FormText{}, items)
	seen := func(h int) string {
		lines, _, _, _ := f.Draw(60, h)
		return ansi.Strip(strings.Join(lines, "\n"))
	}
	if got := seen(4); strings.Count(got, "周二") != 3 || !strings.Contains(got, "↓ 5") {
		t.Errorf("below:\n%s", got)
	}
	for range 7 {
		f.Update(key(tea.KeyTab))
	}
	if got := seen(4); strings.Count(got, "周二") != 3 || !strings.Contains(got, "↑ 5") {
		t.Errorf("above:\n%s", got)
	}

	f = widget.NewForm(style(), widget.FormText{}, []widget.Item{{ID: "facts", Kind: widget.Notes, Max: 4000, Value: strings.Repeat("滴水界墙", 900)}})
	if got := seen(10); !strings.Contains(got, "↑ ") {
		t.Errorf("a long text:\n%s", got)
	}

	f = widget.NewForm(style(), widget.FormText{}, []widget.Item{{ID: "kinds", Suggest: strings.Split("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未", "")}})
	if got := seen(20); !strings.Contains(got, "壬") || strings.Contains(got, "癸") || !strings.Contains(got, "↓ 9") {
		t.Errorf("eighteen suggestions:\n%s", got)
	}
	for range 18 {
		f.Update(key(tea.KeyDown))
	}
	if got := seen(20); !strings.Contains(got, "未") || !strings.Contains(got, "↑ 9") {
		t.Errorf("the last suggestion:\n%s", got)
	}
}

// A question that is longer than its box is read to its end before it is answered.
func TestALongQuestionCanBeRead(t *testing.T) {
	t.Parallel()
	c := widget.NewConfirm(style(), "清理", strings.Split("一二三四五六七八九十", ""), "清理", "留着")
	seen := func() string { return ansi.Strip(strings.Join(c.Draw(60, 8), "\n")) }
	if got := seen(); !strings.Contains(got, "三") || strings.Contains(got, "四") || !strings.Contains(got, "↓ 7") {
		t.Errorf("the beginning:\n%s", got)
	}
	for range 9 {
		c.Update(key(tea.KeyDown))
	}
	if got := seen(); !strings.Contains(got, "十") || !strings.Contains(got, "↑ 7") {
		t.Errorf("the end:\n%s", got)
	}
	if yes, done := c.Update(key(tea.KeyEnter)); yes || !done {
		t.Error("who read to the end has not said yes")
	}
}
