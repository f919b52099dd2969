package appointments

import (
	"context"
	"fmt"
	"io"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/paper"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// exportDays is how far ahead a room's or a mediator's calendar is written.
const exportDays = 180

type (
	exportWhat struct {
		file     hall.SlotFile
		room     string
		mediator hall.MediatorRef
	}
	exported struct {
		path string
		n    int
		err  error
	}
)

// exportMenu asks whose calendar is written: this appointment's, the room's, a mediator's.
func (v *View) exportMenu(f hall.SlotFile) tea.Cmd {
	say, t, c := v.env.Say, text.Calendar, f.Consultation
	why := ""
	if v.env.Export == nil {
		why = say(t.NoFiles)
	}
	of := map[string]exportWhat{"one": {file: f}}
	items := []widget.MenuItem{{ID: "one", Label: say(t.ExportOne), Reason: why}}
	if c.Mode == hall.InRoom && c.Room != "" {
		items = append(items, widget.MenuItem{ID: "room", Label: say(t.ExportOf.With("name", c.Room)), Reason: why})
		of["room"] = exportWhat{room: c.Room}
	}
	for _, m := range c.Mediators {
		id := fmt.Sprint("m", m.ID)
		items = append(items, widget.MenuItem{ID: id, Label: say(t.ExportOf.With("name", m.Name)), Reason: why})
		of[id] = exportWhat{mediator: m}
	}
	return views.Open(dialog.Menu(v.env, say(t.TitleExport), items, func(id string) tea.Msg { return of[id] }))
}

// exportMessage takes the messages of writing a file; false for others.
func (v *View) exportMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case exportWhat:
		return v.export(m), true
	case exported:
		t := text.Calendar
		switch {
		case m.err != nil:
			return views.Fail(m.err), true
		case m.n == 0:
			return views.Toast(views.Warn, t.ExportNone.With("days", exportDays)), true
		}
		return views.Toast(views.Done, t.Exported.With("n", m.n).With("path", m.path)), true
	}
	return nil, false
}

func (v *View) export(m exportWhat) tea.Cmd {
	if v.env.Export == nil {
		return views.Toast(views.Warn, text.Calendar.NoFiles)
	}
	env, desk, s, lang, today, now := v.env, v.env.Desk, v.env.Settings, v.env.Lang, v.env.Today(), v.env.Now()
	write := env.Export
	return func() tea.Msg {
		ctx := context.Background()
		var rows []hall.VisitRow
		var err error
		name := m.mediator.Name
		switch {
		case m.room != "":
			name = m.room
			rows, err = desk.Diary(ctx, m.room, 0, today, today+exportDays)
		case m.mediator.ID != 0:
			rows, err = desk.Diary(ctx, "", m.mediator.ID, today, today+exportDays)
		default:
			c := m.file.Consultation
			name = fmt.Sprintf("%s-%d", c.Slot.Day, c.ID) // no names of parties outside the file
			rows, err = desk.Outward(ctx, []hall.VisitRow{hall.VisitRowOf(c)})
		}
		if err != nil || len(rows) == 0 {
			return exported{err: err}
		}
		title := text.CalendarExport.Named.With("hall", s.Name).With("name", name).In(lang)
		path, err := write(ctx, text.Calendar.FileName.With("name", name).In(lang)+".ics", func(w io.Writer) error {
			return paper.Calendar(w, s, lang, title, rows, now)
		})
		return exported{path, len(rows), err}
	}
}
