// Package bodies is the register of resource bodies (资源单位): whom the hall can ask to a
// joint consultation, what they can help with, and when they can come.
package bodies

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/list"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// most is how many are listed: the register holds no more.
const most = 500

// View is the list of the bodies.
type View struct {
	*list.View[hall.Body]
	env *views.Env
}

// New makes the screen; a route may lead to a form that was begun.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env}
	enter, says := change, hint
	if why := v.may(); !why.IsZero() {
		enter, says = look, why
	}
	v.View = list.New(env, list.Of[hall.Body]{
		Title: title, Find: find, Count: count, Empty: empty, None: noneFound, First: form.Resume(env, r.Draft, v.resume),
		Columns: columns(),
		Read:    read,
		Sheet:   list.Rows(ledger.Bodies(), read),
		Key:     func(b hall.Body) string { return fmt.Sprint(b.ID) },
		Tone: func(_ views.Session, b hall.Body) widget.Tone {
			if b.Off {
				return widget.Muted
			}
			return widget.Normal
		},
		About: about, Enter: enter, Open: v.open,
		Saved: func(msg tea.Msg) (string, bool) {
			m, ok := msg.(form.Saved[hall.Body])
			return fmt.Sprint(m.Value.ID), ok
		},
		Hint: func() text.Message { return says },
		Add:  add, New: v.add, May: v.may,
	})
	return v
}

// columns say of a body that is no longer asked so, in the place of what it is good at.
func columns() []ledger.Column[hall.Body] {
	out := ledger.Only(ledger.Bodies().Columns, "name", "kind", "contact", "phone", "special")
	out[len(out)-1].Show = func(at ledger.Here, b hall.Body) text.Message {
		switch {
		case b.Off:
			return off
		case b.Special == "":
			return text.Types(at.Hall, b.Helps)
		}
		return text.Raw(b.Special)
	}
	return out
}

func read(ctx context.Context, s views.Session, q list.Query) (list.Page[hall.Body], error) {
	rows, err := s.Desk.Bodies(ctx, q.Text, most)
	return list.Page[hall.Body]{Rows: rows}, err
}

// may says why the signed-in person cannot change the register; empty when he can.
func (v *View) may() text.Message {
	if err := v.env.Actor.Require(hall.MayAssign); err != nil {
		return lookOnly.With("why", text.Err(err))
	}
	return text.Message{}
}

// open opens the form of a body, and its page for whoever cannot change it.
func (v *View) open(b hall.Body) tea.Cmd {
	if v.may().IsZero() {
		return views.Push(v.bodyForm(b.ID, formOf(uint64(b.ID)), hall.Draft{}))
	}
	return v.look(b.ID)
}

// look shows what is known of a body.
func (v *View) look(id hall.BodyID) tea.Cmd {
	return views.Push(page.Show(v.env, page.Of[hall.Body]{
		Title: func(b hall.Body) text.Message { return titleOf.With("name", b.Name) },
		Read:  func(ctx context.Context, s views.Session) (hall.Body, error) { return s.Desk.Body(ctx, id) },
		Show:  about,
	}))
}

// about is all that is known of a body.
func about(s views.Session, b hall.Body) *page.Doc {
	d := page.New(s)
	d.Title(b.Name)
	if b.Off {
		d.Warn(off)
	}
	d.Say(kind, text.BodyKind(b.Kind))
	d.Add(contact, b.Contact)
	d.Add(phone, b.Phone)
	d.Say(helps, text.Types(s.Settings, b.Helps))
	d.Add(special, b.Special)
	d.Add(village, b.Village)
	d.Add(knows, b.Knows)
	if len(b.Times) == 0 {
		d.Say(times, anyTime)
	} else {
		d.Say(times, text.Windows(b.Times))
	}
	d.Add(note, b.Note)
	return d
}
