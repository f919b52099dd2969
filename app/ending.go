package app

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/text"
)

// Stop asks the session to end; what was typed is kept first.
type Stop struct{}

// endNow comes when keeping what was typed takes too long.
type endNow struct{}

// ending is how far the session is on its way out.
type ending struct {
	asked  bool // it ends once what was typed is kept
	warned bool // Ctrl-C was pressed where somebody types; once more is meant
	forced bool // nobody is there to answer: the system wants the program gone
	unkept bool // what was typed could not be kept; asked again, it ends all the same
}

// stop ends the session. If what was typed cannot be kept, a full disk say, the screen
// stays and says so, and only Ctrl-C once more ends it.
func (m *Model) stop() tea.Cmd {
	switch {
	case m.ending.unkept:
		return tea.Quit
	case m.ending.asked:
		return nil
	case m.cover != nil && m.leaving == nil: // what is behind a lock was kept when it came down
		return tea.Quit
	}
	m.ending.asked = true
	late := m.o.After(lastWait, endNow{})
	if m.leaving != nil {
		m.leaving.then, m.waiting = func() tea.Cmd { return m.leave(m.base(), quit) }, nil
		return late
	}
	return tea.Batch(m.leave(m.base(), quit), late)
}

// interrupt is Ctrl-C. Who comes from other programs presses it to copy: where something is
// being typed it asks first. Nothing ends the program while it is locked: whoever passes by
// would stand at what is beneath. On a kiosk the same holds while nobody is signed in.
func (m *Model) interrupt() tea.Cmd {
	switch {
	case m.locked:
		return m.say(views.Warn, text.Root.LockedStays)
	case m.env.Settings.Kiosk && m.o.Store != nil && m.env.Desk == nil:
		return m.say(views.Warn, text.Root.KioskStays)
	case m.typing && !m.ending.warned && !m.ending.unkept && m.leaving == nil:
		m.ending.warned = true
		if m.copies() {
			return m.say(views.Warn, quitCopied)
		}
		return m.say(views.Warn, text.Root.QuitAsk)
	}
	return m.stop()
}

// wayOut is what Ctrl-C once more comes to: where the store is gone a copy is left, with what is typed.
func (m *Model) wayOut() text.Message {
	if m.copies() {
		return quitCopied
	}
	return text.Root.QuitAnyway
}

// copies reports whether a copy is left when the program ends, with what could not be kept.
func (m *Model) copies() bool { return m.lost && m.o.Rescue != nil }

func quit() tea.Cmd { return tea.Quit }

// notLeft is what becomes of the wish to end when what was typed could not be kept.
func (m *Model) notLeft() tea.Cmd {
	if !m.ending.asked {
		return nil
	}
	m.ending.asked = false
	if m.ending.forced {
		m.o.Log.Error("ended without keeping what was typed")
		return tea.Quit
	}
	if m.ending.warned && m.copies() { // it was said what once more comes to
		return tea.Quit
	}
	m.ending.unkept = true
	return nil
}

// endNow ends a session whose screen still keeps what was typed after all the time there is.
func (m *Model) endNow() tea.Cmd {
	if !m.ending.asked {
		return nil
	}
	m.o.Log.Error("ended while what was typed was being kept")
	return tea.Quit
}

// stayed takes back the wish to end when somebody goes on working.
func (m *Model) stayed(stroke string) {
	if stroke != "ctrl+c" {
		m.ending.unkept, m.ending.warned = false, false
	}
}
