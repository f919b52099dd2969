package text

// Duty is the screen of F9.
var Duty = struct {
	Title, Today, Before, In, Out, None, SignIn, SignOut, SignOutTitle, Note, NoteHelp, SignedIn, SignedOut, AlreadyIn, NotIn, Hint, HintIn, Handover, OnDuty, Nobody, NoteKeys, OutElsewhere Message
}{
	Title: M("值班", "duty"), Today: M("今天值班", "On duty today"), Before: M("前几天", "The days before"), In: M("签到", "in"), Out: M("签退", "out"), None: M("还没有人签到", "Nobody has signed in"),
	SignIn: M("签到", "sign in"), SignOut: M("签退，写交接", "sign out and hand over"), SignOutTitle: M("签退", "Sign out"), Note: M("交接事项", "Handed over"), NoteHelp: M("没有办完的事、要提醒的人；没有可以空着", "what is not finished, whom to remind; may be left empty"),
	SignedIn: M("已签到", "Signed in"), SignedOut: M("已签退", "Signed out"), AlreadyIn: M("您已经签到了", "you are signed in already"), NotIn: M("您今天还没有签到", "you have not signed in today"),
	Hint: M("下一步：按 Enter 签到", "Next: Enter signs you in"), HintIn: M("下班前按 Enter 签退，写下交接的事", "Before you leave, Enter signs you out with what you hand over"), Handover: M("交接：{note}", "Handed over: {note}"), OnDuty: M("在岗", "on duty"),
	OutElsewhere: M("您已在另一台电脑上签退；写的交接留在草稿里", "You signed out at another desk; the note is kept as a draft"),
	Nobody:       M("没有人签到", "nobody signed in"), NoteKeys: M("Enter 签退；Esc 先放下（写的都在）", "Enter signs you out; Esc puts it aside"),
}
