// Package help shows what can be done on a screen, and the keys that mean the same everywhere.
package help

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

type help struct {
	views.Box
	env     *views.Env
	view    views.View
	globals []views.Action
	top     int
	most    int
}

// New explains a screen.
func New(env *views.Env, v views.View, globals []views.Action) views.View {
	return &help{env: env, view: v, globals: globals}
}

func (h *help) Update(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch k.Keystroke() {
	case "esc", "enter", "f1":
		return views.Pop(nil)
	case "down":
		h.top++
	case "up":
		h.top--
	case "pgdown", "space":
		h.top += 10
	case "pgup":
		h.top -= 10
	}
	h.top = max(min(h.top, h.most), 0)
	return nil
}

func (h *help) Draw(w, height int) views.Frame {
	inner := min(w-4, 70)
	lines := h.lines(inner)
	rows := max(min(len(lines), height-2), 1)
	if h.most = 0; rows < len(lines) {
		h.most = len(lines) - max(rows-1, 1) // a line says how many there are more
	}
	h.top = max(min(h.top, h.most), 0)
	title := h.env.Say(titleWord) + " " + h.env.Say(views.TitleOf(h.view))
	return views.Frame{Lines: widget.Frame(h.env.Styles, title, widget.Shown(h.env.Styles, lines, h.top, rows, inner, menu.Rest(h.env)), inner+4)}
}

func (h *help) lines(w int) []string {
	st, say := h.env.Styles, h.env.Say
	var out []string
	section := func(title text.Message, actions []views.Action) {
		out = append(out, st.Title.Render(say(title)))
		for _, a := range actions {
			what := say(a.Help)
			if what == "" {
				what = say(a.Name)
			}
			if why := say(a.Reason()); why != "" {
				what += " (" + why + ")"
			}
			for i, l := range widget.Wrap(what, w-14) {
				key := ""
				if i == 0 {
					key = a.Key.Help().Key
				}
				out = append(out, "  "+st.Key.Render(widget.Pad(key, 10))+"  "+l)
			}
		}
		out = append(out, "")
	}
	how := []text.Message{how1, how2}
	if h.env.Desk != nil { // before there is a hall nothing can be kept
		how = append(how, how3, how4)
	}
	for _, m := range how {
		out = append(out, widget.Wrap(say(m), w)...)
	}
	out = append(out, "")
	section(here, h.view.Actions())
	section(everywhereWord, h.globals)
	return out
}

func (h *help) Actions() []views.Action {
	return []views.Action{
		{Key: views.Key("↑↓", "up", "down"), Name: text.Help.Scroll}, {Key: views.Key("Esc", "esc"), Name: text.Dialog.Close},
	}
}
