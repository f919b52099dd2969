package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Update takes a key or a paste. What it does not know is left to the owner.
func (f *Form) Update(msg tea.Msg) Event {
	ev := Event{Picked: -1}
	x := f.focused()
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if f.navigate(k.Keystroke(), x, &ev) {
			return ev
		}
	}
	if x == nil {
		if IsText(msg) {
			ev.Refused = f.text.Folded
		}
		return ev
	}
	changed := false
	switch x.Kind {
	case Text:
		if f.pickByDigit(msg, x, &ev) {
			return ev
		}
		if x.Plain {
			var out bool
			if msg, out = narrow(msg); out {
				ev.Refused = f.text.Narrow
			}
		}
		if x.Whole { // no cursor goes into it
			x.field.SelectAll()
		}
		if ev.Handled, changed = x.field.Update(msg); x.Whole && !changed {
			x.field.SelectAll()
		}
	case Notes:
		var leave int
		if ev.Handled, changed, leave = x.area.update(msg); leave != 0 {
			f.goOn(leave, x, &ev)
		}
	case Choice:
		f.choose(msg, x, &ev)
	}
	if changed {
		ev.Changed, x.Error, f.suggest, x.Whole = x.ID, "", -1, false
	}
	return ev
}

// goOn moves on and says what was left.
func (f *Form) goOn(by int, x *item, ev *Event) bool {
	moved := f.move(by)
	f.left(moved, x, ev)
	return moved
}

// left says which item the cursor went out of.
func (f *Form) left(moved bool, x *item, ev *Event) {
	if moved && x != nil {
		ev.Left = x.ID
		x.typed = ""
		x.number.End()
	}
	ev.Handled = true
}

// navigate handles the keys that move between items.
func (f *Form) navigate(k string, x *item, ev *Event) bool {
	switch k {
	case "tab":
		f.goOn(1, x, ev)
		return true
	case "shift+tab":
		f.goOn(-1, x, ev)
		return true
	case "enter":
		f.enter(x, ev)
		return true
	case "pgdown", "pgup":
		f.goToPart(k == "pgdown", x, ev)
		return true
	case "down", "up":
		if x != nil && x.Kind == Notes {
			return false
		}
		if x != nil && f.walkSuggest(k, x) {
			ev.Handled = true
			return true
		}
		by := 1
		if k == "up" {
			by = -1
		}
		f.goOn(by, x, ev)
		return true
	}
	return false
}

// goToPart goes to the first item of the next part of the form, or of this one or the one before it;
// beyond the last part, to the last item.
func (f *Form) goToPart(down bool, x *item, ev *Event) {
	by, moved := map[bool]int{true: 1, false: -1}[down], false
	for f.move(by) {
		moved = true
		if at := f.focused(); at == nil || at.Head {
			break
		}
	}
	f.left(moved, x, ev)
}

func (f *Form) enter(x *item, ev *Event) {
	ev.Handled = true
	if x == nil { // the fold
		f.later = true
		f.focus = -1
		for i, it := range f.items {
			if it.Later && f.open(i) {
				f.focus = i
				return
			}
		}
		return
	}
	if at := f.marked(x); at >= 0 && at < len(x.Suggest) {
		ev.Picked, ev.PickedIn = at, x.ID
		f.suggest = -1
		return
	}
	if x.Kind == Choice {
		f.enterChoice(x, ev)
	}
	if !f.goOn(1, x, ev) || f.focus == len(f.items) && !f.anyRequiredEmpty() {
		ev.Left, ev.Submitted = x.ID, true
	}
}

// marked is the suggestion that Enter takes; -1: none, what was typed stands. Where only a
// suggestion will do, or initials stand in the field, it is the only one there is: nobody is called
// zxq. Among several only somebody who went there with the arrow down has chosen.
func (f *Form) marked(x *item) int {
	if f.suggest < 0 && (x.Choose && !blank(x.value()) || x.Names && Initials(x.value())) {
		return x.Sole - 1
	}
	return f.suggest
}

// Initials reports whether a text is small letters and nothing else.
func Initials(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r < 'a' || r > 'z' })
}

// enterChoice takes the option under the cursor; Enter goes on whatever comes of it, and what is
// wrong stands under the choice. Where nothing was chosen yet and nobody looked through the
// options, Enter alone chooses nothing: a wrong type is soon pressed and late found.
func (f *Form) enterChoice(x *item, ev *Event) {
	if x.Value == "" && !x.walked && x.option == 0 && len(x.Options) > 0 && x.Options[0].Key != "" {
		if x.Required {
			x.Error = f.text.Required
		}
		return
	}
	if f.take(x, x.option, ev) {
		ev.Taken = ev.Changed == x.ID
	}
}

func (f *Form) anyRequiredEmpty() bool {
	for _, x := range f.items {
		if x.Required && !x.Hidden && x.Step == f.step && blank(x.value()) {
			return true
		}
	}
	return false
}

// walkSuggest moves over the suggestions of a field; false when there is nowhere to go.
func (f *Form) walkSuggest(k string, x *item) bool {
	switch {
	case k == "down" && f.suggest < len(x.Suggest)-1:
		f.suggest++
	case k == "up" && f.suggest >= 0:
		f.suggest--
	default:
		return false
	}
	return true
}

// pickByDigit picks a suggestion by its number, once the cursor stands among them. In the field
// itself a digit is text.
func (f *Form) pickByDigit(msg tea.Msg, x *item, ev *Event) bool {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok || f.suggest < 0 {
		return false
	}
	n, ok := digit(narrowed(k.Text))
	switch {
	case !ok:
		return false
	case n < 1 || n > len(x.Suggest):
		ev.Handled, ev.Refused = true, f.text.Digits
		return true
	}
	ev.Handled, ev.Picked, ev.PickedIn = true, n-1, x.ID
	f.suggest = -1
	return true
}
