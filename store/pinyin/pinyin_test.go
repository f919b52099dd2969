package pinyin_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sizhen/store/pinyin"
)

func TestNamesAreReadAsNames(t *testing.T) {
	for name, want := range map[string]string{
		"章雪琴": "zxq", "单雄信": "sxx", "解缙": "xj", "仇英": "qy", "查良镛": "zly", "盖叫天": "gjt", "区志强": "ozq", "朴正": "pz", "曾国": "zg",
		"翟天临": "ztl", "尉迟明": "ycm", "长孙无忌": "zswj", "阿卜杜拉·买买提": "abdlmmt", "𠮷田": "jt", "钟丽㛃": "zlj", "Li Ming": "liming", "3号楼": "3hl", "": "",
	} {
		if got := firstOf(pinyin.OfPerson(name)); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if all := pinyin.OfPerson("覃重"); !slices.Contains(all, "qz") || !slices.Contains(all, "tc") {
		t.Errorf("覃重: %v", all)
	}
}

func firstOf(all []string) string {
	if len(all) == 0 {
		return ""
	}
	return all[0]
}

// Bodies and places are read as words, and of people no other reading is lost.
func TestBodiesAndPlacesAreReadAsWords(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"区法院": "qfy", "解放村": "jfc", "单位": "dw", "种子公司": "zzgs", "重阳村": "cyc", "石门村": "smc", "乐清": "yq"} {
		if all := pinyin.Initials(name); !slices.Contains(all, want) {
			t.Errorf("%s: %v, want %s among them", name, all, want)
		}
	}
	for _, name := range []string{"区法院", "解放村", "单位", "种子公司"} {
		if got, surname := pinyin.First(name), pinyin.OfPerson(name); got == surname[0] || !slices.Contains(surname, got) {
			t.Errorf("%s: as a word %s, as a name %v", name, got, surname)
		}
	}
}

func TestInitialsAreLettersAndDigits(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := rapid.String().Draw(rt, "s")
		for _, ini := range pinyin.Initials(s) {
			if i := strings.IndexFunc(ini, func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') }); i >= 0 {
				rt.Fatalf("%q: %q", s, ini)
			}
		}
	})
}

func BenchmarkInitials(b *testing.B) {
	for b.Loop() {
		pinyin.Initials("章雪琴")
	}
}
