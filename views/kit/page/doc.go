package page

import (
	"slices"
	"strings"

	"sizhen/views"
	"sizhen/views/kit/theme"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// Doc is something to read: a heading, and sections of labelled values and lines. It holds words
// as they were said when it was read; a page is read anew when its language changes.
type Doc struct {
	s     views.Session
	parts []section
	laid  []string // as it was laid out last, at cells wide: a key asks for its lines more than once
	at    int
}

type section struct {
	head  string
	facts string
	lines []line
	under string // the label that the latest line stands under
}

type line struct {
	label, text string
	tone        widget.Tone
	mark        string // in front of the first line of a text without a label
	title       bool
	row         bool   // cut at the end, not wrapped
	steps       []line // of a course, one after the other
	laid        func(w int) []string
}

// New begins a doc in a session's language.
func New(s views.Session) *Doc { return &Doc{s: s, parts: []section{{}}} }

func (d *Doc) last() *section {
	d.laid = nil
	return &d.parts[len(d.parts)-1]
}

func (d *Doc) put(l line) {
	if strings.TrimSpace(l.text) != "" {
		s := d.last()
		s.lines, s.under = append(s.lines, l), l.label
	}
}

// Under is Toned of one of several values, one below the other: their label is said of the first.
func (d *Doc) Under(label text.Message, value string, tone widget.Tone) {
	l := line{label: d.s.Say(label.Upfront()), text: value, tone: tone}
	said := l.label
	if d.last().under == said {
		l.label = " "
	}
	d.put(l)
	d.last().under = said
}

// Title is the name of what is read, on as many lines as it takes.
func (d *Doc) Title(name string) { d.put(line{text: name, title: true}) }

// Warn is a line about what is not as it should be.
func (d *Doc) Warn(m text.Message) { d.put(line{text: d.s.Say(m), tone: widget.Danger, mark: "! "}) }

// Section begins another part under a heading; facts stand behind it, muted.
func (d *Doc) Section(head, facts text.Message) {
	d.laid = nil
	d.parts = append(d.parts, section{head: d.s.Say(head.Upfront()), facts: d.s.Say(facts)})
}

// Add is a value under a label; an empty one is left out.
func (d *Doc) Add(label text.Message, value string) {
	d.put(line{label: d.s.Say(label.Upfront()), text: value})
}

// Say is Add of a message.
func (d *Doc) Say(label, value text.Message) { d.Add(label, d.s.Say(value)) }

// Toned is Add in a tone.
func (d *Doc) Toned(label text.Message, value string, tone widget.Tone) {
	d.put(line{label: d.s.Say(label.Upfront()), text: value, tone: tone})
}

// Else is Add of a value that is missed where it is empty: what is said then is muted.
func (d *Doc) Else(label text.Message, value string, none text.Message) {
	if value == "" {
		d.Toned(label, d.s.Say(none), widget.Muted)
		return
	}
	d.Add(label, value)
}

// Each puts several values under one label, one below the other.
func (d *Doc) Each(label text.Message, values []string) {
	for _, v := range values {
		d.Under(label, v, widget.Normal)
	}
}

// widestFirst is how wide the first parts of lines are at most that stand below each other.
const widestFirst = 20

// Lined puts lines of several parts under one label: what follows the first parts, as names, begins
// at one place. Empty parts are left out.
func (d *Doc) Lined(label text.Message, lines [][]string) {
	first := 0
	for _, parts := range lines {
		first = min(max(first, widget.Width(parts[0])), widestFirst)
	}
	for _, parts := range lines {
		parts = slices.Clone(parts)
		parts[0] = widget.Pad(widget.Cut(parts[0], first, d.s.Styles.Marks.More), first)
		d.Under(label, strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), "  "), widget.Normal)
	}
}

// Text is a text without a label, wrapped.
func (d *Doc) Text(s string) { d.put(line{text: s}) }

// Muted is what can be overlooked, as that there is nothing.
func (d *Doc) Muted(m text.Message) { d.put(line{text: d.s.Say(m), tone: widget.Muted}) }

// Row is one of several lines of a list: cut at its end, not wrapped.
func (d *Doc) Row(s string, tone widget.Tone) { d.put(line{text: s, tone: tone, row: true}) }

// Laid is what lays itself out in lines of w cells, as a sheet that is printed too.
func (d *Doc) Laid(lines func(w int) []string) { d.put(line{text: "-", laid: lines}) }

// Step is one step of a course: what it is, what is known of it, and whether it is done.
type Step struct {
	Name, Note text.Message
	At         Progress
}

// Progress is where a step stands.
type Progress uint8

// A step is done, the one to be done now, or to come.
const (
	Done Progress = iota
	Now
	ToCome
)

// Course is how far something has come: what is done, what is to be done now, what is to come.
func (d *Doc) Course(steps []Step) {
	marks := d.s.Styles.Marks
	mark := map[Progress]string{Done: marks.Done, Now: marks.Cursor, ToCome: marks.Open}
	tone := map[Progress]widget.Tone{Now: widget.Accent, ToCome: widget.Muted}
	l := line{}
	for _, s := range steps {
		said := strings.TrimSpace(mark[s.At] + " " + d.s.Say(s.Name) + "  " + d.s.Say(s.Note))
		l.text += said
		l.steps = append(l.steps, line{text: said, tone: tone[s.At]})
	}
	d.put(l)
}

// Blank reports whether nothing stands in it.
func (d *Doc) Blank() bool {
	for _, s := range d.parts {
		if len(s.lines) > 0 || s.head != "" {
			return false
		}
	}
	return true
}

// labels is how many cells the labels take with the gap behind them.
func (d *Doc) labels(w int) int {
	longest := 0
	for _, s := range d.parts {
		for _, l := range s.lines {
			longest = max(longest, widget.Width(l.label))
		}
	}
	return min(longest+2, max(w*2/5, 10))
}

// twoColumns is from which width on sections stand in two columns.
const twoColumns = 108

// Lines draws the doc w cells wide.
func (d *Doc) Lines(w int) []string {
	if d == nil {
		return nil
	}
	if d.laid == nil || d.at != w {
		d.laid, d.at = d.lay(w), w
	}
	return slices.Clone(d.laid)
}

func (d *Doc) lay(w int) []string {
	st, columns := d.s.Styles, 1
	if w >= twoColumns && len(d.parts) > 2 {
		columns = 2
	}
	cw := (w - 4*(columns-1)) / columns
	label := d.labels(cw)
	var blocks [][]string
	for _, s := range d.parts {
		if b := s.draw(cw, label, st); len(b) > 0 {
			blocks = append(blocks, b)
		}
	}
	if columns == 1 {
		return stacked(blocks)
	}
	left := half(blocks)
	return widget.Beside(stacked(blocks[:left]), cw, stacked(blocks[left:]), cw, 4)
}

// half is how many of the blocks stand in the first column, so that both are about as long.
func half(blocks [][]string) int {
	all := len(stacked(blocks))
	for i := range blocks {
		if n := len(stacked(blocks[:i+1])); 2*n >= all {
			return i + 1
		}
	}
	return len(blocks)
}

// stacked sets blocks one below the other, a blank line between.
func stacked(blocks [][]string) []string {
	var out []string
	for i, b := range blocks {
		if i > 0 {
			out = append(out, "")
		}
		out = append(out, b...)
	}
	return out
}

func (s section) draw(w, label int, st theme.Styles) []string {
	var out []string
	if s.head != "" {
		out = append(out, widget.Heading(s.head, s.facts, w, st))
	}
	for i, l := range s.lines {
		out = append(out, l.draw(w, label, st)...)
		if l.title && i+1 < len(s.lines) && !s.lines[i+1].title && s.lines[i+1].mark == "" {
			out = append(out, "")
		}
	}
	return out
}

func (l line) draw(w, label int, st theme.Styles) []string {
	style := widget.Toned(st, l.tone)
	switch {
	case l.laid != nil:
		return l.laid(w)
	case len(l.steps) > 0:
		return flow(l.steps, w, st)
	case l.title:
		return each(widget.Wrap(l.text, w), st.Title.Render)
	case l.label != "":
		return widget.Labelled(l.label, l.text, label, w, st, style)
	case l.row:
		return []string{style.Render(widget.Cut(l.text, w, st.Marks.More))}
	}
	n := widget.Width(l.mark)
	out := each(widget.Wrap(l.text, max(w-n, 4)), style.Render)
	for i := range out {
		head := strings.Repeat(" ", n)
		if i == 0 {
			head = style.Render(l.mark)
		}
		out[i] = head + out[i]
	}
	return out
}

// flow sets steps one after the other, on as many lines as they take.
func flow(steps []line, w int, st theme.Styles) []string {
	out, n := []string{""}, 0
	for _, s := range steps {
		said := widget.Cut(s.text, w, st.Marks.More)
		if n > 0 && n+3+widget.Width(said) > w {
			out, n = append(out, ""), 0
		}
		if n > 0 {
			out[len(out)-1] += "   "
			n += 3
		}
		out[len(out)-1] += widget.Toned(st, s.tone).Render(said)
		n += widget.Width(said)
	}
	return out
}

func each(lines []string, style func(...string) string) []string {
	for i, l := range lines {
		lines[i] = style(l)
	}
	return lines
}

// Brief is Lines without blank lines: for a few lines' room.
func (d *Doc) Brief(w int) []string {
	out := d.Lines(w)
	n := 0
	for _, l := range out {
		if strings.TrimSpace(l) != "" {
			out[n] = l
			n++
		}
	}
	return out[:n]
}
