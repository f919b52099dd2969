package app_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"sizhen/app/apptest"
	"sizhen/store/hall"
)

// A menu's box: what it is about, and its lines, each with its number and what is done.
var (
	menuHead = regexp.MustCompile(`[╭┌]─ (.+?) ─`)
	menuLine = regexp.MustCompile(`│ +(?:▸ )?(\d)  ([^\s│]+(?: [^\s│]+)*)`)
)

// Whoever looks, and however a record stands, an action of a list's menu has one number: the hands
// know it before the eyes have read the line. And of one record everybody reads the same lines: what
// somebody may not do says why.
func TestAnActionHasOneNumber(t *testing.T) {
	t.Parallel()
	h := sample(t)
	desks := map[string]hall.Actor{"everything": h.Boss}
	for i, r := range hall.AllRoles() {
		name := "desk" + strconv.Itoa(i)
		desks[name] = h.Add(name, []string{"林一木", "林二木", "林三木", "林四木", "林五木"}[i], r).Actor()
	}
	for name, way := range map[string][]string{
		"walk-in": keys("f4"), "appointments": keys("f5"), "joint": keys("f6", "enter"), "follow-ups": keys("f7"), "case": keys("f8", "enter"), "duty": keys("f9"),
		"roster": find("名册"), "organisations": find("调解组织"), "staff": find("人员"), "rota": find("值班安排"), "swaps": find("值班安排", "ctrl+o", "1"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			number, label := map[string]string{}, map[string]string{}
			for who, actor := range desks {
				d := apptest.Open(t, h, apptest.Options{Actor: &actor, W: 120, H: 50}).Press(way...)
				for range 14 {
					box := ansi.Strip(strings.Join(d.Press("enter").Painted(), "\n"))
					head := menuHead.FindString(box)
					for _, m := range menuLine.FindAllStringSubmatch(box, -1) {
						no, does := m[1], m[2]
						if was, known := number[does]; known && was != no {
							t.Errorf("%s is %s for somebody and %s for %s:\n%s", does, was, no, who, box)
						}
						if was, known := label[head+no]; known && was != does {
							t.Errorf("%s of %s is %s for somebody and %s for %s:\n%s", no, head, was, does, who, box)
						}
						number[does], label[head+no] = no, does
					}
					d.Press("esc", "down")
				}
				d.Close()
			}
			if len(number) < 3 {
				t.Errorf("only %v", number)
			}
		})
	}
}
