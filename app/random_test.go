package app_test

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"sizhen/app/apptest"
	"sizhen/store/seed"
	"sizhen/store/storetest"
	"sizhen/views/text"
)

var (
	randomKeys = flag.Int("keys", 200, "how many random keys a run presses")
	randomSeed = flag.Uint64("keyseed", 1, "which random keys")
)

// What a hand may do to a keyboard: places, things done, movement, digits, and words.
var (
	placeKeys = []string{"f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "ctrl+f", "ctrl+p", "ctrl+l"}
	doKeys    = []string{
		"ctrl+a", "ctrl+b", "ctrl+d", "ctrl+e", "ctrl+g", "ctrl+j", "ctrl+k", "ctrl+n", "ctrl+o", "ctrl+r", "ctrl+s", "ctrl+t",
		"ctrl+u", "ctrl+w", "ctrl+x", "ctrl+y", "ctrl+z", "alt+x", "ctrl+q",
	}
	moveKeys  = []string{"up", "down", "left", "right", "home", "end", "pgup", "pgdown", "tab", "shift+tab", "backspace", "delete", "space"}
	someWords = []string{
		"王建国", "阿卜杜拉·买买提", "𠮷㛃", "赔偿3000元", "明天来", "xzz", "wjg", "Smith", "330604196805082149", "10012346021", "2026-11-30", "11-30 9:00",
		"2月30日", "3000.55", "-1", "０９：３０", "(2026)百调字第3号", "e\u0301👩\u200d👩\u200d👧", "\u202e倒", "  ", "、。“”", "三组;五组", "99999999999999999999",
	}
	somePastes = []string{
		"一\r\n二\t三\x1b[31m红\x07", strings.Repeat("长", 10000), "\x00\x01\x02", "", "姓名\t电话\n", "\u200b\ufeff",
	}
)

// somePaths lead where chance alone seldom comes; * is any digit, a word that is no key is typed.
var somePaths = []string{
	"esc esc f3 章雪琴 enter enter enter enter 章阿根 enter enter enter 2 enter 滴水 enter 雨天水入院内 ctrl+s enter enter enter enter enter enter enter * ctrl+s ctrl+s",
	"esc esc f3 王建国 enter enter enter enter 王建军 enter enter enter * enter 欠款 enter 欠三千元 ctrl+s enter enter enter enter enter enter enter 3 ctrl+s ctrl+s",
	"esc esc f8 down down enter enter *", "esc esc f8 pgdown enter enter *", "esc esc f8 end enter enter *", "esc esc f8 enter 4 enter *",
	"esc esc f4 enter 1", "esc esc f4 enter *", "esc esc f6 down enter *", "esc esc f6 ctrl+n",
	"esc esc ctrl+p 资源 enter", "esc esc ctrl+p 资源 enter ctrl+n 派出所 enter", "esc esc ctrl+p 人员 enter", "esc esc ctrl+p 值班安排 enter",
	"esc esc ctrl+p 值班安排 enter enter *", "esc esc ctrl+p 值班安排 enter ctrl+o * enter *", "esc esc ctrl+p 值班安排 enter ctrl+n ctrl+s", "esc esc ctrl+p 设置 enter",
	"esc esc ctrl+p 密码 enter",
	"ctrl+l " + storetest.Password + " enter", "ctrl+l 1 enter",
}

// hand presses keys at random and remembers them.
type hand struct {
	r    *rand.Rand
	t    *testing.T
	h    *storetest.Hall
	d    *apptest.Driver
	lang text.Lang
	w, n int
	keys []string
}

func (p *hand) sit() {
	p.d = apptest.Open(p.t, p.h, apptest.Options{Actor: &p.h.Boss, Lang: p.lang, W: p.w, H: p.n})
}

func (p *hand) one(of []string) string { return of[p.r.IntN(len(of))] }

func (p *hand) press() {
	switch n := p.r.IntN(100); {
	case n < 9:
		p.key(p.one(placeKeys))
	case n < 25:
		p.key(p.one(doKeys))
	case n < 45:
		p.key(p.one(moveKeys))
	case n < 65:
		p.key("enter")
	case n < 72:
		p.key("esc")
	case n < 88:
		p.key(fmt.Sprint(p.r.IntN(10)))
	case n < 95:
		s := p.one(someWords)
		p.keys = append(p.keys, fmt.Sprintf("%q", s))
		p.d.Type(s)
		if p.r.IntN(2) == 0 {
			p.rest()
		}
	case n < 96:
		s := p.one(somePastes)
		p.keys = append(p.keys, fmt.Sprintf("paste %.20q", s))
		p.d.Paste(s)
	case n < 99 && p.r.IntN(3) > 0:
		for _, k := range strings.Fields(p.one(somePaths)) {
			p.step(k)
		}
	case n < 99:
		p.rest()
	default:
		w, n := 20+p.r.IntN(140), 5+p.r.IntN(45)
		p.keys = append(p.keys, fmt.Sprint(w, "x", n))
		p.d.Resize(w, n).Press("down").Resize(p.w, p.n)
	}
	if p.d.Quit() || p.away() {
		p.keys = append(p.keys, "sit")
		p.sit()
	}
}

// step presses a key or types a word of a path.
func (p *hand) step(k string) {
	switch {
	case p.d.Quit():
	case k == "*":
		p.key(fmt.Sprint(1 + p.r.IntN(9)))
	case len([]rune(k)) == 1, slices.Contains(placeKeys, k), slices.Contains(doKeys, k), slices.Contains(moveKeys, k), k == "enter", k == "esc":
		p.key(k)
	default:
		p.keys = append(p.keys, fmt.Sprintf("%q", k))
		p.d.Type(k)
	}
}

// rest lets what waits for typing to rest happen: what is looked for, what is kept.
func (p *hand) rest() {
	p.keys = append(p.keys, "rest")
	p.d.Rest()
}

func (p *hand) key(k string) {
	p.keys = append(p.keys, k)
	p.d.Press(k)
}

// away says that somebody has signed out or locked the screen.
func (p *hand) away() bool {
	top, _, _ := strings.Cut(p.d.Screen(), "\n")
	return strings.Contains(top, text.SignIn.Title.In(p.lang)) || strings.Contains(top, text.SignIn.Locked.In(p.lang))
}

// Whatever is pressed, typed or pasted, in whatever order: every frame is as large as the
// window, nobody meets an error that nobody foresaw (the driver checks both), nothing
// panics, and the store is whole.
func TestRandomKeys(t *testing.T) {
	t.Parallel()
	for i, size := range [][2]int{{80, 24}, {120, 36}} {
		for _, lang := range []text.Lang{text.Zh, text.En} {
			t.Run(fmt.Sprint(size[0], "x", size[1], "-", lang), func(t *testing.T) {
				t.Parallel()
				p := &hand{r: rand.New(rand.NewPCG(*randomSeed, uint64(i)*2+uint64(lang))), t: t, h: storetest.New(t), lang: lang, w: size[0], n: size[1]}
				o := seed.Options{Cases: 30, Mediators: 6, Years: 1, RNG: 3, Now: p.h.Now()}
				if err := seed.Fill(context.Background(), p.h.Store, o); err != nil {
					t.Fatal(err)
				}
				if err := seed.Today(context.Background(), p.h.Store, p.h.Boss, o); err != nil {
					t.Fatal(err)
				}
				defer func() {
					if e := recover(); e != nil {
						t.Errorf("panic: %v\n%s", e, debug.Stack())
					}
					if t.Failed() {
						t.Logf("the last keys: %s", strings.Join(p.keys[max(0, len(p.keys)-60):], " "))
					}
				}()
				p.sit()
				for range *randomKeys {
					p.press()
					p.h.Clock.Add(time.Second)
				}
			})
		}
	}
}
