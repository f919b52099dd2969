package widget

import "strings"

// Has reports whether the form has an item.
func (f *Form) Has(id string) bool { return f.find(id) != nil }

// Value is an item's value, without blanks around it.
func (f *Form) Value(id string) string { return strings.TrimSpace(f.Raw(id)) }

// Raw is an item's value as typed.
func (f *Form) Raw(id string) string {
	if x := f.find(id); x != nil {
		return x.value()
	}
	return ""
}

// Values are all values as typed, by item.
func (f *Form) Values() map[string]string {
	out := make(map[string]string, len(f.items))
	for _, x := range f.items {
		out[x.ID] = x.value()
	}
	return out
}

// SetValue fills an item.
func (f *Form) SetValue(id, v string) {
	if x := f.find(id); x != nil && x.value() != v {
		x.set(v)
	}
}

// Offer fills an item with a value that typing replaces, as one that is proposed.
func (f *Form) Offer(id, v string) {
	if x := f.find(id); x != nil {
		x.Value, x.Replace = v, true
		x.set(v)
	}
}

// Among reports whether the cursor stands among the suggestions of a field.
func (f *Form) Among() bool { return f.suggest >= 0 }

// Keep makes what stands in an item somebody's own words: typing goes on behind them.
func (f *Form) Keep(id string) {
	if x := f.find(id); x != nil {
		x.Replace = false
	}
}

// SetValues fills the items that are named.
func (f *Form) SetValues(vs map[string]string) {
	for id, v := range vs {
		f.SetValue(id, v)
	}
}

// SetError puts an error under an item; empty takes it away. A folded item is unfolded.
func (f *Form) SetError(id, msg string) {
	if x := f.find(id); x != nil {
		x.Error = msg
		f.later = f.later || msg != "" && x.Later && x.Step == f.step
	}
}

// ClearErrors takes all errors away.
func (f *Form) ClearErrors() {
	for _, x := range f.items {
		x.Error = ""
	}
}

// HasErrors reports whether an error stands anywhere.
func (f *Form) HasErrors() bool {
	for _, x := range f.items {
		if x.Error != "" && !x.Hidden && x.Step <= f.step {
			return true
		}
	}
	return false
}

// SetNote puts a text behind an item's field.
func (f *Form) SetNote(id, note string) {
	if x := f.find(id); x != nil {
		x.Note = note
	}
}

// SetLabel renames an item.
func (f *Form) SetLabel(id, label string) {
	if x := f.find(id); x != nil {
		x.Label = label
	}
}

// SetHelp changes what stands under an item while it is focused.
func (f *Form) SetHelp(id, help string) {
	if x := f.find(id); x != nil {
		x.Help = help
	}
}

// SetOptions changes a choice's options; its value stays if it is still among them.
func (f *Form) SetOptions(id string, options []Option) {
	if x := f.find(id); x != nil {
		x.Options = options
		x.set(x.Value)
	}
}

// SetSuggest changes an item's suggestions; sole is which of them, from 1, is the only one that can
// be meant, 0: none is.
func (f *Form) SetSuggest(id string, s []string, sole int) {
	if x := f.find(id); x != nil {
		x.Suggest, x.Sole, x.others = s, sole, false
		if f.focused() == x {
			f.suggest = min(f.suggest, len(s)-1)
		}
	}
}

// SetOthers says that more fits than is suggested.
func (f *Form) SetOthers(id string) {
	if x := f.find(id); x != nil {
		x.others = true
	}
}

// Options is how many options a choice has.
func (f *Form) Options(id string) int {
	if x := f.find(id); x != nil {
		return len(x.Options)
	}
	return 0
}

// Suggested are an item's suggestions.
func (f *Form) Suggested(id string) []string {
	if x := f.find(id); x != nil {
		return x.Suggest
	}
	return nil
}

// SetHidden hides an item or shows it again. Its value is kept.
func (f *Form) SetHidden(id string, hidden bool) {
	if x := f.find(id); x != nil && x.Hidden != hidden {
		x.Hidden = hidden
		if hidden && f.focused() == x {
			f.move(1)
		}
	}
}

// Hidden reports whether an item is hidden now.
func (f *Form) Hidden(id string) bool {
	x := f.find(id)
	return x == nil || x.Hidden
}

// SetWhole has an item replaced or left alone, never edited: what stands in it is only a sign for
// what it stands for.
func (f *Form) SetWhole(id string, whole bool) {
	if x := f.find(id); x != nil {
		if x.Whole = whole; whole && f.focused() == x {
			x.field.SelectAll()
		}
	}
}

// SetHolder changes what stands in an item while it is empty.
func (f *Form) SetHolder(id, text string) {
	if x := f.find(id); x != nil {
		x.Placeholder = text
	}
}

// SetRequired says whether an item must be filled in.
func (f *Form) SetRequired(id string, required bool) {
	if x := f.find(id); x != nil {
		x.Required = required
	}
}

// Wrong reports whether an error stands under an item.
func (f *Form) Wrong(id string) bool {
	x := f.find(id)
	return x != nil && x.Error != ""
}
