package hall

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
)

// What can be wrong with a setting, beside ErrRequired and ErrTooLong. The error's Field is
// the setting's key in the hall's file.
const (
	ErrOneOf    Code = "one-of"         // must be one of {allowed}
	ErrBetween  Code = "between"        // a number from {least} to {most}
	ErrTwice    Code = "twice"          // {text} stands there twice
	ErrPattern  Code = "number-pattern" // a case number needs {year} and {n}
	ErrHours    Code = "hours"          // opening hours must follow one another
	ErrLetters  Code = "letters"        // letters, digits and hyphens only
	ErrControls Code = "controls"       // holds control characters
	ErrOrder    Code = "order"          // the longest first
	ErrSlotLong Code = "slot-long"      // an appointment is longer than a half day is open
	ErrForm     Code = "form"           // must be written as {form}
	ErrNoDate   Code = "no-date"        // {text} is no date, or one that does not exist
	ErrBackward Code = "backward"       // the last day lies before the first
	ErrNoWeek   Code = "no-week"        // at least one weekday is open
	ErrAbove    Code = "above"          // {key} belongs above the file's first table
	ErrOverlap  Code = "overlap"        // {day} stands in two entries of the same rank
)

// The widest texts that still fit their places on the screens and forms, in cells.
const (
	MaxHallName = 60
	MaxHallWord = 12
	MaxHallCode = 20
	MaxRoomName = 12
	MaxRooms    = 12
	MaxTypes    = 60
	MaxTypeName = 40
	MaxPattern  = 60
	MaxYuan     = 1_000_000_000
	MaxDayName  = 30
	MaxDays     = 400
	MaxRun      = 366  // days of one closing or opening
	MaxFollow   = 3650 // days until a follow-up
	MaxFollows  = 12   // follow-ups of one rule
	MaxGrades   = 9    // as many as there are digits
	MaxGrade    = 12
	MinSlot     = 5 // minutes of an appointment
	MaxSlot     = 480
	MaxIdleLock = 480 // minutes until the screen is covered
)

// Check looks whether a hall can work with the settings, and names the first that is wrong.
func (s Settings) Check() *Error {
	for _, check := range []func(Settings) *Error{
		checkNames, checkPlace, checkRooms, checkRoomFacts, checkHours, checkPattern, checkFigures, checkTypes,
		checkWeekend, checkDays, checkFollowUps, checkDuty, checkGrades,
	} {
		if err := check(s); err != nil {
			return err
		}
	}
	return nil
}

func checkNames(s Settings) *Error {
	for _, t := range []struct {
		text, field string
		most        int
	}{{s.Name, "name", MaxHallName}, {s.Code, "code", MaxHallCode}, {s.Word, "word", MaxHallWord}} {
		if err := line(t.text, t.most); err != nil {
			return err.In(t.field)
		}
	}
	if s.Phone != "" && CheckPhone(s.Phone) != nil {
		return Refuse(ErrPhone).In(FieldPhone)
	}
	if !plainCode(s.Code) {
		return Refuse(ErrLetters).In("code")
	}
	return nil
}

func checkPlace(s Settings) *Error {
	if s.Language != "" && s.Language != "zh-CN" && s.Language != "en" {
		return Refuse(ErrOneOf, "allowed", `"zh-CN", "en"`).In("language")
	}
	if s.Level > County {
		return Refuse(ErrOneOf, "allowed", `"township", "village", "county"`).In("level")
	}
	return between(s.Class, 1, 3, "class")
}

func checkRooms(s Settings) *Error {
	if len(s.Rooms) == 0 {
		return Refuse(ErrRequired).In("rooms")
	}
	if len(s.Rooms) > MaxRooms {
		return Refuse(ErrBetween, "least", 1, "most", MaxRooms).In("rooms")
	}
	seen := make(map[string]bool)
	for _, r := range s.Rooms {
		if err := line(r, MaxRoomName); err != nil {
			return err.In("rooms")
		}
		if seen[r] {
			return Refuse(ErrTwice, "text", r).In("rooms")
		}
		seen[r] = true
	}
	return nil
}

func checkHours(s Settings) *Error {
	if s.Open[0] < 0 || s.Open[1] <= s.Open[0] {
		return Refuse(ErrHours).In("morning")
	}
	if s.Open2[0] < s.Open[1] || s.Open2[1] <= s.Open2[0] || s.Open2[1] > 24*60 {
		return Refuse(ErrHours).In("afternoon")
	}
	if err := between(s.Slot, MinSlot, MaxSlot, "slot"); err != nil {
		return err
	}
	if s.Slot > max(s.Open[1]-s.Open[0], s.Open2[1]-s.Open2[0]) {
		return Refuse(ErrSlotLong).In("slot")
	}
	return nil
}

func checkPattern(s Settings) *Error {
	if err := line(s.Number, MaxPattern); err != nil {
		return err.In("number")
	}
	if strings.Count(s.Number, "{year}") != 1 || strings.Count(s.Number, "{n}") != 1 {
		return Refuse(ErrPattern).In("number")
	}
	return nil
}

func checkFigures(s Settings) *Error {
	for _, f := range []struct {
		n, least, most int
		field          string
	}{
		{s.Limit, 1, 12, "limit_months"}, {s.IdleLock, 0, MaxIdleLock, "idle_lock"}, {s.Confirm, 1, 365, "confirm_days"},
		{s.MaxReps, 1, 20, "representatives"}, {s.RepsFrom, 1, 100, "representatives_from"},
		{s.GuestDays, 0, 30, "guest_days"}, {s.Respond, 1, 60, "first_response"}, {s.Accept, 1, 60, "accept_days"},
		{s.FileIn, 1, 365, "file_days"}, {s.LateFrom, 0, 365, "late_days"}, {s.YearOpen, 0, 365, "year_open_days"},
	} {
		if err := between(f.n, f.least, f.most, f.field); err != nil {
			return err
		}
	}
	for _, n := range s.Goal {
		if err := between(n, 1, 365, "goal_days"); err != nil {
			return err
		}
	}
	if err := checkLimits(s); err != nil {
		return err
	}
	if len(s.Warn) == 0 {
		return Refuse(ErrRequired).In("warn_days")
	}
	for i, n := range s.Warn {
		if err := between(n, 0, 365, "warn_days"); err != nil {
			return err
		}
		if i > 0 && n >= s.Warn[i-1] {
			return Refuse(ErrOrder).In("warn_days")
		}
	}
	if s.WrittenFrom < 0 || s.WrittenFrom > MaxYuan*100 {
		return Refuse(ErrBetween, "least", 0, "most", MaxYuan).In("written_from")
	}
	return nil
}

func checkLimits(s Settings) *Error {
	for _, l := range s.Limits {
		if _, known := s.Type(l.Type); l.Type != "" && !known {
			return Refuse(ErrUnknownType, "type", l.Type).In("limit")
		}
		if err := between(l.N, 1, 366, "number"); err != nil {
			return err.In("limit")
		}
		if err := between(l.Times, EveryTime, 99, "extensions"); err != nil {
			return err.In("limit")
		}
	}
	return nil
}

func checkTypes(s Settings) *Error {
	if len(s.Types) == 0 {
		return Refuse(ErrRequired).In("types")
	}
	if len(s.Types) > MaxTypes {
		return Refuse(ErrBetween, "least", 1, "most", MaxTypes).In("types")
	}
	seen := make(map[string]bool)
	for _, t := range s.Types {
		for _, part := range []string{t.Code, t.Zh, t.En} {
			if err := line(part, MaxTypeName); err != nil {
				return err.In("types")
			}
		}
		if !plainCode(t.Code) {
			return Refuse(ErrLetters).In("types")
		}
		if seen[t.Code] {
			return Refuse(ErrTwice, "text", t.Code).In("types")
		}
		seen[t.Code] = true
	}
	return nil
}

func between(n, least, most int, field string) *Error {
	if n < least || n > most {
		return Refuse(ErrBetween, "least", least, "most", most).In(field)
	}
	return nil
}

// line checks a text that has to stand on one line.
func line(s string, most int) *Error {
	if strings.TrimSpace(s) == "" {
		return Refuse(ErrRequired)
	}
	n := 0
	for _, r := range s {
		if unicode.IsControl(r) || r == unicode.ReplacementChar || unicode.Is(unicode.Cf, r) {
			return Refuse(ErrControls)
		}
		if n++; r >= 0x1100 {
			n++ // two cells wide, near enough for a limit
		}
	}
	if n > most {
		return Refuse(ErrTooLong, "most", most/2)
	}
	return nil
}

func plainCode(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '_' {
			return false
		}
	}
	return s != ""
}

func checkWeekend(s Settings) *Error {
	var closed [7]bool
	for _, w := range s.Weekend {
		if w < time.Sunday || w > time.Saturday {
			return Refuse(ErrBetween, "least", 1, "most", 7).In("calendar.closed_weekdays")
		}
		if closed[w] {
			return Refuse(ErrTwice, "text", (w+6)%7+1).In("calendar.closed_weekdays")
		}
		closed[w] = true
	}
	if len(s.Weekend) == len(closed) {
		return Refuse(ErrNoWeek).In("calendar.closed_weekdays")
	}
	return nil
}

func checkDays(s Settings) *Error {
	if len(s.Days) > MaxDays {
		return Refuse(ErrBetween, "least", 0, "most", MaxDays).In("calendar.day")
	}
	for i, d := range s.Days {
		at := fmt.Sprintf("calendar.day[%d].", i+1)
		if err := line(d.Name, MaxDayName); err != nil {
			return err.In(at + "name")
		}
		if d.From == 0 {
			return Refuse(ErrRequired).In(at + "from")
		}
		if y := d.From.Year(); y < 2000 || y > 2199 {
			return Refuse(ErrBetween, "least", "2000-01-01", "most", "2199-12-31").In(at + "from")
		}
		if d.Last() < d.From {
			return Refuse(ErrBackward).In(at + "to")
		}
		if last := d.From + MaxRun - 1; d.Last() > last {
			return Refuse(ErrBetween, "least", d.From, "most", last).In(at + "to")
		}
		for _, o := range s.Days[:i] {
			if o.Legal == d.Legal && o.From <= d.Last() && d.From <= o.Last() {
				return Refuse(ErrOverlap, "day", max(o.From, d.From)).In(at + "from")
			}
		}
	}
	return nil
}

func checkFollowUps(s Settings) *Error {
	for i, r := range s.FollowUps {
		at := fmt.Sprintf("follow_up[%d].", i+1)
		if _, known := s.Type(r.Type); r.Type != "" && !known {
			return Refuse(ErrOneOf, "allowed", typeCodes(s.Types)).In(at + "type")
		}
		if r.Risk > RiskHigh {
			return Refuse(ErrOneOf, "allowed", `"low", "medium", "high"`).In(at + "risk")
		}
		if r.AfterSigning == nil && r.AfterDue == nil {
			return Refuse(ErrRequired).In(at + "after_signing")
		}
		for j, o := range s.FollowUps[:i] {
			if o.Type == r.Type && o.Risk == r.Risk {
				return Refuse(ErrTwice, "text", fmt.Sprintf("follow_up[%d]", j+1)).In(at + "type")
			}
		}
		for _, list := range []struct {
			days []int
			key  string
		}{{r.AfterSigning, "after_signing"}, {r.AfterDue, "after_due"}} {
			if err := checkFollowDays(list.days); err != nil {
				return err.In(at + list.key)
			}
		}
	}
	return nil
}

func checkFollowDays(days []int) *Error {
	if len(days) > MaxFollows {
		return Refuse(ErrForm, "form", "[30, 90]")
	}
	for i, n := range days {
		if err := between(n, 1, MaxFollow, ""); err != nil {
			return err
		}
		if slices.Contains(days[:i], n) {
			return Refuse(ErrTwice, "text", n)
		}
	}
	return nil
}

func checkGrades(s Settings) *Error {
	if len(s.Grades) > MaxGrades {
		return Refuse(ErrBetween, "least", 0, "most", MaxGrades).In("grades")
	}
	for i, g := range s.Grades {
		if err := line(g, MaxGrade); err != nil {
			return err.In("grades")
		}
		if slices.Contains(s.Grades[:i], g) {
			return Refuse(ErrTwice, "text", g).In("grades")
		}
	}
	return nil
}

func typeCodes(list []DisputeType) string {
	codes := make([]string, len(list))
	for i, t := range list {
		codes[i] = `"` + t.Code + `"`
	}
	return strings.Join(codes, ", ")
}
