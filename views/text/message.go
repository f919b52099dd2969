// Package text holds every word the program says, in Chinese and in English, and how it
// writes dates, money and names. Each message stands in both languages side by side, so
// one cannot be changed, or added, without the other.
package text

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sizhen/store/hall"
)

// Lang is a language of the screens.
type Lang uint8

const (
	Zh Lang = iota // 简体中文
	En             // English
)

// Message is something to say. Its zero value says nothing.
type Message struct {
	zh, en string
	args   []arg
}

type arg struct {
	name  string
	value any
}

// M makes a message from its two wordings. A part in braces, as {n}, is filled by With. English
// knows one from many: {n:row|rows} is filled as "1 row", or "3 rows".
func M(zh, en string) Message { return Message{zh: zh, en: en} }

// Sentence is what is said by itself, with a capital at its head: the same words stand within others too.
func Sentence(s string) string {
	if s != "" && s[0] >= 'a' && s[0] <= 'z' {
		return string(s[0]-'a'+'A') + s[1:]
	}
	return s
}

// Raw is a message that is the same in every language: a name, a number.
func Raw(s string) Message { return Message{zh: s, en: s} }

// Both is a message of two texts that are made, not written out.
func Both(zh, en string) Message { return Message{zh: zh, en: en} }

// With fills the part {name}. A value that is itself a Message, or has a method
// In(Lang) string, is said in the same language.
func (m Message) With(name string, value any) Message {
	args := make([]arg, len(m.args), len(m.args)+1)
	copy(args, m.args)
	m.args = append(args, arg{name, value})
	return m
}

// Yes and No answer a question, and say whether something that is kept is so.
var (
	Yes = M("是", "yes")
	No  = M("否", "no")
)

// Inside is a message that begins a line as it stands within a sentence: its English begins small.
func (m Message) Inside() Message { return m.begun(strings.ToLower) }

// Upfront is a message that stands within a sentence as it begins a line: its English begins with a
// capital.
func (m Message) Upfront() Message { return m.begun(strings.ToUpper) }

// begun is a message with another first letter in English; of several together that of the first.
func (m Message) begun(as func(string) string) Message {
	switch first, together := m.first(); {
	case together:
		m.args = slices.Clone(m.args)
		m.args[0].value = first.begun(as)
	case m.en != "":
		m.en = as(m.en[:1]) + m.en[1:]
	}
	return m
}

// first is the first of several messages that were strung together.
func (m Message) first() (Message, bool) {
	if len(m.args) == 0 || m.args[0].name != "0" {
		return Message{}, false
	}
	first, ok := m.args[0].value.(Message)
	return first, ok
}

// IsZero reports whether there is nothing to say.
func (m Message) IsZero() bool { return m.zh == "" && m.en == "" }

// In says the message in a language.
func (m Message) In(l Lang) string { return m.On(nil, l) }

// On says the message in a language as it is read on a day: dates of another year say theirs. Nil:
// nobody knows the day.
func (m Message) On(today func() hall.Day, l Lang) string {
	s := m.zh
	if l == En {
		s = m.en
	}
	if len(m.args) == 0 {
		return s
	}
	// One pass: braces inside a name or a reason are text, and are left alone.
	var out strings.Builder
	for {
		open := strings.IndexByte(s, '{')
		if open < 0 {
			break
		}
		end := open + strings.IndexByte(s[open:], '}')
		if end < open {
			break
		}
		name, nouns, counts := strings.Cut(s[open+1:end], ":")
		a := slices.IndexFunc(m.args, func(a arg) bool { return a.name == name })
		if a < 0 {
			out.WriteString(s[:open+1])
			s = s[open+1:]
			continue
		}
		v := m.args[a].on(today, l)
		out.WriteString(s[:open])
		out.WriteString(v)
		if counts {
			out.WriteByte(' ')
			out.WriteString(nounFor(v, nouns))
		}
		s = s[end+1:]
	}
	out.WriteString(s)
	return out.String()
}

// on says what fills a part.
func (a arg) on(today func() hall.Day, l Lang) string {
	switch said := a.value.(type) {
	case string:
		return said
	case interface {
		On(func() hall.Day, Lang) string
	}:
		return said.On(today, l)
	case interface{ In(Lang) string }:
		return said.In(l)
	}
	return fmt.Sprint(a.value)
}

// says reports whether a message says anything in a language. Most are known to without being said.
func (m Message) says(l Lang) bool {
	s := m.zh
	if l == En {
		s = m.en
	}
	if s == "" || len(m.args) == 0 || s[0] != '{' || s[len(s)-1] != '}' {
		return s != ""
	}
	return m.In(l) != ""
}

// Joined strings messages together; what says nothing is left out.
func Joined(parts []Message, between string) Message { return together(parts, between, between) }

func together(parts []Message, inZh, inEn string) (out Message) {
	var zh, en []string
	for _, m := range parts {
		name := strconv.Itoa(len(out.args))
		if m.says(Zh) {
			zh = append(zh, "{"+name+"}")
		}
		if m.says(En) {
			en = append(en, "{"+name+"}")
		}
		out.args = append(out.args, arg{name, m})
	}
	out.zh, out.en = strings.Join(zh, inZh), strings.Join(en, inEn)
	return out
}

// nounFor is the noun that goes with a number, of two: row|rows.
func nounFor(n, nouns string) string {
	one, many, _ := strings.Cut(nouns, "|")
	if strings.TrimSpace(n) == "1" {
		return one
	}
	return many
}
