package form

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
)

// Jumped is the day that somebody asked to be shown.
type Jumped struct{ Day hall.Day }

type jump struct{ day hall.Day }

// Jump asks which day is to be shown; the view below hears Jumped.
func Jump(env *views.Env) tea.Cmd {
	return views.Push(Box(env, Spec[jump]{
		Title:  jumpTitle,
		Fields: []*Field[jump]{Day(hall.FieldDay, jumpDay, func(j *jump) *hall.Day { return &j.day }).Required()},
		Save:   func(_ context.Context, _ views.Session, _ hall.DraftID, j jump) (jump, error) { return j, nil },
		Then:   func(j jump) tea.Cmd { return views.Pop(Jumped{j.day}) },
		Yes:    jumpYes,
	}))
}
