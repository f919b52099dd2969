package ledger

import (
	"context"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views/text"
)

// journalDays is how far back the journal goes when no days are given, and journalPage how many lines are
// read at a time.
const (
	journalDays = 30
	journalPage = 500
)

// Journal is what was done, the latest first (办理记录).
func Journal() List[hall.JournalRow] {
	type R = hall.JournalRow
	return List[R]{
		Name: "journal", Title: text.ListName("journal"), Takes: TakesDays | TakesConfidential,
		Help: text.M("什么时候、谁、做了什么，新的在前；输错密码和导出也在。不写日期的，是最近 30 天。",
			"When, who and what, the latest first, wrong passwords and exports too. The last 30 days where no days are given."),
		Days: func(today hall.Day) (from, to hall.Day) { return today - journalDays, today },
		Columns: []Column[R]{
			fileOnly(col("seq", text.M("第几条", "Line"), 8, func(r R) Cell { return Number(r.Seq) })),
			{Key: "at", Title: text.M("时间", "When"), Width: 18, Value: func(_ Here, r R) Cell { return When(r.At) },
				Show: func(_ Here, r R) text.Message { return text.Stamp(r.At) }},
			col("by", text.M("谁", "Who"), 10, func(r R) Cell { return Say(r.ByName) }),
			fileOnly(col("deed", text.M("代码", "Code"), 16, func(r R) Cell { return Enum(string(r.Deed), text.Raw(string(r.Deed))) })),
			col("what", text.M("做了什么", "What"), 0, func(r R) Cell { return Phrase(text.Done(r.Entry)) }),
			col("about", text.M("哪一条", "Record"), 14, func(r R) Cell {
				if r.Shut {
					return Phrase(text.Confidential)
				}
				return Phrase(text.RefName(r.About))
			}),
		},
		Each: func(ctx context.Context, d *store.Desk, q Query, to func(R) error) error {
			for ask := (hall.JournalQuery{Limit: journalPage}); ; {
				p, err := d.Lines(ctx, ask)
				if err != nil {
					return err
				}
				for _, r := range p.Rows {
					day := hall.DayOf(r.At)
					if (q.To != 0 && day > q.To) || (q.From != 0 && day < q.From) {
						continue
					}
					if err := to(r); err != nil {
						return err
					}
				}
				if n := len(p.Rows); p.Next == 0 || q.From != 0 && n > 0 && before(p.Rows[n-1], q.From) {
					return nil
				}
				ask.Before = p.Next
			}
		},
	}
}

// before reports whether a line was written before a day. What it tells of may have been earlier.
func before(r hall.JournalRow, day hall.Day) bool {
	return r.Logged != 0 && r.Written().Before(day.At(0, r.At.Location()))
}

// fileOnly is a column that programs get, and nobody needs on a screen or paper.
func fileOnly[R any](c Column[R]) Column[R] {
	c.Where = File
	return c
}
