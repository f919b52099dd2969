package hall

import "strings"

// creditSigns are what a unified social credit code (GB 32100-2015) is written with: no I, O, S, V or
// Z, which look like figures.
const creditSigns = "0123456789ABCDEFGHJKLMNPQRTUWXY"

const creditLength = 18

// CreditCheckPlace is the last place that belongs to the first seventeen of a credit code.
func CreditCheckPlace(first17 string) byte {
	sum, weight := 0, 1
	for i := range len(first17) {
		sum += strings.IndexByte(creditSigns, first17[i]) * weight
		weight = weight * 3 % 31
	}
	return creditSigns[(31-sum%31)%31]
}

// CheckCredit checks a unified social credit code: eighteen places, the signs it is written with, and
// its last place (GB 32100-2015).
func CheckCredit(s string) *Error {
	s = CleanIDCard(s)
	if n := len([]rune(s)); n != creditLength {
		return Refuse(ErrCreditLength, "n", n)
	}
	for _, r := range s {
		if !strings.ContainsRune(creditSigns, r) {
			return Refuse(ErrCreditSign, "sign", string(r))
		}
	}
	if s[creditLength-1] != CreditCheckPlace(s[:creditLength-1]) {
		return Refuse(ErrCreditChecksum)
	}
	return nil
}
