// Package orders is the work that other bodies give to the hall (派单): the list of what is open, an
// order in full, and all that is done with it, from its receipt to the answer.
package orders

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// view is the list of the orders.
type view struct {
	*list.View[hall.OrderRow]
	env *views.Env
}

// which are the orders that a tab shows.
type which struct {
	filter  hall.OrderFilter
	channel hall.Channel // for those of one channel
}

// channelTab is the tab that asks for a channel.
const channelTab = 3

// New makes the screen: the list, or the order that a route leads to.
func New(env *views.Env, r views.Route) views.View {
	if r.Order != 0 {
		return look(env, r.Order, r.Query == views.QueryReply)
	}
	v := &view{env: env}
	var tabs []list.Tab
	for _, f := range []hall.OrderFilter{hall.OpenOrders, hall.MyOrders, hall.AllOrders} {
		tabs = append(tabs, list.Tab{Name: text.OrderFilter(f), Where: which{filter: f}})
	}
	v.View = list.New(env, list.Of[hall.OrderRow]{
		Title: title, Count: count, Empty: empty, None: noneHere, Columns: columns(),
		Tabs: append(tabs, list.Tab{Name: text.OrderFilter(hall.ChannelOrders), Ask: v.askChannel}),
		Read: read, Key: func(r hall.OrderRow) string { return key(r.ID) }, Tone: tone, Dress: dress,
		Side:  brief,
		Shut:  func(r hall.OrderRow) bool { return r.Hidden },
		Enter: text.Consult.Actions, Open: func(r hall.OrderRow) tea.Cmd { return after(env, r.ID, false) },
		Saved: func(msg tea.Msg) (string, bool) {
			id, ok := saved(msg)
			return key(id), ok
		},
		Hint: func() text.Message { return hint }, Begin: hintEmpty,
		Add: addKey, New: func() tea.Cmd { return views.Push(registerForm(env, hall.Draft{})) },
		May:   func() text.Message { return text.Err(env.Actor.Require(hall.MayIntake)) },
		Sheet: list.Rows(ledger.Orders(), read),
		First: form.Resume(env, r.Draft, func(d hall.Draft) tea.Cmd { return resume(env, d) }),
	})
	return v
}

// Title implements views.View: it says which orders are listed.
func (v *view) Title() text.Message {
	w, _ := v.Where().(which)
	of := text.OrderFilter(w.filter)
	if w.filter == hall.ChannelOrders {
		of = text.Channel(w.channel)
	}
	return text.Raw("{a}  {b}").With("a", title).With("b", of)
}

func key(id hall.OrderID) string { return fmt.Sprint(id) }

func read(ctx context.Context, s views.Session, q list.Query) (list.Page[hall.OrderRow], error) {
	w, _ := q.Where.(which)
	ask := hall.OrderQuery{Filter: w.filter, Channel: w.channel, Limit: q.Limit}
	ask.After, _ = q.After.([]byte)
	p, err := s.Desk.Orders(ctx, ask)
	out := list.Page[hall.OrderRow]{Rows: p.Rows, Total: p.Total}
	if p.Next != nil {
		out.Next = p.Next
	}
	return out, err
}

// askChannel lets one of the channels be chosen.
func (v *view) askChannel() tea.Cmd {
	var items []menu.Item
	for _, c := range hall.Channels() {
		items = append(items, menu.Item{Name: text.Channel(c), Do: func() tea.Cmd {
			return v.Turn(channelTab, which{hall.ChannelOrders, c})
		}})
	}
	return menu.Open(v.env, v.env.Say(text.OrderFilter(hall.ChannelOrders)), items)
}

func tone(_ views.Session, r hall.OrderRow) widget.Tone {
	if !r.State.Open() {
		return widget.Muted
	}
	return widget.Normal
}

// dress has red no more than what is late of a row: its limit.
func dress(s views.Session, r hall.OrderRow, column, said string) string {
	if column == "left" && r.State.Open() && r.Due < s.Today() {
		return s.Styles.Danger.Render(said)
	}
	return said
}

func columns() []ledger.Column[hall.OrderRow] {
	type R = hall.OrderRow
	return []ledger.Column[R]{
		{Key: "channel", Title: channelLabel, Value: func(_ ledger.Here, r R) ledger.Cell { return ledger.Enum("", text.Channel(r.Channel)) }},
		{Key: "who", Title: asksLabel, Width: 12, Value: func(_ ledger.Here, r R) ledger.Cell {
			if r.Hidden {
				return ledger.Phrase(text.Confidential)
			}
			return ledger.Phrase(text.Who(r.Who, r.Others))
		}},
		{Key: "subject", Title: text.Matter.Subject, Width: 40, Value: func(_ ledger.Here, r R) ledger.Cell { return ledger.Say(r.Subject) }},
		{Key: "state", Title: stateLabel, Value: func(_ ledger.Here, r R) ledger.Cell { return ledger.Enum("", text.OrderState(r.State)) }},
		{Key: "left", Title: leftLabel, Value: func(at ledger.Here, r R) ledger.Cell {
			if !r.State.Open() {
				return ledger.Enum("", text.Message{})
			}
			return ledger.Enum("", text.Left(r.Due, at.Today))
		}},
		{Key: "holder", Title: holderLabel, Width: 8, Spare: true, Value: func(_ ledger.Here, r R) ledger.Cell { return ledger.Say(r.HolderAs) }},
	}
}

// brief is an order beside the list.
func brief(ctx context.Context, s views.Session, r hall.OrderRow) (*page.Doc, error) {
	f, err := s.Desk.Order(ctx, r.ID)
	if err != nil {
		return page.New(s), err
	}
	return show(s, f), nil
}

// after reads an order and lists what can be done with it.
func after(env *views.Env, id hall.OrderID, open bool) tea.Cmd {
	return menu.After(env, func(ctx context.Context, s views.Session) (hall.OrderFile, error) { return s.Desk.Order(ctx, id) },
		func(f hall.OrderFile) tea.Cmd { return steps(env, f, open) })
}

// saved knows what the forms answer with.
func saved(msg tea.Msg) (hall.OrderID, bool) {
	switch m := msg.(type) {
	case form.Saved[entry]:
		return m.Value.made.ID, true
	case form.Saved[taking]:
		return m.Value.of.Order.ID, true
	}
	return 0, false
}
