package views

import "sizhen/store/hall"

// Screen names a place in the program.
type Screen string

// The places. F2 to F9 lead to the first ones, Ctrl-P to all.
const (
	Board        Screen = "board"        // F2 今日
	Intake       Screen = "intake"       // F3 受理登记
	WalkIn       Screen = "walkin"       // F4 坐堂门诊
	Appointments Screen = "appointments" // F5 预约问诊
	Calls        Screen = "calls"        // 待打电话
	Joint        Screen = "joint"        // F6 集中会诊
	FollowUp     Screen = "followup"     // F7 定期回诊
	Cases        Screen = "cases"        // F8 案件
	Duty         Screen = "duty"         // F9 值班
	Rota         Screen = "rota"         // 值班安排
	Attendance   Screen = "attendance"   // 值班考勤
	Coverage     Screen = "coverage"     // 组织覆盖情况
	CaseFile     Screen = "casefile"     // one case
	Search       Screen = "search"       // Ctrl-F 查找
	Staff        Screen = "staff"        // 人员账号
	Bodies       Screen = "bodies"       // 资源单位
	Orgs         Screen = "orgs"         // 调解组织
	Studios      Screen = "studios"      // 品牌调解室
	Orders       Screen = "orders"       // 派单
	Due          Screen = "due"          // 到期事项
	Settlements  Screen = "settlements"  // 口头调解补录
	Person       Screen = "person"       // one person
	Roster       Screen = "roster"       // 调解员名册
	Settings     Screen = "settings"     // 本中心设置
	Password     Screen = "password"     // 修改密码
	Journal      Screen = "journal"      // 办理记录
)

// KeptIn is the screen on which a kind of consultation that stands in the calendar is dealt with.
func KeptIn(k hall.Kind) Screen {
	switch k {
	case hall.Joint:
		return Joint
	case hall.FollowUp:
		return FollowUp
	}
	return Appointments
}

// QueryReply has the order that a route leads to answered at once.
const QueryReply = "reply"

// Route is where to go: a screen and what it opens. It is a value: screens never hold
// one another.
type Route struct {
	Screen       Screen
	Case         hall.CaseID         // CaseFile; Intake: the case a relapse follows; Appointments: the case to book
	Draft        hall.DraftID        // the draft to go on with; without a screen: where its form is gone on with
	Form         hall.DraftKind      // of a draft without a screen: what form it is
	Consultation hall.ConsultationID // WalkIn, Appointments, Joint, FollowUp: the one to select; Intake: the visitor being taken in
	Task         hall.TaskID         // Joint: the task to select
	Mediator     hall.MediatorID     // Roster: the one to open
	Org          hall.OrgID          // Orgs: the one to look at; Roster: whose people
	Studio       hall.StudioID       // Studios: the one to look at; Roster: whose people
	Order        hall.OrderID        // Orders: the one to look at; Intake: the one that becomes a case
	Day          hall.Day            // Appointments, Duty, Rota, Attendance: the day to show, or its month
	Swap         hall.SwapID         // Rota: the swap to answer
	Slot         hall.Slot           // Intake: the slot that was chosen in the calendar
	Room         string              // Intake: the room that was chosen with it
	Person       hall.PersonID       // Person: who is shown; Intake: the applicant
	Query        string              // Search: what to look for; Orders: QueryReply has the order answered
}

// DueAt is where something due is dealt with.
func DueAt(r hall.DueRow) Route {
	switch {
	case r.Mediator != 0:
		return Route{Screen: Roster, Mediator: r.Mediator}
	case r.Org != 0:
		return Route{Screen: Orgs, Org: r.Org}
	case r.Order != 0:
		return Route{Screen: Orders, Order: r.Order}
	case r.Kind == hall.DueTask:
		return Route{Screen: Joint, Consultation: r.Consultation, Task: r.Task}
	case r.Kind == hall.DueFollowUp:
		return Route{Screen: FollowUp, Consultation: r.Consultation}
	}
	return Route{Screen: CaseFile, Case: r.Case}
}
