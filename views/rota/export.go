package rota

import (
	"context"
	"io"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/paper"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// exportDays is how far ahead a calendar of duty reaches.
const exportDays = 365

type (
	icsOf    struct{ who hall.DutyRef }
	exported struct {
		path string
		err  error
	}
)

// exportMessage takes the messages of writing files; false for others.
func (v *View) exportMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case icsOf:
		return v.exportICS(m.who), true
	case exported:
		if m.err != nil {
			return views.Fail(m.err), true
		}
		return views.Toast(views.Done, text.Rota.Written.With("path", m.path)), true
	}
	return nil, false
}

// exportSheet writes the month under the cursor as a sheet for the wall.
func (v *View) exportSheet() tea.Cmd {
	if v.env.Export == nil {
		return views.Toast(views.Warn, text.Calendar.NoFiles)
	}
	write, desk, s, lang, now := v.env.Export, v.env.Desk, v.env.Settings, v.env.Lang, v.env.Now()
	from, to := monthOf(v.day)
	return func() tea.Msg {
		ctx := context.Background()
		m, err := desk.DutyMonth(ctx, from, to)
		if err != nil {
			return exported{err: err}
		}
		path, err := write(ctx, text.DutyPaper.FileMonth.With("month", text.Month(from)).In(lang)+".docx", func(w io.Writer) error {
			return paper.DutySheet(w, s, lang, m, now)
		})
		return exported{path, err}
	}
}

// exportMenu asks whose duty is written as a calendar.
func (v *View) exportMenu() tea.Cmd {
	say, t := v.env.Say, text.Rota
	of := map[string]hall.DutyRef{"all": {}}
	items := []widget.MenuItem{{ID: "all", Label: say(t.ICSAll)}}
	for _, k := range hall.DutyKinds() {
		for _, one := range v.month.Tally[k] {
			key := refKey(one.Who)
			if _, there := of[key]; there {
				continue
			}
			label := one.Who.Name
			if one.Who.Is(v.env.Actor) {
				label = say(text.Words(text.Raw(label), t.ICSMe))
			}
			of[key] = one.Who
			items = append(items, widget.MenuItem{ID: key, Label: label})
		}
	}
	return views.Open(dialog.Menu(v.env, say(t.DoICS), items, func(id string) tea.Msg { return icsOf{of[id]} }))
}

func (v *View) exportICS(who hall.DutyRef) tea.Cmd {
	if v.env.Export == nil {
		return views.Toast(views.Warn, text.Calendar.NoFiles)
	}
	write, desk, s, lang, today, now := v.env.Export, v.env.Desk, v.env.Settings, v.env.Lang, v.env.Today(), v.env.Now()
	return func() tea.Msg {
		ctx := context.Background()
		m, err := desk.DutyMonth(ctx, today, today+exportDays)
		if err != nil {
			return exported{err: err}
		}
		name := text.DutyPaper.FileAll
		if who.Name != "" {
			name = text.DutyPaper.FileOf.With("name", who.Name)
		}
		path, err := write(ctx, name.In(lang)+".ics", func(w io.Writer) error {
			return paper.DutyCalendar(w, s, lang, text.Words(text.Raw(s.Name), name).In(lang), m.Days, who, now)
		})
		return exported{path, err}
	}
}
