package casefile_test

import (
	"testing"

	"sizhen/store/hall"
)

// Who may sit in is said where a session is recorded, and both turns stay on the page.
func TestTalksClosedAtAPartysWish(t *testing.T) {
	t.Parallel()
	d := assigned(t)
	d.do(hall.ActCloseTalks).Type("章雪琴").Press("ctrl+s").Expect("已转为不公开调解", "只有当事人、调解员和当事人同意的人能在场")
	d.do(hall.ActSession).Expect("只有当事人、调解员和当事人同意的人能在场").Press("esc")
	d.do(hall.ActOpenTalks).Type("双方同意公开").Press("ctrl+s").Expect("已恢复公开调解").ExpectNot("只有当事人、调解员")
	d.Press("end").Expect("章雪琴 要求", "恢复公开：双方")
	d.Press("5").Expect("转为不公开调解", "章雪琴 要求", "恢复公开调解")
}
