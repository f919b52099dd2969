package board

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// placed is a row on the screen that the cursor can stand on.
type placed struct {
	key string
	to  views.Route
	do  func() tea.Cmd
	y   int
}

// wide is the window from which three columns fit.
const wide = 120

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	v.shown = nil
	if !v.read {
		return views.NewFrame(w, h, nil)
	}
	warn := v.warning(w)
	cols := v.columns(w)
	gap, h := 2, h-len(warn)
	cw := (w - 2 - gap*(len(cols)-1)) / len(cols)
	rows := make([][]string, len(cols))
	v.shown = make([][]placed, len(cols))
	for i, blocks := range cols { // first where everything stands, so that the cursor is known
		v.layout(i, blocks, cw, h-1, false)
	}
	v.settle()
	for i, blocks := range cols {
		rows[i] = v.layout(i, blocks, cw, h-1, true)
	}
	out := append(warn, "")
	for y := range h - 1 {
		s := " "
		for i := range cols {
			cell := ""
			if y < len(rows[i]) {
				cell = rows[i][y]
			}
			s += widget.Pad(cell, cw)
			if i < len(cols)-1 {
				s += "  "
			}
		}
		out = append(out, s)
	}
	return views.NewFrame(w, h+len(warn), out)
}

// warning says that a year's holidays are not known, to who can see to it.
func (v *View) warning(w int) []string {
	a := v.env.Actor
	if v.missing == 0 || !a.May(hall.MayManage) && !a.May(hall.MaySupervise) {
		return nil
	}
	var out []string
	for i, l := range widget.Wrap(v.say(text.TableMissing(v.missing)), w-5) {
		mark := " ! "
		if i > 0 {
			mark = "   "
		}
		out = append(out, v.env.Styles.Danger.Render(mark+l))
	}
	return out
}

// columns are the blocks as they stand: two columns, three in a wide window.
func (v *View) columns(w int) [][]block {
	if !v.env.Actor.May(hall.MayRead) {
		only := []block{v.keepBlock()} // an administrator without other roles sees no disputes
		if v.board.Alone {
			only[0] = v.beginBlock()
		}
		if len(v.board.Due) > 0 {
			only = append(only, v.dueBlock())
		}
		if len(v.board.Swaps)+len(v.board.SwapsOver) > 0 {
			only = append(only, v.dutyBlock())
		}
		if len(v.board.Drafts) > 0 {
			only = append(only, v.draftsBlock())
		}
		return [][]block{only}
	}
	first := []block{v.queueBlock(), v.roomsBlock()}
	if v.fresh() {
		first = append([]block{v.beginBlock()}, first...)
	}
	if v.board.Before.Any() {
		at := 0
		if v.board.Waiting > 0 { // who stands there now comes first
			at = 1
		}
		first = slices.Insert(first, at, v.beforeBlock())
	}
	if w >= wide && !v.env.Styles.Roomy {
		return [][]block{first, {v.slotsBlock(), v.dueBlock()}, {v.draftsBlock(), v.dutyBlock(), v.recentBlock()}}
	}
	return [][]block{append(first, v.dutyBlock(), v.draftsBlock()), {v.slotsBlock(), v.dueBlock(), v.recentBlock()}}
}

// settle keeps the cursor on a row that is there.
func (v *View) settle() {
	v.cursor.col = min(v.cursor.col, len(v.shown)-1)
	if v.cursor.key != "" {
		for _, p := range v.shown[v.cursor.col] {
			if p.key == v.cursor.key {
				return
			}
		}
	}
	for i := range v.shown {
		c := (v.cursor.col + i) % len(v.shown)
		if len(v.shown[c]) > 0 {
			v.cursor = cursor{c, v.shown[c][0].key}
			return
		}
	}
}

// layout draws a column's blocks one under the other in h lines. Where there is not room
// for every row each block keeps some, and says how many more there are.
func (v *View) layout(col int, blocks []block, w, h int, draw bool) []string {
	st := v.env.Styles
	give := share(blocks, h)
	var out []string
	if !draw {
		v.shown[col] = nil
	}
	for i, b := range blocks {
		out = append(out, widget.Section(b.title, w, st))
		if len(b.rows) == 0 && b.none != "" {
			out = append(out, "  "+st.Muted.Render(widget.Cut(b.none, w-2, st.Marks.More)))
		}
		n := min(len(b.rows), give[i])
		more := len(b.rows) - n + b.more
		if more > 0 && n == give[i] && n > 0 {
			n, more = n-1, more+1
		}
		for _, r := range b.rows[:n] {
			out = append(out, v.row(col, r, w, len(out), draw))
		}
		if more > 0 && give[i] > 0 {
			out = append(out, v.row(col, line{
				key: "m" + b.title, to: views.Route{Screen: b.all}, do: b.list, tone: widget.Muted,
				draw: func(w int) string { return v.cut(v.say(moreWord.With("n", more)), w) },
			}, w, len(out), draw))
		}
		if i < len(blocks)-1 {
			out = append(out, "")
		}
	}
	return out
}

func (v *View) row(col int, r line, w, y int, draw bool) string {
	if !draw {
		if r.to.Screen != views.Board && r.to != (views.Route{}) || r.do != nil {
			v.shown[col] = append(v.shown[col], placed{r.key, r.to, r.do, y})
		}
		return ""
	}
	here := v.cursor.col == col && v.cursor.key == r.key
	return widget.Line(v.env.Styles, r.draw(w-2), r.tone, here, false, w)
}

// share gives each block lines for its rows: all when there is room, else one each and then
// turn by turn.
func share(blocks []block, h int) []int {
	give := make([]int, len(blocks))
	left := h - len(blocks) - (len(blocks) - 1)
	for i, b := range blocks {
		if len(b.rows) == 0 && b.none != "" {
			left--
		}
		want := len(b.rows)
		if b.more > 0 {
			want++
		}
		if want > 0 && left > 0 {
			give[i], left = 1, left-1
		}
	}
	for again := true; again && left > 0; {
		again = false
		for i, b := range blocks {
			want := len(b.rows)
			if b.more > 0 {
				want++
			}
			if give[i] > 0 && give[i] < want && left > 0 {
				give[i]++
				left--
				again = true
			}
		}
	}
	return give
}
