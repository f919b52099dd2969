package form

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// People is a line that names who was there. all are those who may be meant: their digits take one
// away or add one again, and anybody else's name is typed behind them.
func People[R any](name string, label text.Message, max int, at func(*R) *string, all func(views.Session, R) []string) *Field[R] {
	f := Text(name, label, max, at)
	f.people = all
	return f
}

// peopleHelp says which digit is whose.
func peopleHelp(all []string) text.Message {
	if len(all) == 0 {
		return text.Message{}
	}
	numbered := make([]string, min(len(all), 10))
	for i := range numbered {
		numbered[i] = widget.Digit(i) + " " + all[i]
	}
	return peopleWhose.With("names", strings.Join(numbered, "  "))
}

// toggle takes a digit in a line of people: whoever has it is taken out of the line, or put in. Behind
// a name that is being typed a digit is text. did is whether it was such a digit.
func (v *View[R]) toggle(msg tea.Msg) (cmd tea.Cmd, did bool) {
	k, ok := msg.(tea.KeyPressMsg)
	f := v.field(v.form.Focused())
	if !ok || f == nil || f.people == nil {
		return nil, false
	}
	i, digit := widget.Numbered(k.Text, 10)
	r, _ := v.value()
	all := f.people(v.env.Session, r)
	there := text.ListOf(v.form.Raw(f.name))
	if !digit || typing(v.form.Raw(f.name), there, all) {
		return nil, false
	}
	if i >= len(all) {
		return views.Toast(views.Slip, peopleNone.With("n", k.Text)), true
	}
	was := len(there)
	if there = slices.DeleteFunc(there, func(s string) bool { return s == all[i] }); len(there) == was {
		there = append(there, all[i])
	}
	slices.SortStableFunc(there, func(a, b string) int { return place(all, a) - place(all, b) })
	v.form.SetValue(f.name, v.env.Say(text.Names(there)))
	v.form.SetError(f.name, "")
	v.follow()
	v.mended(f.name)
	return tea.Batch(v.collide(), v.changed()), true
}

// typing reports whether a name that is none of all is being written at the end of a line.
func typing(line string, there, all []string) bool {
	if len(there) == 0 || slices.Contains(all, there[len(there)-1]) {
		return false
	}
	return strings.HasSuffix(line, there[len(there)-1])
}

// place is where a name stands: as they are listed, and behind them who else was there.
func place(all []string, name string) int {
	if i := slices.Index(all, name); i >= 0 {
		return i
	}
	return len(all)
}

// only reports whether a line of people names nobody but those who have a digit.
func (f *Field[R]) only(s views.Session, r R, line string) bool {
	all := f.people(s, r)
	return !slices.ContainsFunc(text.ListOf(line), func(name string) bool { return !slices.Contains(all, name) })
}
