package text

import (
	"fmt"
	"strings"

	"sizhen/store/hall"
)

// Settings are the words of the hall's settings screen.
var Settings = struct {
	Title, File, NoFile, Hint, FormHint, Forbidden, NotHere, Saved, Edit, Save, Scroll            Message
	Drop, DropBody, DropYes, DropNo, Required, Clipped, BadHours, BadNumber                       Message
	Name, Code, Word, Level, Class, Rooms, Morning, Afternoon, Slot, Number, Limit, Respond, Warn Message
	IdleLock, Confirm, Reps, Types, Plain, WrittenFrom                                            Message
	NameHelp, WordHelp, CodeHelp, RoomsHelp, HoursHelp, IdleHelp, PlainHelp, SlotHelp             Message
	Palette, Colours, Contrast, Roomy, LookHelp, Ask, Dark, Light, AsTold, TrueColour, NoColour   Message
	Minutes, Days, Months, Never, Yes, No, RepsValue, FromYuan                                    Message
}{
	Title:     M("本中心设置", "Hall settings"),
	File:      M("设置文件 {file}", "settings file {file}"),
	NoFile:    M("样例中心没有设置文件", "a sample hall has no settings file"),
	Hint:      M("按 Enter 改前十二项；其余的在设置文件里改，重开程序生效", "Enter changes the first twelve; the others are changed in the file"),
	FormHint:  M("改好按 Ctrl-S 保存，马上生效；按 Esc 不改", "Ctrl-S saves, in force at once; Esc leaves them as they were"),
	Forbidden: M("只有管理员能改设置，请找管理员", "Only an administrator can change the settings; ask one"),
	NotHere:   M("样例中心不改设置；设置好本中心后再改", "A sample hall's settings stay; set your own hall up to change them"),
	Saved:     M("设置已保存，已生效", "The settings are saved and in force"),
	Edit:      M("修改", "Change"),
	Save:      M("保存", "Save"),
	Scroll:    M("上下翻看", "Scroll"),
	Drop:      M("不保存，放弃改动？", "Leave without saving?"),
	DropBody:  M("改过的内容还没有保存。要保存，选 1，再按 Ctrl-S。", "What you changed is not saved yet. To save it choose 1, then press Ctrl-S."),
	DropYes:   M("放弃改动", "Drop the changes"),
	DropNo:    M("接着改", "Go on changing"),
	Required:  M("这一项要填", "this must be filled in"),
	Clipped:   M("太长，后面的没有放进来", "too long: the end was left out"),
	BadHours:  M("时间要写成 08:30-11:30", "write the hours as 08:30-11:30"),
	BadNumber: M("只写数字，如 10", "a number only, as 10"),

	Name:        M("中心名称", "Hall name"),
	Code:        M("代码", "Code"),
	Word:        M("案号用字", "Word in numbers"),
	Level:       M("层级", "Level"),
	Class:       M("乡镇类别", "Township class"),
	Rooms:       M("调解室", "Rooms"),
	Morning:     M("上午", "Morning"),
	Afternoon:   M("下午", "Afternoon"),
	Slot:        M("每次预约", "Appointment"),
	Number:      M("案号", "Case numbers"),
	Limit:       M("调解期限", "Time limit"),
	Respond:     M("首次调解", "First response"),
	Warn:        M("到期提醒", "Warnings"),
	IdleLock:    M("自动锁屏", "Idle lock"),
	Confirm:     M("司法确认", "Confirmation"),
	Reps:        M("推选代表", "Representatives"),
	Types:       M("纠纷类型", "Dispute types"),
	Plain:       M("普通字符", "Plain marks"),
	WrittenFrom: M("书面协议", "In writing"),

	NameHelp:  M("全称，显示在顶行和文书上", "the full name, in the top line and on forms"),
	WordHelp:  M("如 (2026)百调字第1号 里的“百”", "as 百 in (2026)百调字第1号"),
	CodeHelp:  M("字母、数字，如 BG；启用后不要改", "letters and digits, as BG; leave it once in use"),
	RoomsHelp: M("用顿号或逗号分开，每个不超过 6 个字", "separated by commas, 12 letters each at most"),
	HoursHelp: M("如 08:30-11:30", "as 08:30-11:30"),
	IdleHelp:  M("无人操作几分钟后盖住屏幕；0 为不锁", "minutes until the screen is covered; 0: never"),
	PlainHelp: M("屏幕线条错位时选“是”，重开程序生效", "Yes when lines are out of place; from the next start on"),
	SlotHelp:  M("分钟", "minutes"),

	Palette:    M("底色", "Ground"),
	Colours:    M("颜色", "Colours"),
	Contrast:   M("高对比度", "High contrast"),
	Roomy:      M("行距放宽", "Roomy lines"),
	LookHelp:   M("重开程序生效", "from the next start on"),
	Ask:        M("问终端", "ask the terminal"),
	Dark:       M("深色", "dark"),
	Light:      M("浅色", "light"),
	AsTold:     M("看终端", "as the terminal says"),
	TrueColour: M("全彩", "true colour"),
	NoColour:   M("不用颜色", "none"),

	Minutes:   M("{n} 分钟", "{n} min"),
	Days:      M("{n} 天", "{n} days"),
	Months:    M("{n} 个月", "{n} month(s)"),
	Never:     M("不锁", "never"),
	Yes:       M("是", "Yes"),
	No:        M("否", "No"),
	RepsValue: M("一方超过 {from} 人，推选 1 至 {most} 名", "1 to {most} for a side of more than {from}"),
	FromYuan:  M("{n} 元起", "from {n} yuan on"),
}

// LevelName is where a hall stands.
func LevelName(l hall.Level) Message {
	switch l {
	case hall.Village:
		return M("村、社区", "village")
	case hall.County:
		return M("县、区、市", "county")
	}
	return M("乡镇、街道", "township")
}

// ClassName is a township's class and what it means.
func ClassName(n int) Message {
	switch n {
	case 1:
		return M("一类（县级每周轮驻）", "first (county team every week)")
	case 2:
		return M("二类（县级每半月轮驻）", "second (county team every half-month)")
	}
	return M("三类（县级每月轮驻）", "third (county team every month)")
}

// SettingFault says what is wrong with a setting, and what would be right. Codes that are
// no setting's give an empty message.
func SettingFault(code hall.Code, args map[string]any) Message {
	m := settingFault(code)
	for name, value := range args {
		m = m.With(name, fmt.Sprint(value))
	}
	return m
}

func settingFault(code hall.Code) Message {
	switch code {
	case hall.ErrRequired:
		return M("不能空着", "must be filled in")
	case hall.ErrTooLong:
		return M("太长，最多 {most} 个字", "too long, {most} Chinese characters at most")
	case hall.ErrOneOf:
		return M("只能填这几个之一：{allowed}", "must be one of {allowed}")
	case hall.ErrBetween:
		return M("要在 {least} 到 {most} 之间", "must lie between {least} and {most}")
	case hall.ErrTwice:
		return M("“{text}”写了两次，去掉一个", "“{text}” stands there twice; take one out")
	case hall.ErrPattern:
		return M("案号样式里要有一个 {year} 和一个 {n}", "the pattern needs one {year} and one {n}")
	case hall.ErrHours:
		return M("时间要先早后晚，下午在上午之后", "the hours must follow one another, the afternoon after the morning")
	case hall.ErrLetters:
		return M("只能用字母、数字和横线，不留空格", "letters, digits and hyphens only, no blanks")
	case hall.ErrControls:
		return M("里面有看不见的控制字符，请重新输入", "holds invisible control characters; type it again")
	case hall.ErrOrder:
		return M("天数要从多到少，如 [7, 3, 1]", "the longest first, as [7, 3, 1]")
	case hall.ErrSlotLong:
		return M("预约时长比半天的开放时间还长", "longer than the hall is open in half a day")
	}
	return calendarFault(code)
}

// ListOf reads names that were typed in one line, separated by commas or the like.
func ListOf(s string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",;\u3001\uff0c\uff1b\n", r) }) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// Listed writes names as ListOf reads them.
func Listed(list []string) string { return strings.Join(list, "\u3001") }
