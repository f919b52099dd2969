package dispute

import (
	"bytes"
	"context"
	"strconv"
	"strings"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/people"
	"sizhen/store/staff"
)

// Orders reads a page of the orders: the open ones by their last day, all the newest first; or what
// is searched for.
func (d *Desk) Orders(ctx context.Context, q hall.OrderQuery) (hall.OrderPage, error) {
	var page hall.OrderPage
	group := map[hall.OrderFilter]book.Path{
		hall.OpenOrders: orderGroup('o'), hall.MyOrders: orderGroup('m', uint64(d.Actor.Staff)), hall.AllOrders: orderGroup('a'),
		hall.ChannelOrders: orderGroup('h', uint64(q.Channel)),
	}[q.Filter]
	limit := min(max(q.Limit, 1), people.PageMost)
	err := d.Read(ctx, hall.MayRead, func(r book.Reader) (err error) {
		page = hall.OrderPage{}
		if cut := book.ParseQuery(q.Text); cut != nil {
			page.Rows, err = d.findOrders(ctx, r, cut, limit)
			return err
		}
		if page.Total, err = ByOrder.Sum(r, group); err != nil {
			return err
		}
		span := kv.Prefix(group)
		if span.Limit = limit + 1; q.After != nil {
			if !bytes.HasPrefix(q.After, group) {
				return hall.Refuse(hall.ErrNotFound)
			}
			span.From = q.After
		}
		for p, err := range r.Range(ByOrder.Table, span) {
			if err != nil {
				return err
			}
			if len(page.Rows) == limit {
				page.Next = bytes.Clone(p.Key)
				return nil
			}
			var row hall.OrderRow
			if err := book.Decode(p.Value, &row, d.Book.Zone()); err != nil {
				return err
			}
			page.Rows = append(page.Rows, row.For(d.Actor))
		}
		return nil
	})
	return page, err
}

// findOrders finds orders by their people, number, code and words. One whose names the reader may not
// see is not found.
func (d *Desk) findOrders(ctx context.Context, r book.Reader, cut book.Query, limit int) ([]hall.OrderRow, error) {
	ids, err := Orders.Find(ctx, r, cut, limit)
	if err != nil {
		return nil, err
	}
	var out []hall.OrderRow
	for _, id := range ids {
		o, err := Orders.Get(r, id)
		if err != nil {
			return nil, err
		}
		if row := hall.OrderRowOf(o).For(d.Actor); !row.Hidden {
			out = append(out, row)
		}
	}
	return out, nil
}

// Order reads an order with the case it belongs to.
func (d *Desk) Order(ctx context.Context, id hall.OrderID) (hall.OrderFile, error) {
	var f hall.OrderFile
	err := d.Read(ctx, hall.MayRead, func(r book.Reader) error {
		f = hall.OrderFile{}
		o, err := Orders.Get(r, id)
		switch {
		case err != nil:
			return err
		case !d.Actor.MaySeeOrder(o):
			return hall.Refuse(hall.ErrClosedCase)
		}
		if f.Masked = !d.Actor.WorksOnOrder(o); f.Masked {
			o = o.Masked()
		}
		if f.Order = o; o.Case == 0 {
			return nil
		}
		c, err := Cases.Get(r, o.Case)
		row := hall.RowOf(c).For(d.Actor)
		f.Case = &row
		return err
	})
	return f, err
}

// RegisterOrder registers an order that came in. The draft (0: none) is removed with it.
func (d *Desk) RegisterOrder(ctx context.Context, draft hall.DraftID, o hall.Order) (hall.Order, error) {
	return book.Write(ctx, d.Desk, hall.MayIntake, func(t *book.Tx) (out hall.Order, _ error) {
		out = hall.Order{Registered: t.Now, RegisteredBy: t.Actor.Staff, RegisteredAs: t.Actor.Name}
		if bad := out.Fix(kept(o), t.Settings(), t.Today(), t.Calendar()); bad != nil {
			return out, bad
		}
		if err := once(t, out); err != nil {
			return out, err
		}
		var err error
		if out.Code, err = NewCode(t, t.Today().Year()); err != nil {
			return out, err
		}
		if err := Orders.Put(t, &out); err != nil {
			return out, err
		}
		if err := logOrder(t, hall.DeedOrder, out); err != nil {
			return out, err
		}
		return out, t.DropDraft(draft)
	})
}

// kept is an order with its names and words as they are kept.
func kept(o hall.Order) hall.Order {
	in := hall.Intake{Parties: o.Parties}.AsKept()
	o.Parties = nil
	for _, p := range in.Parties {
		if p.Details.Name != "" {
			o.Parties = append(o.Parties, p)
		}
	}
	o.Body, o.Number = strings.TrimSpace(o.Body), strings.TrimSpace(o.Number)
	return o
}

// once refuses a number of a channel that another order has: it came already.
func once(t *book.Tx, o hall.Order) error {
	if o.Number == "" {
		return nil
	}
	for p, err := range t.Range(ByOrder.Table, kv.Prefix(orderNumber(o))) {
		if err != nil {
			return err
		}
		if hall.OrderID(book.Number(p.Value)) != o.ID {
			return hall.Refuse(hall.ErrOrderTwice, "number", o.Number).In(hall.FieldNumber)
		}
	}
	return nil
}

// NewCode gives a matter its code, the next of a year.
func NewCode(t *book.Tx, year int) (string, error) {
	n, err := t.Next("code/" + strconv.Itoa(year))
	return hall.MatterCode(t.Settings(), year, int64(n)), err
}

// codeOf is the code of a matter that is registered: that of the order that it came with, or a new one.
func codeOf(t *book.Tx, id hall.OrderID) (string, error) {
	if id == 0 {
		return NewCode(t, t.Today().Year())
	}
	o, err := Orders.Get(t, id)
	return o.Code, err
}

// becomeCase has the order that a case was registered from belong to it.
func becomeCase(t *book.Tx, c hall.Case) error {
	if c.Order == 0 {
		return nil
	}
	_, err := stepOrder(t, c.Order, book.AnyRev, hall.OrderStep{Op: hall.OpOrderCase, Case: c})
	return err
}

// StepOrder takes a step with an order: its course decides. rev must be the one read; the draft (0: none)
// is removed with it. To become a case is no step of its own: the intake takes it.
func (d *Desk) StepOrder(ctx context.Context, id hall.OrderID, rev uint64, draft hall.DraftID, s hall.OrderStep) (hall.Order, error) {
	return book.Write(ctx, d.Desk, hall.MayIntake, func(t *book.Tx) (out hall.Order, err error) {
		if s.Op == hall.OpCorrect || s.Op == hall.OpOrderCase {
			return out, hall.Refuse(hall.ErrNotFound)
		}
		if s.Op == hall.OpOrderPart {
			out, err = partOrder(t, id, rev, s)
		} else {
			out, err = stepOrder(t, id, rev, s)
		}
		if err != nil {
			return out, err
		}
		return out, t.DropDraft(draft)
	})
}

func stepOrder(t *book.Tx, id hall.OrderID, rev uint64, s hall.OrderStep) (hall.Order, error) {
	deed := hall.Deed("")
	var pairs []string
	out, err := book.Change(t, Orders, id, rev, func(o *hall.Order) error {
		if !t.Actor.MaySeeOrder(*o) {
			return hall.Refuse(hall.ErrClosedCase)
		}
		step := s
		if s.Op == hall.OpSort {
			var err error
			if step.Sort.Who, err = accountOf(t, s.Sort.WhoName); err != nil {
				return err
			}
			pairs = []string{"dept", s.Sort.Dept, "who", s.Sort.WhoName}
		}
		if s.Op == hall.OpOrderJoin {
			c, err := Cases.Get(t, s.Case.ID)
			switch {
			case err != nil:
				return err
			case !t.Actor.MaySee(c):
				return hall.Refuse(hall.ErrClosedCase)
			}
			step.Case = c
		}
		if step.Case.ID != 0 {
			pairs = []string{"case", step.Case.Name()}
		}
		row, bad := o.Apply(step, t.Actor, t.Now, t.Calendar())
		deed = row.Deed
		return bad.Or(nil)
	})
	if err != nil {
		return out, err
	}
	if s.Reason != "" {
		pairs = append(pairs, "reason", s.Reason)
	}
	return out, logOrder(t, deed, out, pairs...)
}

// accountOf is the account of who is called so; 0: nobody has one, or several are called so.
func accountOf(t *book.Tx, name string) (hall.StaffID, error) {
	rows, err := staff.Rows(t)
	var found hall.StaffID
	for _, r := range rows {
		switch {
		case r.Off || r.Name != name:
		case found != 0:
			return 0, nil
		default:
			found = r.ID
		}
	}
	return found, err
}

// partOrder takes an order out of a case to which it does not belong; the trail keeps to which.
func partOrder(t *book.Tx, id hall.OrderID, rev uint64, s hall.OrderStep) (hall.Order, error) {
	was, err := Orders.Get(t, id)
	if err != nil {
		return was, err
	}
	if strings.TrimSpace(s.Reason) == "" {
		return was, hall.Refuse(hall.ErrReason).In(hall.FieldReason)
	}
	code, err := NewCode(t, t.Today().Year())
	if err != nil {
		return was, err
	}
	out, err := book.Change(t, Orders, id, rev, func(o *hall.Order) error {
		if !t.Actor.MaySeeOrder(*o) {
			return hall.Refuse(hall.ErrClosedCase)
		}
		if _, bad := o.Apply(s, t.Actor, t.Now, t.Calendar()); bad != nil {
			return bad
		}
		o.Code = code
		return nil
	})
	if err != nil {
		return out, err
	}
	c, err := Cases.Get(t, was.Case)
	if err != nil {
		return out, err
	}
	out.Corrections = append(out.Corrections, hall.Correction{Field: "Case", Old: c.Name(), By: t.Actor.Staff, ByName: t.Actor.Name, At: t.Now, Why: s.Reason})
	if err := Orders.Put(t, &out); err != nil {
		return out, err
	}
	args := map[string]string{"old.Case": c.Name(), "new.Case": "", "reason": s.Reason}
	hall.VeilCorrection(args, out.Confidential)
	return out, t.Log(hall.Entry{Deed: hall.DeedCorrect, Case: c.ID, Args: args, Ref: hall.Ref{Kind: hall.OfOrder, ID: uint64(id)}.String()})
}

// CorrectOrder puts an order right: what was registered of it, and, where it was answered or rated, what
// was written then. What stood before is kept with it.
func (d *Desk) CorrectOrder(ctx context.Context, id hall.OrderID, rev uint64, draft hall.DraftID, as hall.Order, why string) (hall.Order, error) {
	return book.Write(ctx, d.Desk, hall.MayIntake, func(t *book.Tx) (out hall.Order, _ error) {
		was, err := Orders.Get(t, id)
		switch {
		case err != nil:
			return out, err
		case !t.Actor.MaySeeOrder(was):
			return out, hall.Refuse(hall.ErrClosedCase)
		}
		if bad := hall.Why(hall.OrderCourse(), was, hall.OpCorrect, t.Actor, t.Now); bad != nil {
			return out, bad
		}
		veil := func(o *hall.Order, args map[string]string) {
			hall.VeilCorrection(args, was.Confidential || o.Confidential)
		}
		out, err = book.Correct(t, Orders, id, rev, why, veil, func(o *hall.Order) error {
			if bad := o.Fix(kept(as), t.Settings(), t.Today(), t.Calendar()); bad != nil {
				return bad
			}
			if bad := o.FixAnswer(as, t.Now); bad != nil {
				return bad
			}
			return once(t, *o)
		})
		if err != nil {
			return out, err
		}
		return out, t.DropDraft(draft)
	})
}

// logOrder writes a line of the journal about an order.
func logOrder(t *book.Tx, deed hall.Deed, o hall.Order, pairs ...string) error {
	who, _ := hall.First(o.Of(hall.Applicant))
	args := map[string]string{"number": o.Number, "name": who, "channel": strconv.Itoa(int(o.Channel))}
	for i := 0; i+1 < len(pairs); i += 2 {
		args[pairs[i]] = pairs[i+1]
	}
	return t.Log(hall.Entry{Deed: deed, Case: o.Case, Args: calendar.Veil(t, o.Confidential, args), Ref: hall.Ref{Kind: hall.OfOrder, ID: uint64(o.ID)}.String()})
}
