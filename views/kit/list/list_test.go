package list_test

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/list"
	"sizhen/views/kit/page"
	"sizhen/views/kit/theme"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// row is what the tests list.
type row struct {
	id   int
	name string
	note string
}

type shelf struct {
	rows []row
	asks int // how many pages were read
}

func many(n int) *shelf {
	s := &shelf{}
	for i := range n {
		s.rows = append(s.rows, row{i + 1, fmt.Sprintf("第%d家", i+1), "备注"})
	}
	return s
}

func (s *shelf) read(_ context.Context, _ views.Session, q list.Query) (list.Page[row], error) {
	s.asks++
	var fits []row
	for _, r := range s.rows {
		if strings.Contains(r.name, q.Text) && (q.Where == nil || q.Where == r.id%2) {
			fits = append(fits, r)
		}
	}
	from := 0
	if at, ok := q.After.(int); ok {
		from = slices.IndexFunc(fits, func(r row) bool { return r.id == at }) + 1
	}
	to := min(from+q.Limit, len(fits))
	p := list.Page[row]{Rows: fits[from:to], Total: len(fits)}
	if to < len(fits) {
		p.Next = fits[to-1].id
	}
	return p, nil
}

type saved int

func (s *shelf) list(change func(*list.Of[row])) *list.View[row] {
	return s.on(apptest.Env(text.Zh, hall.Head), change)
}

func (s *shelf) on(env *views.Env, change func(*list.Of[row])) *list.View[row] {
	of := list.Of[row]{
		Title: text.Raw("单子"), Find: text.Raw("打名字"), Count: text.Raw("共 {n} 家"), Empty: text.Raw("没有。Ctrl-N 添一家"), None: text.Raw("没有找到"),
		Columns: []ledger.Column[row]{
			{Key: "name", Title: text.Raw("名称"), Width: 10, Value: func(_ ledger.Here, r row) ledger.Cell { return ledger.Say(r.name) }},
			{Key: "id", Title: text.Raw("号"), Width: 4, Value: func(_ ledger.Here, r row) ledger.Cell { return ledger.Number(r.id) }},
			{Key: "note", Title: text.Raw("备注"), Value: func(_ ledger.Here, r row) ledger.Cell { return ledger.Say(r.note) }},
		},
		Read: s.read, Key: func(r row) string { return fmt.Sprint(r.id) },
		Enter: text.Raw("打开"), Open: func(r row) tea.Cmd { return views.Go(views.Route{Query: r.name}) },
		Saved: func(m tea.Msg) (string, bool) { id, ok := m.(saved); return fmt.Sprint(id), ok },
	}
	if change != nil {
		change(&of)
	}
	return list.New(env, of)
}

// run gives a view what a command comes to, and what that comes to.
func run(t *testing.T, v views.View, cmd tea.Cmd) tea.Msg {
	t.Helper()
	for n := 0; cmd != nil; n++ {
		if n > 100 {
			t.Fatal("never comes to rest")
		}
		switch msg := cmd().(type) {
		case nil:
			return nil
		case tea.BatchMsg:
			var out tea.Msg
			for _, c := range msg {
				if got := run(t, v, c); got != nil {
					out = got
				}
			}
			return out
		case views.GoMsg, views.FailMsg, views.ToastMsg:
			return msg
		default:
			cmd = v.Update(msg)
		}
	}
	return nil
}

func press(t *testing.T, v views.View, keys ...string) tea.Msg {
	t.Helper()
	var out tea.Msg
	for _, k := range keys {
		out = nil
		done := false
		for _, a := range v.Actions() {
			if a.Run != nil && slices.Contains(a.Key.Keys(), k) {
				done = true
				if a.Reason().IsZero() {
					out = run(t, v, a.Run())
				}
			}
		}
		if !done {
			out = run(t, v, v.Update(apptest.Key(k)))
		}
	}
	return out
}

func open(t *testing.T, v views.View) views.View {
	t.Helper()
	run(t, v, v.Load())
	return v
}

func shows(t *testing.T, v views.View, w, h int, want ...string) {
	t.Helper()
	got := apptest.Plain(v.Draw(w, h))
	for _, s := range want {
		if !strings.Contains(got, s) {
			t.Fatalf("%q is not shown:\n%s", s, got)
		}
	}
}

func TestAWindowSaysHowMuchItLeavesOut(t *testing.T) {
	t.Parallel()
	v := open(t, many(30).list(nil))
	shows(t, v, 80, 20, "▸ 第1家", "第15家", "还有 14 行 ↓", "共 30 家")
	press(t, v, "end")
	shows(t, v, 80, 20, "▸ 第30家", "前面还有 14 行 ↑")
	press(t, v, "home")
	shows(t, v, 80, 20, "▸ 第1家", "还有 14 行 ↓")
	press(t, v, "pgdown")
	shows(t, v, 80, 20, "▸ 第17家")
}

func TestALongListIsReadPageByPageAndNotHeldWhole(t *testing.T) {
	t.Parallel()
	s := many(1000)
	v := s.list(nil)
	open(t, v)
	shows(t, v, 80, 20, "共 1000 家", "还有 984 行 ↓")
	if s.asks != 1 {
		t.Errorf("%d pages were read to open it", s.asks)
	}
	for range 40 {
		press(t, v, "pgdown")
	}
	shows(t, v, 80, 20, "▸ 第641家")
	if v.Len() > 300 {
		t.Errorf("%d rows are held", v.Len())
	}
	for range 20 {
		press(t, v, "pgup")
	}
	shows(t, v, 80, 20, "▸ 第321家")
	for range 60 {
		press(t, v, "pgdown")
	}
	shows(t, v, 80, 20, "▸ 第1000家", "前面还有 984 行 ↑")
	press(t, v, "home")
	shows(t, v, 80, 20, "▸ 第1家")
}

// A key held down comes many times before the next page is there.
func TestAKeyHeldDownOutrunsTheReading(t *testing.T) {
	t.Parallel()
	v := open(t, many(2000).list(nil))
	for range 400 {
		v.Update(apptest.Key("pgdown")) // nothing of what it asks for is answered
	}
	press(t, v, "home", "down")
	shows(t, v, 80, 21, "▸ 第2家")
}

func TestTheCursorStaysOnItsRecord(t *testing.T) {
	t.Parallel()
	s := many(9)
	v := open(t, s.list(nil))
	press(t, v, "down", "down", "down")
	s.rows = append([]row{{100, "新来的", ""}}, s.rows...)
	open(t, v)
	shows(t, v, 80, 20, "▸ 第4家", "  新来的")
	s.rows = slices.DeleteFunc(s.rows, func(r row) bool { return r.id == 4 })
	open(t, v)
	shows(t, v, 80, 20, "▸ 第5家")
}

func TestTheCursorStandsOnWhatWasSaved(t *testing.T) {
	t.Parallel()
	s := many(9)
	v := open(t, s.list(nil))
	run(t, v, v.Update(tea.PasteMsg{Content: "第3"}))
	s.rows = append(s.rows, row{10, "老书记", ""})
	run(t, v, v.Update(saved(10)))
	shows(t, v, 80, 20, "▸ 老书记", "第1家") // what is typed would hide it
}

// A row that was saved is found on whichever page it stands; one that is not listed at all leaves
// the cursor where it was.
func TestTheCursorStandsOnWhatWasSavedOnAnyPage(t *testing.T) {
	t.Parallel()
	s := many(700)
	v := open(t, s.list(nil))
	run(t, v, v.Update(saved(655)))
	shows(t, v, 80, 20, "▸ 第655家")
	v = open(t, s.list(nil))
	press(t, v, "down", "down")
	run(t, v, v.Update(saved(9000)))
	shows(t, v, 80, 20, "▸ 第3家")
}

// Of a list that nobody counts it is said that there are more than were read.
func TestWhatWasNotCountedIsNotSaidToBeAll(t *testing.T) {
	t.Parallel()
	s := many(100)
	v := open(t, s.list(func(of *list.Of[row]) {
		of.Read = func(ctx context.Context, ses views.Session, q list.Query) (list.Page[row], error) {
			p, err := s.read(ctx, ses, q)
			p.Total = 0
			return p, err
		}
	}))
	shows(t, v, 80, 20, "共 60+ 家")
	press(t, v, "end")
	shows(t, v, 80, 20, "共 100 家")
}

// How many there are is what the reading says, where not all have a row; another narrowing that is
// held moves no cursor.
func TestNotAllThatAreCountedHaveARow(t *testing.T) {
	t.Parallel()
	s := many(400)
	v := s.list(func(of *list.Of[row]) {
		of.Read = func(ctx context.Context, ses views.Session, q list.Query) (list.Page[row], error) {
			p, err := s.read(ctx, ses, q)
			p.All = 1000
			return p, err
		}
	})
	run(t, v, v.Load())
	run(t, v, v.Update(saved(199)))
	if got, _ := v.At(); got.id != 199 {
		t.Errorf("the cursor stands on %+v", got)
	}
	if got := v.Draw(80, 20).String(); !strings.Contains(got, "共 1000 家") {
		t.Errorf("%s", got)
	}
	v.Hold(1)
	run(t, v, v.Load())
	if got, _ := v.At(); got.id != 199 || v.Rows()[1].id != 3 {
		t.Errorf("the cursor stands on %+v of %+v", got, v.Rows()[:3])
	}
}

func TestTypingFindsAndOnlyTheLatestAnswerCounts(t *testing.T) {
	t.Parallel()
	s := many(12)
	v := open(t, s.list(nil))
	first := v.Update(tea.PasteMsg{Content: "第1"})()
	last := v.Update(tea.PasteMsg{Content: "2家"})()
	run(t, v, v.Update(last))
	v.Update(first)
	shows(t, v, 80, 20, "▸ 第12家", "共 1 家")
	run(t, v, v.Update(tea.PasteMsg{Content: "没有"}))
	shows(t, v, 80, 20, "没有找到")
	press(t, v, "esc")
	shows(t, v, 80, 20, "共 12 家")
}

// A name and Enter come faster than the answer: what is listed for less of it is not meant.
func TestEnterBeforeTheAnswerOpensWhatWasTyped(t *testing.T) {
	t.Parallel()
	v := open(t, many(12).list(nil))
	ask := v.Update(tea.PasteMsg{Content: "第12家"})
	if got := press(t, v, "enter"); got != nil {
		t.Fatalf("opens %v", got)
	}
	if got := run(t, v, ask); got != (views.GoMsg{To: views.Route{Query: "第12家"}}) {
		t.Errorf("opens %v", got)
	}
}

func TestTabsAreTurnedByArrowsAndDigits(t *testing.T) {
	t.Parallel()
	tabs := []list.Tab{{Name: text.Raw("全部")}, {Name: text.Raw("单号"), Where: 1}, {Name: text.Raw("双号"), Where: 0}}
	v := open(t, many(9).list(func(of *list.Of[row]) { of.Tabs, of.Find = tabs, text.Message{} }))
	shows(t, v, 80, 20, "1 全部   2 单号   3 双号", "共 9 家")
	press(t, v, "2")
	shows(t, v, 80, 20, "共 5 家", "▸ 第1家")
	press(t, v, "right")
	shows(t, v, 80, 20, "共 4 家", "▸ 第2家")
}

func TestWhatIsKnownOfARowStandsBesideOrBelow(t *testing.T) {
	t.Parallel()
	v := many(9).list(func(of *list.Of[row]) {
		of.Side = func(_ context.Context, s views.Session, r row) (*page.Doc, error) {
			d := page.New(s)
			d.Title(r.name)
			d.Add(text.Raw("地址"), fmt.Sprint("小港村", r.id, "号"))
			return d, nil
		}
	})
	open(t, v)
	shows(t, v, 80, 20, "地址  小港村1号")
	press(t, v, "down")
	shows(t, v, 120, 32, "地址  小港村2号")
}

// The pane's ground goes to the right edge of the window.
func TestThePaneReachesTheEdge(t *testing.T) {
	t.Parallel()
	v := open(t, many(3).list(func(of *list.Of[row]) {
		of.About = func(s views.Session, r row) *page.Doc { d := page.New(s); d.Title(r.name); return d }
	}))
	for _, w := range []int{120, 133, 180} {
		for i, line := range v.Draw(w, 32).Lines {
			if strings.HasSuffix(line, " ") {
				t.Fatalf("%d cells: line %d ends on the ground of the list: %q", w, i, line)
			}
		}
	}
}

func TestGroupsSayWhatTheyHoldAndWhatTheyLack(t *testing.T) {
	t.Parallel()
	s := many(4)
	v := open(t, s.list(func(of *list.Of[row]) {
		of.Read = func(ctx context.Context, se views.Session, q list.Query) (list.Page[row], error) {
			p, err := s.read(ctx, se, q)
			p.Groups = []list.Group{{Head: text.Raw("今天"), Rows: 3}, {Head: text.Raw("以后"), None: text.Raw("没有。F5 约一场")},
				{Head: text.Raw("以前"), Rows: 1, Rest: text.Raw("还有 20 件")}}
			return p, err
		}
	}))
	shows(t, v, 80, 20, "今天", "▸ 第1家", "没有。F5 约一场", "第4家", "还有 20 件")
	press(t, v, "down", "down", "down")
	shows(t, v, 80, 20, "▸ 第4家")
}

// The words that count are never cut: texts give way first.
func TestTextsGiveWayBeforeNumbersAndNames(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("欧阳婉婷", 6)
	s := &shelf{rows: []row{{12345678, long, strings.Repeat("说不完的话", 30)}}}
	shows(t, open(t, s.list(nil)), 80, 20, long, "12345678", "说不完的话说不…")
}

// A column that can be spared goes before a word of the others is cut, and the pane gives the list what
// its words take.
func TestWhatCanBeSparedGoesBeforeAWordIsCut(t *testing.T) {
	t.Parallel()
	s := many(8)
	for i := range s.rows {
		s.rows[i].note = strings.Repeat("长", 18) + "完"
	}
	v := open(t, s.list(func(of *list.Of[row]) {
		of.Columns[2].Width = 40
		for i, title := range []string{"一栏", "二栏", "三栏"} {
			of.Columns = append(of.Columns, ledger.Column[row]{Title: text.Raw(title), Width: 12, Spare: i > 0, Value: func(ledger.Here, row) ledger.Cell {
				return ledger.Say("值班值班值")
			}})
		}
		of.About = func(s views.Session, r row) *page.Doc { d := page.New(s); d.Title(r.name); return d }
	}))
	shows(t, v, 80, 20, "长完", "一栏")
	shows(t, v, 120, 30, "长完", "一栏", "二栏")
	for _, title := range []string{"三栏", "…"} {
		if got := apptest.Plain(v.Draw(80, 20)); strings.Contains(got, title) {
			t.Errorf("%q is shown:\n%s", title, got)
		}
	}
	shows(t, v, 160, 30, "长完", "三栏")
}

func TestEveryFrameIsExactlyAsLargeAsItsWindow(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 12)
	for name, s := range map[string]*shelf{"empty": {}, "few": many(3), "many": many(400), "long": {rows: []row{{1, long, long}, {2, long, ""}}}} {
		for _, find := range []bool{true, false} {
			v := s.list(func(of *list.Of[row]) {
				if !find {
					of.Find = text.Message{}
				}
				of.Set = func() text.Message { return text.Raw(long) }
				of.About = func(se views.Session, r row) *page.Doc {
					d := page.New(se)
					d.Title(long)
					d.Warn(text.Raw(long))
					d.Add(text.Raw(long), long)
					d.Section(text.Raw(long), text.Raw(long))
					d.Text(long)
					return d
				}
			})
			open(t, v)
			for _, size := range append(apptest.Sizes(), [2]int{200, 60}, [2]int{120, 32}) {
				for _, k := range []string{"", "down", "pgdown", "end", "pgup", "home"} {
					if k != "" {
						press(t, v, k)
					}
					f := v.Draw(size[0], size[1])
					apptest.Fits(t, name, f, size[0], size[1])
					if again := v.Draw(size[0], size[1]); again.String() != f.String() {
						t.Errorf("%s: drawing it changes it", name)
					}
				}
			}
		}
	}
}

// A hall that wants its lines apart has a blank one between rows, where six rows still fit.
func TestRoomyRowsStandApart(t *testing.T) {
	t.Parallel()
	env := apptest.Env(text.Zh, hall.Head)
	env.Styles = theme.New(theme.Options{Roomy: true})
	v := open(t, many(30).on(env, nil))
	rows := regexp.MustCompile(`第1家.*\n *\n *第2家.*\n *\n`)
	if got := apptest.Plain(v.Draw(80, 20)); !rows.MatchString(got) {
		t.Errorf("the rows do not stand apart:\n%s", got)
	}
	shows(t, v, 80, 20, "▸ 第1家", "第8家", "还有 22 行 ↓")
	press(t, v, "pgdown", "end")
	shows(t, v, 80, 20, "▸ 第30家", "前面还有 22 行 ↑")
	if got := apptest.Plain(v.Draw(80, 12)); !strings.Contains(got, "第29家") || rows.MatchString(got) || strings.Contains(got, "\n\n\n") {
		t.Errorf("a low window wastes lines:\n%s", got)
	}
}

// The columns of a list that is read on stay where they are, whatever comes further down.
func TestColumnsStayWhereTheyAreWhileAListIsReadOn(t *testing.T) {
	t.Parallel()
	s := many(400)
	for i := range s.rows {
		s.rows[i].id, s.rows[i].name = i+1000, fmt.Sprintf("第%d家", i+1000)
		if i >= 60 {
			s.rows[i].note = strings.Repeat("越写越长", 12)
		}
	}
	v := open(t, s.list(func(of *list.Of[row]) {
		of.Columns[0].Width, of.Columns[2].Width = 40, 40
		end := func(ledger.Here, row) ledger.Cell { return ledger.Say("末") }
		of.Columns = append(of.Columns, ledger.Column[row]{Key: "end", Title: text.Raw("末栏"), Value: end})
	}))
	at := func() int {
		for _, l := range strings.Split(apptest.Plain(v.Draw(80, 20)), "\n") {
			if before, _, ok := strings.Cut(l, "末栏"); ok {
				return len([]rune(before))
			}
		}
		return -1
	}
	first := at()
	for range 12 {
		press(t, v, "pgdown")
	}
	if now := at(); first < 0 || now != first {
		t.Errorf("the last column stood at %d and stands at %d", first, now)
	}
}
