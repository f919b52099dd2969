package app

import (
	"slices"
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/calendar/appointments"
	"sizhen/views/calendar/calls"
	"sizhen/views/dispute/casefile"
	"sizhen/views/dispute/cases"
	"sizhen/views/dispute/due"
	"sizhen/views/dispute/followup"
	"sizhen/views/dispute/joint"
	"sizhen/views/dispute/orders"
	"sizhen/views/dispute/settlements"
	"sizhen/views/duty/attendance"
	"sizhen/views/duty/day"
	"sizhen/views/duty/plan"
	"sizhen/views/front/board"
	"sizhen/views/front/intake"
	"sizhen/views/front/search"
	"sizhen/views/front/walkin"
	"sizhen/views/house/journal"
	"sizhen/views/house/settings"
	"sizhen/views/house/staff"
	"sizhen/views/people/bodies"
	"sizhen/views/people/orgs"
	"sizhen/views/people/person"
	"sizhen/views/people/roster"
	"sizhen/views/people/studios"
	"sizhen/views/text"
)

// place is a screen of the program. What it is called, what leads to it, who may, which unfinished
// forms are gone on with there and what it is made by stand here and nowhere else: the keys, the
// palette, the rights and the help follow from the table.
type place struct {
	screen views.Screen
	shown  string // the key that leads to it from everywhere; empty: the palette does
	title  text.Message
	short  text.Message // its name in the line of keys
	also   text.Message // what else the palette finds it by
	need   hall.Right
	open   func(*views.Env, views.Route) views.View
	drafts []hall.DraftKind
	inside bool // opened on a record from another screen, so the palette does not list it
}

// table lists the places: those with a function key in the footer's order, then the palette's.
func table() []place {
	m := text.M
	return []place{
		{screen: views.Board, shown: "F2", title: m("今日", "Today"), short: m("今日", "today"), open: board.New},
		{screen: views.Intake, shown: "F3", title: m("受理登记", "Intake"), short: m("受理", "intake"), need: hall.MayIntake, open: intake.New,
			drafts: []hall.DraftKind{hall.DraftIntake}},
		{screen: views.WalkIn, shown: "F4", title: m("坐堂门诊", "Walk-in"), short: m("叫号", "walk-in"), need: hall.MayQueue, open: walkin.New,
			drafts: []hall.DraftKind{hall.DraftWalkIn}},
		{screen: views.Appointments, shown: "F5", title: m("预约问诊", "Appointments"), short: m("预约", "appointments"), need: hall.MayQueue, open: appointments.New,
			drafts: []hall.DraftKind{hall.DraftBooking}},
		{screen: views.Joint, shown: "F6", title: m("集中会诊", "Joint consultations"), short: m("会诊", "joint"), need: hall.MayQueue, open: joint.New,
			drafts: []hall.DraftKind{hall.DraftJoint}},
		{screen: views.FollowUp, shown: "F7", title: m("定期回诊", "Follow-ups"), short: m("回诊", "follow-ups"), need: hall.MayQueue, open: followup.New,
			drafts: []hall.DraftKind{hall.DraftFollowUp}},
		{screen: views.Cases, shown: "F8", title: m("案件", "Cases"), short: m("案件", "cases"), need: hall.MayRead, open: cases.New},
		{screen: views.Duty, shown: "F9", title: m("值班", "Duty"), short: m("值班", "duty"), need: hall.MayQueue, open: day.New,
			drafts: []hall.DraftKind{hall.DraftHandover, hall.DraftDuty}},
		{screen: views.Search, shown: "Ctrl-F", title: m("查找", "Search"), need: hall.MayRead, open: search.New},
		{screen: views.Orders, title: m("派单", "Orders"), need: hall.MayRead, open: orders.New, drafts: []hall.DraftKind{hall.DraftOrder}},
		{screen: views.Due, title: m("到期事项", "What is due"), need: hall.MayOwn, open: due.New},
		{screen: views.Settlements, title: m("口头调解补录", "Oral settlements"), need: hall.MayIntake, open: settlements.New,
			drafts: []hall.DraftKind{hall.DraftSettlement}},
		{screen: views.Calls, title: m("待打电话", "Calls to make"), need: hall.MayQueue, open: calls.New},
		{screen: views.Roster, title: m("调解员名册", "Roster of mediators"), need: hall.MayLook, open: roster.New, drafts: []hall.DraftKind{hall.DraftRoster}},
		{screen: views.Rota, title: m("值班安排", "Duty plan"), need: hall.MayOwn, open: plan.New, drafts: []hall.DraftKind{hall.DraftRota}},
		{screen: views.Attendance, title: m("值班考勤", "Attendance"), need: hall.MaySupervise, open: attendance.New},
		{screen: views.Orgs, title: m("调解组织", "Mediation organisations"), need: hall.MayLook, open: orgs.New, drafts: []hall.DraftKind{hall.DraftOrg}},
		{screen: views.Coverage, title: m("组织覆盖情况", "Coverage by organisations"), need: hall.MayLook, open: orgs.NewCoverage},
		{screen: views.Studios, title: m("品牌调解室", "Brand studios"), need: hall.MayLook, open: studios.New, drafts: []hall.DraftKind{hall.DraftStudio}},
		{screen: views.Bodies, title: m("资源单位", "Resource bodies"), need: hall.MayRead, open: bodies.New, drafts: []hall.DraftKind{hall.DraftBody}},
		{screen: views.Staff, title: m("人员账号", "Accounts"), need: hall.MayManage, open: staff.New, drafts: []hall.DraftKind{hall.DraftAccount}},
		{screen: views.Settings, title: m("本中心设置", "Hall settings"), need: hall.MayManage, open: settings.New, drafts: []hall.DraftKind{hall.DraftSettings}},
		{screen: views.Journal, title: m("办理记录", "Journal"), also: m("日志", "log"), need: hall.MayAudit, open: journal.New},
		{screen: views.Password, title: m("修改密码", "Change password"), open: func(e *views.Env, _ views.Route) views.View { return staff.NewPassword(e) }},
		{screen: views.Person, title: m("人员", "Person"), need: hall.MayRead, open: person.New, inside: true, drafts: []hall.DraftKind{hall.DraftPerson}},
		{screen: views.CaseFile, title: m("案件", "Case file"), need: hall.MayRead, open: casefile.New, inside: true,
			drafts: []hall.DraftKind{hall.DraftSession, hall.DraftAgreement, hall.DraftOther}},
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

// placeOf is the place of a screen; one that stands in no table asks for the desk's right.
func placeOf(s views.Screen) place {
	all := table()
	if i := slices.IndexFunc(all, func(p place) bool { return p.screen == s }); i >= 0 {
		return all[i]
	}
	return place{screen: s, need: hall.MayQueue}
}

// resolved names the screen where the draft of a route is gone on with, if the route names none.
func resolved(r views.Route) views.Route {
	if r.Screen != "" || r.Draft == 0 {
		return r
	}
	all := table()
	if i := slices.IndexFunc(all, func(p place) bool { return slices.Contains(p.drafts, r.Form) }); i >= 0 {
		r.Screen = all[i].screen
	}
	r.Form = hall.DraftIntake
	return r
}

// places lists those of F2 to F9 that there are, in the footer's order.
func (m *Model) places() []place {
	return slices.DeleteFunc(table(), func(p place) bool { return !p.main() || m.screens[p.screen] == nil })
}
