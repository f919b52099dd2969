// Package person is one person (人员): who it is and how to reach them, whom one must not take for
// them, and all that ever brought them to the hall.
package person

import (
	"cmp"
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/facts"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// View is the screen.
type View struct {
	*page.View[hall.PersonFile]
	env *views.Env
	id  hall.PersonID
}

// New makes the screen of the person that a route leads to.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env, id: r.Person}
	v.View = page.Show(env, page.Of[hall.PersonFile]{
		Title: func(f hall.PersonFile) text.Message {
			if f.Person.ID == 0 {
				return title
			}
			return titleOf.With("name", f.Person.Details.Name)
		},
		Read: v.read, Show: about, Enter: menu.What, Open: v.menu,
		Begin: func(f hall.PersonFile) tea.Cmd {
			return form.Resume(env, r.Draft, func(d hall.Draft) tea.Cmd { return views.PushAsked(v.correctForm(d)) })
		},
	})
	return v
}

func (v *View) read(ctx context.Context, s views.Session) (hall.PersonFile, error) {
	return s.Desk.PersonFile(ctx, v.id)
}

// about is all that is known of somebody: what whoever meets them must know stands first.
func about(s views.Session, f hall.PersonFile) *page.Doc {
	p, d := f.Person, page.New(s)
	d.Title(p.Details.Name)
	for _, what := range f.Risks {
		d.Warn(riskOf.With("what", what))
	}
	if f.Missed > 0 {
		d.Warn(missedN.With("n", f.Missed))
	}
	if len(f.Same) > 0 {
		d.Warn(sameName.With("n", len(f.Same)))
	}
	facts.Who(d, p.Details)
	if f.Veiled {
		d.Muted(masked)
	}
	if len(f.Kin) > 0 {
		d.Section(relatives, text.Message{})
		for _, r := range f.Kin {
			d.Say(text.Kin(r.Kin), standing(r))
		}
	}
	all := listed(f)
	for _, g := range all.Groups {
		d.Section(g.Head, text.Message{})
		rows := all.Rows[:g.Rows]
		all.Rows = all.Rows[g.Rows:]
		entries(d, s, g, rows)
	}
	others(d, s, joinedHead, f.Joined)
	others(d, s, sameHead, f.Same)
	if len(p.Corrections) > 0 {
		d.Section(trailHead, text.Message{})
		for _, c := range p.Corrections {
			d.Text(s.Say(text.Corrected(c, s.Settings)))
		}
	}
	return d
}

// standing is a relative by name, and where else the hall knows them from.
func standing(r hall.Relative) text.Message {
	switch {
	case r.Mediator != 0:
		return text.Words(text.Raw(r.Name), onRoster)
	case r.Person != 0:
		return text.Words(text.Raw(r.Name), onRecord)
	}
	return text.Raw(r.Name)
}

// mostShown is how many visits and cases the page names; all of them are in the list.
const mostShown = 6

// entries are the latest of a group of them.
func entries(d *page.Doc, s views.Session, g list.Group, rows []entry) {
	if len(rows) == 0 {
		d.Muted(g.None)
	}
	for _, e := range rows[:min(len(rows), mostShown)] {
		if e.hidden() {
			d.Row(s.Say(e.line(s)), widget.Muted)
			continue
		}
		d.Text(s.Say(e.line(s)))
	}
	if n := len(rows) - mostShown; n > 0 {
		d.Muted(more.With("n", n))
	}
}

// others are records of people one must tell apart, with what tells them apart.
func others(d *page.Doc, s views.Session, head text.Message, rows []hall.PersonRow) {
	if len(rows) == 0 {
		return
	}
	d.Section(head, text.Message{})
	for _, r := range rows {
		d.Text(s.Say(apart(r)))
	}
}

// apart is what tells a person from others of the name.
func apart(r hall.PersonRow) text.Message {
	var born text.Message
	if r.Birth != 0 {
		y, m, _ := r.Birth.Date()
		born = text.Born(y, m)
	}
	last := text.Message{}
	if r.Last != 0 {
		last = lastHere.With("day", text.ShortDay(r.Last))
	}
	return text.Words(text.Raw(strings.TrimSpace(r.Name+"  "+r.Village)), born, text.Raw(cmp.Or(r.Doc, r.Phone)), last)
}
