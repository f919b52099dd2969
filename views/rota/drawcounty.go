package rota

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

const (
	townWidth = 14
	weekWidth = 12 // with the gap behind it
	footTown  = 5  // lines below that tell of the township
)

// drawCounty shows a year of the county team: a township a line, a week a column.
func (v *View) drawCounty(w, h int) views.Frame {
	c, st, say, t := &v.county, v.env.Styles, v.env.Say, text.Rota
	switch {
	case len(v.env.Settings.Rotation()) == 0:
		return v.blank(text.Err(hall.Refuse(hall.ErrNoTownship)), w, h)
	case !c.read:
		return views.NewFrame(w, h, nil)
	}
	out := []string{" " + st.Title.Render(widget.Cut(say(v.countySum()), w-2, st.Marks.More))}
	if c.people {
		c.table.Header = true
		c.table.Columns = []widget.Column{{Title: say(t.Who), Width: 16}, {Title: say(t.Visits), Width: 8, Right: true}, {Title: say(t.OnRest), Width: 10, Right: true}, {Title: say(t.NextVisits)}}
		for _, l := range c.table.Draw(w-2, max(h-2, 1), st) {
			out = append(out, " "+l)
		}
		return views.NewFrame(w, h, out)
	}
	weeks := v.weeksShown(w)
	first, second := strings.Repeat(" ", townWidth+3), strings.Repeat(" ", townWidth+3)
	for _, d := range weeks {
		style := st.Muted
		if d == c.week {
			style = st.Title
		}
		_, month, date := d.Date()
		first += style.Render(widget.Pad(widget.Cut(fmt.Sprintf("%02d-%02d", int(month), date), weekWidth-1, ""), weekWidth))
		second += style.Render(widget.Pad(widget.Cut(say(t.WeekFrom.With("week", text.Weekday(d.Weekday()))), weekWidth-1, ""), weekWidth))
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
func (v *View) weeksShown(w int) []hall.Day {
	c := &v.county
	n := max(min((w-townWidth-3)/weekWidth, len(c.weeks)), 1)
	at := int(c.week-c.weeks[0]) / 7
	if at < c.left || at >= c.left+n { // the weeks to come are more to the point than those gone
		c.left = at - n/3
	}
	c.left = max(min(c.left, len(c.weeks)-n), 0)
	c.shown = n
	return c.weeks[c.left:min(c.left+n, len(c.weeks))]
}

func (v *View) townLine(i int, weeks []hall.Day) string {
	c, st := &v.county, v.env.Styles
	name := widget.Pad(widget.Cut(c.cover[i].Town.Name, townWidth, st.Marks.More), townWidth)
	mark := "  "
	if i == c.row {
		mark, name = st.Accent.Render(st.Marks.Cursor)+" ", st.Title.Render(name)
	}
	line := " " + mark + name
	for _, d := range weeks {
		said, style := v.weekSaid(i, d)
		said = widget.Pad(widget.Cut(said, weekWidth-1, st.Marks.More), weekWidth-1)
		if i == c.row && d == c.week {
			style = st.Selected
		}
		line += style.Render(said) + " "
	}
	return line
}

// weekSaid is what stands in a week of a township: on which weekday who comes, or that a visit
// is missing that its class asks for.
func (v *View) weekSaid(i int, monday hall.Day) (string, interface{ Render(...string) string }) {
	c, st, say, t := &v.county, v.env.Styles, v.env.Say, text.Rota
	var out []string
	style := interface{ Render(...string) string }(st.Text)
	for _, r := range v.visits(c.cover[i].Town.Name, monday) {
		out = append(out, say(text.Weekday(r.Day.Weekday()))+" "+v.shiftSaid(r))
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
			return say(t.Missing), st.Danger
		}
	}
	return st.Marks.Dot, st.Muted
}

// countySum says of the whole year how often each class is visited, and what is missing.
func (v *View) countySum() text.Message {
	t, c := text.Rota, &v.county
	want, missing, short := 0, 0, 0
	for _, one := range c.cover {
		want, missing, short = want+len(one.Periods), missing+one.Missing, short+one.Short
	}
	return t.CountySum.With("year", c.year).With("towns", len(c.cover)).With("want", want).With("have", want-missing).With("missing", missing).With("short", short)
}

// townDetail tells of the township under the cursor and of the visit there.
func (v *View) townDetail(w, h int) []string {
	c, st, say, t := &v.county, v.env.Styles, v.env.Say, text.Rota
	if c.row >= len(c.cover) {
		return nil
	}
	one := c.cover[c.row]
	weekday := t.AnyDay
	if one.Town.Weekday > 0 {
		weekday = text.Weekday(hall.NewDay(2026, 11, 22+one.Town.Weekday).Weekday()) // 23 November 2026 was a Monday
	}
	head := t.TownHead.With("town", one.Town.Name).With("class", text.TownClass(one.Town.Class)).With("day", weekday)
	out := []string{st.Title.Render(widget.Cut(say(head), w, st.Marks.More))}
	have := t.TownSum.With("want", len(one.Periods)).With("have", len(one.Periods)-one.Missing).With("missing", one.Missing).With("short", one.Short)
	out = append(out, widget.Cut(say(have), w, st.Marks.More))
	_, rows := v.countyHere()
	for _, r := range rows {
		l := text.Words(text.Day(r.Day), namesOf(r.People))
		switch {
		case r.State != hall.DutyStands:
			l = text.Words(l, t.OffBecause.With("why", lastReason(r.Shift)))
		case r.Open > 0:
			l = text.Words(l, t.LackFull.With("n", r.Open))
		}
		out = append(out, widget.Cut(say(l), w, st.Marks.More))
	}
	if len(rows) == 0 {
		out = append(out, st.Muted.Render(widget.Cut(say(t.NoVisit.With("week", v.span(c.week, c.week+6))), w, st.Marks.More)))
	}
	if miss := v.missingSaid(one); !miss.IsZero() {
		for _, l := range widget.Wrap(say(miss), w) {
			out = append(out, st.Danger.Render(l))
		}
	}
	return v.clip(out, max(h, 1), text.Rota.MoreLines)
}

// missingSaid names the coming weeks, half-months or months without a visit.
func (v *View) missingSaid(one hall.TownCover) text.Message {
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
		spans = append(spans, text.Rota.Span.With("from", text.ShortDay(p.From)).With("to", text.ShortDay(p.To)))
	}
	switch {
	case len(spans) == 0:
		return text.Message{}
	case more > 0:
		return text.Rota.MissingMore.With("spans", text.Either(spans...)).With("n", more)
	}
	return text.Rota.MissingList.With("spans", text.Either(spans...))
}

// fillPeople lists the county team with how often each goes, and where next.
func (v *View) fillPeople() {
	c := &v.county
	var keys []string
	var rows [][]string
	for _, one := range c.m.Tally[hall.DutyCounty] {
		var next []string
		for _, r := range v.visitsOf(one.Who) {
			if r.Day >= v.env.Today() && len(next) < 4 {
				next = append(next, v.env.Say(text.Words(text.ShortDay(r.Day), text.Raw(r.Township))))
			}
		}
		keys = append(keys, refKey(one.Who))
		rows = append(rows, []string{one.Who.Name, fmt.Sprint(one.Work + one.Rest), fmt.Sprint(one.Rest), strings.Join(next, "  ")})
	}
	c.table.SetRows(keys, rows, nil)
}

// visitsOf are somebody's visits of the year.
func (v *View) visitsOf(who hall.DutyRef) []hall.DutyRow {
	var out []hall.DutyRow
	for _, d := range v.county.m.Days {
		for _, r := range d.Rows {
			if r.Kind == hall.DutyCounty && r.State == hall.DutyStands && r.Has(who) {
				out = append(out, r)
			}
		}
	}
	return out
}

// showOwn shows all visits of who is under the cursor.
func (v *View) showOwn() tea.Cmd {
	c := &v.county
	if c.table.Len() == 0 {
		return views.Toast(views.Warn, text.Rota.TeamNone)
	}
	who := refOf(c.table.Key())
	var lines []string
	for _, r := range v.visitsOf(who) {
		lines = append(lines, v.env.Say(text.Words(text.Day(r.Day), text.Raw(r.Township), text.Raw(strings.Join(others(r, who), "、")))))
	}
	if len(lines) == 0 {
		lines = []string{v.env.Say(text.Rota.NoVisits)}
	}
	return views.Open(dialog.Note(v.env, v.env.Say(text.Rota.OwnVisits.With("name", who.Name).With("year", c.year)), lines))
}

// others are who comes along.
func others(r hall.DutyRow, who hall.DutyRef) []string {
	var out []string
	for _, p := range r.People {
		if !p.Same(who) {
			out = append(out, p.Name)
		}
	}
	return out
}
