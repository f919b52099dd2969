// Package views says what a screen is: the View interface, the frame it draws, the
// actions it offers, the route that leads to it, and the messages by which it asks
// the running program for something. The screens themselves live in the packages below.
package views

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views/text"
)

// View is what the program's stack holds: a screen, or what was opened over one: a record, a
// form, a list of times, a box. Update and Draw are called on the UI goroutine and do no I/O;
// what reads or writes the store is returned as a command.
type View interface {
	// Load reads what the view shows. It is called when the view is opened and again whenever
	// something in the store has changed.
	Load() tea.Cmd
	// Update takes a message: a key no action claimed, pasted text, the answer to a command of
	// this view, or what a view that it pushed over itself answered with.
	Update(tea.Msg) tea.Cmd
	// Draw shows the body in exactly w×h cells; a box draws itself only, at most w×h cells.
	Draw(w, h int) Frame
	// Actions lists what can be done now, in the footer's order. It is the one list
	// behind dispatch, footer and help.
	Actions() []Action
}

// Titled is a View with a name: a screen's stands in the top line.
type Titled interface {
	Title() text.Message
}

// Hinter is a View that says what comes next, in one line above the keys. It may be empty.
type Hinter interface {
	Hint() text.Message
}

// Boxed is a View that is drawn as a box in the middle of what lies below it.
type Boxed interface {
	InBox()
}

// Box makes a view a box that reads nothing. It is embedded.
type Box struct{}

// InBox implements Boxed.
func (Box) InBox() {}

// Load implements View.
func (Box) Load() tea.Cmd { return nil }

// Leaver is a View that holds typed text. Leave returns the command that saves it; it is
// run before the view is left, covered by the lock, or the program ends.
type Leaver interface {
	Leave() tea.Cmd
}

// Drafter is a View whose typed text is a draft. Unkept is that draft where the store does not hold its
// last words yet, for a copy of a store that takes no more writes; false: it holds them.
type Drafter interface {
	Unkept() (hall.Draft, bool)
}

// Holder is a View with typed text that no draft keeps: a reason in a small box. Going to
// another place leaves it where it is, and coming back finds it as it was.
type Holder interface {
	Holds() bool
}

// Renewer is a screen that is a form: its own key, pressed there, begins an empty one. What was typed
// has been kept before.
type Renewer interface {
	Renew() tea.Cmd
}

// Returner is a screen that was left with words in its search line: gone to again by its key, what is
// typed next takes their place.
type Returner interface {
	Return()
}

// Reader is a View that says which kinds of records it shows: it is loaded again when one of
// these is written, nil: whatever is. Any other view is for everything but drafts, which
// somebody is always writing and hardly a screen shows.
type Reader interface {
	Topics() []hall.Record
}

// Backer is a View that has something of its own to close before Esc leaves it (a second
// step, a tab). Back reports false when there is nothing left and the screen may go.
type Backer interface {
	Back() (tea.Cmd, bool)
}

// TitleOf is a view's name; empty when it has none.
func TitleOf(v View) text.Message {
	if t, ok := v.(Titled); ok {
		return t.Title()
	}
	return text.Message{}
}

// HintOf is what a view says comes next; empty when it says nothing.
func HintOf(v View) text.Message {
	if h, ok := v.(Hinter); ok {
		return h.Hint()
	}
	return text.Message{}
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
