package joint

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

const (
	beside = 44 // cells of the detail beside the list
	foot   = 6  // lines of the detail under it
)

// drawn is one line of the list; row counts those that can be selected, -1 is none of them.
type drawn struct {
	text string
	row  int
}

func (v *View) drawList(w, h int) views.Frame {
	if !v.list.read {
		return views.NewFrame(w, h, nil)
	}
	if len(v.list.rows()) == 0 {
		out := []string{"", ""}
		for _, l := range widget.Wrap(v.env.Say(text.Joint.Empty), min(w-6, 90)) {
			out = append(out, "   "+v.env.Styles.Muted.Render(l))
		}
		return views.NewFrame(w, h, out)
	}
	lw, lh := w-2, h-1
	side := w >= wide
	if side {
		lw -= beside + 3
	} else {
		lh -= foot
	}
	body := v.visible(v.lines(lw), lh)
	if side {
		body = widget.Beside(body, lw, v.detail(beside), beside, 3)
	} else {
		rule := v.env.Styles.Muted.Render(strings.Repeat(v.env.Styles.Marks.Rule, lw))
		body = append(widget.Fill(body, lw, lh), rule)
		body = append(body, widget.Fill(v.detail(lw), lw, foot-1)...)
	}
	out := []string{""}
	for _, l := range body {
		out = append(out, " "+l)
	}
	return views.NewFrame(w, h, out)
}

// lines are the groups under their headings.
func (v *View) lines(w int) []drawn {
	st, say, t := v.env.Styles, v.env.Say, text.Joint
	var out []drawn
	n := 0
	for _, s := range stages() {
		g := v.list.groups[s]
		if s != hall.StageProposed {
			out = append(out, drawn{"", -1})
		}
		out = append(out, drawn{st.Title.Render(say(t.GroupHead.With("name", text.GroupName(s)).With("n", g.Total))), -1})
		if len(g.Rows) == 0 {
			none := map[hall.Stage]text.Message{hall.StageProposed: t.NoneProposed, hall.StageOpen: t.NoneOpen, hall.StageEnded: t.NoneEnded}[s]
			out = append(out, drawn{"  " + st.Muted.Render(widget.Cut(say(none), w-2, st.Marks.More)), -1})
		}
		for _, l := range v.group(s, g.Rows, w) {
			out = append(out, drawn{l, n})
			n++
		}
		if rest := g.Total - len(g.Rows); rest > 0 && len(g.Rows) > 0 {
			out = append(out, drawn{"  " + st.Muted.Render(widget.Cut(say(t.Rest.With("n", rest)), w-2, st.Marks.More)), -1})
		}
	}
	return out
}

// group draws a stage's rows in columns that fit its own contents.
func (v *View) group(s hall.Stage, rows []hall.VisitRow, w int) []string {
	st := v.env.Styles
	whens, whos := 0, 0
	for _, r := range rows {
		whens, whos = max(whens, widget.Width(v.env.Say(v.when(r)))), max(whos, widget.Width(v.whom(r)))
	}
	whens = min(whens, w*2/5)
	whos = min(whos, max((w-whens-6)*2/5, 12))
	rest := max(w-2-whens-whos-4, 0)
	at := v.list.at
	var out []string
	for _, r := range rows {
		cell := func(s string, n int) string { return widget.Pad(widget.Cut(s, n, st.Marks.More), n) }
		line := cell(v.env.Say(v.when(r)), whens) + "  " + cell(v.whom(r), whos) + "  " + cell(v.what(r), rest)
		switch {
		case r.ID == at:
			line = st.Accent.Render(st.Marks.Cursor) + " " + st.Selected.Render(line)
		case v.late(r):
			line = "  " + st.Danger.Render(line)
		case r.Hidden || s == hall.StageEnded:
			line = "  " + st.Muted.Render(line)
		default:
			line = "  " + line
		}
		out = append(out, line)
	}
	return out
}

// when is the day of a row and, once it is called together, its time and room.
func (v *View) when(r hall.VisitRow) text.Message {
	if r.Slot.Day == 0 {
		return text.ShortDay(r.Day)
	}
	m := text.ShortDay(r.Slot.Day)
	if r.State == hall.Ended {
		return m
	}
	return text.Raw("{day} {time} {room}").With("day", m).With("time", text.Minutes(r.Slot.From)).With("room", r.Room)
}

func (v *View) whom(r hall.VisitRow) string {
	if r.Hidden {
		return v.env.Say(text.Joint.Hidden)
	}
	return v.env.Say(text.Sides(r))
}

// late reports whether a time has come and nothing was recorded.
func (v *View) late(r hall.VisitRow) bool {
	return r.State == hall.Waiting && r.Slot.Day != 0 && r.Slot.Day < v.env.Today()
}

// what is what a row is waiting for, or came to.
func (v *View) what(r hall.VisitRow) string {
	say, t := v.env.Say, text.Joint
	switch {
	case r.Hidden:
		return ""
	case r.State == hall.Proposed:
		return r.Reason
	case r.State == hall.Ended:
		return r.Line
	case v.late(r):
		return say(t.Past)
	}
	return say(v.answers(r))
}

func (v *View) answers(r hall.VisitRow) text.Message {
	t := text.Joint
	switch {
	case r.Invited == 0:
		return t.NobodyAsked
	case len(r.Unanswered) == 0:
		return t.AllAnswered.With("n", r.Invited)
	}
	return t.Answered.With("n", r.Invited-len(r.Unanswered)).With("names", text.Names(r.Unanswered))
}

// visible cuts out the lines around the cursor; a group's heading stays with its first row.
func (v *View) visible(all []drawn, h int) []string {
	at := 0
	for i, l := range all {
		if l.row == v.list.row {
			at = i
		}
	}
	first := at
	for first > 0 && all[first-1].row < 0 {
		first--
	}
	l := &v.list
	l.top = min(l.top, first)
	l.top = max(l.top, at-h+1)
	l.top = max(min(l.top, len(all)-h), 0)
	var out []string
	for _, d := range all[l.top:min(l.top+h, len(all))] {
		out = append(out, d.text)
	}
	return out
}

// detail shows the row under the cursor in full.
func (v *View) detail(w int) []string {
	r := v.selected()
	if r == nil {
		return nil
	}
	say, t := v.env.Say, text.Joint
	l := v.page(w)
	l.Head(v.whom(*r))
	if r.Hidden {
		l.Text(say(text.Err(hall.Refuse(hall.ErrClosedCase))))
		return l.Lines
	}
	about := r.Subject
	if kind := say(text.Type(v.env.Settings, r.Type)); r.Type != "" {
		about = strings.TrimSpace(about + "  " + kind)
	}
	l.Text(about)
	switch r.State {
	case hall.Ended:
		l.Text(say(v.when(*r)) + "  " + r.Room)
		l.add(t.Line, r.Line)
	case hall.Proposed:
		l.add(t.Reason, r.Reason+"  "+say(t.Since.With("day", text.ShortDay(r.Day))))
	default:
		l.Text(say(text.ShortDay(r.Slot.Day)) + " " + text.Slot(r.Slot) + " " + r.Room)
		if r.Convener != "" {
			l.Text(say(t.Convened.With("name", r.Convener)) + "  " + say(t.InvitedN.With("n", r.Invited)))
		}
		if len(r.Unanswered) > 0 {
			l.add(t.NoAnswer, say(text.Names(r.Unanswered)))
		}
		l.add(t.Reason, r.Reason)
	}
	return l.Lines
}
