package app

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// The least window the screens are made for.
const (
	leastW = 80
	leastH = 24
)

// frameLines is how many lines stand around a screen's body: two above it, two below.
const frameLines = 4

func (m *Model) small() bool { return m.w < leastW || m.h < leastH }

// View implements tea.Model.
func (m *Model) View() tea.View {
	f := m.Frame()
	v := tea.NewView(f.String())
	v.AltScreen = true
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
	bodyH := m.h - frameLines
	body := p.view.Draw(m.w, bodyH)
	if len(body.Lines) != bodyH { // the lines below keep their place whatever a screen draws
		body.Lines = views.NewFrame(m.w, bodyH, body.Lines).Lines
	}
	for _, b := range boxes {
		box := b.view.Draw(m.w-4, bodyH-2)
		bw := 0
		for _, line := range box.Lines {
			bw = max(bw, widget.Width(line))
		}
		body = body.Over(box, (m.w-bw)/2, max((bodyH-len(box.Lines))/2, 0))
	}
	lines := append([]string{m.head(p), m.env.Styles.Muted.Render(strings.Repeat(m.env.Styles.Marks.Rule, m.w))}, body.Lines...)
	lines = append(lines, "", m.footer(p))
	said := m.status(p, m.h-3-cursorRow(body))
	copy(lines[m.h-1-len(said):], said)
	f := views.NewFrame(m.w, m.h, lines)
	if body.Cursor != nil {
		f.Cursor = &views.Point{X: min(body.Cursor.X, m.w-1), Y: min(body.Cursor.Y+2, m.h-1)}
	}
	m.typing = f.Cursor != nil
	return f
}

func (m *Model) tooSmall() views.Frame {
	say := m.env.Say(text.Root.TooSmall.With("w", leastW).With("h", leastH).With("nw", m.w).With("nh", m.h))
	lines := make([]string, max((m.h-1)/2-1, 0))
	for _, l := range widget.Wrap(say, max(m.w-2, 2)) {
		lines = append(lines, " "+l)
	}
	return views.NewFrame(max(m.w, 0), max(m.h, 0), lines)
}

// head is the top line: hall and screen on the left, date and person on the right.
func (m *Model) head(p *page) string {
	st, dot := m.env.Styles, " "+m.env.Styles.Marks.Dot+" "
	left := " " + m.env.Settings.Name
	if m.env.Settings.Name == "" {
		left = " " + m.env.Say(text.Root.Program)
	}
	if m.env.Settings.Demo {
		left += dot + m.env.Say(text.Root.Demo)
	}
	if t := m.env.Say(views.TitleOf(p.view)); t != "" {
		left += dot + t
	}
	day := m.env.Say(text.ShortDay(m.env.Today()))
	right := day
	if m.cover == nil && m.env.Actor.Name != "" {
		if right = day + "  " + m.env.Say(text.Actor(m.env.Actor)); widget.Width(left+right)+2 > m.w {
			right = day + "  " + m.env.Actor.Name // where somebody is matters more than his roles
		}
	}
	right = widget.Cut(right, max(m.w/2-4, m.w-widget.Width(left)-2), st.Marks.More) + " "
	room := m.w - widget.Width(right) - 1
	return st.Title.Render(widget.Pad(widget.Cut(left, room, st.Marks.More), room)) + " " + st.Muted.Render(right)
}

// cursorRow is the screen's line with the cursor; the first one of the body when there is none.
func cursorRow(body views.Frame) int {
	if body.Cursor == nil {
		return 2
	}
	return min(body.Cursor.Y+2, 2+len(body.Lines)-1)
}

// most is how many lines a toast takes: what went wrong and what to do is seldom said in one.
const most = 3

// status is the line above the keys: what just happened, or what comes next. A long toast
// takes lines of the body above, but never the one being typed in: room are all it may have.
func (m *Model) status(p *page, room int) []string {
	st := m.env.Styles
	said := m.env.Say(m.toast.text)
	if said == "" {
		if f := m.front(); m.cover == nil && f.offer != nil {
			return []string{st.Accent.Render(" " + widget.Cut(m.env.Say(offered(f.offer)), m.w-2, st.Marks.More))}
		}
		return []string{" " + widget.Cut(m.env.Say(views.HintOf(p.view)), m.w-2, st.Marks.More)}
	}
	style, mark := st.Accent, st.Marks.Done+" "
	if m.toast.level != views.Done {
		style, mark = st.Danger, "! "
	}
	if m.ending.unkept {
		said += "\n" + m.env.Say(text.Root.QuitAnyway)
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
		lines[i] = style.Render(" " + mark + l)
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

// footer names the keys: this screen's first, then the places as far as they fit, and at the
// end, always, the one key that leads to everything.
func (m *Model) footer(p *page) string {
	var parts []footKey
	covered := m.cover != nil || m.o.Only != nil
	actions := p.view.Actions()
	if f := m.front(); m.cover == nil && f.box {
		actions, covered = f.view.Actions(), true
	} else if !covered {
		parts = append(parts, footKey{key: "F1", name: m.env.Say(text.Root.Help)})
	}
	for _, a := range actions {
		if !a.Hidden {
			parts = append(parts, footKey{key: a.Key.Help().Key, name: m.env.Say(a.Name)})
		}
	}
	if covered {
		return m.keyLine(parts, footKey{})
	}
	if len(m.pages) > 1 {
		parts = append(parts, footKey{key: "Esc", name: m.env.Say(text.Root.Back)})
	}
	for _, pl := range m.places() {
		if pl.screen != m.pages[m.base()].route.Screen {
			parts = append(parts, footKey{key: pl.shown, name: m.env.Say(text.Place(string(pl.screen))), close: true})
		}
	}
	return m.keyLine(parts, footKey{key: "Ctrl-P", name: m.env.Say(text.Root.All)})
}

// footKey is a key and what it does; close ones stand one blank apart, not two.
type footKey struct {
	key, name string
	close     bool
}

// text is the key as it stands in the footer: an English name is set off from its key.
func (k footKey) text(key string) string {
	if len(k.key) > 0 && len(k.name) > 0 && k.name[0] < 0x80 {
		return key + " " + k.name
	}
	return key + k.name
}

// keyLine sets keys side by side as far as they fit before the last one.
func (m *Model) keyLine(parts []footKey, last footKey) string {
	show := func(k footKey) string { return k.text(m.env.Styles.Key.Render(k.key)) }
	room := m.w - 1
	if last.key != "" {
		room -= widget.Width("  " + last.text(last.key))
	}
	line, cells, near := " ", 1, false
	for i, k := range parts {
		gap := "  "
		switch {
		case i == 0:
			gap = ""
		case k.close && near:
			gap = " "
		}
		n := widget.Width(gap + k.text(k.key))
		if cells+n > room {
			break
		}
		line, cells, near = line+gap+show(k), cells+n, k.close
	}
	if last.key != "" {
		line += "  " + show(last)
	}
	return line
}
