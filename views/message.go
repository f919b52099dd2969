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
	Slip               // a key meant nothing where it was pressed: said until the next one
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
	// PushMsg puts a view over the one that asks for it: a record, a form, a list to choose from.
	// What a load brings is not opened under somebody's fingers: it is offered in a line, with a
	// key of its own, unless the route asked for it.
	PushMsg struct {
		View    View
		Asked   bool // by the route that opened the screen: whoever chose it waits for this
		Unasked bool // a question that a form puts by itself: a box that takes no key until somebody has paused
	}
	// PopMsg takes a pushed view away and hands Answer to the view below it.
	PopMsg struct{ Answer tea.Msg }
)

// Go opens the screen at a route.
func Go(to Route) tea.Cmd { return func() tea.Msg { return GoMsg{to} } }

// Back leaves the screen.
func Back() tea.Cmd { return func() tea.Msg { return BackMsg{} } }

// Toast shows a line for a while.
func Toast(l Level, m text.Message) tea.Cmd { return func() tea.Msg { return ToastMsg{l, m} } }

// Fail shows an error.
func Fail(err error) tea.Cmd { return func() tea.Msg { return FailMsg{err} } }

// Push puts a view over this one. Esc takes it away again; what it answers with Pop comes to the
// Update of the view below, as a message of that view's own type.
func Push(v View) tea.Cmd { return func() tea.Msg { return PushMsg{View: v} } }

// PushAsked is Push of what the screen's route asks for, once it has been read.
func PushAsked(v View) tea.Cmd { return func() tea.Msg { return PushMsg{View: v, Asked: true} } }

// Unasked marks the boxes that a command opens as ones that nobody asked for: what was typed before they
// were seen does not answer them.
func Unasked(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		switch m := cmd().(type) {
		case PushMsg:
			m.Unasked = true
			return m
		case tea.BatchMsg:
			for i, one := range m {
				m[i] = Unasked(one)
			}
			return m
		default:
			return m
		}
	}
}

// Pop takes this view away and hands the answer to the one below. A nil answer means the person
// thought better of it.
func Pop(answer tea.Msg) tea.Cmd { return func() tea.Msg { return PopMsg{answer} } }

// FinishMsg ends a program that shows one screen only, as the set-up does, with a result.
type FinishMsg struct{ Result any }

// Failed implements what Leave's answer may say.
func (m FailMsg) Failed() bool { return true }
