package orgs

import (
	"context"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/entry"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// What can be done with a site, in the menu's order.
const (
	siteCreate = "create"
	siteCover  = "cover"
	siteOff    = "off"
	siteChange = "change"
	siteOrg    = "org"
)

type siteChosen struct {
	what string
	site hall.Site
}

func (v *View) siteMenu(s hall.Site) tea.Cmd {
	say, t := v.env.Say, text.Coverage
	var items []widget.MenuItem
	for _, d := range []struct {
		what string
		say  text.Message
	}{{siteCreate, t.DoCreate}, {siteCover, t.DoCover}, {siteOff, t.DoOff}, {siteChange, t.DoChange}, {siteOrg, t.DoOrg}} {
		items = append(items, widget.MenuItem{ID: d.what, Label: say(d.say), Reason: say(v.whySite(d.what, s))})
	}
	return views.Open(dialog.Menu(v.env, s.Name, items, func(id string) tea.Msg { return siteChosen{id, s} }))
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

func (v *View) runSite(m siteChosen) tea.Cmd {
	switch m.what {
	case siteCreate:
		return v.begin(formNew(v.env.Actor.Staff, v.parentFor(m.site), m.site.ID))
	case siteOrg:
		v.one, v.top = m.site.Org, 0
		return v.readFile()
	case siteCover:
		return v.beginAt(form{doSite, uint64(m.site.ID), 0, 0}, "org")
	case siteOff:
		return v.beginAt(form{doSite, uint64(m.site.ID), 0, 0}, "off")
	}
	return v.begin(form{doSite, uint64(m.site.ID), 0, 0})
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

func (v *View) addSite() tea.Cmd { return v.begin(form{doSite, 0, 0, 0}) }

// siteSheet is the form of what should have a committee.
func (v *View) siteSheet(m opened) *entry.Sheet {
	t, say, site := text.Coverage, v.env.Say, m.site
	title := t.EditTitle.With("name", site.Name)
	if site.ID == 0 {
		title = t.AddTitle
		if v.cover.list == sites {
			site.Kind = v.cover.q.Kind
		}
	}
	kind, off := "", ""
	if site.ID != 0 || v.cover.list == sites {
		kind = strconv.Itoa(int(site.Kind))
	}
	if site.Off {
		off = "1"
	}
	picked := map[string]dialog.Choice{}
	if site.Org != 0 {
		picked["org"] = choiceOf(site.Org, site.OrgName, "")
	}
	return entry.New(v.env, entry.Config{
		Title: title, Kind: hall.DraftOrg, Form: m.form.String(), From: m.draft, Picked: picked, Picks: map[string]entry.Find{"org": v.find},
		Items: []widget.Item{
			{ID: "name", Label: say(t.Name), Max: 60, Required: true, Value: site.Name},
			{ID: "kind", Label: say(t.Kind), Kind: widget.Choice, Required: true, Value: kind, Options: options(say, hall.SiteKinds(), text.SiteKind)},
			{ID: "township", Label: say(t.Township), Max: 30, Value: site.Township},
			{ID: "off", Label: say(t.Needed), Kind: widget.Choice, Value: off, Options: []widget.Option{{Key: "", Label: say(t.Yes), Initials: "y"}, {Key: "1", Label: say(t.No), Initials: "b"}}},
			{ID: "why", Label: say(t.Why), Max: 60, Required: true, Value: site.Why, Help: say(t.WhyHelp)},
			{ID: "org", Label: say(t.Org), Max: 60, Help: say(t.OrgHelp)},
		},
		Name: func(s *entry.Sheet) string {
			if name := s.Value("name"); name != "" {
				return name
			}
			return say(t.New)
		},
		Follow: func(s *entry.Sheet) {
			s.Hide("why", s.Value("off") == "")
			s.Hide("org", s.Value("off") != "")
		},
		Save: func(s *entry.Sheet) (func(hall.DraftID) error, *hall.Error) {
			site.Name, site.Kind, site.Township = s.Value("name"), hall.SiteKind(s.Number("kind")), s.Value("township")
			site.Off, site.Why, site.Org = s.Value("off") != "", s.Value("why"), hall.OrgID(s.ID("org"))
			desk, save := v.env.Desk, site
			return func(id hall.DraftID) error {
				_, err := desk.SaveSite(context.Background(), id, save)
				return err
			}, save.Check()
		},
		Reread: func(ctx context.Context) (func(), error) {
			now, err := v.env.Desk.Site(ctx, site.ID)
			return func() { site.Rev = now.Rev }, err
		},
		Done: func() tea.Cmd { return v.finished(t.Saved.With("name", site.Name))() },
	})
}
