package house_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/house/palette"
	"sizhen/views/text"
)

func items() []palette.Item {
	return []palette.Item{
		{Name: text.M("今日", "today"), Key: "F2", Msg: 1}, {Name: text.M("坐堂门诊", "walk-in"), Key: "F4", Msg: 2},
		{Name: text.M("人员账号", "accounts"), Msg: 3, Why: text.M("这要管理员来做", "an administrator's matter")},
		{Name: text.M("锁屏", "lock the screen"), Key: "Ctrl-L", Msg: 4},
	}
}

// press gives keys to the box and returns what the last one came to.
func press(d views.View, keys ...string) tea.Msg {
	var out tea.Msg
	for _, k := range keys {
		out = nil
		if cmd := d.Update(apptest.Key(k)); cmd != nil {
			out = cmd()
		}
	}
	return out
}

func typed(d views.View, s string) views.View {
	d.Update(tea.KeyPressMsg{Text: s, Code: []rune(s)[0]})
	return d
}

func TestFoundByWhateverComesToMind(t *testing.T) {
	for query, want := range map[string]int{"坐堂": 2, "门诊": 2, "zt": 2, "ZTMZ": 2, "walk": 2, "f4": 2, "today": 1, "sp": 4, "Ctrl-L": 4} {
		if got := press(typed(palette.New(apptest.Env(text.Zh, hall.Head), items()), query), "enter"); got != (views.PopMsg{Answer: want}) {
			t.Errorf("%q leads to %v", query, got)
		}
	}
	d := palette.New(apptest.Env(text.Zh, hall.Head), items())
	if got := press(d, "2"); got != (views.PopMsg{Answer: 2}) {
		t.Errorf("2 leads to %v", got)
	}
	d = palette.New(apptest.Env(text.Zh, hall.Head), items())
	if got := press(d, "up", "down", "down", "up", "up", "enter"); got != (views.PopMsg{Answer: 1}) {
		t.Errorf("Enter leads to %v", got)
	}
	if got := press(typed(d, "没有"), "enter"); got != nil {
		t.Errorf("nothing leads to %v", got)
	}
}

func TestWhatIsBarredStaysAndSaysWhy(t *testing.T) {
	d := palette.New(apptest.Env(text.Zh, hall.Head), items())
	if got, ok := press(d, "3").(views.ToastMsg); !ok || got.Level != views.Warn || got.Text.In(text.Zh) != "这要管理员来做" {
		t.Errorf("it answers %v", got)
	}
	if s := apptest.Plain(d.Draw(76, 18)); !strings.Contains(s, "这要管理员来做") {
		t.Errorf("the reason is not shown:\n%s", s)
	}
}

func TestFramesOfPalette(t *testing.T) {
	many := items()
	for i := range 25 {
		many = append(many, palette.Item{Name: text.Raw(fmt.Sprint(strings.Repeat("长的名字", 7), i)), Key: "Ctrl-L", Why: text.Raw(strings.Repeat("为什么", i))})
	}
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, its := range [][]palette.Item{nil, items(), many} {
			for _, size := range apptest.Sizes() {
				d := palette.New(apptest.Env(lang, hall.Head), its)
				for range 30 {
					box := d.Draw(size[0]-4, size[1]-2)
					if len(box.Lines) > size[1]-2 {
						t.Fatalf("%d items: %d lines in %d", len(its), len(box.Lines), size[1]-2)
					}
					apptest.Fits(t, fmt.Sprint(lang, size, len(its)), views.NewFrame(size[0], size[1], nil).Over(box, 2, 1), size[0], size[1])
					press(d, "down")
				}
			}
		}
	}
}

func TestWhatDoesNotFitIsCounted(t *testing.T) {
	t.Parallel()
	var many []palette.Item
	for i := range 30 {
		many = append(many, palette.Item{Name: text.Raw(fmt.Sprint("画面", i)), Msg: i})
	}
	d := palette.New(apptest.Env(text.Zh, hall.Head), many)
	if got := apptest.Plain(d.Draw(76, 18)); !strings.Contains(got, "还有 17 行 ↓") {
		t.Errorf("no count:\n%s", got)
	}
	for range 29 {
		d.Update(apptest.Key("down"))
	}
	if got := apptest.Plain(d.Draw(76, 18)); !strings.Contains(got, "▸") || !strings.Contains(got, "画面29") || !strings.Contains(got, "前面还有 17 行 ↑") {
		t.Errorf("the end is not shown:\n%s", got)
	}
}

// The keys that go far go far here too.
func TestThePaletteIsPaged(t *testing.T) {
	t.Parallel()
	for key, want := range map[string]int{"end": 4, "pgdown": 4} {
		d := palette.New(apptest.Env(text.Zh, hall.Head), items())
		if got := press(d, key, "enter"); got == nil || !strings.Contains(fmt.Sprintf("%+v", got), fmt.Sprint(want)) {
			t.Errorf("%s: %+v", key, got)
		}
	}
	d := palette.New(apptest.Env(text.Zh, hall.Head), items())
	if got := press(d, "end", "home", "enter"); !strings.Contains(fmt.Sprintf("%+v", got), "1") {
		t.Errorf("home: %+v", got)
	}
}
