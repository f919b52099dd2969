package entry

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// search looks for the records that fit what stands in an item.
func (s *Sheet) search(id string) tea.Cmd {
	q, find := s.form.Value(id), s.c.Picks[id]
	return func() tea.Msg {
		choices, err := find(context.Background(), q)
		return found{s, id, q, choices, err}
	}
}

func (s *Sheet) found(m found) tea.Cmd {
	if m.err != nil {
		return views.Fail(m.err)
	}
	if m.query == s.form.Value(m.id) && s.picked[m.id].ID == "" && s.form.Focused() == m.id {
		s.offer(m.id, m.choices[:min(len(m.choices), offered)])
	}
	return nil
}

// offer suggests records under an item.
func (s *Sheet) offer(id string, choices []dialog.Choice) {
	s.offers[id] = choices
	lines := make([]string, len(choices))
	for i, c := range choices {
		lines[i] = strings.TrimSpace(c.Label + "  " + c.Detail)
	}
	s.form.SetSuggest(id, lines)
}

func (s *Sheet) take(id string, c dialog.Choice) {
	s.picked[id] = c
	s.form.SetValue(id, c.Label)
	s.form.SetError(id, "")
	s.offer(id, nil)
}

// settle takes the record whose name was typed in full, should an item be left without one
// picked; what is empty has none.
func (s *Sheet) settle(id string) {
	typed := s.form.Value(id)
	switch {
	case s.c.Picks[id] == nil:
		return
	case typed == "":
		delete(s.picked, id)
	case s.picked[id].ID == "":
		for _, c := range s.offers[id] {
			if c.Label == typed {
				s.take(id, c)
				return
			}
		}
	}
	s.offer(id, nil)
}

// Leave keeps what was typed.
func (s *Sheet) Leave() tea.Cmd { return s.keep.Leave() }

// Back puts the form aside once its words are kept: Aside says so.
func (s *Sheet) Back() tea.Cmd { return s.keep.Aside(Aside{s}) }

// Actions are the keys of a form.
func (s *Sheet) Actions() []views.Action {
	return []views.Action{
		{Key: views.Key("Enter", "enter"), Name: text.Dialog.Next}, {Key: views.Key("Ctrl-S", "ctrl+s"), Name: text.Entry.Save, Run: s.Submit},
	}
}

// Draw shows the form in exactly w×h cells.
func (s *Sheet) Draw(w, h int) views.Frame {
	st := s.env.Styles
	out := []string{"", "  " + st.Title.Render(widget.Cut(s.env.Say(s.c.Title), w-4, st.Marks.More)), ""}
	top := len(out)
	body, cx, cy, ok := s.form.Draw(min(w-4, 96), max(h-top, 1))
	for _, l := range body {
		out = append(out, "  "+l)
	}
	f := views.NewFrame(w, h, out)
	if ok && cy+top < h {
		f.Cursor = &views.Point{X: min(cx+2, w-1), Y: cy + top}
	}
	return f
}

// Kept is the draft of a name, to be gone on with; zero when there is none.
func Kept(ctx context.Context, env *views.Env, form string) (hall.Draft, error) {
	d, err := env.Desk.DraftFor(ctx, form, 0, 0)
	if isNotFound(err) {
		return hall.Draft{}, nil
	}
	return d, err
}

func isNotFound(err error) bool { return errors.Is(err, hall.Refuse(hall.ErrNotFound)) }

// Focus puts the cursor into an item.
func (s *Sheet) Focus(id string) { s.form.Focus(id) }

// Set fills an item.
func (s *Sheet) Set(id, value string) { s.form.SetValue(id, value) }
