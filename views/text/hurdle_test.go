package text

import (
	"testing"

	"sizhen/store/hall"
)

// Whatever step a case's state does not allow, its menu says why in few words.
func TestEveryHurdleHasWords(t *testing.T) {
	t.Parallel()
	for _, s := range hall.States() {
		for _, a := range hall.Actions() {
			if _, ok := hall.CaseCourse().At(s, a); ok {
				continue
			}
			err := hall.CaseCourse().Wrong(hall.Case{State: s}, a)
			if m := Short(err); m.IsZero() || m.In(Zh) == Err(err).In(Zh) {
				t.Errorf("%v in %v: %v has no words", a, s, err.Args["why"])
			}
		}
	}
}
