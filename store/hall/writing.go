package hall

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Geta (〓, GB 2312 02-30) stands in the place of a character that cannot be kept: printers have
// always put it where type was missing. It is shown and asked about, never dropped.
const Geta = '〓'

// moved are, from U+E815 on, the eighty characters of GBK that had no code of their own when
// older Chinese fonts were made, and stand in the private use area in what is pasted from
// them: 䶮 among them. Their codes are those of GB 18030-2022.
const moved = "\u2E81\U00020087\U00020089\U000200CC\u2E84\u3473\u3447\u2E88\u2E8B\u9FB4\u359E\u361A\u360E\u2E8C\u2E97\u396E\u3918\u9FB5\u39CF\u39DF" +
	"\u3A73\u39D0\u9FB6\u9FB7\u3B4E\u3C6E\u3CE0\u2EA7\U000215D7\u9FB8\u2EAA\u4056\u415F\u2EAE\u4337\u2EB3\u2EB6\u2EB7\U0002298F\u43B1" +
	"\u43AC\u2EBB\u43DD\u44D6\u4661\u464C\u9FB9\u4723\u4729\u477C\u478D\u2ECA\u4947\u497A\u497D\u4982\u4983\u4985\u4986\u499F" +
	"\u499B\u49B7\u49B6\u9FBA\U000241FE\u4CA3\u4C9F\u4CA0\u4CA1\u4C77\u4CA2\u4D13\u4D14\u4D15\u4D16\u4D17\u4D18\u4D19\u4DAE\u9FBB"

// The other runs of the same kind: vertical marks, signs for composing a character, and
// letters of pinyin and the euro sign.
const (
	movedMarks     = "\uFE10\uFE12\uFE11\uFE13\uFE14\uFE15\uFE16\uFE17\uFE18\uFE19" // from U+E78D
	movedComposing = "\u303E\u2FF0\u2FF1\u2FF2\u2FF3\u2FF4\u2FF5\u2FF6\u2FF7\u2FF8\u2FF9\u2FFA\u2FFB"
)

// Today writes a character of the private use area as it is written today; one that nobody
// can tell becomes 〓. Every other character stays.
func Today(r rune) rune {
	for _, run := range []struct {
		from rune
		to   string
	}{{0xE815, moved}, {0xE78D, movedMarks}, {0xE7E7, movedComposing}, {0xE76C, "\u20AC"}, {0xE7C7, "\u1E3F\u01F9"}} {
		if n := int(r - run.from); n >= 0 && n < utf8.RuneCountInString(run.to) {
			return []rune(run.to)[n]
		}
	}
	if unicode.Is(unicode.Co, r) || r == utf8.RuneError {
		return Geta
	}
	return r
}

// NameOf is a name as it is kept: today's characters, one blank between words, and none
// between Chinese characters, where lists put one to make two characters as wide as three
// (欧阳　平, 王 芳).
func NameOf(s string) string {
	s = strings.Map(Today, strings.ToValidUTF8(s, string(Geta)))
	fields := strings.FieldsFunc(s, blank)
	var b strings.Builder
	for i, f := range fields {
		if i > 0 {
			before, _ := utf8.DecodeLastRuneInString(fields[i-1])
			after, _ := utf8.DecodeRuneInString(f)
			if !hanBeside(before) || !hanBeside(after) {
				b.WriteByte(' ')
			}
		}
		b.WriteString(f)
	}
	return b.String()
}

// AsKept is a registration with its names and numbers as they are kept.
func (in Intake) AsKept() Intake {
	in.Parties = slices.Clone(in.Parties)
	for i := range in.Parties {
		p := &in.Parties[i]
		for _, name := range []*string{&p.Details.Name, &p.Details.Contact, &p.Guardian, &p.Proxy} {
			*name = NameOf(*name)
		}
		for _, phone := range []*string{&p.Details.Phone, &p.GuardianPhone, &p.ProxyPhone} {
			*phone = PhoneOf(*phone)
		}
		if p.Details.Doc == DocCredit {
			p.Details.DocNumber = CleanIDCard(p.Details.DocNumber)
		}
		p.Details.Village = NameOf(p.Details.Village)
	}
	return in
}

func blank(r rune) bool { return unicode.IsSpace(r) || r == 0x200B || r == 0xFEFF }

// hanBeside reports whether a blank beside a character means nothing.
func hanBeside(r rune) bool { return unicode.Is(unicode.Han, r) || r == Geta || isDot(r) }

// isDot reports whether a character is one of the dots between the parts of a name.
func isDot(r rune) bool { return strings.ContainsRune("·•・‧∙⋅．。｡", r) }

// FoldName is a name for comparing: two names of one fold are one name. Dots, whichever they
// are, and blanks do not make another person (阿卜杜拉·买买提 = 阿卜杜拉买买提), nor do capitals or full-width
// letters.
func FoldName(s string) string {
	s = NameOf(s)
	chinese := strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	return strings.Map(func(r rune) rune {
		if r >= 0xFF01 && r <= 0xFF5E {
			r -= 0xFEE0
		}
		if isDot(r) || r == '.' && chinese || blank(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}
