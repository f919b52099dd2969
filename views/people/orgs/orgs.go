// Package orgs is the mediation organisations (调解组织): their tree of three levels with what
// each lacks, one of them with its people and history, the forms about it, and the coverage
// (覆盖): which villages, enterprises, parks, markets and industries have one.
package orgs

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// pause is how long typing must rest before a search begins; page is how many organisations
// are read at once.
const (
	pause = 150 * time.Millisecond
	page  = 200
)

// View is the screen: the tree or what was searched for, or the coverage; over it one
// organisation, or a form.
type View struct {
	env   *views.Env
	field widget.Field
	tree  tree
	cover cover
	one   hall.OrgID // the organisation that is looked at; 0: the list
	file  *hall.OrgFile
	top   int          // the first line shown of it
	draft hall.DraftID // to go on with, once
}

// New makes the screen.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env, field: widget.NewField(40), tree: newTree(), cover: newCover(env), draft: r.Draft, one: r.Org}
	v.field.Placeholder = env.Say(text.Orgs.Find)
	return v
}

// Title implements views.View.
func (v *View) Title() text.Message {
	switch {
	case v.one != 0 && v.file != nil && v.file.Org.ID == v.one:
		return text.Orgs.Of.With("name", v.file.Org.Name)
	case v.cover.on:
		return text.Coverage.Title
	}
	return text.Orgs.Title
}

// Load implements views.View.
func (v *View) Load() tea.Cmd {
	var cmds []tea.Cmd
	if v.draft != 0 {
		cmds = append(cmds, form.Resume(v.env, v.draft))
		v.draft = 0
	}
	if v.cover.on {
		cmds = append(cmds, v.readCover())
	} else {
		cmds = append(cmds, v.readTree())
	}
	return tea.Batch(append(cmds, v.readFile())...)
}

// may says why the signed-in person cannot change anything here; empty when he can.
func (v *View) may() text.Message {
	if v.env.Actor.May(hall.MayRoster) {
		return text.Message{}
	}
	return text.Orgs.NoRight
}

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	if cmd, ok := menu.Run(msg); ok {
		return cmd
	}
	switch m := msg.(type) {
	case treeRead:
		return v.showTree(m)
	case search:
		if m.query == v.query() {
			return v.readTree()
		}
		return nil
	case fileRead:
		return v.showFile(m)
	case coverRead:
		return v.showCover(m)
	case sitesRead:
		return v.showSites(m)
	case opened:
		return v.open(m)
	case form.Resumed:
		return v.resume(m.Draft)
	case form.Saved[entry]:
		if p := m.Value.Parent; p != 0 && !slices.Contains(v.tree.open, p) {
			v.tree.open = append(v.tree.open, p)
		}
		return v.Load()
	case done:
		return v.done(m)
	}
	return v.key(msg)
}

// key gives a key to what is in front.
func (v *View) key(msg tea.Msg) tea.Cmd {
	switch {
	case v.one != 0:
		v.scroll(msg)
		return nil
	case v.cover.on:
		return v.coverKey(msg)
	}
	return v.treeKey(msg)
}

func (v *View) scroll(msg tea.Msg) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.Keystroke() {
		case "down":
			v.top++
		case "up":
			v.top--
		case "pgdown":
			v.top += 10
		case "pgup":
			v.top -= 10
		}
		v.top = max(v.top, 0) // Draw holds it above the end
	}
}

func (v *View) query() string { return strings.TrimSpace(v.field.Value()) }

// done is what an operation without a form came to.
type done struct {
	say text.Message
	err error
}

func (v *View) done(m done) tea.Cmd {
	if m.err != nil {
		return tea.Batch(v.Load(), views.Fail(m.err))
	}
	return tea.Batch(v.Load(), views.Toast(views.Done, m.say))
}

// Back implements views.Backer: Esc closes the organisation, the list of sites, the
// coverage, and then what was searched for.
func (v *View) Back() (tea.Cmd, bool) {
	switch {
	case v.one != 0:
		v.one, v.top = 0, 0
		return v.Load(), true
	case v.cover.on && v.cover.list != nothing:
		v.cover.list = nothing
		v.cover.field.Set("")
		return v.readCover(), true
	case v.cover.on:
		v.cover.on = false
		return v.Load(), true
	case v.query() != "":
		v.field.Set("")
		return v.readTree(), true
	}
	return nil, false
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	t := text.Orgs
	choose := views.Action{Key: views.Key("↑↓", "up", "down"), Name: text.Dialog.Choose}
	add := views.Action{Key: views.Key("Ctrl-N", "ctrl+n"), Name: text.Orgs.Add, Run: v.addHere, Blocked: v.may}
	export := list.Exporting(v.env, sheet())
	switch {
	case v.one != 0:
		return []views.Action{{Key: views.Key("Enter", "enter"), Name: t.Menu, Run: v.menuHere, Blocked: v.unread},
			{Key: views.Key("↑↓", "up", "down", "pgup", "pgdown"), Name: t.Scroll}}
	case v.cover.on:
		return v.coverActions(choose, add, export)
	}
	return []views.Action{
		choose, {Key: views.Key("→←", "right", "left"), Name: t.Unfold},
		{Key: views.Key("Enter", "enter"), Name: t.Menu, Run: v.enter, Blocked: v.nothing}, add,
		{Key: views.Key("Ctrl-T", "ctrl+t"), Name: t.Coverage, Run: v.toCover}, export,
	}
}

// Hint implements views.View.
func (v *View) Hint() text.Message {
	t := text.Orgs
	switch {
	case v.one != 0:
		return t.HintOne
	case v.cover.on:
		return v.coverHint()
	case v.tree.atMore():
		return t.HintMore
	case v.query() != "":
		return t.Hint
	}
	return t.HintTree
}

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	switch {
	case v.one != 0:
		return v.drawOne(w, h)
	case v.cover.on:
		return v.drawCover(w, h)
	}
	return v.drawTree(w, h)
}
