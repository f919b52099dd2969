package joint

import (
	"sizhen/views/text"
	"sizhen/views/widget"
)

// lines collects lines under labels, wrapped.
type lines struct {
	widget.Labels
	v *View
}

const label = 12

func (v *View) page(w int) *lines {
	return &lines{widget.Labels{St: v.env.Styles, Width: w, Column: label}, v}
}

func (l *lines) labelled(name text.Message, s string, style interface{ Render(...string) string }) {
	l.Styled(l.v.env.Say(name), s, style)
}

// add is a value under a label; an empty one is left out.
func (l *lines) add(name text.Message, s string) { l.Add(l.v.env.Say(name), s) }

// none says that a value is missing.
func (l *lines) none(name, say text.Message) {
	l.labelled(name, l.v.env.Say(say), l.v.env.Styles.Muted)
}

// each puts several values under one label.
func (l *lines) each(name text.Message, values []string) { l.Each(l.v.env.Say(name), values) }
