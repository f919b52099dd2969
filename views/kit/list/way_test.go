package list_test

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/list"
	"sizhen/views/kit/page"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

type went string

// led is a list of two rows, the second of which is shut, with a way between them.
func led(opened *[]string) *list.View[string] {
	v := list.New(apptest.Env(text.Zh, hall.Head), list.Of[string]{
		Title: text.Raw("x"), Count: text.Raw("{n} rows"), Key: func(r string) string { return r }, Enter: text.Raw("go"),
		Columns: []ledger.Column[string]{ledger.Own(text.Raw("row"), 9, func(r string) ledger.Cell { return ledger.Say(r) })},
		Read: func(context.Context, views.Session, list.Query) (list.Page[string], error) {
			p := list.Page[string]{Rows: []string{"one"}}
			p.Lead(list.Way{Key: "more", Name: text.Raw("one more"), Go: func() tea.Cmd { return func() tea.Msg { return went("more") } }})
			p.Rows = append(p.Rows, "two")
			return p, nil
		},
		Open:  func(r string) tea.Cmd { *opened = append(*opened, r); return nil },
		Shut:  func(r string) bool { return r == "two" },
		About: func(s views.Session, r string) *page.Doc { d := page.New(s); d.Text("about " + r + "."); return d },
	})
	v.Update(v.Load()())
	return v
}

func enter(v *list.View[string]) (msg tea.Msg, why string) {
	for _, a := range v.Actions() {
		if a.Key.Help().Key != "Enter" {
			continue
		}
		if why = a.Blocked().In(text.Zh); why != "" {
			return nil, why
		}
		if cmd := a.Run(); cmd != nil {
			msg = cmd()
		}
	}
	return msg, ""
}

func TestAWayLeadsOnAndIsNoRow(t *testing.T) {
	t.Parallel()
	var opened []string
	v := led(&opened)
	if said := apptest.Plain(v.Draw(80, 20)); !strings.Contains(said, "2 rows") {
		t.Errorf("a way is counted as a row:\n%s", said)
	}
	v.Update(apptest.Key("down"))
	if _, ok := v.At(); ok {
		t.Error("a way is a row")
	}
	if got := v.Draw(80, 20).String(); !strings.Contains(got, "one more") || !strings.Contains(got, "about .") {
		t.Errorf("the way is not drawn, or nothing beside it:\n%s", got)
	}
	if msg, _ := enter(v); msg != went("more") || len(opened) != 0 {
		t.Errorf("Enter on a way: %v, opened %q", msg, opened)
	}
	v.Update(apptest.Key("home"))
	if enter(v); len(opened) != 1 || opened[0] != "one" {
		t.Errorf("opened %q", opened)
	}
}

func TestAShutRowIsNotOpenedNorReadBeside(t *testing.T) {
	t.Parallel()
	var opened []string
	v := led(&opened)
	v.Update(apptest.Key("end"))
	if _, why := enter(v); why == "" || len(opened) != 0 {
		t.Errorf("a shut row was opened: %q", opened)
	}
	if got := v.Draw(80, 20).String(); strings.Contains(got, "about two") || !strings.Contains(got, "不公开") {
		t.Errorf("beside a shut row:\n%s", got)
	}
}
