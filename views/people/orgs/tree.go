package orgs

import (
	"context"
	"slices"
	"strings"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/kit/list"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// node is an organisation where it stands in the tree.
type node struct {
	row   hall.OrgRow
	depth int
	open  bool // those below it are listed
	found bool // it was searched for, and stands in no tree
}

// treeColumn draws the tree: how deep an organisation stands, and whether there are more below.
func treeColumn(env *views.Env) ledger.Column[node] {
	c := ledger.Of(ledger.OrgRows(), func(n node) hall.OrgRow { return n.row })[0]
	leaf := env.Styles.Marks.Dot + " "
	c.Show = func(_ ledger.Here, n node) text.Message {
		before := leaf
		switch {
		case n.found:
			before = ""
		case n.open:
			before = "- "
		case n.row.Children > 0:
			before = "+ "
		}
		return text.Raw(strings.Repeat("  ", n.depth) + before + n.row.Name)
	}
	return c
}

// place is where a page of the tree begins: the branches that are gone through, the top first.
type place []branch

// branch is how far those below an organisation were listed: from a place on, so many of them.
type branch struct {
	of   hall.OrgID
	from hall.OrgPlace
	past int
}

// deepest is how deep a tree goes at most: there are three levels.
const deepest = 8

// readTree reads a page of what is unfolded, or what is searched for.
func readTree(ctx context.Context, s views.Session, q list.Query) (list.Page[node], error) {
	var out list.Page[node]
	if q.Text != "" {
		rows, err := search(ctx, s.Desk, q.Text)
		for _, r := range rows {
			out.Rows = append(out.Rows, node{row: r, found: true})
		}
		return out, err
	}
	all, err := s.Desk.Orgs(ctx, hall.OrgQuery{List: hall.OrgAll, Limit: 1})
	if out.All = all.Total; err != nil {
		return out, err
	}
	open, _ := q.Where.([]hall.OrgID)
	at, ok := q.After.(place)
	if at = slices.Clone(at); !ok {
		at = make(place, 1)
	}
	for len(at) > 0 && len(out.Rows) < q.Limit {
		b := &at[len(at)-1]
		got, err := s.Desk.Orgs(ctx, hall.OrgQuery{Parent: b.of, After: b.from, Limit: b.past + q.Limit - len(out.Rows)})
		if err != nil {
			return out, err
		}
		below := hall.OrgID(0)
		for _, r := range got.Rows[min(b.past, len(got.Rows)):] {
			n := node{row: r, depth: len(at) - 1, open: r.Children > 0 && slices.Contains(open, r.ID) && len(at) < deepest}
			out.Rows = append(out.Rows, n)
			if b.past++; n.open {
				below = r.ID
				break
			}
		}
		switch {
		case below != 0:
			at = append(at, branch{of: below})
		case got.Next == nil:
			at = at[:len(at)-1]
		default:
			b.from, b.past = got.Next, 0
		}
	}
	if len(at) > 0 {
		out.Next = at
	}
	return out, nil
}

// most is how many of those found are listed.
const most = 200

// search looks for organisations by name and, where a kind's name or initials are typed, lists
// those of the kind.
func search(ctx context.Context, desk *store.Desk, q string) ([]hall.OrgRow, error) {
	out, err := desk.FindOrgs(ctx, q, most)
	for _, k := range hall.OrgKinds() {
		if err != nil || !isKind(k, q) {
			continue
		}
		var got hall.OrgPage
		got, err = desk.Orgs(ctx, hall.OrgQuery{List: hall.OrgOfKind, Kind: k, Limit: most})
		for _, r := range got.Rows {
			if len(out) < most && !slices.ContainsFunc(out, func(o hall.OrgRow) bool { return o.ID == r.ID }) {
				out = append(out, r)
			}
		}
	}
	return out, err
}

// isKind reports whether what is typed is a kind's name: in Chinese, its initials from two
// letters on, or in English.
func isKind(k hall.OrgKind, q string) bool {
	zh, en := text.OrgKind(k).In(text.Zh), text.OrgKind(k).In(text.En)
	q = strings.ToLower(q)
	return strings.HasPrefix(zh, q) || len(q) > 1 && strings.HasPrefix(pinyin.First(zh), q) || len(q) > 3 && strings.HasPrefix(en, q)
}
