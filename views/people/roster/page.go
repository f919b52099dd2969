package roster

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// The tabs of a mediator's page.
const (
	tabOverview = iota
	tabHistory
	tabTerms
	tabTrainings
	tabPosts
	tabPairs
	tabCases
)

// look opens a mediator's page at a tab.
func (v *View) look(id hall.MediatorID, tab int) tea.Cmd {
	type F = hall.MediatorFile
	var p *page.View[F]
	p = page.Show(v.env, page.Of[F]{
		Title: func(f F) text.Message {
			if f.Mediator.ID == 0 {
				return title
			}
			return titleOf.With("name", f.Mediator.Name)
		},
		Read: func(ctx context.Context, s views.Session) (F, error) { return s.Desk.Mediator(ctx, id) },
		Tabs: []page.Tab[F]{
			tabOverview: {Name: overview, Show: showOverview}, tabHistory: {Name: history, Show: showHistory}, tabTerms: {Name: terms, Show: showTerms},
			tabTrainings: {Name: trainings, Show: showTrainings}, tabPosts: {Name: posts, Show: showPosts}, tabPairs: {Name: pairs, Show: showPairs},
			tabCases: {Name: cases, Show: showCases},
		},
		At: tab, Enter: menu.What, Open: func(f F) tea.Cmd { return v.pageMenu(f, p.Tab()) },
		Hint: func(F) text.Message { return hintOne },
	})
	return views.Push(p)
}

// filled joins what is not empty.
func filled(all ...string) string {
	var out []string
	for _, s := range all {
		if strings.TrimSpace(s) != "" {
			out = append(out, strings.TrimSpace(s))
		}
	}
	return strings.Join(out, "  ")
}

// placed says where somebody belongs, and as what.
func placed(s views.Session, where string, first bool, as text.Message) string {
	if where != "" && first {
		return where + s.Say(as)
	}
	return where
}

// brief is what the list knows of somebody.
func brief(s views.Session, r hall.RosterRow) *page.Doc {
	d, say := page.New(s), s.Say
	d.Title(filled(r.Name, say(unlessActive(r.Status))))
	d.Add(org, placed(s, r.Organisation, r.OrgHead, orgHead))
	d.Add(studio, r.StudioName)
	d.Add(village, filled(r.Village, r.Area))
	d.Say(grade, text.Stock(r.Grade))
	d.Say(fullTime, text.Full(r.FullTime))
	d.Say(specialities, text.Types(s.Settings, r.Specialities))
	d.Say(backgrounds, text.Backgrounds(r.Backgrounds))
	d.Add(trade, r.Trade)
	d.Add(knows, r.Knows)
	d.Add(load, filled(say(loads.With("n", r.Load)), say(bookings.With("n", r.Booked))))
	if r.Away != 0 {
		d.Say(absence, awayUntil.With("day", text.Day(r.Away)))
	}
	termLine(s, d, r.TermEnd, r.Status)
	if r.Unfiled > 0 {
		d.Say(filing, unfiled.With("n", r.Unfiled))
	}
	return d
}

func unlessActive(status hall.MediatorStatus) text.Message {
	if status == hall.Active {
		return text.Message{}
	}
	return text.MediatorStatus(status)
}

// termLine says until when somebody is in office.
func termLine(s views.Session, d *page.Doc, end hall.Day, status hall.MediatorStatus) {
	switch {
	case end == 0:
	case end < s.Today() && status != hall.Left:
		d.Toned(term, s.Say(termPast.With("day", text.Day(end))), widget.Danger)
	default:
		d.Say(term, termTo.With("day", text.Day(end)))
	}
}

func showOverview(s views.Session, f hall.MediatorFile) *page.Doc {
	d, m, say := page.New(s), f.Mediator, s.Say
	stands := say(text.MediatorStatus(m.Status))
	if m.Since != 0 {
		stands = filled(stands, say(since.With("day", text.Day(m.Since))))
	}
	if n := len(m.Past); n > 0 && m.Past[n-1].Why != "" {
		stands = filled(stands, say(because.With("why", text.Stock(m.Past[n-1].Why))))
	}
	d.Add(standing, stands)
	d.Add(org, placed(s, m.Organisation, m.OrgHead, orgHead))
	d.Add(studio, placed(s, m.StudioName, m.StudioLead, studioLead))
	d.Add(village, filled(m.Village, m.Area))
	d.Say(grade, text.Stock(m.Grade))
	d.Say(fullTime, text.Full(m.FullTime))
	d.Say(specialities, text.Types(s.Settings, m.Specialities))
	d.Say(backgrounds, text.Backgrounds(m.Backgrounds))
	d.Add(trade, m.Trade)
	d.Add(knows, m.Knows)
	if m.Sex != hall.SexUnknown {
		d.Say(sex, text.Sex(m.Sex))
	}
	d.Say(birth, text.FormDay(m.Birth)) // of a birthday nobody asks the weekday
	d.Add(phone, m.Phone)
	if f.Masked {
		d.Toned(text.Raw(" "), say(masked), widget.Muted)
	}
	if m.Servant {
		d.Say(servant, servantYes)
	}
	d.Say(joined, text.Day(m.Joined))
	duties(s, d, f)
	return d
}

// duties are what somebody holds, and what waits for him.
func duties(s views.Session, d *page.Doc, f hall.MediatorFile) {
	m, say, today := f.Mediator, s.Say, s.Today()
	termLine(s, d, hall.TermEnd(m.Terms), m.Status)
	if u, ok := hall.Unfiled(m.Filings); ok {
		tone, when := widget.Normal, filingOpen
		if u.Due < today {
			tone, when = widget.Danger, filingLate
		}
		d.Toned(filing, filled(say(text.FilingCause(u.What)), say(when.With("due", s.Due(u.Due)).With("left", text.Left(u.Due, today)))), tone)
	}
	d.Add(posts, filled(postNames(s, m)...))
	d.Add(pairs, filled(pairNames(s, f)...))
	if f.Away != 0 {
		d.Say(absence, awayUntil.With("day", text.Day(f.Away)))
	}
	d.Say(load, loads.With("n", f.Load))
	d.Add(duty, dutyDays(s, f.Duty))
	d.Each(booked, bookingLines(s, f.Bookings[:min(len(f.Bookings), 5)]))
}

func postNames(s views.Session, m hall.Mediator) (out []string) {
	for _, p := range m.OpenPosts() {
		out = append(out, strings.TrimSpace(s.Say(text.PostKind(p.Kind))+" "+p.Where))
	}
	return out
}

func pairNames(s views.Session, f hall.MediatorFile) (out []string) {
	for _, p := range f.OpenPairs(s.Today()) {
		out = append(out, s.Say(with(p, f.Mediator.ID)))
	}
	return out
}

// with is the other one of a pair.
func with(p hall.Pair, self hall.MediatorID) text.Message {
	if p.Mentor.ID == self {
		return teaches.With("name", p.Learner.Name)
	}
	return learns.With("name", p.Mentor.Name)
}

func dutyDays(s views.Session, days []hall.Day) string {
	var out []string
	for i, d := range days {
		if i == 4 {
			out = append(out, s.Styles.Marks.More)
			break
		}
		out = append(out, s.Say(text.ShortDay(d)))
	}
	return filled(out...)
}

func bookingLines(s views.Session, all []hall.VisitRow) (out []string) {
	for _, b := range all {
		who := b.Who
		if b.Hidden {
			who = s.Say(text.Confidential)
		}
		out = append(out, filled(s.Say(text.ShortDay(b.Slot.Day))+" "+text.Slot(b.Slot), s.Say(text.Kind(b.Kind)), who, b.Room))
	}
	return out
}

func showCases(s views.Session, f hall.MediatorFile) *page.Doc {
	d := page.New(s)
	if len(f.Bookings) > 0 {
		d.Section(next, text.Message{})
		for _, b := range bookingLines(s, f.Bookings) {
			d.Row(b, widget.Normal)
		}
	}
	d.Section(cases, text.Message{})
	if len(f.Cases) == 0 {
		d.Muted(noCases)
	}
	for _, c := range f.Cases {
		who, no, tone := c.Applicant, c.Number, widget.Muted
		if c.Hidden {
			who = s.Say(text.Confidential)
		}
		if no == "" {
			no = fmt.Sprint("#", c.ID)
		}
		if c.State.Open() {
			tone = widget.Normal
		}
		d.Row(filled(no, s.Say(text.State(c.State)), who, c.Subject, s.Say(text.Day(c.Registered))), tone)
	}
	return d
}
