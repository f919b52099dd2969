package ledger

import (
	"context"
	"io"
	"time"

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

// AttendanceLine is a day of somebody's.
type AttendanceLine struct {
	Who hall.DutyRef
	hall.AttendanceDay
}

// AttendanceDays are the days behind the figures of a month's attendance, a line a shift or a day on which
// somebody came without one.
func AttendanceDays() List[AttendanceLine] {
	type L = AttendanceLine
	remark := Column[L]{Key: "remark", Title: text.M("说明", "Remark"), Paper: 24,
		Value: func(at Here, r L) Cell { return Phrase(text.AttendanceRemark(r.AttendanceDay, at.day())) }}
	day := col("day", text.M("日期", "Date"), 12, func(r L) Cell { return On(r.Day) })
	day.Show = func(_ Here, r L) text.Message { return text.ShortDay(r.Day) }
	shift := col("shift", text.M("班", "Shift"), 16, func(r L) Cell { return Phrase(text.AttendanceShift(r.AttendanceDay)) })
	kept := col("kept", text.M("到岗", "Kept"), 12, func(r L) Cell { return Phrase(text.AttendanceKept(r.AttendanceDay)) })
	clock := func(key string, title text.Message, of func(L) time.Time) Column[L] {
		c := col(key, title, 6, func(r L) Cell { return When(of(r)) })
		c.Show = func(_ Here, r L) text.Message { return text.Raw(text.Clock(of(r))) }
		return c
	}
	return List[L]{
		Name: "days", Title: text.ListName("days"), Takes: TakesDays | TakesMonth, Days: hall.Day.Month,
		Help: text.M("考勤每个数后面的日子，一人一班一行：到没到、几点来、几点走、说明。默认本月。",
			"The days behind the figures of the attendance, a line a shift of a person: kept or not, in, out, remark. This month unless said otherwise."),
		Columns: []Column[L]{
			col("name", text.AttendancePaper.Name, 12, func(r L) Cell { return Say(r.Who.Name) }),
			day, shift, kept,
			clock("in", text.M("签到", "In"), func(r L) time.Time { return r.Place.In }),
			clock("out", text.M("签退", "Out"), func(r L) time.Time { return r.Place.Out }),
			remark,
		},
		Each: func(ctx context.Context, d *store.Desk, q Query, to func(L) error) error {
			rows, err := d.Attendance(ctx, q.From, q.To)
			for _, r := range rows {
				for _, one := range r.Days {
					if err := to(L{r.Who, one}); err != nil {
						return err
					}
				}
			}
			return err
		},
	}
}
