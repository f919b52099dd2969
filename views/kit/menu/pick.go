package menu

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// Choice is something to pick: what it is called, and a line of warning or detail.
type Choice struct {
	ID     string
	Label  string
	Detail string
	Warn   bool        // the detail is a warning
	Bar    *hall.Error // why it cannot be taken, which stands before the detail; nil: it can
	Row    any         // what it stands for, for the opener

	others bool // it stands for those that fit too and are not listed
}

// Most is how many are listed of what is found.
const Most = 30

// Upto keeps so many of what was found. A finder asks for one more, so that it is known whether there
// are others: that is said below the last.
func Upto(found []Choice, most int) []Choice {
	if len(found) <= most {
		return found
	}
	return append(found[:most:most], Choice{others: true})
}

// Further says how those are found that are not listed.
func Further(env *views.Env) string { return env.Say(pickMore) }

// Find looks for what fits a query; nothing typed asks for what is most likely meant.
type Find func(ctx context.Context, s views.Session, query string) ([]Choice, error)

type found struct {
	n       int
	query   string
	choices []Choice
	err     error
}

type pick struct {
	views.Box
	env    *views.Env
	title  string
	find   Find
	answer func(Choice) tea.Msg
	field  widget.Field
	found  []Choice
	more   bool   // there are others that fit
	query  string // what found answers; typing runs ahead of it
	n      int    // the latest question; older answers are dropped
	taking bool   // Enter came before the answer to what was typed
	read   bool
	cursor int
}

// Pick finds one of many while somebody types, and does with it what do says.
func Pick(env *views.Env, title string, hint text.Message, find Find, do func(Choice) tea.Cmd) tea.Cmd {
	return views.Push(Picker(env, title, hint, find, func(c Choice) tea.Msg {
		return Chosen{func() tea.Cmd { return do(c) }}
	}))
}

// Picker is the box of Pick; answer makes the message its opener is given.
func Picker(env *views.Env, title string, hint text.Message, find Find, answer func(Choice) tea.Msg) views.View {
	p := &pick{env: env, title: title, find: find, answer: answer, field: widget.NewField(40)}
	p.field.Placeholder = env.Say(hint)
	return p
}

// Title implements views.Titled.
func (p *pick) Title() text.Message { return text.Raw(p.title) }

// Load implements views.View: the list begins with what is most likely meant.
func (p *pick) Load() tea.Cmd { return p.ask() }

// ask asks at once; of several questions on their way only the latest answer counts.
func (p *pick) ask() tea.Cmd {
	p.n++
	n, q, find := p.n, p.field.Value(), p.find
	return p.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		choices, err := find(ctx, s, q)
		return found{n, q, choices, err}
	})
}

// Update implements views.View.
func (p *pick) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case found:
		return p.show(m)
	case tea.KeyPressMsg:
		switch m.Keystroke() {
		case "esc":
			return views.Pop(nil)
		case "up":
			return p.move(-1)
		case "down":
			return p.move(1)
		case "pgup":
			return p.move(-8)
		case "pgdown":
			return p.move(8)
		case "enter":
			return p.take()
		}
	}
	if _, changed := p.field.Update(msg); changed {
		p.taking = false
		return p.ask()
	}
	return nil
}

func (p *pick) move(by int) tea.Cmd {
	p.cursor = max(min(p.cursor+by, len(p.found)-1), 0)
	return nil
}

// show takes the latest answer. Who pressed Enter ahead of it gets the only one there is, and
// chooses when there are several.
func (p *pick) show(m found) tea.Cmd {
	switch {
	case m.n != p.n:
		return nil
	case m.err != nil:
		p.taking = false
		return views.Fail(m.err)
	}
	p.found = slices.DeleteFunc(slices.Clone(m.choices), func(c Choice) bool { return c.others })
	p.more = len(p.found) < len(m.choices)
	p.query, p.cursor, p.read = m.query, 0, true
	if p.taking && len(p.found) == 1 && !p.more {
		return p.take()
	}
	p.taking = false
	return nil
}

// take answers with the row of the cursor, never with a row of an older search: a name and
// Enter come from an input method faster than the list changes.
func (p *pick) take() tea.Cmd {
	if p.field.Value() != p.query || !p.read {
		p.taking = true
		return nil
	}
	if p.cursor >= len(p.found) {
		return nil
	}
	if bar := p.found[p.cursor].Bar; bar != nil {
		return tea.Batch(views.Fail(bar), views.Pop(nil))
	}
	return views.Pop(p.answer(p.found[p.cursor]))
}

// pickRows is how many lines of the box are for what was found.
const pickRows = 10

// Draw implements views.View.
func (p *pick) Draw(w, h int) views.Frame {
	st := p.env.Styles
	inner := min(w-4, 92)
	line, cx := p.field.Draw(inner, true, st)
	lines := []string{line, ""}
	room := max(min(h-4, pickRows), 1)
	first, rows := widget.Window(len(p.found), p.cursor, 0, room)
	for i := first; i < first+rows; i++ {
		lines = append(lines, p.row(i, inner))
	}
	switch {
	case p.more && first+rows == len(p.found):
		lines = append(lines, "  "+st.Muted.Render(widget.Cut(Further(p.env), inner-2, st.Marks.More)))
	case rows < len(p.found):
		lines = append(lines, "  "+st.Muted.Render(Rest(p.env)(first, len(p.found)-first-rows)))
	}
	if len(p.found) == 0 && p.read {
		lines = append(lines, st.Muted.Render(p.env.Say(pickNone)))
	}
	for len(lines) < min(room, 6)+2 {
		lines = append(lines, "")
	}
	return views.Frame{Lines: widget.Frame(st, p.title, lines, inner+4), Cursor: &views.Point{X: 2 + cx, Y: 1}}
}

func (p *pick) row(i, w int) string {
	st, c := p.env.Styles, p.found[i]
	mark := "  "
	if i == p.cursor {
		mark = st.Marks.Cursor + " "
	}
	half := min(w/2, 30) // names are short, what is said of them is not
	if c.Bar != nil {
		c.Warn, c.Detail = true, strings.TrimSpace(p.env.Say(text.Short(c.Bar))+"  "+c.Detail)
	}
	if c.Detail == "" {
		half = w
	}
	label := widget.Pad(mark+widget.Cut(c.Label, half-3, st.Marks.More), half)
	detail := widget.Pad(widget.Cut(c.Detail, w-half, st.Marks.More), w-half)
	switch {
	case i == p.cursor:
		return st.Selected.Render(label + detail)
	case c.Warn:
		return label + st.Danger.Render(detail)
	}
	return label + st.Muted.Render(detail)
}

// Actions implements views.View.
func (p *pick) Actions() []views.Action { return keys(take, closeBox) }
