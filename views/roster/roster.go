// Package roster is the roster of mediators (调解员名册): who can be given what, found by any
// trait; one of them with his years on the roster; the posts and the mentor pairs; and what
// is due about all of them.
package roster

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// The lists that stand side by side on the screen.
const (
	tabList = iota
	tabPosts
	tabPairs
	tabDue
	tabs
)

// View is the screen: a list, one mediator's page over it, a form over that.
type View struct {
	env    *views.Env
	tab    int
	list   list
	other  [tabs]other
	id     hall.MediatorID // whose page is open; 0: nobody's
	direct bool            // a route led to it: Esc leaves the screen
	page   page
	fill   *filling
	draft  hall.DraftID // to be gone on with, once
}

// New makes the screen.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env, id: r.Mediator, direct: r.Mediator != 0, draft: r.Draft, list: newList(env)}
	v.list.query.Org, v.list.query.Studio = r.Org, r.Studio
	for i := range v.other {
		v.other[i].table = widget.Table{Header: true}
	}
	return v
}

// Title implements views.View.
func (v *View) Title() text.Message {
	if v.id != 0 && v.page.file != nil {
		return text.Roster.Of.With("name", v.page.file.Mediator.Name)
	}
	return text.Roster.Title
}

// Load implements views.View.
func (v *View) Load() tea.Cmd {
	var resume tea.Cmd
	if v.draft != 0 {
		resume = v.resume(v.draft)
		v.draft = 0
	}
	switch {
	case v.id != 0:
		return tea.Batch(v.readOne(), resume)
	case v.tab == tabList:
		return tea.Batch(v.find(v.list.limit), resume)
	}
	return tea.Batch(v.readOther(), resume)
}

// may says why the signed-in person cannot change the roster; empty when he can.
func (v *View) may() text.Message {
	if v.env.Actor.May(hall.MayRoster) {
		return text.Message{}
	}
	return text.Roster.NoRight
}

type exported struct {
	path string
	err  error
}

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case search:
		if m.query == v.list.text() {
			return v.find(pageRows)
		}
		return nil
	case found:
		return v.found(m)
	case otherRead:
		return v.otherRead(m)
	case oneRead:
		return v.oneRead(m)
	case opened:
		return v.begin(m)
	case exported:
		if m.err != nil {
			return views.Fail(m.err)
		}
		return views.Toast(views.Done, text.Roster.Exported.With("file", m.path))
	}
	if cmd, ok := v.menuMessage(msg); ok {
		return cmd
	}
	if v.fill != nil {
		return v.fillUpdate(msg)
	}
	return v.key(msg)
}

// key gives a key to what is in front.
func (v *View) key(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	stroke := ""
	if ok {
		stroke = k.Keystroke()
	}
	switch {
	case v.id != 0:
		return v.pageKey(msg, k)
	case stroke == "tab":
		return v.turn(1)
	case stroke == "shift+tab":
		return v.turn(tabs - 1)
	case v.tab == tabList:
		return v.listKey(msg, stroke)
	}
	v.other[v.tab].table.Update(msg)
	return nil
}

func (v *View) turn(by int) tea.Cmd {
	v.tab = (v.tab + by) % tabs
	return v.Load()
}

// open shows one mediator's page.
func (v *View) open(id hall.MediatorID, tab int) tea.Cmd {
	v.id, v.page = id, page{tab: tab}
	return v.Load()
}

// Leave implements views.Leaver: what was typed is kept.
func (v *View) Leave() tea.Cmd {
	if v.fill == nil {
		return nil
	}
	return v.fill.keep.Leave()
}

// Back implements views.Backer: Esc closes the form, then the page, then what was typed and
// filtered.
func (v *View) Back() (tea.Cmd, bool) {
	switch {
	case v.fill != nil:
		return v.fill.keep.Aside(putAside{}), true
	case v.id != 0 && !v.direct:
		v.id, v.page = 0, page{}
		return v.Load(), true
	case v.id == 0 && v.tab != tabList:
		v.tab = tabList
		return v.Load(), true
	case v.id == 0 && v.list.narrowed():
		v.list = newList(v.env)
		return v.Load(), true
	}
	return nil, false
}

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	switch {
	case v.fill != nil:
		return v.drawFill(w, h)
	case v.id != 0:
		return v.drawPage(w, h)
	case v.tab == tabList:
		return v.drawList(w, h)
	}
	return v.drawOther(w, h)
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	t := text.Roster
	choose := views.Action{Key: views.Key("↑↓", "up", "down"), Name: text.Dialog.Choose}
	turn := views.Action{Key: views.Key("Tab", "tab"), Name: t.Tabs}
	switch {
	case v.fill != nil:
		return []views.Action{
			{Key: views.Key("Enter", "enter"), Name: text.Dialog.Next}, {Key: views.Key("Ctrl-S", "ctrl+s"), Name: text.Entry.Save, Run: v.submit},
		}
	case v.id != 0:
		return []views.Action{
			{Key: views.Key("1-7", "1", "2", "3", "4", "5", "6", "7"), Name: t.Tabs},
			{Key: views.Key("Enter", "enter"), Name: t.Menu, Run: v.pageMenu, Blocked: func() text.Message { return v.page.lost }},
			{Key: views.Key("↑↓", "up", "down", "pgup", "pgdown"), Name: text.Joint.Scroll},
		}
	case v.tab == tabList:
		return []views.Action{
			choose, {Key: views.Key("Enter", "enter"), Name: t.Menu, Run: v.enter},
			{Key: views.Key("Ctrl-G", "ctrl+g"), Name: t.Filter, Run: v.filterMenu},
			{Key: views.Key("Ctrl-N", "ctrl+n"), Name: t.Add, Run: func() tea.Cmd { return v.ask(doEdit, 0, 0) }, Blocked: v.may},
			{Key: views.Key("Ctrl-E", "ctrl+e"), Name: t.Export, Run: v.exportMenu, Blocked: v.noExport}, turn,
		}
	}
	return []views.Action{
		choose, {Key: views.Key("Enter", "enter"), Name: t.Menu, Run: v.otherEnter, Blocked: v.otherEmpty},
		{Key: views.Key("Ctrl-G", "ctrl+g"), Name: v.otherSwitch(), Run: v.otherAll, Hidden: v.tab == tabDue}, turn,
	}
}

// Hint implements views.View.
func (v *View) Hint() text.Message {
	t := text.Roster
	switch {
	case v.fill != nil:
		return text.RosterForm.Hint
	case v.id != 0 && !v.page.lost.IsZero():
		return t.HintLost
	case v.id != 0:
		return t.HintOne
	case v.tab == tabPosts:
		return t.HintPosts
	case v.tab == tabPairs:
		return t.HintPairs
	case v.tab == tabDue:
		return t.HintDue
	case !v.may().IsZero():
		return t.HintLook
	}
	return t.Hint
}

type ctx = context.Context

// background is a context for commands: the program waits for them when it ends.
func background() ctx { return context.Background() }
