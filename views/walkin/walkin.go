// Package walkin is the walk-in clinic (坐堂门诊, F4): whoever comes is called in order of
// arrival, urgent first, to one of several rooms, is seen by a mediator, and leads somewhere.
package walkin

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// View is the screen.
type View struct {
	env   *views.Env
	want  hall.ConsultationID // to be selected once it is read
	draft hall.DraftID        // to be gone on with
	queue hall.Queue
	rows  []hall.VisitRow // as listed: called and being seen, waiting, skipped
	read  bool
	table widget.Table
	forms map[string]*widget.Form // questions for a reason, until they are answered
	end   *endForm                // the form that ends a visit; nil: the queue is shown
}

type (
	loaded struct {
		queue hall.Queue
		err   error
	}
	// done is what an operation came to: what to say, or what went wrong.
	done struct {
		say  text.Message
		err  error
		from asked // the question it answers, if any
	}
)

// New makes the screen.
func New(env *views.Env, r views.Route) views.View {
	return &View{env: env, want: r.Consultation, draft: r.Draft, table: widget.Table{Header: true}, forms: map[string]*widget.Form{}}
}

// Title implements views.View.
func (v *View) Title() text.Message {
	if v.end != nil {
		return text.WalkIn.EndTitle.With("no", queueNumber(v.end.row.Number)).With("who", v.end.row.Who)
	}
	return text.WalkIn.Title
}

// Load implements views.View.
func (v *View) Load() tea.Cmd {
	desk, day := v.env.Desk, v.env.Today()
	return func() tea.Msg {
		q, err := desk.Queue(context.Background(), day)
		return loaded{q, err}
	}
}

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case loaded:
		return v.show(m)
	case done:
		return v.done(m)
	case chosen:
		return v.run(m)
	case answered:
		return v.answered(m)
	case factsMsg:
		return v.facts(m)
	case openMsg:
		return views.Go(views.Route{Screen: views.CaseFile, Case: m.id})
	case lost:
		return v.lost(m)
	case dropDraft:
		return v.drop(m)
	case startBy:
		return v.start(m.visit, m.mediator)
	}
	if v.end != nil {
		return v.endUpdate(msg)
	}
	if m, ok := msg.(endOpened); ok {
		return v.beginEnd(m)
	}
	v.table.Update(msg)
	return nil
}

func queueNumber(n int) string { return fmt.Sprintf("%03d", n) }

func (v *View) show(m loaded) tea.Cmd {
	if m.err != nil {
		return views.Fail(m.err)
	}
	first := !v.read
	v.queue, v.read = m.queue, true
	v.rows = nil
	for _, r := range m.queue.Rooms {
		if r.Visit != nil {
			v.rows = append(v.rows, *r.Visit)
		}
	}
	v.rows = append(append(v.rows, m.queue.Waiting...), m.queue.Skipped...)
	v.fill()
	if v.end != nil {
		v.end.see(v.rows)
	}
	want, draft := v.want, v.draft
	v.want, v.draft = 0, 0
	switch {
	case want != 0 && !v.table.Select(key(want)):
		return v.find(want, draft)
	case draft != 0:
		return v.openEnd(*v.selected())
	case want == 0 && first:
		v.stand()
	}
	return nil
}

func key(id hall.ConsultationID) string { return fmt.Sprint(id) }

// stand puts the cursor where somebody who has just come in most likely wants it: on one's
// own visitor, else on who is next.
func (v *View) stand() {
	for _, r := range v.rows {
		if r.State == hall.Started && r.Mediator == v.env.Actor.Name {
			v.table.Select(key(r.ID))
			return
		}
	}
	if len(v.queue.Waiting) > 0 && v.freeRoom() != "" {
		v.table.Select(key(v.queue.Waiting[0].ID))
	}
}

// selected is the row under the cursor; nil in an empty list.
func (v *View) selected() *hall.VisitRow {
	if i := v.table.Cursor(); i < len(v.rows) {
		return &v.rows[i]
	}
	return nil
}

// freeRoom is the first room that stands empty.
func (v *View) freeRoom() string {
	for _, r := range v.queue.Rooms {
		if r.Visit == nil {
			return r.Room
		}
	}
	return ""
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	if v.end != nil {
		return v.endActions()
	}
	return []views.Action{
		{Key: views.Key("↑↓", "up", "down"), Name: text.Dialog.Choose},
		{Key: views.Key("Enter", "enter"), Name: text.Dialog.Run, Run: v.menu, Blocked: func() text.Message {
			if v.selected() == nil {
				return text.WalkIn.NoQueue
			}
			return text.Message{}
		}},
		{Key: views.Key("Ctrl-N", "ctrl+n"), Name: text.WalkIn.CallNext, Run: v.callNext, Blocked: func() text.Message {
			switch {
			case len(v.queue.Waiting) == 0:
				return text.WalkIn.NoQueue
			case v.freeRoom() == "":
				return text.WalkIn.NoRoom
			}
			return text.Message{}
		}},
	}
}

func (v *View) callNext() tea.Cmd {
	desk, room := v.env.Desk, v.freeRoom()
	return func() tea.Msg {
		r, err := desk.CallNext(context.Background(), room)
		return done{say: text.WalkIn.Called.With("no", queueNumber(r.Number)).With("who", r.Who).With("room", room), err: err}
	}
}

// Hint implements views.View.
func (v *View) Hint() text.Message {
	if v.end != nil && v.end.over {
		return text.WalkIn.OverNow
	}
	if v.end != nil {
		return text.WalkIn.EndHint
	}
	if r := v.selected(); r != nil {
		switch r.State {
		case hall.Called:
			return text.WalkIn.HintStart.With("who", r.Who).With("room", r.Room)
		case hall.Started:
			return text.WalkIn.HintEnd
		}
	}
	switch {
	case len(v.queue.Waiting) == 0:
		return text.WalkIn.HintNone
	case v.freeRoom() == "":
		return text.WalkIn.HintWait
	}
	next, urgent := v.queue.Waiting[0], text.Message{}
	if next.Urgent {
		urgent = text.Board.UrgentMark
	}
	return text.WalkIn.HintCall.With("no", queueNumber(next.Number)).With("who", next.Who).With("urgent", urgent).With("room", v.freeRoom())
}
