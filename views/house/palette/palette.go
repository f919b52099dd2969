// Package palette finds any screen or command by a few letters.
package palette

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// Item is a screen or a command: what choosing it asks of the root.
type Item struct {
	Name text.Message
	Also text.Message // what else it is found by
	Key  string
	Why  text.Message // why it cannot be chosen
	Msg  tea.Msg
}

type palette struct {
	views.Box
	env    *views.Env
	items  []Item
	words  [][]string // by which each item is found, in small letters; initials last
	field  widget.Field
	cursor int
}

// New makes the box.
func New(env *views.Env, items []Item) views.View {
	p := &palette{env: env, items: items, field: widget.NewField(30)}
	p.field.Placeholder = env.Say(hint)
	for _, it := range items {
		zh := it.Name.In(text.Zh)
		words := []string{
			strings.ToLower(zh + " " + it.Also.In(text.Zh)), strings.ToLower(it.Name.In(text.En) + " " + it.Also.In(text.En)), strings.ToLower(it.Key),
		}
		p.words = append(p.words, append(words, pinyin.Initials(zh)...))
	}
	return p
}

// found are the items that match what was typed, by Chinese text, initials, or English.
func (p *palette) found() []Item {
	q := strings.ToLower(strings.TrimSpace(p.field.Value()))
	var out []Item
	for i, it := range p.items {
		if matches(p.words[i], q) {
			out = append(out, it)
		}
	}
	return out
}

// matches looks for q anywhere in the names, at the start of the initials, and as the key.
func matches(words []string, q string) bool {
	if strings.Contains(words[0], q) || strings.Contains(words[1], q) || words[2] == q {
		return true
	}
	return slices.ContainsFunc(words[3:], func(initials string) bool { return strings.HasPrefix(initials, q) })
}

func (p *palette) Update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if p.field.Value() == "" {
			if i, ok := widget.Numbered(k.Text, len(p.items)); ok {
				p.cursor = i
				return p.run()
			}
		}
		by, walks := map[string]int{"up": -1, "down": 1, "pgup": -paging, "pgdown": paging, "home": -len(p.items), "end": len(p.items)}[k.Keystroke()]
		if walks {
			p.cursor = max(min(p.cursor+by, len(p.found())-1), 0)
			return nil
		}
		switch k.Keystroke() {
		case "esc", "ctrl+p":
			return views.Pop(nil)
		case "enter":
			return p.run()
		}
	}
	if _, changed := p.field.Update(msg); changed {
		p.cursor = 0
	}
	return nil
}

func (p *palette) run() tea.Cmd {
	all := p.found()
	if p.cursor >= len(all) {
		return nil
	}
	it := all[p.cursor]
	if !it.Why.IsZero() {
		return views.Toast(views.Warn, it.Why)
	}
	return views.Pop(it.Msg)
}

func (p *palette) Draw(w, h int) views.Frame {
	st := p.env.Styles
	inner := min(w-4, p.width())
	line, cx := p.field.Draw(inner, true, st)
	lines := []string{line, ""}
	all := p.found()
	room := max(h-4, 1)
	first, rows := widget.Window(len(all), p.cursor, 0, room)
	for i := first; i < first+rows; i++ {
		lines = append(lines, p.row(i, all[i], inner))
	}
	if rows < len(all) {
		lines = append(lines, "  "+st.Muted.Render(menu.Rest(p.env)(first, len(all)-first-rows)))
	}
	if len(all) == 0 {
		lines = append(lines, st.Muted.Render(p.env.Say(none)))
	}
	for len(lines) < min(room, len(p.items))+2 {
		lines = append(lines, "")
	}
	return views.Frame{Lines: widget.Frame(st, p.env.Say(title), lines, inner+4), Cursor: &views.Point{X: 2 + cx, Y: 1}}
}

// paging is how many rows a page key goes on.
const paging = 10

// least is how wide the box is at least, whatever stands in it.
const least = 56

// width is what its longest row takes: all rows count, so that typing does not move its edges.
func (p *palette) width() int {
	w := least
	for _, it := range p.items {
		right := max(widget.Width(it.Key), widget.Width(p.env.Say(it.Why)))
		w = max(w, widget.Width(p.env.Say(it.Name))+right+7)
	}
	return w
}

func (p *palette) row(i int, it Item, w int) string {
	st := p.env.Styles
	mark := " "
	if i == p.cursor {
		mark = st.Marks.Cursor
	}
	right := it.Key
	if !it.Why.IsZero() {
		right = widget.Cut(p.env.Say(it.Why), max(w-widget.Width(p.env.Say(it.Name))-7, w/2), st.Marks.More)
	}
	num := ""
	if p.field.Value() == "" {
		num = widget.Digit(i) + " "
	}
	left := widget.Pad(mark+" "+num+widget.Cut(p.env.Say(it.Name), max(w-widget.Width(right)-widget.Width(num)-3, 4), st.Marks.More), w-widget.Width(right))
	switch {
	case i == p.cursor:
		return st.Selected.Render(left + right)
	case !it.Why.IsZero():
		return st.Muted.Render(left + right)
	}
	return left + st.Key.Render(right)
}

func (p *palette) Actions() []views.Action {
	return []views.Action{
		{Key: views.Key("↑↓", "up", "down"), Name: text.Dialog.Choose}, {Key: views.Key("Enter", "enter"), Name: text.Dialog.Take},
		{Key: views.Key("Esc", "esc"), Name: text.Dialog.Close},
	}
}
