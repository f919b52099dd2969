package pinyin

import (
	"slices"
	"testing"

	pin "github.com/mozillazg/go-pinyin"
)

// What is read off the dictionary is what the package itself reads: of every seventh character.
func TestLettersAreThoseOfTheDictionary(t *testing.T) {
	t.Parallel()
	args := pin.NewArgs()
	args.Style, args.Heteronym = pin.FirstLetter, true
	for r := range pin.PinyinDict {
		if r%7 != 0 {
			continue
		}
		var want []string
		for _, l := range pin.SinglePinyin(rune(r), args) {
			if "a" <= l && l <= "z" && !slices.Contains(want, l) {
				want = append(want, l)
			}
		}
		if got := readings(rune(r)); !slices.Equal(got, want) {
			t.Errorf("%c: %v, want %v", r, got, want)
		}
	}
}
