package store_test

import (
	"strings"
	"testing"

	"sizhen/store"
	"sizhen/store/hall"
)

// A sign-in is put right by the head, with what stood before; times that cannot have been are refused.
func TestASignInIsCorrected(t *testing.T) {
	t.Parallel()
	c := inDecember(t)
	shift := rows(c.month(t, december, december), hall.DutyHall)[0]
	who := c.deskOf(shift.People[0])
	c.clock(december, 9, 30)
	ok1(t, who.DutyIn(ctx))
	c.clock(december, 12, 0)
	ok1(t, who.HandOver(ctx, "钥匙在抽屉", nil))
	c.clock(december, 13, 0)
	ok1(t, who.DutyIn(ctx))
	signed := must[[]hall.SignIn](t)(c.head.Duty(ctx, december))
	first, second := signed[0], signed[1]
	if first.Late != 60 || first.Early != 0 || second.Late != 0 {
		t.Fatalf("an hour late, and back after noon: %+v, %+v", first, second)
	}
	other := c.xu
	if other == who {
		other = c.yu
	}
	fix := func(in, out int) hall.SignInFix { return hall.SignInFix{In: in, Out: out, Duty: first.Duty} }
	if _, err := other.CorrectSignIn(ctx, first.ID, first.Rev, fix(8*60, 12*60), "记错"); code(err) != hall.ErrForbidden {
		t.Errorf("corrected by a colleague: %v", err)
	}
	for _, try := range []struct {
		fix  hall.SignInFix
		why  string
		want hall.Code
	}{
		{fix(8*60, 12*60), " ", hall.ErrReason}, {fix(0, 12*60), "记错", hall.ErrRequired}, {fix(8*60, 0), "记错", hall.ErrRequired},
		{fix(12*60+30, 12*60), "记错", hall.ErrOutBefore}, {fix(8*60, 13*60+1), "记错", hall.ErrDayFuture},
		{fix(9*60+30, 12*60), "记错", hall.ErrSame}, {hall.SignInFix{In: 8 * 60, Out: 12 * 60, Duty: 9999}, "记错", hall.ErrDutyOff},
	} {
		if _, err := c.head.CorrectSignIn(ctx, first.ID, first.Rev, try.fix, try.why); code(err) != try.want {
			t.Errorf("%+v: %v, not %s", try.fix, err, try.want)
		}
	}
	if _, err := c.head.CorrectSignIn(ctx, second.ID, second.Rev, fix(11*60, 0), "记错"); code(err) != hall.ErrOnThen {
		t.Errorf("twice on duty at a time: %v", err)
	}
	now := must[hall.SignIn](t)(c.head.CorrectSignIn(ctx, first.ID, first.Rev, fix(8*60+25, 12*60), "电脑没开"))
	if now.Late != 0 || now.In.Hour() != 8 || len(now.Corrections) != 1 || !strings.Contains(now.Corrections[0].Old, "09:30") || now.Note != "钥匙在抽屉" {
		t.Errorf("%+v", now)
	}
}

// A sign-out that was forgotten is written down by whose it is; what was accepted goes on.
func TestAForgottenSignOutIsWrittenDown(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	today := hall.DayOf(c.Now())
	ok1(t, c.wang.DutyIn(ctx))
	ok1(t, c.wang.HandOver(ctx, "", []hall.HandItem{{What: "修灯"}}))
	ok1(t, c.xu.DutyIn(ctx))
	ok1(t, c.xu.AcceptHandover(ctx, must[hall.DutyDay](t)(c.xu.DutyDay(ctx, today)).Open[0].Shift))
	mine := *must[hall.DutyDay](t)(c.xu.DutyDay(ctx, today)).Mine
	if _, err := c.xu.EndSignIn(ctx, mine.ID, mine.Rev, 10*60+14, "忘了"); code(err) != hall.ErrStillOn {
		t.Errorf("today's is ended by signing out: %v", err)
	}
	c.clock(today+1, 9, 0)
	if day := must[hall.DutyDay](t)(c.xu.DutyDay(ctx, today+1)); day.Forgot != today {
		t.Errorf("nobody says that it is missing: %v", day.Forgot)
	}
	if _, err := c.yu.EndSignIn(ctx, mine.ID, mine.Rev, 17*60, "忘了"); code(err) != hall.ErrOwnSignIn {
		t.Errorf("by a colleague: %v", err)
	}
	if _, err := c.xu.EndSignIn(ctx, mine.ID, mine.Rev, 0, "忘了"); code(err) != hall.ErrRequired {
		t.Errorf("at no time: %v", err)
	}
	now := must[hall.SignIn](t)(c.xu.EndSignIn(ctx, mine.ID, mine.Rev, 16*60+50, "忘了"))
	if now.Out.Hour() != 16 || len(now.Corrections) != 1 || now.Corrections[0].Field != "Out" {
		t.Errorf("%+v", now)
	}
	if open := must[hall.DutyDay](t)(c.yu.DutyDay(ctx, today+1)).Open; len(open) != 1 || open[0].Items[0].What != "修灯" {
		t.Errorf("what was accepted waits for the next: %+v", open)
	}
	if day := must[hall.DutyDay](t)(c.xu.DutyDay(ctx, today+1)); day.Forgot != 0 {
		t.Errorf("still said to be missing: %v", day.Forgot)
	}
}

// A shift that was kept and not signed is written down later, by the person or by the head: with the
// times, who wrote it and why. The day, the month and the figures follow.
func TestAMissingSignInIsWrittenDownLater(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	guest := hall.DutyRef{Kind: hall.InviteOther, Name: "沈大伯"}
	shift := must[hall.Shift](t)(c.head.AddDuty(ctx, hall.Shift{Day: december, People: []hall.DutyRef{ref(c.xu), ref(c.wang), guest}}, "加班"))
	c.clock(december, 18, 0)
	if _, err := c.xu.DutyInLate(ctx, shift.ID, ref(c.xu), 8*60+30, 17*60, "忘了"); code(err) != hall.ErrNotMissed {
		t.Errorf("on the day itself: %v", err)
	}
	c.clock(december+2, 9, 0)
	for _, try := range []struct {
		by      *store.Desk
		who     hall.DutyRef
		in, out int
		why     string
		want    hall.Code
	}{
		{c.yu, ref(c.xu), 8*60 + 30, 17 * 60, "忘了", hall.ErrOwnSignIn}, {c.xu, guest, 8*60 + 30, 17 * 60, "忘了", hall.ErrOwnSignIn},
		{c.head, ref(c.yu), 8*60 + 30, 17 * 60, "忘了", hall.ErrNotOnShift}, {c.head, ref(c.xu), 0, 17 * 60, "忘了", hall.ErrRequired},
		{c.head, ref(c.xu), 8*60 + 30, 0, "忘了", hall.ErrRequired}, {c.head, ref(c.xu), 17 * 60, 8 * 60, "忘了", hall.ErrOutBefore},
		{c.head, ref(c.xu), 8*60 + 30, 17 * 60, " ", hall.ErrReason},
	} {
		if _, err := try.by.DutyInLate(ctx, shift.ID, try.who, try.in, try.out, try.why); code(err) != try.want {
			t.Errorf("%s writes for %s: %v, not %s", try.by.Actor().Name, try.who.Name, err, try.want)
		}
	}
	in := must[hall.SignIn](t)(c.xu.DutyInLate(ctx, shift.ID, ref(c.xu), 9*60+30, 17*60, "电脑没开"))
	if in.Day != december || in.Late != 60 || in.Early != 0 || in.By != in.Name || in.Why != "电脑没开" ||
		!in.Entered.Equal(c.Now()) || in.Staff == 0 {
		t.Errorf("%+v", in)
	}
	if _, err := c.head.DutyInLate(ctx, shift.ID, ref(c.xu), 8*60, 17*60, "记错"); code(err) != hall.ErrOnAlready {
		t.Errorf("twice: %v", err)
	}
	must[hall.SignIn](t)(c.yu.DutyInLate(ctx, shift.ID, guest, 8*60+30, 17*60, "没有账号"))
	day := must[hall.DutyDay](t)(c.head.DutyDay(ctx, december))
	if p := day.Rows[0].Places; p[0].State != hall.DutyGone || p[0].Late != 60 || p[1].State != hall.DutyMissed ||
		p[2].State != hall.DutyGone || len(day.Extra) != 0 {
		t.Errorf("%+v", day.Rows[0].Places)
	}
	for _, r := range must[[]hall.AttendanceRow](t)(c.head.Attendance(ctx, december, newYear)) {
		if r.Who.Same(ref(c.xu)) && (r.Came != 1 || r.Missed != 0 || r.Late != 1 || r.Entered != 1) {
			t.Errorf("%+v", r)
		}
	}
	c.MustCheck()
}

// The head signs in a colleague whose account lies idle, at the time that is typed; who was signed in so
// signs out alone.
func TestTheHeadSignsAColleagueIn(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	today := hall.DayOf(c.Now())
	must[hall.Shift](t)(c.head.AddDuty(ctx, hall.Shift{Day: today, People: []hall.DutyRef{ref(c.xu), ref(c.wang)}}, "加班"))
	ok1(t, c.head.DutyInFor(ctx, ref(c.xu), 8*60+30, "在外面调解"))
	signed := must[hall.DutyDay](t)(c.xu.DutyDay(ctx, today))
	if signed.Mine == nil || signed.Mine.Late != 0 || signed.Mine.By != "陈芳" || signed.Mine.Why != "在外面调解" {
		t.Fatalf("%+v", signed.Signed)
	}
	if err := c.wang.DutyOutFor(ctx, signed.Mine.ID, 10*60, "", "先走了"); code(err) != hall.ErrNotAsked {
		t.Errorf("signed out by a colleague: %v", err)
	}
	ok1(t, c.xu.DutyOut(ctx, ""))
	ok1(t, c.wang.DutyIn(ctx))
	mine := must[hall.DutyDay](t)(c.wang.DutyDay(ctx, today)).Mine
	ok1(t, c.head.DutyOutFor(ctx, mine.ID, 10*60+14, "", "送医院了"))
	if day := must[hall.DutyDay](t)(c.head.DutyDay(ctx, today)); day.Rows[0].Places[1].State != hall.DutyGone || day.Signed[1].OutBy != "陈芳" {
		t.Errorf("%+v", day.Signed)
	}
}
