package text

import (
	"fmt"
	"strings"

	"sizhen/store/hall"
)

// Settings are the words for what is set of a hall, in the set-up as in the settings.
var Settings = struct {
	Name, Code, Word, Level, Class, Rooms, NameHelp, WordHelp, CodeHelp, RoomsHelp Message
}{
	Name:      M("中心名称", "Hall name"),
	Code:      M("代码", "Code"),
	Word:      M("案号用字", "Word in numbers"),
	Level:     M("层级", "Level"),
	Class:     M("乡镇类别", "Township class"),
	Rooms:     M("调解室", "Rooms"),
	NameHelp:  M("全称，显示在顶行和文书上", "the full name, in the top line and on forms"),
	WordHelp:  M("如 (2026)百调字第1号 里的“百”", "e.g. 百 in (2026)百调字第1号"),
	CodeHelp:  M("字母、数字，如 BG；启用后不要改", "letters and digits, e.g. BG; do not change it once in use"),
	RoomsHelp: M("用顿号或逗号分开，每个不超过 6 个字", "separated by commas, 12 letters each at most"),
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
		return M("一类（县级每周轮驻）", "class 1 (county team every week)")
	case 2:
		return M("二类（县级每半月轮驻）", "class 2 (county team twice a month)")
	}
	return M("三类（县级每月轮驻）", "class 3 (county team every month)")
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
