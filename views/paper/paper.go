// Package paper holds the printed views: forms, calendars and whatever else leaves the hall
// as a sheet or a file for somebody else's program. What it writes is read outside the hall,
// so identity numbers and telephones never come through, and of a confidential matter only
// that there is one; but a trip's list, which its own reader takes along, has telephones.
package paper

import (
	"regexp"
	"strings"
	"unicode"

	"sizhen/store/hall"
)

// numbers finds identity numbers and telephones inside free text; a telephone may be
// written in groups, as 138 0001 6021 or 0575-8212 3456.
var numbers = regexp.MustCompile(`\d{17}[\dXx]|\d{15}|1\d{2}[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[ -]?\d{3,4}[ -]?\d{4}`)

// Outward is a text as it may leave the hall: numbers masked, no control characters, valid
// UTF-8, on one line.
func Outward(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == unicode.ReplacementChar || unicode.IsControl(r) || unicode.In(r, unicode.Zl, unicode.Zp) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	s = strings.Join(strings.Fields(s), " ")
	return numbers.ReplaceAllStringFunc(s, func(n string) string {
		digits := strings.NewReplacer(" ", "", "-", "").Replace(n)
		if len(digits) >= 15 {
			return hall.MaskDoc(digits)
		}
		return hall.MaskPhone(digits)
	})
}
