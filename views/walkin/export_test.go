package walkin

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
)

// Loaded is the answer to Load, for tests that draw a queue of their own making.
func Loaded(q hall.Queue) tea.Msg { return loaded{queue: q} }

// Ending is the answer to the wish to end a visit: its form opens.
func Ending(v hall.Consultation) tea.Msg { return endOpened{row: hall.VisitRowOf(v), visit: v} }
