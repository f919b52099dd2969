package text

import (
	"math/big"
	"regexp"
	"strconv"
	"strings"

	"sizhen/store/hall"
)

// narrow writes full-width letters, digits and marks, as an input method types them, in
// their narrow form, and lets the several dashes, dots and blanks be one each.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0xFF01 && r <= 0xFF5E:
			return r - 0xFEE0
		case r == 0x3000 || r == 0xA0 || r >= 0x2000 && r <= 0x200A:
			return ' '
		case r == 0x200B || r == 0xFEFF:
			return -1
		case r == 0xFFE5:
			return '¥'
		case r >= 0x2010 && r <= 0x2015 || r == 0x2212 || r == 0x2500:
			return '-'
		case r == '〜':
			return '~'
		case r == '。' || r == '．':
			return '.'
		case r == '○' || r == 'Ｏ' || r == '零':
			return '〇'
		}
		return r
	}, s)
}

// tight is what was typed in small letters, with the blanks that mean nothing taken out:
// those beside a Chinese character or a mark, and all but one elsewhere.
func tight(s string) string {
	fields := strings.Fields(strings.ToLower(narrow(s)))
	var b strings.Builder
	for i, f := range fields {
		if i > 0 && wordy(fields[i-1], true) && wordy(f, false) {
			b.WriteByte(' ')
		}
		b.WriteString(f)
	}
	return b.String()
}

// wordy reports whether a piece ends, or begins, with a letter or digit of the Latin kind,
// so that a blank beside it parts two words.
func wordy(s string, atEnd bool) bool {
	c := s[0]
	if atEnd {
		c = s[len(s)-1]
	}
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || atEnd && (c == ',' || c == '.')
}

// digitOf is a Chinese digit, everyday or capital.
func digitOf(r rune) (int64, bool) {
	if i := strings.IndexRune("〇一二三四五六七八九", r); i >= 0 {
		return int64(i / 3), true
	}
	if i := strings.IndexRune("零壹贰叁肆伍陆柒捌玖", r); i >= 0 {
		return int64(i / 3), true
	}
	switch r {
	case '两', '俩', '貳':
		return 2, true
	case '壱', '弌':
		return 1, true
	case '參', '叄':
		return 3, true
	case '陸':
		return 6, true
	}
	return 0, false
}

// placeOf is the worth of a Chinese place; 0 for what is none.
func placeOf(r rune) int64 {
	switch r {
	case '十', '拾':
		return 10
	case '百', '佰':
		return 100
	case '千', '仟':
		return 1000
	case '万', '萬':
		return 1e4
	case '亿', '億':
		return 1e8
	}
	return 0
}

// figures are digits with their commas and their point.
var figures = regexp.MustCompile(`^[0-9][0-9,]*(?:\.[0-9]+)?`)

// numeral is a number being read, from its largest place down.
type numeral struct {
	sum, part  *big.Rat // what stands before the last 万 or 亿, and after
	number     *big.Rat // read, and not yet placed
	digits     int      // of that number; 1 for a Chinese one
	small, big int64    // the last place of each kind
	last       int64    // the last place
	gap        bool     // a 零 came since
	fraction   bool     // a number had a point: it stays alone
	n          int      // numbers read
}

// quantity reads a number as people write it: 12000, 12,000.50, 1.2万, 1万2千, 1万2, 一万二, 三千零五, 壹万贰仟, 二〇二六.
// 一万二 is 12,000 and 一万零二 is 10,002. False for what is no number, or negative.
func quantity(s string) (*big.Rat, bool) {
	if n, ok := inRow(s); ok {
		return new(big.Rat).SetInt64(n), true
	}
	q := numeral{sum: new(big.Rat), part: new(big.Rat)}
	for s != "" {
		if number := figures.FindString(s); number != "" {
			value, ok := decimal(number)
			if !ok || !q.put(value, len(number), strings.Contains(number, ".")) {
				return nil, false
			}
			s = s[len(number):]
			continue
		}
		r := []rune(s)[0]
		s = s[len(string(r)):]
		if d, ok := digitOf(r); ok && d > 0 {
			if !q.put(new(big.Rat).SetInt64(d), 1, false) {
				return nil, false
			}
			continue
		} else if ok {
			if q.number != nil || q.gap || q.last == 0 {
				return nil, false
			}
			q.gap = true
			continue
		}
		if p := placeOf(r); p == 0 || !q.place(p) {
			return nil, false
		}
	}
	return q.end()
}

// inRow reads Chinese digits one after the other: 二〇二六, and 〇 alone.
func inRow(s string) (int64, bool) {
	runes := []rune(s)
	if len(runes) > 12 || s != "〇" && (len(runes) < 2 || runes[0] == '〇') {
		return 0, false
	}
	n := int64(0)
	for _, r := range runes {
		d, ok := digitOf(r)
		if !ok {
			return 0, false
		}
		n = n*10 + d
	}
	return n, true
}

func (q *numeral) put(n *big.Rat, digits int, fraction bool) bool {
	if q.number != nil || q.fraction || fraction && q.n > 0 {
		return false
	}
	q.number, q.digits, q.fraction, q.n = n, digits, fraction, q.n+1
	return true
}

// place takes a unit: places come once each, the larger first.
func (q *numeral) place(p int64) bool {
	if p < 1e4 {
		if q.small != 0 && p >= q.small {
			return false
		}
		if q.number == nil {
			if p != 10 || q.fraction { // 十五, and 一百十五
				return false
			}
			q.number, q.n = big.NewRat(1, 1), q.n+1
		}
		q.part.Add(q.part, q.number.Mul(q.number, new(big.Rat).SetInt64(p)))
		q.number, q.small, q.last, q.gap = nil, p, p, false
		return true
	}
	if q.big != 0 && p >= q.big && !(p == 1e8 && q.big == 1e4 && (q.number == nil || q.gap || q.small > 0)) {
		return false
	}
	if q.number != nil {
		if q.small >= 100 && !q.gap { // 三千二万 is nothing that anybody means
			return false
		}
		q.part.Add(q.part, q.number)
	}
	if q.part.Sign() == 0 && q.sum.Sign() == 0 || p == 1e4 && q.part.Sign() == 0 {
		return false
	}
	if p == 1e8 {
		q.sum.Add(q.sum, q.part)
		q.sum.Mul(q.sum, big.NewRat(1e8, 1))
	} else {
		q.sum.Add(q.sum, q.part.Mul(q.part, big.NewRat(1e4, 1)))
	}
	q.part, q.number, q.small, q.big, q.last, q.gap = new(big.Rat), nil, 0, p, p, false
	return true
}

// end closes the number: a digit left over counts in the place below the last one, unless a
// 零 stands before it or it has as many digits as are missing.
func (q *numeral) end() (*big.Rat, bool) {
	switch {
	case q.n == 0 || q.gap && q.number == nil:
		return nil, false
	case q.number == nil:
	case q.last < 100 || q.gap:
		q.part.Add(q.part, q.number)
	case q.digits == 1:
		q.part.Add(q.part, q.number.Mul(q.number, big.NewRat(q.last/10, 1)))
	case q.digits >= 3 && q.digits <= len(strconv.FormatInt(q.last, 10))-1 || q.last == 100 && q.digits == 2:
		q.part.Add(q.part, q.number)
	default: // 1万25: 10,025 to some and 12,500 to others
		return nil, false
	}
	return q.sum.Add(q.sum, q.part), true
}

// whole reads a whole number below a hundred million, in digits or in Chinese.
func whole(s string) (int, bool) {
	q, ok := quantity(strings.Replace(s, "廿", "二十", 1))
	if !ok || !q.IsInt() || q.Cmp(big.NewRat(1e8, 1)) >= 0 {
		return 0, false
	}
	return int(q.Num().Int64()), true
}

// ReadNumber reads a whole number from least to most, in digits or in Chinese, with or
// without a measure word behind it: 12, １２, 十二, 3人, 三份.
func ReadNumber(s string, least, most int) (int, *hall.Error) {
	typed := strings.ReplaceAll(strings.ReplaceAll(tight(s), " ", ""), ",", "")
	typed = strings.TrimRight(typed, "个人名位份天次户间件条%")
	n, ok := count(typed)
	switch {
	case !ok:
		return 0, hall.Refuse(hall.ErrNumber, "text", strings.TrimSpace(s))
	case n < least || n > most:
		return 0, hall.Refuse(hall.ErrRange, "least", least, "most", most)
	}
	return n, nil
}
