package seed

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"sizhen/store/hall"
)

// mark says what is special about a dispute.
type mark uint16

const (
	many   mark = 1 << iota // several applicants
	hard                    // difficult: more sessions, an appraisal now and then
	spot                    // settled by word of mouth and performed on the spot
	risky                   // may turn violent
	police                  // the police were there before anybody came to the hall
	he                      // the applicant is a man
	she                     // a woman
	couple                  // the other side is wife or husband, or was to be
	young                   // both are
	kin                     // both sides have one surname; of a man, the other is a brother
	aged                    // an old mother and one of her children
	inlaws                  // a mother and her son's wife
)

// outline is a dispute with parts to fill: {amount} asked, {paid} agreed, {m} metres,
// {gap} less than half of one, {years}, {months}, {n} people, {mu} of land, {village}. body lists the ends of names of
// organisations that it may be with; it is empty for a quarrel between people.
type outline struct {
	subject, facts, requests, terms string
	body                            string
	least, most                     int // yuan asked; 0: no money in it
	marks                           mark
}

// story is an outline filled in.
type story struct {
	outline
	asked, paid int64 // fen
	group       int   // people on the applicants' side
}

func (o outline) is(m mark) bool { return o.marks&m != 0 }

// share is a type's part of a city's month of 869 cases.
type share struct {
	code string
	n    int
}

// shares are the check set's. It has one line for labour (13) and one for consumers (7),
// here parted over the types of today's forms.
var shares = []share{
	{"marriage", 160}, {"neighbours", 278}, {"homestead", 67}, {"contract", 44}, {"business", 31}, {"damages", 76}, {"land", 18},
	{"expropriation", 28}, {"environment", 4}, {"wages", 6}, {"labour", 7}, {"tourism", 1}, {"ecommerce", 2}, {"consumer", 4}, {"medical", 55},
	{"traffic", 33}, {"property", 1}, {"other", 54},
}

// typeOf draws a type by the shares from those that the hall knows.
func typeOf(r *rand.Rand, s hall.Settings) string {
	total, known := 0, make([]share, 0, len(shares))
	for _, sh := range shares {
		if _, ok := s.Type(sh.code); ok {
			total += sh.n
			known = append(known, sh)
		}
	}
	if total == 0 {
		return pick(r, s.Types).Code
	}
	n := r.IntN(total)
	for _, sh := range known {
		if n -= sh.n; n < 0 {
			return sh.code
		}
	}
	return known[0].code
}

// near reports whether both sides of a dispute of a type live in one village.
func near(code string) bool {
	switch code {
	case "marriage", "neighbours", "homestead", "land":
		return true
	}
	return false
}

// choose picks an outline of a type. Disputes of many and deaths stand in the lists like
// others but are seldom: most of them are drawn again.
func choose(r *rand.Rand, code string) outline {
	all := homeStories[code]
	if len(all) == 0 {
		all = workStories[code]
	}
	if len(all) == 0 {
		all = workStories["other"] // a type of the hall's own
	}
	o := pick(r, all)
	if (o.is(many) || o.is(hard) && o.is(risky)) && r.IntN(4) > 0 {
		o = pick(r, all)
	}
	return o
}

// tell fills an outline in.
func (o outline) tell(r *rand.Rand, village string) story {
	st := story{outline: o, group: 1}
	if o.most > 0 {
		step := roundness(o.most)
		st.asked = int64(o.least/step+r.IntN((o.most-o.least)/step+1)) * int64(step) * 100
		st.paid = max(st.asked*int64(50+r.IntN(51))/100/10000*10000, 10000)
	}
	if o.is(many) {
		st.group = 3 + min(r.IntN(28), r.IntN(28), r.IntN(28)) // thirty at most, most often a few
	}
	fill := strings.NewReplacer(
		"{amount}", yuan(st.asked), "{paid}", yuan(st.paid), "{m}", fmt.Sprintf("%.1f", 0.2+float64(r.IntN(17))/10), "{years}", strconv.Itoa(2+r.IntN(14)),
		"{gap}", fmt.Sprintf("0.%d", 1+r.IntN(4)), "{months}", strconv.Itoa(2+r.IntN(9)), "{n}", strconv.Itoa(st.group), "{mu}",
		fmt.Sprintf("%.1f", 0.3+float64(r.IntN(60))/10), "{village}", village,
	)
	st.facts, st.requests, st.terms = fill.Replace(o.facts), fill.Replace(o.requests), fill.Replace(o.terms)
	return st
}

// roundness is the step in which people name sums of a size.
func roundness(most int) int {
	switch {
	case most >= 50_000:
		return 1000
	case most >= 5000:
		return 100
	}
	return 10
}

func yuan(fen int64) string { return strconv.FormatInt(fen/100, 10) + "元" }

// within is how many days the terms leave for performance, so that the day on file is the
// one in the text; where they name none it is a few weeks.
func within(r *rand.Rand, terms string) int {
	for _, w := range []struct {
		words string
		days  int
	}{{"三天内", 3}, {"五天内", 5}, {"一周内", 7}, {"十天内", 10}, {"半个月内", 15}, {"一个月内", 30}, {"两个月内", 60}} {
		if strings.Contains(terms, w.words) {
			return w.days
		}
	}
	return 7 + r.IntN(40)
}
