package orgs

import (
	"context"
	"fmt"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views/dialog"
	"sizhen/views/entry"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// termSheet records a term of a committee; the one that follows is proposed.
func (v *View) termSheet(f hall.OrgFile, from hall.Draft) *entry.Sheet {
	t, say, o := text.OrgForm, v.env.Say, f.Org
	next := hall.NextTerm(o.Terms, v.env.Today())
	return entry.New(v.env, entry.Config{
		Title: t.TermTitle.With("name", o.Name), Days: []string{"from", "to"}, Kind: hall.DraftOrg, Form: form{doTerm, uint64(o.ID), 0, 0}.String(), From: from,
		Items: []widget.Item{
			{ID: "from", Label: say(t.TermFrom), Max: 30, Required: true, Value: next.From.String()},
			{ID: "to", Label: say(t.TermTo), Max: 30, Required: true, Value: next.To.String(), Help: say(t.TermHint)},
			{ID: "how", Label: say(t.TermHow), Max: 60, Help: say(t.TermHowHelp)},
		},
		Name: func(*entry.Sheet) string { return say(t.TermTitle.With("name", o.Name)) },
		Save: func(s *entry.Sheet) (func(hall.DraftID) error, *hall.Error) {
			term := hall.Term{How: s.Value("how")}
			var bad *hall.Error
			if term.From, bad = s.Day("from"); bad == nil {
				term.To, bad = s.Day("to")
			}
			if bad == nil {
				_, bad = hall.AddTerm(o.Terms, term)
			}
			return v.keeping(func(ctx context.Context, desk *store.Desk) error {
				_, err := desk.AddOrgTerm(ctx, o.ID, o.Rev, term)
				return err
			}), bad
		},
		Reread: v.rereadOrg(&o), Done: v.finished(t.TermSaved),
	})
}

// keeping runs an operation at a desk that lets the form's draft go with it.
func (v *View) keeping(do func(context.Context, *store.Desk) error) func(hall.DraftID) error {
	desk := v.env.Desk
	return func(id hall.DraftID) error {
		return do(context.Background(), desk.From(id))
	}
}

// fileSheet records that changes were reported for filing.
func (v *View) fileSheet(m opened) *entry.Sheet {
	t, say, o := text.OrgForm, v.env.Say, m.file.Org
	return entry.New(v.env, entry.Config{
		Title: t.FileTitle.With("name", o.Name), Days: []string{"filed"}, Kind: hall.DraftOrg, Form: m.form.String(), From: m.draft,
		Items: []widget.Item{
			{ID: "filed", Label: say(t.FileDay), Max: 30, Required: true, Value: v.env.Today().String()},
			{ID: "number", Label: say(t.FileNumber), Max: 40, Help: say(t.FileHelp)},
		},
		Name: func(*entry.Sheet) string { return say(t.FileTitle.With("name", o.Name)) },
		Save: func(s *entry.Sheet) (func(hall.DraftID) error, *hall.Error) {
			day, bad := s.Day("filed")
			no := s.Value("number")
			return v.keeping(func(ctx context.Context, desk *store.Desk) error {
				_, err := desk.FileOrg(ctx, o.ID, o.Rev, day, no)
				return err
			}), bad
		},
		Reread: v.rereadOrg(&o), Done: v.finished(t.FileSaved),
	})
}

// uniformSheet is the checklist of the six uniform items: a digit each.
func (v *View) uniformSheet(m opened) *entry.Sheet {
	t, say, o := text.OrgForm, v.env.Say, m.file.Org
	var items []widget.Item
	for _, u := range hall.Uniforms() {
		value := ""
		if o.Uniform&u != 0 {
			value = "1"
		}
		items = append(items, widget.Item{ID: fmt.Sprint(u), Label: say(text.Uniform(u)), Kind: widget.Choice, Value: value, Options: []widget.Option{
			{Key: "1", Label: say(t.Has), Initials: "y"}, {Key: "", Label: say(t.Lacks), Initials: "m"},
		}})
	}
	return entry.New(v.env, entry.Config{
		Title: t.UniformTitle.With("name", o.Name), Items: items, Kind: hall.DraftOrg, Form: m.form.String(), From: m.draft,
		Name: func(*entry.Sheet) string { return say(t.UniformTitle.With("name", o.Name)) },
		Save: func(s *entry.Sheet) (func(hall.DraftID) error, *hall.Error) {
			var have hall.Uniform
			for _, u := range hall.Uniforms() {
				if s.Value(fmt.Sprint(u)) == "1" {
					have |= u
				}
			}
			return v.keeping(func(ctx context.Context, desk *store.Desk) error {
				_, err := desk.SetUniform(ctx, o.ID, o.Rev, have)
				return err
			}), nil
		},
		Reread: v.rereadOrg(&o), Done: v.finished(t.UniformSaved),
	})
}

// What becomes of a member of an organisation that is dissolved.
const (
	fateMove  = "move"
	fateLeave = "leave"
	fateStay  = "stay"
)

func fateOf(id hall.MediatorID) string { return fmt.Sprint("member ", id) }

// endSheet dissolves an organisation: first its members are named, one by one.
func (v *View) endSheet(m opened) *entry.Sheet {
	t, say, o, f := text.OrgForm, v.env.Say, m.file.Org, m.file
	items := []widget.Item{
		{ID: "why", Label: say(t.EndWhy), Max: 100, Required: true},
		{ID: "day", Label: say(t.EndDay), Max: 30, Required: true, Value: v.env.Today().String()},
	}
	for _, p := range f.Members {
		items = append(items, widget.Item{ID: fateOf(p.ID), Label: say(t.Fate.With("name", p.Name)), Kind: widget.Choice, Required: true, Options: []widget.Option{
			{Key: fateMove, Label: say(t.FateMove), Initials: "z"}, {Key: fateLeave, Label: say(t.FateLeave), Initials: "lr"}, {Key: fateStay, Label: say(t.FateStay), Initials: "lz"},
		}})
	}
	items = append(items, widget.Item{ID: "to", Label: say(t.To), Max: 60, Required: true, Help: say(t.ToHelp)}, widget.Item{ID: "heir", Label: say(t.Heir), Max: 60, Hidden: f.Children == 0, Help: say(t.HeirHelp)})
	picked := map[string]dialog.Choice{}
	if m.parent.ID != 0 {
		picked["heir"] = choiceOf(m.parent.ID, m.parent.Name, "")
	}
	return entry.New(v.env, entry.Config{
		Title: t.EndTitle.With("name", o.Name), Items: items, Days: []string{"day"}, Kind: hall.DraftOrg, Form: m.form.String(), From: m.draft, Picked: picked,
		Picks:  map[string]entry.Find{"to": v.find, "heir": func(ctx context.Context, q string) ([]dialog.Choice, error) { return v.findAbove(ctx, q, 0) }},
		Name:   func(*entry.Sheet) string { return say(t.EndTitle.With("name", o.Name)) },
		Follow: func(s *entry.Sheet) { s.Hide("to", !moves(s, f)) },
		Save: func(s *entry.Sheet) (func(hall.DraftID) error, *hall.Error) {
			day, bad := s.Day("day")
			end := hall.Dissolving{Day: day, Why: s.Value("why"), Heir: hall.OrgID(s.ID("heir")), Fates: fates(s, f)}
			desk := v.env.Desk
			return func(id hall.DraftID) error {
				_, err := desk.DissolveOrg(context.Background(), id, o.ID, o.Rev, end)
				return err
			}, bad
		},
		Confirm: func(s *entry.Sheet) (string, []string, string) {
			body := []string{say(t.EndBody)}
			if n := len(f.Members); n > 0 {
				body = append(body, say(t.EndMembers.With("n", n)))
			}
			if heir := s.Picked("heir").Label; f.Children > 0 {
				if heir == "" {
					heir = say(text.Orgs.Top)
				}
				body = append(body, say(t.EndChildren.With("n", f.Children).With("heir", heir)))
			}
			return say(t.EndAsk.With("name", o.Name)), body, say(t.EndYes)
		},
		Reread: func(ctx context.Context) (func(), error) {
			now, err := v.env.Desk.Org(ctx, o.ID)
			return func() { o = now.Org }, err
		},
		Done: v.finished(t.Ended.With("name", o.Name)),
	})
}

// moves reports whether any member goes to another organisation.
func moves(s *entry.Sheet, f hall.OrgFile) bool {
	for _, p := range f.Members {
		if s.Value(fateOf(p.ID)) == fateMove {
			return true
		}
	}
	return false
}

func fates(s *entry.Sheet, f hall.OrgFile) []hall.Fate {
	var out []hall.Fate
	for _, p := range f.Members {
		fate := hall.Fate{Mediator: p.ID}
		switch s.Value(fateOf(p.ID)) {
		case fateMove:
			fate.To = hall.OrgID(s.ID("to"))
		case fateLeave:
			fate.Leaves = true
		}
		out = append(out, fate)
	}
	return out
}
