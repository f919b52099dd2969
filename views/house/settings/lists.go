package settings

import (
	"strconv"
	"strings"
	"time"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

func rooms() several[hall.Room] {
	type R = edit[hall.Room]
	return several[hall.Room]{
		title: text.Settings.Rooms, count: roomCount, hint: namesHint, add: addRoom, change: changeRoom,
		draft: "settings room", bears: hall.RenameRoom, ordered: true,
		columns: []ledger.Column[hall.Room]{
			ledger.Own(text.Settings.Rooms, 16, func(r hall.Room) ledger.Cell { return ledger.Say(r.Name) }),
			ledger.Own(seats, 8, func(r hall.Room) ledger.Cell { return ledger.Count(r.Seats) }),
			ledger.Own(large, 0, func(r hall.Room) ledger.Cell { return ledger.Yes(r.Large) }),
		},
		fields: []*form.Field[R]{
			form.Text("rooms", roomName, hall.MaxRoomName/2, func(r *R) *string { return &r.V.Name }).Required().Named(),
			form.Number("seats", seats, 0, hall.MaxSeats, text.Message{}, func(r *R) *int { return &r.V.Seats }).Help(seatsHelp),
			form.YesNo("large", large, func(r *R) *bool { return &r.V.Large }).Help(largeHelp).Given(),
		},
		key: func(r hall.Room) string { return r.Name }, label: func(_ hall.Settings, r hall.Room) text.Message { return text.Raw(r.Name) },
		all: hall.Settings.AllRooms, with: hall.Settings.WithRooms,
	}
}

func grades() several[string] {
	type R = edit[string]
	return several[string]{
		title: gradesTitle, count: gradeCount, empty: noGrades, hint: namesHint, add: addGrade, change: changeGrade, rule: gradesRule,
		draft: "settings grade", bears: hall.RenameGrade, ordered: true,
		columns: []ledger.Column[string]{ledger.Own(gradesTitle, 0, ledger.Say)},
		fields: []*form.Field[R]{
			form.Text("grades", gradeName, hall.MaxGrade/2, func(r *R) *string { return &r.V }).Required(),
		},
		key: func(g string) string { return g }, label: func(_ hall.Settings, g string) text.Message { return text.Raw(g) },
		all:  func(s hall.Settings) []string { return s.Grades },
		with: func(s hall.Settings, all []string) hall.Settings { s.Grades = all; return s },
	}
}

func followUps() several[hall.FollowUpRule] {
	type T = hall.FollowUpRule
	type R = edit[T]
	list := func(name string, label text.Message, at func(*R) *[]int) *form.Field[R] {
		return form.Read(name, label, 40, at, func(_ views.Session, days []int) text.Message { return dayList(days) },
			func(_ views.Session, typed string) ([]int, *hall.Error) { return readDays(typed) }).Help(daysHelp)
	}
	return several[T]{
		title: followTitle, count: followCount, empty: followHint, hint: followHint, add: addFollow, change: changeFollow, rule: followRule,
		draft: "settings follow",
		columns: []ledger.Column[T]{
			{Title: followType, Width: 22, Value: func(at ledger.Here, r T) ledger.Cell { return ledger.Phrase(typeOrAll(at.Hall, r.Type)) }},
			ledger.Own(followRisk, 10, func(r T) ledger.Cell { return ledger.Phrase(riskOrAll(r.Risk)) }),
			ledger.Own(afterSigning, 16, func(r T) ledger.Cell { return ledger.Phrase(dayList(r.AfterSigning)) }),
			ledger.Own(afterDue, 0, func(r T) ledger.Cell { return ledger.Phrase(dayList(r.AfterDue)) }),
		},
		fields: []*form.Field[R]{
			typeField(followType, func(r *R) *string { return &r.V.Type }),
			form.Enum("risk", followRisk, func(r *R) *hall.Risk { return &r.V.Risk },
				[]hall.Risk{hall.RiskNone, hall.RiskLow, hall.RiskMid, hall.RiskHigh}, riskOrAll).Given(),
			list("after_signing", afterSigning, func(r *R) *[]int { return &r.V.AfterSigning }),
			list("after_due", afterDue, func(r *R) *[]int { return &r.V.AfterDue }),
		},
		key: func(r T) string { return r.Type + "/" + form.KeyOf(r.Risk) },
		label: func(s hall.Settings, r T) text.Message {
			return ruleLabel.With("type", typeOrAll(s, r.Type)).With("risk", riskOrAll(r.Risk))
		},
		all:  func(s hall.Settings) []T { return s.FollowUps },
		with: func(s hall.Settings, all []T) hall.Settings { s.FollowUps = all; return s },
	}
}

// typeField asks for a type of dispute, or all of them.
func typeField[R any](label text.Message, at func(*R) *string) *form.Field[R] {
	return form.Choice("type", label, at, func(s views.Session, _ R) []form.Option {
		out := []form.Option{{Key: "", Name: allOfThem}}
		for _, t := range s.Settings.Types {
			out = append(out, form.Option{Key: t.Code, Name: text.Type(s.Settings, t.Code)})
		}
		return out
	}).Given()
}

func typeOrAll(s hall.Settings, code string) text.Message {
	if code == "" {
		return allOfThem
	}
	return text.Type(s, code)
}

func riskOrAll(r hall.Risk) text.Message {
	if r == hall.RiskNone {
		return allOfThem
	}
	return text.Risk(r)
}

// dayList writes days after which somebody looks: nothing where the rule does not say, and that
// nobody does.
func dayList(days []int) text.Message {
	switch {
	case days == nil:
		return text.Message{}
	case len(days) == 0:
		return noVisit
	}
	out := make([]string, len(days))
	for i, n := range days {
		out[i] = strconv.Itoa(n)
	}
	return text.Raw(strings.Join(out, "、"))
}

func readDays(typed string) ([]int, *hall.Error) {
	switch strings.ToLower(strings.TrimSpace(typed)) {
	case "":
		return nil, nil
	case noVisit.In(text.Zh), noVisit.In(text.En), "无", "0":
		return []int{}, nil
	}
	var out []int
	for _, part := range text.ListOf(strings.ReplaceAll(typed, " ", "、")) {
		n, err := text.ReadNumber(part, 1, hall.MaxFollow)
		if err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, nil
}

func towns() several[hall.DutyTown] {
	type T = hall.DutyTown
	type R = edit[T]
	return several[T]{
		title: townsTitle, count: townCount, empty: townsHint, hint: townsHint, add: addTown, change: changeTown,
		draft: "settings town", bears: hall.RenameTown, ordered: true,
		columns: []ledger.Column[T]{
			ledger.Own(townName, 24, func(t T) ledger.Cell { return ledger.Say(t.Name) }),
			ledger.Own(text.Settings.Class, 0, func(t T) ledger.Cell { return ledger.Phrase(text.ClassName(t.Class)) }),
			ledger.Own(weekday, 8, func(t T) ledger.Cell { return ledger.Phrase(weekdayOrAny(t.Weekday)) }),
			ledger.Own(members, 6, func(t T) ledger.Cell { return ledger.Count(t.Members) }),
		},
		fields: []*form.Field[R]{
			form.Text("name", townName, hall.MaxHallName/2, func(r *R) *string { return &r.V.Name }).Required(),
			form.Enum("class", text.Settings.Class, func(r *R) *int { return &r.V.Class }, []int{1, 2, 3}, text.ClassName).Required(),
			form.Enum("weekday", weekday, func(r *R) *int { return &r.V.Weekday }, []int{0, 1, 2, 3, 4, 5, 6, 7}, weekdayOrAny).Given(),
			form.Number("members", members, 0, hall.MaxOnDuty, text.Message{}, func(r *R) *int { return &r.V.Members }).Help(membersHelp),
		},
		key: func(t T) string { return t.Name }, label: func(_ hall.Settings, t T) text.Message { return text.Raw(t.Name) },
		all:  func(s hall.Settings) []T { return s.Duty.Towns },
		with: func(s hall.Settings, all []T) hall.Settings { s.Duty.Towns = all; return s },
	}
}

// weekdayOrAny is a weekday from 1 Monday to 7 Sunday; 0: any.
func weekdayOrAny(n int) text.Message {
	if n == 0 {
		return anyDay
	}
	return text.Weekday(time.Weekday(n % 7))
}
