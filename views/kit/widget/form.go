package widget

import "sizhen/views/kit/theme"

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
	Head        bool // it begins a section: a blank line stands before it
	Kind        Kind
	Value       string // for a choice the option's key
	Max         int    // characters at most
	Required    bool
	Later       bool // folded away until asked for
	Mask        bool
	Hidden      bool
	Step        int // on which of the form's pages it stands
	ReadOnly    bool
	Rows        int // lines of notes; 0: three
	Options     []Option
	Plain       bool     // numbers of any kind: letters, digits and signs, what is typed wide is made narrow
	Suggest     []string // while focused: taken with the arrow down and Enter, there with a digit too
	Sole        int      // which of them, from 1, is the only one that can be meant; 0: none
	Choose      bool     // only a suggestion will do: Enter takes it where there is but one
	Names       bool     // what is suggested are names: initials alone mean the only one of them
	Replace     bool     // typing replaces the value it came with, as a day that is offered
	Whole       bool     // it is replaced or left alone, never edited: a number that is shown masked
	Placeholder string
	Help        string // shown under the field while focused
	Note        string // shown behind the field: what follows from the value
	Error       string // shown under the field
}

// FormText is the few words a form needs of its own.
type FormText struct {
	Later    string                        // the line that stands for folded items, as 以后再填:{names}
	Required string                        // the error of an empty required field
	Comma    string                        // what stands between their names
	Clipped  string                        // what stands under a field that took only part of a paste
	Geta     string                        // what stands under a field with characters that could not be kept
	Digits   string                        // what is said of a key that no option has
	Narrow   string                        // what is said of what can stand in no number
	Choose   string                        // stands where nothing is chosen yet
	Letters  string                        // what is said of letters that no option begins with, as {letters}
	Further  string                        // what stands under a choice whose letters fit several options
	Waiting  string                        // what stands under a choice whose number may have a further digit, as {n}_
	Folded   string                        // what is said of what is typed where items are folded away
	Others   string                        // what stands under suggestions where others fit too
	Rest     func(above, below int) string // says how many lines there are more
}

// Event is what a key did to a form.
type Event struct {
	Handled   bool
	Changed   string // the item whose value changed
	Left      string // the item the cursor just left
	Picked    int    // the suggestion picked, from 0; -1: none
	PickedIn  string
	Submitted bool   // Enter on the last item
	Taken     bool   // Enter took an option of Changed and went on: further items may follow from it
	Refused   string // why nothing came of the key: an option that cannot be chosen now, letters on a choice
}

// Form is a column of questions.
type Form struct {
	st      theme.Styles
	text    FormText
	items   []*item
	focus   int // index into items; len(items) stands for the fold
	later   bool
	top     int
	step    int // the page that is shown
	suggest int // the suggestion the arrows stand on; -1: none
}

type item struct {
	Item
	field  Field
	area   *area
	option int    // the option the cursor stands on
	walked bool   // somebody moved the cursor over the options
	typed  string // initials typed so far
	number Number // the number typed so far
	others bool   // more fits than is suggested
}

// NewForm makes a form; the cursor stands on the first item.
func NewForm(st theme.Styles, text FormText, items []Item) *Form {
	if text.Rest == nil {
		text.Rest = Arrows
	}
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

// clipped reports whether the last input was longer than the item holds.
func (x *item) clipped() bool {
	if x.Kind == Notes {
		return x.area.clipped
	}
	return x.field.Clipped()
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
