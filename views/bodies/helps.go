package bodies

import (
	"slices"
	"strings"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views/text"
)

// The dispute types a body helps with are typed in one line, and suggested while somebody
// types: several of eighteen, without eighteen questions.

// mostOffered is how many types are suggested: as many as there are digits.
const mostOffered = 9

// typed splits the line into the types it names, by code, and what names none.
func (v *View) typed(s string) (codes, unknown []string) {
	for _, part := range text.ListOf(s) {
		if code := v.code(part); code == "" {
			unknown = append(unknown, part)
		} else if !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	return codes, unknown
}

// code is that of the type with a name, in either language; empty when there is none.
func (v *View) code(name string) string {
	for _, t := range v.env.Settings.Types {
		if strings.EqualFold(name, t.Zh) || strings.EqualFold(name, t.En) || name == t.Code {
			return t.Code
		}
	}
	return ""
}

// named writes the line.
func (v *View) named(codes, unknown []string) string {
	names := make([]string, 0, len(codes)+len(unknown))
	for _, code := range codes {
		name := v.env.Say(text.Type(v.env.Settings, code))
		if len(text.ListOf(name)) != 1 { // a comma in it would make two of one
			name = code
		}
		names = append(names, name)
	}
	return v.env.Say(text.Names(append(names, unknown...)))
}

// offer suggests the types that fit what is being typed, or, before anything is, those not
// chosen yet.
func (v *View) offer() {
	codes, unknown := v.typed(v.edit.form.Raw("helps"))
	part := ""
	if len(unknown) > 0 {
		part = strings.ToLower(unknown[len(unknown)-1])
	}
	var names []string
	v.edit.offers = nil
	for _, t := range v.env.Settings.Types {
		fits := strings.Contains(t.Zh, part) || strings.Contains(strings.ToLower(t.En), part) || strings.HasPrefix(pinyin.First(t.Zh), part)
		if fits && !slices.Contains(codes, t.Code) && len(names) < mostOffered {
			v.edit.offers = append(v.edit.offers, t)
			names = append(names, v.env.Say(text.Type(v.env.Settings, t.Code)))
		}
	}
	v.edit.form.SetSuggest("helps", names)
}

// choose puts a type in the place of what was being typed.
func (v *View) choose(t hall.DisputeType) {
	codes, unknown := v.typed(v.edit.form.Raw("helps"))
	if len(unknown) > 0 {
		unknown = unknown[:len(unknown)-1]
	}
	v.edit.form.SetValue("helps", v.named(append(codes, t.Code), unknown))
	v.another()
}

// another makes room behind the line for a further type.
func (v *View) another() {
	if s := v.edit.form.Value("helps"); s != "" && len(text.ListOf(s)) > 0 {
		v.edit.form.SetValue("helps", strings.TrimRight(s, "、, ")+v.env.Say(text.Dialog.Comma))
	}
	v.offer()
}

// hours are the hall's opening hours.
func (v *View) hours() [][2]int { return [][2]int{v.env.Settings.Open, v.env.Settings.Open2} }
