package duty

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
)

// Loaded is the answer to Load, for tests that draw a day of their own making.
func Loaded(data hall.DutyDay) tea.Msg { return loaded{data: data} }
