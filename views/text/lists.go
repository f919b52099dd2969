package text

// ListName is what a list that can be written into a file is called, by the name it has on the
// command line; one of another time is its own name.
func ListName(list string) Message {
	if m, ok := lists[list]; ok {
		return m
	}
	return Raw(list)
}

var lists = map[string]Message{
	"cases":        M("案件", "Cases"),
	"orders":       M("派单", "Orders"),
	"tasks":        M("会诊后续任务", "Tasks after joint consultations"),
	"due":          M("到期与逾期", "Due and overdue"),
	"duty":         M("值班安排", "Duty plan"),
	"signins":      M("值班签到", "Duty sign-ins"),
	"handovers":    M("交接事项", "Handed over"),
	"tally":        M("值班统计", "Duty tally"),
	"attendance":   M("值班考勤", "Attendance"),
	"days":         M("每人每天考勤", "Attendance by day"),
	"swaps":        M("换班", "Swaps"),
	"leaves":       M("请假", "Leaves"),
	"orgs":         M("调解组织", "Mediation organisations"),
	"coverage":     M("调解组织覆盖", "Coverage"),
	"roster":       M("人民调解员名册", "Roster of mediators"),
	"pairs":        M("传帮带", "Mentors"),
	"posts":        M("岗位", "Posts"),
	"studios":      M("品牌调解室", "Brand studios"),
	"bodies":       M("资源单位", "Resource bodies"),
	"accounts":     M("人员账号", "Accounts"),
	"journal":      M("办理记录", "Journal"),
	"visits":       M("坐堂门诊", "Walk-in visits"),
	"appointments": M("预约", "Appointments"),
	"calls":        M("待打电话", "Calls to make"),
	"joint":        M("集中会诊", "Joint consultations"),
	"followups":    M("回访", "Follow-ups"),
	"trip":         M("回访路线单", "A trip's follow-ups"),
	"calendar":     M("日历", "Calendar"),
}
