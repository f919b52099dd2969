package orgs

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/entry"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// form says which form is meant: what it does, to which record, and of a new organisation
// below which one and for which site it is. It names the form's draft.
type form struct {
	what   string
	id     uint64
	parent hall.OrgID
	site   hall.SiteID
}

const (
	doNew  = "new"  // an organisation; its id is who adds it, so that two do not meet in one draft
	doSite = "site" // a site; 0: a new one
)

func formNew(who hall.StaffID, parent hall.OrgID, site hall.SiteID) form {
	return form{doNew, uint64(who), parent, site}
}

func (f form) String() string { return fmt.Sprintf("org %s %d %d %d", f.what, f.id, f.parent, f.site) }

func formOf(name string) form {
	var f form
	_, _ = fmt.Sscanf(name, "org %s %d %d %d", &f.what, &f.id, &f.parent, &f.site) // another's is none of ours
	return f
}

// opened is a form with what it is about, and what was already written.
type opened struct {
	form   form
	focus  string
	file   hall.OrgFile
	parent hall.Org
	site   hall.Site
	draft  hall.Draft
	err    error
}

func (v *View) begin(f form) tea.Cmd { return v.beginAt(f, "") }

// beginAt reads what a form is about, and what was already written.
func (v *View) beginAt(f form, focus string) tea.Cmd {
	env := v.env
	return func() tea.Msg {
		m, ctx := opened{form: f, focus: focus}, context.Background()
		if m.draft, m.err = entry.Kept(ctx, env, f.String()); m.err == nil {
			m.err = m.read(ctx, env)
		}
		return m
	}
}

// resume goes on with a draft that the board led to.
func (v *View) resume(id hall.DraftID) tea.Cmd {
	env := v.env
	return func() tea.Msg {
		var m opened
		ctx := context.Background()
		if m.draft, m.err = env.Desk.Draft(ctx, id); m.err == nil {
			m.form = formOf(m.draft.Form)
			m.err = m.read(ctx, env)
		}
		return m
	}
}

func (m *opened) read(ctx context.Context, env *views.Env) (err error) {
	site := m.form.site
	switch m.form.what {
	case doNew:
	case doSite:
		site = hall.SiteID(m.form.id)
	default:
		if m.file, err = env.Desk.Org(ctx, hall.OrgID(m.form.id)); err != nil {
			return err
		}
		m.form.parent = m.file.Org.Parent
	}
	if m.form.parent != 0 {
		f, err := env.Desk.Org(ctx, m.form.parent)
		if err != nil {
			return err
		}
		m.parent = f.Org
	}
	if site != 0 {
		m.site, err = env.Desk.Site(ctx, site)
	}
	return err
}

func (v *View) openSheet(m opened) tea.Cmd {
	switch {
	case m.err != nil:
		return views.Fail(m.err)
	case v.sheet != nil:
		return nil
	case !v.may().IsZero():
		return views.Toast(views.Warn, v.may())
	case m.form.what == doTerm && len(m.file.Org.Terms) > 0 && m.draft.ID == 0:
		return v.termMenu(m.file)
	}
	v.sheet = v.sheetOf(m)
	if m.focus != "" {
		v.sheet.Focus(m.focus)
	}
	return v.sheet.Begun()
}

func (v *View) sheetOf(m opened) *entry.Sheet {
	switch m.form.what {
	case doTerm:
		return v.termSheet(m.file, m.draft)
	case doFile:
		return v.fileSheet(m)
	case doUniform:
		return v.uniformSheet(m)
	case doEnd:
		return v.endSheet(m)
	case doSite:
		return v.siteSheet(m)
	}
	return v.orgSheet(m)
}

// finished closes the form and says that it is saved.
func (v *View) finished(say text.Message) func() tea.Cmd {
	return func() tea.Cmd {
		v.sheet = nil
		return tea.Batch(v.Load(), views.Toast(views.Done, say))
	}
}

// rereadOrg takes another desk's change up; what was typed stays.
func (v *View) rereadOrg(o *hall.Org) func(context.Context) (func(), error) {
	desk, id := v.env.Desk, o.ID
	return func(ctx context.Context) (func(), error) {
		f, err := desk.Org(ctx, id)
		return func() { *o = f.Org }, err
	}
}

func options[T ~uint8](say func(text.Message) string, all []T, name func(T) text.Message) []widget.Option {
	var out []widget.Option
	for _, k := range all {
		out = append(out, widget.Option{Key: strconv.Itoa(int(k)), Label: say(name(k)), Initials: pinyin.First(name(k).In(text.Zh))})
	}
	return out
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

// orgSheet is the form of an organisation, a new one or one that is changed.
func (v *View) orgSheet(m opened) *entry.Sheet {
	o, twin, say, t := m.file.Org, false, v.env.Say, text.OrgForm
	fresh := o.ID == 0
	title := t.Edit.With("name", o.Name)
	if fresh {
		o = hall.Org{Parent: m.parent.ID}
		if title = t.Add; m.parent.ID != 0 {
			title = t.AddBelow.With("name", m.parent.Name)
		}
	}
	picked := map[string]dialog.Choice{}
	if m.parent.ID != 0 {
		picked["parent"] = choiceOf(m.parent.ID, m.parent.Name, "")
	}
	if s := m.site; s.ID != 0 {
		picked["site"] = choiceOf(hall.OrgID(s.ID), s.Name, "")
	} else if o.Site != 0 {
		picked["site"] = choiceOf(hall.OrgID(o.Site), m.file.Site.Name, "")
	}
	was := o
	return entry.New(v.env, entry.Config{
		Title: title, Items: v.orgItems(o, m, fresh), Days: []string{"filed", "founded", "from"}, Picked: picked, Kind: hall.DraftOrg, Form: m.form.String(), From: m.draft,
		Picks: map[string]entry.Find{"parent": func(ctx context.Context, q string) ([]dialog.Choice, error) { return v.findAbove(ctx, q, 0) }, "site": v.findSites},
		Name: func(s *entry.Sheet) string {
			if name := s.Value("name"); name != "" {
				return name
			}
			return say(t.New)
		},
		Follow: func(s *entry.Sheet) {
			s.Hide("industry", s.Value("kind") != strconv.Itoa(int(hall.OrgTrade)))
			if s.Value("level") == "" && s.Value("kind") != "" {
				s.Set("level", strconv.Itoa(int(usual(hall.OrgKind(s.Number("kind"))))))
			}
			next, _ := v.orgOf(s, was)
			for _, id := range []string{"from", "why"} {
				s.Hide(id, fresh || !next.Changed(was))
			}
		},
		Save: func(s *entry.Sheet) (func(hall.DraftID) error, *hall.Error) {
			next, bad := v.orgOf(s, o)
			if bad == nil {
				bad = next.Check()
			}
			from, wrong := s.Day("from")
			if bad == nil {
				bad = wrong
			}
			if bad != nil {
				return nil, bad
			}
			desk, change := v.env.Desk, hall.OrgChange{From: from, Why: s.Value("why"), Twin: twin}
			return func(id hall.DraftID) error {
				_, err := desk.SaveOrg(context.Background(), id, next, change)
				return err
			}, nil
		},
		Refused: func(e *hall.Error) { twin = twin || e.Code == hall.ErrTwin },
		Reread:  v.rereadOrg(&o),
		Done: func() tea.Cmd {
			name := v.sheet.Value("name")
			if m.form.parent != 0 && !slices.Contains(v.tree.open, m.form.parent) {
				v.tree.open = append(v.tree.open, m.form.parent)
			}
			return v.finished(t.Saved.With("name", name))()
		},
	})
}

func (v *View) orgItems(o hall.Org, m opened, fresh bool) []widget.Item {
	t, f, say := text.Orgs, text.OrgForm, v.env.Say
	name, kind, level, seats := o.Name, "", "", ""
	switch {
	case !fresh:
		kind, level = strconv.Itoa(int(o.Kind)), strconv.Itoa(int(o.Level))
	case m.site.ID != 0:
		k := m.site.Kind.OrgKind()
		if k == hall.OrgVillage && (strings.HasSuffix(m.site.Name, "社区") || strings.Contains(m.site.Name, "居")) {
			k = hall.OrgResidential
		}
		name, kind = say(text.Coverage.CreateName.With("name", m.site.Name)), strconv.Itoa(int(k))
		if level = strconv.Itoa(int(usual(k))); k == hall.OrgTrade {
			o.Industry = m.site.Name
		}
	}
	if o.Seats > 0 {
		seats = strconv.Itoa(o.Seats)
	}
	later := fresh
	return []widget.Item{
		{ID: "name", Label: say(t.Name), Max: 60, Required: true, Value: name, Help: say(f.NameHelp)},
		{ID: "kind", Label: say(t.Kind), Kind: widget.Choice, Required: true, Options: options(say, hall.OrgKinds(), text.OrgKind), Value: kind},
		{ID: "industry", Label: say(t.Industry), Max: 30, Required: true, Value: o.Industry},
		{ID: "level", Label: say(t.Level), Kind: widget.Choice, Required: true, Options: options(say, levels(), text.LevelName), Value: level},
		{ID: "parent", Label: say(t.Parent), Max: 60, Help: say(f.ParentHelp)},
		{ID: "from", Label: say(f.From), Max: 30, Help: say(f.FromHelp)},
		{ID: "why", Label: say(f.Why), Max: 100, Help: say(f.WhyHelp)},
		{ID: "seats", Label: say(t.Seats), Max: 2, Plain: true, Value: seats, Help: say(f.SeatsHelp)},
		{ID: "site", Label: say(t.Site), Max: 60, Help: say(f.SiteHelp)},
		{ID: "founded", Label: say(t.Founded), Max: 30, Value: o.Founded.String(), Help: say(f.FoundedHelp)},
		{ID: "number", Label: say(t.Number), Max: 40, Value: o.Number, Help: say(f.NumberHelp), Later: later},
		{ID: "filed", Label: say(t.Filed), Max: 30, Value: o.Filed.String(), Later: later},
		{ID: "seal", Label: say(t.Seal), Max: 60, Value: o.Seal, Later: later},
		{ID: "address", Label: say(t.Address), Max: 80, Value: o.Address, Later: later},
		{ID: "phone", Label: say(t.Phone), Max: 20, Value: o.Phone, Later: later},
		{ID: "note", Label: say(t.Note), Kind: widget.Notes, Rows: 2, Max: 500, Value: o.Note, Later: later},
	}
}

// orgOf makes the record of what was filled in.
func (v *View) orgOf(s *entry.Sheet, o hall.Org) (hall.Org, *hall.Error) {
	o.Name, o.Kind, o.Level = s.Value("name"), hall.OrgKind(s.Number("kind")), hall.Level(s.Number("level"))
	if o.Industry = ""; o.Kind == hall.OrgTrade {
		o.Industry = s.Value("industry")
	}
	o.Parent, o.Site = hall.OrgID(s.ID("parent")), hall.SiteID(s.ID("site"))
	o.Number, o.Seal, o.Address, o.Phone, o.Note = s.Value("number"), s.Value("seal"), s.Value("address"), s.Value("phone"), s.Value("note")
	var bad *hall.Error
	if o.Founded, bad = s.Day("founded"); bad != nil {
		return o, bad
	}
	if o.Filed, bad = s.Day("filed"); bad != nil {
		return o, bad
	}
	if o.Seats = s.Number("seats"); s.Value("seats") != "" && (o.Seats < hall.LeastSeats || o.Seats > hall.MostSeats) {
		return o, hall.Refuse(hall.ErrBetween, "least", hall.LeastSeats, "most", hall.MostSeats).In("seats")
	}
	return o, nil
}

// findSites looks for what lacks a committee.
func (v *View) findSites(ctx context.Context, q string) ([]dialog.Choice, error) {
	got, err := v.env.Desk.Sites(ctx, hall.SiteQuery{Text: q, Any: true, Lacks: true, Limit: 9})
	var out []dialog.Choice
	for _, s := range got.Rows {
		out = append(out, choiceOf(hall.OrgID(s.ID), s.Name, strings.TrimSpace(s.Township+"  "+v.env.Say(text.SiteKind(s.Kind)))))
	}
	return out, err
}
