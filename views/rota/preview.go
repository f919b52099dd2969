package rota

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// preview shows what would come of a plan or a leave before anything is written.
type preview struct {
	title   text.Message
	hint    text.Message
	about   []text.Message // above all else
	plans   []hall.DutyPreview
	stays   []hall.Shift // that stay with somebody on leave when nothing is planned anew
	leave   bool         // it is about somebody's leave
	save    func() tea.Cmd
	without func() tea.Cmd // saves the leave alone; nil: there is nothing but that
	empty   text.Message   // why there is nothing to save
	busy    bool
	top     int
}

type previewChosen struct{ what string }

func (p *preview) nothing() text.Message { return p.empty }

// scroll turns the pages of a preview.
func (p *preview) scroll(msg tea.Msg) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		p.top = max(p.top+map[string]int{"down": 1, "up": -1, "pgdown": 10, "pgup": -10, "end": 1 << 20}[k.Keystroke()], 0)
		if k.Keystroke() == "home" {
			p.top = 0
		}
	}
}

// previewMenu lists what can be done with a preview.
func (v *View) previewMenu() tea.Cmd {
	say, t, p := v.env.Say, text.Rota, v.preview
	items := []widget.MenuItem{{ID: "save", Label: say(t.SavePlan), Reason: say(p.empty)}}
	if p.leave {
		items[0].Label = say(t.SaveLeave)
		if p.without != nil {
			items[0].Label = say(t.SaveLeavePlan)
			items = append(items, widget.MenuItem{ID: "without", Label: say(t.SaveLeaveOnly)})
		}
	}
	items = append(items, widget.MenuItem{ID: "back", Label: say(t.GoBack)})
	return views.Open(dialog.Menu(v.env, say(p.title), items, func(id string) tea.Msg { return previewChosen{id} }))
}

// previewMessage takes the messages of previews; false for others.
func (v *View) previewMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case planned:
		return v.showPlan(m), true
	case leavePlanned:
		return v.showLeave(m), true
	case previewChosen:
		switch p := v.preview; {
		case p == nil:
		case m.what == "save":
			return p.save(), true
		case m.what == "without":
			return p.without(), true
		default:
			cmd, _ := v.Back()
			return cmd, true
		}
		return nil, true
	}
	return nil, false
}

// drawPreview shows the changes on the left and what everybody would have on the right, or one
// below the other.
func (v *View) drawPreview(w, h int) views.Frame {
	st, say, p := v.env.Styles, v.env.Say, v.preview
	lw := w - 4
	var tally []string
	if w >= wide {
		lw -= beside
	}
	out := []string{st.Title.Render(widget.Cut(say(p.title), lw, st.Marks.More))}
	for _, m := range p.about {
		out = append(out, widget.Wrap(say(m), lw)...)
	}
	for _, one := range p.plans {
		tally = append(tally, v.loadLines(one.DutyPlan, min(lw, beside))...)
	}
	if w < wide { // what cannot be filled and what changes come first, then what each has
		for _, one := range p.plans {
			out = append(append(out, ""), v.planLines(one.DutyPlan, lw)...)
		}
		out = append(append(out, v.stayLines(lw)...), "")
		out = append(out, tally...)
	} else {
		for _, one := range p.plans {
			out = append(append(out, ""), v.planLines(one.DutyPlan, lw)...)
		}
		out = append(out, v.stayLines(lw)...)
	}
	p.top = max(min(p.top, len(out)-h+1), 0)
	out = out[p.top:]
	if w >= wide {
		out = widget.Beside(widget.Fill(out, lw, h), lw, v.clip(tally, h, text.Rota.MoreTally), beside, 2)
	}
	for i := range out {
		out[i] = " " + out[i]
	}
	return views.NewFrame(w, h, out)
}

// planLines are a plan in words: how many, what cannot be filled, what changes, what is new.
func (v *View) planLines(p hall.DutyPlan, w int) []string {
	st, say, t := v.env.Styles, v.env.Say, text.Rota
	lack := 0
	for _, g := range p.Gaps {
		lack += g.Missing
	}
	fresh := len(p.Changes) - p.Moved
	var out []string
	wrap := func(m text.Message, style interface{ Render(...string) string }) {
		for _, l := range widget.Wrap(say(m), w) {
			out = append(out, style.Render(l))
		}
	}
	wrap(t.PlanSpan.With("kind", text.DutyKind(p.Kind)).With("from", text.Day(p.From)).With("to", text.Day(p.To)), st.Text)
	wrap(t.PlanSum.With("all", len(p.Shifts)).With("new", fresh).With("moved", p.Moved).With("lack", lack), st.Text)
	head := func(m text.Message) { out = append(out, "", st.Title.Render(widget.Cut(say(m), w, st.Marks.More))) }
	if len(p.Gaps) > 0 {
		head(t.GapsHead.With("n", lack))
		for _, g := range p.Gaps {
			wrap(text.Raw("! {gap}").With("gap", v.gapSaid(g)), st.Danger)
		}
	}
	if p.Moved > 0 {
		head(t.ChangesHead.With("n", p.Moved))
		for _, c := range p.Changes {
			if c.What != hall.DiffNew {
				wrap(v.diffSaid(c), st.Text)
			}
		}
	}
	if fresh > 0 {
		head(t.NewHead.With("n", fresh))
		for _, c := range p.Changes {
			if c.What == hall.DiffNew {
				wrap(v.diffSaid(c), st.Text)
			}
		}
	}
	if len(p.Changes) == 0 {
		wrap(t.NoChanges, st.Muted)
	}
	return out
}

// gapSaid is a place that nobody can be found for, and why.
func (v *View) gapSaid(g hall.DutyGap) text.Message {
	t := text.Rota
	when := text.Day(g.Day)
	if g.To != 0 && g.To != g.Day {
		when = t.Span.With("from", text.Day(g.Day)).With("to", text.Day(g.To))
	}
	town := ""
	if g.Township != v.env.Settings.Name {
		town = g.Township
	}
	why := []text.Message{text.Gap(g.Why)}
	if g.Why == hall.GapSmall {
		why[0] = t.GapSmall.With("n", g.Team)
	}
	for _, part := range []struct {
		names []string
		say   text.Message
	}{{g.Leave, t.GapLeave}, {g.Booked, t.GapBooked}, {g.Elsewhere, t.GapElsewhere}} {
		if len(part.names) > 0 {
			why = append(why, part.say.With("names", text.Names(part.names)))
		}
	}
	if len(why) > 1 && (g.Why == hall.GapLeave || g.Why == hall.GapBooked || g.Why == hall.GapAway) {
		why = why[1:] // the names say the same
	}
	return text.Words(when, text.Raw(town), t.GapRow.With("n", g.Missing).With("why", text.Either(why...)))
}

// diffSaid is one change of a plan, both days and both crews named.
func (v *View) diffSaid(c hall.DutyDiff) text.Message {
	t := text.Rota
	town := func(s hall.Shift) text.Message {
		if s.Kind != hall.DutyCounty || s.Township == v.env.Settings.Name {
			return text.Message{}
		}
		return text.Raw(s.Township)
	}
	arrow := func(a, b text.Message) text.Message { return t.Arrow.With("a", a).With("b", b) }
	crew := namesOf(c.Now.People)
	if c.What == hall.DiffDropped {
		return text.Words(text.Day(c.Was.Day), town(c.Was), t.Dropped.With("names", namesOf(c.Was.People)).With("what", text.DutyDiff(c.What)))
	}
	if c.What != hall.DiffNew && !sameNames(c.Was.People, c.Now.People) {
		crew = arrow(namesOf(c.Was.People), crew)
	}
	day := text.Day(c.Now.Day)
	if c.What == hall.DiffDay {
		day = arrow(text.Day(c.Was.Day), day)
	}
	return text.Words(day, town(c.Now), crew)
}

// stayLines are the shifts of somebody on leave that nobody takes over when only the leave is
// saved.
func (v *View) stayLines(w int) []string {
	st, say, t, p := v.env.Styles, v.env.Say, text.Rota, v.preview
	if len(p.stays) == 0 {
		return nil
	}
	out := []string{"", st.Title.Render(widget.Cut(say(t.StaysHead.With("n", len(p.stays))), w, st.Marks.More))}
	for _, s := range p.stays {
		out = append(out, widget.Cut(say(text.Words(text.Day(s.Day), v.shiftName(s), namesOf(s.People))), w, st.Marks.More))
	}
	return out
}

// loadLines are what everybody has in a plan, and has had before.
func (v *View) loadLines(p hall.DutyPlan, w int) []string {
	st, say, t := v.env.Styles, v.env.Say, text.Rota
	out := []string{st.Title.Render(widget.Cut(say(t.LoadHead.With("kind", text.DutyKind(p.Kind))), w, st.Marks.More))}
	for _, l := range p.Load {
		figures := say(t.LoadRow.With("work", fmt.Sprintf("%2d", l.Work)).With("rest", fmt.Sprintf("%2d", l.Rest)).With("before", l.BeforeWork+l.BeforeRest))
		room := min(max(w-widget.Width(figures)-1, 4), 14)
		out = append(out, widget.Pad(widget.Cut(l.Who.Name, room, st.Marks.More), room)+" "+strings.TrimRight(figures, " "))
	}
	return out
}
