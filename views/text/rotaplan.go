package text

// TownClass says how often the county team comes to a township of a class.
func TownClass(class int) Message { return name(townClasses, class) }

var townClasses = map[int]Message{
	1: M("一类乡镇，每周一次", "class 1, once a week"),
	2: M("二类乡镇，每半月一次", "class 2, twice a month"),
	3: M("三类乡镇，每月一次", "class 3, once a month"),
}

// DutyPaper is what duty says on paper and in files.
var DutyPaper = struct {
	Title, Hours, Phone, Printed, Visit, Open, With, FileMonth, FileAll, FileOf Message
}{
	Title:     M("{hall}  {month}值班表", "{hall}: duty, {month}"),
	Hours:     M("开放时间 {morning}，{afternoon}", "Open {morning}, {afternoon}"),
	Phone:     M("电话 {phone}", "Telephone {phone}"),
	Printed:   M("印制日期：{day}", "Printed on {day}"),
	Visit:     M("{town}：{names}", "{town}: {names}"),
	Open:      M("（缺 {n} 人）", "({n} open)"),
	With:      M("值班：{names}", "On duty: {names}"),
	FileMonth: M("{month}值班表", "duty {month}"),
	FileAll:   M("值班日历", "duty calendar"),
	FileOf:    M("{name}值班日历", "duty of {name}"),
}

// DutyExport is what the export of duty says on the command line.
var DutyExport = struct {
	Month, Person, BadMonth, NoPerson Message
	OnlyICS                           Message
}{
	Month:    M("哪个月，写成 2026-12（默认本月）", "which month, as 2026-12 (default this one)"),
	Person:   M("只要这个人的班", "only this person's shifts"),
	BadMonth: M("“{value}” 不是月份，要写成 2026-12。", "“{value}” is no month: write it as 2026-12."),
	NoPerson: M("{month}没有叫 “{name}” 的人值班。值班的有：{names}。", "nobody called “{name}” has duty in {month}. There are: {names}."),

	OnlyICS: M("月表贴在墙上，写的是所有人；要一个人的，用 --format ics 或 csv。", "the sheet for the wall is everybody's; for one person use --format ics or csv."),
}
