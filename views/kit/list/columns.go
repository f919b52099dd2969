package list

import (
	"strings"

	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
)

// least is how narrow a text's column is made before others give way.
const least = 6

// widths shares the cells out. The columns whose words count (the first, numbers, states, days)
// have what their longest cell takes, texts as much as most of theirs take, up to the width they ask
// for; what is left goes to texts that want more. Where there is not enough a column that can be
// spared is left out (it has no cells then), and after that the texts give way, the widest first.
func (v *View[R]) widths(room int) []int {
	columns := ledger.Select(v.of.Columns, ledger.Screen)
	out := v.wanted(columns)
	rest := room - v.sum(out)
	for i := len(columns) - 1; i > 0 && rest < 0; i-- {
		if columns[i].Spare {
			rest, out[i] = rest+out[i]+v.gap(), 0
		}
	}
	grow := func(upTo func(column) int) {
		for i := range min(len(out), len(v.shown.column)) {
			if want := upTo(v.shown.column[i]); out[i] > 0 && want > out[i] {
				more := max(min(want-out[i], rest), 0)
				out[i], rest = out[i]+more, rest-more
			}
		}
	}
	grow(func(c column) int { return c.usual })
	grow(func(c column) int { return c.natural })
	for ; rest < 0; rest++ {
		i := v.widest(out)
		if out[i] == 0 {
			break
		}
		out[i]--
	}
	return out
}

// wanted is what each column has where nothing need give way.
func (v *View[R]) wanted(columns []ledger.Column[R]) []int {
	out := make([]int, len(columns))
	for i, c := range columns {
		at := column{natural: least, usual: least}
		if i < len(v.shown.column) {
			at = v.shown.column[i]
		}
		switch {
		case !v.cuts(i):
			out[i] = max(at.natural, 1)
		case c.Width > 0:
			out[i] = min(max(at.usual, 1), c.Width)
		default:
			out[i] = min(max(at.usual, 1), least)
		}
	}
	return out
}

// sum is how many cells columns of those widths take, with what stands between them.
func (v *View[R]) sum(widths []int) int {
	n := v.gap() * (len(widths) - 1)
	for _, w := range widths {
		n += w
	}
	return n
}

// gap is how many cells stand between two columns.
func (v *View[R]) gap() int {
	if v.env.Styles.Roomy {
		return 3
	}
	return 2
}

// cuts reports whether a column's words may be shortened.
func (v *View[R]) cuts(i int) bool {
	return i > 0 && i < len(v.shown.column) && v.shown.column[i].cut
}

// widest is the column that gives way: the widest of the texts, then the widest of all.
func (v *View[R]) widest(widths []int) int {
	at, text := 0, -1
	for i, n := range widths {
		if v.cuts(i) && n > least && (text < 0 || n > widths[text]) {
			text = i
		}
		if n > widths[at] {
			at = i
		}
	}
	if text >= 0 {
		return text
	}
	return at
}

func (v *View[R]) line(cells []string, widths []int) string {
	parts := make([]string, 0, len(widths))
	for i, w := range widths {
		if w == 0 {
			continue
		}
		cell := widget.Cut(cells[i], w, v.env.Styles.Marks.More)
		if i < len(v.shown.column) && v.shown.column[i].right {
			cell = widget.PadLeft(cell, w)
		} else {
			cell = widget.Pad(cell, w)
		}
		parts = append(parts, cell)
	}
	return strings.Join(parts, strings.Repeat(" ", v.gap()))
}
