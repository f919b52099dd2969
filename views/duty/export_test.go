package duty

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
)

// Loaded is the answer to Load, for tests that draw days of their own making, today first.
func Loaded(days [][]hall.Shift) tea.Msg { return loaded{days: days} }
