package studios

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

// doNew is the form of a new studio; it is named by who adds it.
const doNew = "new"

// opened is a form with what it is about, and what was already written.
type opened struct {
	what  string
	id    uint64
	file  hall.StudioFile
	draft hall.Draft
	err   error
}

func formOf(what string, id uint64) string { return fmt.Sprint("studio ", what, " ", id) }

func (m *opened) read(ctx context.Context, env *views.Env) {
	if m.err == nil && m.what != doNew {
		m.file, m.err = env.Desk.Studio(ctx, hall.StudioID(m.id))
	}
}

func (v *View) begin(what string, id uint64) tea.Cmd {
	env := v.env
	return func() tea.Msg {
		m, ctx := opened{what: what, id: id}, context.Background()
		m.draft, m.err = entry.Kept(ctx, env, formOf(what, id))
		m.read(ctx, env)
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
			_, _ = fmt.Sscanf(m.draft.Form, "studio %s %d", &m.what, &m.id) // another's is none of ours
		}
		m.read(ctx, env)
		return m
	}
}

func (v *View) openSheet(m opened) tea.Cmd {
	switch {
	case m.err != nil:
		return views.Fail(m.err)
	case v.sheet != nil:
		return nil
	case !v.may().IsZero():
		return views.Toast(views.Warn, v.may())
	case m.what == doClose:
		v.sheet = v.closeSheet(m)
	default:
		v.sheet = v.studioSheet(m)
	}
	return v.sheet.Begun()
}

func (v *View) finished(say text.Message) tea.Cmd {
	v.sheet = nil
	return tea.Batch(v.Load(), views.Toast(views.Done, say))
}

func (v *View) reread(u *hall.Studio) func(context.Context) (func(), error) {
	desk, id := v.env.Desk, u.ID
	return func(ctx context.Context) (func(), error) {
		f, err := desk.Studio(ctx, id)
		return func() { *u = f.Studio }, err
	}
}

// studioSheet is the form of a studio, a new one or one that is changed.
func (v *View) studioSheet(m opened) *entry.Sheet {
	u, say, t := m.file.Studio, v.env.Say, text.Studios
	title, kind := t.Edit.With("name", u.Name), strconv.Itoa(int(u.Kind))
	if u.ID == 0 {
		title, kind = t.Add, ""
	}
	var kinds []widget.Option
	for _, k := range hall.StudioKinds() {
		kinds = append(kinds, widget.Option{Key: strconv.Itoa(int(k)), Label: say(text.StudioKind(k)), Initials: pinyin.First(text.StudioKind(k).In(text.Zh))})
	}
	picked := map[string]dialog.Choice{}
	if u.Org != 0 {
		picked["org"] = dialog.Choice{ID: strconv.FormatUint(uint64(u.Org), 10), Label: u.OrgName}
	}
	return entry.New(v.env, entry.Config{
		Title: title, Days: []string{"founded"}, Kind: hall.DraftStudio, Form: formOf(m.what, m.id), From: m.draft, Picked: picked, Picks: map[string]entry.Find{"org": v.findOrg},
		Items: []widget.Item{
			{ID: "name", Label: say(t.Name), Max: 40, Required: true, Value: u.Name, Help: say(t.NameHelp)},
			{ID: "kind", Label: say(t.Kind), Kind: widget.Choice, Required: true, Options: kinds, Value: kind},
			{ID: "way", Label: say(t.Way), Kind: widget.Notes, Rows: 3, Max: 500, Value: u.Way, Help: say(t.WayHelp)},
			{ID: "special", Label: say(t.Special), Max: 120, Value: v.special(u.Special), Help: say(t.SpecialHelp)},
			{ID: "org", Label: say(t.Org), Max: 60, Help: say(t.OrgHelp)},
			{ID: "place", Label: say(t.Place), Max: 80, Value: u.Place, Help: say(t.PlaceHelp)},
			{ID: "founded", Label: say(t.Founded), Max: 30, Value: u.Founded.String()},
			{ID: "honours", Label: say(t.Honours), Max: 120, Value: u.Honours},
			{ID: "note", Label: say(t.Note), Kind: widget.Notes, Rows: 2, Max: 500, Value: u.Note},
		},
		Name: func(s *entry.Sheet) string {
			if name := s.Value("name"); name != "" {
				return name
			}
			return say(t.New)
		},
		Save: func(s *entry.Sheet) (func(hall.DraftID) error, *hall.Error) {
			next := u
			next.Name, next.Kind, next.Way, next.Place, next.Honours, next.Note = s.Value("name"), hall.StudioKind(s.Number("kind")), s.Value("way"), s.Value("place"), s.Value("honours"), s.Value("note")
			next.Org = hall.OrgID(s.ID("org"))
			var bad *hall.Error
			if next.Founded, bad = s.Day("founded"); bad == nil {
				next.Special = v.codes(s.Value("special"))
				bad = next.Check(v.env.Settings)
			}
			desk := v.env.Desk
			return func(id hall.DraftID) error {
				_, err := desk.SaveStudio(context.Background(), id, next)
				return err
			}, bad
		},
		Reread: v.reread(&u), Done: func() tea.Cmd { return v.finished(t.Saved.With("name", v.sheet.Value("name"))) },
	})
}

// codes are the dispute types named in a line; what names none stays as it is, and is refused.
func (v *View) codes(line string) []string {
	var out []string
	for _, name := range text.ListOf(line) {
		code := name
		for _, t := range v.env.Settings.Types {
			if strings.EqualFold(name, t.Zh) || strings.EqualFold(name, t.En) {
				code = t.Code
			}
		}
		if !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	return out
}

func (v *View) findOrg(ctx context.Context, q string) ([]dialog.Choice, error) {
	rows, err := v.env.Desk.FindOrgs(ctx, q, 9)
	var out []dialog.Choice
	for _, r := range rows {
		out = append(out, dialog.Choice{ID: strconv.FormatUint(uint64(r.ID), 10), Label: r.Name, Detail: r.ParentName})
	}
	return out, err
}

// closeSheet ends a studio; its people stay on the roster.
func (v *View) closeSheet(m opened) *entry.Sheet {
	u, n, say, t := m.file.Studio, len(m.file.People), v.env.Say, text.Studios
	return entry.New(v.env, entry.Config{
		Title: t.CloseTitle.With("name", u.Name), Days: []string{"day"}, Kind: hall.DraftStudio, Form: formOf(m.what, m.id), From: m.draft,
		Items: []widget.Item{
			{ID: "why", Label: say(t.CloseWhy), Max: 100, Required: true},
			{ID: "day", Label: say(t.CloseDay), Max: 30, Required: true, Value: v.env.Today().String()},
		},
		Name: func(*entry.Sheet) string { return say(t.CloseTitle.With("name", u.Name)) },
		Save: func(s *entry.Sheet) (func(hall.DraftID) error, *hall.Error) {
			day, bad := s.Day("day")
			why, desk := s.Value("why"), v.env.Desk
			return func(id hall.DraftID) error {
				ctx := context.Background()
				if _, err := desk.CloseStudio(ctx, u.ID, u.Rev, day, why); err != nil {
					return err
				}
				return desk.DropDraft(ctx, id)
			}, bad
		},
		Confirm: func(*entry.Sheet) (string, []string, string) {
			return say(t.CloseAsk.With("name", u.Name)), []string{say(t.CloseBody.With("n", n))}, say(t.CloseYes)
		},
		Reread: v.reread(&u), Done: func() tea.Cmd { return v.finished(t.ClosedNow.With("name", u.Name)) },
	})
}
