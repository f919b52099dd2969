package widget

import (
	"fmt"
	"strings"

	"sizhen/store/hall"
	"sizhen/views/kit/theme"
)

// drawn is the form laid out in full, before it is scrolled.
type drawn struct {
	lines  []string
	cx, cy int
	cursor bool
	first  int // the first line of the focused item
	last   int
}

// columns are the cells of a form: its labels stand right-aligned before the fields.
type columns struct {
	label, left, room int // of a label, before a field, of a field with what is said beside it
}

const (
	labelGap  = 2  // between a label and its field
	usual     = 36 // cells of a line to type in that holds more than a few characters
	least     = 10
	suggested = 56 // cells of a suggestion at most

	suggestions = 10 // lines of them, with the one that says how many there are more
)

// Draw shows the form in exactly h lines of w cells, scrolled so that the focused item is
// inside; (cx, cy) is where the terminal's cursor belongs, if ok.
func (f *Form) Draw(w, h int) (lines []string, cx, cy int, ok bool) {
	d, rows := f.layout(w), h
	if len(d.lines) > h {
		rows = max(h-1, 1) // the last line says how many there are more
	}
	f.top = max(min(f.top, d.first), d.last-rows+1)
	f.top = max(min(f.top, d.cy), d.cy-rows+1)
	f.top = max(min(f.top, len(d.lines)-rows), 0)
	cy = d.cy - f.top
	out := Fill(Shown(f.st, d.lines, f.top, h, w, f.text.Rest), w, h)
	return out, min(d.cx, w-1), cy, d.cursor && cy >= 0 && cy < h
}

// Height is how many lines the form takes in w cells.
func (f *Form) Height(w int) int { return len(f.layout(w).lines) }

// measure is where labels and fields stand in w cells: labels as wide as the widest one shown,
// within reason.
func (f *Form) measure(w int) columns {
	n := 0
	for i, x := range f.items {
		if f.open(i) || x.ReadOnly && !x.Hidden {
			n = max(n, width(x.Label))
		}
	}
	c := columns{label: min(n, max(w/3-2, 4))}
	c.left = c.label + 2 + labelGap
	c.room = max(w-c.left, 6)
	return c
}

func (f *Form) layout(w int) drawn {
	d, c := drawn{}, f.measure(w)
	for i, x := range f.items {
		if !f.shown(x) {
			continue
		}
		if x.Head && len(d.lines) > 0 {
			d.lines = append(d.lines, "")
		}
		focused := i == f.focus
		if focused {
			d.first = len(d.lines)
		}
		f.layoutItem(&d, x, focused, c)
		if focused {
			d.last = len(d.lines) - 1
		}
		if f.st.Roomy {
			d.lines = append(d.lines, "")
		}
	}
	f.layoutFold(&d, c)
	return d
}

// layoutFold is the line that stands for the items folded away.
func (f *Form) layoutFold(d *drawn, c columns) {
	names := f.folded()
	if len(names) == 0 {
		return
	}
	text := " " + f.laterLine(names, c.room-1)
	if f.focus != len(f.items) {
		d.lines = append(d.lines, "", strings.Repeat(" ", c.left)+f.st.Muted.Render(text))
		return
	}
	d.first = len(d.lines) + 1
	d.cy, d.cx, d.cursor = d.first, c.left+1, true
	d.lines = append(d.lines, "", strings.Repeat(" ", c.left-2)+f.st.Selected.Render(f.st.Marks.Cursor+" "+text))
	d.last = len(d.lines) - 1
}

// laterLine names the items folded away in w cells: whole names, as many as there is room for.
func (f *Form) laterLine(names []string, w int) string {
	said := func(n int) string {
		list := strings.Join(names[:n], f.text.Comma)
		if n < len(names) {
			list += f.text.Comma + f.st.Marks.More
		}
		return strings.ReplaceAll(f.text.Later, "{names}", list)
	}
	n := len(names)
	for n > 1 && width(said(n)) > w {
		n--
	}
	return Cut(said(n), w, f.st.Marks.More)
}

func (f *Form) layoutItem(d *drawn, x *item, focused bool, c columns) {
	label := f.st.Label.Render(PadLeft(Cut(x.Label, c.label, f.st.Marks.More), c.label+2))
	if focused {
		label = f.st.Accent.Render(PadLeft(f.st.Marks.Cursor+" "+Cut(x.Label, c.label, f.st.Marks.More), c.label+2))
	}
	head, indent := label+strings.Repeat(" ", labelGap), strings.Repeat(" ", c.left)
	for i, line := range f.body(d, x, focused, c) {
		if i > 0 {
			head = indent
		}
		d.lines = append(d.lines, head+line)
	}
	say := func(text string, style theme.Style, first, next string) {
		for i, l := range Wrap(text, max(c.room-1-width(first), 4)) {
			if i > 0 {
				first = next
			}
			d.lines = append(d.lines, indent+" "+style.Render(first+l))
		}
	}
	if x.Error != "" {
		say(x.Error, f.st.Danger, "! ", "  ")
	}
	if x.Kind != Choice && f.text.Geta != "" && strings.ContainsRune(x.value(), hall.Geta) {
		say(f.text.Geta, f.st.Danger, "! ", "  ")
	}
	if !focused {
		return
	}
	if x.Kind != Choice && x.clipped() && f.text.Clipped != "" {
		say(f.text.Clipped, f.st.Danger, "! ", "  ")
	}
	if said := f.unsure(x); said != "" {
		say(said, f.st.Accent, "", "")
	} else if x.Help != "" && x.Error == "" {
		say(x.Help, f.st.Muted, "", "")
	}
	f.layoutSuggest(d, x, c)
}

// layoutSuggest hangs what is suggested under a field, on a ground of its own; what tells
// namesakes apart stands at its right edge. The row that Enter would take is lit.
func (f *Form) layoutSuggest(d *drawn, x *item, c columns) {
	w := 0
	for _, s := range x.Suggest {
		w = max(w, width(s)+6)
	}
	w = min(max(w, f.fieldWidth(x, c.room)), c.room, max(suggested, usual))
	first, rows := Window(len(x.Suggest), max(f.suggest, 0), 0, suggestions)
	for i, s := range x.Suggest {
		if i < first || i >= first+rows {
			continue
		}
		on, mark := f.st.On(theme.Dialog), " "
		if i == f.marked(x) {
			on, mark = f.st.On(theme.Sel), f.st.Marks.Cursor
		}
		if i == f.suggest {
			d.cy, d.cx = len(d.lines), c.left
		}
		name, detail, _ := strings.Cut(s, "  ")
		no := " " // a digit is text until somebody goes into the list
		if f.suggest >= 0 && i < 9 {
			no = Digit(i)
		}
		head := fmt.Sprintf("%s%s %s", mark, no, name)
		detail = strings.TrimSpace(Cut(detail, max(w-width(head)-3, 0), f.st.Marks.More))
		head = Pad(Cut(head, w-1, f.st.Marks.More), w-1-width(detail))
		d.lines = append(d.lines, strings.Repeat(" ", c.left)+on.Text.Render(head)+on.Muted.Render(detail+" "))
	}
	rest := ""
	switch {
	case x.others && first+rows == len(x.Suggest):
		rest = f.text.Others
	case rows < len(x.Suggest):
		rest = f.text.Rest(first, len(x.Suggest)-first-rows)
	}
	if rest != "" {
		rest = Pad("   "+Cut(rest, w-4, f.st.Marks.More), w)
		d.lines = append(d.lines, strings.Repeat(" ", c.left)+f.st.On(theme.Dialog).Muted.Render(rest))
	}
}

// fieldWidth is how wide a line to type in is, a cell free before and behind what stands in it.
func (f *Form) fieldWidth(x *item, room int) int {
	w := usual
	if x.Max > 0 {
		w = min(max(x.Max*2+2, least), usual)
	}
	if x.Kind == Text { // a longer value takes what there is, with a cell for the cursor behind it
		w = max(w, width(x.field.Value())+3)
		if x.Placeholder != "" && x.field.Value() == "" {
			w = max(w, width(x.Placeholder)+6) // in brackets without colours
		}
	}
	return min(w, room)
}

// body draws an item's own lines, from the field's first cell on.
func (f *Form) body(d *drawn, x *item, focused bool, c columns) []string {
	at := len(d.lines)
	put := func(cx, cy int) {
		if focused {
			d.cx, d.cy, d.cursor = c.left+cx, at+cy, true
		}
	}
	switch x.Kind {
	case Text:
		w := f.fieldWidth(x, c.room)
		var below []string
		note := ""
		if x.Note != "" { // half of the line, and what a short value leaves of the other half
			short := max(width(x.field.Value())+3, least) // with a cell for the cursor behind it
			w = min(w, max(c.room-2-width(x.Note), short))
			beside := max(c.room-w-2, c.room/2-2, 4)
			if focused && width(x.Note) > beside { // what it has no room for beside the field stands whole below it
				for _, l := range Wrap(x.Note, max(c.room-1, 4)) {
					below = append(below, " "+f.st.Muted.Render(l))
				}
			} else {
				note = "  " + f.st.Muted.Render(Cut(x.Note, beside, f.st.Marks.More))
				w = min(w, c.room-width(note))
			}
		}
		line, cx := f.ground(x, w, focused && !x.ReadOnly)
		put(cx, 0)
		return append([]string{line + note}, below...)
	case Notes:
		rows := x.Rows
		if rows <= 0 {
			rows = 3
		}
		lines, cx, cy := x.area.draw(c.room-2, rows, focused)
		for i, l := range lines {
			switch {
			case x.Placeholder != "" && i == 0 && x.area.empty():
				lines[i] = f.held(x.Placeholder, c.room, focused)
			case x.Error != "" && !focused:
				lines[i] = f.st.Wrong(" " + l + " ")
			default:
				lines[i] = f.st.Field(l, focused)
			}
		}
		put(cx+1, cy)
		if above, below := x.area.beyond(rows); above+below > 0 {
			lines = append(lines, " "+f.st.Muted.Render(Cut(f.text.Rest(above, below), c.room-2, f.st.Marks.More)))
		}
		if x.Note != "" { // what follows from a text stands below it, each thing on a line of its own
			for _, l := range Wrap(x.Note, max(c.room-1, 4)) {
				lines = append(lines, " "+f.st.Muted.Render(l))
			}
		}
		return lines
	}
	lines, cx, cy := f.choiceLines(x, focused, c.room)
	put(cx, cy)
	if x.Note != "" { // below: the choices take the line
		lines = append(lines, " "+f.st.Muted.Render(Cut(x.Note, c.room-1, f.st.Marks.More)))
	}
	return lines
}

// ground draws a line to type in on its ground: what stands in it, a placeholder, an error.
func (f *Form) ground(x *item, w int, focused bool) (string, int) {
	text, cx := x.field.line(w-2, focused, f.st)
	switch {
	case x.Placeholder != "" && x.field.Value() == "":
		return f.held(x.Placeholder, w, focused), 1
	case focused && x.field.all:
		return f.st.Selected.Render(" " + text + " "), cx + 1
	case x.Error != "" && !focused:
		return f.st.Wrong(" " + text + " "), cx + 1
	}
	return f.st.Field(text, focused), cx + 1
}

// held draws what is only proposed, in w cells.
func (f *Form) held(text string, w int, focused bool) string {
	if f.st.Bracketed() {
		text = "（" + Cut(text, w-6, f.st.Marks.More) + "）"
	}
	return f.st.Held(Pad(Cut(text, w-2, f.st.Marks.More), w-2), focused)
}
