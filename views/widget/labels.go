package widget

import (
	"strings"

	"sizhen/views/theme"
)

// Labels collects lines of text under labels, wrapped: what a page of details is made of.
type Labels struct {
	St     theme.Styles
	Width  int // cells of a line
	Column int // cells of the labels
	Lines  []string
}

// Styled is a value under a label, in a style. An empty label goes on under the one before.
func (l *Labels) Styled(label, value string, style interface{ Render(...string) string }) {
	l.Lines = append(l.Lines, Labelled(label, value, l.Column, l.Width, l.St, style)...)
}

// Add is a value under a label; an empty one is left out.
func (l *Labels) Add(label, value string) {
	if strings.TrimSpace(value) != "" {
		l.Styled(label, value, l.St.Text)
	}
}

// Each puts several values under one label.
func (l *Labels) Each(label string, values []string) {
	for _, s := range values {
		l.Add(label, s)
		label = ""
	}
}

// Text is a text without a label.
func (l *Labels) Text(s string) {
	if s != "" {
		l.Lines = append(l.Lines, Wrap(s, l.Width)...)
	}
}

// Head is a heading, on one line.
func (l *Labels) Head(s string) {
	l.Lines = append(l.Lines, l.St.Title.Render(Cut(s, l.Width, l.St.Marks.More)))
}

// Blank sets what follows off from what stands there.
func (l *Labels) Blank() {
	if n := len(l.Lines); n > 0 && l.Lines[n-1] != "" {
		l.Lines = append(l.Lines, "")
	}
}
