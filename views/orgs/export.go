package orgs

import (
	"context"
	"io"

	tea "charm.land/bubbletea/v2"

	"sizhen/views/paper"
	"sizhen/views/text"
)

// exportable is why nothing can be handed out; empty when it can.
func (v *View) exportable() text.Message {
	if v.env.Export == nil {
		return text.Orgs.NoExport
	}
	return text.Message{}
}

// export writes the list of all organisations as a spreadsheet.
func (v *View) export() tea.Cmd {
	desk, lang, write, today := v.env.Desk, v.env.Lang, v.env.Export, v.env.Today()
	name := v.env.Say(text.OrgSheet.Title) + " " + today.String() + ".xlsx"
	return func() tea.Msg {
		ctx := context.Background()
		path, err := write(ctx, name, func(w io.Writer) error { return paper.Orgs(ctx, w, desk, lang) })
		return done{text.Orgs.Exported.With("path", path), err}
	}
}
