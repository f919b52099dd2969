package book

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
)

// The search index holds short exact pieces: every Chinese pair of characters (and, of
// names, every character), pieces of pinyin initials and of telephone numbers up to four
// long. A query is cut the same way, and what holds all its pieces is found by walking
// their lists side by side: no list is read whole.

// gram is the longest piece of letters or digits.
const gram = 4

// terms is the index of what records are found by; the letter is that of the kind.
var terms = &Index{Table: tTerm, Key: "letter piece 0 ^id"}

// Words is a set of pieces. Each begins with a letter for what it is a piece of, so that
// a number of a case is never taken for one of a telephone.
type Words map[string]struct{}

const (
	ofText    = "t"
	ofInitial = "i"
	ofPhone   = "d"
	ofDoc     = "D"
	ofNumber  = "n"
	ofYear    = "y"
)

func (t Words) Add(of, piece string) {
	if piece != "" {
		t[of+piece] = struct{}{}
	}
}

// Fold makes full-width and capital letters plain.
func Fold(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '\uff01' && r <= '\uff5e' {
			r -= 0xFEE0
		}
		return unicode.ToLower(r)
	}, s)
}

// runs cuts a text into runs of Chinese characters and runs of letters and digits.
func runs(s string) (out []string) {
	kind := func(r rune) int {
		switch {
		case unicode.Is(unicode.Han, r):
			return 1
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return 2
		}
		return 0
	}
	from, was := 0, 0
	for i, r := range s {
		k := kind(r)
		if k != was {
			if was != 0 {
				out = append(out, s[from:i])
			}
			from, was = i, k
		}
	}
	if was != 0 {
		out = append(out, s[from:])
	}
	return out
}

func IsHan(run string) bool {
	for _, r := range run {
		return unicode.Is(unicode.Han, r)
	}
	return false
}

// grams are the pieces of n characters in a run; the run itself when it is shorter.
func grams(run string, n int) []string {
	r := []rune(run)
	if len(r) <= n {
		return []string{string(r)}
	}
	out := make([]string, 0, len(r)-n+1)
	for i := 0; i+n <= len(r); i++ {
		out = append(out, string(r[i:i+n]))
	}
	return out
}

// Text adds the pairs of the first most characters of a text.
func (t Words) Text(s string, most int) {
	r := []rune(s)
	if len(r) > most {
		s = string(r[:most])
	}
	for _, run := range runs(Fold(s)) {
		if IsHan(run) {
			for _, g := range grams(run, 2) {
				t.Add(ofText, g)
			}
			continue
		}
		t.Add(ofText, run)
	}
}

// Person adds a person's name: as Name does, with the surname read as one.
func (t Words) Person(s string) { t.named(s, pinyin.OfPerson(hall.NameOf(s))) }

// Name adds the name of a body or a place.
func (t Words) Name(s string) { t.named(s, pinyin.Initials(hall.NameOf(s))) }

// Party adds the name of a person or an organisation.
func (t Words) Party(d hall.Details) {
	if d.Kind == hall.Organisation {
		t.Name(d.Name)
		return
	}
	t.Person(d.Name)
}

// named adds a name: its pairs, its single characters, and its initials. One with dots is
// found without them.
func (t Words) named(s string, initials []string) {
	if s == "" {
		return
	}
	s = hall.NameOf(s)
	t.Text(s, 40)
	t.Text(hall.FoldName(s), 40)
	for _, run := range runs(Fold(s)) {
		if IsHan(run) && len([]rune(run)) <= gram {
			for _, r := range run {
				t.Add(ofText, string(r))
			}
		}
	}
	for _, ini := range initials {
		t.pieces(ofInitial, ini, 1)
	}
}

// pieces adds every piece of least to gram characters.
func (t Words) pieces(of, s string, least int) {
	for n := least; n <= min(gram, len(s)); n++ {
		for i := 0; i+n <= len(s); i++ {
			t.Add(of, s[i:i+n])
		}
	}
}

func Digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, Fold(s))
}

// Phone adds a telephone number: its pieces, and its beginning.
func (t Words) Phone(s string) {
	d := Digits(s)
	if len(d) < gram {
		return
	}
	for _, g := range grams(d, gram) {
		t.Add(ofPhone, g)
	}
	t.Add(ofPhone, d[:3])
}

// Code adds a number of letters and digits that others have given, as that of an order: its runs, and
// the pieces of its digits, since people know how it ends.
func (t Words) Code(s string) {
	t.Text(s, 40)
	t.Phone(s)
}

// Document adds an identity number: the whole, and its last four places.
func (t Words) Document(s string) {
	s = Fold(strings.Join(strings.Fields(s), ""))
	if len(s) < gram {
		return
	}
	t.Add(ofDoc, s)
	t.Add(ofDoc, s[len(s)-gram:])
}

func (t Words) Number(year, n int) {
	t.Add(ofYear, strconv.Itoa(year))
	t.Add(ofNumber, strconv.Itoa(n))
}

// lines adds the set's lines to the index, sorted.
func (t Words) lines(l *Lines, of byte, id uint64) {
	from := len(l.all)
	for piece := range t {
		l.Add(append(append(make(Path, 0, len(piece)+10), of), piece...).End().Newest(id), nil)
	}
	slices.SortFunc(l.all[from:], func(a, b entry) int { return bytes.Compare(a.key, b.key) })
}

// Query is what was asked for: alternatives, each a list of pieces that must all be there.
type Query [][]string

// ParseQuery cuts what was typed in the same way as what is kept.
func ParseQuery(s string) Query {
	all := Query{nil}
	s = Fold(strings.Map(hall.Today, s))
	if year, n, ok := caseNumber(s); ok {
		return Query{{ofYear + year, ofNumber + n}}
	}
	if m := numberAlone.FindStringSubmatch(s); m != nil {
		return Query{{ofNumber + m[1]}}
	}
	for _, run := range runs(s) {
		all = all.And(alternatives(run))
	}
	if len(all[0]) == 0 {
		return nil
	}
	return all
}

// numberAlone is 百调字第375号 or 字第375号, without its year, as people say it.
var numberAlone = regexp.MustCompile(`^\p{Han}*字?第0*([1-9][0-9]{0,6})号$`)

// PhoneQuery asks for a telephone number; nil when it is too short to be one.
func PhoneQuery(s string) Query {
	d := Digits(s)
	if len(d) < gram {
		return nil
	}
	return Query{with(ofPhone, grams(d, gram))}
}

// caseNumber reads (2026)百调字第87号 and 2026-87.
func caseNumber(s string) (year, n string, ok bool) {
	rs := runs(s)
	if len(rs) < 2 || len(rs) > 4 {
		return "", "", false
	}
	year = rs[0]
	for _, r := range rs[1:] {
		if !IsHan(r) {
			n = strings.TrimLeft(r, "0")
		}
	}
	_, err1 := strconv.Atoi(year)
	_, err2 := strconv.Atoi(n)
	return year, n, len(year) == 4 && err1 == nil && err2 == nil
}

func alternatives(run string) Query {
	if IsHan(run) {
		return Query{with(ofText, grams(run, 2))}
	}
	if Digits(run) == run {
		alt := Query{with(ofPhone, grams(run, gram))}
		if len(run) == 3 {
			alt = Query{{ofPhone + run}}
		}
		if n := strings.TrimLeft(run, "0"); len(run) <= 6 && n != "" {
			alt = append(alt, []string{ofNumber + n})
		}
		return append(alt, []string{ofDoc + run})
	}
	return Query{with(ofInitial, grams(run, gram)), {ofText + run}, {ofDoc + run}}
}

func with(of string, pieces []string) []string {
	out := make([]string, len(pieces))
	for i, p := range pieces {
		out[i] = of + p
	}
	return out
}

// And joins every alternative with every other, up to a sane number.
func (q Query) And(o Query) Query {
	var out Query
	for _, a := range q {
		for _, b := range o {
			if len(out) < 16 {
				out = append(out, append(slices.Clip(slices.Clone(a)), b...))
			}
		}
	}
	return out
}
