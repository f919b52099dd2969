package app

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/views/kit/theme"
)

// Screens is every screen of the program, for tests that go through all of them.
var Screens = screens

// Styles is the look that a program draws with.
func (m *Model) Styles() theme.Styles { return m.env.Styles }

// Paced is the program as a terminal shows it.
func Paced(m *Model) tea.Model { return &paced{Model: m} }
