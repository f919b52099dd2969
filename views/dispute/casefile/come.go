package casefile

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// coming is the entry of the case's menu that gives who comes about it a number.
func (v doing) coming() menu.Item {
	bad := hall.Why(hall.ComeCourse(), hall.Coming{Case: v.file.Case, Today: v.file.Consultations}, hall.OpCome, v.env.Actor, v.env.Now())
	return menu.Item{Name: comes, Why: text.Short(bad), Do: v.whoComes}
}

func (v doing) whoComes() tea.Cmd {
	return v.whose(comesWhose, func(at int, _ hall.Party) menu.Item {
		return menu.Item{Do: func() tea.Cmd { return v.came(at) }}
	})
}

// came gives the party at a place a number, and says which.
func (v doing) came(at int) tea.Cmd {
	id := v.file.Case.ID
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		res, err := s.Desk.Come(ctx, id, at)
		return comesDone.With("no", text.Queue(res.Queue)).With("ahead", text.Ahead(res.Ahead)), err
	})
}
