package casefile

import (
	"fmt"
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/theme"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	switch {
	case v.denied:
		var out = []string{"", ""}
		for _, l := range widget.Wrap(v.env.Say(text.CaseFile.Denied), min(w-8, 80)) {
			out = append(out, "    "+l)
		}
		return views.NewFrame(w, h, out)
	case !v.read:
		return views.NewFrame(w, h, nil)
	}
	lines := []string{v.heading(w), "", v.tabLine(), ""}
	room := h - len(lines)
	if v.tab == tabConsultations {
		for _, l := range v.drawVisits(w-6, room) {
			lines = append(lines, "   "+l)
		}
		return views.NewFrame(w, h, lines)
	}
	body := v.body(min(w-6, 110))
	v.top = max(min(v.top, len(body)-room), 0)
	for i, l := range body[v.top:min(len(body), v.top+room)] {
		if i == room-1 && v.top+room < len(body) {
			l = v.env.Styles.Muted.Render(v.env.Styles.Marks.More)
		}
		lines = append(lines, "   "+l)
	}
	return views.NewFrame(w, h, lines)
}

func (v *View) heading(w int) string {
	c, say, st := v.file.Case, v.env.Say, v.env.Styles
	a, more := hall.First(c.Of(hall.Applicant))
	b, moreB := hall.First(c.Of(hall.Respondent))
	left := say(text.About(v.env.Settings, c.Type, c.Subject)) + "  " + st.Marks.Dot + "  " + say(
		text.Cases.Versus.With("a", text.Who(a, more)).With("b", text.Who(b, moreB)))
	right := say(text.State(c.State))
	tone := st.Accent
	if c.State == hall.Accepted || c.State == hall.Mediating {
		right += "  " + say(text.CaseFile.DeadlineLeft.With("day", text.ShortDay(c.Deadline)).With("left", text.Left(c.Deadline, v.env.Today())))
		if c.Deadline < v.env.Today() {
			tone = st.Danger
		}
	}
	right = widget.Cut(right, w/2, st.Marks.More)
	room := w - widget.Width(right) - 4
	return " " + st.Title.Render(widget.Pad(widget.Cut(left, room, st.Marks.More), room)) + "  " + tone.Render(right)
}

func (v *View) tabLine() string {
	t, st := text.CaseFile, v.env.Styles
	out := " "
	for i, name := range []text.Message{t.Overview, t.Parties, t.Consultations, t.Agreement, t.Journal} {
		label := fmt.Sprintf(" %d %s ", i+1, v.env.Say(name))
		if i == v.tab {
			label = st.On(theme.Band).Title.Render(label)
		}
		out += label + " "
	}
	return out
}

// lines collects labelled lines, wrapped.
type lines struct {
	v   *View
	w   int
	out []string
}

const labelWidth = 12

func (l *lines) add(label text.Message, value string) {
	if strings.TrimSpace(value) == "" {
		return
	}
	st := l.v.env.Styles
	for i, s := range widget.Wrap(value, l.w-labelWidth-2) {
		head := ""
		if i == 0 {
			head = l.v.env.Say(label)
		}
		l.out = append(l.out, st.Muted.Render(widget.Pad(widget.Cut(head, labelWidth, st.Marks.More), labelWidth))+"  "+s)
	}
}

func (l *lines) blank() { l.out = append(l.out, "") }

func (l *lines) head(s string) {
	l.out = append(l.out, l.v.env.Styles.Title.Render(widget.Cut(s, l.w, l.v.env.Styles.Marks.More)))
}

func (l *lines) muted(m text.Message) {
	for _, s := range widget.Wrap(l.v.env.Say(m), l.w) {
		l.out = append(l.out, l.v.env.Styles.Muted.Render(s))
	}
}

func (v *View) body(w int) []string {
	l := &lines{v: v, w: w}
	switch v.tab {
	case tabOverview:
		v.overview(l)
	case tabParties:
		v.parties(l)
	case tabAgreement:
		v.agreement(l)
	case tabJournal:
		v.journal(l)
	}
	return l.out
}

func (v *View) overview(l *lines) {
	c, say, t := v.file.Case, v.env.Say, text.CaseFile
	l.add(t.Type, say(text.Type(v.env.Settings, c.Type))+"  "+c.Subject)
	l.add(t.Facts, c.Facts)
	l.add(t.Requests, c.Requests)
	if c.Amount > 0 {
		l.add(t.Amount, say(text.Money(c.Amount)))
	}
	l.add(t.Source, say(text.Source(c.Source))+"  "+c.SourceFrom)
	l.add(t.Difficulty, say(text.Difficulty(c.Difficulty)))
	if c.Risk != hall.RiskNone || c.Flags != 0 {
		l.add(t.Risk, say(text.Risk(c.Risk))+"  "+say(text.Flag(c.Flags)))
	}
	l.add(t.Measures, c.Measures)
	if c.Police.Done() {
		l.add(t.Police, say(t.PoliceTold.With("at", text.Moment(c.Police.At)).With("who", c.Police.Officer).With("by", c.Police.By)))
	}
	for _, a := range c.Assigned {
		s := a.Mediator.Name
		if a.Chair && a.To.IsZero() {
			s += "  " + say(t.Chair)
		}
		if a.To.IsZero() {
			s += "  " + say(text.ShortDay(hall.DayOf(a.From)))
		} else {
			s += "  " + say(text.ShortDay(hall.DayOf(a.To))) + " " + say(t.Left) + "  " + a.Why
		}
		l.add(t.Mediators, s)
	}
	l.add(t.Registered, say(text.Moment(c.Registered))+"  "+c.RegisteredAs)
	if c.Accepted != 0 {
		l.add(t.Accepted, say(text.Day(c.Accepted)))
		l.add(t.Deadline, say(text.Day(c.Deadline)))
	}
	if c.Closed != 0 {
		l.add(t.Closed, say(text.Day(c.Closed)))
	}
	l.add(t.To, c.To)
	l.add(t.Reason, c.Reason)
	l.add(t.Referral, c.Referral)
	if c.Confidential {
		l.add(t.Secret, say(t.Yes))
	}
	if r := v.file.Relapse; r != nil {
		l.add(t.RelapseOf, r.Number+"  "+r.Subject)
	}
}

func (v *View) parties(l *lines) {
	say, t := v.env.Say, text.CaseFile
	if v.file.Masked {
		l.muted(t.Masked)
		l.blank()
	}
	for _, p := range v.file.Case.Parties {
		d := p.Details
		name := say(text.Side(p.Side)) + "  " + d.Name
		if p.Representative {
			name += "  " + say(t.Representative)
		}
		l.head(name)
		about := ""
		if d.Sex != hall.SexUnknown {
			about = say(text.Sex(d.Sex))
		}
		if d.Birth != 0 {
			y, m, _ := d.Birth.Date()
			about += "  " + say(text.Born(y, m))
		}
		l.add(text.Intake.Sex, about)
		l.add(text.DocKind(d.Doc), d.DocNumber)
		l.add(text.Intake.Phone, d.Phone)
		l.add(text.Intake.Village, d.Village)
		l.add(text.Intake.Address, d.Address)
		l.add(text.Intake.Job, d.Occupation)
		l.add(text.Intake.Contact, d.Contact)
		l.add(t.Guardian, p.Guardian)
		l.add(t.Proxy, strings.TrimSpace(p.Proxy+"  "+p.ProxyScope))
		l.blank()
	}
}

func (v *View) agreement(l *lines) {
	a, say, t := v.file.Case.Agreement, v.env.Say, text.CaseFile
	if a == nil {
		l.muted(t.NoAgreement)
		return
	}
	day := func(d hall.Day) string {
		if d == 0 {
			return say(t.NotYet)
		}
		return say(text.Day(d))
	}
	form, effective := t.Oral, t.EffectiveOral
	if a.Written {
		form, effective = t.Written, t.EffectiveWritten
	}
	l.add(t.Agreement, say(form))
	l.add(t.Made, day(a.Made))
	l.add(t.Facts, a.Facts)
	l.add(t.Terms, a.Terms)
	if a.Amount > 0 {
		l.add(t.Amount, say(text.Money(a.Amount))+"  "+say(t.Capital.With("s", text.Capital(a.Amount))))
	}
	if a.OnSpot {
		l.add(t.OnSpot, say(t.Yes))
	} else {
		l.add(t.PerformBy, day(a.PerformBy))
	}
	l.add(t.Manner, a.Manner)
	l.add(t.Place, a.Place)
	if a.Written {
		l.add(t.Copies, say(t.CopiesN.With("n", a.Copies)))
		l.add(t.PartiesSigned, day(a.PartiesSigned))
		l.add(t.MediatorSigned, day(a.MediatorSigned))
		l.add(t.Sealed, day(a.Sealed))
	}
	if e := a.Effective(); e != 0 {
		l.add(t.Effective, say(effective.With("day", text.Day(e))))
		if c := v.file.Case.Confirm; c != nil {
			l.add(t.ConfirmBy, say(t.ConfirmDone.With("day", text.Day(c.Applied)))+"  "+c.Court)
		} else if last := a.LastConfirm; last < v.env.Today() {
			l.add(t.ConfirmBy, say(t.ConfirmPast.With("day", text.Day(last))))
		} else {
			l.add(t.ConfirmBy, say(text.Day(last))+"  "+say(text.Left(last, v.env.Today())))
		}
	} else {
		l.add(t.Effective, say(t.EffectiveNot))
	}
	l.add(t.WhyOral, a.WhyOral)
	if a.Performed != 0 {
		l.add(t.Performed, day(a.Performed)+"  "+a.Note)
	}
}

// stamp is how wide a moment is in the journal, with a blank behind: 2026年12月31日 周四 10:14.
const stamp = 26

func (v *View) journal(l *lines) {
	say, st := v.env.Say, v.env.Styles
	if len(v.file.Journal) == 0 {
		l.muted(text.CaseFile.NoJournal)
	}
	for _, e := range v.file.Journal {
		when := widget.Pad(say(text.Moment(e.At)), stamp)
		l.out = append(l.out, st.Muted.Render(when)+widget.Cut(say(text.Deed(e)), l.w-stamp, st.Marks.More))
		for _, c := range text.Changes(e, v.env.Settings) {
			for _, s := range widget.Wrap(say(text.CaseFile.Changed.With("what", c.Field).With("a", c.Old).With("b", c.New)), l.w-stamp) {
				l.out = append(l.out, strings.Repeat(" ", stamp)+s)
			}
		}
	}
}
