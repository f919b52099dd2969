package joint

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// openAgenda is a box: one text, kept as a draft like the others.
func (v *View) openAgenda(d hall.Draft) tea.Cmd {
	t, say := text.JointForm, v.env.Say
	f := widget.NewForm(v.env.Styles, dialog.Words(v.env), []widget.Item{
		{ID: "agenda", Label: say(text.Joint.Agenda), Kind: widget.Notes, Rows: 8, Max: 2000, Value: v.file.Consultation.Joint.Agenda, Help: say(t.AgendaHelp)},
	})
	f.SetValues(d.Fields)
	v.note, v.points = v.keeper(doAgenda, d, f.Values), v.file.Consultation.Joint.Agenda
	v.forms[doAgenda] = f
	return v.askAgenda()
}

func (v *View) askAgenda() tea.Cmd {
	return views.Open(dialog.Kept(v.env.Styles, v.env.Say(text.JointForm.AgendaTitle), "", v.forms[doAgenda], v.note, func(vs map[string]string) tea.Msg {
		return agenda{strings.TrimSpace(vs["agenda"])}
	}))
}

// saveAgenda saves it, unless somebody wrote another one since the box was opened: that is
// told first.
func (v *View) saveAgenda(m agenda) tea.Cmd {
	c := v.file.Consultation
	if c.Joint.Agenda != v.points {
		v.points = c.Joint.Agenda
		return tea.Batch(views.Toast(views.Warn, text.JointForm.Changed), v.askAgenda())
	}
	return v.finish(v.note, func(desk *store.Desk) (text.Message, error) {
		_, err := desk.Agenda(context.Background(), c.ID, c.Rev, m.points)
		return text.JointForm.AgendaSaved, err
	}, func(say text.Message, err error) tea.Msg { return done{say, err, doAgenda, v.askAgenda} })
}
