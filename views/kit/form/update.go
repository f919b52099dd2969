package form

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// The answers to a form's questions.
type (
	confirmed[R any] struct {
		of *View[R]
		r  R
	}
	surely[R any] struct {
		of           *View[R]
		field, value string
	}
	saved[R any] struct {
		of         *View[R]
		tried, out R
		err        error
	}
	discard[R any]  struct{ of *View[R] }
	asidePut[R any] struct {
		of   *View[R]
		said text.Message
	}
	dropped[R any] struct {
		of  *View[R]
		err error
	}
)

// Update implements views.View.
func (v *View[R]) Update(msg tea.Msg) tea.Cmd {
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		return v.typed(msg)
	}
	return views.Unasked(v.heard(msg)) // what an answer opens, nobody asked for with a key
}

// typed takes a key or a paste.
func (v *View[R]) typed(msg tea.Msg) tea.Cmd {
	if !v.ready {
		v.early = append(v.early, msg) // it was meant for this form
		return nil
	}
	return v.key(msg)
}

// heard takes what a command of the form's, or a box over it, answers.
func (v *View[R]) heard(msg tea.Msg) tea.Cmd {
	if below := v.spec.Keep.Below; below != nil {
		if cmd, ok := below.Kept(msg); ok {
			return cmd
		}
	} else if v.keep != nil {
		if cmd, ok := v.keep.message(msg); ok {
			return cmd
		}
	}
	switch m := msg.(type) {
	case took[R]:
		switch {
		case m.of != v:
		case m.err != nil:
			return views.Fail(m.err)
		default:
			return v.Change(m.change)
		}
	case seen[R]:
		if m.of == v {
			return v.saw(m)
		}
	case other[R]:
		if m.of == v {
			return v.turnTo(m)
		}
	case read[R]:
		if m.of == v {
			return v.opened(m)
		}
	case seek[R]:
		if m.of == v && v.form.Value(m.name) == m.query {
			return v.search(m.name)
		}
	case sought[R]:
		if m.of == v {
			return v.sought(m)
		}
	case surely[R]:
		if m.of == v {
			if v.sure == nil {
				v.sure = map[string]string{}
			}
			v.sure[m.field] = m.value
			return v.Submit()
		}
	case confirmed[R]:
		if m.of == v {
			return v.run(m.r)
		}
	case look[R]:
		if m.of == v {
			return v.look(m)
		}
	case clashed[R]:
		if m.of == v {
			return v.clashed(m)
		}
	case Shown[R]:
		return v.run(m.Value)
	case Accepted:
		r, _ := v.value()
		return v.run(r)
	case Refused:
		return v.refuse(m.Err)
	case lookedUp[R]:
		if m.of == v {
			return v.put(m)
		}
	case saved[R]:
		if m.of == v {
			return v.saved(m)
		}
	case asidePut[R]:
		if m.said.IsZero() {
			return views.Pop(nil)
		}
		return tea.Batch(views.Toast(views.Done, m.said), views.Pop(nil))
	case discard[R]:
		if m.of == v {
			return v.drop()
		}
	case dropped[R]:
		if m.of == v {
			return v.dropped(m.err)
		}
	}
	cmd, _ := menu.Run(msg) // what a question of the form's own chose
	return cmd
}

func (v *View[R]) key(msg tea.Msg) tea.Cmd {
	if at := v.at(); at != nil && at.Show != nil {
		return v.reading(msg)
	}
	if cmd, did := v.toggle(msg); did {
		return cmd
	}
	was := v.form.Focused()
	ev := v.form.Update(msg)
	var cmds []tea.Cmd
	if ev.Refused != "" {
		cmds = append(cmds, views.Toast(views.Slip, text.Raw(ev.Refused)))
	}
	if does, cmd := v.does(ev); does {
		return cmd
	}
	if ev.PickedIn != "" && v.take(ev.PickedIn, ev.Picked) {
		f := v.field(ev.PickedIn)
		if f.several == nil {
			v.form.FocusAfter(ev.PickedIn)
		}
		if f.taken != nil {
			cmds = append(cmds, v.taking(f, v.picks[f.name].at))
		}
		ev.Changed = ev.PickedIn
	} else if p := v.picks[ev.Changed]; p != nil {
		p.at = Found{}
		v.offers(ev.Changed, nil)
		cmds = append(cmds, v.env.After(rest, seek[R]{v, ev.Changed, v.form.Value(ev.Changed)}))
	}
	if ev.Changed != "" {
		v.follow()
		v.mended(ev.Changed)
		if f := v.field(ev.Changed); f.several != nil && v.form.Focused() == ev.Changed {
			f.several.offer(v, ev.Changed)
		}
		if ev.Taken && v.form.Focused() != was && v.form.FocusAfter(ev.Changed) { // an answer may ask for more
			ev.Submitted = false
		}
		cmds = append(cmds, v.collide(), v.changed())
	}
	if ev.Left != "" {
		cmds = append(cmds, v.left(ev.Left), v.keep.save(), v.watch())
	}
	if now := v.form.Focused(); now != was && !walks(msg) {
		cmds = append(cmds, v.entered(now))
	}
	if ev.Submitted {
		cmds = append(cmds, v.Submit())
	}
	return tea.Batch(cmds...)
}
