package hall

import (
	"slices"
	"strings"
	"unicode"
)

// Lack is what a clause, or the whole agreement, leaves open: what was agreed but not written down comes
// back as a new dispute (DOMAIN §3.8). It is named while the terms are typed, never refused.
type Lack uint8

const (
	LackDay     Lack = iota + 1 // 没写什么时候前
	LackPerson                  // 没写由谁
	LackPlace                   // 没写在哪里
	LackElse                    // 没写做不到怎么办
	LackPromise                 // 调解记录里答应的，协议里没有
	LackSum                     // 条款的金额合计与协议金额不同
)

// Lacking is one thing that an agreement lacks.
type Lacking struct {
	What   Lack
	Clause int    // from 1; 0: of the whole
	Words  string // the clause's beginning, or the promise that is missing
	Sum    int64  // LackSum: what the clauses come to, in fen
}

// Promises is the promise check: what the agreement lacks, and what the records of the sessions promise and it
// does not say. It is pure; sessions are the texts in which the sides' promises stand.
func Promises(a Agreement, sessions []string) []Lacking {
	var out []Lacking
	sum, sums, how := int64(0), 0, false
	for _, c := range a.Clauses {
		how = how || c.Else != "" || speaksOf(c.Text, elseWords)
	}
	for i, c := range a.Clauses {
		if speaksOf(c.Text, elseWords) && c.By == 0 && c.Who == "" { // the clause that says what if not
			continue
		}
		say := func(what Lack) { out = append(out, Lacking{What: what, Clause: i + 1, Words: Beginning(c.Text, 12)}) }
		standing := speaksOf(c.Text, neverWords)
		if c.Amount > 0 {
			sum, sums = sum+c.Amount, sums+1
		}
		if c.By == 0 && !a.OnSpot && !standing && a.PerformBy == 0 {
			say(LackDay)
		}
		if c.Who == "" && !speaksOf(c.Text, bothWords) {
			say(LackPerson)
		}
		if c.Where == "" && a.Place == "" && speaksOf(c.Text, placeWords) {
			say(LackPlace)
		}
		if !how && c.Else == "" && !a.OnSpot {
			say(LackElse)
		}
	}
	if sums > 0 && a.Amount > 0 && sum != a.Amount {
		out = append(out, Lacking{What: LackSum, Sum: sum})
	}
	said := map[pair]bool{}
	for _, p := range pairs(a.Terms) {
		said[p] = true
	}
	for _, c := range a.Clauses {
		for _, p := range pairs(c.Text + " " + c.How + " " + c.Else) {
			said[p] = true
		}
	}
	for _, p := range promisesIn(sessions) {
		if !covered(p, said) {
			out = append(out, Lacking{What: LackPromise, Words: p})
		}
	}
	return out
}

// The words by which a clause or a promise is known. They are those of records as mediators write them.
const (
	elseWords    = "否则 逾期 违约 如不 若不 不履行 做不到 未按"
	neverWords   = "不得 不再 不准 不许 今后 以后 永不 互不 保证不"
	bothWords    = "双方 各方 互相 相互 两家 各自 互不"
	placeWords   = "交付 归还 搬 拆 砌 修 安装 清理 腾 种"
	saidWords    = "保证 答应 承诺 同意 愿意 负责" // that somebody promises, and nothing of what
	promiseWords = saidWords + " 不得 不再 赔 退还 归还 付给 支付 拆除 改装 修好 道歉"
	deniedWords  = "不同意 不愿 不答应 拒绝 没答应 要求 认为"
)

func speaksOf(s, words string) bool {
	return slices.ContainsFunc(strings.Fields(words), func(w string) bool { return strings.Contains(s, w) })
}

// promisesIn are the sentences of records in which somebody promises something.
func promisesIn(records []string) []string {
	var out []string
	for _, r := range records {
		for _, s := range strings.FieldsFunc(r, func(r rune) bool { return strings.ContainsRune("。；;！!\n，,", r) }) {
			s = strings.TrimSpace(s)
			if speaksOf(s, promiseWords) && !speaksOf(s, deniedWords) && !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}

// covered reports whether what a promise is about is said elsewhere too: half of its pairs of characters, those left
// out that only say that somebody promises.
func covered(promise string, said map[pair]bool) bool {
	for _, w := range strings.Fields(saidWords) {
		promise = strings.ReplaceAll(promise, w, " ")
	}
	want, found := pairs(promise), 0
	for _, p := range want {
		if said[p] {
			found++
		}
	}
	return found*2 >= len(want)
}

// pair is two characters that stand beside one another.
type pair [2]rune

// pairs are those of a text; none goes over a blank or a sign.
func pairs(s string) []pair {
	var out []pair
	var before rune
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			before = 0
			continue
		}
		if before != 0 {
			out = append(out, pair{before, r})
		}
		before = r
	}
	return out
}
