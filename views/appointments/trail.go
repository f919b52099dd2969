package appointments

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
)

// trail shows all that was done about an appointment, in order: moves with what it was before,
// notices, the confirmation, and what became of it.
func (v *View) trail(f hall.SlotFile) tea.Cmd {
	c, t := f.Consultation, text.Calendar
	type step struct {
		at  time.Time
		say text.Message
	}
	var steps []step
	add := func(at time.Time, m text.Message) {
		if !at.IsZero() {
			steps = append(steps, step{at, m})
		}
	}
	for _, m := range c.Moves {
		said := t.TrailMove.With("was", text.When(m.From)).With("to", text.When(m.To)).With("why", m.Reason).With("by", m.By)
		if m.Was != m.Now {
			said = t.TrailMoveRoom.With("was", text.Words(text.When(m.From), text.Raw(m.Was))).With("to", text.Words(text.When(m.To), text.Raw(m.Now))).With("why", m.Reason).With("by", m.By)
		}
		add(m.At, said)
	}
	for _, n := range c.Notices {
		said := t.TrailTold
		if !n.Reached {
			said = t.TrailTried
		}
		add(n.At, text.Words(said.With("way", text.NoticeWay(n.Way)).With("to", n.To).With("by", n.By), text.Raw(n.Note)))
	}
	add(c.Confirmed, t.TrailConfirmed.With("who", c.ConfirmedBy))
	add(c.Arrived, t.TrailArrived.With("no", text.Queue(c.Number)))
	add(c.Started, t.TrailStarted)
	add(c.Ended, t.TrailEnded)
	slices.SortStableFunc(steps, func(a, b step) int { return a.at.Compare(b.at) })

	say := v.env.Say
	lines := []string{say(text.Words(text.When(c.Slot), text.Raw(v.place(hall.VisitRowOf(c))), text.VisitState(hall.VisitRowOf(c)))), say(t.TrailBy.With("by", c.By)), ""}
	for _, s := range steps {
		lines = append(lines, say(text.Stamp(s.at))+"  "+say(s.say))
	}
	if len(steps) == 0 {
		lines = append(lines, say(t.TrailNone))
	}
	if c.State == hall.NoShow {
		var who []string
		for _, e := range c.Expected {
			if e.Missed {
				who = append(who, e.Name)
			}
		}
		lines = append(lines, say(t.TrailMissed.With("who", text.Names(who))))
	}
	if c.State == hall.GoneAway {
		lines = append(lines, say(t.WhyGone.With("why", c.Reason)))
	}
	return views.Open(dialog.Note(v.env.Styles, say(titleOf(t.TitleTrail, f)), lines))
}
