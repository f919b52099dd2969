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
	hall.PostListen:  M("民情收集、联络", "hearing what people say"),
	hall.PostPromote: M("政策、普法宣传", "explaining policy and law"),
}

// OrgKind is what kind of mediation organisation it is.
func OrgKind(k hall.OrgKind) Message { return name(orgKinds, k) }

var orgKinds = map[hall.OrgKind]Message{
	hall.OrgVillage:     M("村", "village"),
	hall.OrgResidential: M("居、社区", "residential community"),
	hall.OrgTownship:    M("乡镇", "township"),
	hall.OrgSubdistrict: M("街道", "sub-district"),
	hall.OrgEnterprise:  M("企事业单位", "enterprise"),
	hall.OrgTrade:       M("行业性、专业性", "trade or profession"),
	hall.OrgPark:        M("工业园区", "industrial park"),
	hall.OrgMarket:      M("市场", "market"),
	hall.OrgChamber:     M("商会", "chamber of commerce"),
	hall.OrgOther:       M("社会团体和其他组织", "association or other"),
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
	hall.StudioHome:   M("乡情式", "of neighbours"),
	hall.StudioElder:  M("乡贤式", "of respected elders"),
	hall.StudioExpert: M("专业式", "of experts"),
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
	hall.RemindFiling:    M("变动备案", "report a change"),
	hall.RemindOrgTerm:   M("调委会换届", "committee's term ends"),
	hall.RemindOrgFiling: M("组织备案", "report an organisation"),
}

// placeWords are refusals about people and places.
func placeWords(c hall.Code) Message {
	switch c {
	case hall.ErrTermOrder:
		return M("结束日期在开始日期之前。请把日期改过来", "it ends before it begins. Put the dates right")
	case hall.ErrTermOverlap:
		return M("{from} 到 {to} 已有一届。请从它结束的第二天写起，或先改那一届", "there is a term from {from} to {to} already. Begin the day after it, or change that one first")
	case hall.ErrMentorSelf:
		return M("{name} 不能带自己。请选另一位", "{name} cannot be his own mentor. Choose somebody else")
	case hall.ErrTwoMentors:
		return M("这段时间 {name} 已由 {mentor} 带。请先结束那一对，或换日期", "{name} has {mentor} as a mentor at that time. End that pair first, or choose other dates")
	case hall.ErrMentorCircle:
		return M("这样会绕成一圈：{names}。请换一位带的人", "that would be a circle: {names}. Choose another mentor")
	case hall.ErrSeatsFew:
		return M("现有 {n} 名委员，至少要 {least} 名（人民调解法第 8 条）。请补选", "there are {n} members and {least} are needed (Mediation Law art. 8). Elect more")
	case hall.ErrSeatsMany:
		return M("现有 {n} 名委员，最多 {most} 名（人民调解法第 8 条）。请调整", "there are {n} members and {most} are the most (Mediation Law art. 8). Make them fewer")
	case hall.ErrNoHead:
		return M("没有主任（人民调解法第 8 条）。请在名册里把一位设为主任", "nobody heads the committee (Mediation Law art. 8). Make one of its members the head, on the roster")
	case hall.ErrTwoHeads:
		return M("有 {n} 位主任，只能有一位。请在名册里改", "{n} people head the committee, only one may. Put it right on the roster")
	case hall.ErrNoWoman:
		return M("没有妇女委员（人民调解法第 8 条）。请补选", "there is no woman among the members (Mediation Law art. 8). Elect one")
	case hall.ErrOwnParent:
		return M("一个组织不能指导自己。请选上一级的组织", "an organisation cannot guide itself. Choose one of a higher level")
	case hall.ErrParentLevel:
		return M("{name} 不是上一级的组织。请选上一级的", "{name} does not stand on a higher level. Choose one that does")
	}
	return Message{}
}
