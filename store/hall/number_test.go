package hall

import "testing"

// However the hall's word is said, what stands behind it in a number stands there once.
func TestCaseNumberSaysNothingTwice(t *testing.T) {
	t.Parallel()
	pattern := Defaults().Number
	for _, word := range []string{"百", "百调", "百调字", "百调字第"} {
		if got := CaseNumber(pattern, word, 2026, 1); got != "(2026)百调字第1号" || CaseWord(pattern, word) != "百" {
			t.Errorf("%s gives %s", word, got)
		}
	}
	for word, want := range map[string]string{"调": "(2026)调调字第1号", "小越": "(2026)小越调字第1号"} {
		if got := CaseNumber(pattern, word, 2026, 1); got != want {
			t.Errorf("%s gives %s", word, got)
		}
	}
	if got := CaseNumber("{year}-{word}-{n}", "a-", 2026, 1); got != "2026-a--1" {
		t.Errorf("a pattern of another kind gives %s", got)
	}
}
