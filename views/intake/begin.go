package intake

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// What the first reading finds.
type (
	begin struct {
		drafts []hall.DraftRow
		draft  hall.Draft
		person hall.Person
		before hall.Case
		err    error
	}
	goOn struct{ id hall.DraftID }
	// resume opens a draft once what was typed before is kept.
	resume struct{ id hall.DraftID }
)

// Load implements views.View. What is being typed is never read anew.
func (v *View) Load() tea.Cmd {
	if v.begun {
		return nil
	}
	v.begun = true
	desk, r := v.env.Desk, v.route
	return func() tea.Msg {
		ctx := context.Background()
		var m begin
		switch {
		case r.Draft != 0:
			m.draft, m.err = desk.Draft(ctx, r.Draft)
		case r.Case != 0:
			m.before, m.err = caseBefore(ctx, desk, r.Case)
		case r.Person != 0:
			m.person, m.err = desk.Person(ctx, r.Person)
		case r.Slot.Day != 0: // a new visitor, not one of the unfinished
		default:
			m.drafts, m.err = desk.Drafts(ctx)
		}
		return m
	}
}

func caseBefore(ctx context.Context, desk *store.Desk, id hall.CaseID) (hall.Case, error) {
	file, err := desk.Case(ctx, id)
	if err != nil {
		return hall.Case{}, err
	}
	return unmasked(ctx, desk, file)
}

func (v *View) start(m begin) tea.Cmd {
	switch {
	case m.err != nil:
		return views.Fail(m.err)
	case m.draft.ID != 0:
		v.reset(m.draft)
		if v.boxOpen {
			return tea.Batch(v.duplicates(), views.PushAsked(v.box))
		}
		return v.duplicates()
	case m.person.ID != 0:
		v.fill(hall.Applicant, m.person)
	case m.before.ID != 0:
		v.follow(m.before)
	case v.route.Slot.Day != 0:
		v.book(v.route.Slot, v.route.Room)
	default:
		return v.offer(m.drafts)
	}
	v.nothing() // what is filled in of itself was not typed
	return nil
}

// offer asks whether to go on with one of the unfinished intakes.
func (v *View) offer(rows []hall.DraftRow) tea.Cmd {
	say, t := v.env.Say, text.Intake
	items := []widget.MenuItem{}
	ids := map[string]hall.DraftID{}
	for _, d := range rows {
		if d.Kind != hall.DraftIntake || len(items) == 8 {
			continue
		}
		title := d.Title
		if title == "" {
			title = say(t.Nameless)
		}
		at := text.Raw(text.Clock(d.At))
		if hall.DayOf(d.At) != v.env.Today() {
			at = text.Moment(d.At)
		}
		id := fmt.Sprint(d.ID)
		ids[id] = d.ID
		items = append(items, widget.MenuItem{ID: id, Label: say(t.ResumeDraft.With("title", title).With("by", d.ByName).With("at", at))})
	}
	if len(items) == 0 {
		return nil
	}
	items = append(items, widget.MenuItem{ID: "new", Label: say(t.ResumeNew)})
	return views.Open(dialog.Menu(v.env, say(t.Resume), items, func(id string) tea.Msg { return goOn{ids[id]} }))
}

// book fills in the time that was chosen in the calendar; it can still be changed.
func (v *View) book(s hall.Slot, room string) {
	a := answers{text: map[string]string{}}
	a.ending(hall.Ending{Outcome: hall.Booked, Slot: s, Room: room})
	v.where.SetValues(a.text)
	v.show()
}
