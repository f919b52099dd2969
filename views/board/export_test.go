package board

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
)

// Missing is the answer to Load where the holidays of a year are not known.
func Missing(b hall.Board, year int) tea.Msg { return loaded{board: b, missing: year} }

// Loaded is the answer to Load, for tests that draw a board of their own making.
func Loaded(b hall.Board) tea.Msg { return loaded{board: b} }
