package store_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

var today = hall.NewDay(2026, 11, 24)

func enrolled(t testing.TB, d *store.Desk, m hall.Mediator) hall.Mediator {
	t.Helper()
	return must[hall.Mediator](t)(d.SaveMediator(ctx, 0, m, today-100, ""))
}

func listed(t testing.TB, d *store.Desk, q hall.RosterQuery) string {
	t.Helper()
	if q.Limit == 0 {
		q.Limit = 20
	}
	page := must[hall.RosterPage](t)(d.Roster(ctx, q))
	var names []string
	for _, r := range page.Rows {
		names = append(names, r.Name)
	}
	return strings.Join(names, " ")
}

func TestTheRosterIsFoundByAnyTraits(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	for _, m := range []hall.Mediator{
		{Name: "金阿毛", Village: "小港村", Area: "城东片", Knows: "小港村陈家、沈家", Grade: "特级", Specialities: []string{"neighbours"},
			Backgrounds: []hall.Background{hall.RetiredCadre}, Organisation: "小港村人民调解委员会", StudioName: "老书记调解室"},
		{Name: "俞芳", Village: "前宅村", Grade: "一级", FullTime: true, Specialities: []string{"labour", "neighbours"}, Backgrounds: []hall.Background{hall.LawyerMan},
			Trade: "建筑", Org: 7, Organisation: "前宅村人民调解委员会"},
		{Name: "沈水根", Village: "小港村", Grade: "一级", Specialities: []string{"land"}},
		{Name: "离任者", Village: "小港村"},
	} {
		if m = enrolled(t, d, m); m.Name == "离任者" {
			must[hall.Mediator](t)(d.SetStatus(ctx, m.ID, m.Rev, hall.Left, today, "年龄"))
		}
	}
	for _, c := range []struct {
		q    hall.RosterQuery
		want string
	}{
		{hall.RosterQuery{}, "陈芳 金阿毛 俞芳 沈水根"},
		{hall.RosterQuery{Text: "陈家"}, "金阿毛"}, {hall.RosterQuery{Text: "陈家 小港"}, "金阿毛"}, {hall.RosterQuery{Text: "小港陈家"}, "金阿毛"},
		{hall.RosterQuery{Text: "认识小港村沈家"}, "金阿毛"}, {hall.RosterQuery{Text: "小港俞家"}, ""}, {hall.RosterQuery{Text: "jam"}, "金阿毛"},
		{hall.RosterQuery{Text: "邻里"}, "金阿毛 俞芳"}, {hall.RosterQuery{Text: "ll"}, "金阿毛 俞芳"}, {hall.RosterQuery{Text: "neighb"}, "金阿毛 俞芳"},
		{hall.RosterQuery{Text: "邻里 小港"}, "金阿毛"}, {hall.RosterQuery{Text: "物业"}, ""},
		{hall.RosterQuery{Text: "建筑"}, "俞芳"}, {hall.RosterQuery{Text: "老书记"}, "金阿毛"}, {hall.RosterQuery{Text: "城东"}, "金阿毛"},
		{hall.RosterQuery{Text: "前宅村人民调解"}, "俞芳"},
		{hall.RosterQuery{Village: "小港村", Limit: 9}, "陈芳 金阿毛 沈水根"}, {hall.RosterQuery{Village: "小港村", Speciality: "neighbours"}, "金阿毛"},
		{hall.RosterQuery{Speciality: "neighbours"}, "金阿毛 俞芳"}, {hall.RosterQuery{Speciality: "neighbours", Time: hall.OnlyFullTime}, "俞芳"},
		{hall.RosterQuery{Speciality: "neighbours", Time: hall.OnlyPartTime}, "金阿毛"},
		{hall.RosterQuery{Grade: "一级"}, "俞芳 沈水根"}, {hall.RosterQuery{Background: hall.LawyerMan}, "俞芳"}, {hall.RosterQuery{Org: 7}, "俞芳"},
		{hall.RosterQuery{Status: hall.OnlyLeft}, "离任者"}, {hall.RosterQuery{Village: "小港村", Status: hall.OnlyLeft, Text: "离"}, "离任者"},
		{hall.RosterQuery{Status: hall.OnlySuspended}, ""},
		{hall.RosterQuery{After: 2, Limit: 1}, "俞芳"},
	} {
		if got := listed(t, d, c.q); got != c.want {
			t.Errorf("%+v: %q, want %q", c.q, got, c.want)
		}
	}
	if page := must[hall.RosterPage](t)(d.Roster(ctx, hall.RosterQuery{Limit: 2})); !page.More || len(page.Rows) != 2 {
		t.Errorf("a page of two of four: %+v", page)
	}
}

func TestAMediatorIsPromotedMovesAndIsKnownAsHeWas(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	m := enrolled(t, d, hall.Mediator{Name: "金阿毛", Village: "小港村", Organisation: "小港村人民调解委员会", Grade: "二级"})
	if len(m.Filings) != 1 || m.Filings[0].What != hall.FilingNew || m.Filings[0].Due != hall.FilingDue(h.Calendar(), today-100) {
		t.Fatalf("a new one is to be reported: %+v", m.Filings)
	}
	m.Grade = "一级"
	m = must[hall.Mediator](t)(d.SaveMediator(ctx, 0, m, today-30, "年度考核"))
	if len(m.Filings) != 1 {
		t.Errorf("a grade is nothing to report: %+v", m.Filings)
	}
	m.Organisation, m.OrgHead = "前宅村人民调解委员会", true
	m = must[hall.Mediator](t)(d.SaveMediator(ctx, 0, m, today-3, "换届"))
	if len(m.Filings) != 3 {
		t.Errorf("moved and made head are to be reported: %+v", m.Filings)
	}
	file := must[hall.MediatorFile](t)(d.Mediator(ctx, m.ID))
	for day, want := range map[hall.Day]string{today - 60: "二级小港村人民调解委员会", today - 30: "一级小港村人民调解委员会", today: "一级前宅村人民调解委员会"} {
		if s, ok := file.Mediator.On(day); !ok || s.Grade+s.Organisation != want {
			t.Errorf("on %s he was %s %s, want %s", day, s.Grade, s.Organisation, want)
		}
	}
	if _, ok := file.Mediator.On(today - 101); ok {
		t.Error("he was on the roster before he joined")
	}
	m.Grade = "特级"
	if _, err := d.SaveMediator(ctx, 0, m, today-20, ""); code(err) != hall.ErrDayBefore {
		t.Error("a change from before the last one:", err)
	}
	if _, err := d.SaveMediator(ctx, 0, m, today+1, ""); code(err) != hall.ErrDayFuture {
		t.Error("a change from tomorrow:", err)
	}
	m.Grade = "九级"
	if _, err := d.SaveMediator(ctx, 0, m, today, ""); code(err) != hall.ErrUnknownGrade {
		t.Error("an unknown grade:", err)
	}
	m.Grade, m.Rev = "特级", m.Rev-1
	if _, err := d.SaveMediator(ctx, 0, m, today, ""); code(err) != hall.ErrConflict {
		t.Error("a stale entry:", err)
	}
	m.Rev++
	left := must[hall.Mediator](t)(d.MarkFiled(ctx, m.ID, m.Rev, today-50, today-1, "虞调备1号"))
	if f, ok := hall.Unfiled(left.Filings); !ok || f.What == hall.FilingNew || left.Filings[0].Number != "虞调备1号" {
		t.Errorf("reported up to a day: %+v", left.Filings)
	}
}

func TestWhoIsSuspendedOrLeftGetsNoCase(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	m := enrolled(t, d, hall.Mediator{Name: "金阿毛", Village: "前岸村"})
	in := must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})))
	if _, err := d.SetStatus(ctx, m.ID, m.Rev, hall.Suspended, today, " "); code(err) != hall.ErrReason {
		t.Error("suspended without a reason:", err)
	}
	m = must[hall.Mediator](t)(d.TakePost(ctx, m.ID, m.Rev, hall.Post{Kind: hall.PostListen, Where: "前岸村", From: today - 5}))
	m = must[hall.Mediator](t)(d.LogPost(ctx, m.ID, m.Rev, 0, today-1, "走访三组"))
	if _, err := d.TakePost(ctx, m.ID, m.Rev, hall.Post{Kind: hall.PostListen, Where: "前岸村", From: today}); code(err) != hall.ErrPostTaken {
		t.Error("the same post twice:", err)
	}
	if _, err := d.LogPost(ctx, m.ID, m.Rev, 0, today-6, "之前"); code(err) != hall.ErrDayBefore {
		t.Error("done before he held it:", err)
	}
	m = must[hall.Mediator](t)(d.SetStatus(ctx, m.ID, m.Rev, hall.Suspended, today, "住院"))
	file := must[hall.CaseFile](t)(d.Case(ctx, in.Case))
	if _, err := d.Step(ctx, in.Case, file.Case.Rev, 0, hall.Step{Action: hall.ActAssign, Mediator: m.ID}); code(err) != hall.ErrNotAssignable {
		t.Error("a suspended one was assigned:", err)
	}
	if _, err := d.SetStatus(ctx, m.ID, m.Rev, hall.Suspended, today, "再"); code(err) != hall.ErrSameStatus {
		t.Error("suspended twice:", err)
	}
	m = must[hall.Mediator](t)(d.SetStatus(ctx, m.ID, m.Rev, hall.Left, today, "年龄"))
	if m.Posts[0].To != today || len(m.Posts[0].Log) != 1 {
		t.Errorf("his post goes on: %+v", m.Posts)
	}
	if rows := must[[]hall.PostRow](t)(d.Posts(ctx, false, 9)); len(rows) != 0 {
		t.Errorf("held posts: %+v", rows)
	}
	if rows := must[[]hall.PostRow](t)(d.Posts(ctx, true, 9)); len(rows) != 1 {
		t.Errorf("all posts: %+v", rows)
	}
}

func TestMentorsTermsAndReminders(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	var ids []hall.MediatorID
	var ms []hall.Mediator
	for _, name := range []string{"金阿毛", "俞芳", "沈水根"} {
		m := enrolled(t, d, hall.Mediator{Name: name})
		ids, ms = append(ids, m.ID), append(ms, m)
	}
	p := must[hall.Pair](t)(d.BeginPair(ctx, ids[0], ids[1], today-9))
	must[hall.Pair](t)(d.BeginPair(ctx, ids[1], ids[2], today-9))
	if _, err := d.BeginPair(ctx, ids[2], ids[0], today); code(err) != hall.ErrMentorCircle {
		t.Error("a circle:", err)
	}
	if _, err := d.BeginPair(ctx, ids[0], ids[2], today); code(err) != hall.ErrTwoMentors {
		t.Error("two mentors:", err)
	}
	p = must[hall.Pair](t)(d.TeachPair(ctx, p.ID, p.Rev, today-1, "笔录"))
	p = must[hall.Pair](t)(d.EndPair(ctx, p.ID, p.Rev, today, "出师"))
	if _, err := d.TeachPair(ctx, p.ID, p.Rev, today+1, "又"); code(err) != hall.ErrDayFuture {
		t.Error(err)
	}
	if pairs := must[[]hall.Pair](t)(d.Pairs(ctx, false, 9)); len(pairs) != 1 {
		t.Errorf("pairs that hold: %+v", pairs)
	}
	if f := must[hall.MediatorFile](t)(d.Mediator(ctx, ids[1])); len(f.Pairs) != 2 || len(f.OpenPairs(today+1)) != 1 {
		t.Errorf("his pairs: %+v", f.Pairs)
	}

	m := must[hall.Mediator](t)(d.AddTerm(ctx, ids[0], ms[0].Rev, hall.Term{From: today - 1000, To: today + 9}))
	if _, err := d.AddTerm(ctx, m.ID, m.Rev, hall.Term{From: today + 9, To: today + 99}); code(err) != hall.ErrTermOverlap {
		t.Error("terms overlap:", err)
	}
	due := func() (n int) {
		for _, r := range must[[]hall.Reminder](t)(d.Reminders(ctx, today+30, 99)) {
			if r.Kind == hall.RemindTerm && r.Mediator == m.ID {
				n++
			}
		}
		return n
	}
	board := must[hall.Board](t)(d.Board(ctx))
	shown := false
	for _, r := range board.Due {
		shown = shown || r.Kind == hall.DueTerm && r.Mediator == m.ID && r.Who == "金阿毛" && r.Day == today+9
	}
	if due() != 1 || !shown {
		t.Errorf("a term that ends in nine days is due: %d, on the board %v", due(), shown)
	}
	must[hall.Mediator](t)(d.AddTerm(ctx, m.ID, m.Rev, hall.NextTerm(m.Terms, today)))
	if due() != 0 {
		t.Error("renewed, and still due")
	}
}

func TestWhatIsPrivateStaysSo(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	m := enrolled(t, d, hall.Mediator{Name: "金阿毛", Phone: "10012345678", Birth: hall.NewDay(1958, 3, 4)})
	clerk := h.Add("zhou", "周静", hall.FrontDesk)
	f := must[hall.MediatorFile](t)(clerk.Mediator(ctx, m.ID))
	if !f.Masked || f.Mediator.Birth != 0 || strings.Contains(f.Mediator.Phone, "1234") {
		t.Errorf("the front desk sees %+v", f.Mediator)
	}
	if _, err := clerk.SetStatus(ctx, m.ID, m.Rev, hall.Left, today, "x"); code(err) != hall.ErrForbidden {
		t.Error("the front desk keeps no roster:", err)
	}
	admin := h.Add("guanli", "管理", hall.Admin)
	if f := must[hall.MediatorFile](t)(admin.Mediator(ctx, m.ID)); f.Masked || f.Cases != nil {
		t.Errorf("the administrator sees the entry and no cases: %+v", f)
	}
	dr := must[hall.Draft](t)(admin.SaveDraft(ctx, hall.Draft{Kind: hall.DraftRoster, Form: "mediator 2", Fields: map[string]string{"phone": "10012345678"}}))
	if _, err := clerk.Draft(ctx, dr.ID); code(err) != hall.ErrClosedCase {
		t.Error("the front desk reads a half-written entry:", err)
	}
	intake := must[hall.Draft](t)(clerk.SaveDraft(ctx, hall.Draft{Title: "章雪琴"}))
	if _, err := admin.Draft(ctx, intake.ID); code(err) != hall.ErrForbidden {
		t.Error("an administrator reads an intake:", err)
	}
	self := h.Add("xu", "徐建国", hall.RoleMediator)
	if f := must[hall.MediatorFile](t)(self.Mediator(ctx, self.Actor().Mediator)); f.Masked {
		t.Error("he does not see himself")
	}
	own := must[hall.MediatorFile](t)(self.Mediator(ctx, self.Actor().Mediator)).Mediator
	own = must[hall.Mediator](t)(d.TakePost(ctx, own.ID, own.Rev, hall.Post{Kind: hall.PostPromote, From: today}))
	must[hall.Mediator](t)(self.LogPost(ctx, own.ID, own.Rev, 0, today, "宣讲民法典"))
}

func TestAnAccountsChangeLeavesTheRostersStandingAlone(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	xu := h.Add("xu", "徐建国", hall.RoleMediator).Actor()
	m := must[hall.MediatorFile](t)(d.Mediator(ctx, xu.Mediator)).Mediator
	m = must[hall.Mediator](t)(d.SetStatus(ctx, m.ID, m.Rev, hall.Suspended, today, "住院"))
	row := func() hall.StaffRow {
		for _, r := range must[[]hall.StaffRow](t)(d.Staff(ctx)) {
			if r.ID == xu.Staff {
				return r
			}
		}
		t.Fatal("no account")
		return hall.StaffRow{}
	}
	status := func() hall.Mediator { return must[hall.MediatorFile](t)(d.Mediator(ctx, xu.Mediator)).Mediator }
	r := row()
	r.Phone = "10012340000"
	if err := d.ChangeStaff(ctx, r); err != nil {
		t.Fatal(err)
	}
	if got := status(); got.Status != hall.Suspended || got.Phone != r.Phone {
		t.Errorf("a telephone put right took him back: %+v", got)
	}
	must[hall.Mediator](t)(d.SetStatus(ctx, m.ID, status().Rev, hall.Active, today, ""))
	r = row()
	r.Off, r.Name = true, "徐建邦"
	if err := d.ChangeStaff(ctx, r); err != nil {
		t.Fatal(err)
	}
	got := status()
	was, _ := got.On(today - 1)
	if got.Status != hall.Suspended || got.Name != "徐建邦" || len(got.Filings) == 0 || was.Name == "徐建邦" && got.Joined < today {
		t.Errorf("switched off: %+v", got)
	}
}

// Who stands on the roster is not put there twice by being given an account, nor is an account
// joined to a namesake: it is asked who is meant, however the villages are written.
func TestAnAccountOfANamesakeIsAskedAbout(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	for _, m := range []hall.Mediator{
		{Name: "金阿毛", Village: "小港村", Grade: "特级", Phone: "10012340000", Specialities: []string{"land"}}, {Name: "俞芳芳", Village: "小港村"},
	} {
		enrolled(t, d, m)
	}
	jin := hall.Staff{Login: "jin", Name: "金\u3000阿毛", Roles: hall.RoleMediator}
	var asked *hall.Error
	for _, village := range []string{"", "小港", "小港村", "前宅村"} {
		_, err := d.AddStaff(ctx, jin, village, storetest.Password)
		if !errors.As(err, &asked) || asked.Code != hall.ErrNamesake {
			t.Fatalf("of %q: %v", village, err)
		}
		if like, _ := asked.Args["like"].([]hall.Namesake); len(like) != 1 || like[0].At != "小港村" || like[0].Taken {
			t.Fatalf("of %q: %+v", village, asked)
		}
	}
	jin.Mediator = hall.MediatorID(asked.Args["like"].([]hall.Namesake)[0].Ref.ID)
	id := must[hall.StaffID](t)(d.AddStaff(ctx, jin, "小港", storetest.Password))
	m := must[hall.MediatorFile](t)(d.Mediator(ctx, jin.Mediator)).Mediator
	if m.Staff != id || m.Grade != "特级" || m.Phone != "10012340000" || m.Village != "小港村" {
		t.Errorf("the same person: %+v", m)
	}
	jin.Login = "jin2"
	if _, err := d.AddStaff(ctx, jin, "", storetest.Password); code(err) != hall.ErrConflict {
		t.Errorf("two accounts share an entry: %v", err)
	}
	jin.Mediator = 0
	if _, err := d.AddStaff(ctx, jin, "小港", storetest.Password); code(err) != hall.ErrNamesake {
		t.Errorf("one with an account is a namesake too: %v", err)
	}
	must[hall.StaffID](t)(d.Another("金阿毛").AddStaff(ctx, jin, "前宅村", storetest.Password))
	if got := listed(t, d, hall.RosterQuery{}); got != "陈芳 金阿毛 俞芳芳 金\u3000阿毛" && got != "陈芳 金阿毛 俞芳芳 金阿毛" {
		t.Errorf("the roster holds %s", got)
	}
	h.MustCheck()
}

// Who becomes a mediator later is asked about as well.
func TestARoleGivenLaterAsksWhoIsMeant(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	m := enrolled(t, d, hall.Mediator{Name: "俞芳", Village: "小港村"})
	h.Add("yu", "俞芳", hall.FrontDesk)
	rows := must[[]hall.StaffRow](t)(d.Staff(ctx))
	row := rows[slices.IndexFunc(rows, func(r hall.StaffRow) bool { return r.Login == "yu" })]
	row.Roles |= hall.RoleMediator
	if err := d.ChangeStaff(ctx, row); code(err) != hall.ErrNamesake {
		t.Fatalf("joined in silence: %v", err)
	}
	if row.As = m.ID; d.ChangeStaff(ctx, row) != nil {
		t.Error("the same person")
	}
	if f := must[hall.MediatorFile](t)(d.Mediator(ctx, m.ID)); f.Mediator.Staff != row.ID {
		t.Errorf("not joined: %+v", f.Mediator)
	}
}

func TestSuggestionsComeWithReasons(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	for _, m := range []hall.Mediator{
		{Name: "章大有", Village: "小港村", Specialities: []string{"neighbours"}},
		{Name: "金阿毛", Village: "前岸村", Knows: "小港村章家", Specialities: []string{"neighbours"}},
		{Name: "沈水根", Village: "小港村"},
		{Name: "俞芳", Village: "远村", Specialities: []string{"land"}},
		{Name: "暂停者", Village: "小港村", Specialities: []string{"neighbours"}},
	} {
		if m = enrolled(t, d, m); m.Name == "暂停者" {
			must[hall.Mediator](t)(d.SetStatus(ctx, m.ID, m.Rev, hall.Suspended, today, "住院"))
		}
	}
	in := must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})))
	got := must[[]hall.Suggestion](t)(d.Suggest(ctx, in.Case, "", 20))
	if len(got) != 5 || got[0].Row.Name != "金阿毛" || got[1].Row.Name != "章大有" || got[3].Row.Name != "沈水根" {
		t.Fatalf("%+v", got)
	}
	first := got[0].Reasons[0]
	if first.Kind != hall.ReasonBoth || first.What != "章家" || got[0].Warned() {
		t.Errorf("the best: %+v", got[0])
	}
	if got[4].Row.Name != "俞芳" || got[4].Score >= got[3].Score {
		t.Errorf("for whom nothing speaks comes after all others: %+v", got[3])
	}
	for _, s := range got {
		if s.Row.Name == "章大有" && (s.Row.Conflict != hall.ConflictFamily || s.Warned() || s.Score < 0) {
			t.Errorf("the same surname and village is a remark: %+v", s)
		}
	}
	for _, s := range got {
		if s.Row.Name == "暂停者" {
			t.Errorf("%s is suggested", s.Row.Name)
		}
	}
	named := must[[]hall.Suggestion](t)(d.Suggest(ctx, in.Case, "暂停", 20))
	if len(named) != 1 || !named[0].Warned() {
		t.Errorf("looked for by name he is marked: %+v", named)
	}
}

func TestWhoIsOnLeaveIsSaid(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	m := enrolled(t, d, hall.Mediator{Name: "金阿毛", Village: "小港村"})
	must[hall.Leave](t)(d.AddLeave(ctx, hall.Leave{Who: hall.DutyRef{Kind: hall.InviteMediator, ID: uint64(m.ID), Name: m.Name}, From: today - 1, To: today + 3,
		Why: "住院"}, ""))
	page := must[hall.RosterPage](t)(d.Roster(ctx, hall.RosterQuery{Text: "金阿毛", Limit: 9}))
	if len(page.Rows) != 1 || page.Rows[0].Away != today+3 {
		t.Errorf("%+v", page.Rows)
	}
	in := must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})))
	for _, s := range must[[]hall.Suggestion](t)(d.Suggest(ctx, in.Case, "", 9)) {
		if s.Row.ID == m.ID && !s.Warned() {
			t.Errorf("suggested as if he were here: %+v", s)
		}
	}
}

func TestBodiesAreFoundByWhatTheyHelpWith(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	for _, b := range []hall.Body{{Name: "农技站", Helps: []string{"environment"}}, {Name: "医调会", Helps: []string{"medical", "damages"}}, {Name: "医疗器械协会"}} {
		must[hall.Body](t)(d.SaveBody(ctx, 0, b))
	}
	for q, want := range map[string]string{"医疗": "医疗器械协会 医调会", "hjwr": "农技站", "medical": "医调会", "旅游": "", "": "农技站 医调会 医疗器械协会"} {
		var names []string
		for _, b := range must[[]hall.Body](t)(d.Bodies(ctx, q, 20)) {
			names = append(names, b.Name)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%q: %q, want %q", q, got, want)
		}
	}
}
