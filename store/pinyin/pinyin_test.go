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
		if got := pinyin.First(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if all := pinyin.Initials("覃重"); !slices.Contains(all, "qz") || !slices.Contains(all, "tc") {
		t.Errorf("覃重: %v", all)
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
