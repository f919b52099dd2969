package signin

import (
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	st, say := v.env.Styles, v.env.Say
	inner := 44
	var lines []string
	var cursor *views.Point
	if v.locked != nil {
		why := lockedBy
		if v.alone {
			why = lockedIdle.With("n", v.env.Settings.IdleLock)
		}
		lines = append(lines, widget.Wrap(say(why.With("name", v.locked.Name)), inner)...)
		lines = append(lines, "")
	}
	var day []string
	for _, l := range widget.Wrap(say(text.Glance(v.today)), inner) {
		day = append(day, st.Muted.Render(l))
	}
	if v.chosen != nil {
		label := say(passwordWord) + "  "
		lw := widget.Width(label)
		lines = append(lines, st.Title.Render(v.chosen.Name)+"  "+st.Muted.Render(say(text.RoleShort(v.chosen.Roles))), "")
		line, cx := v.password.Draw(inner-lw, true, st)
		cursor = &views.Point{X: lw + cx, Y: len(lines)}
		lines = append(lines, label+line)
		lines = append(append(lines, v.sample(inner)...), "")
		for _, l := range widget.Wrap(say(v.said), inner) {
			lines = append(lines, st.Danger.Render(l))
		}
	} else {
		line, cx := v.find.Draw(inner, true, st)
		if lines = append(lines, st.Title.Render(say(whoWord))); v.finding {
			cursor = &views.Point{X: cx, Y: len(lines)}
		} else {
			line = st.Muted.Render(say(findHow))
		}
		lines = append(lines, line)
		const around = 3 // the box's border, and the blank line above the day
		lines = append(lines, v.list(inner, max(h-around-len(lines)-len(day), 3))...)
	}
	if v.read {
		lines = append(append(lines, ""), day...)
	}
	box := views.Frame{Lines: widget.Frame(st, v.env.Settings.Name, lines, inner+4)}
	if cursor != nil {
		box.Cursor = &views.Point{X: cursor.X + 2, Y: cursor.Y + 1}
	}
	return views.NewFrame(w, h, nil).Over(box, (w-inner-4)/2, max((h-len(box.Lines))/3, 0))
}

// sample says the password of a sample hall's accounts: there is nothing to be kept secret.
func (v *View) sample(w int) []string {
	if !v.env.Settings.Demo {
		return nil
	}
	var out []string
	for _, l := range widget.Wrap(v.env.Say(samplePassword.With("password", hall.SamplePassword)), w) {
		out = append(out, v.env.Styles.Muted.Render(l))
	}
	return out
}

func (v *View) list(w, h int) []string {
	st := v.env.Styles
	if len(v.rows) == 0 {
		if !v.read {
			return nil
		}
		return []string{st.Muted.Render(v.env.Say(none))}
	}
	rows := v.fit()
	if len(rows) == 0 {
		return []string{st.Muted.Render(v.env.Say(foundNone))}
	}
	var out []string
	const head, gap = 4, 2 // the mark and the digit, and what stands before the roles
	names := 0
	for _, r := range rows {
		names = max(names, widget.Width(r.Name))
	}
	names = min(names, w/2-head-gap) + head + gap // roles have what names leave
	first, shown := widget.Window(len(rows), v.cursor, 0, h)
	for i := first; i < first+shown; i++ {
		num := "  "
		if v.numbered() {
			num = widget.Digit(i) + " "
		}
		mark, style := "  ", st.Text
		if i == v.cursor {
			mark, style = st.Marks.Cursor+" ", st.Selected
		}
		role := v.env.Say(text.RoleShort(rows[i].Roles))
		name := widget.Pad(mark+num+widget.Cut(rows[i].Name, names-head-gap, st.Marks.More), names)
		out = append(out, style.Render(widget.Pad(name+widget.Cut(role, w-names, st.Marks.More), w)))
	}
	if shown < len(rows) {
		out = append(out, "  "+st.Muted.Render(menu.Rest(v.env)(first, len(rows)-first-shown)))
	}
	return out
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	out := []views.Action{{Key: views.Key("↑↓", "up", "down"), Name: pickWord}}
	if !v.finding {
		out = append(out, views.Action{Key: views.Key("Tab", "tab"), Name: findKey})
	}
	if v.chosen != nil {
		out = []views.Action{
			{Key: views.Key("Enter", "enter"), Name: enter}, {Key: views.Key("Esc", "esc"), Name: backWord},
		}
	}
	out = append(out, views.Action{Key: views.Key("Ctrl-T", "ctrl+t"), Name: languageWord})
	if v.locked == nil && !v.env.Settings.Kiosk {
		out = append(out, views.Action{Key: views.Key("Ctrl-C", "ctrl+c"), Name: text.Root.Quit})
	}
	return out
}

// Hint implements views.View.
func (v *View) Hint() text.Message {
	if v.chosen != nil {
		return hintPassword
	}
	switch {
	case !v.finding:
		return hintArrows
	case !v.numbered():
		return hintFound
	}
	return hintPick
}
