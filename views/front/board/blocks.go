package board

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/theme"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// block is a part of the board: a heading and its rows.
type block struct {
	title string
	rows  []line
	none  string         // said when there are no rows
	more  int            // rows that the snapshot left out
	all   views.Screen   // where all of them are
	list  func() tea.Cmd // lists all of them, where no screen does
}

// line is one row: what it says in the cells it is given, and what Enter opens.
type line struct {
	key  string
	to   views.Route
	do   func() tea.Cmd // in place of a route
	tone widget.Tone
	draw func(w int) string
}

func (v *View) say(m text.Message) string { return v.env.Say(m) }

func (v *View) cut(s string, w int) string {
	return widget.Pad(widget.Cut(s, w, v.env.Styles.Marks.More), w)
}

// bold is a name in so many cells.
func (v *View) bold(s string, w int) string { return v.env.Styles.Title.Render(v.cut(s, w)) }

func (v *View) queueBlock() block {
	b := v.board
	out := block{title: v.say(queueEmpty), none: v.say(queueNone), all: views.WalkIn}
	switch {
	case b.Waiting > 0:
		out.title = v.say(queue.With("n", b.Waiting).With("t", text.Ago(v.env.Now().Sub(b.Longest))))
	case b.Skipped > 0:
		out.title = v.say(queueSkipped.With("n", b.Skipped))
	}
	names, marks, waits := 0, 4, 0
	for _, r := range b.Queue {
		waits = max(waits, widget.Width(v.waits(r)))
		marks = max(marks, widget.Width(v.marks(r)))
		names = max(names, widget.Width(v.say(text.Who(r.Who, r.Others))))
	}
	for _, r := range b.Queue {
		wait, tone := v.waits(r), widget.Normal
		if r.State == hall.SkippedOut {
			tone = widget.Muted
		}
		urgent := v.marks(r)
		what := v.say(text.About(v.env.Settings, r.Type, r.Subject))
		out.rows = append(out.rows, line{
			key: fmt.Sprint("v", r.ID), to: views.Route{Screen: views.WalkIn, Consultation: r.ID}, tone: tone,
			draw: func(w int) string {
				room := w - 3 - 1 - marks - 1 - 1 - 1 - waits
				name := max(min(names, room-8), min(names, room*11/20))
				return text.Queue(r.Number) + " " + widget.Pad(urgent, marks) + " " + v.bold(v.say(text.Who(r.Who, r.Others)), name) + " " +
					v.cut(what, room-name) + " " + widget.PadLeft(wait, waits)
			},
		})
	}
	return out
}

// marks say what must be known first of somebody, and that it is urgent.
func (v *View) marks(r hall.VisitRow) string {
	out := v.danger(r)
	if r.Urgent {
		out += v.env.Styles.Badge(theme.Solid, v.say(urgentWord))
	}
	return out
}

// danger is the mark of whoever is met with care.
func (v *View) danger(r hall.VisitRow) string {
	return widget.Warned(v.env.Styles, r.Warning, v.say(text.WarningMark(r.Warning)))
}

// beginBlock says what to do first in a hall where nothing has happened yet.
func (v *View) beginBlock() block {
	out := block{title: v.say(begin)}
	if v.env.Actor.May(hall.MayIntake) {
		out.rows = append(out.rows, v.leads(beginIntake, views.Intake, widget.Accent))
	}
	if v.env.Actor.May(hall.MayManage) {
		out.rows = append(out.rows, v.leads(beginStaff, views.Staff, widget.Accent))
	}
	return out
}

// keepBlock is what an administrator without other roles looks after.
func (v *View) keepBlock() block {
	return block{title: v.say(keepWord), rows: []line{
		v.leads(keepStaff, views.Staff, widget.Normal),
		v.leads(keepSettings, views.Settings, widget.Normal),
		v.leads(keepJournal, views.Journal, widget.Normal),
	}}
}

// leads is a line that leads to a screen.
func (v *View) leads(say text.Message, to views.Screen, tone widget.Tone) line {
	return line{key: "b" + string(to), to: views.Route{Screen: to}, tone: tone, draw: func(w int) string { return v.cut(v.say(say), w) }}
}

// waits is how long somebody waits, or that he does not any more.
func (v *View) waits(r hall.VisitRow) string {
	switch r.State {
	case hall.Called:
		return v.say(called)
	case hall.SkippedOut:
		return v.say(text.ConsultState(r.State))
	}
	return v.say(text.Ago(v.env.Now().Sub(r.Arrived)))
}

func (v *View) roomsBlock() block {
	out := block{title: v.say(roomsWord), all: views.WalkIn}
	now := hall.MinuteOf(v.env.Now())
	for _, r := range v.board.Rooms {
		out.rows = append(out.rows, v.room(r, r.Soon(0, now)))
	}
	return out
}

// room says who is in a room and since when, and what is booked there soon.
func (v *View) room(r hall.RoomNow, soon *hall.VisitRow) line {
	to, tone := views.Route{Screen: views.WalkIn}, widget.Muted
	what, who, mark := v.say(empty), "", ""
	if in := r.Visit; in != nil {
		to.Consultation, tone = in.ID, widget.Normal
		who, mark = in.Mediator, v.danger(*in)
		what = v.say(called) + " " + in.Who
		if in.State == hall.Started {
			what = v.say(since.With("at", text.Clock(in.Started))) + "  " + in.Who
		}
	}
	if r.Visit == nil && r.Meeting != nil {
		in := *r.Meeting
		to, tone = views.Route{Screen: views.KeptIn(in.Kind), Consultation: in.ID}, widget.Normal
		who, mark = in.Mediator, v.danger(in)
		what = v.say(text.Words(goesOn.With("kind", text.KindShort(in.Kind)).With("to", text.Minutes(in.Slot.To)), text.Who(in.Who, in.Others)))
		soon = nil
	}
	if soon != nil {
		booked := v.say(text.Words(text.Begins(*soon), text.Who(soon.Who, soon.Others)))
		if r.Visit == nil {
			to, tone = views.Route{Screen: views.KeptIn(soon.Kind), Consultation: soon.ID}, widget.Normal
			who, mark, what = soon.Mediator, v.danger(*soon), booked
		} else {
			what += "  " + booked
		}
	}
	return line{key: "r" + r.Room, to: to, tone: tone, draw: func(w int) string {
		return v.cut(r.Room, 8) + v.cut(who, 8) + mark + v.cut(what, w-16-widget.Width(mark))
	}}
}

func (v *View) dueBlock() block {
	b := v.board
	out := block{title: v.say(dueWord), none: v.say(dueNone), more: b.DueMore, all: views.Due}
	left, kind := 0, 0
	thisYear := fmt.Sprintf("(%d)", b.Day.Year())
	for _, r := range b.Due {
		left, kind = max(left, widget.Width(v.left(r.Day))), max(kind, widget.Width(v.say(text.DueKind(r.Kind))))
	}
	for _, r := range b.Due {
		what, cut := v.due(r)
		far, tone := v.cut(v.left(r.Day), left), widget.Normal
		if r.Mine {
			tone = widget.Accent
		}
		if r.Day < b.Day { // the number only: a line of red outshouts what comes next
			far = v.env.Styles.Danger.Render(far)
		}
		out.rows = append(out.rows, line{
			key: fmt.Sprint("d", r.Case, r.Kind, r.Consultation, r.Task, r.Mediator, r.Org, r.Order), to: views.DueAt(r), tone: tone,
			draw: func(w int) string {
				word, last, what := v.say(text.DueKind(r.Kind)), min(kind, 11), what
				if r.Number != "" { // neither its end nor the word behind it gives way: this year goes without saying
					whole := min(widget.Width(word), last)
					if widget.Width(what) > w-left-whole-2 {
						what = strings.TrimPrefix(what, thisYear)
					}
					last = max(min(last, w-left-2-widget.Width(what)), whole)
				}
				room := w - left - last - 2
				return far + " " + widget.Pad(cut(what, room), room) + " " + v.cut(word, last)
			},
		})
	}
	return out
}

// due is what is due, and how it is cut: a task by what is to be done, a follow-up by whom it
// is with, all else by the case's number, whose end tells one case from another.
func (v *View) due(r hall.DueRow) (what string, cut func(string, int) string) {
	switch {
	case r.Kind == hall.DueTask && r.What != "":
		return strings.TrimSpace(r.What + "  " + r.Who), v.cut
	case r.Kind == hall.DueFollowUp && r.Who != "":
		return strings.TrimSpace(r.Who + "  " + r.What), v.cut
	case r.Order != 0 && r.Who != "":
		return strings.TrimSpace(r.Who + "  " + r.What), v.cut
	case r.Number != "":
		return r.Number, v.tail
	}
	return r.Who, v.cut // not accepted yet: there is no number; or it hangs on no case
}
