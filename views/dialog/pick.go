package dialog

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// Choice is something to pick: what it is called, and a line of warning or detail.
type Choice = menu.Choice

// Pick searches while somebody types and lets one be chosen.
func Pick(env *views.Env, title string, find func(ctx context.Context, query string) ([]Choice, error), answer func(Choice) tea.Msg) views.Dialog {
	return menu.Picker(env, title, text.Dialog.PickHint, func(ctx context.Context, _ views.Session, q string) ([]Choice, error) { return find(ctx, q) }, answer)
}
