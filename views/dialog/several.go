package dialog

import (
	"slices"
	"strings"

	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// Named is one of a list: its code, and its name in both languages.
type Named struct {
	Code string
	Name text.Message
}

// TypesOf are the dispute types of a hall, to be named.
func TypesOf(env *views.Env) []Named {
	var out []Named
	for _, t := range env.Settings.Types {
		out = append(out, Named{t.Code, text.Type(env.Settings, t.Code)})
	}
	return out
}

// Several is a line of a form that names several of a list, and suggests the rest while
// somebody types: several of eighteen, without eighteen questions.
type Several struct {
	env    *views.Env
	id     string
	all    []Named
	offers []Named // what is suggested
}

// NewSeveral makes the line with an id in a form.
func NewSeveral(env *views.Env, id string, all []Named) *Several {
	return &Several{env: env, id: id, all: all}
}

// ID is the item in the form.
func (l *Several) ID() string { return l.id }

// mostOffered is how many are suggested: as many as there are digits.
const mostOffered = 9

// Typed splits a line into what it names, by code, and what names nothing.
func (l *Several) Typed(s string) (codes, unknown []string) {
	for _, part := range text.ListOf(s) {
		if code := l.code(part); code == "" {
			unknown = append(unknown, part)
		} else if !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	return codes, unknown
}

// code is that of the choice with a name, in either language; empty when there is none.
func (l *Several) code(name string) string {
	for _, c := range l.all {
		if strings.EqualFold(name, c.Name.In(text.Zh)) || strings.EqualFold(name, c.Name.In(text.En)) || name == c.Code {
			return c.Code
		}
	}
	return ""
}

// Line writes it.
func (l *Several) Line(codes, unknown []string) string {
	names := make([]string, 0, len(codes)+len(unknown))
	for _, code := range codes {
		name := code
		if i := slices.IndexFunc(l.all, func(c Named) bool { return c.Code == code }); i >= 0 {
			if said := l.env.Say(l.all[i].Name); len(text.ListOf(said)) == 1 { // a comma in it would make two of one
				name = said
			}
		}
		names = append(names, name)
	}
	return l.env.Say(text.Names(append(names, unknown...)))
}

// Offer suggests what fits what is being typed or, before anything is, what is not chosen yet.
func (l *Several) Offer(f *widget.Form) {
	codes, unknown := l.Typed(f.Raw(l.id))
	part := ""
	if len(unknown) > 0 {
		part = strings.ToLower(unknown[len(unknown)-1])
	}
	var names []string
	l.offers = nil
	for _, c := range l.all {
		zh := c.Name.In(text.Zh)
		fits := strings.Contains(zh, part) || strings.Contains(strings.ToLower(c.Name.In(text.En)), part) || strings.HasPrefix(pinyin.First(zh), part)
		if fits && !slices.Contains(codes, c.Code) && len(names) < mostOffered {
			l.offers = append(l.offers, c)
			names = append(names, l.env.Say(c.Name))
		}
	}
	f.SetSuggest(l.id, names)
}

// Choose puts the suggestion with a number in the place of what was being typed; false when
// there is none.
func (l *Several) Choose(f *widget.Form, n int) bool {
	if n < 0 || n >= len(l.offers) {
		return false
	}
	codes, unknown := l.Typed(f.Raw(l.id))
	if len(unknown) > 0 {
		unknown = unknown[:len(unknown)-1]
	}
	f.SetValue(l.id, l.Line(append(codes, l.offers[n].Code), unknown))
	l.Another(f)
	return true
}

// Another makes room behind the line for a further one.
func (l *Several) Another(f *widget.Form) {
	if s := f.Value(l.id); s != "" && len(text.ListOf(s)) > 0 {
		f.SetValue(l.id, strings.TrimRight(s, "、, ")+l.env.Say(text.Dialog.Comma))
	}
	l.Offer(f)
}

// Left says the line back as it is understood.
func (l *Several) Left(f *widget.Form) {
	codes, unknown := l.Typed(f.Raw(l.id))
	f.SetValue(l.id, l.Line(codes, unknown))
}
