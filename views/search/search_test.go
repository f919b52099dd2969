package search

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/theme"
)

var update = flag.Bool("update", false, "write the golden frames anew")

// desk is the search and somebody at the keys. Timers fire when the test says so.
type desk struct {
	t      *testing.T
	env    *views.Env
	view   *View
	dialog views.Dialog
	toast  string
	went   views.Route
	timers []tea.Msg
}

func open(t *testing.T, h *storetest.Hall, lang text.Lang, query string) *desk {
	d := &desk{t: t}
	d.env = &views.Env{Session: views.Session{
		Desk: h.Desk(h.Boss), Actor: h.Boss, Settings: h.Settings(), Lang: lang, Styles: theme.New(theme.Options{}), Now: h.Now,
	}, After: func(_ time.Duration, m tea.Msg) tea.Cmd {
		return func() tea.Msg { d.timers = append(d.timers, m); return nil }
	}}
	d.view = New(d.env, views.Route{Query: query}).(*View)
	d.run(d.view.Load())
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

func (d *desk) types(s string) *desk {
	for _, r := range s {
		d.run(d.view.Update(tea.KeyPressMsg{Text: string(r), Code: r}))
	}
	return d
}

// rest lets typing rest.
func (d *desk) rest() *desk {
	waiting := d.timers
	d.timers = nil
	for _, m := range waiting {
		d.run(d.view.Update(m))
	}
	return d
}

func (d *desk) press(codes ...rune) *desk {
	for _, c := range codes {
		k := tea.KeyPressMsg{Code: c}
		switch {
		case d.dialog != nil:
			d.run(d.dialog.Update(k))
		case c == tea.KeyEnter:
			for _, a := range d.view.Actions() {
				if a.Run == nil {
					continue
				}
				if d.toast = a.Reason().In(d.env.Lang); d.toast == "" {
					d.run(a.Run())
				}
			}
		default:
			d.run(d.view.Update(k))
		}
	}
	return d
}

func (d *desk) screen() string { return ansi.Strip(d.view.Draw(80, 20).String()) }

func (d *desk) sees(parts ...string) *desk {
	d.t.Helper()
	for _, p := range parts {
		if !strings.Contains(d.screen()+d.toast, p) {
			d.t.Errorf("%q is not on the screen:\n%s\n%s", p, d.screen(), d.toast)
		}
	}
	return d
}

func neighbours(t *testing.T) *storetest.Hall {
	h := storetest.New(t)
	for _, name := range []string{"章雪琴", "阿卜杜拉·买买提"} {
		in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
		in.Parties[0].Details.Name = name
		in.Parties[0].Details.Phone = ""
		if _, err := h.Desk(h.Boss).FinishIntake(t.Context(), 0, in); err != nil {
			t.Fatal(err)
		}
	}
	return h
}

func TestFindsWhileTyping(t *testing.T) {
	h := neighbours(t)
	for _, q := range []string{"zxq", "章雪琴", "2026-1", " 章雪琴 "} {
		open(t, h, text.Zh, "").sees("首字母", "电话后四位").types(q).rest().sees("章雪琴—章阿根", "(2026)百调字第1号", "已受理")
	}
	d := open(t, h, text.Zh, "").types("章雪琴").rest().press(tea.KeyEnter)
	if d.went != (views.Route{Screen: views.CaseFile, Case: 1}) {
		t.Errorf("Enter leads to %+v", d.went)
	}
	open(t, h, text.Zh, "章雪琴").sees("章雪琴—章阿根")
	open(t, h, text.Zh, "").types("吴").rest().sees("没有找到").press(tea.KeyEnter).sees("首字母试试")
}

// A person leads to a new matter, or to his cases.
func TestAPersonLeadsOn(t *testing.T) {
	h := neighbours(t)
	d := open(t, h, text.Zh, "").types("zxq").rest().press(tea.KeyDown, tea.KeyEnter, tea.KeyEnter)
	if d.went.Screen != views.Intake || d.went.Person == 0 {
		t.Errorf("a new matter leads to %+v", d.went)
	}
	d = open(t, h, text.Zh, "").types("zxq").rest().press(tea.KeyDown, tea.KeyEnter, tea.KeyDown, tea.KeyEnter).sees("章雪琴—章阿根")
	if got := d.view.field.Value(); got != "章雪琴" {
		t.Errorf("the field holds %q", got)
	}
}

// What was found for an older text neither replaces the newer answer nor is opened for it.
func TestLateAnswersAreIgnored(t *testing.T) {
	h := neighbours(t)
	d := open(t, h, text.Zh, "").types("阿卜杜拉·买买提")
	old := d.view.find("阿卜杜拉·买买提")
	for range 8 {
		d.press(tea.KeyBackspace)
	}
	d.types("章雪琴").rest().sees("章雪琴—章阿根")
	d.run(old)
	d.sees("章雪琴—章阿根")
	for range 3 {
		d.press(tea.KeyBackspace)
	}
	d.types("2026-2").press(tea.KeyEnter) // before the list has followed
	if d.went != (views.Route{Screen: views.CaseFile, Case: 2}) {
		t.Errorf("Enter before the answer opens %+v", d.went)
	}
}

func TestFramesFitEverywhere(t *testing.T) {
	h := neighbours(t)
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 20)
	var hits []hall.Hit
	for i := range 200 {
		hits = append(hits, hall.Hit{Case: &hall.CaseRow{ID: hall.CaseID(i + 1), Number: long, Applicant: long, Respondent: long, Subject: long}},
			hall.Hit{Person: &hall.PersonRow{ID: hall.PersonID(i + 1), Name: long, Village: long, Phone: long}})
	}
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range [][2]int{{80, 20}, {100, 26}, {132, 39}} {
			extreme := open(t, h, lang, "").types(long)
			extreme.run(extreme.view.Update(found{query: extreme.view.query(), hits: hits}))
			for name, d := range map[string]*desk{
				"empty": open(t, h, lang, ""), "sample": open(t, h, lang, "章"), "none": open(t, h, lang, "吴"), "extreme": extreme,
			} {
				f := d.view.Draw(size[0], size[1])
				if len(f.Lines) != size[1] || f.Cursor == nil || f.Cursor.X < 0 || f.Cursor.X >= size[0] || f.Cursor.Y >= size[1] {
					t.Errorf("%s: %d lines, cursor %v", name, len(f.Lines), f.Cursor)
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
	h := neighbours(t)
	for lang, suffix := range map[text.Lang]string{text.Zh: "zh", text.En: "en"} {
		golden(t, "empty."+suffix, open(t, h, lang, "").screen())
		golden(t, "found."+suffix, open(t, h, lang, "章").screen())
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
