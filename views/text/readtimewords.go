package text

import (
	"regexp"
	"strconv"
	"strings"
)

const (
	hourWord = `one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}`
	partWord = `half|(?:a )?quarter|five|ten|twenty|twenty[- ]five`
)

var (
	pastTo    = regexp.MustCompile(`\b(` + partWord + `)(?: min(?:ute)?s?)? (past|after|to|before) (` + hourWord + `)\b`)
	oclock    = regexp.MustCompile(`\b(` + hourWord + `) ?o'?clock\b`)
	thirty    = regexp.MustCompile(`\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (fifteen|thirty|forty[- ]five)\b`)
	hourAlone = regexp.MustCompile(`\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b`)
	partOf    = regexp.MustCompile(` ?(?:in the (morning|afternoon|evening)|at (night))\b`)
	leadIn    = regexp.MustCompile(`^(?:from|between|at) `)
	until     = regexp.MustCompile(` (?:to|until|till|and) `)
)

// figureOf are the English words of hours and minutes.
var figureOf = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
	"twelve": 12, "half": 30, "quarter": 15, "a quarter": 15, "fifteen": 15, "twenty": 20, "twenty five": 25, "thirty": 30, "forty five": 45}

func figure(word string) int {
	if n, ok := figureOf[strings.ReplaceAll(word, "-", " ")]; ok {
		return n
	}
	n, _ := strconv.Atoi(word)
	return n
}

// inFigures writes the English of a time of day as hourOf reads it, as a spoken one: half past two is
// 2点30分, three o'clock 3点, from 2 to 3 is 2-3.
func inFigures(s string) string {
	if !strings.ContainsAny(s, "abcdefghijklmnopqrstuvwxyz") {
		return s
	}
	spoken := func(hour, minute int) string {
		out := strconv.Itoa(hour) + "点"
		if minute > 0 {
			out += strconv.Itoa(minute) + "分"
		}
		return out
	}
	each := func(form *regexp.Regexp, write func(m []string) string) {
		s = form.ReplaceAllStringFunc(s, func(found string) string { return write(form.FindStringSubmatch(found)) })
	}
	s = leadIn.ReplaceAllString(s, "")
	each(pastTo, func(m []string) string {
		minute, hour := figure(m[1]), figure(m[3])
		if m[2] == "past" || m[2] == "after" {
			return spoken(hour, minute)
		}
		return spoken((hour+11-1)%12+1, 60-minute)
	})
	each(oclock, func(m []string) string { return spoken(figure(m[1]), 0) })
	each(thirty, func(m []string) string { return spoken(figure(m[1]), figure(m[2])) })
	each(hourAlone, func(m []string) string { return spoken(figure(m[1]), 0) })
	each(partOf, func(m []string) string {
		if m[1] == "morning" {
			return "am"
		}
		return "pm"
	})
	return until.ReplaceAllString(s, "-")
}
