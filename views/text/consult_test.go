package text_test

import (
	"testing"

	"sizhen/store/hall"
	"sizhen/views/text"
)

// Where a list cuts it, who is waited for stands before how many have answered.
func TestWhoIsWaitedForIsSaidFirst(t *testing.T) {
	t.Parallel()
	r := hall.VisitRow{Invited: 3, Unanswered: []string{"杜丽娟", "百官派出所"}}
	for lang, want := range map[text.Lang]string{
		text.Zh: "等 杜丽娟、百官派出所（1/3 已答复）",
		text.En: "waiting for 杜丽娟, 百官派出所 (1 of 3 answered)",
	} {
		if got := text.Answers(r).In(lang); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
