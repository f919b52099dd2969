package casefile_test

import (
	"strings"
	"testing"

	"sizhen/store/hall"
)

// A party's name is put right from the case's menu: the new one stands in the case, the old one,
// and why, in its history.
func TestAPartyIsCorrectedFromTheMenu(t *testing.T) {
	t.Parallel()
	d := first(t, nil)
	d.Press("enter", "home")
	for range len(hall.Actions()) + len(hall.TalksActions()) + 1 {
		d.Press("down")
	}
	d.Press("enter").Expect("申请人  章雪琴", "被申请人  章阿根")
	d.Press("enter").Expect("更正当事人", "章雪琴", "改前改后都记在“经过”里")
	d.Press("ctrl+u").Type("章雪芹").Press("esc").Expect("写的已留在“未完成”里").Press("enter", "end", "up", "up", "up", "up", "up", "up", "up", "up",
		"enter", "1").Expect("章雪芹")
	for range 13 {
		d.Press("enter")
	}
	d.Type("户口簿上是芹").Press("ctrl+s").Expect("已更正", "章雪芹")
	c := d.file().Case
	if len(c.Corrections) != 1 || c.Corrections[0].Old != "章雪琴" || c.Corrections[0].Why != "户口簿上是芹" || c.Parties[0].Details.Name != "章雪芹" {
		t.Fatalf("%+v, %+v", c.Corrections, c.Parties[0])
	}
	if left, err := d.hall.Desk(d.hall.Boss).Drafts(t.Context()); err != nil || len(left) > 0 {
		t.Errorf("left unfinished: %+v, %v", left, err)
	}
	for range 5 {
		if d.Press("right"); strings.Contains(d.Screen(), "户口簿上是芹") {
			break
		}
	}
	d.Expect("更正记录：第1人的姓名", "章雪琴", "章雪芹")
}

// The marks and whether a case is public are put right likewise.
func TestACaseIsMadeNotPublicLater(t *testing.T) {
	t.Parallel()
	d := first(t, nil)
	d.Press("enter", "home")
	for range len(hall.Actions()) + len(hall.TalksActions()) + 2 {
		d.Press("down")
	}
	d.Press("enter").Expect("更正标记、不公开")
	d.Press("enter", "enter", "enter", "enter", "2", "enter").Type("当事人要求").Press("ctrl+s").Expect("已更正")
	if c := d.file().Case; !c.Confidential || len(c.Corrections) != 1 {
		t.Fatalf("public still: %+v", c.Corrections)
	}
	d.Press("5").Expect("更正记录：不公开")
}

// Somebody joins a dispute and is taken out again, with the reason, from the case's menu.
func TestAPartyJoinsAndIsTakenOut(t *testing.T) {
	t.Parallel()
	d := first(t, nil)
	d.Press("enter", "end", "up", "up", "up", "up", "up", "enter").
		Expect("追加当事人", "哪一方").Press("2", "enter").Type("章阿毛").Press("ctrl+s").Expect("这一项要填").Type("房子是他的").Press(
		"ctrl+s").Expect("已更正", "等2人")
	if c := d.file().Case; len(c.Parties) != 3 || c.Parties[2].Details.Name != "章阿毛" || c.Parties[2].Person == 0 || c.Corrections[0].Why != "房子是他的" {
		t.Fatalf("%+v", c.Parties)
	}
	if c := d.file().Case; c.Corrections[0].Field != "Parties[2]" || c.Corrections[1].Field != "Parties[2].Person" {
		t.Errorf("who joined is told first, then all that is known: %+v", c.Corrections)
	}
	d.Press("enter", "end", "up", "up", "up", "up", "enter").Expect("去掉谁").Press("1").Expect("去掉 章雪琴").Type("写错了").Press("ctrl+s").Expect("这一方只有这一位")
	d.Press("esc", "enter", "end", "up", "up", "up", "up", "enter", "3").Expect("去掉 章阿毛").Type("写错了").Press("ctrl+s").Expect("已更正")
	d.Press("5").Expect("更正记录：追加当事人 章阿毛", "更正记录：去掉当事人 章阿毛").ExpectNot("第3人的").Press("1")
	if c := d.file().Case; len(c.Parties) != 2 || c.Parties[1].Details.Name != "章阿根" {
		t.Fatalf("%+v", c.Parties)
	}
}

// Somebody who joins the applicants stands among them, and not behind the other side; a birthday has
// its year and no weekday, on the form as in the history; a guardian is asked about.
func TestWhoJoinsStandsWithTheSide(t *testing.T) {
	t.Parallel()
	d := first(t, nil)
	d.Press("enter", "end", "up", "up", "up", "up", "up", "enter").
		Expect("哪一方").Press("1", "enter").Type("李小妹").Press("enter", "enter", "enter", "enter", "enter", "enter")
	d.Type("2015-3-1").Press("enter").Expect("2015年3月1日").ExpectNot("2015年3月1日 周日").Press("enter", "enter").Type("李大").Press("enter").Expect("请补上监护关系和电话")
	d.Type("父亲").Press("enter").Type("10012340077").Press("enter").ExpectNot("请补上监护关系和电话")
	d.Press("enter", "enter", "enter").Type("孩子也受了伤").Press("ctrl+s").Expect("已更正").Press("2")
	if got := d.Screen(); strings.Index(got, "李小妹") > strings.Index(got, "被申请人 章阿根") {
		t.Errorf("an applicant stands behind the other side:\n%s", got)
	}
}
