// Package views says what a screen is: the View interface, the frame it draws, the
// actions it offers, the route that leads to it, and the messages by which it asks
// the running program for something. The screens themselves live in the packages below.
package views

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sizhen/views/text"
)

// View is one screen. Update and Draw are called on the UI goroutine and do no I/O;
// what reads or writes the store is returned as a command.
type View interface {
	// Title names the screen in the top line.
	Title() text.Message
	// Load reads what the screen shows. It is called when the screen is opened and
	// again whenever something in the store has changed.
	Load() tea.Cmd
	// Update takes a message: a key no action claimed, pasted text, or the answer to a
	// command or dialog of this screen.
	Update(tea.Msg) tea.Cmd
	// Draw shows the screen's body in exactly w×h cells.
	Draw(w, h int) Frame
	// Actions lists what can be done now, in the footer's order. It is the one list
	// behind dispatch, footer and help.
	Actions() []Action
	// Hint says what comes next, in one line above the keys. It may be empty.
	Hint() text.Message
}

// Leaver is a View that holds typed text. Leave returns the command that saves it; it is
// run before the screen is left, covered by the lock, or the program ends.
type Leaver interface {
	Leave() tea.Cmd
}

// Backer is a View that has something of its own to close before Esc leaves it (a second
// step, a tab). Back reports false when there is nothing left and the screen may go.
type Backer interface {
	Back() (tea.Cmd, bool)
}

// Action is one thing a key does on a screen.
type Action struct {
	Key     key.Binding
	Name    text.Message        // what the footer and help call it
	Help    text.Message        // a longer line for help; Name stands in when empty
	Run     func() tea.Cmd      // nil: the key is named here and handled by Update
	Blocked func() text.Message // why it cannot be done now; empty or nil: it can
	Hidden  bool                // dispatched and in help, but not in the footer
}

// Key binds keys, the first of which is shown.
func Key(shown string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, ""))
}

// Reason is why the action cannot be done now; empty when it can.
func (a Action) Reason() text.Message {
	if a.Blocked == nil {
		return text.Message{}
	}
	return a.Blocked()
}
