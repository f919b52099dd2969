package orgs

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// What can be done with a site, in the menu's order.
const (
	siteCreate = "create"
	siteCover  = "cover"
	siteOff    = "off"
	siteChange = "change"
	siteOrg    = "org"
)

func (v *View) siteMenu(s hall.Site) tea.Cmd {
	t := text.Coverage
	var items []menu.Item
	for _, d := range []struct {
		what string
		name text.Message
	}{{siteCreate, t.DoCreate}, {siteCover, t.DoCover}, {siteOff, t.DoOff}, {siteChange, t.DoChange}, {siteOrg, t.DoOrg}} {
		items = append(items, menu.Item{Name: d.name, Why: v.whySite(d.what, s), Do: func() tea.Cmd { return v.runSite(d.what, s) }})
	}
	return menu.Open(v.env, s.Name, items)
}

func (v *View) whySite(what string, s hall.Site) text.Message {
	t := text.Coverage
	switch {
	case what == siteOrg && s.Org == 0:
		return t.NotCovered
	case what == siteOrg:
		return text.Message{}
	case !v.may().IsZero():
		return v.may()
	case what == siteCreate && s.Org != 0:
		return t.HasOne.With("org", s.OrgName)
	case (what == siteCreate || what == siteCover || what == siteOff) && s.Off:
		return t.IsOff
	}
	return text.Message{}
}

func (v *View) runSite(what string, s hall.Site) tea.Cmd {
	a := about{doSite, uint64(s.ID), 0, 0}
	switch what {
	case siteCreate:
		return v.begin(aboutNew(v.env.Actor.Staff, v.parentFor(s), s.ID))
	case siteOrg:
		v.one, v.top = s.Org, 0
		return v.readFile()
	case siteCover:
		return v.beginAt(a, hall.FieldOrg, hall.Draft{})
	case siteOff:
		return v.beginAt(a, hall.FieldOff, hall.Draft{})
	}
	return v.begin(a)
}

// parentFor guesses who guides a new organisation for a site: the township's, as far as the
// tree that was read shows one.
func (v *View) parentFor(s hall.Site) hall.OrgID {
	if s.Township == "" {
		return 0
	}
	for _, b := range v.tree.branches {
		for _, r := range b.rows {
			if r.Closed == 0 && r.Level.Rank() == hall.Township.Rank() && r.Kind != hall.OrgTrade && strings.HasPrefix(r.Name, s.Township) {
				return r.ID
			}
		}
	}
	return 0
}

func (v *View) addSite() tea.Cmd { return v.begin(about{doSite, 0, 0, 0}) }

// siteForm is the form of what should have a committee.
func (v *View) siteForm(m opened) *form.View[hall.Site] {
	type R = hall.Site
	t, site := text.Coverage, m.site
	spec := form.Spec[R]{
		Title: t.EditTitle.With("name", site.Name), Start: site, Edit: site.ID != 0, Focus: m.focus,
		Fields: []*form.Field[R]{
			form.Text(hall.FieldName, t.Name, 60, func(s *R) *string { return &s.Name }).Required().Named(),
			form.Enum(hall.FieldKind, t.Kind, func(s *R) *hall.SiteKind { return &s.Kind }, hall.SiteKinds(), text.SiteKind).Required(),
			form.Text("township", t.Township, 30, func(s *R) *string { return &s.Township }),
			form.Flag(hall.FieldOff, t.Needed, t.Yes, t.No, func(s *R) *bool { return &s.Off }).Given(),
			form.Text(hall.FieldWhy, t.Why, 60, func(s *R) *string { return &s.Why }).Required().Help(t.WhyHelp).If(func(s R) bool { return s.Off }),
			form.Pick(hall.FieldOrg, t.Org, 60, func(s *R) *hall.OrgID { return &s.Org }, func(s *R) *string { return &s.OrgName }, findOrgs).Help(t.OrgHelp).If(
				func(s R) bool { return !s.Off }),
		},
		Keep: form.Keep[R]{
			Kind: hall.DraftOrg, Form: m.about.String(), From: m.draft, Offer: site.ID == 0,
			Title: func(s R) text.Message {
				if s.Name == "" {
					return t.New
				}
				return text.Raw(s.Name)
			},
		},
		Check: func(_ views.Session, s R) *hall.Error { return s.Check() },
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, one R) (R, error) {
			return s.Desk.SaveSite(ctx, draft, one)
		},
		Done: func(s R) text.Message { return t.Saved.With("name", s.Name) },
	}
	if site.ID != 0 {
		spec.Read = func(ctx context.Context, s views.Session) (R, error) { return s.Desk.Site(ctx, site.ID) }
		return form.New(v.env, spec)
	}
	spec.Title = t.AddTitle
	if v.cover.list == sites {
		spec.Start.Kind = v.cover.q.Kind
		spec.Fields[1].Given()
	}
	return form.New(v.env, spec)
}
