package board

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
)

// Loaded is the answer to Load, for tests that draw a board of their own making.
func Loaded(b hall.Board) tea.Msg { return loaded{board: b} }
