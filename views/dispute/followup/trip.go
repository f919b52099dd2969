package followup

import (
	"context"
	"io"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/paper"
	"sizhen/views/text"
)

const (
	usualTrip  = 14  // days ahead
	mostStops  = 100 // on one list
	paperWidth = 84  // cells of a line on paper: what an A4 page holds in 10 point
)

// trip is the list for one trip: what is due until a day, village by village.
type trip struct {
	*page.View[paper.Trip]
	env   *views.Env
	until hall.Day
}

func newTrip(env *views.Env) views.View {
	v := &trip{env: env, until: env.Today() + usualTrip}
	v.View = page.Show(env, page.Of[paper.Trip]{
		Title: func(paper.Trip) text.Message { return text.FollowForm.TripTitle },
		Read: func(ctx context.Context, s views.Session) (paper.Trip, error) {
			stops, rest, err := s.Desk.Trip(ctx, v.until, mostStops)
			return paper.Trip{Hall: s.Settings.Name, By: s.Actor.Name, Today: s.Today(), Until: v.until, Stops: stops, Rest: rest}, err
		},
		Show:  showTrip,
		Enter: text.Consult.Actions, Open: v.menu, Took: v.took, Hint: func(paper.Trip) text.Message { return tripHint },
		Keys: func(t paper.Trip, _ bool) []views.Action {
			return []views.Action{{
				Key: views.Key("Ctrl-S", "ctrl+s"), Name: tripSaveKey, Help: tripSave, Run: func() tea.Cmd { return v.save(t) },
				Blocked: func() text.Message { return v.noFile(t) },
			}}
		},
	})
	return v
}

func showTrip(s views.Session, t paper.Trip) *page.Doc {
	d := page.New(s)
	if len(t.Stops) == 0 {
		d.Muted(text.FollowForm.TripNone.With("day", text.ShortDay(t.Until)))
		return d
	}
	d.Title(s.Say(text.FollowForm.TripHead.With("day", text.ShortDay(t.Until)).With("n", len(t.Stops))))
	d.Laid(func(w int) []string { return t.Body(s.Lang, min(w, 110)) })
	return d
}

// noFile is why the list cannot be saved as a file.
func (v *trip) noFile(t paper.Trip) text.Message {
	switch {
	case v.env.Export == nil:
		return tripSample
	case len(t.Stops) == 0:
		return text.FollowForm.TripNone.With("day", text.ShortDay(v.until))
	}
	return text.Message{}
}

func (v *trip) menu(t paper.Trip) tea.Cmd {
	return menu.Open(v.env, v.env.Say(text.FollowForm.TripTitle), []menu.Item{
		{Name: tripOther, Do: func() tea.Cmd { return views.Push(untilForm(v.env)) }},
		{Name: tripSave, Why: v.noFile(t), Do: func() tea.Cmd { return v.save(t) }},
		{Name: tripBack, Do: func() tea.Cmd { return views.Pop(nil) }},
	})
}

// until is the day until which visits are due.
type until struct{ day hall.Day }

func untilForm(env *views.Env) views.View {
	return form.Box(env, form.Spec[until]{
		Title: tripOther,
		Fields: []*form.Field[until]{form.Day("day", tripUntil, func(u *until) *hall.Day { return &u.day }).Required().Check(
			func(s views.Session, u until) *hall.Error {
				if u.day != 0 && u.day < s.Today() {
					return hall.Refuse(hall.ErrDayBefore, "day", s.Today()).In("day")
				}
				return nil
			})},
		Save: func(_ context.Context, _ views.Session, _ hall.DraftID, u until) (until, error) { return u, nil },
	})
}

func (v *trip) took(msg tea.Msg) (tea.Cmd, bool) {
	if m, ok := msg.(form.Saved[until]); ok {
		v.until = m.Value.day
		return v.Load(), true
	}
	return nil, false
}

func (v *trip) save(t paper.Trip) tea.Cmd {
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		if err := s.Desk.Exported(ctx, "trip", "txt", 0, v.until, slices.ContainsFunc(t.Stops, func(o hall.Stop) bool { return o.Visit.Confidential })); err != nil {
			return text.Message{}, err
		}
		path, err := s.Export(ctx, s.Say(tripFile.With("day", t.Today.String())), func(w io.Writer) error {
			_, err := io.WriteString(w, strings.Join(t.Lines(s.Lang, paperWidth), "\n")+"\n")
			return err
		})
		return tripSaved.With("path", path), err
	})
}
