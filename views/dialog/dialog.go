// Package dialog makes views.Dialog values of the widgets: a menu, a question, a small form,
// a search for one of many. What a person chose reaches the opener as a message of its own.
package dialog

import (
	"maps"

	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
	"sizhen/views/theme"
	"sizhen/views/widget"
)

// Menu lets one of the items be chosen; answer makes the opener's message of its ID.
func Menu(env *views.Env, title string, items []widget.MenuItem, answer func(id string) tea.Msg) views.Dialog {
	return menu.Numbered(env, title, items, "", answer)
}

// MenuAt is Menu with the cursor on the item that is most likely meant.
func MenuAt(env *views.Env, title string, items []widget.MenuItem, at string, answer func(id string) tea.Msg) views.Dialog {
	return menu.Numbered(env, title, items, at, answer)
}

// Confirm asks before what cannot be undone; answer is the opener's message for yes.
func Confirm(env *views.Env, title string, body []string, yes, no string, answer tea.Msg) views.Dialog {
	return menu.Question(env, title, body, yes, no, answer)
}

// Note shows a text to read; Enter and Esc close it.
func Note(env *views.Env, title string, lines []string) views.Dialog {
	return menu.Lines(env, title, lines)
}

type ask struct {
	views.Box
	*widget.Prompt
	title  string
	began  map[string]string // the form as it was when the box opened
	answer func(values map[string]string) tea.Msg
}

func newAsk(st theme.Styles, title, hint string, form *widget.Form, answer func(values map[string]string) tea.Msg) ask {
	return ask{Prompt: widget.NewPrompt(st, title, hint, form), title: title, began: form.Values(), answer: answer}
}

// Ask is a small form; answer makes the opener's message of what was filled in. The form is
// the opener's: after an error it can be opened again as it was.
func Ask(st theme.Styles, title, hint string, form *widget.Form, answer func(values map[string]string) tea.Msg) views.Dialog {
	return newAsk(st, title, hint, form, answer)
}

func (a ask) Title() text.Message { return text.Raw(a.title) }

// Holds implements views.Holder: something was typed since it opened.
func (a ask) Holds() bool { return !maps.Equal(a.began, a.Form().Values()) }

func (a ask) Update(msg tea.Msg) tea.Cmd {
	ev, submitted, cancelled := a.Prompt.Update(msg)
	switch {
	case cancelled:
		return views.Close(nil)
	case submitted:
		return views.Close(a.answer(a.Form().Values()))
	case ev.Refused != "":
		return views.Toast(views.Warn, text.Raw(ev.Refused))
	}
	return nil
}

func (a ask) Draw(w, h int) views.Frame {
	lines, x, y, ok := a.Prompt.Draw(w, h)
	f := views.Frame{Lines: lines}
	if ok {
		f.Cursor = &views.Point{X: x, Y: y}
	}
	return f
}

func (a ask) Actions() []views.Action {
	return []views.Action{
		{Key: views.Key("Enter", "enter"), Name: text.Dialog.Next},
		{Key: views.Key("Ctrl-S", "ctrl+s"), Name: text.Dialog.Save},
		{Key: views.Key("Esc", "esc"), Name: text.Dialog.Close},
	}
}
