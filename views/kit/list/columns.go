package list

import (
	"slices"
	"strings"

	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
)

// least is how narrow a text's column is made before others give way.
const least = 8

// widths shares the cells out. The columns whose words count (the first, numbers, states, days)
// have what their longest cell takes, texts their title and a word; what is left goes where it makes
// the most cells whole. Where most of the texts would be cut a column that can be spared is left out
// (it has no cells then), and where there is not enough for that the texts give way, the widest first.
func (v *View[R]) widths(room int) []int {
	columns := ledger.Select(v.of.Columns, ledger.Screen)
	out := v.wanted(columns)
	rest := room - v.sum(out)
	for i := len(columns) - 1; i > 0 && rest < 0; i-- {
		if columns[i].Spare {
			rest, out[i] = rest+out[i]+v.gap(), 0
		}
	}
	for i := range out {
		if v.cuts(i) && out[i] > 0 {
			first := max(v.shown.column[i].title, min(v.shown.column[i].usual(), least), 1)
			rest, out[i] = rest+out[i]-first, first
		}
	}
	for rest > 0 {
		i, more := v.worth(columns, out, rest)
		if more == 0 {
			break
		}
		out[i], rest = out[i]+more, rest-more
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

// people is how many cells of other texts one that names people counts for.
const people = 4

// worth is the text to which more cells are given next, of the rest that is left, and how many: those
// that make the most of its words whole for each of them. Where no word becomes whole it is the first
// that lacks any, one that names people before others.
func (v *View[R]) worth(columns []ledger.Column[R], widths []int, rest int) (at, more int) {
	best, weight := 0.0, 0
	for i, w := range widths {
		if w == 0 || !v.cuts(i) {
			continue
		}
		counts := 1
		if columns[i].Who {
			counts = people
		}
		cells := v.shown.column[i].cells
		from, _ := slices.BinarySearch(cells, w+1)
		for n := from; n < len(cells) && cells[n] <= w+rest; n++ {
			if gain := float64(counts*(n+1-from)) / float64(cells[n]-w); gain > best {
				best, at, more = gain, i, cells[n]-w
			}
		}
		if best == 0 && from < len(cells) && counts > weight {
			weight, at, more = counts, i, min(rest, cells[len(cells)-1]-w)
		}
	}
	return at, more
}

// wanted is what each column has where nothing need give way.
func (v *View[R]) wanted(columns []ledger.Column[R]) []int {
	out := make([]int, len(columns))
	for i, c := range columns {
		at := column{title: least}
		if i < len(v.shown.column) {
			at = v.shown.column[i]
		}
		switch {
		case !v.cuts(i):
			out[i] = max(at.natural(), 1)
		case c.Width > 0:
			out[i] = max(min(at.usual(), c.Width), at.title, 1)
		default:
			out[i] = max(min(at.usual(), least), at.title, 1)
		}
	}
	return out
}

// whole is what each column has where no word of it is cut, up to the width it asks for.
func (v *View[R]) whole(columns []ledger.Column[R]) []int {
	out := v.wanted(columns)
	for i, c := range columns {
		if v.cuts(i) {
			out[i] = max(out[i], min(v.shown.column[i].natural(), c.Width))
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
