package dialog

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/draft"
	"sizhen/views/theme"
	"sizhen/views/widget"
)

// kept is a small form whose words are kept as a draft while they are typed.
type kept struct {
	ask
	keep *draft.Keeper
}

// Kept is Ask for longer texts: they are kept when a field is left, when typing rests, and
// when Esc puts the form aside. The opener ends the draft with keep.Finish.
func Kept(st theme.Styles, title, hint string, form *widget.Form, keep *draft.Keeper, answer func(values map[string]string) tea.Msg) views.Dialog {
	return kept{newAsk(st, title, hint, form, answer), keep}
}

// Leave implements views.Leaver.
func (k kept) Leave() tea.Cmd { return k.keep.Leave() }

// Holds implements views.Holder: the draft keeps it.
func (k kept) Holds() bool { return false }

func (k kept) Update(msg tea.Msg) tea.Cmd {
	if cmd, ok := k.keep.Message(msg); ok {
		return cmd
	}
	if key, ok := msg.(tea.KeyPressMsg); ok && key.Keystroke() == "esc" {
		return k.keep.Aside(views.CloseMsg{})
	}
	before := k.Form().Values()
	cmd := k.ask.Update(msg)
	for id, was := range before {
		if k.Form().Raw(id) != was {
			return tea.Batch(cmd, k.keep.Changed())
		}
	}
	return cmd
}
