package app_test

import (
	"flag"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/views"
	"sizhen/views/text"
)

var update = flag.Bool("update", false, "write the frames under testdata anew")

// One frame a screen and language, from the sample hall, is kept to be looked at: whoever changes
// what a screen shows sees in the change what its users will see. All else is asserted in words.
func TestFramesAsTheyAreKept(t *testing.T) {
	t.Parallel()
	h := sample(t)
	for lang, suffix := range []string{text.Zh: "zh", text.En: "en"} { // in this order: to open a case is on record
		for _, e := range every {
			if e.box {
				continue
			}
			d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Lang: text.Lang(lang)})
			d.Press(e.keys...)
			name := strings.ReplaceAll(e.name, " ", "-") + "." + suffix
			apptest.Golden(t, *update, name, views.Frame{Lines: strings.Split(d.Screen(), "\n")})
			d.Close()
		}
	}
}
