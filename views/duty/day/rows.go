package day

import (
	"cmp"
	"fmt"
	"slices"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/list"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// row is one line of the list, and what it stands for. Which fields are filled says what it
// is: somebody planned, a sign-in, an item, a line of the log, a visitor, a shift to come.
type row struct {
	key   string
	cells [3]string
	tone  widget.Tone
	duty  *hall.DutyRow
	place *hall.DutyPlace
	shift *hall.SignIn       // whose sign-in, log or handover it is
	open  *hall.OpenHandover // what is to be accepted, or
	took  bool               // what the reader accepted
	item  *hall.HandItem
	at    int // the item's place
	note  *hall.DutyNote
	hands *hall.DutyCase // what changed hands on a visit
	visit *hall.VisitRow
	swap  hall.SwapID // a swap that waits for the reader's answer
	on    hall.CaseID // the case it is about
	warn  hall.Warning
}

// part is a group of rows.
type part struct {
	list.Group
	rows []row
}

func group(head, none text.Message) part { return part{Group: list.Group{Head: head, None: none}} }

func (p *part) add(r row) { p.rows = append(p.rows, r) }

// reading makes the rows of a day in a session's language.
type reading struct {
	views.Session
	hall.DutyDay
}

func (d *reading) now() bool { return d.Day == d.Today() }

// page lists a day; the cursor begins at what waits, once somebody can accept it.
func (d *reading) page(team bool) list.Page[row] {
	parts := d.dayParts()
	if team {
		parts = d.teamParts()
	}
	out := list.Page[row]{Whole: d.DutyDay}
	for _, p := range parts {
		for i, r := range p.rows {
			p.rows[i].warn = d.Warned[r.on]
		}
		p.Rows = len(p.rows)
		out.Groups, out.Rows = append(out.Groups, p.Group), append(out.Rows, p.rows...)
	}
	if d.now() && d.Mine != nil {
		if i := slices.IndexFunc(out.Rows, func(r row) bool { return r.open != nil }); i >= 0 {
			out.Begin = out.Rows[i].key
		}
	}
	return out
}

// dayParts are the groups of a day on duty. What waits to be accepted comes first as soon as
// somebody can accept it.
func (d *reading) dayParts() []part {
	out := []part{d.onDuty()}
	for _, r := range visits(d.DutyDay) {
		out = append(out, d.teamPart(r))
	}
	if d.now() {
		out = append(out, full(d.waits(), d.mine(), d.swaps())...)
	}
	if d.Day <= d.Today() {
		out = append(append(out, d.log()), full(d.handed())...)
	}
	return append(out, d.next())
}

// full leaves out the groups that hold nothing.
func full(parts ...part) []part {
	return slices.DeleteFunc(parts, func(p part) bool { return len(p.rows) == 0 })
}

// onDuty are those who are planned in the hall, and those who came without a plan.
func (d *reading) onDuty() part {
	out := group(on, nobodyCame)
	switch {
	case d.now():
		out.Head, out.None = onToday, nobodyYet
	case d.Day > d.Today():
		out.None = notPlanned
	}
	for i := range d.Rows {
		switch r := &d.Rows[i]; {
		case r.Kind == hall.DutyHall:
			out.rows = append(out.rows, d.places(r)...)
		case r.State == hall.DutyOff:
			out.add(d.off(r))
		}
	}
	for i := range d.Extra {
		s := &d.Extra[i]
		here, tone := text.Attendance(hall.DutyHere), widget.Normal
		switch {
		case !s.Out.IsZero():
			here, tone = text.Attendance(hall.DutyGone), widget.Muted
		case s.Forgotten(d.Today()):
			here = notOut
		}
		out.add(row{key: fmt.Sprint("x", s.ID), tone: tone, shift: s,
			cells: [3]string{d.mark(s.Out.IsZero()) + " " + s.Name, d.Say(here), d.Say(text.Words(times(s.In, s.Out), d.extra(s)))}})
	}
	return out
}

// extra says why somebody came who is planned for nothing: to stand in, as the head put down, or so.
func (d *reading) extra(s *hall.SignIn) text.Message {
	if slices.ContainsFunc(d.Rows, func(r hall.DutyRow) bool { return r.ID == s.Duty && r.State == hall.DutyStands }) {
		return text.Words(text.StoodIn, text.LateBy(s.Late), text.EarlyBy(s.Early))
	}
	return extra
}

func (d *reading) mark(here bool) string {
	if here {
		return d.Styles.Marks.Done
	}
	return d.Styles.Marks.Open
}

// off is a shift that was called off.
func (d *reading) off(r *hall.DutyRow) row {
	why := ""
	for _, c := range r.Changes {
		if c.What == hall.DutyCalledOff {
			why = c.Reason
		}
	}
	name := text.DutyKind(r.Kind)
	if r.Kind == hall.DutyHall {
		name = names(r.People)
	}
	return row{key: fmt.Sprint("o", r.ID), tone: widget.Muted, duty: r, cells: [3]string{d.mark(false) + " " + d.Say(name), d.Say(called), why}}
}

func names(people []hall.DutyRef) text.Message {
	var out []string
	for _, p := range people {
		out = append(out, p.Name)
	}
	return text.Names(out)
}

// places are the rows of a shift: one for each who is planned, and one for who is missing.
func (d *reading) places(r *hall.DutyRow) []row {
	if r.State == hall.DutyOff {
		return []row{d.off(r)}
	}
	var out []row
	missing := r.Open
	for i := range r.Places {
		p := &r.Places[i]
		tone := widget.Normal
		switch {
		case p.Empty():
			missing-- // said with his name
			tone = widget.Danger
		case p.StoodBy == "" && (p.State == hall.DutyMissed || p.State == hall.DutyDue):
			tone = widget.Danger
		case p.State == hall.DutyGone || p.State == hall.DutyAhead:
			tone = widget.Muted
		}
		in, later := d.SignIn(*p), text.Message{}
		if in != nil && !in.Entered.IsZero() {
			later = text.Entered
		}
		out = append(out, row{key: fmt.Sprint("p", r.ID, ".", i), tone: tone, duty: r, place: p, shift: in, cells: [3]string{
			d.mark(p.State == hall.DutyHere) + " " + p.Who.Name, d.Say(attendance(*p, d.Today(), d.Day)),
			d.Say(text.Words(times(p.In, p.Out), text.LateBy(p.Late), text.EarlyBy(p.Early), later)),
		}})
	}
	if missing > 0 {
		out = append(out, row{key: fmt.Sprint("g", r.ID), tone: widget.Danger, duty: r, cells: [3]string{d.mark(false) + " " + d.Say(gap.With("n", missing))}})
	}
	return out
}

// waits are the items that wait to be accepted, whoever handed them over.
func (d *reading) waits() part {
	out := group(waiting.With("n", d.Waiting()), text.Message{})
	for i := range d.Open {
		o := &d.Open[i]
		for j := range o.Items {
			if it := &o.Items[j]; it.Open() {
				out.add(row{key: fmt.Sprint("w", o.Shift, ".", j), tone: widget.Accent, open: o, item: it, at: j, on: it.Case,
					cells: [3]string{o.Name, d.marked(it.What, it.Case), d.Say(text.Words(text.ShortDay(o.Day), number(it.Case, it.Number), gone(*it)))}})
			}
		}
	}
	return out
}

// marked is what is said of a case, with the mark of one that is dangerous before it.
func (d *reading) marked(what string, on hall.CaseID) string {
	return d.Say(text.Words(text.WarningTag(d.Warned[on]), text.Raw(what)))
}

// mine are the items that the reader has accepted.
func (d *reading) mine() part {
	out := group(accepted, text.Message{})
	if d.Mine == nil {
		return out
	}
	if n := d.Pending(); n > 0 {
		out.Head = acceptedLeft.With("n", n)
	}
	for i := range d.Mine.Took {
		it := &d.Mine.Took[i]
		tone, state := widget.Normal, notDone
		if !it.Returned.IsZero() {
			tone, state = widget.Muted, text.Words(returned.With("name", it.ReturnedBy), text.Raw(it.Why))
		} else if !it.Pending() {
			tone, state = widget.Muted, doneWith.With("result", it.Result)
		}
		out.add(row{key: fmt.Sprint("m", i), tone: tone, took: true, item: it, at: i, on: it.Case, shift: d.Mine,
			cells: [3]string{d.mark(!it.Pending()) + " " + it.FromName, d.marked(it.What, it.Case), d.Say(text.Words(state, number(it.Case, it.Number)))}})
	}
	return out
}

// swaps are those that wait for the reader's answer; they are answered in the month's plan.
func (d *reading) swaps() part {
	out := group(swapsHead, text.Message{})
	for _, s := range d.Swaps {
		who, ask := s.Who.Name, swapAsk
		if s.Undoes != 0 {
			ask = swapBackAsk
		}
		if s.Who.Is(d.Actor) { // who gives the shift is asked, as is whoever did not ask for it
			who = s.With.Name
		}
		out.add(row{key: fmt.Sprint("s", s.ID), swap: s.ID, tone: widget.Accent,
			cells: [3]string{who, d.Say(ask.With("day", text.ShortDay(s.Day))), s.Why}})
	}
	return out
}

// logKey is the row of a line of somebody's log.
func logKey(id hall.SignInID, n int) string { return fmt.Sprint("l", id, ".", n) }

// log is what was written down that day, by all who were on duty, in order of time.
func (d *reading) log() part {
	out := group(logHead, logNone)
	for i := range d.Signed {
		s := &d.Signed[i]
		for j := range s.Log {
			n := &s.Log[j]
			out.add(row{key: logKey(s.ID, j), shift: s, note: n, on: n.Case,
				cells: [3]string{text.Clock(n.At) + " " + s.Name, d.marked(n.What, n.Case), d.Say(number(n.Case, n.Number))}})
		}
	}
	slices.SortStableFunc(out.rows, func(a, b row) int { return cmp.Compare(a.note.At.UnixNano(), b.note.At.UnixNano()) })
	return out
}

// handed is what those of the day handed over, and what became of it. What still waits today
// stands above, to be accepted.
func (d *reading) handed() part {
	out := group(handedHead, text.Message{})
	for i := range d.Signed {
		s := &d.Signed[i]
		if s.Note != "" {
			out.add(row{key: fmt.Sprint("n", s.ID), shift: s, cells: [3]string{s.Name, d.Say(noteSaid.With("note", s.Note))}})
		}
		for j := range s.Items {
			it := &s.Items[j]
			if it.Open() && d.now() {
				continue
			}
			tone := widget.Normal
			if !it.Done.IsZero() {
				tone = widget.Muted
			}
			out.add(row{key: fmt.Sprint("i", s.ID, ".", j), tone: tone, shift: s, item: it, at: j, on: it.Case,
				cells: [3]string{s.Name, d.marked(it.What, it.Case), d.Say(text.Words(became(*it), number(it.Case, it.Number)))}})
		}
	}
	return out
}

// gone says of an item that waits again who gave it back.
func gone(i hall.HandItem) text.Message {
	if i.Returned.IsZero() {
		return text.Message{}
	}
	return text.Words(returned.With("name", i.ReturnedBy), text.Raw(i.Why))
}

// became says what became of an item that was handed over.
func became(i hall.HandItem) text.Message {
	switch {
	case !i.Done.IsZero():
		return doneWith.With("result", i.Result)
	case !i.Accepted.IsZero():
		return taken.With("name", i.AcceptedBy)
	}
	return text.Words(stillOpen, gone(i))
}

// next is whose turn it is after the day.
func (d *reading) next() part {
	out := group(nextHead, nextNone)
	for i := range d.Next {
		r := &d.Next[i]
		kind, who := text.DutyKind(r.Kind), names(r.People)
		if r.Township != "" && r.Township != d.Settings.Name {
			kind = text.Words(kind, text.Raw(r.Township))
		}
		if r.Open > 0 {
			who = text.Words(who, gap.With("n", r.Open))
		}
		out.add(row{key: fmt.Sprint("d", r.ID), duty: r, tone: widget.Muted, cells: [3]string{d.Say(text.ShortDay(r.Day)), d.Say(kind), d.Say(who)}})
	}
	return out
}
