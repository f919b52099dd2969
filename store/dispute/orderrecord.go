package dispute

import (
	"slices"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

var (
	// Orders are what other bodies give to the hall (派单).
	Orders = book.Declare(book.Kind[hall.OrderID, hall.Order]{
		Table: hall.OfOrder, Letter: 'e', Key: "OrderID", Holds: "hall.Order",
		Of:    func(o *hall.Order) (*hall.OrderID, *uint64) { return &o.ID, &o.Rev },
		Row:   func(o *hall.Order) any { return hall.OrderRowOf(*o) },
		Trail: func(o *hall.Order) *[]hall.Correction { return &o.Corrections },
		About: func(o *hall.Order) (hall.CaseID, hall.ConsultationID) { return o.Case, 0 },
		Words: orderWords,
		Lists: []book.List[hall.Order]{{In: ByOrder, Lines: orderLines}},
	})
	// ByOrder lists orders, and what is due on them.
	ByOrder = &book.Index{Table: "by.order", Key: "group ^OrderID|day OrderID", Holds: "hall.OrderRow", Counted: true,
		Note: "groups: a all · h<channel> · o open by their last day · m<StaffID> open of who answers · " +
			"c<CaseID> · d day kind what is due · n<channel> number 0 (leads to one)"}
)

func init() {
	book.All.Count(book.Counter{Name: "code/<year>", Note: "the last code of a matter that was given in the year"})
}

func orderGroup(c byte, of ...uint64) book.Path {
	p := book.Key().Byte(c)
	for _, n := range of {
		p = p.ID(n)
	}
	return p
}

func orderNumber(o hall.Order) book.Path {
	return book.Key().Byte('n').Byte(byte(o.Channel)).Text(o.Number).End()
}

// OrdersDue is what is due on orders before a day, the oldest first.
func OrdersDue(before hall.Day) kv.Span {
	return kv.Span{From: book.Key().Byte('d'), To: book.Key().Byte('d').Day(before)}
}

func orderLines(o *hall.Order, l *book.Lines) {
	id := uint64(o.ID)
	for _, group := range []book.Path{orderGroup('a'), orderGroup('h', uint64(o.Channel))} {
		l.Row(group.Newest(id), group)
	}
	if o.Case != 0 {
		l.Row(orderGroup('c', uint64(o.Case)).ID(id), nil)
	}
	if o.Number != "" {
		l.Lead(orderNumber(*o).ID(id), id)
	}
	if !o.State.Open() {
		return
	}
	open := []book.Path{orderGroup('o')}
	if who, _ := o.Answers(); who != 0 {
		open = append(open, orderGroup('m', uint64(who)))
	}
	for _, group := range open {
		l.Row(group.Day(o.Due).ID(id), group)
	}
	for _, d := range o.Dues() {
		l.Row(book.Key().Byte('d').Day(d.Day).Byte(byte(d.Kind)).ID(id), nil)
	}
}

func orderWords(o *hall.Order, w book.Words) {
	for _, p := range o.Parties {
		w.Party(p.Details)
		w.Text(p.Details.Village, 8)
	}
	w.Code(o.Number)
	w.Code(o.Code)
	w.Name(o.Body)
	w.Text(o.Subject, 30)
	w.Text(o.Facts, 60)
}

// ordersOf reads the orders of a case, the oldest first.
func ordersOf(r book.Reader, id hall.CaseID) ([]hall.OrderRow, error) {
	var out []hall.OrderRow
	for row, err := range book.Rows[hall.OrderRow](r, ByOrder.Table, kv.Prefix(orderGroup('c', uint64(id)))) {
		if err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	return out, nil
}

// followCase has the orders of a case say who mediates it now, and that it is not public.
func followCase(t *book.Tx, was, now *hall.Case) error {
	if was == nil || was.Confidential == now.Confidential && slices.Equal(was.Mediators(), now.Mediators()) {
		return nil
	}
	rows, err := ordersOf(t, now.ID)
	if err != nil {
		return err
	}
	for _, row := range rows {
		o, err := Orders.Get(t, row.ID)
		if err != nil {
			return err
		}
		o.Belong(*now)
		if err := Orders.Put(t, &o); err != nil {
			return err
		}
	}
	return nil
}
