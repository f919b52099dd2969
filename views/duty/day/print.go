package day

import (
	"context"
	"io"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/paper"
	"sizhen/views/text"
)

// whyPrint is why the day's record cannot be written as a file.
func (v *View) whyPrint(d hall.DutyDay) text.Message {
	switch {
	case v.env.Export == nil:
		return noFile
	case len(d.Signed) == 0:
		return noRecord
	}
	return text.Message{}
}

// print writes the handover record of the day that is shown, as a document.
func (v *View) print() tea.Cmd {
	day := v.Shown()
	return v.env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		signed, warned, err := s.Desk.DutyRecord(ctx, day)
		if err != nil {
			return text.Message{}, err
		}
		head, err := s.Desk.Journal(ctx)
		if err != nil {
			return text.Message{}, err
		}
		path, err := s.Export(ctx, s.Say(text.HandoverPaper.File.With("day", day.String()))+".docx", func(w io.Writer) error {
			_, err := paper.Handover{Hall: s.Settings.Name, Day: day, Signed: signed, Warned: warned, Journal: head}.Doc(s.Lang).WriteTo(w)
			return err
		})
		return printed.With("path", path), err
	})
}
