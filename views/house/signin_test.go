package house_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/house/signin"
	"sizhen/views/text"
)

// door is a list of accounts, all with the password "right".
type door struct {
	rows   []hall.StaffRow
	refuse error
	tries  int
}

func (d *door) Accounts(context.Context) ([]hall.StaffRow, error) { return d.rows, nil }

func (d *door) Glance(context.Context) (hall.Glance, error) {
	return hall.Glance{Waiting: 4, Booked: 3, Joints: 1, Next: 13*60 + 30, Visits: 2, OnDuty: 1}, nil
}

func (d *door) Tried(context.Context, hall.StaffID) (hall.Tries, error) { return hall.Tries{}, nil }

func (d *door) Unlock(ctx context.Context, _ hall.StaffID, login, password string) (hall.Actor, error) {
	return d.SignIn(ctx, login, password)
}

func (d *door) SignIn(_ context.Context, login, password string) (hall.Actor, error) {
	d.tries++
	switch {
	case d.refuse != nil:
		return hall.Actor{}, d.refuse
	case password != "right":
		return hall.Actor{}, hall.Refuse(hall.ErrSignIn)
	}
	for _, r := range d.rows {
		if r.Login == login {
			return hall.Actor{Staff: r.ID, Name: r.Name, Roles: r.Roles}, nil
		}
	}
	return hall.Actor{}, hall.Refuse(hall.ErrSignIn)
}

func rows() []hall.StaffRow {
	return []hall.StaffRow{
		{ID: 1, Login: "chenfang", Name: "陈芳", Roles: hall.FrontDesk | hall.Admin}, {ID: 2, Login: "xu", Name: "徐建国", Roles: hall.RoleMediator},
		{ID: 3, Login: "alim", Name: "阿卜杜拉·买买提", Roles: hall.DutyOfficer},
	}
}

// person presses keys at the door.
type person struct {
	t    *testing.T
	v    *signin.View
	env  *views.Env
	done *signin.Done
	fail error
}

func at(t *testing.T, d *door, lang text.Lang, locked *hall.Actor) *person {
	t.Helper()
	env := apptest.Env(lang, 0)
	p := &person{t: t, env: env}
	toggle := func() { env.Lang = 1 - env.Lang }
	if p.v = signin.New(env, d, toggle); locked != nil {
		p.v = signin.Locked(env, d, toggle, *locked, false)
	}
	p.run(p.v.Load())
	return p
}

func (p *person) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case signin.Done:
		p.done = &m
	case views.FailMsg:
		p.fail = m.Err
	default:
		p.run(p.v.Update(m))
	}
}

func (p *person) press(keys ...string) *person {
	for _, k := range keys {
		p.run(p.v.Update(apptest.Key(k)))
	}
	return p
}

func (p *person) typed(s string) *person {
	for _, r := range s {
		p.run(p.v.Update(tea.KeyPressMsg{Text: string(r), Code: r}))
	}
	return p
}

func (p *person) see(want string) *person {
	p.t.Helper()
	if s := apptest.Plain(p.v.Draw(80, 20)); !strings.Contains(s, want) {
		p.t.Fatalf("%q is not shown:\n%s", want, s)
	}
	return p
}

func TestWhoIsChosenAndSignsIn(t *testing.T) {
	for _, keys := range [][]string{{"2"}, {"down", "enter"}, {"pgdown", "up", "enter"}, {"1", "esc", "2"}} {
		p := at(t, &door{rows: rows()}, text.Zh, nil).press(keys...).see("徐建国  调解员").typed("right").press("enter")
		if p.done == nil || p.done.Actor.Staff != 2 {
			t.Errorf("%v: signed in as %+v", keys, p.done)
		}
	}
	if p := at(t, &door{rows: rows()[:1]}, text.Zh, nil).see("密码").typed("right").press("enter"); p.done == nil {
		t.Error("the only account has to be chosen")
	}
}

func TestPasswordIsNeverShownAndForgottenAfterATry(t *testing.T) {
	p := at(t, &door{rows: rows()}, text.Zh, nil).press("1").typed("wrong")
	if s := apptest.Plain(p.v.Draw(80, 20)); strings.Contains(s, "wrong") || strings.Contains(s, "w") {
		t.Errorf("the password is shown:\n%s", s)
	}
	p.press("enter").see("密码不对").typed("right").press("enter")
	if p.done == nil {
		t.Error("the wrong password still stands in the field")
	}
}

func TestWhyNotIsSaid(t *testing.T) {
	d := &door{rows: rows()}
	p := at(t, d, text.Zh, nil).press("1").typed("陈芳123").press("enter").see("请关掉中文")
	d.refuse = hall.Refuse(hall.ErrSlowDown, "seconds", 16)
	p.typed("right").press("enter").see("16")
	d.refuse = hall.Refuse(hall.ErrSuspended)
	p.typed("right").press("enter").see(string([]rune(text.Err(d.refuse).In(text.Zh))[:8]))
	d.refuse = errors.New("disk on fire")
	if p.typed("right").press("enter"); p.fail != d.refuse || p.done != nil {
		t.Errorf("failed with %v", p.fail)
	}
}

func TestLockAsksForItsOwnPersonFirst(t *testing.T) {
	d := &door{rows: rows()}
	p := at(t, d, text.Zh, &hall.Actor{Staff: 2, Name: "徐建国"}).see("徐建国 锁上了屏幕").see("密码")
	p.press("esc").see("请选您的名字")
	d.rows = append(d.rows, hall.StaffRow{ID: 4, Login: "new", Name: "新来的"})
	p.run(p.v.Load())
	p.see("请选您的名字").see("新来的").press("tab").see("4 新来的").press("4").typed("ri")
	p.run(p.v.Load()) // a change meanwhile leaves what is typed alone
	if p.typed("ght").press("enter"); p.done == nil || p.done.Actor.Staff != 4 {
		t.Errorf("signed in as %+v", p.done)
	}
}

// Nobody was told the sample's passwords: they stand below the field, and only there.
func TestTheSampleSaysItsPassword(t *testing.T) {
	for lang, want := range map[text.Lang]string{text.Zh: "每个账号的密码都是 12345678", text.En: "every account has the password"} {
		p := at(t, &door{rows: rows()}, lang, nil)
		p.env.Settings.Demo = true
		p.press("1").see(want).see(hall.SamplePassword).typed("wrong").press("enter").see(want)
		p.env.Settings.Demo = false
		if s := apptest.Plain(p.v.Draw(80, 20)); strings.Contains(s, hall.SamplePassword) {
			t.Errorf("a hall of its own says a password:\n%s", s)
		}
	}
}

func TestFramesOfSignin(t *testing.T) {
	long := &door{rows: []hall.StaffRow{{ID: 1, Login: "a", Name: strings.Repeat("阿卜杜拉·买买提", 9), Roles: 0x1f}}}
	for i := range 300 {
		long.rows = append(long.rows, hall.StaffRow{ID: hall.StaffID(i + 2), Login: fmt.Sprint(i), Name: fmt.Sprintf("𠮷%d", i), Roles: 0x1f})
	}
	doors := map[string]*door{"empty": {}, "sample": {rows: rows()}, "extreme": long}
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for name, d := range doors {
			for _, size := range apptest.Sizes() {
				for _, locked := range []*hall.Actor{nil, {Staff: 1, Name: strings.Repeat("阿卜杜拉·买买提", 9)}} {
					p := at(t, d, lang, locked)
					for _, keys := range [][]string{nil, {"esc"}, {"pgdown", "pgdown"}, {"1"}, {"x", "enter"}} {
						apptest.Fits(t, fmt.Sprint(name, lang, size, keys), p.press(keys...).v.Draw(size[0], size[1]), size[0], size[1])
					}
				}
			}
		}
	}
}

func TestCursorStandsBehindTheWordBeingTyped(t *testing.T) {
	p := at(t, &door{rows: rows()}, text.Zh, nil).press("1")
	before := p.v.Draw(80, 20).Cursor
	after := p.typed("abc").v.Draw(80, 20).Cursor
	if before == nil || after == nil || after.X != before.X+3 || after.Y != before.Y {
		t.Errorf("cursor from %v to %v", before, after)
	}
}

// Whoever stands before a locked screen sees how much there is today, and no party's name.
func TestTheLockShowsFiguresAndNoNames(t *testing.T) {
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	if _, err := d.FinishIntake(context.Background(), 0, storetest.Intake(hall.Ending{Outcome: hall.SeenNow})); err != nil {
		t.Fatal(err)
	}
	apptest.New(t, h).Press("f3").Press("ctrl+l").Expect("锁上了屏幕", "候诊 1 人").ExpectNot("章雪琴", "预约")
	on := hall.DayOf(h.Now())
	if _, err := d.FinishIntake(context.Background(), 0,
		storetest.Intake(hall.Ending{Outcome: hall.Booked, Slot: hall.Slot{Day: on, From: 810, To: 870}, Room: "一室"})); err != nil {
		t.Fatal(err)
	}
	apptest.New(t, h).Press("ctrl+l").Expect("候诊 1 人、还有预约 1 场、下一场 13:30").ExpectNot("章雪琴", "滴水")
	h.Clock.Set(on.At(18*60, h.Now().Location()))
	apptest.New(t, h).Press("ctrl+l").Expect("候诊 1 人").ExpectNot("预约", "13:30")
}

func TestEnterAloneIsNoTry(t *testing.T) {
	d := &door{rows: rows()}
	p := at(t, d, text.Zh, nil).press("1", "enter")
	if s := apptest.Plain(p.v.Draw(80, 20)); strings.Contains(s, "密码不对") || !strings.Contains(s, "打密码，按 Enter") {
		t.Errorf("shown:\n%s", s)
	}
	if d.tries != 0 {
		t.Errorf("%d tries were counted", d.tries)
	}
}

// All accounts can be come to: what does not fit in the window is counted, and typing finds.
func TestEveryAccountCanBeFound(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	for i, name := range []string{"俞芳", "金阿毛", "沈月娥", "王凤仙", "许蓓", "杨婉珍", "吴金花", "陈福生", "潘利明", "裘敏", "阮犇", "欧阳平", "章雪琴", "柴敏", "高素珍"} {
		h.Add(fmt.Sprint("u", i), name, hall.FrontDesk)
	}
	d := apptest.Open(t, h, apptest.Options{}).Expect("还有", "行 ↓", "打姓名或首字母就查")
	d.Type("gsz").Expect("高素珍").ExpectNot("俞芳", "还有").Press("enter").Expect("密码")
	d.Press("esc").Type("没有").Expect("没有这样的账号").Press("esc").Expect("俞芳")
	d.Type("章雪").Press("enter").Expect("章雪琴", "密码")
}

// Who comes back to a locked screen types the password, whatever somebody pressed meanwhile.
func TestAPasswordIsNeverShownOnTheLock(t *testing.T) {
	p := at(t, &door{rows: rows()}, text.Zh, &hall.Actor{Staff: 2, Name: "徐建国"}).press("esc").see("请选您的名字").see("按 Tab 打姓名查").typed("right")
	if s := apptest.Plain(p.v.Draw(80, 20)); strings.Contains(s, "r") || !strings.Contains(s, "*****") {
		t.Errorf("what is typed is shown:\n%s", s)
	}
	if p.press("enter"); p.done == nil || p.done.Actor.Staff != 2 {
		t.Errorf("signed in as %+v", p.done)
	}
	p = at(t, &door{rows: rows()}, text.Zh, &hall.Actor{Staff: 2, Name: "徐建国"}).press("esc").see("徐建国").typed("1right")
	if s := apptest.Plain(p.v.Draw(80, 20)); !strings.Contains(s, "******") {
		t.Errorf("the first digit of a password chose somebody:\n%s", s)
	}
	at(t, &door{rows: rows()}, text.Zh, &hall.Actor{Staff: 2, Name: "徐建国"}).press("esc", "tab").typed("alim").see("alim").press("enter").see("密码")
}
