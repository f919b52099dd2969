package app

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sizhen/views"
	"sizhen/views/kit/theme"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// The least window the screens are made for.
const (
	leastW = 80
	leastH = 24
)

// frameLines are the lines around a screen's body: the band above it, the next step and the keys
// below.
const frameLines = 3

func (m *Model) small() bool { return m.w < leastW || m.h < leastH }

// View implements tea.Model.
func (m *Model) View() tea.View {
	if m.asked { // nothing is shown before it is known whether dark or light
		return tea.View{AltScreen: true}
	}
	f := m.Frame()
	v := tea.NewView(f.String())
	v.AltScreen = true
	v.BackgroundColor = m.env.Styles.Background()
	v.WindowTitle = widget.Clean(m.env.Settings.Name, false)
	if v.WindowTitle == "" {
		v.WindowTitle = m.env.Say(text.Root.Program)
	}
	if f.Cursor != nil {
		v.Cursor = tea.NewCursor(f.Cursor.X, f.Cursor.Y)
	}
	return v
}

// Frame is the whole screen, exactly as large as the window.
func (m *Model) Frame() views.Frame {
	if m.small() {
		return m.tooSmall()
	}
	p := m.cover
	var boxes []*page
	if n := m.bare(); p == nil && len(m.pages) > 0 {
		p, boxes = m.pages[n], m.pages[n+1:]
	}
	if p == nil {
		return views.NewFrame(m.w, m.h, nil)
	}
	st, bodyH := m.env.Styles, m.h-frameLines
	body := p.view.Draw(m.w, bodyH)
	if len(body.Lines) != bodyH { // the lines below keep their place whatever a screen draws
		body.Lines = views.NewFrame(m.w, bodyH, body.Lines).Lines
	}
	if len(boxes) > 0 {
		body = m.dim(body)
	}
	for _, b := range boxes {
		body = m.over(body, b.view.Draw(m.w-4, bodyH-2))
	}
	lines := append([]string{m.head(p)}, body.Lines...)
	lines = append(lines, "", m.footer(p))
	said := m.status(p, m.h-frameLines+1-cursorRow(body))
	copy(lines[m.h-1-len(said):], said)
	for i, l := range lines {
		lines[i] = st.Text.Render(views.Fit(l, m.w)) // the ground is painted on every cell
	}
	f := views.NewFrame(m.w, m.h, lines)
	if body.Cursor != nil {
		f.Cursor = &views.Point{X: min(body.Cursor.X, m.w-1), Y: min(body.Cursor.Y+1, m.h-1)}
	}
	m.typing = f.Cursor != nil
	return f
}

// dim draws the body that a box covers anew in one dim ink: it can be read, and asks for nothing.
func (m *Model) dim(body views.Frame) views.Frame {
	out := views.Frame{Lines: make([]string, len(body.Lines))}
	for i, l := range body.Lines {
		out.Lines[i] = m.env.Styles.Dimmed.Render(ansi.Strip(l))
	}
	return out
}

// over lays a box over the body; its shadow stands a cell to the right and below.
func (m *Model) over(body, box views.Frame) views.Frame {
	st, bw, bh := m.env.Styles, 0, len(box.Lines)
	for _, line := range box.Lines {
		bw = max(bw, widget.Width(line))
	}
	x, y := (m.w-bw)/2, max((len(body.Lines)-bh)/2, 0)
	if st.Background() != nil {
		shade := views.Frame{Lines: make([]string, bh)}
		for i := range shade.Lines {
			shade.Lines[i] = st.Shadow.Render(strings.Repeat(" ", min(bw, m.w-x-1)))
		}
		body = body.Over(shade, x+1, y+1)
	}
	return body.Over(box, x, y)
}

func (m *Model) tooSmall() views.Frame {
	say := m.env.Say(text.Root.TooSmall.With("w", leastW).With("h", leastH).With("nw", m.w).With("nh", m.h))
	lines := make([]string, max((m.h-1)/2-1, 0))
	if m.toast.level != views.Done && !m.toast.text.IsZero() { // that Ctrl-C asks, and that a key was not taken
		say += "\n" + text.Sentence(m.env.Say(m.toast.text))
	}
	for _, l := range widget.Wrap(say, max(m.w-2, 2)) {
		lines = append(lines, " "+l)
	}
	f := views.NewFrame(max(m.w, 0), max(m.h, 0), lines)
	for i, l := range f.Lines {
		f.Lines[i] = m.env.Styles.Text.Render(l)
	}
	return f
}

// leastName is what stays of the hall's name before the roles of who is signed in give way.
const leastName = 10

// head is the band on top: hall and screen on the left, date and person on the right. Where there
// is not room for all, the hall's name is cut first, then the roles go; that it is a sample and where
// one is are said always.
func (m *Model) head(p *page) string {
	st := m.env.Styles.On(theme.Band)
	more, dot := st.Marks.More, " "+st.Marks.Dot+" "
	hall := m.env.Settings.Name
	if hall == "" {
		hall = m.env.Say(text.Root.Program)
	}
	screen, step, _ := strings.Cut(m.env.Say(views.TitleOf(p.view)), "  ")
	if step = strings.TrimSpace(step); step != "" {
		step = "  " + step
	}
	before := "" // between the hall's name and the screen's
	if m.o.Sample || m.env.Settings.Demo {
		before = dot + m.env.Say(text.Root.Demo)
	}
	if screen != "" {
		before += dot
	}
	need := widget.Width(before + screen + step)
	right := m.env.Say(text.ShortDay(m.env.Today()))
	if who := m.env.Actor.Name; m.cover == nil && who != "" {
		day := right
		right = day + "  " + m.env.Say(text.Actor(m.env.Actor))
		if min(widget.Width(hall), leastName)+widget.Width(right)+need+4 > m.w {
			right = day + "  " + who // where somebody is matters more than the roles
		}
	}
	right = widget.Cut(right, max(m.w/2-4, m.w-need-4), more)
	room := m.w - widget.Width(right) - 4 // a blank at both edges, two before the date
	hall = widget.Cut(hall, room-need, more)
	if hall == "" {
		before = strings.TrimPrefix(before, dot)
	}
	screen = widget.Cut(screen, room-widget.Width(hall+before), more)
	step = widget.Cut(step, room-widget.Width(hall+before+screen), more)
	gap := max(room+2-widget.Width(hall+before+screen+step), 2)
	return st.Text.Render(" " + hall + before + st.Title.Render(screen) + step + strings.Repeat(" ", gap) + right + " ")
}

// cursorRow is the screen's line with the cursor; the first one of the body when there is none.
func cursorRow(body views.Frame) int {
	if body.Cursor == nil {
		return 1
	}
	return min(body.Cursor.Y+1, len(body.Lines))
}

// most is how many lines a toast takes: what went wrong and what to do is seldom said in one.
const most = 3

// status is the strip above the keys: what just happened, or what comes next. A long toast
// takes lines of the body above, but never the one being typed in: room are all it may have.
func (m *Model) status(p *page, room int) []string {
	said, level := text.Sentence(m.env.Say(m.toast.text)), m.toast.level
	if said == "" && m.lost { // nothing that is pressed comes about until the file is back: that is said all along
		said, level = text.Sentence(m.env.Say(moved)), views.Fault
	}
	if said == "" {
		hint := views.HintOf(p.view)
		if f := m.front(); m.cover == nil && f.offer != nil {
			hint = offered(f.offer)
		}
		damage := m.damage(room - 1)
		return append(damage, m.next(m.env.Say(hint), room-len(damage))...)
	}
	if m.ending.unkept {
		said += "\n" + m.env.Say(m.wayOut())
	}
	return m.told(said, level, room)
}

// damage says what is wrong in the store, where everybody comes by: at sign-in and on the board.
func (m *Model) damage(room int) []string {
	if m.o.Damage.IsZero() || room < 1 || m.cover == nil && m.pages[m.base()].route.Screen != views.Board {
		return nil
	}
	return m.told(text.Sentence(m.env.Say(m.o.Damage)), views.Fault, room)
}

// told is what is said in the strip: what went well, or in red what did not.
func (m *Model) told(said string, level views.Level, room int) []string {
	st := m.env.Styles
	style, mark := st.Told, st.Marks.Done+" "
	if level != views.Done {
		style, mark = st.Failed, "! "
	}
	lines := widget.Wrap(said, m.w-4)
	if room = max(min(room, most), 1); len(lines) > room {
		rest := strings.Join(lines[room-1:], " ")
		if m.ending.unkept { // the way out stays in sight, however long the reason
			rest = lines[len(lines)-1]
		}
		lines = append(lines[:room-1:room-1], widget.Cut(rest, m.w-4, st.Marks.More))
	}
	for i, l := range lines {
		lines[i] = style.Render(widget.Pad(" "+mark+l, m.w))
		mark = "  "
	}
	return lines
}

// offered says that there is something to be seen, and the key that shows it.
func offered(v views.View) text.Message {
	if t := views.TitleOf(v); !t.IsZero() {
		return text.Root.Offer.With("what", t)
	}
	return text.Root.OfferAny
}

// next is the one strip of a screen that draws the eye: what comes next. What one line does not hold
// takes another of the body above, as a toast does.
func (m *Model) next(hint string, room int) []string {
	st := m.env.Styles.On(theme.Soft)
	mark, head := " "+st.Mark.Render(st.Marks.Cursor)+" ", text.Sentence
	if hint == "" {
		mark = ""
	}
	if rest, ok := strings.CutPrefix(hint, m.env.Say(text.Root.Next)); ok {
		mark += st.Accent.Render(m.env.Say(text.Root.NextHead)) + "  "
		hint, head = strings.TrimSpace(rest), strings.TrimSpace
	}
	n := widget.Width(mark)
	lines := widget.Wrap(head(hint), max(m.w-1-n, 1))
	if len(lines) > min(room, 2) {
		lines = []string{widget.Cut(head(hint), m.w-1-n, st.Marks.More)}
	}
	for i, l := range lines {
		lines[i] = st.Text.Render(widget.Pad(mark+l, m.w))
		mark = strings.Repeat(" ", n)
	}
	return lines
}

// footer names the keys: this screen's first, then the places as far as they fit, and at the
// end, always, the one key that leads to everything.
func (m *Model) footer(p *page) string {
	var parts []footKey
	covered := m.cover != nil
	actions, ours := p.view.Actions(), false
	if f := m.front(); m.cover == nil && f.box {
		actions, covered, ours = f.view.Actions(), true, f.ours
	}
	if m.cover == nil && !ours {
		parts = append(parts, footKey{key: "F1", name: m.env.Say(text.Root.Help)})
	}
	var discards []footKey // the way back comes first
	for _, a := range actions {
		k := footKey{key: a.Key.Help().Key, name: m.env.Say(a.Name)}
		switch {
		case a.Hidden:
		case slices.Contains(a.Key.Keys(), discardKey.Keystroke()) && !covered && m.o.Only == nil:
			discards = append(discards, k)
		default:
			parts = append(parts, k)
		}
	}
	if covered || m.o.Only != nil {
		return m.keyLine(parts, footKey{})
	}
	if len(m.pages) > 1 {
		parts = append(parts, footKey{key: "Esc", name: m.env.Say(text.Root.Back)})
	}
	parts = append(parts, discards...)
	for _, pl := range m.places() {
		if pl.screen != m.pages[m.base()].route.Screen && m.barred(pl.screen).IsZero() {
			parts = append(parts, footKey{key: pl.shown, name: m.env.Say(pl.short)})
		}
	}
	return m.keyLine(parts, footKey{key: "Ctrl-P", name: m.env.Say(text.Root.All)})
}

// footKey is a key and what it does.
type footKey struct{ key, name string }

func (k footKey) width() int { return widget.Width(k.key) + 1 + widget.Width(k.name) }

// keyLine sets keys side by side as far as they fit before the last one, which stands at the
// right edge.
func (m *Model) keyLine(parts []footKey, last footKey) string {
	st := m.env.Styles.On(theme.Raised)
	show := func(k footKey) string { return st.Key.Render(k.key) + " " + k.name }
	room := m.w - 1
	if last.key != "" {
		room -= last.width() + 1
	}
	line, cells := "", 0
	for _, k := range parts {
		if cells+1+k.width() > room {
			break
		}
		cells += 1 + k.width()
		line += " " + show(k)
	}
	if last.key != "" {
		line += strings.Repeat(" ", m.w-1-last.width()-cells) + show(last)
	}
	return st.Text.Render(widget.Pad(line, m.w))
}
