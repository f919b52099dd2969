package text

import "sizhen/store/hall"

// Root is what the frame around every screen says.
var Root = struct {
	Program, Demo, Help, Back, All, Palette, Find, Language, Lock, SignOut, Quit, QuitAnyway, QuitAsk, LockedStays, KioskStays, CloseFirst, Parked,
	RolesNow, NoMeaning, NotYours, Offer, OfferAny, JustOpened, TooSmall, SmallKey, Next, NextHead Message
}{
	Program:     M("四诊", "sizhen"),
	Demo:        M("样例", "SAMPLE"),
	Help:        M("帮助", "help"),
	Back:        M("返回", "back"),
	All:         M("全部", "all"),
	Palette:     M("查画面和命令", "find a screen or command"),
	Find:        M("查案件和人", "find cases and people"),
	Language:    M("换成英文 English", "Switch to Chinese"),
	Lock:        M("锁屏", "lock the screen"),
	SignOut:     M("退出登录", "sign out"),
	Quit:        M("关闭程序", "close the program"),
	QuitAnyway:  M("再按 Ctrl-C 就不存了，直接关闭", "Ctrl-C again closes without keeping it"),
	QuitAsk:     M("再按一次 Ctrl-C 就关闭程序；不关就接着打字", "Ctrl-C once more closes the program; to stay, go on typing"),
	KioskStays:  M("这台电脑上要先登录，才能关闭程序", "sign in first: on this computer only a signed-in person can close the program"),
	LockedStays: M("锁屏的时候不能关闭程序：先打密码登录", "the program cannot be closed while it is locked: sign in first"),
	CloseFirst:  M("就在这里，这个框里还没填完：按 Enter 填完，或按 Esc 放弃", "you are here already, and this box is half filled in: finish it with Enter or drop it with Esc"),
	Parked:      M("没填完的还在“{screen}”里，回去接着填", "what you had begun is still in {screen}; go back there to finish it"),
	RolesNow:    M("账号的权限改了，现在是：{who}", "the account's roles were changed; now: {who}"),
	NoMeaning:   M("这个键在这里没有用，能按的键看最下面一行", "that key does nothing here; the last line names the keys"),
	NotYours:    M("“{screen}”{why}", "{screen}: {why}"),
	Offer:       M("按 Ctrl-Y 看：{what}", "Ctrl-Y shows: {what}"),
	OfferAny:    M("有一件事要您看：按 Ctrl-Y", "there is something for you to look at: Ctrl-Y"),
	JustOpened:  M("这个框刚打开，刚才那个键没有算。看清楚再按", "this box has only just opened; that key was not taken. Look, then press again"),

	Next:     M("下一步：", "Next: "),
	NextHead: M("下一步", "Next"),
	SmallKey: M("窗口太小时按的键、打的字没有起作用，请放大窗口再打", "What was pressed or typed while the window was too small was not taken: enlarge it, then type again"),
	TooSmall: M("请把窗口放大到 {w}×{h}（现在是 {nw}×{nh}）。填的内容都在。", "Please make the window at least {w}×{h} (it is {nw}×{nh}). What you typed is still there."),
}

// Help is what F1 shows around a screen's own keys.
var Help = struct {
	Scroll Message
}{
	Scroll: M("翻看", "scroll"),
}

// SignIn is what the sign-in screen and the lock say.
var SignIn = struct {
	Title, Locked, Tried, Waiting, Booked, Joints, Next, Visits, OnDuty, Quiet Message
}{
	Title:  M("登录", "Sign in"),
	Locked: M("已锁屏", "Locked"),
	Tried: M("上次登录以后，这个账号输错过 {n} 次密码，最近在 {when}。不是您输的，请告诉管理员",
		"Since your last sign-in a wrong password was given {n:time|times}, last on {when}. If that was not you, tell the administrator"),

	Waiting: M("候诊 {n} 人", "{n} waiting"),
	Booked:  M("还有预约 {n} 场", "{n:appointment|appointments} to come"),
	Joints:  M("还有会诊 {n} 场", "{n:joint consultation|joint consultations} to come"),
	Next:    M("下一场 {at}", "next at {at}"),
	Visits:  M("到期回访 {n} 件", "{n:follow-up|follow-ups} due"),
	OnDuty:  M("值班 {n} 人", "{n} on duty"),
	Quiet:   M("今天没有别的安排", "nothing else is planned today"),
}

// Glance is today in figures, for the lock screen: no names.
func Glance(g hall.Glance) Message {
	t := SignIn
	var out []Message
	for _, part := range []struct {
		n   int
		say Message
	}{{g.Waiting, t.Waiting}, {g.Booked, t.Booked}, {g.Joints, t.Joints}} {
		if part.n > 0 {
			out = append(out, part.say.With("n", part.n))
		}
	}
	if g.Next > 0 {
		out = append(out, t.Next.With("at", Minutes(g.Next)))
	}
	if g.Visits > 0 {
		out = append(out, t.Visits.With("n", g.Visits))
	}
	if g.OnDuty > 0 {
		out = append(out, t.OnDuty.With("n", g.OnDuty))
	}
	if len(out) == 0 {
		return t.Quiet
	}
	return List(out...)
}
