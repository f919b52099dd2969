// Package roster is the roster of mediators (调解员名册): who they are, where they belong, in
// which grade and standing, and what hangs on them: terms, posts, mentors, what falls due.
package roster

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// The lists of the screen.
const (
	listPeople = iota
	listPosts
	listPairs
	listDue
)

// most bounds the posts, pairs and reminders that are listed; ahead is how many days before they
// fall due.
const (
	most  = 300
	ahead = 30
)

// View is the screen: four lists, of which one is shown.
type View struct {
	env    *views.Env
	shelf  []views.View
	people *list.View[hall.RosterRow]
	at     int
}

// New makes the screen; a route may lead to one mediator, to the people of an organisation or a
// studio, or to a form that was begun.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env}
	shelf := &list.Shelf{Names: []text.Message{people, posts, pairs, due}, Turn: v.turn}
	v.people = v.peopleList(shelf, r)
	v.shelf = []views.View{v.people, v.postList(shelf), v.pairList(shelf), v.dueList(shelf)}
	return v
}

func (v *View) turn(i int) tea.Cmd {
	v.at = i
	return v.Load()
}

// Title implements views.View.
func (v *View) Title() text.Message { return title }

// Load implements views.View.
func (v *View) Load() tea.Cmd { return v.shelf[v.at].Load() }

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	return v.shelf[v.at].Update(msg)
}

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame { return v.shelf[v.at].Draw(w, h) }

// Actions implements views.View.
func (v *View) Actions() []views.Action { return v.shelf[v.at].Actions() }

// Hint implements views.View.
func (v *View) Hint() text.Message { return views.HintOf(v.shelf[v.at]) }

// may says why the signed-in person cannot change the roster; empty when he can.
func (v *View) may() text.Message {
	if err := v.env.Actor.Require(hall.MayRoster); err != nil {
		return text.Err(err)
	}
	return text.Message{}
}

// peopleList is the roster itself.
func (v *View) peopleList(shelf *list.Shelf, r views.Route) *list.View[hall.RosterRow] {
	first := form.Resume(v.env, r.Draft, v.resume)
	if r.Mediator != 0 {
		first = v.look(r.Mediator, tabOverview)
	}
	says := hint
	if !v.may().IsZero() {
		says = hintLook
	}
	l := list.New(v.env, list.Of[hall.RosterRow]{
		Title: title, Find: find, Count: count, Empty: none, None: noneFound, First: first, Shelf: shelf, Place: listPeople,
		Columns: ledger.Listed(), Read: readPeople, Sheet: sheet(), Set: v.narrowed,
		Key: func(r hall.RosterRow) string { return fmt.Sprint(r.ID) },
		Tone: func(_ views.Session, r hall.RosterRow) widget.Tone {
			if r.Status != hall.Active {
				return widget.Muted
			}
			return widget.Normal
		},
		About: brief, Enter: menu.What, Open: v.peopleMenu,
		Saved: func(msg tea.Msg) (string, bool) {
			switch m := msg.(type) {
			case form.Saved[entry]:
				return fmt.Sprint(m.Value.ID), true
			case form.Saved[deed]:
				return fmt.Sprint(m.Value.file.Mediator.ID), true
			}
			return "", false
		},
		Hint: func() text.Message { return says }, Keys: v.peopleKeys,
	})
	l.Narrow(hall.RosterQuery{Org: r.Org, Studio: r.Studio})
	return l
}

func (v *View) peopleKeys() []views.Action {
	out := []views.Action{
		{Key: views.Key("Ctrl-G", "ctrl+g"), Name: filter, Run: v.filterMenu},
		{Key: views.Key("Ctrl-N", "ctrl+n"), Name: add, Run: func() tea.Cmd { return v.begin(doEdit, hall.Mediator{}, 0, hall.Draft{}) }, Blocked: v.may},
	}
	if v.people.Text() == "" && v.query() != (hall.RosterQuery{}) {
		out = append(out, views.Action{Key: views.Key("Esc", "esc"), Name: filterClear.Inside(), Run: func() tea.Cmd { return v.people.Narrow(hall.RosterQuery{}) },
			Hidden: true})
	}
	return out
}

// readPeople reads a page; what is narrowed to is the list's Where.
func readPeople(ctx context.Context, s views.Session, q list.Query) (list.Page[hall.RosterRow], error) {
	ask, _ := q.Where.(hall.RosterQuery)
	ask.Text, ask.Limit = q.Text, q.Limit
	ask.After, _ = q.After.(hall.MediatorID)
	p, err := s.Desk.Roster(ctx, ask)
	out := list.Page[hall.RosterRow]{Rows: p.Rows}
	if n := len(p.Rows); p.More && n > 0 {
		out.Next = p.Rows[n-1].ID
	}
	return out, err
}

func (v *View) postList(shelf *list.Shelf) views.View {
	var l *list.View[hall.PostRow]
	l = list.New(v.env, list.Of[hall.PostRow]{
		Title: title, Empty: noPosts, Shelf: shelf, Place: listPosts, Columns: ledger.Held(), Sheet: list.Rows(ledger.Posts(), readPosts), Read: readPosts,
		Key:   func(p hall.PostRow) string { return fmt.Sprint(p.Mediator.ID, " ", p.At) },
		Tone:  func(_ views.Session, p hall.PostRow) widget.Tone { return over(p.Post.To) },
		Enter: open, Open: func(p hall.PostRow) tea.Cmd { return v.look(p.Mediator.ID, tabPosts) },
		Keys: func() []views.Action { return past(l.Where(), l.Narrow) },
	})
	return l
}

func readPosts(ctx context.Context, s views.Session, q list.Query) (list.Page[hall.PostRow], error) {
	rows, err := s.Desk.Posts(ctx, q.Where == true, most)
	return list.Page[hall.PostRow]{Rows: rows}, err
}

func (v *View) pairList(shelf *list.Shelf) views.View {
	var l *list.View[hall.Pair]
	l = list.New(v.env, list.Of[hall.Pair]{
		Title: title, Empty: noPairs, Shelf: shelf, Place: listPairs, Columns: ledger.Taught(), Sheet: list.Rows(ledger.Pairs(), readPairs), Read: readPairs,
		Key:   func(p hall.Pair) string { return fmt.Sprint(p.ID) },
		Tone:  func(_ views.Session, p hall.Pair) widget.Tone { return over(p.To) },
		Enter: menu.What, Open: v.pairMenu,
		Keys: func() []views.Action { return past(l.Where(), l.Narrow) },
	})
	return l
}

func readPairs(ctx context.Context, s views.Session, q list.Query) (list.Page[hall.Pair], error) {
	rows, err := s.Desk.Pairs(ctx, q.Where == true, most)
	return list.Page[hall.Pair]{Rows: rows}, err
}

func (v *View) dueList(shelf *list.Shelf) views.View {
	return list.New(v.env, list.Of[hall.Reminder]{
		Title: title, Empty: noDue, Shelf: shelf, Place: listDue, Columns: ledger.Reminders(),
		Read: func(ctx context.Context, s views.Session, _ list.Query) (list.Page[hall.Reminder], error) {
			rows, err := s.Desk.Reminders(ctx, s.Today()+ahead, most)
			ofPeople := slices.DeleteFunc(rows, func(r hall.Reminder) bool { return r.Mediator == 0 }) // organisations have a screen of their own
			return list.Page[hall.Reminder]{Rows: ofPeople}, err
		},
		Key: func(r hall.Reminder) string { return fmt.Sprint(r.Day, r.Kind, r.Mediator) },
		Tone: func(s views.Session, r hall.Reminder) widget.Tone {
			if r.Day < s.Today() {
				return widget.Danger
			}
			return widget.Normal
		},
		Enter: open, Open: func(r hall.Reminder) tea.Cmd { return v.look(r.Mediator, tabTerms) },
	})
}

// over is the tone of what has ended.
func over(to hall.Day) widget.Tone {
	if to != 0 {
		return widget.Muted
	}
	return widget.Normal
}

// past is the key that lists what has ended too, or no longer.
func past(all any, narrow func(any) tea.Cmd) []views.Action {
	name := showAll
	if all == true {
		name = showHeld
	}
	return []views.Action{{Key: views.Key("Ctrl-G", "ctrl+g"), Name: name, Run: func() tea.Cmd { return narrow(all != true) }}}
}
