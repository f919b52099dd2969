package plan

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// planOf is what is proposed to be planned; a zero query: the month that comes next.
type planOf struct{ q hall.PlanQuery }

// planning is a plan that is asked for, and what came of it as it was shown.
type planning struct {
	q     hall.PlanQuery
	shown shown
}

// first is the first day from then on for which somebody is planned; there being none, that day.
func (p planning) first(from hall.Day) hall.Day {
	at := hall.Day(0)
	for _, one := range p.shown.plans {
		for _, s := range one.Shifts {
			if s.Day >= from && (at == 0 || s.Day < at) {
				at = s.Day
			}
		}
	}
	if at == 0 {
		return from
	}
	return at
}

// nextSpan is the month that is planned next: the coming one, or the one after what is planned.
func nextSpan(ctx context.Context, s views.Session, k hall.DutyKind) (from, to hall.Day, _ error) {
	first, last := s.Today().Month()
	m, err := s.Desk.DutyMonth(ctx, first, last)
	_, end := max(m.Planned[k][1], last).Month()
	from, to = (end + 1).Month()
	return from, to, err
}

// planForm asks what is planned: which duty, from when to when, and whether what stands is kept as
// far as can be.
func (v *planner) planForm(of planOf, from hall.Draft) tea.Cmd {
	type R = planning
	return views.Push(form.New(v.env, form.Spec[R]{
		Title: planTitle, Edit: true, Yes: lookFirst,
		Fields: []*form.Field[R]{
			form.Enum(hall.FieldKind, kindLabel, func(p *R) *hall.DutyKind { return &p.q.Kind }, hall.DutyKinds(), text.DutyKind).Required(),
			form.Day(hall.FieldFrom, fromLabel, func(p *R) *hall.Day { return &p.q.From }).Required(),
			form.Day(hall.FieldTo, toLabel, func(p *R) *hall.Day { return &p.q.To }).Required(),
			form.Flag(hall.FieldHow, howLabel, howKeep, howAfresh, func(p *R) *bool { return &p.q.Afresh }),
		},
		Keep: form.Keep[R]{Kind: hall.DraftRota, Form: v.formOf(opPlan, 0), From: from, Private: true},
		Read: func(ctx context.Context, s views.Session) (_ R, err error) {
			p := R{q: of.q}
			if bad := s.Actor.Require(hall.MayPlan); bad != nil {
				return p, bad
			}
			if p.q.From == 0 {
				p.q.From, p.q.To, err = nextSpan(ctx, s, p.q.Kind)
			}
			return p, err
		},
		Preview: func(p R) views.View { return v.planPreview(p, false) },
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, p R) (R, error) {
			_, err := s.Desk.From(draft).SavePlan(ctx, p.q, p.shown.stamp)
			return p, err
		},
		Refused: func(p R, why *hall.Error, _ []hall.Clash, _ func(R) tea.Cmd) tea.Cmd {
			if why.Code != hall.ErrConflict {
				return nil
			}
			return views.Push(v.planPreview(p, true)) // another desk was quicker: it is looked at once more
		},
		Done: func(R) text.Message { return planSaved },
	}))
}

// planPreview shows a plan before it is saved; again: after the one that was shown no longer held.
func (v *planner) planPreview(p planning, again bool) views.View {
	return &preview{
		planner: *v, title: previewTitle.With("kind", text.DutyKind(p.q.Kind)), yes: savePlan,
		work: func(ctx context.Context, s views.Session) (shown, error) {
			plan, err := s.Desk.PlanDuty(ctx, p.q)
			out := shown{plans: []hall.DutyPreview{plan}, stamp: plan.Stamp}
			if plan.To > p.q.To {
				out.about = append(out.about, planLonger.With("to", text.Day(plan.To)))
			}
			if len(plan.Changes) == 0 {
				out.empty = nothingNew
			}
			if again {
				out.about = append(out.about, planAgain)
			}
			return out, err
		},
		save: func(s shown) tea.Cmd {
			p.shown = s
			return views.Pop(form.Shown[planning]{Value: p})
		},
	}
}

// Leaves are listed from some time ago on.
const (
	leavesBack  = 31
	leavesAhead = 340
)

// leaves is who is on leave when.
func (v *planner) leaves() views.View {
	add := func() tea.Cmd { return v.leaveForm(hall.Draft{}) }
	return list.New(v.env, list.Of[hall.Leave]{
		Title: titleLeaves, Empty: leavesNone, Key: func(l hall.Leave) string { return leaveKey(l.ID) },
		Columns: []ledger.Column[hall.Leave]{
			ledger.Own(whoLabel, 14, func(l hall.Leave) ledger.Cell { return ledger.Say(l.Who.Name) }),
			ledger.Own(fromTo, 43, func(l hall.Leave) ledger.Cell { return ledger.Phrase(v.span(l.From, l.To)) }),
			ledger.Own(whyLabel, 0, func(l hall.Leave) ledger.Cell { return ledger.Say(l.Why) }),
		},
		Read: func(ctx context.Context, s views.Session, _ list.Query) (list.Page[hall.Leave], error) {
			m, err := s.Desk.DutyMonth(ctx, s.Today()-leavesBack, s.Today()+leavesAhead)
			for i := range m.Leaves {
				if l := &m.Leaves[i]; !s.Actor.May(hall.MayPlan) && !l.Who.Is(s.Actor) {
					l.Why = "" // the reason is his own affair
				}
			}
			return list.Page[hall.Leave]{Rows: m.Leaves}, err
		},
		Tone: func(s views.Session, l hall.Leave) widget.Tone {
			if l.To < s.Today() {
				return widget.Muted
			}
			return widget.Normal
		},
		Enter: menu.What, Hint: func() text.Message { return hintLeaves },
		Open: func(l hall.Leave) tea.Cmd {
			why := text.Short(hall.Why(hall.LeaveCourse(), l, hall.OpTakeBack, v.env.Actor, v.env.Now()))
			if why.IsZero() && l.To < v.env.Today() {
				why = leavePast
			}
			return menu.Open(v.env, v.env.Say(text.Words(text.Raw(l.Who.Name), v.span(l.From, l.To))), []menu.Item{
				{Name: takeBack, Why: why, Do: func() tea.Cmd { return views.Push(v.takeBackPreview(l, false)) }},
				{Name: keyAddLeave, Why: v.mayPlan(), Do: add},
			})
		},
		Saved: func(msg tea.Msg) (string, bool) {
			m, ok := msg.(form.Saved[leaving])
			return leaveKey(m.Value.leave.ID), ok
		},
		Keys: func() []views.Action {
			return []views.Action{{Key: views.Key("Ctrl-N", "ctrl+n"), Name: keyAddLeave, Run: add, Blocked: v.mayPlan}, v.moreKey(v.env.Today())}
		},
	})
}

func leaveKey(id hall.LeaveID) string { return text.Digits(int(id)) }

// leaving is a leave, and what it does to the plans as it was shown.
type leaving struct {
	leave hall.Leave
	at    uint64 // the place of who among the teams, from 1 on
	who   string
	team  []hall.DutyRef
	shown shown
}

// leaveForm asks who is away, from when to when, and why.
func (v *planner) leaveForm(from hall.Draft) tea.Cmd {
	type R = leaving
	return views.Push(form.New(v.env, form.Spec[R]{
		Title: leaveTitle, Yes: lookFirst,
		Fields: []*form.Field[R]{
			form.Pick(hall.FieldWho, whoLabel, 60, func(l *R) *uint64 { return &l.at }, func(l *R) *string { return &l.who }, findMember).Required().Help(whoHelp),
			form.Day(hall.FieldFrom, fromLabel, func(l *R) *hall.Day { return &l.leave.From }).Required(),
			form.Day(hall.FieldTo, toDay, func(l *R) *hall.Day { return &l.leave.To }).Required(),
			form.Text(hall.FieldWhy, whyLabel, 100, func(l *R) *string { return &l.leave.Why }).Required(),
		},
		Keep: form.Keep[R]{
			Kind: hall.DraftRota, Form: v.formOf(opLeave, 0), From: from, Offer: true, Private: true,
			Title: func(l R) text.Message { return text.Words(leaveTitle, text.Raw(l.who)) },
		},
		Read: func(ctx context.Context, s views.Session) (l R, err error) {
			l.team, err = everybody(ctx, s)
			return l, err
		},
		Check: func(_ views.Session, l R) *hall.Error {
			if _, bad := memberAt(l.team, l.at, l.who); bad != nil {
				return bad.In(hall.FieldWho)
			}
			return nil
		},
		Preview: func(l R) views.View { return v.leavePreview(l, false) },
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, l R) (_ R, err error) {
			l.leave, err = s.Desk.From(draft).AddLeave(ctx, l.leave, l.shown.stamp)
			return l, err
		},
		Refused: func(l R, why *hall.Error, _ []hall.Clash, _ func(R) tea.Cmd) tea.Cmd {
			if why.Code != hall.ErrConflict {
				return nil
			}
			return views.Push(v.leavePreview(l, true))
		},
		Done: func(R) text.Message { return leaveSaved },
	}))
}

// leavePreview shows what a leave does to the plans before it is saved.
func (v *planner) leavePreview(l leaving, again bool) views.View {
	l.leave.Who, _ = memberAt(l.team, l.at, l.who) // checked by the form
	return &preview{
		planner: *v, title: v.leaveTitle(leavePreview, l.leave), yes: saveLeave, yesMoved: saveLeavePlan, only: saveLeaveOnly,
		work: func(ctx context.Context, s views.Session) (shown, error) {
			p, err := s.Desk.PreviewLeave(ctx, l.leave)
			return ofLeave(p, p.Stays, again), err
		},
		save: func(s shown) tea.Cmd {
			l.shown = s
			return views.Pop(form.Shown[leaving]{Value: l})
		},
	}
}

// takeBackPreview shows what the end of a leave does to the plans, and takes it back.
func (v *planner) takeBackPreview(l hall.Leave, again bool) views.View {
	return &preview{
		planner: *v, title: v.leaveTitle(leaveOffPreview, l), yes: saveLeave, yesMoved: saveLeavePlan, only: saveLeaveOnly,
		work: func(ctx context.Context, s views.Session) (shown, error) {
			p, err := s.Desk.PreviewLeaveOff(ctx, l.ID)
			return ofLeave(p, nil, again), err
		},
		save: func(sh shown) tea.Cmd {
			return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
				return tookBack{s.Desk.TakeBackLeave(ctx, l.ID, l.Rev, sh.stamp)}
			})
		},
	}
}

func (v *planner) leaveTitle(m text.Message, l hall.Leave) text.Message {
	return m.With("name", l.Who.Name).With("days", v.span(l.From, l.To))
}

// ofLeave is what a leave, or its end, does to the plans.
func ofLeave(p hall.LeavePreview, stays []hall.Shift, again bool) shown {
	out := shown{plans: p.Plans, stays: stays, stamp: p.Stamp}
	for _, one := range p.Plans {
		out.moved += one.Moved
	}
	out.about = []text.Message{leaveMoves.With("n", out.moved)}
	if out.moved == 0 {
		out.about[0] = leaveMovesNone
	}
	if again {
		out.about = append(out.about, planAgain)
	}
	return out
}
