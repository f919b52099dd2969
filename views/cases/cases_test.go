package cases

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sizhen/store/hall"
	"sizhen/store/seed"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/theme"
)

var update = flag.Bool("update", false, "write the golden frames anew")

// desk is the list and somebody at the keys. Commands wait until they are run.
type desk struct {
	t      *testing.T
	view   *View
	env    *views.Env
	dialog views.Dialog
	toast  string
	went   views.Route
	w, h   int
}

func open(t *testing.T, h *storetest.Hall, actor hall.Actor, lang text.Lang) *desk {
	env := &views.Env{Session: views.Session{Desk: h.Desk(actor), Actor: actor, Settings: h.Settings(), Lang: lang, Styles: theme.New(theme.Options{}), Now: h.Now}}
	d := &desk{t: t, env: env, view: New(env, views.Route{}).(*View), w: 80, h: 20}
	d.run(d.view.Load())
	d.screen()
	return d
}

func (d *desk) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case nil:
	case views.OpenMsg:
		d.dialog = m.View
	case views.CloseMsg:
		d.dialog = nil
		if m.Answer != nil {
			d.run(d.view.Update(m.Answer))
		}
	case views.FailMsg:
		d.t.Fatal(m.Err)
	case views.GoMsg:
		d.went = m.To
	default:
		d.run(d.view.Update(m))
	}
}

func (d *desk) press(keys ...tea.KeyPressMsg) *desk {
	for _, k := range keys {
		switch {
		case d.dialog != nil:
			d.run(d.dialog.Update(k))
		case k.Code == tea.KeyEnter:
			a := d.view.Actions()[1]
			if d.toast = a.Reason().In(d.env.Lang); d.toast == "" {
				d.run(a.Run())
			}
		default:
			d.run(d.view.Update(k))
		}
		d.screen()
	}
	return d
}

func digit(n int) tea.KeyPressMsg { return tea.KeyPressMsg{Code: rune('0' + n), Text: fmt.Sprint(n)} }

func code(r rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: r} }

func (d *desk) screen() string { return ansi.Strip(d.view.Draw(d.w, d.h).String()) }

func (d *desk) sees(parts ...string) *desk {
	d.t.Helper()
	for _, p := range parts {
		if !strings.Contains(d.screen()+d.toast, p) {
			d.t.Errorf("%q is not on the screen:\n%s\n%s", p, d.screen(), d.toast)
		}
	}
	return d
}

func full(t *testing.T, n int) *storetest.Hall {
	h := storetest.New(t)
	if err := seed.Fill(t.Context(), h.Store, seed.Options{Cases: n, Mediators: 5, Years: 1, RNG: 7, Now: h.Now()}); err != nil {
		t.Fatal(err)
	}
	return h
}

// The list is read as far as the cursor comes, and what was read stays read when something
// changes at another desk.
func TestPagesAreReadAsTheCursorComes(t *testing.T) {
	h := full(t, 500)
	d := open(t, h, h.Boss, text.Zh).sees("共 500 件")
	if n := len(d.view.rows); n != page {
		t.Fatalf("%d rows at first, want %d", n, page)
	}
	for range 400 {
		d.press(code(tea.KeyDown))
	}
	at, n := d.view.table.Key(), len(d.view.rows)
	if n < 400 || n == 500 {
		t.Errorf("%d rows are read with the cursor on the 401st", n)
	}
	d.run(d.view.Load())
	if d.view.table.Key() != at || len(d.view.rows) != n {
		t.Errorf("after a change the cursor is on %s of %d rows, was on %s of %d", d.view.table.Key(), len(d.view.rows), at, n)
	}
	seen := map[hall.CaseID]bool{}
	for _, r := range d.view.rows {
		if seen[r.ID] {
			t.Fatalf("case %d stands there twice", r.ID)
		}
		seen[r.ID] = true
	}
	for range 12 {
		d.press(code(tea.KeyEnd))
	}
	if len(d.view.rows) != 500 || d.view.more {
		t.Errorf("%d rows at the end, more %v", len(d.view.rows), d.view.more)
	}
	d.press(code(tea.KeyHome), code(tea.KeyEnter))
	if d.went != (views.Route{Screen: views.CaseFile, Case: d.view.rows[0].ID}) {
		t.Errorf("Enter leads to %+v", d.went)
	}
}

func TestFilters(t *testing.T) {
	h := full(t, 120)
	d := open(t, h, h.Boss, text.Zh)
	for _, r := range d.press(digit(2)).view.rows {
		if !r.State.Open() {
			t.Errorf("%s is %v among the open ones", r.Number, r.State)
		}
	}
	d.press(digit(3)).sees("换一类")
	d.press(digit(4), tea.KeyPressMsg{Code: tea.KeyEnd}, tea.KeyPressMsg{Code: tea.KeyEnter}) // the last: filed
	if len(d.view.rows) == 0 {
		t.Fatal("no filed case is found")
	}
	for _, r := range d.view.rows {
		if r.State != hall.Filed {
			t.Errorf("%s is %v among the filed ones", r.Number, r.State)
		}
	}
	// An answer for a filter that was left is dropped.
	late := d.view.Load()
	d.press(digit(1))
	d.run(late)
	d.sees("共 120 件")
}

func TestConfidentialRowsStayShut(t *testing.T) {
	h := storetest.New(t)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Confidential = true
	if _, err := h.Desk(h.Boss).FinishIntake(t.Context(), 0, in); err != nil {
		t.Fatal(err)
	}
	open(t, h, h.Boss, text.Zh).sees("章雪琴", "30 天")
	h.Add("clerk", "俞芳", hall.FrontDesk)
	clerk, err := h.SignIn(t.Context(), "clerk", storetest.Password)
	if err != nil {
		t.Fatal(err)
	}
	d := open(t, h, clerk, text.Zh).sees("不公开").press(code(tea.KeyEnter)).sees("承办调解员")
	if d.w = 132; strings.Contains(d.screen(), "章") || d.went.Case != 0 {
		t.Errorf("a clerk sees or opens it:\n%s", d.screen())
	}
}

func TestEmptyListSaysWhatFillsIt(t *testing.T) {
	h := storetest.New(t)
	open(t, h, h.Boss, text.Zh).sees("F3").press(code(tea.KeyEnter)).sees("F3")
}

func TestFramesFitEverywhere(t *testing.T) {
	h := full(t, 40)
	empty := storetest.New(t)
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 20)
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range [][2]int{{80, 20}, {100, 26}, {132, 39}} {
			sample := open(t, h, h.Boss, lang)
			extreme := open(t, h, h.Boss, lang)
			p := hall.CasePage{Total: 1 << 40}
			for i := range 300 {
				p.Rows = append(p.Rows, hall.CaseRow{ID: hall.CaseID(i + 1), Number: long, Type: long, Subject: long, Applicant: long, Applicants: 9999,
					Respondent: long, Chair: long, State: hall.Mediating, Deadline: 1, Amount: 1 << 60})
			}
			extreme.run(extreme.view.Update(loaded{query: extreme.view.query, page: p, want: 300}))
			for name, d := range map[string]*desk{"sample": sample, "extreme": extreme, "empty": open(t, empty, empty.Boss, lang)} {
				f := d.view.Draw(size[0], size[1])
				if len(f.Lines) != size[1] {
					t.Errorf("%s: %d lines", name, len(f.Lines))
				}
				for _, l := range f.Lines {
					if n := ansi.StringWidth(l); n != size[0] {
						t.Errorf("%s: %d cells, want %d: %q", name, n, size[0], l)
					}
				}
			}
		}
	}
}

func TestGoldenFrames(t *testing.T) {
	h := storetest.New(t)
	for i := range 3 {
		in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
		in.Parties[0].Details.Name = []string{"章雪琴", "王友根", "阿卜杜拉·买买提"}[i]
		if _, err := h.Desk(h.Boss).FinishIntake(t.Context(), 0, in); err != nil {
			t.Fatal(err)
		}
	}
	for lang, suffix := range map[text.Lang]string{text.Zh: "zh", text.En: "en"} {
		golden(t, "list."+suffix, open(t, h, h.Boss, lang).screen())
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	lines := strings.Split(got, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	got = strings.Join(lines, "\n") + "\n"
	file := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; look at it, then run with -update:\n%s", name, got)
	}
}

// Numbers of five digits and long overdue cases are read to the end, and the parties have
// what is left, in a narrow window as beside the detail.
func TestWidthsFollowWhatTheListHolds(t *testing.T) {
	h := storetest.New(t)
	d := open(t, h, h.Boss, text.Zh)
	today := hall.DayOf(h.Now())
	rows := []hall.CaseRow{
		{ID: 2, Number: "(2026)百调字第12345号", Type: "neighbours", Applicant: "阿卜杜拉·买买提", Respondent: "章阿根", State: hall.Mediating, Chair: "徐建国", Registered: today - 120, Deadline: today - 118},
		{ID: 1, Type: "marriage", Applicant: "章雪琴", State: hall.Refused, Registered: today},
	}
	d.run(func() tea.Msg {
		return loaded{query: d.view.query, page: hall.CasePage{Rows: rows, Total: 2}, want: page}
	})
	for _, w := range []int{80, 120} {
		d.w = w
		d.sees("(2026)百调字第12345号 ", "逾期 118 天", "不予受理", "阿卜杜拉·")
	}
	d.w = 120
	d.sees("阿卜杜拉·买买提—")
}
