package ledger

import (
	"context"
	"io"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views/paper"
	"sizhen/views/text"
)

// Attendance is how everybody kept duty in a month. On paper it has places for signatures.
func Attendance() List[hall.AttendanceRow] {
	type A = hall.AttendanceRow
	t := text.AttendancePaper
	figure := func(key string, short, title text.Message, of func(A) int) Column[A] {
		c := col(key, short, 6, func(r A) Cell { return Count(of(r)) })
		c.Heading = title
		return c
	}
	each := func(ctx context.Context, d *store.Desk, q Query, to func(A) error) error {
		rows, err := d.Attendance(ctx, q.From, q.To)
		if err != nil {
			return err
		}
		return put(rows, to)
	}
	return List[A]{
		Name: "attendance", Title: text.ListName("attendance"), Takes: TakesDays | TakesMonth, Days: hall.Day.Month,
		Help: text.M("一人一行：排班、到岗、迟到、早退、缺勤、换出、代班、补签、没排班来的；docx 是要签名的月表。默认本月。",
			"One line for each person: planned, came, late, early, missed, swapped away, stood in, entered late, unplanned; docx is the sheet to sign. "+
				"This month unless said otherwise."),
		Columns: []Column[A]{
			col("name", t.Name, 14, func(r A) Cell { return Say(r.Who.Name) }),
			col("planned", text.M("排班", "Shifts"), 6, func(r A) Cell { return Number(r.Planned) }),
			col("came", t.Came, 6, func(r A) Cell { return Number(r.Came) }),
			figure("late", t.Late, t.Late, func(r A) int { return r.Late }),
			figure("late_minutes", text.M("迟到分", "Min"), text.M("迟到分钟", "Minutes late"), func(r A) int { return r.LateBy }),
			figure("early", text.M("早退", "Early"), t.Early, func(r A) int { return r.Early }),
			figure("early_minutes", text.M("早退分", "Min"), text.M("早退分钟", "Minutes early"), func(r A) int { return r.EarlyBy }),
			figure("missed", t.Missed, t.Missed, func(r A) int { return r.Missed }),
			figure("swapped", text.M("换出", "Gave"), t.Swapped, func(r A) int { return r.Swapped }),
			figure("stood", text.M("代班", "Stood"), t.Stood, func(r A) int { return r.Stood }),
			figure("entered", t.Entered, t.Entered, func(r A) int { return r.Entered }),
			figure("extra", text.M("没排班", "Extra"), t.Extra, func(r A) int { return r.Extra }),
		},
		Each: each,
		Other: map[Format]func(context.Context, io.Writer, *store.Desk, Scene, Query) error{
			DOCX: func(ctx context.Context, w io.Writer, d *store.Desk, in Scene, q Query) error {
				rows, err := d.Attendance(ctx, q.From, q.To)
				if err != nil {
					return err
				}
				return paper.AttendanceSheet(w, in.Hall, in.Lang, q.From, q.To, rows, in.Now)
			},
		},
	}
}
