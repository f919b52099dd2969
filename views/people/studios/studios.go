// Package studios is the brand studios (品牌调解室): places or teams known by name, with their
// people, their way of working and what they achieved.
package studios

import (
	"context"
	"fmt"

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

// most is how many are listed: there are never more than some dozens.
const most = 500

// View is the list of the studios.
type View struct {
	*list.View[hall.StudioRow]
	env *views.Env
}

// New makes the screen; a route may lead to one studio, or to a form that was begun.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env}
	first := form.Resume(env, r.Draft, v.resume)
	if r.Studio != 0 {
		first = v.look(r.Studio)
	}
	v.View = list.New(env, list.Of[hall.StudioRow]{
		Title: title, Find: find, Count: count, Empty: empty, None: noneFound, First: first,
		Columns: ledger.Only(ledger.Studios().Columns, "kind", "name", "lead", "people", "way"),
		Read:    read,
		Sheet:   list.Rows(ledger.Studios(), read),
		Key:     func(u hall.StudioRow) string { return key(u.ID) },
		Tone: func(_ views.Session, u hall.StudioRow) widget.Tone {
			if u.Closed != 0 {
				return widget.Muted
			}
			return widget.Normal
		},
		Side: func(ctx context.Context, s views.Session, u hall.StudioRow) (*page.Doc, error) {
			f, err := s.Desk.Studio(ctx, u.ID)
			return about(s, f), err
		},
		Enter: menu.What, Open: func(u hall.StudioRow) tea.Cmd { return v.menu(u.Studio, false) },
		Saved: func(msg tea.Msg) (string, bool) {
			switch m := msg.(type) {
			case form.Saved[hall.Studio]:
				return key(m.Value.ID), true
			case form.Saved[closing]:
				return key(m.Value.file.Studio.ID), true
			}
			return "", false
		},
		Hint: func() text.Message { return hint },
		Add:  add, New: v.add, May: v.may,
	})
	return v
}

func read(ctx context.Context, s views.Session, q list.Query) (list.Page[hall.StudioRow], error) {
	rows, err := s.Desk.Studios(ctx, q.Text, most)
	return list.Page[hall.StudioRow]{Rows: rows}, err
}

func key(id hall.StudioID) string { return fmt.Sprint(id) }

// may says why the signed-in person cannot change anything here; empty when he can.
func (v *View) may() text.Message {
	if err := v.env.Actor.Require(hall.MayRoster); err != nil {
		return text.Err(err)
	}
	return text.Message{}
}

func (v *View) add() tea.Cmd { return v.begin(doNew, uint64(v.env.Actor.Staff), hall.Draft{}) }

// look opens one studio over the list.
func (v *View) look(id hall.StudioID) tea.Cmd {
	return views.Push(page.Show(v.env, page.Of[hall.StudioFile]{
		Title: func(f hall.StudioFile) text.Message { return titleOf.With("name", f.Studio.Name) },
		Read:  func(ctx context.Context, s views.Session) (hall.StudioFile, error) { return s.Desk.Studio(ctx, id) },
		Show:  about,
		Enter: menu.What, Open: func(f hall.StudioFile) tea.Cmd { return v.menu(f.Studio, true) },
	}))
}

// menu is what can be done with a studio, in its page or in the list.
func (v *View) menu(u hall.Studio, open bool) tea.Cmd {
	items := []menu.Item{
		{Name: doLook, Do: func() tea.Cmd { return v.look(u.ID) }},
		{Name: doPeople, Do: func() tea.Cmd { return views.Go(views.Route{Screen: views.Roster, Studio: u.ID}) }},
		{Name: doChange, Op: hall.OpChange, Do: func() tea.Cmd { return v.begin(doEdit, uint64(u.ID), hall.Draft{}) }},
		{Name: doEnd, Op: hall.OpClose, Do: func() tea.Cmd { return v.begin(doClose, uint64(u.ID), hall.Draft{}) }},
	}
	if open {
		items[0].Why = here
	}
	return menu.Course(v.env, u.Name, menu.Bars(v.env, hall.StudioCourse(), u), items)
}

// about is all that is known of a studio.
func about(s views.Session, f hall.StudioFile) *page.Doc {
	u, d := f.Studio, page.New(s)
	d.Title(u.Name)
	if u.Closed != 0 {
		d.Warn(closedOn.With("day", text.Day(u.Closed)).With("why", u.Why))
	}
	d.Say(kind, text.StudioKind(u.Kind))
	d.Add(people, names(s, f))
	d.Add(way, u.Way)
	d.Say(special, text.Types(s.Settings, u.Special))
	d.Each(results, []string{
		s.Say(resultsYear.With("handled", f.Year.Handled).With("settled", f.Year.Settled)),
		s.Say(resultsAll.With("handled", f.All.Handled).With("settled", f.All.Settled)), s.Say(resultsNote),
	})
	d.Add(org, u.OrgName)
	d.Add(place, u.Place)
	d.Add(honours, u.Honours)
	d.Say(founded, text.Day(u.Founded))
	d.Add(note, u.Note)
	return d
}

// names are those of a studio, who leads it first, and how many cases each handled.
func names(s views.Session, f hall.StudioFile) string {
	if len(f.People) == 0 && f.Studio.Closed == 0 {
		return s.Say(nobody)
	}
	var out []string
	for i, m := range f.People {
		name := m.Name
		if m.Head {
			name = s.Say(leads.With("name", name))
		}
		if i < len(f.Results) {
			name = s.Say(each.With("name", name).With("handled", f.Results[i].Handled))
		}
		out = append(out, name)
	}
	return s.Say(text.Names(out))
}
