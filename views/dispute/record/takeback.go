package record

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// TakeBack undoes the desk's last step with a visitor.
func TakeBack(env *views.Env, r hall.VisitRow) tea.Cmd {
	return env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		op, err := s.Desk.TakeBack(ctx, r.ID)
		if op == hall.OpCancel && err == nil {
			return stands(ctx, s, r)
		}
		return tookBack.With("what", text.Step(op)).With("who", text.Who(r.Who, r.Others)), err
	})
}

// stands says that what was called off takes place after all, and who has to hear of it.
func stands(ctx context.Context, s views.Session, r hall.VisitRow) (text.Message, error) {
	v, err := s.Desk.Visit(ctx, r.ID)
	var names []string
	for _, e := range v.Expected {
		if e.Stale {
			names = append(names, e.Name)
		}
	}
	if len(names) == 0 {
		return tookBack.With("what", text.Step(hall.OpCancel)).With("who", text.Who(r.Who, r.Others)), err
	}
	return tellBack.With("who", text.Who(r.Who, r.Others)).With("names", text.Names(names)), err
}

// NoTakeBack says why there is nothing to take back; empty when there is.
func NoTakeBack(env *views.Env, r hall.VisitRow) text.Message {
	if bad := hall.Why(hall.WalkInCourse(), r, hall.OpUndo, env.Actor, env.Now()); bad != nil {
		return text.Err(bad)
	}
	return text.Message{}
}

// TakeBackKey is Ctrl-Z on the visitor that row gives; the line of keys names it while there is
// something to take back.
func TakeBackKey(env *views.Env, row func() (hall.VisitRow, bool)) views.Action {
	why := func() text.Message {
		r, ok := row()
		if !ok {
			return text.Err(hall.Refuse(hall.ErrNoUndo))
		}
		return NoTakeBack(env, r)
	}
	return views.Action{Key: views.Key("Ctrl-Z", "ctrl+z"), Name: TakeBackName, Help: TakeBackHelp, Blocked: why, Hidden: !why().IsZero(),
		Run: func() tea.Cmd { r, _ := row(); return TakeBack(env, r) }}
}

// TakeBackItem is the same as a line of a menu.
func TakeBackItem(env *views.Env, r hall.VisitRow) menu.Item {
	why := text.Short(hall.Why(hall.WalkInCourse(), r, hall.OpUndo, env.Actor, env.Now()))
	it := menu.Item{Name: TakeBackDo, Why: why, Do: func() tea.Cmd { return TakeBack(env, r) }}
	if it.Why.IsZero() {
		it.Name = TakeBackOf.With("what", text.Step(r.LastOp))
	}
	return it
}
