package app

import (
	"slices"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"
)

// work is what a key has asked for and is not answered yet: how many commands. They count from
// their own goroutines.
type work struct{ n atomic.Int64 }

func (w *work) add(n int64) {
	if w != nil {
		w.n.Add(n)
	}
}

// heldLong says that a key has waited as long as one may.
type heldLong struct{}

// input takes a key or a paste in its turn. One that comes while what the key before it asked for is
// on its way (a menu, a screen) was most likely meant for that, and waits for it, but not for long.
// Where somebody types nothing waits: there what is typed belongs to the text.
func (m *Model) input(msg tea.Msg) tea.Cmd {
	m.awake()
	if k, ok := msg.(tea.KeyPressMsg); ok && k.Keystroke() == "ctrl+c" {
		return m.take(msg)
	}
	m.held = append(m.held, msg)
	if cmd := m.release(); len(m.held) == 0 {
		return cmd
	}
	return m.o.After(wonder, heldLong{})
}

// release takes the keys that need not wait any more.
func (m *Model) release() tea.Cmd {
	var cmds []tea.Cmd
	for len(m.held) > 0 && !m.asking(m.held[0]) {
		msg := m.held[0]
		m.held = m.held[1:]
		cmds = append(cmds, m.take(msg))
	}
	return tea.Batch(cmds...)
}

// asking reports whether what the last key asked for is still on its way, and a key waits for it.
func (m *Model) asking(msg tea.Msg) bool {
	return m.work != nil && m.work.n.Load() > 0 && !(m.typing && types(msg)) && m.cover == nil && m.leaving == nil && m.mono().Sub(m.askedAt) < wonder
}

// types reports whether a key or a paste is part of a text; F1 to F12 lead elsewhere.
func types(msg tea.Msg) bool {
	k, ok := msg.(tea.KeyPressMsg)
	return !ok || !isFunction(k.Keystroke())
}

// asks begins the account of what a key asks for. One that only moves asks for nothing that a key
// would be meant for.
func (m *Model) asks(stroke string) {
	m.work = nil
	if moves := []string{"", "up", "down", "left", "right", "pgup", "pgdown", "home", "end", "tab", "shift+tab"}; !slices.Contains(moves, stroke) {
		m.work, m.askedAt = &work{}, m.mono()
	}
	m.cause.work = m.work
}
