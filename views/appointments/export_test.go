package appointments

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
)

// Loaded is the answer to Load, for tests that draw appointments of their own making.
func Loaded(from hall.Day, rows []hall.VisitRow) tea.Msg { return loaded{from: from, rows: rows} }
