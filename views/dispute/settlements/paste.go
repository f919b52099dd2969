package settlements

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// isSheet reports whether what was pasted is lines of a sheet, not a word for a field.
func isSheet(msg tea.Msg) (string, bool) {
	p, ok := msg.(tea.PasteMsg)
	return p.Content, ok && strings.Contains(p.Content, "\t")
}

// paste shows a pasted sheet line by line, with what is wrong in it; Ctrl-S enters what is not on file yet.
func paste(env *views.Env, pasted string, base hall.Settlement) views.View {
	return page.Show(env, page.Of[sheet]{
		Title: func(sheet) text.Message { return pasteTitle },
		Read:  func(ctx context.Context, s views.Session) (sheet, error) { return read(ctx, s, pasted, base) },
		Show:  show,
		Hint:  hintOf,
		Keys: func(all sheet, read bool) []views.Action {
			return []views.Action{{Key: views.Key("Ctrl-S", "ctrl+s"), Name: pasteKey, Run: func() tea.Cmd { return env.Act(enter(all)) },
				Blocked: func() text.Message { return barred(all, read) }}}
		},
		Took: func(msg tea.Msg) (tea.Cmd, bool) {
			again, ok := isSheet(msg)
			if !ok {
				return nil, false
			}
			return views.Push(paste(env, again, base)), true
		},
	})
}

// barred says why nothing can be entered.
func barred(all sheet, read bool) text.Message {
	switch {
	case !read || len(all.rows) == 0:
		return nothingPasted
	case all.faulty() > 0:
		return faultsFirst.With("n", all.faulty())
	case all.fresh() == 0:
		return allThere
	}
	return text.Message{}
}

func hintOf(all sheet) text.Message {
	if why := barred(all, true); !why.IsZero() {
		return why
	}
	return pasteReady.With("n", all.fresh())
}

func show(s views.Session, all sheet) *page.Doc {
	d := page.New(s)
	if len(all.rows) == 0 {
		d.Muted(pasteHow)
		var names []string
		for c := colDay; c < colIgnored; c++ {
			names = append(names, s.Say(c.called()))
		}
		d.Text(strings.Join(names, " · "))
		return d
	}
	for _, f := range all.wrong {
		d.Warn(faultAt.With("n", 1).With("column", f.column).With("why", f.why))
	}
	for _, r := range all.rows {
		a, _ := hall.First(r.of.Intake().Of(hall.Applicant))
		b, _ := hall.First(r.of.Intake().Of(hall.Respondent))
		line := pastedRow.With("n", r.n).With("a", a).With("b", b).With("what", text.Type(s.Settings, r.of.Type)).With("terms", r.of.Terms)
		switch {
		case r.there != "":
			d.Row(s.Say(line.With("is", isThere.With("no", r.there))), widget.Muted)
		case r.like != "":
			d.Row(s.Say(line.With("is", isLike.With("no", r.like))), widget.Normal)
		default:
			d.Row(s.Say(line.With("is", text.Message{})), widget.Normal)
		}
		for _, f := range r.faults {
			d.Warn(faultAt.With("n", r.n).With("column", f.column).With("why", f.why))
		}
	}
	return d
}

// enter saves the lines that are not on file, one after the other; it stops at the first that is refused.
func enter(all sheet) func(context.Context, views.Session) (text.Message, error) {
	return func(ctx context.Context, s views.Session) (text.Message, error) {
		n := 0
		for _, r := range all.rows {
			if r.there != "" {
				continue
			}
			switch err := settle(ctx, s, r.of); {
			case errors.Is(err, hall.Refuse(hall.ErrSettledTwice)): // twice in one sheet
			case err != nil:
				return text.Message{}, err
			default:
				n++
			}
		}
		return pasteDone.With("n", n), nil
	}
}

// settle enters a line. Whoever has the name and the village of the only one on file who has them is that person.
func settle(ctx context.Context, s views.Session, of hall.Settlement) error {
	for {
		_, err := s.Desk.Settle(ctx, 0, of)
		var bad *hall.Error
		if !errors.As(err, &bad) || bad.Code != hall.ErrNamesake {
			return err
		}
		like, _ := bad.Args["like"].([]hall.Namesake)
		if len(like) != 1 || !known(&of, like[0]) {
			return err
		}
	}
}

// known makes a party of a name the one on file; false: nobody is so called.
func known(of *hall.Settlement, one hall.Namesake) bool {
	of.Parties = append([]hall.Party(nil), of.Parties...)
	for i := range of.Parties {
		if p := &of.Parties[i]; p.Person == 0 && hall.FoldName(p.Details.Name) == hall.FoldName(one.Name) {
			p.Person = hall.PersonID(one.Ref.ID)
			return true
		}
	}
	return false
}
