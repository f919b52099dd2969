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

// ReadMoney reads an amount of yuan as people write it: 12000, 12,000.50, ¥300, 1.2万, 1万2, 3千, 一万二,
// 三千块, 三块五, 五毛, 壹万贰仟元整, 12k, also full-width. It returns fen. What is no amount, negative, finer
// than a fen or too large to keep is refused with hall.ErrAmount and the reason as {why}.
func ReadMoney(s string) (int64, *hall.Error) {
	typed := tight(s)
	sum, ok := amountOf(typed)
	fen := new(big.Rat).Mul(sum, big.NewRat(100, 1))
	switch {
	case strings.HasPrefix(typed, "-") || strings.HasPrefix(typed, "负"):
		return 0, refuseAmount(s, hall.AmountNegative)
	case !ok || len(typed) > 160:
		return 0, refuseAmount(s, hall.AmountUnread)
	case !fen.IsInt():
		return 0, refuseAmount(s, hall.AmountFine)
	case !fen.Num().IsInt64():
		return 0, refuseAmount(s, hall.AmountLarge)
	}
	return fen.Num().Int64(), nil
}

func refuseAmount(s string, why hall.AmountFault) *hall.Error {
	return hall.Refuse(hall.ErrAmount, "text", strings.TrimSpace(s), "why", why)
}

// EchoMoney says how an amount was read, in figures and in capital numerals: 12,000元 壹万贰仟元整.
func EchoMoney(fen int64) Message {
	return M("{figures} {capital}", "{figures} {capital}").With("figures", Money(fen)).With("capital", Capital(fen))
}

// amountOf reads an amount in yuan; the sum is never nil.
func amountOf(s string) (*big.Rat, bool) {
	for _, sign := range []string{"人民币", "rmb", "cny", "¥"} {
		s = strings.TrimPrefix(s, sign)
	}
	for _, end := range []string{"整", "正", "钱", "人民币", "rmb", "cny", "yuan"} {
		s = strings.TrimSuffix(s, end)
	}
	s = strings.TrimSpace(s)
	if k, ok := strings.CutSuffix(s, "k"); ok {
		n, ok := decimal(k)
		if !ok {
			return new(big.Rat), false
		}
		return n.Mul(n, big.NewRat(1000, 1)), true
	}
	sum, read := new(big.Rat), false
	last := int64(0) // the unit before, in fen: a number without one counts in the next smaller
	for _, u := range []struct {
		words string
		fen   int64
	}{{"元块圆", 100}, {"角毛", 10}, {"分", 1}} {
		i := strings.IndexAny(s, u.words)
		if i < 0 {
			continue
		}
		n, ok := quantity(s[:i])
		if !ok || last != 0 && n.Cmp(big.NewRat(10, 1)) >= 0 && last <= 10 {
			return new(big.Rat), false
		}
		sum.Add(sum, n.Mul(n, big.NewRat(u.fen, 100)))
		s, last, read = s[i+len("元"):], u.fen, true
		if last == 100 {
			s = strings.TrimPrefix(s, "〇") // 壹仟元零伍分
		}
	}
	if s == "" {
		return sum, read
	}
	n, ok := quantity(s)
	if !ok || last == 1 || last != 0 && (n.Cmp(big.NewRat(10, 1)) >= 0 || !n.IsInt()) { // 三块五, 两毛五
		return new(big.Rat), false
	}
	if last == 0 {
		last = 1000
	}
	return sum.Add(sum, n.Mul(n, big.NewRat(last, 1000))), true
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
