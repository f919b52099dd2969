package settings

import (
	"slices"
	"strings"
	"time"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// The names of the drafts of forms of which there is one.
const (
	hoursDraft = "settings hours"
	dutyDraft  = "settings duty"
)

// hoursForm asks on which weekdays and at which hours the hall is open.
func (v *View) hoursForm(from hall.Draft) views.View {
	type R = edit[hall.Settings]
	return over(v, part[hall.Settings]{
		title: hoursTitle, rule: hoursRule, name: hoursDraft, from: from, done: saved,
		fields: []*form.Field[R]{
			form.Read("closed_weekdays", closedDays, 60, func(r *R) *[]time.Weekday { return &r.V.Weekend },
				func(_ views.Session, days []time.Weekday) text.Message { return weekdays(days) },
				func(_ views.Session, typed string) ([]time.Weekday, *hall.Error) { return readWeekdays(typed) }).Required().Help(closedHelp),
			half("morning", morning, func(r *hall.Settings) *[2]int { return &r.Open }),
			half("afternoon", afternoon, func(r *hall.Settings) *[2]int { return &r.Open2 }),
			form.Number("slot", slot, hall.MinSlot, hall.MaxSlot, perMinute, func(r *R) *int { return &r.V.Slot }).Required(),
		},
		read: func(s hall.Settings) (hall.Settings, error) { return s, nil },
		put:  func(_, s hall.Settings) hall.Settings { return s },
	})
}

// weekdays writes the days on which the hall is closed.
func weekdays(days []time.Weekday) text.Message {
	if len(days) == 0 {
		return neverClosed
	}
	days = slices.Clone(days)
	slices.SortFunc(days, func(a, b time.Weekday) int { return int(a+6)%7 - int(b+6)%7 })
	var out []text.Message
	for _, d := range days {
		out = append(out, text.Weekday(d))
	}
	return text.List(out...)
}

// readWeekdays reads them by name or number: 周六、周日, 六日, 6 7, Sat, Sun.
func readWeekdays(typed string) ([]time.Weekday, *hall.Error) {
	s := strings.ToLower(strings.TrimSpace(typed))
	if s == "无" || s == "0" || s == neverClosed.In(text.Zh) || s == neverClosed.In(text.En) {
		return nil, nil
	}
	var out []time.Weekday
	for rest := s; rest != ""; {
		d, after, ok := oneWeekday(rest)
		if !ok {
			return nil, hall.Refuse(hall.ErrForm, "form", "6、7")
		}
		if d >= 0 {
			out = append(out, d)
		}
		rest = after
	}
	return out, nil
}

// oneWeekday takes a weekday, or what stands between two, from the front; below 0: none.
func oneWeekday(s string) (d time.Weekday, rest string, ok bool) {
	for n := range 7 {
		day := time.Weekday(n)
		full := strings.ToLower(day.String())
		for _, name := range []string{full, full[:3], string([]rune("日一二三四五六")[n]), string([]rune("7123456")[n])} {
			if after, cut := strings.CutPrefix(s, name); cut {
				return day, after, true
			}
		}
	}
	for _, between := range []string{" ", "、", "，", ",", "和", "星期", "礼拜", "周"} {
		if after, cut := strings.CutPrefix(s, between); cut {
			return -1, after, true
		}
	}
	return 0, s, false
}

// dutyForm asks how duty is planned and kept.
func (v *View) dutyForm(from hall.Draft) views.View {
	type R = edit[hall.DutyRules]
	number := func(name string, label text.Message, least, most int, unit text.Message, at func(*R) *int) *form.Field[R] {
		return form.Number(name, label, least, most, unit, at).Required()
	}
	return over(v, part[hall.DutyRules]{
		title: dutyTitle, rule: dutyRule, name: dutyDraft, from: from, done: saved,
		fields: []*form.Field[R]{
			number("open_days", onOpen, 0, hall.MaxOnDuty, people, func(r *R) *int { return &r.V.Open }).Help(onHelp),
			number("closed_days", onClosed, 0, hall.MaxOnDuty, people, func(r *R) *int { return &r.V.Closed }).Help(onHelp),
			number("grace", grace, 0, hall.MaxGrace, perMinute, func(r *R) *int { return &r.V.Grace }).Help(graceHelp),
			form.YesNo("carry", carry, func(r *R) *bool { return &r.V.Carry }).Help(carryHelp),
			number("members", members, 1, hall.MaxOnDuty, people, func(r *R) *int { return &r.V.Members }),
			form.Enum("weekday", weekday, func(r *R) *int { return &r.V.Weekday }, []int{0, 1, 2, 3, 4, 5, 6, 7}, weekdayOrAny),
		},
		read: func(s hall.Settings) (hall.DutyRules, error) { return s.Duty, nil },
		put: func(s hall.Settings, d hall.DutyRules) hall.Settings {
			d.Towns = s.Duty.Towns
			s.Duty = d
			return s
		},
	})
}
