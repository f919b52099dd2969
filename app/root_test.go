package app_test

import (
	"bytes"
	"log/slog"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"time"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/text"
)

func TestLateAnswerGoesToWhoAskedOrNowhere(t *testing.T) {
	t.Parallel()
	d, b, _ := desk(t, apptest.Options{})
	b.late = 3 * time.Second
	d.Press("ctrl+o", "f3").Expect("intake-0 #2").Advance(4 * time.Second).ExpectNot("迟到")
	d.Press("esc").Expect("board-0 #1", "听到 迟到") // the board was only covered
	d.Press("f3", "ctrl+o", "esc", "f3").Expect("intake-0 #4").Advance(4 * time.Second).ExpectNot("迟到")
}

func TestLateWishToGoBackTakesNoOtherScreenAway(t *testing.T) {
	t.Parallel()
	d, b, _ := desk(t, apptest.Options{})
	d.Press("f8", "ctrl+b").Advance(0).Expect("board-0")
	b.late = 3 * time.Second
	d.Press("f8", "ctrl+g", "ctrl+b", "esc").Expect("cases-0").Advance(4 * time.Second).Expect("cases-0")
}

func TestWhatWasReadBeforeAChangeIsReadAgain(t *testing.T) {
	t.Parallel()
	d, b, _ := desk(t, apptest.Options{})
	b.loadTime, b.value = time.Second, 1
	d.Press("f3") // reads 1
	b.value = 2
	d.Reload().Reload().Advance(time.Second).Expect("值 1").Advance(time.Second).Expect("值 2")
}

func TestTimerTakesOnlyItsOwnToastAway(t *testing.T) {
	t.Parallel()
	d, _, _ := desk(t, apptest.Options{})
	d.Press("ctrl+t").Expect("办好了").Advance(5 * time.Second).Press("ctrl+u").Expect("又办好了")
	d.Advance(2 * time.Second).Expect("又办好了").Advance(5 * time.Second).ExpectNot("办好了").Expect("提示")
}

func TestWayBack(t *testing.T) {
	t.Parallel()
	d, b, _ := desk(t, apptest.Options{})
	d.Press("f8", "ctrl+g").Expect("casefile-1 #3").Press("ctrl+g").Expect("casefile-2 #4")
	d.Press("ctrl+r").Expect("casefile-1 #3") // the one that is open, not a second one
	d.Press("esc").Expect("cases-0").Press("esc").Expect("board-0 #1").Press("esc").Expect("board-0 #1")
	d.Press("f8", "ctrl+g", "f4").Expect("walkin-0").Press("esc").Expect("board-0 #1")
	n := b.opened
	d.Press("f2", "f2", "f9", "ctrl+f").Expect("board-0 #1") // there is no duty screen and no search here
	if b.opened != n {
		t.Error("a screen was made that cannot be seen")
	}
}

func TestDialogAnswersItsOpener(t *testing.T) {
	t.Parallel()
	d, _, _ := desk(t, apptest.Options{})
	d.Press("f8", "ctrl+d").Expect("做什么", "先要登记").Press("1").ExpectNot("做什么").Expect("听到 选了a")
	d.Press("ctrl+d", "2").Expect("先要登记", "做什么").Press("esc").ExpectNot("做什么").Expect("听到 选了a")
	d.Press("ctrl+k").Expect("填一填").Type("王小明").Press("ctrl+s").Expect("听到 填了王小明")
}

func TestWideDigitsChooseToo(t *testing.T) {
	t.Parallel()
	d, _, _ := desk(t, apptest.Options{})
	d.Press("f8", "ctrl+d").Expect("做什么").Type("１").ExpectNot("做什么").Expect("听到 选了a")
}

func TestPlaceKeysOverADialog(t *testing.T) {
	t.Parallel()
	d, _, _ := desk(t, apptest.Options{})
	d.Press("ctrl+d", "f8").Expect("cases-0").ExpectNot("做什么")
	d.Press("ctrl+k").Type("王小明").Press("f8").Expect("王小明", "就在这里").Press("f2").Expect("board-0", "没填完的还在“案件”里")
	d.Press("f4").Expect("walkin-0").Press("f8").Expect("填一填", "王小明").Press("esc").ExpectNot("填一填").Expect("cases-0").Press("f2")
	d.Press("ctrl+p").Letters("x").Press("f2").Expect("board-0")
	d.Press("f1", "pgdown", "pgdown").Expect("帮助", "先要受理").Press("f8").Expect("cases-0").ExpectNot("哪里都一样")
}

func TestWhatCannotBeDoneSaysWhy(t *testing.T) {
	t.Parallel()
	d, _, h := desk(t, apptest.Options{})
	d.Press("ctrl+x").Expect("! 先要受理")
	h.Add("admin", "管理", hall.Admin)
	who := hall.Actor{Staff: 2, Name: "管理", Roles: hall.Admin}
	d, _, _ = desk(t, apptest.Options{Actor: &who})
	d.Press("f3").Expect("board-0", "! ")
	d.Press("ctrl+p").Letters("sldj").Press("enter").Expect("board-0").Press("esc")
	d.Press("ctrl+p").Type("人员").Press("enter").Expect("staff-0")
}

func TestPaletteFindsByNameInitialsAndNumber(t *testing.T) {
	t.Parallel()
	d, _, _ := desk(t, apptest.Options{})
	d.Press("f8", "ctrl+p").Expect("1 今日", "2 受理登记").Press("1").Expect("board-0")
	for _, q := range []string{"坐堂", "ztmz", "ZT", "walk", "f4"} {
		d.Press("f2", "ctrl+p").Type(q).Press("enter").Expect("walkin-0")
	}
	d.Press("ctrl+p").Type("没有这样的").Expect("没有这个画面或命令").Press("enter", "esc").Expect("walkin-0")
	d.Press("ctrl+p").Letters("switch").Press("enter").Expect("F1 help").Press("ctrl+p").Letters("chin").Press("enter").Expect("F1 帮助")
}

func TestPanicInACommandIsShownAndSurvived(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	d, _, _ := desk(t, apptest.Options{Faults: true, Log: slog.New(slog.NewTextHandler(&log, nil))})
	d.Press("ctrl+e")
	id := regexp.MustCompile(`1124-1014-1`).FindString(d.Screen())
	if id == "" || !strings.Contains(log.String(), "id="+id) || !strings.Contains(log.String(), "坏了") {
		t.Errorf("shown:\n%s\nlogged: %s", d.Screen(), log.String())
	}
	d.Press("f8").Expect("cases-0")
}

func TestNothingMovesWhileSomebodyTypes(t *testing.T) {
	t.Parallel()
	d, b, _ := desk(t, apptest.Options{})
	b.value = 1
	d.Press("f8").Advance(time.Minute).Expect("值 1")
	b.value = 2
	d.Advance(time.Minute).Expect("值 2").Press("ctrl+n")
	b.value = 3
	d.Advance(5 * time.Minute).Expect("值 2").Reload().Expect("值 3") // a change is shown all the same
}

func TestScreenThatStandsAlone(t *testing.T) {
	t.Parallel()
	b := &house{}
	d, _, _ := desk(t, apptest.Options{Only: func(env *views.Env) views.View {
		return b.screens()[views.Staff](env, views.Route{Screen: views.Staff})
	}})
	d.Expect("staff-0", "百官街道联合调解中心").Press("f2", "ctrl+p", "ctrl+l", "esc").Expect("staff-0", "F1 帮助").ExpectNot("Ctrl-P")
	d.Press("ctrl+n").Type("填好的").Press("ctrl+c", "ctrl+c")
	if !d.Quit() || len(b.kept) != 1 {
		t.Error("it does not end, or forgets what was typed")
	}
}

// Whatever is pressed, and however slow or broken the store behind the screens is, the
// session neither hangs nor draws a wrong frame: at the end F2 still leads to the board.
func TestKeysAtRandomOverASlowStore(t *testing.T) {
	t.Parallel()
	keys := words("up down enter esc esc tab f1 f2 f3 f4 f8 f9 ctrl+p ctrl+f ctrl+n ctrl+o ctrl+t ctrl+g ctrl+r ctrl+b ctrl+w ctrl+d ctrl+k ctrl+x 1 2 9 " +
		"ctrl+s backspace")
	rounds := uint64(4)
	if testing.Short() {
		rounds = 1
	}
	for seed := range rounds {
		rng := rand.New(rand.NewPCG(seed, 5))
		d, b, _ := desk(t, apptest.Options{Lang: text.Lang(seed % 2)})
		for range 1500 {
			switch rng.IntN(10) {
			case 0:
				b.loadTime, b.keepTime, b.late = pause(rng), pause(rng), pause(rng)
				b.keepErr = []error{nil, nil, hall.Refuse(hall.ErrConflict)}[rng.IntN(3)]
			case 1:
				d.Advance(pause(rng))
			case 2:
				d.Type([]string{"章雪琴", "𠮷", "9"}[rng.IntN(3)])
			case 3:
				d.Resize(60+rng.IntN(80), 15+rng.IntN(30))
			default:
				d.Press(keys[rng.IntN(len(keys))])
			}
		}
		b.loadTime, b.keepTime, b.late, b.keepErr = 0, 0, 0, nil
		d.Resize(80, 24).Advance(10*time.Second).Press("esc", "esc", "esc", "f2").Expect("board-0")
	}
}

func pause(rng *rand.Rand) time.Duration { return time.Duration(rng.IntN(3)) * time.Second }

func words(s string) []string { return strings.Fields(s) }

// The way to everything stands in the last line at every size, in both languages, and with it
// every place where a screen has few keys of its own.
func TestFooterNamesTheKeyToEverything(t *testing.T) {
	t.Parallel()
	for lang, names := range map[text.Lang][]string{text.Zh: {"F1 帮助", "F4 叫号", "F8 案件", "Ctrl-P 全部"}, text.En: {"F1 help", "F5 appointments", "Ctrl-P all"}} {
		h := storetest.New(t)
		d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Lang: lang})
		d.Press("f2").Expect(names...)
		for _, key := range []string{"f3", "f4", "f5", "f8", "f9"} {
			d.Press(key).Expect(names[len(names)-1])
		}
	}
}
