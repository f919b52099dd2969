package followup

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
)

// Listed is what reading the list comes to.
func Listed(all hall.FollowUps) tea.Msg { return listed{all: all} }

// Read is what reading one comes to.
func Read(f hall.JointFile, again string) tea.Msg {
	return read{id: f.Consultation.ID, file: f, again: again}
}

// Opened is what opening a form comes to.
func Opened(what string, f hall.JointFile) tea.Msg { return formOpened{what: what, file: f} }

// TripRead is what working out a trip comes to, as it is shown at first.
func TripRead(today hall.Day, stops []hall.Stop, rest int) tea.Msg {
	return tripRead{until: today + usualTrip, stops: stops, rest: rest}
}
