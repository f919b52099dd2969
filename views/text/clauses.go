package text

import (
	"regexp"
	"strings"

	"sizhen/store/hall"
)

var (
	clauseMark = regexp.MustCompile(`^\s*(?:第?[一二三四五六七八九十百]+[、.．条,，：:]|[（(]?[0-9０-９]{1,2}[）)、.．,，：:]|[（(][一二三四五六七八九十]+[）)]|[①-⑳])\s*`)
	clauseDay  = regexp.MustCompile(`(?:[0-9０-９]{4}|[一二三四五六七八九〇零]{4})年[0-9０-９一二三四五六七八九十]{1,3}月[0-9０-９一二三四五六七八九十]{1,3}[日号]?` +
		`|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|(?:明年|今年|下月|本月)?(?:[0-9０-９一二三四五六七八九十]{1,3}月)?[0-9０-９一二三四五六七八九十]{1,3}[日号]` +
		`|(?:本|下|今|这个)?月底|年底|明年底|除夕|春节|元旦|国庆|五一|清明|端午|中秋|明天|后天`)
	clauseDays = regexp.MustCompile(`([0-9０-９]{1,3}|[一二两三四五六七八九十半]{1,3})(个月|日|天|周|个星期|个工作日)(?:之)?内`)
	clauseSum  = regexp.MustCompile(`[0-9０-９][0-9０-９,，]*(?:\.[0-9]+)?[万千]?[0-9]?(?:余)?(?:元|块)|[0-9]+(?:\.[0-9]+)?万(?:元|块)?` +
		`|[一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]{2,}(?:元|块)`)
	clauseElse = regexp.MustCompile(`(?:否则|逾期|如不|若不|违约|做不到)`)
)

// ReadClauses takes the terms of an agreement apart, as they were written: one a line or one a number. Of
// each it reads who is to do it, among the parties' names, by when, and how much, as far as it is said;
// what it does not find stays empty and can be put in by hand. Days are counted from the day it was made.
func ReadClauses(terms string, names []string, made hall.Day, cal *hall.Calendar) []hall.Clause {
	var out []hall.Clause
	for _, part := range splitTerms(terms) {
		c := hall.Clause{Text: part, Who: firstOf(part, names)}
		body := part
		if at := clauseElse.FindStringIndex(part); at != nil && at[0] > 0 {
			body, c.Else = part[:at[0]], strings.TrimRight(strings.TrimSpace(part[at[0]:]), "。；;")
		}
		c.By = dayIn(body, made, cal)
		if m := clauseSum.FindString(body); m != "" {
			c.Amount, _ = ReadMoney(m)
		}
		out = append(out, c)
	}
	return out
}

// splitTerms parts the terms at lines and at numbers that stand behind a full stop.
func splitTerms(terms string) []string {
	var out []string
	for _, line := range strings.Split(terms, "\n") {
		for _, s := range atNumbers(line) {
			if s = strings.TrimSpace(clauseMark.ReplaceAllString(s, "")); s != "" {
				out = append(out, s)
			}
		}
	}
	return out
}

// atNumbers parts a line where a number follows the end of a sentence: "1.甲…。2.乙…".
func atNumbers(line string) []string {
	var out []string
	from := 0
	for i, r := range line {
		if !strings.ContainsRune("。；;", r) {
			continue
		}
		next := i + len(string(r))
		if clauseMark.MatchString(line[next:]) {
			out, from = append(out, line[from:next]), next
		}
	}
	return append(out, line[from:])
}

// firstOf is the name that comes first in a text; "" where none does.
func firstOf(s string, names []string) string {
	first, who := len(s), ""
	for _, n := range names {
		if at := strings.Index(s, n); n != "" && at >= 0 && at < first {
			first, who = at, n
		}
	}
	return who
}

// dayIn reads the day that a clause names: a date, or a number of days from the day it was made.
func dayIn(s string, made hall.Day, cal *hall.Calendar) hall.Day {
	if m := clauseDays.FindStringSubmatch(s); m != nil {
		n := m[1]
		unit := map[string]string{"个月": "个月后", "日": "天后", "天": "天后", "周": "周后", "个星期": "周后", "个工作日": "个工作日后"}[m[2]]
		if day, err := ReadDay(n+unit, made, cal); err == nil {
			return day
		}
	}
	for _, m := range clauseDay.FindAllString(s, -1) {
		if day, err := ReadDay(m, made, cal); err == nil && day >= made {
			return day
		}
	}
	return 0
}

// Lack is what an agreement leaves open, with the clause that it is of.
func Lack(f hall.Lacking) Message {
	switch f.What {
	case hall.LackDay:
		return M("第{n}条没写什么时候前：{words}", "term {n} names no day: {words}").With("n", f.Clause).With("words", f.Words)
	case hall.LackPerson:
		return M("第{n}条没写由谁做：{words}", "term {n} does not say who: {words}").With("n", f.Clause).With("words", f.Words)
	case hall.LackPlace:
		return M("第{n}条没写在哪里：{words}", "term {n} does not say where: {words}").With("n", f.Clause).With("words", f.Words)
	case hall.LackElse:
		return M("第{n}条没写做不到怎么办：{words}", "term {n} does not say what follows if not: {words}").With("n", f.Clause).With("words", f.Words)
	case hall.LackPromise:
		return M("调解记录里说过，协议里没有：{words}", "said in the record and not in the agreement: {words}").With("words", f.Words)
	case hall.LackSum:
		return M("各条金额合计 {sum}，与协议金额不同", "the terms come to {sum}, which is not the agreed amount").With("sum", Money(f.Sum))
	}
	return Message{}
}

// Clause is a clause as it was read: its number, who, by when, how much.
func Clause(c hall.Clause) Message {
	out := M("第{n}条", "Term {n}").With("n", c.No)
	if c.Part > 0 {
		out = Words(out, M("第{n}期", "instalment {n}").With("n", c.Part))
	}
	return Words(out, ClauseFacts(c))
}

// ClauseFacts are who is to do what a clause says, by when, and how much.
func ClauseFacts(c hall.Clause) Message {
	var out Message
	if c.Who != "" {
		out = Words(out, Raw(c.Who))
	}
	if c.By != 0 {
		out = Words(out, M("{day} 前", "by {day}").With("day", ShortDay(c.By)))
	}
	if c.Amount > 0 {
		out = Words(out, Money(c.Amount))
	}
	return out
}
