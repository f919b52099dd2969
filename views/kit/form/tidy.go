package form

import (
	"sizhen/store/hall"
	"sizhen/views"
)

// Tidy writes what is typed as it is kept: at once when the field is left, so that whatever follows
// shows it so, and in any case when the record is read.
func (f *Field[R]) Tidy(as func(string) string) *Field[R] {
	read := f.read
	f.tidy = as
	f.read = func(s views.Session, typed string, r *R) *hall.Error { return read(s, as(typed), r) }
	return f
}

// Who is the name of somebody or something: as hall.NameOf keeps it.
func (f *Field[R]) Who() *Field[R] { return f.Tidy(hall.NameOf) }

// Phone is a telephone number.
func (f *Field[R]) Phone() *Field[R] { return f.Tidy(hall.PhoneOf).shaped(hall.CheckPhone) }

// Village is a village or a quarter: no number is one.
func (f *Field[R]) Village() *Field[R] { return f.Tidy(hall.NameOf).shaped(hall.CheckVillage) }

// shaped says, when the field is left, what is wrong with what somebody wrote there. What is on file
// is left to the rules of the record.
func (f *Field[R]) shaped(wrong func(string) *hall.Error) *Field[R] { f.shape = wrong; return f }

// misshaped is what is wrong with the form of what was typed.
func (v *View[R]) misshaped(f *Field[R], r R) *hall.Error {
	if typed, here := v.typedIn(f, r); here && f.shape != nil {
		return f.shape(f.tidy(typed))
	}
	return nil
}

// typedIn is what somebody typed in a field; false where what was on file, or its mask, stands there.
func (v *View[R]) typedIn(f *Field[R], r R) (string, bool) {
	typed := v.form.Value(f.name)
	return typed, typed != "" && typed != v.start[f.name] && (f.sealed == nil || f.sealed(r) != typed)
}

// neaten writes a field that is left as it is kept.
func (v *View[R]) neaten(f *Field[R]) {
	if f.tidy == nil {
		return
	}
	typed, here := v.typedIn(f, v.fresh())
	if now := f.tidy(typed); here && now != typed {
		v.form.SetValue(f.name, now)
		v.follow()
	}
}
