package form

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// whoIsMeant asks, where there is something on file under a like name, whether it is the same. What
// is answered of a name holds as long as the form is open.
func (v *View[R]) whoIsMeant(m saved[R]) tea.Cmd {
	var bad *hall.Error
	if !errors.As(m.err, &bad) || bad.Code != hall.ErrNamesake {
		return nil
	}
	like, _ := bad.Args["like"].([]hall.Namesake)
	name, _ := bad.Args["name"].(string)
	if len(like) == 0 || v.spec.Same == nil && v.spec.Look == nil {
		return nil
	}
	items := []menu.Item{{Name: likeOther, Do: func() tea.Cmd {
		v.others = append(v.others, name)
		return v.run(m.tried)
	}}}
	for _, one := range like {
		items = append(items, v.same(m.tried, one))
	}
	title := likeAsk.With("name", like[0].Name)
	if len(like) > 1 {
		title = likeMany.With("n", len(like))
	}
	return menu.Open(v.env, v.env.Say(title), items)
}

// same is the answer that one on file is meant: it is taken, or looked at with the form kept below.
func (v *View[R]) same(tried R, one hall.Namesake) menu.Item {
	called := text.Raw(one.Name)
	if one.At != "" {
		called = likeAt.With("name", one.Name).With("at", one.At)
	}
	switch {
	case one.Taken && v.spec.Same != nil:
		return menu.Item{Name: likeSame.With("which", called), Why: likeTaken}
	case v.spec.Same != nil:
		return menu.Item{Name: likeSame.With("which", called), Do: func() tea.Cmd {
			r := tried
			v.spec.Same(&r, one)
			return v.run(r)
		}}
	}
	return menu.Item{Name: likeLook.With("which", called), Do: func() tea.Cmd {
		return tea.Batch(v.spec.Look(one), views.Toast(views.Done, likeHint))
	}}
}
