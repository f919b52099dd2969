package hall

import (
	"strconv"
	"strings"
)

// CaseNumber writes a case number from the hall's pattern: {year}, {word} and {n}.
func CaseNumber(pattern, word string, year, n int) string {
	return strings.NewReplacer("{year}", strconv.Itoa(year), "{word}", word, "{n}", strconv.Itoa(n)).Replace(pattern)
}
