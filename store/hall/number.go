package hall

import (
	"strconv"
	"strings"
	"unicode"
)

// CaseNumber writes a case number from the hall's pattern: {year}, {word} and {n}. A word that says
// what the pattern says behind it anyway does not say it twice.
func CaseNumber(pattern, word string, year, n int) string {
	return strings.NewReplacer("{year}", strconv.Itoa(year), "{word}", CaseWord(pattern, word), "{n}", strconv.Itoa(n)).Replace(pattern)
}

// CaseWord is the hall's word in case numbers, of what somebody typed for it: who writes 百调 or
// 百调字, as the numbers are spoken of, means 百. The pattern says what stands behind the word anyway.
func CaseWord(pattern, typed string) string {
	_, behind, _ := strings.Cut(pattern, "{word}")
	behind, _, _ = strings.Cut(behind, "{")
	for end := []rune(behind); len(end) > 0; end = end[:len(end)-1] {
		if word, cut := strings.CutSuffix(typed, string(end)); cut && word != "" && unicode.Is(unicode.Han, end[0]) {
			return word
		}
	}
	return typed
}
