package cli

import (
	"fmt"

	"sizhen/store/book"
	"sizhen/views/text"
)

// kindOf says what kind of fault a check found.
func kindOf(k book.FaultKind) text.Message { return faultKinds[k] }

// found says what a check found. What the file layer said stands in the English words only: it is
// in no other language, and means something to those who mend the program.
func found(f book.Fault) text.Message {
	m := findings[f.What]
	for name, v := range f.Args {
		if name == "table" {
			v = tableName(fmt.Sprint(v))
		}
		m = m.With(name, v)
	}
	return m
}

// damaged says what was seen to be wrong when a store was opened, and what to do; empty: nothing.
func damaged(faults []book.Fault) text.Message {
	if len(faults) == 0 {
		return text.Message{}
	}
	f := faults[0]
	m := damageOne
	if len(faults) > 1 {
		m = damageMore.With("n", len(faults))
	}
	return m.With("where", placeOf(f.Where)).With("what", found(f))
}

var faultKinds = map[book.FaultKind]text.Message{
	book.FaultEngine:  text.M("文件结构", "file"),
	book.FaultRecord:  text.M("记录读不出", "record"),
	book.FaultMissing: text.M("缺索引", "index entry missing"),
	book.FaultStray:   text.M("多余索引", "stray index entry"),
	book.FaultCount:   text.M("计数不符", "counter"),
	book.FaultJournal: text.M("办理记录断链", "journal"),
	book.FaultDigest:  text.M("与办理记录不符", "not what the journal says"),
	book.FaultClock:   text.M("时间倒退", "time goes back"),
	book.FaultNumber:  text.M("案号", "case number"),
	book.FaultBooked:  text.M("重复预约", "booked twice"),
}

var findings = map[book.Finding]text.Message{
	book.Unreadable: text.M("读不出来", "cannot be read: {err}"),
	book.OneHead: text.M("文件有两个头，坏了一个：程序用好的那个打开，会自己修好。坏的若是新的那个，最后一次保存的可能不在，请核对；磁盘也请检查",
		"one of the file's two heads is damaged: the program opens it by the other and mends it. If the newer one was hit, what was saved last may be missing: "+
			"look at it, and have the disk looked at"),
	book.WrongPlace:   text.M("放在了别的记录的编号下", "stands under another record's number"),
	book.CountBehind:  text.M("计数是 {n}，已经有编号 {there}", "the counter says {n}, and there is a number {there}"),
	book.CountWrong:   text.M("计数是 {n}，实有 {there}", "the counter says {n}, and there are {there}"),
	book.Unsummed:     text.M("计数没有校验码", "a counter without its checksum"),
	book.Unwritten:    text.M("办理记录里没有写过它", "no line of the journal wrote it"),
	book.Altered:      text.M("和办理记录里写下的不一样：有人绕过程序改过", "is not what the journal says was written: somebody altered it outside the program"),
	book.Gone:         text.M("办理记录里写过，现在没有了", "was written, and is not there"),
	book.EntryMissing: text.M("{table}里没有", "not in {table}"),
	book.EntryDiffers: text.M("{table}里写的不一样", "{table}: something else stands there"),
	book.TooMany:      text.M("有 {n} 条，按记录应有 {asked} 条", "{n:entry|entries}, and the records ask for {asked}"),
	book.Undeclared:   text.M("这个版本的程序不认识它", "this version of the program knows nothing of that name"),
	book.NoRecord:     text.M("没有对应的记录", "there is no such record"),
	book.LineMissing:  text.M("前面少了一条", "an entry is missing before it"),
	book.LineAltered:  text.M("前一条被改过", "the one before it was changed"),
	book.ListCut:      text.M("写了哪些记录，名单不全", "the list of what it wrote is cut"),
	book.EndMissing:   text.M("应当到第 {n} 条为止", "the journal should end with entry {n}"),
	book.ClockBack:    text.M("写于 {now}，前一条写于 {was}", "written at {now}, the one before at {was}"),
	book.SealDoubt:    text.M("这一条以后，封印和钥匙对不上过", "after it the seal once did not fit the key"),
	book.SealWrong:    text.M("末尾的封印和钥匙对不上", "its seal does not fit the key"),
	book.NumbersWrong: text.M("发出 {n} 个号，{cases} 件有号，最大的是 {highest}",
		"{n:number was|numbers were} given, {cases:case has|cases have} one, the highest is {highest}"),
	book.BookedTwice: text.M("和第 {other} 号预约、会诊或回访时间重了", "holds the time of visit no. {other}"),
	book.DutyTwice:   text.M("里面有人同一天也在第 {other} 号班次值班", "has somebody who is on shift no. {other} that day"),
}
