package app

import (
	"slices"
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/calendar/appointments"
	"sizhen/views/dispute/casefile"
	"sizhen/views/dispute/cases"
	"sizhen/views/dispute/followup"
	"sizhen/views/dispute/joint"
	"sizhen/views/duty/day"
	"sizhen/views/duty/plan"
	"sizhen/views/front/board"
	"sizhen/views/front/intake"
	"sizhen/views/front/search"
	"sizhen/views/front/walkin"
	"sizhen/views/house/settings"
	"sizhen/views/house/staff"
	"sizhen/views/people/bodies"
	"sizhen/views/people/orgs"
	"sizhen/views/people/roster"
	"sizhen/views/people/studios"
)

// place is a screen of the program. What leads to it, who may, and what it is made by stand here
// and nowhere else: the keys, the palette, the rights and the help follow from the table.
type place struct {
	screen views.Screen
	shown  string // the key that leads to it from everywhere; empty: the palette does
	need   hall.Right
	open   func(*views.Env, views.Route) views.View
	inside bool // opened on a record from another screen, so the palette does not list it
}

// table lists the places: those with a function key in the footer's order, then the palette's.
func table() []place {
	return []place{
		{screen: views.Board, shown: "F2", open: board.New},
		{screen: views.Intake, shown: "F3", need: hall.MayIntake, open: intake.New},
		{screen: views.WalkIn, shown: "F4", need: hall.MayQueue, open: walkin.New},
		{screen: views.Appointments, shown: "F5", need: hall.MayQueue, open: appointments.New},
		{screen: views.Joint, shown: "F6", need: hall.MayQueue, open: joint.New},
		{screen: views.FollowUp, shown: "F7", need: hall.MayQueue, open: followup.New},
		{screen: views.Cases, shown: "F8", need: hall.MayRead, open: cases.New},
		{screen: views.Duty, shown: "F9", need: hall.MayQueue, open: day.New},
		{screen: views.Search, shown: "Ctrl-F", need: hall.MayRead, open: search.New},
		{screen: views.Roster, need: hall.MayLook, open: roster.New},
		{screen: views.Rota, need: hall.MayOwn, open: plan.New},
		{screen: views.Orgs, need: hall.MayLook, open: orgs.New},
		{screen: views.Studios, need: hall.MayLook, open: studios.New},
		{screen: views.Bodies, need: hall.MayRead, open: bodies.New},
		{screen: views.Staff, need: hall.MayManage, open: staff.New},
		{screen: views.Settings, need: hall.MayManage, open: settings.New},
		{screen: views.Password, open: func(e *views.Env, _ views.Route) views.View { return staff.NewPassword(e) }},
		{screen: views.CaseFile, need: hall.MayRead, open: casefile.New, inside: true},
	}
}

// key is the stroke that leads to the place: f5 for F5, ctrl+f for Ctrl-F.
func (p place) key() string { return strings.ToLower(strings.ReplaceAll(p.shown, "-", "+")) }

// main reports whether it is one of the places that F2 to F9 lead to.
func (p place) main() bool { return len(p.shown) == 2 && p.shown[0] == 'F' }

func isPlace(s views.Screen) bool {
	return slices.ContainsFunc(table(), func(p place) bool { return p.screen == s && p.main() })
}

// screens is who makes each place.
func screens() map[views.Screen]func(*views.Env, views.Route) views.View {
	out := make(map[views.Screen]func(*views.Env, views.Route) views.View)
	for _, p := range table() {
		out[p.screen] = p.open
	}
	return out
}

// needOf is the right that a screen asks for.
func needOf(s views.Screen) hall.Right {
	for _, p := range table() {
		if p.screen == s {
			return p.need
		}
	}
	return hall.MayQueue
}

// places lists those of F2 to F9 that there are, in the footer's order.
func (m *Model) places() []place {
	return slices.DeleteFunc(table(), func(p place) bool { return !p.main() || m.screens[p.screen] == nil })
}
