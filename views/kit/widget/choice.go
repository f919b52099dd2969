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
	case "left", "right", "space":
		x.typed = ""
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
	case "backspace": // a letter back
		x.number.End()
		x.typed = x.typed[:max(len(x.typed)-1, 0)]
		if fits := x.fitting(x.typed); x.typed != "" && len(fits) > 0 {
			x.option = fits[0]
		}
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

// initials narrows the options by their first letters, typed in a row, and chooses once they fit one
// only. A letter that leaves none is refused, and so is what follows it: it begins no other word by itself. Backspace takes it back.
func (f *Form) initials(x *item, letters string, ev *Event) {
	try := x.typed + letters
	fits := x.fitting(try)
	switch {
	case len(fits) > 0:
		x.option, x.walked = fits[0], true
		if len(fits) == 1 {
			f.take(x, fits[0], ev)
		}
		x.typed = try
	case x.typed == "":
		ev.Refused = f.text.Digits
	default:
		x.typed, ev.Refused = try, strings.ReplaceAll(f.text.Letters, "{letters}", try)
	}
}

// fitting are the options that begin with some letters: their initials, or what they are called.
func (x *item) fitting(letters string) (fits []int) {
	for i, o := range x.Options {
		if strings.HasPrefix(strings.ToLower(o.Initials), letters) || strings.HasPrefix(strings.ToLower(o.Label), letters) {
			fits = append(fits, i)
		}
	}
	return fits
}

// unsure is what stands under a choice while what was typed may mean more than one option.
func (f *Form) unsure(x *item) string {
	if n, waits := strings.CutSuffix(x.number.Waiting(), "_"); waits {
		return strings.ReplaceAll(f.text.Waiting, "{n}", n)
	}
	if x.typed != "" && len(x.fitting(x.typed)) > 1 {
		return strings.ReplaceAll(f.text.Further, "{letters}", x.typed)
	}
	return ""
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
