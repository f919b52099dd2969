package seed

import (
	"math/rand/v2"
	"strings"
	"testing"

	"sizhen/store/hall"
)

// Every type has stories; told, they leave no gap, speak of money only where there is some,
// and are written as Chinese is, with full-width signs.
func TestStoriesReadWell(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, typ := range hall.StandardTypes() {
		all := append(homeStories[typ.Code], workStories[typ.Code]...)
		if len(all) < 2 {
			t.Errorf("%s has %d stories", typ.Code, len(all))
		}
		for _, o := range all {
			st := o.tell(r, "小港村")
			if n := len([]rune(o.subject)); n == 0 || n > 8 {
				t.Errorf("%s: %d characters", o.subject, n)
			}
			if parts := o.facts + o.requests + o.terms; o.most == 0 && (strings.Contains(parts, "{amount}") || strings.Contains(parts, "{paid}")) ||
				!o.is(many) && strings.Contains(parts, "{n}") {
				t.Errorf("%s names money or people that it has not", o.subject)
			}
			for _, text := range []string{st.facts, st.requests, st.terms} {
				if text == "" || strings.ContainsAny(text, "{},;:!?() ") {
					t.Errorf("%s: %q", o.subject, text)
				}
			}
			if st.asked < st.paid || o.most > 0 && st.paid <= 0 {
				t.Errorf("%s: asked %d, paid %d", o.subject, st.asked, st.paid)
			}
		}
	}
}

// 91350100M000100Y43 is a code often shown as an example.
func TestCreditCodesCheck(t *testing.T) {
	if c := hall.CreditCheckPlace("91350100M000100Y4"); c != '3' {
		t.Errorf("%c", c)
	}
	r := rand.New(rand.NewPCG(3, 4))
	for end, kind := range map[string]string{"卫生院": "12", "村村民委员会": "54", "村股份经济合作社": "N2", "农机专业合作社": "93", "纺织有限公司": "91", "车行": "92"} {
		if code := creditCode(r, end); len(code) != 18 || code[:8] != kind+area || code[17] != hall.CreditCheckPlace(code[:17]) {
			t.Errorf("%s: %s", end, code)
		}
	}
}

// The day of performance on file is the one in the terms.
func TestTermsNameTheirDay(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	if n := within(r, "对方十天内装好接水槽"); n != 10 {
		t.Errorf("%d days", n)
	}
	if n := within(r, "双方道歉"); n < 7 || n > 60 {
		t.Errorf("%d days", n)
	}
}
