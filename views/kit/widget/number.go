package widget

import "strconv"

// Number is the number of an option of a choice while somebody types it. A digit chooses at once and
// nothing is done yet, so a second one may make a larger number of it: 1 chooses the first of eighteen,
// and 6 after it the sixteenth. There is no timer, for nobody types the same. Where a digit does
// something, in a menu or a list, it does it at once: see Numbered.
type Number struct{ n int }

// Press takes a key's text among so many options. i is the one it comes to, counted from 0, and ok
// whether there is one.
func (d *Number) Press(text string, rows int) (i int, ok bool) {
	was := d.n
	d.n = 0
	k, isDigit := digit(narrowed(text))
	if !isDigit {
		return 0, false
	}
	n := was*10 + k
	if n < 1 || n > rows {
		n = k
	}
	if n < 1 || n > rows {
		return 0, false
	}
	if n*10 <= rows {
		d.n = n
	}
	return n - 1, true
}

// End forgets what was typed.
func (d *Number) End() { d.n = 0 }

// Waiting is what was typed while a further digit may follow, as 1_; empty where none can.
func (d Number) Waiting() string {
	if d.n == 0 {
		return ""
	}
	return strconv.Itoa(d.n) + "_"
}

// Digit is the key that chooses the i-th of a list, counted from 0: the tenth has 0, further ones a
// blank, for they have none. A 1 that waits for a second digit would behave like no other key.
func Digit(i int) string {
	switch {
	case i < 0 || i > 9:
		return " "
	case i == 9:
		return "0"
	}
	return strconv.Itoa(i + 1)
}

// Numbered is which of n rows a key's text chooses by its digit.
func Numbered(text string, n int) (i int, ok bool) {
	d, ok := digit(narrowed(text))
	if i = d - 1; d == 0 {
		i = 9
	}
	return i, ok && i < n
}
