package widget

import "strconv"

// Number is the number of a row while somebody types it: one rule for choices, menus and opened
// lists. A digit that can still begin a larger number waits for the next one, for Enter or for any
// other key, which takes it as it stands; there is no timer, for nobody types the same. 2 is taken
// at once among eighteen, 1 waits.
type Number struct{ n int }

// Press takes a key's text among so many rows. i is the row it comes to, counted from 0, and ok
// whether there is one. Where Waiting says something the row is marked only.
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

// Numeral is what stands before the i-th of n rows, counted from 0, as wide as the last one's.
func Numeral(i, n int) string { return PadLeft(strconv.Itoa(i+1), len(strconv.Itoa(n))) }

// Numbered is which of n rows a key's text chooses where none of them needs two digits: tabs, and
// what is suggested under a field.
func Numbered(text string, n int) (i int, ok bool) {
	d, ok := digit(text)
	return d - 1, ok && d >= 1 && d <= n
}
