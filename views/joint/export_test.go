package joint

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
)

// Listed is what reading the list comes to.
func Listed(groups [3]hall.VisitPage) tea.Msg { return listed{groups: groups} }

// Read is what reading one comes to.
func Read(f hall.JointFile, phones map[uint64]string) tea.Msg {
	return read{id: f.Consultation.ID, file: f, phones: phones}
}

// FoundTimes is what finding common times comes to.
func FoundTimes(id hall.ConsultationID, f hall.Times) tea.Msg {
	return foundTimes{id: id, days: usualDays, length: usualLength, found: f}
}

// Chosen is a step taken from the menu.
func Chosen(what string) tea.Msg { return chosen{what} }

// Opened is what opening a form comes to.
func Opened(what string) tea.Msg { return formOpened{what: what} }
