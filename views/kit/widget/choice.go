package widget

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// take makes an option the value; one that cannot be chosen now says why and is not taken.
func (f *Form) take(x *item, n int, ev *Event) bool {
	if n < 0 || n >= len(x.Options) {
		return true
	}
	if o := x.Options[n]; o.Reason != "" {
		ev.Refused = o.Reason
		x.Error = o.Reason
		return false
	}
	if x.Value != x.Options[n].Key {
		ev.Changed = x.ID
	}
	x.Value, x.option, x.typed, x.Error = x.Options[n].Key, n, "", ""
	return true
}

// choose handles a key on a choice: a number or initials choose at once, the arrows walk.
func (f *Form) choose(msg tea.Msg, x *item, ev *Event) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		ev.Handled, ev.Refused = true, f.text.Digits
		return
	}
	switch k.Keystroke() {
	case "left", "right", "space", "backspace":
		x.number.End()
	}
	switch k.Keystroke() {
	case "left":
		x.option, x.walked = max(x.option-1, 0), true
		ev.Handled = true
		return
	case "right":
		x.option, x.walked = min(x.option+1, len(x.Options)-1), true
		ev.Handled = true
		return
	case "space":
		ev.Handled = true
		f.take(x, x.option, ev)
		return
	case "backspace":
		x.typed = ""
		ev.Handled = true
		return
	}
	if k.Text == "" || k.Mod&(tea.ModCtrl|tea.ModAlt) != 0 {
		return
	}
	ev.Handled = true
	if _, ok := digit(narrowed(k.Text)); ok {
		f.pressed(x, k.Text, ev)
		return
	}
	x.number.End()
	f.initials(x, strings.ToLower(k.Text), ev)
}

func digit(s string) (int, bool) {
	if len(s) == 1 && s[0] >= '0' && s[0] <= '9' {
		return int(s[0] - '0'), true
	}
	return 0, false
}

// pressed chooses by number, and the cursor stays: Enter goes on. What was typed stands in the
// field at once, also while a second digit may make a larger number of it.
func (f *Form) pressed(x *item, text string, ev *Event) {
	n, ok := x.number.Press(text, len(x.Options))
	if x.typed = ""; !ok {
		ev.Refused = f.text.Digits
		return
	}
	if !f.take(x, n, ev) && x.number.Waiting() != "" { // it is not known yet which one is meant
		ev.Refused, x.Error = "", ""
	}
}

// initials chooses by the first letters once they fit one option only. What fits none is said
// to mean nothing here.
func (f *Form) initials(x *item, letters string, ev *Event) {
	for _, try := range []string{x.typed + letters, letters} {
		var fits []int
		for i, o := range x.Options {
			if strings.HasPrefix(strings.ToLower(o.Initials), try) {
				fits = append(fits, i)
			}
		}
		if len(fits) == 0 {
			continue
		}
		x.typed, x.option, x.walked = try, fits[0], true
		if len(fits) == 1 {
			f.take(x, fits[0], ev)
		}
		return
	}
	x.typed, ev.Refused = "", f.text.Digits
}

// choiceLines lays a choice out in lines of w cells: all its options while it is focused or where
// they fit one line, else the one chosen. It says where the cursor stands.
func (f *Form) choiceLines(x *item, focused bool, w int) (lines []string, cx, cy int) {
	lines, cx, cy = f.optionLines(x, focused, w)
	if focused || len(lines) == 1 {
		return lines, cx, cy
	}
	for i, o := range x.Options {
		if o.Key == x.Value {
			return []string{" " + f.optionMark(o, x) + " " + Cut(fmt.Sprintf("%d %s", i+1, o.Label), w-3, f.st.Marks.More)}, 1, 0
		}
	}
	return []string{f.held(f.text.Choose, min(usual, w), false)}, 1, 0
}

// optionMark is what stands before an option: a filled sign before the one chosen.
func (f *Form) optionMark(o Option, x *item) string {
	if o.Key == x.Value {
		return f.st.Accent.Render(f.st.Marks.Done)
	}
	return f.st.Muted.Render(f.st.Marks.Open)
}

// optionLines lays all options out in lines of w cells, and says where the cursor stands.
func (f *Form) optionLines(x *item, focused bool, w int) (lines []string, cx, cy int) {
	line, cells := " ", 1
	for i, o := range x.Options {
		label := Cut(fmt.Sprintf("%d %s", i+1, o.Label), w-3, f.st.Marks.More)
		n := width(label) + 2
		if cells > 1 && cells+3+n > w {
			lines = append(lines, line)
			line, cells = " ", 1
		}
		if cells > 1 {
			line, cells = line+"   ", cells+3
		}
		style := f.st.Text
		switch {
		case focused && i == x.option:
			cx, cy = cells, len(lines)
			style = f.st.Selected
		case o.Reason != "":
			style = f.st.Holder
		case o.Key == x.Value:
			style = f.st.Accent
		}
		line += f.optionMark(o, x) + " " + style.Render(label)
		cells += n
	}
	return append(lines, line), cx, cy
}
