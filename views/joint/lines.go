package joint

import (
	"strings"

	"sizhen/views/text"
	"sizhen/views/widget"
)

// lines collects lines under labels, wrapped.
type lines struct {
	v   *View
	w   int
	out []string
}

const label = 12

func (l *lines) labelled(name text.Message, s string, style interface{ Render(...string) string }) {
	l.out = append(l.out, widget.Labelled(l.v.env.Say(name), s, label, l.w, l.v.env.Styles, style)...)
}

// add is a value under a label; an empty one is left out.
func (l *lines) add(name text.Message, s string) {
	if strings.TrimSpace(s) != "" {
		l.labelled(name, s, l.v.env.Styles.Text)
	}
}

// none says that a value is missing.
func (l *lines) none(name, say text.Message) {
	l.labelled(name, l.v.env.Say(say), l.v.env.Styles.Muted)
}

// each puts several values under one label.
func (l *lines) each(name text.Message, values []string) {
	for i, s := range values {
		if i > 0 {
			name = text.Message{}
		}
		l.add(name, s)
	}
}

func (l *lines) text(s string) {
	if s != "" {
		l.out = append(l.out, widget.Wrap(s, l.w)...)
	}
}

func (l *lines) head(s string) {
	st := l.v.env.Styles
	l.out = append(l.out, st.Title.Render(widget.Cut(s, l.w, st.Marks.More)))
}

func (l *lines) blank() {
	if n := len(l.out); n > 0 && l.out[n-1] != "" {
		l.out = append(l.out, "")
	}
}
