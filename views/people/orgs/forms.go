package orgs

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// The forms, as their drafts are named.
const (
	formNew     = "new" // an organisation; its id is who adds it, so that two do not meet in one draft
	formChange  = "change"
	formTerm    = "term"
	formFile    = "file"
	formUniform = "uniform"
	formEnd     = "end"
	formSite    = "site" // a site; 0: a new one
)

// formOf says which form is meant: what it does, to which record, and of a new organisation below
// which one and for which site it is. That names the form's draft.
type formOf struct {
	what   string
	id     uint64
	parent hall.OrgID
	site   hall.SiteID

	focus  string        // the field the cursor begins in
	kind   hall.SiteKind // of a new site
	ofKind bool
}

func (a formOf) String() string {
	return fmt.Sprintf("org %s %d %d %d", a.what, a.id, a.parent, a.site)
}

func (v *View) newBelow(parent hall.OrgID, site hall.SiteID) formOf {
	return formOf{what: formNew, id: uint64(v.env.Actor.Staff), parent: parent, site: site}
}

// opened is what a form is about, as it was read, and the draft that the board led to.
type opened struct {
	form   formOf
	file   hall.OrgFile
	parent hall.Org
	site   hall.Site
	draft  hall.Draft
	err    error
}

func (v *View) begin(a formOf) tea.Cmd { return v.beginFrom(a, hall.Draft{}) }

// beginFrom reads what a form is about.
func (v *View) beginFrom(a formOf, from hall.Draft) tea.Cmd {
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		m := opened{form: a, draft: from}
		m.err = m.read(ctx, s)
		return m
	})
}

// resume goes on with a draft that the board led to.
func (v *View) resume(d hall.Draft) tea.Cmd {
	var a formOf
	if _, err := fmt.Sscanf(d.Form, "org %s %d %d %d", &a.what, &a.id, &a.parent, &a.site); err != nil {
		return nil // another screen's
	}
	return v.beginFrom(a, d)
}

func (m *opened) read(ctx context.Context, s views.Session) (err error) {
	parent, site := m.form.parent, m.form.site
	switch m.form.what {
	case formNew:
	case formSite:
		site = hall.SiteID(m.form.id)
	default:
		if m.file, err = s.Desk.Org(ctx, hall.OrgID(m.form.id)); err != nil {
			return err
		}
		parent = m.file.Org.Parent
	}
	if site != 0 {
		if m.site, err = s.Desk.Site(ctx, site); err != nil {
			return err
		}
	}
	if parent == 0 && m.form.what == formNew {
		if parent, err = townships(ctx, s, m.site.Township); err != nil {
			return err
		}
	}
	if parent != 0 {
		f, err := s.Desk.Org(ctx, parent)
		m.parent = f.Org
		return err
	}
	return nil
}

// townships guesses who guides a new organisation for a site: the organisation of its township.
func townships(ctx context.Context, s views.Session, township string) (hall.OrgID, error) {
	if township == "" {
		return 0, nil
	}
	rows, err := s.Desk.FindOrgs(ctx, township, most)
	for _, r := range rows {
		if r.Level.Rank() == hall.Township.Rank() && r.Kind != hall.OrgTrade && strings.HasPrefix(r.Name, township) {
			return r.ID, err
		}
	}
	return 0, err
}

func (v *View) opened(m opened) tea.Cmd {
	switch {
	case m.err != nil:
		return views.Fail(m.err)
	case !v.may().IsZero():
		return views.Toast(views.Warn, v.may())
	case m.form.what == formTerm && len(m.file.Org.Terms) > 0 && m.draft.ID == 0:
		return v.termMenu(m)
	}
	return views.Push(v.formOf(m))
}

func (v *View) formOf(m opened) views.View {
	switch m.form.what {
	case formTerm:
		return v.termForm(m)
	case formFile:
		return v.fileForm(m)
	case formUniform:
		return v.uniformForm(m)
	case formEnd:
		return v.endForm(m)
	case formSite:
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
	way              []hall.OrgRow // above it, once it is saved
}

func entryOf(f hall.OrgFile, parent hall.Org) entry {
	o := f.Org
	e := entry{Org: o, was: o, guide: parent.Name}
	if o.ID != 0 {
		e.kind = numbered(o.Kind)
	}
	if o.Site != 0 {
		e.placeName = f.Site.Name
	}
	return e
}

func numbered[T ~uint8](n T) string { return strconv.Itoa(int(n)) }

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
	e.Name, e.kind, e.Level = s.Say(committeeOf.With("name", m.site.Name)), numbered(k), usual(k)
	if e.Site, e.placeName = m.site.ID, m.site.Name; k == hall.OrgTrade {
		e.Industry = m.site.Name
	}
	return e
}

// orgForm is the form of an organisation, a new one or one that is changed.
func (v *View) orgForm(m opened) *form.View[entry] {
	type R = entry
	o := m.file.Org
	spec := form.Spec[R]{
		Title: change.With("name", o.Name), Fields: orgFields(o.ID == 0), Start: entryOf(m.file, m.parent), Edit: o.ID != 0,
		Keep: form.Keep[R]{
			Kind: hall.DraftOrg, Form: m.form.String(), From: m.draft, Offer: o.ID == 0,
			Title: func(e R) text.Message { return text.Raw(e.Name) },
		},
		Check: func(_ views.Session, e R) *hall.Error { return e.org().Check() },
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, e R) (R, error) {
			if e.ID != 0 && reflect.DeepEqual(e.org(), e.was) {
				return e, hall.Refuse(hall.ErrUnchanged)
			}
			o, err := s.Desk.SaveOrg(ctx, draft, e.org(), hall.OrgChange{From: e.from, Why: e.why})
			if err != nil {
				return e, err
			}
			e.Org = o
			if f, err := s.Desk.Org(ctx, o.ID); err == nil { // where it stands; it is saved, whatever becomes of this
				e.way = f.Way
			}
			return e, nil
		},
		Look: func(one hall.Namesake) tea.Cmd { return v.look(hall.OrgID(one.Ref.ID)) },
		Done: func(e R) text.Message { return saved.With("name", e.Name) },
	}
	if o.ID != 0 {
		spec.Read = func(ctx context.Context, s views.Session) (R, error) {
			now := opened{form: m.form}
			err := now.read(ctx, s)
			return entryOf(now.file, now.parent), err
		}
		return form.New(v.env, spec)
	}
	spec.Start = founding(v.env.Session, m)
	if spec.Title = newOrg; m.parent.ID != 0 {
		spec.Title = newBelow.With("name", m.parent.Name)
	}
	return form.New(v.env, spec)
}

func orgFields(fresh bool) []*form.Field[entry] {
	type R = entry
	ofKind := form.Choice(hall.FieldKind, kind, func(e *R) *string { return &e.kind }, func(views.Session, R) []form.Option {
		var out []form.Option
		for _, k := range hall.OrgKinds() {
			out = append(out, form.Option{Key: numbered(k), Name: text.OrgKind(k)})
		}
		return out
	})
	onLevel := form.Enum(hall.FieldLevel, level, func(e *R) *hall.Level { return &e.Level }, levels(), text.LevelName)
	if fresh {
		onLevel.Propose(func(_ views.Session, e R) string {
			if e.kind == "" {
				return ""
			}
			return numbered(usual(e.org().Kind))
		})
	}
	out := []*form.Field[R]{
		form.Text(hall.FieldName, name, 60, func(e *R) *string { return &e.Name }).Required().Named().Help(nameHelp),
		ofKind.Required(),
		form.Text(hall.FieldIndustry, industry, 30, func(e *R) *string { return &e.Industry }).Required().
			If(func(e R) bool { return e.kind == numbered(hall.OrgTrade) }),
		onLevel.Required(),
		pickOrg(hall.FieldParent, under, hall.Village.Rank(), func(e *R) (*hall.OrgID, *string) { return &e.Parent, &e.guide }).Help(underHelp),
	}
	if !fresh {
		changed := func(e R) bool { return e.org().Changed(e.was) }
		out = append(out,
			form.Day(hall.FieldFrom, since, func(e *R) *hall.Day { return &e.from }).Help(sinceHelp).If(changed),
			form.Text(hall.FieldWhy, why, 100, func(e *R) *string { return &e.why }).Help(whyHelp).If(changed))
	}
	out = append(out,
		form.Read(hall.FieldSeats, seats, 2, func(e *R) *int { return &e.Seats }, sayCount, readSeats).Plain().Help(seatsHelp),
		form.Pick(hall.FieldSite, thereFor, 60, func(e *R) *hall.SiteID { return &e.Site }, func(e *R) *string { return &e.placeName }, findSites).Help(thereForHelp),
		form.Day(hall.FieldFounded, founded, func(e *R) *hall.Day { return &e.Founded }).Help(foundedHelp))
	rest := []*form.Field[R]{
		form.Text(hall.FieldFiling, number, 40, func(e *R) *string { return &e.Number }).Help(numberHelp),
		form.Day(hall.FieldFiled, filedOn, func(e *R) *hall.Day { return &e.Filed }),
		form.Text(hall.FieldSeal, seal, 60, func(e *R) *string { return &e.Seal }),
		form.Text(hall.FieldAddress, address, 80, func(e *R) *string { return &e.Address }),
		form.Text(hall.FieldPhone, phone, 20, func(e *R) *string { return &e.Phone }).Phone(),
		form.Notes(hall.FieldNote, note, 500, func(e *R) *string { return &e.Note }).Rows(2),
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

// anyLevel lets every organisation be picked; above the village's rank stand those that guide others.
const anyLevel = -1

// pickOrg is a field that holds an organisation that stands above a level.
func pickOrg[R any](field string, label text.Message, above int, at func(*R) (*hall.OrgID, *string)) *form.Field[R] {
	id := func(r *R) *hall.OrgID { id, _ := at(r); return id }
	called := func(r *R) *string { _, called := at(r); return called }
	return form.Pick(field, label, 60, id, called, func(ctx context.Context, s views.Session, q string) ([]form.Found, error) {
		rows, err := s.Desk.FindOrgs(ctx, q, most)
		var out []form.Found
		for _, r := range rows {
			if r.Level.Rank() > above {
				out = append(out, form.Found{ID: uint64(r.ID), Label: r.Name, Detail: r.ParentName})
			}
		}
		return out, err
	})
}

// findSites looks for what lacks a committee.
func findSites(ctx context.Context, s views.Session, q string) ([]form.Found, error) {
	got, err := s.Desk.Sites(ctx, hall.SiteQuery{Text: q, Any: true, Lacks: true, Limit: form.Most + 1})
	var out []form.Found
	for _, one := range got.Rows {
		out = append(out, form.Found{ID: uint64(one.ID), Label: one.Name, Detail: strings.TrimSpace(one.Township + "  " + s.Say(text.SiteKind(one.Kind)))})
	}
	return form.Upto(out, form.Most), err
}
