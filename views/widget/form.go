package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/views/theme"
)

// Kind says how an item is filled in.
type Kind uint8

const (
	Text   Kind = iota // a line
	Notes              // several lines
	Choice             // one of the options
)

// Option is one answer to a choice: picked by its number, by its initials, or with the arrows.
type Option struct {
	Key      string // what the item's value becomes
	Label    string
	Initials string // pinyin initials, or the first letters of the words
	Reason   string // why it cannot be chosen now; shown, not hidden
}

// Item is one question of a form.
type Item struct {
	ID          string
	Label       string
	Kind        Kind
	Value       string // for a choice the option's key
	Max         int    // characters at most
	Required    bool
	Later       bool // folded away until asked for
	Mask        bool
	Hidden      bool
	ReadOnly    bool
	Rows        int // lines of notes; 0: three
	Options     []Option
	Plain       bool     // numbers of any kind: letters, digits and signs, what is typed wide is made narrow
	Suggest     []string // while focused: picked with a digit when the field is empty, else with the arrow down and Enter
	Choose      bool     // only a suggestion will do: Enter takes the one marked, at first the first
	PickDigits  bool     // a digit picks a suggestion even when something was typed: names hold none
	Replace     bool     // typing replaces the value it came with, as a day that is offered
	Placeholder string
	Help        string // shown under the field while focused
	Note        string // shown behind the field: what follows from the value
	Error       string // shown under the field
}

// FormText is the few words a form needs of its own.
type FormText struct {
	Later    string // the line that stands for folded items, as 以后再填:{names}
	Required string // the error of an empty required field
	Comma    string // what stands between their names
	Clipped  string // what stands under a field that took only part of a paste
}

// Event is what a key did to a form.
type Event struct {
	Handled   bool
	Changed   string // the item whose value changed
	Left      string // the item the cursor just left
	Picked    int    // the suggestion picked, from 0; -1: none
	PickedIn  string
	Submitted bool   // Enter on the last item
	Taken     bool   // an option of Changed was taken: further items may follow from it
	Refused   string // the reason of an option that cannot be chosen now
}

// Form is a column of questions.
type Form struct {
	st      theme.Styles
	text    FormText
	moved   string // where the cursor went by itself after a digit
	items   []*item
	focus   int // index into items; len(items) stands for the fold
	later   bool
	top     int
	suggest int // the suggestion the arrows stand on; -1: none
}

type item struct {
	Item
	field  Field
	area   *area
	option int    // the option the cursor stands on
	walked bool   // somebody moved the cursor over the options
	typed  string // initials typed so far
}

// NewForm makes a form; the cursor stands on the first item.
func NewForm(st theme.Styles, text FormText, items []Item) *Form {
	f := &Form{st: st, text: text, suggest: -1}
	for _, it := range items {
		x := &item{Item: it}
		switch it.Kind {
		case Text:
			x.field = NewField(it.Max)
			x.field.Mask, x.field.Placeholder = it.Mask, it.Placeholder
		case Notes:
			x.area = newArea(it.Max)
		}
		x.set(it.Value)
		f.items = append(f.items, x)
	}
	f.focus = -1
	f.move(1)
	return f
}

func (x *item) set(v string) {
	switch x.Kind {
	case Text:
		x.field.Set(v)
	case Notes:
		x.area.set(v)
	case Choice:
		x.Value, x.option, x.typed = v, 0, ""
		for i, o := range x.Options {
			if o.Key == v {
				x.option = i
			}
		}
	}
}

func (x *item) value() string {
	switch x.Kind {
	case Text:
		return x.field.Value()
	case Notes:
		return x.area.value()
	}
	return x.Value
}

func (f *Form) find(id string) *item {
	for _, x := range f.items {
		if x.ID == id {
			return x
		}
	}
	return nil
}

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
		f.later = f.later || msg != "" && x.Later
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
		if x.Error != "" && !x.Hidden {
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

// SetSuggest changes an item's suggestions.
func (f *Form) SetSuggest(id string, s []string) {
	if x := f.find(id); x != nil {
		x.Suggest = s
		if f.focused() == x {
			f.suggest = min(f.suggest, len(s)-1)
		}
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

// ShowLater unfolds the items that may be filled in later, or folds them.
func (f *Form) ShowLater(show bool) { f.later = show }

// Focused is the item the cursor stands in; empty on the folded line.
func (f *Form) Focused() string {
	if x := f.focused(); x != nil {
		return x.ID
	}
	return ""
}

func (f *Form) focused() *item {
	if f.focus >= 0 && f.focus < len(f.items) {
		return f.items[f.focus]
	}
	return nil
}

// Focus puts the cursor into an item, unfolding it if need be.
func (f *Form) Focus(id string) {
	for i, x := range f.items {
		if x.ID == id && !x.Hidden && !x.ReadOnly {
			f.later = f.later || x.Later
			f.enterItem(i)
			return
		}
	}
}

// enterItem puts the cursor into an item; what is only offered there is selected.
func (f *Form) enterItem(i int) {
	f.focus, f.suggest = i, -1
	if x := f.focused(); x != nil && x.Kind == Text && x.Replace && x.field.Value() == x.Value {
		x.field.SelectAll()
	}
}

// FocusAfter puts the cursor into the item after one. An owner that shows further items
// because of an answer calls it, so that they come next. False: none comes next.
func (f *Form) FocusAfter(id string) bool {
	for i, x := range f.items {
		if x.ID == id {
			was := f.focus
			if f.focus = i; f.move(1) {
				if f.moved != "" {
					f.moved = f.Focused()
				}
				return true
			}
			f.focus = was
		}
	}
	return false
}

// FocusError puts the cursor into the first item with an error.
func (f *Form) FocusError() {
	for _, x := range f.items {
		if x.Error != "" && !x.Hidden {
			f.Focus(x.ID)
			return
		}
	}
}

// Typing reports whether letters and digits go into a text just now.
func (f *Form) Typing() bool {
	x := f.focused()
	return x != nil && x.Kind != Choice
}

// Missing puts the error of an empty required field where it belongs, and reports whether
// there was one; the cursor goes there.
func (f *Form) Missing() bool {
	missing := false
	for _, x := range f.items {
		if x.Required && !x.Hidden && blank(x.value()) {
			x.Error, missing = f.text.Required, true
		}
	}
	if missing {
		f.FocusError()
	}
	return missing
}

// open reports whether the cursor can go to an item.
func (f *Form) open(i int) bool {
	if i == len(f.items) {
		return f.folded() != ""
	}
	x := f.items[i]
	return !x.Hidden && !x.ReadOnly && (!x.Later || f.later)
}

// folded names the items behind the fold; empty when there are none.
func (f *Form) folded() string {
	if f.later {
		return ""
	}
	var names []string
	for _, x := range f.items {
		if x.Later && !x.Hidden {
			names = append(names, x.Label)
		}
	}
	return strings.Join(names, f.text.Comma)
}

// move takes the cursor to the next or the one before; false when there is none.
func (f *Form) move(by int) bool {
	for i := f.focus + by; i >= 0 && i <= len(f.items); i += by {
		if f.open(i) {
			f.enterItem(i)
			return true
		}
	}
	return false
}

// Update takes a key or a paste. What it does not know is left to the owner.
func (f *Form) Update(msg tea.Msg) Event {
	ev := Event{Picked: -1}
	x := f.focused()
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if moved := f.moved; moved != "" {
			if f.moved = ""; k.Keystroke() == "enter" && x != nil && x.ID == moved && x.value() == "" {
				ev.Handled = true // the digit moved on already: Enter was meant for the same
				return ev
			}
		}
		if f.navigate(k.Keystroke(), x, &ev) {
			return ev
		}
	}
	if x == nil {
		return ev
	}
	before := x.value()
	switch x.Kind {
	case Text:
		if f.pickByDigit(msg, x, &ev) {
			return ev
		}
		if x.Plain {
			msg = narrow(msg)
		}
		ev.Handled, _ = x.field.Update(msg)
	case Notes:
		var leave int
		if ev.Handled, _, leave = x.area.update(msg); leave != 0 {
			f.step(leave, x, &ev)
		}
	case Choice:
		f.choose(msg, x, &ev)
	}
	if x.value() != before {
		ev.Changed, x.Error, f.suggest = x.ID, "", -1
	}
	return ev
}

// step moves on and says what was left.
func (f *Form) step(by int, x *item, ev *Event) bool {
	moved := f.move(by)
	if moved && x != nil {
		ev.Left = x.ID
		x.typed = ""
	}
	ev.Handled = true
	return moved
}

// navigate handles the keys that move between items.
func (f *Form) navigate(k string, x *item, ev *Event) bool {
	switch k {
	case "tab":
		f.step(1, x, ev)
		return true
	case "shift+tab":
		f.step(-1, x, ev)
		return true
	case "enter":
		f.enter(x, ev)
		return true
	case "down", "up":
		if x != nil && x.Kind == Notes {
			return false
		}
		if x != nil && f.walkSuggest(k, x) {
			ev.Handled = true
			return true
		}
		by := 1
		if k == "up" {
			by = -1
		}
		f.step(by, x, ev)
		return true
	}
	return false
}

func (f *Form) enter(x *item, ev *Event) {
	ev.Handled = true
	if x == nil { // the fold
		f.later = true
		f.focus = -1
		for i, it := range f.items {
			if it.Later && f.open(i) {
				f.focus = i
				return
			}
		}
		return
	}
	if at := f.marked(x); at >= 0 && at < len(x.Suggest) {
		ev.Picked, ev.PickedIn = at, x.ID
		f.suggest = -1
		return
	}
	if x.Kind == Choice && !f.enterChoice(x, ev) {
		return
	}
	if !f.step(1, x, ev) || f.focus == len(f.items) && !f.anyRequiredEmpty() {
		ev.Left, ev.Submitted = x.ID, true
	}
}

// marked is the suggestion that Enter takes; -1: none, what was typed stands. Where only a
// suggestion will do, or initials stand in the field, it is the first one as long as nobody
// went to another: nobody is called zxq.
func (f *Form) marked(x *item) int {
	if f.suggest < 0 && len(x.Suggest) > 0 && (x.Choose && !blank(x.value()) || x.PickDigits && initialsOnly(x.value())) {
		return 0
	}
	return f.suggest
}

// initialsOnly reports whether a text is small letters and nothing else.
func initialsOnly(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r < 'a' || r > 'z' })
}

// enterChoice takes the option under the cursor. Where nothing was chosen yet and nobody
// looked through the options, Enter alone chooses nothing: a wrong type is soon pressed and
// late found.
func (f *Form) enterChoice(x *item, ev *Event) bool {
	if x.Value == "" && !x.walked && x.option == 0 && len(x.Options) > 0 && x.Options[0].Key != "" {
		if x.Required {
			x.Error = f.text.Required
		}
		return !x.Required
	}
	return f.take(x, x.option, ev)
}

func (f *Form) anyRequiredEmpty() bool {
	for _, x := range f.items {
		if x.Required && !x.Hidden && blank(x.value()) {
			return true
		}
	}
	return false
}

// walkSuggest moves over the suggestions of a field; false when there is nowhere to go.
func (f *Form) walkSuggest(k string, x *item) bool {
	switch {
	case k == "down" && f.suggest < len(x.Suggest)-1:
		f.suggest++
	case k == "up" && f.suggest >= 0:
		f.suggest--
	default:
		return false
	}
	return true
}

// pickByDigit picks a suggestion while the field is empty.
func (f *Form) pickByDigit(msg tea.Msg, x *item, ev *Event) bool {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok || len(x.Suggest) == 0 || len(x.field.text) > 0 && !x.PickDigits || len(k.Text) != 1 || k.Text < "1" || k.Text > "9" {
		return false
	}
	n := int(k.Text[0] - '1')
	if n >= len(x.Suggest) {
		return false
	}
	ev.Handled, ev.Picked, ev.PickedIn = true, n, x.ID
	return true
}
