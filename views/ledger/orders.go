package ledger

import (
	"context"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views/text"
)

// Orders are what other bodies gave to the hall, a line each, with what the monthly figures ask: answered
// in time, solved, how it was rated.
func Orders() List[hall.OrderRow] {
	type O = hall.OrderRow
	sorted := func(of func(hall.Sorting) Cell) func(O) Cell {
		return func(o O) Cell {
			if o.Sorted == nil {
				return Cell{}
			}
			return of(*o.Sorted)
		}
	}
	score := func(n int) Cell {
		if n == 0 {
			return Cell{}
		}
		return coded(uint8(n), text.Satisfaction(n), "", "1", "2", "3", "4", "5")
	}
	return List[O]{
		Name: "orders", Title: text.ListName("orders"), Takes: TakesDays,
		Help: text.M("派单一张一行：渠道、单号、期限、谁负责、办结没有、是否按期、解决情况、评价。不公开的不带姓名和内容。--from、--to 按派单日期算。",
			"Orders, one line each: channel, number, limit, who answers for it, whether it was answered in time, solved, rated. Confidential ones "+
				"come without names and words. --from and --to are days of sending."),
		Columns: []Column[O]{
			id(func(o O) hall.OrderID { return o.ID }), caseOf(func(o O) hall.CaseID { return o.Case }),
			col("channel", text.M("渠道", "Channel"), 12, func(o O) Cell {
				return coded(o.Channel, text.Channel(o.Channel), "centre", "12345", "110", "court", "procuratorate", "petitions", "grid", "online")
			}),
			col("number", text.M("工单号", "Number"), 18, func(o O) Cell { return Say(o.Number) }).open(),
			col("code", text.M("一案一码", "Code"), 14, func(o O) Cell { return Say(o.Code) }).long().open(),
			col("from", text.M("来源单位", "From"), 16, func(o O) Cell { return Say(o.Body) }),
			col("sent", text.M("派单日期", "Sent"), 12, func(o O) Cell { return On(o.Sent) }),
			col("due", text.M("办理期限", "Due"), 12, func(o O) Cell { return On(o.Due) }),
			col("who", text.M("诉求人", "Asks"), 12, func(o O) Cell { return Say(o.Who) }),
			col("against", text.M("被反映人", "Other side"), 12, func(o O) Cell { return Say(o.Against) }),
			col("subject", text.M("事由", "Subject"), 24, func(o O) Cell { return Say(o.Subject) }),
			{Key: "type", Title: text.M("纠纷类型", "Dispute type"), Width: 12, Where: Screen | File, Value: func(at Here, o O) Cell {
				if o.Type == "" {
					return Cell{}
				}
				return Enum(o.Type, text.Type(at.Hall, o.Type))
			}},
			col("state", text.M("状态", "State"), 8, func(o O) Cell {
				return coded(o.State, text.OrderState(o.State), "waiting", "signed", "taken", "returned", "answered", "rated")
			}),
			col("holder", text.M("负责人", "Holder"), 8, func(o O) Cell { return Say(o.HolderAs) }),
			col("answered", text.M("办结或退回", "Answered"), 12, func(o O) Cell { return On(o.Answered) }),
			col("in_time", text.M("按期", "In time"), 6, func(o O) Cell {
				if o.Answered == 0 {
					return Cell{}
				}
				return Yes(o.Answered <= o.Due)
			}),
			col("solved", text.M("解决情况", "Solved"), 10, func(o O) Cell {
				if o.State != hall.OrderDone && o.State != hall.OrderRated {
					return Cell{}
				}
				return coded(o.Solved, text.Solved(o.Solved), "whole", "part", "not")
			}),
			col("satisfaction", text.M("诉求人满意度", "Satisfaction"), 10, func(o O) Cell { return score(o.Satisfaction) }).long(),
			col("rating", text.M("评价", "Rating"), 10, func(o O) Cell { return score(o.Score) }),
			col("dept", text.M("归口部门", "Department"), 14, sorted(func(s hall.Sorting) Cell { return Say(s.Dept) })).long(),
			col("colour", text.M("等级", "Colour"), 6, sorted(func(s hall.Sorting) Cell {
				return coded(s.Colour, text.Colour(s.Colour), "none", "yellow", "orange", "red")
			})).long(),
			col("until", text.M("梳理期限", "Until"), 12, sorted(func(s hall.Sorting) Cell { return On(s.Until) })).long(),
			col("confidential", text.M("不公开", "Confidential"), 6, func(o O) Cell { return Yes(o.Confidential) }).long(),
		},
		Each: func(ctx context.Context, d *store.Desk, q Query, to func(O) error) error {
			ask := hall.OrderQuery{Filter: hall.AllOrders, Limit: together}
			for {
				page, err := d.Orders(ctx, ask)
				if err != nil {
					return err
				}
				for _, o := range page.Rows {
					if o.Sent < q.From || q.To != 0 && o.Sent > q.To {
						continue
					}
					if err := to(o); err != nil {
						return err
					}
				}
				if ask.After = page.Next; ask.After == nil {
					return nil
				}
			}
		},
	}
}

// together is how many orders are read at a time.
const together = 500
