package form_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

func studios(t *testing.T, h *storetest.Hall) *apptest.Driver {
	return apptest.New(t, h).Press("ctrl+p").Type("品牌调解室").Press("enter")
}

func drafts(t *testing.T, h *storetest.Hall) int {
	t.Helper()
	all, err := h.Desk(h.Boss).Drafts(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return len(all)
}

// One key pressed by mistake is nothing to go on with, and leaving says nothing of keeping.
func TestNothingTypedIsNothingKept(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := studios(t, h).Press("ctrl+n", "tab", "2").Rest().Press("esc").ExpectNot("已留在").Expect("只按了一个键")
	d.Press("ctrl+n").Type("2").Rest().Press("esc").ExpectNot("已留在")
	d.Press("ctrl+n").Type("老书记").Rest().Press("ctrl+u").Rest().Press("esc").ExpectNot("已留在")
	if n := drafts(t, h); n != 0 {
		t.Errorf("%d drafts of a stray key", n)
	}
	d.Press("ctrl+n").Type("老书记").Press("esc").Expect("已留在“未完成”里")
	if n := drafts(t, h); n != 1 {
		t.Errorf("%d drafts", n)
	}
}

// A new form is empty at once; what somebody left unfinished is offered by a key of its own.
func TestANewFormIsEmptyAndTheUnfinishedOneIsOffered(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := studios(t, h).Press("ctrl+n").Type("老书记").Press("esc", "ctrl+n").ExpectNot("名称 老书记").Expect("Ctrl-R 接着写")
	d.Press("ctrl+r").Expect("名称 老书记").Press("ctrl+d").Expect("丢弃写的这些").Press("2").Expect("已丢弃")
	if n := drafts(t, h); n != 0 {
		t.Errorf("%d drafts", n)
	}
}

// What was typed of an existing record is gone on with, but not by somebody whose first keys came
// before it could be seen; who throws away another one's words is told whose they are.
func TestWhatIsTypedBeforeADraftIsSeenDoesNotGoIntoIt(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	u, err := h.Desk(h.Boss).SaveStudio(context.Background(), 0, hall.Studio{Name: "老书记调解室"})
	if err != nil {
		t.Fatal(err)
	}
	d := studios(t, h).Press("enter", "3").Press("tab", "tab").Type("一杯茶").Press("esc").Expect("已留在")
	other := h.Add("other", "俞芳", hall.Admin|hall.Head).Actor()
	again := apptest.Open(t, h, apptest.Options{Actor: &other}).Press("ctrl+p").Type("品牌调解室").Press("enter", "enter", "3").Expect(u.Name, "一杯茶")
	again.Press("ctrl+d").Expect("这是陈芳写的").Press("1", "esc")
	d.Press("enter", "3").Expect("一杯茶").Press("tab", "tab").Press("ctrl+u", "esc").ExpectNot("已留在")
	if n := drafts(t, h); n != 0 {
		t.Errorf("%d drafts in which nothing stands", n)
	}
}

// A name of digits only is most likely a number meant for a list: it is asked about.
func TestANameOfDigitsIsAskedAbout(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := studios(t, h).Press("ctrl+n").Type("１2").Press("enter", "1", "ctrl+s").Expect("名称只有数字").Press("1")
	d.ExpectNot("已保存").Press("ctrl+s", "2").Expect("已保存")
	d.Press("ctrl+n").Type("老").Press("enter", "1", "ctrl+s").Expect("名称只有一个字", "“老”").Press("1").ExpectNot("已保存 老") // begun, and not gone on with
}

// What was changed at another desk is taken over, and what was typed here stays.
func TestWhatIsTypedStaysAndTheRestIsAsItIsNow(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	ctx, desk := context.Background(), h.Desk(h.Boss)
	u, err := desk.SaveStudio(ctx, 0, hall.Studio{Name: "老书记调解室"})
	if err != nil {
		t.Fatal(err)
	}
	d := studios(t, h).Press("enter", "3").Expect("老书记调解室").Press("tab", "tab").Type("一杯茶")
	u.Place = "文化礼堂"
	if _, err = desk.SaveStudio(ctx, 0, u); err != nil {
		t.Fatal(err)
	}
	d.Press("ctrl+s").Expect("别的窗口刚改过", "一杯茶", "文化礼堂").Press("ctrl+s").Expect("已保存")
	rows, err := desk.FindStudios(ctx, "", 9)
	if err != nil || len(rows) != 1 || rows[0].Place != "文化礼堂" || rows[0].Way != "一杯茶" {
		t.Errorf("%+v %v", rows, err)
	}
	if n := drafts(t, h); n != 0 {
		t.Errorf("%d drafts of a finished form", n)
	}
}

// asking is a screen that asks a small question about a list of its own.
type asking struct {
	env *views.Env
	all []string
}

type answers struct {
	all  []string
	slot int
}

func (a answers) Clone() answers { a.all = slices.Clone(a.all); return a }

func (a asking) Load() tea.Cmd {
	at := func(i int) func(*answers) *string { return func(r *answers) *string { return &r.all[i] } }
	return views.PushAsked(form.Box(a.env, form.Spec[answers]{
		Title: text.Raw("小问题"), Rule: text.Raw("法律第 20 条"), Start: answers{all: a.all},
		Fields: []*form.Field[answers]{
			form.Text("one", text.Raw("第一"), 20, at(0)), form.Text("two", text.Raw("第二"), 20, at(1)),
			form.Time("time", text.Raw("时间"), func(r *answers) *int { return &r.slot }),
		},
		Clashes: func(r answers) (string, func(context.Context, views.Session) ([]hall.Clash, error)) {
			if r.slot == 0 {
				return "", nil
			}
			return fmt.Sprint(r.slot), func(context.Context, views.Session) ([]hall.Clash, error) {
				return []hall.Clash{{Err: hall.Refuse(hall.ErrStaffBusy, "name", "陈芳", "from", 540, "to", 600)}}, nil
			}
		},
		Refused: func(r answers, why *hall.Error, all []hall.Clash, save func(answers) tea.Cmd) tea.Cmd {
			if len(all) != 1 || why.Code != hall.ErrStaffBusy {
				return nil
			}
			r.slot = 0
			return menu.Open(a.env, "照样定", []menu.Item{{Name: text.Raw("定"), Do: func() tea.Cmd { return save(r) }}})
		},
		Save: func(_ context.Context, _ views.Session, _ hall.DraftID, r answers) (answers, error) {
			if r.slot != 0 {
				return r, hall.Refuse(hall.ErrStaffBusy, "name", "陈芳", "from", 540, "to", 600)
			}
			return r, nil
		},
		Done: func(r answers) text.Message { return text.Raw(r.all[0] + "和" + r.all[1]) },
	}))
}

func (a asking) Update(tea.Msg) tea.Cmd { return nil }

func (a asking) Draw(w, h int) views.Frame { return views.NewFrame(w, h, []string{"底下的画面"}) }

func (a asking) Actions() []views.Action { return nil }

// A small question is a box over its screen: its rule stands above, what collides below, and a
// refusal may be answered with another question.
func TestASmallQuestionIsAskedInABox(t *testing.T) {
	t.Parallel()
	h, all := storetest.New(t), []string{"甲", "乙"}
	d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Screens: map[views.Screen]func(*views.Env, views.Route) views.View{
		views.Board: func(env *views.Env, _ views.Route) views.View { return asking{env, all} },
	}})
	d.Expect("底下的画面", "小问题", "法律第 20 条", "第一 甲", "第二 乙").ExpectNot("冲突")
	d.Press("tab").Type("丙").Press("tab").Type("9点").Rest().Expect("09:00", "冲突", "! 陈芳 在 09:00 到 10:00")
	d.Type("什么").Rest().ExpectNot("冲突").Press("ctrl+u").Type("9点").Rest().Expect("! 陈芳 在 09:00 到 10:00") // of no time nothing is said
	d.Press("ctrl+s").Expect("照样定").Press("1").Expect("甲和丙").ExpectNot("小问题")
	if all[1] != "乙" {
		t.Errorf("what the form began with was written into: %q", all)
	}
}

// A name is written as it is kept once its field is left, and no number passes as a village or a word
// as a telephone.
func TestFieldsAreWrittenAsTheyAreKept(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.New(t, h).Press("ctrl+p").Type("名册").Press("enter", "ctrl+n").Type("解\u3000 芳").Press("enter").Expect("解芳")
	d.Press("2", "enter").Type("13812345678").Press("enter").Expect("这里填村名").Press("up", "ctrl+u").Type("小港村").Press("enter").ExpectNot("这里填村名")
	d = apptest.New(t, h).Press("ctrl+p").Type("资源单位").Press("enter", "ctrl+n").Type("区法院").Press("enter", "1", "enter").Type("解\u3000卫 国")
	d.Press("enter").Expect("解卫国").Type("小港村").Press("enter").Expect("这不是电话号码").Press("up", "ctrl+u")
	d.Type("〇五七五-82345678 转 3").Press("enter").ExpectNot("这不是电话号码").Expect("0575-82345678转3")
}

// A stretch of time is said back as it was read, and a time at which the hall is closed is refused
// when the field is left.
func TestTimesAreSaidBackAndCheckedWhenTheFieldIsLeft(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Screens: map[views.Screen]func(*views.Env, views.Route) views.View{
		views.Board: func(env *views.Env, _ views.Route) views.View { return booking{env} },
	}})
	d.Expect("约时间").Type("2点到3点").Expect("14:00–15:00（1 小时）").Press("ctrl+u").Type("3").Expect("15:00").Press("ctrl+u").Type("6am-7am").Press("enter")
	d.Expect("不在开放时间")
}

// booking asks for a time, with a note that says nothing of a stretch.
type booking struct{ env *views.Env }

func (b booking) Load() tea.Cmd {
	type R = hall.Slot
	return views.PushAsked(form.Box(b.env, form.Spec[R]{
		Title: text.Raw("约时间"), Start: R{Day: hall.NewDay(2026, 11, 30)},
		Fields: []*form.Field[R]{
			form.Span(hall.FieldTime, text.Raw("时间"), func(r *R) (*int, *int) { return &r.From, &r.To }).Bookable(func(_ views.Session, r R) hall.Slot { return r }).
				Note(func(views.Session, R) text.Message { return text.Message{} }),
			form.Text("more", text.Raw("还有"), 20, func(*R) *string { return new(string) }),
		},
		Save: func(_ context.Context, _ views.Session, _ hall.DraftID, r R) (R, error) { return r, nil },
	}))
}

func (b booking) Update(tea.Msg) tea.Cmd { return nil }

func (b booking) Draw(w, h int) views.Frame { return views.NewFrame(w, h, nil) }

func (b booking) Actions() []views.Action { return nil }

// Eighteen types of dispute: the two digits of 16 are one number, also where every answer has the
// form look what follows from it; and what may still grow is shown.
func TestEveryOptionHasItsNumber(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	types := h.Settings().Types
	d := apptest.New(t, h).Press("f3").Type("章雪琴").Press("enter", "enter", "enter", "enter", "enter", "enter", "enter")
	d.Press("1").Expect("1_", "可以接着打第二位").Press("6").ExpectNot("1_").Press("enter").Expect("16 " + types[15].Zh)
	d.Press("up", "1", "enter").Expect("1 " + types[0].Zh).ExpectNot("1_")
}

// errand names a case of the hall, picked while somebody types.
type errand struct {
	id   hall.CaseID
	name string
	note string
}

// Of several that fit none is chosen before somebody goes there: Enter goes on, and says under the
// field that one is to be chosen. The only one that fits is marked, and taken.
func TestAmongSeveralNobodyChoosesBlind(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	find := func(_ context.Context, _ views.Session, q string) (out []form.Found, err error) {
		for i, n := range []string{"(2026)百调字第37号", "(2025)百调字第37号", "(2026)百调字第4号"} {
			if strings.Contains(n, q) {
				out = append(out, form.Found{ID: uint64(i + 1), Label: n})
			}
		}
		return out, nil
	}
	var got errand
	open := func() *apptest.Driver {
		return apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Screens: map[views.Screen]func(*views.Env, views.Route) views.View{
			views.Board: func(env *views.Env, _ views.Route) views.View {
				return form.New(env, form.Spec[errand]{Title: text.Raw("日志"), Stays: true, Fields: []*form.Field[errand]{
					form.Pick("case", text.Raw("案件"), 40, func(e *errand) *hall.CaseID { return &e.id }, func(e *errand) *string { return &e.name }, find),
					form.Text("note", text.Raw("说明"), 20, func(e *errand) *string { return &e.note }),
				}, Save: func(_ context.Context, _ views.Session, _ hall.DraftID, e errand) (errand, error) {
					got = e
					return e, nil
				},
					Then: func(errand) tea.Cmd { return nil }})
			},
		}})
	}
	d := open().Type("37").Rest().Expect("(2025)百调字第37号").ExpectNot("▸ (2025)", "▸ (2026)").Press("enter").Expect("▸ 说明", "! ")
	d.Press("up", "end", "backspace").Type("7").Rest().Press("down", "down").Expect("▸2 (2025)百调字第37号").Press("enter", "ctrl+s")
	if got.id != 2 {
		t.Errorf("the second was chosen, taken is %d", got.id)
	}
	open().Type("4号").Rest().Expect("▸ (2026)百调字第4号").Press("enter", "ctrl+s")
	if got.id != 3 {
		t.Errorf("the only one is taken, not %d", got.id)
	}
}

// On the last field Enter does what Ctrl-S does, and the footer says so.
func TestTheFooterSaysWhatEnterDoes(t *testing.T) {
	t.Parallel()
	d := apptest.New(t, storetest.New(t)).Press("ctrl+p").Type("修改密码").Press("enter").Expect("Enter 下一项")
	d.Press("enter", "enter").Expect("Enter 保存").ExpectNot("Enter 下一项")
}
