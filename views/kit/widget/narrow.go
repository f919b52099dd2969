package widget

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// narrow is what was typed or pasted into a field that holds a number: wide letters and
// digits are made narrow, and what can stand in no number is left out; out says that something was.
func narrow(msg tea.Msg) (_ tea.Msg, out bool) {
	count := utf8.RuneCountInString
	switch m := msg.(type) {
	case tea.KeyPressMsg:
		was := m.Text
		if m.Text = narrowed(was); was != "" && m.Text == "" {
			return nil, true
		}
		return m, count(m.Text) < count(was)
	case tea.PasteMsg:
		was := m.Content
		m.Content = narrowed(was)
		return m, count(m.Content) < count(was)
	}
	return msg, false
}

func narrowed(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			r -= '！' - '!'
		}
		if r > '~' {
			return -1
		}
		return r
	}, s)
}
