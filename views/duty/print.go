package duty

import (
	"context"
	"io"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/paper"
	"sizhen/views/text"
)

type printed struct {
	path string
	err  error
}

// whyPrint is why the day's record cannot be written as a file.
func (v *View) whyPrint() text.Message {
	switch {
	case v.env.Export == nil:
		return text.Duty.NoFile
	case len(v.data.Signed) == 0:
		return text.Duty.NoRecord
	}
	return text.Message{}
}

// print writes the handover record of the day that is shown, as a document.
func (v *View) print() tea.Cmd {
	desk, day, name, lang, export := v.env.Desk, v.shown(), v.env.Settings.Name, v.env.Lang, v.env.Export
	file := text.HandoverPaper.File.With("day", day.String()).In(lang) + ".docx"
	return func() tea.Msg {
		ctx := context.Background()
		var signed []hall.Shift
		var err error
		if signed, err = desk.DutyRecord(ctx, day); err != nil {
			return printed{err: err}
		}
		path, err := export(ctx, file, func(w io.Writer) error {
			_, err := paper.Handover{Hall: name, Day: day, Signed: signed}.Doc(lang).WriteTo(w)
			return err
		})
		return printed{path, err}
	}
}

func (v *View) printed(m printed) tea.Cmd {
	if m.err != nil {
		return views.Fail(m.err)
	}
	return views.Toast(views.Done, text.DutyForm.Printed.With("path", m.path))
}
