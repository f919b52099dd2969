package joint

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// orphan is a draft that cannot be gone on with: it was held or cancelled meanwhile. What was
// written is shown once more before it goes; what can be gone on with later stays.
func (v *View) orphan(d hall.Draft, why text.Message) tea.Cmd {
	if d.ID == 0 || !v.file.Consultation.State.Over() {
		return views.Toast(views.Warn, why)
	}
	say, t := v.env.Say, text.WalkIn
	body := []string{say(text.JointForm.Orphan.With("why", why))}
	var ids []string
	for id := range d.Fields {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		if s := d.Fields[id]; len([]rune(s)) > 1 { // not the numbers of options
			body = append(body, widget.Cut(s, 200, v.env.Styles.Marks.More))
		}
	}
	return views.Open(dialog.Confirm(v.env.Styles, d.Title, body, say(t.Drop), say(t.KeepDraft), drop{d.ID}))
}

func (v *View) drop(m drop) tea.Cmd {
	desk := v.env.Desk
	return func() tea.Msg {
		return done{say: text.WalkIn.Dropped, err: desk.DiscardDraft(context.Background(), m.id)}
	}
}
