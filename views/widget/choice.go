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
		ev.Changed, ev.Taken = x.ID, true
	}
	x.Value, x.option, x.typed, x.Error = x.Options[n].Key, n, "", ""
	return true
}

// choose handles a key on a choice: a number or initials pick at once, the arrows walk.
func (f *Form) choose(msg tea.Msg, x *item, ev *Event) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return
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
	if n, ok := digit(k.Text); ok {
		f.number(x, n, ev)
		return
	}
	f.initials(x, strings.ToLower(k.Text), ev)
}

func digit(s string) (int, bool) {
	if len(s) == 1 && s[0] >= '0' && s[0] <= '9' {
		return int(s[0] - '0'), true
	}
	return 0, false
}

// number picks by number. With ten options and more a first 1 may begin a two-digit number:
// the cursor goes to option 1 and a second digit goes further.
func (f *Form) number(x *item, n int, ev *Event) {
	if first, ok := digit(x.typed); ok {
		if both := first*10 + n; both >= 1 && both <= len(x.Options) {
			if f.take(x, both-1, ev) {
				f.onward(x, ev)
			}
			return
		}
		x.typed = ""
	}
	if n < 1 || n > len(x.Options) {
		return
	}
	if n*10 <= len(x.Options) {
		x.option, x.typed, x.walked = n-1, fmt.Sprint(n), true
		return
	}
	if f.take(x, n-1, ev) {
		f.onward(x, ev)
	}
}

// onward goes to the next item and remembers that it did so by itself.
func (f *Form) onward(x *item, ev *Event) {
	if f.step(1, x, ev); f.focused() != nil {
		f.moved = f.focused().ID
	}
}

// initials picks by the first letters once they fit one option only.
func (f *Form) initials(x *item, letters string, ev *Event) {
	if _, ok := digit(x.typed); ok {
		x.typed = ""
	}
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
		x.typed, x.option = try, fits[0]
		if len(fits) == 1 && f.take(x, fits[0], ev) {
			f.onward(x, ev)
		}
		return
	}
	x.typed = ""
}

// chosen is the label of a choice's value.
func (x *item) chosen() string {
	for i, o := range x.Options {
		if o.Key == x.Value {
			return fmt.Sprintf("%d %s", i+1, o.Label)
		}
	}
	return ""
}

// optionLines lays a focused choice's options out in lines of w cells, and says where the
// cursor stands.
func (f *Form) optionLines(x *item, w int) (lines []string, cx, cy int) {
	var line strings.Builder
	cells := 0
	for i, o := range x.Options {
		label := Cut(fmt.Sprintf("%d %s", i+1, o.Label), w, f.st.Marks.More)
		n := width(label)
		if cells > 0 && cells+3+n > w {
			lines = append(lines, line.String())
			line.Reset()
			cells = 0
		}
		if cells > 0 {
			line.WriteString("   ")
			cells += 3
		}
		style := f.st.Text
		switch {
		case i == x.option:
			cx, cy = cells, len(lines)
			style = f.st.Selected
		case o.Reason != "":
			style = f.st.Muted
		case o.Key == x.Value:
			style = f.st.Accent
		}
		line.WriteString(style.Render(label))
		cells += n
	}
	return append(lines, line.String()), cx, cy
}
