package config

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sizhen/store/hall"
)

func drawDuty(t *rapid.T, s *hall.Settings) {
	n := func(name string, most int) int { return rapid.IntRange(0, most).Draw(t, name) }
	s.Duty = hall.DutyRules{Open: n("open", 20), Closed: n("closed", 20), Grace: n("grace", 240), Carry: rapid.Bool().Draw(t, "carry"),
		Members: 1 + n("members", 19), Weekday: n("weekday", 7)}
	for i := range n("towns", 3) {
		s.Duty.Towns = append(s.Duty.Towns, hall.DutyTown{Name: fmt.Sprint("驿亭“镇”\\", i), Class: 1 + n("class", 2), Weekday: n("on", 7), Members: n("come", 20)})
	}
}

func TestLoadTakesTheDutyRules(t *testing.T) {
	s, err := Load(file(t, head+`
[duty]
open_days = 2
grace = 0
carry = false

[[duty.township]]
name = "驿亭镇"
class = 1
weekday = 3

[[duty.township]]
name = "小越镇"
class = 3
members = 2
`))
	want := hall.DutyRules{Open: 2, Members: 1, Towns: []hall.DutyTown{{Name: "驿亭镇", Class: 1, Weekday: 3}, {Name: "小越镇", Class: 3, Members: 2}}}
	if err != nil || !reflect.DeepEqual(s.Duty, want) {
		t.Errorf("%+v, %v", s.Duty, err)
	}
	if s, err = Load(file(t, head)); err != nil || !reflect.DeepEqual(s.Duty, hall.Defaults().Duty) {
		t.Errorf("without: %+v, %v", s.Duty, err)
	}
}

func TestLoadNamesTheMistakeInTheDutyRules(t *testing.T) {
	town := "[[duty.township]]\nname = \"驿亭镇\"\nclass = 1\n\n[[duty.township]]\n"
	for _, tt := range []struct {
		name, text string
		line       int
		key        string
		code       hall.Code
	}{
		{"no table", "duty = 3\n", 4, "duty", hall.ErrForm},
		{"unknown key", "[duty]\nopen = 1\n", 5, "duty.open", CodeUnknown},
		{"a word for a number", "[duty]\n\ngrace = \"十\"\n", 6, "duty.grace", CodeType},
		{"too many", "[duty]\nopen_days = 21\n", 5, "duty.open_days", hall.ErrBetween},
		{"nobody comes", "[duty]\nmembers = 0\n", 5, "duty.members", hall.ErrBetween},
		{"weekday 8", "[duty]\nweekday = 8\n", 5, "duty.weekday", hall.ErrBetween},
		{"carry no switch", "[duty]\ncarry = 1\n", 5, "duty.carry", CodeType},
		{"a township twice", town + "name = \"驿亭镇\"\nclass = 2\n", 9, "duty.township[2].name", hall.ErrTwice},
		{"a township without a name", town + "class = 2\n", 8, "duty.township[2].name", hall.ErrRequired},
		{"class 4", town + "name = \"小越镇\"\nclass = 4\n", 10, "duty.township[2].class", hall.ErrBetween},
		{"no class", town + "name = \"小越镇\"\n", 8, "duty.township[2].class", hall.ErrBetween},
		{"one table for the list", "[duty.township]\nname = \"小越镇\"\n", 4, "duty.township", hall.ErrForm},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Load(file(t, head+tt.text))
			var e *Error
			if !errors.As(err, &e) || e.Line != tt.line || e.Key != tt.key || e.Code != tt.code {
				t.Errorf("got %+v, want line %d key %q code %q", err, tt.line, tt.key, tt.code)
			}
		})
	}
}

func TestTheFileShowsHowATownshipIsWritten(t *testing.T) {
	text := Render(sample())
	for _, want := range []string{"[duty]\n", "\nopen_days = 1\nclosed_days = 0\n", "\ngrace = 10\n", "# [[duty.township]]\n# name = \"驿亭镇\"\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing", want)
		}
	}
}
