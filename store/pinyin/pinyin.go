// Package pinyin finds Chinese names and words by the first letters of their readings: a
// clerk types zxq for 章雪琴. Surnames of people are read as surnames, and everything else as it
// is usually read: 区志强 is ozq, and 区法院 qfy.
package pinyin

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	pin "github.com/mozillazg/go-pinyin"
)

// most bounds how many ways of reading one name are kept.
const most = 8

// OfPerson are the Initials of a person's name: the surname's reading as a surname first, all
// its other readings after.
func OfPerson(name string) []string {
	letters, n := surname(name)
	if n == 0 {
		return Initials(name)
	}
	out := initials(letters, string([]rune(name)[n:]))
	for _, other := range Initials(name) {
		if !slices.Contains(out, other) {
			out = append(out, other)
		}
	}
	return out[:min(len(out), most)]
}

// Initials are the first letters of every plausible reading of a phrase or of the name of a
// body or a place, the likeliest first, in lower case. Letters and digits stand for
// themselves; other marks are passed over. A character that nobody knows a reading for is
// passed over too.
func Initials(s string) []string { return initials([]string{""}, s) }

// initials reads the rest of a name whose beginning has been read.
func initials(out []string, rest string) []string {
	for _, r := range rest {
		ways := readings(r)
		if len(ways) == 0 {
			continue
		}
		if out = cross(out, ways); len(out) > most {
			out = out[:most]
		}
	}
	if out[0] == "" {
		return nil
	}
	return out
}

// First is the likeliest of the Initials.
func First(s string) string {
	if all := Initials(s); len(all) > 0 {
		return all[0]
	}
	return ""
}

func cross(heads, tails []string) []string {
	out := make([]string, 0, len(heads)*len(tails))
	for _, t := range tails {
		for _, h := range heads {
			out = append(out, h+t)
		}
	}
	return out
}

// readings are the first letters a character can be read with. They are taken from the
// dictionary itself: the package's own way to them takes the tones off whole syllables with
// regular expressions, which is felt where every option of a form is read at every key.
func readings(r rune) []string {
	switch {
	case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
		return []string{string(unicode.ToLower(r))}
	case r == '𠮷':
		return []string{"j"}
	case r == '㛃':
		return []string{"j"}
	}
	var out []string
	for syllable := range strings.SplitSeq(pin.PinyinDict[int(r)], ",") {
		if l := toneless(syllable); l != "" && !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return out
}

// toneless is a syllable's first letter without its tone: a for āi.
func toneless(syllable string) string {
	first, _ := utf8.DecodeRuneInString(syllable)
	if 'a' <= first && first <= 'z' {
		return syllable[:1]
	}
	for _, letter := range []string{"aāáǎà", "eēéěè", "oōóǒò", "nńňǹ", "mḿ"} {
		if strings.ContainsRune(letter, first) {
			return letter[:1]
		}
	}
	return ""
}

// surname reads the surname a name begins with, where the usual first reading is wrong, and
// says how many characters it has.
func surname(s string) ([]string, int) {
	r := []rune(s)
	if len(r) < 2 || len(r) > 4 {
		return nil, 0
	}
	switch string(r[:2]) {
	case "尉迟":
		return []string{"yc"}, 2
	case "万俟":
		return []string{"mq"}, 2
	case "长孙":
		return []string{"zs"}, 2
	case "澹台":
		return []string{"tt"}, 2
	case "单于":
		return []string{"cy"}, 2
	}
	const table = "单s解x仇q查z盖g区o朴p曾z覃q翟z乐y缪m宓m员y种c召s纪j华h任r牟m贾j洗x冼x折s黑h秘b隗w逄p佘s重c石s葛g柏b卜b车c晁c沈s尹y侯h车c褚c臧z厍s冯f郇x洪h"
	t := []rune(table)
	for i := 0; i+1 < len(t); i += 2 {
		if t[i] == r[0] {
			letters := []string{string(t[i+1])}
			switch r[0] {
			case '覃':
				letters = append(letters, "t")
			case '乐':
				letters = append(letters, "l")
			case '隗':
				letters = append(letters, "k")
			case '宓':
				letters = append(letters, "f")
			}
			return letters, 1
		}
	}
	return nil, 0
}
