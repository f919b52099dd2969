package text

import (
	"testing"

	"sizhen/store/hall"
)

func TestEveryBackgroundHasAName(t *testing.T) {
	for _, b := range hall.Backgrounds() {
		if Background(b).In(Zh) == Unknown.In(Zh) {
			t.Errorf("%s has no name", b)
		}
	}
	if len(hall.Backgrounds()) != len(backgrounds) {
		t.Error("a background is not listed")
	}
}
