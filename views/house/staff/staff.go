// Package staff is where administrators keep the accounts: who may sign in, in which roles;
// and where everybody changes the own password.
package staff

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// View is the list of the accounts.
type View struct {
	*list.View[hall.StaffRow]
	env *views.Env
}

// New makes the screen; a route may lead to a form that was begun.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env}
	v.View = list.New(env, list.Of[hall.StaffRow]{
		Title: title, Find: find, Count: count, Empty: empty, None: noneFound, First: form.Resume(env, r.Draft, v.resume),
		Columns: columns(),
		Read:    read,
		Sheet:   list.Rows(ledger.Accounts(), read),
		Key:     func(r hall.StaffRow) string { return key(r.ID) },
		Tone: func(_ views.Session, r hall.StaffRow) widget.Tone {
			if r.Off {
				return widget.Muted
			}
			return widget.Normal
		},
		Enter: menu.What, Open: v.menu,
		Saved: func(msg tea.Msg) (string, bool) {
			m, ok := msg.(form.Saved[account])
			return key(m.Value.row.ID), ok
		},
		Took: v.took, Hint: func() text.Message { return hint },
		Add: add, New: v.add, May: v.may,
	})
	return v
}

// columns say the roles in short words: somebody may hold all of them.
func columns() []ledger.Column[hall.StaffRow] {
	out := ledger.Only(ledger.Accounts().Columns, "name", "login", "roles", "off")
	out[2].Show = func(_ ledger.Here, r hall.StaffRow) text.Message { return text.RoleShort(r.Roles) }
	return out
}

// read finds the accounts by name, its initials or what is typed to sign in.
func read(ctx context.Context, s views.Session, q list.Query) (list.Page[hall.StaffRow], error) {
	rows, err := s.Desk.Staff(ctx)
	typed := strings.ToLower(q.Text)
	rows = slices.DeleteFunc(rows, func(r hall.StaffRow) bool {
		begins := func(initials string) bool { return strings.HasPrefix(initials, typed) }
		return !strings.Contains(r.Name, q.Text) && !strings.Contains(r.Login, typed) && !slices.ContainsFunc(pinyin.OfPerson(r.Name), begins)
	})
	return list.Page[hall.StaffRow]{Rows: rows}, err
}

func key(id hall.StaffID) string { return fmt.Sprint(id) }

// may says why the signed-in person cannot keep the accounts; empty when he can.
func (v *View) may() text.Message {
	if v.env.Actor.May(hall.MayManage) {
		return text.Message{}
	}
	return forbidden
}

func (v *View) add() tea.Cmd {
	return views.Push(v.addForm(formOf(doNew, uint64(v.env.Actor.Staff)), hall.Draft{}))
}

// menu is what can be done with an account.
func (v *View) menu(r hall.StaffRow) tea.Cmd {
	power := menu.Item{Name: switchOff, Op: hall.OpOff, Do: func() tea.Cmd { return v.whatHolds(r) }}
	if r.Off {
		power = menu.Item{Name: switchOn, Op: hall.OpOn, Do: func() tea.Cmd { return v.power(r, false) }}
	}
	return menu.Course(v.env, r.Name, menu.Bars(v.env, hall.AccountCourse(), r), []menu.Item{
		{Name: edit, Op: hall.OpChange, Do: func() tea.Cmd {
			return views.Push(v.editForm(r.ID, formOf(doEdit, uint64(r.ID)), hall.Draft{}))
		}},
		{Name: reset, Op: hall.OpReset, Do: func() tea.Cmd { return views.Push(v.resetForm(r)) }},
		power,
	})
}

// holding is what somebody still has whose account is to be switched off.
type holding struct {
	of  hall.StaffRow
	has hall.Holding
	err error
}

// whatHolds looks what somebody still has before the account is switched off.
func (v *View) whatHolds(r hall.StaffRow) tea.Cmd {
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		has, err := s.Desk.Holds(ctx, r.ID)
		return holding{r, has, err}
	})
}

// off asks before an account is switched off whose holder others have to stand in for.
func (v *View) off(h holding) tea.Cmd {
	switch {
	case h.err != nil:
		return views.Fail(h.err)
	case !h.has.Any():
		return v.power(h.of, true)
	}
	say := v.env.Say
	var lines []string
	for _, one := range []struct {
		n   int
		say text.Message
	}{{h.has.Shifts, hasShifts}, {h.has.Cases, hasCases}, {h.has.Booked, hasBooked}} {
		if one.n > 0 {
			lines = append(lines, say(one.say.With("n", one.n)))
		}
	}
	return menu.Confirm(v.env, say(offTitle.With("name", h.of.Name)), append(lines, say(offBody)), say(switchOff), func() tea.Cmd { return v.power(h.of, true) })
}

// switched is the answer to switching an account off or on.
type switched struct {
	say text.Message
	err error
}

// power switches the account off or on.
func (v *View) power(r hall.StaffRow, off bool) tea.Cmd {
	say := switchedOn
	if off {
		say = switchedOff
	}
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		was := r
		r.Off = off
		_, err := change(ctx, s.Desk, s, was, r)
		return switched{say.With("name", r.Name), err}
	})
}

// took says what became of an account.
func (v *View) took(msg tea.Msg) (tea.Cmd, bool) {
	if h, ok := msg.(holding); ok {
		return v.off(h), true
	}
	m, ok := msg.(switched)
	switch {
	case !ok:
		return nil, false
	case m.err != nil:
		return tea.Batch(views.Fail(m.err), v.Load()), true
	}
	return tea.Batch(views.Toast(views.Done, m.say), v.Load()), true
}
