package studios

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
)

// Found is what reading the list comes to.
func Found(rows []hall.StudioRow) tea.Msg { return found{rows: rows} }

// FileRead is what reading one studio comes to.
func FileRead(f hall.StudioFile) tea.Msg { return fileRead{id: f.Studio.ID, file: f} }

// Opened is what opening a form of a studio comes to.
func Opened(what string, f hall.StudioFile) tea.Msg {
	return opened{what: what, id: uint64(f.Studio.ID), file: f}
}
