package rota

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/text"
)

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	t := text.Rota
	switch {
	case v.preview != nil:
		return []views.Action{
			{Key: views.Key("Ctrl-S", "ctrl+s"), Name: t.KeySave, Run: v.preview.save, Blocked: v.preview.nothing},
			{Key: views.Key("Enter", "enter"), Name: text.Dialog.Run, Run: v.previewMenu},
			{Key: views.Key("↑↓", "up", "down", "pgup", "pgdown"), Name: text.Help.Scroll},
		}
	case v.sheet != nil:
		return v.sheet.Actions()
	}
	choose := views.Action{Key: views.Key("↑↓", "up", "down"), Name: text.Dialog.Choose}
	enter := func(run func() tea.Cmd) views.Action {
		return views.Action{Key: views.Key("Enter", "enter"), Name: text.Dialog.Run, Run: run}
	}
	more := views.Action{Key: views.Key("Ctrl-O", "ctrl+o"), Name: t.KeyMore, Help: t.HelpMore, Run: v.moreMenu}
	switch v.page {
	case pageTeam:
		return []views.Action{choose, enter(v.teamMenu), {Key: views.Key("Ctrl-N", "ctrl+n"), Name: t.KeyAddMember, Run: v.pickMember, Blocked: v.mayPlan}, more}
	case pageLeaves:
		return []views.Action{choose, enter(v.leaveMenu), {Key: views.Key("Ctrl-N", "ctrl+n"), Name: t.KeyAddLeave, Run: v.addLeave, Blocked: v.mayPlan}, more}
	case pageSwaps:
		return []views.Action{choose, enter(v.swapMenu), more}
	case pageCounty:
		return v.countyActions(enter, more)
	}
	return []views.Action{
		{Key: views.Key("↑↓←→", "up", "down", "left", "right"), Name: text.Dialog.Choose, Hidden: true},
		enter(v.dayMenu),
		{Key: views.Key("PgUp/PgDn", "pgup", "pgdown"), Name: t.KeyMonths},
		{Key: views.Key("Ctrl-N", "ctrl+n"), Name: t.KeyPlan, Run: v.beginPlan, Blocked: v.mayPlan},
		more,
		{Key: views.Key("Ctrl-T", "ctrl+t"), Name: t.KeyDay, Run: v.goDay},
		{Key: views.Key("Ctrl-G", "ctrl+g"), Name: t.KeyJump, Run: v.askDay},
		{Key: views.Key("Home", "home"), Name: text.Calendar.KeyToday, Hidden: true},
	}
}

// Hint implements views.View.
func (v *View) Hint() text.Message {
	t := text.Rota
	switch {
	case v.preview != nil:
		return v.preview.hint
	case v.sheet != nil:
		return text.Entry.Hint
	}
	switch v.page {
	case pageTeam:
		return t.HintTeam
	case pageLeaves:
		return t.HintLeaves
	case pageSwaps:
		return t.HintSwaps
	case pageCounty:
		return t.HintCounty
	}
	return v.monthHint()
}

// goDay shows the day of F9.
func (v *View) goDay() tea.Cmd { return views.Go(views.Route{Screen: views.Duty, Day: v.day}) }
