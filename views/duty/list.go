package duty

import (
	"fmt"
	"slices"
	"strings"

	"sizhen/store/hall"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// row is one line of the list, and what it stands for. Which fields are filled says what it
// is: somebody planned, a sign-in, an item, a line of the log, a visitor, a shift to come.
type row struct {
	key   string
	cells []string
	tone  widget.Tone
	duty  *hall.DutyRow
	place *hall.DutyPlace
	shift *hall.Shift        // whose sign-in, log or handover it is
	open  *hall.OpenHandover // what is to be accepted, or
	took  bool               // what the reader accepted
	item  *hall.HandItem
	at    int // the item's place
	note  *hall.DutyNote
	hands *hall.DutyCase // what changed hands on a rotation day
	visit *hall.VisitRow
	swap  hall.SwapID // a swap that waits for the reader's answer
	on    hall.CaseID // the case it is about
}

// part is a group of rows.
type part struct {
	head, none, rest string
	rows             []row
}

// fillList makes the list of what was read.
func (v *View) fillList() {
	parts := v.dayParts()
	if v.team {
		parts = v.teamParts()
	}
	v.rows = nil
	var groups []widget.Group
	for _, p := range parts {
		g := widget.Group{Head: p.head, None: p.none, Rest: p.rest}
		for _, r := range p.rows {
			g.Keys, g.Rows, g.Tone = append(g.Keys, r.key), append(g.Rows, r.cells), append(g.Tone, r.tone)
		}
		v.rows, groups = append(v.rows, p.rows...), append(groups, g)
	}
	v.list.SetGroups(groups)
}

// selected is the row under the cursor; an empty one when nothing is listed.
func (v *View) selected() row {
	if i := v.list.Index(); i < len(v.rows) {
		return v.rows[i]
	}
	return row{}
}

// dayParts are the groups of a day on duty. What waits to be accepted comes first as soon as
// somebody can accept it.
func (v *View) dayParts() []part {
	out := []part{v.onDuty()}
	for _, d := range v.visits() {
		out = append(out, v.teamPart(d))
	}
	if v.today() {
		if w := v.waits(); len(w.rows) > 0 {
			out = append(out, w)
		}
		if m := v.mine(); len(m.rows) > 0 {
			out = append(out, m)
		}
		if s := v.swaps(); len(s.rows) > 0 {
			out = append(out, s)
		}
	}
	if v.shown() <= v.env.Today() {
		out = append(out, v.log())
		if h := v.handed(); len(h.rows) > 0 {
			out = append(out, h)
		}
	}
	return append(out, v.next())
}

// onDuty are those who are planned in the hall, and those who came without a plan.
func (v *View) onDuty() part {
	say, t := v.env.Say, text.Duty
	out := part{head: say(t.OnOf), none: say(t.Nobody)}
	switch {
	case v.today():
		out.head, out.none = say(t.On), say(t.None)
	case v.shown() > v.env.Today():
		out.none = say(t.NoneNext)
	}
	for i := range v.data.Rows {
		d := &v.data.Rows[i]
		switch {
		case d.Kind == hall.DutyHall:
			out.rows = append(out.rows, v.places(d)...)
		case d.State == hall.DutyOff:
			out.rows = append(out.rows, v.off(d))
		}
	}
	for i := range v.data.Extra {
		s := &v.data.Extra[i]
		state, tone := t.Extra, widget.Normal
		if !s.Out.IsZero() {
			tone = widget.Muted
		}
		now := text.Attendance(hall.DutyHere)
		switch {
		case !s.Out.IsZero():
			now = text.Attendance(hall.DutyGone)
		case s.Forgotten(v.env.Today()):
			now = t.NotOut
		}
		out.rows = append(out.rows, row{
			key: fmt.Sprint("x", s.ID), tone: tone, shift: s,
			cells: []string{v.mark(s.Out.IsZero()) + " " + s.Name, say(now), say(text.DutyTimes(s.In, s.Out)) + "  " + say(state)},
		})
	}
	return out
}

func (v *View) mark(here bool) string {
	if here {
		return v.env.Styles.Marks.Done
	}
	return v.env.Styles.Marks.Open
}

// off is a shift that was called off.
func (v *View) off(d *hall.DutyRow) row {
	say, t := v.env.Say, text.Duty
	why := ""
	for _, c := range d.Changes {
		if c.What == hall.DutyCalledOff {
			why = c.Reason
		}
	}
	name := say(text.DutyKind(d.Kind))
	if d.Kind == hall.DutyHall {
		name = v.names(d.People)
	}
	return row{key: fmt.Sprint("o", d.ID), tone: widget.Muted, duty: d, cells: []string{v.mark(false) + " " + name, say(t.Off), why}}
}

func (v *View) names(people []hall.DutyRef) string {
	var out []string
	for _, p := range people {
		out = append(out, p.Name)
	}
	return v.env.Say(text.Names(out))
}

// places are the rows of a shift: one for each who is planned, and one for who is missing.
func (v *View) places(d *hall.DutyRow) []row {
	say, t := v.env.Say, text.Duty
	if d.State == hall.DutyOff {
		return []row{v.off(d)}
	}
	var out []row
	gap := d.Open
	for i := range d.Places {
		p := &d.Places[i]
		if p.Empty() {
			gap-- // said with his name
		}
		tone := widget.Normal
		switch {
		case p.Empty() || p.State == hall.DutyMissed || p.State == hall.DutyDue:
			tone = widget.Danger
		case p.State == hall.DutyGone || p.State == hall.DutyAhead:
			tone = widget.Muted
		}
		times := strings.TrimSpace(say(text.DutyTimes(p.In, p.Out)) + "  " + say(text.LateBy(p.Late)))
		out = append(out, row{
			key: fmt.Sprint("p", d.ID, ".", i), tone: tone, duty: d, place: p, shift: v.data.SignIn(*p),
			cells: []string{v.mark(p.State == hall.DutyHere) + " " + p.Who.Name, say(text.DutyPlace(*p, v.env.Today(), v.shown())), times},
		})
	}
	if gap > 0 {
		out = append(out, row{key: fmt.Sprint("g", d.ID), tone: widget.Danger, duty: d, cells: []string{v.mark(false) + " " + say(t.Gap.With("n", gap))}})
	}
	return out
}

func itemKey(s hall.ShiftID, at int) string { return fmt.Sprint("w", s, ".", at) }

// waitKey is the key of the first of a shift's items that waits.
func waitKey(o hall.OpenHandover) string {
	return itemKey(o.Shift, slices.IndexFunc(o.Items, hall.HandItem.Open))
}

// waits are the items that wait to be accepted, whoever handed them over.
func (v *View) waits() part {
	say, t := v.env.Say, text.Duty
	out := part{head: say(t.Waits.With("n", v.data.Waiting()))}
	for i := range v.data.Open {
		o := &v.data.Open[i]
		for j := range o.Items {
			if it := &o.Items[j]; it.Open() {
				from := say(t.WaitFrom.With("name", o.Name).With("day", text.ShortDay(o.Day)))
				out.rows = append(out.rows, row{key: itemKey(o.Shift, j), tone: widget.Accent, open: o, item: it, at: j, on: it.Case, cells: []string{it.What, v.number(*it), from}})
			}
		}
	}
	return out
}

func (v *View) number(i hall.HandItem) string { return v.env.Say(text.CaseNumber(i.Case, i.Number)) }

// mine are the items that the reader has accepted.
func (v *View) mine() part {
	if v.data.Mine == nil || len(v.data.Mine.Took) == 0 {
		return part{}
	}
	say, t := v.env.Say, text.Duty
	out := part{head: say(t.Mine)}
	if n := v.data.Pending(); n > 0 {
		out.head = say(t.MineHead.With("n", n))
	}
	for i := range v.data.Mine.Took {
		it := &v.data.Mine.Took[i]
		tone, state := widget.Normal, t.MineFrom.With("name", it.FromName)
		if !it.Pending() {
			tone, state = widget.Muted, t.DoneWith.With("result", it.Result)
		}
		out.rows = append(out.rows, row{key: fmt.Sprint("m", i), tone: tone, took: true, item: it, at: i, on: it.Case, shift: v.data.Mine, cells: []string{v.mark(!it.Pending()) + " " + it.What, v.number(*it), say(state)}})
	}
	return out
}

// log is what was written down that day, by all who were on duty.
func (v *View) log() part {
	say, t := v.env.Say, text.Duty
	out := part{head: say(t.Log), none: say(t.LogNone)}
	for i := range v.data.Signed {
		s := &v.data.Signed[i]
		for j := range s.Log {
			n := &s.Log[j]
			out.rows = append(out.rows, row{key: fmt.Sprint("l", s.ID, ".", j), shift: s, note: n, on: n.Case, cells: []string{text.Clock(n.At) + " " + s.Name, n.What, say(text.CaseNumber(n.Case, n.Number))}})
		}
	}
	sortRows(out.rows)
	return out
}
