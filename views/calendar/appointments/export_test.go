package appointments

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
)

// Loaded is the answer to Load, for tests that draw appointments of their own making: those of
// the month around a day.
func Loaded(day hall.Day, rows []hall.VisitRow) tea.Msg {
	from, to := spanOf(byMonth, day)
	return loaded{from: from, to: to, rows: rows}
}
