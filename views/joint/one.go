package joint

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

func (v *View) scroll(msg tea.Msg) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.Keystroke() {
		case "up":
			v.top--
		case "down":
			v.top++
		case "pgup":
			v.top -= 10
		case "pgdown":
			v.top += 10
		}
		v.top = max(v.top, 0)
	}
}

// parts are the page's blocks in the order in which they are read, one below the other or,
// in a wide window, side by side.
func (v *View) parts(w int) []string {
	over := v.file.Consultation.State == hall.Ended
	if w < wide-6 {
		l := v.page(w)
		for _, block := range []func(*lines){v.about, v.result, v.tasks, v.asked, v.opinions, v.agenda} {
			l.Blank()
			block(l)
		}
		return l.Lines
	}
	lw := (w - 4) / 2
	left, right := v.page(lw), v.page(w-4-lw)
	v.about(left)
	left.Blank()
	v.asked(left)
	for _, block := range []func(*lines){v.result, v.tasks, v.opinions, v.agenda} {
		right.Blank()
		block(right)
	}
	if over {
		left.Blank()
	}
	return widget.Beside(left.Lines, left.Width, right.Lines, right.Width, 4)
}

// drawOne shows the joint consultation that is open.
func (v *View) drawOne(w, h int) views.Frame {
	out := []string{v.heading(w), ""}
	body := v.parts(w - 6)
	room := max(h-len(out), 1)
	v.top = max(min(v.top, len(body)-room), 0)
	for i, l := range body[v.top:min(len(body), v.top+room)] {
		if i == room-1 && v.top+room < len(body) {
			l = v.env.Styles.Muted.Render(v.env.Styles.Marks.More)
		}
		out = append(out, "   "+l)
	}
	return views.NewFrame(w, h, out)
}

func (v *View) heading(w int) string {
	c, st, say := v.file.Consultation, v.env.Styles, v.env.Say
	row := hall.VisitRowOf(c)
	right := say(text.VisitState(row))
	tone := st.Accent
	if v.late(row) {
		tone = st.Danger
	}
	room := w - widget.Width(right) - 4
	left := v.whom(row) + "  " + st.Marks.Dot + "  " + c.Subject
	return " " + st.Title.Render(widget.Pad(widget.Cut(left, room, st.Marks.More), room)) + "  " + tone.Render(right)
}

// about is the case, why it is discussed, when and where.
func (v *View) about(l *lines) {
	c, k, say, t := v.file.Consultation, v.file.Case, v.env.Say, text.Joint
	l.add(t.Case, strings.TrimSpace(v.name()+"  "+say(text.Type(v.env.Settings, k.Type))+"  "+say(text.State(k.State))))
	if c.State == hall.GoneAway {
		l.add(t.Cancelled, c.Reason)
	} else {
		l.add(t.Reason, c.Reason)
	}
	if c.State == hall.Proposed {
		l.add(text.Message{}, say(t.SinceBy.With("day", text.ShortDay(c.Day)).With("by", c.By)))
	}
	st := v.env.Styles
	switch {
	case c.Slot.Day == 0:
		l.none(t.When, t.NoTime)
	case c.State == hall.Waiting && v.begun():
		l.labelled(t.When, v.at(), st.Danger)
		l.labelled(text.Message{}, say(t.Past), st.Danger)
	default:
		l.add(t.When, v.at())
	}
	for _, m := range c.Moves {
		l.add(text.Message{}, say(t.Moved.With("day", text.ShortDay(m.From.Day)).With("time", text.Slot(m.From)).With("by", m.By).With("why", m.Reason)))
	}
}

// at is when and where it is held.
func (v *View) at() string {
	c, say := v.file.Consultation, v.env.Say
	out := say(text.ShortDay(c.Slot.Day)) + " " + text.Slot(c.Slot) + " " + c.Room
	if c.Slot.Day == v.env.Today() {
		out += "  " + say(text.Joint.Now)
	}
	return out
}

// begun reports whether its time has come.
func (v *View) begun() bool { return v.file.Consultation.Begun(v.env.Now()) }

// asked is who takes part: the parties' consent, the convener, the invitations.
func (v *View) asked(l *lines) {
	j, say, t, st := v.file.Consultation.Joint, v.env.Say, text.Joint, v.env.Styles
	for i, c := range hall.ConsentsOf(v.file.Case, j.Consents) {
		name := t.Consents
		if i > 0 {
			name = text.Message{}
		}
		head := say(t.ConsentLine.With("name", c.Name).With("side", text.Side(c.Side))) + "  "
		how := t.Paper
		if c.Oral {
			how = t.Oral
		}
		since := "  " + say(how) + "  " + say(text.ShortDay(c.Day))
		switch {
		case c.Day == 0:
			l.labelled(name, head+say(t.NotAsked), st.Muted)
		case c.Given:
			l.add(name, head+say(t.Agrees)+since)
		default:
			l.labelled(name, head+say(t.Refuses)+since, st.Danger)
		}
	}
	l.Blank()
	if j.Convener.Name == "" {
		l.none(t.Convener, t.NoConvener)
	} else {
		l.add(t.Convener, v.invitation(j.Convener, 0))
	}
	if len(j.Invited) == 0 {
		l.none(t.Invited, t.NobodyInvited)
	}
	names := 0
	for _, i := range j.Invited {
		names = min(max(names, widget.Width(i.Name)), 20)
	}
	var rows []string
	for _, i := range j.Invited {
		rows = append(rows, v.invitation(i, names))
	}
	l.each(t.Invited, rows)
}

// invitation is one of the invited in a line: who, what he said, or, once it was held,
// whether he came, and from where.
func (v *View) invitation(i hall.Invitee, names int) string {
	say, c := v.env.Say, v.file.Consultation
	parts := []string{i.Name}
	if names > 0 {
		parts[0] = widget.Pad(widget.Cut(i.Name, names, v.env.Styles.Marks.More), names)
	}
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	switch {
	case c.State == hall.Ended && i.Came:
		add(say(text.Joint.Came))
	case c.State == hall.Ended:
		add(say(text.Joint.Absent))
	case !i.Same(c.Joint.Convener):
		if i.Must {
			add(say(text.Joint.Must))
		}
		add(say(text.Answer(i.Answer)))
	}
	add(i.Note)
	add(i.Unit)
	add(v.phone(i))
	return strings.Join(parts, "  ")
}

func (v *View) agenda(l *lines) {
	j, t := v.file.Consultation.Joint, text.Joint
	if j.Agenda == "" && !v.file.Consultation.State.Over() {
		l.none(t.Agenda, t.NoAgenda)
	}
	l.add(t.Agenda, j.Agenda)
}

// result is what they agreed on and who carries it out.
func (v *View) result(l *lines) {
	j, say, t := v.file.Consultation.Joint, v.env.Say, text.Joint
	if v.file.Consultation.State != hall.Ended {
		return
	}
	l.add(t.Line, j.Line)
	l.add(t.Opinion, j.Opinion)
	l.add(t.Who, say(t.ByDay.With("who", j.Who).With("day", text.ShortDay(j.By))))
}

func (v *View) tasks(l *lines) {
	say, t := v.env.Say, text.Joint
	for i, k := range v.file.Tasks {
		name := t.Tasks
		if i > 0 {
			name = text.Message{}
		}
		st, mark := v.env.Styles.Text, v.env.Styles.Marks.Open+" "
		m := t.TaskOpen.With("what", k.What).With("who", k.Who).With("day", text.ShortDay(k.Due))
		switch {
		case k.Done != 0:
			st, mark = v.env.Styles.Muted, v.env.Styles.Marks.Done+" "
			m = t.TaskDone.With("what", k.What).With("who", k.DoneBy).With("day", text.ShortDay(k.Done)).With("result", k.Result)
		case k.Due < v.env.Today():
			st = v.env.Styles.Danger
			mark += say(t.TaskLate) + "  "
		}
		l.labelled(name, mark+say(m), st)
	}
}

// opinions are what each of those who came said.
func (v *View) opinions(l *lines) {
	j, say, t := v.file.Consultation.Joint, v.env.Say, text.Joint
	if v.file.Consultation.State != hall.Ended {
		return
	}
	var said []string
	for _, i := range append([]hall.Invitee{j.Convener}, j.Invited...) {
		s := i.Name + "  " + i.Opinion
		if i.Dissent != "" {
			s += "  " + say(t.Dissents) + i.Dissent
		}
		if i.Came && i.Opinion+i.Dissent != "" {
			said = append(said, s)
		}
	}
	l.each(t.Opinions, said)
	l.add(t.Others, j.Present)
}
