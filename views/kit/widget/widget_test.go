package widget_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"sizhen/views/kit/theme"
	"sizhen/views/kit/widget"
)

var style = sync.OnceValue(func() theme.Styles { return theme.New(theme.Options{Depth: theme.NoColor}) })

func typed(s string) tea.KeyPressMsg { return tea.KeyPressMsg{Text: s, Code: []rune(s)[0]} }

func key(code rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: code} }

var pieces = []string{"章", "雪琴", "a", "𠮷", "e\u0301", "👨‍👩‍👧", "，", " ", "阿卜杜拉·买买提", "\t", "\x1b[31m", "\u202e", "1"}

// Whatever is typed, pasted and deleted: the field is as wide as it was told, the cursor is
// in it, and what stands before the cursor is what stands before it on the screen.
func TestFieldKeepsItsPlace(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		f := widget.NewField(rapid.IntRange(1, 30).Draw(rt, "most"))
		for range rapid.IntRange(1, 40).Draw(rt, "keys") {
			switch rapid.IntRange(0, 8).Draw(rt, "what") {
			case 0:
				f.Update(key(tea.KeyLeft))
			case 1:
				f.Update(key(tea.KeyRight))
			case 2:
				f.Update(key(tea.KeyBackspace))
			case 3:
				f.Update(key(tea.KeyDelete))
			case 4:
				f.Update(key([]rune{tea.KeyHome, tea.KeyEnd}[rapid.IntRange(0, 1).Draw(rt, "end")]))
			case 5:
				f.Update(tea.PasteMsg{Content: strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 20).Draw(rt, "paste"), "")})
			default:
				f.Update(typed(rapid.SampledFrom(pieces).Draw(rt, "typed")))
			}
			w := rapid.IntRange(2, 40).Draw(rt, "w")
			line, cx := f.Draw(w, true, style())
			if n := ansi.StringWidth(line); n != w || cx < 0 || cx >= w {
				rt.Fatalf("%d cells of %d, cursor at %d: %q", n, w, cx, line)
			}
			if strings.ContainsFunc(f.Value(), unicode.IsControl) || strings.ContainsRune(f.Value(), '\u202e') {
				rt.Fatalf("holds what a terminal acts upon: %q", f.Value())
			}
			if before := ansi.Truncate(ansi.Strip(line), cx, ""); ansi.StringWidth(before) != cx {
				rt.Fatalf("the cursor stands inside a character: %q at %d", line, cx)
			}
		}
	})
}

func TestFieldTakesAPasteOfTenThousand(t *testing.T) {
	f := widget.NewField(40)
	f.Update(tea.PasteMsg{Content: "\x1b]0;title\x07章\x00雪琴\n" + strings.Repeat("长", 10000)})
	if !f.Clipped() || !strings.HasPrefix(f.Value(), "章雪琴 长") || len([]rune(f.Value())) != 40 {
		t.Errorf("%q", f.Value())
	}
	f.Update(tea.KeyPressMsg{Code: 'a', Mod: tea.ModCtrl})
	f.Update(typed("新"))
	if f.Value() != "新" {
		t.Errorf("typed over everything: %q", f.Value())
	}
	f.Update(tea.PasteMsg{Content: "10012346021\r\n"})
	if f.Value() != "新10012346021" {
		t.Errorf("a copied cell: %q", f.Value())
	}
}

func TestPasswordIsNotShown(t *testing.T) {
	f := widget.NewField(40)
	f.Mask = true
	f.Set("密码secret")
	if line, cx := f.Draw(20, true, style()); strings.Contains(line, "密") || strings.Contains(line, "s") || cx != 8 {
		t.Errorf("%q %d", line, cx)
	}
}

func items() []widget.Item {
	return []widget.Item{
		{ID: "name", Label: "申请人", Max: 20, Required: true, Suggest: []string{"章雪琴（小港村）", "章阿根"}, Help: "帮助"},
		{ID: "type", Label: "纠纷类型", Kind: widget.Choice, Required: true, Options: []widget.Option{
			{Key: "m", Label: "婚姻家庭", Initials: "hyjt"}, {Key: "n", Label: "邻里", Initials: "ll"}, {Key: "x", Label: "不行", Initials: "bx", Reason: "没有权限"}}},
		{ID: "facts", Label: "简要情况", Kind: widget.Notes, Max: 500},
		{ID: "job", Label: "职业", Later: true},
	}
}

func form() *widget.Form {
	return widget.NewForm(style(), widget.FormText{Later: "以后再填：{names}", Comma: "、", Required: "要填", Clipped: "太长"}, items())
}

// Random keys at random sizes: a form is exactly as large as it was told, with the cursor in it.
func TestFormFits(t *testing.T) {
	codes := []rune{tea.KeyUp, tea.KeyDown, tea.KeyLeft, tea.KeyRight, tea.KeyEnter, tea.KeyTab, tea.KeyBackspace, tea.KeyHome, tea.KeyEnd}
	rapid.Check(t, func(rt *rapid.T) {
		f := form()
		f.SetError("facts", "这一项太长，请缩短到四十个字以内再试一次")
		for range rapid.IntRange(1, 40).Draw(rt, "keys") {
			if rapid.Bool().Draw(rt, "type") {
				f.Update(typed(rapid.SampledFrom(append(pieces, "l", "3")).Draw(rt, "text")))
			} else {
				f.Update(key(rapid.SampledFrom(codes).Draw(rt, "code")))
			}
			w, h := rapid.IntRange(20, 100).Draw(rt, "w"), rapid.IntRange(1, 25).Draw(rt, "h")
			lines, cx, cy, ok := f.Draw(w, h)
			if len(lines) != h || ok && (cx < 0 || cx >= w || cy < 0 || cy >= h) {
				rt.Fatalf("%d lines of %d, cursor %d,%d", len(lines), h, cx, cy)
			}
			for _, l := range lines {
				if n := ansi.StringWidth(l); n != w {
					rt.Fatalf("%d cells of %d: %q", n, w, l)
				}
			}
		}
	})
}

func TestChoiceByDigitInitialsAndReason(t *testing.T) {
	f := form()
	f.Focus("type")
	if f.Update(key(tea.KeyEnter)); f.Raw("type") != "" || f.Focused() != "facts" {
		t.Errorf("Enter alone chose %q, and went to %s", f.Raw("type"), f.Focused())
	}
	f.Focus("type")
	f.Update(typed("l"))
	if f.Raw("type") != "n" || f.Focused() != "type" {
		t.Errorf("by initials: %q, then %s", f.Raw("type"), f.Focused())
	}
	if ev := f.Update(typed("3")); ev.Refused != "没有权限" || f.Raw("type") != "n" {
		t.Errorf("refused: %+v, %q", ev, f.Raw("type"))
	}
	for _, one := range []string{"1", "１"} {
		f.Update(typed("2"))
		f.Update(typed(one))
		if f.Raw("type") != "m" || f.Focused() != "type" {
			t.Errorf("by digit: %q, then %s", f.Raw("type"), f.Focused())
		}
	}
}

// Letters that no option begins with, and numbers that none has, are answered.
func TestWhatMeansNothingOnAChoiceIsSaid(t *testing.T) {
	f := widget.NewForm(style(), widget.FormText{Digits: "按数字选"},
		[]widget.Item{{ID: "a", Kind: widget.Choice, Options: []widget.Option{{Key: "1", Label: "是", Initials: "s"}}}})
	for _, k := range []tea.Msg{typed("小"), typed("x"), typed("7"), tea.PasteMsg{Content: "小港村"}} {
		if ev := f.Update(k); ev.Refused != "按数字选" || f.Raw("a") != "" {
			t.Errorf("%v: %+v", k, ev)
		}
	}
}

// Letters typed in a row are one word: they narrow, and what leaves no option chooses none.
func TestLettersInARowNarrowAChoice(t *testing.T) {
	for letters, want := range map[string]string{"h": "", "ht": "c", "hw": "", "w": "p", "wy": "p", "hwy": "", "y": "m", "pro": "p"} {
		f := widget.NewForm(style(), widget.FormText{Letters: "没有 {letters}"}, []widget.Item{{ID: "a", Kind: widget.Choice, Options: []widget.Option{
			{Key: "h", Label: "婚姻家庭", Initials: "hyjt"}, {Key: "c", Label: "合同", Initials: "ht"}, {Key: "m", Label: "医疗", Initials: "yl"},
			{Key: "p", Label: "Property", Initials: "wy"}}}})
		var ev widget.Event
		for _, l := range letters {
			ev = f.Update(typed(string(l)))
		}
		if f.Raw("a") != want || letters == "hw" && ev.Refused != "没有 hw" {
			t.Errorf("%s: chose %q, want %q: %+v", letters, f.Raw("a"), want, ev)
		}
	}
}

// A digit chooses and stays, Enter goes one on: the next field is neither skipped nor filled.
func TestEnterAfterADigitSkipsNothing(t *testing.T) {
	f := form()
	f.Focus("type")
	f.Update(typed("1"))
	f.Update(key(tea.KeyEnter))
	if f.Focused() != "facts" {
		t.Errorf("skipped to %s", f.Focused())
	}
	f.Focus("type")
	f.Update(typed("1"))
	f.Update(typed("滴"))
	if f.Focused() != "type" || f.Raw("facts") != "" {
		t.Errorf("letters on a choice went to %s: %q", f.Focused(), f.Raw("facts"))
	}
}

// With ten options and more a second digit makes a number of two.
func TestATwoDigitNumberChooses(t *testing.T) {
	var all []widget.Option
	for _, k := range "abcdefghijkl" {
		all = append(all, widget.Option{Key: string(k), Label: string(k)})
	}
	f := widget.NewForm(style(), widget.FormText{}, []widget.Item{{ID: "a", Kind: widget.Choice, Options: all}})
	for _, c := range [][2]string{{"1", "a"}, {"2", "l"}, {"3", "c"}} {
		f.Update(typed(c[0]))
		if f.Raw("a") != c[1] {
			t.Errorf("after %s: %q", c[0], f.Raw("a"))
		}
	}
}

// A field for a number takes nothing that stands in none, and wide digits as digits.
func TestPlainField(t *testing.T) {
	f := widget.NewForm(style(), widget.FormText{}, []widget.Item{{ID: "id", Plain: true, Max: 24}})
	f.Update(typed("３"))
	f.Update(typed("章"))
	f.Update(tea.PasteMsg{Content: "３３ｘ翻建-1"})
	if got := f.Raw("id"); got != "333x-1" {
		t.Errorf("%q", got)
	}
}

func TestTwoDigitsAmongMany(t *testing.T) {
	var opts []widget.Option
	for i := range 18 {
		opts = append(opts, widget.Option{Key: fmt.Sprint("k", i+1), Label: fmt.Sprint("类", i+1)})
	}
	for in, want := range map[string]string{"1 8": "k18", "1 enter": "k1", "2": "k2", "1 0": "k10"} {
		f := widget.NewForm(style(), widget.FormText{}, []widget.Item{{ID: "c", Kind: widget.Choice, Options: opts}, {ID: "d"}})
		for _, k := range strings.Fields(in) {
			if k == "enter" {
				f.Update(key(tea.KeyEnter))
			} else {
				f.Update(typed(k))
			}
		}
		if got := f.Raw("c"); got != want {
			t.Errorf("%s chose %q, want %q", in, got, want)
		}
	}
}

// In a field a digit is text, whatever is suggested under it; among the suggestions, once the
// arrow led there, it takes one.
func TestSuggestionsByArrowAndThenByDigit(t *testing.T) {
	f := form()
	if ev := f.Update(typed("2")); ev.Picked != -1 || f.Raw("name") != "2" {
		t.Errorf("%+v, %q", ev, f.Raw("name"))
	}
	f.Update(key(tea.KeyDown))
	if ev := f.Update(key(tea.KeyEnter)); ev.Picked != 0 {
		t.Errorf("%+v", ev)
	}
	f.Focus("name")
	f.Update(key(tea.KeyDown))
	if ev := f.Update(typed("2")); ev.Picked != 1 || ev.PickedIn != "name" || f.Raw("name") != "2" {
		t.Errorf("%+v, %q", ev, f.Raw("name"))
	}
}

// Where more fits than is suggested, it is said below the last.
func TestSuggestionsSayThatThereAreOthers(t *testing.T) {
	t.Parallel()
	f := widget.NewForm(style(), widget.FormText{Others: "再打几个字"}, []widget.Item{{ID: "name", Label: "姓名"}})
	shown := func() string {
		lines, _, _, _ := f.Draw(60, 14)
		return ansi.Strip(strings.Join(lines, "\n"))
	}
	f.SetSuggest("name", []string{"章雪琴", "章阿根"}, 0)
	if got := shown(); strings.Contains(got, "再打几个字") {
		t.Errorf("there are no others:\n%s", got)
	}
	f.SetOthers("name")
	if got := shown(); !strings.Contains(got, "再打几个字") {
		t.Errorf("others are not said:\n%s", got)
	}
}

// Ctrl-U clears a line and a text, and a text comes back when it is pressed again.
func TestCtrlUClears(t *testing.T) {
	f := form()
	f.SetValues(map[string]string{"name": "章雪琴", "facts": "滴水"})
	clear := tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl}
	f.Update(key(tea.KeyLeft))
	f.Update(clear)
	f.Focus("facts")
	if f.Update(clear); f.Raw("name") != "" || f.Raw("facts") != "" {
		t.Errorf("%q, %q", f.Raw("name"), f.Raw("facts"))
	}
	if f.Update(clear); f.Raw("facts") != "滴水" {
		t.Errorf("%q", f.Raw("facts"))
	}
}

func TestNotesMoveByShownLines(t *testing.T) {
	f := form()
	f.Focus("facts")
	f.Draw(30, 20)
	f.Update(typed(strings.Repeat("滴水", 20)))
	f.Update(tea.KeyPressMsg{Code: 'j', Mod: tea.ModCtrl})
	f.Update(typed("第二段"))
	_, cx, cy, _ := f.Draw(30, 20)
	f.Update(key(tea.KeyUp))
	_, _, up, _ := f.Draw(30, 20)
	if up != cy-1 || f.Focused() != "facts" {
		t.Errorf("from line %d to %d in %s", cy, up, f.Focused())
	}
	f.Update(key(tea.KeyDown))
	if _, x, y, _ := f.Draw(30, 20); x != cx || y != cy {
		t.Errorf("back at %d,%d, was %d,%d", x, y, cx, cy)
	}
	if !strings.HasSuffix(f.Raw("facts"), "水\n第二段") {
		t.Errorf("%q", f.Raw("facts"))
	}
}

// No line begins with a full stop or ends with an opening bracket, none is too long, and
// nothing is lost but the blanks at which lines break.
func TestWrapByTheChineseRules(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"滴", "水", "，", "。", "（", "）", "「", "」", "hello", "12", " ", "……", "𠮷"}), 0, 60).Draw(rt, "s"), "")
		w := rapid.IntRange(8, 40).Draw(rt, "w")
		lines := widget.Wrap(s, w)
		for i, l := range lines {
			if ansi.StringWidth(l) > w {
				rt.Fatalf("%q is wider than %d", l, w)
			}
			_ = i
		}
		bare := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if bare(strings.Join(lines, "")) != bare(s) {
			rt.Fatalf("%q became %q", s, lines)
		}
	})
	for _, l := range widget.Wrap("甲乙丙丁戊己，庚辛壬癸。（子丑寅卯）", 12)[1:] {
		if strings.ContainsAny(l[:3], "，。）") {
			t.Errorf("a line begins with %q", l)
		}
	}
}

// The number of a case, and of a paper, stays in one line.
func TestALineDoesNotPartANumber(t *testing.T) {
	for w := 24; w < 50; w++ {
		lines := widget.Wrap("已向司法局备案 舜调备〔2025〕2号，原案 (2026)百调字第374号 已结，另见（2026）百调字第373号", w)
		for _, l := range lines {
			if strings.Count(l, "〔2025") != strings.Count(l, "〕2号") || strings.Count(l, "2026") != strings.Count(l, "号")-strings.Count(l, "〕2号") {
				t.Errorf("%d cells: %q", w, l)
			}
		}
	}
}

// A reason is read whole: it goes on below, and where there are not lines enough fewer items are shown.
func TestAReasonIsNotCut(t *testing.T) {
	why := "您还没有签到，先签到再写交接，写完请接班的人签收"
	items := make([]widget.MenuItem, 8)
	for i := range items {
		items[i] = widget.MenuItem{ID: widget.Place(i), Label: "写下今天的交接事项", Reason: why}
	}
	m := widget.NewMenu(style(), "值班", items)
	read := func(h int) string {
		var out strings.Builder
		for _, l := range m.Draw(48, h) {
			if n := ansi.StringWidth(l); n > 48 {
				t.Errorf("%d cells: %q", n, l)
			}
			if l = ansi.Strip(l); ansi.StringWidth(l) > 40 {
				out.WriteString(strings.TrimSpace(strings.Trim(ansi.Cut(l, 28, 46), "│ ")))
			}
		}
		return out.String()
	}
	if n := strings.Count(read(30), why); n != 8 {
		t.Errorf("%d of 8 reasons are whole: %s", n, read(30))
	}
	if got := read(8); strings.Count(got, why) == 0 || strings.Contains(got, "…") {
		t.Errorf("a reason is cut in few lines: %s", got)
	}
	if got := len(m.Draw(48, 8)); got > 8 {
		t.Errorf("%d lines of 8", got)
	}
}

// What a short label leaves of its line is its reason's.
func TestAReasonHasTheRoomBesideItsLabel(t *testing.T) {
	t.Parallel()
	m := widget.NewMenu(style(), "What to do", []widget.MenuItem{
		{ID: "a", Label: "Record signatures and seal of the parties"}, {ID: "b", Label: "Not settled", Reason: "record a session in which nothing was settled"},
	})
	if got := m.Draw(72, 10); len(got) != 4 || !strings.Contains(ansi.Strip(got[2]), "2  Not settled       record a session in which nothing was settled │") {
		t.Errorf("drawn as\n%s", ansi.Strip(strings.Join(got, "\n")))
	}
}

func TestMenuSaysWhyNotAndRunsByNumber(t *testing.T) {
	m := widget.NewMenu(style(), "办理", []widget.MenuItem{{ID: "a", Label: "制作协议", Reason: "先要有记录"}, {ID: "b", Label: "记录"}})
	if chosen, done, refused := m.Update(typed("1")); chosen != "" || done || refused != "先要有记录" {
		t.Errorf("%q %v %q", chosen, done, refused)
	}
	if chosen, done, _ := m.Update(typed("2")); chosen != "b" || !done {
		t.Errorf("%q %v", chosen, done)
	}
	for _, l := range m.Draw(40, 10) {
		if n := ansi.StringWidth(l); n > 40 {
			t.Errorf("%d cells: %q", n, l)
		}
	}
}

func TestConfirmIsNoUnlessMeant(t *testing.T) {
	c := widget.NewConfirm(style(), "作废", []string{"找不回来"}, "作废", "留着")
	if yes, done := c.Update(key(tea.KeyEnter)); yes || !done {
		t.Error("Enter alone means yes")
	}
	c.Update(key(tea.KeyRight))
	if yes, done := c.Update(key(tea.KeyEnter)); !yes || !done {
		t.Error("yes cannot be chosen")
	}
}

// A digit does what stands there at once, however long the menu is: a 1 that waited for a second
// digit would behave like no other key.
func TestTheTenthOfAMenuHasTheZero(t *testing.T) {
	var items []widget.MenuItem
	for _, id := range strings.Split("abcdefghijk", "") {
		items = append(items, widget.MenuItem{ID: id, Label: "办法" + id})
	}
	m := widget.NewMenu(style(), "办理", items)
	if lines := ansi.Strip(strings.Join(m.Draw(40, 20), "\n")); !strings.Contains(lines, "9  办法i") || !strings.Contains(lines, "0  办法j") ||
		!strings.Contains(lines, "   办法k") {
		t.Errorf("shown:\n%s", lines)
	}
	for keys, want := range map[string]string{"0": "j", "1": "a", "9": "i"} {
		if chosen, done, _ := widget.NewMenu(style(), "办理", items).Update(typed(keys)); chosen != want || !done {
			t.Errorf("%s runs %q", keys, chosen)
		}
	}
	if chosen, done, _ := widget.NewMenu(style(), "办理", items[:9]).Update(typed("0")); chosen != "" || done {
		t.Errorf("0 runs %q of nine", chosen)
	}
}

// What is not being typed is read: from its beginning, and what is missing is marked.
func TestAFieldThatIsLeftShowsItsBeginning(t *testing.T) {
	f := widget.NewField(40)
	f.Set("阿卜杜拉·买买提、章雪琴、章阿根")
	if line, _ := f.Draw(12, true, style()); strings.HasPrefix(line, "阿卜") {
		t.Errorf("the cursor is out of sight: %q", line)
	}
	if line, _ := f.Draw(12, false, style()); !strings.HasPrefix(line, "阿卜杜拉·") || !strings.Contains(line, "…") {
		t.Errorf("%q", line)
	}
}

func TestANoteTakesWhatAShortValueLeaves(t *testing.T) {
	f := widget.NewForm(style(), widget.FormText{}, []widget.Item{{ID: "name", Label: "申请人", Value: "章雪琴"}, {ID: "next", Label: "对方"}})
	f.SetNote("name", "来过1次，上次11月24日 周二 婚姻家庭")
	f.Focus("next")
	if lines, _, _, _ := f.Draw(60, 4); !strings.Contains(lines[0], "婚姻家庭") {
		t.Errorf("%q", lines[0])
	}
	f.SetValue("name", strings.Repeat("阿卜杜拉·", 9))
	if lines, _, _, _ := f.Draw(60, 4); !strings.Contains(lines[0], "阿卜杜拉·阿卜") || !strings.Contains(lines[0], "来过1次") || ansi.StringWidth(lines[0]) != 60 {
		t.Errorf("%q", lines[0])
	}
}

// A day that is only offered is typed over; one that was typed is gone on with.
func TestTypingReplacesWhatIsOffered(t *testing.T) {
	f := widget.NewForm(style(), widget.FormText{}, []widget.Item{{ID: "day", Label: "日期", Value: "2026-11-24", Replace: true},
		{ID: "name", Label: "姓名", Value: "章"}})
	f.Update(typed("明"))
	f.Update(typed("天"))
	f.Update(key(tea.KeyEnter))
	f.Update(typed("雪"))
	if day, name := f.Value("day"), f.Value("name"); day != "明天" || name != "章雪" {
		t.Errorf("%q, %q", day, name)
	}
	f.Update(key(tea.KeyUp))
	f.Update(typed("x"))
	if day := f.Value("day"); day != "明天x" {
		t.Errorf("what was typed was taken away: %q", day)
	}
}

// A key in a long text costs no more than one in a short text: 4,000 typed without bracketed paste
// come one by one.
func BenchmarkKeysIntoALongText(b *testing.B) {
	for _, n := range []int{0, 4000, 16000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			f := widget.NewForm(style(), widget.FormText{}, []widget.Item{{ID: "facts", Kind: widget.Notes, Max: n + b.N + 1, Value: strings.Repeat("滴水", n/2)}})
			f.Draw(76, 17)
			for b.Loop() {
				f.Update(typed("水"))
				f.Draw(76, 17)
			}
		})
	}
}

// What stays wrapped from before a change is wrapped as the whole would be.
func TestWhatIsWrappedAgainIsWrappedTheSame(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		one := widget.NewForm(style(), widget.FormText{}, []widget.Item{{ID: "facts", Kind: widget.Notes, Max: 300, Rows: 90}})
		for range rapid.IntRange(1, 60).Draw(rt, "keys") {
			switch rapid.IntRange(0, 6).Draw(rt, "what") {
			case 0:
				one.Update(tea.KeyPressMsg{Code: 'j', Mod: tea.ModCtrl})
			case 1:
				one.Update(key(rapid.SampledFrom([]rune{tea.KeyLeft, tea.KeyRight, tea.KeyHome, tea.KeyEnd, tea.KeyUp, tea.KeyDown}).Draw(rt, "move")))
			case 2:
				one.Update(key(rapid.SampledFrom([]rune{tea.KeyBackspace, tea.KeyDelete}).Draw(rt, "take")))
			default:
				one.Update(typed(rapid.SampledFrom(append(pieces, "滴水距界墙仅0.3米，")).Draw(rt, "text")))
			}
			lines, _, _, _ := one.Draw(24, 90)
			anew := widget.NewForm(style(), widget.FormText{}, []widget.Item{{ID: "facts", Kind: widget.Notes, Max: 300, Rows: 90, Value: one.Raw("facts")}})
			if want, _, _, _ := anew.Draw(24, 90); !slices.Equal(lines, want) {
				rt.Fatalf("wrapped:\n%s\nwrapped anew:\n%s", ansi.Strip(strings.Join(lines, "\n")), ansi.Strip(strings.Join(want, "\n")))
			}
		}
	})
}

// A time of day stands in one line.
func TestATimeIsNotBroken(t *testing.T) {
	t.Parallel()
	for w := 8; w < 40; w++ {
		for _, l := range widget.Wrap("not before Tue 24 Nov 14:30, 要到 11月24日 周二 09:00 才开始", w) {
			if strings.HasSuffix(l, ":") || strings.HasPrefix(l, "30") || strings.HasPrefix(l, "00") {
				t.Errorf("at %d cells: %q", w, l)
			}
		}
	}
}

// A date stays in one line with its weekday.
func TestALineDoesNotPartADate(t *testing.T) {
	for w := 18; w < 40; w++ {
		for _, l := range widget.Wrap("新增 2024年12月8日 周日，2024年12月28日 周六 已备案 舜调备〔2025〕1号", w) {
			if days, all := strings.Count(l, "日 周"), strings.Count(l, "年12月"); days != all {
				t.Errorf("%d cells: %q", w, l)
			}
		}
	}
}

// A value keeps its first character in sight where there is room for it, also with a note behind it.
func TestAValueKeepsItsFirstCharacterBesideANote(t *testing.T) {
	t.Parallel()
	const value = "(2026)百调字第3号"
	f := widget.NewForm(style(), widget.FormText{}, []widget.Item{{ID: "case", Label: "案件", Value: value, Max: 60, Note: strings.Repeat("已归档，", 9)}})
	lines, _, _, _ := f.Draw(70, 5)
	if got := ansi.Strip(strings.Join(lines, "\n")); !strings.Contains(got, value) || !strings.Contains(got, "已归档") {
		t.Errorf("shown:\n%s", got)
	}
}

// What is shortened ends with a whole word, of names with a whole name; a word alone, and Chinese
// that no blank divides, end where the room does.
func TestWhatIsCutEndsWithAWholeWord(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		said string
		w    int
		want string
	}{
		{"recorded that the appointment was kept", 24, "recorded that the…"},
		{"you have not signed in; do that first", 34, "you have not signed in; do that…"},
		{"told 潘利明、沈立波、陈福生", 22, "told 潘利明、沈立波…"},
		{"窗口、调解员、值班、主任、管理员", 24, "窗口、调解员、值班…"},
		{"performance", 6, "perfo…"},
		{"翻建房屋滴水距界墙仅三尺", 10, "翻建房屋…"},
		{"付一万余元，共11300元整", 18, "付一万余元，共…"},
		{"all of it", 9, "all of it"},
	} {
		if got := widget.Cut(tt.said, tt.w, "…"); got != tt.want {
			t.Errorf("%q in %d cells: %q, want %q", tt.said, tt.w, got, tt.want)
		}
	}
}
