package sheet

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// settle is how long typing must rest before it is looked what collides.
const settle = 200 * time.Millisecond

// Clashes shows what collides with a time while it is typed, before it is saved.
type Clashes struct {
	env  *views.Env
	key  string // the time they are about; empty: none can be read yet
	find func(context.Context) ([]hall.Clash, error)
	All  []hall.Clash // nil: not looked yet
}

type (
	look    struct{ key string }
	clashed struct {
		key string
		all []hall.Clash
		err error
	}
)

// NewClashes makes it for a form.
func NewClashes(env *views.Env) *Clashes { return &Clashes{env: env} }

// Ask says which time stands in the form now, in words that tell one from another; empty
// when it cannot be read. find looks what collides with it. False: it is the same as before.
func (c *Clashes) Ask(key string, find func(context.Context) ([]hall.Clash, error)) (tea.Cmd, bool) {
	if key == c.key {
		return nil, false
	}
	c.key, c.find, c.All = key, find, nil
	if key == "" {
		return nil, true
	}
	return c.env.After(settle, look{key}), true
}

// Message takes its own messages; false for others.
func (c *Clashes) Message(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case look:
		if m.key != c.key {
			return nil, true
		}
		find := c.find
		return func() tea.Msg {
			all, err := find(context.Background())
			return clashed{m.key, all, err}
		}, true
	case clashed:
		if m.key != c.key {
			return nil, true
		}
		if m.err != nil {
			return views.Fail(m.err), true
		}
		c.All = append([]hall.Clash{}, m.all...)
		return nil, true
	}
	return nil, false
}

// Lines are what collides, for below the form.
func (c *Clashes) Lines(w int) []string {
	st, say := c.env.Styles, c.env.Say
	switch {
	case c.key == "":
		return nil
	case c.All == nil:
		return []string{"", st.Muted.Render(say(text.JointForm.Checking))}
	case len(c.All) == 0:
		return []string{"", st.Marks.Done + " " + say(text.JointForm.Free)}
	}
	out := []string{"", st.Title.Render(say(text.JointForm.Clashes))}
	for _, one := range c.All {
		style, mark := st.Danger, "! "
		if one.Soft {
			style, mark = st.Text, st.Marks.Dot+" "
		}
		for i, l := range widget.Wrap(say(text.Err(one.Err)), w-2) {
			if i > 0 {
				mark = "  "
			}
			out = append(out, style.Render(mark+l))
		}
	}
	return out[:min(len(out), 8)]
}
