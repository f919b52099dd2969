package roster

import (
	"io"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/paper"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// noExport is why nothing can be exported here.
func (v *View) noExport() text.Message {
	if v.env.Export == nil {
		return text.Roster.NoExport
	}
	return text.Message{}
}

func (v *View) exportMenu() tea.Cmd {
	t, say := text.Roster, v.env.Say
	var items []widget.MenuItem
	for _, of := range []struct {
		name   text.Message
		public string
	}{{t.Public, "public"}, {t.Internal, "all"}} {
		for _, format := range []string{"xlsx", "docx"} {
			reason := text.Message{}
			if of.public == "all" {
				reason = v.may()
			}
			items = append(items, widget.MenuItem{ID: of.public + "." + format, Label: say(of.name.With("format", map[string]string{"xlsx": "XLSX", "docx": "DOCX"}[format])), Reason: say(reason)})
		}
	}
	return views.Open(dialog.Menu(v.env, say(t.ExportTitle), items, func(id string) tea.Msg { return exportAs{id} }))
}

// export writes the roster as a file for other programs.
func (v *View) export(what string) tea.Cmd {
	env := v.env
	desk, save, now := env.Desk, env.Export, env.Today()
	roster := paper.Roster{Settings: env.Settings, Lang: env.Lang, Day: now, Public: what == "public.xlsx" || what == "public.docx"}
	each := func(fn func(hall.Mediator) error) error { return desk.EachMediator(background(), fn) }
	format := what[len(what)-len("xlsx"):]
	name := roster.FileName() + "." + format
	return func() tea.Msg {
		path, err := save(background(), name, func(w io.Writer) error {
			if format == "docx" {
				return roster.Document(w, each)
			}
			return roster.Sheet(w, each)
		})
		return exported{path, err}
	}
}
