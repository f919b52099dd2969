package plan

import (
	"context"
	"errors"

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
	var gaps, towns []string
	for _, p := range v.shown.plans {
		for _, g := range p.Gaps {
			gaps = append(gaps, v.env.Say(v.gapSaid(g)))
		}
		for _, t := range p.Rhythm {
			towns = append(towns, v.env.Say(v.rhythmSaid(t)))
		}
	}
	note := func(name text.Message, lines []string, none text.Message) menu.Item {
		if len(lines) > 0 {
			none = text.Message{}
		}
		return menu.Item{Name: name, Why: none, Do: func() tea.Cmd { return menu.Note(v.env, v.env.Say(name), lines) }}
	}
	items = append(items, note(whoCannot, gaps, allFilled), note(townsRhythm, towns, onlyTeam))
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
