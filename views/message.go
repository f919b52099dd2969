package views

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/views/text"
)

// Level says how a toast is meant.
type Level uint8

const (
	Done  Level = iota // it worked
	Warn               // it did not, and the person can change that
	Fault              // something is broken; the toast holds a short id for the log
)

// The messages below are for the root: it acts on them and passes them to no screen.
type (
	// GoMsg opens another screen.
	GoMsg struct{ To Route }
	// BackMsg leaves the screen for the one before it.
	BackMsg struct{}
	// ToastMsg shows a line for a while.
	ToastMsg struct {
		Level Level
		Text  text.Message
	}
	// FailMsg shows an error in words that say what to do. As the answer to Leave it makes
	// the screen stay; so does any message with Failed() bool that says true.
	FailMsg struct{ Err error }
	// OpenMsg puts a dialog over the screen.
	OpenMsg struct{ Dialog Dialog }
	// PushMsg puts a view over the one that asks for it: a record, a form, a list to choose from.
	PushMsg struct{ View View }
	// PopMsg takes a pushed view away and hands Answer to the view below it.
	PopMsg struct{ Answer tea.Msg }
	// CloseMsg takes the top dialog away and hands Answer to the screen that opened it.
	CloseMsg struct{ Answer tea.Msg }
)

// Dialog is a box over a screen: a menu, a question, a small form. It closes itself with
// Close, whose answer is a message of its opener's own type; Esc closes it with nil.
type Dialog interface {
	Update(tea.Msg) tea.Cmd
	// Draw shows the box itself, at most w×h cells; the root centres it.
	Draw(w, h int) Frame
	Actions() []Action
}

// Initer is a Dialog that has something to do when it opens.
type Initer interface {
	Init() tea.Cmd
}

// Go opens the screen at a route.
func Go(to Route) tea.Cmd { return func() tea.Msg { return GoMsg{to} } }

// Back leaves the screen.
func Back() tea.Cmd { return func() tea.Msg { return BackMsg{} } }

// Toast shows a line for a while.
func Toast(l Level, m text.Message) tea.Cmd { return func() tea.Msg { return ToastMsg{l, m} } }

// Fail shows an error.
func Fail(err error) tea.Cmd { return func() tea.Msg { return FailMsg{err} } }

// Open puts a dialog over the screen.
func Open(d Dialog) tea.Cmd { return func() tea.Msg { return OpenMsg{d} } }

// Close takes the dialog away and hands the answer to its opener. A nil answer means the
// person thought better of it.
func Close(answer tea.Msg) tea.Cmd { return func() tea.Msg { return CloseMsg{answer} } }

// Push puts a view over this one. Esc takes it away again; what it answers with Pop comes to the
// Update of the view below, as a message of that view's own type.
func Push(v View) tea.Cmd { return func() tea.Msg { return PushMsg{v} } }

// Pop takes this view away and hands the answer to the one below. A nil answer means the person
// thought better of it.
func Pop(answer tea.Msg) tea.Cmd { return func() tea.Msg { return PopMsg{answer} } }

// FinishMsg ends a program that shows one screen only, as the set-up does, with a result.
type FinishMsg struct{ Result any }

// Failed implements what Leave's answer may say.
func (m FailMsg) Failed() bool { return true }
