package house_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/house/setup"
	"sizhen/views/text"
)

// kiosk is the first start and somebody at the keys.
type kiosk struct {
	*apptest.Driver
	plans  []setup.Plan
	refuse error
}

func openSetup(t *testing.T, lang text.Lang, w, h int) *kiosk {
	return opened(t, lang, w, h, hall.Defaults(), nil)
}

// openMissing is the start of a hall whose store is gone.
func openMissing(t *testing.T, lang text.Lang, lost *setup.Missing) *kiosk {
	s := hall.Defaults()
	s.Name = lost.Name
	return opened(t, lang, 80, 24, s, lost)
}

func opened(t *testing.T, lang text.Lang, w, h int, start hall.Settings, lost *setup.Missing) *kiosk {
	t.Helper()
	k := &kiosk{}
	k.Driver = apptest.Open(t, storetest.New(t), apptest.Options{Lang: lang, W: w, H: h, Faults: true, Only: func(env *views.Env) views.View {
		return setup.New(env, setup.Options{
			Start: start, Config: "/home/hall/hall.toml", Data: "/home/hall/sizhen", Missing: lost,
			Create: func(_ context.Context, p setup.Plan) error { k.plans = append(k.plans, p); return k.refuse },
		})
	}})
	return k
}

func (k *kiosk) hall() *kiosk {
	k.Press("2").Type("百官街道联合调解中心").Press("enter", "enter", "enter", "enter", "enter").Type("一室、二室")
	return k
}

func (k *kiosk) person() *kiosk {
	k.Press("ctrl+s").Type("陈芳").Press("enter").Type("ChenFang").Press("enter", "enter").Type("four-five").Press("enter").Type("four-five")
	return k
}

func TestSetUpFromTheFirstKeyToTheHall(t *testing.T) {
	t.Parallel()
	k := openSetup(t, text.Zh, 80, 24)
	k.Expect("看看样例中心", "设置本中心", "退出")
	k.hall().Expect("百官街道联合调解中心", "一室、二室")
	k.person().Expect("*********").Press("ctrl+s")
	k.Expect("(2026)百调字第1号", "BG", "chenfang", "不显示", "/home/hall/hall.toml").ExpectNot("four-five")
	k.Press("ctrl+s")
	if !k.Quit() || len(k.plans) != 1 {
		t.Fatalf("ended %v, %d plans", k.Quit(), len(k.plans))
	}
	p := k.plans[0]
	if p.Settings.Word != "百" || p.Settings.Code != "BG" || strings.Join(p.Settings.Rooms, "|") != "一室|二室" || p.Name != "陈芳" || p.Login != "chenfang" ||
		p.Password != "four-five" {
		t.Errorf("planned %+v", p)
	}
	if err := p.Settings.Check(); err != nil {
		t.Errorf("the settings are refused: %v", err)
	}
}

// The sign-in name is proposed; and where it is missing all the same, who types the password a second
// time is not led to it: the password would stand there in clear.
func TestAPasswordIsNeverTypedInClear(t *testing.T) {
	t.Parallel()
	k := openSetup(t, text.Zh, 80, 24).hall()
	k.Press("ctrl+s").Type("陈芳").Press("enter").Expect("登录名 cf").Press("ctrl+u", "enter", "enter")
	k.Type("four-five").Press("enter").Type("four-five").Press("enter")
	k.Expect("“登录名”还没有填好").Type("four-five").Press("enter").Type("four-five").ExpectNot("four-five")
	k.Press("up", "up", "up").Type("cf").Press("enter", "enter", "ctrl+u").Type("four-five").Press("enter", "ctrl+u").Type("four-five").Press("enter")
	k.Expect("第 3 步")
}

// Nothing of the set-up is kept, and its help does not say so.
func TestTheSetUpPromisesNothingItDoesNotKeep(t *testing.T) {
	t.Parallel()
	openSetup(t, text.Zh, 80, 24).hall().Press("f1").Expect("帮助").ExpectNot("自动保存")
}

// What is proposed is replaced by typing, never gone on with.
func TestOwnWordReplacesTheProposedOne(t *testing.T) {
	t.Parallel()
	k := openSetup(t, text.Zh, 80, 24)
	k.Press("2").Type("百官街道").Press("enter").Expect("案号用字 百").Type("百调").Expect("(2026)百调字第1号").ExpectNot("百百调", "百调调")
	k.Press("up").Type("调解中心").Expect("案号用字 百调", "代码 BG")
}

func TestSetUpRefusesWhatIsMissingOrWrong(t *testing.T) {
	t.Parallel()
	k := openSetup(t, text.Zh, 80, 24)
	k.Press("2", "ctrl+s").Expect("这一项要填", "第 1 步").Type("小越镇调解中心").Press("ctrl+s").Expect("第 2 步")
	k.Press("ctrl+s").Expect("这一项要填").Type("陈芳").Press("enter").Type("chen fang").Press("enter", "enter").Type("short").Press("enter").Type("other")
	k.Press("ctrl+s").Expect("至少要 8 位").Press("shift+tab", "shift+tab").Expect("不要有空格").Press("ctrl+u").Type("cf").Press("enter", "enter").
		Type("long-enough").Press("enter").Type("another-one").Press("ctrl+s").Expect("两次输入的密码不一样")
	k.Type("short-and-long").Press("enter").Type("short-and-long").Press("ctrl+s").Expect("第 3 步", "XY")
}

func TestNothingTypedIsLost(t *testing.T) {
	t.Parallel()
	k := openSetup(t, text.Zh, 80, 24)
	k.refuse = errors.New("disk")
	k.hall().person().Press("ctrl+s", "ctrl+s").Expect("没有建成", "百官街道联合调解中心", "chenfang")
	k.refuse = hall.Refuse(hall.ErrLoginTaken, "login", "chenfang").In("login")
	k.Press("ctrl+s").Expect("第 2 步", "chenfang 已有人用")
	k.Press("esc").Expect("第 1 步", "一室、二室").Press("esc").Expect("看看样例中心").Press("2").Expect("百官街道联合调解中心")
}

func TestHelpWorksBeforeThereIsAHall(t *testing.T) {
	t.Parallel()
	k := openSetup(t, text.Zh, 80, 24)
	k.Press("2", "f1").Expect("Ctrl-C").ExpectNot("F9").Press("esc").Expect("第 1 步").Press("esc", "3")
	if !k.Quit() {
		t.Error("three does not end it")
	}
}

func TestEverySizeAndLanguage(t *testing.T) {
	t.Parallel()
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range apptest.Sizes() {
			openSetup(t, lang, size[0], size[1]+4).hall().person().Press("ctrl+s").Expect("chenfang")
		}
	}
}

// A doubt is asked about where it can be seen and mended, not on the page before.
func TestADoubtfulNameIsAskedAboutOnItsOwnPage(t *testing.T) {
	t.Parallel()
	k := openSetup(t, text.Zh, 80, 24)
	k.hall().Press("ctrl+s").Type("9").Press("esc").Expect("一室、二室").Press("ctrl+s").ExpectNot("只有数字").Expect("登录名").Press("ctrl+s").ExpectNot("一室、二室")
}

// Where a hall was kept and its store is missing nobody is greeted as on a first start: it is said what
// is missing, copies are named, and a second hall is set up only behind a question whose no comes first.
func TestAMissingStoreIsLookedForBeforeAnotherHallIsSetUp(t *testing.T) {
	t.Parallel()
	for lang, words := range map[text.Lang][]string{
		text.Zh: {"原来有“百官街道联合调解中心”", "不在原处", "先找", "欢迎使用", "另设一个新的、空的中心？", "第 1 步"},
		text.En: {"“百官街道联合调解中心” was kept", "not where it was", "Find it first", "Welcome", "Set up a new, empty hall?", "step 1 of 3"},
	} {
		k := openMissing(t, lang, &setup.Missing{Name: "百官街道联合调解中心", File: "/home/hall/sizhen/hall.db",
			Copies: []string{"/home/hall/hall-copy-20261124-101400.db"}})
		k.Expect(words[0], words[1], words[2], "/home/hall/sizhen/hall.db", "/home/hall/hall-copy-20261124-101400.db").ExpectNot(words[3])
		k.Press("2").Expect(words[4]).Press("enter").ExpectNot(words[4], words[5])
		k.Press("2", "2").Expect(words[5], "百官街道联合调解中心").Press("esc")
		k = openMissing(t, lang, &setup.Missing{File: "/home/hall/sizhen/hall.db"})
		if k.Press("enter"); !k.Quit() || len(k.plans) > 0 {
			t.Error("Enter does not leave it as it is")
		}
	}
}
