package hall

import (
	"regexp"
	"strings"
)

// PhoneOf is a telephone number as it is kept: narrow signs, Chinese digits as figures (〇五七五 is 0575, 幺 is 1),
// no blanks, and an extension behind 转: 82345678 转 3, 82345678ext3. What is no number stays as it
// was typed, so that it can be seen what is wrong.
func PhoneOf(s string) string {
	const digits = "〇一二三四五六七八九"
	out := strings.Map(func(r rune) rune {
		switch i := strings.IndexRune(digits, r); {
		case blank(r):
			return -1
		case i >= 0:
			return '0' + rune(i/3)
		case r == '零' || r == '○':
			return '0'
		case r == '幺':
			return '1'
		case r == '两':
			return '2'
		case r >= 0xFF01 && r <= 0xFF5E:
			return r - 0xFEE0
		case r >= 0x2010 && r <= 0x2015 || r == 0x2212 || r == 0x2500:
			return '-'
		}
		return r
	}, strings.TrimSpace(s))
	out = phoneWord.ReplaceAllString(out, "")
	if out = extensionWord.ReplaceAllString(out, "转"); CheckPhone(out) != nil {
		return strings.TrimSpace(s)
	}
	return out
}

var (
	phoneWord     = regexp.MustCompile(`(?i)^(?:联系电话|电话|手机号?|座机|tel\.?|phone|mobile):?`)
	extensionWord = regexp.MustCompile(`(?i)(?:转|分机号?|extension|ext\.?|#)+`)
	extended      = regexp.MustCompile(`^(.+?)(?:转|-)(\d{1,5})$`)
)

// CheckPhone accepts what can be dialled in China, with blanks, - and brackets between: a short or a local
// number of five to eight digits, one with its area code, a mobile one of eleven digits, 400 and 800
// numbers; with + a foreign one. An extension stands behind 转, or behind - where the number is whole
// without it.
func CheckPhone(s string) *Error {
	if dialled(s) {
		return nil
	}
	if m := extended.FindStringSubmatch(s); m != nil && dialled(m[1]) && len(phoneSigns.Replace(m[1])) >= 7 {
		return nil
	}
	return Refuse(ErrPhone)
}

var phoneSigns = strings.NewReplacer(" ", "", "-", "", "(", "", ")", "")

// dialled reports whether a text is a telephone number without extension.
func dialled(s string) bool {
	s = phoneSigns.Replace(s)
	foreign := strings.HasPrefix(s, "+") || strings.HasPrefix(s, "00")
	n := strings.TrimPrefix(strings.TrimPrefix(s, "+"), "00")
	if len(n) < 5 || strings.Trim(n, "0123456789") != "" {
		return false
	}
	home := n
	if len(n) > 11 || foreign {
		home = strings.TrimPrefix(n, "86")
	}
	switch {
	case foreign && home == n:
		return len(n) >= 7 && len(n) <= 15
	case foreign && home[:1] != "0" && (len(home) == 9 || len(home) == 10 || len(home) == 11 && home[0] != '1'): // +86 575 8234 5678
		return true
	case strings.HasPrefix(home, "0"):
		return len(home) >= 10 && len(home) <= 12
	case len(home) == 10:
		return strings.HasPrefix(home, "400") || strings.HasPrefix(home, "800")
	case len(home) == 11: // 13 to 19; nobody has 10, which is for samples
		return home[0] == '1' && home[1] != '1' && home[1] != '2'
	}
	return len(home) >= 5 && len(home) <= 8
}
