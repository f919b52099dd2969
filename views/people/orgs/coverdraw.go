package orgs

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// barWidth is that of a full bar, in cells.
const barWidth = 20

// bar draws a share: filled and empty signs, so that colour is not needed to tell them apart.
func (v *View) bar(c hall.Covered) string {
	full, empty := "█", "░"
	if v.env.Settings.Plain {
		full, empty = "#", "."
	}
	n := 0
	if c.All > 0 {
		n = c.Has * barWidth / c.All
	}
	return strings.Repeat(full, n) + strings.Repeat(empty, barWidth-n)
}

func (v *View) fillBars() {
	c, say, t := &v.cover, v.env.Say, text.Coverage
	var keys []string
	var cells [][]string
	var tones []widget.Tone
	for _, k := range c.what.Sites {
		row, tone := []string{say(text.SiteKind(k.Kind)), say(t.Nothing)}, widget.Muted
		if k.All > 0 {
			row = []string{row[0], v.bar(k), say(t.Covered.With("has", k.Has).With("all", k.All)), text.Hundredths(k.Percent()), ""}
			if tone = widget.Normal; k.Has < k.All {
				row[4] = say(t.Lacking.With("n", k.All-k.Has))
			}
		}
		keys, cells, tones = append(keys, say(text.SiteKind(k.Kind))), append(cells, row), append(tones, tone)
	}
	for _, l := range problems() {
		n := map[hall.OrgList]int{hall.OrgFaulty: c.what.Faulty, hall.OrgTermOver: c.what.Over, hall.OrgUnfiled: c.what.Unfiled}[l]
		tone := widget.Normal
		if n > 0 {
			tone = widget.Accent
		}
		keys, cells, tones = append(keys, say(problem(l))), append(cells, []string{say(problem(l)), say(t.Total.With("n", n))}), append(tones, tone)
	}
	c.table.SetRows(keys, cells, tones)
}

func (v *View) drawCover(w, h int) views.Frame {
	if v.cover.list != nothing {
		return v.drawListed(w, h)
	}
	if !v.cover.read {
		return views.NewFrame(w, h, nil)
	}
	v.fillBars()
	c, say, t, st := &v.cover, v.env.Say, text.Coverage, v.env.Styles
	c.table.Columns = []widget.Column{{Width: v.kindWidth()}, {Width: barWidth + 2}, {Width: 9, Right: true}, {Width: 8, Right: true}, {}}
	out := []string{"", "  " + st.Title.Render(say(t.Sites)) + "  " + st.Muted.Render(widget.Cut(say(t.Percent), max(w-30, 0), st.Marks.More))}
	rows := c.table.Draw(w-2, c.table.Len(), st)
	n := len(c.what.Sites)
	for _, l := range rows[:n] {
		out = append(out, " "+l)
	}
	out = append(out, "", "  "+st.Title.Render(say(t.Orgs))+"  "+st.Muted.Render(say(text.Orgs.Count.With("n", c.what.Total))))
	for _, l := range rows[n:] {
		out = append(out, " "+l)
	}
	out = append(append(out, ""), v.byKind(w-4)...)
	return views.NewFrame(w, h, out)
}

func (v *View) kindWidth() int {
	n := 0
	for _, k := range hall.SiteKinds() {
		n = max(n, widget.Width(v.env.Say(text.SiteKind(k))))
	}
	for _, l := range problems() {
		n = max(n, widget.Width(v.env.Say(problem(l))))
	}
	return min(n, 30)
}

// byKind counts the organisations by kind, and each kind by level.
func (v *View) byKind(w int) []string {
	say, st := v.env.Say, v.env.Styles
	var cells []string
	most := 0
	for _, k := range hall.OrgKinds() {
		by := v.cover.what.Orgs[k]
		n := by[0] + by[1] + by[2]
		var parts []text.Message
		for _, l := range levels() {
			if by[l.Rank()] > 0 && by[l.Rank()] < n {
				parts = append(parts, text.Coverage.Level.With("kind", text.LevelName(l)).With("n", by[l.Rank()]))
			}
		}
		cell := say(text.Coverage.Level.With("kind", text.OrgKind(k)).With("n", n))
		if len(parts) > 0 {
			cell += " (" + say(text.Either(parts...)) + ")"
		}
		cells = append(cells, cell)
		most = max(most, widget.Width(cell)+3)
	}
	most = min(most, w/2)
	across := max(w/most, 1)
	var out []string
	for i := 0; i < len(cells); i += across {
		line := ""
		for _, c := range cells[i:min(i+across, len(cells))] {
			line += widget.Pad(widget.Cut(c, most, st.Marks.More), most)
		}
		out = append(out, "   "+line)
	}
	return out
}

// drawListed draws the list behind a line of the coverage.
func (v *View) drawListed(w, h int) views.Frame {
	v.fillCover()
	c, say, t, st := &v.cover, v.env.Say, text.Coverage, v.env.Styles
	if c.list == orgs {
		out := []string{"", "  " + st.Title.Render(say(problem(c.amiss))) + "  " + st.Muted.Render(say(t.Total.With("n", c.rows.Total))), ""}
		if len(c.rows.Rows) == 0 && c.read {
			out = append(out, "   "+st.Muted.Render(say(text.Orgs.Found.With("n", 0))))
		} else {
			for _, l := range v.withDetail(&c.below, w-2, max(h-3, 1)) {
				out = append(out, " "+l)
			}
		}
		return views.NewFrame(w, h, out)
	}
	head := t.All
	if c.q.Lacks {
		head = t.OnlyLacking
	}
	line, cx := c.field.Draw(min(w-44, 40), true, st)
	out := []string{"", "  " + line + "  " + st.Title.Render(
		widget.Cut(say(head.With("kind", text.SiteKind(c.q.Kind)).With("n", c.page.Total)), 38, st.Marks.More)), ""}
	if why := v.noneThere(); !why.IsZero() {
		for _, l := range widget.Wrap(say(why), min(w-6, 90)) {
			out = append(out, "   "+st.Muted.Render(l))
		}
	} else {
		c.below.Columns = []widget.Column{{Title: say(t.Name), Width: (w - 8) * 2 / 5}, {Title: say(t.Township), Width: (w - 8) / 5}, {Title: say(t.By)}}
		for _, l := range c.below.Draw(w-2, max(h-3, 1), st) {
			out = append(out, " "+l)
		}
	}
	f := views.NewFrame(w, h, out)
	f.Cursor = &views.Point{X: 2 + cx, Y: 1}
	return f
}
