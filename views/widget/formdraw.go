package widget

import (
	"fmt"
	"strings"
)

// drawn is the form laid out in full, before it is scrolled.
type drawn struct {
	lines  []string
	cx, cy int
	cursor bool
	first  int // the first line of the focused item
	last   int
}

// Draw shows the form in exactly h lines of w cells, scrolled so that the focused item is
// inside; (cx, cy) is where the terminal's cursor belongs, if ok.
func (f *Form) Draw(w, h int) (lines []string, cx, cy int, ok bool) {
	d := f.layout(w)
	if d.first < f.top {
		f.top = d.first
	}
	if d.last >= f.top+h {
		f.top = d.last - h + 1
	}
	if d.cy < f.top {
		f.top = d.cy
	}
	if d.cy >= f.top+h {
		f.top = d.cy - h + 1
	}
	f.top = max(min(f.top, len(d.lines)-h), 0)
	out := Fill(d.lines[min(f.top, len(d.lines)):], w, h)
	cy = d.cy - f.top
	return out, min(d.cx, w-1), cy, d.cursor && cy >= 0 && cy < h
}

// Height is how many lines the form takes in w cells.
func (f *Form) Height(w int) int { return len(f.layout(w).lines) }

// labelWidth is that of the widest label shown, within reason.
func (f *Form) labelWidth(w int) int {
	n := 0
	for _, x := range f.items {
		if !x.Hidden && (!x.Later || f.later) {
			n = max(n, width(x.Label))
		}
	}
	return min(n, w/3)
}

func (f *Form) layout(w int) drawn {
	d := drawn{}
	lw := f.labelWidth(w - 2)
	indent := strings.Repeat(" ", lw+3)
	room := max(w-lw-4, 4)
	for i, x := range f.items {
		if x.Hidden || x.Later && !f.later {
			continue
		}
		focused := i == f.focus
		if focused {
			d.first = len(d.lines)
		}
		f.layoutItem(&d, x, focused, lw, room, indent)
		if focused {
			d.last = len(d.lines) - 1
		}
	}
	if names := f.folded(); names != "" {
		focused := f.focus == len(f.items)
		style := f.st.Muted
		if focused {
			d.first, d.cy, d.cx, d.cursor = len(d.lines)+1, len(d.lines)+1, lw+3, true
			style = f.st.Selected
		}
		text := Cut(strings.ReplaceAll(f.text.Later, "{names}", names), room, f.st.Marks.More)
		d.lines = append(d.lines, "", indent+style.Render(text))
		if focused {
			d.last = len(d.lines) - 1
		}
	}
	return d
}

func (f *Form) layoutItem(d *drawn, x *item, focused bool, lw, room int, indent string) {
	mark, style := "  ", f.st.Label
	if focused {
		mark, style = f.st.Marks.Cursor+" ", f.st.Accent
	}
	label := style.Render(PadLeft(mark+Cut(x.Label, lw, f.st.Marks.More), lw+2)) + " "
	at := len(d.lines)
	for i, line := range f.body(d, x, focused, room, at, lw+3) {
		if i == 0 {
			d.lines = append(d.lines, label+line)
		} else {
			d.lines = append(d.lines, indent+line)
		}
	}
	if x.Error != "" {
		for i, l := range Wrap(x.Error, room-2) {
			head := "! "
			if i > 0 {
				head = "  "
			}
			d.lines = append(d.lines, indent+f.st.Danger.Render(head+l))
		}
	}
	if !focused {
		return
	}
	if x.Kind == Text && x.field.Clipped() && f.text.Clipped != "" {
		d.lines = append(d.lines, indent+f.st.Muted.Render(Cut(f.text.Clipped, room, f.st.Marks.More)))
	}
	if x.Help != "" && x.Error == "" {
		for _, l := range Wrap(x.Help, room) {
			d.lines = append(d.lines, indent+f.st.Muted.Render(l))
		}
	}
	for i, s := range x.Suggest {
		style := f.st.Muted
		if i == f.marked(x) {
			style = f.st.Selected
		}
		if i == f.suggest {
			d.cy, d.cx = len(d.lines), lw+3
		}
		d.lines = append(d.lines, indent+style.Render(Cut(fmt.Sprintf("%d %s", i+1, s), room, f.st.Marks.More)))
	}
}

// body draws an item's own lines, from the field's first cell on.
func (f *Form) body(d *drawn, x *item, focused bool, room, at, left int) []string {
	note := ""
	if x.Note != "" { // half of the line, and what a short value leaves of the other half
		most := max(room/2-2, room-width(x.field.Value())-4, 4)
		if x.Kind != Text {
			most = max(room/2-2, 4)
		}
		note = "  " + f.st.Muted.Render(Cut(x.Note, most, f.st.Marks.More))
	}
	switch {
	case x.Kind == Text:
		w := room - width(note)
		if x.Max > 0 {
			w = min(w, max(x.Max*2, 8)+1)
		}
		line, cx := x.field.Draw(w, focused && !x.ReadOnly, f.st)
		if focused {
			d.cx, d.cy, d.cursor = left+cx, at, true
		}
		return []string{line + note}
	case x.Kind == Notes:
		rows := x.Rows
		if rows <= 0 {
			rows = 3
		}
		lines, cx, cy := x.area.draw(room, rows, focused, f.st)
		if focused {
			d.cx, d.cy, d.cursor = left+cx, at+cy, true
		}
		return lines
	case focused:
		lines, cx, cy := f.optionLines(x, room)
		d.cx, d.cy, d.cursor = left+cx, at+cy, true
		return lines
	}
	return []string{Pad(x.chosen(), max(room-width(note), 0)) + note}
}
