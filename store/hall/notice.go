package hall

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Holidays are those of the State Council's rules for holidays (全国年节及纪念日放假办法) that all have.
func Holidays() []string {
	return []string{"元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"}
}

// HolidayNotice is what was understood of the State Council's notice of a year's holidays
// (国务院办公厅关于…年部分节假日安排的通知). Days are the runs that are off and the days that are worked
// instead, in the notice's order; they are for keeping only where there are no faults.
type HolidayNotice struct {
	Year   int
	Days   []SpecialDay
	Faults []NoticeFault
}

// NoticeFault is what is wrong with a sentence of the notice, or was not understood of it.
type NoticeFault struct {
	Sentence string // as it was pasted, without blanks; empty: of the whole
	Why      *Error
}

// What can be wrong with a notice.
const (
	ErrNoticeNone     Code = "notice-none"     // no holiday is named
	ErrNoticeYear     Code = "notice-year"     // it is the notice of {said}, not of {year}
	ErrNoticeMissing  Code = "notice-missing"  // {names} are not in it
	ErrNoticeUnread   Code = "notice-unread"   // {text} is not understood
	ErrNoticeDate     Code = "notice-date"     // there is no {text} in {year}
	ErrNoticeWeekday  Code = "notice-weekday"  // {date} is a {weekday}, and the notice says {said}
	ErrNoticeCount    Code = "notice-count"    // from {first} to {last} there are {n} days, and the notice says {said}
	ErrNoticeBackward Code = "notice-backward" // {first} lies after {last}
	ErrNoticeWorked   Code = "notice-worked"   // {date} is a {weekday}, and worked anyhow
	ErrNoticeTwice    Code = "notice-twice"    // {date} stands there twice
	ErrNoticeFixed    Code = "notice-fixed"    // {name} is on {date}, which is not off
)

const (
	oneHoliday = `(?:元旦|春节|清明节|劳动节|端午节|中秋节|国庆节)`
	noticeDate = `(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^()]*)\))?`
)

var (
	noticeHead  = regexp.MustCompile(`(?:\([一二三四五六七1-7]\)|[一二三四五六七1-7①-⑦][、.]?)?(` + oneHoliday + `(?:[、和]` + oneHoliday + `)*):`)
	noticeYear  = regexp.MustCompile(`(\d{4})年(?:元旦|部分节假日)`)
	noticeEnd   = regexp.MustCompile(`节假日期间|国务院办公厅|鼓励单位和个人`)
	noticeOff   = regexp.MustCompile(`^` + noticeDate + `(?:(?:至|到|-|—|–|~)` + noticeDate + `)?(?:放假|补休)(?:调休|公休)?(?:(\d{1,2})天)?$`)
	noticeWork  = regexp.MustCompile(`^` + noticeDate + `(?:[、和]` + noticeDate + `)*(?:正常|照常)?上班$`)
	noticeDay   = regexp.MustCompile(`^` + noticeDate + `(?:[、和]` + noticeDate + `)*$`)
	noticeCount = regexp.MustCompile(`^共(\d{1,2})天$`)
	oneDate     = regexp.MustCompile(noticeDate)
	weekdaySaid = regexp.MustCompile(`(?:周|星期|礼拜)([一二三四五六日天])`)
)

// ReadNotice reads the notice of a year as people copy it: with or without its head, with wide or
// narrow digits and punctuation, with lines broken anywhere. Nothing is guessed: a clause that is
// not understood, a weekday or a number of days that is wrong is a fault.
func ReadNotice(year int, pasted string) HolidayNotice {
	r := &noticeReader{HolidayNotice: HolidayNotice{Year: year}}
	all := noticeText(pasted)
	heads := noticeHead.FindAllStringSubmatchIndex(all, -1)
	if len(heads) == 0 {
		r.fault("", Refuse(ErrNoticeNone))
		return r.HolidayNotice
	}
	for _, m := range noticeYear.FindAllStringSubmatch(all[:heads[0][0]], -1) {
		if said, _ := strconv.Atoi(m[1]); said != year {
			r.fault("", Refuse(ErrNoticeYear, "said", said, "year", year))
			return r.HolidayNotice
		}
	}
	for i, h := range heads {
		end := len(all)
		if i+1 < len(heads) {
			end = heads[i+1][0]
		} else if at := noticeEnd.FindStringIndex(all[h[1]:]); at != nil {
			end = h[1] + at[0]
		}
		r.section(strings.ReplaceAll(all[h[2]:h[3]], "和", "、"), all[h[1]:end])
	}
	r.whole()
	return r.HolidayNotice
}

// noticeText is a text without blanks and line breaks, its wide digits and punctuation narrow.
func noticeText(s string) string {
	var b strings.Builder
	for _, c := range s {
		switch {
		case unicode.IsSpace(c) || unicode.Is(unicode.Cf, c):
			continue
		case c >= '！' && c <= '～':
			c -= '！' - '!'
		}
		if c == '〔' || c == '【' || c == '[' {
			c = '('
		} else if c == '〕' || c == '】' || c == ']' {
			c = ')'
		} else if c == '．' {
			c = '.'
		}
		b.WriteRune(c)
	}
	return b.String()
}

type noticeReader struct {
	HolidayNotice
	sentence string
}

func (r *noticeReader) fault(sentence string, why *Error) {
	r.Faults = append(r.Faults, NoticeFault{sentence, why})
}

func (r *noticeReader) wrong(code Code, pairs ...any) { r.fault(r.sentence, Refuse(code, pairs...)) }

// section reads what the notice says of one holiday.
func (r *noticeReader) section(name, body string) {
	days, faults := len(r.Days), len(r.Faults)
	for _, sentence := range strings.FieldsFunc(body, func(c rune) bool { return c == '。' || c == ';' }) {
		r.sentence = sentence
		if strings.HasPrefix(sentence, "鼓励") { // advice on how leave is taken: nothing is ordered by it
			continue
		}
		r.read(name, sentence)
	}
	if !slices.ContainsFunc(r.Days[days:], func(d SpecialDay) bool { return !d.Open }) && len(r.Faults) == faults {
		r.fault(name+":"+body, Refuse(ErrNoticeUnread, "text", name+":"+body))
	}
}

// read reads the clauses of a sentence.
func (r *noticeReader) read(name, sentence string) {
	var run *SpecialDay
	for _, clause := range clauses(sentence) {
		switch {
		case clause == "与周末连休" || clause == "不调休" || clause == "调休":
		case noticeCount.MatchString(clause):
			r.count(run, noticeCount.FindStringSubmatch(clause)[1])
		case noticeOff.MatchString(clause):
			run = r.off(name, clause)
		case noticeWork.MatchString(clause):
			r.work(name, clause)
		default:
			r.wrong(ErrNoticeUnread, "text", clause)
		}
	}
}

// clauses parts a sentence at its commas, but not within brackets.
func clauses(s string) []string {
	depth, before := 0, ""
	var out []string
	for _, part := range strings.FieldsFunc(s, func(c rune) bool {
		switch c {
		case '(':
			depth++
		case ')':
			depth--
		}
		return c == ',' && depth == 0
	}) {
		if part = before + part; noticeDay.MatchString(part) { // of several days one after the other
			before = part + "、"
			continue
		}
		before, out = "", append(out, part)
	}
	if before != "" {
		out = append(out, strings.TrimSuffix(before, "、"))
	}
	return out
}

func (r *noticeReader) off(name, clause string) *SpecialDay {
	from, to, ok := Day(0), Day(0), true
	for i, m := range oneDate.FindAllStringSubmatch(clause, 2) {
		d, good := r.date(m, from)
		if ok = ok && good; i == 0 {
			from = d
		}
		to = d
	}
	if !ok {
		return nil
	}
	if to < from {
		r.wrong(ErrNoticeBackward, "first", from, "last", to)
		return nil
	}
	run := SpecialDay{From: from, To: to, Name: name, Legal: true}
	r.lay(run)
	if m := noticeOff.FindStringSubmatch(clause); m[len(m)-1] != "" {
		r.count(&run, m[len(m)-1])
	}
	return &run
}

func (r *noticeReader) work(name, clause string) {
	last := Day(0)
	for _, m := range oneDate.FindAllStringSubmatch(clause, -1) {
		d, ok := r.date(m, last)
		if !ok {
			continue
		}
		if w := d.Weekday(); w != time.Saturday && w != time.Sunday {
			r.wrong(ErrNoticeWorked, "date", d, "weekday", w)
			continue
		}
		last = d
		r.lay(SpecialDay{From: d, To: d, Name: name, Open: true, Legal: true})
	}
}

// lay adds a run, unless one of its days stands there already.
func (r *noticeReader) lay(d SpecialDay) {
	for _, o := range r.Days {
		if o.From <= d.To && d.From <= o.To {
			r.wrong(ErrNoticeTwice, "date", max(o.From, d.From))
			return
		}
	}
	r.Days = append(r.Days, d)
}

// count compares how many days the notice says with how many there are.
func (r *noticeReader) count(run *SpecialDay, said string) {
	if run == nil { // what is wrong with the run was said
		return
	}
	if n := int(run.To-run.From) + 1; strconv.Itoa(n) != said {
		r.wrong(ErrNoticeCount, "first", run.From, "last", run.To, "n", n, "said", said)
	}
}

// date reads a date; one without a month or a year has that of the date before it, else the
// notice's year.
func (r *noticeReader) date(m []string, before Day) (Day, bool) {
	year, month := r.Year, 0
	if before != 0 {
		y, mon, _ := before.Date()
		year, month = y, int(mon)
	}
	if m[2] != "" {
		month, _ = strconv.Atoi(m[2])
	}
	if m[1] != "" {
		year, _ = strconv.Atoi(m[1])
	}
	day, _ := strconv.Atoi(m[3])
	d := NewDay(year, time.Month(month), day)
	if y, mon, n := d.Date(); y != year || int(mon) != month || n != day {
		r.wrong(ErrNoticeDate, "text", m[0], "year", year)
		return 0, false
	}
	if d < NewDay(r.Year-1, 12, 1) || d > NewDay(r.Year, 12, 31) { // the new year's holiday may begin in December
		r.wrong(ErrNoticeDate, "text", m[0], "year", r.Year)
		return 0, false
	}
	if said := weekdaySaid.FindStringSubmatch(m[4]); said != nil {
		if w := weekdayOf(said[1]); w != d.Weekday() {
			r.wrong(ErrNoticeWeekday, "date", d, "weekday", d.Weekday(), "said", said[0])
			return 0, false
		}
	}
	return d, true
}

func weekdayOf(s string) time.Weekday {
	if s == "天" {
		return time.Sunday
	}
	return time.Weekday(strings.Index("日一二三四五六", s) / len("日"))
}

// whole looks whether all seven holidays are there, and those of a fixed date on it.
func (r *noticeReader) whole() {
	r.sentence = ""
	off := func(fits func(SpecialDay) bool) bool {
		return slices.ContainsFunc(r.Days, func(d SpecialDay) bool { return !d.Open && fits(d) })
	}
	var missing []string
	for _, name := range Holidays() {
		if !off(func(d SpecialDay) bool { return strings.Contains(d.Name, name) }) {
			missing = append(missing, name)
		}
	}
	if len(missing) > 0 {
		if len(r.Faults) == 0 {
			r.wrong(ErrNoticeMissing, "names", strings.Join(missing, "、"))
		}
		return
	}
	for _, f := range []struct {
		name string
		day  Day
	}{{"元旦", NewDay(r.Year, 1, 1)}, {"劳动节", NewDay(r.Year, 5, 1)}, {"国庆节", NewDay(r.Year, 10, 1)}} {
		if !off(func(d SpecialDay) bool { return strings.Contains(d.Name, f.name) && d.From <= f.day && f.day <= d.To }) {
			r.wrong(ErrNoticeFixed, "name", f.name, "date", f.day)
		}
	}
}
