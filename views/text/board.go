package text

import (
	"fmt"

	"sizhen/store/hall"
)

// Board is the screen of F2.
var Board = struct {
	UrgentMark, Older Message
}{
	UrgentMark: M("（急）", " (urgent)"),
	Older:      M("{m}-{d} {week}", "{week} {d} {m}"),
}

// OlderDay is a day in as few cells as its weekday leaves: 11-23 周一.
func OlderDay(d hall.Day) Message {
	_, m, n := d.Date()
	return Board.Older.With("m", month(m)).With("d", fmt.Sprintf("%02d", n)).With("week", Weekday(d.Weekday()))
}
