package hall

import (
	"strings"
	"unicode"
)

// Twice finds two of the parties who are most likely one: the same person on file, or of one name
// with one document, or on one side with nothing that tells them apart, not even a village. ok is false where there
// are none. Two people can bear one name: it is asked, not refused.
func Twice(all []Party) (a, b Party, ok bool) {
	for i, a := range all {
		for _, b := range all[i+1:] {
			x, y := a.Details, b.Details
			switch {
			case a.Person != 0 && a.Person == b.Person:
				return a, b, true
			case x.Name == "" || x.Name != y.Name:
			case x.DocNumber != "" && x.DocNumber == y.DocNumber:
				return a, b, true
			case a.Side == b.Side && x.DocNumber == "" && y.DocNumber == "" && x.Phone == y.Phone && LikePlace(x.Village, y.Village) != PlaceOther:
				return a, b, true
			}
		}
	}
	return Party{}, Party{}, false
}

// SameMatter reports whether what two people quarrel about may be what a case is about: a dispute
// of one type, or of a cause in the same words (漏水, 楼上漏水).
func SameMatter(m Matter, row CaseRow) bool {
	if m.Type != "" && m.Type == row.Type {
		return true
	}
	a, b := FoldName(m.Subject), FoldName(row.Subject)
	if a == "" || b == "" {
		return false
	}
	if a == b {
		return true
	}
	han := func(r rune) bool { return unicode.Is(unicode.Han, r) }
	runes := []rune(a)
	for i := range max(len(runes)-1, 0) {
		if han(runes[i]) && han(runes[i+1]) && strings.Contains(b, string(runes[i:i+2])) {
			return true
		}
	}
	return false
}
