// Package settings shows the settings in force and the file that holds them, and has a form
// for the everyday ones. It touches no file: views.SaveSettings does.
package settings

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
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
		Enter: change, Open: func(hall.Settings) tea.Cmd { return v.what() },
		Hint: func(hall.Settings) text.Message {
			if why := v.barred(); !why.IsZero() {
				return why
			}
			return hint
		},
	})
	return v
}

// what asks what is to be changed. Lists can be looked at where nothing can be.
func (v *View) what() tea.Cmd {
	return menu.Open(v.env, v.env.Say(whatTitle), []menu.Item{
		{Name: everyday, Why: v.barred(), Do: func() tea.Cmd { return views.Push(v.form(hall.Draft{})) }},
		{Name: holidays, Do: func() tea.Cmd { return views.Push(v.years()) }},
		{Name: hoursTitle, Why: v.barred(), Do: func() tea.Cmd { return views.Push(v.hoursForm(hall.Draft{})) }},
		{Name: text.Settings.Rooms, Do: func() tea.Cmd { return views.Push(rooms().list(v)) }},
		{Name: gradesTitle, Do: func() tea.Cmd { return views.Push(grades().list(v)) }},
		{Name: followTitle, Do: func() tea.Cmd { return views.Push(followUps().list(v)) }},
		{Name: dutyTitle, Why: v.barred(), Do: func() tea.Cmd { return views.Push(v.dutyForm(hall.Draft{})) }},
		{Name: townsTitle, Why: v.notCounty(), Do: func() tea.Cmd { return views.Push(towns().list(v)) }},
		{Name: limitsTitle, Do: func() tea.Cmd { return views.Push(limits().list(v)) }},
	})
}

// notCounty says why there are no townships to write; zero: there are.
func (v *View) notCounty() text.Message {
	if v.env.Settings.Level != hall.County {
		return countyOnly
	}
	return text.Message{}
}

// resume goes on with a form that was begun.
func (v *View) resume(d hall.Draft) tea.Cmd {
	if why := v.barred(); !why.IsZero() {
		return views.Toast(views.Warn, why)
	}
	return views.PushAsked(v.formOf(d))
}

// formOf is the form that a draft was left in.
func (v *View) formOf(d hall.Draft) views.View {
	var year int
	var first string
	if _, err := fmt.Sscanf(d.Form, pasteDraft+"%d", &year); err == nil {
		return v.pasteForm(year, d)
	}
	if n, _ := fmt.Sscanf(d.Form, dayDraft+"%d %s", &year, &first); n > 0 {
		for _, day := range v.env.Settings.Days {
			if first != "" && dayKey(day) == first {
				return v.dayForm(year, day, d)
			}
		}
		return v.dayForm(year, hall.SpecialDay{}, d)
	}
	for _, resume := range []func(*View, hall.Draft) views.View{rooms().resume, grades().resume, followUps().resume, limits().resume, towns().resume} {
		if f := resume(v, d); f != nil {
			return f
		}
	}
	switch d.Form {
	case hoursDraft:
		return v.hoursForm(d)
	case dutyDraft:
		return v.dutyForm(d)
	}
	return v.form(d)
}

// took shows what was saved.
func (v *View) took(msg tea.Msg) (tea.Cmd, bool) {
	switch msg.(type) {
	case form.Saved[edit[hall.Settings]], form.Saved[edit[daysOf]], form.Saved[edit[pasted]], form.Saved[edit[hall.DutyRules]], form.Saved[edit[hall.Room]],
		form.Saved[edit[string]], form.Saved[edit[hall.FollowUpRule]], form.Saved[edit[hall.Limit]], form.Saved[edit[hall.DutyTown]]:
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
	for _, y := range s.Calendar().HolidayYears(h, s.Today()) {
		if y.Missing && y.Year >= s.Today().Year() {
			d.Warn(missing.With("year", y.Year))
			d.Muted(missingHow)
		}
	}
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
	grades := make([]text.Message, len(h.Grades))
	for i, g := range h.Grades {
		grades[i] = text.Stock(g)
	}
	d.Section(changed, text.Message{})
	d.Add(text.Settings.Name, h.Name)
	d.Add(hallPhone, h.Phone)
	d.Say(text.Settings.Rooms, text.Names(h.Rooms))
	d.Say(closedDays, weekdays(h.Weekend))
	d.Add(morning, hours(h.Open))
	d.Add(afternoon, hours(h.Open2))
	d.Say(slot, minutes.With("n", h.Slot))
	d.Say(gradesTitle, text.List(grades...))
	if h.Level == hall.Township { // only a township has a class
		d.Say(text.Settings.Class, text.ClassName(h.Class))
	}
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
	d.Add(text.Settings.Code, h.Code)
	d.Say(text.Settings.Level, text.LevelName(h.Level))
	d.Add(number, hall.CaseNumber(h.Number, h.Word, s.Today().Year(), 1))
	d.Say(limit, months.With("n", h.Limit))
	d.Say(goal, goalDays.With("simple", days.With("n", h.Goal[0])).With("ordinary", days.With("n", h.Goal[1])).
		With("difficult", days.With("n", h.Goal[2])))
	d.Say(respond, respondDays.With("accept", h.Accept).With("respond", h.Respond))
	d.Say(filing, filingDays.With("n", h.FileIn))
	early := make([]string, len(h.Warn))
	for i, n := range h.Warn {
		early[i] = strconv.Itoa(n)
	}
	d.Say(warn, daysBefore.With("n", text.Names(early)))
	d.Say(confirm, inForceDays.With("n", days.With("n", h.Confirm)))
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
