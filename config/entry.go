package config

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // zones by name on machines that have no list of them

	"sizhen/store/hall"
)

// Kind names what a value has to be, for the error that says so.
type Kind string

// The kinds of values.
const (
	Text    Kind = "text"
	Number  Kind = "number"
	Switch  Kind = "switch"  // true or false
	Texts   Kind = "texts"   // ["…", "…"]
	Numbers Kind = "numbers" // [1, 2]
	Three   Kind = "three"   // [1, 2, 3]
	Hours   Kind = "hours"   // ["08:30", "11:30"]
	Tables  Kind = "tables"  // [{ code = "…", zh = "…", en = "…" }]
)

// entry is one key of the file: how it is explained, written and read. The one list of them
// is behind Load, Write and the keys an error names.
type entry struct {
	key    string
	zh, en string
	write  func(hall.Settings) string
	read   func(*hall.Settings, any) *hall.Error
}

// Keys lists the keys a settings file may hold, in the order Write puts them.
func Keys() []string {
	var out []string
	for _, e := range all() {
		out = append(out, e.key)
	}
	return out
}

func entries() []entry {
	e := []entry{
		textEntry("language", `屏幕语言:"zh-CN" 中文,"en" 英文`, `language of the screens: "zh-CN" or "en"`,
			func(s *hall.Settings) *string { return &s.Language }),
		textEntry("name", "本中心全称，显示在屏幕顶行和文书上", "the hall's full name, in the top line and on forms",
			func(s *hall.Settings) *string { return &s.Name }),
		textEntry("phone", "本中心电话，印在贴墙的值班表等纸上；没有就空着", "the hall's telephone, for the wall sheet and other papers; may be empty",
			func(s *hall.Settings) *string { return &s.Phone }),
		textEntry("code", "本中心代码，字母数字；用来认出这个中心的数据，启用后不要改", "short code, letters and digits; it tells the hall's records from another's, so leave it once in use",
			func(s *hall.Settings) *string { return &s.Code }),
		textEntry("word", "案号里的字，如 (2026)百调字第1号 里的“百”", "the hall's word in case numbers",
			func(s *hall.Settings) *string { return &s.Word }),
		{"level", `层级:"township" 乡镇街道,"village" 村社区,"county" 县区市`, `level: "township", "village" or "county"`,
			func(s hall.Settings) string { return quote(levelNames()[s.Level]) }, readLevel},
		numberEntry("class", "乡镇类别 1、2、3：县级轮驻 每周、每半月、每月 一次", "township class 1, 2 or 3: the county team comes every week, half-month or month",
			func(s *hall.Settings) *int { return &s.Class }),
		{"rooms", "调解室，名称不重复，每个不超过 6 个字", "rooms, no name twice, up to 12 cells each",
			func(s hall.Settings) string { return quoteAll(s.Rooms) },
			func(s *hall.Settings, v any) *hall.Error { return readTexts(&s.Rooms, v) }},
		hoursEntry("morning", "上午开放时间", "morning hours", func(s *hall.Settings) *[2]int { return &s.Open }),
		hoursEntry("afternoon", "下午开放时间", "afternoon hours", func(s *hall.Settings) *[2]int { return &s.Open2 }),
		numberEntry("slot", "一次预约通常多少分钟", "minutes an appointment lasts unless said otherwise",
			func(s *hall.Settings) *int { return &s.Slot }),
		textEntry("number", "案号样式，必须有 {year} 年份 和 {n} 顺序号，{word} 是上面的字", "pattern of case numbers: {year} and {n} must be in it, {word} is the word above",
			func(s *hall.Settings) *string { return &s.Number }),
	}
	return append(e, figures()...)
}

func figures() []entry {
	return []entry{
		numberEntry("limit_months", "调解期限，受理后几个月（司法部令第75号第33条：一个月）", "months from acceptance (order 75 art. 33: one)",
			func(s *hall.Settings) *int { return &s.Limit }),
		{"goal_days", "受理后几天内办结的目标：简易、一般、疑难复杂", "days from acceptance within which a case is to be finished: simple, ordinary, difficult",
			func(s hall.Settings) string { return numbers(s.Goal[:]) }, readGoal},
		numberEntry("first_response", "受理后几个工作日内首次联系双方", "working days from acceptance until the parties are first met",
			func(s *hall.Settings) *int { return &s.Respond }),
		numberEntry("accept_days", "登记后几个工作日内决定受不受理", "working days until a registered case is accepted or refused",
			func(s *hall.Settings) *int { return &s.Accept }),
		numberEntry("file_days", "办结后几天内归档", "days until the dossier of a finished case is filed",
			func(s *hall.Settings) *int { return &s.FileIn }),
		numberEntry("late_days", "补记多少天以前的事要写原因", "what is entered more than so many days later asks for the reason",
			func(s *hall.Settings) *int { return &s.LateFrom }),
		numberEntry("year_open_days", "新年开头几天里，上一年受理的还可以编上一年的号", "days of January in which a case accepted last year still takes a number of that year",
			func(s *hall.Settings) *int { return &s.YearOpen }),
		{"warn_days", "到期前几天提醒，从多到少", "days of warning before a limit, the longest first",
			func(s hall.Settings) string { return numbers(s.Warn) },
			func(s *hall.Settings, v any) *hall.Error { return readNumbers(&s.Warn, v) }},
		numberEntry("idle_lock", "无人操作几分钟后锁屏，0 为不锁", "minutes until the screen is covered, 0: never",
			func(s *hall.Settings) *int { return &s.IdleLock }),
		numberEntry("confirm_days", "协议生效后几天内可申请司法确认（民事诉讼法第205条：30天）", "days to apply for judicial confirmation (Civil Procedure Law art. 205: 30)",
			func(s *hall.Settings) *int { return &s.Confirm }),
		numberEntry("representatives_from", "一方超过几人要推选代表", "a side larger than this chooses representatives",
			func(s *hall.Settings) *int { return &s.RepsFrom }),
		numberEntry("representatives", "代表最多几人", "representatives of a side at most",
			func(s *hall.Settings) *int { return &s.MaxReps }),
		numberEntry("guest_days", "会诊请外面的人，至少提前几个开门日，0 为当天也可以", "open days before which guests are asked to a joint consultation, 0: the same day will do",
			func(s *hall.Settings) *int { return &s.GuestDays }),
		{"written_from", "金额满多少元建议书面协议，0 为不按金额", "an agreement from this many yuan on should be written, 0: never",
			func(s hall.Settings) string { return yuan(s.WrittenFrom) }, readYuan},
		{"zone", `时区:如 "+08:00" 或 "Asia/Shanghai"`, `time zone, as "+08:00" or "Asia/Shanghai"`,
			func(s hall.Settings) string { return quote(zoneName(s.Zone)) }, readZone},
		switchEntry("plain", "画线符号改用普通字符，老式终端线条错位时设为 true", "draw with ASCII marks, for terminals that misplace lines",
			func(s *hall.Settings) *bool { return &s.Plain }),
		choiceEntry("palette", `底色:"auto" 问终端,"dark" 深色,"light" 浅色`, `ground: "auto" asks the terminal, "dark", "light"`,
			[]string{"auto", "dark", "light"}, func(s *hall.Settings) *uint8 { return &s.Palette }),
		choiceEntry("colours", `颜色:"auto" 看终端,"true" 全彩,"256","16","none" 不用颜色`, `colours: "auto" as the terminal says, "true", "256", "16", "none"`,
			[]string{"auto", "true", "256", "16", "none"}, func(s *hall.Settings) *uint8 { return &s.Colours }),
		switchEntry("contrast", "高对比度，看不清时设为 true", "high contrast, for eyes that need it", func(s *hall.Settings) *bool { return &s.Contrast }),
		switchEntry("roomy", "行距放宽，设为 true 时每行后空一行（窗口够大时）", "a blank line after each row where the window has room",
			func(s *hall.Settings) *bool { return &s.Roomy }),
		switchEntry("kiosk", "大厅里谁都能碰到的电脑:设为 true 后没有登录的人不能关闭程序", "a computer that anybody can touch: true keeps who is not signed in from ending the program",
			func(s *hall.Settings) *bool { return &s.Kiosk }),
		{"grades", "调解员等级，从高到低，最多 9 级，每个不超过 6 个字", "grades of mediators, the highest first, 9 at most, up to 12 cells each",
			func(s hall.Settings) string { return quoteAll(s.Grades) },
			func(s *hall.Settings, v any) *hall.Error { return readTexts(&s.Grades, v) }},
		{"types", "纠纷类型，报表按它统计；code 启用后不要改", "dispute types, as reports count them; leave a code once in use",
			func(s hall.Settings) string { return types(s.Types) }, readTypes},
	}
}

func textEntry(key, zh, en string, at func(*hall.Settings) *string) entry {
	return entry{key, zh, en,
		func(s hall.Settings) string { return quote(*at(&s)) },
		func(s *hall.Settings, v any) *hall.Error {
			t, ok := v.(string)
			if !ok {
				return wrong(Text)
			}
			*at(s) = t
			return nil
		}}
}

func numberEntry(key, zh, en string, at func(*hall.Settings) *int) entry {
	return entry{key, zh, en,
		func(s hall.Settings) string { return strconv.Itoa(*at(&s)) },
		func(s *hall.Settings, v any) *hall.Error {
			n, ok := whole(v)
			if !ok {
				return wrong(Number)
			}
			*at(s) = n
			return nil
		}}
}

func switchEntry(key, zh, en string, at func(*hall.Settings) *bool) entry {
	return entry{key, zh, en,
		func(s hall.Settings) string { return strconv.FormatBool(*at(&s)) },
		func(s *hall.Settings, v any) *hall.Error { return readSwitch(at(s), v) }}
}

// choiceEntry is one of several names, kept as its place among them.
func choiceEntry(key, zh, en string, names []string, at func(*hall.Settings) *uint8) entry {
	return entry{key, zh, en,
		func(s hall.Settings) string { return quote(names[*at(&s)]) },
		func(s *hall.Settings, v any) *hall.Error {
			t, ok := v.(string)
			if !ok {
				return wrong(Text)
			}
			i := slices.Index(names, t)
			if i < 0 {
				return hall.Refuse(hall.ErrOneOf, "allowed", quoteAll(names))
			}
			*at(s) = uint8(i)
			return nil
		}}
}

func hoursEntry(key, zh, en string, at func(*hall.Settings) *[2]int) entry {
	return entry{key, zh, en,
		func(s hall.Settings) string { h := at(&s); return quoteAll([]string{clock(h[0]), clock(h[1])}) },
		func(s *hall.Settings, v any) *hall.Error {
			list, ok := v.([]any)
			if !ok || len(list) != 2 {
				return wrong(Hours)
			}
			for i, x := range list {
				t, ok := x.(string)
				if !ok {
					return wrong(Hours)
				}
				minute, ok := readClock(t)
				if !ok {
					return hall.Refuse(CodeClock, "text", t)
				}
				at(s)[i] = minute
			}
			return nil
		}}
}

func wrong(want Kind) *hall.Error { return hall.Refuse(CodeType, "want", want) }

func whole(v any) (int, bool) {
	n, ok := v.(int64)
	return int(n), ok && n >= math.MinInt32 && n <= math.MaxInt32
}

func clock(minute int) string { return fmt.Sprintf("%02d:%02d", minute/60, minute%60) }

func readClock(s string) (int, bool) {
	h, m, ok := strings.Cut(s, ":")
	hour, err1 := strconv.Atoi(h)
	minute, err2 := strconv.Atoi(m)
	ok = ok && err1 == nil && err2 == nil && len(h) <= 2 && len(m) == 2 && hour >= 0 && minute >= 0 && minute < 60
	return hour*60 + minute, ok && hour*60+minute <= 24*60
}

func levelNames() []string { return []string{"township", "village", "county"} }

// zoneName is what the file calls a time zone: its name where it has one that every machine
// knows, else its distance from UTC.
func zoneName(z *time.Location) string {
	if z == nil {
		return "+08:00"
	}
	if name := z.String(); name == "UTC" || strings.Contains(name, "/") {
		if known, err := time.LoadLocation(name); err == nil && offset(known) == offset(z) {
			return name
		}
	}
	sign, n := '+', offset(z)
	if n < 0 {
		sign, n = '-', -n
	}
	return fmt.Sprintf("%c%02d:%02d", sign, n/3600, n/60%60)
}

// offset is a zone's distance from UTC in seconds, in a winter month.
func offset(z *time.Location) int {
	_, n := time.Date(2026, 1, 1, 0, 0, 0, 0, z).Zone()
	return n
}
