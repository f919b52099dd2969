// Package settings shows the settings in force and the file that holds them, and has a form
// for the everyday ones. It touches no file: Session.SaveSettings does.
package settings

import (
	"context"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

// View is the page of all settings.
type View struct {
	*page.View[hall.Settings]
	env *views.Env
}

// New makes the screen; a route may lead to the form that was begun.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env}
	v.View = page.Show(env, page.Of[hall.Settings]{
		Title: func(hall.Settings) text.Message { return title },
		Read:  func(_ context.Context, s views.Session) (hall.Settings, error) { return s.Settings, nil },
		Show:  about, Took: v.took,
		Begin: func(hall.Settings) tea.Cmd { return form.Resume(env, r.Draft, v.resume) },
		Enter: change, Why: func(hall.Settings) text.Message { return v.barred() },
		Open: func(hall.Settings) tea.Cmd { return views.Push(v.form(hall.Draft{})) },
		Hint: func(hall.Settings) text.Message {
			if why := v.barred(); !why.IsZero() {
				return why
			}
			return hint
		},
	})
	return v
}

// resume goes on with a form that was begun.
func (v *View) resume(d hall.Draft) tea.Cmd {
	if why := v.barred(); !why.IsZero() {
		return views.Toast(views.Warn, why)
	}
	return views.PushAsked(v.form(d))
}

// took shows what was saved.
func (v *View) took(msg tea.Msg) (tea.Cmd, bool) {
	if _, ok := msg.(form.Saved[edit[hall.Settings]]); ok {
		return v.Load(), true
	}
	return nil, false
}

// barred says why nothing can be changed here; empty: it can.
func (v *View) barred() text.Message {
	switch {
	case !v.env.Actor.May(hall.MayManage):
		return forbidden
	case v.env.SaveSettings == nil:
		return notHere
	}
	return text.Message{}
}

// about is every setting in force, with what may be changed here first.
func about(s views.Session, h hall.Settings) *page.Doc {
	d := page.New(s)
	yes := func(on bool) text.Message {
		if on {
			return text.Yes
		}
		return text.No
	}
	idle := minutes.With("n", h.IdleLock)
	if h.IdleLock == 0 {
		idle = never
	}
	d.Section(everyday, text.Message{})
	d.Add(text.Settings.Name, h.Name)
	d.Add(text.Settings.Rooms, text.Listed(h.Rooms))
	d.Add(morning, hours(h.Open))
	d.Add(afternoon, hours(h.Open2))
	d.Say(slot, minutes.With("n", h.Slot))
	d.Say(text.Settings.Class, text.ClassName(h.Class))
	d.Say(idleLock, idle)
	d.Say(plain, yes(h.Plain))
	d.Say(palette, ground(h.Palette))
	d.Say(colours, depth(h.Colours))
	d.Say(contrast, yes(h.Contrast))
	d.Say(roomy, yes(h.Roomy))
	d.Section(others, text.Raw(s.SettingsFile))
	rest(d, s, h)
	return d
}

func hours(h [2]int) string { return text.Minutes(h[0]) + "-" + text.Minutes(h[1]) }

// rest are the settings that are changed in their file.
func rest(d *page.Doc, s views.Session, h hall.Settings) {
	count := func(list ...int) text.Message {
		out := make([]string, len(list))
		for i, n := range list {
			out[i] = strconv.Itoa(n)
		}
		return days.With("n", strings.Join(out, " / "))
	}
	d.Add(text.Settings.Code, h.Code)
	d.Say(text.Settings.Level, text.LevelName(h.Level))
	d.Add(number, hall.CaseNumber(h.Number, h.Word, s.Today().Year(), 1))
	long := months.With("n", h.Limit)
	if h.Limit == 1 {
		long = month
	}
	d.Say(limit, long)
	d.Say(respond, count(h.Respond[:]...))
	d.Say(warn, count(h.Warn...))
	d.Say(confirm, count(h.Confirm))
	d.Say(reps, repsValue.With("from", h.RepsFrom).With("most", h.MaxReps))
	if h.WrittenFrom > 0 {
		d.Say(writtenFrom, fromYuan.With("n", h.WrittenFrom/100))
	}
	all := make([]string, len(h.Types))
	for i, t := range h.Types {
		all[i] = s.Say(text.Type(h, t.Code))
	}
	d.Add(types, strings.Join(all, "  "))
}
