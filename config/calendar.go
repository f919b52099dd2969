package config

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"sizhen/store/hall"
)

// parts are the keys of the file that hold tables. They stand at its end: in TOML what
// follows a table's head belongs to the table.
func parts() []entry {
	return []entry{
		{"calendar", "工作日和节假日", "working days and holidays", writeCalendar, readCalendar},
		{"follow_up", "定期回诊：协议生效后几天（after_signing）、履行期满后几天（after_due）去看；不写就是 [30] 和 [1]",
			"follow-ups: days after the agreement took effect (after_signing) and after performance fell due (after_due); [30] and [1] unless said here",
			writeFollowUps, readFollowUps},
		{"limit", "某类纠纷、某个来源自己的调解期限；没写的按法律：工资和劳动 15 天，医疗 30 个工作日，法院委派 30 天，其他按 limit_months",
			"time limits of a type or a source of its own; else by law: wages and labour 15 days, medical 30 working days, entrusted by a court 30 days, " +
				"all others limit_months",
			writeLimits, readLimits},
		{"room", "调解室的座位数 seats，能不能开大会 large；不写也行", "how many seats a room has, and whether a large meeting fits; it need not be said",
			writeRooms, readRooms},
		{"duty", "值班和县级下沉", "duty, and the county team's visits", writeDuty, readDuty},
	}
}

// all lists every key of the file.
func all() []entry { return append(entries(), parts()...) }

func writeCalendar(s hall.Settings) string {
	var b strings.Builder
	b.WriteString("[calendar]\n")
	b.WriteString("# 每周哪几天不开门：1 周一 … 7 周日，[] 为天天开门\n# closed weekdays, from 1 Monday to 7 Sunday; [] is none\n")
	fmt.Fprintf(&b, "closed_weekdays = %s\n", closedWeekdays(s))
	b.WriteString("# 每年国务院公布放假通知后，把下一年的放假和调休写在这里，一段日子一个 [[calendar.day]]；只有一天的不写 to。\n")
	b.WriteString("# kind：\"holiday\" 法定节假日，\"workday\" 调休上班，\"closed\" 本中心休息，\"open\" 本中心加班；本中心的优先\n")
	b.WriteString("# each run of days in a [[calendar.day]], without \"to\" for one day; kind: \"holiday\" and \"workday\" as the state\n")
	b.WriteString("# orders them every November for the next year, \"closed\" and \"open\" as the hall does, which wins\n")
	if len(s.Days) == 0 {
		sample := hall.SpecialDay{From: hall.NewDay(2027, 10, 1), To: hall.NewDay(2027, 10, 7), Name: "国庆节", Legal: true}
		b.WriteString(commented(day(sample)))
	}
	for _, d := range s.Days {
		b.WriteString("\n" + day(d))
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// closedWeekdays are numbered from 1 Monday to 7 Sunday.
func closedWeekdays(s hall.Settings) string {
	closed := make([]int, len(s.Weekend))
	for i, w := range s.Weekend {
		closed[i] = (int(w)+6)%7 + 1
	}
	return numbers(closed)
}

func day(d hall.SpecialDay) string { return block("calendar.day", dayCells(d)) }

func dayCells(d hall.SpecialDay) []cell {
	out := []cell{{"from", quote(d.From.String())}}
	if d.To != 0 {
		out = append(out, cell{"to", quote(d.To.String())})
	}
	return append(out, cell{"name", quote(d.Name)}, cell{"kind", quote(kindOf(d))})
}

func writeFollowUps(s hall.Settings) string {
	var b strings.Builder
	b.WriteString("# 一条规则写一个 [[follow_up]]，可以按纠纷类型 type（上面 types 里的 code）和危险程度 risk 分别写，越具体的越优先，[] 为不回访\n")
	b.WriteString("# risk：\"low\" 低，\"medium\" 中，\"high\" 高\n")
	b.WriteString("# one [[follow_up]] a rule, for a type (a code of types above), a risk (\"low\", \"medium\", \"high\"), both or neither; " +
		"the narrowest wins, [] is none\n")
	sample := hall.FollowUpRule{Type: s.Types[0].Code, Risk: hall.RiskHigh, AfterSigning: []int{7, 30}, AfterDue: []int{1}}
	return b.String() + blocks("follow_up", each(s.FollowUps, ruleCells), ruleCells(sample))
}

func ruleCells(r hall.FollowUpRule) []cell {
	var out []cell
	if r.Type != "" {
		out = append(out, cell{"type", quote(r.Type)})
	}
	if r.Risk != hall.RiskNone {
		out = append(out, cell{"risk", quote(riskNames()[r.Risk-hall.RiskLow])})
	}
	if r.AfterSigning != nil {
		out = append(out, cell{"after_signing", numbers(r.AfterSigning)})
	}
	if r.AfterDue != nil {
		out = append(out, cell{"after_due", numbers(r.AfterDue)})
	}
	return out
}

// commented shows how something is written without saying it.
func commented(s string) string {
	return "# " + strings.ReplaceAll(strings.TrimSuffix(s, "\n"), "\n", "\n# ") + "\n"
}

// kindNames by whether the day is open, twice two: the state's, then the hall's own.
func kindNames() []string { return []string{"holiday", "workday", "closed", "open"} }

func kindOf(d hall.SpecialDay) string {
	i := 0
	if d.Open {
		i++
	}
	if !d.Legal {
		i += 2
	}
	return kindNames()[i]
}

// riskNames from low on.
func riskNames() []string { return []string{"low", "medium", "high"} }

func readCalendar(s *hall.Settings, v any) *hall.Error {
	m, ok := v.(map[string]any)
	if !ok {
		return hall.Refuse(hall.ErrForm, "form", "[calendar]")
	}
	return readTable(m, "calendar", []field{
		{"closed_weekdays", func(v any) *hall.Error { return readWeekend(s, v) }},
		{"day", func(v any) *hall.Error { return readDays(s, v) }},
	})
}

// field is one key of a table.
type field struct {
	key  string
	read func(any) *hall.Error
}

// readList reads a list of tables, of which one reads each at its place in the file.
func readList[T any](at string, v any, one func(m map[string]any, at string) (T, *hall.Error)) ([]T, *hall.Error) {
	list := tables(v)
	if list == nil {
		return nil, hall.Refuse(hall.ErrForm, "form", "[["+at+"]]")
	}
	var out []T
	for i, m := range list {
		t, err := one(m, fmt.Sprintf("%s[%d]", at, i+1))
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

// readTable reads the keys of a table in the order of fields, and refuses others.
func readTable(m map[string]any, at string, fields []field) *hall.Error {
	var allowed []string
	for _, f := range fields {
		allowed = append(allowed, f.key)
	}
	for _, key := range slices.Sorted(maps.Keys(m)) {
		switch {
		case slices.Contains(allowed, key):
		case slices.ContainsFunc(entries(), func(e entry) bool { return e.key == key }):
			// written at the end of the file, where TOML takes it for a part of the last table
			return hall.Refuse(hall.ErrAbove, "key", key).In(at + "." + key)
		default:
			return hall.Refuse(CodeUnknown, "allowed", strings.Join(allowed, ", ")).In(at + "." + key)
		}
	}
	for _, f := range fields {
		v, there := m[f.key]
		if !there {
			continue
		}
		if err := f.read(v); err != nil {
			if err.Field == "" {
				err.Field = at + "." + f.key
			}
			return err
		}
	}
	return nil
}

func readWeekend(s *hall.Settings, v any) *hall.Error {
	var list []int
	if readNumbers(&list, v) != nil {
		return hall.Refuse(hall.ErrForm, "form", "[6, 7]")
	}
	s.Weekend = make([]time.Weekday, len(list))
	for i, n := range list {
		if n < 1 || n > 7 {
			return hall.Refuse(hall.ErrBetween, "least", 1, "most", 7)
		}
		s.Weekend[i] = time.Weekday(n % 7)
	}
	return nil
}

func readDays(s *hall.Settings, v any) *hall.Error {
	all, err := readList("calendar.day", v, func(m map[string]any, at string) (d hall.SpecialDay, err *hall.Error) {
		err = readTable(m, at, []field{
			{"from", func(v any) *hall.Error { return readDay(&d.From, v) }},
			{"to", func(v any) *hall.Error { return readDay(&d.To, v) }},
			{"name", func(v any) *hall.Error { return readText(&d.Name, v) }},
			{"kind", func(v any) *hall.Error { return readKind(&d, v) }},
		})
		if err == nil && m["kind"] == nil {
			err = hall.Refuse(hall.ErrOneOf, "allowed", quoteList(kindNames())).In(at + ".kind")
		}
		return d, err
	})
	s.Days = append(s.Days, all...)
	return err
}

func readText(into *string, v any) *hall.Error {
	t, ok := v.(string)
	if !ok {
		return wrong(Text)
	}
	*into = t
	return nil
}

// readDay takes "2027-10-01", and TOML's own 2027-10-01 as well.
func readDay(into *hall.Day, v any) *hall.Error {
	switch v := v.(type) {
	case string:
		d, err := hall.ParseDay(v)
		if err != nil {
			return hall.Refuse(hall.ErrNoDate, "text", v)
		}
		*into = d
		return nil
	case time.Time:
		if v.Location().String() == "date-local" { // the decoder's name for a date without a time
			*into = hall.DayOf(v)
			return nil
		}
	}
	return hall.Refuse(hall.ErrForm, "form", `"2027-10-01"`)
}

func readKind(d *hall.SpecialDay, v any) *hall.Error {
	t, _ := v.(string)
	i := slices.Index(kindNames(), t)
	if i < 0 {
		return hall.Refuse(hall.ErrOneOf, "allowed", quoteList(kindNames()))
	}
	d.Open, d.Legal = i%2 == 1, i < 2
	return nil
}

func readFollowUps(s *hall.Settings, v any) *hall.Error {
	all, err := readList("follow_up", v, func(m map[string]any, at string) (r hall.FollowUpRule, err *hall.Error) {
		err = readTable(m, at, []field{
			{"type", func(v any) *hall.Error { return readText(&r.Type, v) }},
			{"risk", readOne(riskNames(), func(i int) { r.Risk = hall.RiskLow + hall.Risk(i) })},
			{"after_signing", func(v any) *hall.Error { return readFollowDays(&r.AfterSigning, v) }},
			{"after_due", func(v any) *hall.Error { return readFollowDays(&r.AfterDue, v) }},
		})
		return r, err
	})
	s.FollowUps = append(s.FollowUps, all...)
	return err
}

func readFollowDays(into *[]int, v any) *hall.Error {
	if readNumbers(into, v) != nil {
		return hall.Refuse(hall.ErrForm, "form", "[30]")
	}
	return nil
}

func quoteList(list []string) string { return `"` + strings.Join(list, `", "`) + `"` }
