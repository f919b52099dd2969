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

// Looked is what is known of one appointment.
func Looked(f hall.SlotFile) tea.Msg { return looked{id: f.Consultation.ID, file: f} }

// Opened puts the form up.
func Opened(f hall.CaseFile, before map[string]string) tea.Msg {
	return formOpened{what: formNew, file: f, before: before}
}

// Clashed is what collides with the booking in the form.
func Clashed(v any, all []hall.Clash) tea.Msg {
	return clashed{key: v.(*View).fill.checked, clashes: all}
}

// ExportOf asks for a calendar file of an appointment, or of its room.
func ExportOf(f hall.SlotFile, what string) tea.Msg {
	if what == "room" {
		return exportWhat{room: f.Consultation.Room}
	}
	return exportWhat{file: f}
}
