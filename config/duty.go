package config

import (
	"fmt"
	"strconv"
	"strings"

	"sizhen/store/hall"
)

func writeDuty(s hall.Settings) string {
	d := s.Duty
	var b strings.Builder
	b.WriteString("[duty]\n")
	b.WriteString("# 开门的日子、不开门的日子各排几个人值班，0 为不排\n# people on duty on an open day, and on a closed one; 0: nobody\n")
	fmt.Fprintf(&b, "open_days = %d\nclosed_days = %d\n", d.Open, d.Closed)
	b.WriteString("# 开门几分钟以后签到算迟到\n# minutes after the opening until signing in counts as late\n")
	fmt.Fprintf(&b, "grace = %d\n", d.Grace)
	b.WriteString("# 排班时算上今年已经值过的班，让大家全年一样多；false 为每次只看所排的日子\n")
	b.WriteString("# even out what everybody has had since 1 January; false: only the days that are planned\n")
	fmt.Fprintf(&b, "carry = %t\n", d.Carry)
	b.WriteString("# 县级下沉每次来几个人；最好星期几来：1 周一 … 7 周日，0 为哪天都行\n")
	b.WriteString("# how many of the county team come at a time; on which weekday rather, from 1 Monday to 7 Sunday, 0: any\n")
	fmt.Fprintf(&b, "members = %d\nweekday = %d\n", d.Members, d.Weekday)
	b.WriteString("# 县级中心：所辖乡镇一个写一个 [[duty.township]]；class 1 每周、2 每半月、3 每月去一次\n")
	b.WriteString("# a county: each of its townships in a [[duty.township]]; class 1 is visited every week, 2 every half-month, 3 every month\n")
	if len(d.Towns) == 0 {
		b.WriteString(commented(township(hall.DutyTown{Name: "驿亭镇", Class: 1, Weekday: 3, Members: 2})))
	}
	for _, t := range d.Towns {
		b.WriteString("\n" + township(t))
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func township(t hall.DutyTown) string { return block("duty.township", townCells(t)) }

func townCells(t hall.DutyTown) []cell {
	out := []cell{{"name", quote(t.Name)}, {"class", strconv.Itoa(t.Class)}}
	if t.Weekday != 0 {
		out = append(out, cell{"weekday", strconv.Itoa(t.Weekday)})
	}
	if t.Members != 0 {
		out = append(out, cell{"members", strconv.Itoa(t.Members)})
	}
	return out
}

// singles are the keys within the file's tables.
func singles() []single {
	whole := func(key string, of func(hall.DutyRules) int) single {
		return single{"duty", key, func(s hall.Settings) string { return strconv.Itoa(of(s.Duty)) }}
	}
	return []single{
		{"calendar", "closed_weekdays", closedWeekdays},
		whole("open_days", func(d hall.DutyRules) int { return d.Open }), whole("closed_days", func(d hall.DutyRules) int { return d.Closed }),
		whole("grace", func(d hall.DutyRules) int { return d.Grace }),
		{"duty", "carry", func(s hall.Settings) string { return strconv.FormatBool(s.Duty.Carry) }},
		whole("members", func(d hall.DutyRules) int { return d.Members }), whole("weekday", func(d hall.DutyRules) int { return d.Weekday }),
	}
}

func readDuty(s *hall.Settings, v any) *hall.Error {
	m, ok := v.(map[string]any)
	if !ok {
		return hall.Refuse(hall.ErrForm, "form", "[duty]")
	}
	d := &s.Duty
	return readTable(m, "duty", []field{
		{"open_days", readInto(&d.Open)}, {"closed_days", readInto(&d.Closed)}, {"grace", readInto(&d.Grace)},
		{"carry", func(v any) *hall.Error { return readSwitch(&d.Carry, v) }},
		{"members", readInto(&d.Members)}, {"weekday", readInto(&d.Weekday)},
		{"township", func(v any) *hall.Error { return readTowns(d, v) }},
	})
}

func readTowns(d *hall.DutyRules, v any) *hall.Error {
	all, err := readList("duty.township", v, func(m map[string]any, at string) (t hall.DutyTown, err *hall.Error) {
		err = readTable(m, at, []field{
			{"name", func(v any) *hall.Error { return readText(&t.Name, v) }},
			{"class", readInto(&t.Class)}, {"weekday", readInto(&t.Weekday)}, {"members", readInto(&t.Members)},
		})
		return t, err
	})
	d.Towns = all
	return err
}

// readInto reads a whole number.
func readInto(n *int) func(any) *hall.Error {
	return func(v any) *hall.Error {
		got, ok := whole(v)
		if !ok {
			return wrong(Number)
		}
		*n = got
		return nil
	}
}
