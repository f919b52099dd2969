package bodies

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
)

// Found is what reading the list comes to.
func Found(rows []hall.Body) tea.Msg { return found{rows: rows} }

// Opened is what opening a body's form comes to.
func Opened(b hall.Body) tea.Msg { return opened{body: b} }
