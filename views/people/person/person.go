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
	"sizhen/views/kit/form"
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
	of := p.Details
	d.Title(of.Name)
	if p.Risk != "" {
		d.Warn(riskOf.With("what", p.Risk))
	}
	if f.Missed > 0 {
		d.Warn(missedN.With("n", f.Missed))
	}
	if len(f.Same) > 0 {
		d.Warn(sameName.With("n", len(f.Same)))
	}
	who(d, of)
	if f.Veiled {
		d.Muted(masked)
	}
	if len(p.Relatives) > 0 {
		d.Section(relatives, text.Message{})
		for _, r := range p.Relatives {
			d.Say(text.Kin(r.Kin), standing(r))
		}
	}
	visits(d, s, f)
	cases(d, s, f)
	others(d, s, joinedHead, f.Joined)
	others(d, s, sameHead, f.Same)
	if len(p.Corrections) > 0 {
		d.Section(trailHead, text.Message{})
		for _, c := range p.Corrections {
			d.Text(s.Say(text.Corrected(c)))
		}
	}
	return d
}

// who is what a person is, and how to reach them.
func who(d *page.Doc, of hall.Details) {
	var is []text.Message
	if of.Sex != hall.SexUnknown {
		is = append(is, text.Sex(of.Sex))
	}
	if of.Birth != 0 {
		y, m, _ := of.Birth.Date()
		is = append(is, text.Born(y, m))
	}
	d.Say(text.Intake.Sex, text.Words(is...))
	d.Add(text.Intake.Phone, of.Phone)
	d.Add(text.DocKind(of.Doc), of.DocNumber)
	d.Add(text.Intake.Village, of.Village)
	d.Add(text.Intake.Address, of.Address)
	d.Add(text.Intake.Job, of.Occupation)
	d.Add(text.Intake.Contact, of.Contact)
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

func visits(d *page.Doc, s views.Session, f hall.PersonFile) {
	d.Section(visitsHead.With("n", len(f.Visits)), text.Message{})
	if len(f.Visits) == 0 {
		d.Muted(noVisits)
	}
	for _, r := range f.Visits[:min(len(f.Visits), mostShown)] {
		if r.Hidden {
			d.Row(s.Say(text.Words(text.ShortDay(r.Day), text.Shut(true))), widget.Muted)
			continue
		}
		d.Text(s.Say(entryOf(f, r).line(s)))
	}
	if n := len(f.Visits) - mostShown; n > 0 {
		d.Muted(more.With("n", n))
	}
}

func cases(d *page.Doc, s views.Session, f hall.PersonFile) {
	d.Section(casesHead.With("n", len(f.Cases)), text.Message{})
	if len(f.Cases) == 0 {
		d.Muted(noCases)
	}
	for _, c := range f.Cases[:min(len(f.Cases), mostShown)] {
		d.Text(s.Say(entry{file: &c}.line(s)))
	}
	if n := len(f.Cases) - mostShown; n > 0 {
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
