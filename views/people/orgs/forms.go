package orgs

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// about says which form is meant: what it does, to which record, and of a new organisation
// below which one and for which site it is. It names the form's draft.
type about struct {
	what   string
	id     uint64
	parent hall.OrgID
	site   hall.SiteID
}

const (
	doNew  = "new"  // an organisation; its id is who adds it, so that two do not meet in one draft
	doSite = "site" // a site; 0: a new one
)

func aboutNew(who hall.StaffID, parent hall.OrgID, site hall.SiteID) about {
	return about{doNew, uint64(who), parent, site}
}

func (a about) String() string { return fmt.Sprintf("org %s %d %d %d", a.what, a.id, a.parent, a.site) }

// opened is what a form is about, and the draft that the board led to.
type opened struct {
	about  about
	focus  string
	file   hall.OrgFile
	parent hall.Org
	site   hall.Site
	draft  hall.Draft
	err    error
}

func (v *View) begin(a about) tea.Cmd { return v.beginAt(a, "", hall.Draft{}) }

// beginAt reads what a form is about.
func (v *View) beginAt(a about, focus string, from hall.Draft) tea.Cmd {
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		m := opened{about: a, focus: focus, draft: from}
		m.err = m.read(ctx, s)
		return m
	})
}

// resume goes on with a draft that the board led to.
func (v *View) resume(d hall.Draft) tea.Cmd {
	var a about
	if _, err := fmt.Sscanf(d.Form, "org %s %d %d %d", &a.what, &a.id, &a.parent, &a.site); err != nil {
		return nil // another screen's
	}
	return v.beginAt(a, "", d)
}

func (m *opened) read(ctx context.Context, s views.Session) (err error) {
	parent, site := m.about.parent, m.about.site
	switch m.about.what {
	case doNew:
	case doSite:
		site = hall.SiteID(m.about.id)
	default:
		if m.file, err = s.Desk.Org(ctx, hall.OrgID(m.about.id)); err != nil {
			return err
		}
		parent = m.file.Org.Parent
	}
	if parent != 0 {
		f, err := s.Desk.Org(ctx, parent)
		if err != nil {
			return err
		}
		m.parent = f.Org
	}
	if site != 0 {
		m.site, err = s.Desk.Site(ctx, site)
	}
	return err
}

func (v *View) open(m opened) tea.Cmd {
	switch {
	case m.err != nil:
		return views.Fail(m.err)
	case !v.may().IsZero():
		return views.Toast(views.Warn, v.may())
	case m.about.what == doTerm && len(m.file.Org.Terms) > 0 && m.draft.ID == 0:
		return v.termMenu(m)
	}
	return views.Push(v.formOf(m))
}

func (v *View) formOf(m opened) views.View {
	switch m.about.what {
	case doTerm:
		return v.termForm(m)
	case doFile:
		return v.fileForm(m)
	case doUniform:
		return v.uniformForm(m)
	case doEnd:
		return v.endForm(m)
	case doSite:
		return v.siteForm(m)
	}
	return v.orgForm(m)
}

func levels() []hall.Level { return []hall.Level{hall.Village, hall.Township, hall.County} }

// usual is the level at which a kind of organisation mostly stands.
func usual(k hall.OrgKind) hall.Level {
	switch k {
	case hall.OrgTownship, hall.OrgSubdistrict:
		return hall.Township
	case hall.OrgTrade:
		return hall.County
	}
	return hall.Village
}

// entry is an organisation as its form holds it.
type entry struct {
	hall.Org
	was              hall.Org
	kind             string // the kind's number; empty: not answered yet
	guide, placeName string
	from             hall.Day
	why              string
	twin             bool // another one of the same name is meant
}

func entryOf(f hall.OrgFile, parent hall.Org) entry {
	o := f.Org
	e := entry{Org: o, was: o, guide: parent.Name}
	if o.ID != 0 {
		e.kind = number(o.Kind)
	}
	if o.Site != 0 {
		e.placeName = f.Site.Name
	}
	return e
}

func number[T ~uint8](n T) string { return strconv.Itoa(int(n)) }

// org is the record of what was filled in.
func (e entry) org() hall.Org {
	o := e.Org
	n, _ := strconv.Atoi(e.kind) // one of the options, or nothing
	if o.Kind = hall.OrgKind(n); o.Kind != hall.OrgTrade {
		o.Industry = ""
	}
	return o
}

// founding is what is proposed of a new organisation.
func founding(s views.Session, m opened) entry {
	e := entryOf(hall.OrgFile{}, m.parent)
	e.Parent = m.parent.ID
	if m.site.ID == 0 {
		return e
	}
	k := m.site.Kind.OrgKind()
	if k == hall.OrgVillage && (strings.HasSuffix(m.site.Name, "社区") || strings.Contains(m.site.Name, "居")) {
		k = hall.OrgResidential
	}
	e.Name, e.kind, e.Level = s.Say(text.Coverage.CreateName.With("name", m.site.Name)), number(k), usual(k)
	if e.Site, e.placeName = m.site.ID, m.site.Name; k == hall.OrgTrade {
		e.Industry = m.site.Name
	}
	return e
}

// orgForm is the form of an organisation, a new one or one that is changed.
func (v *View) orgForm(m opened) *form.View[entry] {
	type R = entry
	t, o := text.OrgForm, m.file.Org
	spec := form.Spec[R]{
		Title: t.Edit.With("name", o.Name), Fields: orgFields(o.ID == 0), Start: entryOf(m.file, m.parent), Edit: o.ID != 0,
		Keep: form.Keep[R]{
			Kind: hall.DraftOrg, Form: m.about.String(), From: m.draft, Offer: o.ID == 0,
			Title: func(e R) text.Message {
				if e.Name == "" {
					return t.New
				}
				return text.Raw(e.Name)
			},
		},
		Check: func(_ views.Session, e R) *hall.Error { return e.org().Check() },
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, e R) (R, error) {
			o, err := s.Desk.SaveOrg(ctx, draft, e.org(), hall.OrgChange{From: e.from, Why: e.why, Twin: e.twin})
			if err == nil {
				e.Org = o
			}
			return e, err
		},
		Refused: func(e R, why *hall.Error, _ []hall.Clash, save func(R) tea.Cmd) tea.Cmd {
			if why.Code != hall.ErrTwin || e.twin {
				return nil
			}
			e.twin = true
			return menu.Confirm(v.env, v.env.Say(text.Err(why)), nil, v.env.Say(t.Twin), func() tea.Cmd { return save(e) })
		},
		Done: func(e R) text.Message { return t.Saved.With("name", e.Name) },
	}
	if o.ID != 0 {
		spec.Read = func(ctx context.Context, s views.Session) (R, error) {
			now := opened{about: m.about}
			err := now.read(ctx, s)
			return entryOf(now.file, now.parent), err
		}
		return form.New(v.env, spec)
	}
	spec.Start = founding(v.env.Session, m)
	if spec.Title = t.Add; m.parent.ID != 0 {
		spec.Title = t.AddBelow.With("name", m.parent.Name)
	}
	return form.New(v.env, spec)
}

func orgFields(fresh bool) []*form.Field[entry] {
	type R = entry
	t, f := text.Orgs, text.OrgForm
	kind := form.Choice(hall.FieldKind, t.Kind, func(e *R) *string { return &e.kind }, func(views.Session, R) []form.Option {
		var out []form.Option
		for _, k := range hall.OrgKinds() {
			out = append(out, form.Option{Key: number(k), Name: text.OrgKind(k)})
		}
		return out
	})
	level := form.Enum("level", t.Level, func(e *R) *hall.Level { return &e.Level }, levels(), text.LevelName)
	if fresh {
		level.Propose(func(_ views.Session, e R) string {
			if e.kind == "" {
				return ""
			}
			return number(usual(e.org().Kind))
		})
	}
	out := []*form.Field[R]{
		form.Text(hall.FieldName, t.Name, 60, func(e *R) *string { return &e.Name }).Required().Named().Help(f.NameHelp),
		kind.Required(),
		form.Text("industry", t.Industry, 30, func(e *R) *string { return &e.Industry }).Required().If(func(e R) bool { return e.kind == number(hall.OrgTrade) }),
		level.Required(),
		form.Pick("parent", t.Parent, 60, func(e *R) *hall.OrgID { return &e.Parent }, func(e *R) *string { return &e.guide }, findGuides).Help(f.ParentHelp),
	}
	if !fresh {
		changed := func(e R) bool { return e.org().Changed(e.was) }
		out = append(out,
			form.Day(hall.FieldFrom, f.From, func(e *R) *hall.Day { return &e.from }).Help(f.FromHelp).If(changed),
			form.Text(hall.FieldWhy, f.Why, 100, func(e *R) *string { return &e.why }).Help(f.WhyHelp).If(changed))
	}
	out = append(out,
		form.Read("seats", t.Seats, 2, func(e *R) *int { return &e.Seats }, sayCount, readSeats).Plain().Help(f.SeatsHelp),
		form.Pick("site", t.Site, 60, func(e *R) *hall.SiteID { return &e.Site }, func(e *R) *string { return &e.placeName }, findSites).Help(f.SiteHelp),
		form.Day(hall.FieldFounded, t.Founded, func(e *R) *hall.Day { return &e.Founded }).Help(f.FoundedHelp))
	rest := []*form.Field[R]{
		form.Text("number", t.Number, 40, func(e *R) *string { return &e.Number }).Help(f.NumberHelp),
		form.Day(hall.FieldFiled, t.Filed, func(e *R) *hall.Day { return &e.Filed }),
		form.Text("seal", t.Seal, 60, func(e *R) *string { return &e.Seal }),
		form.Text("address", t.Address, 80, func(e *R) *string { return &e.Address }),
		form.Text(hall.FieldPhone, t.Phone, 20, func(e *R) *string { return &e.Phone }),
		form.Notes(hall.FieldNote, t.Note, 500, func(e *R) *string { return &e.Note }).Rows(2),
	}
	for _, one := range rest {
		if fresh {
			one.Later()
		}
	}
	return slices.Concat(out, rest)
}

func sayCount(_ views.Session, n int) text.Message {
	if n == 0 {
		return text.Message{}
	}
	return text.Raw(strconv.Itoa(n))
}

func readSeats(_ views.Session, typed string) (int, *hall.Error) {
	if typed == "" {
		return 0, nil
	}
	return text.ReadNumber(typed, hall.LeastSeats, hall.MostSeats)
}

// findOrgs looks for organisations to pick one of.
func findOrgs(ctx context.Context, s views.Session, q string) ([]form.Found, error) {
	return findAbove(ctx, s, q, -1)
}

// findGuides looks for those that can guide others.
func findGuides(ctx context.Context, s views.Session, q string) ([]form.Found, error) {
	return findAbove(ctx, s, q, hall.Village.Rank())
}

// findAbove looks for those that stand above a level, by its rank.
func findAbove(ctx context.Context, s views.Session, q string, rank int) ([]form.Found, error) {
	rows, err := s.Desk.FindOrgs(ctx, q, page)
	var out []form.Found
	for _, r := range rows {
		if r.Level.Rank() > rank {
			out = append(out, form.Found{ID: uint64(r.ID), Label: r.Name, Detail: r.ParentName})
		}
	}
	return out, err
}

// findSites looks for what lacks a committee.
func findSites(ctx context.Context, s views.Session, q string) ([]form.Found, error) {
	got, err := s.Desk.Sites(ctx, hall.SiteQuery{Text: q, Any: true, Lacks: true, Limit: 9})
	var out []form.Found
	for _, one := range got.Rows {
		out = append(out, form.Found{ID: uint64(one.ID), Label: one.Name, Detail: strings.TrimSpace(one.Township + "  " + s.Say(text.SiteKind(one.Kind)))})
	}
	return out, err
}
