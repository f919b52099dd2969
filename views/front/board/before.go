package board

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/duty/signin"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// matter is something that a day before left open: what is said of it, and what puts it right.
type matter struct {
	key  string
	said text.Message
	do   func() tea.Cmd
}

// beforeBlock names what the days before left open; Enter puts each right.
func (v *View) beforeBlock() block {
	out := block{title: v.say(beforeWord), list: v.listBefore}
	for _, m := range v.before() {
		out.rows = append(out.rows, line{key: m.key, do: m.do, tone: widget.Accent, draw: func(w int) string { return v.cut(v.say(m.said), w) }})
	}
	return out
}

// listBefore lists all of it: no screen of its own does.
func (v *View) listBefore() tea.Cmd {
	var items []menu.Item
	for _, m := range v.before() {
		items = append(items, menu.Item{Name: m.said, Do: m.do})
	}
	return menu.Open(v.env, v.say(beforeWord), items)
}

func (v *View) before() []matter {
	b := v.board.Before
	var out []matter
	add := func(kind string, of any, said text.Message, do func() tea.Cmd) {
		out = append(out, matter{fmt.Sprint(kind, of), said, do})
	}
	if n := len(b.Visits); n > 0 {
		var names []string
		for _, r := range b.Visits {
			names = append(names, v.say(text.Who(r.Who, r.Others)))
		}
		add("left", b.Visits[0].ID, notSeen.With("n", n).With("names", text.Names(names)), func() tea.Cmd {
			return views.Go(views.Route{Screen: views.WalkIn, Consultation: b.Visits[0].ID})
		})
	}
	for _, s := range b.Out {
		said := notOut
		if slices.Contains(b.Begun, s.Staff) {
			said = notOutBegun
		}
		add("out", s.ID, said.With("name", s.Name).With("day", v.dayBefore(s.Day)), func() tea.Cmd {
			if why := v.whyNotEnd(s); why != nil {
				return views.Fail(why)
			}
			return views.Push(signin.End(v.env, s))
		})
	}
	for _, o := range b.In {
		add("in", o.Place.Who.Key(), notIn.With("name", o.Place.Who.Name).With("day", v.dayBefore(o.Day)),
			func() tea.Cmd { return views.Push(signin.Late(v.env, o)) })
	}
	return out
}

// dayBefore is a day before today in few cells.
func (v *View) dayBefore(d hall.Day) text.Message {
	if d == v.board.Day-1 {
		return yesterday
	}
	return text.ShortDay(d)
}

// whyNotEnd is why the reader cannot write down when somebody went who did not sign out.
func (v *View) whyNotEnd(s hall.SignIn) *hall.Error {
	return hall.Why(hall.AttendanceCourse(), s, hall.OpOutLate, v.env.Actor, v.env.Now())
}

// leaves is a sign-out that is missing and that the reader can write down; nil: there is none.
func (v *View) leaves() *hall.SignIn {
	for i, s := range v.board.Before.Out {
		if v.whyNotEnd(s) == nil {
			return &v.board.Before.Out[i]
		}
	}
	return nil
}
