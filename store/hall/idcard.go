package hall

import "strings"

// CleanIDCard drops blanks and writes the check place in capitals, as on the card.
func CleanIDCard(s string) string {
	return strings.ToUpper(strings.Join(strings.Fields(s), ""))
}

// ParseIDCard checks an 18-place citizen identity number (GB 11643-1999): digits, a birth
// date that exists and is not after today, and the check place (ISO 7064 mod 11-2). It
// returns the sex and birth date the number holds.
func ParseIDCard(s string, today Day) (Sex, Day, error) {
	s = CleanIDCard(s)
	if len([]rune(s)) != 18 {
		return 0, 0, Refuse(ErrIDLength, "n", len([]rune(s)))
	}
	sum := 0
	for i := range 18 {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
		case c == 'X' && i == 17:
		default:
			return 0, 0, Refuse(ErrIDDigits)
		}
		if i < 17 {
			sum += int(c-'0') * idWeight(i)
		}
	}
	birth, err := ParseDay(s[6:10] + "-" + s[10:12] + "-" + s[12:14])
	if err != nil || birth > today || birth.Year() < 1850 {
		return 0, 0, Refuse(ErrIDDate, "text", s[6:14])
	}
	if s[17] != idCheck(sum) {
		return 0, 0, Refuse(ErrIDChecksum)
	}
	sex := Female
	if (s[16]-'0')%2 == 1 {
		sex = Male
	}
	return sex, birth, nil
}

// IDCheckPlace is the last place that belongs to the first seventeen.
func IDCheckPlace(first17 string) byte {
	sum := 0
	for i := range 17 {
		sum += int(first17[i]-'0') * idWeight(i)
	}
	return idCheck(sum)
}

// idWeight is 2^(17-i) mod 11, the weight of place i.
func idWeight(i int) int {
	w := 1
	for range 17 - i {
		w = w * 2 % 11
	}
	return w
}

func idCheck(sum int) byte { return "10X98765432"[sum%11] }

// CheckVillage refuses a number where a village is asked: a telephone, or digits only.
func CheckVillage(s string) *Error {
	if digitsIn(s) >= 7 || s != "" && strings.Trim(s, "0123456789 +-()") == "" {
		return Refuse(ErrVillageNumber)
	}
	return nil
}

// digitsIn is the longest run of digits in a text.
func digitsIn(s string) int {
	most, n := 0, 0
	for _, r := range s {
		if n++; r < '0' || r > '9' {
			n = 0
		}
		most = max(most, n)
	}
	return most
}
