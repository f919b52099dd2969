package text

import "sizhen/store/hall"

// Background is what a mediator is, or was before he mediates.
func Background(b hall.Background) Message { return name(backgrounds, b) }

var backgrounds = map[hall.Background]Message{
	hall.RetiredCadre:  M("退休村干部", "retired village cadre"),
	hall.CommitteeMan:  M("两委干部", "village committee member"),
	hall.LawLeader:     M("法治带头人", "rule-of-law leader"),
	hall.LegalAdviser:  M("法律顾问", "legal adviser"),
	hall.Delegate:      M("两代表一委员", "delegate or committee member"),
	hall.GridWorker:    M("网格员", "grid worker"),
	hall.Volunteer:     M("平安志愿者", "peace volunteer"),
	hall.OldMember:     M("老党员", "veteran party member"),
	hall.OldCadre:      M("老干部", "veteran cadre"),
	hall.OldTeacher:    M("老教师", "retired teacher"),
	hall.OldScholar:    M("老知识分子", "retired scholar"),
	hall.OldJurist:     M("老政法干警", "retired police or court officer"),
	hall.Teacher:       M("教师", "teacher"),
	hall.Doctor:        M("医师", "doctor"),
	hall.LawyerMan:     M("律师", "lawyer"),
	hall.PoliceOfficer: M("警员", "police officer"),
	hall.CivilServant:  M("公务人员", "civil servant"),
	hall.BankClerk:     M("银行职员", "bank clerk"),
	hall.TradeExpert:   M("行业专家", "industry expert"),
}

// PostKind is a post that mediators sign up for.
func PostKind(p hall.PostKind) Message { return name(posts, p) }

var posts = map[hall.PostKind]Message{
	hall.PostMediate: M("矛盾调解", "mediation"),
	hall.PostListen:  M("民情收集、联络", "community liaison"),
	hall.PostPromote: M("政策、普法宣传", "explaining policy and law"),
}

// OrgKind is what kind of mediation organisation it is.
func OrgKind(k hall.OrgKind) Message { return name(orgKinds, k) }

var orgKinds = map[hall.OrgKind]Message{
	hall.OrgVillage:     M("村", "village"),
	hall.OrgResidential: M("居、社区", "urban community"),
	hall.OrgTownship:    M("乡镇", "township"),
	hall.OrgSubdistrict: M("街道", "sub-district"),
	hall.OrgEnterprise:  M("企事业单位", "enterprise"),
	hall.OrgTrade:       M("行业性、专业性", "trade or profession"),
	hall.OrgPark:        M("工业园区", "industrial park"),
	hall.OrgMarket:      M("市场", "market"),
	hall.OrgChamber:     M("商会", "chamber of commerce"),
	hall.OrgOther:       M("社会团体和其他组织", "association, other"),
}

// Uniform is one of the six things every committee has alike (六统一).
func Uniform(u hall.Uniform) Message { return name(uniforms, u) }

var uniforms = map[hall.Uniform]Message{
	hall.UniformSign:   M("标牌", "sign"),
	hall.UniformSeal:   M("印章", "seal"),
	hall.UniformBadge:  M("标识", "badge"),
	hall.UniformCourse: M("程序", "procedure"),
	hall.UniformRules:  M("制度", "rules"),
	hall.UniformPapers: M("文书", "forms"),
}

// StudioKind is on what a brand studio is built.
func StudioKind(k hall.StudioKind) Message { return name(studioKinds, k) }

var studioKinds = map[hall.StudioKind]Message{
	hall.StudioHome:   M("乡情式", "local"),
	hall.StudioElder:  M("乡贤式", "elders'"),
	hall.StudioExpert: M("专业式", "professional"),
}

// SiteKind is what should have a committee of its own.
func SiteKind(k hall.SiteKind) Message { return name(siteKinds, k) }

var siteKinds = map[hall.SiteKind]Message{
	hall.SiteVillage:    M("村、社区", "village or community"),
	hall.SiteEnterprise: M("企业", "enterprise"),
	hall.SitePark:       M("园区", "park"),
	hall.SiteMarket:     M("市场", "market"),
	hall.SiteIndustry:   M("行业", "industry"),
}

// FilingCause is which change has to be reported for filing.
func FilingCause(c hall.FilingCause) Message { return name(filingCauses, c) }

var filingCauses = map[hall.FilingCause]Message{
	hall.FilingChanged: M("有变动", "a change"),
	hall.FilingNew:     M("新增", "new"),
	hall.FilingLeft:    M("离任、撤销", "left or dissolved"),
	hall.FilingTerm:    M("换届、续聘", "a new term"),
	hall.FilingMoved:   M("调换组织", "another organisation"),
	hall.FilingHead:    M("更换主任", "another head"),
}

// ReminderKind is what is due that hangs on no case.
func ReminderKind(k hall.ReminderKind) Message { return name(reminderKinds, k) }

var reminderKinds = map[hall.ReminderKind]Message{
	hall.RemindTerm:      M("任期届满", "term ends"),
	hall.RemindFiling:    M("变动备案", "change to file"),
	hall.RemindOrgTerm:   M("调委会换届", "committee: new term"),
	hall.RemindOrgFiling: M("组织备案", "committee change to file"),
}

// placeWords are refusals about people and places.
func placeWords(c hall.Code) Message {
	switch c {
	case hall.ErrTermOrder:
		return M("结束日期在开始日期之前。请把日期改过来", "it ends before it begins. Put the dates right")
	case hall.ErrTermOverlap:
		return M("{from} 到 {to} 已有一届。请从它结束的第二天写起，或先改那一届", "there is a term from {from} to {to} already. Begin the day after it, or change that one first")
	case hall.ErrMentorSelf:
		return M("{name} 不能带自己。请选另一位", "{name} cannot be their own mentor. Choose somebody else")
	case hall.ErrTwoMentors:
		return M("这段时间 {name} 已由 {mentor} 带。请先结束那一对，或换日期", "{name} has {mentor} as a mentor at that time. End that pair first, or choose other dates")
	case hall.ErrMentorCircle:
		return M("这样会绕成一圈：{names}。请换一位带的人", "that would be a circle: {names}. Choose another mentor")
	case hall.ErrSeatsFew:
		return M("现有 {n} 名委员，至少要 {least} 名（人民调解法第 8 条）。请补选", "there are only {n:member|members}, at least {least} are needed (Mediation Law art. 8). Elect more")
	case hall.ErrSeatsMany:
		return M("现有 {n} 名委员，最多 {most} 名（人民调解法第 8 条）。请调整", "there are {n:member|members}, at most {most} are allowed (Mediation Law art. 8). Make them fewer")
	case hall.ErrNoHead:
		return M("没有主任（人民调解法第 8 条）。请在名册里把一位设为主任", "nobody heads the committee (Mediation Law art. 8). Make one of its members the head, on the roster")
	case hall.ErrTwoHeads:
		return M("有 {n} 位主任，只能有一位。请在名册里改", "{n} people head the committee, only one may. Put it right on the roster")
	case hall.ErrNoWoman:
		return M("没有妇女委员（人民调解法第 8 条）。请补选", "there is no woman among the members (Mediation Law art. 8). Elect one")
	case hall.ErrOwnParent:
		return M("一个组织不能指导自己。请选上一级的组织", "an organisation cannot guide itself. Choose one of a higher level")
	case hall.ErrChildLevel:
		return M("由它指导的 {name} 不会比它低一级。请先改那一个，或另选层级", "{name}, which it guides, would not stand below it. Change that one first, or choose another level")
	case hall.ErrDissolved:
		return M("{name} 已于 {day} 撤销。请选还在的组织", "{name} was dissolved on {day}. Choose one that still is")
	case hall.ErrMembersFirst:
		return M("还没有说明 {names} 的去向。请先写明每位委员：转到哪个组织、离任，或留在名册",
			"it is not said what becomes of {names}. Say it for each member: to which organisation, leaving, or staying on the roster")
	case hall.ErrSiteTaken:
		return M("{name} 已由 {org} 负责。请先在覆盖情况里改，或另选一处", "{name} is looked after by {org}. Change that in the coverage first, or choose another")
	case hall.ErrNoBelow:
		return M("村级下面不再设组织。请选乡镇或县级的", "nothing stands below the village's level. Choose a township's or a county's")
	case hall.ErrOwnSecret:
		return M("自己的密码要打了现在的密码才能改。请按 Ctrl-P，选“修改密码”", "your own password is changed with the present one. Press Ctrl-P and choose Change password")
	case hall.ErrOwnAccount:
		return M("不能停用自己的账号，否则再也进不来。请别的管理员来做", "you cannot switch off your own account: you could not come back. Let another administrator do it")
	case hall.ErrParentLevel:
		return M("{name} 不是上一级的组织。请选上一级的", "{name} does not stand on a higher level. Choose one that does")
	}
	return rosterWords(c)
}

// rosterWords are refusals about the roster.
func rosterWords(c hall.Code) Message {
	switch c {
	case hall.ErrUnknownGrade:
		return M("等级里没有 {grade}。可选的有：{grades}；要添等级，请在设置文件的 grades 里写",
			"there is no grade {grade}. Choose one of {grades}; to add one, write it under grades in the settings file")
	case hall.ErrNotUnfiled:
		return M("没有要备案的变动。请核对备案的截止日期", "there is no change left to file. Check up to which day you mean")
	case hall.ErrPostTaken:
		return M("{name} 从 {day} 起已认领这个岗位。请换一个，或先退出那一个", "{name} has held this post since {day}. Choose another, or leave that one first")
	case hall.ErrPostOver:
		return M("这个岗位那天已不在岗。请看一下起止日期", "the post was not held on that day. Look at its dates")
	case hall.ErrSameStatus:
		return M("{name} 已经是{status}。请按 Esc 返回，看一下最新的情况", "{name} is {status} already. Go back with Esc and look at how things are now")
	case hall.ErrNoTerm:
		return M("还没有任期。请先登记一届", "no term is on record yet. Record one first")
	case hall.ErrNoPost:
		return M("{name} 现在没有在岗的岗位。请先认领一个", "{name} holds no post now. Sign up for one first")
	case hall.ErrNoPair:
		return M("{name} 没有正在进行的结对。请先结对", "{name} is in no pair now. Begin one first")
	case hall.ErrPairOver:
		return M("这一对结对到 {day} 已结束。请核对日期，或另结一对", "this pair ended on {day}. Check the date, or begin a new pair")
	}
	return Message{}
}

// StatusFilter narrows the roster by standing.
func StatusFilter(f hall.StatusFilter) Message { return name(statusFilters, f) }

var statusFilters = map[hall.StatusFilter]Message{
	hall.OnRoster:      M("在册", "on the roster"),
	hall.OnlyActive:    M("在任", "active"),
	hall.OnlySuspended: M("暂停", "suspended"),
	hall.OnlyLeft:      M("离任", "left"),
}

// TimeFilter narrows the roster by full- or part-time.
func TimeFilter(f hall.TimeFilter) Message { return name(timeFilters, f) }

var timeFilters = map[hall.TimeFilter]Message{
	hall.AnyTime:      M("专职和兼职", "full- and part-time"),
	hall.OnlyFullTime: M("专职", "full-time"),
	hall.OnlyPartTime: M("兼职", "part-time"),
}

// ReasonKind is what speaks for a mediator, or against him, in general.
func ReasonKind(k hall.ReasonKind) Message { return name(reasonKinds, k) }

var reasonKinds = map[hall.ReasonKind]Message{
	hall.ReasonKnows:     M("认识{what}", "knows {what}"),
	hall.ReasonBoth:      M("两边都熟：{what}", "knows both sides: {what}"),
	hall.ReasonVillage:   M("{what}人", "of {what}"),
	hall.ReasonArea:      M("熟悉{what}", "knows {what} well"),
	hall.ReasonSpecial:   M("专长对口", "right speciality"),
	hall.ReasonGrade:     M("{what}调解员", "{what} grade"),
	hall.ReasonFree:      M("手上没有案件", "no open case"),
	hall.ReasonLoad:      M("在办 {n} 件", "{n} open"),
	hall.ReasonBooked:    M("7 天内 {n} 场", "{n} booked in 7 days"),
	hall.ReasonConflict:  M("可能要回避", "may have to stand aside"),
	hall.ReasonAway:      M("请假到 {day}", "on leave until {day}"),
	hall.ReasonOnCase:    M("已在本案", "on the case"),
	hall.ReasonSuspended: M("不能派案", "cannot be given work"),
}

// Reason is one of the reasons for or against a mediator, filled in.
func Reason(r hall.Reason) Message {
	if r.Kind == hall.ReasonConflict {
		return Conflict(r.Conflict)
	}
	return ReasonKind(r.Kind).With("what", Stock(r.What)).With("n", r.N).With("day", ShortDay(r.Day))
}

// Reasons are all of them in a line: what speaks against him first.
func Reasons(all []hall.Reason) Message {
	var out []Message
	for _, r := range all {
		if r.Against() {
			out = append(out, Reason(r))
		}
	}
	for _, r := range all {
		if !r.Against() {
			out = append(out, Reason(r))
		}
	}
	return List(out...)
}
