package plan

import (
	"fmt"
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

const (
	townWidth = 14
	weekWidth = 12 // with the gap behind it
	footTown  = 5  // lines below that tell of the township
)

// Draw implements views.View: a township a line, a week a column.
func (v *county) Draw(w, h int) views.Frame {
	c, st, say := v, v.env.Styles, v.env.Say
	switch {
	case len(v.env.Settings.Rotation()) == 0:
		return v.blank(text.Err(hall.Refuse(hall.ErrNoTownship)), w, h)
	case !c.read:
		return views.NewFrame(w, h, nil)
	}
	out := []string{" " + st.Title.Render(widget.Cut(say(v.countySum()), w-2, st.Marks.More))}
	out = append(out, v.doubt(v.env.Calendar().Doubt(hall.NewDay(c.year, 1, 1), hall.NewDay(c.year, 12, 31)), w)...)
	weeks := v.weeksShown(w)
	first, second := strings.Repeat(" ", townWidth+3), strings.Repeat(" ", townWidth+3)
	for _, d := range weeks {
		style := st.Muted
		if d == c.week {
			style = st.Title
		}
		_, month, date := d.Date()
		first += style.Render(widget.Pad(widget.Cut(fmt.Sprintf("%02d-%02d", int(month), date), weekWidth-1, ""), weekWidth))
		second += style.Render(widget.Pad(widget.Cut(say(weekFrom.With("week", text.Weekday(d.Weekday()))), weekWidth-1, ""), weekWidth))
	}
	out = append(out, first, second)
	rows := max(h-len(out)-1-footTown, 1)
	c.top = max(min(c.top, c.row), c.row-rows+1)
	c.top = max(min(c.top, len(c.cover)-rows), 0)
	for i := c.top; i < c.top+rows; i++ {
		if i >= len(c.cover) {
			out = append(out, "")
			continue
		}
		out = append(out, v.townLine(i, weeks))
	}
	out = append(out, st.Muted.Render(strings.Repeat(st.Marks.Rule, w)))
	for _, l := range v.townDetail(w-2, h-len(out)) {
		out = append(out, " "+l)
	}
	return views.NewFrame(w, h, out)
}

// weeksShown are the weeks that find room, the cursor's among them.
func (v *county) weeksShown(w int) []hall.Day {
	c := v
	n := max(min((w-townWidth-3)/weekWidth, len(c.weeks)), 1)
	at := int(c.week-c.weeks[0]) / 7
	if at < c.left || at >= c.left+n { // the weeks to come are more to the point than those gone
		c.left = at - n/3
	}
	c.left = max(min(c.left, len(c.weeks)-n), 0)
	c.shown = n
	return c.weeks[c.left:min(c.left+n, len(c.weeks))]
}

func (v *county) townLine(i int, weeks []hall.Day) string {
	c, st := v, v.env.Styles
	name := widget.Pad(widget.Cut(c.cover[i].Town.Name, townWidth, st.Marks.More), townWidth)
	mark := "  "
	if i == c.row {
		mark, name = st.Accent.Render(st.Marks.Cursor)+" ", st.Title.Render(name)
	}
	line := " " + mark + name
	for _, d := range weeks {
		said, style := v.weekSaid(i, d)
		if i == c.row && d == c.week {
			said, style = st.Marks.Cursor+said, st.Selected
		}
		if widget.Width(said) > weekWidth-1 { // the cursor's mark takes no cell from the name
			said = strings.Replace(said, " ", "", 1)
		}
		line += style.Render(widget.Pad(widget.Cut(said, weekWidth-1, st.Marks.More), weekWidth-1)) + " "
	}
	return line
}

// weekSaid is what stands in a week of a township: on which weekday who comes, or that a visit
// is missing that its class asks for.
func (v *county) weekSaid(i int, monday hall.Day) (string, interface{ Render(...string) string }) {
	c, st, say := v, v.env.Styles, v.env.Say
	var out []string
	style := interface{ Render(...string) string }(st.Text)
	for _, r := range v.visits(c.cover[i].Town.Name, monday) {
		day := say(text.Weekday(r.Day.Weekday())) + " "
		who := v.shiftSaid(r)
		if r.Open == 0 {
			who = bare(who, weekWidth-2-widget.Width(day))
		}
		out = append(out, day+who)
		if r.Open > 0 {
			style = st.Danger
		}
		if r.State != hall.DutyStands {
			style = st.Muted
		}
	}
	if len(out) > 0 {
		return strings.Join(out, " "), style
	}
	for _, p := range c.cover[i].Periods {
		if p.From >= monday && p.From < monday+7 && len(p.Visits) == 0 && !p.Off {
			return say(missingWord), st.Danger
		}
	}
	return st.Marks.Dot, st.Muted
}

// countySum says of the whole year how often each class is visited, and what is missing.
func (v *county) countySum() text.Message {
	c := v
	want, missing, short := 0, 0, 0
	for _, one := range c.cover {
		want, missing, short = want+len(one.Periods), missing+one.Missing, short+one.Short
	}
	return countySum.With("year", c.year).With("towns", len(c.cover)).With("want", want).With("have", want-missing).With("missing", missing).With("short", short)
}

// townDetail tells of the township under the cursor and of the visit there.
func (v *county) townDetail(w, h int) []string {
	c, st, say := v, v.env.Styles, v.env.Say
	if c.row >= len(c.cover) {
		return nil
	}
	one := c.cover[c.row]
	weekday := anyDay
	if one.Town.Weekday > 0 {
		weekday = text.Weekday(hall.NewDay(2026, 11, 22+one.Town.Weekday).Weekday()) // 23 November 2026 was a Monday
	}
	head := townHead.With("town", one.Town.Name).With("class", text.TownClass(one.Town.Class)).With("day", weekday)
	out := []string{st.Title.Render(widget.Cut(say(head), w, st.Marks.More))}
	have := townSum.With("want", len(one.Periods)).With("have", len(one.Periods)-one.Missing).With("missing", one.Missing).With("short", one.Short)
	out = append(out, widget.Cut(say(have), w, st.Marks.More))
	_, rows := v.countyHere()
	for _, r := range rows {
		l := text.Words(text.Day(r.Day), namesOf(r.People))
		switch {
		case r.State != hall.DutyStands:
			l = text.Words(l, offBecause.With("why", lastReason(r.Shift)))
		case r.Open > 0:
			l = text.Words(l, lackFull.With("n", r.Open))
		}
		out = append(out, widget.Cut(say(l), w, st.Marks.More))
	}
	if len(rows) == 0 {
		out = append(out, st.Muted.Render(widget.Cut(say(noVisit.With("week", v.span(c.week, c.week+6))), w, st.Marks.More)))
	}
	if miss := v.missingSaid(one); !miss.IsZero() {
		for _, l := range widget.Wrap(say(miss), w) {
			out = append(out, st.Danger.Render(l))
		}
	}
	return v.clip(out, max(h, 1), moreLines)
}

// missingSaid names the coming weeks, half-months or months without a visit.
func (v *county) missingSaid(one hall.TownCover) text.Message {
	var spans []text.Message
	more := 0
	for _, p := range one.Periods {
		if len(p.Visits) > 0 || p.Off || p.To < v.env.Today() {
			continue
		}
		if len(spans) == 3 {
			more++
			continue
		}
		spans = append(spans, spanOf.With("from", text.ShortDay(p.From)).With("to", text.ShortDay(p.To)))
	}
	switch {
	case len(spans) == 0:
		return text.Message{}
	case more > 0:
		return missingMore.With("spans", text.List(spans...)).With("n", more)
	}
	return missingList.With("spans", text.List(spans...))
}
