package orgs

import (
	"context"
	"fmt"

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

// sites opens what should have a committee (应建), of a kind: those that lack one, or all.
func (v *View) sites(k hall.SiteKind) tea.Cmd {
	read := func(ctx context.Context, s views.Session, at list.Query) (list.Page[hall.Site], error) {
		q := hall.SiteQuery{Kind: k, Text: at.Text, Limit: at.Limit}
		q.Lacks, _ = at.Where.(bool)
		q.After, _ = at.After.(hall.OrgPlace)
		got, err := s.Desk.Sites(ctx, q)
		out := list.Page[hall.Site]{Rows: got.Rows, Total: got.Total}
		if got.Next != nil {
			out.Next = got.Next
		}
		return out, err
	}
	return views.Push(list.New(v.env, list.Of[hall.Site]{
		Title: listTitle.With("what", text.SiteKind(k)), Find: findSite, Count: siteCount, Empty: noneLacking, None: noSites,
		Tabs: []list.Tab{{Name: onlyLacking, Where: true}, {Name: allSites, Where: false}}, Columns: siteColumns(), Read: read,
		Key: func(s hall.Site) string { return fmt.Sprint(s.ID) },
		Tone: func(_ views.Session, s hall.Site) widget.Tone {
			if s.Off {
				return widget.Muted
			}
			return widget.Normal
		},
		Enter: menu.What, Open: v.siteMenu, Took: v.heard, Hint: func() text.Message { return hintSites },
		Saved: func(msg tea.Msg) (string, bool) {
			m, ok := msg.(form.Saved[hall.Site])
			return fmt.Sprint(m.Value.ID), ok
		},
		Keys: func() []views.Action {
			site := formOf{what: formSite, kind: k, ofKind: true}
			return []views.Action{{Key: views.Key("Ctrl-N", "ctrl+n"), Name: add, Run: func() tea.Cmd { return v.begin(site) }, Blocked: v.may}}
		},
		Sheet: list.Rows(ledger.Coverage(), read),
	}))
}

// siteColumns say of a site that none looks after why that is.
func siteColumns() []ledger.Column[hall.Site] {
	out := ledger.Only(ledger.Coverage().Columns, "name", "township", "organisation")
	out[2].Show = func(_ ledger.Here, s hall.Site) text.Message {
		switch {
		case s.Off:
			return notNeeded.With("why", s.Why)
		case s.Lacks():
			return lacksOne
		}
		return text.Raw(s.OrgName)
	}
	return out
}

// siteMenu is what can be done with a site.
func (v *View) siteMenu(s hall.Site) tea.Cmd {
	change := func(focus string) func() tea.Cmd {
		return func() tea.Cmd { return v.begin(formOf{what: formSite, id: uint64(s.ID), focus: focus}) }
	}
	why := func(taken bool) text.Message {
		switch may := v.may(); {
		case !may.IsZero():
			return may
		case taken && s.Org != 0:
			return hasOne.With("org", s.OrgName)
		case s.Off:
			return isOff
		}
		return text.Message{}
	}
	items := []menu.Item{
		{Name: doFound, Why: why(true), Do: func() tea.Cmd { return v.begin(v.newBelow(0, s.ID)) }},
		{Name: doCover, Why: why(false), Do: change(hall.FieldOrg)},
		{Name: doOff, Why: why(false), Do: change(hall.FieldOff)},
		{Name: doChange, Why: v.may(), Do: change("")},
		{Name: doOrg, Do: func() tea.Cmd { return v.look(s.Org) }},
	}
	if s.Org == 0 {
		items[4].Why = lacksOne
	}
	return menu.Open(v.env, s.Name, items)
}

// siteForm is the form of what should have a committee.
func (v *View) siteForm(m opened) *form.View[hall.Site] {
	type R = hall.Site
	site := m.site
	spec := form.Spec[R]{
		Title: change.With("name", site.Name), Start: site, Edit: site.ID != 0, Focus: m.form.focus,
		Fields: []*form.Field[R]{
			form.Text(hall.FieldName, name, 60, func(s *R) *string { return &s.Name }).Required().Named(),
			form.Enum(hall.FieldKind, kind, func(s *R) *hall.SiteKind { return &s.Kind }, hall.SiteKinds(), text.SiteKind).Required(),
			form.Text(hall.FieldTownship, township, 30, func(s *R) *string { return &s.Township }),
			form.Flag(hall.FieldOff, needed, isNeeded, isNot, func(s *R) *bool { return &s.Off }).Given(),
			form.Text(hall.FieldWhy, offWhy, 60, func(s *R) *string { return &s.Why }).Required().Help(offWhyHelp).If(func(s R) bool { return s.Off }),
			pickOrg(hall.FieldOrg, lookedAfter, anyLevel, func(s *R) (*hall.OrgID, *string) { return &s.Org, &s.OrgName }).
				Help(lookedAfterHelp).If(func(s R) bool { return !s.Off }),
		},
		Keep: form.Keep[R]{
			Kind: hall.DraftOrg, Form: m.form.String(), From: m.draft, Offer: site.ID == 0,
			Title: func(s R) text.Message { return text.Raw(s.Name) },
			Get:   func(d *hall.Draft, _ *R) { answered(d, hall.FieldOff) },
		},
		Check: func(_ views.Session, s R) *hall.Error { return s.Check() },
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, one R) (R, error) {
			if one.ID != 0 && one == site {
				return one, hall.Refuse(hall.ErrUnchanged)
			}
			return s.Desk.SaveSite(ctx, draft, one)
		},
		Done: func(s R) text.Message { return saved.With("name", s.Name) },
	}
	if site.ID != 0 {
		spec.Read = func(ctx context.Context, s views.Session) (R, error) { return s.Desk.Site(ctx, site.ID) }
		return form.New(v.env, spec)
	}
	if spec.Title = newSite; m.form.ofKind {
		spec.Start.Kind = m.form.kind
		spec.Fields[1].Given()
	}
	return form.New(v.env, spec)
}
