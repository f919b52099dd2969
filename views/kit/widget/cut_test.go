package widget_test

import (
	"testing"

	"sizhen/views/kit/widget"
)

// Of two sides neither is lost, and how many there are is said whole or not at all.
func TestNeitherSideOfADisputeIsCutAway(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		said string
		w    int
		want string
	}{
		{"沈生林 等11人—蒋敏", 18, "沈生林 等11人—蒋敏"},
		{"沈生林 等11人—蒋敏", 14, "沈生林…—蒋敏"},
		{"娄丽 等10人—陆钢", 14, "娄丽…—陆钢"},
		{"娄丽 等10人", 9, "娄丽…"},
		{"沈生林 +10 – 蒋敏", 15, "沈生林… – 蒋敏"},
		{"吴如海—石桥头村股份经济合作社", 14, "吴如海—石桥头…"},
		{"上官香莲 等11人—白鹭沙汀生猪养殖合作社", 21, "上官香莲…—白鹭沙汀…"},
		{"白鹭沙汀生猪养殖合作社—吴如海", 20, "白鹭沙汀生猪…—吴如海"},
		{"沈生林 等11人—蒋敏", 9, "沈生林…"},
		{"[risk] 上官莹 – 谢军", 16, "[risk] 上官莹…"},
		{"[险] 上官莹—谢军", 15, "[险] 上官莹—谢…"},
		{"等 杜丽娟、百官派出所（1/3 已答复）", 28, "等 杜丽娟、百官派出所…"},
		{"(2026)百调字第372号", 12, "(2026)百调…"},
		{"说到一半——停了下来再说", 12, "说到一半——…"},
	} {
		if got := widget.Cut(c.said, c.w, "…"); got != c.want {
			t.Errorf("%q in %d cells is %q, not %q", c.said, c.w, got, c.want)
		}
	}
}
