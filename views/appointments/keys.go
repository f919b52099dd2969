package appointments

import (
	"slices"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
)

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	t := text.Calendar
	switch {
	case v.fill != nil:
		return []views.Action{
			{Key: views.Key("Enter", "enter"), Name: text.Dialog.Next},
			{Key: views.Key("Ctrl-S", "ctrl+s"), Name: text.JointForm.Finish, Run: v.fill.Submit},
		}
	case v.grab != nil:
		return []views.Action{
			{Key: views.Key("↑↓←→", "up", "down", "left", "right"), Name: t.KeyMove},
			{Key: views.Key("+ -", "+", "-"), Name: t.KeyStretch},
			{Key: views.Key("Enter", "enter"), Name: t.KeyDrop, Run: v.drop},
			{Key: views.Key("PgUp/PgDn", "pgup", "pgdown"), Name: v.turns()},
			{Key: views.Key("Ctrl-G", "ctrl+g"), Name: t.Jump, Run: v.askDay},
		}
	}
	out := []views.Action{
		{Key: views.Key("↑↓←→", "up", "down", "left", "right"), Name: text.Dialog.Choose, Hidden: true},
		{Key: views.Key("Enter", "enter"), Name: v.enters(), Run: v.enter, Blocked: v.unread},
		{Key: views.Key("PgUp/PgDn", "pgup", "pgdown"), Name: v.turns()},
		{Key: views.Key("Ctrl-T", "ctrl+t"), Name: t.KeyShape, Help: t.HelpShape, Run: v.turnShape},
		{Key: views.Key("Ctrl-G", "ctrl+g"), Name: t.Jump, Help: t.HelpJump, Run: v.askDay},
		{Key: views.Key("Ctrl-N", "ctrl+n"), Name: t.KeyNew, Help: t.HelpNew, Run: v.pickCase},
		{Key: views.Key("Home", "home"), Name: t.KeyToday, Hidden: true},
	}
	if v.shape == byDay {
		tab := views.Action{Key: views.Key("Tab", "tab"), Name: t.KeyPeople, Help: t.HelpPeople, Run: v.turnColumns}
		if v.people {
			tab.Name = t.KeyRooms
		}
		out = slices.Insert(out, 2, tab)
	}
	return out
}

func (v *View) unread() text.Message {
	if !v.covers() {
		return text.Calendar.Reading
	}
	return text.Message{}
}

func (v *View) enters() text.Message {
	switch {
	case v.shape == byMonth:
		return text.Calendar.KeyOpenDay
	case v.id == 0:
		return text.Calendar.KeyBook
	}
	return text.Dialog.Run
}

func (v *View) turns() text.Message {
	return map[shape]text.Message{byDay: text.Calendar.KeyDays, byWeek: text.Calendar.KeyWeeks, byMonth: text.Calendar.KeyMonths}[v.shape]
}

// Hint implements views.View.
func (v *View) Hint() text.Message {
	t := text.Calendar
	switch {
	case v.fill != nil:
		return t.HintForm
	case v.grab != nil:
		return t.HintGrab
	case v.shape == byMonth:
		return t.HintMonth
	case v.id == 0:
		return t.HintEmpty
	}
	switch r := v.selected(); {
	case r == nil:
		return t.HintEmpty
	case r.Kind != hall.Appointment:
		return t.HintOther.With("kind", text.Kind(r.Kind))
	case r.State == hall.Waiting && r.Number == 0 && !r.Told && r.Slot.Day >= v.env.Today():
		return t.HintTell
	}
	return t.HintBooked
}
