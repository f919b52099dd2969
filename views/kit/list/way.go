package list

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/views/text"
)

// Way is a line among the rows that leads on and is no record: to invite one more, to set a time
// by hand. Enter goes it; no column and no sheet says anything of it.
type Way struct {
	Key  string // never that of a row
	Name text.Message
	Go   func() tea.Cmd
}

// Lead puts a way behind the rows that the page has by now, in its last group where it has groups.
func (p *Page[R]) Lead(w Way) {
	if p.ways == nil {
		p.ways = map[int]Way{}
	}
	p.ways[len(p.Rows)] = w
	if p.Rows = append(p.Rows, *new(R)); len(p.Groups) > 0 {
		p.Groups[len(p.Groups)-1].Rows++
	}
}

// way is the way under the cursor; ok is false on a row.
func (v *View[R]) way() (w Way, ok bool) {
	w, ok = v.shown.ways[v.at]
	return w, ok
}
