package casefile

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

// aboutOrders names the orders that the case came of, or that belong to it.
func aboutOrders(d *page.Doc, s views.Session, f hall.CaseFile) {
	var all []string
	for _, o := range f.Orders {
		state := text.OrderState(o.State)
		if o.State.Open() {
			state = text.Words(state, orderBy.With("day", s.Due(o.Due)))
		}
		all = append(all, s.Say(text.Words(text.Channel(o.Channel), text.Raw(o.Number), state)))
	}
	d.Each(ordersLabel, all)
}

// unanswered are the orders of a case that are still to be answered.
func unanswered(f hall.CaseFile) []hall.OrderRow {
	var out []hall.OrderRow
	for _, o := range f.Orders {
		if o.State.Open() && !o.Hidden {
			out = append(out, o)
		}
	}
	return out
}

// replies is the item of the menu that leads to the answer of the case's order.
func (v doing) replies() menu.Item {
	open := unanswered(v.file)
	it := menu.Item{Name: doAnswer, Do: func() tea.Cmd {
		var items []menu.Item
		for _, o := range open {
			items = append(items, menu.Item{Name: text.Words(text.Channel(o.Channel), text.Raw(cmp.Or(o.Number, o.Who))), Do: answering(o)})
		}
		return menu.Which(v.env, v.env.Say(doAnswer), items)
	}}
	if len(open) == 0 {
		it.Why = noOrder
	}
	return it
}

func answering(o hall.OrderRow) func() tea.Cmd {
	return func() tea.Cmd {
		return views.Go(views.Route{Screen: views.Orders, Order: o.ID, Query: views.QueryReply})
	}
}

// offer asks, once a case has come to its end, whether its order is answered now.
func (v *View) offer(t taking) tea.Cmd {
	open := unanswered(t.of)
	if len(open) == 0 || t.made.State.Open() && !(t.made.State == hall.Performing && t.of.Case.State != hall.Performing) {
		return nil
	}
	o := open[0]
	title := answerTitle.With("channel", text.Channel(o.Channel)).With("no", cmp.Or(o.Number, o.Who)).With("day", text.ShortDay(o.Due))
	return menu.Open(v.env, v.env.Say(title), []menu.Item{{Name: answerNow, Do: answering(o)},
		{Name: answerLater, Do: func() tea.Cmd { return views.Toast(views.Done, answerLeft) }}})
}
