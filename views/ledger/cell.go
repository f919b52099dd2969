package ledger

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"sizhen/store/hall"
	"sizhen/views/text"
)

// Kind says what a cell holds, and so how it is set, sorted and written.
type Kind uint8

const (
	Text   Kind = iota // words as somebody wrote them
	Word               // a word of the program's own, with a code that never changes
	Whole              // a whole number
	Money              // an amount, in fen
	Day                // a day
	Time               // a time of day, in minutes after midnight
	Moment             // a day and a time
	YesNo              // whether something is so; no is left blank for people
	Many               // several texts, as the names of several people
)

// Cell is one typed value of a list. Its zero value is an empty cell.
type Cell struct {
	kind Kind
	full bool
	n    int64
	code string
	say  text.Message
	at   time.Time
	many []string
}

// Say is a text.
func Say(s string) Cell { return Cell{kind: Text, full: s != "", say: text.Raw(s)} }

// Phrase is a text that the program makes, and so stands in both languages.
func Phrase(m text.Message) Cell { return Cell{kind: Text, full: !m.IsZero(), say: m} }

// Enum is a word of the program's own. Programs that read a file know it by its code.
func Enum(code string, m text.Message) Cell {
	return Cell{kind: Word, full: code != "" || !m.IsZero(), code: code, say: m}
}

// Number is a whole number; zero is a number, and is written.
func Number[N ~int | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64](n N) Cell {
	return Cell{kind: Whole, full: true, n: int64(n)}
}

// Count is a whole number of which zero says nothing.
func Count(n int) Cell { return Cell{kind: Whole, full: n != 0, n: int64(n)} }

// Fen is an amount of money; zero says nothing.
func Fen(n int64) Cell { return Cell{kind: Money, full: n != 0, n: n} }

// On is a day; 0 says nothing.
func On(d hall.Day) Cell { return Cell{kind: Day, full: d != 0, n: int64(d)} }

// Clock is a time of day, in minutes after midnight.
func Clock(minutes int) Cell { return Cell{kind: Time, full: true, n: int64(minutes)} }

// When is a day and a time, in the hall's zone; the zero time says nothing.
func When(t time.Time) Cell { return Cell{kind: Moment, full: !t.IsZero(), at: t} }

// Yes is whether something is so.
func Yes(b bool) Cell { return Cell{kind: YesNo, full: true, n: map[bool]int64{true: 1}[b]} }

// Several is several texts. One that is empty keeps its place, as long as another says something.
func Several(of []string) Cell {
	return Cell{kind: Many, full: strings.Join(of, "") != "", many: of}
}

// Empty reports whether the cell holds nothing.
func (c Cell) Empty() bool { return !c.full }

// Kind is what the cell holds.
func (c Cell) Kind() Kind { return c.kind }

// on is the cell as a screen shows it on a day: a day of another year has its year.
func (c Cell) on(at Here, l text.Lang) string {
	if (c.kind == Text || c.kind == Word) && c.full {
		return c.say.On(at.day, l)
	}
	return c.In(l)
}

// In is the cell as people read it, on a screen or on paper.
func (c Cell) In(l text.Lang) string {
	if !c.full {
		return ""
	}
	switch c.kind {
	case Whole:
		return strconv.FormatInt(c.n, 10)
	case Money:
		return text.Money(c.n).In(l)
	case Day:
		return text.Day(hall.Day(c.n)).In(l)
	case Time:
		return text.Minutes(int(c.n))
	case Moment:
		return text.Moment(c.at).In(l)
	case YesNo:
		if c.n == 0 {
			return ""
		}
		return text.Yes.In(l)
	case Many:
		return text.Names(slices.DeleteFunc(slices.Clone(c.many), func(s string) bool { return s == "" })).In(l)
	}
	return c.say.In(l)
}

// Plain is the cell as other programs read it from a table: a day is 2026-11-24, a number has no
// separators, an amount is in yuan with two places.
func (c Cell) Plain(l text.Lang) string {
	if !c.full {
		return ""
	}
	switch c.kind {
	case Money:
		sign, n := "", uint64(c.n)
		if c.n < 0 {
			sign, n = "-", -n
		}
		cents := strconv.FormatUint(n%100, 10)
		return sign + strconv.FormatUint(n/100, 10) + "." + strings.Repeat("0", 2-len(cents)) + cents
	case Day:
		return hall.Day(c.n).String()
	case Moment:
		return c.at.Format("2006-01-02T15:04:05Z07:00")
	case YesNo:
		if c.n == 0 {
			return text.No.In(l)
		}
		return text.Yes.In(l)
	case Many:
		return strings.Join(c.many, "; ")
	}
	return c.In(l)
}

// JSON is the cell's value for encoding/json: a code for a word, fen for money.
func (c Cell) JSON(l text.Lang) any {
	switch {
	case c.kind == YesNo:
		return c.n != 0
	case !c.full:
		return nil
	}
	switch c.kind {
	case Whole, Money:
		return c.n
	case Word:
		if c.code != "" {
			return c.code
		}
	case Many:
		return c.many
	}
	return c.Plain(l)
}
