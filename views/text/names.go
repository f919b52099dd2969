package text

import (
	"math/bits"
	"strconv"
	"strings"

	"sizhen/store/hall"
)

// Role is what someone does in the hall; several roles are listed.
func Role(r hall.Role) Message { return roleList(r, roles) }

// RoleShort is the short word beside a name in the top line.
func RoleShort(r hall.Role) Message { return roleList(r, shortRoles) }

var roles = map[hall.Role]Message{
	hall.FrontDesk:    M("窗口受理员", "front desk"),
	hall.RoleMediator: M("调解员", "mediator"),
	hall.DutyOfficer:  M("值班人员", "duty officer"),
	hall.Head:         M("中心主任", "head of the hall"),
	hall.Admin:        M("管理员", "administrator"),
}

var shortRoles = map[hall.Role]Message{
	hall.FrontDesk:    M("窗口", "desk"),
	hall.RoleMediator: M("调解员", "mediator"),
	hall.DutyOfficer:  M("值班", "duty"),
	hall.Head:         M("主任", "head"),
	hall.Admin:        M("管理员", "admin"),
}

// anyOf is who of several roles can be asked: 中心主任、管理员, which is the head of the centre or an administrator.
func anyOf(r hall.Role) Message {
	var en []string
	for _, one := range hall.AllRoles() {
		if r.Has(one) {
			en = append(en, asked[one])
		}
	}
	if n := len(en); n > 1 {
		en = append(en[:n-2], en[n-2]+" or "+en[n-1])
	}
	return Both(Role(r).In(Zh), strings.Join(en, ", "))
}

// asked are the roles as English asks for them.
var asked = map[hall.Role]string{
	hall.FrontDesk: "the front desk", hall.RoleMediator: "a mediator", hall.DutyOfficer: "a duty officer",
	hall.Head: "the head of the hall", hall.Admin: "an administrator",
}

func roleList(r hall.Role, names map[hall.Role]Message) Message {
	var out []Message
	for _, one := range hall.AllRoles() {
		if r.Has(one) {
			out = append(out, names[one])
		}
	}
	if len(out) == 0 {
		return Unknown
	}
	return List(out...)
}

// Actor is the signed-in person as the top line shows him: 陈芳(窗口). Who has more than
// two roles is shown by name alone: the line has no room for all.
func Actor(a hall.Actor) Message {
	if bits.OnesCount8(uint8(a.Roles)) > 2 {
		return Raw(a.Name)
	}
	return M("{name}（{role}）", "{name} ({role})").With("name", a.Name).With("role", RoleShort(a.Roles))
}

// Who is a side by its first name and how many more there are: 李水生 等3人, which is 李水生 +2.
func Who(first string, more int) Message {
	if more <= 0 {
		return Raw(first)
	}
	return M("{name} 等{n}人", "{name} +{n}").With("name", first).With("n", Both(strconv.Itoa(more+1), strconv.Itoa(more)))
}

// MediatorStatus says whether a mediator can be given work.
func MediatorStatus(s hall.MediatorStatus) Message { return name(mediatorStates, s) }

var mediatorStates = map[hall.MediatorStatus]Message{
	hall.Active:    M("在任", "active"),
	hall.Suspended: M("暂停", "suspended"),
	hall.Left:      M("离任", "left"),
}

// PersonKind tells a natural person from an organisation.
func PersonKind(k hall.PersonKind) Message { return name(personKinds, k) }

var personKinds = map[hall.PersonKind]Message{
	hall.Natural:      M("自然人", "person"),
	hall.Organisation: M("单位", "organisation"),
}

// Sex as on the identity card.
func Sex(s hall.Sex) Message { return name(sexes, s) }

var sexes = map[hall.Sex]Message{
	hall.SexUnknown: M("未填", "not given"),
	hall.Male:       M("男", "male"),
	hall.Female:     M("女", "female"),
}

// Kin is how a relative stands to somebody.
func Kin(k hall.Kin) Message { return name(kin, k) }

var kin = map[hall.Kin]Message{
	hall.KinSpouse: M("配偶", "spouse"), hall.KinParent: M("父母", "parent"), hall.KinChild: M("子女", "child"), hall.KinSibling: M("兄弟姐妹", "sibling"),
	hall.KinGrand: M("祖孙", "grandparent or grandchild"), hall.KinInLaw: M("姻亲", "in-law"), hall.KinOther: M("其他近亲属", "other close relative"),
}

// DocKind is what a person showed.
func DocKind(k hall.DocKind) Message { return name(docKinds, k) }

var docKinds = map[hall.DocKind]Message{
	hall.DocIDCard:   M("居民身份证", "identity card"),
	hall.DocPassport: M("护照", "passport"),
	hall.DocOther:    M("其他证件", "other papers"),
	hall.DocCredit:   M("统一社会信用代码", "social credit code"),
}

// Side is where a party stands.
func Side(s hall.Side) Message { return name(sides, s) }

var sides = map[hall.Side]Message{
	hall.Applicant:  M("申请人", "applicant"),
	hall.Respondent: M("被申请人", "respondent"),
}

// Source is how a dispute came to the hall.
func Source(s hall.Source) Message { return name(sources, s) }

var sources = map[hall.Source]Message{
	hall.SourceApplication: M("当事人申请", "on application"),
	hall.SourceUnasked:     M("主动调解", "unasked"),
	hall.SourceEntrusted:   M("委托或移送", "entrusted or transferred"),
}

// Difficulty decides the first response.
func Difficulty(d hall.Difficulty) Message { return name(difficulties, d) }

var difficulties = map[hall.Difficulty]Message{
	hall.Ordinary:  M("一般", "ordinary"),
	hall.Simple:    M("简易", "simple"),
	hall.Difficult: M("疑难复杂", "difficult"),
}

// Risk is how near a dispute is to violence.
func Risk(r hall.Risk) Message { return name(risks, r) }

var risks = map[hall.Risk]Message{
	hall.RiskNone: M("无", "none"),
	hall.RiskLow:  M("低", "low"),
	hall.RiskMid:  M("中", "medium"),
	hall.RiskHigh: M("高", "high"),
}

// Flag marks a dispute that others must hear of; several marks are listed, none says nothing.
func Flag(f hall.Flag) Message {
	var out []Message
	for _, one := range []hall.Flag{hall.FlagCriminal, hall.FlagMass, hall.FlagStability, hall.FlagExtreme} {
		if f&one != 0 {
			out = append(out, flags[one])
		}
	}
	return List(out...)
}

var flags = map[hall.Flag]Message{
	hall.FlagCriminal:  M("民转刑", "may turn criminal"),
	hall.FlagMass:      M("群体性", "many people"),
	hall.FlagStability: M("影响稳定", "public stability"),
	hall.FlagExtreme:   M("个人极端", "extreme act"),
}

// Bar is why a matter may not be accepted.
func Bar(b hall.Bar) Message { return name(bars, b) }

var bars = map[hall.Bar]Message{
	hall.BarNone:    M("没有", "none"),
	hall.BarSpecial: M("法律规定由专门机关处理", "only a special organ may handle it"),
	hall.BarLaw:     M("法律禁止调解", "the law bars mediation"),
	hall.BarCourt:   M("法院已经受理", "a court has accepted it"),
	hall.BarPolice:  M("公安正在处理", "the police are handling it"),
	hall.BarOther:   M("其他机关已受理或解决", "another authority has accepted or resolved it"),
}

// Mode is how an appointment is held.
func Mode(m hall.Mode) Message { return name(modes, m) }

var modes = map[hall.Mode]Message{
	hall.InRoom:  M("来中心", "in the hall"),
	hall.ByPhone: M("电话", "by phone"),
	hall.ByVideo: M("视频", "by video"),
	hall.AtHome:  M("上门", "at home"),
}
