package settings

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

const left = 2 // cells before everything

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	if v.form != nil {
		return v.drawForm(w, h)
	}
	lines := v.list(w - left)
	v.lines = len(lines)
	from := max(min(v.top, len(lines)-h), 0)
	pad := strings.Repeat(" ", left)
	for i := range lines {
		lines[i] = pad + lines[i]
	}
	return views.NewFrame(w, h, lines[from:])
}

func (v *View) drawForm(w, h int) views.Frame {
	pad := strings.Repeat(" ", left)
	lines := []string{""}
	body, cx, cy, ok := v.form.Draw(max(w-left, 1), max(h-1, 1))
	for _, l := range body {
		lines = append(lines, pad+l)
	}
	f := views.NewFrame(w, h, lines)
	if ok && cy+1 < h && left+cx < w {
		f.Cursor = &views.Point{X: left + cx, Y: cy + 1}
	}
	return f
}

// list is every setting in force, with what may be changed here first.
func (v *View) list(w int) []string {
	st, say := v.env.Styles, v.env.Say
	file := text.Settings.NoFile
	if v.env.SettingsFile != "" {
		file = text.Settings.File.With("file", v.env.SettingsFile)
	}
	lines := []string{st.Muted.Render(widget.Cut(say(file), w, st.Marks.More)), ""}
	rows := append(v.everyday(), [2]string{})
	rows = append(rows, v.others()...)
	wide := 0
	for _, r := range rows {
		wide = max(wide, ansi.StringWidth(r[0]))
	}
	for _, r := range rows {
		for i, l := range widget.Wrap(r[1], max(w-wide-2, 10)) {
			label := ""
			if i == 0 {
				label = r[0]
			}
			lines = append(lines, st.Muted.Render(widget.PadLeft(label, wide))+"  "+l)
		}
	}
	return lines
}

func (v *View) everyday() [][2]string {
	s, say := v.env.Settings, v.env.Say
	idle := text.Settings.Minutes.With("n", s.IdleLock)
	if s.IdleLock == 0 {
		idle = text.Settings.Never
	}
	yes := func(on bool) string {
		if on {
			return say(text.Settings.Yes)
		}
		return say(text.Settings.No)
	}
	return [][2]string{
		{say(text.Settings.Name), s.Name}, {say(text.Settings.Rooms), text.Listed(s.Rooms)},
		{say(text.Settings.Morning), hours(s.Open)}, {say(text.Settings.Afternoon), hours(s.Open2)},
		{say(text.Settings.Slot), say(text.Settings.Minutes.With("n", s.Slot))}, {say(text.Settings.Class), say(text.ClassName(s.Class))},
		{say(text.Settings.IdleLock), say(idle)}, {say(text.Settings.Plain), yes(s.Plain)},
		{say(text.Settings.Palette), say(grounds()[s.Palette])}, {say(text.Settings.Colours), say(depths()[s.Colours])},
		{say(text.Settings.Contrast), yes(s.Contrast)}, {say(text.Settings.Roomy), yes(s.Roomy)},
	}
}

func (v *View) others() [][2]string {
	s, say := v.env.Settings, v.env.Say
	days := func(list []int) string {
		out := make([]string, len(list))
		for i, n := range list {
			out[i] = strconv.Itoa(n)
		}
		return say(text.Settings.Days.With("n", strings.Join(out, " / ")))
	}
	rows := [][2]string{
		{say(text.Settings.Code), s.Code}, {say(text.Settings.Level), say(text.LevelName(s.Level))},
		{say(text.Settings.Number), hall.CaseNumber(s.Number, s.Word, v.env.Today().Year(), 1)},
		{say(text.Settings.Limit), say(text.Settings.Months.With("n", s.Limit))},
		{say(text.Settings.Respond), days(s.Respond[:])}, {say(text.Settings.Warn), days(s.Warn)},
		{say(text.Settings.Confirm), days([]int{s.Confirm})},
		{say(text.Settings.Reps), say(text.Settings.RepsValue.With("from", s.RepsFrom).With("most", s.MaxReps))},
	}
	if s.WrittenFrom > 0 {
		rows = append(rows, [2]string{say(text.Settings.WrittenFrom), say(text.Settings.FromYuan.With("n", s.WrittenFrom/100))})
	}
	types := make([]string, len(s.Types))
	for i, t := range s.Types {
		types[i] = say(text.Type(s, t.Code))
	}
	return append(rows, [2]string{say(text.Settings.Types), strings.Join(types, "  ")})
}
