package hall

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Likeness is how alike two names of places are.
type Likeness uint8

const (
	PlaceUnknown Likeness = iota // one of them is not given: nobody can say
	PlaceOther                   // another place
	PlaceNear                    // perhaps the same: only one says the township, or what kind it is differs
	PlaceSame                    // one place, in two ways of writing at most
)

// LikePlace compares two names of villages, communities or townships as people write them: 小港,
// 小　港村 and 小港村委会 are one; 小港村 may be 百官街道小港村 and 小港社区 too; a village is no
// township, and 临渡镇小港村 not the one of 百官街道.
func LikePlace(a, b string) Likeness {
	x, y := placeOf(a), placeOf(b)
	switch {
	case x.name == "" || y.name == "":
		return PlaceUnknown
	case x.name != y.name, x.town() && y.kind != "" && !y.town(), y.town() && x.kind != "" && !x.town(),
		x.within != "" && y.within != "" && x.within != y.within:
		return PlaceOther
	case x.within != y.within, x.kind != y.kind && x.kind != "" && y.kind != "":
		return PlaceNear
	}
	return PlaceSame
}

// NearPlace reports whether two names may be one place's.
func NearPlace(a, b string) bool { return LikePlace(a, b) >= PlaceNear }

// PlaceName is what a place is called without its kind and what it lies in: 小港 of
// 百官街道小港村.
func PlaceName(s string) string { return placeOf(s).name }

// saysPlace reports whether words name a place: 小港陈家 names 小港村, 小港镇陈家 does not.
func saysPlace(words, place string) bool {
	p := placeOf(place)
	if place == "" || strings.Contains(words, place) {
		return place != ""
	}
	if utf8.RuneCountInString(p.name) < 2 { // too little to know it by
		return false
	}
	for _, rest := range strings.Split(words, p.name)[1:] {
		if p.town() || !slices.ContainsFunc(townKinds(), func(k string) bool { return strings.HasPrefix(rest, k) }) {
			return true
		}
	}
	return false
}

// place is a name taken apart: 百官, 小港, 村.
type place struct{ within, name, kind string }

func (p place) town() bool { return slices.Contains(townKinds(), p.kind) }

func townKinds() []string { return []string{"街道", "镇", "乡"} }

// placeEnds are what stands behind a place's name, its own bodies among it, and which kind of
// place that says; the longer before the shorter that it ends in.
func placeEnds() [][2]string {
	return [][2]string{
		{"村人民调解委员会", "村"}, {"社区人民调解委员会", "社区"}, {"村民委员会", "村"}, {"村委会", "村"}, {"村调委会", "村"}, {"行政村", "村"}, {"自然村", "村"},
		{"村委", "村"}, {"村", "村"}, {"社区居民委员会", "社区"}, {"社区居委会", "社区"}, {"居民委员会", "社区"}, {"居委会", "社区"}, {"社区调委会", "社区"}, {"居委", "社区"},
		{"社区", "社区"}, {"街道办事处", "街道"}, {"街道办", "街道"}, {"街道", "街道"}, {"镇人民政府", "镇"}, {"镇政府", "镇"}, {"镇", "镇"}, {"乡人民政府", "乡"},
		{"乡政府", "乡"}, {"乡", "乡"},
	}
}

func placeOf(s string) place {
	s = FoldName(s)
	if at := strings.LastIndex(s, "村"); at > 0 && strings.HasSuffix(s, "组") { // 小港村3组
		s = s[:at+len("村")]
	}
	p := place{name: s}
	for _, end := range placeEnds() {
		short, cut := strings.CutSuffix(s, end[0])
		if town := slices.Contains(townKinds(), end[1]); cut && short != "" && (!town || utf8.RuneCountInString(short) > 1) {
			p.name, p.kind = short, end[1]
			break
		}
	}
	if p.within, p.name = townshipOf(p.name); p.town() {
		p.within = "" // which county a township lies in tells nothing apart here
	}
	return p
}

// townshipOf parts the township that a place lies in from its name. Either has two characters at
// least: 古镇, 双乡 and 镇东 are names.
func townshipOf(s string) (township, name string) {
	r, from := []rune(s), 0
	for i := range r {
		end := 1
		switch {
		case strings.ContainsRune("镇乡", r[i]):
		case strings.ContainsRune("省市县区", r[i]):
		case r[i] == '街' && i+1 < len(r) && r[i+1] == '道':
			end = 2
		default:
			continue
		}
		if i-from < 2 || len(r)-i-end < 2 {
			continue
		}
		if township = ""; !strings.ContainsRune("省市县区", r[i]) {
			township = string(r[from:i])
		}
		from = i + end
	}
	return township, string(r[from:])
}
