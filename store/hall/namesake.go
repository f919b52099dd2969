package hall

import (
	"strings"
	"unicode/utf8"
)

// Namesake is who or what is on file under a name like that of who or what is added.
type Namesake struct {
	Ref   Ref
	Name  string
	At    string // what tells it from others of the name: the village, who guides it, whom to ask for
	Taken bool   // somebody on the roster who has an account already
}

// AskAbout asks whether what is added is one of those on file with a name like its own; nil where
// there is none. It is asked, not refused: who says that it is another one saves it from the desk
// that Another gives.
func AskAbout(name string, like []Namesake) error {
	if len(like) == 0 {
		return nil
	}
	others := make([]string, len(like))
	for i, n := range like {
		others[i] = strings.TrimSpace(n.Name + " " + n.At)
	}
	return Refuse(ErrNamesake, "name", name, "others", strings.Join(others, "、"), "like", like).In(FieldName)
}

// NearOffice reports whether two names may be those of one organisation, studio or body, as people
// write them: 小港村人民调解委员会 is 小港调委会, 区法院 is 百官区人民法院, 老王工作室 is 老王调解室; the
// committee of a village is not that of another township's village of the name.
func NearOffice(a, b string) bool {
	x, y := officeOf(a), officeOf(b)
	switch {
	case x.core == "" || y.core == "" || x.tail != y.tail && x.tail != "" && y.tail != "":
		return x.core+x.tail == y.core+y.tail
	case LikePlace(x.core, y.core) != PlaceOther:
		return true
	case placeOf(x.core).kind+placeOf(y.core).kind != "": // 港村 is not 小港村
		return false
	}
	short, long := x.core, y.core
	if len(short) > len(long) {
		short, long = long, short
	}
	return utf8.RuneCountInString(short) >= leastOffice && strings.HasSuffix(long, short)
}

// leastOffice is how many characters say which office is meant, where another name has more before
// them: 区法院, not 法院.
const leastOffice = 3

// OfficeName is the part of an office's name that others like it hold too: what to look for.
func OfficeName(s string) string { return PlaceName(officeOf(s).core) }

// title is a name taken apart: 小港村 and 调委会. What is written or left out at will is left out.
type title struct{ core, tail string }

func officeOf(s string) title {
	s = strings.ReplaceAll(FoldName(s), "人民", "")
	for _, end := range [][2]string{
		{"调解委员会", "调委会"}, {"调委会", "调委会"}, {"品牌调解室", "室"}, {"调解工作室", "室"}, {"调解室", "室"}, {"工作室", "室"},
	} {
		if core, cut := strings.CutSuffix(s, end[0]); cut {
			return title{core, end[1]}
		}
	}
	return title{core: s}
}
