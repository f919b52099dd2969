// Package due is the one list of what is due (到期事项): on cases, agreements, follow-ups, tasks, orders, people and
// places, the longest overdue first.
package due

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// view is the list.
type view struct {
	*list.View[hall.DueRow]
	env *views.Env
}

// which is what a tab shows: whose it is, and how far ahead.
type which struct {
	whose hall.DueWhose
	ahead int // days from today; overdue: what has passed; ever: whenever
}

// What is no number of days.
const (
	ever    = 1 << 20
	overdue = -1
)

// New makes the screen.
func New(env *views.Env, _ views.Route) views.View {
	v := &view{env: env}
	var tabs []list.Tab
	for _, w := range hall.DueWhoses() {
		tabs = append(tabs, list.Tab{Name: text.DueWhose(w), Where: which{w, ever}})
	}
	v.View = list.New(env, list.Of[hall.DueRow]{
		Title: title, Count: count, Empty: empty, None: none, Columns: columns(),
		Tabs: append(tabs, list.Tab{Name: byDays, Ask: v.askDays}),
		Read: read, Key: key, Dress: dress,
		Enter: openWord, Open: func(r hall.DueRow) tea.Cmd { return views.Go(views.DueAt(r)) },
		Hint:  func() text.Message { return hint },
		Sheet: list.Rows(ledger.Due(), read),
	})
	return v
}

// Title implements views.View: it says what is listed.
func (v *view) Title() text.Message {
	w, _ := v.Where().(which)
	said := text.DueWhose(w.whose)
	if w.ahead != ever {
		said = text.Words(said, daysName(w.ahead))
	}
	return text.Raw("{a}  {b}").With("a", title).With("b", said)
}

func key(r hall.DueRow) string {
	return fmt.Sprint(r.Kind, " ", r.Day, " ", r.Case, r.Consultation, r.Task, r.Mediator, r.Org, r.Order)
}

func read(ctx context.Context, s views.Session, q list.Query) (list.Page[hall.DueRow], error) {
	w, _ := q.Where.(which)
	ask := hall.DueQuery{Whose: w.whose, Limit: q.Limit}
	if w.ahead != ever {
		ask.Until = s.Today() + hall.Day(w.ahead)
	}
	ask.After, _ = q.After.([]string)
	p, err := s.Desk.Due(ctx, ask)
	out := list.Page[hall.DueRow]{Rows: p.Rows}
	if p.Next != nil {
		out.Next = p.Next
	}
	return out, err
}

// daysTab is the tab that asks how far ahead.
var daysTab = len(hall.DueWhoses())

// askDays lets what is due soon be chosen, of whose was listed last.
func (v *view) askDays() tea.Cmd {
	w, _ := v.Where().(which)
	var items []menu.Item
	for _, n := range append([]int{overdue, 0}, v.ahead()...) {
		items = append(items, menu.Item{Name: daysName(n), Do: func() tea.Cmd { return v.Turn(daysTab, which{w.whose, n}) }})
	}
	return menu.Open(v.env, v.env.Say(byDays), items)
}

// ahead are the hall's warnings, the nearest first, and a month.
func (v *view) ahead() []int {
	var out []int
	for _, n := range slices.Backward(v.env.Settings.Warn) {
		if n > 0 {
			out = append(out, n)
		}
	}
	return append(out, 30)
}

func daysName(n int) text.Message {
	switch n {
	case overdue:
		return overdueName
	case 0:
		return text.Today
	}
	return within.With("days", text.Days(n))
}

// dress has red no more than what is overdue of a row.
func dress(s views.Session, r hall.DueRow, column, said string) string {
	if column == "left" && r.Day < s.Today() {
		return s.Styles.Danger.Render(said)
	}
	return said
}

func columns() []ledger.Column[hall.DueRow] {
	type R = hall.DueRow
	return []ledger.Column[R]{
		{Key: "left", Title: leftWord, Value: func(at ledger.Here, r R) ledger.Cell { return ledger.Enum("", text.LeftShort(r.Day, at.Today)) }},
		{Key: "kind", Title: kindWord, Value: func(_ ledger.Here, r R) ledger.Cell { return ledger.Enum("", text.DueKind(r.Kind)) }},
		{Key: "who", Title: whoWord, Width: 30, Value: func(_ ledger.Here, r R) ledger.Cell { return ledger.Phrase(about(r)) }},
		{Key: "number", Title: numberWord, Width: 20, Value: func(_ ledger.Here, r R) ledger.Cell { return ledger.Say(r.Number) }},
		{Key: "by", Title: byWord, Width: 8, Value: func(_ ledger.Here, r R) ledger.Cell { return ledger.Say(r.By) }},
		{Key: "due", Title: dayWord, Width: 10, Spare: true, Value: func(_ ledger.Here, r R) ledger.Cell { return ledger.On(r.Day) }},
	}
}

// about is whom and what it is about: a task first by what is to be done.
func about(r hall.DueRow) text.Message {
	switch {
	case r.Kind == hall.DueTask && r.What != "":
		return text.Raw(r.What)
	case r.Who == "" && r.What == "" && r.Case != 0:
		return text.Confidential
	}
	return text.Words(text.Raw(r.Who), text.Raw(r.What))
}
