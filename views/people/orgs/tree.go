package orgs

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// branch are those whom one organisation guides, as far as they were read.
type branch struct {
	rows  []hall.OrgRow
	next  hall.OrgPlace
	total int
	want  int // how many are read at least
}

// node is a line of the tree: an organisation, or that there are more.
type node struct {
	row   hall.OrgRow
	depth int
	open  bool
	more  int        // how many are not read yet; 0: an organisation
	of    hall.OrgID // whose they are
}

func (n node) key() string {
	if n.more > 0 {
		return fmt.Sprint("more ", n.of)
	}
	return fmt.Sprint("org ", n.row.ID)
}

// tree is the list: the branches that are open or, once something is typed, what was found.
type tree struct {
	branches map[hall.OrgID]branch
	open     []hall.OrgID // the top first, which always is
	total    int          // all organisations there are
	asked    string       // what the rows answer
	nodes    []node
	read     bool
	enter    bool // Enter was pressed before the answer came
	table    widget.Table
}

func newTree() tree {
	return tree{branches: map[hall.OrgID]branch{}, open: []hall.OrgID{0}, table: widget.Table{Header: true}}
}

type (
	search   struct{ query string }
	treeRead struct {
		query    string
		open     []hall.OrgID
		branches map[hall.OrgID]branch
		found    []hall.OrgRow
		total    int
		err      error
	}
)

// readTree reads the open branches as far as they were read, or looks for what is typed.
func (v *View) readTree() tea.Cmd {
	m := treeRead{query: v.query(), open: slices.Clone(v.tree.open), branches: map[hall.OrgID]branch{}}
	have := map[hall.OrgID]int{}
	for _, id := range m.open {
		have[id] = max(v.tree.branches[id].want, page)
	}
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		desk := s.Desk
		if m.query != "" {
			m.found, m.err = searchOrgs(ctx, desk, m.query)
			return m
		}
		all, err := desk.Orgs(ctx, hall.OrgQuery{List: hall.OrgAll, Limit: 1})
		if m.total, m.err = all.Total, err; err != nil {
			return m
		}
		for _, id := range m.open {
			if m.branches[id], m.err = readBranch(ctx, desk, id, have[id]); m.err != nil {
				return m
			}
		}
		return m
	})
}

// readBranch reads those below an organisation, page by page.
func readBranch(ctx context.Context, desk *store.Desk, id hall.OrgID, n int) (branch, error) {
	q, out := hall.OrgQuery{Parent: id, Limit: page}, branch{want: n}
	for {
		got, err := desk.Orgs(ctx, q)
		if err != nil {
			return out, err
		}
		out.rows, out.next, out.total = append(out.rows, got.Rows...), got.Next, got.Total
		if q.After = got.Next; q.After == nil || len(out.rows) >= n {
			return out, nil
		}
	}
}

// searchOrgs looks for organisations by name and, where a kind's name or initials are typed,
// lists those of the kind.
func searchOrgs(ctx context.Context, desk *store.Desk, q string) ([]hall.OrgRow, error) {
	out, err := desk.FindOrgs(ctx, q, page)
	if err != nil {
		return nil, err
	}
	seen := map[hall.OrgID]bool{}
	for _, r := range out {
		seen[r.ID] = true
	}
	for _, k := range hall.OrgKinds() {
		if !isKind(k, q) || len(out) >= page {
			continue
		}
		got, err := desk.Orgs(ctx, hall.OrgQuery{List: hall.OrgOfKind, Kind: k, Limit: page})
		if err != nil {
			return nil, err
		}
		for _, r := range got.Rows {
			if !seen[r.ID] && len(out) < page {
				out = append(out, r)
			}
		}
	}
	return out, nil
}

// isKind reports whether what is typed is a kind's name: in Chinese, its initials from two
// letters on, or in English.
func isKind(k hall.OrgKind, q string) bool {
	zh, en := text.OrgKind(k).In(text.Zh), text.OrgKind(k).In(text.En)
	q = strings.ToLower(q)
	return strings.HasPrefix(zh, q) || len(q) > 1 && strings.HasPrefix(pinyin.First(zh), q) || len(q) > 3 && strings.HasPrefix(en, q)
}

func (v *View) showTree(m treeRead) tea.Cmd {
	if m.err != nil {
		return views.Fail(m.err)
	}
	if m.query != v.query() {
		return nil // late: something else is asked for now
	}
	t := &v.tree
	if m.query != t.asked {
		t.table.SetRows(nil, nil, nil) // another question: begin at its first answer
	}
	t.asked, t.read = m.query, true
	if m.query == "" {
		for id, b := range m.branches {
			t.branches[id] = b
		}
		t.nodes, t.total = t.flat(nil, 0, 0), m.total
	} else {
		t.nodes = nil
		for _, r := range m.found {
			t.nodes = append(t.nodes, node{row: r})
		}
	}
	v.fillTree()
	if t.enter {
		t.enter = false
		if len(t.nodes) == 1 {
			return v.enter()
		}
	}
	return v.readFile()
}

// flat lays the open branches out, one below the other.
func (t *tree) flat(out []node, of hall.OrgID, depth int) []node {
	b := t.branches[of]
	for _, r := range b.rows {
		open := slices.Contains(t.open, r.ID) && r.Children > 0
		out = append(out, node{row: r, depth: depth, open: open, of: of})
		if open && depth < 8 {
			out = t.flat(out, r.ID, depth+1)
		}
	}
	if b.next != nil {
		out = append(out, node{more: max(b.total-len(b.rows), 1), depth: depth, of: of})
	}
	return out
}

func (v *View) at() *node {
	if i := v.tree.table.Cursor(); i < len(v.tree.nodes) {
		return &v.tree.nodes[i]
	}
	return nil
}

func (t *tree) atMore() bool {
	i := t.table.Cursor()
	return i < len(t.nodes) && t.nodes[i].more > 0
}

// treeKey moves over the tree, unfolds and folds; the rest is typed.
func (v *View) treeKey(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		empty := v.field.Value() == ""
		switch s := k.Keystroke(); {
		case s == "right" && empty:
			return v.unfold()
		case s == "left" && empty:
			return v.fold()
		case s == "up" || s == "down" || s == "pgup" || s == "pgdown" || empty && (s == "home" || s == "end"):
			v.tree.table.Update(msg)
			return v.readFile()
		}
	}
	if _, changed := v.field.Update(msg); changed {
		v.tree.enter = false
		return v.env.After(pause, search{v.query()})
	}
	return nil
}

// unfold shows those below; on an open one it goes to the first of them.
func (v *View) unfold() tea.Cmd {
	n := v.at()
	switch {
	case n == nil || n.more > 0 || n.row.Children == 0:
		return nil
	case n.open:
		v.tree.table.Update(tea.KeyPressMsg{Code: tea.KeyDown})
		return v.readFile()
	}
	v.tree.open = append(v.tree.open, n.row.ID)
	return v.readTree()
}

// fold hides those below; on a closed one it goes to whom it stands below.
func (v *View) fold() tea.Cmd {
	n := v.at()
	if n == nil {
		return nil
	}
	if n.open {
		v.tree.open = slices.DeleteFunc(v.tree.open, func(id hall.OrgID) bool { return id == n.row.ID })
		v.tree.nodes = v.tree.flat(nil, 0, 0)
		v.fillTree()
		return nil
	}
	v.tree.table.Select(fmt.Sprint("org ", n.of))
	return v.readFile()
}

// enter lists what can be done with what the cursor is on. What is listed for an older text
// is not meant: it asks at once, and opens the answer if there is only one.
func (v *View) enter() tea.Cmd {
	if v.query() != v.tree.asked {
		v.tree.enter = true
		return v.readTree()
	}
	n := v.at()
	switch {
	case n == nil:
		return nil
	case n.more > 0:
		b := v.tree.branches[n.of]
		b.want = len(b.rows) + page
		v.tree.branches[n.of] = b
		return v.readTree()
	}
	return v.menu(n.row)
}

// nothing is why there is nothing to open, and what would fill the list.
func (v *View) nothing() text.Message {
	switch {
	case v.at() != nil || v.query() != v.tree.asked:
		return text.Message{}
	case v.tree.asked == "":
		return text.Orgs.None
	}
	return text.Orgs.NoneFound
}
