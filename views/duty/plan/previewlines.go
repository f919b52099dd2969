package plan

import (
	"fmt"
	"strings"

	"sizhen/store/hall"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// doubt is the line that stands over days of a year whose holidays nobody has entered.
func (v *planner) doubt(year, w int) []string {
	said := text.TableDoubt(year)
	if said.IsZero() {
		return nil
	}
	return []string{" " + v.env.Styles.Danger.Render(widget.Cut("! "+v.env.Say(said), w-2, v.env.Styles.Marks.More))}
}

// fewGaps are so few places that each is named at once.
const fewGaps = 6

// gapLines say what cannot be filled: first what would be needed, then week by week; a few are
// named one by one.
func (v *planner) gapLines(p hall.DutyPlan) []text.Message {
	var out []text.Message
	if need, can, more := p.Shortage(); more > 0 {
		out = append(out, tooSmall.With("need", need).With("team", len(p.Load)).With("can", can).With("more", more))
	}
	if len(p.Gaps) <= fewGaps {
		for _, g := range p.Gaps {
			out = append(out, v.gapSaid(g))
		}
		return out
	}
	lack := map[hall.Day]int{}
	for _, g := range p.Gaps {
		lack[hall.Monday(g.Day)] += g.Missing
	}
	for d := hall.Monday(p.From); d <= p.To; d += 7 {
		if lack[d] > 0 {
			out = append(out, gapWeek.With("from", text.ShortDay(d)).With("n", lack[d]))
		}
	}
	return append(out, gapNames)
}

// planLines are a plan in words: how many, what cannot be filled, what changes, what is new.
func (v *planner) planLines(p hall.DutyPlan, w int) []string {
	st, say := v.env.Styles, v.env.Say
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
	wrap(planSpan.With("kind", text.DutyKind(p.Kind)).With("from", text.Day(p.From)).With("to", text.Day(p.To)), st.Text)
	wrap(planSum.With("all", len(p.Shifts)).With("new", fresh).With("moved", p.Moved).With("lack", lack), st.Text)
	if doubt := text.TableDoubt(p.Doubt); !doubt.IsZero() {
		wrap(text.Raw("! {doubt}").With("doubt", doubt), st.Danger)
	}
	for _, m := range v.rhythmLines(p) {
		wrap(m, st.Text)
	}
	head := func(m text.Message) { out = append(out, "", st.Title.Render(widget.Cut(say(m), w, st.Marks.More))) }
	if len(p.Gaps) > 0 {
		head(gapsHead.With("n", lack))
		for _, m := range v.gapLines(p) {
			wrap(text.Raw("! {gap}").With("gap", m), st.Danger)
		}
	}
	if p.Moved > 0 {
		head(changesHead.With("n", p.Moved))
		for _, c := range p.Changes {
			if c.What != hall.DiffNew {
				wrap(v.diffSaid(c), st.Text)
			}
		}
	}
	if fresh > 0 {
		head(newHead.With("n", fresh))
		for _, c := range p.Changes {
			if c.What == hall.DiffNew {
				wrap(v.diffSaid(c), st.Text)
			}
		}
	}
	if len(p.Changes) == 0 {
		wrap(noChanges, st.Muted)
	}
	return out
}

// fewTowns are so few townships that the rhythm of each is said at once.
const fewTowns = 3

// rhythmLines say how the visits of a county's plan lie: of few townships one by one, else by class.
func (v *planner) rhythmLines(p hall.DutyPlan) []text.Message {
	var out []text.Message
	if len(p.Rhythm) <= fewTowns {
		for _, t := range p.Rhythm {
			out = append(out, v.rhythmSaid(t))
		}
		return out
	}
	for _, c := range p.RhythmByClass() {
		out = append(out, rhythm(rhythmClass.With("class", text.TownClass(c.Town.Class)).With("n", c.Towns), c.TownRhythm))
	}
	return out
}

// rhythmSaid is on which weekday a township is visited, and how far apart the visits lie.
func (v *planner) rhythmSaid(t hall.TownRhythm) text.Message {
	whose := text.Weekday(t.Weekday)
	if t.Town.Name != v.env.Settings.Name {
		whose = text.Words(text.Raw(t.Town.Name), whose)
	}
	return rhythm(whose, t)
}

// rhythm says how far apart visits lie, and how many do not fall on the usual weekday.
func rhythm(whose text.Message, t hall.TownRhythm) text.Message {
	line, kept := rhythmLine, rhythmKept
	if t.Off > 0 {
		kept = rhythmOff.With("off", t.Off)
	}
	apart := fmt.Sprint(t.Most)
	switch {
	case t.Most == 0: // one visit only
		line = rhythmOnce
	case t.Least < t.Most:
		apart = fmt.Sprint(t.Least, "–", t.Most)
	}
	return line.With("whose", whose).With("apart", apart).With("kept", kept.With("all", t.Visits))
}

// gapSaid is a place that nobody can be found for, and why.
func (v *planner) gapSaid(g hall.DutyGap) text.Message {
	when := text.Day(g.Day)
	if g.To != 0 && g.To != g.Day {
		when = spanOf.With("from", text.Day(g.Day)).With("to", text.Day(g.To))
	}
	town := ""
	if g.Township != v.env.Settings.Name {
		town = g.Township
	}
	why := []text.Message{text.Gap(g.Why)}
	if g.Why == hall.GapSmall {
		why[0] = gapSmall.With("n", g.Team)
	}
	for _, part := range []struct {
		names []string
		say   text.Message
	}{{g.Leave, gapLeave}, {g.Booked, gapBooked}, {g.Elsewhere, gapElsewhere}} {
		if len(part.names) > 0 {
			why = append(why, part.say.With("names", text.Names(part.names)))
		}
	}
	if len(why) > 1 && (g.Why == hall.GapLeave || g.Why == hall.GapBooked || g.Why == hall.GapAway) {
		why = why[1:] // the names say the same
	}
	return text.Words(when, text.Raw(town), gapRow.With("n", g.Missing).With("why", text.List(why...)))
}

// diffSaid is one change of a plan, both days and both crews named.
func (v *planner) diffSaid(c hall.DutyDiff) text.Message {
	town := func(s hall.Shift) text.Message {
		if s.Kind != hall.DutyCounty || s.Township == v.env.Settings.Name {
			return text.Message{}
		}
		return text.Raw(s.Township)
	}
	arrow := func(a, b text.Message) text.Message { return becomes.With("a", a).With("b", b) }
	crew := namesOf(c.Now.People)
	if c.What == hall.DiffDropped {
		return text.Words(text.Day(c.Was.Day), town(c.Was), droppedOf.With("names", namesOf(c.Was.People)).With("what", text.DutyDiff(c.What)))
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
func (v *planner) stayLines(stays []hall.Shift, w int) []string {
	st, say := v.env.Styles, v.env.Say
	if len(stays) == 0 {
		return nil
	}
	out := []string{"", st.Title.Render(widget.Cut(say(staysHead.With("n", len(stays))), w, st.Marks.More))}
	for _, s := range stays {
		out = append(out, widget.Cut(say(text.Words(text.Day(s.Day), v.shiftLine(s))), w, st.Marks.More))
	}
	return out
}

// loadLines are what everybody has in a plan, and has had before.
func (v *planner) loadLines(p hall.DutyPlan, w int) []string {
	st, say := v.env.Styles, v.env.Say
	out := []string{st.Title.Render(widget.Cut(say(loadHead.With("kind", text.DutyKind(p.Kind))), w, st.Marks.More))}
	for _, l := range p.Load {
		figures := say(loadRow.With("work", fmt.Sprintf("%2d", l.Work)).With("rest", fmt.Sprintf("%2d", l.Rest)).With("before", l.BeforeWork+l.BeforeRest))
		room := min(max(w-widget.Width(figures)-1, 4), 14)
		out = append(out, widget.Pad(widget.Cut(l.Who.Name, room, st.Marks.More), room)+" "+strings.TrimRight(figures, " "))
	}
	return out
}
