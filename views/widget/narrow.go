package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// narrow is what was typed or pasted into a field that holds a number: wide letters and
// digits are made narrow, and what can stand in no number is left out.
func narrow(msg tea.Msg) tea.Msg {
	switch m := msg.(type) {
	case tea.KeyPressMsg:
		if m.Text != "" {
			if m.Text = narrowed(m.Text); m.Text == "" {
				return nil
			}
		}
		return m
	case tea.PasteMsg:
		m.Content = narrowed(m.Content)
		return m
	}
	return msg
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
