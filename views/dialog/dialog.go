// Package dialog makes views.Dialog values of the widgets: a menu, a question, a small form,
// a search for one of many. What a person chose reaches the opener as a message of its own.
package dialog

import (
	"maps"

	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/theme"
	"sizhen/views/widget"
)

func keys(enter, esc text.Message) []views.Action {
	return []views.Action{
		{Key: views.Key("↑↓", "up", "down"), Name: text.Dialog.Choose},
		{Key: views.Key("Enter", "enter"), Name: enter},
		{Key: views.Key("Esc", "esc"), Name: esc},
	}
}

type numbered struct {
	views.Box
	*widget.Menu
	title  string
	answer func(id string) tea.Msg
}

// Menu lets one of the items be chosen; answer makes the opener's message of its ID. An item
// with a reason stays where it is and says it.
func Menu(st theme.Styles, title string, items []widget.MenuItem, answer func(id string) tea.Msg) views.Dialog {
	return numbered{Menu: widget.NewMenu(st, title, items), title: title, answer: answer}
}

// MenuAt is Menu with the cursor on an item of one's choice: what is most likely done next.
func MenuAt(st theme.Styles, title string, items []widget.MenuItem, at string, answer func(id string) tea.Msg) views.Dialog {
	m := widget.NewMenu(st, title, items)
	m.Stand(at)
	return numbered{Menu: m, title: title, answer: answer}
}

func (m numbered) Title() text.Message { return text.Raw(m.title) }

func (m numbered) Update(msg tea.Msg) tea.Cmd {
	chosen, done, refused := m.Menu.Update(msg)
	switch {
	case refused != "":
		return views.Toast(views.Warn, text.Raw(refused))
	case done && chosen == "":
		return views.Close(nil)
	case done:
		return views.Close(m.answer(chosen))
	}
	return nil
}

func (m numbered) Draw(w, h int) views.Frame { return frame(m.Menu.Draw(w, h)) }

func (m numbered) Actions() []views.Action { return keys(text.Dialog.Run, text.Dialog.Close) }

func frame(lines []string) views.Frame { return views.Frame{Lines: lines} }

type confirm struct {
	views.Box
	*widget.Confirm
	title  string
	answer tea.Msg
}

// Confirm asks before what cannot be undone; answer is the opener's message for yes.
func Confirm(st theme.Styles, title string, body []string, yes, no string, answer tea.Msg) views.Dialog {
	return confirm{Confirm: widget.NewConfirm(st, title, body, yes, no), title: title, answer: answer}
}

func (c confirm) Title() text.Message { return text.Raw(c.title) }

func (c confirm) Update(msg tea.Msg) tea.Cmd {
	yes, done := c.Confirm.Update(msg)
	switch {
	case yes:
		return views.Close(c.answer)
	case done:
		return views.Close(nil)
	}
	return nil
}

func (c confirm) Draw(w, h int) views.Frame { return frame(c.Confirm.Draw(w, h)) }

func (c confirm) Actions() []views.Action { return keys(text.Dialog.Take, text.Dialog.No) }

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
	f := frame(lines)
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

type note struct {
	views.Box
	st    theme.Styles
	title string
	lines []string
	top   int
}

// Note shows a text to read; Enter and Esc close it.
func Note(st theme.Styles, title string, lines []string) views.Dialog {
	return &note{st: st, title: title, lines: lines}
}

func (n *note) Title() text.Message { return text.Raw(n.title) }

func (n *note) Update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.Keystroke() {
		case "esc", "enter":
			return views.Close(nil)
		case "down", "pgdown":
			n.top++
		case "up", "pgup":
			n.top = max(n.top-1, 0)
		}
	}
	return nil
}

func (n *note) Draw(w, h int) views.Frame {
	inner := min(w-4, 64)
	var lines []string
	for _, l := range n.lines {
		lines = append(lines, widget.Wrap(l, inner)...)
	}
	return frame(widget.Frame(n.st, n.title, widget.Shown(n.st, lines, n.top, max(h-2, 1), inner, widget.Arrows), inner+4))
}

func (n *note) Actions() []views.Action {
	return []views.Action{
		{Key: views.Key("↑↓", "up", "down"), Name: text.Help.Scroll}, {Key: views.Key("Enter", "enter"), Name: text.Dialog.Close},
	}
}
