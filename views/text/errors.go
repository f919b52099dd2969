package text

import (
	"context"
	"errors"
	"time"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// Err says what went wrong and what to do next. What no one foresaw gets a general line;
// whoever has written it to the log says Unexpected instead.
func Err(err error) Message {
	if err == nil {
		return Message{}
	}
	var refused *hall.Error
	if errors.As(err, &refused) && refused != nil {
		return refusal(refused)
	}
	for _, known := range brokenStore {
		if errors.Is(err, known.err) {
			return known.say
		}
	}
	return M("没有办成，没有改动数据。请再试一次；还不行，请告诉管理员", "it did not work; no records were changed. Try again; if it fails again, tell the administrator")
}

// Known reports whether Err has words of its own for an error. The others belong in the log.
func Known(err error) bool {
	var refused *hall.Error
	if errors.As(err, &refused) && refused != nil {
		return words(refused).zh != ""
	}
	for _, known := range brokenStore {
		if errors.Is(err, known.err) {
			return true
		}
	}
	return false
}

// Unexpected says that something broke, with the id under which the log has it.
func Unexpected(id string) Message {
	return M("程序出错，没有办成，已填的内容还在。请再试一次；还不行，请把编号 {id} 告诉管理员",
		"something broke and it was not done; what you typed is still there. Try again; if it fails again, give the administrator the number {id}").With("id", id)
}

// brokenStore is what can go wrong below the rules.
var brokenStore = []struct {
	err error
	say Message
}{
	{kv.ErrFull, M("磁盘满了，这一步没有保存，以前保存的都在。请管理员腾出空间，再试一次",
		"the disk is full: this step was not saved, everything before it was. Have the administrator free some space, then try again")},
	{kv.ErrMoved, M("数据文件不在原处了：被移走、改名或删除。这一步没有保存，写的还在。先按 Ctrl-P 选“另存一份数据”，再请管理员把文件放回原处",
		"the store is no longer in its place: it was moved, renamed or removed. This step was not saved, what you typed is still there. "+
			"First press Ctrl-P and choose Save a copy of the data, then have the administrator put the file back")},
	{kv.ErrNoAccess, M("数据文件不能读。请管理员开放它的读写权限，再打开程序",
		"the store may not be read. Have the administrator allow reading and writing it, then open the program again")},
	{kv.ErrReadOnly, M("数据文件不能写，这一步没有保存。请管理员开放文件夹的写权限，再试一次",
		"the store may not be written: this step was not saved. Have the administrator allow writing to its folder, then try again")},
	{kv.ErrDamaged, M("数据文件有损坏，先不要再登记。请管理员用 sizhen check 检查，必要时放回备份",
		"the store is damaged: register nothing more. Have the administrator run sizhen check and, if need be, put a backup back")},
	{kv.ErrLocked, M("数据正被另一个程序使用。请关掉另一个四诊窗口，再打开", "the store is open in another program. Close the other sizhen window, then open this one again")},
	{store.ErrCountBack, M("编号的计数被改小了，存下去会盖住以前的记录，所以没有存。您写的还在。请管理员关掉程序，用 sizhen check 检查，再放回备份",
		"a counter of record numbers was set back: saving would write over an older record, so nothing was saved. What you typed is kept. "+
			"Have the administrator close the program, run sizhen check, then put a backup back")},
	{store.ErrDamaged, M("这条记录有损坏，读不出来。其他的可以照常办；请管理员用 sizhen check 检查",
		"this record is damaged and cannot be read. The others can be worked on; have the administrator run sizhen check")},
	{store.ErrNewer, M("数据是更新版本的程序写的，这个版本读不懂。请管理员换成新版本", "the store was written by a newer version of the program. Have the administrator install that one")},
	{store.ErrNotHall, M("这是别的程序的数据库，没有动它。请管理员核对数据文件夹", "this is another program's database; it was left alone. Have the administrator check the data folder")},
	{kv.ErrNotStore, M("这不是四诊的数据文件，没有动它。请管理员核对数据文件夹", "this is no store of sizhen; it was left alone. Have the administrator check the data folder")},
	{kv.ErrClosed, M("数据已经关闭，这一步没有保存。请退出，再打开程序", "the store is closed: this step was not saved. Leave the program and open it again")},
	{context.Canceled, M("已停止，这一步没有完成。需要的话请再做一次", "stopped before it was done. Do it again if you need to")},
	{context.DeadlineExceeded, M("等得太久，这一步没有完成。请再试一次", "it took too long and was not done. Try again")},
}

// refusal fills the words of a code; what an error does not say is named in general, so
// that no braces are left.
func refusal(e *hall.Error) Message {
	m := words(e)
	if m.zh == "" {
		m = M("现在不能这样做。请按 Esc 返回，重新打开再试", "this cannot be done now. Go back with Esc, open it again, and try once more")
	}
	if e.Code == hall.ErrPattern {
		return m // its braces are what the pattern must hold
	}
	for _, p := range placeholders(m.zh) {
		m = m.With(p, argument(e, p))
	}
	return m
}

// argument says one argument of an error in words.
func argument(e *hall.Error, name string) any {
	switch v := e.Args[name].(type) {
	case hall.State:
		return State(v)
	case hall.ConsultState:
		return ConsultState(v)
	case hall.OrderState:
		return OrderState(v)
	case hall.Role:
		return anyOf(v)
	case hall.Gap:
		return CaseGap(v)
	case hall.Bar:
		return Bar(v)
	case hall.Conflict:
		return Conflict(v)
	case hall.MediatorStatus:
		return MediatorStatus(v)
	case time.Weekday:
		return Weekday(v)
	case hall.Day:
		if name == "date" {
			return Day(v)
		}
		return ShortDay(v)
	case int:
		if name == "from" || name == "to" {
			return Minutes(v)
		}
		return v
	case []string:
		if len(v) > 0 {
			return Names(v)
		}
	case string:
		if v != "" {
			return v
		}
	}
	return general(name)
}

// general stands in for an argument that is missing, or an identifier that says nothing.
func general(name string) Message {
	switch name {
	case "name":
		return M("这位", "this person")
	case "party":
		return M("当事人", "a party")
	case "room":
		return M("这间调解室", "this room")
	case "roles":
		return M("有权限的人", "somebody with the right")
	case "day", "last":
		return M("规定的日期", "the set day")
	case "from", "to":
		return M("某时", "some time")
	case "n", "least", "most", "seconds":
		return M("几", "a few")
	}
	return M("这一项", "this")
}
