// Package cases lists the cases (案件, F8), newest first, a page at a time however many
// there are.
package cases

import (
	"context"
	"fmt"
	"io"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/facts"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// view is the list of the cases.
type view struct {
	*list.View[hall.CaseRow]
	env *views.Env
}

// which are the cases that a tab shows.
type which struct {
	filter hall.CaseFilter
	state  hall.State // for those in one state
}

func (w which) name() text.Message {
	if w.filter == hall.StateCases {
		return text.State(w.state)
	}
	return text.CaseFilter(w.filter)
}

// stateTab is the tab that asks for a state.
const stateTab = 3

// New makes the screen.
func New(env *views.Env, _ views.Route) views.View {
	v := &view{env: env}
	var tabs []list.Tab
	for _, f := range []hall.CaseFilter{hall.AllCases, hall.OpenCases, hall.MyCases} {
		tabs = append(tabs, list.Tab{Name: text.CaseFilter(f), Where: which{filter: f}})
	}
	v.View = list.New(env, list.Of[hall.CaseRow]{
		Count: count, Empty: empty, None: emptyHere, Columns: columns(),
		Tabs: append(tabs, list.Tab{Name: byStateTab, Ask: v.askState}),
		Read: read, Key: func(r hall.CaseRow) string { return fmt.Sprint(r.ID) }, Tone: tone, Dress: facts.Marked(warningOf, dress), About: about,
		Enter: openCase, Open: func(r hall.CaseRow) tea.Cmd {
			return views.Go(views.Route{Screen: views.CaseFile, Case: r.ID})
		},
		Shut: func(r hall.CaseRow) bool { return r.Hidden },
		Hint: func() text.Message { return hint }, Sheet: &list.Sheet{Ledger: ledger.Cases().Ledger(), Write: write},
	})
	return v
}

// Title implements views.View: it says which cases are listed.
func (v *view) Title() text.Message {
	w, _ := v.Where().(which)
	return text.Raw("{a}  {b}").With("a", title).With("b", w.name())
}

func read(ctx context.Context, s views.Session, q list.Query) (list.Page[hall.CaseRow], error) {
	w, _ := q.Where.(which)
	ask := hall.CaseQuery{Filter: w.filter, State: w.state, Limit: q.Limit}
	ask.After, _ = q.After.(hall.CaseID)
	p, err := s.Desk.Cases(ctx, ask)
	out := list.Page[hall.CaseRow]{Rows: p.Rows, Total: p.Total}
	if n := len(p.Rows); p.More && n > 0 {
		out.Next = p.Rows[n-1].ID
	}
	return out, err
}

// write writes the cases of a query whole, where the screen shows a line of each.
func write(ctx context.Context, s views.Session, w io.Writer, f ledger.Format, q list.Query) (int, error) {
	meant := map[hall.CaseID]bool{}
	for q.Limit = together; ; {
		p, err := read(ctx, s, q)
		if err != nil {
			return 0, err
		}
		for _, r := range p.Rows {
			meant[r.ID] = true
		}
		if q.After = p.Next; q.After == nil {
			break
		}
	}
	l := ledger.CasesOf(func(id hall.CaseID) bool { return meant[id] })
	return l.Ledger().Write(ctx, w, f, s.Desk, list.Scene(s), ledger.Query{})
}

// together is how many cases are read at a time when all are written.
const together = 500

// askState lets one of the states be chosen.
func (v *view) askState() tea.Cmd {
	var items []menu.Item
	for _, s := range hall.States() {
		items = append(items, menu.Item{Name: text.State(s), Do: func() tea.Cmd {
			return v.Turn(stateTab, which{hall.StateCases, s})
		}})
	}
	return menu.Open(v.env, v.env.Say(byStateTab), items)
}

// running reports whether a case has a limit that still counts.
func running(r hall.CaseRow) bool { return r.State == hall.Accepted || r.State == hall.Mediating }

func tone(_ views.Session, r hall.CaseRow) widget.Tone {
	if !r.State.Open() {
		return widget.Muted
	}
	return widget.Normal
}

func warningOf(r hall.CaseRow) hall.Warning { return r.Warning }

// dress has red no more than what is late of a row: its limit.
func dress(s views.Session, r hall.CaseRow, column, said string) string {
	if column == "left" && running(r) && r.Deadline != 0 && r.Deadline < s.Today() {
		return s.Styles.Danger.Render(said)
	}
	return said
}

func numberOf(r hall.CaseRow) text.Message {
	if r.Number == "" {
		return noNumber
	}
	return text.Raw(r.Number)
}

func partiesOf(r hall.CaseRow) text.Message {
	if r.Hidden {
		return text.Confidential
	}
	return text.Versus(r)
}

func typeOf(s hall.Settings, r hall.CaseRow) text.Message {
	if r.Hidden {
		return text.Message{}
	}
	return text.Type(s, r.Type)
}

func columns() []ledger.Column[hall.CaseRow] {
	type R = hall.CaseRow
	return []ledger.Column[R]{
		{Key: "number", Title: number, Width: 24, Value: func(_ ledger.Here, r R) ledger.Cell { return ledger.Phrase(numberOf(r)) }},
		{Key: "type", Title: kind, Width: 12, Value: func(at ledger.Here, r R) ledger.Cell { return ledger.Phrase(typeOf(at.Hall, r)) }},
		ledger.Led(ledger.Column[R]{Key: "parties", Title: text.Consult.Parties, Width: 40, Who: true,
			Value: func(_ ledger.Here, r R) ledger.Cell { return ledger.Phrase(partiesOf(r)) }}, warningOf),
		{Key: "state", Title: state, Value: func(_ ledger.Here, r R) ledger.Cell { return ledger.Enum("", text.State(r.State)) }},
		{Key: "left", Title: deadline, Value: func(at ledger.Here, r R) ledger.Cell {
			if !running(r) {
				return ledger.Enum("", text.Message{})
			}
			return ledger.Enum("", text.LeftShort(r.Deadline, at.Today))
		}},
		{Key: "chair", Title: chair, Width: 8, Who: true, Spare: true, Value: func(_ ledger.Here, r R) ledger.Cell { return ledger.Say(r.Chair) }},
	}
}

// about shows the row under the cursor in full, from what the list holds.
func about(s views.Session, r hall.CaseRow) *page.Doc {
	d := page.New(s)
	d.Title(s.Say(numberOf(r)))
	facts.Warn(d, r.Warning)
	d.Say(text.Consult.Parties, partiesOf(r))
	d.Add(subject, r.Subject)
	d.Say(kind, typeOf(s.Settings, r))
	d.Say(state, text.State(r.State))
	d.Add(chair, r.Chair)
	d.Say(registered, text.ShortDay(r.Registered))
	if r.Deadline != 0 {
		d.Say(deadline, s.Due(r.Deadline))
	}
	if r.Amount > 0 {
		d.Say(amount, text.Money(r.Amount))
	}
	return d
}
