package config

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"sizhen/store/hall"
)

func readLevel(s *hall.Settings, v any) *hall.Error {
	t, ok := v.(string)
	if !ok {
		return wrong(Text)
	}
	i := slices.Index(levelNames(), t)
	if i < 0 {
		return hall.Refuse(hall.ErrOneOf, "allowed", `"`+strings.Join(levelNames(), `", "`)+`"`)
	}
	s.Level = hall.Level(i)
	return nil
}

func readTexts(into *[]string, v any) *hall.Error {
	list, ok := v.([]any)
	if !ok {
		return wrong(Texts)
	}
	out := make([]string, 0, len(list))
	for _, x := range list {
		t, ok := x.(string)
		if !ok {
			return wrong(Texts)
		}
		out = append(out, t)
	}
	*into = out
	return nil
}

func readNumbers(into *[]int, v any) *hall.Error {
	list, ok := v.([]any)
	if !ok {
		return wrong(Numbers)
	}
	out := make([]int, 0, len(list))
	for _, x := range list {
		n, ok := whole(x)
		if !ok {
			return wrong(Numbers)
		}
		out = append(out, n)
	}
	*into = out
	return nil
}

func readGoal(s *hall.Settings, v any) *hall.Error {
	var list []int
	if readNumbers(&list, v) != nil || len(list) != len(s.Goal) {
		return wrong(Three)
	}
	copy(s.Goal[:], list)
	return nil
}

func readSwitch(into *bool, v any) *hall.Error {
	b, ok := v.(bool)
	if !ok {
		return wrong(Switch)
	}
	*into = b
	return nil
}

func readYuan(s *hall.Settings, v any) *hall.Error {
	switch n := v.(type) {
	case int64:
		if n < 0 || n > hall.MaxYuan {
			return hall.Refuse(hall.ErrBetween, "least", 0, "most", hall.MaxYuan)
		}
		s.WrittenFrom = n * 100
	case float64:
		if !(n >= 0 && n <= hall.MaxYuan) {
			return hall.Refuse(hall.ErrBetween, "least", 0, "most", hall.MaxYuan)
		}
		s.WrittenFrom = int64(math.Round(n * 100))
	default:
		return wrong(Number)
	}
	return nil
}

func readZone(s *hall.Settings, v any) *hall.Error {
	t, ok := v.(string)
	if !ok {
		return wrong(Text)
	}
	if at, err := time.Parse("-07:00", t); err == nil {
		_, n := at.Zone()
		s.Zone = time.FixedZone("UTC"+t, n)
		return nil
	}
	z, err := time.LoadLocation(t)
	if err != nil || t == "" || t == "Local" { // this machine's own zone is not the hall's
		return hall.Refuse(CodeZone, "text", t)
	}
	s.Zone = z
	return nil
}

func readTypes(s *hall.Settings, v any) *hall.Error {
	list := tables(v)
	if list == nil {
		return wrong(Tables)
	}
	var out []hall.DisputeType
	for i, m := range list {
		var t hall.DisputeType
		at := fmt.Sprintf("types[%d]", i+1)
		for key, x := range m {
			into := map[string]*string{"code": &t.Code, "zh": &t.Zh, "en": &t.En}[key]
			if into == nil {
				return hall.Refuse(CodeUnknown, "allowed", "code, zh, en").In(at + "." + key)
			}
			if *into, _ = x.(string); *into == "" {
				return wrong(Text).In(at + "." + key)
			}
		}
		for _, part := range []struct{ name, value string }{{"code", t.Code}, {"zh", t.Zh}} {
			if part.value == "" {
				return hall.Refuse(hall.ErrRequired).In(at + "." + part.name)
			}
		}
		if t.En == "" {
			t.En = t.Zh
		}
		out = append(out, t)
	}
	s.Types = out
	return nil
}

// tables takes a list of tables apart, in either of TOML's two ways to write it. Nil: it
// is none.
func tables(v any) []map[string]any {
	switch list := v.(type) {
	case []map[string]any:
		return list
	case []any:
		out := make([]map[string]any, 0, len(list))
		for _, x := range list {
			m, ok := x.(map[string]any)
			if !ok {
				return nil
			}
			out = append(out, m)
		}
		return out
	}
	return nil
}

// quote writes a basic string.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < 0x20 || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func quoteAll(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = quote(s)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

func numbers(list []int) string {
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = strconv.Itoa(n)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

func yuan(fen int64) string {
	if fen%100 == 0 {
		return strconv.FormatInt(fen/100, 10)
	}
	return fmt.Sprintf("%d.%02d", fen/100, fen%100)
}

func types(list []hall.DisputeType) string {
	var b strings.Builder
	b.WriteString("[\n")
	for _, t := range list {
		fmt.Fprintf(&b, "  { code = %s, zh = %s, en = %s },\n", quote(t.Code), quote(t.Zh), quote(t.En))
	}
	b.WriteString("]")
	return b.String()
}
