package store

import (
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

// tokens is a set of pieces. Each begins with a letter for what it is a piece of, so that
// a number of a case is never taken for one of a telephone.
type tokens map[string]struct{}

const (
	ofText    = "t"
	ofInitial = "i"
	ofPhone   = "d"
	ofDoc     = "D"
	ofNumber  = "n"
	ofYear    = "y"
)

func (t tokens) add(of, piece string) {
	if piece != "" {
		t[of+piece] = struct{}{}
	}
}

// fold makes full-width and capital letters plain.
func fold(s string) string {
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

func isHan(run string) bool {
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

// words adds the pairs of the first most characters of a text.
func (t tokens) words(s string, most int) {
	r := []rune(s)
	if len(r) > most {
		s = string(r[:most])
	}
	for _, run := range runs(fold(s)) {
		if isHan(run) {
			for _, g := range grams(run, 2) {
				t.add(ofText, g)
			}
			continue
		}
		t.add(ofText, run)
	}
}

// person adds a person's name: as name does, with the surname read as one.
func (t tokens) person(s string) { t.named(s, pinyin.OfPerson(hall.NameOf(s))) }

// name adds the name of a body or a place.
func (t tokens) name(s string) { t.named(s, pinyin.Initials(hall.NameOf(s))) }

// party adds the name of a person or an organisation.
func (t tokens) party(d hall.Details) {
	if d.Kind == hall.Organisation {
		t.name(d.Name)
		return
	}
	t.person(d.Name)
}

// named adds a name: its pairs, its single characters, and its initials. One with dots is
// found without them.
func (t tokens) named(s string, initials []string) {
	if s == "" {
		return
	}
	s = hall.NameOf(s)
	t.words(s, 40)
	t.words(hall.FoldName(s), 40)
	for _, run := range runs(fold(s)) {
		if isHan(run) && len([]rune(run)) <= gram {
			for _, r := range run {
				t.add(ofText, string(r))
			}
		}
	}
	for _, ini := range initials {
		t.pieces(ofInitial, ini, 1)
	}
}

// pieces adds every piece of least to gram characters.
func (t tokens) pieces(of, s string, least int) {
	for n := least; n <= min(gram, len(s)); n++ {
		for i := 0; i+n <= len(s); i++ {
			t.add(of, s[i:i+n])
		}
	}
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, fold(s))
}

// phone adds a telephone number: its pieces, and its beginning.
func (t tokens) phone(s string) {
	d := digits(s)
	if len(d) < gram {
		return
	}
	for _, g := range grams(d, gram) {
		t.add(ofPhone, g)
	}
	t.add(ofPhone, d[:3])
}

// document adds an identity number: the whole, and its last four places.
func (t tokens) document(s string) {
	s = fold(strings.Join(strings.Fields(s), ""))
	if len(s) < gram {
		return
	}
	t.add(ofDoc, s)
	t.add(ofDoc, s[len(s)-gram:])
}

func (t tokens) number(year, n int) {
	t.add(ofYear, strconv.Itoa(year))
	t.add(ofNumber, strconv.Itoa(n))
}

// entries makes the set's lines in the index, sorted.
func (t tokens) entries(of byte, id uint64) []entry {
	out := make([]entry, 0, len(t))
	for piece := range t {
		out = append(out, entry{table: tTerm, key: key(of, piece, byte(0), ^id)})
	}
	slices.SortFunc(out, func(a, b entry) int { return strings.Compare(string(a.key), string(b.key)) })
	return out
}

// query is what was asked for: alternatives, each a list of pieces that must all be there.
type query [][]string

// parseQuery cuts what was typed in the same way as what is kept.
func parseQuery(s string) query {
	all := query{nil}
	s = fold(strings.Map(hall.Today, s))
	if year, n, ok := caseNumber(s); ok {
		return query{{ofYear + year, ofNumber + n}}
	}
	if m := numberAlone.FindStringSubmatch(s); m != nil {
		return query{{ofNumber + m[1]}}
	}
	for _, run := range runs(s) {
		all = all.and(alternatives(run))
	}
	if len(all[0]) == 0 {
		return nil
	}
	return all
}

// numberAlone is 百调字第375号 or 字第375号, without its year, as people say it.
var numberAlone = regexp.MustCompile(`^\p{Han}*字?第0*([1-9][0-9]{0,6})号$`)

// caseNumber reads (2026)百调字第87号 and 2026-87.
func caseNumber(s string) (year, n string, ok bool) {
	rs := runs(s)
	if len(rs) < 2 || len(rs) > 4 {
		return "", "", false
	}
	year = rs[0]
	for _, r := range rs[1:] {
		if !isHan(r) {
			n = strings.TrimLeft(r, "0")
		}
	}
	_, err1 := strconv.Atoi(year)
	_, err2 := strconv.Atoi(n)
	return year, n, len(year) == 4 && err1 == nil && err2 == nil
}

func alternatives(run string) query {
	if isHan(run) {
		return query{with(ofText, grams(run, 2))}
	}
	if digits(run) == run {
		alt := query{with(ofPhone, grams(run, gram))}
		if len(run) == 3 {
			alt = query{{ofPhone + run}}
		}
		if n := strings.TrimLeft(run, "0"); len(run) <= 6 && n != "" {
			alt = append(alt, []string{ofNumber + n})
		}
		return append(alt, []string{ofDoc + run})
	}
	return query{with(ofInitial, grams(run, gram)), {ofText + run}, {ofDoc + run}}
}

func with(of string, pieces []string) []string {
	out := make([]string, len(pieces))
	for i, p := range pieces {
		out[i] = of + p
	}
	return out
}

// and joins every alternative with every other, up to a sane number.
func (q query) and(o query) query {
	var out query
	for _, a := range q {
		for _, b := range o {
			if len(out) < 16 {
				out = append(out, append(slices.Clip(slices.Clone(a)), b...))
			}
		}
	}
	return out
}
