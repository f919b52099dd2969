package list

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// Update implements views.View.
func (v *View[R]) Update(msg tea.Msg) tea.Cmd {
	if v.of.Took != nil {
		if cmd, ok := v.of.Took(msg); ok {
			return cmd
		}
	}
	if v.of.Saved != nil {
		if key, ok := v.of.Saved(msg); ok {
			v.stand = key
			return v.ask()
		}
	}
	if cmd, ok := menu.Run(msg); ok {
		return cmd
	}
	switch m := msg.(type) {
	case answer[R]:
		if m.of == v {
			return v.answered(m)
		}
		return nil
	case besideRead:
		return v.besideRead(m)
	case written:
		return v.wrote(m)
	case tea.KeyPressMsg:
		if cmd, ok := v.press(m); ok {
			return cmd
		}
	}
	if v.of.Find.IsZero() {
		return nil
	}
	if _, changed := v.field.Update(msg); changed {
		return v.again()
	}
	return nil
}

// press takes a key that moves the cursor or turns a tab. In a search line with something in it
// the keys of the line are the line's.
func (v *View[R]) press(k tea.KeyPressMsg) (tea.Cmd, bool) {
	typing, key := v.field.Value() != "", k.Keystroke()
	w, h := v.env.Size()
	switch l := v.layout(w, h); {
	case key == "up":
		return v.move(-1), true
	case key == "down":
		return v.move(1), true
	case key == "pgup":
		return v.move(1 - l.rows/l.step), true
	case key == "pgdown":
		return v.move(l.rows/l.step - 1), true
	case key == "home" && !typing:
		return v.home(), true
	case key == "end" && !typing:
		return v.move(len(v.shown.rows)), true
	case key == "tab" && v.of.Shelf != nil:
		return v.shelve(v.of.Place + 1), true
	case key == "shift+tab" && v.of.Shelf != nil:
		return v.shelve(v.of.Place - 1), true
	case key == "left" && !typing && len(v.of.Tabs) > 0:
		return v.turnBy(-1), true
	case key == "right" && !typing && len(v.of.Tabs) > 0:
		return v.turnBy(1), true
	}
	if v.of.Find.IsZero() {
		names, _ := v.tabs()
		if i, ok := widget.Numbered(k.Text, len(names)); ok {
			return v.choose(i), true
		}
	}
	return nil, false
}

// choose turns to a tab, or asks what it is to show.
func (v *View[R]) choose(i int) tea.Cmd {
	if v.of.Shelf != nil {
		return v.shelve(i)
	}
	if t := v.of.Tabs[i]; t.Ask != nil {
		return t.Ask()
	}
	return v.Turn(i, v.of.Tabs[i].Where)
}

// shelve has the screen turn to another of its lists.
func (v *View[R]) shelve(i int) tea.Cmd {
	n := len(v.of.Shelf.Names)
	return v.of.Shelf.Turn((i + n) % n)
}

// tabs are the names of what is shown by turns, and which is shown.
func (v *View[R]) tabs() (names []text.Message, at int) {
	if s := v.of.Shelf; s != nil {
		return s.Names, v.of.Place
	}
	for _, t := range v.of.Tabs {
		names = append(names, t.Name)
	}
	return names, v.tab
}

// turnBy turns to the next tab that asks nothing.
func (v *View[R]) turnBy(by int) tea.Cmd {
	n := len(v.of.Tabs)
	for i := (v.tab + by + n) % n; i != v.tab; i = (i + by + n) % n {
		if v.of.Tabs[i].Ask == nil {
			return v.choose(i)
		}
	}
	return nil
}

// enter opens the row under the cursor. What is listed for an older text is not meant: the answer
// is waited for, and opened if there is only one.
func (v *View[R]) enter() tea.Cmd {
	if !v.read || v.shown.query.Text != v.Text() {
		v.taking = true
		return nil
	}
	v.taking = false
	if w, ok := v.way(); ok {
		return w.Go()
	}
	if row, ok := v.At(); ok && v.of.Open != nil {
		return v.of.Open(row)
	}
	return nil
}

// barred is why Enter does nothing.
func (v *View[R]) barred() text.Message {
	row, ok := v.At()
	_, leads := v.way()
	switch {
	case leads:
		return text.Message{}
	case v.Text() == "" && !v.of.Start.IsZero():
		return v.of.Start
	case !v.read || v.shown.query.Text != v.Text():
		return text.Message{}
	case !ok:
		return v.none()
	case v.of.Shut != nil && v.of.Shut(row):
		return text.Shut(true)
	case v.of.Why != nil:
		return v.of.Why(row)
	}
	return text.Message{}
}

// Actions implements views.View.
func (v *View[R]) Actions() []views.Action {
	out := []views.Action{{Key: views.Key("↑↓", "up", "down"), Name: choose}}
	if !v.of.Enter.IsZero() {
		out = append(out, views.Action{Key: views.Key("Enter", "enter"), Name: v.of.Enter, Run: v.enter, Blocked: v.barred})
	}
	if v.of.New != nil {
		out = append(out, views.Action{Key: views.Key("Ctrl-N", "ctrl+n"), Name: v.of.Add, Run: v.of.New, Blocked: v.of.May})
	}
	if v.of.Keys != nil {
		out = append(out, v.of.Keys()...)
	}
	if v.of.Sheet != nil {
		out = append(out, v.exporting())
	}
	if len(v.of.Tabs) > 0 {
		out = append(out, views.Action{Key: views.Key("←→", "left", "right"), Name: turn})
	}
	if v.of.Shelf != nil {
		out = append(out, views.Action{Key: views.Key("Tab", "tab", "shift+tab"), Name: another})
	}
	if v.field.Value() != "" {
		out = append(out, views.Action{Key: views.Key("Esc", "esc"), Name: clearLine, Run: func() tea.Cmd { return v.Type("") }, Hidden: true})
	}
	return out
}

// Hint implements views.View.
func (v *View[R]) Hint() text.Message {
	switch {
	case v.read && v.Len() == 0 && !v.of.Begin.IsZero():
		return v.of.Begin
	case v.of.Hint != nil:
		return v.of.Hint()
	case v.of.Find.IsZero():
		return hintPlain
	}
	return hintFind
}
