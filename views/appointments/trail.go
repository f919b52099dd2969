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
		at    time.Time
		says  text.Message
		below []text.Message
	}
	var steps []step
	add := func(at time.Time, m text.Message, below ...text.Message) {
		if !at.IsZero() {
			steps = append(steps, step{at, m, below})
		}
	}
	for _, m := range c.Moves {
		was, now := text.Raw(m.Was), text.Raw(m.Now)
		if m.Was == m.Now {
			was, now = text.Message{}, text.Message{}
		}
		add(m.At, t.TrailMove.With("by", m.By), t.TrailFrom.With("was", text.Words(text.When(m.From), was)), t.TrailTo.With("to", text.Words(text.When(m.To), now)), t.TrailWhy.With("why", m.Reason))
	}
	for _, n := range c.Notices {
		said := t.TrailTold
		if !n.Reached {
			said = t.TrailTried
		}
		add(n.At, said.With("way", text.NoticeWay(n.Way)).With("to", n.To).With("by", n.By), text.Raw(n.Note))
	}
	add(c.Confirmed, t.TrailConfirmed.With("who", c.ConfirmedBy))
	add(c.Arrived, t.TrailArrived.With("no", text.Queue(c.Number)))
	add(c.Started, t.TrailStarted)
	add(c.Ended, t.TrailEnded)
	slices.SortStableFunc(steps, func(a, b step) int { return a.at.Compare(b.at) })

	say := v.env.Say
	lines := []string{say(text.Words(text.When(c.Slot), text.Raw(v.place(hall.VisitRowOf(c))), text.VisitState(hall.VisitRowOf(c)))), say(t.TrailBy.With("by", c.By)), ""}
	for _, s := range steps {
		lines = append(lines, say(text.Stamp(s.at))+"  "+say(s.says))
		for _, m := range s.below {
			if said := say(m); said != "" {
				lines = append(lines, "    "+said)
			}
		}
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
	return views.Open(dialog.Note(v.env, say(titleOf(t.TitleTrail, f)), lines))
}
