package app

import tea "charm.land/bubbletea/v2"

// Screens is every screen of the program, for tests that go through all of them.
var Screens = screens

// Paced is the program as a terminal shows it.
func Paced(m *Model) tea.Model { return &paced{Model: m} }
