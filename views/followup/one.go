package followup

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/paper"
	"sizhen/views/text"
	"sizhen/views/widget"
)

const label = 13 // cells of the labels

// labels is a page of details.
type labels struct {
	widget.Labels
	v *View
}

func (v *View) labels(w int) *labels {
	return &labels{widget.Labels{St: v.env.Styles, Width: w, Column: label}, v}
}

func (l *labels) add(name text.Message, s string)       { l.Add(l.v.env.Say(name), s) }
func (l *labels) say(name text.Message, m text.Message) { l.Add(l.v.env.Say(name), l.v.env.Say(m)) }
func (l *labels) danger(name text.Message, m text.Message) {
	l.Styled(l.v.env.Say(name), l.v.env.Say(m), l.v.env.Styles.Danger)
}

// detail shows the row under the cursor: first what one must know to make the visit. Where
// there is little room the names are left to the row itself.
func (v *View) detail(w int, narrow bool) []string {
	r := v.selected()
	if r == nil {
		return nil
	}
	l := v.labels(w)
	if r.Hidden {
		l.Head(v.whom(*r))
		l.Text(v.env.Say(text.Err(hall.Refuse(hall.ErrClosedCase))))
		return l.Lines
	}
	if !narrow {
		l.Head(v.whom(*r))
	}
	if v.file == nil || v.file.Consultation.ID != r.ID {
		return l.Lines
	}
	if narrow {
		l.Head(strings.TrimSpace(v.caseLine() + "  " + r.Subject))
	} else {
		l.add(text.FollowUps.Case, v.caseLine())
	}
	if r.State == hall.Ended {
		v.result(l)
		return l.Lines
	}
	v.reason(l)
	if v.file.Consultation.Timed() { // else its row says when
		v.when(l)
	}
	v.due(l)
	v.parties(l)
	v.terms(l)
	return l.Lines
}

// drawOne shows the follow-up that is open.
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
	right, tone := say(text.VisitState(row)), st.Accent
	if c.State == hall.Waiting {
		right += "  " + say(text.Left(c.Day, v.env.Today()))
		if c.Day < v.env.Today() {
			tone = st.Danger
		}
	}
	room := w - widget.Width(right) - 4
	left := v.whom(row) + "  " + st.Marks.Dot + "  " + say(text.About(v.env.Settings, c.Type, c.Subject))
	return " " + st.Title.Render(widget.Pad(widget.Cut(left, room, st.Marks.More), room)) + "  " + tone.Render(right)
}

// parts are the page's blocks in the order in which they are read, one below the other or,
// in a wide window, side by side.
func (v *View) parts(w int) []string {
	if w < wide-6 {
		l := v.labels(w)
		for _, block := range []func(*labels){v.about, v.result, v.agreement, v.parties, v.moves} {
			l.Blank()
			block(l)
		}
		return l.Lines
	}
	lw := (w - 4) / 2
	left, right := v.labels(lw), v.labels(w-4-lw)
	for _, block := range []func(*labels){v.about, v.agreement, v.parties} {
		left.Blank()
		block(left)
	}
	for _, block := range []func(*labels){v.result, v.moves} {
		right.Blank()
		block(right)
	}
	return widget.Beside(left.Lines, lw, right.Lines, w-4-lw, 4)
}

// about is the case, why somebody goes there, when and how.
func (v *View) about(l *labels) {
	l.add(text.FollowUps.Case, v.caseLine())
	v.reason(l)
	v.when(l)
}

func (v *View) caseLine() string {
	k := v.file.Case
	m := text.FollowUps.CaseNow.With("no", k.Number).With("type", text.Type(v.env.Settings, k.Type)).With("state", text.State(k.State))
	return strings.TrimSpace(v.env.Say(m))
}

// reason is why it is made, and for which day it was planned first.
func (v *View) reason(l *labels) {
	c, say, t := v.file.Consultation, v.env.Say, text.FollowUps
	why := say(text.FollowCause(c.Visit.Why))
	if p := c.Visit.Planned; p != 0 && p != c.Day && c.State != hall.Ended {
		why += "  " + say(t.On.With("day", text.ShortDay(p)))
	}
	l.add(t.Why, why)
}

// when is its day and way, or why it is not made.
func (v *View) when(l *labels) {
	c, say, t := v.file.Consultation, v.env.Say, text.FollowUps
	switch {
	case c.State == hall.GoneAway && c.Visit.TakenBack && c.Reason == "":
		l.say(t.TakenBack, t.TakenBackWhy)
	case c.State == hall.GoneAway:
		l.add(t.Cancelled, c.Reason)
	case c.State == hall.Waiting:
		when := say(text.ShortDay(c.Day))
		if c.Timed() {
			when += " " + text.Slot(c.Slot) + " " + c.Room
		}
		l.add(t.When, strings.TrimSpace(when)+"  "+say(text.FollowWay(c.Visit.Way)))
	}
}

// agreement is what to look at.
func (v *View) agreement(l *labels) {
	v.due(l)
	v.terms(l)
}

func (v *View) terms(l *labels) {
	if a := v.file.Case.Agreement; a != nil {
		l.add(text.FollowUps.Agreement, a.Terms)
	}
}

// due is until when the agreement is to be performed, and whether it is.
func (v *View) due(l *labels) {
	a, t := v.file.Case.Agreement, text.FollowUps
	if a == nil {
		return
	}
	switch {
	case a.Performed != 0:
		due := a.PerformBy
		if due == 0 {
			due = a.Made
		}
		l.say(t.PerformBy, t.Performed.With("day", text.ShortDay(due)).With("done", text.ShortDay(a.Performed)))
	case a.PerformBy != 0 && a.PerformBy < v.env.Today():
		l.danger(t.PerformBy, t.NotDue.With("day", text.ShortDay(a.PerformBy)).With("left", text.Left(a.PerformBy, v.env.Today())))
	case a.PerformBy != 0:
		l.say(t.PerformBy, t.NotDue.With("day", text.ShortDay(a.PerformBy)).With("left", text.Left(a.PerformBy, v.env.Today())))
	}
}

// parties are whom to find, and where.
func (v *View) parties(l *labels) {
	say, t := v.env.Say, text.FollowUps
	var out []string
	for _, p := range v.file.Case.Parties {
		out = append(out, paper.PartyLine(v.env.Lang, p))
	}
	l.Each(say(t.Parties), out)
	if v.file.Masked {
		l.Styled("", say(t.Masked), v.env.Styles.Muted)
	}
}

// result is what somebody found when he looked.
func (v *View) result(l *labels) {
	c, say, t := v.file.Consultation, v.env.Say, text.FollowUps
	f := c.Visit
	if c.State != hall.Ended {
		return
	}
	l.add(t.By, f.By+"  "+say(text.ShortDay(f.On))+"  "+say(text.FollowWay(f.Way)))
	l.say(t.Result, text.Performance(f.Performance))
	if f.Relapse == hall.RelapseBack {
		l.danger(t.Relapse, text.Relapse(f.Relapse))
		l.add(t.Again, v.dealtWith())
	} else {
		l.say(t.Relapse, text.Relapse(f.Relapse))
	}
	l.say(t.Satisfaction, text.Satisfaction(f.Satisfaction))
	l.add(t.Findings, f.Findings)
	l.add(t.Measures, f.Measures)
	if f.Lawsuit {
		l.say(t.Lawsuit, text.FollowForm.Yes)
	}
	next := t.NextNone
	if f.Next != 0 {
		next = text.ShortDay(f.Next)
	}
	l.say(t.Next, next)
	l.say(text.Message{}, t.Written.With("at", text.Moment(f.Written)))
}

// dealtWith is what was done about a relapse.
func (v *View) dealtWith() string {
	say, t := v.env.Say, text.FollowUps
	switch again := v.file.Consultation.Visit.Again; {
	case again == 0:
		return say(t.AgainOpen)
	case again == v.file.Case.ID:
		return say(t.AgainSame)
	case v.again == "":
		return say(t.AgainHidden)
	}
	return say(t.AgainOther.With("no", v.again))
}

// moves are all changes of the date, with who made them and why.
func (v *View) moves(l *labels) {
	say, t := v.env.Say, text.FollowUps
	at := func(s hall.Slot) text.Message {
		if s.To == 0 {
			return text.ShortDay(s.Day)
		}
		return text.Raw("{day} {time}").With("day", text.ShortDay(s.Day)).With("time", text.Slot(s))
	}
	var out []string
	for _, m := range v.file.Consultation.Moves {
		out = append(out, say(t.Moved.With("at", text.ShortDay(hall.DayOf(m.At))).With("by", m.By).With("was", at(m.From)).With("day", at(m.To)).With("why", m.Reason)))
	}
	l.Each(say(text.FollowUps.MovesHead), out)
}
