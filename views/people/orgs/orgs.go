// Package orgs is the mediation organisations (调解组织): their tree of three levels with what
// each lacks, one of them with its people and history, the forms about it, and the coverage
// (覆盖): which villages, enterprises, parks, markets and industries have one.
package orgs

import (
	"context"
	"fmt"
	"io"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// View is the tree of the organisations, or what was searched for among them.
type View struct {
	*list.View[node]
	env  *views.Env
	open []hall.OrgID // those that are unfolded; never changed, only replaced
}

// New makes the screen; a route may lead to one organisation, or to a form that was begun.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env}
	first := form.Resume(env, r.Draft, v.resume)
	if r.Org != 0 {
		first = v.look(r.Org)
	}
	of := v.list(readTree)
	of.Title, of.Find, of.Count, of.Empty, of.None, of.First = title, find, count, empty, noneFound, first
	of.Columns = append([]ledger.Column[node]{treeColumn(env)}, of.Columns[1:]...)
	of.Sheet, of.Took, of.Hint = sheet(ledger.Orgs().Ledger()), v.took, v.hint
	of.Keys = func() []views.Action {
		return []views.Action{
			{Key: views.Key("→←", "right", "left"), Name: unfoldKey},
			{Key: views.Key("Ctrl-N", "ctrl+n"), Name: add, Run: v.addHere, Blocked: v.may},
			{Key: views.Key("Ctrl-T", "ctrl+t"), Name: coverageKey, Run: func() tea.Cmd {
				return views.Push(v.coverage(func() tea.Cmd { return views.Pop(nil) }))
			}},
		}
	}
	v.View = list.New(env, of)
	return v
}

// list declares a list of organisations, as the tree and the lists behind the coverage are.
func (v *View) list(read func(context.Context, views.Session, list.Query) (list.Page[node], error)) list.Of[node] {
	return list.Of[node]{
		Read: read, Columns: ledger.Of(ledger.OrgRows(), func(n node) hall.OrgRow { return n.row }),
		Key: func(n node) string { return key(n.row.ID) }, Dress: dress,
		Tone: func(_ views.Session, n node) widget.Tone {
			if n.row.Closed != 0 {
				return widget.Muted
			}
			return widget.Normal
		},
		Side: func(ctx context.Context, s views.Session, n node) (*page.Doc, error) {
			f, err := s.Desk.Org(ctx, n.row.ID)
			return about(s, f), err
		},
		Enter: menu.What, Open: func(n node) tea.Cmd { return v.menu(n.row, false) },
	}
}

func key(id hall.OrgID) string { return fmt.Sprint(id) }

// dress has what is against the law stand out.
func dress(s views.Session, n node, column, said string) string {
	if column == "state" && len(n.row.Faults()) > 0 {
		return s.Styles.Danger.Render(said)
	}
	return said
}

// sheet is how a ledger leaves the hall: all of it, whatever is unfolded.
func sheet(l ledger.Ledger) *list.Sheet {
	return &list.Sheet{Ledger: l, Write: func(ctx context.Context, s views.Session, w io.Writer, f ledger.Format, _ list.Query) (int, error) {
		return l.Write(ctx, w, f, s.Desk, list.Scene(s), ledger.Query{})
	}}
}

// may says why the signed-in person cannot change anything here; empty when he can.
func (v *View) may() text.Message {
	if err := v.env.Actor.Require(hall.MayRoster); err != nil {
		return text.Err(err)
	}
	return text.Message{}
}

// took unfolds and folds, and takes what the forms over the tree answer with.
func (v *View) took(msg tea.Msg) (tea.Cmd, bool) {
	if k, ok := msg.(tea.KeyPressMsg); ok && v.Text() == "" {
		switch k.Keystroke() {
		case "right":
			return v.unfold(), true
		case "left":
			return v.fold(), true
		}
	}
	cmd, ok := v.heard(msg)
	if _, saved := msg.(form.Saved[entry]); saved {
		return v.Load(), true
	}
	return cmd, ok
}

// heard takes what a page or a list over the tree hears: what a form is to be about, and
// what was saved, which the tree then stands on.
func (v *View) heard(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case opened:
		return v.opened(m), true
	case form.Saved[entry]:
		for _, above := range m.Value.way {
			v.turn(above.ID, true)
		}
		v.Stand(key(m.Value.ID))
		return nil, true
	}
	return nil, false
}

// turn has those below an organisation shown, or not.
func (v *View) turn(id hall.OrgID, open bool) {
	v.open = slices.DeleteFunc(slices.Clone(v.open), func(one hall.OrgID) bool { return one == id })
	if open {
		v.open = append(v.open, id)
	}
	v.Hold(v.open)
}

// unfold shows those below; on an open one it goes to the first of them.
func (v *View) unfold() tea.Cmd {
	n, ok := v.At()
	switch {
	case !ok || n.row.Children == 0:
		return nil
	case n.open:
		return v.Update(tea.KeyPressMsg{Code: tea.KeyDown})
	}
	v.turn(n.row.ID, true)
	return v.Load()
}

// fold hides those below; on a closed one it goes to whom it stands below.
func (v *View) fold() tea.Cmd {
	n, ok := v.At()
	switch {
	case ok && n.open:
		v.turn(n.row.ID, false)
	case ok && n.depth > 0:
		v.Stand(key(n.row.Parent))
	default:
		return nil
	}
	return v.Load()
}

func (v *View) hint() text.Message {
	if v.Text() != "" {
		return hintFound
	}
	return hintTree
}
