package text

import (
	"errors"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"sizhen/store/hall"
)

func TestMoney(t *testing.T) {
	for fen, want := range map[int64][2]string{
		0: {"0元", "¥0"}, 5: {"0.05元", "¥0.05"}, 99900: {"999元", "¥999"}, 1200000: {"12,000元", "¥12,000"}, 180050: {"1,800.50元", "¥1,800.50"},
		123456789000: {"1,234,567,890元", "¥1,234,567,890"}, -180050: {"-1,800.50元", "-¥1,800.50"},
		math.MinInt64: {"-92,233,720,368,547,758.08元", "-¥92,233,720,368,547,758.08"},
	} {
		if m := Money(fen); m.In(Zh) != want[0] || m.In(En) != want[1] {
			t.Errorf("Money(%d) = %q, %q", fen, m.In(Zh), m.In(En))
		}
	}
}

func TestParseMoney(t *testing.T) {
	for in, want := range map[string]int64{
		"0": 0, "12000": 1200000, "12,000": 1200000, "12,000.50": 1200050, "1,234,567": 123456700, "12000元": 1200000, "12000 元": 1200000, "¥12,000.00": 1200000,
		"人民币300元整": 30000, "300块": 30000, "50块钱": 5000, "1.2万": 1200000, "1.2 万元": 1200000, "3千": 300000, "5百": 50000, "1万2千": 1200000, "1万2千5百元": 1250000,
		"2亿":   20000000000,
		"0.01": 1, "0.0001万": 100, "1。5万": 1500000, "\uff11\uff12\uff10\uff10\uff10": 1200000, "\uff11\uff12\uff0c\uff10\uff10\uff10\uff0e\uff15": 1200050,
		"\uffe5300":            30000,
		"92233720368547758.07": math.MaxInt64,
		"1万2":                  1200000, "一万二": 1200000, "一万零二": 1000200, "三千块": 300000, "壹万贰仟元整": 1200000, "人民币壹万贰仟元整": 1200000, "3万5": 3500000, "1万2500": 1250000,
		"一万": 1000000, "五百": 50000,
		"两百五": 25000, "十五": 1500, "十五万": 15000000, "一百二十万": 120000000, "三块五": 350, "三块五毛": 350, "两块二毛五": 225, "五毛": 50, "五分": 5, "12元5角": 1250, "壹佰零伍元零伍分": 10505,
		"12k": 1200000, "1.5K": 150000, "RMB 300": 30000, "300 yuan": 30000, "一万二千元": 1200000, "二〇〇": 20000, "壹拾万元正": 10000000, "1亿2": 12000000000, "十二万三": 12300000,
	} {
		if got, err := ParseMoney(in); err != nil || got != want {
			t.Errorf("ParseMoney(%q) = %d, %v, want %d", in, got, err, want)
		}
	}
	for _, in := range []string{
		"", "元", "万", "-5", "\uff0d5", "1.2.3", "1,2", "12,00", "1,2345", ",5", "5,", ".5", "5.", "0.001", "1.2345678万", "3千2万", "1万2万", "1e9", "0x10", "1/2", "abc",
		"92233720368547758.08", "99999999999999999999", "999999999亿", strings.Repeat("9", 60), "1 2", "12 000", "NaN", "Inf", "+5", "1万25", "一万零", "零一", "三千二万",
		"一二万", "多少", "1.2万5", "百", "五元五元", "三块十五",
	} {
		if got, err := ParseMoney(in); !errors.Is(err, hall.Refuse(hall.ErrAmount)) || got != 0 {
			t.Errorf("ParseMoney(%q) = %d, %v, want it refused", in, got, err)
		}
	}
}

// What Money writes, ParseMoney reads.
func TestMoneyComesBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		fen := r.Int64() >> r.IntN(60)
		for _, l := range []Lang{Zh, En} {
			if got, err := ParseMoney(Money(fen).In(l)); err != nil || got != fen {
				t.Fatalf("%q came back as %d, %v", Money(fen).In(l), got, err)
			}
		}
	}
}

func TestCapital(t *testing.T) {
	for fen, want := range map[int64]string{
		0: "零元整", 1: "壹分", 50: "伍角整", 105: "壹元零伍分", 1000: "壹拾元整", 1050: "壹拾元伍角整", 10000: "壹佰元整", 100100: "壹仟零壹元整", 1200000: "壹万贰仟元整",
		340000: "叁仟肆佰元整", 140950: "壹仟肆佰零玖元伍角整", 600714: "陆仟零柒元壹角肆分", 168032: "壹仟陆佰捌拾元叁角贰分", 1640902: "壹万陆仟肆佰零玖元零贰分", 32504: "叁佰贰拾伍元零肆分",
		10700053: "壹拾万柒仟元伍角叁分", 10000100: "壹拾万零壹元整", 10000000000: "壹亿元整", 10001000000: "壹亿零壹万元整", 10500000000: "壹亿零伍佰万元整", 1000000000000: "壹佰亿元整",
		-1200000: "负壹万贰仟元整",
	} {
		if got := Capital(fen); got != want {
			t.Errorf("Capital(%d) = %s, want %s", fen, got, want)
		}
	}
}

// What Capital writes says the amount, and never puts two 零 together or one before a unit.
func TestCapitalComesBack(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	check := func(fen int64) {
		s := Capital(fen)
		if got := uncapital(t, s); got != fen {
			t.Fatalf("%d became %s, read back as %d", fen, s, got)
		}
		for _, bad := range []string{"零零", "零元", "零万", "零亿", "零拾", "零佰", "零仟", "零角", "零整", "零分"} {
			if fen != 0 && strings.Contains(s, bad) {
				t.Fatalf("%d became %s", fen, s)
			}
		}
	}
	for fen := range int64(200_000) {
		check(fen)
	}
	for range 20_000 {
		fen := r.Int64() >> r.IntN(60)
		for range r.IntN(6) { // make zeros likely
			p := int64(math.Pow10(r.IntN(16)))
			fen = fen/(p*10)*(p*10) + fen%p
		}
		check(fen)
	}
	check(math.MaxInt64)
}

// uncapital reads capital numerals by their units, in another way than they are written.
func uncapital(t *testing.T, s string) int64 {
	t.Helper()
	whole, small, yuan := strings.Cut(s, "元")
	if !yuan {
		whole, small = "", s
	}
	total := places(t, whole) * 100
	digit := int64(0)
	for _, r := range strings.TrimSuffix(small, "整") {
		switch r {
		case '角':
			total, digit = total+digit*10, 0
		case '分':
			total, digit = total+digit, 0
		default:
			digit = int64(strings.Index("零壹贰叁肆伍陆柒捌玖", string(r)) / 3)
		}
	}
	return total
}

func places(t *testing.T, s string) int64 {
	t.Helper()
	for _, u := range []struct {
		word string
		n    int64
	}{{"亿", 1e8}, {"万", 1e4}, {"仟", 1000}, {"佰", 100}, {"拾", 10}} {
		if i := strings.LastIndex(s, u.word); i >= 0 {
			return places(t, s[:i])*u.n + places(t, s[i+len(u.word):])
		}
	}
	s = strings.TrimPrefix(s, "零")
	if s == "" {
		return 0
	}
	n := strings.Index("零壹贰叁肆伍陆柒捌玖", s)
	if n < 0 {
		t.Fatalf("cannot read %q", s)
	}
	return int64(n / 3)
}
