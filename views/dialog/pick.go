package dialog

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// Choice is something to pick: what it is called, and a line of warning or detail.
type Choice struct {
	ID     string
	Label  string
	Detail string
	Warn   bool // the detail is a warning
	Row    any  // what it stands for, for the opener
}

// pause is how long typing must rest before a search begins.
const pause = 150 * time.Millisecond

type (
	pickFound struct {
		query   string
		choices []Choice
		err     error
	}
	pickSearch struct{ query string }
)

type pick struct {
	env     *views.Env
	title   string
	find    func(ctx context.Context, query string) ([]Choice, error)
	answer  func(Choice) tea.Msg
	field   widget.Field
	found   []Choice
	query   string // what found answers; typing runs ahead of it
	taking  bool   // Enter came before the answer to what was typed
	started bool
	cursor  int
}

// Pick searches while somebody types and lets one be chosen.
func Pick(env *views.Env, title string, find func(ctx context.Context, query string) ([]Choice, error), answer func(Choice) tea.Msg) views.Dialog {
	p := &pick{env: env, title: title, find: find, answer: answer, field: widget.NewField(40)}
	p.field.Placeholder = env.Say(text.Dialog.PickHint)
	return p
}

// Init is run when the dialog opens.
func (p *pick) Init() tea.Cmd { return p.search("") }

func (p *pick) search(query string) tea.Cmd {
	return func() tea.Msg {
		found, err := p.find(context.Background(), query)
		return pickFound{query, found, err}
	}
}

func (p *pick) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case pickSearch:
		if m.query == p.field.Value() {
			return p.search(m.query)
		}
		return nil
	case pickFound:
		if m.err != nil {
			p.taking = false
			return views.Fail(m.err)
		}
		return p.show(m)
	case tea.KeyPressMsg:
		switch m.Keystroke() {
		case "esc":
			return views.Close(nil)
		case "up":
			p.cursor = max(p.cursor-1, 0)
			return nil
		case "down":
			p.cursor = min(p.cursor+1, max(len(p.found)-1, 0))
			return nil
		case "enter":
			return p.take()
		}
	}
	if _, changed := p.field.Update(msg); changed {
		p.taking = false
		return p.env.After(pause, pickSearch{p.field.Value()})
	}
	return nil
}

// show takes what was found for what is still typed. Who pressed Enter ahead of it gets the
// only one there is, and chooses himself when there are several.
func (p *pick) show(m pickFound) tea.Cmd {
	if m.query != p.field.Value() {
		return nil
	}
	p.found, p.query, p.cursor, p.started = m.choices, m.query, 0, true
	if p.taking && len(p.found) == 1 {
		return p.take()
	}
	p.taking = false
	return nil
}

// take answers with the row of the cursor, never with a row of an older search: a name and
// Enter come from an input method faster than the list changes.
func (p *pick) take() tea.Cmd {
	if query := p.field.Value(); query != p.query {
		p.taking = true
		return p.search(query)
	}
	if p.cursor < len(p.found) {
		return views.Close(p.answer(p.found[p.cursor]))
	}
	return nil
}

func (p *pick) Draw(w, h int) views.Frame {
	st := p.env.Styles
	inner := min(w-4, 92)
	line, cx := p.field.Draw(inner, true, st)
	lines := []string{line, ""}
	room := max(min(h-4, 10), 1)
	top := max(min(p.cursor-room+1, len(p.found)-room), 0)
	for i := top; i < len(p.found) && i < top+room; i++ {
		lines = append(lines, p.row(i, inner))
	}
	if len(p.found) == 0 && p.started {
		lines = append(lines, st.Muted.Render(p.env.Say(text.Dialog.PickNone)))
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
	label := widget.Pad(mark+widget.Cut(c.Label, half-2, st.Marks.More), half)
	detail := widget.Pad(widget.Cut(c.Detail, w-half, st.Marks.More), w-half)
	switch {
	case i == p.cursor:
		return st.Selected.Render(label + detail)
	case c.Warn:
		return label + st.Danger.Render(detail)
	}
	return label + st.Muted.Render(detail)
}

func (p *pick) Actions() []views.Action { return keys(text.Dialog.Take, text.Dialog.Close) }
