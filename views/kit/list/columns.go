package list

import (
	"strings"

	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
)

// least is how narrow a text's column is made before others give way.
const least = 6

// widths shares the cells out. The columns whose words count (the first, numbers, states, days)
// have what their longest cell takes, texts as much as that up to the width they ask for; what is
// left goes to texts that want more. Where there is not enough the texts give way, the widest
// before the others.
func (v *View[R]) widths(room int) []int {
	columns := ledger.Select(v.of.Columns, ledger.Screen)
	out, rest := make([]int, len(columns)), room-v.gap()*(len(columns)-1)
	want := make([]int, len(columns))
	for i, c := range columns {
		want[i] = least
		if i < len(v.shown.column) {
			want[i] = max(v.shown.column[i].natural, 1)
		}
		switch {
		case !v.cuts(i):
			out[i] = want[i]
		case c.Width > 0:
			out[i] = min(want[i], c.Width)
		default:
			out[i] = min(want[i], least)
		}
		rest -= out[i]
	}
	for i := range columns {
		if want[i] > out[i] {
			more := max(min(want[i]-out[i], rest), 0)
			out[i], rest = out[i]+more, rest-more
		}
	}
	for ; rest < 0; rest++ {
		i := v.widest(out)
		if out[i] == 0 {
			break
		}
		out[i]--
	}
	return out
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
	parts := make([]string, len(widths))
	for i, w := range widths {
		cell := widget.Cut(cells[i], w, v.env.Styles.Marks.More)
		if i < len(v.shown.column) && v.shown.column[i].right {
			parts[i] = widget.PadLeft(cell, w)
		} else {
			parts[i] = widget.Pad(cell, w)
		}
	}
	return strings.Join(parts, strings.Repeat(" ", v.gap()))
}
