package text

import (
	"testing"

	"sizhen/store/hall"
)

// What the program itself proposes is said in both languages although a record keeps it as text.
func TestGradesOfTheFirstListAreTranslated(t *testing.T) {
	for _, g := range hall.Defaults().Grades {
		if Stock(g).In(Zh) != g || Stock(g).In(En) == g {
			t.Errorf("%s is said as %q and %q", g, Stock(g).In(Zh), Stock(g).In(En))
		}
	}
	if Stock("金牌").In(En) != "金牌" || Stock("").In(En) != "" {
		t.Error("what a hall has worded itself is changed")
	}
}

func TestEnglishTellsOneFromMany(t *testing.T) {
	for n, want := range map[int]string{0: "0 rows", 1: "1 row", 2: "2 rows"} {
		if got := M("{n} 行", "{n:row|rows}").With("n", n).In(En); got != want {
			t.Errorf("%d is said as %q", n, got)
		}
	}
	if got := M("{a} 个乡镇，{b} 次", "{a:township|townships}, {b:visit|visits}").With("a", 1).With("b", 2).In(En); got != "1 township, 2 visits" {
		t.Errorf("two counts are said as %q", got)
	}
}
