package plan

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// shown is what would come of a plan or a leave.
type shown struct {
	about []text.Message // above all else
	plans []hall.DutyPreview
	moved int          // shifts that a leave changes
	stays []hall.Shift // that stay with somebody on leave when nothing is planned anew
	empty text.Message // why there is nothing to save
	stamp string       // names the plan: what is saved is what was shown, or nothing
}

// preview shows what would come of a plan or a leave before anything is written. It works it out
// when it is opened; a refusal goes back to the form.
type preview struct {
	planner
	title    text.Message
	yes      text.Message // saves it
	yesMoved text.Message // the same of a leave that changes shifts
	only     text.Message // saves the leave alone; zero: it is no leave
	work     func(context.Context, views.Session) (shown, error)
	save     func(shown) tea.Cmd
	asked    bool
	ready    bool
	busy     bool
	shown    shown
	top      int
}

type (
	worked struct {
		of    *preview
		shown shown
		err   error
	}
	tookBack struct{ err error }
)

// Title implements views.Titled.
func (v *preview) Title() text.Message { return v.title }

// Load implements views.View: it is worked out once, since what is saved is what was shown.
func (v *preview) Load() tea.Cmd {
	if v.asked {
		return nil
	}
	v.asked = true
	work := v.work
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		out, err := work(ctx, s)
		return worked{v, out, err}
	})
}

// Update implements views.View.
func (v *preview) Update(msg tea.Msg) tea.Cmd {
	if cmd, ok := menu.Run(msg); ok {
		return cmd
	}
	switch m := msg.(type) {
	case worked:
		switch {
		case m.of != v:
		case m.err != nil && !v.ready:
			return views.Pop(form.Refused{Err: m.err})
		case m.err != nil:
			return views.Fail(m.err)
		default:
			v.shown, v.ready = m.shown, true
		}
	case tookBack:
		v.busy = false
		switch {
		case m.err == nil:
			return tea.Batch(views.Toast(views.Done, leaveOff), views.Pop(nil))
		case isConflict(m.err): // another desk was quicker: it is looked at once more
			v.asked = false
			return tea.Batch(v.Load(), views.Toast(views.Warn, planAgain))
		}
		return tea.Batch(views.Fail(m.err), views.Pop(nil))
	case tea.KeyPressMsg:
		v.scroll(m.Keystroke())
	}
	return nil
}

func isConflict(err error) bool { return errors.Is(err, hall.Refuse(hall.ErrConflict)) }

func (v *preview) scroll(key string) {
	w, h := v.env.Size()
	v.top += map[string]int{"down": 1, "up": -1, "pgdown": 10, "pgup": -10, "end": 1 << 20, "home": -1 << 20}[key]
	v.top = max(min(v.top, len(v.lines(w))-h+1), 0)
}

// accept saves what is shown; stamp "" saves a leave alone.
func (v *preview) accept(stamp string) tea.Cmd {
	if v.busy || !v.ready {
		return nil
	}
	v.busy = true
	out := v.shown
	out.stamp = stamp
	return v.save(out)
}

func (v *preview) nothing() text.Message { return v.shown.empty }

// Actions implements views.View.
func (v *preview) Actions() []views.Action {
	return []views.Action{
		{Key: views.Key("Ctrl-S", "ctrl+s"), Name: keySave, Run: func() tea.Cmd { return v.accept(v.shown.stamp) }, Blocked: v.nothing},
		{Key: views.Key("Enter", "enter"), Name: menu.What, Run: v.menu},
		{Key: views.Key("↑↓", "up", "down", "pgup", "pgdown"), Name: text.Help.Scroll},
	}
}

// Hint implements views.Hinter.
func (v *preview) Hint() text.Message { return hintPreview }

// menu lists what can be done with what is shown.
func (v *preview) menu() tea.Cmd {
	items := []menu.Item{{Name: v.yes, Why: v.shown.empty, Do: func() tea.Cmd { return v.accept(v.shown.stamp) }}}
	if v.shown.moved > 0 {
		items[0].Name = v.yesMoved
		items = append(items, menu.Item{Name: v.only, Do: func() tea.Cmd { return v.accept("") }})
	}
	items = append(items, menu.Item{Name: goBack, Do: func() tea.Cmd { return views.Pop(nil) }})
	var all []string
	for _, p := range v.shown.plans {
		for _, g := range p.Gaps {
			all = append(all, v.env.Say(v.gapSaid(g)))
		}
	}
	if len(all) > 0 {
		items = append(items, menu.Item{Name: whoCannot, Do: func() tea.Cmd { return menu.Note(v.env, v.env.Say(whoCannot), all) }})
	}
	return menu.Open(v.env, v.env.Say(v.title), items)
}

// lines are the changes, and where they do not stand beside it what everybody would have.
func (v *preview) lines(w int) []string {
	lw := w - 4
	if w >= wide {
		lw -= beside
	}
	var out []string
	for _, m := range v.shown.about {
		out = append(out, widget.Wrap(v.env.Say(m), lw)...)
	}
	for _, one := range v.shown.plans {
		out = append(append(out, ""), v.planLines(one.DutyPlan, lw)...)
	}
	out = append(out, v.stayLines(v.shown.stays, lw)...)
	if w < wide { // what cannot be filled and what changes come first, then what each has
		out = append(append(out, ""), v.loads(min(lw, beside))...)
	}
	return out
}

func (v *preview) loads(w int) []string {
	var out []string
	for _, one := range v.shown.plans {
		out = append(out, v.loadLines(one.DutyPlan, w)...)
	}
	return out
}

// Draw implements views.View.
func (v *preview) Draw(w, h int) views.Frame {
	if !v.ready {
		return views.NewFrame(w, h, nil)
	}
	out := v.lines(w)
	out = out[min(v.top, len(out)):]
	if w >= wide {
		out = widget.Beside(widget.Fill(out, w-4-beside, h), w-4-beside, v.clip(v.loads(beside), h, moreTally), beside, 2)
	} else if len(out) > h {
		out = v.clip(out, h, moreLines)
	}
	for i := range out {
		out[i] = " " + out[i]
	}
	return views.NewFrame(w, h, out)
}

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
	if need, can, more := shortage(p); more > 0 {
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
		lack[monday(g.Day)] += g.Missing
	}
	for d := monday(p.From); d <= p.To; d += 7 {
		if lack[d] > 0 {
			out = append(out, gapWeek.With("from", text.ShortDay(d)).With("n", lack[d]))
		}
	}
	return append(out, gapNames)
}

func monday(d hall.Day) hall.Day {
	d, _ = hall.DutyPeriod(1, d)
	return d
}

// shortage is, of the week that asks for most, how many turns it needs, how many the team can take,
// one a day each, and how many more people that calls for; 0: the team is large enough.
func shortage(p hall.DutyPlan) (need, can, more int) {
	type week struct {
		need int
		days map[hall.Day]bool
	}
	weeks := map[hall.Day]*week{}
	for _, s := range p.Shifts {
		w := weeks[monday(s.Day)]
		if w == nil {
			w = &week{days: map[hall.Day]bool{}}
			weeks[monday(s.Day)] = w
		}
		w.need += max(s.Need, len(s.People))
		w.days[s.Day] = true
	}
	for _, d := range slices.SortedFunc(maps.Keys(weeks), cmp.Compare) {
		w := weeks[d]
		turns := len(w.days) * len(p.Load)
		if short := w.need - turns; short > max(need-can, 0) {
			need, can = w.need, turns
			more = max(more, (short+len(w.days)-1)/len(w.days))
		}
	}
	return need, can, more
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
