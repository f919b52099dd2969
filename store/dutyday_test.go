package store_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

func ok1(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// clock puts the clock to a time of a day.
func (c *crew) clock(day hall.Day, hour, minute int) {
	c.Clock.Set(day.At(hour*60+minute, c.Settings().Zone))
}

func (c *crew) deskOf(who hall.DutyRef) *store.Desk {
	for _, d := range []*store.Desk{c.head, c.xu, c.yu, c.wang} {
		if ref(d).Same(who) {
			return d
		}
	}
	return nil
}

func TestSignInsAreJoinedToThePlan(t *testing.T) {
	t.Parallel()
	c := inDecember(t)
	state := func(day hall.Day) hall.DutyPlace {
		t.Helper()
		d := must[hall.DutyDay](t)(c.head.DutyDay(ctx, day))
		return d.Rows[0].Places[0]
	}
	row := rows(c.month(t, december, december), hall.DutyHall)[0]
	who := c.deskOf(row.People[0])
	for _, at := range []struct {
		hour, minute int
		want         hall.Attendance
	}{{8, 0, hall.DutyAhead}, {8, 40, hall.DutyAhead}, {8, 41, hall.DutyDue}, {16, 59, hall.DutyDue}, {17, 0, hall.DutyMissed}} {
		if c.clock(december, at.hour, at.minute); state(december).State != at.want {
			t.Errorf("at %d:%02d nobody signed in: %d", at.hour, at.minute, state(december).State)
		}
	}
	c.clock(december, 8, 40) // ten minutes are the grace
	ok1(t, who.DutyIn(ctx))
	if p := state(december); p.State != hall.DutyHere || p.Late != 0 || p.In.IsZero() {
		t.Errorf("in time: %+v", p)
	}
	c.clock(december, 12, 0)
	ok1(t, who.DutyOut(ctx, ""))
	c.clock(december, 13, 30)
	ok1(t, who.DutyIn(ctx)) // again after noon: not late
	if p := state(december); p.State != hall.DutyHere || p.Late != 0 || p.In.Hour() != 8 {
		t.Errorf("back after noon: %+v", p)
	}
	next := rows(c.month(t, december+1, december+1), hall.DutyHall)[0]
	c.clock(december+1, 9, 5)
	ok1(t, c.deskOf(next.People[0]).DutyIn(ctx))
	if p := state(december + 1); p.Late != 35 {
		t.Errorf("35 minutes late: %+v", p)
	}
	if p := state(december); p.State != hall.DutyGone {
		t.Errorf("forgot to sign out: %+v", p)
	}
	other := c.head
	if next.Has(ref(c.head)) {
		other = c.xu
	}
	ok1(t, other.DutyIn(ctx)) // without a plan
	day := must[hall.DutyDay](t)(other.DutyDay(ctx, december+1))
	if len(day.Signed) != 2 || len(day.Extra) != 1 || day.Extra[0].Name != other.Actor().Name || day.Extra[0].Late != 0 || day.Mine == nil {
		t.Errorf("who came without a plan: %+v", day.Extra)
	}
	c.clock(december+5, 9, 0)
	var late, missed, came int
	for _, tally := range c.month(t, december, newYear).Tally[hall.DutyHall] {
		late, missed, came = late+tally.Late, missed+tally.Missed, came+tally.Came
	}
	if late != 1 || came != 2 || missed != 2 { // 3 and 4 December
		t.Errorf("%d came, %d late, %d missed", came, late, missed)
	}
	c.clock(december+3, 9, 0)
	if p := must[hall.DutyPreview](t)(c.head.PlanDuty(ctx, hall.PlanQuery{From: december, To: newYear})); len(p.Changes) != 0 {
		t.Errorf("a plan changes the past: %+v", p.Changes)
	}
}

// A mediator of the roster without an account, and one of the county team, are signed in by
// the front desk; nobody else is.
func TestWhoHasNoAccountIsSignedIn(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	guest := hall.DutyRef{Kind: hall.InviteOther, Name: "沈大伯"}
	c.team(t, hall.DutyHall, guest)
	today := hall.DayOf(c.Now())
	c.plan(t, hall.DutyHall, today, today)
	if err := c.xu.DutyInFor(ctx, guest, 10*60+14, "没有账号"); code(err) != hall.ErrForbidden {
		t.Errorf("signed in by a mediator: %v", err)
	}
	for range 2 {
		ok1(t, c.yu.DutyInFor(ctx, guest, 10*60+14, "没有账号"))
	}
	if err := c.yu.DutyInFor(ctx, ref(c.wang), 10*60+14, "没有账号"); code(err) != hall.ErrNotAsked {
		t.Errorf("who has an account signs in himself: %v", err)
	}
	if err := c.yu.DutyInFor(ctx, hall.DutyRef{Kind: hall.InviteOther, Name: "路人"}, 10*60+14, "没有账号"); code(err) != hall.ErrNotOnShift {
		t.Errorf("who has no duty: %v", err)
	}
	day := must[hall.DutyDay](t)(c.yu.DutyDay(ctx, today))
	if len(day.Signed) != 1 || day.Signed[0].By != "俞芳" || day.Rows[0].Places[0].State != hall.DutyHere || day.Rows[0].Places[0].Late != 104 {
		t.Errorf("%+v, %+v", day.Signed, day.Rows)
	}
	ok1(t, c.yu.DutyOutFor(ctx, day.Signed[0].ID, 10*60+14, "钥匙交窗口", "没有账号"))
	day = must[hall.DutyDay](t)(c.yu.DutyDay(ctx, today))
	if day.Rows[0].Places[0].State != hall.DutyGone || day.Signed[0].Note != "钥匙交窗口" {
		t.Errorf("%+v", day.Signed)
	}
}

// What one hands over the next accepts, does in part, and hands on what is left.
func TestHandoverGoesFromOneToTheNext(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	on := dispute(t, c.head, "章雪琴", "章阿根")
	if err := c.xu.LogDuty(ctx, "有人来问", 0); code(err) != hall.ErrNotOn {
		t.Errorf("wrote the log before signing in: %v", err)
	}
	ok1(t, c.xu.DutyIn(ctx))
	ok1(t, c.xu.LogDuty(ctx, " 章雪琴来问进展 ", on))
	if err := c.xu.LogDuty(ctx, " ", 0); code(err) != hall.ErrRequired {
		t.Errorf("an empty line: %v", err)
	}
	if err := c.xu.LogDuty(ctx, strings.Repeat("长", 1001), 0); code(err) != hall.ErrTooLong {
		t.Errorf("far too long: %v", err)
	}
	if err := c.xu.LogDuty(ctx, "没有这件", 99); code(err) != hall.ErrNotFound {
		t.Errorf("a case that is not there: %v", err)
	}
	ok1(t, c.xu.HandOver(ctx, "钥匙在抽屉", []hall.HandItem{{What: "给章阿根打电话", Case: on}, {What: "  "}, {What: "修会诊室的灯"}}))
	day := must[hall.DutyDay](t)(c.wang.DutyDay(ctx, hall.DayOf(c.Now())))
	if len(day.Open) != 1 || len(day.Open[0].Items) != 2 || day.Open[0].Items[0].Number != "(2026)百调字第1号" || day.Open[0].Name != "徐建国" {
		t.Fatalf("%+v", day.Open)
	}
	if log := day.Signed[0].Log; len(log) != 1 || log[0].What != "章雪琴来问进展" || log[0].Number != "(2026)百调字第1号" {
		t.Errorf("the log: %+v", log)
	}
	from := day.Open[0].Shift
	c.Clock.Add(24 * time.Hour)
	if err := c.wang.AcceptHandover(ctx, from); code(err) != hall.ErrNotOn {
		t.Errorf("accepted before signing in: %v", err)
	}
	ok1(t, c.wang.DutyIn(ctx))
	ok1(t, c.wang.AcceptHandover(ctx, from, 0))
	if err := c.wang.AcceptHandover(ctx, from, 0); code(err) != hall.ErrItemTaken {
		t.Errorf("accepted twice: %v", err)
	}
	day = must[hall.DutyDay](t)(c.yu.DutyDay(ctx, hall.DayOf(c.Now())))
	if len(day.Open) != 1 || day.Open[0].Items[0].AcceptedBy != "王值班" || !day.Open[0].Items[1].Open() {
		t.Errorf("one accepted, one open: %+v", day.Open)
	}
	ok1(t, c.wang.AcceptHandover(ctx, from)) // all that is left
	day = must[hall.DutyDay](t)(c.wang.DutyDay(ctx, hall.DayOf(c.Now())))
	if len(day.Open) != 0 || len(day.Mine.Took) != 2 || day.Mine.Took[1].FromName != "徐建国" {
		t.Errorf("all accepted: %+v", day.Mine)
	}
	if err := c.wang.DoneItem(ctx, 1, ""); code(err) != hall.ErrRequired {
		t.Errorf("done without a word: %v", err)
	}
	ok1(t, c.wang.DoneItem(ctx, 1, "电工来过"))
	if err := c.wang.DoneItem(ctx, 1, "又来过"); code(err) != hall.ErrItemOver {
		t.Errorf("done twice: %v", err)
	}
	if err := c.wang.DoneItem(ctx, 7, "?"); code(err) != hall.ErrNotFound {
		t.Errorf("an item that is not there: %v", err)
	}
	ok1(t, c.wang.HandOver(ctx, "", []hall.HandItem{{What: "收发室有信"}}))
	day = must[hall.DutyDay](t)(c.yu.DutyDay(ctx, hall.DayOf(c.Now())))
	if len(day.Open) != 1 || len(day.Open[0].Items) != 2 || day.Open[0].Items[0].What != "给章阿根打电话" || day.Open[0].Items[0].Since != hall.DayOf(storetest.Start()) {
		t.Errorf("what is not done goes on, what is done does not: %+v", day.Open)
	}
	before := must[hall.DutyDay](t)(c.yu.DutyDay(ctx, hall.DayOf(storetest.Start())))
	if i := before.Signed[0].Items[1]; i.Result != "电工来过" || i.DoneBy != "王值班" {
		t.Errorf("who handed it over does not see what became of it: %+v", i)
	}
	c.Reopen()
	c.MustCheck()
}

// A confidential case is named in no log by who may not see it.
func TestLogNamesNoCaseThatMayNotBeSeen(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Confidential = true
	on := must[hall.IntakeResult](t)(c.head.FinishIntake(ctx, 0, in)).Case
	ok1(t, c.wang.DutyIn(ctx))
	if err := c.wang.LogDuty(ctx, "看了一眼", on); code(err) != hall.ErrClosedCase {
		t.Errorf("%v", err)
	}
	if err := c.wang.HandOver(ctx, "", []hall.HandItem{{What: "看", Case: on}}); code(err) != hall.ErrClosedCase {
		t.Errorf("%v", err)
	}
}

// The county team comes: who came that day, what it takes on, what it hands back.
func TestRotationDay(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	guest := hall.DutyRef{Kind: hall.InviteOther, Name: "何律师"}
	c.team(t, hall.DutyCounty, guest)
	today := hall.DayOf(c.Now())
	visit := must[hall.Shift](t)(c.head.AddDuty(ctx, hall.Shift{Kind: hall.DutyCounty, Day: today, Township: c.Settings().Name, People: []hall.DutyRef{guest}},
		"下沉"))
	seen(t, c.head, "来访甲", false)
	on := dispute(t, c.head, "章雪琴", "章阿根")
	took := []hall.DutyCase{{Case: on, What: "两镇共用水井", Who: "何律师"}}
	if _, err := c.xu.SaveRotation(ctx, visit.ID, visit.Rev, took, nil); code(err) != hall.ErrNotOnShift {
		t.Errorf("written by a mediator who was not there: %v", err)
	}
	visit = must[hall.Shift](t)(c.yu.SaveRotation(ctx, visit.ID, visit.Rev, took, []hall.DutyCase{{Number: "(2026)县调字第8号", What: "退回补证据", Who: "徐建国"}}))
	if _, err := c.yu.SaveRotation(ctx, visit.ID, visit.Rev-1, nil, nil); code(err) != hall.ErrConflict {
		t.Errorf("over another's: %v", err)
	}
	day := must[hall.DutyDay](t)(c.yu.DutyDay(ctx, today))
	if len(day.Visits) == 0 || day.Visits[0].Who != "来访甲" {
		t.Errorf("who came: %+v", day.Visits)
	}
	got := day.Rows[0]
	if len(got.Took) != 1 || got.Took[0].Number != "(2026)百调字第1号" || got.Took[0].By != "俞芳" || len(got.Back) != 1 || got.Back[0].Number != "(2026)县调字第8号" {
		t.Errorf("%+v, %+v", got.Took, got.Back)
	}
	future := must[hall.Shift](t)(c.head.AddDuty(ctx, hall.Shift{Kind: hall.DutyCounty, Day: today + 1, Township: c.Settings().Name,
		People: []hall.DutyRef{guest}}, "下沉"))
	if _, err := c.yu.SaveRotation(ctx, future.ID, future.Rev, took, nil); code(err) != hall.ErrDayFuture {
		t.Errorf("before the day: %v", err)
	}
}

func TestMyDutyListsTheNextShifts(t *testing.T) {
	t.Parallel()
	c := inDecember(t)
	mine := must[[]hall.DutyRow](t)(c.xu.MyDuty(ctx, december, 3))
	if len(mine) != 3 || !mine[0].Mine || mine[0].ID != c.shiftOf(t, ref(c.xu), december).ID || mine[1].Day <= mine[0].Day {
		t.Errorf("%+v", mine)
	}
	if off := must[[]hall.DutyRow](t)(c.wang.MyDuty(ctx, newYear+1, 3)); len(off) != 0 {
		t.Errorf("after all that is planned: %+v", off)
	}
}

// Who forgets to sign out takes nothing home: the next day what he had accepted waits for
// whoever comes, himself too.
func TestNothingIsLostWithWhoForgetsToSignOut(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	ok1(t, c.xu.DutyIn(ctx))
	ok1(t, c.xu.HandOver(ctx, "", []hall.HandItem{{What: "修会诊室的灯"}}))
	open := func() []hall.OpenHandover {
		t.Helper()
		return must[hall.DutyDay](t)(c.yu.DutyDay(ctx, hall.DayOf(c.Now()))).Open
	}
	ok1(t, c.wang.DutyIn(ctx))
	ok1(t, c.wang.AcceptHandover(ctx, open()[0].Shift))
	if got := open(); len(got) != 0 {
		t.Errorf("he is still there and has it: %+v", got)
	}
	c.Clock.Add(24 * time.Hour)
	got := open()
	if len(got) != 1 || got[0].Name != "王值班" || len(got[0].Items) != 1 || !got[0].Items[0].Open() {
		t.Fatalf("the next day: %+v", got)
	}
	ok1(t, c.wang.DutyIn(ctx))
	ok1(t, c.wang.AcceptHandover(ctx, got[0].Shift, 0))
	if len(open()) != 0 {
		t.Errorf("accepted, and waits all the same: %+v", open())
	}
	if day := must[hall.DutyDay](t)(c.wang.DutyDay(ctx, hall.DayOf(c.Now()))); len(day.Mine.Took) != 1 {
		t.Errorf("%+v", day.Mine)
	}
	c.Reopen()
	c.MustCheck()
}

// What a log and a handover say of a confidential case is read by those who may see the case,
// and by nobody else, wherever it stands; who may not see it loses none of it either.
func TestWhatIsHandedOverOfAConfidentialCaseIsNotRead(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	today := hall.DayOf(c.Now())
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Confidential = true
	secret := must[hall.IntakeResult](t)(c.head.FinishIntake(ctx, 0, in)).Case
	guest := hall.DutyRef{Kind: hall.InviteOther, Name: "何律师"}
	visit := must[hall.Shift](t)(c.head.AddDuty(ctx, hall.Shift{Kind: hall.DutyCounty, Day: today, Township: c.Settings().Name, People: []hall.DutyRef{guest}},
		"下沉"))
	visit = must[hall.Shift](t)(c.head.SaveRotation(ctx, visit.ID, visit.Rev, []hall.DutyCase{{Case: secret, What: "某人来哭诉"}}, nil))
	ok1(t, c.head.DutyIn(ctx))
	ok1(t, c.head.LogDuty(ctx, "某人来哭诉", secret))
	ok1(t, c.head.HandOver(ctx, "", []hall.HandItem{{What: "劝某人报警", Case: secret}, {What: "修灯"}}))
	seen := func(d *store.Desk) string {
		month := must[hall.DutyMonth](t)(d.DutyMonth(ctx, today, today))
		return fmt.Sprint(must[hall.DutyDay](t)(d.DutyDay(ctx, today)), must[hall.Board](t)(d.Board(ctx)).Handed, must[[]hall.SignIn](t)(d.Duty(ctx, today)),
			month.Days[0].Rows, must[hall.DutyRow](t)(d.DutyRow(ctx, visit.ID)))
	}
	if all := seen(c.yu); strings.Contains(all, "某人") || !strings.Contains(all, "修灯") {
		t.Error(all)
	}
	if all := seen(c.head); strings.Count(all, "某人") < 6 {
		t.Error(all)
	}
	took := must[hall.DutyRow](t)(c.yu.DutyRow(ctx, visit.ID)).Took
	must[hall.Shift](t)(c.yu.SaveRotation(ctx, visit.ID, visit.Rev, append(took, hall.DutyCase{What: "修井"}), nil))
	if all := seen(c.head); !strings.Contains(all, "修井") || strings.Count(all, "某人") < 6 {
		t.Errorf("what could not be read was lost: %s", all)
	}
}

// On paper what concerns a confidential case is said in no word.
func TestTheRecordForPaperHidesWhatIsConfidential(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Confidential, in.Risk, in.Measures = true, hall.RiskHigh, "带了刀"
	secret := must[hall.IntakeResult](t)(c.head.FinishIntake(ctx, 0, in)).Case
	ok1(t, c.head.DutyIn(ctx))
	ok1(t, c.head.LogDuty(ctx, "某人来哭诉", secret))
	ok1(t, c.head.LogDuty(ctx, "修灯", 0))
	ok1(t, c.head.HandOver(ctx, "", []hall.HandItem{{What: "劝某人报警", Case: secret}}))
	all, warned, err := c.head.DutyRecord(ctx, hall.DayOf(c.Now()))
	ok1(t, err)
	if len(warned) != 0 {
		t.Errorf("the paper tells of its danger: %+v", warned)
	}
	s := all[0]
	if s.Log[0].What != "" || s.Log[1].What != "修灯" || s.Items[0].What != "" || s.Items[0].Number == "" {
		t.Errorf("%+v", s)
	}
}

// The board says who is planned, what waits to be accepted, and when the county team comes.
func TestTheBoardTellsOfDuty(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	today := hall.DayOf(c.Now())
	c.team(t, hall.DutyHall, ref(c.xu))
	c.plan(t, hall.DutyHall, today, today+1)
	guest := hall.DutyRef{Kind: hall.InviteOther, Name: "何律师"}
	visit := must[hall.Shift](t)(c.head.AddDuty(ctx, hall.Shift{Kind: hall.DutyCounty, Day: today + 2, Township: c.Settings().Name,
		People: []hall.DutyRef{guest}}, "下沉"))
	ok1(t, c.wang.DutyIn(ctx))
	ok1(t, c.wang.HandOver(ctx, "", []hall.HandItem{{What: "修会诊室的灯"}}))
	b := must[hall.Board](t)(c.yu.Board(ctx))
	if len(b.Rota) != 1 || b.Rota[0].Places[0].State != hall.DutyDue || b.Visit != today+2 || len(b.Handed) != 1 {
		t.Errorf("%+v, %v, %+v", b.Rota, b.Visit, b.Handed)
	}
	next := must[hall.DutyDay](t)(c.yu.DutyDay(ctx, today)).Next
	if len(next) != 2 || next[0].Day != today+1 || next[0].People[0].Name != "徐建国" || next[1].ID != visit.ID {
		t.Errorf("who is next: %+v", next)
	}
}

// Who signs out and in again is on duty, and is one person: to the plan, to a plan that is made
// since, and without any.
func TestWhoSignsInAgainIsOnePersonOnDuty(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	today := hall.DayOf(c.Now())
	c.clock(today, 8, 14)
	ok1(t, c.xu.DutyIn(ctx))
	c.clock(today, 10, 14)
	ok1(t, c.xu.DutyOut(ctx, ""))
	ok1(t, c.xu.DutyIn(ctx))
	d := must[hall.DutyDay](t)(c.head.DutyDay(ctx, today))
	if len(d.Extra) != 1 || !d.Extra[0].Out.IsZero() || d.Extra[0].In.Hour() != 8 {
		t.Errorf("without a plan: %+v", d.Extra)
	}
	if b := hall.Stays(must[hall.Board](t)(c.head.Board(ctx)).OnDuty); len(b) != 1 || !b[0].Out.IsZero() {
		t.Errorf("the board: %+v", b)
	}
	must[hall.Shift](t)(c.head.AddDuty(ctx, hall.Shift{Day: today, People: []hall.DutyRef{ref(c.xu)}}, "补排"))
	d = must[hall.DutyDay](t)(c.head.DutyDay(ctx, today))
	if len(d.Extra) != 0 || d.Rows[0].Places[0].State != hall.DutyHere {
		t.Errorf("planned since: %+v, %+v", d.Rows, d.Extra)
	}
}

// What was accepted by mistake is given back: at once within ten minutes, later with a reason. It waits again
// where it came from, and both say who gave it back.
func TestWhatWasAcceptedByMistakeIsGivenBack(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	today := hall.DayOf(c.Now())
	ok1(t, c.wang.DutyIn(ctx))
	ok1(t, c.wang.HandOver(ctx, "", []hall.HandItem{{What: "修灯"}, {What: "打电话"}}))
	if err := c.xu.ReturnItem(ctx, 0, ""); code(err) != hall.ErrNotOn {
		t.Errorf("not on duty: %v", err)
	}
	ok1(t, c.xu.DutyIn(ctx))
	ok1(t, c.xu.AcceptHandover(ctx, must[hall.DutyDay](t)(c.xu.DutyDay(ctx, today)).Open[0].Shift))
	ok1(t, c.xu.ReturnItem(ctx, 0, ""))
	if err := c.xu.ReturnItem(ctx, 0, ""); code(err) != hall.ErrItemOver {
		t.Errorf("twice: %v", err)
	}
	day := must[hall.DutyDay](t)(c.xu.DutyDay(ctx, today))
	if day.Pending() != 1 || day.Waiting() != 1 || day.Open[0].Items[0].ReturnedBy != "徐建国" || day.Mine.Took[0].Returned.IsZero() {
		t.Errorf("%+v, %+v", day.Open, day.Mine.Took)
	}
	c.Clock.Add(11 * time.Minute)
	if err := c.xu.ReturnItem(ctx, 1, " "); code(err) != hall.ErrReason {
		t.Errorf("later without a reason: %v", err)
	}
	ok1(t, c.xu.ReturnItem(ctx, 1, "不归我管"))
	ok1(t, c.yu.DutyIn(ctx))
	open := must[hall.DutyDay](t)(c.yu.DutyDay(ctx, today)).Open
	if len(open) != 1 || open[0].Items[1].Why != "不归我管" {
		t.Fatalf("%+v", open)
	}
	ok1(t, c.yu.AcceptHandover(ctx, open[0].Shift))
	if day := must[hall.DutyDay](t)(c.yu.DutyDay(ctx, today)); day.Pending() != 2 || day.Waiting() != 0 {
		t.Errorf("accepted anew: %+v", day.Mine.Took)
	}
	ok1(t, c.xu.DutyOut(ctx, ""))
	if day := must[hall.DutyDay](t)(c.yu.DutyDay(ctx, today)); day.Waiting() != 0 {
		t.Errorf("what was given back is handed on a second time: %+v", day.Open)
	}
	c.MustCheck()
}
