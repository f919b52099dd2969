// Package several lets several of a list be named in one line, and suggests the rest while
// somebody types: several of eighteen, without eighteen questions.
package several

import (
	"slices"
	"strings"

	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// Choice is one of the list: its code, and its name in both languages.
type Choice struct {
	Code string
	Name text.Message
}

// Types are the dispute types of a hall as choices.
func Types(env *views.Env) []Choice {
	var out []Choice
	for _, t := range env.Settings.Types {
		out = append(out, Choice{t.Code, text.Type(env.Settings, t.Code)})
	}
	return out
}

// Line is a line of a form that names several of a list.
type Line struct {
	env    *views.Env
	id     string
	all    []Choice
	offers []Choice // what is suggested
}

// New makes the line with an id in a form.
func New(env *views.Env, id string, all []Choice) *Line { return &Line{env: env, id: id, all: all} }

// ID is the item in the form.
func (l *Line) ID() string { return l.id }

// mostOffered is how many are suggested: as many as there are digits.
const mostOffered = 9

// Typed splits a line into what it names, by code, and what names nothing.
func (l *Line) Typed(s string) (codes, unknown []string) {
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
func (l *Line) code(name string) string {
	for _, c := range l.all {
		if strings.EqualFold(name, c.Name.In(text.Zh)) || strings.EqualFold(name, c.Name.In(text.En)) || name == c.Code {
			return c.Code
		}
	}
	return ""
}

// Named writes the line.
func (l *Line) Named(codes, unknown []string) string {
	names := make([]string, 0, len(codes)+len(unknown))
	for _, code := range codes {
		name := code
		if i := slices.IndexFunc(l.all, func(c Choice) bool { return c.Code == code }); i >= 0 {
			if said := l.env.Say(l.all[i].Name); len(text.ListOf(said)) == 1 { // a comma in it would make two of one
				name = said
			}
		}
		names = append(names, name)
	}
	return l.env.Say(text.Names(append(names, unknown...)))
}

// Offer suggests what fits what is being typed or, before anything is, what is not chosen yet.
func (l *Line) Offer(f *widget.Form) {
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
func (l *Line) Choose(f *widget.Form, n int) bool {
	if n < 0 || n >= len(l.offers) {
		return false
	}
	codes, unknown := l.Typed(f.Raw(l.id))
	if len(unknown) > 0 {
		unknown = unknown[:len(unknown)-1]
	}
	f.SetValue(l.id, l.Named(append(codes, l.offers[n].Code), unknown))
	l.Another(f)
	return true
}

// Another makes room behind the line for a further one.
func (l *Line) Another(f *widget.Form) {
	if s := f.Value(l.id); s != "" && len(text.ListOf(s)) > 0 {
		f.SetValue(l.id, strings.TrimRight(s, "、, ")+l.env.Say(text.Dialog.Comma))
	}
	l.Offer(f)
}

// Left says the line back as it is understood.
func (l *Line) Left(f *widget.Form) {
	codes, unknown := l.Typed(f.Raw(l.id))
	f.SetValue(l.id, l.Named(codes, unknown))
}
