package rota

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/entry"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// Leaves are listed from some time ago on.
const (
	leavesBack  = 31
	leavesAhead = 340
)

// leaves is the list of who is on leave when.
type leaves struct {
	table widget.Table
	list  []hall.Leave
	read  bool
}

type (
	leavesRead struct {
		list []hall.Leave
		err  error
	}
	leaveChosen  struct{ leave hall.Leave }
	leavePlanned struct {
		leave hall.Leave
		off   bool // it is taken back
		plan  hall.LeavePreview
		again bool
		err   error
	}
	leaveSaved struct {
		m   leavePlanned
		err error
	}
)

func (v *View) readLeaves() tea.Cmd {
	desk, today := v.env.Desk, v.env.Today()
	return func() tea.Msg {
		m, err := desk.DutyMonth(context.Background(), today-leavesBack, today+leavesAhead)
		return leavesRead{m.Leaves, err}
	}
}

// leaveMessage takes the messages of the list of leaves; false for others.
func (v *View) leaveMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case leavesRead:
		if m.err != nil {
			return views.Fail(m.err), true
		}
		v.leaves.list, v.leaves.read = m.list, true
		v.fillLeaves()
	case leaveChosen:
		return v.workOutLeave(m.leave, true, false), true
	case leaveSaved:
		return v.leaveSaved(m), true
	default:
		return nil, false
	}
	return nil, true
}

func (v *View) fillLeaves() {
	var keys []string
	var rows [][]string
	var tones []widget.Tone
	for _, l := range v.leaves.list {
		why, tone := l.Why, widget.Normal
		if !v.env.Actor.May(hall.MayPlan) && !l.Who.Is(v.env.Actor) {
			why = "" // the reason is his own affair
		}
		if l.To < v.env.Today() {
			tone = widget.Muted
		}
		keys, tones = append(keys, fmt.Sprint(l.ID)), append(tones, tone)
		rows = append(rows, []string{l.Who.Name, v.env.Say(v.span(l.From, l.To)), why})
	}
	v.leaves.table.SetRows(keys, rows, tones)
}

// span is some days, with their weekdays.
func (v *View) span(from, to hall.Day) text.Message {
	if from == to {
		return text.Day(from)
	}
	return text.Rota.Span.With("from", text.Day(from)).With("to", text.Day(to))
}

func (v *View) drawLeaves(w, h int) views.Frame {
	st, say, t := v.env.Styles, v.env.Say, text.Rota
	if !v.leaves.read {
		return views.NewFrame(w, h, nil)
	}
	if len(v.leaves.list) == 0 {
		return v.blank(t.LeavesNone, w, h)
	}
	v.leaves.table.Header = true
	v.leaves.table.Columns = []widget.Column{{Title: say(t.Who), Width: 14}, {Title: say(t.FromTo), Width: 43}, {Title: say(t.Why)}}
	out := []string{""}
	for _, l := range v.leaves.table.Draw(w-2, max(h-1, 1), st) {
		out = append(out, " "+l)
	}
	return views.NewFrame(w, h, out)
}

// blank says what would fill an empty list.
func (v *View) blank(m text.Message, w, h int) views.Frame {
	out := []string{"", ""}
	for _, l := range widget.Wrap(v.env.Say(m), min(w-6, 90)) {
		out = append(out, "   "+v.env.Styles.Muted.Render(l))
	}
	return views.NewFrame(w, h, out)
}

func (v *View) addLeave() tea.Cmd { return v.begin(doLeave, 0, nil) }

// leaveMenu lists what can be done with a leave, or begins one where there is none.
func (v *View) leaveMenu() tea.Cmd {
	say, t := v.env.Say, text.Rota
	items := []widget.MenuItem{}
	title := t.TitleLeaves
	var at hall.Leave
	if i := v.leaves.table.Cursor(); i < len(v.leaves.list) {
		at = v.leaves.list[i]
		title = text.Words(text.Raw(at.Who.Name), v.span(at.From, at.To))
		why := v.mayPlan()
		if why.IsZero() && at.To < v.env.Today() {
			why = t.LeavePast
		}
		items = append(items, widget.MenuItem{ID: "off", Label: say(t.TakeBack), Reason: say(why)})
	}
	items = append(items, widget.MenuItem{ID: "add", Label: say(t.KeyAddLeave), Reason: say(v.mayPlan())})
	return views.Open(dialog.Menu(v.env, say(title), items, func(id string) tea.Msg {
		if id == "off" {
			return leaveChosen{at}
		}
		return chosen{what: doLeave}
	}))
}

// leaveSheet asks who is away, from when to when, and why.
func (v *View) leaveSheet(m opened) *entry.Sheet {
	say, t := v.env.Say, text.Rota
	c := v.config(m, t.LeaveTitle, []widget.Item{
		{ID: "who", Label: say(t.Who), Max: 60, Required: true, Help: say(t.WhoHelp)},
		{ID: "from", Label: say(t.From), Max: 20, Required: true, Help: say(text.Ending.DayHelp)},
		{ID: "to", Label: say(t.ToDay), Max: 20, Required: true, Help: say(text.Ending.DayHelp)},
		{ID: "why", Label: say(t.Why), Max: 100, Required: true},
	})
	c.Name = func(s *entry.Sheet) string { return strings.TrimSpace(say(t.LeaveTitle) + " " + s.Value("who")) }
	c.Days, c.Picks = []string{"from", "to"}, map[string]entry.Find{"who": findIn(m.team)}
	c.Preview = func(s *entry.Sheet) (tea.Cmd, *hall.Error) {
		l := hall.Leave{Who: refOf(s.Picked("who").ID), Why: s.Value("why")}
		var bad *hall.Error
		if l.From, bad = s.Day("from"); bad != nil {
			return nil, bad
		}
		if l.To, bad = s.Day("to"); bad != nil {
			return nil, bad
		}
		return v.workOutLeave(l, false, false), nil
	}
	c.Reread, c.Refused = v.reworked, func(*hall.Error) { v.preview = nil }
	c.Done = func() tea.Cmd {
		v.sheet, v.preview = nil, nil
		return tea.Batch(v.turn(pageLeaves), views.Toast(views.Done, t.LeaveSaved))
	}
	return entry.New(v.env, c)
}

// workOutLeave works out what a leave, or its end, does to the plans.
func (v *View) workOutLeave(l hall.Leave, off, again bool) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		m := leavePlanned{leave: l, off: off, again: again}
		if off {
			m.plan, m.err = desk.PreviewLeaveOff(context.Background(), l.ID)
		} else {
			m.plan, m.err = desk.PreviewLeave(context.Background(), l)
		}
		return m
	}
}

func (v *View) showLeave(m leavePlanned) tea.Cmd {
	t := text.Rota
	switch {
	case m.err != nil && v.sheet != nil && !m.off:
		v.preview = nil
		return v.sheet.Refuse(m.err)
	case m.err != nil:
		return views.Fail(m.err)
	case v.sheet == nil && !m.off:
		return nil
	}
	title, moved := t.LeavePreview, 0
	if m.off {
		title = t.LeaveOffPreview
	}
	p := &preview{leave: true, title: title.With("name", m.leave.Who.Name).With("days", v.span(m.leave.From, m.leave.To)), hint: t.HintPreview, plans: m.plan.Plans}
	for _, one := range m.plan.Plans {
		moved += one.Moved
	}
	said := t.LeaveMoves.With("n", moved)
	if moved == 0 {
		said = t.LeaveMovesNone
	}
	p.about = append(p.about, said)
	if m.again {
		p.about = append(p.about, t.PlanAgain)
	}
	p.save = func() tea.Cmd { return v.saveLeave(m, m.plan.Stamp) }
	if moved > 0 {
		p.without = func() tea.Cmd { return v.saveLeave(m, "") }
	}
	if !m.off {
		p.stays = m.plan.Stays
	}
	v.preview = p
	if m.off && m.again {
		return views.Toast(views.Warn, t.PlanAgain)
	}
	desk := v.env.Desk
	v.redo = func(ctx context.Context) (func(), error) {
		plan, err := desk.PreviewLeave(ctx, m.leave)
		return func() { v.showLeave(leavePlanned{leave: m.leave, plan: plan, again: true}) }, err
	}
	return nil
}

// saveLeave saves what was shown.
func (v *View) saveLeave(m leavePlanned, stamp string) tea.Cmd {
	desk, p := v.env.Desk, v.preview
	if p == nil || p.busy {
		return nil
	}
	p.busy = true
	if m.off {
		return func() tea.Msg {
			return leaveSaved{m, desk.TakeBackLeave(context.Background(), m.leave.ID, m.leave.Rev, stamp)}
		}
	}
	return v.sheet.Finish(func(id hall.DraftID) error {
		_, err := desk.From(id).AddLeave(context.Background(), m.leave, stamp)
		return err
	})
}

func (v *View) leaveSaved(m leaveSaved) tea.Cmd {
	v.preview = nil
	if isCode(m.err, hall.ErrConflict) {
		return v.workOutLeave(m.m.leave, true, true)
	}
	if m.err != nil {
		return tea.Batch(v.Load(), views.Fail(m.err))
	}
	return tea.Batch(v.Load(), views.Toast(views.Done, text.Rota.LeaveOff))
}
