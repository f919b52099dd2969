package settings

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// several declares a list within the settings: what it is called, its rows and their form.
type several[T any] struct {
	title, count, empty, hint, add, change, rule text.Message

	draft   string // begins the names of its drafts
	bears   string // what kind of name records bear of it (hall.Renaming); empty: none
	ordered bool   // its order says something, and can be changed
	columns []ledger.Column[T]
	fields  []*form.Field[edit[T]]
	key     func(T) string // what tells one from another: the drafts and the cursor go by it
	label   func(hall.Settings, T) text.Message
	all     func(hall.Settings) []T
	with    func(hall.Settings, []T) hall.Settings
}

// list is the list of them, what is new first.
func (l several[T]) list(v *View) views.View {
	var shown *list.View[T]
	shown = list.New(v.env, list.Of[T]{
		Title: l.title, Count: l.count, Empty: l.empty, Columns: l.columns, Key: l.key,
		Read: func(_ context.Context, s views.Session, _ list.Query) (list.Page[T], error) {
			p := list.Page[T]{}
			p.Lead(list.Way{Key: "new", Name: l.add, Go: func() tea.Cmd { return l.begin(v) }})
			p.Rows = append(p.Rows, l.all(s.Settings)...)
			return p, nil
		},
		Enter: menu.What, Open: func(t T) tea.Cmd { return l.menu(v, t) },
		Saved: func(msg tea.Msg) (string, bool) {
			m, ok := msg.(form.Saved[edit[T]])
			if !ok {
				return "", false
			}
			return l.key(m.Value.V), true
		},
		Took: func(msg tea.Msg) (tea.Cmd, bool) { return changedNow(msg, shown.Load) },
		Add:  addKey, New: func() tea.Cmd { return l.begin(v) }, May: v.barred,
		Hint: func() text.Message { return l.hint },
	})
	return shown
}

func (l several[T]) begin(v *View) tea.Cmd {
	return v.changing(func() views.View { return l.form(v, nil, hall.Draft{}) })
}

// menu offers what can be done with one; what bears its name is counted first.
func (l several[T]) menu(v *View, t T) tea.Cmd {
	why := v.barred()
	ask := l.bears != "" && why.IsZero()
	return menu.After(v.env, func(ctx context.Context, s views.Session) (borne error, err error) {
		if ask {
			borne = s.Desk.MayDrop(ctx, l.bears, l.key(t))
		}
		return borne, nil
	}, func(borne error) tea.Cmd {
		gone := why
		if borne != nil && gone.IsZero() {
			gone = text.Err(borne)
		}
		items := []menu.Item{
			{Name: l.change, Why: why, Do: func() tea.Cmd { return views.Push(l.form(v, &t, hall.Draft{})) }},
			{Name: takeOut, Why: gone, Do: func() tea.Cmd { return l.remove(v, t) }},
		}
		if l.ordered {
			items = append(items,
				menu.Item{Name: moveUp, Why: why, Do: func() tea.Cmd { return l.move(v, t, -1) }},
				menu.Item{Name: moveDown, Why: why, Do: func() tea.Cmd { return l.move(v, t, 1) }})
		}
		return menu.Open(v.env, v.env.Say(l.label(v.env.Settings, t)), items)
	})
}

func (l several[T]) at(all []T, key string) int {
	return slices.IndexFunc(all, func(o T) bool { return l.key(o) == key })
}

// remove takes one out, unless something has come to bear its name meanwhile.
func (l several[T]) remove(v *View, t T) tea.Cmd {
	take := v.change(func(s hall.Settings) hall.Settings {
		return l.with(s, slices.DeleteFunc(slices.Clone(l.all(s)), func(o T) bool { return l.key(o) == l.key(t) }))
	}, tookOut.With("name", l.label(v.env.Settings, t)))
	if l.bears == "" {
		return take
	}
	return menu.After(v.env, func(ctx context.Context, s views.Session) (bool, error) {
		return true, s.Desk.MayDrop(ctx, l.bears, l.key(t))
	}, func(bool) tea.Cmd { return take })
}

// move has one change places with the one before or behind it.
func (l several[T]) move(v *View, t T, by int) tea.Cmd {
	return v.change(func(s hall.Settings) hall.Settings {
		all := slices.Clone(l.all(s))
		if i := l.at(all, l.key(t)); i >= 0 && i+by >= 0 && i+by < len(all) {
			all[i], all[i+by] = all[i+by], all[i]
		}
		return l.with(s, all)
	}, moved.With("name", l.label(v.env.Settings, t)))
}

// form is the form of one; nil: a new one.
func (l several[T]) form(v *View, was *T, from hall.Draft) views.View {
	p := part[T]{title: l.add, rule: l.rule, name: l.draft, from: from, fresh: was == nil, fields: l.fields, done: saved}
	key := ""
	if was != nil {
		key = l.key(*was)
		p.title, p.name = l.change, l.draft+" "+key
	}
	p.read = func(s hall.Settings) (out T, err error) {
		if was == nil {
			return out, nil
		}
		all := l.all(s)
		i := l.at(all, key)
		if i < 0 {
			return out, hall.Refuse(hall.ErrNotFound)
		}
		return all[i], nil
	}
	p.put = func(s hall.Settings, t T) hall.Settings {
		all := slices.Clone(l.all(s))
		if i := l.at(all, key); was != nil && i >= 0 {
			all[i] = t
		} else {
			all = append(all, t)
		}
		return l.with(s, all)
	}
	return over(v, p)
}

// resume is the form that a draft was left in; nil: it is none of these.
func (l several[T]) resume(v *View, d hall.Draft) views.View {
	if d.Form == l.draft {
		return l.form(v, nil, d)
	}
	key, ok := strings.CutPrefix(d.Form, l.draft+" ")
	if !ok {
		return nil
	}
	if i := l.at(l.all(v.env.Settings), key); i >= 0 {
		one := l.all(v.env.Settings)[i]
		return l.form(v, &one, d)
	}
	return l.form(v, nil, d)
}
