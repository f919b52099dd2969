package text

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"sizhen/store/hall"
)

// Money writes an amount in fen: 12,000元, 1,800.50元. Whole yuan come without a fraction.
func Money(fen int64) Message {
	sign, n := "", uint64(fen)
	if fen < 0 {
		sign, n = "-", -n
	}
	s := grouped(n / 100)
	if n%100 != 0 {
		s += fmt.Sprintf(".%02d", n%100)
	}
	return Message{zh: sign + s + "元", en: sign + "¥" + s}
}

// grouped puts a comma before every third place.
func grouped(n uint64) string {
	s := strconv.FormatUint(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// ParseMoney reads an amount of yuan as people write it: 12000, 12,000.50, ¥300, 1.2万,
// 3千, 1万2千元, also with full-width digits and marks. It returns fen, or hall.ErrAmount
// for what is no amount, negative, finer than a fen or too large to keep.
func ParseMoney(s string) (int64, error) {
	refused := hall.Refuse(hall.ErrAmount, "text", strings.TrimSpace(s))
	rest := strings.TrimSpace(strings.ReplaceAll(plain(s), "。", "."))
	rest = strings.TrimSpace(strings.TrimPrefix(rest, "¥"))
	for _, end := range []string{"人民币", "元整", "元", "块钱", "块", "圆"} {
		rest = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(rest, "人民币"), end))
	}
	if rest == "" || len(rest) > 40 {
		return 0, refused
	}
	sum, last := new(big.Rat), int64(0)
	for rest != "" {
		number := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789.,"))]
		rest = strings.TrimLeft(rest[len(number):], " ")
		unit, more := unitOf(rest)
		value, ok := decimal(number)
		// Units come once each, the larger first; a bare number may only end the amount
		// after nothing else, since 3万5 means 35,000 to some and 30,005 to others.
		if !ok || last != 0 && (unit >= last || unit == 1) {
			return 0, refused
		}
		sum.Add(sum, value.Mul(value, new(big.Rat).SetInt64(unit)))
		rest, last = strings.TrimLeft(more, " "), unit
		if unit == 1 && rest != "" {
			return 0, refused
		}
	}
	sum.Mul(sum, big.NewRat(100, 1))
	if !sum.IsInt() || !sum.Num().IsInt64() {
		return 0, refused
	}
	return sum.Num().Int64(), nil
}

// unitOf takes a unit off the front; 1 when there is none.
func unitOf(s string) (int64, string) {
	for _, u := range []struct {
		word string
		n    int64
	}{{"亿", 1e8}, {"万", 1e4}, {"千", 1000}, {"百", 100}} {
		if after, ok := strings.CutPrefix(s, u.word); ok {
			return u.n, after
		}
	}
	return 1, s
}

// decimal reads digits with at most one point, and commas only before every third place:
// 1,2 is more likely a slip for 1.2 than twelve.
func decimal(s string) (*big.Rat, bool) {
	whole, fraction, point := strings.Cut(s, ".")
	if whole == "" || point && fraction == "" || strings.ContainsAny(fraction, ".,") {
		return nil, false
	}
	groups := strings.Split(whole, ",")
	for i, g := range groups {
		if g == "" || len(groups) > 1 && (len(g) > 3 || i > 0 && len(g) != 3) {
			return nil, false
		}
	}
	digits := strings.Join(groups, "")
	if point {
		digits += "." + fraction
	}
	return new(big.Rat).SetString(digits)
}

// Capital writes an amount in fen in capital numerals, as agreements need: 壹万贰仟元整.
// Where the rules for bills leave a 零 open, between 拾万 and 仟 or before 角, there is none.
func Capital(fen int64) string {
	sign, n := "", uint64(fen)
	if fen < 0 {
		sign, n = "负", -n
	}
	if n == 0 {
		return "零元整"
	}
	yuan, jiao, last := n/100, n/10%10, n%10
	s := sign
	if yuan > 0 {
		s += capitals(yuan) + "元"
	}
	switch {
	case jiao == 0 && last == 0:
		return s + "整"
	case jiao == 0 && yuan > 0:
		s += "零"
	case jiao > 0:
		s += capitals(jiao) + "角"
	}
	if last == 0 {
		return s + "整"
	}
	return s + capitals(last) + "分"
}

// capitals writes a number above zero. A gap of places is one 零.
func capitals(n uint64) string {
	for _, u := range []struct {
		n    uint64
		word string
	}{{1e8, "亿"}, {1e4, "万"}, {1000, "仟"}, {100, "佰"}, {10, "拾"}} {
		if n < u.n {
			continue
		}
		s, rest := capitals(n/u.n)+u.word, n%u.n
		switch {
		case rest == 0:
			return s
		case rest < u.n/10:
			return s + "零" + capitals(rest)
		}
		return s + capitals(rest)
	}
	return [...]string{"", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}[n]
}
