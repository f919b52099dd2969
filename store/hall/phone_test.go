package hall

import "testing"

func TestPhonesAreReadAsPeopleWriteThem(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"13800006021": "13800006021", "138 0000 6021": "13800006021", "138-0000-6021": "138-0000-6021", "１３８００００６０２１": "13800006021",
		"82345678": "82345678", "〇五七五-八二三四五六七八": "0575-82345678", "〇五七五-82345678": "0575-82345678", "0575－82345678": "0575-82345678",
		"零五七五82345678": "057582345678",
		"82345678转3":   "82345678转3", "82345678 转 3": "82345678转3", "82345678-3": "82345678-3", "0575-82345678转801": "0575-82345678转801",
		"82345678分机12": "82345678转12",
		"82345678ext3": "82345678转3", "82345678 ext. 3": "82345678转3", "(0575)82345678": "(0575)82345678", "幺三八00006021": "13800006021",
		"12345": "12345", "612345": "612345", "4008001234": "4008001234", "+86 13812345678": "+8613812345678", "8613812345678": "8613812345678",
		"+85221234567": "+85221234567", "电话：82345678": "82345678",
		"01012345678": "01012345678", "10012345678": "10012345678", "+86 575 82345678": "+8657582345678",
	} {
		if got := PhoneOf(in); got != want || CheckPhone(got) != nil {
			t.Errorf("%s is read as %s, %v; want %s", in, got, CheckPhone(got), want)
		}
	}
	for _, in := range []string{"小港村", "1381234567", "138123456789", "12345678901", "123456789012", "1234", "823456783", "3", "转3", "82345678转", "123-4",
		"82345678转3转4",
		"13800006021/82345678", "张三 13800006021", "057582345678901"} {
		if got := PhoneOf(in); CheckPhone(got) == nil || got != in {
			t.Errorf("%s passes as the telephone number %s", in, got)
		}
	}
}

func TestVillagesHaveNames(t *testing.T) {
	t.Parallel()
	for _, in := range []string{"", "小港村", "八一村", "东关3组", "104国道新村", "解放路12号", "小港村2025年新区"} {
		if bad := CheckVillage(in); bad != nil {
			t.Errorf("%s is refused: %v", in, bad)
		}
	}
	for _, in := range []string{"13899998888", "82345678", "0575-8234567", "小港村 13812345678", "123"} {
		if CheckVillage(in) == nil {
			t.Errorf("%s passes as a village", in)
		}
	}
}

func TestCreditCodesAreChecked(t *testing.T) {
	t.Parallel()
	for _, in := range []string{"91350100M000100Y43", "91330629753999999N", "9133 0629 7539 9999 9n"} {
		if bad := CheckCredit(in); bad != nil {
			t.Errorf("%s is refused: %v", in, bad)
		}
	}
	for in, code := range map[string]Code{"91330629753999999X": ErrCreditChecksum, "9133062975399": ErrCreditLength, "": ErrCreditLength,
		"9133062975399999ON": ErrCreditSign,
		"91350100M000100Y44": ErrCreditChecksum} {
		if bad := CheckCredit(in); bad == nil || bad.Code != code {
			t.Errorf("%s: %v, want %s", in, bad, code)
		}
	}
	today := NewDay(2026, 11, 24)
	body := Details{Name: "大同公司", Kind: Organisation, Doc: DocCredit, DocNumber: "91330629753999999X"}
	if bad := body.Check(today); bad == nil || bad.Code != ErrCreditChecksum {
		t.Errorf("a body's wrong code: %v", bad)
	}
	person := Details{Name: "王芳", DocNumber: "91330629753999999N"}
	if bad := person.Check(today); bad == nil || bad.Code != ErrCreditPerson {
		t.Errorf("a body's code as a person's number: %v", bad)
	}
}
