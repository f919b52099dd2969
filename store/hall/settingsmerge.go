package hall

import "reflect"

// Merged is what the settings are after somebody changed was into now, while others may have changed
// them too: what was changed is changed, and all else stays as it is in s. Ok is false where both
// changed the same thing in two ways: nothing is to be overwritten then.
func (s Settings) Merged(was, now Settings) (out Settings, ok bool) {
	at, before, after := reflect.ValueOf(&s).Elem(), reflect.ValueOf(was), reflect.ValueOf(now)
	for i := range at.NumField() {
		a, b := before.Field(i), after.Field(i)
		switch here := at.Field(i); {
		case alikeSetting(a, b):
		case alikeSetting(here, a) || alikeSetting(here, b):
			here.Set(b)
		default:
			return s, false
		}
	}
	return s, true
}

// alikeSetting reports whether two values of a setting are one; an empty list is none.
func alikeSetting(a, b reflect.Value) bool {
	if a.Kind() == reflect.Slice && a.Len() == 0 && b.Len() == 0 {
		return true
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}
