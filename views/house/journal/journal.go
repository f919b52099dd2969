// Package journal shows what was done, by whom and when (办理记录), the latest first, a page at a time
// however many lines there are. It is for the head and the administrators; nothing is changed here.
package journal

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/list"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

type row = hall.JournalRow

// New makes the screen.
func New(env *views.Env, _ views.Route) views.View {
	var tabs []list.Tab
	for _, p := range hall.JournalParts() {
		tabs = append(tabs, list.Tab{Name: text.JournalPart(p), Where: p})
	}
	return list.New(env, list.Of[row]{
		Title: title, Tabs: tabs, Empty: empty, None: noneFound, Columns: ledger.Journal().Columns, Read: read, Key: key,
		Tone: func(_ views.Session, r row) widget.Tone {
			switch {
			case r.Shut:
				return widget.Muted
			case r.Wrong:
				return widget.Danger
			}
			return widget.Normal
		},
		About: about, Enter: open, Why: why, Hint: func() text.Message { return hint },
		Open:  func(r row) tea.Cmd { to, _ := routeOf(r); return views.Go(to) },
		Sheet: list.Rows(ledger.Journal(), read),
	})
}

func key(r row) string { return fmt.Sprint(r.Seq) }

func read(ctx context.Context, s views.Session, q list.Query) (list.Page[row], error) {
	ask := hall.JournalQuery{Limit: q.Limit}
	ask.Part, _ = q.Where.(hall.JournalPart)
	ask.Before, _ = q.After.(uint64)
	p, err := s.Desk.Lines(ctx, ask)
	out := list.Page[row]{Rows: p.Rows}
	if p.Next != 0 {
		out.Next = p.Next
	}
	return out, err
}

// routeOf is where the record of a line is dealt with.
func routeOf(r row) (views.Route, bool) {
	id := r.About.ID
	switch r.About.Kind {
	case hall.OfCase:
		return views.Route{Screen: views.CaseFile, Case: hall.CaseID(id)}, true
	case hall.OfOrder:
		return views.Route{Screen: views.Orders, Order: hall.OrderID(id)}, true
	case hall.OfPerson:
		return views.Route{Screen: views.Person, Person: hall.PersonID(id)}, true
	case hall.OfMediator:
		return views.Route{Screen: views.Roster, Mediator: hall.MediatorID(id)}, true
	case hall.OfOrg:
		return views.Route{Screen: views.Orgs, Org: hall.OrgID(id)}, true
	case hall.OfStudio:
		return views.Route{Screen: views.Studios, Studio: hall.StudioID(id)}, true
	case hall.OfVisit:
		if r.Kind != hall.WalkIn {
			return views.Route{Screen: views.KeptIn(r.Kind), Consultation: hall.ConsultationID(id)}, true
		}
	}
	switch r.Deed {
	case hall.DeedStaffAdd, hall.DeedStaffChange, hall.DeedSecret, hall.DeedSignInWrong, hall.DeedSecretWrong:
		return views.Route{Screen: views.Staff}, true
	case hall.DeedSettings, hall.DeedRename:
		return views.Route{Screen: views.Settings}, true
	}
	return views.Route{}, false
}

// why says of a line why nothing opens.
func why(r row) text.Message {
	if r.Shut {
		return text.Shut(true)
	}
	if _, ok := routeOf(r); !ok {
		return noPage
	}
	return text.Message{}
}

// about is all that a line says.
func about(s views.Session, r row) *page.Doc {
	d := page.New(s)
	d.Title(s.Say(lineTitle.With("n", r.Seq)))
	d.Say(atLabel, text.Stamp(r.At))
	if w := r.Written(); !w.IsZero() && w.Unix() != r.At.Unix() {
		d.Say(writtenLabel, text.Stamp(w))
	}
	d.Add(byLabel, r.ByName)
	d.Say(whatLabel, text.Done(r.Entry))
	if r.Shut {
		d.Warn(text.Confidential)
		return d
	}
	d.Say(aboutLabel, text.RefName(r.About))
	return d
}
