package form

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// settled is how long typing must rest before it is looked what collides with a time.
const settled = 200 * time.Millisecond

// clashLines is how many lines what collides takes at most.
const clashLines = 8

// clashes is what collides with the time in a form, shown while it is typed.
type clashes struct {
	key  string // the time it is about; empty: none can be read yet
	all  []hall.Clash
	read bool
}

type (
	look[R any] struct {
		of  *View[R]
		key string
	}
	clashed[R any] struct {
		of  *View[R]
		key string
		all []hall.Clash
		err error
	}
)

// collide has what collides looked for once typing rests, if another time stands in the form now.
func (v *View[R]) collide() tea.Cmd {
	if v.spec.Clashes == nil || !v.ready {
		return nil
	}
	key, _ := v.colliding()
	if key == v.clash.key {
		return nil
	}
	v.clash = clashes{key: key}
	if key == "" {
		return nil
	}
	return v.env.After(settled, look[R]{v, key})
}

// colliding is the time in the form, and what looks for what collides with it; no time where a day
// or an hour cannot be read.
func (v *View[R]) colliding() (string, func(context.Context, views.Session) ([]hall.Clash, error)) {
	r, bad := v.value()
	for name := range bad {
		if k := v.field(name).kind; k == day || k == clock {
			return "", nil
		}
	}
	return v.spec.Clashes(r)
}

func (v *View[R]) look(m look[R]) tea.Cmd {
	key, find := v.colliding()
	if key != m.key {
		return nil
	}
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		all, err := find(ctx, s)
		return clashed[R]{v, key, all, err}
	})
}

func (v *View[R]) clashed(m clashed[R]) tea.Cmd {
	switch {
	case m.key != v.clash.key:
		return nil
	case m.err != nil:
		return views.Fail(m.err)
	}
	v.clash.all, v.clash.read = m.all, true
	return nil
}

// lines are what collides: what bars it first.
func (c clashes) lines(s views.Session, w int) []string {
	if c.key == "" {
		return nil
	}
	out := []string{""}
	if c.read && len(c.all) > 0 {
		out = append(out, s.Styles.Title.Render(s.Say(collides)))
	}
	out = append(out, Collisions(s, c.read, c.all, w)...)
	return out[:min(len(out), clashLines)]
}

// Collisions say what collides with a time: what bars it first; or that it is being looked for, or
// that nothing does. Lines are wrapped at w cells; 0: they are not.
func Collisions(s views.Session, read bool, all []hall.Clash, w int) []string {
	st := s.Styles
	switch {
	case !read:
		return []string{st.Muted.Render(s.Say(checking))}
	case len(all) == 0:
		return []string{st.Marks.Done + " " + s.Say(free)}
	}
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b hall.Clash) int { return map[bool]int{true: 1}[a.Soft] - map[bool]int{true: 1}[b.Soft] })
	var out []string
	for _, one := range all {
		style, mark := st.Danger, "! "
		if one.Soft {
			style, mark = st.Text, st.Marks.Dot+" "
		}
		said := []string{s.Say(text.Err(one.Err))}
		if w > 0 {
			said = widget.Wrap(said[0], w-2)
		}
		for _, l := range said {
			out, mark = append(out, style.Render(mark+l)), "  "
		}
	}
	return out
}
