package intake

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
)

// What the store would answer, for tests that draw without one.

func Begun(d hall.Draft) tea.Msg { return begin{draft: d} }

func Registered(in hall.Intake, res hall.IntakeResult) tea.Msg { return finished{in: in, res: res} }

// Similar makes the cases found beside what stands in the form.
func Similar(v views.View, rows []hall.CaseRow) tea.Msg {
	return dupMsg{n: v.(*View).dupAsked, rows: rows}
}
