package sheet

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// Orphan shows a draft that cannot be gone on with, because what it is about was ended
// meanwhile: what was written is seen once more before it goes. drop is the answer to that.
func Orphan(env *views.Env, d hall.Draft, why text.Message, drop tea.Msg) tea.Cmd {
	say, t := env.Say, text.WalkIn
	body := []string{say(text.JointForm.Orphan.With("why", why))}
	var ids []string
	for id := range d.Fields {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		if s := d.Fields[id]; len([]rune(s)) > 1 { // not the numbers of options
			body = append(body, widget.Cut(s, 200, env.Styles.Marks.More))
		}
	}
	return views.PushAsked(dialog.Confirm(env, d.Title, body, say(t.Drop), say(t.KeepDraft), drop))
}
