package hall

import "time"

// What can be done with people and places on file, accounts and drafts.
const (
	OpOpen     Op = "open"     // 查看
	OpChange   Op = "change"   // 修改
	OpTerm     Op = "term"     // 任期
	OpSetTerm  Op = "setterm"  // 改任期
	OpFile     Op = "file"     // 备案
	OpUniform  Op = "uniform"  // 六统一
	OpClose    Op = "close"    // 撤销、停办
	OpSuspend  Op = "suspend"  // 暂停
	OpBack     Op = "back"     // 恢复、重新加入
	OpLeave    Op = "leave"    // 离任
	OpTraining Op = "training" // 培训
	OpPost     Op = "post"     // 认领岗位
	OpLogPost  Op = "logpost"  // 岗位工作
	OpQuitPost Op = "quitpost" // 离岗
	OpMentor   Op = "mentor"   // 拜师
	OpLearner  Op = "learner"  // 带徒
	OpTeach    Op = "teach"    // 传帮带记录
	OpEndPair  Op = "endpair"  // 结束结对
	OpReset    Op = "reset"    // 重设密码
	OpOn       Op = "on"       // 启用
	OpResume   Op = "resume"   // 接着写
	OpDiscard  Op = "discard"  // 作废
)

// OrgCourse is the course of an organisation (调解组织). A change that is to be reported is
// reported of one that was dissolved, too.
func OrgCourse() Course[OrgRow, bool, Op] {
	type row = Row[OrgRow, bool, Op]
	below := need(func(r OrgRow) *Error {
		if r.Level.Rank() == Village.Rank() {
			return Refuse(ErrNoBelow)
		}
		return nil
	})
	due := need(func(r OrgRow) *Error {
		if r.Due == 0 {
			return Refuse(ErrNotUnfiled)
		}
		return nil
	})
	open, both := []bool{false}, []bool{false, true}
	return Course[OrgRow, bool, Op]{
		State: func(r OrgRow) bool { return r.Closed != 0 },
		Wrong: func(r OrgRow, _ Op) *Error { return Refuse(ErrDissolved, "name", r.Name, "day", r.Closed) },
		Rows: []row{
			{Op: OpAdd, From: open, Right: MayRoster, Needs: []Need[OrgRow]{below}, Deed: DeedOrg, Back: OpClose},
			{Op: OpChange, From: open, Right: MayRoster, Deed: DeedOrg, Back: OpChange},
			{Op: OpTerm, From: open, Right: MayRoster, Deed: DeedOrgTerm, Back: OpTerm},
			{Op: OpFile, From: both, Right: MayRoster, Needs: []Need[OrgRow]{due}, Deed: DeedOrgFiled},
			{Op: OpUniform, From: open, Right: MayRoster, Deed: DeedOrgUniform, Back: OpUniform},
			{Op: OpClose, From: open, To: []bool{true}, Right: MayRoster, Deed: DeedOrgEnd, Asks: true},
		},
	}
}

// StudioCourse is the course of a brand studio (品牌调解室).
func StudioCourse() Course[Studio, bool, Op] {
	return Course[Studio, bool, Op]{
		State: func(u Studio) bool { return u.Closed != 0 },
		Wrong: func(u Studio, _ Op) *Error {
			return Refuse(ErrDissolved, "name", u.Name, "day", u.Closed, "studio", true)
		},
		Rows: []Row[Studio, bool, Op]{
			{Op: OpChange, From: []bool{false, true}, Right: MayRoster, Deed: DeedStudio, Back: OpChange},
			{Op: OpClose, From: []bool{false}, To: []bool{true}, Right: MayRoster, Deed: DeedStudioEnd, Asks: true},
		},
	}
}

// MediatorCourse is the course of somebody's entry on the roster (名册): standing, terms,
// posts and pairs.
func MediatorCourse() Course[MediatorFile, MediatorStatus, Op] {
	type row = Row[MediatorFile, MediatorStatus, Op]
	self := Whose[MediatorFile]{
		Own: func(f MediatorFile, a Actor) bool { return a.Mediator != 0 && f.Mediator.ID == a.Mediator }, Or: MayRoster, Not: forbidden[MediatorFile](MayRoster),
	}
	needs := func(n ...Need[MediatorFile]) []Need[MediatorFile] { return n }
	unfiled := need(func(f MediatorFile) *Error {
		if _, ok := Unfiled(f.Mediator.Filings); !ok {
			return Refuse(ErrNotUnfiled)
		}
		return nil
	})
	terms := need(func(f MediatorFile) *Error {
		if len(f.Mediator.Terms) == 0 {
			return Refuse(ErrNoTerm)
		}
		return nil
	})
	posts := need(func(f MediatorFile) *Error {
		if len(f.Mediator.OpenPosts()) == 0 {
			return Refuse(ErrNoPost, "name", f.Mediator.Name)
		}
		return nil
	})
	pairs := func(f MediatorFile, _ Actor, now time.Time) *Error {
		if len(f.OpenPairs(DayOf(now))) == 0 {
			return Refuse(ErrNoPair, "name", f.Mediator.Name)
		}
		return nil
	}
	active, any := []MediatorStatus{Active}, []MediatorStatus{Active, Suspended, Left}
	return Course[MediatorFile, MediatorStatus, Op]{
		State: func(f MediatorFile) MediatorStatus { return f.Mediator.Status },
		Wrong: func(f MediatorFile, o Op) *Error {
			m := f.Mediator
			if o == OpPost || o == OpMentor || o == OpLearner {
				return Refuse(ErrNotAssignable, "name", m.Name, "status", m.Status)
			}
			return Refuse(ErrSameStatus, "name", m.Name, "status", m.Status)
		},
		Rows: []row{
			{Op: OpChange, From: any, Right: MayRoster, Deed: DeedMediator, Back: OpChange},
			{Op: OpSuspend, From: []MediatorStatus{Active, Left}, To: []MediatorStatus{Suspended}, Right: MayRoster, Deed: DeedStatus, Back: OpBack},
			{Op: OpBack, From: []MediatorStatus{Suspended, Left}, To: active, Right: MayRoster, Deed: DeedStatus, Back: OpSuspend},
			{Op: OpLeave, From: []MediatorStatus{Active, Suspended}, To: []MediatorStatus{Left}, Right: MayRoster, Deed: DeedStatus, Back: OpBack},
			{Op: OpTerm, From: any, Right: MayRoster, Deed: DeedTerm, Back: OpSetTerm},
			{Op: OpSetTerm, From: any, Right: MayRoster, Needs: needs(terms), Deed: DeedTerm, Back: OpSetTerm},
			{Op: OpFile, From: any, Right: MayRoster, Needs: needs(unfiled), Deed: DeedFiled},
			{Op: OpTraining, From: any, Right: MayRoster, Deed: DeedTraining},
			{Op: OpPost, From: active, Right: MayRoster, Deed: DeedPost, Back: OpQuitPost},
			{Op: OpLogPost, From: any, Right: MayLook, Whose: self, Needs: needs(posts), Deed: DeedPost},
			{Op: OpQuitPost, From: any, Right: MayRoster, Needs: needs(posts), Deed: DeedPost, Back: OpPost},
			{Op: OpMentor, From: active, Right: MayRoster, Deed: DeedPair, Back: OpEndPair},
			{Op: OpLearner, From: active, Right: MayRoster, Deed: DeedPair, Back: OpEndPair},
			{Op: OpTeach, From: any, Right: MayLook, Whose: self, Needs: needs(pairs), Deed: DeedPair},
			{Op: OpEndPair, From: any, Right: MayRoster, Needs: needs(pairs), Deed: DeedPair},
		},
	}
}

// StatusOp is the operation that makes a mediator's standing another.
func StatusOp(to MediatorStatus) Op {
	return map[MediatorStatus]Op{Active: OpBack, Suspended: OpSuspend, Left: OpLeave}[to]
}

// PairCourse is the course of a mentor and whom he teaches (传帮带): the two write down what
// was taught, of a pair that is over too, for days on which it held.
func PairCourse() Course[Pair, bool, Op] {
	two := Whose[Pair]{
		Own: func(p Pair, a Actor) bool {
			return a.Mediator != 0 && (a.Mediator == p.Mentor.ID || a.Mediator == p.Learner.ID)
		},
		Or: MayRoster, Not: forbidden[Pair](MayRoster),
	}
	return Course[Pair, bool, Op]{
		State: func(p Pair) bool { return p.To != 0 },
		Wrong: func(p Pair, _ Op) *Error { return Refuse(ErrPairOver, "day", p.To) },
		Rows: []Row[Pair, bool, Op]{
			{Op: OpTeach, From: []bool{false, true}, Right: MayLook, Whose: two, Deed: DeedPair},
			{Op: OpEndPair, From: []bool{false}, To: []bool{true}, Right: MayRoster, Deed: DeedPair},
		},
	}
}

// AccountCourse is the course of an account. Nobody shuts himself out, and the last
// administrator stays.
func AccountCourse() Course[StaffRow, bool, Op] {
	self := func(r StaffRow, by Actor, _ time.Time) *Error {
		if r.ID == by.Staff {
			return Refuse(ErrOwnAccount).In("off")
		}
		return nil
	}
	others := func(r StaffRow, by Actor, _ time.Time) *Error {
		if r.ID == by.Staff {
			return Refuse(ErrOwnSecret)
		}
		return nil
	}
	last := need(func(r StaffRow) *Error {
		if r.Last {
			return Refuse(ErrLastAdmin).In("roles")
		}
		return nil
	})
	on, off := []bool{false}, []bool{true}
	return Course[StaffRow, bool, Op]{
		State: func(r StaffRow) bool { return r.Off },
		Wrong: func(r StaffRow, _ Op) *Error {
			if r.Off {
				return Refuse(ErrSuspended)
			}
			return Refuse(ErrOnAlready)
		},
		Rows: []Row[StaffRow, bool, Op]{
			{Op: OpChange, From: []bool{false, true}, Right: MayManage, Deed: DeedStaffChange, Back: OpChange},
			{Op: OpReset, From: []bool{false, true}, Right: MayManage, Needs: []Need[StaffRow]{others}, Deed: DeedSecret},
			{Op: OpOff, From: on, To: off, Right: MayManage, Needs: []Need[StaffRow]{last, self}, Deed: DeedStaffChange, Back: OpOn},
			{Op: OpOn, From: off, To: on, Right: MayManage, Deed: DeedStaffChange, Back: OpOff},
		},
	}
}

// DraftCourse is the course of an unfinished form. Whoever began it goes on with it or throws
// it away, and so may the head, who keeps the register it belongs to, and at the desk whoever
// may see the case; nobody where the screen of the form is not his. Secret is set where the reader may not see what it is about.
func DraftCourse() Course[DraftSeen, DraftKind, Op] {
	type row = Row[DraftSeen, DraftKind, Op]
	begun := func(or Right) Whose[DraftSeen] {
		return Whose[DraftSeen]{
			Own: func(d DraftSeen, a Actor) bool {
				return d.By == a.Staff || a.May(MaySupervise) || a.May(or) && !d.Secret
			},
			Not: func(DraftSeen, Actor) *Error { return Refuse(ErrClosedCase) },
		}
	}
	accounts := []DraftKind{DraftAccount, DraftSettings}
	registers := []DraftKind{DraftRoster, DraftOrg, DraftStudio}
	forms := []DraftKind{
		DraftIntake, DraftSession, DraftAgreement, DraftWalkIn, DraftOther, DraftHandover, DraftBooking, DraftJoint, DraftFollowUp, DraftBody, DraftDuty,
		DraftPerson, DraftOrder, DraftSettlement,
	}
	plans := []DraftKind{DraftRota}
	return Course[DraftSeen, DraftKind, Op]{
		State: func(d DraftSeen) DraftKind { return d.Kind },
		Wrong: func(DraftSeen, Op) *Error { return Refuse(ErrNotFound) },
		Rows: []row{
			{Op: OpResume, From: registers, Right: MayDraft, Whose: begun(MayRoster)},
			{Op: OpResume, From: forms, Right: MayRead, Whose: begun(MayIntake)},
			{Op: OpResume, From: accounts, Right: MayManage, Whose: begun(MayManage)},
			{Op: OpResume, From: plans, Right: MayDraft, Whose: begun(MayIntake)},
			{Op: OpDiscard, From: plans, Right: MayDraft, Whose: begun(MayIntake), Deed: DeedDiscard, Asks: true},
			{Op: OpDiscard, From: accounts, Right: MayManage, Whose: begun(MayManage), Deed: DeedDiscard, Asks: true},
			{Op: OpDiscard, From: registers, Right: MayDraft, Whose: begun(MayRoster), Deed: DeedDiscard, Asks: true},
			{Op: OpDiscard, From: forms, Right: MayDraft, Whose: begun(MayIntake), Deed: DeedDiscard, Asks: true},
		},
	}
}

// DraftSeen is a draft as somebody finds it.
type DraftSeen struct {
	Draft
	Secret bool // it is about something that the reader may not see
}
