package rota

import (
	"context"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/entry"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// planned is a plan worked out and not saved.
type planned struct {
	q     hall.PlanQuery
	plan  hall.DutyPreview
	again bool // the one that was shown no longer holds
	err   error
}

func (v *View) beginPlan() tea.Cmd { return v.begin(doPlan, 0, nil) }

// nextSpan is the month that is planned next: the coming one, or the one after what is planned.
func (v *View) nextSpan(k hall.DutyKind) (from, to hall.Day) {
	_, last := monthOf(v.env.Today())
	if v.read {
		_, end := monthOf(max(v.month.Planned[k][1], last))
		last = end
	}
	return monthOf(last + 1)
}

// planSheet asks what is planned: which duty, from when to when, and whether what stands is
// kept as far as can be.
func (v *View) planSheet(m opened) *entry.Sheet {
	say, t := v.env.Say, text.Rota
	from, to := v.nextSpan(hall.DutyHall)
	kind := hall.DutyHall
	if v.page == pageCounty {
		kind = hall.DutyCounty
		from, to = max(hall.NewDay(v.county.year, 1, 1), v.env.Today()), hall.NewDay(v.county.year, 12, 31)
	}
	c := v.config(m, t.PlanTitle, []widget.Item{
		{ID: "kind", Label: say(t.Kind), Kind: widget.Choice, Required: true, Options: v.kinds(), Value: strconv.Itoa(int(kind))},
		{ID: "from", Label: say(t.From), Max: 20, Required: true, Value: from.String(), Help: say(text.Ending.DayHelp)},
		{ID: "to", Label: say(t.To), Max: 20, Required: true, Value: to.String(), Help: say(text.Ending.DayHelp)},
		{ID: "how", Label: say(t.How), Kind: widget.Choice, Required: true, Value: "keep", Options: []widget.Option{
			{Key: "keep", Label: say(t.HowKeep), Initials: "bl"}, {Key: "afresh", Label: say(t.HowAfresh), Initials: "cx"},
		}},
	})
	c.Days = []string{"from", "to"}
	c.Preview = func(s *entry.Sheet) (tea.Cmd, *hall.Error) {
		q := hall.PlanQuery{Kind: hall.DutyKind(s.Number("kind")), Afresh: s.Value("how") == "afresh"}
		var bad *hall.Error
		if q.From, bad = s.Day("from"); bad != nil {
			return nil, bad
		}
		if q.To, bad = s.Day("to"); bad != nil {
			return nil, bad
		}
		return v.workOut(q, false), nil
	}
	c.Reread, c.Refused = v.reworked, func(*hall.Error) { v.preview = nil }
	c.Done = func() tea.Cmd {
		p := v.preview
		if p == nil || len(p.plans) == 0 {
			return v.finished(t.PlanSaved)
		}
		if day := p.plans[0].From; v.page == pageMonth {
			v.day = max(day, v.env.Today())
		}
		return v.finished(t.PlanSaved)
	}
	return entry.New(v.env, c)
}

// workOut works a plan out.
func (v *View) workOut(q hall.PlanQuery, again bool) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		p, err := desk.PlanDuty(context.Background(), q)
		return planned{q, p, again, err}
	}
}

// reworked works out anew what was shown and no longer holds.
func (v *View) reworked(ctx context.Context) (func(), error) {
	if v.redo == nil {
		return func() {}, nil
	}
	return v.redo(ctx)
}

// showPlan shows a plan that was worked out. When the one before no longer held, it says so.
func (v *View) showPlan(m planned) tea.Cmd {
	t := text.Rota
	switch {
	case v.sheet == nil:
		return nil
	case m.err != nil:
		v.preview = nil
		return v.sheet.Refuse(m.err)
	}
	p := &preview{title: t.PreviewTitle.With("kind", text.DutyKind(m.q.Kind)), hint: t.HintPreview, plans: []hall.DutyPreview{m.plan}}
	if m.plan.To > m.q.To {
		p.about = append(p.about, t.PlanLonger.With("to", text.Day(m.plan.To)))
	}
	if len(m.plan.Changes) == 0 {
		p.empty = t.NothingNew
	}
	p.save = func() tea.Cmd { return v.savePlan(m) }
	if m.again {
		p.about = append(p.about, t.PlanAgain)
	}
	desk := v.env.Desk
	v.redo = func(ctx context.Context) (func(), error) {
		plan, err := desk.PlanDuty(ctx, m.q)
		return func() { v.showPlan(planned{m.q, plan, true, nil}) }, err
	}
	v.preview = p
	return nil
}

// savePlan saves a plan as it was shown. When something was changed at another desk meanwhile
// it is worked out anew and shown once more.
func (v *View) savePlan(m planned) tea.Cmd {
	desk, p := v.env.Desk, v.preview
	if p == nil || p.busy {
		return nil
	}
	if !p.empty.IsZero() {
		return views.Toast(views.Warn, p.empty)
	}
	p.busy = true
	return v.sheet.Finish(func(id hall.DraftID) error {
		_, err := desk.From(id).SavePlan(context.Background(), m.q, m.plan.Stamp)
		return err
	})
}
