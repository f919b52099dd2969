package widget

// ShowLater unfolds the items that may be filled in later, or folds them.
func (f *Form) ShowLater(show bool) { f.later = show }

// SetStep shows another page of the form, from its first item on.
func (f *Form) SetStep(n int) {
	f.step, f.focus, f.top, f.later = n, -1, 0, false
	f.move(1)
}

// Step is the page that is shown.
func (f *Form) Step() int { return f.step }

// shown reports whether an item is in sight.
func (f *Form) shown(x *item) bool { return !x.Hidden && x.Step == f.step && (!x.Later || f.later) }

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
			if x.Step != f.step {
				f.SetStep(x.Step)
			}
			f.later = f.later || x.Later
			f.enterItem(i)
			return
		}
	}
}

// enterItem puts the cursor into an item; what is only offered there is selected.
func (f *Form) enterItem(i int) {
	f.focus, f.suggest = i, -1
	if x := f.focused(); x != nil {
		x.number.End()
	}
	if x := f.focused(); x != nil && x.Kind == Text && (x.Whole || x.Replace && x.field.Value() == x.Value) {
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
				return true
			}
			f.focus = was
		}
	}
	return false
}

// Ends reports whether Enter in the item with the cursor is the end of the form: none comes next.
func (f *Form) Ends() bool {
	if f.focused() == nil {
		return false
	}
	for i := f.focus + 1; i <= len(f.items); i++ {
		if f.open(i) {
			return i == len(f.items) && !f.anyRequiredEmpty()
		}
	}
	return true
}

// FocusError puts the cursor into the first item with an error, on its page. Out of a masked item it
// goes into another masked one only: the hands may be typing the password still, and it would stand
// there in clear. elsewhere is then the item that it did not go to.
func (f *Form) FocusError() (elsewhere string) {
	at := f.focused()
	blind := at != nil && at.Mask
	for _, x := range f.items {
		switch {
		case x.Error == "" || x.Hidden || x.Step > f.step:
		case !blind || x.Mask:
			f.Focus(x.ID)
			return ""
		case elsewhere == "":
			elsewhere = x.ID
		}
	}
	return elsewhere
}

// Typing reports whether letters and digits go into a text just now.
func (f *Form) Typing() bool {
	x := f.focused()
	return x != nil && x.Kind != Choice
}

// Missing puts the error of an empty required field where it belongs, on this page or one before it.
func (f *Form) Missing() {
	for _, x := range f.items {
		if x.Required && !x.Hidden && x.Step <= f.step && blank(x.value()) {
			x.Error = f.text.Required
		}
	}
}

// open reports whether the cursor can go to an item.
func (f *Form) open(i int) bool {
	if i == len(f.items) {
		return len(f.folded()) > 0
	}
	x := f.items[i]
	return f.shown(x) && !x.ReadOnly
}

// folded names the items behind the fold.
func (f *Form) folded() []string {
	if f.later {
		return nil
	}
	var names []string
	for _, x := range f.items {
		if x.Later && !x.Hidden && x.Step == f.step {
			names = append(names, x.Label)
		}
	}
	return names
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
