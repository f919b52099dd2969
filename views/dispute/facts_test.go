package dispute_test

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/views/dispute/facts"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

// What was registered of a dispute is told whole, wherever it is read: who is to see a visitor must
// know of the knife.
func TestAllThatWasRegisteredIsTold(t *testing.T) {
	t.Parallel()
	s := apptest.Env(text.Zh, hall.Head).Session
	d := page.New(s)
	facts.Show(d, s, hall.Matter{
		Type: "neighbours", Subject: "滴水", Facts: "雨天水入院内", Requests: "改檐沟", Amount: 300000, Source: hall.SourceEntrusted, SourceFrom: "派出所",
		Written: true, Difficulty: hall.Difficult, Urgent: true, UrgentWhy: "要动手", Risk: hall.RiskHigh, Flags: hall.FlagCriminal, Measures: "带了刀",
		Police: hall.Police{At: time.Date(2026, 11, 24, 9, 5, 0, 0, time.UTC), Officer: "王警官", By: "陈芳"}, Confidential: true,
	})
	got := ansi.Strip(strings.Join(d.Lines(100), "\n"))
	for _, want := range []string{"邻里 滴水", "雨天水入院内", "改檐沟", "3,000元", "派出所", "书面", "疑难", "要动手", "高", "民转刑", "带了刀", "09:05", "王警官", "不公开"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not told:\n%s", want, got)
		}
	}
}
