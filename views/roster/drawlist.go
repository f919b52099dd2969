package roster

import (
	"fmt"
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

const (
	wide   = 120 // from here on list and detail stand side by side
	beside = 44
)

// head is the line of tabs.
func (v *View) head() string {
	st, t := v.env.Styles, text.Roster
	out := " "
	for i, name := range []text.Message{t.Mediators, t.Posts, t.Pairs, t.Due} {
		label := " " + v.env.Say(name) + " "
		if i == v.tab {
			label = st.Selected.Render(label)
		}
		out += label + " "
	}
	return out
}

func (v *View) drawList(w, h int) views.Frame {
	st, say, t, l := v.env.Styles, v.env.Say, text.Roster, &v.list
	line, cx := l.field.Draw(min(w-30, 60), true, st)
	count := ""
	if l.read {
		m := t.Count
		if l.more {
			m = t.CountMore
		}
		count = st.Muted.Render(say(m.With("n", len(l.rows))))
	}
	out := []string{v.head(), "", "  " + line + "  " + count, ""}
	if set := v.filters(); set != "" {
		out[3] = "  " + st.Accent.Render(widget.Cut(set, w-4, st.Marks.More))
	}
	switch {
	case !l.read:
	case len(l.rows) == 0:
		for _, s := range widget.Wrap(say(v.none()), min(w-6, 90)) {
			out = append(out, "   "+st.Muted.Render(s))
		}
	default:
		for _, s := range v.drawRows(w-2, max(h-len(out), 1)) {
			out = append(out, " "+s)
		}
	}
	f := views.NewFrame(w, h, out)
	f.Cursor = &views.Point{X: 2 + cx, Y: 2}
	return f
}

// filters says which are set: by colour and in words.
func (v *View) filters() string {
	var set []string
	if q := v.list.query; len(v.list.rows) > 0 && (q.Org != 0 || q.Studio != 0) {
		name, whose := text.RosterPage.Org, v.list.rows[0].Organisation
		if q.Studio != 0 {
			name, whose = text.RosterPage.Studio, v.list.rows[0].StudioName
		}
		set = append(set, v.env.Say(text.Roster.PlaceOf.With("what", name).With("value", whose)))
	}
	for _, f := range v.filterNames() {
		if !f.value.IsZero() {
			set = append(set, v.env.Say(text.Roster.PlaceOf.With("what", f.name).With("value", f.value)))
		}
	}
	return strings.Join(set, "   ")
}

func (v *View) none() text.Message {
	if v.list.narrowed() {
		return text.Roster.NoneFound
	}
	return text.Roster.None
}

// fillList makes the table's rows: they hold all columns, of which a narrow window shows some.
func (v *View) fillList() {
	l := &v.list
	keys, cells, tones := make([]string, len(l.rows)), make([][]string, len(l.rows)), make([]widget.Tone, len(l.rows))
	for i, r := range l.rows {
		keys[i] = fmt.Sprint(r.ID)
		cells[i] = []string{r.Name, r.Village, r.Grade, v.env.Say(text.Full(r.FullTime)), fmt.Sprint(r.Load), fmt.Sprint(r.Booked), v.state(r), r.Organisation}
		if r.Status != hall.Active {
			tones[i] = widget.Muted
		}
	}
	l.table.SetRows(keys, cells, tones)
}

// state is what is to be known about him at once: that he cannot be given work, what is due.
func (v *View) state(r hall.RosterRow) string {
	say, t, today := v.env.Say, text.Roster, v.env.Today()
	var out []string
	if r.Status != hall.Active {
		out = append(out, say(text.MediatorStatus(r.Status)))
	}
	if r.Away != 0 {
		out = append(out, say(t.Away.With("day", text.ShortDay(r.Away))))
	}
	if r.TermEnd != 0 && r.Status != hall.Left {
		switch {
		case r.TermEnd < today:
			out = append(out, say(t.TermOver.With("day", text.ShortDay(r.TermEnd))))
		case r.TermEnd <= today+30:
			out = append(out, say(t.TermEnds.With("day", text.ShortDay(r.TermEnd))))
		}
	}
	if r.Unfiled > 0 {
		out = append(out, say(t.Unfiled.With("n", r.Unfiled)))
	}
	if len(out) == 0 {
		return say(text.Types(v.env.Settings, r.Specialities))
	}
	return strings.Join(out, "  ")
}

func (v *View) drawRows(w, h int) []string {
	v.fillList()
	t, say, lw, l := text.Roster, v.env.Say, w, &v.list
	if w+2 >= wide {
		lw = w - beside - 2
	}
	name, village := 10, 12
	if w+2 >= 100 {
		name, village = 12, 16
	}
	l.table.Columns = []widget.Column{
		{Title: say(t.Name), Width: name}, {Title: say(t.Village), Width: village}, {Title: say(t.Grade), Width: 5}, {Title: say(t.Time), Width: 6},
		{Title: say(t.Load), Width: 4, Right: true}, {Title: say(t.Booked), Width: 4, Right: true}, {Title: say(t.State)},
	}
	body := l.table.Draw(lw, h, v.env.Styles)
	if r := v.selected(); lw < w && r != nil {
		return widget.Beside(body, lw, v.detail(*r, beside), beside, 2)
	}
	return body
}

// detail is a mediator beside the list; nothing of it is private.
func (v *View) detail(r hall.RosterRow, w int) []string {
	p, say, st := text.RosterPage, v.env.Say, v.env.Styles
	l := &lines{v: v, w: w}
	head := r.Name
	if r.Status != hall.Active {
		head += "  " + say(text.MediatorStatus(r.Status))
	}
	l.out = append(l.out, st.Title.Render(widget.Cut(head, w, st.Marks.More)), "")
	org := r.Organisation
	if r.OrgHead {
		org += say(p.OrgHead)
	}
	l.add(p.Org, org)
	l.add(p.Studio, r.StudioName)
	l.add(p.Village, strings.TrimSpace(r.Village+"  "+r.Area))
	l.add(p.Grade, strings.TrimSpace(r.Grade+"  "+say(text.Full(r.FullTime))))
	l.add(p.Specialities, say(text.Types(v.env.Settings, r.Specialities)))
	l.add(p.Backgrounds, say(text.Backgrounds(r.Backgrounds)))
	l.add(p.Trade, r.Trade)
	l.add(p.Knows, r.Knows)
	l.add(p.Load, say(text.Roster.Loads.With("n", r.Load))+"  "+say(text.Roster.Bookings.With("n", r.Booked)))
	if r.Away != 0 {
		l.add(p.Away, say(text.Roster.Away.With("day", text.Day(r.Away))))
	}
	if r.TermEnd != 0 {
		m := p.TermTo
		if r.TermEnd < v.env.Today() {
			m = p.TermPast
		}
		l.add(p.Term, say(m.With("day", text.Day(r.TermEnd))))
	}
	if r.Unfiled > 0 {
		l.add(p.Filing, say(text.Roster.Unfiled.With("n", r.Unfiled)))
	}
	return l.out
}

// lines collects labelled lines, wrapped.
type lines struct {
	v   *View
	w   int
	out []string
}

const label = 14

func (l *lines) labelled(name text.Message, s string, style interface{ Render(...string) string }) {
	l.out = append(l.out, widget.Labelled(l.v.env.Say(name), s, label, l.w, l.v.env.Styles, style)...)
}

// add is a value under a label; an empty one is left out.
func (l *lines) add(name text.Message, s string) {
	if strings.TrimSpace(s) != "" {
		l.labelled(name, s, l.v.env.Styles.Text)
	}
}

// none says that there is nothing.
func (l *lines) none(say text.Message) {
	for _, s := range widget.Wrap(l.v.env.Say(say), l.w) {
		l.out = append(l.out, l.v.env.Styles.Muted.Render(s))
	}
}

// row is a line, wrapped, in a style, with what follows set in.
func (l *lines) row(s string, style interface{ Render(...string) string }) {
	for i, part := range widget.Wrap(s, max(l.w-2, 4)) {
		if i > 0 {
			part = "  " + part
		}
		l.out = append(l.out, style.Render(part))
	}
}

func (l *lines) head(name text.Message) {
	if len(l.out) > 0 {
		l.out = append(l.out, "")
	}
	l.out = append(l.out, l.v.env.Styles.Title.Render(widget.Cut(l.v.env.Say(name), l.w, l.v.env.Styles.Marks.More)))
}
