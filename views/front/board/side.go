package board

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/record"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// left says how far off a day is, in few cells; what is overdue is named so.
func (v *View) left(d hall.Day) string {
	switch n := int(d - v.board.Day); {
	case n < 0:
		return v.say(lateWord.With("n", -n))
	case n > 0:
		return v.say(soon.With("n", n))
	}
	return v.say(text.Today)
}

// tail cuts a case number at its front: the end tells one case from another.
func (v *View) tail(s string, w int) string {
	n := widget.Width(s)
	if n <= w {
		return s
	}
	return ansi.TruncateLeft(s, n-w+1, v.env.Styles.Marks.More)
}

func (v *View) dutyBlock() block {
	out := block{title: v.say(dutyWord), none: v.say(dutyNone), all: views.Duty}
	out.rows = append(out.rows, v.swaps()...)
	out.rows = append(out.rows, v.swapsOver()...)
	out.rows = append(out.rows, v.gaps()...)
	if l := v.handed(); l.draw != nil {
		out.rows = append(out.rows, l)
	}
	for _, s := range hall.Stays(v.board.OnDuty) {
		tone, at := widget.Normal, text.Clock(s.In)
		if !s.Out.IsZero() {
			tone, at = widget.Muted, at+"–"+text.Clock(s.Out)
		}
		out.rows = append(out.rows, line{key: fmt.Sprint("s", s.ID), to: views.Route{Screen: views.Duty}, tone: tone, draw: func(w int) string {
			return v.cut(s.Name+"  "+at, w)
		}})
	}
	out.rows = append(out.rows, v.absent()...)
	if l := v.visit(); l.draw != nil {
		out.rows = append(out.rows, l)
	}
	return out
}

// absent are those who are planned today and have not signed in.
func (v *View) absent() []line {
	var out []line
	for _, r := range v.board.Rota {
		for i, p := range r.Places {
			if !p.In.IsZero() {
				continue
			}
			tone, said := widget.Muted, text.Attendance(p.State)
			if p.Empty() {
				said = missing(p)
			}
			if p.State != hall.DutyAhead || p.Empty() {
				tone = widget.Danger
			}
			out = append(out, line{key: fmt.Sprint("p", r.ID, i), to: views.Route{Screen: views.Duty}, tone: tone, draw: func(w int) string {
				state := v.say(said)
				return v.cut(widget.Cut(p.Who.Name, max(w-widget.Width(state)-2, 4), v.env.Styles.Marks.More)+"  "+state, w)
			}})
		}
	}
	return out
}

// handed says that something waits to be accepted, from whom, and since when where that is not today.
func (v *View) handed() line {
	n := 0
	var names []string
	for _, o := range v.board.Handed {
		for _, i := range o.Items {
			if i.Open() {
				n++
			}
		}
		who := o.Name
		if o.Day < v.board.Day {
			who = v.say(text.Words(text.Raw(o.Name), v.dayBefore(o.Day)))
		}
		if !slices.Contains(names, who) {
			names = append(names, who)
		}
	}
	if n == 0 {
		return line{}
	}
	said := v.say(handedWord.With("n", n).With("names", text.Names(names)))
	return line{key: "h", to: views.Route{Screen: views.Duty}, tone: widget.Accent, draw: func(w int) string { return v.cut(said, w) }}
}

// visit says when the county team comes.
func (v *View) visit() line {
	day := v.board.Visit
	if day == 0 {
		return line{}
	}
	said := visitWord.With("day", text.ShortDay(day))
	if day == v.board.Day {
		said = visitToday
	}
	return line{key: "c", to: views.Route{Screen: views.Duty, Day: day}, draw: func(w int) string { return v.cut(v.say(said), w) }}
}

// resumes leads to where a draft is gone on with: the table of screens knows the place.
func resumes(d hall.DraftRow) views.Route {
	return views.Route{Draft: d.ID, Form: d.Kind, Case: d.Case, Consultation: d.Consultation}
}

// draft says what is unfinished, and by whom.
func draft(d hall.DraftRow, m text.Message) text.Message {
	return m.With("kind", text.DraftKind(d.Kind)).With("title", d.Title).With("by", d.ByName).With("at", text.Clock(d.At))
}

// listDrafts lists all that is unfinished: no screen of its own does.
func (v *View) listDrafts() tea.Cmd {
	var items []menu.Item
	for _, d := range v.board.Drafts {
		items = append(items, menu.Item{Name: draft(d, draftWord), Do: func() tea.Cmd { return views.Go(resumes(d)) }})
	}
	return menu.Open(v.env, v.say(draftsWord), items)
}

func (v *View) draftsBlock() block {
	out := block{title: v.say(draftsWord), none: v.say(draftsNone), list: v.listDrafts}
	for _, d := range v.board.Drafts {
		out.rows = append(out.rows, line{key: fmt.Sprint("f", d.ID), to: resumes(d), tone: widget.Accent, draw: func(w int) string {
			said := v.say(draft(d, draftWord))
			if widget.Width(said) > w { // when it was is the first to give way
				said = v.say(draft(d, draftBy))
			}
			return v.cut(said, w)
		}})
	}
	return out
}

func (v *View) recentBlock() block {
	out := block{title: v.say(recent), none: v.say(recentNone)}
	at := func(e hall.Entry) string {
		if d := hall.DayOf(e.At); d != v.board.Day {
			return v.say(text.OlderDay(d))
		}
		return text.Clock(e.At)
	}
	for _, e := range v.board.Recent {
		to := views.Route{Screen: views.Board}
		var do func() tea.Cmd
		switch {
		case e.Case != 0:
			to = views.Route{Screen: views.CaseFile, Case: e.Case}
		case e.Consultation != 0:
			do = func() tea.Cmd { return record.Open(v.env, e.Consultation) }
		}
		out.rows = append(out.rows, line{key: fmt.Sprint("j", e.Seq), to: to, do: do, draw: func(w int) string {
			when := at(e)
			return when + " " + v.cut(v.say(text.Deed(e)), w-widget.Width(when)-1)
		}})
	}
	return out
}
